//! What is known of an incident, as the scope test wants it.
//!
//! Must not: judge; the core does.

use super::Work;
use armistice_core::{
    agreement::Agreement,
    claim::{ActorMention, Claim},
    count::CountStatus,
    id::ClaimId,
    incident::{Incident, RecordedClaim},
    scope::facts::{ActorRef, IncidentFacts, Told},
};
use armistice_read::holders::holders;

/// Words before the name of a place that still speak of the place.
const WORDS_BEFORE: usize = 5;

impl Work<'_> {
    /// What is known of an incident, for the test.
    pub(super) fn facts(&self, agreement: &Agreement, incident: &Incident, claims: &[&RecordedClaim]) -> IncidentFacts {
        let refs = |of: fn(&Claim) -> &[ActorMention], rows: bool| {
            let mut refs: Vec<ActorRef> = Vec::new();
            for c in claims.iter().filter(|c| names_sides(&c.claim) == rows) {
                for mention in of(&c.claim) {
                    add(&mut refs, ActorRef::read(agreement, &mention.text, std::slice::from_ref(&c.claim.id)));
                }
            }
            refs
        };
        let mut affected = refs(|c| &c.affected, false);
        // Civilians whom a claim counts among the dead are people, and no side: where others name the side that was hit, they
        // are no other answer to who it was.
        if affected.iter().any(|r| r.actor.is_some()) {
            affected.retain(|r| r.actor.is_some() || !r.claims.iter().all(|id| counts_civilians(claims, id)));
        }
        let mut held_by: Vec<ActorRef> = Vec::new();
        for c in claims {
            let document = self.documents.iter().find(|d| *d.id == c.document);
            let language = document.and_then(|d| d.text?.language.as_deref());
            for holder in place_words(&c.claim).iter().flat_map(|words| holders(words, language)) {
                // A word that is no actor of the agreement says nothing about who holds the place.
                let known = ActorRef::read(agreement, &holder, std::slice::from_ref(&c.claim.id));
                add(&mut held_by, known.into_iter().filter(|r| r.actor.is_some()).collect());
            }
        }
        let mut acts: Vec<_> = claims.iter().filter_map(|c| c.claim.act).collect();
        acts.sort_unstable();
        acts.dedup();
        let with = |test: &dyn Fn(&Claim) -> bool| -> Vec<ClaimId> {
            claims.iter().filter(|c| test(&c.claim)).map(|c| c.claim.id.clone()).collect()
        };
        let told = |c: &&RecordedClaim| Told {
            claim: c.claim.id.clone(),
            act: c.claim.act,
            when: c.claim.time.as_ref().map(|_| c.when),
            place: c.claim.place.clone(),
        };
        IncidentFacts {
            acts,
            act_claims: with(&|c| c.act.is_some()),
            authors: refs(|c| &c.alleged_authors, false),
            affected,
            sides: refs(|c| &c.affected, true),
            when_claims: with(&|c| c.time.is_some()),
            place: incident.place.clone(),
            place_claims: with(&|c| c.place.is_some()),
            held_by,
            // A claim that stands alone differs from nobody.
            told: if claims.len() > 1 { claims.iter().map(told).collect() } else { vec![] },
            denials: incident.denials.clone(),
            claims: incident.claims.clone(),
            ..IncidentFacts::at(incident.time)
        }
    }
}

/// Whether a claim is a row of a data set that names two sides and no author: in those layouts neither actor is the attacker
/// (see [`armistice_read::events`]).
fn names_sides(claim: &Claim) -> bool {
    claim.alleged_authors.is_empty() && claim.rules.iter().any(|r| r.starts_with("events."))
}

/// Whether a claim gives a figure of civilians who came to harm.
fn counts_civilians(claims: &[&RecordedClaim], id: &ClaimId) -> bool {
    use CountStatus::{Children, Civilians, Women};
    let claim = claims.iter().find(|c| c.claim.id == *id);
    claim.is_some_and(|c| {
        c.claim.counts.iter().any(|n| n.what.is_harm() && matches!(n.status, Civilians | Children | Women))
    })
}

/// Adds references; those to somebody who is there already only add their claims.
fn add(refs: &mut Vec<ActorRef>, more: Vec<ActorRef>) {
    for r in more {
        let known = refs.iter_mut().find(|x| match (&x.actor, &r.actor) {
            (Some(a), Some(b)) => a == b,
            (None, None) => x.words.eq_ignore_ascii_case(&r.words),
            _ => false,
        });
        match known {
            Some(x) => {
                let fresh: Vec<ClaimId> = r.claims.into_iter().filter(|c| !x.claims.contains(c)).collect();
                x.claims.extend(fresh);
            }
            None => refs.push(r),
        }
    }
}

/// The words that name the place, with the few before them in the same phrase.
fn place_words(claim: &Claim) -> Option<String> {
    let place = claim.place.as_ref()?;
    let Some(at) = claim.quote.find(&place.text) else { return Some(place.text.clone()) };
    let before = claim.quote[..at].rsplit([',', ';', '.', ':']).next().unwrap_or_default();
    let mut words: Vec<&str> = before.split_whitespace().rev().take(WORDS_BEFORE).collect();
    words.reverse();
    words.push(&place.text);
    Some(words.join(" "))
}
