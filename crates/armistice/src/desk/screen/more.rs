//! The routes of the screens beside the daily ones.
//!
//! Must not: enter a route without its action.

use super::{agreement, coverage, files::upload, inbox, ledgers, raw, show};
use crate::desk::{
    Desk,
    access::{Action, Routes},
};
use std::sync::Arc;

/// The routes.
#[must_use]
pub fn routes() -> Routes<Arc<Desk>> {
    Routes::new()
        .page("/inbox", Action::ReadWork, show(inbox::view))
        .get("/api/v1/inbox", Action::ReadWork, show(inbox::view))
        .upload("/inbox/add", Action::Triage, upload(inbox::add))
        .upload("/api/v1/inbox/add", Action::Triage, upload(inbox::add))
        .form("/inbox/retry", Action::Triage, raw(inbox::retry))
        .post("/api/v1/inbox/retry", Action::Triage, raw(inbox::retry))
        .page("/agreements", Action::ReadWork, show(agreement::all))
        .get("/api/v1/agreements", Action::ReadWork, show(agreement::all))
        .page("/agreements/{id}", Action::ReadWork, show(agreement::view))
        .get("/api/v1/agreements/{id}", Action::ReadWork, show(agreement::view))
        .page("/ledgers", Action::ReadWork, show(ledgers::view))
        .get("/api/v1/ledgers", Action::ReadWork, show(ledgers::view))
        .page("/ledgers/new", Action::Record, show(ledgers::new))
        .form("/ledgers/new", Action::Record, raw(ledgers::enter))
        .post("/api/v1/ledgers/entries", Action::Record, raw(ledgers::enter))
        .page("/coverage", Action::ReadWork, show(coverage::view))
        .get("/api/v1/coverage", Action::ReadWork, show(coverage::view))
}
