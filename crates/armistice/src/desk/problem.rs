//! What went wrong, as data: RFC 9457 problems with a next step. The same is shown as a page.
//!
//! Must not: tell what is there to somebody who may not know, or repeat what a client sent as markup.

use crate::failure::{Exit, Failure};
use armistice_core::case::Refused;
use serde::Serialize;

/// A problem. Its kind is `about:blank` with the words of HTTP, or one of `/problems/KIND`.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Problem {
    /// What kind: a path on this host that tells about it.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// In a few words; the same for all of a kind.
    pub title: &'static str,
    /// The status of HTTP.
    pub status: u16,
    /// What happened here.
    pub detail: String,
    /// What to do next.
    pub next: String,
    /// The parts of the request that it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Part>,
    /// The rule of casework that refused it: its sentence and next step have words in every language.
    #[serde(skip)]
    pub refused: Option<Box<Refused>>,
}

/// A part of a request with what is wrong with it.
#[derive(Clone, Debug, Serialize, schemars::JsonSchema)]
pub struct Part {
    /// A JSON pointer into the body, or the name of a field or parameter.
    pub pointer: String,
    /// What is wrong.
    pub detail: String,
}

/// The kinds of problems: status, name, title. The names are stable.
pub const KINDS: &[(u16, &str, &str)] = &[
    (400, "/problems/unreadable", "The request cannot be read"),
    (401, "/problems/sign-in", "Sign in first"),
    (403, "/problems/not-allowed", "Your role does not allow this"),
    (404, "/problems/not-here", "There is nothing here"),
    (405, "/problems/method", "Not by this method"),
    (409, "/problems/conflict", "Something else stands there"),
    (412, "/problems/stale", "It has changed since you read it"),
    (413, "/problems/too-large", "Too large"),
    (415, "/problems/media-type", "Not in this format"),
    (422, "/problems/refused", "Refused by the rules"),
    (428, "/problems/say-which", "Say which version you mean"),
    (429, "/problems/too-many", "Too many requests"),
    (500, "/problems/broken", "Something broke here"),
    (503, "/problems/busy", "Busy"),
];

impl Problem {
    /// A problem of a status.
    #[must_use]
    pub fn new(status: u16, detail: impl Into<String>, next: impl Into<String>) -> Self {
        let broken = (500, "/problems/broken", "Something broke here");
        let (status, kind, title) = KINDS.iter().copied().find(|(s, _, _)| *s == status).unwrap_or(broken);
        Self { kind, title, status, detail: detail.into(), next: next.into(), errors: Vec::new(), refused: None }
    }

    /// Nothing of this name.
    #[must_use]
    pub fn not_here(what: &str) -> Self {
        Self::new(
            404,
            format!("There is no {what} here."),
            "Look in the list, or exchange registers if it is another member's.",
        )
    }

    /// With a part of the request that it is about.
    #[must_use]
    pub fn at(mut self, pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        self.errors.push(Part { pointer: pointer.into(), detail: detail.into() });
        self
    }

    /// The last part of its kind: the id of its words.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.kind.rsplit('/').next().unwrap_or("broken")
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        let status = match failure.exit {
            Exit::NotFound => 404,
            Exit::Denied => 503,
            Exit::Usage | Exit::InputRefused => 422,
            Exit::Done | Exit::Failed | Exit::NotVerified | Exit::Interrupted => 500,
        };
        let refused = failure.refused;
        Self { refused, ..Self::new(status, failure.sentence, failure.hint.unwrap_or_default()) }
    }
}
