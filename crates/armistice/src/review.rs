//! What a person's review of a claim says: of which claim, as it was shown, and which statement follows.
//!
//! Must not: change a claim, or say a review of something else than what was shown.

use crate::{
    failure::{Exit, Failure},
    places,
};
use armistice_core::{
    claim::Claim,
    id::ClaimId,
    place::PlacePrecision,
    record::{Record, Step},
    statement::{
        Body, claim_digest,
        desk::Desk,
        review::{ClaimChanges, ClaimReviewed, ReviewVerdict},
        wire::{Digest, Site},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The longest reason, in bytes: some sentences, not a report.
pub const REASON_MAX: usize = 4000;

/// How many candidates are named when an id is not unique.
const CANDIDATES_MAX: usize = 8;

/// A review that somebody wants to give.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// What is said.
    pub verdict: ReviewVerdict,
    /// Why.
    pub reason: Option<&'a str>,
    /// What is read otherwise.
    pub changes: Option<ClaimChanges>,
    /// The digest of what the reviewer looked at, in hex; without it, of what stands here.
    pub shown: Option<&'a str>,
}

/// The claim in force that a person means, by its id or the beginning of it.
pub fn find<'a>(record: &'a Record, given: &str) -> Result<&'a Claim, Failure> {
    let all = record.documents.values().filter(|d| !d.captured.is_empty()).filter_map(|d| d.claims());
    let of = all.flat_map(|(_, read)| read.parts.values().flat_map(|(claims, _)| claims));
    let mut found: Vec<&Claim> = of.filter(|c| !given.is_empty() && c.id.as_str().starts_with(given)).collect();
    if found.iter().any(|c| c.id.as_str() == given) {
        found.retain(|c| c.id.as_str() == given);
    }
    found.dedup_by(|a, b| a.id == b.id);
    match found.as_slice() {
        [one] => Ok(one),
        [] => Err(Failure::new(
            Exit::NotFound,
            format!("no claim here has the id `{given}`"),
            "armistice brief DIR --json lists every claim; exchange registers if it is another member's.",
        )),
        many => {
            let ids: Vec<&str> = many.iter().take(CANDIDATES_MAX).map(|c| c.id.as_str()).collect();
            Err(Failure::new(
                Exit::NotFound,
                format!("`{given}` is the beginning of {} ids", many.len()),
                format!("One of: {}", ids.join(", ")),
            ))
        }
    }
}

/// The digest of a claim as it stands here, in hex: what a reviewer is shown.
#[must_use]
pub fn shown(claim: &Claim) -> String {
    Digest(claim_digest(claim)).to_string()
}

/// The claims in force and one member's reviews in force, for many reviews in one go.
#[derive(Debug)]
pub struct Book<'a> {
    record: &'a Record,
    member: &'a str,
    claims: BTreeMap<&'a str, &'a Claim>,
    own: BTreeMap<&'a ClaimId, &'a Step<ClaimReviewed>>,
}

impl<'a> Book<'a> {
    /// The book of a record for a member.
    #[must_use]
    pub fn of(record: &'a Record, member: &'a str) -> Self {
        let read = record.documents.values().filter(|d| !d.captured.is_empty()).filter_map(|d| d.claims());
        let claims = read.flat_map(|(_, r)| r.parts.values().flat_map(|(claims, _)| claims));
        // The later statement of the member stands last.
        let own = record.reviewed.iter().filter(|s| s.at.member == member).map(|s| (&s.body.claim, s));
        Self { record, member, claims: claims.map(|c| (c.id.as_str(), c)).collect(), own: own.collect() }
    }

    /// The claim of an id.
    #[must_use]
    pub fn claim(&self, id: &str) -> Option<&'a Claim> {
        self.claims.get(id).copied()
    }

    /// The member's last review of a claim, and where it stands.
    #[must_use]
    pub fn own(&self, claim: &ClaimId) -> Option<&'a Step<ClaimReviewed>> {
        self.own.get(claim).copied().filter(|s| s.body.verdict != ReviewVerdict::Withdrawn)
    }

    /// As [`body`].
    pub fn body(&self, claim: &Claim, wanted: &Wanted<'_>) -> Result<Option<Body>, Failure> {
        said(self.record, self.member, claim, wanted, self.own(&claim.id).map(|s| &s.body))
    }
}

/// The statement that says a review, or `None` where this member says the same already.
pub fn body(record: &Record, member: &str, claim: &Claim, wanted: &Wanted<'_>) -> Result<Option<Body>, Failure> {
    said(record, member, claim, wanted, own(record, member, &claim.id))
}

fn said(
    record: &Record,
    member: &str,
    claim: &Claim,
    wanted: &Wanted<'_>,
    own: Option<&ClaimReviewed>,
) -> Result<Option<Body>, Failure> {
    let digest = Digest(claim_digest(claim));
    if let Some(shown) = wanted.shown
        && shown != digest.to_string()
    {
        return Err(changed(record, claim, shown));
    }
    let reason = wanted.reason.map(str::trim).filter(|r| !r.is_empty());
    if reason.is_some_and(|r| r.len() > REASON_MAX) {
        let sentence = format!("a reason has at most {REASON_MAX} bytes");
        return Err(Failure::new(Exit::Usage, sentence, "Say in a sentence what you looked at."));
    }
    match wanted.verdict {
        ReviewVerdict::Rejected if reason.is_none() => {
            return Err(Failure::new(
                Exit::Usage,
                "a rejection needs a reason",
                "Say in a sentence what the words do not say: --reason TEXT.",
            ));
        }
        ReviewVerdict::Corrected if wanted.changes.as_ref().is_none_or(ClaimChanges::is_empty) => {
            return Err(Failure::new(
                Exit::Usage,
                "the correction changes nothing",
                "Give the fields that you read otherwise, or accept the claim.",
            ));
        }
        ReviewVerdict::Withdrawn if own.is_none() => {
            return Err(Failure::new(
                Exit::NotFound,
                format!("{member} has no review of {} to take back", claim.id.as_str()),
                "armistice claim show DIR CLAIM shows the reviews.",
            ));
        }
        ReviewVerdict::Accepted | ReviewVerdict::Rejected | ReviewVerdict::Corrected | ReviewVerdict::Withdrawn => {}
    }
    let new = ClaimReviewed {
        claim: claim.id.clone(),
        shown: digest,
        verdict: wanted.verdict,
        reason: reason.map(str::to_owned),
        changes: wanted.changes.clone(),
    };
    Ok((own != Some(&new)).then(|| Body::Desk(Box::new(Desk::Reviewed(Box::new(new))))))
}

/// The member's own review in force.
fn own<'a>(record: &'a Record, member: &str, claim: &ClaimId) -> Option<&'a ClaimReviewed> {
    let last = record.reviewed.iter().rev().find(|s| s.at.member == member && s.body.claim == *claim)?;
    (last.body.verdict != ReviewVerdict::Withdrawn).then_some(&last.body)
}

/// What was shown is not what is here: what changed, if the reading that was shown is here too.
#[must_use]
pub fn changed(record: &Record, claim: &Claim, shown: &str) -> Failure {
    let state = record.documents.get(&claim.document);
    let readings = state.into_iter().flat_map(|d| &d.claims);
    let mut same_id =
        readings.flat_map(|(_, read)| read.parts.values().flat_map(|(claims, _)| claims)).filter(|c| c.id == claim.id);
    let what = match same_id.find(|c| self::shown(c) == shown) {
        Some(old) => format!("it is read otherwise now: {}", differences(old, claim).join(", ")),
        None => "what was shown is no reading that is here".to_owned(),
    };
    Failure::new(
        Exit::InputRefused,
        format!("{} is not what was shown: {what}", claim.id.as_str()),
        "Look at it again, and say then what holds.",
    )
}

/// The fields in which two readings of a claim differ.
#[must_use]
pub fn differences(a: &Claim, b: &Claim) -> Vec<&'static str> {
    let Claim {
        id: _,
        document,
        span,
        quote,
        kind,
        act,
        alleged_authors,
        affected,
        place,
        time,
        counts,
        chain,
        polarity,
        rules,
    } = a;
    let rows = [
        ("document", *document == b.document),
        ("words", *span == b.span && *quote == b.quote),
        ("kind", *kind == b.kind),
        ("act", *act == b.act),
        ("alleged author", *alleged_authors == b.alleged_authors),
        ("affected", *affected == b.affected),
        ("place", *place == b.place),
        ("time", *time == b.time),
        ("counts", *counts == b.counts),
        ("who says it", *chain == b.chain),
        ("polarity", *polarity == b.polarity),
        ("rules", *rules == b.rules),
    ];
    rows.into_iter().filter(|(_, same)| !same).map(|(what, _)| what).collect()
}

/// The place that words mean, in the countries of the agreements, as the reader's gazetteer has it. Words that it has no entry or
/// several entries for are a place that is not identified.
pub fn site(words: &str, countries: &BTreeSet<String>) -> Result<Site, Failure> {
    let gazetteer = places::gazetteer()?;
    let context = armistice_read::elements::places::PlaceContext { countries: countries.iter().cloned().collect() };
    let find = |text: &str| armistice_read::elements::places::find(text, "en", gazetteer, &context);
    // A bare name is read as a place after a preposition, as in a sentence.
    let found = Some(find(words)).filter(|f| !f.is_empty()).unwrap_or_else(|| find(&format!("in {words}")));
    // Exactly one place in the words; else the words stand alone.
    let place = match found.as_slice() {
        [one] => Some(&one.value),
        _ => None,
    };
    Ok(match place {
        Some(p) => Site {
            text: words.to_owned(),
            name: p.name.clone(),
            precision: p.precision,
            lat: p.point.map(|x| x.0),
            lon: p.point.map(|x| x.1),
            country: p.country.clone(),
            admin1: p.admin1.clone(),
        },
        None => Site {
            text: words.to_owned(),
            name: None,
            precision: PlacePrecision::Unknown,
            lat: None,
            lon: None,
            country: None,
            admin1: None,
        },
    })
}
