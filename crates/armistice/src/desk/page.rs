//! The shell around every page: head, navigation, language, footer.
//!
//! Must not: hold a style or a script in a page, or a word that is not in the words of `locale`.

use super::{
    access::{Reader, Role},
    assets,
    locale::{Arg, Language, Locale},
    problem::Problem,
    screen::{Context, values},
    snapshot::Snapshot,
};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The parts of the desk: path, word, icon, least role.
pub const PLACES: &[(&str, &str, &str, Role)] = &[
    ("/", "nav-home", "home", Role::Viewer),
    ("/inbox", "nav-inbox", "inbox", Role::Viewer),
    ("/incidents", "nav-incidents", "incidents", Role::Viewer),
    ("/cases", "nav-cases", "cases", Role::Viewer),
    ("/agreements", "nav-agreements", "agreements", Role::Viewer),
    ("/obligations", "nav-obligations", "obligations", Role::Viewer),
    ("/ledgers", "nav-ledgers", "ledgers", Role::Viewer),
    ("/coverage", "nav-coverage", "coverage", Role::Viewer),
    ("/people", "nav-people", "people", Role::Viewer),
    ("/reports", "nav-reports", "reports", Role::Viewer),
    ("/verify", "nav-verify", "verify", Role::Public),
    ("/members", "nav-members", "members", Role::Viewer),
    ("/settings", "nav-settings", "settings", Role::Viewer),
];

/// What every page is made with.
#[derive(Debug)]
pub struct Shell<'a> {
    /// The words.
    pub locale: &'a Locale,
    /// Who reads.
    pub reader: &'a Reader,
    /// The record that the page shows.
    pub snapshot: &'a Snapshot,
    /// The mission is the demonstration, and the page says so.
    pub demonstration: bool,
    /// The part of the desk.
    pub place: &'a str,
    /// How this browser likes it.
    pub look: Look,
}

/// What this browser chose, and what it has just done.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// `light` or `dark`; `None`: the system's.
    pub theme: Option<&'static str>,
    /// Rows stand close.
    pub dense: bool,
    /// The path of the page, for who else looks at it.
    pub path: String,
    /// The form that was said just now: its draft may go.
    pub said: Option<String>,
}

impl Look {
    fn of(asked: &Context) -> Self {
        let cookies = asked.headers.get(axum::http::header::COOKIE).and_then(|v| v.to_str().ok()).unwrap_or("");
        let cookie = |name: &str| cookies.split(';').find_map(|c| c.trim().strip_prefix(name));
        Self {
            theme: match cookie("theme=") {
                Some("light") => Some("light"),
                Some("dark") => Some("dark"),
                Some(_) | None => None,
            },
            dense: cookie("density=") == Some("dense"),
            path: asked.path.clone(),
            said: asked.parameter("said").filter(|s| s.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')),
        }
    }
}

impl<'a> Shell<'a> {
    /// The shell for a request.
    #[must_use]
    pub fn of(asked: &'a Context, place: &'a str) -> Self {
        Self {
            locale: &asked.locale,
            reader: &asked.reader,
            snapshot: &asked.snapshot,
            demonstration: asked.desk.demonstration,
            place,
            look: Look::of(asked),
        }
    }

    /// A message.
    #[must_use]
    pub fn t(&self, id: &str) -> String {
        self.locale.t(id)
    }

    /// The hidden field that every form carries.
    #[must_use]
    pub fn csrf(&self) -> Markup {
        html! { input type="hidden" name="csrf" value=(self.reader.csrf_token()); }
    }

    /// A text of others with its own direction.
    #[must_use]
    pub fn name(&self, text: &str) -> Markup {
        html! { bdi { (text) } }
    }

    /// A status by shape and word, never by colour alone.
    #[must_use]
    pub fn pill(&self, kind: &str, value: &str) -> Markup {
        html! { span class={ "pill pill-" (value.replace('_', "-")) } { (self.locale.word(kind, value)) } }
    }

    /// Data for a script.
    #[must_use]
    pub fn data(value: &serde_json::Value) -> Markup {
        // Inside of a script element only `</` and `<!--` matter; no `<` is left.
        let text = value.to_string().replace('<', "\\u003c");
        html! { script type="application/json" { (PreEscaped(text)) } }
    }

    /// The whole page.
    #[must_use]
    pub fn page(&self, title: &str, body: Markup) -> Markup {
        let language = self.locale.language;
        html! {
            (DOCTYPE)
            html lang=(language.code()) dir=(language.direction().as_str()) data-theme=[self.look.theme]
                data-density=[self.look.dense.then_some("dense")] data-account=[self.reader.account.as_ref()] {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (title) " · " (self.snapshot.brief.mission.title) }
                    link rel="stylesheet" href=(assets::url("desk.css"));
                    link rel="icon" href=(assets::url("icon.svg")) type="image/svg+xml";
                    script src=(assets::url("desk.js")) type="module" {}
                }
                body data-generation=(self.snapshot.generation) {
                    a class="skip" href="#main" { (self.t("shell-skip")) }
                    (self.top())
                    @if self.reader.role != Role::Public { (self.rail()) }
                    main id="main" tabindex="-1" {
                        @if self.demonstration { p class="band" role="note" { (self.t("shell-demonstration")) } }
                        @if let Some(said) = &self.look.said { p class="notice" role="status" data-draft-ack=(said) { (self.t("shell-said")) } }
                        h1 { (title) }
                        (body)
                    }
                    (self.foot())
                    (self.words())
                }
            }
        }
    }

    fn words(&self) -> Markup {
        // A script fills the gaps itself; so each gap is given its own name between braces.
        let word = |id: &str, gaps: &[String]| {
            let gaps: Vec<(&str, Arg)> = gaps.iter().map(|g| (g.as_str(), Arg::from(format!("{{{g}}}")))).collect();
            self.locale.t_with(id, &gaps)
        };
        let words: serde_json::Map<String, serde_json::Value> =
            assets::words().iter().map(|(id, gaps)| (id.clone(), word(id, gaps).into())).collect();
        let text = serde_json::Value::Object(words).to_string().replace('<', "\\u003c");
        html! { script type="application/json" id="words" { (PreEscaped(text)) } }
    }

    fn top(&self) -> Markup {
        html! {
            header class="top" {
                a class="brand" href="/" { "Armistice" }
                span class="mission" { (self.name(&self.snapshot.brief.mission.title)) }
                @if self.reader.role != Role::Public {
                    form class="search" role="search" aria-label=(self.t("shell-search")) action="/search" method="get" {
                        label class="visually-hidden" for="q" { (self.t("shell-search")) }
                        input id="q" type="search" name="q" placeholder=(self.t("shell-search")) autocomplete="off";
                    }
                }
                nav class="languages" aria-label=(self.t("shell-languages")) {
                    @for language in Language::ALL {
                        a href={ "?lang=" (language.code()) } lang=(language.code()) hreflang=(language.code())
                            aria-current=[(*language == self.locale.language).then_some("true")] { (language.own_name()) }
                    }
                }
                (self.clock())
                div class="presence" data-island="live" data-url="/events" data-viewing=(self.look.path) hidden {}
                span class="present" data-presence=(self.look.path) {}
            }
        }
    }

    fn clock(&self) -> Markup {
        let now = self.snapshot.timed().now;
        let Ok(at) = jiff::Timestamp::from_second(now) else { return html! {} };
        html! { time class="clock" datetime=(at) { (self.locale.moment(at)) } }
    }

    fn rail(&self) -> Markup {
        html! {
            nav class="rail" aria-label=(self.t("shell-navigation")) {
                ul {
                    @for (path, word, icon, _) in PLACES.iter().filter(|(_, _, _, least)| self.reader.role >= *least) {
                        li {
                            a href=(path) aria-current=[(*path == self.place).then_some("page")] {
                                svg class="icon" aria-hidden="true" { use href={ (assets::url("icons.svg")) "#" (icon) } {} }
                                span { (self.t(word)) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What the page rests on, so that two readers can compare.
    fn foot(&self) -> Markup {
        html! {
            footer class="foot" {
                p { (self.t("shell-as-of")) " "
                    @for register in self.snapshot.as_of() {
                        span class="as-of" { (self.name(&register.member)) " " (self.locale.number(i64::try_from(register.size).unwrap_or(i64::MAX))) " "
                            code { (register.root.get(..12).unwrap_or(&register.root)) } }
                        " "
                    }
                }
                @if self.reader.role != Role::Public {
                    form method="post" action="/sign-out" data-sign-out { (self.csrf()) button class="quiet" { (self.t("shell-sign-out")) } }
                }
                div data-island="keys" hidden {}
                div data-island="drafts" hidden {}
            }
        }
    }

    /// A problem as a page. What was typed is shown again, so that it can be kept.
    #[must_use]
    pub fn problem(&self, problem: &Problem, fields: &[(String, String)]) -> Markup {
        let title = self.t(&format!("problem-{}", problem.word()));
        let typed = fields.iter().filter(|(n, v)| n != "csrf" && !v.trim().is_empty());
        let typed: Vec<_> = typed.collect();
        self.page(
            &title,
            html! {
                div class="problem" role="alert" {
                    @if let Some(refused) = &problem.refused {
                        p { (self.locale.refused(refused)) }
                        p class="next" { (self.locale.word("refusal-next", &refused.refusal.code().to_string())) }
                    } @else {
                        p { (values::english(&problem.detail)) }
                        @if !problem.next.is_empty() { p class="next" { (values::english(&problem.next)) } }
                    }
                    @if !problem.errors.is_empty() {
                        ul { @for part in &problem.errors { li { code { (part.pointer) } " " (values::english(&part.detail)) } } }
                    }
                }
                @if !typed.is_empty() {
                    section aria-label=(self.t("problem-typed")) {
                        h2 { (self.t("problem-typed")) }
                        dl { @for (name, value) in typed { dt { code { (name) } } dd { pre dir="auto" { (value) } } } }
                    }
                }
            },
        )
    }
}
