//! The desk: the web interface in which the work is done. Pages are made here, work without scripts, and have a JSON twin from the same struct.
//!
//! Must not: judge, or ask another host for anything.
//!
//! - [`snapshot`]: what the registers say now.
//! - [`index`], [`query`], [`export`]: lists, and exactly what was listed as files of other programs.
//! - [`access`]: who asks, and what they may do; every route is registered there.
//! - [`screen`], [`page`]: the screens and the shell around them. [`problem`]: what went wrong.
//! - [`locale`], [`assets`]: words, numbers and dates; the files of the browser.

pub mod access;
pub mod assets;
pub mod export;
pub mod index;
pub mod locale;
pub mod page;
pub mod problem;
pub mod query;
pub mod screen;
pub mod snapshot;

use self::{
    access::Reader,
    locale::{Language, Locale},
    snapshot::Snapshots,
};
use crate::{cli::demo, failure::Failure, mission::Mission};
use axum::http::{HeaderMap, Uri, header};
use std::sync::Arc;

/// What every handler has.
#[derive(Debug)]
pub struct Desk {
    /// The mission folder.
    pub mission: Mission,
    /// What the registers say.
    pub snapshots: Snapshots,
    /// Accounts and sessions.
    pub store: access::Store,
    /// The mission is the demonstration: every page says so.
    pub demonstration: bool,
}

impl Desk {
    /// Opens the desk of a mission folder, and composes what its registers hold.
    pub fn open(mission: Mission) -> Result<Arc<Self>, Failure> {
        let snapshots = Snapshots::open(&mission)?;
        let store = access::Store::open(&mission.root)?;
        let demonstration = mission.file.title == demo::TITLE;
        Ok(Arc::new(Self { mission, snapshots, store, demonstration }))
    }

    /// The language of a request: asked for in the address, chosen before (a cookie), of the account, wanted by the browser.
    #[must_use]
    pub fn locale(&self, headers: &HeaderMap, uri: &Uri, reader: &Reader) -> Locale {
        let asked = screen::pairs(uri.query().unwrap_or("").as_bytes());
        let asked = asked.iter().find(|(n, _)| n == "lang").and_then(|(_, v)| Language::parse(v));
        let text = |name| headers.get(name).and_then(|v: &axum::http::HeaderValue| v.to_str().ok()).unwrap_or("");
        let cookie = || {
            let all = text(header::COOKIE);
            all.split(';').filter_map(|c| c.trim().strip_prefix("lang=")).find_map(Language::parse)
        };
        let wanted = || locale::wanted(text(header::ACCEPT_LANGUAGE));
        Locale::of(asked.or_else(cookie).or(reader.language).or_else(wanted).unwrap_or(Language::En))
    }
}
