//! Part 7: what was determined in the period, one case a page; and the cases of the funnel.
//!
//! Must not: state an outcome or an attribution that no decision states, or count a case twice.

use super::{
    head,
    world::{When, World},
};
use crate::output::report_v1::{
    Actor, ClauseRow, DecidedRow, Determinations, FindingRow, OpinionRow, Share, Side, SideTally, StatementOf, Step,
    Tally,
};
use armistice_core::{
    case::{
        Case, CaseState, Determination, Made,
        decide::{Stance, Verbatim},
    },
    named::Named as _,
    statement::{
        casework::{ClauseUnder, Ground, Outcome},
        wire::Digest,
    },
};
use std::collections::BTreeSet;

/// What a case has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Came {
    Determined(Outcome),
    NotDetermined,
    Pending,
    Dismissed,
    Withdrawn,
    Settled,
}

pub(super) fn part(w: &World<'_>) -> Determinations {
    let made = |c: &&Case| c.determination().is_some_and(|m| w.in_period(m.at));
    let cases: Vec<DecidedRow> = w.cases.cases.values().filter(made).map(|c| row(w, c)).collect();
    let head =
        head(w, 7, cases.is_empty(), if w.cases.cases.is_empty() { "nothing_received" } else { "none_in_period" });
    Determinations { cases: if w.leaves_out(7) { vec![] } else { cases }, head }
}

pub(super) fn came(c: &Case) -> Came {
    if let Some(decided) = c.determination().and_then(Made::decided) {
        return Came::Determined(decided.outcome);
    }
    if let Some(closed) = &c.closed {
        return match closed.ground {
            Ground::Dismissed => Came::Dismissed,
            Ground::Withdrawn => Came::Withdrawn,
            Ground::SettledLocally => Came::Settled,
            Ground::Resolved | Ground::Determined | Ground::NotDetermined => Came::NotDetermined,
        };
    }
    // As of the cut-off it is not determined, even if who is missing may still come back in time.
    if matches!(c.state, CaseState::NotDetermined { .. }) {
        return Came::NotDetermined;
    }
    // One that was taken up again after it was not determined is open once more.
    match c.determinations.last() {
        Some(m) if m.why().is_some() && m.taken_up_again.is_none() => Came::NotDetermined,
        Some(_) | None => Came::Pending,
    }
}

/// The cases that were received in the period, by what they have come to.
pub(super) fn steps(w: &World<'_>) -> Vec<Step> {
    let of = |when: When, so: &dyn Fn(Came) -> bool| {
        let n = w.cases.cases.values().filter(|c| w.within(when, c.received.time) && so(came(c))).count();
        Tally { certain: n as u64, uncertain: 0 }
    };
    let kept = kept(w);
    let step = |step: &str, so: &dyn Fn(Came) -> bool| Step {
        step: step.to_owned(),
        unit: "cases".to_owned(),
        tally: of(When::Now, so),
        previous: kept.then(|| of(When::Before, so)),
    };
    vec![
        step("cases", &|_| true),
        step("determined_serious", &|c| c == Came::Determined(Outcome::Serious)),
        step("determined_minor", &|c| c == Came::Determined(Outcome::Minor)),
        step("determined_no_violation", &|c| c == Came::Determined(Outcome::NoViolation)),
        step("determined_not_an_incident", &|c| c == Came::Determined(Outcome::NotAnIncident)),
        step("not_determined", &|c| c == Came::NotDetermined),
        step("pending", &|c| c == Came::Pending),
        step("dismissed", &|c| c == Came::Dismissed),
        step("withdrawn", &|c| c == Came::Withdrawn),
        step("settled", &|c| c == Came::Settled),
    ]
}

pub(super) fn undetermined_share(w: &World<'_>) -> Share {
    let of_period: Vec<Came> = w.cases.cases.values().filter(|c| w.in_period(c.received.time)).map(came).collect();
    let open = of_period.iter().filter(|c| !matches!(c, Came::Determined(_))).count();
    Share { part: open as u64, of: of_period.len() as u64 }
}

/// Whether cases were kept in the period before: somebody had a seat or a case by its last day. Else there is nothing to compare
/// with, and that is no zero.
fn kept(w: &World<'_>) -> bool {
    let Some(before) = w.windowed(When::Before) else { return false };
    let by_then = |time: i64| w.day_of(time).is_some_and(|d| d <= before.to);
    w.cases.seats.claims.iter().any(|s| by_then(s.taken.time))
        || w.cases.cases.values().any(|c| by_then(c.received.time))
}

/// Violations that were determined in the period, by the side that they are attributed to; and those of the period before.
pub(super) fn violations(w: &World<'_>) -> (Tally, Option<Tally>, Vec<SideTally>) {
    let of = |when: When| -> Vec<BTreeSet<Side>> {
        let made = w.cases.cases.values().filter_map(|c| {
            let m = c.determination().filter(|m| w.within(when, m.at))?;
            let d = m.decided().filter(|d| matches!(d.outcome, Outcome::Minor | Outcome::Serious))?;
            Some(w.sides.of(&w.sides.actors(&d.attributed_to)))
        });
        made.collect()
    };
    let made = of(When::Now);
    let exactly = |n: usize| Tally { certain: n as u64, uncertain: 0 };
    let row = |side: Side| SideTally { tally: exactly(made.iter().filter(|m| m.contains(&side)).count()), side };
    let previous = kept(w).then(|| exactly(of(When::Before).len()));
    (exactly(made.len()), previous, w.sides.rows().into_iter().map(row).collect())
}

/// A case as a page.
pub(super) fn row(w: &World<'_>, c: &Case) -> DecidedRow {
    // What stands; else what it came to last; else the draft that lies there.
    let made = c.determination().or_else(|| c.determinations.last().filter(|m| m.taken_up_again.is_none()));
    let decided = made.and_then(Made::decided);
    let draft = match made {
        Some(m) => c.drafts.iter().find(|d| Digest(d.mark.at.id) == m.draft),
        None => c.current_draft(),
    };
    let how = match (made.map(|m| &m.determination), came(c)) {
        (None, Came::NotDetermined) if let CaseState::NotDetermined { why, .. } = &c.state => why.id(),
        (Some(Determination::NotDetermined { why, .. }), Came::NotDetermined) => why.id(),
        (
            Some(
                d @ (Determination::Unanimous(_) | Determination::Qualified(_) | Determination::MajorityWithDissent(_)),
            ),
            _,
        ) => d.id(),
        (_, Came::Dismissed) => "dismissed",
        (_, Came::Withdrawn) => "withdrawn",
        (_, Came::Settled) => "settled",
        (_, Came::NotDetermined) => "closed",
        (_, Came::Pending | Came::Determined(_)) => "pending",
    };
    let clause = |k: &ClauseUnder| ClauseRow {
        text: k.text.clone(),
        clause: k.clause.clone(),
        broken: k.broken.id().to_owned(),
    };
    let relied: Vec<String> =
        draft.map_or_else(Vec::new, |d| d.body.findings.iter().map(ToString::to_string).collect());
    let findings = c.standing_findings().filter(|f| relied.is_empty() || relied.contains(&f.body.finding.to_string()));
    let contrary = decided.map_or_else(|| draft.map_or(0, |d| d.body.contrary.len()), |d| d.contrary.len());
    let answered: BTreeSet<&str> = c.responses.iter().map(|r| r.body.by.as_str()).collect();
    let accused: Vec<Actor> = w.sides.actors(&c.accused);
    DecidedRow {
        case: c.id.to_string(),
        number: c.number.clone(),
        state: c.state.id().to_owned(),
        allegation: c.allegation.clone(),
        complainant: w.sides.name(&c.complainant),
        accused,
        incidents: c.incidents.iter().map(|i| w.incident_of(i.as_str())).collect(),
        clauses: match (decided, draft) {
            (Some(d), _) => d.clauses.iter().map(clause).collect(),
            (None, Some(d)) => d.body.clauses.iter().map(clause).collect(),
            (None, None) => vec![],
        },
        findings: findings
            .map(|f| FindingRow {
                id: f.body.finding.to_string(),
                about: f.body.about.id().to_owned(),
                text: f.body.text.clone(),
                reached: f.body.reached.id().to_owned(),
                claims: f.body.claims.len() as u64,
            })
            .collect(),
        contrary: contrary as u64,
        outcome: decided.map(|d| d.outcome.id().to_owned()),
        attribution: decided.and_then(|d| d.attribution).map(|a| a.id().to_owned()),
        attributed_to: decided.map_or_else(Vec::new, |d| w.sides.actors(&d.attributed_to)),
        how: how.to_owned(),
        opinions: opinions(w, c, made),
        responses: c
            .responses
            .iter()
            .map(|r| StatementOf { by: w.sides.name(&r.body.by), text: r.body.text.clone(), case: None })
            .collect(),
        no_response: c
            .replies()
            .iter()
            .any(|r| r.until < w.inputs.cut_off && r.answered.is_none() && !answered.contains(r.actor.as_str())),
        remedies: c.remedies.iter().map(|r| r.body.remedy.to_string()).collect(),
    }
}

/// Every opinion on the draft that it was decided by, and the groups that gave none.
fn opinions(w: &World<'_>, c: &Case, made: Option<&Made>) -> Vec<OpinionRow> {
    let draft = match made {
        Some(m) => c.drafts.iter().find(|d| Digest(d.mark.at.id) == m.draft),
        None => c.current_draft(),
    };
    let given = draft.into_iter().flat_map(|d| d.opinions.iter().filter(|o| !o.replaced));
    let mut out: Vec<OpinionRow> = given
        .map(|o| OpinionRow {
            constituency: w.sides.name(&o.body.constituency),
            position: o.body.position.id().to_owned(),
            text: o.body.text.clone(),
        })
        .collect();
    let groups = match made.map(|m| &m.determination) {
        Some(Determination::NotDetermined { groups, .. }) => &groups[..],
        Some(Determination::Unanimous(d) | Determination::Qualified(d) | Determination::MajorityWithDissent(d)) => {
            &d.groups[..]
        }
        None => &[],
    };
    for g in groups {
        let word = match g.stance {
            Stance::ConsentsBySilence | Stance::TooFew | Stance::Silent | Stance::Unseated | Stance::Contested => {
                g.stance.id()
            }
            Stance::Agrees | Stance::Dissents | Stance::Divided | Stance::NoOpinion | Stance::Recused => continue,
        };
        let constituency = w.sides.name(g.group.as_str());
        out.push(OpinionRow { constituency, position: word.to_owned(), text: String::new() });
    }
    out
}

/// Responses, and dissents and reservations, verbatim.
pub(super) fn verbatim(w: &World<'_>) -> (Vec<StatementOf>, Vec<StatementOf>) {
    let (mut responses, mut dissent) = (Vec::new(), Vec::new());
    for c in w.cases.cases.values() {
        let case = Some(c.number.clone().unwrap_or_else(|| c.id.to_string()));
        for r in c.responses.iter().filter(|r| w.in_period(r.mark.time)) {
            responses.push(StatementOf { by: w.sides.name(&r.body.by), text: r.body.text.clone(), case: case.clone() });
        }
        for m in c.determinations.iter().filter(|m| w.in_period(m.at)) {
            let words: Vec<&Verbatim> = match &m.determination {
                Determination::Unanimous(d) | Determination::Qualified(d) | Determination::MajorityWithDissent(d) => {
                    d.qualifications.iter().chain(&d.dissents).collect()
                }
                Determination::NotDetermined { positions, .. } => positions.iter().collect(),
            };
            dissent.extend(words.into_iter().map(|v| StatementOf {
                by: w.sides.name(v.constituency.as_str()),
                text: v.text.clone(),
                case: case.clone(),
            }));
        }
    }
    (responses, dissent)
}
