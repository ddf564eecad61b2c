//! A text and the signatures of it, in one readable file (C2SP signed-note v1.0.0).
//!
//! Must not: give weight to a signature that no given key has checked, or to a text that nobody signed.
//!
//! **Form.** The text ends with a newline; then a blank line; then one or more lines `— name base64`, each ended by a
//! newline. The *last* blank line of the note divides: a text may have blank lines of its own. UTF-8; no ASCII control
//! characters but the newline. The base64 holds four bytes of key id and the signature. [`Note::parse`],
//! [`Note::to_bytes`]. <https://c2sp.org/signed-note>
//!
//! ```
//! use armistice_tlog::note::{Note, VerifierKey};
//!
//! let bytes = "This is an example message.\n\n\
//!     — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
//! let note = Note::parse(bytes.as_bytes())?;
//! assert_eq!(note.text(), "This is an example message.\n");
//! assert_eq!(note.to_bytes(), bytes.as_bytes());
//!
//! // Name and key id find the key; then the signature must hold.
//! let key: VerifierKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k".parse()?;
//! assert!(note.verify(&key)?.is_some());
//!
//! // One letter less, and the known key's signature is wrong: an error that says where.
//! let altered = Note::parse(bytes.replace("message", "massage").as_bytes())?;
//! assert_eq!(altered.verify(&key).unwrap_err().to_string(), "line 3: the signature of example.com/foo does not hold");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **Verifying.** A signature by a key that was not given is ignored: so keys rotate and witnesses add themselves. A
//! signature whose name and key id are those of a given key must hold; if it does not, the note as a whole is refused.
//! Lines by one key may repeat (a witness cosigns again later); each must hold, and together they count once.
//!
//! ```
//! use armistice_tlog::note::{Algorithm, Note, VerifierKey, sign};
//! use ed25519_dalek::SigningKey;
//!
//! let (ours, other) = (SigningKey::from_bytes(&[1; 32]), SigningKey::from_bytes(&[2; 32]));
//! let text = "as agreed\n";
//! let note = Note::new(text, vec![sign(text, "example.org/a", &ours)?])?;
//! let note = note.with(sign(text, "example.org/b", &other)?)?;
//!
//! let key = VerifierKey::new("example.org/a", Algorithm::Ed25519, ours.verifying_key().as_bytes())?;
//! let unknown = VerifierKey::new("example.org/c", Algorithm::Ed25519, ours.verifying_key().as_bytes())?;
//! assert_eq!(note.verify(&key)?.unwrap().seals[0].line, 3);
//! assert_eq!(note.verify(&unknown)?, None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::codec::BASE64;
use ed25519_dalek::{Signer as _, SigningKey};

use crate::checkpoint::CheckpointError;
use crate::cosignature;
use crate::ed25519;
pub use crate::vkey::{Algorithm, MAX_NAME, MAX_VKEY, NameProblem, VerifierKey, VkeyError, key_hash};
use crate::vkey::{Key, check_name, check_own_name};

/// Largest note in bytes. Room for a checkpoint and a dozen ML-DSA-44 signatures (3.3 KB each in base64).
pub const MAX_NOTE: usize = 64 * 1024;

/// Most signatures in a note. C2SP asks for at least 16; each may cost a verification.
pub const MAX_SIGNATURES: usize = 64;

/// What a signature line begins with: em dash (U+2014), space.
const PREFIX: &str = "\u{2014} ";

/// One signature line: whose, and the bytes. Not checked by anybody yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureLine {
    /// Name of the key.
    pub name: String,
    /// Id of the key, see [`key_hash`].
    pub key_hash: [u8; 4],
    /// What follows the key id: the signature, in the form of its algorithm.
    pub signature: Vec<u8>,
}

impl SignatureLine {
    /// Reads one line `— name base64`, without its newline: as a witness answers with.
    pub fn parse(line: &str) -> Result<SignatureLine, LineProblem> {
        let (name, encoded) =
            line.strip_prefix(PREFIX).ok_or(LineProblem::Prefix)?.split_once(' ').ok_or(LineProblem::Parts)?;
        check_name(name).map_err(LineProblem::Name)?;
        let bytes = BASE64.decode(encoded.as_bytes()).map_err(|_| LineProblem::Base64)?;
        match bytes.as_slice() {
            [a, b, c, d, signature @ ..] if !signature.is_empty() => {
                Ok(SignatureLine { name: name.into(), key_hash: [*a, *b, *c, *d], signature: signature.into() })
            }
            _ => Err(LineProblem::Short),
        }
    }

    /// The line as it stands in a note, without its newline.
    #[must_use]
    pub fn to_line(&self) -> String {
        let mut bytes = Vec::with_capacity(4 + self.signature.len());
        bytes.extend_from_slice(&self.key_hash);
        bytes.extend_from_slice(&self.signature);
        format!("{PREFIX}{} {}", self.name, BASE64.encode(&bytes))
    }

    /// Whether name and key id are those of this key: whether it claims to be signed with it.
    #[must_use]
    pub fn is_by(&self, key: &VerifierKey) -> bool {
        self.key_hash == key.key_hash() && self.name == key.name()
    }
}

/// Why a line is no signature line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LineProblem {
    #[error("a signature line begins with an em dash and a space")]
    Prefix,
    #[error("a signature line has a name, a space and base64")]
    Parts,
    #[error("the name of the key {0}")]
    Name(NameProblem),
    #[error("the signature is not canonical base64")]
    Base64,
    #[error("the signature has fewer than 5 bytes")]
    Short,
}

/// Why a signature by a given key does not count.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The signature is not one that this key made over this text.
    #[error("does not hold")]
    Wrong,
    /// Not as long as signatures of this algorithm are.
    #[error("has {found} bytes, {algorithm} needs {needed}")]
    Length { algorithm: Algorithm, needed: usize, found: usize },
    /// A cosignature with a time that C2SP tlog-cosignature forbids: 2^63 or more.
    #[error("claims a time beyond 2^63 - 1")]
    Time,
    /// Cosignatures are made of checkpoints, and this text is none.
    #[error("is a cosignature, but the text is no checkpoint: {0}")]
    NoCheckpoint(CheckpointError),
    /// ML-DSA-44 cosignatures have one length byte for each name.
    #[error("cannot be by ML-DSA-44: the origin is longer than 255 bytes")]
    LongOrigin,
    /// This build has no code for the algorithm. Neither right nor wrong: unknown.
    #[error("cannot be checked: this build has no {0}")]
    NotBuilt(Algorithm),
}

/// Why there is no note, or a note is refused. Lines count from 1 at the first line of the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// Larger than [`MAX_NOTE`].
    #[error("the note has {len} bytes, more than the limit of {max}", max = MAX_NOTE)]
    TooLarge { len: usize },
    /// Not UTF-8.
    #[error("line {line}: byte {offset} of the note is not UTF-8")]
    NotUtf8 { line: usize, offset: usize },
    /// An ASCII control character other than the newline.
    #[error("line {line}: control character 0x{byte:02x}")]
    Control { line: usize, byte: u8 },
    /// There is no blank line, so no signatures.
    #[error("no blank line divides the text from its signatures")]
    NoBlankLine,
    /// Nothing after the blank line, or nothing to sign with.
    #[error("the note has no signature")]
    Unsigned,
    /// The note must end with a newline.
    #[error("line {line}: the last line has no newline")]
    NoNewline { line: usize },
    /// The text must end with a newline.
    #[error("the text of the note does not end with a newline")]
    Text,
    /// More than [`MAX_SIGNATURES`].
    #[error("the note has more than {max} signatures", max = MAX_SIGNATURES)]
    TooMany,
    /// A line below the blank line that is no signature line.
    #[error("line {line}: {problem}")]
    Line { line: usize, problem: LineProblem },
    /// The name to sign with is none.
    #[error("the name of the key {0}")]
    Name(#[from] NameProblem),
    /// A signature by a given key that does not count.
    #[error("line {line}: the signature of {name} {fault}")]
    Signature { line: usize, name: String, fault: Fault },
}

/// A signed note as received. Parsed is not verified, see [`Note::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<SignatureLine>,
}

/// One signature that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seal {
    /// Line of the note, from 1.
    pub line: usize,
    /// When the cosigner says it signed, in seconds since 1970. `None`: the algorithm has no time, or the cosigner
    /// makes no statement of it (ML-DSA-44 with time 0).
    pub time: Option<u64>,
}

/// The signatures of one key that hold, at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// In the order of the note.
    pub seals: Vec<Seal>,
    /// Whether every line of the text is covered. ML-DSA-44 does not cover the extension lines of a checkpoint.
    pub whole_text: bool,
}

impl Verified {
    /// The earliest time that the key's holder states.
    #[must_use]
    pub fn earliest(&self) -> Option<u64> {
        self.seals.iter().filter_map(|seal| seal.time).min()
    }

    /// The latest time that the key's holder states.
    #[must_use]
    pub fn latest(&self) -> Option<u64> {
        self.seals.iter().filter_map(|seal| seal.time).max()
    }
}

impl Note {
    /// Reads a note. There is one encoding of each: [`Note::to_bytes`] gives the same bytes.
    pub fn parse(bytes: &[u8]) -> Result<Note, NoteError> {
        if bytes.len() > MAX_NOTE {
            return Err(NoteError::TooLarge { len: bytes.len() });
        }
        let note = core::str::from_utf8(bytes).map_err(|error| {
            let offset = error.valid_up_to();
            NoteError::NotUtf8 { line: lines(bytes.get(..offset).unwrap_or_default()), offset }
        })?;
        check_characters(note)?;
        // The text keeps the first of the two newlines. (A search for a text would bring two kilobytes into the page.)
        let blank = bytes.windows(2).rposition(|two| two == b"\n\n").ok_or(NoteError::NoBlankLine)?;
        let text = note.get(..=blank).unwrap_or_default();
        let below = note.get(blank + 2..).unwrap_or_default();
        if below.is_empty() {
            return Err(NoteError::Unsigned);
        }
        if !below.ends_with('\n') {
            return Err(NoteError::NoNewline { line: lines(bytes) });
        }
        let first = lines(text.as_bytes()) + 1;
        let mut signatures = Vec::new();
        for (index, line) in below.lines().enumerate() {
            if index == MAX_SIGNATURES {
                return Err(NoteError::TooMany);
            }
            let line_of = |problem| NoteError::Line { line: first + index, problem };
            signatures.push(SignatureLine::parse(line).map_err(line_of)?);
        }
        Ok(Note { text: text.into(), signatures })
    }

    /// A note from a text and at least one signature line. Whether the signatures hold is not checked.
    pub fn new(text: &str, signatures: Vec<SignatureLine>) -> Result<Note, NoteError> {
        if !text.ends_with('\n') {
            return Err(NoteError::Text);
        }
        for line in &signatures {
            check_name(&line.name)?;
        }
        // Parsed before it is given out, so that a note which others would refuse is refused here.
        Note::parse(&Note { text: text.into(), signatures }.to_bytes())
    }

    /// The text, with its last newline.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signature lines in order, known and unknown.
    #[must_use]
    pub fn signatures(&self) -> &[SignatureLine] {
        &self.signatures
    }

    /// The line, from 1, on which the signature of this index stands.
    #[must_use]
    pub fn line_of(&self, index: usize) -> usize {
        lines(self.text.as_bytes()) + 1 + index
    }

    /// The note as a file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = format!("{}\n", self.text).into_bytes();
        for line in &self.signatures {
            bytes.extend_from_slice(line.to_line().as_bytes());
            bytes.push(b'\n');
        }
        bytes
    }

    /// The note with one signature line more, at the end. A line that is there already is not added again. Errors: the
    /// limits of [`Note::parse`].
    pub fn with(&self, line: SignatureLine) -> Result<Note, NoteError> {
        if self.signatures.contains(&line) {
            return Ok(self.clone());
        }
        let mut signatures = self.signatures.clone();
        signatures.push(line);
        Note::new(&self.text, signatures)
    }

    /// The signatures of this key. `None`: it has none here. An error: it has one that does not count, and the note as
    /// a whole should be refused; or it cannot be checked in this build ([`Fault::NotBuilt`]).
    pub fn verify(&self, key: &VerifierKey) -> Result<Option<Verified>, NoteError> {
        let mut verified: Option<Verified> = None;
        for (index, signature) in self.signatures.iter().enumerate().filter(|(_, line)| line.is_by(key)) {
            let line = self.line_of(index);
            let (time, whole_text) = check(key.key(), key.name(), &self.text, &signature.signature)
                .map_err(|fault| NoteError::Signature { line, name: key.name().into(), fault })?;
            verified.get_or_insert(Verified { seals: Vec::new(), whole_text }).seals.push(Seal { line, time });
        }
        Ok(verified)
    }
}

/// Signs a text with Ed25519 (signature type 0x01): the line to put below it. A log signs its checkpoints so.
pub fn sign(text: &str, name: &str, key: &SigningKey) -> Result<SignatureLine, NoteError> {
    check_own_name(name)?;
    check_characters(text)?;
    if !text.ends_with('\n') {
        return Err(NoteError::Text);
    }
    Ok(SignatureLine {
        name: name.into(),
        key_hash: key_hash(name, Algorithm::Ed25519, key.verifying_key().as_bytes()),
        signature: key.sign(text.as_bytes()).to_bytes().into(),
    })
}

fn check(key: &Key, name: &str, text: &str, signature: &[u8]) -> Result<(Option<u64>, bool), Fault> {
    match key {
        Key::Ed25519(key) => {
            let signature = signature.try_into().map_err(|_| Fault::Length {
                algorithm: Algorithm::Ed25519,
                needed: ed25519::SIGNATURE_LEN,
                found: signature.len(),
            })?;
            if ed25519::verify(key, text.as_bytes(), signature) { Ok((None, true)) } else { Err(Fault::Wrong) }
        }
        Key::Cosignature(key) => cosignature::verify_ed25519(key, text, signature).map(|time| (Some(time), true)),
        Key::MlDsa44(key) => cosignature::verify_ml_dsa(key, name, text, signature),
    }
}

/// Which line, from 1, comes after these bytes.
fn lines(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count() + 1
}

fn check_characters(text: &str) -> Result<(), NoteError> {
    let bad = text.bytes().enumerate().find(|(_, byte)| *byte < 0x20 && *byte != b'\n');
    match bad {
        Some((at, byte)) => {
            Err(NoteError::Control { line: lines(text.as_bytes().get(..at).unwrap_or_default()), byte })
        }
        None => Ok(()),
    }
}
