//! Statements: what members say, one signed entry each. Past tense, never changed; a correction is a new statement.
//!
//! Must not: sign, store, read a clock, or accept bytes that it would have written differently.
//!
//! A statement's payload is deterministic CBOR (RFC 8949 §4.2.1): an integer-keyed map with the header and a body. The
//! layouts are frozen per kind and version in [`v1`]; `docs/statement-format.md` describes them. A payload is accepted
//! only if writing it again gives the same bytes, so there is one spelling of every statement.

pub mod casework;
pub mod desk;
pub mod ledger;
pub mod review;
pub mod trust;
pub mod v1;
pub mod wire;

use crate::{
    claim::Claim,
    id::DocumentId,
    span::Span,
    time::{Tense, TimeExpr},
};
use sha2::{Digest as _, Sha256};

/// The newest checkpoint of another register that the author had seen when writing: causal order, and a *not before*.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    /// The register's origin line, `<mission>/<member>`.
    pub origin: String,
    /// Its size in entries.
    pub size: u64,
    /// Its tree root at that size.
    pub root: [u8; 32],
    /// SHA-256 of the cosigned checkpoint note that was held: its cosignatures did not exist before their times.
    /// Absent when no witness had cosigned.
    pub note: Option<[u8; 32]>,
}

/// What every statement says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The mission that it belongs to.
    pub mission: String,
    /// The member in whose register it stands: the recorder. Never the author of an act.
    pub member: String,
    /// The author's own number of it, from 0: a gap shows.
    pub seq: u64,
    /// Leaf hash of the author's statement before this one.
    pub prev: Option<[u8; 32]>,
    /// When the author says that it was written: seconds since 1970-01-01T00:00:00Z.
    pub asserted: i64,
    /// What the author had seen of other registers, ordered by origin.
    pub seen: Vec<Seen>,
}

/// Words of a document and where they stand in the captured file; no span for words from its metadata.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Bytes of the captured file.
    pub span: Option<Span>,
}

/// A date that a document shows, in the part where it shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateShown {
    /// The part of the page: `meta_published`, `publication_line`, `page_header`, `caption`, `body`, …
    pub role: String,
    /// The words and their place.
    pub words: Words,
    /// What they say.
    pub expr: TimeExpr,
    /// Which way its sentence looks.
    pub tense: Tense,
}

/// A cue of where a text, or a passage of it, comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CreditShown {
    /// `text_credit`, `told_agency`, `cited_outlet`, `photo_credit`, `dateline_agency`, `courtesy_line`.
    pub role: String,
    /// The agency or outlet named, in its usual form.
    pub agency: String,
    /// The words and their place.
    pub words: Words,
}

/// One stretch of the captured file: kept (`main`) or cut, with the reason class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Bytes.
    pub len: u32,
    /// Index into [`FATES`].
    pub fate: u8,
}

/// The fates of a stretch, by the number that statements carry. Only ever extended at the end.
pub const FATES: &[&str] = &[
    "main",
    "markup",
    "whitespace",
    "navigation",
    "widget",
    "comments",
    "related_link",
    "caption",
    "byline",
    "credit_line",
    "page_date",
    "legal",
    "advertisement",
    "error_notice",
    "repeat",
    "other",
    "title",
];

/// A person named in a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonNamed {
    /// The name in its fullest form in this document.
    pub name: String,
    /// Title or role that stands with it, if any.
    pub role: Option<String>,
    /// Every mention.
    pub mentions: Vec<Words>,
}

/// A run of words that two documents share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SharedRun {
    /// Bytes of the first captured file.
    pub a: Span,
    /// Bytes of the second captured file.
    pub b: Span,
    /// Words in the run.
    pub words: u32,
    /// Whether it lies wholly inside a quotation.
    pub quoted: bool,
    /// Whether the passage was reworded: the words in common stand in order, with gaps between them.
    pub edited: bool,
}

/// How two documents are bound to one origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bond {
    /// Surely of one origin.
    Same,
    /// Perhaps of one origin.
    Perhaps,
    /// They share text, and are of different origins all the same: one carries a passage of the other, say.
    None,
}

/// What a member says about a pair of claims or incidents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The same event.
    Same,
    /// Different events.
    Different,
    /// Cannot be told; they are not joined without more.
    Unsure,
}

/// The body of a statement. One variant per kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// The register was opened for a mission, with the key that signs it.
    MissionOpened {
        /// What the mission calls itself.
        title: String,
        /// The Ed25519 public key of the member.
        key: [u8; 32],
    },
    /// The member holds an agreement's text, given here in full (in parts when it is long).
    AgreementAdopted {
        /// SHA-256 of the whole file.
        sha256: [u8; 32],
        /// This part, from 0.
        part: u32,
        /// How many parts there are.
        parts: u32,
        /// The part's bytes.
        bytes: Vec<u8>,
    },
    /// A file was taken in. Its bytes are not in the register; its digest is.
    DocumentCaptured {
        /// The document.
        document: DocumentId,
        /// SHA-256 of the file.
        sha256: [u8; 32],
        /// Its size in bytes.
        size: u64,
        /// The file's own name, without folders.
        file: String,
    },
    /// A document was read: main text, title, dates, credits.
    TextRead(Box<TextRead>),
    /// Claims were read out of a document.
    ClaimsRead {
        /// The document.
        document: DocumentId,
        /// Which reader, in which version.
        engine: Engine,
        /// This part, from 0.
        part: u32,
        /// How many parts there are.
        parts: u32,
        /// The claims, in the order of the text.
        claims: Vec<Claim>,
        /// The persons named.
        people: Vec<PersonNamed>,
    },
    /// Two documents were found to share text.
    CopiesFound {
        /// Which engine, in which version.
        engine: Engine,
        /// The document that comes first by id.
        a: DocumentId,
        /// The other.
        b: DocumentId,
        /// The shared runs.
        runs: Vec<SharedRun>,
        /// Whether they are of one origin.
        bond: Bond,
        /// Share of the shorter text that is shared, in thousandths.
        containment_permille: u32,
        /// Why, in plain words; documents are named by their ids.
        reasons: Vec<String>,
    },
    /// Documents were searched for text that they share with each other and with all captured before them.
    /// Pairs without a `copies_found` share nothing that the engine finds; documents not listed are not yet compared.
    Compared {
        /// Which engine, in which version.
        engine: Engine,
        /// The documents.
        documents: Vec<DocumentId>,
    },
    /// A person judged whether two claims are about the same event. People's judgements always win over the engine.
    Judged {
        /// One claim or incident id.
        a: String,
        /// The other.
        b: String,
        /// What was judged.
        verdict: Verdict,
        /// Why.
        why: String,
    },
    /// Something about registers, keys or sealed things.
    Trust(trust::Trust),
    /// Something in a case, or about a seat.
    Casework(Box<casework::Casework>),
    /// An entry of a ledger: bulletins, observations, coverage, access, calls, obligations, grades, tests, reports.
    Ledger(Box<ledger::Ledger>),
    /// What is said at a desk: of its own work, and of claims as they were read.
    Desk(Box<desk::Desk>),
}

/// An engine and its version. A new version never rewrites what an old one said; it supersedes it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Engine {
    /// Name, such as `armistice-read`.
    pub name: String,
    /// Version of its rules and data; higher is newer.
    pub version: u32,
}

/// What reading a document gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRead {
    /// The document.
    pub document: DocumentId,
    /// Which reader, in which version.
    pub engine: Engine,
    /// `html`, `text`, `markdown`, `event_data`.
    pub format: String,
    /// The charset that it was decoded with.
    pub charset: String,
    /// Language (ISO 639), if it can be told.
    pub language: Option<String>,
    /// The headline.
    pub title: Option<Words>,
    /// The outlet, if the page states it.
    pub outlet: Option<Words>,
    /// The byline.
    pub byline: Option<Words>,
    /// The dateline.
    pub dateline: Option<Words>,
    /// Dates that the page shows.
    pub dates: Vec<DateShown>,
    /// Credits that the page shows.
    pub credits: Vec<CreditShown>,
    /// The whole file, in order: kept or cut.
    pub partition: Vec<Part>,
    /// What the reader warns of.
    pub warnings: Vec<String>,
}

/// A whole statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Who, where in the register, when, having seen what.
    pub header: Header,
    /// What.
    pub body: Body,
}

impl Body {
    /// The kind's stable name.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Body::MissionOpened { .. } => "mission_opened",
            Body::AgreementAdopted { .. } => "agreement_adopted",
            Body::DocumentCaptured { .. } => "document_captured",
            Body::TextRead(_) => "text_read",
            Body::ClaimsRead { .. } => "claims_read",
            Body::CopiesFound { .. } => "copies_found",
            Body::Compared { .. } => "compared",
            Body::Judged { .. } => "judged",
            Body::Trust(t) => t.kind(),
            Body::Casework(c) => c.kind(),
            Body::Ledger(l) => l.kind(),
            Body::Desk(d) => d.kind(),
        }
    }

    /// The newest version of the kind's layout that this program writes.
    #[must_use]
    pub fn version(&self) -> u32 {
        1
    }

    /// Every kind that this program knows, with the versions that it reads.
    pub const KINDS: &'static [(&'static str, &'static [u32])] = &[
        ("mission_opened", &[1]),
        ("agreement_adopted", &[1]),
        ("document_captured", &[1]),
        ("text_read", &[1]),
        ("claims_read", &[1]),
        ("copies_found", &[1]),
        ("compared", &[1]),
        ("judged", &[1]),
        ("key_added", &[1]),
        ("key_revoked", &[1]),
        ("reaffirmed", &[1]),
        ("member_recognised", &[1]),
        ("policy_adopted", &[1]),
        ("sealed", &[1]),
        ("revealed", &[1]),
        ("released", &[1]),
        ("erased", &[1]),
        ("padded", &[1]),
        ("misbehaviour_noted", &[1]),
        ("continued", &[1]),
        ("seat_taken", &[1]),
        ("seat_left", &[1]),
        ("case_received", &[1]),
        ("case_registered", &[1]),
        ("case_screened", &[1]),
        ("objected", &[1]),
        ("case_withdrawn", &[1]),
        ("case_assessed", &[1]),
        ("case_opened", &[1]),
        ("case_tasked", &[1]),
        ("verification_begun", &[1]),
        ("access_blocked", &[1]),
        ("finding_made", &[1]),
        ("not_verifiable", &[1]),
        ("notice_sent", &[1]),
        ("response_given", &[1]),
        ("draft_presented", &[1]),
        ("opinion_given", &[1]),
        ("remedy_requested", &[1]),
        ("remedy_followed", &[1]),
        ("case_settled", &[1]),
        ("closing_proposed", &[1]),
        ("case_reopened", &[1]),
        ("confirmation_given", &[1]),
        ("bulletin_recorded", &[1]),
        ("incident_listed", &[1]),
        ("observation_recorded", &[1]),
        ("coverage_recorded", &[1]),
        ("access_recorded", &[1]),
        ("call_logged", &[1]),
        ("obligation_reported", &[1]),
        ("source_graded", &[1]),
        ("information_graded", &[1]),
        ("coded", &[1]),
        ("incident_checked", &[1]),
        ("incident_tested", &[1]),
        ("source_withdrawn", &[1]),
        ("report_issued", &[1]),
        ("desk_audited", &[1]),
        ("claim_reviewed", &[1]),
    ];
}

/// What stands in a register at an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decoded {
    /// A statement that this program understands.
    Known(Box<Statement>),
    /// A well-formed statement of a kind or version that this program does not know. Kept, shown, and not folded.
    Unknown {
        /// Its header.
        header: Header,
        /// Its kind.
        kind: String,
        /// Its version.
        version: u32,
    },
}

impl Decoded {
    /// The header, known kind or not.
    #[must_use]
    pub fn header(&self) -> &Header {
        match self {
            Decoded::Known(s) => &s.header,
            Decoded::Unknown { header, .. } => header,
        }
    }
}

/// A payload that is no statement. It stops the fold of its register at its index, visibly.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Not the CBOR of a statement.
    #[error("not a statement: {0}")]
    Malformed(String),
    /// A known kind whose body does not fit its layout.
    #[error("a `{kind}` (version {version}) whose body does not fit its layout: {why}")]
    Body {
        /// The kind.
        kind: String,
        /// The version.
        version: u32,
        /// What does not fit.
        why: String,
    },
    /// Not the one spelling that the format allows.
    #[error("a `{kind}` (version {version}) that is not in the canonical form")]
    NotCanonical {
        /// The kind.
        kind: String,
        /// The version.
        version: u32,
    },
}

/// The payload bytes of a statement.
#[must_use]
pub fn encode(statement: &Statement) -> Vec<u8> {
    v1::encode(statement)
}

/// The digest of a claim as it was recorded: what a reviewer was shown. SHA-256 over the bytes of the words *armistice claim v1* and a
/// zero byte, the document's id and a zero byte, and the claim's layout as it stands in `claims_read`.
#[must_use]
pub fn claim_digest(claim: &Claim) -> [u8; 32] {
    let mut h = Sha256::new();
    h.update(b"armistice claim v1\0");
    h.update(claim.document.as_str());
    h.update(b"\0");
    h.update(v1::claim_bytes(claim));
    h.finalize().into()
}

/// Reads a payload. Strict: what it accepts, [`encode`] gives back byte for byte.
pub fn decode(payload: &[u8]) -> Result<Decoded, DecodeError> {
    v1::decode(payload)
}
