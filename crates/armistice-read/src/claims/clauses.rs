//! Clauses of a sentence: the stretches that can make one claim each.
//!
//! Must not: cut a condition from what depends on it.

use armistice_core::act::Act;

use super::{acts::Event, lexicon as lx, nouns::View, speech::Attribution, tokens::Mark};

/// A clause as token ranges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the patterns begin to look: a relative clause takes the noun group that it tells about.
    pub(super) from: usize,
    /// It tells about a noun of the clause before.
    pub(super) relative: bool,
}

/// Splits a sentence at subordinators, contrasts, relative pronouns and independent clauses.
pub(super) fn clauses(view: View<'_, '_>, events: &[Event], said: &[Attribution]) -> Vec<Clause> {
    let mut cuts: Vec<(usize, bool)> = vec![(view.lo, false)];
    let mut i = view.lo + 1;
    let mut leading = view.is(view.lo, lx::CLAUSE_START) && !view.is(view.lo, lx::BUT);
    while i < view.hi {
        let comma_before = view.mark(i - 1) == Some(Mark::Comma);
        let rel = view.is(i, lx::REL)
            || view.is(i, lx::COMP) && view.nominal(i - 1) && view.is(i + 1, lx::HAVE | lx::BE | lx::MODAL);
        if leading && view.mark(i) == Some(Mark::Comma) {
            cuts.push((i + 1, false));
            leading = false;
        } else if rel
            && (comma_before || view.nominal(i - 1) || view.mark(i - 1) == Some(Mark::Dash))
            && finite_ahead(view, i + 1)
        {
            // "in which" belongs together.
            cuts.push((i, true));
        } else if view.is(i, lx::CLAUSE_START)
            && !view.is(i, lx::REL)
            && !paired(view, i)
            && finite_ahead(view, i + 1)
            && (subject_ahead(view, i + 1) || !view.is(i, lx::PREP | lx::CAUSE_LINK))
        {
            cuts.push((i, false));
        } else if view.is(i, lx::AND) && said.iter().any(|a| a.verb == i + 1 && !a.passive && !view.is(a.verb, lx::ING))
        {
            // "… and said that": what is said is another statement.
            cuts.push((i, false));
        } else if view.is(i, lx::AND) && independent(view, i + 1) && (comma_before || verb_behind(view, i)) {
            cuts.push((i, false));
        } else if view.mark(i) == Some(Mark::Semicolon) {
            cuts.push((i + 1, false));
        } else if cuts.last().is_some_and(|c| c.1 && c.0 > view.lo)
            && matches!(view.mark(i), Some(Mark::Comma | Mark::Dash))
            && i > cuts.last().map_or(0, |c| c.0) + 2
        {
            // A relative clause ends at its comma.
            cuts.push((i + 1, false));
        }
        i += 1;
    }
    let mut out: Vec<Clause> = Vec::new();
    for (n, (start, relative)) in cuts.iter().enumerate() {
        let end = cuts.get(n + 1).map_or(view.hi, |c| c.0);
        if *start >= end {
            continue;
        }
        let from = if *relative { view.antecedent(*start).map_or(*start, |a| a.0) } else { *start };
        out.push(Clause { start: *start, end, from, relative: *relative });
    }
    join_effects(view, &mut out, events);
    out
}

/// "Five were killed when a shell hit …": the effect and its cause are one statement.
fn join_effects(view: View<'_, '_>, out: &mut Vec<Clause>, events: &[Event]) {
    let of = |c: &Clause| events.iter().filter(move |e| c.start <= e.at.head && e.at.head < c.end).collect::<Vec<_>>();
    let mut n = 0;
    while n + 1 < out.len() {
        let (left, right) = (of(&out[n]), of(&out[n + 1]));
        let only_effects = !left.is_empty()
            && left.iter().all(|e| (e.rule.effect || e.act() == Act::Destruction) && e.authors.is_empty());
        let cause = right.iter().any(|e| !e.rule.effect && e.rule.rank > 40);
        let linked = view.is(out[n + 1].start, lx::CAUSE_LINK);
        let right_effects = !right.is_empty() && right.iter().all(|e| e.rule.effect);
        let left_cause = left.iter().any(|e| !e.rule.effect && e.rule.rank > 40);
        // What a war has cost is no effect of the act beside it.
        let of_war = out[n + 1].relative && (out[n + 1].from..out[n + 1].start).any(|i| view.is(i, lx::WAR));
        let right_effects = right_effects && !of_war;
        if (only_effects && cause && linked)
            || (left_cause
                && right_effects
                && (out[n + 1].relative || view.is(out[n + 1].start, lx::AND))
                && right.iter().all(|e| e.authors.is_empty()))
        {
            out[n].end = out[n + 1].end;
            out.remove(n + 1);
        } else {
            n += 1;
        }
    }
}

/// "as long as", "two days before": the word begins no clause of its own.
fn paired(view: View<'_, '_>, at: usize) -> bool {
    view.is(at - 1, lx::AS_PAIR) || view.is(at, lx::PREP) && view.in_time(at - 1)
}

fn clause_end(view: View<'_, '_>, from: usize) -> usize {
    (from..view.hi)
        .find(|i| matches!(view.mark(*i), Some(Mark::Comma | Mark::Semicolon | Mark::Stop)))
        .unwrap_or(view.hi)
}

fn finite_ahead(view: View<'_, '_>, from: usize) -> bool {
    let end = clause_end(view, from).max((from + 3).min(view.hi));
    (from..end).any(|i| {
        view.is(i, lx::BE | lx::HAVE | lx::MODAL | lx::DO)
            || view.is_verb(i)
                && (view.is(i, lx::BASE) || !view.is(i, lx::ING))
                && !view.is(i.saturating_sub(1), lx::TO)
    })
}

/// A noun group and its finite verb.
fn subject_ahead(view: View<'_, '_>, from: usize) -> bool {
    let mut i = from;
    while i < view.hi
        && i < from + 14
        && (view.nominal(i) || view.is(i, lx::OF | lx::ADV | lx::PRON | lx::PREP) || view.in_time(i))
        && !view.is_verb(i)
    {
        i += 1;
    }
    i > from
        && i < view.hi
        && (view.is(i, lx::BE | lx::HAVE | lx::MODAL | lx::DO) || view.is_verb(i) && view.is(i, lx::PAST | lx::PRES))
}

fn independent(view: View<'_, '_>, from: usize) -> bool {
    let mut i = from;
    let mut nouns = 0;
    while i < view.hi
        && i < from + 10
        && (view.nominal(i) || view.is(i, lx::OF | lx::ADV) || view.is(i, lx::PRON & !lx::REL) && i == from)
    {
        nouns += usize::from(!view.is(i, lx::ADV | lx::OF));
        i += 1;
    }
    nouns > 0
        && i < view.hi
        && (view.is(i, lx::BE_FINITE | lx::HAVE | lx::MODAL)
            || view.is_verb(i) && view.is(i, lx::PAST | lx::PRES) && !view.passive(i, true))
}

fn verb_behind(view: View<'_, '_>, at: usize) -> bool {
    let mut i = at;
    while i > view.lo && (view.nominal(i - 1) || view.is(i - 1, lx::OF | lx::ADV) || view.in_time(i - 1)) {
        i -= 1;
    }
    // The noun group before "and" is itself the beginning of a clause: it and the next are one subject.
    let begins =
        i == view.lo || view.is(i - 1, lx::COMP | lx::CLAUSE_START | lx::REL) || view.mark(i - 1) == Some(Mark::Comma);
    !begins && (view.lo..i).rev().take(25).any(|v| view.is_verb(v)) && !view.is(at - 1, lx::VERB)
}
