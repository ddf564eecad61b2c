//! A page around what this module shows. The shell of the desk takes its place ([`Settings::frame`](super::Settings)).
//!
//! Must not: hold a script or a style.

use super::{Gate, reader::Reader, words::Words};
use axum::{
    http::StatusCode,
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
    pub words: Words,
    /// What the page is called.
    pub title: &'a str,
    /// What stands in `main`, its heading included.
    pub body: &'a Markup,
}

/// What puts it into the shell.
pub type Frame = Arc<dyn Fn(&Framed<'_>) -> Markup + Send + Sync>;

/// A page without a shell.
#[must_use]
pub fn plain(page: &Framed<'_>) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(page.words.code) dir=(page.words.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (page.title) }
            }
            body { main { (page.body) } }
        }
    }
}

impl Gate {
    /// Answers with a page.
    #[must_use]
    pub fn page(&self, status: u16, reader: &Reader, words: Words, title: &str, body: &Markup) -> Response {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let page = (self.settings.frame)(&Framed { reader, words, title, body });
        (status, Html(page.into_string())).into_response()
    }
}
