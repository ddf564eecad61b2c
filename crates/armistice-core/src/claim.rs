//! A claim: one statement that a document makes, tied to its exact words, with the whole chain of who says that who says it.
//!
//! Must not: judge a claim. What is claimed, who claims it and who recorded it are three different things.

use crate::{
    act::Act, count::Count, id::ClaimId, id::DocumentId, named::Named as _, place::Place, span::Span, time::TimeMention,
};

/// What kind of statement a claim is. They are never mixed: a demand is not an obligation, a plan is not a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimKind {
    /// Something that happened or happens on the ground, possibly relevant to the agreement.
    Incident,
    /// An accusation that a side broke the agreement or did wrong.
    Allegation,
    /// A denial of an allegation.
    Denial,
    /// A cumulative figure (the dead of the whole war, violations since a date). Never the count of an incident.
    Total,
    /// Something about an agreement or the talks that is told as fact: who brokered, signed, guarantees, monitors.
    AgreementFact,
    /// What an agreement covers or leaves out: territory, actors, acts.
    AgreementScope,
    /// Somebody wants another to do something. Not an obligation.
    Demand,
    /// Somebody promises to do something (an undertaking).
    Pledge,
    /// Somebody makes a step depend on something (a declared condition).
    Condition,
    /// A text or step that is proposed and not agreed.
    Proposal,
    /// Something that is expected or planned.
    Plan,
    /// Somebody says that they will not do something.
    Refusal,
    /// A view, aim or assessment of a side.
    Position,
    /// Background.
    Context,
}

/// Whether the words say that it is so, that it is not so, or leave it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// Asserted.
    Asserted,
    /// Negated ("did not …", "no agreements would …").
    Negated,
    /// Left open ("may", "it remained unclear").
    Open,
}

/// The part that somebody plays in passing a claim on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChainRole {
    /// Publishes the page. Always the first link.
    Outlet,
    /// A news agency that the text, or this passage, comes from.
    Agency,
    /// Another outlet that is cited.
    CitedOutlet,
    /// Somebody named who says it.
    Speaker,
    /// Somebody unnamed who says it ("a monitoring group", "a source close to …").
    UnnamedSource,
    /// A body that keeps a list and entered it there. Recorder is never author.
    Recorder,
    /// A document that is quoted (a draft, a statement).
    Document,
    /// The group that the speaker speaks for, or that holds the view.
    CitedGroup,
}

/// One link of the chain, from the page inwards: outlet, agency, speaker, cited group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChainLink {
    /// The name as the document gives it (or the outlet's name; `unknown outlet` is the empty string).
    pub name: String,
    /// The part played.
    pub role: ChainRole,
    /// The reporting words, such as `told`, `accused`; none for the outlet.
    pub verb: Option<String>,
    /// Where the name stands in the captured file; none when it comes from the page's metadata.
    pub span: Option<Span>,
}

/// Somebody in a claim as an author or as one affected, in the words of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorMention {
    /// The words, such as `government forces`.
    pub text: String,
    /// Where they stand in the captured file.
    pub span: Span,
}

/// One claim. Spans are bytes of the captured file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its id: document, span, kind.
    pub id: ClaimId,
    /// The document that makes it.
    pub document: DocumentId,
    /// The words that make it.
    pub span: Span,
    /// Exactly the text of `span` (decoded, character references resolved).
    pub quote: String,
    /// What kind of statement.
    pub kind: ClaimKind,
    /// The act that it is about, when it is about one.
    pub act: Option<Act>,
    /// Who is said to have done it (or to do it, for demands: who should; for pledges: who will). Claimed, not found.
    pub alleged_authors: Vec<ActorMention>,
    /// Who or what is said to be affected, or is the target.
    pub affected: Vec<ActorMention>,
    /// Where.
    pub place: Option<Place>,
    /// When, as the words say it; resolved against an anchor by [`crate::time::resolve`].
    pub time: Option<TimeMention>,
    /// How many.
    pub counts: Vec<Count>,
    /// Who says that who says it, from the outlet inwards.
    pub chain: Vec<ChainLink>,
    /// Asserted, negated or open.
    pub polarity: Polarity,
    /// The rules that made this claim, for the reader who asks why.
    pub rules: Vec<String>,
}

impl Claim {
    /// The id of a claim: same document, words and kind, same id.
    #[must_use]
    pub fn make_id(document: &DocumentId, span: Span, kind: ClaimKind, ordinal: u32) -> ClaimId {
        ClaimId::of(&[
            document.as_str().as_bytes(),
            &span.start.to_be_bytes(),
            &span.end.to_be_bytes(),
            kind.id().as_bytes(),
            &ordinal.to_be_bytes(),
        ])
    }
}
