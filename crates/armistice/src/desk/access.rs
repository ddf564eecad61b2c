//! Who asks, and what they may do.
//!
//! Must not: print, log, or let a secret or a name of an account into the record.
//!
//! - [`role`]: roles, actions, objects, and the one table that joins them ([`may`]).
//! - [`reader`]: who asks, handed to every handler.
//! - [`routes`]: how screens register themselves; no route without its action.
//! - [`gate`]: the layers in front of every route.
//! - [`refuse`]: what one gets who may not.

pub mod gate;
pub mod reader;
pub mod refuse;
pub mod role;
pub mod routes;

pub use gate::{Gate, Settings};
pub use reader::{AccountId, Reader, SessionId, Sight, Wanted};
pub use role::{Action, Denied, Object, Role, Scope, may};
pub use routes::{Class, Routes, Subject};
