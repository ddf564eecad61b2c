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
use crate::lineage::agencies::{Agencies, AgencyKey};
use crate::lineage::names::{self, NameLine, PageAgency};
use crate::lineage::tokens::fold;
use crate::meta::dates;

/// Most words of a line that is only a credit.
const CREDIT_LINE_WORDS: usize = 10;

/// Most words of a note in brackets behind the name ("UPDATE 2", "3RD LEAD").
const REVISION_WORDS: usize = 3;

/// Most words before the agency in a dateline ("CITY, Country, 3 January (AGENCY) -").
const DATELINE_WORDS: usize = 9;

/// Words between a cue and the name ("told the Russian state news agency X").
const MAX_BETWEEN: usize = 5;

/// Words on either side of a name that are looked at.
const CONTEXT_WORDS: usize = 10;

/// A line of main text that is longer is running text: what stands before it is the head of the page.
const LONG_LINE_BYTES: usize = 120;

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
    /// Which agency, if it is one of the list or the page uses it as one.
    pub agency: Option<AgencyKey>,
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
    #[serde(default)]
    partial: Vec<String>,
    #[serde(default)]
    articles: Vec<String>,
    #[serde(default)]
    links: Vec<String>,
    #[serde(default)]
    agency_names: Vec<String>,
    #[serde(default)]
    agency_words: Vec<String>,
    #[serde(default)]
    agency_endings: Vec<String>,
    #[serde(default)]
    offices: Vec<String>,
}

/// The phrases of all languages.
#[derive(Debug)]
pub struct CreditRules {
    told: Vec<Vec<String>>,
    cited_before: Vec<Vec<String>>,
    cited_after: Vec<Vec<String>>,
    pub(crate) courtesy: Vec<Vec<String>>,
    byline: BTreeSet<String>,
    photo: Vec<Vec<String>>,
    fillers: BTreeSet<String>,
    clitics: Vec<String>,
    partial: Vec<Vec<String>>,
    /// Words that may stand before a name with a capital and are no part of it.
    pub(crate) leads: BTreeSet<String>,
    /// Small words inside or behind a name ("of").
    pub(crate) links: BTreeSet<String>,
    /// What only the names of news agencies hold ("press service").
    pub(crate) agency_names: Vec<Vec<String>>,
    /// What names of agencies hold among others ("bureau").
    pub(crate) agency_words: BTreeSet<String>,
    /// Ends of such words ("interpress").
    pub(crate) agency_endings: BTreeSet<String>,
    /// What makes a name an office's ("ministry").
    pub(crate) offices: BTreeSet<String>,
    /// Single words of picture credits.
    pub(crate) photo_words: BTreeSet<String>,
}

pub(crate) fn words(text: &str) -> Vec<String> {
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
            all.partial.extend(p.partial);
            all.articles.extend(p.articles);
            all.links.extend(p.links);
            all.agency_names.extend(p.agency_names);
            all.agency_words.extend(p.agency_words);
            all.agency_endings.extend(p.agency_endings);
            all.offices.extend(p.offices);
        }
        let split = |list: &[String]| {
            let mut out: Vec<Vec<String>> = list.iter().map(|p| words(p)).filter(|w| !w.is_empty()).collect();
            out.sort_by_key(|w| std::cmp::Reverse(w.len()));
            out
        };
        let set = |list: &[String]| -> BTreeSet<String> { list.iter().flat_map(|p| words(p)).collect() };
        let single = |list: &[String]| -> BTreeSet<String> {
            list.iter().map(|p| words(p)).filter(|w| w.len() == 1).flatten().collect()
        };
        let mut leads = set(&all.articles);
        for list in [&all.told, &all.cited_before, &all.courtesy, &all.byline] {
            leads.extend(single(list));
        }
        // A byline may be a part of the name's own words ("News Agency").
        let own = set(&all.agency_names);
        leads.retain(|w| !own.contains(w));
        Ok(Self {
            leads,
            links: set(&all.links),
            agency_names: split(&all.agency_names),
            agency_words: set(&all.agency_words),
            agency_endings: set(&all.agency_endings),
            offices: set(&all.offices),
            photo_words: single(&all.photo),
            told: split(&all.told),
            cited_before: split(&all.cited_before),
            cited_after: split(&all.cited_after),
            courtesy: split(&all.courtesy),
            byline: set(&all.byline),
            photo: split(&all.photo),
            fillers: set(&all.fillers),
            clitics: all.clitics,
            partial: split(&all.partial),
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
    main: bool,
    title: bool,
}

/// A name in a line.
struct Mention {
    at: Span,
    key: AgencyKey,
    show: String,
    /// Whether it is an agency, as against another outlet.
    agency: bool,
    /// The number of the page's own name; `None` for one of the list.
    own: Option<usize>,
}

/// The cues of a page in order. `blocks` are the page's blocks as the main-text reader made them; text outside of them is
/// not looked at. `outlet` is the page's own name, which is no agency of its text.
#[must_use]
pub fn cues(
    text: &str,
    blocks: &[(Span, BlockKind, Fate)],
    outlet: Option<&str>,
    rules: &CreditRules,
    agencies: &Agencies,
) -> Vec<Cue> {
    let lines = lines(text, blocks);
    let mut top = true;
    let name_lines: Vec<NameLine<'_>> = lines
        .iter()
        .map(|l| {
            top &= !(l.main && l.text.len() > LONG_LINE_BYTES);
            NameLine {
                text: l.text,
                prose: !l.ignored && !l.caption && !l.title,
                credit: !l.ignored && !l.caption && !l.title && (top || l.credit_block || l.among_last),
            }
        })
        .collect();
    let found = names::unlisted(&name_lines, outlet, rules, agencies);
    let mut out: Vec<(Option<usize>, Cue)> = Vec::new();
    for line in &lines {
        if line.ignored || line.among_last {
            let cue = copyright(line, outlet, &found, rules, agencies);
            if cue.is_some() || line.ignored {
                out.extend(cue);
                continue;
            }
        }
        let mentions = mentions(line.text, &found, rules, agencies);
        for (i, m) in mentions.iter().enumerate() {
            if let Some((kind, from, to)) = classify(line, &mentions, i, rules) {
                let span = Span::new(line.start + from, line.start + to);
                let evidence = text[span.range()].trim().to_owned();
                let agency = (m.own.is_none() || kind.is_credit()).then(|| m.key.clone());
                // A name that is no name of the list and is the source of the text is its agency.
                let kind = match kind {
                    CueKind::CourtesyLine if m.own.is_some() => CueKind::TextCredit,
                    other => other,
                };
                out.push((m.own, Cue { span, agency, name: m.show.clone(), kind, evidence }));
            }
        }
        if mentions.is_empty()
            && let Some(name) = unknown_courtesy(line, rules)
        {
            let span = Span::new(line.start, line.start + line.text.len());
            let evidence = line.text.trim().to_owned();
            out.push((None, Cue { span, agency: None, name, kind: CueKind::CourtesyLine, evidence }));
        }
    }
    // A name that is written like any other counts if the text is credited to it and it is named once more.
    let sure: Vec<bool> = (0..found.len())
        .map(|n| {
            let kinds: Vec<CueKind> = out.iter().filter(|(own, _)| *own == Some(n)).map(|(_, c)| c.kind).collect();
            let credited = kinds.iter().any(|k| k.is_credit() && *k != CueKind::ToldAgency);
            found[n].firm || (credited && kinds.iter().filter(|k| k.is_credit()).count() > 1)
        })
        .collect();
    out.into_iter()
        .filter_map(|(own, mut cue)| {
            match own {
                Some(n) if !sure[n] => match cue.kind {
                    // "Courtesy: Name" says where the text is from, agency or not.
                    CueKind::TextCredit => {
                        let (_, name) = cue
                            .evidence
                            .split_once([':', '：'])
                            .filter(|(label, _)| rules.courtesy.contains(&words(label)))?;
                        cue.name = source_name(name).to_owned();
                        (cue.agency, cue.kind) = (None, CueKind::CourtesyLine);
                    }
                    CueKind::CitedOutlet => {}
                    CueKind::DatelineAgency | CueKind::CourtesyLine | CueKind::ToldAgency | CueKind::PhotoCredit => {
                        return None;
                    }
                },
                Some(_) | None => {}
            }
            Some(cue)
        })
        .collect()
}

/// The name behind "Source:".
fn source_name(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ')', ']'])
}

impl CueKind {
    /// Whether it makes the name an agency of the text or a passage.
    #[must_use]
    pub fn is_credit(self) -> bool {
        match self {
            Self::TextCredit | Self::DatelineAgency | Self::CourtesyLine | Self::ToldAgency => true,
            Self::CitedOutlet | Self::PhotoCredit => false,
        }
    }
}

/// The key of a cue's agency by the name that the cue shows: what [`cues`] gave, from the name and kind alone.
#[must_use]
pub fn agency_of(name: &str, kind: CueKind, agencies: &Agencies) -> Option<AgencyKey> {
    match agencies.key(name) {
        AgencyKey::Listed(id) => Some(AgencyKey::Listed(id)),
        AgencyKey::Unlisted(key) => match kind {
            CueKind::TextCredit | CueKind::DatelineAgency | CueKind::ToldAgency => Some(AgencyKey::Unlisted(key)),
            CueKind::CourtesyLine | CueKind::CitedOutlet | CueKind::PhotoCredit => None,
        },
    }
}

/// "© 2017 Name of Agency": the text's agency, if it is one and not the page's outlet.
fn copyright(
    line: &Line<'_>,
    outlet: Option<&str>,
    found: &[PageAgency],
    rules: &CreditRules,
    agencies: &Agencies,
) -> Option<(Option<usize>, Cue)> {
    let (from, to) = names::copyright_name(line.text)?;
    let m = mentions(line.text, found, rules, agencies).into_iter().find(|m| m.at.start as usize == from)?;
    let own = outlet.is_some_and(|o| agencies.key(o) == m.key);
    if own || !m.agency || line.caption || line.text[m.at.end as usize..to].starts_with('/') {
        return None;
    }
    let evidence = line.text.trim().to_owned();
    let lead = line.text.len() - line.text.trim_start().len();
    let span = Span::new(line.start + lead, line.start + lead + evidence.len());
    Some((m.own, Cue { span, agency: Some(m.key), name: m.show, kind: CueKind::TextCredit, evidence }))
}

/// Names of the list and of the page in a line, in order. What the page itself defines goes before the list.
fn mentions(text: &str, found: &[PageAgency], rules: &CreditRules, agencies: &Agencies) -> Vec<Mention> {
    let own = names::mentions(text, found);
    let mut out: Vec<Mention> = agencies
        .mentions(text, &rules.clitics)
        .into_iter()
        .filter(|(s, _)| !own.iter().any(|(o, _)| o.overlaps(*s)))
        .map(|(at, id)| Mention {
            at,
            key: AgencyKey::Listed(id),
            show: agencies.name(id).to_owned(),
            agency: agencies.get(id).kind.is_agency(),
            own: None,
        })
        .collect();
    out.extend(own.into_iter().map(|(at, n)| Mention {
        at,
        key: agencies.key(&found[n].show),
        show: found[n].show.clone(),
        agency: true,
        own: Some(n),
    }));
    out.sort_by_key(|m| m.at);
    merged(text, out)
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
                let (main, title) = (fate == Fate::Main, matches!(kind, BlockKind::Title | BlockKind::Heading));
                out.push(Line {
                    start,
                    text: line,
                    previous,
                    caption,
                    credit_block,
                    ignored,
                    among_last: false,
                    main,
                    title,
                });
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
fn merged(text: &str, mentions: Vec<Mention>) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::new();
    for m in mentions {
        match out.last_mut() {
            Some(last) if last.key == m.key && text[last.at.end as usize..m.at.start as usize].trim() == "(" => {
                let closed = text[m.at.end as usize..].starts_with(')');
                last.at.end = m.at.end + u32::from(closed);
            }
            _ => out.push(m),
        }
    }
    out
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '−')
}

fn classify(line: &Line<'_>, mentions: &[Mention], i: usize, rules: &CreditRules) -> Option<(CueKind, usize, usize)> {
    let Mention { at, agency, .. } = mentions[i];
    let (head, tail) = (&line.text[..at.start as usize], &line.text[at.end as usize..]);
    let whole = (0, line.text.trim_end().len());
    let (before, after) = (words(head), words(tail));
    let (near_head, near_tail) = (head.trim_end(), tail.trim_start());
    if line.caption {
        return Some((CueKind::PhotoCredit, at.start as usize, at.end as usize));
    }
    // "/AGENCY/" and "(AGENCY) -" near the start of a line.
    let left_part = head.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '/' | '['));
    let right_part = tail.trim_start_matches([')', '/', ']']);
    let slashed = near_head.ends_with('/') && near_tail.starts_with('/');
    let bracketed = (near_head.ends_with('(') && near_tail.starts_with(')'))
        || (near_head.ends_with('[') && near_tail.starts_with(']'));
    let dash_next = right_part.trim_start().starts_with(is_dash)
        || ((bracketed || slashed) && right_part.trim_start().starts_with([':', '.']));
    let place_first = before.len() <= DATELINE_WORDS && !left_part.contains(['|', '?', '!', '"', '“', '©']);
    let dash_before = left_part.trim_end().ends_with(is_dash) && right_part.trim_start().starts_with(['.', ':']);
    if place_first
        && after.len() > 4
        && (slashed || (bracketed && dash_next) || (!before.is_empty() && (dash_next || dash_before)))
        && agency
    {
        return Some((CueKind::DatelineAgency, 0, at.end as usize + usize::from(bracketed || slashed)));
    }
    // One part of a line of credits: "25 May 2023 11:40 GMT | Name of Agency", "By Name of Agency | Monday, 16 January".
    if agency && !rules.photo.iter().any(|p| words(line.previous).ends_with(p)) && credit_part(line.text, at, rules) {
        return Some((CueKind::TextCredit, whole.0, whole.1));
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
        mentions.iter().enumerate().any(|(j, m)| {
            j != i && if own_end { m.at.start as usize == text.len() } else { m.at.end as usize == text.len() }
        })
    };
    let slash_left = near_head.ends_with('/') && !neighbour_agency(&near_head[..near_head.len() - 1], false);
    let slash_right = near_tail.starts_with('/') && {
        let name_at = line.text.len() - near_tail.len() + 1;
        !mentions.iter().any(|m| m.at.start as usize == name_at)
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
        if rules.partial.iter().any(|p| before.starts_with(p)) {
            return Some((CueKind::CitedOutlet, whole.0, whole.1));
        }
        if courtesy && only_or_courtesy(&others, rules) {
            return Some((CueKind::CourtesyLine, whole.0, whole.1));
        }
        if only_byline && (!others.is_empty() || agency || line.credit_block) {
            return Some((CueKind::TextCredit, whole.0, whole.1));
        }
        // "Name of Agency (UPDATE 2)".
        let mark = tail.trim();
        let revision = mark.starts_with('(') && mark.ends_with(')') && !mark.chars().any(char::is_lowercase);
        let bare_head = before.iter().all(|w| rules.byline.contains(w) || rules.fillers.contains(w));
        if agency && revision && bare_head && after.len() <= REVISION_WORDS {
            return Some((CueKind::TextCredit, whole.0, whole.1));
        }
        // "By A Name, AGENCY", "A Name | AGENCY" in a block that is known as a byline.
        let by_person = after.is_empty()
            && before.first().is_some_and(|w| rules.byline.contains(w) && !rules.fillers.contains(w))
            && !line.text.trim_end().ends_with(['.', '?', '!', '"', '”'])
            && spoken(line, at, &before, &after, rules).is_none();
        if line.credit_block || (by_person && agency) {
            return Some((CueKind::TextCredit, whole.0, whole.1));
        }
    }
    // The name in brackets or behind a dash after the last sentence.
    if after.is_empty() && agency {
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

/// Whether the line is made of parts, one of them holds nothing but the name, and the others nothing but dates and times.
fn credit_part(line: &str, at: Span, rules: &CreditRules) -> bool {
    let marks = ['|', '•', '·'];
    if !line.contains(marks) || words(line).len() > CREDIT_LINE_WORDS + 6 {
        return false;
    }
    let mut from = 0;
    let mut dates = false;
    for part in line.split(marks) {
        let range = from..from + part.len();
        from = range.end + line[range.end..].chars().next().map_or(0, char::len_utf8);
        if range.contains(&(at.start as usize)) {
            let (head, tail) =
                (&line[range.start..at.start as usize], &line[(at.end as usize).min(range.end)..range.end]);
            let tail = tail.trim();
            let bracketed = tail.starts_with('(') && tail.ends_with(')');
            if !words(head).iter().all(|w| rules.byline.contains(w) || rules.fillers.contains(w))
                || !(bracketed || words(tail).is_empty())
            {
                return false;
            }
        } else {
            let dated = !dates::find(part).is_empty();
            dates |= dated;
            if words(part).len() > if dated { 7 } else { 4 } {
                return false;
            }
        }
    }
    dates
}

fn only_or_courtesy(others: &[String], rules: &CreditRules) -> bool {
    others
        .iter()
        .all(|w| rules.byline.contains(w) || rules.fillers.contains(w) || rules.courtesy.iter().any(|p| p.contains(w)))
}

/// The line's words outside of the names.
fn rest_words(text: &str, mentions: &[Mention]) -> Vec<String> {
    let mut out = Vec::new();
    let mut from = 0;
    for m in mentions {
        out.extend(words(&text[from..m.at.start as usize]));
        from = m.at.end as usize;
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
            .rfind(|(i, c)| {
                matches!(c, '.' | '!' | '?' | '؟' | '。')
                    && text[i + c.len_utf8()..].starts_with(|n: char| n.is_whitespace() || matches!(n, '"' | '”' | '»'))
            })
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
    let name = source_name(name);
    (fits && name.chars().any(char::is_alphabetic) && !line.caption).then(|| name.to_owned())
}
