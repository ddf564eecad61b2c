//! The register store: one append-only file for each member, and the lock of the mission.
//!
//! Must not: change a byte that was acknowledged, skip one in silence, or acknowledge before the disk has it.
//!
//! - [`mod@format`]: the bytes of `register.log`. Pure: made and parsed without a file.
//! - [`head`]: the bytes of `register.head`, a floor: at least this was acknowledged. Pure.
//! - [`register`]: the files: create, read, append; what happens after a crash.
//! - [`group`]: many writers of one process share the batches of one register.
//! - [`error`]: what can go wrong, and what to do then.
//! - [`lock`]: one writer for a mission, or many readers.
//!
//! `docs/register-format.md` describes the files byte by byte, for those who read them with other tools.

pub mod error;
pub mod format;
pub mod group;
pub mod head;
pub mod lock;
pub mod register;
