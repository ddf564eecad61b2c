//! Incidents: claims of the same act, place and time, held together with the reasons why.
//!
//! Claims are paired within blocks (day, place, act family), scored in parts that a person can read, and joined by average
//! link under constraints: what cannot be one act (other settlement, other day) never joins through a third. What people
//! judge always wins. Nothing is merged away: an incident is a list of claims and the weighed links between them.
//!
//! Must not: add or average figures, move a province to a point, or put an interval on its first day.

use crate::act::Act;
use crate::claim::{Claim, ClaimKind, Polarity};
use crate::count::Count;
use crate::id::{ClaimId, DocumentId, IncidentId};
use crate::place::Place;
use crate::said::Said;
use crate::statement::Verdict;
use crate::time::{TimeBasis, When};

mod cluster;
mod feature;
mod labels;
mod origins;
mod record;
mod score;

pub use labels::Labels;
pub(crate) use origins::Groups;
pub use origins::{Independence, SourceKey, independence};
pub(crate) use record::{figure, status_words, what_words};
pub(crate) use score::{acts_compatible, disjoint, places_conflict};

/// A claim with all that linking needs to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedClaim {
    /// The claim as read.
    pub claim: Claim,
    /// Its time, resolved.
    pub when: When,
    /// When its document was published.
    pub published: When,
    /// The document that makes it.
    pub document: DocumentId,
    /// The group of documents of one origin that its document belongs to.
    pub origin: usize,
    /// The other documents that share the passage of the claim.
    pub in_copied_passage: Vec<DocumentId>,
    /// The first producer of the information, as far as the chain tells.
    pub ultimate_source: SourceKey,
    /// Ids of the alleged authors, resolved against the agreement's actors.
    pub author_ids: Vec<String>,
    /// Ids of the affected.
    pub affected_ids: Vec<String>,
    /// What the claim is about where no act tells it, such as `guarantors` or `meeting_format`.
    pub topic: Option<String>,
}

/// A judgement of a person on two claims.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Judgement {
    /// One claim.
    pub a: ClaimId,
    /// The other.
    pub b: ClaimId,
    /// What was judged.
    pub verdict: Verdict,
    /// Who judged.
    pub by: String,
}

/// One part of a score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What was compared: `act`, `place`, `time`, `authors`, `affected`, `counts`, `wording`, `source`, `data_set`, `judgement`.
    pub name: &'static str,
    /// Points for (positive) or against (negative).
    pub effect: i32,
    /// Why, in the values.
    pub why: String,
}

/// Why two claims of an incident are held to be about the same act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The earlier claim.
    pub a: ClaimId,
    /// The later claim.
    pub b: ClaimId,
    /// The sum of the parts; [`LINK`] and more links.
    pub weight: i32,
    /// The parts.
    pub parts: Vec<Part>,
}

/// The least weight that links two claims. Same act (3), same day (4) and same place (5) make 12; a province in place of the
/// settlement makes 8, and anything that speaks against it then keeps them apart.
pub const LINK: i32 = 8;

/// The ladder of the fact (not of the law). Documents alone lead to the first four and to `Contradicted`; the others need the
/// mechanism's own work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VerificationStatus {
    /// Nobody has looked.
    Unassessed,
    /// Only parties to the conflict say so.
    Unverified,
    /// One independent origin.
    SingleOrigin,
    /// Two or more independent origins, not all of them parties.
    Corroborated,
    /// Established by the mechanism's own means.
    Verified,
    /// Somebody who is no party says the opposite.
    Contradicted,
    /// Established not to be so.
    Refuted,
    /// Cannot be established: access denied, time passed.
    NotVerifiable,
}

impl VerificationStatus {
    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unassessed => "unassessed",
            Self::Unverified => "unverified",
            Self::SingleOrigin => "single_origin",
            Self::Corroborated => "corroborated",
            Self::Verified => "verified",
            Self::Contradicted => "contradicted",
            Self::Refuted => "refuted",
            Self::NotVerifiable => "not_verifiable",
        }
    }
}

/// Somebody named as author of an incident, and by which claims. Alleged, not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllegedAuthor {
    /// The actor.
    pub id: String,
    /// The claims that say so.
    pub claims: Vec<ClaimId>,
}

/// Claims about one act, place and time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Named after its earliest claim.
    pub id: IncidentId,
    /// Neutral title, from taxonomy, place and day.
    pub title: String,
    /// Its claims in canonical order: publication, document, place in it.
    pub claims: Vec<ClaimId>,
    /// The most exact act that all claims allow.
    pub act: Option<Act>,
    /// Who is said to have done it.
    pub alleged_authors: Vec<AllegedAuthor>,
    /// Who is said to be affected.
    pub affected: Vec<String>,
    /// The narrowest place that all claims allow.
    pub place: Option<Place>,
    /// The narrowest time that all claims allow.
    pub time: When,
    /// Per unit and status the lowest and the highest figure; a best figure only where all agree.
    pub counts: Vec<Count>,
    /// What the claims disagree on, in words.
    pub disagreements: Vec<String>,
    /// The same as data.
    pub disagreements_said: Vec<Said>,
    /// How many independent origins.
    pub independent_origins: Independence,
    /// The ladder.
    pub verification_status: VerificationStatus,
    /// Why it stands there.
    pub verification_reasons: Vec<String>,
    /// The same as data.
    pub verification_said: Vec<Said>,
    /// The links that hold it together.
    pub links: Vec<Link>,
    /// Claims that deny it.
    pub denials: Vec<ClaimId>,
    /// It covers a stretch of time (a row of a data set over months), not an event of some days.
    pub aggregate: bool,
}

/// Links claims into incidents. Claims that tell of no incident (totals, demands, plans) are left out, unless a person judged
/// them the same as one that does. The result does not depend on the order of `claims` or `judgements`; incidents stand in the
/// order of their earliest claims. Of claims with the same id the first in canonical order counts. `labels` are for the reasons
/// only.
#[must_use]
pub fn link(claims: &[RecordedClaim], judgements: &[Judgement], labels: &Labels) -> Vec<Incident> {
    let mut all: Vec<&RecordedClaim> = claims.iter().collect();
    all.sort_by_cached_key(|c| canonical(c));
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|c| seen.insert(&c.claim.id));
    let judged = cluster::Judged::new(judgements);
    let members: Vec<&RecordedClaim> =
        all.iter().copied().filter(|c| tells_of_incident(c) || judged.same(&c.claim.id)).collect();
    let denials: Vec<&RecordedClaim> = all.iter().copied().filter(|c| denies(c)).collect();
    let features: Vec<feature::Feature<'_>> = members.iter().map(|c| feature::Feature::new(c)).collect();
    let clusters = cluster::cluster(&features, &judged);
    record::incidents(&features, clusters, &denials, &judged, labels)
}

/// Something that was done, or an accusation that names an act with a place, a time or in words that others print too. Talks,
/// signatures and the upkeep of the ceasefire are no incidents.
fn tells_of_incident(c: &RecordedClaim) -> bool {
    if c.claim.polarity == Polarity::Negated {
        return false;
    }
    let placed = c.claim.place.as_ref().is_some_and(feature::names_a_place);
    let told_of = placed || feature::dated(&c.when) || !c.in_copied_passage.is_empty();
    if feature::stretch(c) {
        return false;
    }
    match c.claim.kind {
        ClaimKind::Incident => match c.claim.act {
            Some(act) if act.is_deed() => true,
            // A breach that is not said how needs a place, a day or a figure to be one thing that happened.
            Some(Act::Violation | Act::NonPerformance) => told_of || !c.claim.counts.is_empty(),
            Some(_) => false,
            // Rows of data sets, and people hurt by what is not said.
            None => c.when.basis == TimeBasis::DataColumn || c.claim.counts.iter().any(|n| n.what.is_harm()),
        },
        ClaimKind::Allegation => c.claim.act.is_some_and(|a| a.is_deed() || a == Act::Violation) && told_of,
        ClaimKind::Denial
        | ClaimKind::Total
        | ClaimKind::AgreementFact
        | ClaimKind::AgreementScope
        | ClaimKind::Demand
        | ClaimKind::Pledge
        | ClaimKind::Condition
        | ClaimKind::Proposal
        | ClaimKind::Plan
        | ClaimKind::Refusal
        | ClaimKind::Position
        | ClaimKind::Context => false,
    }
}

/// A denial, or a negated incident or accusation.
fn denies(c: &RecordedClaim) -> bool {
    let told = matches!(c.claim.kind, ClaimKind::Incident | ClaimKind::Allegation);
    c.claim.kind == ClaimKind::Denial || (told && c.claim.polarity == Polarity::Negated)
}

/// Publication (unknown last), document, place in it, id.
pub(crate) fn canonical(c: &RecordedClaim) -> (bool, Option<jiff::civil::Date>, DocumentId, u32, ClaimId) {
    let day = c.published.first_day();
    (day.is_none(), day, c.document.clone(), c.claim.span.start, c.claim.id.clone())
}
