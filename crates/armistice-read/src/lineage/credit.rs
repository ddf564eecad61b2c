//! Credit cues: what a page says about where its text, a passage or a picture is from.
//!
//! Must not: take a photo credit for a text credit, or a cited passage for the origin of the whole text.
//!
//! Phrases are data per language (`lang/<code>/credit.toml`), names are data ([`crate::lineage::agencies`]); this file
//! knows only about lines, brackets, slashes and dashes.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use armistice_core::span::Span;
use serde::{Deserialize, Serialize};

use crate::block::{BlockKind, CutReason, Fate};
use crate::lineage::agencies::{Agencies, AgencyId};
use crate::lineage::tokens::fold;

/// Most words of a line that is only a credit.
const CREDIT_LINE_WORDS: usize = 10;

/// Most words before the agency in a dateline ("CITY, Country, 3 January (AGENCY) -").
const DATELINE_WORDS: usize = 9;

/// Words between a cue and the name ("told the Russian state news agency X").
const MAX_BETWEEN: usize = 5;

/// Words on either side of a name that are looked at.
const CONTEXT_WORDS: usize = 10;

/// Text lines at the end of a page where a name in brackets is the credit of the text.
const LAST_LINES: usize = 3;

/// What a cue says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CueKind {
    /// The text is the agency's (byline, name at the end).
    TextCredit,
    /// The text is the agency's (dateline).
    DatelineAgency,
    /// The text is taken from there ("Courtesy: …").
    CourtesyLine,
    /// Somebody speaks to the agency: the passage, and often the text, is the agency's.
    ToldAgency,
    /// A passage is second-hand.
    CitedOutlet,
    /// A picture is the agency's. Says nothing about the text.
    PhotoCredit,
}

/// One cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Bytes of the clean text: the name, with its cue where there is one.
    pub span: Span,
    /// Which agency, if it is in the list.
    pub agency: Option<AgencyId>,
    /// The name to show.
    pub name: String,
    /// What it says.
    pub kind: CueKind,
    /// The words that say so.
    pub evidence: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrases {
    told: Vec<String>,
    cited_before: Vec<String>,
    cited_after: Vec<String>,
    courtesy: Vec<String>,
    byline: Vec<String>,
    photo: Vec<String>,
    fillers: Vec<String>,
    clitics: Vec<String>,
}

/// The phrases of all languages.
#[derive(Debug)]
pub struct CreditRules {
    told: Vec<Vec<String>>,
    cited_before: Vec<Vec<String>>,
    cited_after: Vec<Vec<String>>,
    courtesy: Vec<Vec<String>>,
    byline: BTreeSet<String>,
    photo: Vec<Vec<String>>,
    fillers: BTreeSet<String>,
    clitics: Vec<String>,
}

fn words(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

impl CreditRules {
    /// The rules that come with this crate.
    #[must_use]
    pub fn bundled() -> &'static Self {
        static RULES: LazyLock<CreditRules> = LazyLock::new(|| {
            CreditRules::parse(&[
                include_str!("../../lang/ar/credit.toml"),
                include_str!("../../lang/de/credit.toml"),
                include_str!("../../lang/en/credit.toml"),
                include_str!("../../lang/es/credit.toml"),
                include_str!("../../lang/fa/credit.toml"),
                include_str!("../../lang/fr/credit.toml"),
                include_str!("../../lang/ru/credit.toml"),
                include_str!("../../lang/tr/credit.toml"),
                include_str!("../../lang/zh/credit.toml"),
            ])
            .expect("the bundled phrases are tested")
        });
        &RULES
    }

    /// Rules from phrase files of several languages.
    ///
    /// # Errors
    /// If one is not the expected TOML.
    pub fn parse(files: &[&str]) -> Result<Self, toml::de::Error> {
        let mut all = Phrases::default();
        for file in files {
            let p: Phrases = toml::from_str(file)?;
            all.told.extend(p.told);
            all.cited_before.extend(p.cited_before);
            all.cited_after.extend(p.cited_after);
            all.courtesy.extend(p.courtesy);
            all.byline.extend(p.byline);
            all.photo.extend(p.photo);
            all.fillers.extend(p.fillers);
            all.clitics.extend(p.clitics);
        }
        let split = |list: &[String]| {
            let mut out: Vec<Vec<String>> = list.iter().map(|p| words(p)).filter(|w| !w.is_empty()).collect();
            out.sort_by_key(|w| std::cmp::Reverse(w.len()));
            out
        };
        let set = |list: &[String]| list.iter().flat_map(|p| words(p)).collect();
        Ok(Self {
            told: split(&all.told),
            cited_before: split(&all.cited_before),
            cited_after: split(&all.cited_after),
            courtesy: split(&all.courtesy),
            byline: set(&all.byline),
            photo: split(&all.photo),
            fillers: set(&all.fillers),
            clitics: all.clitics,
        })
    }
}

/// One line of the page.
struct Line<'t> {
    start: usize,
    text: &'t str,
    /// The last line with words before it.
    previous: &'t str,
    caption: bool,
    credit_block: bool,
    ignored: bool,
    among_last: bool,
}

/// The cues of a page in order. `blocks` are the page's blocks as the main-text reader made them; text outside of them is
/// not looked at.
#[must_use]
pub fn cues(text: &str, blocks: &[(Span, BlockKind, Fate)], rules: &CreditRules, agencies: &Agencies) -> Vec<Cue> {
    let lines = lines(text, blocks);
    let mut out: Vec<Cue> = Vec::new();
    for line in lines.iter().filter(|l| !l.ignored) {
        let mentions = merged(line.text, agencies.mentions(line.text, &rules.clitics));
        for (i, &(at, id)) in mentions.iter().enumerate() {
            if let Some((kind, from, to)) = classify(line, at, &mentions, i, rules, agencies, id) {
                let span = Span::new(line.start + from, line.start + to);
                let evidence = text[span.range()].trim().to_owned();
                out.push(Cue { span, agency: Some(id), name: agencies.name(id).to_owned(), kind, evidence });
            }
        }
        if mentions.is_empty()
            && let Some(name) = unknown_courtesy(line, rules)
        {
            let span = Span::new(line.start, line.start + line.text.len());
            out.push(Cue {
                span,
                agency: None,
                name,
                kind: CueKind::CourtesyLine,
                evidence: line.text.trim().to_owned(),
            });
        }
    }
    out
}

fn lines<'t>(text: &'t str, blocks: &[(Span, BlockKind, Fate)]) -> Vec<Line<'t>> {
    let mut out: Vec<Line<'t>> = Vec::new();
    let mut previous = "";
    for &(span, kind, fate) in blocks {
        let Some(block) = text.get(span.range()) else { continue };
        let (mut caption, mut ignored, mut credit_block) = (kind == BlockKind::Caption, false, false);
        match kind {
            BlockKind::Byline | BlockKind::CreditLine => credit_block = true,
            BlockKind::Title
            | BlockKind::Heading
            | BlockKind::Paragraph
            | BlockKind::ListItem
            | BlockKind::Quote
            | BlockKind::TableRow
            | BlockKind::Caption
            | BlockKind::PageDate
            | BlockKind::Other => {}
        }
        match fate {
            Fate::Cut(CutReason::Caption) => caption = true,
            Fate::Cut(CutReason::Byline | CutReason::CreditLine) => credit_block = true,
            Fate::Main | Fate::Cut(CutReason::PageDate | CutReason::Other | CutReason::Repeat | CutReason::Title) => {}
            Fate::Cut(
                CutReason::Markup
                | CutReason::Whitespace
                | CutReason::Navigation
                | CutReason::Widget
                | CutReason::Comments
                | CutReason::RelatedLink
                | CutReason::Legal
                | CutReason::Advertisement
                | CutReason::ErrorNotice,
            ) => ignored = true,
        }
        let mut start = span.start as usize;
        for line in block.split_inclusive('\n') {
            if line.chars().any(char::is_alphanumeric) {
                out.push(Line { start, text: line, previous, caption, credit_block, ignored, among_last: false });
                previous = line;
            }
            start += line.len();
        }
    }
    for line in out.iter_mut().filter(|l| !l.ignored && !l.caption).rev().take(LAST_LINES) {
        line.among_last = true;
    }
    out
}

/// A name and its abbreviation in brackets ("Name of Agency (NA)") are one mention.
fn merged(text: &str, mentions: Vec<(Span, AgencyId)>) -> Vec<(Span, AgencyId)> {
    let mut out: Vec<(Span, AgencyId)> = Vec::new();
    for (span, id) in mentions {
        if let Some((last, last_id)) = out.last_mut()
            && *last_id == id
            && text[last.end as usize..span.start as usize].trim() == "("
        {
            let closed = text[span.end as usize..].starts_with(')');
            last.end = span.end + u32::from(closed);
        } else {
            out.push((span, id));
        }
    }
    out
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '−')
}

fn classify(
    line: &Line<'_>,
    at: Span,
    mentions: &[(Span, AgencyId)],
    i: usize,
    rules: &CreditRules,
    agencies: &Agencies,
    id: AgencyId,
) -> Option<(CueKind, usize, usize)> {
    let (head, tail) = (&line.text[..at.start as usize], &line.text[at.end as usize..]);
    let whole = (0, line.text.trim_end().len());
    let (before, after) = (words(head), words(tail));
    let (near_head, near_tail) = (head.trim_end(), tail.trim_start());
    if line.caption {
        return Some((CueKind::PhotoCredit, at.start as usize, at.end as usize));
    }
    // "/AGENCY/" and "(AGENCY) -" near the start of a line.
    let left_part = head.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '/' | '['));
    let right_part = tail.trim_start_matches(|c: char| matches!(c, ')' | '/' | ']'));
    let slashed = near_head.ends_with('/') && near_tail.starts_with('/');
    let bracketed = (near_head.ends_with('(') && near_tail.starts_with(')'))
        || (near_head.ends_with('[') && near_tail.starts_with(']'));
    let dash_next = right_part.trim_start().starts_with(is_dash)
        || ((bracketed || slashed) && right_part.trim_start().starts_with([':', '.']));
    let place_first = before.len() <= DATELINE_WORDS && !left_part.contains(['|', '?', '!', '"', '“', '©']);
    let dash_before = left_part.trim_end().ends_with(is_dash) && right_part.trim_start().starts_with(['.', ':']);
    if place_first
        && after.len() > 4
        && (((bracketed || slashed) && (dash_next || slashed)) || (!before.is_empty() && (dash_next || dash_before)))
        && agencies.get(id).kind.is_agency()
    {
        return Some((CueKind::DatelineAgency, 0, at.end as usize + usize::from(bracketed || slashed)));
    }
    // Pictures: a photo word just before (on this line or as the whole line before), a slash with a person's name, "Name,
    // AGENCY | caption", a copyright sign.
    let bare = before.is_empty() && after.is_empty();
    let photo_before = rules.photo.iter().any(|p| {
        let same_line = before.ends_with(p);
        let line_before = bare && words(line.previous).ends_with(p);
        same_line || line_before
    });
    let neighbour_agency = |text: &str, own_end: bool| {
        mentions.iter().enumerate().any(|(j, (s, _))| {
            j != i && if own_end { s.start as usize == text.len() } else { s.end as usize == text.len() }
        })
    };
    let slash_left = near_head.ends_with('/') && !neighbour_agency(&near_head[..near_head.len() - 1], false);
    let slash_right = near_tail.starts_with('/') && {
        let name_at = line.text.len() - near_tail.len() + 1;
        !mentions.iter().any(|(s, _)| s.start as usize == name_at)
    };
    let photo_after = rules.photo.iter().any(|p| after.starts_with(p) && !rules.byline.contains(&after[0]));
    let copyright = near_head.ends_with(['©', '®']) || head.trim_end().ends_with("(c)");
    let pipe =
        near_tail.starts_with('|') || (near_tail.starts_with(')') && near_tail[1..].trim_start().starts_with('|'));
    if photo_before || copyright || pipe || (slash_left != slash_right) || (photo_after && before.len() <= 4) {
        return Some((CueKind::PhotoCredit, at.start as usize, at.end as usize));
    }
    // A line that holds nothing but the credit.
    let others: Vec<String> = rest_words(line.text, mentions);
    if others.len() + mentions.len() <= CREDIT_LINE_WORDS {
        let courtesy = rules.courtesy.iter().any(|p| before.starts_with(p));
        let only_byline = others.iter().all(|w| rules.byline.contains(w) || rules.fillers.contains(w));
        if courtesy && only_or_courtesy(&others, rules) {
            return Some((CueKind::CourtesyLine, whole.0, whole.1));
        }
        if only_byline && (!others.is_empty() || agencies.get(id).kind.is_agency() || line.credit_block) {
            return Some((CueKind::TextCredit, whole.0, whole.1));
        }
        // "By A Name, AGENCY", "A Name | AGENCY" in a block that is known as a byline.
        let by_person = after.is_empty()
            && before.first().is_some_and(|w| rules.byline.contains(w) && !rules.fillers.contains(w))
            && !line.text.trim_end().ends_with(['.', '?', '!', '"', '”'])
            && spoken(line, at, &before, &after, rules).is_none();
        if line.credit_block || (by_person && agencies.get(id).kind.is_agency()) {
            return Some((CueKind::TextCredit, whole.0, whole.1));
        }
    }
    // The name in brackets or behind a dash after the last sentence.
    if after.is_empty() && agencies.get(id).kind.is_agency() {
        let ended = left_part
            .trim_end()
            .trim_end_matches(is_dash)
            .trim_end()
            .ends_with(['.', '!', '?', '”', '"', '»', '؟', '。']);
        let behind_dash = near_head.ends_with(is_dash);
        if (bracketed || behind_dash) && ended {
            let kind = if line.among_last || behind_dash { CueKind::TextCredit } else { CueKind::PhotoCredit };
            return Some((kind, at.start as usize, at.end as usize));
        }
    }
    spoken(line, at, &before, &after, rules)
}

fn only_or_courtesy(others: &[String], rules: &CreditRules) -> bool {
    others
        .iter()
        .all(|w| rules.byline.contains(w) || rules.fillers.contains(w) || rules.courtesy.iter().any(|p| p.contains(w)))
}

/// The line's words outside of the names.
fn rest_words(text: &str, mentions: &[(Span, AgencyId)]) -> Vec<String> {
    let mut out = Vec::new();
    let mut from = 0;
    for (s, _) in mentions {
        out.extend(words(&text[from..s.start as usize]));
        from = s.end as usize;
    }
    out.extend(words(&text[from..]));
    out
}

/// "told AGENCY", "citing AGENCY", "AGENCY reported".
fn spoken(
    line: &Line<'_>,
    at: Span,
    before: &[String],
    after: &[String],
    rules: &CreditRules,
) -> Option<(CueKind, usize, usize)> {
    let sentence = |text: &str| -> usize {
        text.char_indices()
            .filter(|(i, c)| {
                matches!(c, '.' | '!' | '?' | '؟' | '。')
                    && text[i + c.len_utf8()..].starts_with(|n: char| n.is_whitespace() || matches!(n, '"' | '”' | '»'))
            })
            .last()
            .map_or(0, |(i, c)| i + c.len_utf8())
    };
    let head = &line.text[..at.start as usize];
    let from = sentence(head);
    let in_sentence = words(&head[from..]);
    let near = &before[before.len() - in_sentence.len().min(CONTEXT_WORDS).min(before.len())..];
    let capital = |w: &str| {
        head[from..].split(|c: char| !c.is_alphanumeric()).any(|t| t.starts_with(char::is_uppercase) && fold(t) == w)
    };
    let ends_with_cue = |cues: &[Vec<String>]| {
        cues.iter().any(|cue| {
            (0..=MAX_BETWEEN.min(near.len())).any(|gap| {
                let (rest, between) = near.split_at(near.len() - gap);
                rest.ends_with(cue) && between.iter().all(|w| rules.fillers.contains(w) || capital(w))
            })
        })
    };
    if ends_with_cue(&rules.told) {
        return Some((CueKind::ToldAgency, from.min(at.start as usize), at.end as usize));
    }
    let follows = rules.cited_after.iter().any(|cue| {
        (0..=MAX_BETWEEN.min(after.len()))
            .any(|gap| after[gap..].starts_with(cue) && after[..gap].iter().all(|w| rules.fillers.contains(w)))
    });
    if follows || ends_with_cue(&rules.cited_before) {
        return Some((CueKind::CitedOutlet, from.min(at.start as usize), at.end as usize));
    }
    None
}

/// "Courtesy: Some Local Paper": a name that is not in the list.
fn unknown_courtesy(line: &Line<'_>, rules: &CreditRules) -> Option<String> {
    let (cue, name) = line.text.split_once([':', '：'])?;
    let (cue, all) = (words(cue), words(line.text));
    let fits = all.len() <= CREDIT_LINE_WORDS && rules.courtesy.contains(&cue);
    let name = name.trim().trim_end_matches(['.', ')', ']']);
    (fits && name.chars().any(char::is_alphabetic) && !line.caption).then(|| name.to_owned())
}
