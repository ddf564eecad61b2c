//! Part 3: the texts, the method, the words, the unit of count, the standard of proof, and what changed of them.
//!
//! Must not: pass over that a text is contested or was not checked.

use super::{VERSION, cut, head, world::World};
use crate::{
    agreements::{self, AgreementFile},
    output::report_v1::{Method, MethodText},
};
use armistice_core::record::{self, Record};
use std::collections::BTreeSet;

pub(super) fn part(w: &World<'_>) -> Method {
    let mut texts = Vec::new();
    let (mut standards, mut decision_rules) = (Vec::new(), Vec::new());
    for file in w.agreements() {
        let a = &file.agreement;
        texts.extend(a.tested_texts().map(|t| MethodText {
            agreement: a.title.clone(),
            text: t.id.to_string(),
            authority: t.authority.clone(),
            status: t.status.word().to_owned(),
            held_by: t.held_by.iter().map(|id| a.actor_name(id).to_owned()).collect(),
            to_be_confirmed: t.marks.to_be_confirmed,
            sha256: data_encoding::HEXLOWER.encode(&file.sha256),
        }));
        let m = &a.modalities;
        let row = |value: &str, source: &str| [a.title.clone(), value.to_owned(), source.to_owned()];
        standards.push(row(m.standard_of_proof.value.word(), m.standard_of_proof.source.word()));
        decision_rules.push(row(m.decision_rule.value.word(), m.decision_rule.source.word()));
    }
    Method {
        head: head(w, 3, false, "not_kept"),
        texts,
        standards,
        decision_rules,
        reader_version: w.sound.brief.as_of.reader_version,
        report_version: VERSION,
        changes: changes(w),
    }
}

/// What was done otherwise when the last report was issued.
fn changes(w: &World<'_>) -> Vec<String> {
    let Some(last) = w.issued().last().copied() else { return vec!["first_report".to_owned()] };
    let sizes: Vec<(String, u64)> = last.body.as_of.iter().map(|a| (a.origin.clone(), a.size)).collect();
    let registers = cut::sizes(w.registers, &sizes);
    let then = record::fold(&registers);
    let (held, _) = agreements::of_record(&then);
    let files = |files: &[AgreementFile]| files.iter().map(|a| a.sha256).collect::<BTreeSet<_>>();
    let mut out = Vec::new();
    if files(&held) != files(w.agreements()) {
        out.push("agreements_changed".to_owned());
    }
    let readers = |record: &Record| {
        let texts = record.documents.values().flat_map(|d| &d.texts).map(|(_, t)| t.engine.version);
        texts.max()
    };
    if readers(&then) != readers(&w.sound.record) {
        out.push("reader_changed".to_owned());
    }
    out
}
