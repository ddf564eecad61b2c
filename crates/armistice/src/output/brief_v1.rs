//! `armistice brief --json`, version 1. The schema is `docs/brief.schema.json`, generated from these types.
//!
//! Must not: change meaning within a version. A field may be added; none is renamed, removed or given another type.
//! Spans are byte offsets into the captured file. `null` means unknown; it never means zero or none.

use super::sealed_v1::SealedItem;
use schemars::JsonSchema;
use serde::Serialize;

/// The brief of a mission.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Brief {
    /// The version of this layout.
    pub version: u32,
    /// The mission.
    pub mission: Mission,
    /// The agreements that incidents were tested against.
    pub agreements: Vec<AgreementRef>,
    /// The documents, in the order of capture.
    pub documents: Vec<Document>,
    /// Who first produced what the documents tell.
    pub origins: Vec<Origin>,
    /// Pairs of documents that share text.
    pub copies: Vec<Copy>,
    /// Persons named.
    pub people: Vec<Person>,
    /// Claims, in document order.
    pub claims: Vec<Claim>,
    /// Incidents.
    pub incidents: Vec<Incident>,
    /// Claims that cannot both be true, or look as if they could not.
    pub contradictions: Vec<Contradiction>,
    /// Sealed items: what everybody may see of them.
    pub sealed: Vec<SealedItem>,
    /// What could not be folded or read, so that nothing is missing in silence.
    pub problems: Vec<Problem>,
    /// The registers that this brief was computed from. Whoever has them computes the same brief, byte for byte.
    pub as_of: AsOf,
}

/// The mission.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Mission {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its members, by whose registers this was computed.
    pub members: Vec<String>,
}

/// An agreement.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AgreementRef {
    /// Its id in its file.
    pub id: String,
    /// Its title.
    pub title: String,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// Its text versions.
    pub texts: Vec<String>,
}

/// Bytes of the captured file, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A stretch that was cut, with its reason class.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Cut {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Reason class.
    pub reason: String,
}

/// An interval of time with inclusive ends. `null` ends are open or unknown.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Time {
    /// Not before: `2017-01-23`, `2017-01-24T08:00Z`, or `2017-01-24T14:00` when the offset is unknown.
    pub from: Option<String>,
    /// Not after.
    pub to: Option<String>,
    /// `minute`, `hour`, `part_of_day`, `day`, `days`, `week`, `month`, `year`, `period`, `unknown`.
    pub precision: String,
    /// On what it rests.
    pub basis: String,
}

/// A date that a page shows.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PageDate {
    /// The words.
    pub text: String,
    /// Where they stand; `null` for metadata.
    pub span: Option<Span>,
    /// The part of the page.
    pub role: String,
    /// What they say.
    pub from: Option<String>,
    /// What they say.
    pub to: Option<String>,
    /// Whether the publication date rests on it.
    pub used: bool,
    /// Why it was used or not.
    pub why: String,
}

/// A document.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Document {
    /// Its id.
    pub id: String,
    /// The file's name when it was added.
    pub file: String,
    /// SHA-256 of its bytes, lower-case hex.
    pub sha256: String,
    /// Its headline.
    pub title: Option<String>,
    /// The outlet, if the page states it.
    pub outlet: Option<String>,
    /// The byline.
    pub byline: Option<String>,
    /// `html`, `text`, `markdown`, `event_data`.
    pub format: Option<String>,
    /// ISO 639.
    pub language: Option<String>,
    /// When it was published.
    pub published: Time,
    /// Why that date, and no narrower one.
    pub published_why: Vec<String>,
    /// Every date that the page shows.
    pub page_dates: Vec<PageDate>,
    /// Main text. Together with `cut` it covers every byte of the file.
    pub main_text: Vec<Span>,
    /// What was cut.
    pub cut: Vec<Cut>,
    /// The origin that it belongs to.
    pub origin: Option<String>,
    /// Warnings of the reader.
    pub warnings: Vec<String>,
}

/// An origin.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Origin {
    /// Its id.
    pub id: String,
    /// The agency, else the outlet, else the earliest document.
    pub label: String,
    /// Its documents.
    pub documents: Vec<String>,
    /// At least so many independent origins are inside.
    pub low: u32,
    /// At most so many.
    pub high: u32,
    /// Why.
    pub reasons: Vec<String>,
}

/// A shared run.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Run {
    /// In the first document.
    pub a: Span,
    /// In the second.
    pub b: Span,
    /// Words.
    pub words: u32,
    /// Whether it lies wholly inside a quotation.
    pub quoted: bool,
    /// Whether the passage was reworded: the words in common stand in order, with gaps.
    pub edited: bool,
}

/// Two documents that share text.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Copy {
    /// The one.
    pub a: String,
    /// The other.
    pub b: String,
    /// The shared runs.
    pub runs: Vec<Run>,
    /// Why they are held to be related, or not.
    pub reasons: Vec<String>,
    /// `same`: surely of one origin; `perhaps`; `none`: they share text and are of different origins all the same.
    pub bond: String,
}

/// One way in which a person's name is written.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Variant {
    /// The words.
    pub text: String,
    /// The document.
    pub document: String,
    /// Where.
    pub span: Span,
}

/// A person.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Person {
    /// Id.
    pub id: String,
    /// The fullest form.
    pub name: String,
    /// How the name is written, and where.
    pub variants: Vec<Variant>,
}

/// A place.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Place {
    /// The document's words.
    pub text: String,
    /// The gazetteer's name.
    pub name: Option<String>,
    /// `exact`, `settlement`, `near`, `admin3`, `admin2`, `admin1`, `region`, `country`, `unknown`.
    pub precision: String,
    /// Degrees north; only when the words name a point.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// First-order division.
    pub admin1: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
}

/// A count.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Count {
    /// What is counted.
    pub what: String,
    /// Of whom.
    pub status: String,
    /// At least.
    pub min: Option<u64>,
    /// The figure given.
    pub best: Option<u64>,
    /// At most.
    pub max: Option<u64>,
}

/// A link of the chain of who says that who says it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Link {
    /// The name; `null` when the outlet is not known.
    pub name: Option<String>,
    /// `outlet`, `agency`, `cited_outlet`, `speaker`, `unnamed_source`, `recorder`, `document`, `cited_group`.
    pub role: String,
    /// The reporting words.
    pub verb: Option<String>,
}

/// A claim.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Claim {
    /// Id.
    pub id: String,
    /// The document.
    pub document: String,
    /// The words' place.
    pub span: Span,
    /// The words.
    pub quote: String,
    /// `incident`, `allegation`, `denial`, `total`, `agreement_fact`, `agreement_scope`, `demand`, `pledge`,
    /// `condition`, `proposal`, `plan`, `refusal`, `position`, `context`.
    pub kind: String,
    /// The act, by the taxonomy.
    pub act: Option<String>,
    /// Who is alleged to have done it: the neutral name where the agreement knows the words, else the words.
    pub alleged_author: Option<String>,
    /// Who or what is said to be affected, in the same way.
    pub affected: Option<String>,
    /// Where.
    pub place: Option<Place>,
    /// When.
    pub time: Option<Time>,
    /// How many.
    pub counts: Vec<Count>,
    /// Who says that who says it, from the outlet inwards.
    pub chain: Vec<Link>,
    /// `asserted`, `negated`, `open`.
    pub polarity: String,
    /// The document's words for the alleged author.
    pub alleged_author_words: Vec<String>,
    /// The document's words for who or what is affected.
    pub affected_words: Vec<String>,
    /// The rules that made it.
    pub rules: Vec<String>,
    /// The passage stands in these other documents too.
    pub copied_in: Vec<String>,
}

/// A number of independent origins as an interval.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Independent {
    /// At least.
    pub low: u32,
    /// At most.
    pub high: u32,
    /// Why.
    pub reasons: Vec<String>,
}

/// One answer of the scope test.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Test {
    /// The agreement.
    pub agreement: String,
    /// The text version.
    pub text: String,
    /// The clause, where the question is about one.
    pub clause: Option<String>,
    /// The question.
    pub question: String,
    /// `yes`, `no`, `cannot_be_determined`.
    pub answer: String,
    /// Why.
    pub reasons: Vec<String>,
    /// What would change the answer.
    pub would_change: Vec<String>,
    /// The claims that the answer rests on.
    pub claims: Vec<String>,
    /// Claims to the contrary.
    pub contrary: Vec<String>,
    /// The findings of cases that the answer rests on, beside the claims.
    pub findings: Vec<String>,
    /// Findings to the contrary.
    pub contrary_findings: Vec<String>,
}

/// The summary of the test under one text.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Scope {
    /// The agreement.
    pub agreement: String,
    /// The text version.
    pub text: String,
    /// `in_scope`, `out_of_scope`, `cannot_be_determined`.
    pub scope: String,
    /// In words.
    pub why: String,
    /// With `in_scope`: the terms that it would breach.
    pub clauses: Vec<String>,
    /// With `in_scope`: exceptions that are not ruled out.
    pub open_exceptions: Vec<String>,
    /// Otherwise: the questions that put it outside, or that are open.
    pub because: Vec<String>,
}

/// An incident.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Incident {
    /// Id.
    pub id: String,
    /// A neutral title.
    pub title: String,
    /// Its claims.
    pub claims: Vec<String>,
    /// The act.
    pub act: Option<String>,
    /// Everyone alleged to be an author, by whomever.
    pub alleged_authors: Vec<String>,
    /// Where.
    pub place: Option<Place>,
    /// When.
    pub time: Option<Time>,
    /// How many, as an envelope over the claims.
    pub counts: Vec<Count>,
    /// How many independent origins it rests on.
    pub independent_origins: Independent,
    /// Of the fact, not of its legality.
    pub verification_status: String,
    /// Why it stands there.
    pub verification_why: Vec<String>,
    /// What its claims disagree on.
    pub disagreements: Vec<String>,
    /// Claims that deny it.
    pub denials: Vec<String>,
    /// It covers a stretch of time (a row of a data set over months) and counts in no day.
    pub aggregate: bool,
    /// The scope test.
    pub tests: Vec<Test>,
    /// The scope test in one line per text.
    pub scope: Vec<Scope>,
    /// Why these claims are one incident.
    pub why_linked: Vec<String>,
}

/// A contradiction, or what looks like one.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Contradiction {
    /// Id.
    pub id: String,
    /// The claims.
    pub claims: Vec<String>,
    /// What about.
    pub about: String,
    /// `contradiction`, `update`, `different_scope`, `different_definition`.
    pub relation: String,
    /// Why.
    pub why: String,
}

/// Something that is not in the brief as it should be.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Problem {
    /// On which thing.
    pub thing: String,
    /// What.
    pub what: String,
    /// What to do.
    pub next: String,
}

/// The registers that a brief was computed from.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AsOf {
    /// One row per register.
    pub registers: Vec<RegisterAsOf>,
    /// The version of the reader that read the documents.
    pub reader_version: u32,
}

/// A register at a size.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RegisterAsOf {
    /// Its origin line.
    pub origin: String,
    /// The member.
    pub member: String,
    /// Entries.
    pub size: u64,
    /// Tree root, lower-case hex.
    pub root: String,
}
