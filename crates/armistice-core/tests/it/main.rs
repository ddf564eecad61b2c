//! The one test binary of this crate.

mod agreement;
mod build;
mod case;
mod case_props;
mod case_world;
mod condition;
mod contradiction;
mod dating;
mod event_rows;
mod incident;
mod joint;
mod ledger;
mod measure;
mod obligation;
mod plane;
mod record;
mod samples_casework;
mod samples_ledger;
mod scope;
mod scope_contrary;
mod standards;
mod statement;
mod time;
