//! The routes of the screens beside the daily ones.
//!
//! Must not: enter a route without its action.

use super::{
    act, agreement, compare, coverage,
    files::{take, upload},
    inbox, ledgers, members, people, public, raw, reports, settings, show, verify,
};
use crate::desk::{
    Desk,
    access::{Action, Routes, Subject},
};
use std::sync::Arc;

/// The routes.
#[must_use]
pub fn routes() -> Routes<Arc<Desk>> {
    Routes::new()
        .page("/inbox", Action::ReadWork, show(inbox::view))
        .get("/api/v1/inbox", Action::ReadWork, show(inbox::view))
        .upload("/inbox/add", Action::Triage, take(inbox::add))
        .upload("/api/v1/inbox/add", Action::Triage, take(inbox::add))
        .form("/inbox/retry", Action::Triage, raw(inbox::retry))
        .post("/api/v1/inbox/retry", Action::Triage, raw(inbox::retry))
        .of(Subject::Mission)
        .form("/inbox/waiting/{id}/again", Action::Triage, raw(inbox::again))
        .of(Subject::Mission)
        .post("/api/v1/inbox/waiting/{id}/again", Action::Triage, raw(inbox::again))
        .of(Subject::Mission)
        .form("/inbox/waiting/{id}/aside", Action::Triage, act(inbox::set_aside))
        .of(Subject::Mission)
        .post("/api/v1/inbox/waiting/{id}/aside", Action::Triage, act(inbox::set_aside))
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
        .page("/compare", Action::ReadWork, show(compare::view))
        .get("/api/v1/compare", Action::ReadWork, show(compare::view))
        .of(Subject::Incident("a"))
        .form("/compare/{verdict}/{a}/{b}", Action::Judge, act(compare::judge))
        .of(Subject::Incident("a"))
        .post("/api/v1/compare/{verdict}/{a}/{b}", Action::Judge, act(compare::judge))
        .page("/reports", Action::ReadWork, show(reports::view))
        .get("/api/v1/reports", Action::ReadWork, show(reports::view))
        .page("/reports/preview", Action::ReadWork, raw(reports::preview))
        .form("/reports/issue", Action::Report, act(reports::issue))
        .post("/api/v1/reports", Action::Report, act(reports::issue))
        .page("/reports/{id}/{format}", Action::Export, raw(reports::download))
        .page("/members", Action::ReadWork, show(members::view))
        .get("/api/v1/members", Action::ReadWork, show(members::view))
        .page("/verify", Action::ReadPublic, show(verify::view))
        .upload("/verify", Action::ReadPublic, upload(verify::check))
        .upload("/api/v1/verify", Action::ReadPublic, upload(verify::check))
        .of(Subject::Mission)
        .page("/prove/{id}", Action::Export, raw(verify::bundle))
        .page("/settings", Action::ReadWork, show(settings::view))
        .get("/api/v1/settings", Action::ReadWork, show(settings::view))
        .form("/settings", Action::OwnAccount, raw(settings::save))
        .page("/help/query", Action::ReadPublic, show(settings::help))
        .page("/help/keys", Action::ReadPublic, show(settings::help))
        .of(Subject::Mission)
        .page("/problems/{kind}", Action::ReadPublic, show(settings::problem))
        .page("/people/{id}", Action::ReadWork, show(people::view))
        .get("/api/v1/people/{id}", Action::ReadWork, show(people::view))
        .page("/sources", Action::ReadWork, show(people::sources))
        .get("/api/v1/sources", Action::ReadWork, show(people::sources))
        .page("/public", Action::ReadPublic, raw(public::front))
        .get("/api/v1/public", Action::ReadPublic, raw(public::front))
        .page("/public/verify", Action::ReadPublic, raw(public::verify))
        .upload("/public/verify", Action::ReadPublic, upload(public::check))
        .of(Subject::Incident("id"))
        .page("/public/incidents/{id}", Action::ReadPublic, raw(public::incident))
        .of(Subject::Incident("id"))
        .get("/api/v1/public/incidents/{id}", Action::ReadPublic, raw(public::incident))
        .of(Subject::Report("id"))
        .page("/public/reports/{id}", Action::ReadPublic, raw(public::report))
        .of(Subject::Report("id"))
        .get("/api/v1/public/reports/{id}", Action::ReadPublic, raw(public::report))
        .of(Subject::Report("id"))
        .page("/public/reports/{id}/{format}", Action::ReadPublic, raw(public::report))
}
