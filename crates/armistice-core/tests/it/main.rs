//! The one test binary of this crate.

mod agreement;
mod build;
mod contradiction;
mod dating;
mod event_rows;
mod incident;
mod joint;
mod measure;
mod plane;
mod record;
mod samples_casework;
mod samples_ledger;
mod scope;
mod scope_contrary;
mod statement;
mod time;
