//! The brief as one static page: no script, nothing from another host, printable, with every word that it rests on.
//!
//! Must not: put captured text into the page other than as escaped text.

use super::brief_v1::{Brief, Claim, Document, Incident};
use super::select::{self, Passage};
use super::text::{chain, count, counted, interval, place, published, time, with_subject, words};
use crate::cli::terminal::printable;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::collections::BTreeMap;

/// More reasons of one origin than these are folded away.
const REASONS_OPEN: usize = 4;

const STYLE: &str = "
:root{color-scheme:light dark;--ink:#1a1a1a;--faint:#595959;--line:#c9c9c9;--mark:#fff3c4;--paper:#fff;--strong:#0b4f8a}
@media(prefers-color-scheme:dark){:root{--ink:#ececec;--faint:#b4b4b4;--line:#4a4a4a;--mark:#4a3f12;--paper:#16181a;--strong:#8ec5f5}}
body{font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:60rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2.2rem;border-bottom:1px solid var(--line)}
h3{font-size:1.02rem;margin:1.4rem 0 .2rem}a{color:var(--strong)}
.lead{font-size:1.15rem}.faint{color:var(--faint)}dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.3rem 0}
dt{color:var(--faint)}dd{margin:0}blockquote{margin:.4rem 0;padding:.2rem .8rem;border-inline-start:3px solid var(--line)}
blockquote cite{display:block;font-style:normal;color:var(--faint);font-size:.9rem}
table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:start;vertical-align:top;border-top:1px solid var(--line);padding:.3rem .5rem .3rem 0}
code{font-size:.85em;overflow-wrap:anywhere}.wide{overflow-x:auto}
@media(max-width:40rem){dl{grid-template-columns:1fr}dd{margin-bottom:.3rem}}
@media print{body{max-width:none}a{color:inherit;text-decoration:none}h3,blockquote,tr{break-inside:avoid}}
";

/// The page.
#[must_use]
pub fn render(brief: &Brief) -> String {
    let documents: BTreeMap<&str, (usize, &Document)> =
        brief.documents.iter().enumerate().map(|(i, d)| (d.id.as_str(), (i + 1, d))).collect();
    let claims: BTreeMap<&str, &Claim> = brief.claims.iter().map(|c| (c.id.as_str(), c)).collect();
    let page = Page { brief, documents, claims };
    page.markup().into_string()
}

struct Page<'a> {
    brief: &'a Brief,
    documents: BTreeMap<&'a str, (usize, &'a Document)>,
    claims: BTreeMap<&'a str, &'a Claim>,
}

impl Page<'_> {
    fn markup(&self) -> Markup {
        let b = self.brief;
        let low: u32 = b.origins.iter().map(|o| o.low).sum();
        let high: u32 = b.origins.iter().map(|o| o.high).sum();
        let contradictions = b.contradictions.iter().filter(|c| c.relation == "contradiction").count();
        html! {
            (DOCTYPE)
            html lang="en" dir="ltr" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="referrer" content="no-referrer";
                    title { (b.mission.title) " · brief" }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    header {
                        h1 { bdi { (b.mission.title) } }
                        p.lead {
                            (counted(b.documents.len(), "document", "documents")) ", "
                            (interval(low, high)) " independent " (if high == 1 { "origin" } else { "origins" }) ". "
                            (counted(b.incidents.len(), "reported incident", "reported incidents")) ", "
                            (counted(contradictions, "contradiction", "contradictions")) "."
                        }
                        @for a in &b.agreements {
                            p { "Held against: " bdi { (a.title) } @if !a.texts.is_empty() { " (texts " (a.texts.join(", ")) ")" } }
                        }
                        p.faint { "What follows are claims and what can be computed from them. Nothing here is a finding or a determination." }
                    }
                    main {
                        (self.origins())
                        (self.incidents())
                        (self.contradictions())
                        (self.statements())
                        (self.sources())
                        (self.sealed())
                        (self.problems())
                    }
                    footer { (self.foot()) }
                }
            }
        }
    }

    /// The passage with its documents, who says so, and the acts read from it.
    fn quote(&self, p: &Passage<'_>) -> Markup {
        let numbers = p.documents.iter().filter_map(|d| self.documents.get(d).map(|(n, _)| *n));
        html! {
            blockquote {
                bdi { "“" (printable(&p.claim.quote)) "”" }
                cite {
                    @for n in numbers { a href=(format!("#d{n}")) { "[" (n) "]" } " " }
                    bdi { (chain(p.claim)) }
                    @if p.acts.len() > 1 { "; " (p.acts.iter().map(|a| words(a)).collect::<Vec<_>>().join(", ")) }
                    " · bytes " (p.claim.span.start) "–" (p.claim.span.end)
                }
            }
        }
    }

    fn quotes(&self, ids: &[String]) -> Markup {
        let claims = ids.iter().filter_map(|id| self.claims.get(id.as_str()).copied());
        html! { @for p in &select::passages(claims) { (self.quote(p)) } }
    }

    fn origins(&self) -> Markup {
        html! {
            section {
                h2 { "Who tells it, and who copied whom" }
                @for o in &self.brief.origins {
                    h3 id=(o.id) { bdi { (o.label) } }
                    p {
                        (counted(o.documents.len(), "document", "documents")) ", "
                        (interval(o.low, o.high)) " independent " (if o.high == 1 { "origin" } else { "origins" })
                    }
                    ul { @for id in &o.documents {
                        @if let Some((n, d)) = self.documents.get(id.as_str()) {
                            li { a href=(format!("#d{n}")) { "[" (n) "]" } " " bdi { (d.title.as_deref().unwrap_or(&d.file)) } }
                        }
                    } }
                    @if !o.reasons.is_empty() {
                        details open[o.reasons.len() <= REASONS_OPEN] {
                            summary.faint { "Why: " (counted(o.reasons.len(), "reason", "reasons")) }
                            ul.faint { @for r in &o.reasons { li { "because " bdi { (r) } } } }
                        }
                    }
                }
            }
        }
    }

    fn incidents(&self) -> Markup {
        html! {
            section {
                h2 { "What is reported to have happened" }
                @if self.brief.incidents.is_empty() {
                    p { "No incident was found in these documents. That does not mean that nothing happened." }
                }
                @for i in select::incidents(self.brief) { (self.incident(i)) }
            }
        }
    }

    fn incident(&self, i: &Incident) -> Markup {
        html! {
            article {
                h3 id=(i.id) { bdi { (i.title) } }
                dl {
                    dt { "independent origins" } dd { (interval(i.independent_origins.low, i.independent_origins.high)) }
                    dt { "status of the fact" } dd { (words(&i.verification_status)) }
                    dt { "alleged author" } dd { bdi { @if i.alleged_authors.is_empty() { "not said" } @else { (i.alleged_authors.join("; ")) } } }
                    dt { "where" } dd { bdi { (place(i.place.as_ref())) } }
                    dt { "when" } dd { (time(i.time.as_ref())) }
                    @for c in &i.counts { dt { "figure" } dd { (count(c)) } }
                    @for s in select::scopes(i) { dt { "the agreement" } dd { bdi { (s) } } }
                }
                (self.quotes(&i.claims))
                details {
                    summary { "The scope test, question by question" }
                    div.wide { table {
                        thead { tr { th { "text" } th { "question" } th { "clause" } th { "answer" } th { "because" } } }
                        tbody { @for t in &i.tests { tr {
                            td { (t.text) } td { (words(&t.question)) } td { (t.clause.as_deref().unwrap_or("")) }
                            td { (words(&t.answer)) } td { bdi { (t.reasons.join(" ")) } }
                        } } }
                    } }
                }
                @if !i.independent_origins.reasons.is_empty() {
                    details {
                        summary { "Why so many origins" }
                        ul { @for r in &i.independent_origins.reasons { li { bdi { (r) } } } }
                    }
                }
            }
        }
    }

    fn contradictions(&self) -> Markup {
        html! {
            section {
                h2 { "What does not fit together" }
                @if self.brief.contradictions.is_empty() { p { "Nothing that was read contradicts anything else that was read." } }
                @for c in &self.brief.contradictions {
                    h3 { (select::relation(&c.relation)) }
                    p { bdi { (with_subject(&c.about, &c.why)) } }
                    (self.quotes(&c.claims))
                }
            }
        }
    }

    fn statements(&self) -> Markup {
        let kinds = [
            ("agreement_fact", "Told about the agreement or the talks"),
            ("agreement_scope", "What the documents say the agreement covers"),
            ("plan", "Planned or expected"),
            ("refusal", "Refused"),
            ("demand", "Demanded (a demand is no obligation)"),
            ("pledge", "Pledged"),
            ("condition", "Made conditional (declared, not agreed)"),
            ("proposal", "Proposed, not agreed"),
            ("position", "Positions"),
            ("allegation", "Alleged"),
            ("denial", "Denied"),
            ("total", "Totals of the war or of a period (never counts of an incident)"),
        ];
        html! {
            section {
                h2 { "What was said" }
                @for (kind, label) in kinds {
                    @let list = select::passages(self.brief.claims.iter().filter(|c| c.kind == kind && c.review != "rejected"));
                    @if !list.is_empty() { h3 { (label) } @for p in &list { (self.quote(p)) } }
                }
            }
        }
    }

    fn sources(&self) -> Markup {
        html! {
            section {
                h2 { "Documents" }
                div.wide { table {
                    thead { tr { th { "no." } th { "headline" } th { "outlet" } th { "published" } th { "file, SHA-256" } } }
                    tbody { @for (i, d) in self.brief.documents.iter().enumerate() { tr id=(format!("d{}", i + 1)) {
                        td { (i + 1) }
                        td { bdi { (d.title.as_deref().unwrap_or("not found")) } }
                        td { bdi { (d.outlet.as_deref().unwrap_or("not stated")) } }
                        td { (published(&d.published)) " (" (words(&d.published.basis)) ")"
                            @for p in d.page_dates.iter().filter(|p| !p.used) {
                                br; span.faint { "not used: “" bdi { (printable(&p.text)) } "”, " bdi { (p.why) } }
                            }
                        }
                        td { bdi { (d.file) } br; code { (d.sha256) } }
                    } } }
                } }
            }
        }
    }

    fn sealed(&self) -> Markup {
        html! { @if !self.brief.sealed.is_empty() {
            section {
                h2 { "Sealed" }
                @for item in &self.brief.sealed {
                    ul { @for line in item.lines() { li { bdi { (line) } } } }
                }
            }
        } }
    }

    fn problems(&self) -> Markup {
        let set_aside = self.brief.reviews.set_aside();
        let all: Vec<_> = self.brief.problems.iter().chain(&set_aside).collect();
        html! { @if !all.is_empty() {
            section {
                h2 { "What is missing from this brief" }
                ul { @for p in all { li { bdi { (p.thing) } ": " bdi { (p.what) } " " bdi { (p.next) } } } }
            }
        } }
    }

    fn foot(&self) -> Markup {
        html! {
            h2 { "Computed from" }
            ul { @for r in &self.brief.as_of.registers {
                li { "register " bdi { (r.origin) } ", " (r.size) " entries, root " code { (r.root) } }
            } }
            p.faint { "Whoever holds these registers computes this page, byte for byte: " code { "armistice brief DIR --html FILE" } }
        }
    }
}
