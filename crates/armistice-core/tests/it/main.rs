//! The one test binary of this crate.

mod agreement;
mod agreement_language;
mod bad_agreements;
mod build;
mod condition;
mod contradiction;
mod dating;
mod event_rows;
mod incident;
mod joint;
mod ledger;
mod measure;
mod obligation;
mod record;
mod samples_casework;
mod samples_ledger;
mod scope;
mod standards;
mod statement;
mod time;
