//! Doing: receive, read, store, sign, serve. One binary with roles, and the library that its tests use.
//!
//! Must not: judge. What can be recomputed is a pure function in `armistice-core` or `armistice-read`.

pub mod about;
pub mod agreements;
pub mod beat;
pub mod blobs;
pub mod brief;
pub mod cases;
pub mod cli;
pub mod clock;
pub mod compare;
pub mod desk;
pub mod disk;
pub mod durable;
pub mod exchange;
pub mod failure;
pub mod gates;
pub mod intake;
pub mod journal;
pub mod judgement;
pub mod keys;
pub mod ledger_file;
pub mod mission;
pub mod output;
pub mod places;
pub mod projection;
pub mod prove;
pub mod publish;
pub mod report;
pub mod retest;
pub mod review;
pub mod sealed;
pub mod serve;
pub mod vault;
pub mod witnessing;
pub mod wording;
