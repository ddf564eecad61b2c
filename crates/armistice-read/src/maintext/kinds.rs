//! From the model's verdicts to blocks: what each line is, and if it is cut, why.
//!
//! Must not: cut prose on a word list alone; short speech between paragraphs stays.

use crate::block::{Block, BlockKind, CutReason, Fate};
use crate::html::{HtmlLine, bit};
use crate::lang::{self, LEXICON, Label};
use crate::maintext::credits;
use crate::meta::dates;
use armistice_core::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// A page with the model's verdicts.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'a> {
    /// Clean text.
    pub text: &'a str,
    /// Its lines, trimmed, none empty.
    pub lines: &'a [Span],
    /// What the markup says, one per line; empty for plain text.
    pub html: &'a [HtmlLine],
    /// The model's verdict per line.
    pub main: &'a [bool],
    /// The headline that the page's head states, without the outlet's name.
    pub stated_title: Option<&'a str>,
}

struct Line<'a> {
    text: &'a str,
    folded: String,
    words: usize,
    /// Ends like a sentence.
    closed: bool,
    context: crate::html::Context,
    links: bool,
    /// Belongs to a picture by its own words.
    photo: bool,
    /// A caption's label with nothing after it.
    label_only: bool,
}

/// Blocks in order, one per line.
#[must_use]
pub fn assign(page: Judged<'_>) -> Vec<Block> {
    let lines: Vec<Line<'_>> = (0..page.lines.len()).map(|i| line(&page, i)).collect();
    let mut main: Vec<bool> = page.main.to_vec();
    rescue(&lines, page.html.is_empty(), &mut main);
    let title = title(&page, &lines, &main);
    let title_words: BTreeSet<String> = title.map(|t| content_words(&lines[t].folded)).unwrap_or_default();
    let first = (0..lines.len()).find(|i| main[*i] && Some(*i) != title && lines[*i].words >= 12);
    let last = (0..lines.len()).rev().find(|i| main[*i] && lines[*i].words >= 8);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    let mut caption_follows = false;
    for (i, l) in lines.iter().enumerate() {
        let body = first.is_some_and(|f| i >= f) && last.is_some_and(|e| i <= e);
        let here = Here { i, body, before: first.is_none_or(|f| i < f), title, main: main[i] };
        let (mut kind, mut fate) = verdict(&lines, here, caption_follows, &title_words);
        caption_follows = l.label_only;
        if Some(i) != title {
            let again = seen.get(l.folded.as_str()).copied();
            let of_title = title.is_some_and(|t| lines[t].folded == l.folded);
            if kind != BlockKind::Caption && l.words >= 4 && (of_title || (again.is_some() && l.words >= 6)) {
                kind = BlockKind::Other;
                fate = Fate::Cut(CutReason::Repeat);
            }
        }
        seen.entry(&l.folded).or_insert(i);
        blocks.push(Block { span: page.lines[i], kind, fate });
    }
    blocks
}

fn line<'a>(page: &Judged<'a>, i: usize) -> Line<'a> {
    let text = &page.text[page.lines[i].range()];
    let words = text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count();
    let end = text.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', ' ', '\u{a0}', '–', '-', '—']);
    let closed = end.ends_with(['.', '!', '?', '…', '؟', '۔', '。', ':']);
    let html = page.html.get(i);
    Line {
        text,
        folded: lang::fold(text),
        words,
        photo: credits::is_photo_line(text),
        label_only: caption_label_only(text),
        closed,
        context: html.map_or(crate::html::Context(0), |h| h.context),
        links: html.is_some_and(|h| 10 * h.link_bytes as usize > 8 * h.span.len()),
    }
}

fn content_words(folded: &str) -> BTreeSet<String> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 3).map(str::to_owned).collect()
}

/// When in doubt keep: prose between two kept lines is kept; if nothing was kept, all prose is.
fn rescue(lines: &[Line<'_>], plain_text: bool, main: &mut [bool]) {
    let prose = |l: &Line<'_>| {
        (l.words >= 12 && l.closed || l.words >= 40)
            && LEXICON.starts(&l.folded).is_none()
            && !l.links
            && !l.context.has(bit::NAV | bit::FOOTER | bit::ASIDE)
    };
    let kept: usize = lines.iter().zip(main.iter()).filter(|(_, m)| **m).map(|(l, _)| l.words).sum();
    let all: usize = lines.iter().filter(|l| prose(l)).map(|l| l.words).sum();
    if kept < 20 || 4 * kept < all {
        let found = lines.iter().any(prose);
        for (l, m) in lines.iter().zip(main.iter_mut()) {
            // A text of a few short lines has no prose: keep what is no known furniture.
            let plain = !found && lines.len() <= 20 && LEXICON.exact(&l.folded).is_none() && !l.links;
            *m = *m || prose(l) || plain;
        }
    }
    for i in 1..lines.len() {
        let l = &lines[i];
        if main[i] || l.words < 3 {
            continue;
        }
        // Kept prose on either side, whatever short lines and pictures stand between.
        let text = |j: usize| main[j] && lines[j].words >= 12;
        let between = (i.saturating_sub(10)..i).any(text) && (i + 1..(i + 11).min(lines.len())).any(text);
        let next_to = (i.saturating_sub(2)..i).any(text);
        let speech = l.words >= 3 && l.text.starts_with(['"', '“', '«', '„']) && (l.closed || l.text.ends_with('”'));
        let sentence = l.words >= 6 && l.closed && l.text.ends_with(['.', '”', '"', '؟', '?', '!']);
        // Paragraph upon paragraph with nothing between them but pictures: the article goes on.
        let picture = |j: &usize| lines[*j].photo || lines[*j].label_only;
        let above = (i.saturating_sub(8)..i)
            .rev()
            .find(|j| !picture(j) && !j.checked_sub(1).is_some_and(|b| lines[b].label_only));
        let goes_on = plain_text && l.words >= 12 && l.closed && above.is_some_and(text);
        if !l.links
            && (goes_on || between && (speech || sentence || prose(l)) || next_to && speech && l.words >= 6)
            && LEXICON.starts(&l.folded).is_none()
        {
            main[i] = true;
        }
    }
}

fn title(page: &Judged<'_>, lines: &[Line<'_>], main: &[bool]) -> Option<usize> {
    let first = (0..lines.len()).find(|i| main[*i] && lines[*i].words >= 16 && lines[*i].closed);
    let first = first.or_else(|| (0..lines.len()).find(|i| main[*i]))?;
    let mut text_words = BTreeSet::new();
    for (l, _) in lines[first..].iter().zip(&main[first..]).filter(|(_, m)| **m).take(12) {
        text_words.extend(content_words(&l.folded));
    }
    let stated = page.stated_title.map(lang::fold);
    let from = first.saturating_sub(if page.html.is_empty() { 25 } else { 60 });
    let mut best: Option<(usize, usize)> = None;
    for i in from..first {
        let l = &lines[i];
        let own = content_words(&l.folded);
        let sentence = l.closed && l.words > 14;
        if !(2..=40).contains(&l.words)
            || sentence
            || own.is_empty()
            || l.text.starts_with('(')
            || LEXICON.exact(&l.folded).is_some()
            || LEXICON.starts(&l.folded).is_some()
            || l.text.contains(" / ")
            || only_date(l.text)
            || l.photo
            || credits::byline(l.text).is_some()
            || credits::agency_alone(l.text).is_some()
        {
            continue;
        }
        let known = own.iter().filter(|w| text_words.contains(*w)).count();
        let mut score = 12 * known / own.len() + 2 * known.min(5) + 2 * l.words.min(6);
        let again = lines.iter().filter(|o| {
            // The same words again, alone or at the end of a breadcrumb.
            o.folded.strip_suffix(l.folded.as_str()).is_some_and(|head| head.is_empty() || head.ends_with("/ "))
        });
        score += if again.count() > 1 && l.words >= 4 { 8 } else { 0 };
        score += if l.context.has(bit::H1) { 30 } else { 0 };
        // Markdown's sign of the first heading.
        score += if l.text.starts_with("# ") { 40 } else { 0 };
        score += if stated.as_deref() == Some(l.folded.as_str()) { 40 } else { 0 };
        score = score.saturating_sub(first - i + 2 * l.words.saturating_sub(16));
        if l.words < 3 && score < 30 {
            continue;
        }
        if best.is_none_or(|(s, _)| score > s) {
            best = Some((score, i));
        }
    }
    // A stated title further up, or a first line that stands above the text, also counts.
    let head = best.filter(|(score, _)| *score >= 12).map(|(_, i)| i);
    head.or_else(|| {
        let l = &lines[first];
        let text_follows = lines[first + 1..].iter().any(|o| o.closed || o.words >= 12);
        (l.context.has(bit::H1) || (first == 0 && !l.closed && l.words <= 20 && text_follows)).then_some(first)
    })
}

#[derive(Clone, Copy)]
struct Here {
    i: usize,
    body: bool,
    before: bool,
    title: Option<usize>,
    main: bool,
}

fn verdict(lines: &[Line<'_>], here: Here, caption_follows: bool, title_words: &BTreeSet<String>) -> (BlockKind, Fate) {
    let l = &lines[here.i];
    let cut = |kind, reason| (kind, Fate::Cut(reason));
    if here.title == Some(here.i) {
        return cut(BlockKind::Title, CutReason::Title);
    }
    if caption_follows && l.words <= 45 && !l.context.has(bit::HEADING) {
        return cut(BlockKind::Caption, CutReason::Caption);
    }
    if l.words <= 60 && (l.context.has(bit::CAPTION) || l.photo) {
        return cut(BlockKind::Caption, CutReason::Caption);
    }
    if only_date(l.text) {
        return cut(BlockKind::PageDate, CutReason::PageDate);
    }
    // Labels and short phrases are furniture wherever they stand, unless they are full sentences inside the text.
    let sentence = l.closed && l.words > 14;
    if let Some(reason) = LEXICON.exact(&l.folded) {
        let heading = here.body && here.main && l.context.has(bit::HEADING);
        if !heading {
            return cut(BlockKind::Other, reason);
        }
    }
    if !(sentence && here.main)
        && l.words <= 40
        && let Some(reason) = LEXICON.starts(&l.folded)
    {
        return cut(BlockKind::Other, reason);
    }
    if credits::agency_alone(l.text).is_some() || (l.words <= 14 && credits::byline(l.text).is_some() && !here.body) {
        return cut(BlockKind::Byline, CutReason::Byline);
    }
    if credits::credit_line(l.text).is_some() {
        return cut(BlockKind::CreditLine, CutReason::CreditLine);
    }
    if l.words <= 16 && !l.closed && dated_byline(l.text) {
        return cut(BlockKind::PageDate, CutReason::PageDate);
    }
    // The same picture text twice in a row.
    let twin = |j: Option<usize>| j.and_then(|j| lines.get(j)).is_some_and(|o| o.folded == l.folded);
    if here.before && l.words >= 8 && (twin(here.i.checked_sub(1)) || twin(Some(here.i + 1))) {
        return cut(BlockKind::Caption, CutReason::Caption);
    }
    if here.main {
        if here.body && related_headline(lines, here.i, title_words) {
            return cut(BlockKind::Other, CutReason::RelatedLink);
        }
        return (kept_kind(lines, here), Fate::Main);
    }
    cut(BlockKind::Other, cut_reason(l, here))
}

/// A headline of another article between two paragraphs: long for a heading, no full stop, about the same subject.
fn related_headline(lines: &[Line<'_>], i: usize, title_words: &BTreeSet<String>) -> bool {
    let l = &lines[i];
    let paragraph = |j: Option<usize>| j.and_then(|j| lines.get(j)).is_some_and(|o| o.words >= 14 && o.closed);
    let shared = content_words(&l.folded).iter().filter(|w| title_words.contains(*w)).count();
    let bullet = l.text.starts_with(['•', '-', '*', '–', '—']) || l.text.starts_with(|c: char| c.is_numeric());
    let speech = l.text.starts_with(['"', '“', '«', '„']) || l.text.ends_with(['"', '”', '»', ',', ';', '–', '—']);
    !l.closed
        && !bullet
        && !speech
        && (8..=24).contains(&l.words)
        && shared >= 3
        && !l.context.has(bit::HEADING)
        && paragraph(i.checked_sub(1))
        && paragraph(Some(i + 1))
}

fn kept_kind(lines: &[Line<'_>], here: Here) -> BlockKind {
    let l = &lines[here.i];
    if l.context.has(bit::HEADING) {
        BlockKind::Heading
    } else if l.context.has(bit::QUOTE) {
        BlockKind::Quote
    } else if l.context.has(bit::TABLE) && l.words <= 20 {
        BlockKind::TableRow
    } else if l.context.has(bit::LIST) || l.text.starts_with(['•', '▪', '■', '*']) || l.text.starts_with("- ") {
        BlockKind::ListItem
    } else if l.text.starts_with("# ")
        || l.text.starts_with("##")
        || (!l.closed && l.words <= 12 && lines.get(here.i + 1).is_some_and(|next| next.words > l.words))
    {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

fn cut_reason(l: &Line<'_>, here: Here) -> CutReason {
    let c = l.context;
    let hinted = [
        ("comments", CutReason::Comments),
        ("advertisement", CutReason::Advertisement),
        ("legal", CutReason::Legal),
        ("related", CutReason::RelatedLink),
        ("caption", CutReason::Caption),
        ("byline", CutReason::Byline),
        ("widget", CutReason::Widget),
        ("navigation", CutReason::Navigation),
    ];
    if l.text.contains('©') {
        return CutReason::Legal;
    }
    if c.has(bit::NAV | bit::HEADER | bit::FOOTER) {
        return CutReason::Navigation;
    }
    if let Some((_, reason)) = hinted.iter().find(|(name, _)| c.hint(name)) {
        return *reason;
    }
    if c.has(bit::FORM | bit::BUTTON) {
        return CutReason::Widget;
    }
    match (here.before, l.words) {
        (true, 0..=8) => CutReason::Navigation,
        (false, 4..=30) if !l.closed => CutReason::RelatedLink,
        (false, 0..=3) => CutReason::Navigation,
        _ => CutReason::Other,
    }
}

/// Whether a line is a date and nothing else, but for a weekday, a label and the like.
#[must_use]
pub fn only_date(text: &str) -> bool {
    if text.len() > 160 {
        return false;
    }
    let found = dates::find(text);
    if found.is_empty() {
        return false;
    }
    let mut rest = String::new();
    let mut at = 0;
    for d in &found {
        rest.push_str(&text[at..d.span.start as usize]);
        rest.push(' ');
        at = d.span.end as usize;
    }
    rest.push_str(&text[at..]);
    let body = rest.trim_matches(|c: char| !c.is_alphanumeric());
    let body = match LEXICON.labels_of(body).into_iter().find(|(l, _)| matches!(l, Label::Published | Label::Modified))
    {
        Some((_, end)) => &body[end..],
        None => body,
    };
    // A second label ("Published … Updated …"), an hour or a city may remain.
    body.split_whitespace().filter(|w| w.chars().any(char::is_alphabetic)).count() <= 2
        && !body.chars().any(|c| matches!(c, '.' | '!' | '?'))
}

/// "By Name | 24 January 2017", "Posted on … by …".
fn dated_byline(text: &str) -> bool {
    let labelled =
        LEXICON.labels_of(text).iter().any(|(l, _)| matches!(l, Label::Published | Label::Modified | Label::Byline));
    labelled && dates::find(text).iter().any(|d| d.day.is_some() && d.has_year())
}

/// "Image caption", "Image copyright" and nothing else: the caption or credit is the next line.
fn caption_label_only(text: &str) -> bool {
    let text = text.trim();
    let whole = |t: &str| {
        LEXICON.labels_of(t).iter().any(|(l, end)| {
            matches!(l, Label::Caption | Label::PictureCredit)
                && !t[*end..].chars().any(char::is_alphanumeric)
                && t.contains(' ')
        })
    };
    whole(text) || credits::glued_picture_label(text).is_some_and(|at| whole(&text[at..]))
}
