//! Documents grouped by origin, with reasons that people can follow.
//!
//! Must not: look at texts; credits, bonds and reasons come from the record.

use super::Work;
use crate::compare;
use armistice_core::{
    origin::{self, Bound, Origin, OriginDocument, Reason},
    statement::TextRead,
};
use armistice_read::lineage::{
    agencies::Agencies,
    credit::CueKind,
    origin::{OriginDoc, text_agency},
};
use std::collections::BTreeSet;

/// Length of a document's id: its prefix and what follows.
const ID_PREFIX: &str = "doc-";
const ID_TAIL: usize = 16;

impl Work<'_> {
    pub(super) fn label(&self, id: &str) -> Option<String> {
        let d = self.numbers.get(id)?;
        Some(format!("[{}]", d + 1))
    }

    /// Reasons name documents by id; people know them by number.
    pub(super) fn with_numbers(&self, reason: &str) -> String {
        let mut out = String::with_capacity(reason.len());
        let mut rest = reason;
        while let Some(at) = rest.find(ID_PREFIX) {
            out.push_str(&rest[..at]);
            let id: String = rest[at..].chars().take(ID_PREFIX.len() + ID_TAIL).collect();
            match self.label(&id) {
                Some(label) => out.push_str(&label),
                None => out.push_str(&id),
            }
            rest = &rest[at + id.len()..];
        }
        out.push_str(rest);
        out
    }

    /// The reason with numbers, and the documents that it speaks of.
    fn reason(&self, text: &str) -> Reason {
        let about = text.match_indices(ID_PREFIX).filter_map(|(at, _)| {
            let id: String = text[at..].chars().take(ID_PREFIX.len() + ID_TAIL).collect();
            self.numbers.get(id.as_str()).map(|n| self.documents[*n].id.clone())
        });
        Reason { about: about.collect(), text: self.with_numbers(text) }
    }

    pub(super) fn group(&self) -> Vec<Origin> {
        let agencies = Agencies::bundled();
        let documents: Vec<OriginDocument> = self
            .documents
            .iter()
            .enumerate()
            .map(|(i, d)| {
                let cues = d.text.map_or_else(Vec::new, |t| compare::cues(&t.credits));
                let outlet = d.text.and_then(|t| t.outlet.as_ref()).map(|w| w.text.clone());
                let doc = OriginDoc {
                    outlet: outlet.clone(),
                    title: None,
                    published: None,
                    main_start: d.text.map_or(0, main_start),
                    cues,
                };
                let agency = text_agency(&doc, agencies);
                let mut notes = Vec::new();
                let name = format!("[{}]", i + 1);
                if let Some(a) = &agency {
                    let agency = &a.name;
                    if a.stated {
                        notes.push(format!("{name} is credited to {agency} (“{}”)", a.evidence.trim()));
                    } else {
                        notes.push(format!("speakers in {name} spoke to {agency} (“{}”)", a.evidence.trim()));
                    }
                }
                let mut said = BTreeSet::new();
                for cue in &doc.cues {
                    let own = agency.as_ref().is_some_and(|a| Some(&a.agency) == cue.agency.as_ref());
                    let note = match cue.kind {
                        CueKind::PhotoCredit if !own => {
                            format!("{name} credits {} for a picture only, which is no credit for the text", cue.name)
                        }
                        CueKind::CitedOutlet if !own => format!("{name} cites {} for a passage", cue.name),
                        CueKind::CourtesyLine if !own => format!("{name} says that it comes from {}", cue.name),
                        CueKind::PhotoCredit
                        | CueKind::CitedOutlet
                        | CueKind::CourtesyLine
                        | CueKind::TextCredit
                        | CueKind::DatelineAgency
                        | CueKind::ToldAgency => continue,
                    };
                    if said.insert(note.clone()) {
                        notes.push(note);
                    }
                }
                let title = d.text.and_then(|t| t.title.as_ref()).map(|w| w.text.clone());
                let file = d.state.captured.first().map(|(_, c)| c.file.clone());
                OriginDocument {
                    document: d.id.clone(),
                    agency: agency.map(|a| a.name),
                    outlet,
                    title: title.or(file).unwrap_or_default(),
                    notes,
                }
            })
            .collect();
        let bonds: Vec<Bound> = self
            .pairs
            .iter()
            .map(|((a, b), c)| Bound {
                a: (*a).clone(),
                b: (*b).clone(),
                bond: c.bond,
                reasons: c.reasons.iter().map(|r| self.reason(r)).collect(),
            })
            .collect();
        origin::origins(&documents, &bonds)
    }
}

fn main_start(t: &TextRead) -> u32 {
    let cut = t.partition.iter().take_while(|p| p.fate != 0);
    cut.map(|p| p.len).sum()
}
