//! Which logs and witnesses somebody trusts, and how many of them it takes (C2SP tlog-policy).
//!
//! Must not: ask who a witness is. A policy counts keys; that they belong to different parties is for its author.
//!
//! **Form.** Lines of octets, each ended by a newline; items divided by spaces and tabs; empty lines and lines that
//! begin with `#` are skipped. Names are octets without meaning, compared as they are. <https://c2sp.org/tlog-policy>
//!
//! ```text
//! log <vkey> [<url>]                     a log whose checkpoints are accepted; any one of them
//! witness <name> <vkey> [<url>]          a cosigner, under a name of this file
//! group <name> <k>|any|all <name>…       at least k of these witnesses and groups
//! quorum <name>|none                     what a checkpoint needs; exactly one such line
//! ```
//!
//! A name is defined above where it is used, and is a member of one group at most: so every witness counts in one way
//! only, and the groups are a tree. The same key twice, under any names, is refused. [`Policy::parse`].
//!
//! ```
//! use armistice_tlog::note::{Algorithm, VerifierKey};
//! use armistice_tlog::policy::Policy;
//! use ed25519_dalek::SigningKey;
//!
//! let vkey = |seed, name| VerifierKey::new(name, Algorithm::Cosignature,
//!     SigningKey::from_bytes(&[seed; 32]).verifying_key().as_bytes());
//! let mut text = String::new();
//! for (seed, name) in ["gov-a", "gov-b", "gov-c", "ngo-a", "ngo-b", "ngo-c", "ngo-d"].into_iter().enumerate() {
//!     text += &format!("witness {name} {}\n", vkey(seed as u8, name)?);
//! }
//! text += "group guarantors 2 gov-a gov-b gov-c\n";
//! text += "group ngos 3 ngo-a ngo-b ngo-c ngo-d\n";
//! text += "group witnessed all guarantors ngos\n";
//! text += "quorum witnessed\n";
//!
//! let policy = Policy::parse(text.as_bytes())?;
//! assert_eq!(
//!     policy.collusion_bound().to_string(),
//!     "Two views of one log can both pass only if its key signs both and at least 3 of 7 witnesses lie: at least 1 of \
//!      the 3 in guarantors and at least 2 of the 4 in ngos."
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **Evaluating** a note: [`Policy::evaluate`] answers satisfied, not satisfied, or cannot tell, with every cosigner,
//! what is missing, and where a wrong signature stands; from the same cosignatures come the times between which the
//! checkpoint was seen ([`Evaluation::not_after`], [`Evaluation::not_before`]). How many must lie for two views:
//! [`Policy::collusion_bound`].

use core::fmt;

use crate::checkpoint::parse_decimal;
use crate::note::{Algorithm, VerifierKey, VkeyError};
use crate::shown;

mod bound;
mod evaluation;

pub use bound::{CollusionBound, GroupBound};
pub use evaluation::{Answer, ClocksApart, Cosigner, Evaluation, Freshness, GroupAnswer, LogAnswer, Unchecked};

/// Largest policy in bytes: the C2SP minimum of 32 logs and 32 witnesses with ML-DSA-44 keys (1.8 KB each), and room.
pub const MAX_POLICY: usize = 256 * 1024;

/// Most logs, witnesses and groups, of each. C2SP asks for at least 32; a note has room for 64 cosignatures.
pub const MAX_EACH: usize = 64;

/// A name of this file: octets without meaning. Shown as UTF-8, with escapes for what is none and for what
/// does not print: a name cannot steer a terminal or hide.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(Box<[u8]>);

impl Name {
    /// The octets as written.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for chunk in self.0.utf8_chunks() {
            for c in chunk.valid().chars() {
                shown::character(f, c)?;
            }
            for byte in chunk.invalid() {
                write!(f, "\\x{byte:02x}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Name({self})")
    }
}

/// A log that the policy accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// Its key; the key's name is the log's origin.
    pub key: VerifierKey,
    /// Where to reach it, for programs that do.
    pub url: Option<Name>,
}

/// A witness of the policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// What this file calls it.
    pub name: Name,
    /// The key it cosigns with.
    pub key: VerifierKey,
    /// Where to reach it, for programs that do.
    pub url: Option<Name>,
}

/// Something that counts towards a group or the quorum: an index into the witnesses or the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Member {
    Witness(usize),
    Group(usize),
}

/// At least `needed` of `members`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) name: Name,
    pub(crate) needed: usize,
    pub(crate) members: Vec<Member>,
}

/// A policy as read. Its groups are a tree: every member stands in one group only, and below it in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    logs: Vec<Log>,
    witnesses: Vec<Witness>,
    groups: Vec<Group>,
    /// `None` is the predefined quorum `none`: no cosignature is needed.
    quorum: Option<Member>,
}

/// Why a text is no policy. Lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// Larger than [`MAX_POLICY`].
    #[error("the policy has {len} bytes, more than the limit of {max}", max = MAX_POLICY)]
    TooLarge { len: usize },
    /// A control character other than tab and newline.
    #[error("line {line}: control character 0x{byte:02x}; write spaces, tabs and newlines only")]
    Control { line: usize, byte: u8 },
    /// The last line may have been cut.
    #[error("line {line}: the line does not end with a newline; the file may have been cut here")]
    NoNewline { line: usize },
    /// A line of another kind.
    #[error("line {line}: {found} is no kind of line; known are log, witness, group and quorum")]
    Kind { line: usize, found: Name },
    /// A line with too few or too many items.
    #[error("line {line}: write {form}")]
    Form { line: usize, form: &'static str },
    /// A key that cannot be read.
    #[error("line {line}: {error}")]
    Key { line: usize, error: VkeyError },
    /// A key that is not text.
    #[error("line {line}: the key is not UTF-8")]
    KeyBytes { line: usize },
    /// A key of a signature type that this role does not have.
    #[error("line {line}: a {role} does not sign with {algorithm}; {advice}")]
    Role { line: usize, role: &'static str, algorithm: Algorithm, advice: &'static str },
    /// One key, twice.
    #[error("line {line}: the key is that of line {first} already; the same key counts once")]
    SameKey { line: usize, first: usize },
    /// One name, twice.
    #[error("line {line}: the name {name} is defined in line {first} already")]
    SameName { line: usize, name: Name, first: usize },
    /// `none` has a meaning of its own.
    #[error("line {line}: the name none is predefined; choose another")]
    None { line: usize },
    /// A name that no line above defines.
    #[error("line {line}: the name {name} is not defined above")]
    Unknown { line: usize, name: Name },
    /// A member of two groups, or twice of one.
    #[error("line {line}: {name} is a member in line {first} already; each name can be a member once")]
    Twice { line: usize, name: Name, first: usize },
    /// The number of a group is none, or is not possible.
    #[error("line {line}: {found} is not any, all, or a number from 1 to {members}")]
    Threshold { line: usize, found: Name, members: usize },
    /// More than one quorum.
    #[error("line {line}: the quorum is defined in line {first} already")]
    SecondQuorum { line: usize, first: usize },
    /// No quorum.
    #[error("the policy has no quorum line; write `quorum none` if no cosignature is needed")]
    NoQuorum,
    /// More than [`MAX_EACH`].
    #[error("line {line}: the policy has more than {max} {what}", max = MAX_EACH)]
    TooMany { line: usize, what: &'static str },
}

impl Policy {
    /// Reads a policy.
    pub fn parse(bytes: &[u8]) -> Result<Policy, PolicyError> {
        if bytes.len() > MAX_POLICY {
            return Err(PolicyError::TooLarge { len: bytes.len() });
        }
        let mut parser = Parser::default();
        for (index, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
            let number = index + 1;
            let Some(line) = line.strip_suffix(b"\n") else { return Err(PolicyError::NoNewline { line: number }) };
            parser.line(number, line)?;
        }
        let (_, quorum) = parser.quorum.ok_or(PolicyError::NoQuorum)?;
        Ok(Policy { logs: parser.logs, witnesses: parser.witnesses, groups: parser.groups, quorum })
    }

    /// The logs accepted. Empty: which log it is must be known from elsewhere.
    #[must_use]
    pub fn logs(&self) -> &[Log] {
        &self.logs
    }

    /// The witnesses in the order of the file, whether the quorum reaches them or not.
    #[must_use]
    pub fn witnesses(&self) -> &[Witness] {
        &self.witnesses
    }

    /// The same rule for these logs instead of its own: an adopted policy has no log lines, and the keys of a register
    /// come from its entries.
    #[must_use]
    pub fn for_logs(&self, keys: impl IntoIterator<Item = VerifierKey>) -> Policy {
        Policy { logs: keys.into_iter().map(|key| Log { key, url: None }).collect(), ..self.clone() }
    }

    /// Witnesses that are defined but can contribute nothing: the quorum does not reach them.
    #[must_use]
    pub fn idle(&self) -> Vec<&Name> {
        let reached = self.reached();
        let idle = |(index, _): &(usize, &Witness)| !reached.contains(index);
        self.witnesses.iter().enumerate().filter(idle).map(|(_, witness)| &witness.name).collect()
    }

    /// Indices of the witnesses below the quorum, in the order of the groups.
    fn reached(&self) -> Vec<usize> {
        self.quorum.map(|member| self.below(member)).unwrap_or_default()
    }

    fn below(&self, member: Member) -> Vec<usize> {
        match member {
            Member::Witness(index) => vec![index],
            Member::Group(index) => self.groups[index].members.iter().flat_map(|member| self.below(*member)).collect(),
        }
    }

    fn name(&self, member: Member) -> &Name {
        match member {
            Member::Witness(index) => &self.witnesses[index].name,
            Member::Group(index) => &self.groups[index].name,
        }
    }
}

/// What the lines so far have defined.
#[derive(Default)]
struct Parser {
    logs: Vec<Log>,
    witnesses: Vec<Witness>,
    groups: Vec<Group>,
    quorum: Option<(usize, Option<Member>)>,
    /// Each name, the line that defines it, and what it is. These lists are short ([`MAX_EACH`]) and searched from the start.
    defined: Vec<(Name, usize, Member)>,
    /// Where each name is a member.
    member_of: Vec<(Name, usize)>,
    /// Where each key of a log, or of a witness (`true`), is defined.
    keys: Vec<(bool, Vec<u8>, usize)>,
}

impl Parser {
    fn line(&mut self, line: usize, bytes: &[u8]) -> Result<(), PolicyError> {
        if let Some(byte) = bytes.iter().copied().find(|byte| (*byte < 0x20 && *byte != b'\t') || *byte == 0x7f) {
            return Err(PolicyError::Control { line, byte });
        }
        let items: Vec<Name> = bytes
            .split(|byte| *byte == b' ' || *byte == b'\t')
            .filter(|item| !item.is_empty())
            .map(|item| Name(item.into()))
            .collect();
        let [kind, rest @ ..] = items.as_slice() else { return Ok(()) };
        match kind.as_bytes() {
            [b'#', ..] => Ok(()),
            b"log" => self.log(line, rest),
            b"witness" => self.witness(line, rest),
            b"group" => self.group(line, rest),
            b"quorum" => self.quorum(line, rest),
            _ => Err(PolicyError::Kind { line, found: kind.clone() }),
        }
    }

    fn log(&mut self, line: usize, items: &[Name]) -> Result<(), PolicyError> {
        let ([key] | [key, _]) = items else {
            return Err(PolicyError::Form { line, form: "log <vkey> [<url>]" });
        };
        let key = self.key(line, key, false)?;
        match key.algorithm() {
            Algorithm::Ed25519 | Algorithm::MlDsa44 => {}
            algorithm @ Algorithm::Cosignature => {
                let advice = "that is a witness's; give the log's own key";
                return Err(PolicyError::Role { line, role: "log", algorithm, advice });
            }
        }
        if self.logs.len() == MAX_EACH {
            return Err(PolicyError::TooMany { line, what: "logs" });
        }
        self.logs.push(Log { key, url: items.get(1).cloned() });
        Ok(())
    }

    fn witness(&mut self, line: usize, items: &[Name]) -> Result<(), PolicyError> {
        let ([name, key] | [name, key, _]) = items else {
            return Err(PolicyError::Form { line, form: "witness <name> <vkey> [<url>]" });
        };
        let key = self.key(line, key, true)?;
        match key.algorithm() {
            Algorithm::Cosignature | Algorithm::MlDsa44 => {}
            algorithm @ Algorithm::Ed25519 => {
                let advice = "give its cosignature key (type 0x04 or 0x06)";
                return Err(PolicyError::Role { line, role: "witness", algorithm, advice });
            }
        }
        if self.witnesses.len() == MAX_EACH {
            return Err(PolicyError::TooMany { line, what: "witnesses" });
        }
        self.define(line, name, Member::Witness(self.witnesses.len()))?;
        self.witnesses.push(Witness { name: name.clone(), key, url: items.get(2).cloned() });
        Ok(())
    }

    fn group(&mut self, line: usize, items: &[Name]) -> Result<(), PolicyError> {
        let [name, threshold, names @ ..] = items else {
            return Err(PolicyError::Form { line, form: "group <name> <k>|any|all <name>…" });
        };
        if names.is_empty() {
            return Err(PolicyError::Form { line, form: "at least one member: group <name> <k>|any|all <name>…" });
        }
        let needed = match threshold.as_bytes() {
            b"any" => Some(1),
            b"all" => Some(names.len()),
            number => core::str::from_utf8(number)
                .ok()
                .and_then(parse_decimal)
                .and_then(|number| usize::try_from(number).ok())
                .filter(|needed| (1..=names.len()).contains(needed)),
        };
        let needed =
            needed.ok_or_else(|| PolicyError::Threshold { line, found: threshold.clone(), members: names.len() })?;
        if self.groups.len() == MAX_EACH {
            return Err(PolicyError::TooMany { line, what: "groups" });
        }
        let mut members = Vec::with_capacity(names.len());
        for name in names {
            members.push(self.known(line, name)?);
            if let Some((_, first)) = self.member_of.iter().find(|(other, _)| other == name) {
                return Err(PolicyError::Twice { line, name: name.clone(), first: *first });
            }
            self.member_of.push((name.clone(), line));
        }
        self.define(line, name, Member::Group(self.groups.len()))?;
        self.groups.push(Group { name: name.clone(), needed, members });
        Ok(())
    }

    fn quorum(&mut self, line: usize, items: &[Name]) -> Result<(), PolicyError> {
        let [name] = items else {
            return Err(PolicyError::Form { line, form: "quorum <name>, or quorum none" });
        };
        if let Some((first, _)) = self.quorum {
            return Err(PolicyError::SecondQuorum { line, first });
        }
        let member = if name.as_bytes() == b"none" { None } else { Some(self.known(line, name)?) };
        self.quorum = Some((line, member));
        Ok(())
    }

    fn key(&mut self, line: usize, item: &Name, witness: bool) -> Result<VerifierKey, PolicyError> {
        let text = core::str::from_utf8(item.as_bytes()).map_err(|_| PolicyError::KeyBytes { line })?;
        let key: VerifierKey = text.parse().map_err(|error| PolicyError::Key { line, error })?;
        let bytes = key.key_bytes();
        if let Some((.., first)) = self.keys.iter().find(|(of, other, _)| *of == witness && other == bytes) {
            return Err(PolicyError::SameKey { line, first: *first });
        }
        self.keys.push((witness, bytes.to_vec(), line));
        Ok(key)
    }

    fn known(&self, line: usize, name: &Name) -> Result<Member, PolicyError> {
        match self.defined.iter().find(|(other, ..)| other == name) {
            Some((.., member)) => Ok(*member),
            None if name.as_bytes() == b"none" => Err(PolicyError::None { line }),
            None => Err(PolicyError::Unknown { line, name: name.clone() }),
        }
    }

    fn define(&mut self, line: usize, name: &Name, member: Member) -> Result<(), PolicyError> {
        if name.as_bytes() == b"none" {
            return Err(PolicyError::None { line });
        }
        if let Some((_, first, _)) = self.defined.iter().find(|(other, ..)| other == name) {
            return Err(PolicyError::SameName { line, name: name.clone(), first: *first });
        }
        self.defined.push((name.clone(), line, member));
        Ok(())
    }
}
