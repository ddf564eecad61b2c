//! Acts of one clause that are one statement: a means with its effects, several words for one act.
//!
//! Must not: join acts of different clauses.

use super::{
    acts::{Event, Stretch},
    kinds,
};
use armistice_core::{
    act::{Act, ActGroup},
    claim::ClaimKind,
};

/// Acts of a clause that are one statement: a means with its effects, or several words for one act.
pub(super) struct Group<'e> {
    pub(super) main: &'e Event,
    pub(super) authors: Vec<Stretch>,
    pub(super) affected: Vec<Stretch>,
    pub(super) how: Option<&'static str>,
}

/// Acts that say less than others in the same clause.
fn generic(act: Act) -> bool {
    matches!(
        act,
        Act::Attack
            | Act::Killing
            | Act::Injury
            | Act::Violation
            | Act::Bombardment
            | Act::ForcedDisplacement
            | Act::NonPerformance
    )
}

/// Acts of diplomacy: they matter only when nothing weightier is said.
fn light(act: Act) -> bool {
    matches!(act, Act::Talks | Act::Signing | Act::CeasefireUpkeep)
}

/// Joins the acts of a clause into statements.
pub(super) fn merge<'e>(kind: ClaimKind, events: &[&'e Event]) -> Vec<Group<'e>> {
    let strong: Vec<&Event> = events.iter().filter(|e| !e.rule.weak).copied().collect();
    // What happened and what is wanted or agreed are not told by the same acts.
    let violent = matches!(kind, ClaimKind::Incident | ClaimKind::Allegation | ClaimKind::Denial | ClaimKind::Total);
    let pool: Vec<&Event> = if strong.is_empty() && violent { events.to_vec() } else { strong };
    let fits = |e: &Event| {
        !violent || !(light(e.act()) || matches!(e.act(), Act::MonitoringSetUp | Act::Withdrawal | Act::Disarmament))
    };
    let mut mains: Vec<&Event> = Vec::new();
    for &e in &pool {
        if fits(e) && !mains.iter().any(|m| m.act() == e.act()) {
            mains.push(e);
        }
    }
    if mains.is_empty() {
        mains.extend(pool.first());
    }
    if mains.iter().any(|e| !generic(e.act()) && !light(e.act())) {
        let takes_effects = mains.iter().any(|e| {
            !generic(e.act())
                && (e.act().group() == ActGroup::Hostile
                    || matches!(e.act(), Act::AttackOnMonitors | Act::AttackOnProtected))
        });
        let stays = |e: &Event| {
            violent
                && kind != ClaimKind::Total
                && !takes_effects
                && matches!(e.act(), Act::Killing | Act::Injury | Act::Attack)
                && (!e.authors.is_empty() || !e.affected.is_empty())
        };
        mains.retain(|e| (!generic(e.act()) || stays(e)) && !light(e.act()));
        // Houses that the shells destroyed are the shelling's; houses that soldiers burned are an act of theirs.
        if violent && takes_effects {
            mains.retain(|e| e.act() != Act::Destruction || !e.authors.is_empty());
        }
        // Missiles that a drone fires are the drone's strike.
        let from_air: Vec<Vec<Stretch>> = mains
            .iter()
            .filter(|e| matches!(e.act(), Act::AirStrike | Act::DroneStrike))
            .map(|e| e.authors.clone())
            .collect();
        mains.retain(|e| e.act() != Act::Shelling || e.authors.is_empty() || !from_air.contains(&e.authors));
        // A convoy that is stopped or shot at is no delivery.
        if violent && mains.len() > 1 && mains.iter().any(|e| e.act() != Act::AidDelivery && e.rule.rank >= 60) {
            mains.retain(|e| e.act() != Act::AidDelivery);
        }
    } else if mains.len() > 1 {
        let best = mains.iter().max_by_key(|e| e.rule.rank).copied();
        mains = best.into_iter().collect();
    }
    if !violent && !matches!(kind, ClaimKind::Demand | ClaimKind::Pledge) || !kinds::one_per_act(kind) {
        let best = mains.iter().max_by_key(|e| (e.rule.rank, std::cmp::Reverse(e.at.start))).copied();
        mains = best.into_iter().collect();
    }
    let absorbs = |act: Act| {
        act.group() == ActGroup::Hostile
            || generic(act)
            || matches!(act, Act::AttackOnMonitors | Act::AttackOnProtected)
    };
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (n, main) in mains.iter().enumerate() {
        let mut g =
            Group { main, authors: main.authors.clone(), affected: main.affected.clone(), how: main.author_rule };
        for e in &pool {
            if std::ptr::eq(*e, *main) {
                continue;
            }
            let same = e.act() == main.act();
            let destroyed = e.act() == Act::Destruction && e.authors.is_empty();
            let taken_in =
                (generic(e.act()) || destroyed) && absorbs(main.act()) && (n == 0 || !absorbs(mains[0].act()));
            if same || taken_in {
                let told =
                    same || !e.rule.effect || matches!(e.author_rule, Some("acts.author.by" | "acts.author.accused"));
                if g.authors.is_empty() && told {
                    g.authors.clone_from(&e.authors);
                    g.how = e.author_rule;
                }
                g.affected.extend(&e.affected);
            }
        }
        g.affected.sort_unstable();
        g.affected.dedup();
        g.affected.retain(|a| !g.authors.contains(a));
        groups.push(g);
    }
    groups
}
