//! One statement of every kind of the desk family.
//!
//! Must not: leave a field at its simplest value where another shows more.

use armistice_core::statement::{
    desk::{Desk, DeskAudited},
    review::{ClaimChanges, ClaimField, ClaimReviewed, CountRead, ReviewVerdict},
    wire::{Digest, Interval, Site},
};
use armistice_core::{
    act::Act,
    claim::{ClaimKind, Polarity},
    count::{CountStatus, CountWhat},
    id::ClaimId,
    place::PlacePrecision,
};

/// One of every kind, in the order of [`Desk::KINDS`].
pub(crate) fn all() -> Vec<Desk> {
    let day = "2021-05-12".parse().ok();
    let changes = ClaimChanges {
        kind: Some(ClaimKind::Allegation),
        act: Some(Act::Shelling),
        polarity: Some(Polarity::Open),
        alleged_authors: vec!["one side".to_owned()],
        affected: vec!["the village".to_owned()],
        place: Some(Site {
            text: "the village".to_owned(),
            name: Some("Village".to_owned()),
            precision: PlacePrecision::Settlement,
            lat: Some(34_874_444),
            lon: Some(-36_530_278),
            country: Some("XX".to_owned()),
            admin1: Some("North".to_owned()),
        }),
        time: Some(Interval { from: day, to: day }),
        counts: vec![CountRead {
            what: CountWhat::Killed,
            status: CountStatus::Civilians,
            min: Some(5),
            best: Some(5),
            max: None,
        }],
        recorded_by: Some("A list".to_owned()),
        unstated: vec![ClaimField::AllegedAuthors],
    };
    vec![
        Desk::Audited(DeskAudited { from_seq: 3, to_seq: 41, head: Digest([7; 32]) }),
        Desk::Reviewed(Box::new(ClaimReviewed {
            claim: ClaimId::of(&[b"a claim"]),
            shown: Digest([8; 32]),
            verdict: ReviewVerdict::Corrected,
            reason: Some("the second sentence".to_owned()),
            changes: Some(changes),
        })),
    ]
}
