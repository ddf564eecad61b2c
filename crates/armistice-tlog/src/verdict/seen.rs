//! Who has seen the register: the reader's anchors, policies, and the times that they give.
//!
//! Must not: call a policy trusted that the reader did not give.

use super::members::{BEACONS, PROOF, REGISTRY};
use super::register::Place;
use super::report::{Check, PolicyResult, State, moment};
use super::{Anchors, MAX_POLICIES, Report, Sorted};
use crate::checkpoint::Checkpoint;
use crate::container::Member;
use crate::envelope::{SeenRow, Stated};
use crate::hash::sha256;
use crate::keyring::Keyring;
use crate::note::{Note, VerifierKey};
use crate::policy::{Answer, Evaluation, LogAnswer, Policy};

/// Holds the register's first key against those that the reader gave. Policies are for [`policies`].
pub(super) fn anchors(
    anchors: &Anchors,
    place: Option<&Place>,
    keyring: Option<&Keyring>,
    logs: &[VerifierKey],
    report: &mut Report,
) {
    if anchors.is_empty() {
        let sentence = match report.said.as_ref().and_then(|said| said.register_key.as_ref()) {
            Some(key) => format!(
                "Nothing outside of this file vouches for it: the keys and the policies in it were chosen by whoever \
                 made it. Compare the register's key with one that you have from elsewhere, and give that: {key}"
            ),
            None => "Nothing outside of this file vouches for it. Give the register's key, had from elsewhere.".into(),
        };
        return report.open(Check::Anchor, "", format_args!("{sentence}"));
    }
    if anchors.keys.is_empty() {
        return;
    }
    let first = keyring.and_then(|keyring| keyring.keys().first());
    let Some(first) = first else {
        let sentence = "Which key opened the register is not known, so yours cannot be compared with it.";
        return report.open(Check::Anchor, REGISTRY, format_args!("{sentence}"));
    };
    let matches = |given: &&[u8; 32]| given.as_slice() == first.bytes() || *given == first.id().as_bytes();
    if anchors.keys.iter().any(|given| matches(&given)) {
        let rest =
            if place.is_some() && !logs.is_empty() { ", and its checkpoint is signed by the register" } else { "" };
        let sentence = format_args!("The register was opened with the key that you gave{rest}.");
        report.holds(Check::Anchor, &format!("{REGISTRY}0.cose"), sentence);
    } else {
        let found = crate::codec::HEXLOWER.encode(first.bytes());
        let sentence = format_args!("The register was opened with another key than the one that you gave: {found}.");
        report.fails(Check::Anchor, &format!("{REGISTRY}0.cose"), sentence);
    }
}

/// Every policy, the reader's first, and the interval that each gives.
pub(super) fn policies(
    sorted: &Sorted<'_>,
    anchors: &Anchors,
    place: Option<&Place>,
    stated: &Stated<'_>,
    report: &mut Report,
) {
    let notes = beacons(sorted, stated, report);
    let given = anchors.policies.iter().map(|(name, text)| (name.as_str(), true, "", text.as_slice()));
    let packed = sorted.policies.iter().map(|(name, member)| (*name, false, member.name, member.bytes));
    if anchors.policies.len() > MAX_POLICIES {
        let sentence = format_args!("You gave more than {MAX_POLICIES} policies; the rest was not looked at.");
        report.open(Check::Policy, "", sentence);
    }
    for (name, from_reader, member, text) in given.take(MAX_POLICIES).chain(packed) {
        let whose = if from_reader { "your policy" } else { "the policy" };
        let policy = match Policy::parse(text) {
            Ok(policy) => policy,
            Err(error) if from_reader => {
                report.open(Check::Policy, "", format_args!("Your policy `{name}` cannot be read: {error}."));
                continue;
            }
            Err(error) => {
                report.fails(Check::Policy, member, format_args!("This is no policy: {error}."));
                continue;
            }
        };
        let Some(place) = place else {
            if from_reader {
                report.open(
                    Check::Policy,
                    PROOF,
                    format_args!("There is no checkpoint to hold your policy `{name}` against."),
                );
            }
            continue;
        };
        let evaluation = policy.evaluate(&place.note);
        let bound = policy.collusion_bound();
        let holds = evaluation.satisfied();
        let by_quorum = policy.for_logs([]);
        let not_before = notes.iter().filter_map(|note| by_quorum.not_before(note)).max();
        let missing = missing(&evaluation);
        let (state, sentence) = match evaluation.answer() {
            Answer::Satisfied if from_reader => {
                (State::Holds, format!("Your policy `{name}` holds: {}. {bound}", cosigners(&evaluation)))
            }
            Answer::Satisfied => (
                State::Holds,
                format!(
                    "The policy `{name}`, chosen by whoever made this file, holds: {}. {bound}",
                    cosigners(&evaluation)
                ),
            ),
            _ if !evaluation.wrong.is_empty() => {
                let wrong: Vec<String> = evaluation.wrong.iter().map(ToString::to_string).collect();
                (
                    State::Fails,
                    format!("Under {whose} `{name}` a signature of the checkpoint is wrong: {}.", wrong.join("; ")),
                )
            }
            Answer::NotSatisfied if from_reader => {
                (State::Open, format!("Your policy `{name}` does not hold: {missing}."))
            }
            Answer::NotSatisfied => (State::Says, format!("The policy `{name}` does not hold: {missing}.")),
            Answer::CannotTell => {
                let state = if from_reader { State::Open } else { State::Says };
                (state, format!("Whether {whose} `{name}` holds cannot be told: {missing}."))
            }
        };
        report.push(Check::Policy, state, if from_reader { PROOF } else { member }, None, format_args!("{sentence}"));
        if let Some(apart) = evaluation.clocks_apart(CLOCKS) {
            report.warns(Check::Time, PROOF, format_args!("Under {whose} `{name}`: {apart}"));
        }
        if holds && from_reader && policy.logs().is_empty() {
            let sentence = format_args!(
                "Your policy `{name}` names no log: that this is the register of its name rests on the witnesses alone."
            );
            report.warns(Check::Policy, PROOF, sentence);
        }
        report.policies.push(PolicyResult {
            name: name.to_owned(),
            from_reader,
            holds,
            least_liars: Some(bound.liars as u64),
            not_after: evaluation.not_after(),
            not_before,
        });
    }
    if !anchors.is_empty() && !report.policies.iter().any(|p| p.from_reader) && report.policies.iter().any(|p| p.holds)
    {
        let sentence = "The witnesses and the times here count as far as you trust whoever made this file: you gave no \
                        policy of your own.";
        report.warns(Check::Policy, "", format_args!("{sentence}"));
    }
    times(stated, report);
}

/// Cosignatures of one checkpoint that are further apart than this many seconds are pointed out: they may be collected
/// late, so a week is no sign of a wrong clock.
const CLOCKS: u64 = 7 * 86_400;

fn cosigners(evaluation: &Evaluation) -> String {
    if evaluation.cosigners.is_empty() {
        return "it asks for no witness".into();
    }
    let names: Vec<String> = evaluation
        .cosigners
        .iter()
        .map(|one| match one.verified.earliest() {
            Some(time) => format!("{} at {}", one.name, moment(i64::try_from(time).unwrap_or(i64::MAX))),
            None => one.name.to_string(),
        })
        .collect();
    format!("cosigned by {}", names.join(", "))
}

fn missing(evaluation: &Evaluation) -> String {
    let mut parts = Vec::new();
    match &evaluation.log {
        LogAnswer::NotAsked | LogAnswer::Signed(_) => {}
        LogAnswer::Unsigned => parts.push("the checkpoint is signed by none of its logs".to_owned()),
        LogAnswer::OtherOrigin { key } => parts.push(format!("the log key {key} is another register's")),
        LogAnswer::Unchecked => parts.push("the log's signature is of an algorithm that this build lacks".to_owned()),
    }
    if !evaluation.absent.is_empty() {
        let names: Vec<String> = evaluation.absent.iter().map(ToString::to_string).collect();
        parts.push(format!("no cosignature of {}", names.join(", ")));
    }
    for one in &evaluation.unchecked {
        parts.push(format!("this build cannot check {} ({})", one.key, one.algorithm));
    }
    if parts.is_empty() { "too few cosignatures".into() } else { parts.join("; ") }
}

/// The checkpoint notes that the statement names: it cannot be older than they are. Gives those that are what they are
/// said to be.
fn beacons(sorted: &Sorted<'_>, stated: &Stated<'_>, report: &mut Report) -> Vec<Note> {
    let rows: Vec<(String, &SeenRow<'_>)> =
        stated.envelope.seen.iter().filter_map(|row| Some((row.note?.hex(), row))).collect();
    let mut notes = Vec::new();
    for (digest, member) in &sorted.beacons {
        if sha256(member.bytes).hex() != *digest {
            let sentence = "This note is not the one that it is named after: its bytes have another SHA-256.";
            report.fails(Check::Time, member.name, format_args!("{sentence}"));
            continue;
        }
        let named: Vec<&SeenRow<'_>> = rows.iter().filter(|(hex, _)| hex == digest).map(|(_, row)| *row).collect();
        if named.is_empty() {
            report.open(Check::Time, member.name, format_args!("The statement does not name this note."));
            continue;
        }
        match beacon(member, &named) {
            Ok((note, sentence)) => {
                report.holds(Check::Time, member.name, format_args!("{sentence}"));
                notes.push(note);
            }
            Err(sentence) => report.warns(Check::Time, member.name, format_args!("{sentence}")),
        }
    }
    let absent = rows.iter().filter(|(hex, _)| !sorted.beacons.iter().any(|(digest, _)| digest == hex)).count();
    if absent > 0 {
        let sentence = format_args!("{absent} checkpoint notes that the statement names are not in the bundle.");
        report.says(Check::Time, BEACONS, sentence);
    }
    notes
}

fn beacon(member: &Member<'_>, rows: &[&SeenRow<'_>]) -> Result<(Note, String), String> {
    let note = Note::parse(member.bytes).map_err(|error| format!("What the statement names is no note: {error}."))?;
    let checkpoint = Checkpoint::parse(note.text())
        .map_err(|error| format!("The note that the statement names is no checkpoint: {error}."))?;
    let same = rows
        .iter()
        .all(|row| (row.origin, row.size, row.root) == (&*checkpoint.origin, checkpoint.size, checkpoint.root));
    if !same {
        return Err("The statement says that it saw another checkpoint than the note that it names.".into());
    }
    let Checkpoint { origin, size, .. } = &checkpoint;
    let sentence = format!("The statement names this note, so it is younger: {origin} with {size} entries.");
    Ok((note, sentence))
}

/// Compares the author's own time with the interval.
fn times(stated: &Stated<'_>, report: &mut Report) {
    let asserted = stated.envelope.asserted;
    report.says(Check::Time, "", format_args!("Its author says that it was written at {}.", moment(asserted)));
    let Some((policy, not_before, not_after)) = interval(&report.policies) else { return };
    let seconds = |time: u64| i64::try_from(time).unwrap_or(i64::MAX);
    let shown = |time: Option<u64>| time.map_or("an unknown time".to_owned(), |time| moment(seconds(time)));
    let sentence =
        format_args!("Written between {} and {}, by the clocks of `{policy}`.", shown(not_before), shown(not_after));
    report.says(Check::Time, "", sentence);
    if let (Some(from), Some(to)) = (not_before, not_after)
        && from > to
    {
        let sentence = "The clocks contradict each other: it was in the register before it can have been written.";
        report.warns(Check::Time, "", format_args!("{sentence}"));
    }
    if not_after.is_some_and(|to| asserted > seconds(to)) {
        let sentence = "The author's time is later than the time by which witnesses had seen it in the register.";
        report.warns(Check::Time, "", format_args!("{sentence}"));
    }
    if not_before.is_some_and(|from| asserted < seconds(from)) {
        let sentence = "The author's time is earlier than the statement can be: it names a checkpoint of a later time. \
                        It was dated back, or a clock was wrong.";
        report.warns(Check::Time, "", format_args!("{sentence}"));
    }
}

/// The interval to show: by the reader's policy if one gives a time, then by the one that takes most liars, then by the
/// one with the earlier end.
pub(super) fn interval(policies: &[PolicyResult]) -> Option<(String, Option<u64>, Option<u64>)> {
    let timed = policies.iter().filter(|p| p.holds && (p.not_after.is_some() || p.not_before.is_some()));
    let best = timed.min_by_key(|p| {
        let liars = core::cmp::Reverse(p.least_liars);
        (!p.from_reader, p.not_after.is_none(), liars, p.not_after, p.name.clone())
    })?;
    Some((best.name.clone(), best.not_before, best.not_after))
}

/// Whether any policy at all is known that speaks of other people's eyes.
pub(super) fn witnessed(policies: &[PolicyResult]) -> bool {
    policies.iter().any(|p| p.holds && p.least_liars.is_some_and(|liars| liars > 0))
}
