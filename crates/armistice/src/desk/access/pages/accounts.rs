//! The accounts of a team, for its administrators.
//!
//! Must not: show anything by which somebody signs in, but an invitation or a link to its maker, once.

use super::{
    super::{
        account::Account,
        csrf,
        link::{INVITATION_LIFE, Invitation, LINK_LIFE},
        reader::AccountId,
        refuse,
        role::{Role, allowed},
        store::StoreError,
    },
    Ask, to,
};
use armistice_core::named::Named as _;
use axum::{
    Json,
    body::Bytes,
    extract::Path,
    response::{IntoResponse as _, Response},
};
use maud::{Markup, html};

/// What the page shows, and its twin.
#[derive(Clone, Debug, serde::Serialize)]
pub(super) struct View {
    items: Vec<Account>,
    invitations: Vec<Invitation>,
}

async fn view(ask: &Ask) -> Result<View, StoreError> {
    let work =
        |store: &super::super::Store, now| Ok(View { items: store.accounts()?, invitations: store.invitations(now)? });
    ask.gate.ask(work).await
}

pub(super) async fn twin(ask: Ask) -> Response {
    match view(&ask).await {
        Ok(view) => Json(view).into_response(),
        Err(_) => refuse::bare(500),
    }
}

fn roles(ask: &Ask, chosen: Role) -> Markup {
    html! {
        select name="role" aria-label=(ask.t("access-role")) {
            @for role in Role::OF_ACCOUNTS {
                option value=(role.id()) selected[*role == chosen] { (ask.locale.word("access-role", role.id())) }
            }
        }
    }
}

fn line(ask: &Ask, a: &Account) -> Markup {
    let act = |what: &str, word: &str| {
        html! {
            form method="post" action=(format!("/accounts/{}/{what}", a.id)) class="inline" {
                (ask.csrf()) button type="submit" class="quiet" { (ask.t(word)) }
            }
        }
    };
    html! {
        tr {
            th scope="row" { bdi { (a.name) } @if ask.reader.account.as_ref() == Some(&a.id) { " " (ask.t("access-you")) } }
            td {
                @if a.closed { (ask.locale.word("access-role", a.role.id())) } @else {
                    form method="post" action=(format!("/accounts/{}/role", a.id)) class="inline" {
                        (ask.csrf()) (roles(ask, a.role)) button type="submit" class="quiet" { (ask.t("access-save")) }
                    }
                }
            }
            td {
                @if a.closed { (ask.t("access-closed")) }
                @else if !a.password && a.passkeys == 0 { (ask.t("access-proof-none")) }
                @else {
                    @if a.password { (ask.t("access-proof-password")) " " }
                    @if a.passkeys > 0 { (ask.locale.t_with("access-proof-passkeys", &[("count", a.passkeys.into())])) }
                }
            }
            td { @match a.seen { Some(at) => (ask.day(at)), None => (ask.t("access-never")) } }
            td { @if !a.closed { (act("sign-out", "access-sign-out-everywhere")) (act("reset", "access-reset")) (act("close", "access-close")) } }
        }
    }
}

pub(super) async fn show(ask: Ask) -> Response {
    match view(&ask).await {
        Ok(view) => ask.page(200, "access-accounts", &list(&ask, &view, None)),
        Err(e) => ask.failed(&e, "/"),
    }
}

fn list(ask: &Ask, view: &View, shown: Option<Markup>) -> Markup {
    html! {
        @if let Some(shown) = shown { (shown) }
        div class="table" tabindex="0" role="region" aria-label=(ask.t("access-accounts")) {
        table {
            thead { tr {
                th scope="col" { (ask.t("access-name")) } th scope="col" { (ask.t("access-role")) }
                th scope="col" { (ask.t("access-proofs")) } th scope="col" { (ask.t("access-seen")) } th { span class="visually-hidden" { (ask.locale.t("col-step")) } }
            } }
            tbody { @for a in &view.items { (line(ask, a)) } }
        }
        }
        h2 { (ask.t("access-invite")) }
        form method="post" action="/accounts/invitations" {
            (ask.csrf())
            p class="field" { label for="note" { (ask.t("access-invite-for")) } input id="note" name="note" type="text" autocomplete="off" required dir="auto"; }
            p class="field" { (roles(ask, Role::Analyst)) }
            button type="submit" { (ask.t("access-invite-make")) }
        }
        @if !view.invitations.is_empty() {
            ul {
                @for i in &view.invitations {
                    li {
                        bdi { (i.note) } " · " (ask.locale.word("access-role", &i.role)) " · " (ask.day(i.expires)) " "
                        form method="post" action=(format!("/accounts/invitations/{}/withdraw", i.id)) class="inline" {
                            (ask.csrf()) button type="submit" class="quiet" { (ask.t("access-withdraw")) }
                        }
                    }
                }
            }
        }
        details {
            summary { (ask.t("access-table")) }
            table {
                thead { tr { th scope="col" { (ask.t("access-role")) } th scope="col" { (ask.t("access-may")) } } }
                tbody { @for role in Role::OF_ACCOUNTS { tr {
                    th scope="row" { (ask.locale.word("access-role", role.id())) }
                    td { ul { @for a in allowed(*role) { li { (ask.locale.word("access-action", a.id())) } } } }
                } } }
            }
        }
        p { a href="/access" { (ask.t("access-restricted")) } " · " a href="/audit" { (ask.t("access-audit")) } }
    }
}

/// The whole address of a path, as the browser that asks sees this desk.
fn whole(ask: &Ask, path: &str) -> String {
    let host = ask.headers.get("host").and_then(|h| h.to_str().ok()).unwrap_or("localhost");
    match &ask.gate.settings.origin {
        Some(origin) => format!("{origin}{path}"),
        None => format!("http://{host}{path}"),
    }
}

pub(super) async fn invite(ask: Ask, body: Bytes) -> Response {
    let Ok(by) = ask.account() else { return refuse::bare(401) };
    let note = csrf::field(&body, "note").unwrap_or_default();
    let Some(role) = csrf::field(&body, "role").and_then(|r| Role::from_id(&r)) else {
        return ask.failed(&StoreError::Refused("access-role-bad"), "/accounts");
    };
    let made = ask.gate.ask(move |store, now| store.invite(role, &note, &by, now)).await;
    let (secret, _) = match made {
        Ok(made) => made,
        Err(e) => return ask.failed(&e, "/accounts"),
    };
    let address = whole(&ask, &format!("/invitation?code={}", secret.reveal()));
    let shown = html! {
        p role="status" { (ask.locale.t_with("access-invite-once", &[("hours", (INVITATION_LIFE / 3600).into())])) }
        p { code class="secret" dir="ltr" { (address) } }
    };
    match view(&ask).await {
        Ok(view) => ask.page(200, "access-accounts", &list(&ask, &view, Some(shown))),
        Err(e) => ask.failed(&e, "/accounts"),
    }
}

pub(super) async fn withdraw(ask: Ask, Path(id): Path<String>) -> Response {
    let Ok(by) = ask.account() else { return refuse::bare(401) };
    match ask.gate.ask(move |store, now| store.withdraw_invitation(&id, &by, now)).await {
        Ok(_) => to("/accounts"),
        Err(e) => ask.failed(&e, "/accounts"),
    }
}

pub(super) async fn role(ask: Ask, Path(id): Path<String>, body: Bytes) -> Response {
    let Ok(by) = ask.account() else { return refuse::bare(401) };
    let Some(role) = csrf::field(&body, "role").and_then(|r| Role::from_id(&r)) else {
        return ask.failed(&StoreError::Refused("access-role-bad"), "/accounts");
    };
    match ask.gate.ask(move |store, now| store.set_role(&AccountId(id), role, Some(&by), now)).await {
        Ok(()) => to("/accounts"),
        Err(e) => ask.failed(&e, "/accounts"),
    }
}

pub(super) async fn close(ask: Ask, Path(id): Path<String>) -> Response {
    let Ok(by) = ask.account() else { return refuse::bare(401) };
    match ask.gate.ask(move |store, now| store.close_account(&AccountId(id), Some(&by), now)).await {
        Ok(()) => to("/accounts"),
        Err(e) => ask.failed(&e, "/accounts"),
    }
}

/// For somebody who lost password and passkeys: all of them are void, and a link is made. Its owner sees it among the events.
pub(super) async fn reset(ask: Ask, Path(id): Path<String>) -> Response {
    let Ok(by) = ask.account() else { return refuse::bare(401) };
    let made = ask.gate.ask(move |store, now| {
        let id = AccountId(id);
        store.reset_account(&id, Some(&by), now)?;
        store.make_link(&id, Some(&by), now)
    });
    let link = match made.await {
        Ok(link) => link,
        Err(e) => return ask.failed(&e, "/accounts"),
    };
    let shown = html! {
        p role="status" { (ask.locale.t_with("access-reset-once", &[("minutes", (LINK_LIFE / 60).into())])) }
        p { code class="secret" dir="ltr" { (whole(&ask, &link.path())) } }
    };
    match view(&ask).await {
        Ok(view) => ask.page(200, "access-accounts", &list(&ask, &view, Some(shown))),
        Err(e) => ask.failed(&e, "/accounts"),
    }
}

pub(super) async fn sign_out(ask: Ask, Path(id): Path<String>) -> Response {
    let Ok(by) = ask.account() else { return refuse::bare(401) };
    match ask.gate.ask(move |store, now| store.end_sessions(&AccountId(id), Some(&by), now)).await {
        Ok(()) => to("/accounts"),
        Err(e) => ask.failed(&e, "/accounts"),
    }
}
