//! The brief as text for people: what a newcomer understands in a minute.
//!
//! Must not: say more than the brief's data say, name a side otherwise than neutrally outside quotation marks, or print
//! control characters of captured text.

use super::brief_v1::{Brief, Claim, Contradiction, Count, Document, Incident, Place, Review, Time};
use super::select::{self, Passage};
use crate::cli::terminal::{Terminal, Tone, printable};
use armistice_core::count::grouped;
use std::{collections::BTreeMap, fmt::Write as _};

/// How many quotes of one incident are printed before "and N more".
const QUOTES_MAX: usize = 3;
/// How many rows of one list are printed before "and N more".
const ROWS_MAX: usize = 20;
/// How many statements of one kind are printed before "and N more".
const STATEMENTS_MAX: usize = 6;
/// How many reasons of one origin are printed before "and N more".
const REASONS_MAX: usize = 6;
/// The longest quote printed, in characters.
const QUOTE_CHARS_MAX: usize = 240;

/// The whole brief.
#[must_use]
pub fn render(brief: &Brief, terminal: &Terminal) -> String {
    let view = View::new(brief, terminal);
    let mut out = String::new();
    view.head(&mut out);
    view.origins(&mut out);
    view.incidents(&mut out);
    view.contradictions(&mut out);
    view.statements(&mut out);
    view.totals(&mut out);
    view.reviews(&mut out);
    view.dates(&mut out);
    view.sealed(&mut out);
    view.problems(&mut out);
    view.foot(&mut out);
    out
}

struct View<'a> {
    brief: &'a Brief,
    terminal: &'a Terminal,
    documents: BTreeMap<&'a str, (usize, &'a Document)>,
    claims: BTreeMap<&'a str, &'a Claim>,
}

/// A plural in plain English.
#[must_use]
pub fn counted(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// An interval of origins in words.
#[must_use]
pub fn interval(low: u32, high: u32) -> String {
    if low == high { low.to_string() } else { format!("{low}–{high}") }
}

/// An identifier of the vocabulary as words: `single_origin` is "single origin".
#[must_use]
pub fn words(id: &str) -> String {
    id.replace('_', " ")
}

impl<'a> View<'a> {
    fn new(brief: &'a Brief, terminal: &'a Terminal) -> Self {
        Self {
            brief,
            terminal,
            documents: brief.documents.iter().enumerate().map(|(i, d)| (d.id.as_str(), (i + 1, d))).collect(),
            claims: brief.claims.iter().map(|c| (c.id.as_str(), c)).collect(),
        }
    }

    fn heading(&self, out: &mut String, text: &str) {
        let _ = writeln!(out, "\n{}", self.terminal.tone(Tone::Strong, text));
    }

    fn sealed(&self, out: &mut String) {
        if self.brief.sealed.is_empty() {
            return;
        }
        self.heading(out, "Sealed");
        for item in &self.brief.sealed {
            for (n, line) in item.lines().iter().enumerate() {
                let _ = writeln!(out, "{}{line}", if n == 0 { "  " } else { "      " });
            }
        }
    }

    /// Number of a document in this brief.
    fn number(&self, id: &str) -> String {
        self.documents.get(id).map_or_else(|| id.to_owned(), |(n, _)| format!("[{n}]"))
    }

    fn head(&self, out: &mut String) {
        let b = self.brief;
        let low: u32 = b.origins.iter().map(|o| o.low).sum();
        let high: u32 = b.origins.iter().map(|o| o.high).sum();
        let _ = writeln!(out, "{}", self.terminal.tone(Tone::Strong, &printable(&b.mission.title)));
        let _ = writeln!(
            out,
            "{}, {} in all. {}, {}.",
            counted(b.documents.len(), "document", "documents"),
            if low == 1 && high == 1 {
                "1 independent origin".to_owned()
            } else {
                format!("{} independent origins", interval(low, high))
            },
            counted(b.incidents.len(), "reported incident", "reported incidents"),
            counted(
                b.contradictions.iter().filter(|c| c.relation == "contradiction").count(),
                "contradiction",
                "contradictions"
            ),
        );
        for a in &b.agreements {
            let texts = match a.texts.len() {
                0 => "no text version stated".to_owned(),
                _ => format!("texts {}", a.texts.join(", ")),
            };
            let _ = writeln!(out, "Held against: {} ({texts})", printable(&a.title));
        }
    }

    fn origins(&self, out: &mut String) {
        self.heading(out, "WHO TELLS IT, AND WHO COPIED WHOM");
        for o in &self.brief.origins {
            let _ = writeln!(
                out,
                "  {} · {} · {}",
                self.terminal.tone(Tone::Strong, &printable(&o.label)),
                counted(o.documents.len(), "document", "documents"),
                if o.low == 1 && o.high == 1 {
                    "1 origin".to_owned()
                } else {
                    format!("{} origins", interval(o.low, o.high))
                }
            );
            for id in o.documents.iter().take(ROWS_MAX) {
                if let Some((n, d)) = self.documents.get(id.as_str()) {
                    let title = d.title.as_deref().unwrap_or("(no headline found)");
                    let _ = writeln!(
                        out,
                        "    [{n}] {}  {}",
                        printable(title),
                        self.terminal
                            .tone(Tone::Faint, &format!("{} · {}", printable(&d.file), published(&d.published)))
                    );
                }
            }
            self.more(out, o.documents.len(), ROWS_MAX);
            for r in o.reasons.iter().take(REASONS_MAX) {
                let _ = writeln!(out, "        because {}", shorten(r));
            }
            self.more(out, o.reasons.len(), REASONS_MAX);
        }
    }

    fn incidents(&self, out: &mut String) {
        self.heading(out, "WHAT IS REPORTED TO HAVE HAPPENED (claims, not findings)");
        if self.brief.incidents.is_empty() {
            let _ =
                writeln!(out, "  No incident was found in these documents. That does not mean that nothing happened.");
        }
        for i in select::incidents(self.brief).into_iter().take(ROWS_MAX) {
            self.incident(out, i);
        }
        self.more(out, self.brief.incidents.len(), ROWS_MAX);
    }

    fn incident(&self, out: &mut String, i: &Incident) {
        let _ = writeln!(
            out,
            "  {}  {}",
            self.terminal.tone(Tone::Strong, &printable(&i.title)),
            self.terminal.tone(Tone::Faint, &i.id)
        );
        let mut documents: Vec<&str> =
            i.claims.iter().filter_map(|c| self.claims.get(c.as_str())).map(|c| c.document.as_str()).collect();
        documents.sort_unstable();
        documents.dedup();
        let _ = writeln!(
            out,
            "    {} · {} · {}",
            counted(documents.len(), "document", "documents"),
            if i.independent_origins.low == 1 && i.independent_origins.high == 1 {
                "1 independent origin".to_owned()
            } else {
                format!("{} independent origins", interval(i.independent_origins.low, i.independent_origins.high))
            },
            words(&i.verification_status)
        );
        let author = match i.alleged_authors.as_slice() {
            [] => "not said".to_owned(),
            list => list.iter().map(|a| printable(a)).collect::<Vec<_>>().join("; "),
        };
        let _ = writeln!(out, "    alleged author: {author}");
        let _ = writeln!(out, "    where: {}   when: {}", place(i.place.as_ref()), time(i.time.as_ref()));
        for c in &i.counts {
            let _ = writeln!(out, "    {}", count(c));
        }
        for s in select::scopes(i) {
            let _ = writeln!(out, "    {s}");
        }
        let claims = i.claims.iter().filter_map(|id| self.claims.get(id.as_str()).copied());
        self.passages(out, &select::passages(claims), QUOTES_MAX);
    }

    /// Quotes, each once, with the documents that print them and who says so.
    fn passages(&self, out: &mut String, passages: &[Passage<'_>], shown: usize) {
        for p in passages.iter().take(shown) {
            let numbers = p.documents.iter().map(|d| self.number(d)).collect::<String>();
            let _ = writeln!(out, "    {numbers} “{}”", shorten(&p.claim.quote));
            // What one sentence holds is told once, with all acts that were read from it.
            let acts = match p.acts.as_slice() {
                [] | [_] => String::new(),
                many => format!("; {}", many.iter().map(|a| words(a)).collect::<Vec<_>>().join(", ")),
            };
            let _ = writeln!(out, "        {}", self.terminal.tone(Tone::Faint, &format!("{}{acts}", chain(p.claim))));
        }
        self.more(out, passages.len(), shown);
    }

    fn contradictions(&self, out: &mut String) {
        self.heading(out, "WHAT DOES NOT FIT TOGETHER");
        let order = ["contradiction", "update", "different_scope", "different_definition"];
        let mut shown = 0;
        for relation in order {
            for c in self.brief.contradictions.iter().filter(|c| c.relation == relation) {
                shown += 1;
                if shown <= ROWS_MAX {
                    self.contradiction(out, c);
                }
            }
        }
        if shown == 0 {
            let _ = writeln!(out, "  Nothing that was read contradicts anything else that was read.");
        }
        self.more(out, shown, ROWS_MAX);
    }

    fn contradiction(&self, out: &mut String, c: &Contradiction) {
        let _ = writeln!(
            out,
            "  {}: {}",
            self.terminal.tone(Tone::Strong, select::relation(&c.relation)),
            printable(&with_subject(&c.about, &c.why))
        );
        let claims = c.claims.iter().filter_map(|id| self.claims.get(id.as_str()).copied());
        let passages = select::passages(claims);
        for p in passages.iter().take(QUOTES_MAX) {
            let numbers = p.documents.iter().map(|d| self.number(d)).collect::<String>();
            let _ = writeln!(out, "    {numbers} “{}”", shorten(&p.claim.quote));
        }
        self.more(out, passages.len(), QUOTES_MAX);
    }

    /// The sides' own statements, kind by kind: none of them is an obligation of the agreement.
    fn statements(&self, out: &mut String) {
        let kinds = [
            ("agreement_scope", "What the documents say the agreement covers"),
            ("plan", "Planned or expected"),
            ("refusal", "Refused"),
            ("demand", "Demanded (a demand is no obligation)"),
            ("pledge", "Pledged"),
            ("condition", "Made conditional (declared, not agreed)"),
            ("proposal", "Proposed, not agreed"),
            ("allegation", "Alleged"),
            ("denial", "Denied"),
        ];
        self.heading(out, "WHAT WAS SAID ABOUT THE AGREEMENT AND THE TALKS");
        for (kind, label) in kinds {
            let passages =
                select::passages(self.brief.claims.iter().filter(|c| c.kind == kind && c.review != "rejected"));
            if passages.is_empty() {
                continue;
            }
            let _ = writeln!(out, "  {}", self.terminal.tone(Tone::Strong, label));
            self.passages(out, &passages, STATEMENTS_MAX);
        }
    }

    fn totals(&self, out: &mut String) {
        let totals = select::passages(self.brief.claims.iter().filter(|c| c.kind == "total" && c.review != "rejected"));
        if totals.is_empty() {
            return;
        }
        self.heading(out, "TOTALS OF THE WAR OR OF A PERIOD (never counts of an incident)");
        for p in totals.iter().take(ROWS_MAX) {
            let figures = p.claim.counts.iter().map(count).collect::<Vec<_>>().join("; ");
            let numbers = p.documents.iter().map(|d| self.number(d)).collect::<String>();
            let _ = writeln!(out, "  {numbers} {figures}\n      “{}”", shorten(&p.claim.quote));
        }
        self.more(out, totals.len(), ROWS_MAX);
    }

    /// What people said of claims: nothing is set aside in silence.
    fn reviews(&self, out: &mut String) {
        let r = &self.brief.reviews;
        if (r.accepted, r.rejected, r.corrected, r.disputed, r.stale) == (0, 0, 0, 0, 0) {
            return;
        }
        self.heading(out, "WHAT PEOPLE SAY OF THE CLAIMS");
        let _ = writeln!(
            out,
            "  {} set aside (they count for nothing above), {} corrected, {} disputed, {} accepted, {} looked at in another reading, {} not looked at.",
            r.rejected, r.corrected, r.disputed, r.accepted, r.stale, r.unreviewed
        );
        let told = |c: &&Claim| !matches!(c.review.as_str(), "unreviewed" | "accepted");
        let rows: Vec<&Claim> = self.brief.claims.iter().filter(told).collect();
        for c in rows.iter().take(ROWS_MAX) {
            let _ = writeln!(out, "  {} {}: “{}”", self.number(&c.document), words(&c.review), shorten(&c.quote));
            for review in &c.reviews {
                let _ = writeln!(out, "        {}", self.terminal.tone(Tone::Faint, &printable(&reviewed(review))));
            }
        }
        self.more(out, rows.len(), ROWS_MAX);
    }

    fn dates(&self, out: &mut String) {
        let mut rows = Vec::new();
        for d in &self.brief.documents {
            for date in d.page_dates.iter().filter(|p| !p.used && p.role == "page_header") {
                rows.push(format!("{} “{}”: {}", self.number(&d.id), printable(&date.text), printable(&date.why)));
            }
        }
        if rows.is_empty() {
            return;
        }
        self.heading(out, "DATES ON PAGES THAT WERE NOT BELIEVED");
        for r in rows.iter().take(ROWS_MAX) {
            let _ = writeln!(out, "  {r}");
        }
        self.more(out, rows.len(), ROWS_MAX);
    }

    fn problems(&self, out: &mut String) {
        if self.brief.problems.is_empty() {
            return;
        }
        self.heading(out, "WHAT IS MISSING FROM THIS BRIEF");
        for p in self.brief.problems.iter().take(ROWS_MAX) {
            let _ = writeln!(
                out,
                "  {} {}: {} {}",
                self.terminal.tone(Tone::Attention, "!"),
                printable(&p.thing),
                printable(&p.what),
                printable(&p.next)
            );
        }
        self.more(out, self.brief.problems.len(), ROWS_MAX);
    }

    fn foot(&self, out: &mut String) {
        out.push('\n');
        for r in &self.brief.as_of.registers {
            let short = r.root.get(..16).unwrap_or(&r.root);
            let line = format!("Computed from register {} at {} entries, root {short}…", r.origin, r.size);
            let _ = writeln!(out, "{}", self.terminal.tone(Tone::Faint, &line));
        }
    }

    fn more(&self, out: &mut String, all: usize, shown: usize) {
        if all > shown {
            let _ = writeln!(out, "    … and {} more (--json has all)", all - shown);
        }
    }
}

/// A quote as long as a line or two, on a word's edge.
#[must_use]
pub fn shorten(quote: &str) -> String {
    let quote = printable(quote);
    if quote.chars().count() <= QUOTE_CHARS_MAX {
        return quote;
    }
    let cut: String = quote.chars().take(QUOTE_CHARS_MAX).collect();
    let edge = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", &cut[..edge])
}

/// A member's review in words.
#[must_use]
pub fn reviewed(r: &Review) -> String {
    let mut line = format!("{} #{}: {}", r.member, r.index, words(&r.verdict));
    if let Some(c) = &r.changes {
        let list = |all: &[String]| (!all.is_empty()).then(|| all.join("; "));
        let rows = [
            ("kind", c.kind.as_deref().map(words)),
            ("act", c.act.as_deref().map(words)),
            ("polarity", c.polarity.clone()),
            ("alleged author", list(&c.alleged_authors)),
            ("affected", list(&c.affected)),
            ("where", c.place.as_ref().map(|p| place(Some(p)))),
            ("when", c.time.as_ref().map(|t| time(Some(t)))),
            ("harm", list(&c.counts.iter().map(count).collect::<Vec<_>>())),
            ("recorded by", c.recorded_by.clone()),
            ("not stated", list(&c.unstated.iter().map(|f| words(f)).collect::<Vec<_>>())),
        ];
        let given: Vec<String> = rows.into_iter().filter_map(|(what, v)| v.map(|v| format!("{what}: {v}"))).collect();
        line.push_str(&format!(" to {}", given.join(", ")));
    }
    if let Some(why) = &r.reason {
        line.push_str(&format!(", because {why}"));
    }
    if !r.current {
        line.push_str(" (of another reading)");
    }
    line
}

/// What a finding is about and why, the subject once.
#[must_use]
pub fn with_subject(about: &str, why: &str) -> String {
    let subject = match about.split_once(':') {
        Some(("count", what)) => words(what),
        Some(("total", what)) => format!("{} in all", words(what)),
        _ => words(about),
    };
    if why.to_lowercase().starts_with(&subject) { why.to_owned() } else { format!("{subject}: {why}") }
}

/// The chain of who says that who says it, from the outlet inwards.
#[must_use]
pub fn chain(claim: &Claim) -> String {
    let links: Vec<String> = select::links(claim)
        .into_iter()
        .map(|l| {
            let name = l.name.as_deref().map_or_else(String::new, printable);
            match l.role.as_str() {
                "recorder" => format!("recorded by {name}"),
                "unnamed_source" => format!("{name} (not named)"),
                _ => name,
            }
        })
        .collect();
    if links.is_empty() { "the page itself".to_owned() } else { links.join(" ← ") }
}

/// A publication date in words.
#[must_use]
pub fn published(t: &Time) -> String {
    match (&t.from, &t.to) {
        (None, None) => "publication date unknown".to_owned(),
        (Some(a), Some(b)) if a == b => format!("published {a}"),
        (Some(a), Some(b)) => format!("published between {a} and {b}"),
        (Some(a), None) => format!("published {a} or later"),
        (None, Some(b)) => format!("published {b} or earlier"),
    }
}

/// A time in words.
#[must_use]
pub fn time(t: Option<&Time>) -> String {
    let Some(t) = t else { return "unknown".to_owned() };
    match (&t.from, &t.to) {
        (None, None) => "unknown".to_owned(),
        (Some(a), Some(b)) if a == b => a.clone(),
        (Some(a), Some(b)) => format!("between {a} and {b}"),
        (Some(a), None) => format!("{a} or later"),
        (None, Some(b)) => format!("{b} or earlier"),
    }
}

fn contains(text: &str, name: &str) -> bool {
    text.to_lowercase().contains(&name.to_lowercase())
}

/// A place in words, never finer than it is known.
#[must_use]
pub fn place(p: Option<&Place>) -> String {
    let Some(p) = p else { return "unknown".to_owned() };
    let named = match (&p.name, &p.admin1, p.precision.as_str()) {
        (Some(name), ..) | (None, Some(name), "admin1") if !contains(&p.text, name) => format!("{}, {name}", p.text),
        _ => p.text.clone(),
    };
    let text = printable(&named);
    match p.precision.as_str() {
        "exact" | "settlement" => text,
        "near" => format!("{text} (near, not at)"),
        "unknown" => format!("{text} (not located)"),
        other => format!(
            "{text} (known to the {} only)",
            match other {
                "admin1" => "province",
                "admin2" => "district",
                "admin3" => "sub-district",
                other => other,
            }
        ),
    }
}

/// A count in words: never an average, never more exact than the source.
#[must_use]
pub fn count(c: &Count) -> String {
    let whom = match c.status.as_str() {
        "all" => String::new(),
        // Strikes and violations have no status; of persons it is said that it is open.
        "unknown" if !["killed", "injured", "casualties"].contains(&c.what.as_str()) => String::new(),
        "unknown" => " (status not said)".to_owned(),
        status => format!(" {}", words(status)),
    };
    let figure = match (c.min, c.best, c.max) {
        (Some(a), _, Some(b)) if a == b => grouped(a),
        (Some(a), _, Some(b)) => format!("{}–{}", grouped(a), grouped(b)),
        (Some(a), Some(best), None) if best == a => format!("{} or more", grouped(a)),
        (Some(a), _, None) => format!("at least {}", grouped(a)),
        (None, _, Some(b)) => format!("at most {}", grouped(b)),
        (None, Some(best), None) => format!("about {}", grouped(best)),
        (None, None, None) => "a number not said of".to_owned(),
    };
    format!("{figure}{whom} {}", words(&c.what))
}
