//! The ceremonies of passkeys, in JSON: the browser's part is a script, because there is no other way to ask for a passkey.
//!
//! Must not: say why a passkey was refused.

use super::{
    super::{
        audit::{Event, Say},
        cookie::Kind,
        csrf::onward,
        passkey::PasskeyError,
        refuse,
        session::Method,
        store::StoreError,
    },
    Ask,
};
use crate::serve::blocking;
use axum::{
    Json,
    body::Bytes,
    http::header,
    response::{IntoResponse as _, Response},
};
use webauthn_rs::prelude::{PublicKeyCredential, RegisterPublicKeyCredential};

/// What the browser made, with the ceremony that it belongs to.
#[derive(serde::Deserialize)]
struct Made {
    ceremony: String,
    #[serde(default)]
    label: String,
    credential: RegisterPublicKeyCredential,
}

/// What the browser signed.
#[derive(serde::Deserialize)]
struct Given {
    ceremony: String,
    #[serde(default)]
    then: Option<String>,
    credential: PublicKeyCredential,
}

fn refused() -> Response {
    refuse::problem(
        403,
        "passkey-refused",
        "The passkey was not accepted",
        "Try again, or sign in with a password and a code.",
    )
}

fn none() -> Response {
    refuse::problem(
        409,
        "no-passkeys-here",
        "Browsers give no passkeys to this address",
        "Open the desk by a name (http://localhost:PORT), or start it with --origin https://…",
    )
}

fn failed(e: &PasskeyError) -> Response {
    match e {
        PasskeyError::Refused | PasskeyError::Store(StoreError::Refused(_)) => refused(),
        PasskeyError::Store(_) => refuse::bare(500),
    }
}

pub(super) async fn begin_making(ask: Ask) -> Response {
    let Ok(id) = ask.account() else { return refuse::bare(401) };
    let (gate, name) = (ask.gate.clone(), ask.reader.name.clone());
    let made = blocking(move || {
        let keys = gate.passkeys.as_ref()?;
        Some(keys.begin_making(gate.store(), &id, &name, gate.now()))
    });
    match made.await {
        Some(Some(Ok((ceremony, options)))) => {
            Json(serde_json::json!({ "ceremony": ceremony, "options": options })).into_response()
        }
        Some(Some(Err(e))) => failed(&e),
        Some(None) => none(),
        None => refuse::bare(500),
    }
}

pub(super) async fn finish_making(ask: Ask, body: Bytes) -> Response {
    let Ok(id) = ask.account() else { return refuse::bare(401) };
    let Ok(made) = serde_json::from_slice::<Made>(&body) else { return refused() };
    let gate = ask.gate.clone();
    let done = blocking(move || {
        let keys = gate.passkeys.as_ref()?;
        Some(keys.finish_making(gate.store(), &id, &made.ceremony, &made.label, &made.credential, gate.now()))
    });
    match done.await {
        Some(Some(Ok(()))) => Json(serde_json::json!({ "next": "/account#passkeys" })).into_response(),
        Some(Some(Err(e))) => failed(&e),
        Some(None) => none(),
        None => refuse::bare(500),
    }
}

pub(super) async fn begin_sign_in(ask: Ask) -> Response {
    let Some(keys) = ask.gate.passkeys.as_ref() else { return none() };
    match keys.begin_sign_in(ask.gate.now()) {
        Ok((ceremony, options)) => {
            Json(serde_json::json!({ "ceremony": ceremony, "options": options })).into_response()
        }
        Err(e) => failed(&e),
    }
}

pub(super) async fn finish_sign_in(ask: Ask, body: Bytes) -> Response {
    let Ok(given) = serde_json::from_slice::<Given>(&body) else { return refused() };
    let (gate, old, then) = (ask.gate.clone(), ask.reader.session.clone(), given.then.clone());
    let done = blocking(move || {
        let keys = gate.passkeys.as_ref()?;
        let (store, now) = (gate.store(), gate.now());
        let found = keys.finish_sign_in(store, &given.ceremony, &given.credential, now);
        if matches!(found, Err(PasskeyError::Refused)) {
            let say = Say { event: Event::SignInFailed, actor: None, object: "", detail: "passkey" };
            if let Err(e) = store.note(now, say) {
                return Some(Err(e.into()));
            }
        }
        Some(found.and_then(|id| Ok(store.begin_session(&id, Method::Passkey, old.as_ref(), now)?)))
    });
    match done.await {
        Some(Some(Ok(token))) => {
            let cookies = &ask.gate.cookies;
            let next = if cookies.find(&ask.headers, Kind::Held).is_some() { "/held" } else { onward(then.as_deref()) };
            let mut answer = Json(serde_json::json!({ "next": next })).into_response();
            if let Some(cookie) = cookies.set(Kind::Session, token.reveal(), Some(ask.gate.settings.lives.whole)) {
                answer.headers_mut().append(header::SET_COOKIE, cookie);
            }
            answer
        }
        Some(Some(Err(e))) => failed(&e),
        Some(None) => none(),
        None => refuse::bare(500),
    }
}
