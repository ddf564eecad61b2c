//! Lost credits: a document that shares text with one that names the agency, and does not name it itself.
//!
//! Must not: accuse. It says what stands in which document; why a credit is missing it cannot know.

use armistice_core::span::Span;

use crate::lineage::agencies::{Agencies, AgencyKey};
use crate::lineage::copies::{Lineage, Strength};
use crate::lineage::credit::{Cue, CueKind};

/// How far in bytes behind or before a shared run a cue may stand to belong to its sentence.
const NEAR_BYTES: u32 = 80;

/// A credit that one of two documents with the same text has and the other has not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrippedCredit {
    /// The document without the credit.
    pub document: usize,
    /// The agency.
    pub agency: AgencyKey,
    /// Its name as that document shows it.
    pub name: String,
    /// The document that names it.
    pub from: usize,
    /// Index of the copy in [`Lineage::copies`], whose runs are the evidence.
    pub copy: usize,
    /// Passages where the one names the agency and the other has the same words without: (the cue in `from`, the shared
    /// run in `document`).
    pub passages: Vec<(Span, Span)>,
}

/// The agencies that a document names for its text or a passage, but not for pictures or as cited by the way.
fn named(cues: &[Cue], agencies: &Agencies) -> Vec<AgencyKey> {
    let mut out: Vec<AgencyKey> = cues
        .iter()
        .filter(|c| c.kind.is_credit())
        .filter_map(|c| c.agency.clone())
        .filter(|key| agencies.is_agency(key))
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// Lost credits among strong copies, by document, agency and source. A document that is credited to some agency of its
/// own has lost none.
#[must_use]
pub fn stripped(lineage: &Lineage, cues: &[Vec<Cue>], agencies: &Agencies) -> Vec<StrippedCredit> {
    let names: Vec<Vec<AgencyKey>> = cues.iter().map(|c| named(c, agencies)).collect();
    let mut out = Vec::new();
    for (number, copy) in lineage.copies.iter().enumerate() {
        match copy.strength {
            Strength::Strong => {}
            Strength::Weak => continue,
        }
        for (from, document, forward) in [(copy.a, copy.b, true), (copy.b, copy.a, false)] {
            if names.get(document).is_none_or(|n| !n.is_empty()) {
                continue;
            }
            for agency in names.get(from).into_iter().flatten() {
                let passages = copy
                    .runs
                    .iter()
                    .flat_map(|r| {
                        let (there, here) = if forward { (r.a, r.b) } else { (r.b, r.a) };
                        let near = Span {
                            start: there.start.saturating_sub(NEAR_BYTES),
                            end: there.end.saturating_add(NEAR_BYTES),
                        };
                        cues[from]
                            .iter()
                            .filter(move |c| {
                                c.kind == CueKind::ToldAgency
                                    && c.agency.as_ref() == Some(agency)
                                    && near.overlaps(c.span)
                            })
                            .map(move |c| (c.span, here))
                    })
                    .collect();
                let name = cues[from].iter().find(|c| c.agency.as_ref() == Some(agency)).map(|c| c.name.clone());
                let (agency, name) = (agency.clone(), name.unwrap_or_default());
                out.push(StrippedCredit { document, agency, name, from, copy: number, passages });
            }
        }
    }
    out.sort_by(|a, b| (a.document, &a.agency, a.from).cmp(&(b.document, &b.agency, b.from)));
    out
}
