//! The brief as text for people: what a newcomer understands in a minute.
//!
//! Must not: say more than the brief's data say, name a side otherwise than neutrally outside quotation marks, or print
//! control characters of captured text.

use super::brief_v1::{Brief, Claim, Contradiction, Count, Document, Incident, Place, Time};
use crate::cli::terminal::{Terminal, Tone, printable};
use std::{collections::BTreeMap, fmt::Write as _};

/// How many quotes of one incident are printed before "and N more".
const QUOTES_MAX: usize = 3;
/// How many rows of one list are printed before "and N more".
const ROWS_MAX: usize = 40;
/// The longest quote printed, in characters.
const QUOTE_CHARS_MAX: usize = 260;

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
    view.dates(&mut out);
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
                        self.terminal.tone(
                            Tone::Faint,
                            &format!("{} · {}", printable(&d.file), published(&d.published))
                        )
                    );
                }
            }
            self.more(out, o.documents.len(), ROWS_MAX);
            for r in o.reasons.iter().take(6) {
                let _ = writeln!(out, "        because {}", printable(r));
            }
        }
    }

    fn incidents(&self, out: &mut String) {
        self.heading(out, "WHAT IS REPORTED TO HAVE HAPPENED (claims, not findings)");
        if self.brief.incidents.is_empty() {
            let _ = writeln!(out, "  No incident was found in these documents. That does not mean that nothing happened.");
        }
        for i in self.brief.incidents.iter().take(ROWS_MAX) {
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
        let mut documents: Vec<&str> = i
            .claims
            .iter()
            .filter_map(|c| self.claims.get(c.as_str()))
            .map(|c| c.document.as_str())
            .collect();
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
        for s in &i.scope {
            let _ = writeln!(out, "    under {}: {} ({})", s.text, words(&s.scope), printable(&s.why));
        }
        for id in i.claims.iter().take(QUOTES_MAX) {
            if let Some(c) = self.claims.get(id.as_str()) {
                let _ = writeln!(out, "    {} “{}”", self.number(&c.document), shorten(&c.quote));
                let _ = writeln!(out, "        {}", self.terminal.tone(Tone::Faint, &chain(c)));
            }
        }
        self.more(out, i.claims.len(), QUOTES_MAX);
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
        let label = match c.relation.as_str() {
            "contradiction" => "cannot both hold",
            "update" => "an update",
            "different_scope" => "no contradiction: different scope",
            "different_definition" => "no contradiction: different definition",
            other => other,
        };
        let _ = writeln!(out, "  {} — {}: {}", words(&c.about), label, printable(&c.why));
        for id in c.claims.iter().take(QUOTES_MAX) {
            if let Some(claim) = self.claims.get(id.as_str()) {
                let _ = writeln!(out, "    {} “{}”", self.number(&claim.document), shorten(&claim.quote));
            }
        }
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
            let mut groups: Vec<(&Claim, Vec<&str>)> = Vec::new();
            for c in self.brief.claims.iter().filter(|c| c.kind == kind) {
                let same = groups.iter_mut().find(|(first, _)| {
                    first.copied_in.contains(&c.document) && alike(&first.quote, &c.quote)
                });
                match same {
                    Some((_, documents)) => documents.push(&c.document),
                    None => groups.push((c, vec![&c.document])),
                }
            }
            if groups.is_empty() {
                continue;
            }
            let _ = writeln!(out, "  {}", self.terminal.tone(Tone::Strong, label));
            for (c, documents) in groups.iter().take(ROWS_MAX) {
                let numbers = documents.iter().map(|d| self.number(d)).collect::<Vec<_>>().join("");
                let _ = writeln!(out, "    {numbers} “{}”", shorten(&c.quote));
                let _ = writeln!(out, "        {}", self.terminal.tone(Tone::Faint, &chain(c)));
            }
            self.more(out, groups.len(), ROWS_MAX);
        }
    }

    fn totals(&self, out: &mut String) {
        let totals: Vec<&Claim> = self.brief.claims.iter().filter(|c| c.kind == "total").collect();
        if totals.is_empty() {
            return;
        }
        self.heading(out, "TOTALS OF THE WAR OR OF A PERIOD (never counts of an incident)");
        for c in totals.iter().take(ROWS_MAX) {
            let figures = c.counts.iter().map(count).collect::<Vec<_>>().join("; ");
            let _ = writeln!(out, "  {} {figures}  “{}”", self.number(&c.document), shorten(&c.quote));
        }
        self.more(out, totals.len(), ROWS_MAX);
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

/// Whether two quotes are the same words, but for case, marks and what a cut lost at an end.
fn alike(a: &str, b: &str) -> bool {
    let fold = |s: &str| {
        s.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect::<Vec<_>>()
    };
    let (a, b) = (fold(a), fold(b));
    let common = a.iter().filter(|w| b.contains(w)).count();
    common * 10 >= a.len().max(b.len()) * 6
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

/// The chain of who says that who says it, from the outlet inwards.
#[must_use]
pub fn chain(claim: &Claim) -> String {
    let links: Vec<String> = claim
        .chain
        .iter()
        .map(|l| {
            let name = l.name.as_deref().map_or_else(|| "an outlet that the page does not name".to_owned(), printable);
            match l.role.as_str() {
                "recorder" => format!("recorded by {name}"),
                "unnamed_source" => format!("{name} (unnamed)"),
                _ => name,
            }
        })
        .collect();
    if links.is_empty() { "no source said".to_owned() } else { links.join(" ← ") }
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

/// A place in words, never finer than it is known.
#[must_use]
pub fn place(p: Option<&Place>) -> String {
    let Some(p) = p else { return "unknown".to_owned() };
    let text = printable(&p.text);
    match p.precision.as_str() {
        "exact" | "settlement" => text,
        "near" => format!("{text} (near, not at)"),
        "unknown" => format!("{text} (not located)"),
        other => format!("{text} (known to the {} only)", match other {
            "admin1" => "province",
            "admin2" => "district",
            "admin3" => "sub-district",
            other => other,
        }),
    }
}

/// A count in words: never an average, never more exact than the source.
#[must_use]
pub fn count(c: &Count) -> String {
    let whom = match c.status.as_str() {
        "all" => String::new(),
        "unknown" => " (status not said)".to_owned(),
        status => format!(" {}", words(status)),
    };
    let figure = match (c.min, c.best, c.max) {
        (Some(a), _, Some(b)) if a == b => a.to_string(),
        (Some(a), _, Some(b)) => format!("{a}–{b}"),
        (Some(a), Some(best), None) if best == a => format!("{a} or more"),
        (Some(a), _, None) => format!("at least {a}"),
        (None, _, Some(b)) => format!("at most {b}"),
        (None, Some(best), None) => format!("about {best}"),
        (None, None, None) => "a number not said of".to_owned(),
    };
    format!("{figure}{whom} {}", words(&c.what))
}
