//! A page around what this module shows. The shell of the desk takes its place ([`Settings::frame`](super::Settings)).
//!
//! Must not: hold a script or a style.

use super::{Gate, csrf, reader::Reader};
use crate::desk::locale::{Locale, Wishes, choose};
use axum::{
    http::{HeaderMap, StatusCode, Uri, header},
    response::{Html, IntoResponse as _, Response},
};
use maud::{DOCTYPE, Markup, html};
use std::sync::Arc;

/// A page without its shell.
#[derive(Debug)]
pub struct Framed<'a> {
    /// For whom.
    pub reader: &'a Reader,
    /// The language.
    pub locale: &'a Locale,
    /// What the page is called; the shell makes it the heading.
    pub title: &'a str,
    /// What stands in `main` after the heading.
    pub body: &'a Markup,
}

/// What puts it into the shell.
pub type Frame = Arc<dyn Fn(&Framed<'_>) -> Markup + Send + Sync>;

/// A page without a shell.
#[must_use]
pub fn plain(page: &Framed<'_>) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(page.locale.language.code()) dir=(page.locale.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (page.title) }
            }
            body { main { h1 { (page.title) } (page.body) } }
        }
    }
}

/// The language of a request, as the other pages of the desk choose it.
#[must_use]
pub fn locale(reader: &Reader, headers: &HeaderMap, uri: &Uri) -> Locale {
    let asked = csrf::field(uri.query().unwrap_or_default().as_bytes(), "lang");
    let text = |name| headers.get(name).and_then(|v| v.to_str().ok());
    let cookie = text(header::COOKIE).and_then(|all: &str| all.split(';').find_map(|c| c.trim().strip_prefix("lang=")));
    Locale::of(choose(&Wishes {
        query: asked.as_deref(),
        cookie,
        account: reader.language.as_deref(),
        header: text(header::ACCEPT_LANGUAGE),
        mission: None,
    }))
}

impl Gate {
    /// Answers with a page.
    #[must_use]
    pub fn page(&self, status: u16, reader: &Reader, locale: &Locale, title: &str, body: &Markup) -> Response {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let page = (self.settings.frame)(&Framed { reader, locale, title, body });
        (status, Html(page.into_string())).into_response()
    }
}
