//! What a verdict says: an answer, what each check found and where, and what is not proven.
//!
//! Must not: decide. It holds what the checks found, and the one rule by which findings make an answer.

use crate::hash::Hash;

/// The answer to "was this said, then, by them?".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Everything that was checked holds, and it rests on something that the reader gave.
    Valid,
    /// Something in the file is not what it claims to be; a finding says what and where.
    Invalid,
    /// Nothing is contradicted, and something that the answer needs is missing, in doubt, or unknown to this program.
    CannotTell,
}

impl Answer {
    /// The word for it in machine-readable output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Answer::Valid => "valid",
            Answer::Invalid => "invalid",
            Answer::CannotTell => "cannot_tell",
        }
    }
}

/// How one check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It was checked and holds.
    Holds,
    /// It was checked and does not hold. The answer is *invalid*.
    Fails,
    /// It could not be decided. The answer is *cannot tell* unless something fails.
    Open,
    /// Worth a reader's attention; the answer does not depend on it.
    Warns,
    /// For the reader to know.
    Says,
}

impl State {
    /// The word for it in machine-readable output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            State::Holds => "holds",
            State::Fails => "fails",
            State::Open => "open",
            State::Warns => "warns",
            State::Says => "says",
        }
    }
}

/// What was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// The file as a container, and which members it has.
    Container,
    /// The statement's bytes.
    Statement,
    /// What the reader gave to hold the file against.
    Anchor,
    /// The key entries of the register.
    Registry,
    /// The signature of the statement.
    Signature,
    /// Whether its key counted at its index.
    AuthorKey,
    /// That the statement stands in the register at its index.
    Inclusion,
    /// That the register signed the checkpoint.
    Checkpoint,
    /// Who cosigned the checkpoint.
    Policy,
    /// When it was written and recorded.
    Time,
    /// Fields that were opened.
    Disclosures,
    /// Files that the statement names.
    Blobs,
    /// The second form of the proof (RFC 9942).
    Receipt,
}

impl Check {
    /// The word for it in machine-readable output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Check::Container => "container",
            Check::Statement => "statement",
            Check::Anchor => "anchor",
            Check::Registry => "registry",
            Check::Signature => "signature",
            Check::AuthorKey => "author_key",
            Check::Inclusion => "inclusion",
            Check::Checkpoint => "checkpoint",
            Check::Policy => "policy",
            Check::Time => "time",
            Check::Disclosures => "disclosures",
            Check::Blobs => "blobs",
            Check::Receipt => "receipt",
        }
    }
}

/// What one check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at.
    pub check: Check,
    /// How it came out.
    pub state: State,
    /// Member of the container, or empty for the file as a whole.
    pub member: String,
    /// Byte offset in that member (in the file, when `member` is empty), when there is one to give.
    pub offset: Option<usize>,
    /// What was found, as a sentence.
    pub sentence: String,
}

/// The statement, as read. Read is not checked; see the findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Its id: the leaf hash.
    pub id: Hash,
    /// Its kind, `document_captured` for example.
    pub kind: String,
    /// Version of the kind's layout.
    pub version: u32,
    /// Origin of the register that it stands in, `<mission>/<member>`.
    pub origin: String,
    /// Its index there, as the proof says.
    pub index: Option<u64>,
    /// When its author says that it was written, in seconds since 1970.
    pub asserted: i64,
    /// Id of the key that it names.
    pub key: Hash,
    /// The key that opened the register, in hexadecimal: what a reader compares with one had from elsewhere.
    pub register_key: Option<String>,
    /// Size and root of the checkpoint that the proof leads to.
    pub checkpoint: Option<(u64, Hash)>,
}

/// How a policy came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyResult {
    /// Its name: that of the member, or the one that the reader gave.
    pub name: String,
    /// Whether the reader gave it. One from the bundle is what the maker of the bundle chose.
    pub from_reader: bool,
    /// Whether the signatures on the checkpoint satisfy it.
    pub holds: bool,
    /// Least number of witnesses that must lie together for a split view that this policy accepts.
    pub least_liars: Option<u64>,
    /// The statement was in the register by this time (seconds since 1970), by the clocks of this policy's quorum.
    pub not_after: Option<u64>,
    /// The statement was not written before this time, by the clocks of this policy's quorum.
    pub not_before: Option<u64>,
}

/// A field that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosed {
    /// Its path.
    pub path: String,
    /// Its value in CBOR diagnostic notation.
    pub value: String,
}

/// The whole verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The answer.
    pub answer: Answer,
    /// The statement, when it could be read.
    pub said: Option<Said>,
    /// Every policy that was looked at.
    pub policies: Vec<PolicyResult>,
    /// The name of the policy whose clocks the interval is by, and the interval: not before, not after.
    pub interval: Option<(String, Option<u64>, Option<u64>)>,
    /// The fields that were opened and verify.
    pub disclosed: Vec<Disclosed>,
    /// What each check found, in the order of checking.
    pub findings: Vec<Finding>,
    /// What is not proven, as sentences.
    pub not_proven: Vec<String>,
}

impl Verdict {
    /// The answer that findings make: what fails outweighs what is open, and either outweighs what holds.
    #[must_use]
    pub fn weigh(findings: &[Finding]) -> Answer {
        let any = |state| findings.iter().any(|finding| finding.state == state);
        if any(State::Fails) {
            Answer::Invalid
        } else if any(State::Open) || !any(State::Holds) {
            Answer::CannotTell
        } else {
            Answer::Valid
        }
    }
}

/// Seconds since 1970 as `YYYY-MM-DD HH:MM:SSZ`; seconds beyond the year 9999 as a number.
#[must_use]
pub fn moment(seconds: i64) -> String {
    const DAY: i64 = 86_400;
    // Years that people write with four digits.
    if !(-62_135_596_800..=crate::entry::MAX_IAT).contains(&seconds) {
        return format!("{seconds} s since 1970");
    }
    let (days, rest) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    // Days to a date of the Gregorian calendar, counted in eras of 400 years that begin on 1 March.
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = era * 400 + year_of_era + carry;
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}Z")
}
