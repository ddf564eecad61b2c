//! The outlet of a page without a head: its masthead, the line beside its date, or its front matter.
//!
//! Must not: take a section, a headline or an agency for the outlet, or a name that nothing on the page bears out.
//!
//! A masthead is a statement, but lines above a headline are also sections and menus. A name counts if it is written like
//! a periodical's, if it stands over a motto, an issue number or a menu, or if the page uses it as its own elsewhere
//! ("told the NAME", "© NAME").

use crate::lang::{LEXICON, Label};
use crate::lineage::tokens::fold;
use crate::maintext::credits;
use crate::meta::dates;
use armistice_core::span::Span;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Lines with words, from the top, among which a masthead is looked for.
const TOP_LINES: usize = 8;

/// Most words of a name.
const NAME_WORDS: usize = 6;

/// A line that is longer is running text, and the top ends before it.
const LONG_LINE_BYTES: usize = 140;

/// Longest front matter in lines.
const FRONT_MATTER_LINES: usize = 60;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    periodical: BTreeSet<String>,
    section: BTreeSet<String>,
    before: Vec<String>,
    after: Vec<String>,
    tagline: Vec<String>,
    keys: BTreeSet<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut all = Words::default();
    for file in [
        include_str!("../../lang/en/masthead.toml"),
        include_str!("../../lang/es/masthead.toml"),
        include_str!("../../lang/fr/masthead.toml"),
        include_str!("../../lang/ru/masthead.toml"),
    ] {
        let w: Words = toml::from_str(file).expect("masthead.toml ships with the crate");
        all.periodical.extend(w.periodical);
        all.section.extend(w.section);
        all.before.extend(w.before);
        all.after.extend(w.after);
        all.tagline.extend(w.tagline);
        all.keys.extend(w.keys);
    }
    all
});

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Masthead {
    /// The name's bytes in the text.
    pub name: Span,
    /// Its line's bytes.
    pub line: Span,
    /// Whether front matter names it.
    pub front_matter: bool,
}

/// The outlet that the top of the page names. `title` is the headline's bytes.
#[must_use]
pub fn find(text: &str, title: Option<Span>) -> Option<Masthead> {
    if let Some(found) = front_matter(text) {
        return Some(found);
    }
    let lines = top(text);
    for (i, &(start, line)) in lines.iter().enumerate() {
        let whole = Span::new(start, start + line.len());
        let is_title = title.is_some_and(|t| t.overlaps(whole));
        let next = lines.get(i + 1).map_or("", |l| l.1);
        let name = if is_title {
            motto(line).filter(|_| i < 3)
        } else {
            linked(line).or_else(|| candidate(line, i, next, text, start))
        };
        if let Some((from, to)) = name {
            return Some(Masthead { name: Span::new(start + from, start + to), line: whole, front_matter: false });
        }
    }
    None
}

/// The line below a masthead that was taken for the headline: the next that may be one.
#[must_use]
pub fn headline_below(text: &str, masthead: &Masthead) -> Option<Span> {
    top(text)
        .into_iter()
        .filter(|(start, _)| *start >= masthead.line.end as usize)
        .find(|(_, line)| {
            let words = line.split_whitespace().count();
            (3..=24).contains(&words)
                && dates::find(line).is_empty()
                && !menu(line)
                && !line.trim_end().ends_with('.')
                && LEXICON.exact(&crate::lang::fold(line)).is_none()
        })
        .map(|(start, line)| Span::new(start, start + line.len()))
}

/// Lines with words at the top, up to the first long one.
fn top(text: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        if !trimmed.chars().any(char::is_alphanumeric) {
            continue;
        }
        if trimmed.len() > LONG_LINE_BYTES || out.len() == TOP_LINES {
            break;
        }
        out.push((start, trimmed));
    }
    out
}

fn front_matter(text: &str) -> Option<Masthead> {
    let body = text.trim_start_matches('\u{feff}');
    let mut at = text.len() - body.len();
    let mut lines = body.split_inclusive('\n');
    let first = lines.next()?;
    if first.trim() != "---" {
        return None;
    }
    at += first.len();
    for line in lines.take(FRONT_MATTER_LINES) {
        if line.trim() == "---" {
            return None;
        }
        if let Some((key, value)) = line.split_once(':')
            && WORDS.keys.contains(&fold(key))
        {
            let inner = value.trim().trim_matches(['"', '\'']);
            let from = at + key.len() + 1 + value.find(inner)?;
            let named =
                inner.chars().any(char::is_alphabetic) && !inner.contains("://") && !inner.starts_with(['[', '{']);
            if named && credits::agencies_in(inner).is_empty() {
                return Some(Masthead {
                    name: Span::new(from, from + inner.len()),
                    line: Span::new(at, at + line.trim_end().len()),
                    front_matter: true,
                });
            }
        }
        at += line.len();
    }
    None
}

fn words(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// Written as a name is: few words with capitals, no sentence, no date, no known phrase of furniture, no agency.
fn is_name(part: &str) -> bool {
    let tokens: Vec<&str> = part.split_whitespace().collect();
    let capital = |t: &&&str| t.chars().next().is_some_and(char::is_uppercase);
    let long_small = tokens.iter().any(|t| t.chars().count() > 3 && t.chars().next().is_some_and(char::is_lowercase));
    (1..=NAME_WORDS).contains(&tokens.len())
        && tokens.first().as_ref().is_some_and(capital)
        && !long_small
        && !part.contains(|c: char| {
            matches!(c, '.' | '!' | '?' | ':' | ';' | '"' | '“' | '”' | '(' | '[' | '#' | '|' | '/' | '©')
        })
        && !part.contains(|c: char| c.is_numeric())
        && part.chars().filter(|c| c.is_alphabetic()).count() >= 4
        && LEXICON.exact(&crate::lang::fold(part)).is_none()
        && !LEXICON.labels_of(part).iter().any(|(l, _)| match l {
            Label::Byline
            | Label::Credit
            | Label::PictureCredit
            | Label::Caption
            | Label::Staff
            | Label::Published
            | Label::Modified => true,
        })
        && dates::find(part).is_empty()
        && credits::agencies_in(part).is_empty()
}

/// Has a word that names of outlets have, and one that is no word of sections.
fn periodical(part: &str) -> bool {
    let all = words(part);
    all.len() > 1
        && all.iter().any(|w| WORDS.periodical.contains(w))
        && all.iter().any(|w| !WORDS.periodical.contains(w) && !WORDS.section.contains(w) && w.chars().count() > 3)
        && !(all.iter().any(|w| WORDS.section.contains(w)) && all.len() == 2)
}

/// A row of links: several short parts, none of them a sentence.
fn menu(line: &str) -> bool {
    let parts: Vec<&str> = if line.contains(['|', '/', '·', '•']) {
        line.split(['|', '/', '·', '•']).collect()
    } else {
        line.split("  ").filter(|p| !p.trim().is_empty()).collect()
    };
    let short = parts.iter().all(|p| p.split_whitespace().count() <= 4);
    let shout = line.split_whitespace().count() >= 3
        && line.split_whitespace().all(|w| {
            w.chars().all(|c| !c.is_lowercase())
                && words(w)
                    .iter()
                    .any(|w| WORDS.section.contains(w) || WORDS.periodical.contains(w) || LEXICON.exact(w).is_some())
        });
    (parts.len() >= 3 && short && dates::find(line).is_empty()) || shout
}

/// A motto, a year of foundation, an issue number.
fn tagline(line: &str) -> bool {
    let folded = format!("{} ", fold(line));
    line.split_whitespace().count() <= 10
        && WORDS.tagline.iter().any(|t| {
            let here = folded.starts_with(&format!("{t} "));
            here && (t.contains(' ') || line.chars().any(char::is_numeric))
        })
}

/// "NAME — Daily digest of …": the name before the dash.
fn motto(line: &str) -> Option<(usize, usize)> {
    let (at, mark) = [" — ", " – ", " | "].iter().filter_map(|m| line.find(m).map(|at| (at, m))).min()?;
    let (name, rest) = (line[..at].trim_end(), &line[at + mark.len()..]);
    let shout = !name.chars().any(char::is_lowercase) && rest.chars().any(char::is_lowercase);
    let few = rest.split_whitespace().count();
    (is_name(name) && (2..=10).contains(&few) && (shout || periodical(name))).then_some((0, name.len()))
}

/// "[NAME](/) / Section": a link to the front page.
fn linked(line: &str) -> Option<(usize, usize)> {
    let rest = line.strip_prefix('[')?;
    let (name, target) = rest.split_once("](")?;
    let target = target.split(')').next()?;
    let front =
        target == "/" || target.strip_prefix("https://").is_some_and(|t| !t.trim_end_matches('/').contains('/'));
    (front && is_name(name) && (periodical(name) || name.contains(' '))).then_some((1, 1 + name.len()))
}

fn candidate(line: &str, i: usize, next: &str, text: &str, start: usize) -> Option<(usize, usize)> {
    if line.starts_with('#') || line.starts_with("![") {
        return None;
    }
    if i < 3 && is_name(line) {
        let many = line.contains(' ');
        if (periodical(line) && i < 2) || (many && (menu(next) && i < 2 || tagline(next))) || recurs(line, text, start)
        {
            return Some((0, line.len()));
        }
        return None;
    }
    if i < 3
        && let Some(found) = motto(line)
    {
        return Some(found);
    }
    // "**NAME** · Place · Thursday, 16 June": beside the date, or in bold before a menu.
    let dated = !dates::find(line).is_empty();
    let bold = line.starts_with("**");
    if !dated && !bold {
        return None;
    }
    let mut from = 0;
    for (n, part) in line.split(['·', '|', '—', '–', '•', ',']).enumerate() {
        let inner = part.trim().trim_matches(['*', '_', ' ']);
        let at = from + part.find(inner).unwrap_or(0);
        from += part.len() + line[from + part.len()..].chars().next().map_or(0, char::len_utf8);
        if !is_name(inner) {
            continue;
        }
        let first_bold = n == 0 && bold && part.trim().ends_with("**");
        if first_bold || periodical(inner) || recurs(inner, text, start) {
            return Some((at, at + inner.len()));
        }
    }
    None
}

/// Whether the page uses the name as its own elsewhere: "told the NAME", "NAME staff", "© 2017 NAME", name@…
fn recurs(name: &str, text: &str, own: usize) -> bool {
    let bare = name.split_once(' ').filter(|(first, _)| words(first) == ["the"]).map_or(name, |(_, rest)| rest);
    let lower = text.to_lowercase();
    let wanted = bare.to_lowercase();
    // Lower case may change the length of some letters; the place of the masthead is only left out, so that is harmless.
    let line_end = text[own..].find('\n').map_or(text.len(), |n| own + n);
    let roles = lower.match_indices(&wanted).filter(|(at, _)| *at < own || *at >= line_end).any(|(at, m)| {
        let head: Vec<String> = words(&lower[lower.floor_char_boundary(at.saturating_sub(40))..at]);
        let after = &lower[at + m.len()..];
        let tail: Vec<String> = words(&after[..after.floor_char_boundary(40)]);
        let ends = |cue: &String| {
            let cue = words(cue);
            let mut head = head.clone();
            if head.last().is_some_and(|w| w == "the") && cue.last().is_some_and(|w| w != "the") {
                head.pop();
            }
            !cue.is_empty() && head.ends_with(&cue)
        };
        let sign = lower[..at].trim_end().trim_end_matches(|c: char| c.is_numeric() || c == ' ' || c == ',').trim_end();
        let sign =
            sign.strip_suffix("the").unwrap_or(sign).trim_end().trim_end_matches(|c: char| c.is_numeric()).trim_end();
        WORDS.before.iter().any(ends)
            || sign.ends_with('©')
            || sign.ends_with("(c)")
            || WORDS.after.iter().any(|cue| tail.starts_with(&words(cue)))
    });
    let joined: String = wanted.chars().filter(|c| c.is_alphanumeric()).collect();
    roles || (joined.len() >= 6 && (lower.contains(&format!("{joined}.")) || lower.contains(&format!("@{joined}"))))
}
