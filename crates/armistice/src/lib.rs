//! skeleton

pub mod blobs;
pub mod durable;
pub mod journal;
pub mod keys;
