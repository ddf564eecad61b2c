//! `excluded_area`: did it happen in an area that this text leaves out?
//!
//! Must not: take the presence of an excluded actor for the criterion of the area when the text names another one.

use super::excluded_actor::held_by_others;
use super::facts::{Basis, IncidentFacts, claims_of};
use super::reason::{Reason, WouldChange};
use super::{Answer, Verdict};
use crate::agreement::name::ActorId;
use crate::agreement::words::AreaCriterion;
use crate::agreement::{Agreement, ExcludedArea, Text};

pub(super) fn run(agreement: &Agreement, text: &Text, facts: &IncidentFacts) -> Vec<Verdict> {
    let areas: Vec<&ExcludedArea> =
        agreement.scope.territory.excluded_areas.iter().filter(|a| a.texts.has(&text.id)).collect();
    if areas.is_empty() {
        return vec![Verdict::new(Answer::No, Reason::NoAreaExcluded)];
    }
    let mut basis = Basis::default();
    let mut met = Vec::new();
    let mut open = Vec::new();
    let mut not_met = Vec::new();
    let mut would_change = Vec::new();
    for area in areas {
        let mut all_no = true;
        for actor in &area.actors {
            let (state, reason) = judge(agreement, facts, area, actor, &mut basis);
            match state {
                Answer::Yes => met.push(reason),
                Answer::No => continue,
                Answer::CannotBeDetermined => {
                    open.push(reason);
                    would_change.push(WouldChange::AreaEvidence { actor: actor.clone(), criterion: area.criterion });
                }
            }
            all_no = false;
        }
        if all_no {
            not_met.push(Reason::AreaNotMet { area: area.id.clone() });
        }
    }
    let (answer, reasons) = if !met.is_empty() {
        (Answer::Yes, met)
    } else if !open.is_empty() {
        if facts.held_by.is_empty() {
            would_change.push(WouldChange::Holder);
        }
        (Answer::CannotBeDetermined, open)
    } else {
        (Answer::No, not_met)
    };
    if answer != Answer::CannotBeDetermined {
        would_change.clear();
    }
    vec![Verdict { reasons, would_change, ..Verdict::blank(answer) }.resting_on(basis)]
}

fn judge(
    agreement: &Agreement,
    facts: &IncidentFacts,
    area: &ExcludedArea,
    actor: &ActorId,
    basis: &mut Basis,
) -> (Answer, Reason) {
    let criterion = area.criterion;
    let met = || Reason::AreaMet { area: area.id.clone(), actor: actor.clone(), criterion };
    let no = || (Answer::No, Reason::AreaNotMet { area: area.id.clone() });
    let open =
        || (Answer::CannotBeDetermined, Reason::AreaOpen { area: area.id.clone(), actor: actor.clone(), criterion });

    match facts.area_state(actor, criterion, basis) {
        Some(Answer::Yes) => return (Answer::Yes, met()),
        Some(Answer::No) => return no(),
        Some(Answer::CannotBeDetermined) => return open(),
        None => {}
    }
    // Force against the excluded actor is itself a combat operation against it.
    let targets: Vec<Option<&ActorId>> = facts.affected.iter().map(|r| r.actor.as_ref()).collect();
    let all_target =
        !targets.is_empty() && targets.iter().all(|t| t.is_some_and(|t| agreement.lineage(t).contains(actor)));
    let force = !facts.acts.is_empty() && facts.acts.iter().all(|a| a.group() == crate::act::ActGroup::Hostile);
    if criterion == AreaCriterion::Operations && all_target && force {
        basis.claims(claims_of(&facts.affected));
        return (Answer::Yes, Reason::TargetIsExcluded { area: area.id.clone(), actor: actor.clone() });
    }
    let Some(holders) = facts.known_holders() else { return open() };
    basis.claims(claims_of(&facts.held_by));
    let holds = Answer::unanimous(
        holders.iter().map(|h| if agreement.lineage(h).contains(actor) { Answer::Yes } else { Answer::No }),
    );
    match (criterion, holds) {
        (AreaCriterion::Control, Answer::Yes) | (AreaCriterion::Presence, Answer::Yes) => (Answer::Yes, met()),
        // Somebody else holds it.
        (AreaCriterion::Control, Answer::No) => no(),
        (AreaCriterion::Presence | AreaCriterion::Operations, Answer::No) => {
            let among =
                agreement.scope.excluded_actors.iter().find(|e| e.actor == *actor).map_or(&[][..], |e| &e.may_be_among);
            if held_by_others(agreement, facts, actor, among) { no() } else { open() }
        }
        (AreaCriterion::Operations, Answer::Yes) | (_, Answer::CannotBeDetermined) => open(),
    }
}
