//! The own account: name and language, password and codes, passkeys, sessions, tokens.
//!
//! Must not: act on anything of another account.

use super::{
    super::{
        account::Account,
        audit::Line,
        csrf,
        passkey::Held,
        password,
        reader::{AccountId, SessionId},
        role::{Scope, allowed},
        session::Session,
        store::StoreError,
        token::Token,
    },
    Ask, door, field, to,
};
use crate::{desk::locale::Language, serve::blocking};
use armistice_core::named::Named as _;
use axum::{
    body::Bytes,
    extract::Path,
    response::{IntoResponse as _, Response},
};
use maud::{Markup, html};

/// What the page shows, and its twin.
#[derive(Clone, Debug, serde::Serialize)]
pub(super) struct View {
    account: Account,
    sessions: Vec<Session>,
    passkeys: Vec<Held>,
    events: Vec<Line>,
}

async fn view(ask: &Ask) -> Result<View, Response> {
    let id = ask.account()?;
    let lives = ask.gate.settings.lives;
    ask.gate
        .ask(move |store, now| {
            Ok(View {
                account: store.account(&id)?.ok_or(StoreError::Refused("access-no-account"))?,
                sessions: store.sessions(&id, lives, now)?,
                passkeys: store.passkeys(&id)?,
                events: store.audit_about(&id, 20)?,
            })
        })
        .await
        .map_err(|e| ask.failed(&e, "/"))
}

pub(super) async fn twin(ask: Ask) -> Response {
    match view(&ask).await {
        Ok(view) => axum::Json(view).into_response(),
        Err(answer) => answer,
    }
}

fn button(ask: &Ask, action: &str, word: &str) -> Markup {
    html! {
        form method="post" action=(action) class="inline" { (ask.csrf()) button type="submit" class="quiet" { (ask.t(word)) } }
    }
}

pub(super) async fn show(ask: Ask) -> Response {
    let View { account, sessions, passkeys, events } = match view(&ask).await {
        Ok(view) => view,
        Err(answer) => return answer,
    };
    let current = ask.reader.session.clone();
    let body = html! {
        @if !account.password && account.passkeys == 0 { p class="notice" role="note" { (ask.t("access-no-proof")) } }
        p { (ask.locale.t_with("access-role-is", &[("role", ask.locale.word("access-role", account.role.id()).into())])) }
        form method="post" action="/account" {
            (ask.csrf())
            p class="field" {
                label for="name" { (ask.t("access-name-own")) }
                input id="name" name="name" type="text" value=(account.name) autocomplete="username" required dir="auto";
            }
            p class="field" {
                label for="language" { (ask.t("access-language")) }
                select id="language" name="language" {
                    @for l in Language::ALL {
                        option value=(l.code()) lang=(l.code()) selected[ask.locale.language == *l] { (l.own_name()) }
                    }
                }
            }
            button type="submit" { (ask.t("access-save")) }
        }
        section id="passkeys" {
            h2 { (ask.t("access-passkeys")) }
            @if passkeys.is_empty() { p { (ask.t("access-passkeys-none")) } }
            ul {
                @for key in &passkeys {
                    li { bdi { (key.label) } " · " (ask.day(key.added)) " "
                        (button(&ask, &format!("/account/passkeys/{}/remove", key.id), "access-remove")) }
                }
            }
            @if ask.gate.passkeys.is_some() {
                div data-island="passkey" data-purpose="register" data-begin="/passkey/register/begin"
                    data-finish="/passkey/register/finish" data-then="/account" data-csrf=(ask.reader.csrf_token()) {
                    button type="button" hidden { (ask.t("access-passkey-add")) }
                    p role="status" {}
                }
            }
            p class="hint" { (ask.t("access-passkey-hint")) }
        }
        section id="password-and-codes" {
            h2 { (ask.t("access-password-and-codes")) }
            p { (ask.t(if account.password { "access-password-is-set" } else { "access-password-is-not-set" })) }
            form method="post" action="/account/password" {
                (ask.csrf())
                @if account.password { (field(&ask.t("access-password-now"), "current", "password", "current-password")) }
                (door::password_fields(&ask, &account.name, true))
                button type="submit" { (ask.t("access-password-set")) }
            }
            @if account.password {
                p { (ask.locale.t_with("access-recovery-left", &[("count", account.recovery.into())])) }
                form method="post" action="/account/recovery" {
                    (ask.csrf())
                    button type="submit" { (ask.t("access-recovery-make")) }
                }
            }
        }
        section id="sessions" {
            h2 { (ask.t("access-sessions")) }
            table {
                thead { tr { th { (ask.t("access-method")) } th { (ask.t("access-began")) } th { (ask.t("access-seen")) } th { span class="visually-hidden" { (ask.locale.t("col-step")) } } } }
                tbody {
                    @for s in &sessions {
                        tr {
                            td { (ask.locale.word("access-method", &s.method)) }
                            td { (ask.day(s.began)) }
                            td { (ask.day(s.seen)) }
                            td {
                                @if current.as_ref() == Some(&s.id) { (ask.t("access-this-session")) }
                                @else { (button(&ask, &format!("/account/sessions/{}/end", s.id.0), "access-end")) }
                            }
                        }
                    }
                }
            }
            (button(&ask, "/account/sign-out-everywhere", "access-sign-out-everywhere"))
            (button(&ask, "/sign-out", "access-sign-out"))
        }
        p { a href="/account/tokens" { (ask.t("access-tokens")) } " · " a href="/access/changes" { (ask.t("access-changes")) } }
        section id="events" {
            h2 { (ask.t("access-events")) }
            ul { @for e in &events { li { (ask.day(e.at)) " · " (ask.locale.word("access-event", &e.event)) } } }
        }
    };
    ask.page(200, "access-account", &body)
}

pub(super) async fn change(ask: Ask, body: Bytes) -> Response {
    let text = |name| csrf::field(&body, name).unwrap_or_default();
    let (name, language) = (text("name"), text("language"));
    let Ok(id) = ask.account() else { return super::refuse::bare(401) };
    let done = ask.gate.ask(move |store, _| {
        store.rename(&id, &name)?;
        store.set_language(&id, &language)
    });
    match done.await {
        Ok(()) => to("/account"),
        Err(e) => ask.failed(&e, "/account"),
    }
}

/// Whether somebody who is signed in knows the present password: a session that was left open is not enough to take an
/// account over. Tries are counted as sign-ins are.
async fn confirmed(ask: &Ask, id: &AccountId, typed: String) -> Result<(), StoreError> {
    let (gate, id) = (ask.gate.clone(), id.clone());
    let _place = ask.gate.hashing.acquire().await.map_err(|_| StoreError::Refused("access-failed"))?;
    let work = move || {
        let (store, now) = (gate.store(), gate.now());
        let account = store.account(&id)?.ok_or(StoreError::Refused("access-no-account"))?;
        if !account.password {
            return Ok(());
        }
        let folded = super::super::account::fold(&account.name);
        if store.attempt(&folded, now)?.is_err() {
            return Err(StoreError::Refused("access-wait-a-while"));
        }
        let proofs = store.proofs(&folded)?;
        let kept = proofs.as_ref().and_then(|p| p.hashed.as_ref());
        let typed = if typed.len() > password::MOST { "" } else { &typed };
        match gate.hasher.verify(typed, kept) {
            Ok(true) => store.came_in(&folded),
            Ok(false) | Err(_) => Err(StoreError::Refused("access-password-wrong")),
        }
    };
    blocking(work).await.unwrap_or(Err(StoreError::Refused("access-failed")))
}

pub(super) async fn password(ask: Ask, body: Bytes) -> Response {
    let Ok(id) = ask.account() else { return super::refuse::bare(401) };
    let current = csrf::field(&body, "current").unwrap_or_default();
    if let Err(e) = confirmed(&ask, &id, current).await {
        return ask.failed(&e, "/account#password-and-codes");
    }
    let (hashed, secret, step) = match door::read_password(&ask, &body, &ask.reader.name).await {
        Ok(read) => read,
        Err(e) => return ask.failed(&e, "/account#password-and-codes"),
    };
    let keep = ask.reader.session.clone();
    let done = ask.gate.ask(move |store, now| {
        store.set_password(&id, &hashed, &secret, step, keep.as_ref().map(|s| s.0.as_str()), now)
    });
    match done.await {
        Ok(()) => to("/account#password-and-codes"),
        Err(e) => ask.failed(&e, "/account#password-and-codes"),
    }
}

pub(super) async fn recovery(ask: Ask) -> Response {
    let Ok(id) = ask.account() else { return super::refuse::bare(401) };
    match ask.gate.ask(move |store, now| store.make_recovery(&id, now)).await {
        Ok(codes) => {
            let body = html! {
                p { (ask.t("access-recovery-once")) }
                ul class="secrets" { @for code in &codes { li { code dir="ltr" { (code) } } } }
                p { a href="/account" { (ask.t("access-back")) } }
            };
            ask.page(200, "access-recovery", &body)
        }
        Err(e) => ask.failed(&e, "/account"),
    }
}

pub(super) async fn everywhere(ask: Ask) -> Response {
    let Ok(id) = ask.account() else { return super::refuse::bare(401) };
    match ask.gate.ask(move |store, now| store.end_sessions(&id, Some(&id), now)).await {
        Ok(()) => to("/sign-in"),
        Err(e) => ask.failed(&e, "/account"),
    }
}

/// What is not one's own is as good as not there.
fn done(ask: &Ask, found: Result<bool, StoreError>, back: &str) -> Response {
    match found {
        Ok(true) => to(back),
        Ok(false) => ask.page(404, "access-not-found-title", &html! { p { (ask.t("access-not-found")) } }),
        Err(e) => ask.failed(&e, back),
    }
}

pub(super) async fn end(ask: Ask, Path(session): Path<String>) -> Response {
    let Ok(id) = ask.account() else { return super::refuse::bare(401) };
    let found = ask.gate.ask(move |store, now| store.end_session(&id, &SessionId(session), now)).await;
    done(&ask, found, "/account#sessions")
}

pub(super) async fn remove_passkey(ask: Ask, Path(key): Path<String>) -> Response {
    let Ok(id) = ask.account() else { return super::refuse::bare(401) };
    let found = ask.gate.ask(move |store, now| store.remove_passkey(&id, &key, now)).await;
    done(&ask, found, "/account#passkeys")
}

fn token_list(ask: &Ask, tokens: &[Token], shown: Option<&str>) -> Markup {
    let role = ask.reader.role;
    let possible = Scope::ALL.iter().filter(|s| allowed(role).iter().any(|a| a.scope() == Some(**s)));
    html! {
        @if let Some(secret) = shown {
            p role="status" { (ask.t("access-token-once")) }
            p { code class="secret" dir="ltr" { (secret) } }
        }
        @if tokens.is_empty() { p { (ask.t("access-tokens-none")) } } @else {
            table {
                thead { tr {
                    th { (ask.t("access-label")) } th { (ask.t("access-scopes")) } th { (ask.t("access-until")) } th { (ask.t("access-used")) } th { span class="visually-hidden" { (ask.locale.t("col-step")) } }
                } }
                tbody { @for t in tokens { tr {
                    td { bdi { (t.label) } }
                    td { @for s in &t.scopes { (ask.locale.word("access-scope", s)) " " } }
                    td { (ask.day(t.expires)) }
                    td { @match t.used { Some(at) => (ask.day(at)), None => (ask.t("access-never")) } }
                    td { (button(ask, &format!("/account/tokens/{}/revoke", t.id), "access-revoke")) }
                } } }
            }
        }
        h2 { (ask.t("access-token-new")) }
        form method="post" action="/account/tokens" {
            (ask.csrf())
            (field(&ask.t("access-label"), "label", "text", "off"))
            fieldset {
                legend { (ask.t("access-scopes")) }
                @for s in possible {
                    p { label { input type="checkbox" name="scope" value=(s.id()) checked[*s == Scope::Read]; " " (ask.locale.word("access-scope", s.id())) } }
                }
            }
            p class="field" {
                label for="days" { (ask.t("access-days")) }
                input id="days" name="days" type="number" min="1" max="366" value="30" required;
            }
            button type="submit" { (ask.t("access-token-make")) }
        }
    }
}

pub(super) async fn tokens(ask: Ask) -> Response {
    let Ok(id) = ask.account() else { return super::refuse::bare(401) };
    match ask.gate.ask(move |store, now| store.tokens(&id, now)).await {
        Ok(tokens) => ask.page(200, "access-tokens", &token_list(&ask, &tokens, None)),
        Err(e) => ask.failed(&e, "/account"),
    }
}

pub(super) async fn make_token(ask: Ask, body: Bytes) -> Response {
    let Ok(id) = ask.account() else { return super::refuse::bare(401) };
    let label = csrf::field(&body, "label").unwrap_or_default();
    let days = csrf::field(&body, "days").and_then(|d| d.parse().ok()).unwrap_or(30);
    let asked = csrf::fields(&body).into_iter().filter(|(n, _)| n == "scope").filter_map(|(_, s)| Scope::from_id(&s));
    // No token for more than its maker may now.
    let may = allowed(ask.reader.role);
    let scopes = asked.filter(|s| may.iter().any(|a| a.scope() == Some(*s))).collect();
    let made = ask.gate.ask(move |store, now| {
        let (secret, _) = store.make_token(&id, &label, &scopes, days, now)?;
        Ok((secret, store.tokens(&id, now)?))
    });
    match made.await {
        Ok((secret, tokens)) => ask.page(200, "access-tokens", &token_list(&ask, &tokens, Some(secret.reveal()))),
        Err(e) => ask.failed(&e, "/account/tokens"),
    }
}

pub(super) async fn revoke_token(ask: Ask, Path(token): Path<String>) -> Response {
    let Ok(id) = ask.account() else { return super::refuse::bare(401) };
    let found = ask.gate.ask(move |store, now| store.revoke_token(&id, &token, now)).await;
    done(&ask, found, "/account/tokens")
}
