//! Acts: what tells them, who is said to have done them, and who is affected, by frames over noun groups.
//!
//! Must not: name an author where the words do not; a recorder or speaker is none.

use super::{
    lexicon as lx,
    nouns::{Range, View},
    pattern::Match,
    rules::{Language, Relation, Told, TriggerRule},
    speech::{Attribution, covering},
    tokens::Mark,
};
use armistice_core::act::Act;

/// A stretch of the clean text, in bytes.
pub(super) type Stretch = (usize, usize);

/// One act that a sentence tells.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) rule: TriggerRule,
    /// Tokens of the trigger.
    pub(super) at: Match,
    pub(super) authors: Vec<Stretch>,
    pub(super) affected: Vec<Stretch>,
    /// How the author was found.
    pub(super) author_rule: Option<&'static str>,
}

impl Event {
    pub(super) fn act(&self) -> Act {
        self.rule.act
    }
}

/// Finds the acts of a sentence, in order.
pub(super) fn events(view: View<'_, '_>, language: &Language, said: &[Attribution]) -> Vec<Event> {
    let triggers = triggers(view, language);
    // Matches and markets have attacks and strikes too.
    if peacetime(view) {
        return Vec::new();
    }
    let mut out: Vec<Event> = Vec::new();
    // Nouns in the name of a source ("a monitoring group said") tell no act.
    let in_source =
        |at: usize| said.iter().any(|a| a.clause.0 <= at && at < a.verb && !a.links.is_empty() && !a.passive);
    for (rule, at) in &triggers {
        if rule.told == Told::Noun && in_source(at.head) {
            continue;
        }
        let mut event = Event { rule: *rule, at: *at, authors: vec![], affected: vec![], author_rule: None };
        let roles = match rule.told {
            Told::Verb | Told::Phrase if view.is_verb(at.head) || rule.told == Told::Verb => {
                verb_roles(view, *rule, *at)
            }
            Told::Source => source_roles(view, *at),
            Told::Suffered => Roles { affected: view.subject(at.head).into_iter().collect(), ..Roles::default() },
            Told::Verb | Told::Phrase | Told::Noun => noun_roles(view, *rule, *at),
            Told::Null => continue,
        };
        let mut author = roles.author;
        let mut how = roles.rule;
        // Talks, signatures and the truce itself have parties, not authors and victims, unless a verb says who.
        let quiet = matches!(rule.act, Act::Talks | Act::CeasefireUpkeep | Act::Signing | Act::MonitoringSetUp);
        if quiet && !view.is_verb(at.head) {
            author = None;
        }
        // Whom somebody accuses is the one who is said to have done it.
        if let Some(accused) = accused(view, said, at.head) {
            let vague = author.is_none_or(|a| inside_clause(said, a) || a.1 - a.0 == 1 && view.is(a.0, lx::PRON));
            if vague {
                author = Some(accused);
                how = "acts.author.accused";
            }
        }
        if let Some(range) = author
            && !triggers
                .iter()
                .any(|(_, m)| m.head >= range.0 && m.head < range.1 && *m != *at && !view.is(m.head, lx::ACTOR))
            && let Some(stretch) = actor(view, range, said, at.head)
        {
            event.authors = split_and(view, range, stretch);
            event.author_rule = Some(how);
        }
        for range in roles.affected {
            if quiet {
                continue;
            }
            let head = view.head(range);
            // "A leader of the council, Ana Paz, was shot": the name too.
            if view.mark(head.1) == Some(Mark::Comma) && head.1 + 1 < range.1 && view.is(head.1 + 1, lx::CAP) {
                event.affected.push(stretch(view, (head.1 + 1, range.1)));
            }
            let trigger_inside = triggers.iter().any(|(r, m)| {
                r.told != Told::Phrase && r.act != Act::AidDelivery && m.head >= head.0 && m.head < head.1
            });
            if head.0 < head.1
                && !trigger_inside
                && !view.is(head.0, lx::PRON)
                && !(head.0..head.1).all(|i| view.in_time(i) || view.is(i, lx::NUM))
            {
                event.affected.push(stretch(view, head));
            }
        }
        out.push(event);
    }
    out
}

/// A sentence of sport or trade in which nobody and nothing of war stands.
fn peacetime(view: View<'_, '_>) -> bool {
    let has = |mask| (view.lo..view.hi).any(|i| view.is(i, mask));
    has(lx::PEACETIME)
        && !has(lx::WARLIKE | lx::WEAPON | lx::TRUCE | lx::KNOWN_GROUP | lx::MONITOR | lx::TOLL | lx::DETAINEE)
}

fn triggers(view: View<'_, '_>, language: &Language) -> Vec<(TriggerRule, Match)> {
    let mut out: Vec<(TriggerRule, Match)> = Vec::new();
    let mut i = view.lo;
    let mut blocked = view.lo;
    while i < view.hi {
        let mut best: Option<(TriggerRule, Match)> = None;
        let mut null: Option<Match> = None;
        language.acts.at(&language.words, &view.par.tokens, i, view.hi, |n, m| {
            let rule = language.triggers[n as usize];
            if rule.told == Told::Null {
                null = Some(m);
                return;
            }
            let ok = match rule.told {
                Told::Verb => view.is_verb(m.head) || view.passive(m.head, rule.patient_only),
                Told::Noun => m.end > m.start + 1 || !view.is_verb(m.start),
                Told::Phrase | Told::Suffered | Told::Source => {
                    !m.by_verb || view.is_verb(m.head) || view.passive(m.head, false)
                }
                Told::Null => true,
            };
            if ok && best.is_none_or(|(b, old)| (rule.rank, m.end - m.start) > (b.rank, old.end - old.start)) {
                best = Some((rule, m));
            }
        });
        if let Some(m) = null
            && best.is_none_or(|(_, b)| b.end - b.start <= m.end - m.start)
        {
            i = m.end;
            continue;
        }
        if let Some((rule, m)) = best
            && (i >= blocked || matches!(rule.told, Told::Phrase | Told::Suffered | Told::Source))
        {
            if matches!(rule.told, Told::Noun | Told::Verb) {
                blocked = m.end;
            }
            out.push((rule, m));
        }
        i += 1;
    }
    out
}

#[derive(Default)]
struct Roles {
    author: Option<Range>,
    affected: Vec<Range>,
    rule: &'static str,
}

fn by_group(view: View<'_, '_>, from: usize) -> Option<Range> {
    let mut i = from;
    while i < view.hi && i < from + 14 {
        if matches!(view.mark(i), Some(Mark::Semicolon | Mark::Stop)) || view.is(i, lx::CLAUSE_START) {
            return None;
        }
        if view.is(i, lx::BY) {
            return view.group_after(i + 1).filter(|g| !view.in_time(g.0));
        }
        if i > from && view.is_verb(i) && !view.is(i, lx::LIGHT | lx::BE | lx::HAVE) {
            return None;
        }
        i += 1;
    }
    None
}

/// "The rounds had come from an army battery", "the killing is attributable to the army": who stands after the preposition.
fn source_roles(view: View<'_, '_>, at: Match) -> Roles {
    let from = (at.head..at.end).find(|i| view.is(*i, lx::FROM | lx::TO));
    Roles { author: from.and_then(|f| view.group_after(f + 1)), affected: vec![], rule: "acts.author.source" }
}

fn verb_roles(view: View<'_, '_>, rule: TriggerRule, at: Match) -> Roles {
    let verb = at.head;
    if view.passive(verb, rule.patient_only) {
        let affected = view.subject(verb);
        return Roles {
            author: by_group(view, verb + 1),
            affected: affected.into_iter().collect(),
            rule: "acts.author.by",
        };
    }
    // "A rocket fired from X landed": the rocket is no author; who stands before it may be.
    let missile = rule.told == Told::Phrase && view.is(at.start, lx::WEAPON) && at.start < verb;
    // "Government artillery struck": the artillery is somebody's. Artillery alone is a weapon.
    let battery = missile && view.is(at.start, lx::ACTOR);
    let owned = |g: Range| {
        let side = lx::ACTOR_ADJ | lx::DEMONYM | lx::KNOWN_GROUP | lx::COUNTRY | lx::POSSESSIVE | lx::POSS_PRON;
        (g.0..g.1).any(|i| view.is(i, side))
    };
    let author = if battery {
        view.subject(verb).filter(|g| owned(*g))
    } else if missile {
        noun_roles(view, rule, Match { end: at.start + 1, ..at }).author
    } else {
        view.subject(verb)
    };
    let clash = rule.act == Act::ArmedClash;
    let mut after = verb + 1;
    while view.is(after, lx::ADV) && !view.is(after, lx::NUM_MOD) {
        after += 1;
    }
    let direct = !view.is(after, lx::PREP | lx::CLAUSE_START) && !view.in_time(after);
    let mut object = if direct { view.group_after(after) } else { None };
    let target = (after..view.hi.min(after + 12))
        .take_while(|i| !view.is_verb(*i) || view.is(*i, lx::ING))
        .find(|i| view.is(*i, lx::ON_TARGET | if clash { lx::WITH } else { 0 }) && !view.in_time(i + 1))
        .and_then(|i| view.group_after(i + 1));
    let missiles = object.is_some_and(|o| (o.0..o.1).any(|i| view.is(i, lx::WEAPON)));
    if rule.told == Told::Phrase && missiles && target.is_some() || object.is_none() {
        object = target.or(object);
    }
    if clash {
        return Roles { author: None, affected: author.into_iter().chain(object).collect(), rule: "acts.clash" };
    }
    Roles { author, affected: object.into_iter().collect(), rule: "acts.author.subject" }
}

fn noun_roles(view: View<'_, '_>, rule: TriggerRule, at: Match) -> Roles {
    let mut roles = Roles { rule: "acts.author.noun", ..Roles::default() };
    let clash = rule.act == Act::ArmedClash;
    // Before it: "government air strikes", "X's bombardment". Other nouns of a row of acts are passed over.
    let mut first = at.start;
    while first > view.lo && view.nominal(first - 1) && !view.is(first - 1, lx::POSSESSIVE) && at.start - first < 10 {
        first -= 1;
    }
    let sides = lx::ACTOR | lx::ACTOR_ADJ | lx::DEMONYM | lx::KNOWN_GROUP | lx::COUNTRY;
    let possessed = first > view.lo && view.is(first - 1, lx::POSSESSIVE);
    let row = row_start(view, at.start);
    let modifier = (first..row).rev().find(|i| view.is(*i, sides) && !view.is(*i, lx::DET));
    if !clash {
        if let Some(m) = modifier {
            let (mut a, mut b) = (m, m + 1);
            while a > first && view.is(a - 1, sides | lx::CAP) && !view.is(a - 1, lx::DET) {
                a -= 1;
            }
            while b < row && view.is(b, sides) {
                b += 1;
            }
            roles.author = Some((a, b));
        } else if possessed || row > view.lo && view.is(row - 1, lx::POSSESSIVE) {
            let apostrophe = if possessed { first - 1 } else { row - 1 };
            roles.author = view.group_before(apostrophe);
        } else if first < row
            && view.is(row - 1, lx::CAP)
            && row - 1 > view.lo
            && !view.in_time(row - 1)
            && view.par.tokens[row - 1].word == lx::UNKNOWN
        {
            // A name that no list has: a group, unless it is a place (that is told later).
            roles.author = Some((row - 1, row));
        }
    }
    if roles.author.is_none() && !clash {
        if let Some(by) = by_group(view, at.end) {
            roles.author = Some(by);
            roles.rule = "acts.author.by";
        } else if let Some(verb) = light_verb(view, first) {
            roles.author = view.subject(verb);
            roles.rule = "acts.author.light_verb";
        }
    }
    // After it: of, on, against, between.
    // A pattern may have gone past the preposition already ("attack on the convoy").
    let mut i = if rule.told == Told::Phrase { at.start + 1 } else { at.end };
    while i < view.hi && i < at.end + 14 {
        let target = view.is(i, lx::ON_TARGET)
            || i == at.end && view.is(i, lx::OF)
            || clash && view.is(i, lx::WITH | lx::BETWEEN);
        if target && !view.in_time(i + 1) {
            if let Some(group) = view.group_after(i + 1) {
                if clash && view.is(i, lx::BETWEEN) {
                    let and = (group.0..group.1).find(|t| view.is(*t, lx::AND));
                    match and {
                        Some(t) => roles.affected.extend([(group.0, t), (t + 1, group.1)]),
                        None => {
                            roles.affected.push(group);
                            // The second party may be the subject of the verb as well ("between A and B erupted").
                            if view.is(group.1, lx::AND) {
                                roles.affected.extend(view.group_after(group.1 + 1));
                            }
                        }
                    }
                } else {
                    roles.affected.push(group);
                }
            }
            break;
        }
        if matches!(view.mark(i), Some(Mark::Semicolon | Mark::Stop | Mark::Comma))
            || view.is(i, lx::CLAUSE_START)
            || (view.is_verb(i) && !view.is(i, lx::ING))
        {
            break;
        }
        i += 1;
    }
    // "air strikes killed nine", "the shelling hit a school".
    if roles.affected.is_empty()
        && !clash
        && view.is_verb(at.end)
        && view.is(at.end, lx::PAST)
        && !view.passive(at.end, false)
    {
        roles.affected.extend(view.group_after(at.end + 1));
    }
    roles
}

/// Where a row of nouns like "artillery and mortar fire", "bombardment and attacks" begins.
fn row_start(view: View<'_, '_>, at: usize) -> usize {
    let joined = at >= view.lo + 2 && view.is(at - 1, lx::AND) && view.nominal(at - 2);
    if joined { at - 2 } else { at }
}

/// The verb that governs the act's noun, when it lends its subject ("launched an air strike").
fn light_verb(view: View<'_, '_>, first: usize) -> Option<usize> {
    let mut i = first;
    let floor = view.lo.max(first.saturating_sub(10));
    while i > floor {
        let at = i - 1;
        if view.is(at, lx::LIGHT) && !view.is(at, lx::NUM) {
            return (!view.passive(at, false)).then_some(at);
        }
        let passes = view.nominal(at)
            || view.mark(at) == Some(Mark::Quote)
            || view.is(at, lx::ADV | lx::OF | lx::AND | lx::PREP)
                && at + 1 < first + 10
                && !view.is(at, lx::BY | lx::FROM);
        if !passes || view.is_verb(at) {
            return None;
        }
        i = at;
    }
    None
}

fn inside_clause(said: &[Attribution], range: Range) -> bool {
    said.iter().any(|a| a.clause.0 <= range.0 && range.0 < a.clause.1)
}

/// Whom the innermost accusation around a token is against.
fn accused(view: View<'_, '_>, said: &[Attribution], token: usize) -> Option<Range> {
    let list = covering(said, token);
    let inner = list.iter().rev().find(|a| matches!(a.relation, Relation::Accuse | Relation::Avow))?;
    let object = inner.object?;
    let trigger_in_object = object.0 <= token && token < object.1;
    (!trigger_in_object && actor_like(view, view.head(object))).then_some(object)
}

fn actor_like(view: View<'_, '_>, (from, to): Range) -> bool {
    let sides = lx::ACTOR
        | lx::ACTOR_ADJ
        | lx::DEMONYM
        | lx::KNOWN_GROUP
        | lx::COUNTRY
        | lx::VIEW_GROUP
        | lx::INSTITUTION
        | lx::UNNAMED
        | lx::ROLE
        | lx::BACKER;
    let named = (from..to).any(|i| view.is(i, lx::CAP) && i > view.lo || view.is(i, sides));
    named
        && !(from..to).all(|i| {
            view.is(i, lx::TRUCE | lx::AGREEMENT | lx::TALKS | lx::DET | lx::CIVILIAN | lx::WEAPON & !lx::ACTOR)
        })
}

fn stretch(view: View<'_, '_>, (mut from, mut to): Range) -> Stretch {
    while from + 1 < to && view.mark(from) == Some(Mark::Quote) {
        from += 1;
    }
    while to > from + 1 && (matches!(view.mark(to - 1), Some(Mark::Quote)) || view.is(to - 1, lx::POSSESSIVE)) {
        to -= 1;
    }
    let tokens = &view.par.tokens;
    (tokens[from].start as usize, tokens[to - 1].end as usize)
}

/// The actor that a noun group or a pronoun means, as words of the document; none when it is no actor.
pub(super) fn actor(view: View<'_, '_>, range: Range, said: &[Attribution], token: usize) -> Option<Stretch> {
    if inside_source(view, said, range, token) {
        return None;
    }
    let first_person = view.is(range.0, lx::PRON_WE);
    if view.is(range.0, lx::PRON | lx::POSS_PRON) {
        // "its warplanes", "we", "it": the speaker, when speaker and pronoun agree. "His motorcycle" is nobody.
        if view.is(range.0, lx::POSS_PRON)
            && !(range.0 + 1..range.1).any(|i| view.is(i, lx::ACTOR | lx::INSTITUTION | lx::VIEW_GROUP))
        {
            return None;
        }
        let list = covering(said, token);
        let link = list
            .last()?
            .links
            .iter()
            .rev()
            .find(|l| l.role != armistice_core::claim::ChainRole::CitedGroup || l.verb.is_some())?;
        // "The monitors said that the group broke it when its members …": another side stands nearer, and may be meant.
        let said_by = list.last().map_or(view.lo, |a| a.clause.1);
        let nearer = (said_by..range.0).any(|i| view.is(i, lx::KNOWN_GROUP | lx::COUNTRY | lx::ACTOR));
        let recorder = link.role == armistice_core::claim::ChainRole::Recorder;
        if !first_person && (nearer || recorder) {
            return None;
        }
        let agrees = first_person
            || view.is(range.0, lx::POSS_PRON)
            || view.is(range.0, lx::PRON_IT) && !link.person
            || view.is(range.0, lx::PRON_THEY) && !link.person
            || view.is(range.0, lx::PRON_HE) && link.person;
        return agrees.then(|| possessor(&link.name, (link.start, link.end), view));
    }
    let head = view.head(range);
    (head.0 < head.1 && actor_like(view, head)).then(|| stretch(view, head))
}

/// "X" of "X's defence ministry": the side itself.
fn possessor(name: &str, (start, end): Stretch, view: View<'_, '_>) -> Stretch {
    let tokens = &view.par.tokens;
    let cut = tokens.iter().find(|t| t.is(lx::POSSESSIVE) && (t.start as usize) > start && (t.end as usize) < end);
    let _ = name;
    (start, cut.map_or(end, |t| t.start as usize))
}

/// A source of the sentence is no author, unless the verb of speech says what it does itself (pledges, refuses, denies).
fn inside_source(_view: View<'_, '_>, said: &[Attribution], range: Range, token: usize) -> bool {
    said.iter().any(|a| {
        let own = matches!(
            a.relation,
            Relation::Pledge
                | Relation::Refuse
                | Relation::Deny
                | Relation::Expect
                | Relation::Threaten
                | Relation::Position
                | Relation::Propose
                | Relation::Demand
        );
        let by_clause = a.clause.0 <= range.0 && range.0 < a.clause.1;
        let is_object = a.object.is_some_and(|o| o.0 <= range.0 && range.0 < o.1);
        by_clause && !is_object && !(own && a.covers(token)) && a.verb != token
    })
}

fn split_and(view: View<'_, '_>, range: Range, whole: Stretch) -> Vec<Stretch> {
    let and = (range.0..range.1).find(|i| view.is(*i, lx::AND));
    match and {
        Some(i) if i > range.0 && i + 1 < range.1 => {
            let left = view.head((range.0, i));
            let right = view.head((i + 1, range.1));
            if left.0 < left.1 && right.0 < right.1 && actor_like(view, left) && actor_like(view, right) {
                return vec![stretch(view, left), stretch(view, right)];
            }
            vec![whole]
        }
        _ => vec![whole],
    }
}
