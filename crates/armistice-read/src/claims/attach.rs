//! Places, times and counts of a paragraph, and which of them belong to a claim.
//!
//! Must not: reach over a paragraph's end.

use super::{ClaimContext, acts::Stretch, lexicon as lx, nouns::View, sentences::Paragraph};
use crate::{
    elements::{Analysis, Found, places, whole_number},
    source::SourceText,
};
use std::collections::BTreeSet;

use armistice_core::{
    act::{Act, ActGroup},
    count::{Count, CountWhat},
    place::{Place, PlacePrecision},
    span::Span,
    time::{TimeExpr, TimeMention},
};

/// Everything found in a paragraph; spans are bytes of the clean text.
pub(super) struct Elements {
    times: Vec<Found<TimeExpr>>,
    places: Vec<Found<Place>>,
    counts: Vec<Found<Count>>,
}

impl Elements {
    /// `told` are the settlements that the paragraphs before told of; what this one tells is added.
    pub(super) fn find(par: &Paragraph<'_>, ctx: &ClaimContext<'_>, told: &mut BTreeSet<String>) -> Self {
        let (Some(first), Some(last)) = (par.tokens.first(), par.tokens.last()) else {
            return Self { times: vec![], places: vec![], counts: vec![] };
        };
        let base = first.start;
        let piece = &par.text[base as usize..last.end as usize];
        let place_context = places::PlaceContext { countries: ctx.countries.to_vec() };
        let analysis = Analysis::new(piece, ctx.language);
        let (places, more) = analysis.places_and_told(ctx.gazetteer, &place_context, told);
        told.extend(more);
        Self {
            times: moved(analysis.times().to_vec(), base),
            places: moved(places, base),
            counts: moved(analysis.counts(), base),
        }
    }

    /// For each token of a sentence, whether it stands in an expression of time.
    pub(super) fn time_marks(&self, par: &Paragraph<'_>, lo: usize, hi: usize) -> Vec<bool> {
        par.tokens[lo..hi]
            .iter()
            .map(|t| self.times.iter().any(|f| f.span.start < t.end && t.start < f.span.end))
            .collect()
    }

    pub(super) fn counts_in(&self, at: Stretch) -> Vec<Count> {
        let mut out: Vec<Count> = Vec::new();
        for f in self.counts.iter().filter(|f| inside(f.span, at)) {
            if !out.contains(&f.value) {
                out.push(f.value);
            }
        }
        out
    }

    #[expect(clippy::too_many_arguments, reason = "the circles around a claim, from the clause outwards")]
    pub(super) fn place_for(
        &self,
        par: &Paragraph<'_>,
        clause: Stretch,
        sentence: Stretch,
        before: Option<Stretch>,
        taken: &[Stretch],
        key: usize,
        rules: &mut Vec<String>,
    ) -> Option<Place> {
        let free = |f: &&Found<Place>| !taken.iter().any(|t| overlaps(f.span, *t));
        let located = |f: &&Found<Place>| {
            let at = par.tokens.partition_point(|t| t.start < f.span.start);
            let mut i = at;
            while i > 0 && par.is(i - 1, lx::DET) {
                i -= 1;
            }
            par.is(at, lx::LOCATIVE) || i > 0 && par.is(i - 1, lx::LOCATIVE | lx::OF | lx::FROM)
        };
        // What says where stands after "in" and the like; the finest of them, and of those the nearest.
        let best = |at: Stretch, bare: bool| {
            let order = |f: &&Found<Place>| (f.value.precision, (f.span.start as usize).abs_diff(key));
            let inside_free = || self.places.iter().filter(|f| inside(f.span, at)).filter(free);
            let known = |f: &&Found<Place>| f.value.precision != PlacePrecision::Unknown;
            let bare_name = || inside_free().filter(known).filter(|f| f.value.precision != PlacePrecision::Country);
            // A name that no gazetteer has is still where the words say it was, without a position.
            inside_free()
                .filter(known)
                .filter(located)
                .min_by_key(order)
                .or_else(|| bare.then(|| bare_name().min_by_key(order)).flatten())
                .or_else(|| bare.then(|| inside_free().filter(located).min_by_key(order)).flatten())
        };
        if let Some(f) = best(clause, true) {
            return Some(f.value.clone());
        }
        if let Some(f) = best(sentence, false) {
            rules.push("place.same_sentence".to_owned());
            return Some(f.value.clone());
        }
        let f = best(before?, false)?;
        rules.push("place.previous_sentence".to_owned());
        Some(f.value.clone())
    }

    pub(super) fn time_for(
        &self,
        clause: Stretch,
        sentence: Stretch,
        before: Option<Stretch>,
        taken: &[Stretch],
        key: usize,
        rules: &mut Vec<String>,
    ) -> Option<&Found<TimeExpr>> {
        let best = |at: Stretch| {
            self.times
                .iter()
                .filter(|f| inside(f.span, at) && !taken.iter().any(|t| overlaps(f.span, *t)))
                .min_by_key(|f| ((f.span.start as usize).abs_diff(key), f.span.start))
        };
        if let Some(f) = best(clause) {
            return Some(f);
        }
        if let Some(f) = best(sentence) {
            rules.push("time.same_sentence".to_owned());
            return Some(f);
        }
        let f = best(before?)?;
        rules.push("time.previous_sentence".to_owned());
        Some(f)
    }
}

fn moved<T>(found: Vec<Found<T>>, base: u32) -> Vec<Found<T>> {
    found
        .into_iter()
        .map(|f| Found { span: Span { start: f.span.start + base, end: f.span.end + base }, value: f.value })
        .collect()
}

fn inside(span: Span, at: Stretch) -> bool {
    at.0 <= span.start as usize && span.end as usize <= at.1
}

fn overlaps(span: Span, at: Stretch) -> bool {
    (span.start as usize) < at.1 && at.0 < span.end as usize
}

/// The bytes of a token range, without the marks and conjunctions at its ends.
pub(super) fn byte_span(view: View<'_, '_>, from: usize, to: usize) -> Stretch {
    use super::tokens::Mark;
    let (mut from, mut to) = (from, to.min(view.par.tokens.len()));
    let at_sentence = from == view.lo;
    let stray = |i: usize| {
        view.par.mark(i) == Some(Mark::Quote)
            && view.par.quote_of.get(i + 1) == Some(&0)
            && i > 0
            && view.par.tokens[i - 1].end == view.par.tokens[i].start
    };
    let cut_left = |i: usize| {
        stray(i)
            || matches!(view.par.mark(i), Some(Mark::Comma | Mark::Semicolon | Mark::Dash | Mark::Close))
            || view.par.is(i, lx::AND | lx::BUT) && !at_sentence
    };
    while from + 1 < to && cut_left(from) {
        from += 1;
    }
    while to > from + 1
        && matches!(view.par.mark(to - 1), Some(Mark::Comma | Mark::Semicolon | Mark::Dash | Mark::Open))
    {
        to -= 1;
    }
    match (view.par.tokens.get(from), view.par.tokens.get(to.saturating_sub(1))) {
        (Some(a), Some(b)) if from < to => (a.start as usize, b.end as usize),
        _ => (0, 0),
    }
}

/// The number that a token says, in figures or words.
pub(super) fn number(view: View<'_, '_>, at: usize, language: &str) -> Option<u64> {
    whole_number(view.par.words(at, at + 1), language)
}

/// A year and nothing else.
pub(super) fn bare_year(time: &TimeExpr) -> bool {
    matches!(time, TimeExpr::Calendar { year: Some(_), month: None, day: None, weekday: None })
}

/// A time with its words and its place in the captured file.
pub(super) fn time_mention(text: &SourceText, f: &Found<TimeExpr>) -> Option<TimeMention> {
    Some(TimeMention {
        span: text.raw(f.span)?,
        text: text.text.get(f.span.range())?.to_owned(),
        expr: f.value.clone(),
    })
}

/// The counts that belong to one act of a clause with several.
pub(super) fn counts_for(
    all: &[Count],
    act: Act,
    first: bool,
    violent: bool,
    acts: impl Iterator<Item = Act>,
) -> Vec<Count> {
    let acts: Vec<Act> = acts.collect();
    // The first act of a clause carries all its figures: the words tell one event.
    if acts.len() < 2 || first && violent {
        return all.to_vec();
    }
    let home = |what: CountWhat| -> Option<Act> {
        let find = |list: &[Act]| acts.iter().copied().find(|a| list.contains(a));
        match what {
            CountWhat::Killed | CountWhat::Injured | CountWhat::Casualties => {
                acts.iter().copied().find(|a| a.group() == ActGroup::Hostile || matches!(a, Act::Killing | Act::Injury))
            }
            CountWhat::Detained => find(&[Act::Arrest]),
            CountWhat::Abducted => find(&[Act::Abduction]),
            CountWhat::Released => find(&[Act::Release]),
            CountWhat::Displaced => find(&[Act::ForcedDisplacement]),
            CountWhat::Violations => find(&[Act::Violation]),
            CountWhat::Strikes => find(&[Act::AirStrike, Act::DroneStrike, Act::Bombardment]),
            CountWhat::Rounds => find(&[Act::Shelling, Act::DirectHeavyFire]),
            CountWhat::Explosions => find(&[Act::Explosive]),
            CountWhat::Attacks => find(&[Act::Attack]),
            CountWhat::Buildings => find(&[Act::Destruction]),
            CountWhat::Missing
            | CountWhat::Vehicles
            | CountWhat::Settlements
            | CountWhat::Persons
            | CountWhat::Other => None,
        }
    };
    all.iter().filter(|c| home(c.what).map_or(first, |h| h == act)).copied().collect()
}
