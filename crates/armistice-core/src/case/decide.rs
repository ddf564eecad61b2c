//! What the opinions on a draft come to, under the agreement's own rule: who must be present, who agrees, how well it is shown.
//!
//! Must not: count heads where constituencies count, take silence for consent unless the agreement says so, or hide a dissent.

use super::rules::{Group, Rules, concerned};
use super::{Case, Draft, Finding, Mark, Opinion, Seats};
use crate::agreement::Agreement;
use crate::agreement::name::ActorId;
use crate::agreement::words::{DecisionRule, ModalitySource, OnExpiry, RecusalRule, Standard};
use crate::id::{ClaimId, FindingId};
use crate::statement::casework::{Attribution, ClauseUnder, FindingAbout, Outcome, Position, Reached};

/// What a review came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Determination {
    /// All agree, without reservation.
    Unanimous(Decided),
    /// Enough agree, some in part, and nobody dissents.
    Qualified(Decided),
    /// Enough agree, and somebody dissents.
    MajorityWithDissent(Decided),
    /// It was not determined. The case stays, with each position.
    NotDetermined {
        /// Why.
        why: Why,
        /// How each group stood.
        groups: Vec<GroupStance>,
        /// Every opinion on the draft, verbatim.
        positions: Vec<Verbatim>,
    },
}

impl Determination {
    /// The stable text form.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Determination::Unanimous(_) => "unanimous",
            Determination::Qualified(_) => "qualified",
            Determination::MajorityWithDissent(_) => "majority_with_dissent",
            Determination::NotDetermined { .. } => "not_determined",
        }
    }

    /// What was determined, if it was.
    #[must_use]
    pub const fn decided(&self) -> Option<&Decided> {
        match self {
            Determination::Unanimous(d) | Determination::Qualified(d) | Determination::MajorityWithDissent(d) => {
                Some(d)
            }
            Determination::NotDetermined { .. } => None,
        }
    }
}

/// What was determined, with all that it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The outcome.
    pub outcome: Outcome,
    /// The attribution. `None`: the groups that agree on the outcome do not agree on it.
    pub attribution: Option<Attribution>,
    /// To whom. Empty where there is no attribution.
    pub attributed_to: Vec<String>,
    /// Terms under texts, as the draft applied them.
    pub clauses: Vec<ClauseUnder>,
    /// The standard of proof that was asked for.
    pub standard: Standard,
    /// Where it comes from.
    pub standard_source: ModalitySource,
    /// The higher standard that was asked for to name the author, where one was: the highest of those named.
    pub naming: Option<Standard>,
    /// Findings that rest on an inference from a refusal of access too, and whose refusal it was.
    pub inferences: Vec<(FindingId, Vec<String>)>,
    /// Findings relied on.
    pub findings: Vec<FindingId>,
    /// Claims to the contrary that were considered: the draft's and its findings'.
    pub contrary: Vec<ClaimId>,
    /// The rule.
    pub rule: DecisionRule,
    /// How each group stood.
    pub groups: Vec<GroupStance>,
    /// Reservations, verbatim.
    pub qualifications: Vec<Verbatim>,
    /// Dissents, verbatim.
    pub dissents: Vec<Verbatim>,
}

/// An opinion as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verbatim {
    /// The constituency.
    pub constituency: ActorId,
    /// The statement.
    pub mark: Mark,
    /// The position.
    pub position: Position,
    /// Another outcome that it holds to be right.
    pub outcome: Option<Outcome>,
    /// Another attribution that it holds to be right.
    pub attribution: Option<Attribution>,
    /// How many stand behind it.
    pub persons: u32,
    /// The words.
    pub text: String,
    /// The seat was held and contested by nobody when the review ended, so that it was counted.
    pub counted: bool,
}

/// How a group stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupStance {
    /// The group.
    pub group: ActorId,
    /// How many had to be present.
    pub needed: u32,
    /// How many stood behind its opinions.
    pub present: u32,
    /// It, or whom it guarantees, is accused.
    pub concerned: bool,
    /// What it says.
    pub stance: Stance,
}

/// What a group says of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// It agrees.
    Agrees,
    /// It said nothing in time, and the agreement takes that for consent.
    ConsentsBySilence,
    /// It does not agree.
    Dissents,
    /// Those who speak for it do not say the same.
    Divided,
    /// It says that it has no opinion.
    NoOpinion,
    /// It takes no part in the decision.
    Recused,
    /// Fewer were present than must be.
    TooFew,
    /// It said nothing.
    Silent,
    /// Nobody holds its seat.
    Unseated,
    /// Its seats are contested.
    Contested,
}

impl Stance {
    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Stance::Agrees => "agrees",
            Stance::ConsentsBySilence => "consents_by_silence",
            Stance::Dissents => "dissents",
            Stance::Divided => "divided",
            Stance::NoOpinion => "no_opinion",
            Stance::Recused => "recused",
            Stance::TooFew => "too_few",
            Stance::Silent => "silent",
            Stance::Unseated => "unseated",
            Stance::Contested => "contested",
        }
    }

    const fn agrees(self) -> bool {
        matches!(self, Stance::Agrees | Stance::ConsentsBySilence)
    }

    const fn spoke(self) -> bool {
        match self {
            Stance::Agrees
            | Stance::ConsentsBySilence
            | Stance::Dissents
            | Stance::Divided
            | Stance::NoOpinion
            | Stance::Recused => true,
            Stance::TooFew | Stance::Silent | Stance::Unseated | Stance::Contested => false,
        }
    }
}

/// Why a case was not determined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Under the agreement nobody decides: facts are reported only.
    FactsOnly,
    /// Groups whose presence is needed have contested seats only.
    SeatsContested {
        /// Which groups.
        groups: Vec<ActorId>,
    },
    /// Groups whose presence is needed have no seat, or too few were present, or all take no part.
    NoQuorum {
        /// Which groups.
        missing: Vec<ActorId>,
    },
    /// Groups said nothing in time.
    Lapsed {
        /// Which groups.
        silent: Vec<ActorId>,
    },
    /// Not enough agree.
    Deadlock {
        /// Groups that agree.
        agree: Vec<ActorId>,
        /// Groups that do not.
        against: Vec<ActorId>,
        /// Enough would agree, but nobody beside those who are concerned, or one group alone.
        alone: bool,
    },
    /// What was found does not reach the standard of proof.
    StandardNotReached {
        /// The standard.
        standard: Standard,
        /// What had to be shown.
        about: FindingAbout,
        /// How well it is shown.
        reached: Reached,
    },
}

impl Why {
    /// The stable text form.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Why::FactsOnly => "facts_only",
            Why::SeatsContested { .. } => "seats_contested",
            Why::NoQuorum { .. } => "no_quorum",
            Why::Lapsed { .. } => "lapsed",
            Why::Deadlock { .. } => "deadlock",
            Why::StandardNotReached { .. } => "standard_not_reached",
        }
    }
}

/// Whether a finding that reaches `reached` meets `standard`.
#[must_use]
pub fn meets(reached: Reached, standard: Standard) -> bool {
    reached
        >= match standard {
            Standard::CredibleReport => Reached::Suspicion,
            Standard::ReasonableGrounds => Reached::ReasonableGrounds,
            Standard::BalanceOfProbabilities => Reached::BalanceOfProbabilities,
            Standard::ClearAndConvincing => Reached::ClearAndConvincing,
        }
}

/// How well something is shown by these findings of a case, of those that stand. A finding that rests on an adverse inference never
/// stands alone: it counts for more only beside one without an inference that reaches suspicion.
#[must_use]
pub fn reached(case: &Case, findings: &[FindingId], about: FindingAbout) -> Reached {
    let of = || case.standing_findings().filter(|f| findings.contains(&f.body.finding) && f.body.about == about);
    let best = of().map(|f| f.body.reached).max().unwrap_or(Reached::None);
    let plain = of().filter(|f| f.body.adverse_inference.is_empty()).map(|f| f.body.reached).max();
    let plain = plain.unwrap_or(Reached::None);
    if plain >= Reached::Suspicion { best } else { plain }
}

/// A review, and what it is judged by.
pub(crate) struct Review<'a> {
    pub(crate) case: &'a Case,
    pub(crate) draft: &'a Draft,
    pub(crate) seats: &'a Seats,
    pub(crate) agreement: &'a Agreement,
    pub(crate) rules: &'a Rules,
}

impl Review<'_> {
    /// What the review comes to; `None` while somebody may still speak. At the `end` there is always an answer.
    pub(crate) fn come_to(&self, end: bool) -> Option<Determination> {
        let groups: Vec<GroupStance> = self
            .rules
            .groups(self.case.urgent)
            .iter()
            .map(|g| self.stance(g, end))
            // Who need not be present and says nothing is not counted.
            .filter(|g| g.needed > 0 || g.stance.spoke())
            .collect();
        let needed = || groups.iter().filter(|g| g.needed > 0);
        let complete = needed().next().is_some() && needed().all(|g| g.stance.spoke());
        (complete || end).then(|| match self.why_not(&groups) {
            Err(why) => {
                Determination::NotDetermined { why, groups: groups.clone(), positions: self.verbatim(|_| true) }
            }
            Ok(attribution) => self.decided(attribution, groups.clone()),
        })
    }

    /// Why the review would fail now if nobody else could speak: groups without a seat that counts.
    pub(crate) fn outlook(&self) -> Option<Why> {
        let groups: Vec<GroupStance> = self
            .rules
            .groups(self.case.urgent)
            .iter()
            .map(|g| self.stance(g, false))
            .filter(|g| g.needed > 0)
            .collect();
        let with =
            |stance| groups.iter().filter(move |g| g.stance == stance).map(|g| g.group.clone()).collect::<Vec<_>>();
        let (contested, unseated) = (with(Stance::Contested), with(Stance::Unseated));
        if !contested.is_empty() {
            return Some(Why::SeatsContested { groups: contested });
        }
        (!unseated.is_empty()).then_some(Why::NoQuorum { missing: unseated })
    }

    fn counted(&self) -> impl Iterator<Item = &Opinion> {
        self.draft.opinions.iter().filter(|o| !o.replaced && self.counts(o))
    }

    fn counts(&self, opinion: &Opinion) -> bool {
        self.seats
            .counts(&self.case.agreement, &opinion.mark.at.member)
            .is_some_and(|s| s.constituency.as_str() == opinion.body.constituency)
    }

    /// Whether an opinion agrees with the draft's outcome; `None`: it does not say.
    fn agrees(&self, opinion: &Opinion) -> Option<bool> {
        let same = opinion.body.outcome.is_none_or(|o| o == self.draft.body.outcome);
        match opinion.body.position {
            Position::Concur | Position::ConcurInPart => Some(same),
            Position::Dissent => Some(false),
            Position::Recuse | Position::NoOpinion => None,
        }
    }

    fn stance(&self, group: &Group, end: bool) -> GroupStance {
        let opinions: Vec<&Opinion> =
            self.counted().filter(|o| group.has(&ActorId::new(&o.body.constituency))).collect();
        let concerned = concerned(self.agreement, group, &self.accused());
        let present = opinions.iter().fold(0u32, |sum, o| sum.saturating_add(o.body.persons));
        let stance = if concerned && self.rules.recusal == RecusalRule::Recused {
            Stance::Recused
        } else if opinions.is_empty() {
            let seats = self.seats.of_group(&self.case.agreement, group);
            match (seats.members.is_empty(), seats.contested.is_empty()) {
                (true, true) => Stance::Unseated,
                (true, false) => Stance::Contested,
                (false, _) if end && self.rules.on_expiry == OnExpiry::Consent => Stance::ConsentsBySilence,
                (false, _) => Stance::Silent,
            }
        } else if opinions.iter().all(|o| o.body.position == Position::Recuse) {
            Stance::Recused
        } else if present < group.present {
            Stance::TooFew
        } else {
            self.of_opinions(&opinions)
        };
        GroupStance { group: group.id.clone(), needed: group.present, present, concerned, stance }
    }

    fn of_opinions(&self, opinions: &[&Opinion]) -> Stance {
        let persons = |wanted: Option<bool>| -> u64 {
            let of = opinions.iter().filter(|o| o.body.position != Position::Recuse && self.agrees(o) == wanted);
            of.map(|o| u64::from(o.body.persons)).sum()
        };
        let (agree, against, none) = (persons(Some(true)), persons(Some(false)), persons(None));
        let all = agree + against + none;
        match self.rules.decision {
            DecisionRule::MajorityPerConstituency | DecisionRule::Majority => {
                if agree * 2 > all {
                    Stance::Agrees
                } else if against * 2 > all {
                    Stance::Dissents
                } else if agree + against == 0 {
                    Stance::NoOpinion
                } else {
                    Stance::Divided
                }
            }
            DecisionRule::Unanimous | DecisionRule::Consensus | DecisionRule::Chair | DecisionRule::FactsOnly => {
                match (agree > 0, against > 0) {
                    (true, true) => Stance::Divided,
                    (false, true) => Stance::Dissents,
                    (true, false) => Stance::Agrees,
                    (false, false) => Stance::NoOpinion,
                }
            }
        }
    }

    fn accused(&self) -> Vec<String> {
        let mut accused = self.case.accused.clone();
        accused.extend(self.draft.body.attributed_to.iter().cloned());
        accused
    }

    /// The attribution that is agreed on, or why nothing is determined.
    fn why_not(&self, groups: &[GroupStance]) -> Result<Option<Attribution>, Why> {
        if self.rules.decision == DecisionRule::FactsOnly {
            return Err(Why::FactsOnly);
        }
        let ids = |test: &dyn Fn(&GroupStance) -> bool| -> Vec<ActorId> {
            groups.iter().filter(|g| test(g)).map(|g| g.group.clone()).collect()
        };
        let contested = ids(&|g| g.needed > 0 && g.stance == Stance::Contested);
        if !contested.is_empty() {
            return Err(Why::SeatsContested { groups: contested });
        }
        let missing = ids(&|g| g.needed > 0 && matches!(g.stance, Stance::Unseated | Stance::TooFew));
        if !missing.is_empty() {
            return Err(Why::NoQuorum { missing });
        }
        let silent = ids(&|g| g.needed > 0 && g.stance == Stance::Silent);
        if !silent.is_empty() {
            return Err(Why::Lapsed { silent });
        }
        let voters: Vec<&GroupStance> = groups.iter().filter(|g| g.stance != Stance::Recused).collect();
        if voters.is_empty() {
            return Err(Why::NoQuorum { missing: ids(&|_| true) });
        }
        let agree: Vec<&GroupStance> = voters.iter().copied().filter(|g| g.stance.agrees()).collect();
        let enough = self.enough(&agree, &voters);
        let alone = !self.together(&agree, groups.len());
        if !enough || alone {
            return Err(Why::Deadlock {
                agree: agree.iter().map(|g| g.group.clone()).collect(),
                against: ids(&|g| !g.stance.agrees() && g.stance != Stance::Recused),
                alone: enough && alone,
            });
        }
        let same: Vec<&GroupStance> = agree.iter().copied().filter(|g| self.same_attribution(g)).collect();
        let agreed = self.enough(&same, &voters) && self.together(&same, groups.len());
        let attribution = agreed.then_some(self.draft.body.attribution);
        self.shown(attribution)?;
        Ok(attribution)
    }

    /// Whether those who agree are enough under the rule.
    fn enough(&self, agree: &[&GroupStance], voters: &[&GroupStance]) -> bool {
        if agree.is_empty() {
            return false;
        }
        match self.rules.decision {
            DecisionRule::Unanimous | DecisionRule::MajorityPerConstituency => agree.len() == voters.len(),
            DecisionRule::Consensus => {
                voters.iter().all(|v| v.stance == Stance::NoOpinion || agree.iter().any(|a| a.group == v.group))
            }
            DecisionRule::Majority => agree.len() * 2 > voters.len(),
            DecisionRule::Chair => {
                self.rules.quorum.chair(self.case.urgent).is_some_and(|c| agree.iter().any(|a| a.group == c.id))
            }
            DecisionRule::FactsOnly => false,
        }
    }

    /// Whether those who agree are not one group alone, and not only groups that are concerned.
    fn together(&self, agree: &[&GroupStance], all: usize) -> bool {
        let several = agree.len() > 1 || all == 1 || self.rules.decision == DecisionRule::Chair;
        let unconcerned = match self.rules.recusal {
            RecusalRule::NotAlone => agree.iter().any(|g| !g.concerned),
            RecusalRule::None | RecusalRule::Recused => true,
        };
        several && unconcerned
    }

    /// Whether a group that agrees on the outcome agrees on the attribution too.
    fn same_attribution(&self, stance: &GroupStance) -> bool {
        let Some(group) = self.rules.groups(self.case.urgent).iter().find(|g| g.id == stance.group) else {
            return false;
        };
        self.counted()
            .filter(|o| group.has(&ActorId::new(&o.body.constituency)) && self.agrees(o) == Some(true))
            .all(|o| o.body.attribution.is_none_or(|a| a == self.draft.body.attribution))
    }

    /// Whether the draft's findings reach the standard of proof.
    fn shown(&self, attribution: Option<Attribution>) -> Result<(), Why> {
        let standard = self.rules.standard;
        let best = |about| reached(self.case, &self.draft.body.findings, about);
        let violation = matches!(self.draft.body.outcome, Outcome::Minor | Outcome::Serious);
        let fact = best(FindingAbout::Fact);
        if violation && !meets(fact, standard) {
            return Err(Why::StandardNotReached { standard, about: FindingAbout::Fact, reached: fact });
        }
        let who = best(FindingAbout::Attribution);
        let enough = match attribution {
            Some(Attribution::Attributed | Attribution::Several) => meets(who, standard),
            // "Probably" says itself that it is less than shown.
            Some(Attribution::ProbablyAttributed) => who >= Reached::Suspicion,
            Some(Attribution::NotAttributed) | None => true,
        };
        if enough {
            Ok(())
        } else {
            Err(Why::StandardNotReached { standard, about: FindingAbout::Attribution, reached: who })
        }
    }

    fn verbatim(&self, wanted: impl Fn(&Opinion) -> bool) -> Vec<Verbatim> {
        let opinions = self.draft.opinions.iter().filter(|o| !o.replaced && wanted(o));
        opinions
            .map(|o| Verbatim {
                constituency: ActorId::new(&o.body.constituency),
                mark: o.mark.clone(),
                position: o.body.position,
                outcome: o.body.outcome,
                attribution: o.body.attribution,
                persons: o.body.persons,
                text: o.body.text.clone(),
                counted: self.counts(o),
            })
            .collect()
    }

    fn decided(&self, attribution: Option<Attribution>, groups: Vec<GroupStance>) -> Determination {
        let draft = &self.draft.body;
        let relied = || self.case.findings.iter().filter(|f| draft.findings.contains(&f.body.finding));
        let mut contrary = draft.contrary.clone();
        contrary.extend(relied().flat_map(|f| f.body.contrary.iter().cloned()));
        contrary.sort();
        contrary.dedup();
        let dissents = self.verbatim(|o| self.agrees(o) == Some(false));
        let qualifications =
            self.verbatim(|o| o.body.position == Position::ConcurInPart && self.agrees(o) == Some(true));
        let plain = groups.iter().all(|g| g.stance == Stance::Agrees) && qualifications.is_empty();
        let against = !dissents.is_empty();
        let inferred = |f: &&Finding| !f.body.adverse_inference.is_empty();
        let inferences = relied().filter(inferred).map(|f| (f.body.finding.clone(), f.body.adverse_inference.clone()));
        let named = if attribution.is_some() { draft.attributed_to.as_slice() } else { &[] };
        let naming = named.iter().filter_map(|a| self.rules.naming_of(self.agreement, &ActorId::new(a))).max();
        let decided = Decided {
            naming,
            inferences: inferences.collect(),
            outcome: draft.outcome,
            attribution,
            attributed_to: if attribution.is_some() { draft.attributed_to.clone() } else { vec![] },
            clauses: draft.clauses.clone(),
            standard: self.rules.standard,
            standard_source: self.rules.standard_source,
            findings: draft.findings.clone(),
            contrary,
            rule: self.rules.decision,
            groups,
            qualifications,
            dissents,
        };
        if against {
            Determination::MajorityWithDissent(decided)
        } else if plain {
            Determination::Unanimous(decided)
        } else {
            Determination::Qualified(decided)
        }
    }
}
