//! `between_parties`: are the author and the one affected bound sides of the agreement, and not the same side?
//!
//! Must not: answer no because somebody is not named. Who is unknown may be a party.

use super::facts::{ActorRef, IncidentFacts, claims_of};
use super::reason::{Reason, Role, WouldChange};
use super::{Answer, Verdict};
use crate::agreement::name::ActorId;
use crate::agreement::words::{ActorKind, AdherenceStatus, Known, Membership};
use crate::agreement::{Adherence, Agreement, Text};
use crate::time::When;

/// What one actor is to the agreement.
struct Standing {
    /// Whether it is bound.
    bound: Answer,
    /// The side that it stands on, if it stands on one.
    side: Option<ActorId>,
    reasons: Vec<Reason>,
    change: Option<WouldChange>,
}

impl Standing {
    fn new(bound: Answer, side: Option<&ActorId>, reason: Reason) -> Self {
        Self { bound, side: side.cloned(), reasons: vec![reason], change: None }
    }
    fn unless(mut self, change: WouldChange) -> Self {
        self.change = Some(change);
        self
    }
}

pub(super) fn run(agreement: &Agreement, text: &Text, facts: &IncidentFacts) -> Vec<Verdict> {
    if facts.authors.is_empty() && facts.affected.is_empty() && !facts.sides.is_empty() {
        return vec![fought(agreement, text, facts)];
    }
    let authors = standings(agreement, text, facts, Role::Author, &facts.authors);
    let affected = standings(agreement, text, facts, Role::Affected, &facts.affected);
    let claims = claims_of(facts.authors.iter().chain(&facts.affected));

    // One outsider on either side decides, whoever the other is.
    let (a, b) = (whole(&authors), whole(&affected));
    let answer = match (a, b) {
        (Answer::No, _) | (_, Answer::No) => Answer::No,
        (Answer::Yes, Answer::Yes) => {
            let pairs = authors.iter().flat_map(|a| affected.iter().map(move |b| (a, b)));
            let apart = pairs.map(|(a, b)| if a.side == b.side { Answer::No } else { Answer::Yes });
            Answer::unanimous(apart)
        }
        _ => Answer::CannotBeDetermined,
    };
    let mut reasons: Vec<Reason> = Vec::new();
    let mut would_change: Vec<WouldChange> = Vec::new();
    for (role, list, state) in [(Role::Author, &authors, a), (Role::Affected, &affected, b)] {
        // Where an outsider decides, the other side is no reason.
        if answer == Answer::No && state != Answer::No && (a == Answer::No || b == Answer::No) {
            continue;
        }
        for s in list {
            for reason in &s.reasons {
                if !reasons.contains(reason) {
                    reasons.push(reason.clone());
                }
            }
            if answer == Answer::CannotBeDetermined
                && let Some(change) = &s.change
                && !would_change.contains(change)
            {
                would_change.push(change.clone());
            }
        }
        if list.len() > 1 && list.iter().any(|s| s.bound != list[0].bound || s.side != list[0].side) {
            reasons.push(Reason::SeveralNamed { role });
        }
    }
    if answer == Answer::No
        && a == Answer::Yes
        && b == Answer::Yes
        && let Some(party) = authors.first().and_then(|s| s.side.clone())
    {
        reasons.insert(0, Reason::SameSide { party });
    }
    vec![Verdict { reasons, would_change, ..Verdict::blank(answer) }.relying_on(claims)]
}

/// Of sides of which none is said to have begun: an outsider among them decides, and bound sides must be two.
fn fought(agreement: &Agreement, text: &Text, facts: &IncidentFacts) -> Verdict {
    let list = standings(agreement, text, facts, Role::Side, &facts.sides);
    let answer = if list.iter().any(|s| s.bound == Answer::No) {
        Answer::No
    } else if list.iter().any(|s| s.bound == Answer::CannotBeDetermined) || list.len() < 2 {
        Answer::CannotBeDetermined
    } else if list.iter().all(|s| s.side == list[0].side) {
        Answer::No
    } else {
        Answer::Yes
    };
    let mut verdict = Verdict::blank(answer);
    for s in list.iter().filter(|s| answer != Answer::No || s.bound != Answer::CannotBeDetermined) {
        for reason in &s.reasons {
            if !verdict.reasons.contains(reason) {
                verdict.reasons.push(reason.clone());
            }
        }
        if let Some(change) = s.change.as_ref().filter(|_| answer == Answer::CannotBeDetermined)
            && !verdict.would_change.contains(change)
        {
            verdict.would_change.push(change.clone());
        }
    }
    if list.len() < 2 {
        verdict.reasons.push(Reason::NotNamed { role: Role::Affected });
        verdict.would_change.push(WouldChange::NamedAffected);
    }
    verdict.relying_on(claims_of(&facts.sides))
}

/// Whether all of a side are bound, or all are not.
fn whole(list: &[Standing]) -> Answer {
    Answer::unanimous(list.iter().map(|s| s.bound))
}

fn standings(
    agreement: &Agreement,
    text: &Text,
    facts: &IncidentFacts,
    role: Role,
    refs: &[ActorRef],
) -> Vec<Standing> {
    let named = match role {
        Role::Author => WouldChange::NamedAuthor,
        Role::Affected => WouldChange::NamedAffected,
        Role::Side => WouldChange::NamedSides,
    };
    let mut out: Vec<Standing> = refs
        .iter()
        .map(|r| match &r.actor {
            Some(id) => standing(agreement, text, &facts.when, role, id),
            None => Standing::new(Answer::CannotBeDetermined, None, Reason::NotKnown { role, words: r.words.clone() })
                .unless(named.clone()),
        })
        .collect();
    if out.is_empty() {
        out.push(Standing::new(Answer::CannotBeDetermined, None, Reason::NotNamed { role }).unless(named));
    }
    // That a party held the place does not tell which group was hit, but a reader wants to know it.
    if role == Role::Affected
        && let Some(last) = out.iter_mut().find(|s| s.side.is_none() && s.bound == Answer::CannotBeDetermined)
    {
        for id in facts.known_holders().unwrap_or_default() {
            if let Some(party) = agreement.party_of(id) {
                last.reasons.push(Reason::HeldByParty { party: party.actor.clone() });
            }
        }
    }
    out
}

fn standing(agreement: &Agreement, text: &Text, when: &When, role: Role, id: &ActorId) -> Standing {
    let actor = id.clone();
    if agreement.exclusion(id, &text.id).is_some() {
        return Standing::new(Answer::No, None, Reason::ExcludedSide { role, actor });
    }
    if let Some(party) = agreement.party_of(id) {
        let side = &party.actor;
        if id == side {
            return Standing::new(Answer::Yes, Some(side), Reason::Bound { role, actor, party: side.clone() });
        }
        // Supporting forces and bodies of a party that binds all of its own.
        return match party.membership {
            Membership::All => {
                Standing::new(Answer::Yes, Some(side), Reason::Bound { role, actor, party: side.clone() })
            }
            Membership::Joined => adherence(agreement, text, when, role, id, side),
        };
    }
    if let Some(g) = agreement.guarantor_of(id) {
        return match g.own_forces_bound {
            Known::Yes => Standing::new(Answer::Yes, Some(&g.actor), Reason::GuarantorBound { role, actor }),
            Known::No => Standing::new(Answer::No, None, Reason::GuarantorNotBound { role, actor }),
            Known::Unknown => {
                Standing::new(Answer::CannotBeDetermined, None, Reason::GuarantorForces { role, actor: actor.clone() })
                    .unless(WouldChange::GuarantorWords { actor })
            }
        };
    }
    // Records of adherence speak before the kind: a third actor may be claimed to be bound.
    if agreement.adherence.iter().any(|r| r.actor == *id && r.instrument == text.of) {
        return adherence(agreement, text, when, role, id, id);
    }
    match agreement.actor(id).map(|a| a.kind) {
        Some(ActorKind::Third) => Standing::new(Answer::No, None, Reason::ThirdActor { role, actor }),
        Some(ActorKind::Observer) => {
            Standing::new(Answer::CannotBeDetermined, None, Reason::ObserverActor { role, actor })
        }
        // Excluded under another text only, and no party: it is nobody's side here, and nobody says that it is bound.
        Some(ActorKind::Excluded) => {
            Standing::new(Answer::CannotBeDetermined, None, Reason::NoAdherence { role, actor: actor.clone() })
                .unless(WouldChange::AdherenceRecord { actor })
        }
        Some(ActorKind::Party | ActorKind::SupportingForce | ActorKind::Guarantor) | None => {
            Standing::new(Answer::CannotBeDetermined, None, Reason::NoAdherence { role, actor: actor.clone() })
                .unless(WouldChange::AdherenceRecord { actor })
        }
    }
}

/// What the records say of one actor.
fn adherence(agreement: &Agreement, text: &Text, when: &When, role: Role, id: &ActorId, side: &ActorId) -> Standing {
    let actor = id.clone();
    let lineage = agreement.lineage(id);
    // Its own records; or those of a group between it and the party.
    let of = |who: &ActorId| -> Vec<&Adherence> {
        agreement.adherence.iter().filter(|r| r.actor == *who && r.instrument == text.of).collect()
    };
    let records = lineage
        .iter()
        .take_while(|up| *up != side || side == id)
        .map(of)
        .find(|list| !list.is_empty())
        .unwrap_or_default();
    let open = |reason: Reason| {
        Standing::new(Answer::CannotBeDetermined, Some(side), reason)
            .unless(WouldChange::AdherenceRecord { actor: actor.clone() })
    };
    if records.is_empty() {
        return open(Reason::NoAdherence { role, actor: actor.clone() });
    }
    let denied = records.iter().filter(|r| r.status == AdherenceStatus::Denied).count();
    let disputed = records.iter().any(|r| !r.disputed_by.is_empty());
    if disputed || (denied > 0 && denied < records.len()) {
        return open(Reason::AdherenceDisputed { role, actor: actor.clone() });
    }
    if denied > 0 {
        return Standing::new(Answer::No, None, Reason::AdherenceDenied { role, actor });
    }
    // Law in force at the time of the act: who joined later was not bound before.
    let dates = || records.iter().filter_map(|r| r.date);
    if let Some(date) = dates().min()
        && dates().count() == records.len()
        && when.from.is_none_or(|from| from.date < date)
    {
        // Wholly earlier, and wholly before the record: not yet bound.
        return if when.to.is_some_and(|to| to.date < date) {
            Standing::new(Answer::No, None, Reason::JoinedLater { role, actor, date })
        } else {
            open(Reason::JoinedLater { role, actor: actor.clone(), date })
        };
    }
    let texts: Vec<_> = records.iter().filter_map(|r| r.text.as_ref()).collect();
    if let Some(other) = texts.first()
        && texts.len() == records.len()
        && !texts.contains(&&text.id)
    {
        return open(Reason::HoldsOtherText { role, actor: actor.clone(), text: (*other).clone() });
    }
    Standing::new(Answer::Yes, Some(side), Reason::Bound { role, actor, party: side.clone() })
}
