//! The digest of the facts: the same facts, the same 32 bytes, in whatever order they were gathered.
//!
//! Must not: change for a version of the test; a change here makes every test look new.

use super::{ActorRef, AreaFact, ConditionFact, IncidentFacts, Told};
use crate::place::Place;
use crate::time::When;
use sha2::{Digest as _, Sha256};

/// SHA-256 over everything that goes into a test. Each part stands with its length; lists that have no order are sorted.
#[must_use]
pub fn digest(facts: &IncidentFacts) -> [u8; 32] {
    // Exhaustive, so that a new field is not forgotten.
    let IncidentFacts {
        acts,
        act_claims,
        authors,
        affected,
        sides,
        when,
        when_claims,
        place,
        place_claims,
        held_by,
        area,
        conditions,
        told,
        denials,
        claims,
    } = facts;
    let mut out = Bytes::default();
    out.text("armistice/facts/1");
    out.set(acts, |o, a| o.text(a.id()));
    out.set(act_claims, |o, c| o.text(c.as_str()));
    for refs in [authors, affected, sides] {
        out.set(refs, actor);
    }
    time(&mut out, when);
    out.set(when_claims, |o, c| o.text(c.as_str()));
    out.option(place.as_ref(), site);
    out.set(place_claims, |o, c| o.text(c.as_str()));
    out.set(held_by, actor);
    out.set(area, |o, f| {
        let AreaFact { actor, criterion, state, claims, findings } = f;
        o.text(actor.as_str());
        o.text(criterion.word());
        o.text(state.id());
        o.set(claims, |o, c| o.text(c.as_str()));
        o.set(findings, |o, c| o.text(c.as_str()));
    });
    out.set(conditions, |o, f| {
        let ConditionFact { condition, state, claims, findings } = f;
        o.text(condition.word());
        o.text(state.id());
        o.set(claims, |o, c| o.text(c.as_str()));
        o.set(findings, |o, c| o.text(c.as_str()));
    });
    out.set(told, |o, t| {
        let Told { claim, act, when, place } = t;
        o.text(claim.as_str());
        o.option(act.as_ref(), |o, a| o.text(a.id()));
        o.option(when.as_ref(), time);
        o.option(place.as_ref(), site);
    });
    out.set(denials, |o, c| o.text(c.as_str()));
    out.set(claims, |o, c| o.text(c.as_str()));
    Sha256::digest(&out.0).into()
}

fn actor(out: &mut Bytes, r: &ActorRef) {
    let ActorRef { words, actor, claims } = r;
    out.text(words);
    out.option(actor.as_ref(), |o, a| o.text(a.as_str()));
    out.set(claims, |o, c| o.text(c.as_str()));
}

fn time(out: &mut Bytes, w: &When) {
    use crate::named::Named as _;
    let When { from, to, precision, basis } = w;
    for end in [from, to] {
        out.option(end.as_ref(), |o, m| o.text(&m.to_string()));
    }
    out.text(precision.id());
    out.text(basis.id());
}

fn site(out: &mut Bytes, p: &Place) {
    use crate::named::Named as _;
    let Place { text, name, precision, point, country, admin1, zone } = p;
    out.text(text);
    out.text(precision.id());
    for words in [name, country, admin1, zone] {
        out.option(words.as_ref(), |o, w| o.text(w));
    }
    out.option(point.as_ref(), |o, p| {
        o.0.extend(p.0.to_be_bytes());
        o.0.extend(p.1.to_be_bytes());
    });
}

#[derive(Default)]
struct Bytes(Vec<u8>);

impl Bytes {
    fn text(&mut self, text: &str) {
        self.0.extend((text.len() as u64).to_be_bytes());
        self.0.extend(text.as_bytes());
    }

    fn option<T>(&mut self, value: Option<&T>, write: impl Fn(&mut Self, &T)) {
        self.0.push(u8::from(value.is_some()));
        if let Some(v) = value {
            write(self, v);
        }
    }

    fn set<T>(&mut self, list: &[T], write: impl Fn(&mut Self, &T)) {
        let mut each: Vec<Vec<u8>> = list
            .iter()
            .map(|v| {
                let mut own = Self::default();
                write(&mut own, v);
                own.0
            })
            .collect();
        each.sort_unstable();
        each.dedup();
        self.0.extend((each.len() as u64).to_be_bytes());
        for bytes in each {
            self.0.extend((bytes.len() as u64).to_be_bytes());
            self.0.extend(bytes);
        }
    }
}
