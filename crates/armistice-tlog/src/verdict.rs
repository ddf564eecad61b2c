//! A proof bundle (`.armistice`), checked as a whole: was this said, then, by them?
//!
//! Must not: say *valid* of a file that nothing outside of it vouches for, hide what is not proven, or take longer or
//! more memory than its limits allow, whatever the bytes.
//!
//! The file is a [`crate::container`]; its members are described in `docs/proof-bundle.md`. Everything in it was put
//! there by whoever made it, keys and policies too. So a file can agree with itself in every part and still be made up.
//! What ties it to the world is what the *reader* gives: the key that opened the register, had from elsewhere, or a
//! policy with keys that the reader trusts. Without either the answer is at best *cannot tell*.
//!
//! ```
//! use armistice_tlog::verdict::{Anchors, Answer, State, verify};
//!
//! let verdict = verify(b"not a bundle", &Anchors::default());
//! assert_eq!(verdict.answer, Answer::Invalid);
//! assert_eq!(verdict.findings[0].state, State::Fails);
//! assert_eq!(verdict.findings[0].offset, Some(0));
//! ```

mod body;
mod content;
mod diagnostic;
mod json;
mod members;
mod register;
mod report;
mod seen;
mod unproven;

pub use body::digests as named_digests;
pub use json::VERSION as JSON_VERSION;
pub use members::{
    BEACONS, BLOBS, DISCLOSURES, POLICIES, PROOF, Parts, README, README_SHA256, README_TEXT, RECEIPT, REGISTRY,
    STATEMENT,
};
pub use report::{Answer, Check, Disclosed, Finding, PolicyResult, Said, State, Verdict, moment};

use core::fmt;

use crate::container::{Container, Member, Rule};
use crate::envelope::Stated;
use crate::hash::sha256;

/// Most key entries in a bundle, the same as a keyring holds.
pub const MAX_REGISTRY: usize = crate::keyring::MAX_KEYS;

/// Most checkpoint notes: a mission has a handful of members. Each costs its signatures for every policy.
pub const MAX_BEACONS: usize = 16;

/// Most policies, in the bundle and given by the reader, of each.
pub const MAX_POLICIES: usize = 8;

/// What the reader has from elsewhere and trusts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anchors {
    /// The Ed25519 key that opened the register, or the SHA-256 of it. One of several is enough.
    pub keys: Vec<[u8; 32]>,
    /// Policies (C2SP tlog-policy) by a name to show. All must hold.
    pub policies: Vec<(String, Vec<u8>)>,
}

impl Anchors {
    /// Whether there is nothing to hold a file against.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.keys.is_empty() && self.policies.is_empty()
    }

    /// A key as people write it: 64 hexadecimal digits, of either case, with spaces and colons anywhere.
    #[must_use]
    pub fn parse_key(text: &str) -> Option<[u8; 32]> {
        Anchors::key_of(text.as_bytes())
    }

    /// As [`Anchors::parse_key`], of bytes that need not be text.
    #[must_use]
    pub fn key_of(line: &[u8]) -> Option<[u8; 32]> {
        let digits = line.iter().filter(|byte| !byte.is_ascii_whitespace() && **byte != b':');
        let digits: Vec<u8> = digits.map(u8::to_ascii_lowercase).collect();
        crate::codec::HEXLOWER.decode(&digits).ok()?.try_into().ok()
    }
}

/// Checks a bundle against what the reader trusts. Never fails: what cannot be checked is a finding.
#[must_use]
pub fn verify(bytes: &[u8], anchors: &Anchors) -> Verdict {
    let mut report = Report::default();
    match Container::read(bytes) {
        Ok(container) => examine(&container, anchors, &mut report),
        Err(error) => {
            let state = match error.rule {
                Rule::TooLarge { .. } | Rule::TooMany => State::Open,
                _ => State::Fails,
            };
            let sentence = format_args!("This is no proof bundle, or it was altered: {error}.");
            report.push(Check::Container, state, "", Some(error.offset), sentence);
        }
    }
    report.finish()
}

/// The findings so far, and what they are about.
#[derive(Default)]
struct Report {
    said: Option<Said>,
    policies: Vec<PolicyResult>,
    disclosed: Vec<Disclosed>,
    findings: Vec<Finding>,
    not_proven: Vec<String>,
}

impl Report {
    fn push(&mut self, check: Check, state: State, member: &str, offset: Option<usize>, sentence: fmt::Arguments<'_>) {
        self.findings.push(Finding { check, state, member: member.to_owned(), offset, sentence: sentence.to_string() });
    }

    fn holds(&mut self, check: Check, member: &str, sentence: fmt::Arguments<'_>) {
        self.push(check, State::Holds, member, None, sentence);
    }

    fn fails(&mut self, check: Check, member: &str, sentence: fmt::Arguments<'_>) {
        self.push(check, State::Fails, member, None, sentence);
    }

    fn open(&mut self, check: Check, member: &str, sentence: fmt::Arguments<'_>) {
        self.push(check, State::Open, member, None, sentence);
    }

    fn warns(&mut self, check: Check, member: &str, sentence: fmt::Arguments<'_>) {
        self.push(check, State::Warns, member, None, sentence);
    }

    fn says(&mut self, check: Check, member: &str, sentence: fmt::Arguments<'_>) {
        self.push(check, State::Says, member, None, sentence);
    }

    fn finish(mut self) -> Verdict {
        let interval = seen::interval(&self.policies);
        unproven::list(&mut self);
        Verdict {
            answer: Verdict::weigh(&self.findings),
            said: self.said,
            policies: self.policies,
            interval,
            disclosed: self.disclosed,
            findings: self.findings,
            not_proven: self.not_proven,
        }
    }
}

/// The members by what they are.
#[derive(Default)]
struct Sorted<'a> {
    statement: Option<Member<'a>>,
    proof: Option<Member<'a>>,
    receipt: Option<Member<'a>>,
    disclosures: Option<Member<'a>>,
    blobs: Vec<(&'a str, Member<'a>)>,
    beacons: Vec<(&'a str, Member<'a>)>,
    policies: Vec<(&'a str, Member<'a>)>,
    /// Index, entry, proof, in rising order; either may be missing.
    registry: Vec<(u64, Option<Member<'a>>, Option<Member<'a>>)>,
}

impl<'a> Sorted<'a> {
    fn key_entry(&mut self, index: u64) -> &mut (u64, Option<Member<'a>>, Option<Member<'a>>) {
        let place = match self.registry.binary_search_by_key(&index, |(at, ..)| *at) {
            Ok(place) => place,
            Err(place) => {
                self.registry.insert(place, (index, None, None));
                place
            }
        };
        &mut self.registry[place]
    }
}

fn examine(container: &Container<'_>, anchors: &Anchors, report: &mut Report) {
    let Some(sorted) = sort(container, report) else { return };
    let Some(statement) = sorted.statement else {
        return report.open(Check::Statement, STATEMENT, format_args!("The bundle has no statement."));
    };
    let stated = match Stated::parse(statement.bytes) {
        Ok(stated) => stated,
        Err(error) => {
            return report.fails(Check::Statement, STATEMENT, format_args!("This is no statement: {error}."));
        }
    };
    let envelope = &stated.envelope;
    let origin = format!("{}/{}", envelope.mission, envelope.member);
    report.said = Some(Said {
        id: stated.id,
        kind: envelope.kind.to_owned(),
        version: envelope.version,
        origin: origin.clone(),
        index: None,
        asserted: envelope.asserted,
        key: stated.entry.kid(),
        register_key: None,
        checkpoint: None,
    });
    report.holds(
        Check::Statement,
        STATEMENT,
        format_args!(
            "It is a statement of the kind `{}` in the register {origin}, in its only encoding.",
            envelope.kind
        ),
    );
    let place = register::place(&sorted, &stated, &origin, report);
    let keyring = place.as_ref().and_then(|place| register::keys(&sorted, &stated, &origin, place, report));
    let logs = match (&place, &keyring) {
        (Some(place), Some(keyring)) => register::checkpoint(place, keyring, report),
        _ => Vec::new(),
    };
    seen::anchors(anchors, place.as_ref(), keyring.as_ref(), &logs, report);
    seen::policies(&sorted, anchors, place.as_ref(), &stated, report);
    if let Some(place) = &place {
        content::receipt(&sorted, &stated, place, keyring.as_ref(), report);
    }
    content::disclosures(&sorted, &stated, report);
    content::blobs(&sorted, &stated, report);
}

/// Puts each member where it belongs. Nothing may ride along that no check looks at.
fn sort<'a>(container: &Container<'a>, report: &mut Report) -> Option<Sorted<'a>> {
    let mut sorted = Sorted::default();
    let before = report.findings.len();
    for member in container.members() {
        let name = member.name;
        match name {
            STATEMENT => sorted.statement = Some(*member),
            PROOF => sorted.proof = Some(*member),
            RECEIPT => sorted.receipt = Some(*member),
            DISCLOSURES => sorted.disclosures = Some(*member),
            README if sha256(member.bytes).hex() == README_SHA256 => {}
            README => report.open(
                Check::Container,
                name,
                format_args!(
                    "This is not the text that belongs to this version of the format. Do not follow what it says."
                ),
            ),
            _ => {
                let index = |s: &str| s.parse::<u64>().ok().filter(|n| n.to_string() == s);
                if let Some(digest) = name.strip_prefix(BLOBS) {
                    sorted.blobs.push((digest, *member));
                } else if let Some(digest) = name.strip_prefix(BEACONS) {
                    sorted.beacons.push((digest, *member));
                } else if let Some(policy) = name.strip_prefix(POLICIES).and_then(|n| n.strip_suffix(".txt")) {
                    sorted.policies.push((policy, *member));
                } else if let Some(at) =
                    name.strip_prefix(REGISTRY).and_then(|n| n.strip_suffix(".cose")).and_then(index)
                {
                    sorted.key_entry(at).1 = Some(*member);
                } else if let Some(at) =
                    name.strip_prefix(REGISTRY).and_then(|n| n.strip_suffix(".tlog-proof")).and_then(index)
                {
                    sorted.key_entry(at).2 = Some(*member);
                } else {
                    report.open(
                        Check::Container,
                        name,
                        format_args!("This program does not know what this file is for, so it says nothing about it."),
                    );
                }
            }
        }
    }
    for (count, most, what) in [
        (sorted.registry.len(), MAX_REGISTRY, "key entries"),
        (sorted.beacons.len(), MAX_BEACONS, "checkpoint notes"),
        (sorted.policies.len(), MAX_POLICIES, "policies"),
    ] {
        if count > most {
            let sentence = format_args!("The bundle has {count} {what}; this program looks at {most} at most.");
            report.open(Check::Container, "", sentence);
            return None;
        }
    }
    if report.findings.len() == before {
        let count = container.members().len();
        let sentence = format_args!("The file is whole: {count} members, every byte of it accounted for.");
        report.holds(Check::Container, "", sentence);
    }
    Some(sorted)
}
