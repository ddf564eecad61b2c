//! Collects [`Meta`] from the blocks of a page and from its head.
//!
//! Must not: state what neither says.

use crate::block::{Block, BlockKind, CutReason, Fate};
use crate::lang::{LEXICON, Label};
use crate::maintext::credits;
use crate::meta::structured::{Head, Value, split_title};
use crate::meta::{
    CreditRole, DateRole, Dateline, Found, Meta, Outlet, OutletBasis, PageDate, PhotoCredit, TextCredit, dates,
    masthead,
};
use crate::source::SourceText;
use armistice_core::span::Span;
use regex::Regex;
use std::sync::LazyLock;

/// What the collector looks at.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// Clean text with its map to the captured file.
    pub text: &'a SourceText,
    /// Blocks of the clean text.
    pub blocks: &'a [Block],
    /// The page's head and the decoded text that its spans mean; none for plain text.
    pub head: Option<(&'a Head, &'a SourceText)>,
}

static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^(?P<place>\p{Lu}[\p{L}\p{M}'’.\-]*(?:[ ,/]+[\p{L}\p{M}'’.\-]+){0,6}?)",
        r"(?:,?\s+(?P<date>[\p{L}.]{3,12}\s+\d{1,2}|\d{1,2}\s+[\p{L}.]{3,12}))?",
        r"\s*(?P<parens>(?:\([^)]{2,40}\)\s*){0,2})(?P<sep>[-–—]{1,2}|:)\s",
    ))
    .expect("a valid pattern")
});

static COPYRIGHT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:©|\(c\)|(?i:copyright))(?:\s*(?:©|\(c\)))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*(?P<n>\p{Lu}[^.|,©]{1,60})").expect("a valid pattern")
});

/// Numbers of blocks that the roles of others depend on.
#[derive(Clone, Copy)]
struct Places {
    title: Option<usize>,
    first_main: Option<usize>,
    last_main: Option<usize>,
}

/// Collects what the page says about itself.
#[must_use]
pub fn collect(view: View<'_>) -> Meta {
    let mut meta = Meta::default();
    let title = view.blocks.iter().position(|b| b.kind == BlockKind::Title);
    meta.title = title.and_then(|t| {
        let span = view.blocks[t].span;
        let line = view.text.slice(span);
        // Markdown's sign of a heading is no part of the headline.
        let sign = line.len() - line.trim_start_matches('#').len();
        let marked = sign > 0 && line[sign..].starts_with(' ');
        found(view.text, if marked { sub(view.blocks[t], sign + 1, line.len()) } else { span })
    });
    head(view, &mut meta);
    if view.head.is_none() {
        top(view, title.map(|t| view.blocks[t].span), &mut meta);
    }
    let places = Places {
        title,
        first_main: view.blocks.iter().position(|b| b.fate == Fate::Main && b.span.len() > 60),
        last_main: view.blocks.iter().rposition(|b| b.fate == Fate::Main),
    };
    for (i, block) in view.blocks.iter().enumerate() {
        lines(view, i, *block, places, &mut meta);
    }
    dateline(view, &mut meta);
    if let Some(url) = &meta.url {
        url_dates(url.clone(), &mut meta);
    }
    meta.dates.sort_by_key(|d| (d.found.span, d.role));
    meta
}

/// What the top of a page without a head names as the outlet. A masthead that was taken for the headline is none.
fn top(view: View<'_>, title: Option<Span>, meta: &mut Meta) {
    let Some(masthead) = masthead::find(&view.text.text, title) else { return };
    let basis = if masthead.front_matter { OutletBasis::FrontMatter } else { OutletBasis::Masthead };
    meta.outlet = found(view.text, masthead.name).map(|name| Outlet { name, basis });
    if title.is_some_and(|t| t.overlaps(masthead.line))
        && let Some(below) = masthead::headline_below(&view.text.text, &masthead)
    {
        meta.title = found(view.text, below);
    }
}

fn found(text: &SourceText, clean: Span) -> Option<Found> {
    let clean = crate::lines::trim(&text.text, clean);
    let words = text.slice(clean);
    if words.is_empty() {
        return None;
    }
    Some(Found { text: words.to_owned(), span: text.raw(clean)? })
}

fn sub(block: Block, start: usize, end: usize) -> Span {
    Span::new(block.span.start as usize + start, block.span.start as usize + end)
}

fn names(ids: &[&'static str]) -> Vec<String> {
    ids.iter().map(|s| (*s).to_owned()).collect()
}

fn head(view: View<'_>, meta: &mut Meta) {
    let Some((head, decoded)) = view.head else { return };
    let place = |v: &Value| decoded.raw(v.span).map(|span| Found { text: v.text.clone(), span });
    let headline = meta.title.as_ref().map(|t| t.text.clone()).or_else(|| head.titles.first().map(|t| t.text.clone()));
    let stated_site = head.site.as_ref().or(head.publisher.as_ref());
    let split = head
        .page_title
        .as_ref()
        .and_then(|t| split_title(&t.text, headline.as_deref(), stated_site.map(|s| s.text.as_str())).map(|s| (t, s)));
    if meta.title.is_none() {
        meta.title = head.titles.first().or(head.page_title.as_ref()).and_then(place);
        if let (Some(title), Some(site)) = (&mut meta.title, stated_site)
            && let Some((head, _)) = split_title(&title.text, None, Some(&site.text))
        {
            title.text.truncate(head.end as usize);
        }
    }
    meta.outlet = if let Some(name) = head.site.as_ref().and_then(place) {
        Some(Outlet { name, basis: OutletBasis::SiteName })
    } else if let Some(name) = head.publisher.as_ref().and_then(place) {
        Some(Outlet { name, basis: OutletBasis::StructuredData })
    } else if let Some((title, (_, tail))) = split {
        place(title).map(|mut name| {
            name.text = title.text[tail.range()].trim().to_owned();
            Outlet { name, basis: OutletBasis::TitleSuffix }
        })
    } else {
        None
    };
    for author in &head.authors {
        author_or_agency(place(author), meta);
    }
    meta.url = head.url.as_ref().and_then(place);
    for (list, role) in [(&head.published, DateRole::MetaPublished), (&head.modified, DateRole::MetaModified)] {
        for v in list {
            let (Some(mention), Some(found)) = (dates::find(&v.text).into_iter().next(), place(v)) else { continue };
            let known = meta.dates.iter().any(|d| d.role == role && d.mention == mention);
            if !known {
                meta.dates.push(PageDate { found, mention, role });
            }
        }
    }
}

fn author_or_agency(name: Option<Found>, meta: &mut Meta) {
    let Some(name) = name else { return };
    let agencies = credits::agency_alone(&name.text).unwrap_or_default();
    if !agencies.is_empty() {
        let known = meta.credits.iter().any(|c| c.found.span == name.span);
        if !known {
            let agencies = names(&agencies);
            meta.credits.push(TextCredit { found: name, role: CreditRole::BylineAgency, agencies });
        }
    } else if !credits::is_staff(&name.text)
        && !meta.authors.iter().any(|a| crate::lang::fold(&a.text) == crate::lang::fold(&name.text))
        && meta.outlet.as_ref().is_none_or(|o| o.name.text != name.text)
    {
        meta.authors.push(name);
    }
}

fn lines(view: View<'_>, i: usize, block: Block, places: Places, meta: &mut Meta) {
    let line = view.text.slice(block.span);
    match (block.kind, block.fate) {
        (BlockKind::Caption, _) => {
            let credit = credits::photo_credit(line).or_else(|| {
                let after_label = i > 0 && view.blocks[i - 1].kind == BlockKind::Caption;
                (after_label && credits::agency_alone(line).is_some()).then_some((0, line.len()))
            });
            if let Some((start, end)) = credit
                && let Some(found) = found(view.text, sub(block, start, end))
            {
                let agencies = names(&credits::agencies_in(&found.text));
                let known = meta.photo_credits.iter().any(|p| p.found.text == found.text);
                if !known {
                    meta.photo_credits.push(PhotoCredit { found, agencies });
                }
            }
        }
        (BlockKind::Byline, _) | (BlockKind::PageDate, _) => byline(view, block, line, meta),
        (BlockKind::CreditLine, _) => {
            if let Some((start, end)) = credits::credit_line(line)
                && let Some(found) = found(view.text, sub(block, start, end))
            {
                let agencies = names(&credits::agencies_in(&found.text));
                meta.credits.push(TextCredit { found, role: CreditRole::CourtesyLine, agencies });
            }
        }
        (_, Fate::Cut(CutReason::Legal)) => copyright(view, block, line, meta),
        (_, Fate::Main) if places.last_main == Some(i) => end_credit(view, block, line, meta),
        _ => {}
    }
    let found = dates::find(line);
    if found.is_empty() {
        return;
    }
    let role = date_role(view, i, block, places);
    // Numbers in long furniture are prices and counts; there a date must have its year.
    for mention in found {
        if meta.dates.len() >= crate::limits::MAX_PAGE_DATES {
            break;
        }
        if role == DateRole::Elsewhere && !mention.has_year() {
            continue;
        }
        push_date(view, block, mention, role, meta);
    }
}

fn push_date(view: View<'_>, block: Block, mut mention: dates::DateMention, role: DateRole, meta: &mut Meta) {
    let clean = sub(block, mention.span.start as usize, mention.span.end as usize);
    let Some(span) = view.text.raw(clean) else { return };
    let text = view.text.slice(clean).to_owned();
    mention.span = Span::new(0, text.len());
    meta.dates.push(PageDate { found: Found { text, span }, mention, role });
}

fn byline(view: View<'_>, block: Block, line: &str, meta: &mut Meta) {
    if credits::agency_alone(line).is_some() {
        meta.byline = meta.byline.take().or_else(|| found(view.text, block.span));
        return author_or_agency(found(view.text, block.span), meta);
    }
    let Some((start, end)) = credits::byline(line) else { return };
    meta.byline = meta.byline.take().or_else(|| found(view.text, block.span));
    // "By A, B and C": parts apart by commas and the like; a date ends the names.
    let mut at = start;
    let stop = dates::find(&line[start..end]).first().map_or(end, |d| start + d.span.start as usize);
    for part in line[start..stop].split([',', '/', '،', ';']) {
        let mut inner = at;
        for name in part.split(" and ") {
            author_or_agency(found(view.text, sub(block, inner, inner + name.len())), meta);
            inner += name.len() + " and ".len();
        }
        at += part.len() + line[at + part.len()..].chars().next().map_or(0, char::len_utf8);
    }
}

fn copyright(view: View<'_>, block: Block, line: &str, meta: &mut Meta) {
    let Some(c) = COPYRIGHT.captures(line) else { return };
    let Some(name) = c.name("n") else { return };
    let Some(found) = found(view.text, sub(block, name.start(), name.end())) else { return };
    if LEXICON.exact(&crate::lang::fold(&found.text)).is_some() {
        return;
    }
    let agencies = names(&credits::agencies_in(&found.text));
    if meta.outlet.is_none() && agencies.is_empty() && found.text.split_whitespace().count() <= 6 {
        meta.outlet = Some(Outlet { name: found.clone(), basis: OutletBasis::CopyrightLine });
    }
    meta.credits.push(TextCredit { found, role: CreditRole::CopyrightLine, agencies });
}

/// "(Reuters)", "– AFP" at the very end of the last paragraphs.
fn end_credit(view: View<'_>, block: Block, line: &str, meta: &mut Meta) {
    let trimmed = line.trim_end();
    let start = if trimmed.ends_with(')') { trimmed.rfind('(') } else { trimmed.rfind(['–', '—']) };
    let Some(start) = start.filter(|s| *s > 0) else { return };
    let Some(agencies) = credits::agency_alone(trimmed[start..].trim_matches(['(', ')', '–', '—', ' ', '.']))
    else {
        return;
    };
    if let Some(found) = found(view.text, sub(block, start, trimmed.len())) {
        meta.credits.push(TextCredit { found, role: CreditRole::CourtesyLine, agencies: names(&agencies) });
    }
}

/// The longest line under a headline that is taken for its date line: "Name of the page, 7 December 2005, 07:30 GMT".
const SOURCE_LINE_WORDS: usize = 14;

fn date_role(view: View<'_>, i: usize, block: Block, places: Places) -> DateRole {
    let Places { title, first_main, last_main } = places;
    match (block.kind, block.fate) {
        (BlockKind::Caption, _) => return DateRole::Caption,
        (BlockKind::Title, _) | (_, Fate::Main) => return DateRole::Body,
        _ => {}
    }
    let line = view.text.slice(block.span);
    let top = first_main.is_none_or(|f| i < f);
    let label = LEXICON
        .labels_of(line)
        .into_iter()
        .map(|(l, _)| l)
        .find(|l| matches!(l, Label::Published | Label::Modified | Label::Byline));
    let before = i.checked_sub(1).map(|j| view.blocks[j]);
    let label = label.or_else(|| {
        let before = before.map(|b| view.text.slice(b.span)).filter(|t| t.len() < 40)?;
        let (l, end) =
            LEXICON.labels_of(before).into_iter().find(|(l, _)| matches!(l, Label::Published | Label::Modified))?;
        (!before[end..].chars().any(char::is_alphanumeric)).then_some(l)
    });
    // Labels count near the article only: lists of other articles have them too.
    let near = top || last_main.is_some_and(|l| i <= l + 3);
    if block.kind == BlockKind::PageDate && near {
        match label {
            Some(Label::Published | Label::Byline) => return DateRole::PublicationLine,
            Some(Label::Modified) => return DateRole::ModificationLine,
            _ => {}
        }
    }
    if top {
        // Right under the headline, or beside the byline: the article's own line.
        let under = title.is_some_and(|t| i > t && i <= t + 3);
        let byline = before.is_some_and(|b| b.kind == BlockKind::Byline)
            || view.blocks.get(i + 1).is_some_and(|b| b.kind == BlockKind::Byline);
        // A short line there that names the page or its desk beside the date is that line too.
        let short = line.split_whitespace().count() <= SOURCE_LINE_WORDS;
        if (block.kind == BlockKind::PageDate || under && short) && title.is_some_and(|t| i > t) && (under || byline) {
            return DateRole::PublicationLine;
        }
        // Right above the headline with the minute: news sites stamp an article so, and no page its visit.
        let over = title.is_some_and(|t| i + 1 == t);
        if over && short && dates::find(line).iter().any(|m| m.time.is_some() && m.has_year()) {
            return DateRole::PublicationLine;
        }
        return DateRole::PageHeader;
    }
    DateRole::Elsewhere
}

fn dateline(view: View<'_>, meta: &mut Meta) {
    for block in view.blocks.iter().filter(|b| b.fate == Fate::Main).take(4) {
        let line = view.text.slice(block.span);
        let head = &line[..line.floor_char_boundary(160)];
        let Some(c) = DATELINE.captures(head) else { continue };
        let (Some(place), Some(whole)) = (c.name("place"), c.get(0)) else { continue };
        let parens = &c["parens"];
        let agency = parens.split(['(', ')']).find_map(|p| credits::agency_alone(p)).and_then(|a| a.first().copied());
        let city = place.as_str().split([' ', ',']).next().unwrap_or("");
        let capitals = city.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !city.chars().any(char::is_lowercase);
        // Without an agency only a city in capitals is a dateline ("Quick question: …" is not).
        if agency.is_none() && !capitals {
            continue;
        }
        let (Some(whole), Some(place)) =
            (found(view.text, sub(*block, 0, whole.end())), found(view.text, sub(*block, place.start(), place.end())))
        else {
            continue;
        };
        if let Some(id) = agency {
            meta.credits.push(TextCredit {
                found: whole.clone(),
                role: CreditRole::DatelineAgency,
                agencies: vec![id.to_owned()],
            });
        }
        meta.dateline = Some(Dateline { whole, place, agency: agency.map(str::to_owned) });
        return;
    }
}

fn url_dates(url: Found, meta: &mut Meta) {
    for mut mention in dates::find(&url.text) {
        let text = url.text[mention.span.range()].to_owned();
        mention.span = Span::new(0, text.len());
        // The address may hold character references: its whole span stays.
        meta.dates.push(PageDate { found: Found { text, span: url.span }, mention, role: DateRole::Url });
    }
}
