//! What a person's judgement of two things says: which claims it is about, and which statements follow.
//!
//! Must not: join or part anything itself. The record is computed from what was said.

use crate::{
    failure::{Exit, Failure},
    output::brief_v1::Brief,
};
use armistice_core::{
    record::Record,
    statement::{Body, Verdict},
};
use std::collections::BTreeSet;

/// The longest reason, in bytes: some sentences, not a report.
pub const REASON_MAX: usize = 4000;

/// The most pairs of claims that one judgement is about. Two incidents with sixteen claims each can be parted.
pub const PAIRS_MAX: usize = 256;

/// How many candidates are named when an id is not unique.
const CANDIDATES_MAX: usize = 8;

/// A pair of claims that a judgement is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// One claim.
    pub a: String,
    /// The other.
    pub b: String,
    /// This member says so already, for the same reason: it is not said again.
    pub stands: bool,
    /// Members whose judgement in force on the pair is another one.
    pub disputed_by: BTreeSet<String>,
}

/// The pairs of claims that a judgement of two things is about. A thing is a claim or an incident, by its id or the beginning of
/// it. For two incidents *same* needs each claim of one with one of the other; *different* and *unsure* need each with each.
pub fn pairs(
    brief: &Brief,
    record: &Record,
    member: &str,
    (a, b): (&str, &str),
    verdict: Verdict,
    reason: &str,
) -> Result<Vec<Pair>, Failure> {
    if reason.trim().is_empty() || reason.len() > REASON_MAX {
        let sentence = format!("a judgement needs a reason of at most {REASON_MAX} bytes");
        return Err(Failure::new(Exit::Usage, sentence, "Say in a sentence what you looked at: --reason TEXT."));
    }
    let (a, b) = (claims(brief, a)?, claims(brief, b)?);
    if a.iter().any(|c| b.contains(c)) {
        return Err(Failure::new(
            Exit::Usage,
            "the two share a claim, so they are one thing",
            "To part an incident, name two of its claims; armistice show DIR INCIDENT lists them.",
        ));
    }
    let wanted: Vec<(&String, &String)> = match (verdict, a.as_slice(), b.as_slice()) {
        (Verdict::Same, [first_a, ..], [first_b, ..]) => {
            let rest = a.iter().skip(1).map(|x| (x, first_b));
            b.iter().map(|y| (first_a, y)).chain(rest).collect()
        }
        (Verdict::Same | Verdict::Different | Verdict::Unsure, _, _) => {
            a.iter().flat_map(|x| b.iter().map(move |y| (x, y))).collect()
        }
    };
    if wanted.len() > PAIRS_MAX {
        let sentence = format!("that is a judgement of {} pairs of claims, and {PAIRS_MAX} is the most", wanted.len());
        return Err(Failure::new(Exit::Usage, sentence, "Name single claims instead of the incidents."));
    }
    let in_force = record.judgements();
    let pair = |(a, b): (&String, &String)| {
        let on: Vec<_> = in_force.iter().filter(|(_, j)| (&j.a, &j.b) == (a, b) || (&j.a, &j.b) == (b, a)).collect();
        let others = on.iter().filter(|(at, j)| at.member != member && j.verdict != verdict);
        Pair {
            a: a.clone(),
            b: b.clone(),
            stands: on.iter().any(|(at, j)| at.member == member && j.verdict == verdict && j.why == reason),
            disputed_by: others.map(|(at, _)| at.member.clone()).collect(),
        }
    };
    Ok(wanted.into_iter().map(pair).collect())
}

/// The statements that say so.
#[must_use]
pub fn bodies(pairs: &[Pair], verdict: Verdict, reason: &str) -> Vec<Body> {
    let new = pairs.iter().filter(|p| !p.stands);
    new.map(|p| Body::Judged { a: p.a.clone(), b: p.b.clone(), verdict, why: reason.to_owned() }).collect()
}

/// The claims of the thing that a person means.
fn claims(brief: &Brief, given: &str) -> Result<Vec<String>, Failure> {
    let claim = brief.claims.iter().map(|c| (&c.id, vec![c.id.clone()]));
    let incident = brief.incidents.iter().map(|i| (&i.id, i.claims.clone()));
    let mut found: Vec<(&String, Vec<String>)> =
        claim.chain(incident).filter(|(id, _)| !given.is_empty() && id.starts_with(given)).collect();
    if found.iter().any(|(id, _)| *id == given) {
        found.retain(|(id, _)| *id == given);
    }
    match found.as_slice() {
        [(_, claims)] => Ok(claims.clone()),
        [] => Err(Failure::new(
            Exit::NotFound,
            format!("no claim or incident here has the id `{given}`"),
            "armistice brief DIR --json lists every id; exchange registers if it is another member's.",
        )),
        many => {
            let ids: Vec<&str> = many.iter().take(CANDIDATES_MAX).map(|(id, _)| id.as_str()).collect();
            Err(Failure::new(
                Exit::NotFound,
                format!("`{given}` is the beginning of {} ids", many.len()),
                format!("One of: {}", ids.join(", ")),
            ))
        }
    }
}
