//! Settings of a reader, facts of the mission; help on the query, the keys, and the kinds of problems.
//!
//! Must not: keep a setting anywhere but in the reader's own browser.

use super::{Context, Screen, values};
use crate::desk::{
    access::Role,
    locale::{Language, Locale},
    page::Shell,
    problem::{KINDS, Problem},
    query::{Field, Kind, columns},
};
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use maud::{Markup, html};
use serde::Serialize;

/// Cookies of settings, with the values that they take; the first is the usual one.
pub const COOKIES: &[(&str, &[&str])] = &[
    ("digits", &["western", "native"]),
    ("calendar", &["gregorian", "jalali"]),
    ("theme", &["system", "light", "dark"]),
    ("density", &["comfortable", "compact"]),
    ("keys", &["on", "off"]),
];

/// What is set, and what the mission is.
#[derive(Debug, Serialize)]
pub struct Settings {
    /// Code of the language.
    pub language: String,
    /// Each setting with its value.
    pub settings: Vec<(String, String)>,
    /// The mission's id.
    pub mission: String,
    /// Its title.
    pub title: String,
    /// This folder's member.
    pub member: String,
    /// Agreements that it has adopted: SHA-256 and title.
    pub agreements: Vec<(String, String)>,
    /// The version of this program.
    pub version: &'static str,
}

/// A cookie of a request.
#[must_use]
pub fn cookie<'a>(asked: &'a Context, name: &str) -> Option<&'a str> {
    let all = asked.headers.get(header::COOKIE)?.to_str().ok()?;
    all.split(';').find_map(|c| c.trim().strip_prefix(name)?.strip_prefix('='))
}

/// What is set.
pub fn view(asked: &Context) -> Result<Settings, Problem> {
    let set = |(name, all): &(&str, &[&str])| {
        let value = cookie(asked, name).filter(|v| all.contains(v)).or_else(|| all.first().copied()).unwrap_or("");
        ((*name).to_owned(), value.to_owned())
    };
    let mission = &asked.desk.mission;
    Ok(Settings {
        language: asked.locale.language.code().to_owned(),
        settings: COOKIES.iter().map(set).collect(),
        mission: mission.file.id.clone(),
        title: mission.file.title.clone(),
        member: mission.member.to_string(),
        agreements: asked.snapshot.brief.agreements.iter().map(|a| (a.sha256.clone(), a.title.clone())).collect(),
        version: env!("CARGO_PKG_VERSION"),
    })
}

/// Keeps what was chosen, in cookies of the reader's browser.
pub fn save(asked: &Context) -> Result<Response, Problem> {
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, "/settings")]).into_response();
    let mut keep = |name: &str, value: &str| {
        let cookie = format!("{name}={value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    };
    if let Some(language) = asked.field("lang").and_then(Language::parse) {
        keep("lang", language.code());
    }
    for (name, all) in COOKIES {
        let Some(value) = asked.field(name) else { continue };
        if !all.contains(&value) {
            return Err(Problem::new(422, "There is no such choice.", "Choose among those that are offered.")
                .at(*name, "not among the choices"));
        }
        keep(name, value);
    }
    Ok(response)
}

impl Screen for Settings {
    fn title(&self, locale: &Locale) -> String {
        locale.t("nav-settings")
    }

    fn place(&self) -> &'static str {
        "/settings"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            form class="stack" method="post" action="/settings" { (shell.csrf())
                p class="field" { label for="set-lang" { (l.t("language")) }
                    select id="set-lang" name="lang" { @for language in Language::ALL { option value=(language.code()) lang=(language.code()) selected[language.code() == self.language] { (language.own_name()) } } } }
                @for ((name, value), (_, all)) in self.settings.iter().zip(COOKIES) {
                    p class="field" { label for={ "set-" (name) } { (l.t(&format!("settings-{name}"))) }
                        select id={ "set-" (name) } name=(name) { @for v in *all { option value=(v) selected[v == value] { (l.t(&format!("settings-{name}-{v}"))) } } } }
                }
                button class="button" { (l.t("do-save")) }
            }
            section { h2 { (l.t("mission")) }
                dl class="facts" {
                    dt { (l.t("col-name")) } dd { (shell.name(&self.title)) }
                    dt { (l.t("settings-id")) } dd { code class="digest" { (self.mission) } }
                    dt { (l.t("col-member")) } dd { (shell.name(&self.member)) }
                    dt { (l.t("nav-agreements")) } dd { @for (sha, title) in &self.agreements { a href={ "/agreements/" (sha) } { (shell.name(title)) } " " } }
                    dt { (l.t("settings-program")) } dd { bdi { "Armistice " (self.version) } }
                } }
            p { a href="/help/query" { (l.t("help-query")) } " · " a href="/help/keys" { (l.t("keys-title")) } " · " a href="/accounts" { (l.t("settings-accounts")) } }
        }
    }
}

/// A page of help.
#[derive(Debug, Serialize)]
pub enum Help {
    /// On the words of a query.
    Query {
        /// The fields that can be asked for.
        fields: Vec<&'static str>,
        /// The kinds of lists with their columns.
        lists: Vec<(&'static str, Vec<&'static str>)>,
    },
    /// On the keys.
    Keys(Vec<(&'static str, &'static str)>),
}

/// Keys and the ids of their words.
const KEYS: &[(&str, &str)] = &[
    ("j", "key-next"),
    ("k", "key-previous"),
    ("Enter", "key-open"),
    ("/", "key-search"),
    ("a", "key-accept"),
    ("x", "key-reject"),
    ("e", "key-correct"),
    ("s", "key-later"),
    ("c", "key-copied-run"),
    (".", "key-next-document"),
    ("y", "key-same"),
    ("n", "key-different"),
    ("h", "key-unsure"),
    ("?", "key-help"),
    ("Esc", "key-close"),
];

/// Help.
pub fn help(asked: &Context) -> Result<Help, Problem> {
    match asked.path.rsplit('/').next() {
        Some("query") => Ok(Help::Query {
            fields: Field::ALL.iter().map(|f| f.id()).collect(),
            lists: Kind::ALL.iter().map(|k| (k.id(), columns::usual(*k).to_vec())).collect(),
        }),
        Some("keys") => Ok(Help::Keys(KEYS.to_vec())),
        _ => Err(Problem::not_here("help of this name")),
    }
}

impl Screen for Help {
    fn title(&self, locale: &Locale) -> String {
        locale.t(match self {
            Help::Query { .. } => "help-query",
            Help::Keys(_) => "keys-title",
        })
    }

    fn place(&self) -> &'static str {
        "/settings"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            @match self {
                Help::Query { fields, lists } => {
                    p { (l.t("help-query-words")) }
                    ul { @for example in ["shelling", "\"heavy fire\"", "-talks", "status:single_origin adm1:SY04", "since:2017-01-20 until:2017-01-24", "origins>=2", "has:contradiction", "-kind:shelling"] {
                        li { code dir="ltr" { (example) } } } }
                    h2 { (l.t("help-query-fields")) }
                    ul { @for f in fields { li { code dir="ltr" { (f) ":" } } } }
                    h2 { (l.t("help-query-lists")) }
                    ul { @for (kind, columns) in lists { li { (l.t(&format!("nav-{kind}"))) ": " @for c in columns { code dir="ltr" { (c) } " " } } } }
                }
                Help::Keys(keys) => {
                    p { (l.t("keys-note")) }
                    table { (values::head(l, &["help-key", "help-does"])) tbody { @for (key, does) in keys { tr { th scope="row" { kbd { (key) } } td { (l.t(does)) } } } } }
                }
            }
        }
    }
}

/// A kind of problem.
#[derive(Debug, Serialize)]
pub struct Told {
    /// The status of HTTP.
    pub status: u16,
    /// Its name.
    pub kind: &'static str,
    /// Its title.
    pub title: &'static str,
}

/// The page of a kind of problem: what its `type` points to.
pub fn problem(asked: &Context) -> Result<Told, Problem> {
    let found = KINDS.iter().find(|(_, k, _)| k.strip_prefix("/problems/") == Some(asked.named("kind")));
    found
        .map(|(status, kind, title)| Told { status: *status, kind, title })
        .ok_or_else(|| Problem::not_here("problem of this kind"))
}

impl Screen for Told {
    fn title(&self, locale: &Locale) -> String {
        let id = format!("error-{}", self.status);
        if locale.has(&id) { locale.t(&id) } else { locale.t("error-title") }
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let (l, next) = (shell.locale, format!("error-{}-next", self.status));
        html! {
            p { code { "HTTP " (self.status) } " · " code { (self.kind) } }
            @if l.has(&next) { h2 { (l.t("error-next")) } p { (l.t(&next)) } }
            @if shell.reader.role != Role::Public { p { a href="/" { (l.t("nav-home")) } } }
        }
    }
}
