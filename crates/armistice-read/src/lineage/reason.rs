//! Reasons: why two documents, or two claims, are or are not of one origin. Data first; English is one rendering.
//!
//! Must not: decide. A reason is written down by the judgement that it explains.

use serde::Serialize;

/// One reason. Documents are numbers of the caller's list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Reason {
    /// Runs of the same words, each at least eight long.
    SharedRuns {
        /// The one document.
        a: usize,
        /// The other.
        b: usize,
        /// How many runs.
        runs: u32,
        /// Words of the longest.
        longest: u32,
        /// Words in all.
        words: u32,
        /// Share of the shorter document's words, in thousandths.
        permille: u32,
    },
    /// Passages that were reworded: short shared runs in the same order, close together, of rare words.
    EditedPassages {
        /// The one document.
        a: usize,
        /// The other.
        b: usize,
        /// How many passages.
        passages: u32,
        /// Shared words in them.
        words: u32,
    },
    /// All that the two share stands in speech marks.
    OnlyQuoted {
        /// The one document.
        a: usize,
        /// The other.
        b: usize,
        /// Shared words.
        words: u32,
    },
    /// Shared text that many documents of other stories hold too, so it counts for little.
    StandsInManyDocuments {
        /// How many hold it.
        documents: u32,
    },
    /// The text repeats itself so much that not every shared run was looked for.
    SearchLimited {
        /// The one document.
        a: usize,
        /// The other.
        b: usize,
    },
    /// The document says that its text is an agency's.
    Credited {
        /// Which document.
        document: usize,
        /// The agency or outlet.
        agency: String,
        /// The words that say so.
        evidence: String,
    },
    /// Speakers in the document spoke to an agency: its text, or that passage, is the agency's.
    ToldAgency {
        /// Which document.
        document: usize,
        /// The agency.
        agency: String,
        /// How often.
        times: u32,
    },
    /// Both documents are credited to one agency and tell the same story.
    SameCredit {
        /// The one document.
        a: usize,
        /// The other.
        b: usize,
        /// The agency.
        agency: String,
    },
    /// Both quote the same words.
    SameQuotation {
        /// The one document.
        a: usize,
        /// The other.
        b: usize,
        /// Words of the longest.
        words: u32,
    },
    /// Both use the same rare words: the same story, not necessarily the same text.
    SameStory {
        /// The one document.
        a: usize,
        /// The other.
        b: usize,
        /// Rare words in common.
        rare_words: u32,
    },
    /// An agency is credited for pictures only.
    PhotoCreditOnly {
        /// Which document.
        document: usize,
        /// The agency.
        agency: String,
    },
    /// Another outlet is cited for a passage; the rest is the document's own.
    CitedOnly {
        /// Which document.
        document: usize,
        /// Who is cited.
        agency: String,
    },
    /// The document shares text with one that names the agency, and does not name it itself.
    CreditStripped {
        /// Which document.
        document: usize,
        /// The agency.
        agency: String,
        /// The document that names it.
        from: usize,
    },
    /// A passage of another origin stands in this document, which is mostly something else.
    CarriesPassage {
        /// The document.
        document: usize,
        /// Where the passage is known from.
        of: usize,
        /// Its words.
        words: u32,
    },
    /// Two parts of the group hang together only by this document, which shares different passages with each.
    LinkedThrough {
        /// The document.
        document: usize,
    },
    /// Nothing links this document with another.
    NothingShared {
        /// The document.
        document: usize,
    },
}

impl Reason {
    /// The reason as an English sentence without a full stop. `name` gives the name to show for a document.
    #[must_use]
    pub fn english(&self, name: &dyn Fn(usize) -> String) -> String {
        let n = |count: u32, one: &str| if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") };
        match self {
            Self::SharedRuns { a, b, runs, longest, words, permille } => format!(
                "{} and {}: {} of the same words, longest {longest} words, {words} words in all ({} % of the shorter text)",
                name(*a),
                name(*b),
                n(*runs, "run"),
                (permille + 5) / 10
            ),
            Self::EditedPassages { a, b, passages, words } => {
                format!("{} and {}: {} reworded, {words} shared words", name(*a), name(*b), n(*passages, "passage"))
            }
            Self::OnlyQuoted { a, b, words } => format!(
                "{} and {}: all {words} shared words stand in speech marks, so a common speaker explains them",
                name(*a),
                name(*b)
            ),
            Self::StandsInManyDocuments { documents } => {
                format!("some shared text stands in {documents} documents and counts for little")
            }
            Self::SearchLimited { a, b } => {
                format!("{} and {} repeat themselves; not every shared run was looked for", name(*a), name(*b))
            }
            Self::Credited { document, agency, evidence } => {
                format!("{} is credited to {agency} (\"{evidence}\")", name(*document))
            }
            Self::ToldAgency { document, agency, times } => {
                format!("in {} people speak to {agency} ({})", name(*document), n(*times, "time"))
            }
            Self::SameCredit { a, b, agency } => {
                format!("{} and {} are both credited to {agency} and tell the same story", name(*a), name(*b))
            }
            Self::SameQuotation { a, b, words } => {
                format!("{} and {} quote the same {}", name(*a), name(*b), n(*words, "word"))
            }
            Self::SameStory { a, b, rare_words } => {
                format!("{} and {} have {} in common", name(*a), name(*b), n(*rare_words, "rare word"))
            }
            Self::PhotoCreditOnly { document, agency } => {
                format!("{} names {agency} only as a photo credit: not counted", name(*document))
            }
            Self::CitedOnly { document, agency } => {
                format!("{} cites {agency} for a passage: not an origin of the whole text", name(*document))
            }
            Self::CreditStripped { document, agency, from } => format!(
                "{} carries no credit to {agency} but shares text with {}, which does",
                name(*document),
                name(*from)
            ),
            Self::CarriesPassage { document, of, words } => {
                format!("{} carries a passage of {words} words from {} inside other text", name(*document), name(*of))
            }
            Self::LinkedThrough { document } => {
                format!("two parts hang together only through {}: they may be one origin or two", name(*document))
            }
            Self::NothingShared { document } => format!("{} shares no text with another document", name(*document)),
        }
    }
}
