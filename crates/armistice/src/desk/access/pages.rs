//! The pages of this module, and their routes.
//!
//! Must not: hold a word that is not in `access.ftl`, or show a secret a second time.

mod accounts;
mod door;
mod own;
mod passkeys;
mod trail;

use super::{
    Gate, csrf, frame,
    reader::{AccountId, Reader},
    refuse,
    role::Action,
    routes::{Routes, Subject},
    store::StoreError,
};
use crate::desk::locale::Locale;
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, StatusCode, Uri, request::Parts},
    response::{IntoResponse as _, Redirect, Response},
};
use maud::{Markup, html};

/// Every route of accounts and access.
#[must_use]
pub fn routes<S: Clone + Send + Sync + 'static>() -> Routes<S> {
    let own = Subject::Own("id");
    Routes::new()
        .page("/sign-in", Action::SignIn, door::show)
        .form("/sign-in", Action::SignIn, door::enter)
        .form("/sign-in/link", Action::SignIn, door::follow)
        .form("/sign-out", Action::OwnAccount, door::leave)
        .page("/invitation", Action::SignIn, door::invited)
        .form("/invitation", Action::SignIn, door::accept)
        .page("/held", Action::OwnAccount, door::held)
        .form("/held/forget", Action::OwnAccount, door::forget)
        .page("/account", Action::OwnAccount, own::show)
        .form("/account", Action::OwnAccount, own::change)
        .get("/api/v1/account", Action::OwnAccount, own::twin)
        .form("/account/password", Action::OwnAccount, own::password)
        .form("/account/recovery", Action::OwnAccount, own::recovery)
        .form("/account/sign-out-everywhere", Action::OwnAccount, own::everywhere)
        .of(own)
        .form("/account/sessions/{id}/end", Action::OwnAccount, own::end)
        .of(own)
        .form("/account/passkeys/{id}/remove", Action::OwnAccount, own::remove_passkey)
        .page("/account/tokens", Action::OwnAccount, own::tokens)
        .form("/account/tokens", Action::OwnAccount, own::make_token)
        .of(own)
        .form("/account/tokens/{id}/revoke", Action::OwnAccount, own::revoke_token)
        .post("/passkey/register/begin", Action::OwnAccount, passkeys::begin_making)
        .post("/passkey/register/finish", Action::OwnAccount, passkeys::finish_making)
        .post("/passkey/sign-in/begin", Action::SignIn, passkeys::begin_sign_in)
        .post("/passkey/sign-in/finish", Action::SignIn, passkeys::finish_sign_in)
        .page("/accounts", Action::ManageAccounts, accounts::show)
        .get("/api/v1/accounts", Action::ManageAccounts, accounts::twin)
        .form("/accounts/invitations", Action::ManageAccounts, accounts::invite)
        .of(own)
        .form("/accounts/invitations/{id}/withdraw", Action::ManageAccounts, accounts::withdraw)
        .form("/accounts/{id}/role", Action::ManageAccounts, accounts::role)
        .form("/accounts/{id}/close", Action::ManageAccounts, accounts::close)
        .form("/accounts/{id}/reset", Action::ManageAccounts, accounts::reset)
        .form("/accounts/{id}/sign-out", Action::ManageAccounts, accounts::sign_out)
        .page("/access", Action::ManageGrants, trail::restricted)
        .form("/access/change", Action::ManageGrants, trail::change)
        .page("/access/changes", Action::OwnAccount, trail::changes)
        .get("/api/v1/access/changes", Action::OwnAccount, trail::changes_twin)
        .page("/audit", Action::ReadAudit, trail::audit)
        .get("/api/v1/audit", Action::ReadAudit, trail::audit_twin)
        .get("/audit.jsonl", Action::ReadAudit, trail::audit_file)
}

/// "12 hidden by your access": what every list says under its rows. Nothing when nothing is hidden.
#[must_use]
pub fn hidden(locale: &Locale, hidden: u64) -> Markup {
    html! {
        @if hidden > 0 {
            p class="hidden-by-access" role="note" {
                (locale.t_with("access-hidden", &[("count", hidden.into())])) " "
                a href="/access/changes" { (locale.t("access-hidden-why")) }
            }
        }
    }
}

/// What a handler of this module has.
pub(super) struct Ask {
    gate: Gate,
    reader: Reader,
    locale: Locale,
    uri: Uri,
    headers: HeaderMap,
}

impl<S: Send + Sync> FromRequestParts<S> for Ask {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, StatusCode> {
        let gate = Gate::from_request_parts(parts, state).await?;
        let reader = Reader::from_request_parts(parts, state).await?;
        let locale = frame::locale(&reader, &parts.headers, &parts.uri);
        Ok(Self { gate, reader, locale, uri: parts.uri.clone(), headers: parts.headers.clone() })
    }
}

impl Ask {
    fn t(&self, id: &str) -> String {
        self.locale.t(id)
    }

    fn page(&self, status: u16, title: &str, body: &Markup) -> Response {
        self.gate.page(status, &self.reader, &self.locale, &self.t(title), body)
    }

    /// The account; routes of this module that use it are closed to nobody in particular.
    #[expect(clippy::result_large_err, reason = "the error is the answer, made once")]
    fn account(&self) -> Result<AccountId, Response> {
        self.reader.account.clone().ok_or_else(|| refuse::bare(401))
    }

    fn csrf(&self) -> Markup {
        html! { input type="hidden" name=(csrf::FIELD) value=(self.reader.csrf_token()); }
    }

    fn query(&self, name: &str) -> Option<String> {
        csrf::field(self.uri.query().unwrap_or_default().as_bytes(), name)
    }

    /// A sentence about what could not be done, with a way back.
    fn failed(&self, error: &StoreError, back: &str) -> Response {
        let (status, id) = match error {
            StoreError::Refused(id) => (422, *id),
            StoreError::Sql(_) | StoreError::Io(_) | StoreError::Random(_) | StoreError::Layout(_) => {
                (500, "access-failed")
            }
        };
        let body = html! {
            p class="problem" role="alert" { (self.t(id)) }
            p { a href=(back) { (self.t("access-back")) } }
        };
        self.page(status, "access-not-done", &body)
    }

    fn day(&self, at: i64) -> String {
        jiff::Timestamp::from_second(at).map_or_else(|_| at.to_string(), |t| self.locale.moment(t))
    }
}

fn to(path: &str) -> Response {
    Redirect::to(path).into_response()
}

/// A text field with its label.
fn field(label: &str, name: &str, kind: &str, autocomplete: &str) -> Markup {
    html! {
        p class="field" {
            label for=(name) { (label) }
            input id=(name) name=(name) type=(kind) autocomplete=(autocomplete) required dir="auto";
        }
    }
}
