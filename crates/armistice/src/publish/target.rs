//! Copying a published register to where readers get it: another folder, or an object store.
//!
//! Must not: trust the target. It is given bytes; it decides nothing here. A file that is there and differs is an error.
