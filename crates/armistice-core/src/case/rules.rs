//! What an agreement says of casework, in the form that the fold asks for: who must be present, how they decide, how long each
//! step may take. The one place that reads the modalities.
//!
//! Must not: decide anything. Where the agreement is silent, the mechanism's default applies and is marked so.

use crate::agreement::name::ActorId;
use crate::agreement::words::{ActorKind, DecisionRule, Known, ModalitySource, OnExpiry, RecusalRule, Standard};
use crate::agreement::{Agreement, Constituency, Obligation, Permission, Prohibition};

pub(crate) const HOUR: i64 = 3_600;
pub(crate) const DAY: i64 = 24 * HOUR;

/// How far the clock of another member may run ahead of the reader's before its statements wait.
pub(crate) const CLOCKS_DIFFER: i64 = HOUR;

/// A group within a joint body whose presence is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name: an actor, or a name of its own.
    pub id: ActorId,
    /// The actors whose seats speak for it.
    pub actors: Vec<ActorId>,
    /// How many representatives must be present. Zero: its opinion counts, and its absence does not matter.
    pub present: u32,
}

impl Group {
    /// Whether a seat of `constituency` speaks for the group.
    #[must_use]
    pub fn has(&self, constituency: &ActorId) -> bool {
        self.id == *constituency || self.actors.contains(constituency)
    }
}

/// Who must take part in a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuorumRule {
    /// The groups of a regular decision.
    pub regular: Vec<Group>,
    /// The groups of an urgent one. Empty: as for a regular one.
    pub emergency: Vec<Group>,
    /// Where the rule comes from.
    pub source: ModalitySource,
}

impl QuorumRule {
    /// The rule of an agreement. The one place to extend when the agreement language says more.
    #[must_use]
    pub fn of(agreement: &Agreement) -> Self {
        let quorum = &agreement.modalities.quorum;
        let one = |a: &ActorId, present: u32| Group { id: a.clone(), actors: vec![a.clone()], present };
        let several = |list: &[Constituency]| -> Vec<Group> {
            let group = |c: &Constituency| Group { id: c.id.clone(), actors: c.actors.clone(), present: c.present };
            list.iter().map(group).collect()
        };
        let mut regular = several(&quorum.value.constituencies);
        if regular.is_empty() {
            regular = quorum.value.of.iter().map(|a| one(a, quorum.value.per_member)).collect();
        }
        let mut emergency = several(&quorum.value.emergency);
        // Who observes with a vote is heard and counted, and nobody waits for it.
        for observer in agreement.observers.iter().filter(|o| o.vote) {
            for groups in [&mut regular, &mut emergency] {
                if !groups.is_empty() && !groups.iter().any(|g| g.has(&observer.actor)) {
                    groups.push(one(&observer.actor, 0));
                }
            }
        }
        QuorumRule { regular, emergency, source: quorum.source }
    }

    /// The groups that must be present in a case.
    #[must_use]
    pub fn groups(&self, urgent: bool) -> &[Group] {
        if urgent && !self.emergency.is_empty() { &self.emergency } else { &self.regular }
    }

    /// Who presides under [`DecisionRule::Chair`]: the group that stands first. The agreement language names no other.
    #[must_use]
    pub fn chair(&self, urgent: bool) -> Option<&Group> {
        self.groups(urgent).first()
    }

    /// The group that a seat speaks for, in any of the two rules.
    #[must_use]
    pub fn group_of(&self, constituency: &ActorId) -> Option<&Group> {
        self.regular.iter().chain(&self.emergency).find(|g| g.has(constituency))
    }
}

/// The rules of casework under one agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Who must be present.
    pub quorum: QuorumRule,
    /// How they decide.
    pub decision: DecisionRule,
    /// Where that comes from.
    pub decision_source: ModalitySource,
    /// How well a violation must be shown.
    pub standard: Standard,
    /// Where that comes from.
    pub standard_source: ModalitySource,
    /// How well a fact must be shown for an interim measure in an urgent case, and where that comes from.
    pub urgent: (Standard, ModalitySource),
    /// How well it must be shown who did it before somebody is named, or a sanction proposed, and where that comes from.
    pub naming: (Standard, ModalitySource),
    /// Whether a refusal of access may count against who refused. Unknown: the text is silent, so it may not.
    pub inference: Known,
    /// What silence means.
    pub on_expiry: OnExpiry,
    /// What becomes of the opinion of a group that is accused, or guarantees the accused.
    pub recusal: RecusalRule,
    /// How long each step may take.
    pub times: Times,
}

/// How long each step may take, in seconds, and where that comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Times {
    /// From the receipt to screening.
    pub screening: (i64, ModalitySource),
    /// From screening to a first look.
    pub assessment: (i64, ModalitySource),
    /// From opening to a team with a task.
    pub tasking: (i64, ModalitySource),
    /// For an answer to a notice.
    pub reply: (i64, ModalitySource),
    /// For an answer when it is urgent.
    pub reply_urgent: (i64, ModalitySource),
    /// From opening to a draft.
    pub report: (i64, ModalitySource),
    /// For opinions on a draft.
    pub opinions: (i64, ModalitySource),
    /// For objections to what one constituency did alone.
    pub objection: (i64, ModalitySource),
    /// From a determination to its publication.
    pub publication: (i64, ModalitySource),
    /// When a remedial action is looked at again, after it was asked for.
    pub follow_up: (Vec<i64>, ModalitySource),
}

impl Rules {
    /// The rules of an agreement.
    #[must_use]
    pub fn of(agreement: &Agreement) -> Self {
        let m = &agreement.modalities;
        let default = ModalitySource::MechanismDefault;
        let reply = &m.right_of_reply;
        let reply_urgent = match reply.value.urgent_hours {
            Some(hours) => (i64::from(hours) * HOUR, reply.source),
            None => (24 * HOUR, default),
        };
        let clocks = &m.clocks.value;
        let source = |key: &str| if m.silent_clocks.contains(&key) { default } else { m.clocks.source };
        let hours = |n: u32, key: &str| (i64::from(n) * HOUR, source(key));
        let days = |n: u32, key: &str| (i64::from(n) * DAY, source(key));
        let silence = &m.silence_procedure;
        let opinions = match (silence.source, source("opinions_days")) {
            // The silence procedure is the rule for opinions; the clock is heard where only it is written.
            (ModalitySource::MechanismDefault, ModalitySource::Text) => days(clocks.opinions_days, "opinions_days"),
            (ModalitySource::Text, _) | (ModalitySource::MechanismDefault, ModalitySource::MechanismDefault) => {
                (i64::from(silence.value.days) * DAY, silence.source)
            }
        };
        let follow_up = clocks.follow_up_days.iter().map(|d| i64::from(*d) * DAY).collect();
        Rules {
            quorum: QuorumRule::of(agreement),
            decision: m.decision_rule.value,
            decision_source: m.decision_rule.source,
            standard: m.standard_of_proof.value,
            standard_source: m.standard_of_proof.source,
            urgent: (m.urgent_standard.value, m.urgent_standard.source),
            naming: (m.naming_standard.value, m.naming_standard.source),
            inference: m.adverse_inference.value,
            on_expiry: silence.value.on_expiry,
            recusal: m.recusal.value,
            times: Times {
                screening: hours(clocks.screening_hours, "screening_hours"),
                assessment: hours(clocks.assessment_hours, "assessment_hours"),
                tasking: hours(clocks.tasking_hours, "tasking_hours"),
                reply: (i64::from(reply.value.days) * DAY, reply.source),
                reply_urgent,
                report: days(clocks.report_days, "report_days"),
                opinions,
                objection: days(clocks.objection_days, "objection_days"),
                publication: hours(clocks.publication_hours, "publication_hours"),
                follow_up: (follow_up, source("follow_up_days")),
            },
        }
    }

    /// The groups that must be present.
    #[must_use]
    pub fn groups(&self, urgent: bool) -> &[Group] {
        self.quorum.groups(urgent)
    }

    /// The standard for naming an actor as the author, if one is asked for beside that of a determination. A standard of the text
    /// holds for whoever is named. The mechanism's default is for commands, units and groups: a party, or whoever else stands for
    /// itself, is named at the standard of the determination.
    #[must_use]
    pub fn naming_of(&self, agreement: &Agreement, actor: &ActorId) -> Option<Standard> {
        let below = agreement.party_of(actor).is_some_and(|p| p.actor != *actor);
        match self.naming.1 {
            ModalitySource::Text => Some(self.naming.0),
            ModalitySource::MechanismDefault => below.then_some(self.naming.0),
        }
    }
}

/// What a seat allows. Each allows what those before it allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// To speak: a party that is not in the quorum.
    Speaks,
    /// To work on cases too: an observer, an adviser, a guarantor outside the quorum.
    Works,
    /// To decide too: who is in the quorum, or observes with a vote.
    Decides,
}

impl Standing {
    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Standing::Speaks => "speaks",
            Standing::Works => "works",
            Standing::Decides => "decides",
        }
    }

    /// What a seat of this constituency allows; `None`: there is no such seat.
    #[must_use]
    pub fn of(agreement: &Agreement, constituency: &ActorId) -> Option<Standing> {
        if QuorumRule::of(agreement).group_of(constituency).is_some() {
            return Some(Standing::Decides);
        }
        if agreement.observers.iter().any(|o| o.actor == *constituency) {
            return Some(Standing::Works);
        }
        let organs = &agreement.modalities.organs;
        if organs.iter().any(|o| o.members.contains(constituency) || o.advisers.contains(constituency)) {
            return Some(Standing::Works);
        }
        match agreement.actor(constituency)?.kind {
            ActorKind::Guarantor | ActorKind::Observer => Some(Standing::Works),
            ActorKind::Party | ActorKind::SupportingForce => Some(Standing::Speaks),
            ActorKind::Excluded | ActorKind::Third => None,
        }
    }
}

/// The guarantor of an actor: that of the party which it is or belongs to.
#[must_use]
pub fn guarantor_of<'a>(agreement: &'a Agreement, actor: &ActorId) -> Option<&'a ActorId> {
    agreement.party_of(actor)?.guarantor.as_ref()
}

/// Whether a group is concerned by an accusation of `accused`: it is one of them, one of them belongs to it, or it guarantees one.
#[must_use]
pub fn concerned(agreement: &Agreement, group: &Group, accused: &[String]) -> bool {
    accused.iter().map(|a| ActorId::new(a)).any(|a| {
        let lineage = agreement.lineage(&a);
        lineage.iter().any(|up| group.has(up))
            || guarantor_of(agreement, &a).is_some_and(|g| group.has(g))
            || agreement
                .guarantors
                .iter()
                .any(|g| group.has(&g.actor) && g.guarantor_of.iter().any(|p| lineage.contains(p)))
    })
}

/// Whether the agreement has a term of that id.
#[must_use]
pub fn has_clause(agreement: &Agreement, id: &str) -> bool {
    let prohibited = |p: &Prohibition| p.id.as_str() == id;
    let permitted = |p: &Permission| p.id.as_str() == id;
    let owed = |o: &Obligation| o.id.as_str() == id;
    agreement.prohibitions.iter().any(prohibited)
        || agreement.permissions.iter().any(permitted)
        || agreement.obligations.iter().any(owed)
}
