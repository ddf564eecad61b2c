//! The speech layer of a sentence: which words are whose, by which verb, and through whom they came.
//!
//! Must not: make a recorder, a speaker or an outlet the author of an act.

use super::{
    lexicon as lx,
    nouns::{Range, View},
    pattern::Match,
    rules::{Language, Relation, Shape},
    sources::{Link, Memory, classify, spoken_for},
    tokens::Mark,
};
use armistice_core::claim::ChainRole;

/// One reporting clause: who, by which verb, says what.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    pub(super) relation: Relation,
    /// The verb, or the first token of "according to".
    pub(super) verb: usize,
    /// The reporting clause itself: subject, verb, listener.
    pub(super) clause: Range,
    /// Who says it, from the outside in.
    pub(super) links: Vec<Link>,
    /// Of whom it is said ("accused rebel groups of"), or who is wanted to do it.
    pub(super) object: Option<Range>,
    /// The tokens that are said.
    pub(super) content: Vec<Range>,
    /// How the source was found.
    pub(super) rule: &'static str,
    pub(super) passive: bool,
}

impl Attribution {
    pub(super) fn covers(&self, token: usize) -> bool {
        self.content.iter().any(|(a, b)| *a <= token && token < *b)
    }

    fn width(&self) -> usize {
        self.content.iter().map(|(a, b)| b.saturating_sub(*a)).sum()
    }
}

/// The attributions that cover a token, outermost first.
pub(super) fn covering(list: &[Attribution], token: usize) -> Vec<&Attribution> {
    let mut found: Vec<&Attribution> = list.iter().filter(|a| a.covers(token)).collect();
    found.sort_by_key(|a| (std::cmp::Reverse(a.width()), a.verb));
    found
}

/// Finds every attribution of a sentence, in order, and remembers who spoke.
pub(super) fn attributions(view: View<'_, '_>, language: &Language, memory: &mut Memory) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    let shapes = shapes(view, language);
    memory.note_documents(view);
    let mut i = view.lo;
    while i < view.hi {
        if let Some((_, shape, m)) = shapes.iter().find(|(at, s, _)| *at == i && matches!(s, Shape::According)) {
            if let Some(a) = according(view, *shape, *m, memory) {
                found.push(a);
            }
            i = m.end;
            continue;
        }
        let shaped = shapes.iter().any(|(_, s, m)| {
            matches!(s, Shape::Citing | Shape::CarriedBy | Shape::AsSaying) && m.start <= i && i < m.end
        });
        if !shaped && let Some((relation, m)) = verb_at(view, language, i) {
            if let Some(a) = spoken(view, relation, m, memory, &found) {
                memory.remember(view, &a.links);
                found.push(a);
            }
            i = m.end;
            continue;
        }
        i += 1;
    }
    for (_, shape, m) in &shapes {
        match shape {
            Shape::Citing | Shape::CarriedBy => pass_on(view, *shape, *m, memory, &mut found),
            Shape::AsSaying => as_saying(view, *m, memory, &mut found),
            Shape::According | Shape::ConfirmedNone => {}
        }
    }
    bound(view, &mut found);
    found
}

/// The shapes of the sentence with their places, in order.
fn shapes(view: View<'_, '_>, language: &Language) -> Vec<(usize, Shape, Match)> {
    let mut out = Vec::new();
    for i in view.lo..view.hi {
        language.shapes.at(&language.words, &view.par.tokens, i, view.hi, |n, m| {
            out.push((i, language.shape_kinds[n as usize], m));
        });
    }
    out
}

/// Where the recorder's zero stands ("confirmed none").
pub(super) fn zeros(view: View<'_, '_>, language: &Language) -> Vec<Match> {
    shapes(view, language).into_iter().filter(|(_, s, _)| *s == Shape::ConfirmedNone).map(|(_, _, m)| m).collect()
}

/// The longest verb of speech at a token.
fn verb_at(view: View<'_, '_>, language: &Language, at: usize) -> Option<(Relation, Match)> {
    if !view.is(at, lx::VERB) {
        return None;
    }
    let mut best: Option<(Relation, Match)> = None;
    language.speech.at(&language.words, &view.par.tokens, at, view.hi, |n, m| {
        if best.is_none_or(|(_, b)| m.end > b.end) {
            best = Some((language.relations[n as usize], m));
        }
    });
    best.filter(|(r, _)| *r != Relation::None && view.is_verb(at))
}

fn skip_adverbs(view: View<'_, '_>, mut at: usize) -> usize {
    while view.is(at, lx::ADV) || view.in_time(at) || (view.is(at, lx::PREP) && view.in_time(at + 1)) {
        at += 1;
    }
    at
}

fn spoken(
    view: View<'_, '_>,
    relation: Relation,
    m: Match,
    memory: &Memory,
    before: &[Attribution],
) -> Option<Attribution> {
    let verb = m.start;
    // What an agreement requires is its term, and nobody's demand.
    if view.is(verb, lx::OBLIGES) && (view.lo..verb).any(|i| view.is(i, lx::AGREEMENT)) {
        return None;
    }
    if view.passive(verb, false) {
        return passive(view, relation, m, memory);
    }
    let gerund = view.is(verb, lx::ING) && !view.is(verb, lx::BASE);
    let previous = (view.lo < verb).then(|| view.mark(verb - 1)).flatten();
    let mut rule = "speech.subject";
    let mut after = m.end;
    let mut start = verb;
    let mut subject = None;
    let inverted = (previous == Some(Mark::Quote)
        || previous == Some(Mark::Comma)
            && (view.par.quote_of.get(verb.saturating_sub(2)).is_some_and(|q| *q != 0)
                || view.subject(verb).is_none()))
        && !gerund
        && view.nominal(skip_adverbs(view, after));
    if inverted {
        let group = view.group_after(after)?;
        // An apposition to the speaker ("said X, the governor, …") is left where it is.
        after = group.1;
        subject = Some(group);
        rule = "speech.inverted";
    } else if let Some(group) = view.subject(verb)
        && group.1 <= verb
    {
        // A subject shared with an earlier verb ("accused X of … and said that") is no part of this reporting clause.
        let shared = (group.1..verb).any(|i| view.is(i, lx::AND) && (i + 1 == verb || !view.is(i + 1, lx::PART)));
        start = if shared { verb } else { group.0 };
        subject = Some(group);
    }
    let verb_text = view.par.words(m.start, m.end).to_owned();
    let mut links = match subject {
        Some(group) => classify(view, group, relation, memory, &verb_text),
        None => Vec::new(),
    };
    // "X, a spokesman for the movement, told": whom X speaks for.
    if let Some(group) = subject
        && links.len() == 1
        && view.mark(group.1) == Some(Mark::Comma)
        && let Some(office) = view.group_after(group.1 + 1)
        && (inverted || office.1 < verb)
        && let Some(role) = (office.0..office.1).find(|i| view.is(*i, lx::ROLE))
    {
        let to = (office.1..verb).find(|i| view.mark(*i) == Some(Mark::Comma)).unwrap_or(office.1);
        links.extend(spoken_for(view, (office.0, to), role));
    }
    if links.is_empty() && subject.is_none() {
        // "…, adding that": the last speaker of the sentence.
        let same = before.last().filter(|_| gerund || view.is(verb.saturating_sub(1), lx::AND))?;
        links = same.links.clone();
        for l in &mut links {
            if matches!(l.role, ChainRole::Speaker | ChainRole::UnnamedSource | ChainRole::CitedGroup) {
                l.verb = Some(verb_text.clone());
            }
        }
        rule = "speech.same_speaker";
    }
    // "has not committed itself", "did not accuse": nothing is pledged, nobody accused.
    let negated = !matches!(
        relation,
        Relation::Say
            | Relation::Tell
            | Relation::Report
            | Relation::Confirm
            | Relation::Record
            | Relation::Position
            | Relation::Expect
    ) && (verb.saturating_sub(2)..verb).any(|i| view.is(i, lx::NOT));
    if negated {
        return None;
    }
    let neutral = matches!(relation, Relation::Say | Relation::Tell | Relation::Report | Relation::Confirm);
    let needs_source = neutral || subject.is_some() && !matches!(relation, Relation::Accuse | Relation::Record);
    if links.is_empty() && needs_source {
        return None;
    }
    // Who is told.
    let mut object = None;
    after = skip_adverbs(view, after);
    if matches!(relation, Relation::Tell | Relation::Say) && !inverted {
        let (agency, next) = listener(view, relation, after);
        if let Some(range) = agency {
            let verb_text = view.par.words(m.start, m.end).to_owned();
            links.insert(0, Link::new(view, range, ChainRole::Agency, Some(verb_text)));
        }
        after = next;
    } else if inverted && let (Some(range), next) = listener(view, Relation::Tell, after) {
        links.insert(0, Link::new(view, range, ChainRole::Agency, Some(verb_text)));
        after = next;
    }
    if relation == Relation::Avow {
        object = subject;
    }
    if matches!(relation, Relation::Accuse | Relation::Demand) {
        let from = if view.is(after, lx::PREP) { after + 1 } else { after };
        if let Some((a, b)) = view.group_after(from) {
            // "fighters of the X Front of shelling": the "of" of a name is not yet the charge.
            let charge = |i: usize| {
                let name = view.is(i + 1, lx::CAP | lx::KNOWN_GROUP | lx::DEMONYM);
                view.is(i, lx::OF) && !(name && (i + 2..view.hi.min(i + 20)).any(|t| view.is(t, lx::OF)))
            };
            let cut = (a..b).find(|i| charge(*i)).filter(|_| relation == Relation::Accuse).unwrap_or(b);
            object = (cut > a).then_some((a, cut));
        }
        // "blamed the shelling on the militia": whom it is laid on stands after the deed.
        if view.is(verb, lx::BLAMES)
            && let Some((_, b)) = object
            && view.is(b, lx::ON_TARGET)
            && let Some(blamed) = view.group_after(b + 1)
        {
            object = Some(blamed);
        }
        // "militia groups which they accuse of …": the object stands before.
        if relation == Relation::Accuse && object.is_none() && start > view.lo && view.is(start - 1, lx::REL) {
            object = view.antecedent(start - 1);
        }
    }
    after = skip_adverbs(view, after);
    // "said in his opening statement that": what is said begins after "that".
    if let Some(that) = (after..view.hi.min(after + 9)).find(|i| view.is(*i, lx::COMP))
        && view.is(after, lx::PREP)
        && !(after..that).any(|i| view.is_verb(i))
    {
        after = that;
    }
    let content = content(view, start, after, relation, inverted);
    Some(Attribution { relation, verb, clause: (start, after), links, object, content, rule, passive: false })
}

/// The listener after a verb of telling: an agency's name if it is one, and the token after it.
fn listener(view: View<'_, '_>, relation: Relation, after: usize) -> (Option<Range>, usize) {
    let mut i = after;
    if view.is(i, lx::TO) {
        i += 1;
    }
    let Some((a, b)) = view.group_after(i) else { return (None, after) };
    let names = lx::AGENCY | lx::OUTLET | lx::OUTLET_NOUN;
    let last = |mask| (a..b.min(a + 8)).rev().find(|t| view.is(*t, mask));
    if relation == Relation::Tell && !view.is(a, lx::POSS_PRON) {
        let paper = |t: usize| view.is(t, lx::OUTLET_WORD) && view.is(t, lx::CAP);
        if let Some(first) = (a..b.min(a + 5)).find(|t| view.is(*t, names) || paper(*t)) {
            let mut end = first + 1;
            while end < b && view.is(end, names | lx::CAP) && !view.is(end, lx::DEMONYM | lx::COUNTRY | lx::ACTOR) {
                end += 1;
            }
            let from = if view.is(a, lx::DET) { a + 1 } else { a };
            let mut next = end;
            if view.mark(next) == Some(Mark::Open) {
                next =
                    (next..view.hi.min(next + 8)).find(|i| view.mark(*i) == Some(Mark::Close)).map_or(next, |c| c + 1);
            }
            return (Some((from.min(first), end)), next);
        }
        let listeners = last(lx::LISTENER).map(|t| t + 1);
        return (None, listeners.unwrap_or(b));
    }
    (None, after)
}

fn has_verb(view: View<'_, '_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| view.is_verb(i) && (view.is(i, lx::BASE | lx::BE) || !view.is(i, lx::ING)))
}

/// The tokens that are said: after the reporting clause, before it, or on both sides of it.
fn content(view: View<'_, '_>, start: usize, after: usize, relation: Relation, inverted: bool) -> Vec<Range> {
    let speech = matches!(
        relation,
        Relation::Say
            | Relation::Tell
            | Relation::Report
            | Relation::Confirm
            | Relation::Position
            | Relation::Threaten
            | Relation::Expect
            | Relation::Record
    );
    let left_mark = (start > view.lo).then(|| view.mark(start - 1)).flatten();
    let left_ok = speech && matches!(left_mark, Some(Mark::Comma | Mark::Quote | Mark::Dash)) && (start - view.lo) > 2;
    let quote_next = view.mark(after) == Some(Mark::Quote)
        || matches!(view.mark(after), Some(Mark::Comma | Mark::Colon)) && view.mark(after + 1) == Some(Mark::Quote);
    let comp_next = view.is(after, lx::COMP);
    let comma_next = matches!(view.mark(after), Some(Mark::Comma | Mark::Stop | Mark::Dash) | None);
    // What is quoted on the left counts even without a verb.
    let left_quote = start >= view.lo + 2
        && (view.par.quote_of.get(start - 2).is_some_and(|q| *q != 0)
            || start >= view.lo + 3 && view.par.quote_of.get(start - 3).is_some_and(|q| *q != 0));
    let left_says = left_ok && (left_quote || has_verb(view, view.lo, start - 1));
    let right_says = comp_next || quote_next || (!comma_next && has_verb(view, after, view.hi));
    let post = left_says && (inverted || !right_says || (left_quote && !comp_next)) && (left_quote || !comp_next);
    let mut out = Vec::new();
    if post {
        out.push((view.lo, start));
        if quote_next {
            out.push((after, view.hi));
        }
    } else if after < view.hi {
        let from = if comp_next { after + 1 } else { after };
        out.push((from, view.hi));
    }
    out
}

fn passive(view: View<'_, '_>, relation: Relation, m: Match, memory: &Memory) -> Option<Attribution> {
    let verb_text = view.par.words(m.start, m.end).to_owned();
    let by = (m.end..view.hi.min(m.end + 20))
        .take_while(|i| {
            !matches!(view.mark(*i), Some(Mark::Comma | Mark::Semicolon | Mark::Stop)) && !view.is(*i, lx::CLAUSE_START)
        })
        .find(|i| view.is(*i, lx::BY));
    let source = by.and_then(|b| view.group_after(b + 1)).filter(|g| !view.in_time(g.0));
    let links = source.map_or_else(Vec::new, |g| classify(view, g, relation, memory, &verb_text));
    let surface = view.subject(m.start);
    let keep = match relation {
        Relation::Record | Relation::Accuse => true,
        Relation::Deny
        | Relation::Demand
        | Relation::Confirm
        | Relation::Propose
        | Relation::Report
        | Relation::Say => !links.is_empty(),
        Relation::Tell
        | Relation::Avow
        | Relation::Pledge
        | Relation::Expect
        | Relation::Refuse
        | Relation::Threaten
        | Relation::Position
        | Relation::None => false,
    };
    if !keep {
        return None;
    }
    let start = surface.map_or(view.lo, |s| s.0);
    let end = source.map_or(m.end, |g| g.1);
    let object = surface.filter(|_| relation == Relation::Accuse);
    let content = if relation == Relation::Accuse { vec![(m.end, view.hi)] } else { vec![(start, view.hi)] };
    Some(Attribution {
        relation,
        verb: m.start,
        clause: (m.start, end),
        links,
        object,
        content,
        rule: "speech.passive",
        passive: true,
    })
}

/// "according to NP": all of the clause on the other side of it.
fn according(view: View<'_, '_>, _shape: Shape, m: Match, memory: &mut Memory) -> Option<Attribution> {
    let group = view.group_after(m.end)?;
    let verb_text = view.par.words(m.start, m.end).to_owned();
    let links = classify(view, group, Relation::Say, memory, &verb_text);
    memory.remember(view, &links);
    let contrast_right =
        (group.1..view.hi).find(|i| view.is(*i, lx::CONTRAST) || view.mark(*i) == Some(Mark::Semicolon));
    let contrast_left = (view.lo..m.start)
        .rev()
        .find(|i| view.is(*i, lx::CONTRAST) && *i > view.lo || view.mark(*i) == Some(Mark::Semicolon));
    let mut content = Vec::new();
    let left = contrast_left.map_or(view.lo, |c| c + 1);
    if m.start > left + 1 {
        content.push((left, m.start));
        let rest_has_verb = matches!(view.mark(group.1), Some(Mark::Comma))
            && contrast_right.is_none()
            && has_verb(view, group.1, view.hi);
        if rest_has_verb {
            content.push((group.1, view.hi));
        }
    } else {
        content.push((group.1, contrast_right.unwrap_or(view.hi)));
    }
    Some(Attribution {
        relation: Relation::Say,
        verb: m.start,
        clause: (m.start, group.1),
        links,
        object: None,
        content,
        rule: "speech.according",
        passive: false,
    })
}

/// "reported citing NP", "in comments carried by NP": one more hand that it went through.
fn pass_on(view: View<'_, '_>, shape: Shape, m: Match, memory: &mut Memory, found: &mut Vec<Attribution>) {
    let Some(group) = view.group_after(m.end) else { return };
    let verb_text = view.par.words(m.start, m.end).to_owned();
    let new = classify(view, group, Relation::Report, memory, &verb_text);
    if new.is_empty() {
        return;
    }
    let outside = shape == Shape::CarriedBy;
    let near = found.iter_mut().rfind(|a| a.verb <= m.start);
    match near {
        Some(a) => {
            let mut links = if outside { new } else { a.links.clone() };
            links.extend(if outside { a.links.clone() } else { memory_links(view, group, memory, &verb_text) });
            a.links = links;
            a.clause.1 = a.clause.1.max(group.1);
        }
        None => found.push(Attribution {
            relation: Relation::Report,
            verb: m.start,
            clause: (m.start, group.1),
            links: new,
            object: None,
            content: vec![(view.lo, m.start), (group.1, view.hi)],
            rule: "speech.passed_on",
            passive: false,
        }),
    }
}

fn memory_links(view: View<'_, '_>, group: Range, memory: &mut Memory, verb: &str) -> Vec<Link> {
    let links = classify(view, group, Relation::Say, memory, verb);
    memory.remember(view, &links);
    links
}

/// "quoted NP as saying", "NP was quoted as saying".
fn as_saying(view: View<'_, '_>, m: Match, memory: &mut Memory, found: &mut Vec<Attribution>) {
    let verb_text = view.par.words(m.start, m.end).to_owned();
    let governor = (view.lo..m.start).rev().take(25).find(|i| view.is(*i, lx::VERB) && view.is_verb(*i));
    let Some(governor) = governor else { return };
    if view.passive(governor, false) {
        let Some(subject) = view.subject(governor) else { return };
        let links = classify(view, subject, Relation::Say, memory, &verb_text);
        memory.remember(view, &links);
        let content = content(view, subject.0, m.end, Relation::Say, false);
        found.retain(|a| a.verb != governor);
        found.push(Attribution {
            relation: Relation::Say,
            verb: governor,
            clause: (subject.0, m.end),
            links,
            object: None,
            content,
            rule: "speech.as_saying",
            passive: false,
        });
        return;
    }
    let Some(a) = found.iter_mut().find(|a| a.verb == governor) else { return };
    let object = if view.is(governor + 1, lx::PRON) {
        Some((governor + 1, governor + 2))
    } else {
        view.group_after(governor + 1)
    };
    if let Some(object) = object.filter(|o| o.1 <= m.start) {
        let document = view.is(object.0, lx::PRON_DOCUMENT);
        let links = if document {
            memory.document(object.0, view, &verb_text)
        } else {
            classify(view, object, Relation::Say, memory, &verb_text)
        };
        memory.remember(view, &links);
        a.links.extend(links);
    }
    a.clause.1 = m.end;
    a.content = content(view, a.clause.0, m.end, Relation::Say, false);
    a.relation = Relation::Say;
}

/// A speaker's words end where another speaker begins after "while", "but", "after" and the like.
fn bound(view: View<'_, '_>, found: &mut [Attribution]) {
    found.sort_by_key(|a| a.clause);
    let starts: Vec<usize> = found.iter().filter(|a| !a.links.is_empty()).map(|a| a.clause.0).collect();
    for a in found.iter_mut() {
        for s in &starts {
            if *s <= a.clause.1 || *s < view.lo + 2 {
                continue;
            }
            let link = s - 1;
            let breaks = view.is(link, lx::CLAUSE_START | lx::BUT)
                || view.mark(link) == Some(Mark::Semicolon)
                || (view.is(link, lx::AND) && view.mark(link.saturating_sub(1)) == Some(Mark::Comma));
            if breaks && a.rule != "speech.according" {
                for c in &mut a.content {
                    if c.0 < link && c.1 > link && c.0 >= a.clause.0 {
                        c.1 = link;
                    }
                }
            }
        }
    }
}
