//! What one gets who may not: a page for people, a problem (RFC 9457) for programs.
//!
//! Must not: say whether something restricted exists.

pub use crate::serve::problem;

use super::{
    Gate,
    csrf::{encoded, onward},
    frame::locale,
    reader::Reader,
    role::Denied,
    routes::Class,
};
use armistice_core::named::Named as _;
use axum::{
    extract::Request,
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse as _, Redirect, Response},
};
use maud::html;

/// An answer of a status alone.
#[must_use]
pub fn bare(status: u16) -> Response {
    code(status).into_response()
}

fn code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// A sentence, before anybody knows what language is wanted: text for a browser, a problem for programs that ask for JSON.
#[must_use]
pub fn sentence(status: u16, headers: &HeaderMap, text: &str) -> Response {
    let accept = headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    if accept.contains("json") && !accept.contains("text/html") {
        let title = code(status).canonical_reason().unwrap_or("Refused");
        return problem(status, "refused", title, text);
    }
    (code(status), [("content-type", "text/plain; charset=utf-8")], format!("{text}\n")).into_response()
}

/// Too many requests.
#[must_use]
pub fn later(seconds: i64) -> Response {
    let mut answer =
        problem(429, "too-many-requests", "Too many requests", "Wait as long as Retry-After says, then go on.");
    if let Ok(value) = seconds.max(1).to_string().parse() {
        answer.headers_mut().insert(header::RETRY_AFTER, value);
    }
    answer
}

/// A token that does not work.
#[must_use]
pub fn token(status: u16) -> Response {
    match status {
        500 => problem(
            500,
            "not-read",
            "The accounts cannot be read",
            "Look at what the server says where it was started.",
        ),
        _ => {
            let mut answer = problem(
                401,
                "token-refused",
                "The token does not work",
                "Make a new one under /account/tokens; it may have ended or been revoked.",
            );
            answer.headers_mut().insert(header::WWW_AUTHENTICATE, header::HeaderValue::from_static("Bearer"));
            answer
        }
    }
}

/// A method that the path does not have, where programs ask: the same status and `Allow`, with a problem.
#[must_use]
pub fn method(answer: Response) -> Response {
    let mut told = problem(405, "method", "Not by this method", "Ask by a method that the header Allow names.");
    if let Some(allow) = answer.headers().get(header::ALLOW) {
        told.headers_mut().insert(header::ALLOW, allow.clone());
    }
    told
}

/// Whether a person with a browser waits for the answer.
fn wants_page(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains("text/html"))
}

/// Asks to sign in, and to come back here.
#[must_use]
pub fn sign_in(gate: &Gate, reader: &Reader, to: &Uri, headers: &HeaderMap) -> Response {
    if !wants_page(headers) {
        let mut answer = problem(401, "not-signed-in", "Not signed in", "Send a token: Authorization: Bearer …");
        answer.headers_mut().insert(header::WWW_AUTHENTICATE, header::HeaderValue::from_static("Bearer"));
        return answer;
    }
    let path = to.path_and_query().map_or("/", axum::http::uri::PathAndQuery::as_str);
    let address = format!("/sign-in?then={}", encoded(onward(Some(path))));
    if path == "/held" {
        // Something was typed and is kept: that is said before the sign-in.
        let w = locale(reader, headers, to);
        let body = html! {
            p { (w.t("access-held-kept")) }
            p { a class="button" href=(address) { (w.t("access-sign-in")) } }
        };
        return gate.page(401, reader, &w, &w.t("access-held-title"), &body);
    }
    Redirect::to(&address).into_response()
}

/// There is no such thing, or it is restricted: one answer for both, so that they are not told apart.
#[must_use]
pub fn nothing(gate: &Gate, reader: &Reader, page: bool, headers: &HeaderMap, uri: &Uri) -> Response {
    if page {
        let w = locale(reader, headers, uri);
        let body = html! {
            p { (w.t("access-not-found")) }
            p { a href="/" { (w.t("access-first-page")) } }
        };
        return gate.page(404, reader, &w, &w.t("access-not-found-title"), &body);
    }
    let next = "Look at the lists; they say how many entries your access hides.";
    problem(404, "not-found", "There is no such thing", next)
}

/// The answer to one who may not.
pub async fn denied(gate: &Gate, reader: &Reader, class: Class, denied: Denied, request: Request) -> Response {
    gate.count_denial();
    let headers = request.headers();
    let page = match class {
        Class::Page | Class::Form => true,
        Class::Api | Class::Upload => false,
    };
    if denied == Denied::SignIn {
        if page && wants_page(headers) {
            // A form comes back to the first page: what was posted cannot be asked for again.
            let root = Uri::from_static("/");
            let to = if class == Class::Form { &root } else { request.uri() };
            return sign_in(gate, reader, to, headers);
        }
        let mut answer = problem(
            401,
            "not-signed-in",
            "Not signed in",
            "Sign in at /sign-in, or send a token: Authorization: Bearer …",
        );
        answer.headers_mut().insert(header::WWW_AUTHENTICATE, header::HeaderValue::from_static("Bearer"));
        return answer;
    }
    let (status, kind, title, next, sentence) = match denied {
        Denied::SignIn | Denied::Restricted => {
            return nothing(gate, reader, page && wants_page(headers), headers, request.uri());
        }
        Denied::Role(action) => {
            let next = format!("Ask an administrator of the desk for a role with the action {}.", action.id());
            (403, "role", "Your role does not allow this", next, "access-role-denied")
        }
        Denied::Scope(scope) => {
            let next = scope.map_or_else(
                || "No token does this; sign in.".to_owned(),
                |s| format!("Make a token with the scope {}.", s.id()),
            );
            (403, "scope", "The token has no scope for this", next, "access-role-denied")
        }
    };
    if page && wants_page(headers) {
        let w = locale(reader, headers, request.uri());
        let body = html! {
            p { (w.t(sentence)) }
            p { a href="/" { (w.t("access-first-page")) } }
        };
        return gate.page(status, reader, &w, &w.t(&format!("{sentence}-title")), &body);
    }
    problem(status, kind, title, &next)
}
