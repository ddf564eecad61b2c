//! Agencies that are in no list: names that a page itself uses as an agency's.
//!
//! Must not: take an office, a person or the page's own outlet for an agency, or remember anything from page to page.
//!
//! No list of agencies is ever complete. A name counts if it stands where only an agency stands (the brackets of a
//! dateline, a credit line, "told NAME") and is written like an agency's or is used twice in such places.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use armistice_core::span::Span;
use regex::Regex;

use crate::lineage::agencies::Agencies;
use crate::lineage::credit::{CreditRules, words};
use crate::lineage::tokens::fold;

/// Most words before the brackets of a dateline ("CITY, Country, 3 January 1998 (NAME) -").
const DATELINE_WORDS: usize = 9;

/// Most words of a line of credits ("25 May, 11:40 GMT | Name of Agency").
const CREDIT_LINE_WORDS: usize = 16;

/// Most letters of an abbreviation.
const ABBREVIATION_LETTERS: usize = 8;

/// Most names that are kept of one page; hostile pages could hold millions.
const MAX_NAMES: usize = 64;

static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\s*(?P<head>[^()\[\]/\n]{3,80}?)\s*(?:\((?P<n>[^()\n]{2,40})\)\s*(?:[-–—―−]|:\s)|/(?P<s>[^/\n]{2,40})/\s*[-–—―−.:])")
        .expect("a valid pattern")
});

static RUN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\p{Lu}[\p{L}\p{M}\p{Nd}'’\-]*(?:[ \u{a0}](?:\p{Ll}{2,4}[ \u{a0}])?\p{Lu}[\p{L}\p{M}\p{Nd}'’\-]*){0,6}(?:\s?\((?P<ab>\p{Lu}[\p{Lu}&.\-]{1,9})\))?")
        .expect("a valid pattern")
});

static COPYRIGHT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[^\p{L}]*(?:(?i:copyright)|©|\(c\))(?:\s*(?:©|\(c\)))?[\s,]*(?:19|20)\d\d(?:\s*[-–]\s*\d{4})?[\s,.:]*(?P<n>\p{Lu}[^|©\n]{1,60})")
        .expect("a valid pattern")
});

/// A name that the page uses as an agency's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageAgency {
    /// The name to show: "Long Name (LN)", or what there is of it.
    pub show: String,
    /// How it is written on the page; abbreviations with their capitals.
    pub forms: Vec<String>,
    /// Whether its place and its words suffice. A name that is not firm needs a second place.
    pub firm: bool,
}

/// A line to look at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameLine<'t> {
    pub(crate) text: &'t str,
    /// Text that somebody reads: neither caption nor furniture.
    pub(crate) prose: bool,
    /// Where a credit may stand: beside the title, among the last lines.
    pub(crate) credit: bool,
}

/// The two halves of "Long Name (LN)".
#[must_use]
pub fn halves(name: &str) -> (&str, Option<&str>) {
    let name = name.trim();
    match name.strip_suffix(')').and_then(|n| n.rsplit_once('(')) {
        Some((long, short)) if !long.trim().is_empty() && !short.trim().is_empty() => (long.trim(), Some(short.trim())),
        _ => (name, None),
    }
}

/// Whether it is written as abbreviations are.
#[must_use]
pub fn is_abbreviation(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (2..=ABBREVIATION_LETTERS).contains(&letters)
        && name.chars().all(|c| c.is_uppercase() || matches!(c, '&' | '.' | '-'))
}

/// Where in `long` the words begin whose first letters give `short`; small words may be left out.
fn begins(long: &str, short: &str) -> Option<usize> {
    let wanted: Vec<char> = short.chars().filter(|c| c.is_alphabetic()).collect();
    let mut letters = wanted.iter().rev();
    let mut next = letters.next()?;
    let mut end = long.len();
    loop {
        let word_end = long[..end].trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        let start = long[..word_end]
            .char_indices()
            .rev()
            .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '\'' | '’'))
            .last()
            .map(|(i, _)| i)?;
        let first = long[start..].chars().next()?;
        if first.to_uppercase().eq(next.to_uppercase()) {
            match letters.next() {
                Some(l) => next = l,
                None => return Some(start),
            }
        } else if first.is_uppercase() {
            return None;
        }
        end = start;
    }
}

struct Page<'r> {
    rules: &'r CreditRules,
    agencies: &'r Agencies,
    own: Option<String>,
    /// By folded long name: as written and whether firm.
    long: BTreeMap<String, (String, bool)>,
    /// By abbreviation: the folded long name, and whether firm.
    short: BTreeMap<String, (Option<String>, bool)>,
}

impl Page<'_> {
    /// Without leading articles and cue words that have a capital at the start of a sentence.
    fn bare<'t>(&self, name: &'t str) -> &'t str {
        let mut name = name.trim().trim_end_matches([',', '.', ';', ':']).trim_end();
        while let Some((first, rest)) = name.split_once(char::is_whitespace) {
            if !self.rules.leads.contains(&fold(first)) {
                break;
            }
            name = rest.trim_start();
        }
        name
    }

    fn office(&self, folded: &[String]) -> bool {
        folded.iter().any(|w| self.rules.offices.contains(w) || self.rules.photo_words.contains(w))
    }

    /// Written like a news agency: "… News Agency", "… Press Service".
    fn strong(&self, folded: &[String]) -> bool {
        folded.len() > 1
            && !self.office(folded)
            && self.rules.agency_names.iter().any(|p| folded.len() > p.len() && folded.windows(p.len()).any(|w| w == p))
    }

    /// Has a word that agencies have.
    fn weak(&self, folded: &[String]) -> bool {
        !self.office(folded)
            && folded.iter().any(|w| {
                self.rules.agency_words.contains(w)
                    || self.rules.agency_endings.iter().any(|e| w.len() > e.len() + 2 && w.ends_with(e.as_str()))
            })
    }

    fn is_own(&self, name: &str) -> bool {
        self.own.as_deref() == Some(fold(self.bare(name)).as_str())
    }

    fn listed(&self, name: &str) -> bool {
        !self.agencies.mentions(name, &[]).is_empty()
    }

    fn take(&mut self, long: &str, short: Option<&str>, firm: bool) {
        if self.long.len() + self.short.len() >= MAX_NAMES {
            return;
        }
        let long = self.bare(long);
        let key = fold(long);
        if key.is_empty() || self.is_own(long) || self.listed(long) || !plausible(long) {
            return;
        }
        if is_abbreviation(long) && short.is_none() {
            let entry = self.short.entry(long.to_owned()).or_insert((None, false));
            entry.1 |= firm;
            return;
        }
        let entry = self.long.entry(key.clone()).or_insert_with(|| (long.to_owned(), false));
        entry.1 |= firm;
        // A name in small letters says more than the same in capitals.
        if !entry.0.chars().any(char::is_lowercase) && long.chars().any(char::is_lowercase) {
            long.clone_into(&mut entry.0);
        }
        if let Some(short) = short {
            let entry = self.short.entry(short.to_owned()).or_insert((None, false));
            entry.0.get_or_insert(key);
            entry.1 |= firm;
        }
    }

    fn dateline(&mut self, line: &str) {
        let Some(c) = DATELINE.captures(line) else { return };
        let (Some(head), Some(name)) = (c.name("head"), c.name("n").or(c.name("s"))) else { return };
        let (head, name) = (head.as_str(), name.as_str().trim());
        let tokens: Vec<&str> = head.split_whitespace().collect();
        if tokens.is_empty() || tokens.len() > DATELINE_WORDS || !plausible(name) {
            return;
        }
        let small = tokens.iter().filter(|t| t.chars().next().is_some_and(char::is_lowercase)).count();
        let city: Vec<char> = tokens[0].chars().filter(|c| c.is_alphabetic()).collect();
        let capitals = city.len() >= 3 && city.iter().all(|c| c.is_uppercase());
        // "RAPID COLUMN FORCE (RCF) -" and "RCF (Rapid Column Force) -" explain a name, they are no dateline.
        let explains =
            begins(head, name).is_some() || (is_abbreviation(tokens[0]) && begins(name, tokens[0]).is_some());
        if small > 1 || explains || head.contains(['"', '“', '?', '!', ';']) {
            return;
        }
        let folded = words(name);
        let like = self.strong(&folded) || self.weak(&folded);
        let shout = !line.chars().any(char::is_lowercase);
        if capitals || like {
            self.take(name, None, like || (is_abbreviation(name) && !shout));
        }
    }

    fn credit_line(&mut self, line: &str) {
        let count = line.split_whitespace().count();
        if count > CREDIT_LINE_WORDS || line.trim_end().ends_with(['?', '!', '"', '”']) {
            return;
        }
        if let Some((cue, rest)) = line.split_once([':', '：'])
            && self.rules.courtesy.contains(&words(cue))
            && let Some(m) = RUN.captures(rest.trim())
            && m.get(0).is_some_and(|m| m.start() == 0 && m.len() >= rest.trim().trim_end_matches(['.', ' ']).len())
        {
            let short = m.name("ab").map(|m| m.as_str());
            let (long, _) = halves(&m[0]);
            let folded = words(long);
            let defined = short.filter(|s| begins(long, s).is_some());
            if !self.office(&folded) {
                self.take(long, defined, self.weak(&folded) || self.strong(&folded));
            }
            return;
        }
        for part in line.split(['|', '•', '·', '—', '/', ',']) {
            let part = self.bare(part.trim().trim_matches(['*', '_', '(', ')', ' ']));
            let Some(m) = RUN.captures(part) else { continue };
            let Some(whole) = m.get(0).filter(|m| m.start() == 0) else { continue };
            let rest = part[whole.end()..].trim();
            let bracketed = rest.is_empty() || (rest.starts_with('(') && rest.ends_with(')'));
            let (long, short) = (halves(whole.as_str()).0, m.name("ab").map(|m| m.as_str()));
            if bracketed && self.strong(&words(long)) {
                self.take(long, short.filter(|s| begins(long, s).is_some()), true);
            }
        }
    }

    /// "Name of Agency (NA)" and "told Name News Agency" in running text.
    fn prose(&mut self, line: &str) {
        if !line.chars().any(char::is_lowercase) {
            return;
        }
        for m in RUN.captures_iter(line) {
            let Some(whole) = m.get(0) else { continue };
            let (long, short) = (halves(whole.as_str()).0, m.name("ab").map(|m| m.as_str()));
            let mut long = self.bare(long);
            let defined = short.and_then(|s| begins(long, s));
            long = &long[defined.unwrap_or(0)..];
            let folded = words(long);
            let strong = self.strong(&folded);
            // Letters that are no first letters ("Ostland News Agency (ONAX)") abbreviate what is surely an agency.
            let short = short.filter(|_| strong || defined.is_some());
            // "the press service of the ministry" is an office.
            let of = line[whole.end()..].split_whitespace().next().is_some_and(|w| self.rules.links.contains(&fold(w)));
            match short {
                Some(s) if strong || self.weak(&folded) => self.take(long, Some(s), strong),
                None if strong && !of => self.take(long, None, true),
                Some(_) | None => {}
            }
        }
    }

    fn copyright(&mut self, line: &str) {
        let Some(name) = COPYRIGHT.captures(line).and_then(|c| c.name("n")) else { return };
        let name = name.as_str();
        let Some(m) = RUN.captures(name) else { return };
        let (long, short) = (halves(&m[0]).0, m.name("ab").map(|m| m.as_str()));
        let folded = words(long);
        let strong = self.strong(&folded);
        if strong || self.weak(&folded) {
            self.take(long, short.filter(|s| begins(long, s).is_some()), strong);
        }
    }

    fn finish(self) -> Vec<PageAgency> {
        let mut out = Vec::new();
        let mut used = BTreeSet::new();
        for (key, (long, firm)) in &self.long {
            // A longer name that holds this one stands for itself.
            let short = self
                .short
                .iter()
                .find(|(s, (of, _))| of.as_deref() == Some(key) || (of.is_none() && begins(long, s) == Some(0)));
            let mut forms = vec![long.clone(), long.to_uppercase()];
            let (mut show, mut firm) = (long.clone(), *firm);
            if let Some((s, (_, sure))) = short {
                used.insert(s.clone());
                forms.push(s.clone());
                show = format!("{long} ({s})");
                firm |= *sure;
            }
            forms.dedup();
            out.push(PageAgency { show, forms, firm });
        }
        for (s, (_, firm)) in self.short.into_iter().filter(|(s, _)| !used.contains(s)) {
            out.push(PageAgency { show: s.clone(), forms: vec![s], firm });
        }
        out
    }
}

/// A name has capitals, few words, and is neither a date nor a number.
fn plausible(name: &str) -> bool {
    let tokens: Vec<&str> = name.split_whitespace().collect();
    let capital = |t: &&str| t.chars().next().is_some_and(char::is_uppercase);
    (1..=7).contains(&tokens.len())
        && tokens.first().is_some_and(capital)
        && tokens.iter().filter(|t| !capital(t)).count() * 2 <= tokens.len()
        && !name.contains(|c: char| c.is_numeric() || matches!(c, ':' | ';' | '?' | '!' | '"' | '“' | '|' | '@'))
        && name.chars().filter(|c| c.is_alphabetic()).count() >= 2
}

/// The names that the page uses as an agency's and that are not in the list, in a fixed order.
pub(crate) fn unlisted(
    lines: &[NameLine<'_>],
    outlet: Option<&str>,
    rules: &CreditRules,
    agencies: &Agencies,
) -> Vec<PageAgency> {
    let mut page = Page { rules, agencies, own: None, long: BTreeMap::new(), short: BTreeMap::new() };
    page.own = outlet.map(|o| fold(page.bare(o)));
    for line in lines {
        if line.prose {
            page.dateline(line.text);
            page.prose(line.text);
        }
        if line.credit {
            page.credit_line(line.text);
        }
        if !line.prose || line.credit {
            page.copyright(line.text);
        }
    }
    page.finish()
}

/// The name of a copyright line with a year, and its bytes.
pub(crate) fn copyright_name(line: &str) -> Option<(usize, usize)> {
    COPYRIGHT.captures(line).and_then(|c| c.name("n")).map(|m| (m.start(), m.end()))
}

/// Where the names stand in a line as whole words: bytes and the number of the name. The longest at a place wins.
pub(crate) fn mentions(line: &str, names: &[PageAgency]) -> Vec<(Span, usize)> {
    let mut out: Vec<(Span, usize)> = Vec::new();
    for (number, name) in names.iter().enumerate() {
        for form in &name.forms {
            for (at, found) in line.match_indices(form.as_str()) {
                let before = line[..at].chars().next_back();
                let after = line[at + found.len()..].chars().next();
                let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                let joined = matches!(before, Some('@' | '_')) || matches!(after, Some('@' | '_'));
                if !word(before) && !word(after) && !joined {
                    out.push((Span::new(at, at + found.len()), number));
                }
            }
        }
    }
    out.sort_by_key(|(s, n)| (s.start, std::cmp::Reverse(s.end), *n));
    let mut end = 0;
    out.retain(|(s, _)| {
        let keep = s.start >= end;
        if keep {
            end = s.end;
        }
        keep
    });
    out
}
