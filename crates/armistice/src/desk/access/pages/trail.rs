//! Who sees what is restricted, what changed for a reader, and the audit trail.
//!
//! Must not: list a restricted object to one who does not see it.

use super::{
    super::{
        account::Account,
        audit::{Checked, Line},
        csrf,
        grant::{Change, Restricted},
        reader::AccountId,
        refuse,
        role::{Action, Object},
        store::StoreError,
    },
    Ask, to,
};
use axum::{
    Json,
    body::{Body, Bytes},
    http::header,
    response::{IntoResponse as _, Response},
};
use maud::html;
use std::collections::BTreeMap;

/// Rows of the trail on one page.
const ROWS: u32 = 100;

/// Objects that can be restricted, by their key.
fn object(key: &str) -> Option<Object<'_>> {
    let (kind, id) = key.split_once(':')?;
    let plain = !id.is_empty() && id.len() <= 200 && id.bytes().all(|b| b.is_ascii_graphic());
    match kind {
        "case" if plain => Some(Object::Case(id)),
        "document" if plain => Some(Object::Document(id)),
        "incident" if plain => Some(Object::Incident(id)),
        "claim" if plain => Some(Object::Claim(id)),
        "sealed" if plain => Some(Object::Sealed(id)),
        _ => None,
    }
}

pub(super) async fn restricted(ask: Ask) -> Response {
    let found = ask.gate.ask(|store, _| Ok((store.restricted()?, store.accounts()?))).await;
    let (all, accounts): (Vec<Restricted>, Vec<Account>) = match found {
        Ok(found) => found,
        Err(e) => return ask.failed(&e, "/"),
    };
    let names: BTreeMap<&AccountId, &str> = accounts.iter().map(|a| (&a.id, a.name.as_str())).collect();
    let (seen, hidden): (Vec<_>, Vec<_>) = all.iter().partition(|r| !ask.reader.sight.hides(&r.object));
    let body = html! {
        p { (ask.t("access-restricted-what")) }
        (super::hidden(&ask.locale, hidden.len() as u64))
        @for r in &seen {
            section {
                h2 { code dir="ltr" { (r.object) } }
                ul {
                    @for a in &r.granted {
                        li {
                            bdi { (names.get(a).copied().unwrap_or_default()) } " "
                            form method="post" action="/access/change" class="inline" {
                                (ask.csrf())
                                input type="hidden" name="object" value=(r.object);
                                input type="hidden" name="account" value=(a);
                                button type="submit" name="do" value="revoke" class="quiet" { (ask.t("access-put-out")) }
                            }
                        }
                    }
                }
                form method="post" action="/access/change" {
                    (ask.csrf())
                    input type="hidden" name="object" value=(r.object);
                    select name="account" aria-label=(ask.t("access-name")) {
                        @for a in accounts.iter().filter(|a| !a.closed && !r.granted.contains(&a.id)) { option value=(a.id) { (a.name) } }
                    }
                    button type="submit" name="do" value="grant" { (ask.t("access-let-in")) }
                    button type="submit" name="do" value="unrestrict" class="quiet" { (ask.t("access-unrestrict")) }
                }
            }
        }
        h2 { (ask.t("access-restrict")) }
        form method="post" action="/access/change" {
            (ask.csrf())
            p class="field" {
                label for="object" { (ask.t("access-object")) }
                input id="object" name="object" type="text" dir="ltr" autocomplete="off" required;
            }
            p class="hint" { (ask.t("access-object-hint")) }
            button type="submit" name="do" value="restrict" { (ask.t("access-restrict")) }
        }
    };
    ask.page(200, "access-restricted", &body)
}

pub(super) async fn change(ask: Ask, body: Bytes) -> Response {
    let Ok(by) = ask.account() else { return refuse::bare(401) };
    let text = |name| csrf::field(&body, name).unwrap_or_default();
    let (key, what, account) = (text("object"), text("do"), AccountId(text("account")));
    let bad = || ask.failed(&StoreError::Refused("access-object-bad"), "/access");
    let Some(about) = object(&key) else { return bad() };
    // The route knows no object: it stands in the form, and is asked about here.
    if ask.reader.may(Action::ManageGrants, &about).is_err() {
        return bad();
    }
    // What is sealed is not opened to anybody by the one who keeps the desk.
    if matches!(about, Object::Sealed(_)) && !super::super::role::allowed(ask.reader.role).contains(&Action::ReadSealed)
    {
        return bad();
    }
    let done = ask.gate.ask(move |store, now| {
        let Some(object) = object(&key) else { return Err(StoreError::Refused("access-object-bad")) };
        match what.as_str() {
            "restrict" => store.restrict(&object, &by, now),
            "unrestrict" => store.unrestrict(&object, &by, now),
            "grant" => store.grant(&account, &object, &by, now),
            "revoke" => store.revoke(&account, &object, &by, now),
            _ => Err(StoreError::Refused("access-object-bad")),
        }
    });
    match done.await {
        Ok(()) => to("/access"),
        Err(e) => ask.failed(&e, "/access"),
    }
}

/// What changed for a reader, and its twin.
#[derive(Clone, Debug, serde::Serialize)]
pub(super) struct Changes {
    /// How many objects are hidden now.
    hidden: usize,
    items: Vec<Change>,
}

async fn changed(ask: &Ask) -> Result<Changes, StoreError> {
    let Some(id) = ask.reader.account.clone() else { return Err(StoreError::Refused("access-no-account")) };
    let items = ask.gate.ask(move |store, _| store.changes(&id, 200)).await?;
    Ok(Changes { hidden: ask.reader.sight.hidden.len(), items })
}

pub(super) async fn changes(ask: Ask) -> Response {
    let Changes { hidden, items } = match changed(&ask).await {
        Ok(changes) => changes,
        Err(e) => return ask.failed(&e, "/"),
    };
    let body = html! {
        p { (ask.locale.t_with("access-hidden", &[("count", hidden.into())])) }
        @if items.is_empty() { p { (ask.t("access-changes-none")) } }
        ul { @for c in &items { li { (ask.day(c.at)) " · " (ask.locale.word("access-event", &c.event)) " · " code dir="ltr" { (c.object) } } } }
    };
    ask.page(200, "access-changes", &body)
}

pub(super) async fn changes_twin(ask: Ask) -> Response {
    match changed(&ask).await {
        Ok(changes) => Json(changes).into_response(),
        Err(_) => refuse::bare(500),
    }
}

/// The trail, newest first, and its twin.
#[derive(Clone, Debug, serde::Serialize)]
pub(super) struct Trail {
    checked: Checked,
    items: Vec<Line>,
    next: Option<u64>,
}

async fn trail(ask: &Ask) -> Result<Trail, StoreError> {
    let before = ask.query("before").and_then(|b| b.parse().ok());
    ask.gate
        .ask(move |store, _| {
            let items = store.audit_newest(before, ROWS)?;
            let next = items.last().map(|l| l.seq).filter(|seq| *seq > 1);
            Ok(Trail { checked: store.check_audit()?, items, next })
        })
        .await
}

pub(super) async fn audit(ask: Ask) -> Response {
    let found = match trail(&ask).await {
        Ok(trail) => trail,
        Err(e) => return ask.failed(&e, "/"),
    };
    let Ok(accounts) = ask.gate.ask(|store, _| store.accounts()).await else { return refuse::bare(500) };
    let names: BTreeMap<&str, &str> = accounts.iter().map(|a| (a.id.0.as_str(), a.name.as_str())).collect();
    let named = |id: &str| names.get(id).map_or_else(|| id.to_owned(), |n| (*n).to_owned());
    let body = html! {
        @match found.checked.broken_at {
            None => p { (ask.locale.t_with("access-audit-whole", &[("count", found.checked.rows.into())])) " " code dir="ltr" { (found.checked.head) } },
            Some(seq) => p class="problem" role="alert" { (ask.locale.t_with("access-audit-broken", &[("row", seq.into())])) },
        }
        p { a href="/audit.jsonl" download { (ask.t("access-audit-file")) } }
        div class="table" tabindex="0" role="region" aria-label=(ask.t("access-audit")) {
        table {
            thead { tr {
                th scope="col" { "#" } th scope="col" { (ask.t("access-when")) } th scope="col" { (ask.t("access-what")) }
                th scope="col" { (ask.t("access-who")) } th scope="col" { (ask.t("access-about")) } th scope="col" { (ask.t("access-detail")) }
            } }
            tbody {
                @for l in &found.items {
                    tr {
                        td { (l.seq) } td { (ask.day(l.at)) } td { (ask.locale.word("access-event", &l.event)) }
                        td { bdi { (named(&l.actor)) } } td { bdi { (named(&l.object)) } } td { bdi { (named(&l.detail)) } }
                    }
                }
            }
        }
        }
        @if let Some(next) = found.next { p { a href={ "/audit?before=" (next) } rel="next" { (ask.t("access-older")) } } }
    };
    ask.page(200, "access-audit", &body)
}

pub(super) async fn audit_twin(ask: Ask) -> Response {
    match trail(&ask).await {
        Ok(trail) => {
            let next = trail.next.map(|seq| crate::desk::screen::link_next(&format!("/api/v1/audit?before={seq}")));
            let mut answer = Json(trail).into_response();
            if let Some(link) = next.and_then(|n| n.parse().ok()) {
                answer.headers_mut().append(header::LINK, link);
            }
            answer
        }
        Err(_) => refuse::bare(500),
    }
}

/// The whole trail, one JSON object a line, from the first row.
pub(super) async fn audit_file(ask: Ask) -> Response {
    let lines = ask.gate.ask(|store, _| {
        let (mut out, mut after) = (String::new(), 0);
        loop {
            let lines = store.audit(after, 1000)?;
            let Some(last) = lines.last() else { return Ok(out) };
            after = last.seq;
            for line in &lines {
                out.push_str(&serde_json::to_string(line).map_err(|_| StoreError::Refused("access-failed"))?);
                out.push('\n');
            }
        }
    });
    match lines.await {
        Ok(text) => {
            let headers = [
                ("content-type", "application/jsonl"),
                ("content-disposition", "attachment; filename=\"desk-audit.jsonl\""),
            ];
            (headers, Body::from(text)).into_response()
        }
        Err(_) => refuse::bare(500),
    }
}
