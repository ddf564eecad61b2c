//! When was a document published? From what its page and text show, and from documents that share its text.
//!
//! The rules, strongest first:
//! 1. metadata and publication lines state the date; a date in the page's address comes close to it;
//! 2. a page header's date is often the day when the page was saved: it counts only if the text names that same day and
//!    nothing contradicts;
//! 3. "Monday, May 10" in the lead gives the year where exactly one year fits the other evidence;
//! 4. a document without a date of its own takes an interval from documents that share its text;
//! 5. the age that the text gives to an agreement of known date ("ten days old");
//! 6. the newest full date in the text is a "not before";
//! 7. otherwise the date is not known.
//!
//! Must not: invent a date. Each answer carries its reasons, and each date that was left aside says why.

use crate::id::DocumentId;
use crate::span::Span;
use crate::time::{Anchor, Tense, TimeBasis, TimeExpr, When, resolve};
use jiff::Span as Duration;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// How many days before or after its model a copy of a news text appears, as a rule: wires are reprinted the same or the
/// next day, two days cover zones and weekends. The text's own words count from this day even in later reprints.
const COPY_DAYS: i32 = 2;
/// The lead of a news text names the day of the news, which is the day of writing or the day before.
const LEAD_DAYS: i32 = 1;
/// The longest interval, in days, in which days are tried one by one.
const SEARCH_DAYS: i32 = 800;
/// A page in the net can be no older than this; weekdays without a year are not looked for before it.
const OLDEST: Date = jiff::civil::date(1900, 1, 1);

/// Where on a page a date stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateRole {
    /// Publication date in the page's metadata.
    MetadataPublished,
    /// Modification date in the page's metadata.
    MetadataModified,
    /// A line such as "Published …".
    PublicationLine,
    /// A date in the furniture at the head of the page.
    PageHeader,
    /// A picture's caption.
    Caption,
    /// The page's address.
    Url,
    /// The dateline or the first sentences of the text.
    Lead,
    /// The rest of the text.
    Body,
    /// The age that the text gives to the agreement it speaks of ("ten-day-old truce", "brokered last month").
    AgreementAge,
}

/// One date on a page.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DateEvidence {
    /// Where it stands.
    pub role: DateRole,
    /// What it says.
    pub expr: TimeExpr,
    /// Which way its sentence looks.
    pub tense: Tense,
    /// Its place in the captured file.
    pub span: Span,
}

/// What a document shows of its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentDates {
    /// The document.
    pub document: DocumentId,
    /// Every date on its page.
    pub evidence: Vec<DateEvidence>,
    /// The day when the agreement that the text speaks of took effect; none when it speaks of none.
    pub agreement_effective: Option<Date>,
}

/// What became of one date of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageDate {
    /// Its place in the captured file.
    pub span: Span,
    /// Where it stands.
    pub role: DateRole,
    /// The date; open when the words alone do not give it.
    pub when: When,
    /// Whether it took part in the answer.
    pub used: bool,
    /// Why, or why not.
    pub why: String,
}

/// When a document was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The document.
    pub document: DocumentId,
    /// The answer, with its basis.
    pub published: When,
    /// Why.
    pub reasons: Vec<String>,
    /// The full dates and headers of the page, used or not.
    pub page_dates: Vec<PageDate>,
}

/// Dates all documents. `copies` are pairs of documents that share text. The answers stand in the order of `documents`; they
/// do not depend on that order, nor on the order of `copies` or of the evidence.
#[must_use]
pub fn date_documents(documents: &[DocumentDates], copies: &[(DocumentId, DocumentId)]) -> Vec<Dated> {
    let pages: Vec<Page<'_>> = documents.iter().map(Page::new).collect();
    let neighbours = neighbours(documents, copies);
    let mut answers: Vec<Option<Answer>> = pages.iter().map(Page::stated).collect();
    let bounds = year_bounds(&pages, &answers, &neighbours);
    for (i, page) in pages.iter().enumerate() {
        if answers[i].is_none() {
            let others: Vec<When> =
                neighbours[i].iter().filter_map(|n| Some(answers.get(*n)?.as_ref()?.published)).collect();
            answers[i] = page.header(&others).or_else(|| page.year_inferred(bounds[i]));
        }
    }
    // From dated to undated documents, in rounds: each round reads only the answers of the rounds before, so the result
    // does not depend on the order. Every round dates at least one more document or is the last.
    loop {
        let found: Vec<(usize, Answer)> = (0..pages.len())
            .filter(|i| answers[*i].is_none())
            .filter_map(|i| {
                let near =
                    neighbours[i].iter().filter_map(|n| Some((pages[*n].document, answers[*n].as_ref()?.published)));
                Some((i, pages[i].by_copies(near.filter(|(_, w)| w.length_days().is_some()).collect())?))
            })
            .collect();
        if found.is_empty() {
            break;
        }
        for (i, answer) in found {
            answers[i] = Some(answer);
        }
    }
    pages.iter().zip(answers).map(|(page, answer)| page.finish(answer)).collect()
}

/// For each document the ones that share its text, in the order of their ids.
fn neighbours(documents: &[DocumentDates], copies: &[(DocumentId, DocumentId)]) -> Vec<Vec<usize>> {
    let index: BTreeMap<&DocumentId, usize> = documents.iter().enumerate().map(|(i, d)| (&d.document, i)).collect();
    let mut sets = vec![BTreeSet::new(); documents.len()];
    for (a, b) in copies {
        if let (Some(&i), Some(&j)) = (index.get(a), index.get(b))
            && i != j
        {
            sets[i].insert((&documents[j].document, j));
            sets[j].insert((&documents[i].document, i));
        }
    }
    sets.into_iter().map(|s| s.into_iter().map(|(_, i)| i).collect()).collect()
}

/// The first and last day that a document can be of, for finding a year: its own evidence, and that of the documents that
/// share its text, with some days of slack per step.
fn year_bounds(
    pages: &[Page<'_>],
    answers: &[Option<Answer>],
    neighbours: &[Vec<usize>],
) -> Vec<(Option<Date>, Option<Date>)> {
    let own = |i: usize| match &answers[i] {
        Some(a) => (a.published.first_day(), a.published.last_day()),
        None => (pages[i].not_before(), pages[i].not_after()),
    };
    let mut bounds: Vec<_> = (0..pages.len()).map(own).collect();
    let mut queue: BTreeSet<usize> = (0..pages.len()).collect();
    // Slack makes every way round a circle a loss, so bounds settle and the queue runs empty.
    while let Some(i) = queue.pop_first() {
        let (from, to) = (bounds[i].0.and_then(|d| add(d, -COPY_DAYS)), bounds[i].1.and_then(|d| add(d, COPY_DAYS)));
        for &n in &neighbours[i] {
            if answers[n].is_some() {
                continue;
            }
            let next = (latest(bounds[n].0, from), earliest(bounds[n].1, to));
            if next != bounds[n] {
                bounds[n] = next;
                queue.insert(n);
            }
        }
    }
    bounds
}

#[derive(Clone, Debug)]
struct Answer {
    published: When,
    reasons: Vec<String>,
    used: BTreeSet<usize>,
}

/// One document's evidence in the order of the page, with what each date says by itself.
struct Page<'a> {
    document: &'a DocumentId,
    evidence: Vec<(&'a DateEvidence, When)>,
    agreement: Option<Date>,
}

impl<'a> Page<'a> {
    fn new(d: &'a DocumentDates) -> Self {
        let bare = Anchor { published: When::unknown(TimeBasis::NotStated), zone: None, agreement_effective: None };
        let mut evidence: Vec<_> = d.evidence.iter().map(|e| (e, resolve(&e.expr, &bare, e.tense))).collect();
        evidence.sort_by_key(|(e, _)| (e.span, e.role));
        Self { document: &d.document, evidence, agreement: d.agreement_effective }
    }

    /// The full days that stand in these places, with their index.
    fn days(&self, roles: &'static [DateRole]) -> impl Iterator<Item = (usize, &DateEvidence, Date)> {
        let all = self.evidence.iter().enumerate().filter(move |(_, (e, _))| roles.contains(&e.role));
        all.filter_map(|(i, (e, w))| Some((i, *e, w.single_day()?)))
    }

    /// The newest full day that the text or a caption tells of as past, or the agreement's.
    fn not_before(&self) -> Option<Date> {
        let told = self.days(&[DateRole::Caption, DateRole::Lead, DateRole::Body]);
        told.filter(|(_, e, _)| e.tense != Tense::Future).map(|(_, _, d)| d).chain(self.agreement).max()
    }

    /// The page was there when it was saved or changed.
    fn not_after(&self) -> Option<Date> {
        self.days(&[DateRole::PageHeader, DateRole::MetadataModified]).map(|(_, _, d)| d).min()
    }

    /// Rule 1: dates that state the publication.
    fn stated(&self) -> Option<Answer> {
        let metadata: Vec<_> = self.days(&[DateRole::MetadataPublished]).collect();
        let lines: Vec<_> = self.days(&[DateRole::PublicationLine]).collect();
        let all: Vec<_> = metadata.iter().chain(&lines).copied().collect();
        let (Some(first), Some(last)) = (all.iter().map(|a| a.2).min(), all.iter().map(|a| a.2).max()) else {
            return self.address();
        };
        let used = all.iter().map(|a| a.0).collect();
        let basis = if metadata.is_empty() { TimeBasis::PublicationLine } else { TimeBasis::Metadata };
        let source = if metadata.is_empty() { "a publication line" } else { "the page's metadata" };
        let mut reasons = vec![];
        let published = if first == last {
            reasons.push(format!("{source} gives {first}"));
            let timed = all
                .iter()
                .find_map(|(i, ..)| Some(self.evidence[*i].1).filter(|w| w.from.is_some_and(|m| m.time.is_some())));
            When { basis, ..timed.unwrap_or(self.evidence[all[0].0].1) }
        } else {
            reasons.push(format!("the page gives more than one date of publication, between {first} and {last}"));
            When::days(Some(first), Some(last), basis)
        };
        if let Some(d) = self.not_before().filter(|d| *d > last) {
            reasons.push(format!("the text tells of {d} as past, which is later"));
        }
        Some(Answer { published, reasons, used })
    }

    /// The date in the address is the day when the page was made, in the zone of the publisher.
    fn address(&self) -> Option<Answer> {
        let (i, _, day) = self.days(&[DateRole::Url]).min_by_key(|d| d.2)?;
        if self.not_before().is_some_and(|d| d > day) {
            return None;
        }
        Some(Answer {
            published: When::days(add(day, -1), add(day, 1), TimeBasis::Metadata),
            reasons: vec![format!("the page's address gives {day}; the zone may move it by a day")],
            used: BTreeSet::from([i]),
        })
    }

    /// Rule 2: a header counts only with the text's support.
    fn header(&self, others: &[When]) -> Option<Answer> {
        let (i, _, day) = self.days(&[DateRole::PageHeader]).next()?;
        if self.header_objection(day, others).is_some() {
            return None;
        }
        Some(Answer {
            published: When::day(day, TimeBasis::PublicationLine),
            reasons: vec![format!("the page header gives {day}, and the text names that day or the day before")],
            used: BTreeSet::from([i]),
        })
    }

    /// Why a header's date is not taken; `None` when the text supports it.
    fn header_objection(&self, day: Date, others: &[When]) -> Option<String> {
        if self.days(&[DateRole::PageHeader]).any(|(_, _, d)| d != day) {
            return Some("the page header gives more than one date".to_owned());
        }
        if let Some(d) = self.not_before().filter(|d| *d > day) {
            return Some(format!("the text tells of {d} as past"));
        }
        let copy = When::days(add(day, -COPY_DAYS), add(day, COPY_DAYS), TimeBasis::Stated);
        if let Some(w) = others.iter().find(|w| w.gap_days(&copy) > 0) {
            return Some(format!("a document that shares its text is dated {}", w.words()));
        }
        if self.aged(Some((day, day))).is_some_and(|w| w.from.is_none()) {
            return Some("the age that the text gives to the agreement does not fit".to_owned());
        }
        let named = self.evidence.iter().any(|(e, _)| {
            let text =
                matches!(e.role, DateRole::Lead | DateRole::Body | DateRole::Caption) && e.tense != Tense::Future;
            text && matches!(&e.expr, TimeExpr::Calendar { month: Some(m), day: Some(d), year, weekday }
            if (0..=LEAD_DAYS).filter_map(|n| add(day, -n)).any(|p| {
                (p.month(), p.day()) == (*m, *d)
                    && year.is_none_or(|y| y == p.year())
                    && weekday.is_none_or(|w| w == p.weekday())
            }))
        });
        (!named)
            .then(|| "the text names no such day, and a header often shows the day when the page was saved".to_owned())
    }

    /// Rule 3: day, month and weekday of the lead, in the only year that fits.
    fn year_inferred(&self, (from, to): (Option<Date>, Option<Date>)) -> Option<Answer> {
        let (from, to) = (from.filter(|d| *d > OLDEST)?, to?);
        let mut found = BTreeSet::new();
        let mut used = BTreeSet::new();
        for (i, (e, _)) in self.evidence.iter().enumerate() {
            let weekday_and_day =
                matches!(e.expr, TimeExpr::Calendar { year: None, month: Some(_), day: Some(_), weekday: Some(_) });
            if e.role != DateRole::Lead || e.tense == Tense::Future || !weekday_and_day {
                continue;
            }
            // One day of slack on either side of the bounds, because the lead may name the day before.
            let published = When::days(add(from, -LEAD_DAYS), Some(to), TimeBasis::Stated);
            let TimeExpr::Calendar { month: Some(m), day: Some(d), weekday, .. } = e.expr else { continue };
            let (first, last) = (published.first_day()?, published.last_day()?);
            let fits: Vec<Date> = (first.year()..=last.year())
                .filter_map(|y| Date::new(y, m, d).ok())
                .filter(|day| Some(day.weekday()) == weekday && *day >= first && *day <= last)
                .collect();
            let [only] = fits[..] else { return None };
            found.insert(only);
            used.insert(i);
        }
        // A lead may name two days; the later one is the day of the news.
        let day = found.pop_last()?;
        let published = When::days(Some(day), add(day, LEAD_DAYS), TimeBasis::YearInferred);
        let reasons = vec![format!(
            "the lead names a day and its weekday, and {day} is the only one that fits between {from} and {to}; \
             a lead names the day of writing or the day before"
        )];
        Some(Answer { published, reasons, used })
    }

    /// Rule 4: an interval from the documents that share the text.
    fn by_copies(&self, near: Vec<(&DocumentId, When)>) -> Option<Answer> {
        let widen = |w: &When| Some((add(w.first_day()?, -COPY_DAYS)?, add(w.last_day()?, COPY_DAYS)?));
        let all: Vec<(Date, Date)> = near.iter().filter_map(|(_, w)| widen(w)).collect();
        let (from, to) = (all.iter().map(|w| w.0).max()?, all.iter().map(|w| w.1).min()?);
        let names: Vec<String> = near.iter().map(|(d, w)| format!("{d} ({})", w.words())).collect();
        let mut reasons = vec![format!("shares text with {}", list(&names))];
        let (from, to) = if from <= to {
            (from, to)
        } else {
            reasons.push("these are dated differently, so the interval covers them all".to_owned());
            (all.iter().map(|w| w.0).min()?, all.iter().map(|w| w.1).max()?)
        };
        let (from, to, used) = self.narrow(from, to, &mut reasons);
        Some(Answer { published: When::days(Some(from), Some(to), TimeBasis::RelativeToCopiedText), reasons, used })
    }

    /// Narrows an interval to the days on which the text could have been written: not before the days it tells of as past,
    /// and such that the weekday of its lead is that day or the day before.
    fn narrow(&self, from: Date, to: Date, reasons: &mut Vec<String>) -> (Date, Date, BTreeSet<usize>) {
        let mut used = BTreeSet::new();
        if When::days(Some(from), Some(to), TimeBasis::Stated).length_days().is_none_or(|n| n > SEARCH_DAYS) {
            return (from, to, used);
        }
        let mut days: Vec<Date> = every_day(from, to).collect();
        if let Some(d) = self.not_before() {
            let later: Vec<Date> = days.iter().copied().filter(|p| *p >= d).collect();
            if later.is_empty() {
                reasons.push(format!("but the text tells of {d} as past"));
            } else if later.len() < days.len() {
                reasons.push(format!("the text or a caption tells of {d} as past"));
                days = later;
            }
        }
        for (i, (e, _)) in self.evidence.iter().enumerate() {
            let Some(fits) = lead_test(e) else { continue };
            let kept: Vec<Date> = days.iter().copied().filter(|p| fits(*p)).collect();
            if kept.is_empty() {
                reasons.push("the weekday of the lead fits none of these days".to_owned());
            } else if kept.len() < days.len() {
                reasons.push("the weekday of the lead fits only some of these days".to_owned());
                used.insert(i);
                days = kept;
            }
        }
        let (first, last) = (days.first().copied(), days.last().copied());
        (first.unwrap_or(from), last.unwrap_or(to), used)
    }

    /// Rule 5: the days on which the age given to the agreement would be right. `None` when no age is given; open ends when
    /// no day fits.
    fn aged(&self, within: Option<(Date, Date)>) -> Option<When> {
        let effective = self.agreement?;
        let ages: Vec<&DateEvidence> =
            self.evidence.iter().map(|(e, _)| *e).filter(|e| e.role == DateRole::AgreementAge).collect();
        if ages.is_empty() {
            return None;
        }
        let (from, to) = within.or_else(|| Some((effective, add(effective, SEARCH_DAYS)?)))?;
        let fits = |p: &Date| {
            let published = When::day(*p, TimeBasis::Stated);
            let anchor = Anchor { published, zone: None, agreement_effective: Some(effective) };
            let day = When::day(effective, TimeBasis::Stated);
            ages.iter().all(|e| {
                let w = resolve(&e.expr, &anchor, Tense::Past);
                w.length_days().is_some() && w.gap_days(&day) == 0
            })
        };
        let days: Vec<Date> = every_day(from, to).filter(fits).collect();
        Some(When::days(days.first().copied(), days.last().copied(), TimeBasis::CountedFromAgreement))
    }

    /// Rules 5 to 7, and what became of each date.
    fn finish(&self, answer: Option<Answer>) -> Dated {
        let answer = answer.unwrap_or_else(|| self.weak());
        let page_dates = self
            .evidence
            .iter()
            .enumerate()
            .filter(|(i, (e, w))| answer.used.contains(i) || w.single_day().is_some() || e.role == DateRole::PageHeader)
            .map(|(i, (e, w))| {
                let used = answer.used.contains(&i);
                let why = if used {
                    answer.reasons.first().cloned().unwrap_or_default()
                } else {
                    self.why_not(e, w, &answer)
                };
                PageDate { span: e.span, role: e.role, when: *w, used, why }
            })
            .collect();
        Dated { document: self.document.clone(), published: answer.published, reasons: answer.reasons, page_dates }
    }

    fn weak(&self) -> Answer {
        if let Some(w) = self.aged(None).filter(|w| w.length_days().is_some())
            && let (Some(from), Some(to)) = (w.first_day(), w.last_day())
            && let Some(effective) = self.agreement
        {
            let mut reasons =
                vec![format!("the text gives the age of the agreement, which took effect on {effective}")];
            let (from, to, mut used) = self.narrow(from, to, &mut reasons);
            let age = self.evidence.iter().enumerate().filter(|(_, (e, _))| e.role == DateRole::AgreementAge);
            used.extend(age.map(|(i, _)| i));
            return Answer { published: When::days(Some(from), Some(to), w.basis), reasons, used };
        }
        let Some(day) = self.not_before() else {
            let reasons = vec!["nothing on the page or in the text gives a date".to_owned()];
            return Answer { published: When::unknown(TimeBasis::NotStated), reasons, used: BTreeSet::new() };
        };
        let told = self.days(&[DateRole::Caption, DateRole::Lead, DateRole::Body]);
        let used: BTreeSet<usize> =
            told.filter(|(_, e, d)| *d == day && e.tense != Tense::Future).map(|(i, ..)| i).collect();
        let what = if used.is_empty() {
            "the agreement that the text speaks of took effect on"
        } else {
            "the newest day that the text tells of is"
        };
        Answer {
            published: When::days(Some(day), None, TimeBasis::NotBeforeNewestDate),
            reasons: vec![format!("{what} {day}; it was not published before, and how long after is not known")],
            used,
        }
    }

    fn why_not(&self, e: &DateEvidence, w: &When, answer: &Answer) -> String {
        match e.role {
            DateRole::PageHeader => {
                let objection = w.single_day().and_then(|day| self.header_objection(day, &[answer.published]));
                let objection = objection.unwrap_or_else(|| "a stronger date was found".to_owned());
                format!("the page header shows {}, but {objection}", w.words())
            }
            DateRole::MetadataPublished | DateRole::PublicationLine => "the date is not whole".to_owned(),
            DateRole::MetadataModified => "the day of a change is no date of publication".to_owned(),
            DateRole::Url => "a stronger date was found, or the text is later".to_owned(),
            DateRole::Caption => "a caption tells when the picture was taken".to_owned(),
            DateRole::Lead | DateRole::Body | DateRole::AgreementAge => "a date that the text speaks of".to_owned(),
        }
    }
}

/// Whether a day can be the day of writing, by the weekday that the lead names; `None` for other evidence.
fn lead_test(e: &DateEvidence) -> Option<impl Fn(Date) -> bool> {
    if e.role != DateRole::Lead || e.tense == Tense::Future {
        return None;
    }
    let (weekday, month_day) = match e.expr {
        TimeExpr::Weekday { weekday, .. } => (Some(weekday), None),
        TimeExpr::Calendar { year: None, month: Some(m), day: Some(d), weekday } => (weekday, Some((m, d))),
        TimeExpr::Calendar { year: None, month: None, day: None, weekday: Some(w) } => (Some(w), None),
        _ => return None,
    };
    Some(move |p: Date| {
        (0..=LEAD_DAYS)
            .filter_map(|n| add(p, -n))
            .any(|d| weekday.is_none_or(|w| w == d.weekday()) && month_day.is_none_or(|md| md == (d.month(), d.day())))
    })
}

fn every_day(from: Date, to: Date) -> impl Iterator<Item = Date> {
    (0..=SEARCH_DAYS).filter_map(move |n| add(from, n)).take_while(move |d| *d <= to)
}

fn add(day: Date, days: i32) -> Option<Date> {
    day.checked_add(Duration::new().days(days)).ok()
}

fn latest(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    a.max(b)
}

fn earliest(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

/// The first three of a list, and how many more.
fn list(names: &[String]) -> String {
    let shown = names.iter().take(3).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > 3 { format!("{shown} and {} more", names.len() - 3) } else { shown }
}
