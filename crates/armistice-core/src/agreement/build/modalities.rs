//! Builds the modalities. Where the agreement is silent, the mechanism's default stands and is marked.
//!
//! Must not: let a default pass for what was agreed.

use super::T;
use crate::agreement::name::{ActorId, InstrumentId, OrganId};
use crate::agreement::words::{DecisionRule, Known, ModalitySource, OnExpiry, RecusalRule, Standard};
use crate::agreement::{
    Clocks, Constituency, Marks, Modalities, Modality, Organ, Quorum, RightOfReply, SilenceProcedure,
};

fn constituency(t: &T<'_, '_>) -> Option<Constituency> {
    Some(Constituency { id: ActorId::new(&t.str("id")?), actors: t.actors("actors"), present: t.number("present")? })
}

/// The standard of one purpose: absent in the table of standards, it is the mechanism's default.
fn standard(t: &T<'_, '_>, key: &str, default: Standard) -> Option<Modality<Standard>> {
    let silent = Modality { value: default, source: ModalitySource::MechanismDefault, marks: Marks::default() };
    let Some(table) = t.table("standard_of_proof") else { return Some(silent) };
    let Some(value) = table.word(key, Standard::read) else { return Some(silent) };
    Some(Modality { value, source: table.word("source", ModalitySource::read)?, marks: table.marks() })
}

/// The clocks, and the keys of those that the file leaves out.
fn clocks(t: &T<'_, '_>, silence: &SilenceProcedure) -> Option<(Modality<Clocks>, Vec<&'static str>)> {
    // Opinions come in under the silence procedure, so its time is theirs unless the text says otherwise.
    let default = Clocks { opinions_days: silence.days, ..Clocks::default() };
    let all: Vec<&'static str> = Clocks::KEYS.to_vec();
    let Some(table) = t.table("clocks") else {
        let source = ModalitySource::MechanismDefault;
        return Some((Modality { value: default, source, marks: Marks::default() }, all));
    };
    let given = |key: &str, default: u32| table.number(key).unwrap_or(default);
    let value = Clocks {
        screening_hours: given("screening_hours", default.screening_hours),
        assessment_hours: given("assessment_hours", default.assessment_hours),
        tasking_hours: given("tasking_hours", default.tasking_hours),
        report_days: given("report_days", default.report_days),
        opinions_days: given("opinions_days", default.opinions_days),
        objection_days: given("objection_days", default.objection_days),
        publication_hours: given("publication_hours", default.publication_hours),
        follow_up_days: match table.get("follow_up_days") {
            Some(_) => table.numbers("follow_up_days")?,
            None => default.follow_up_days,
        },
    };
    let source = table.word("source", ModalitySource::read)?;
    let silent = |key: &&str| source == ModalitySource::MechanismDefault || table.get(key).is_none();
    let silent_clocks = all.into_iter().filter(silent).collect();
    Some((Modality { value, source, marks: table.marks() }, silent_clocks))
}

/// All modalities.
pub(super) fn modalities(t: &T<'_, '_>) -> Option<Modalities> {
    let silence =
        t.modality("silence_procedure", SilenceProcedure { days: 7, on_expiry: OnExpiry::NotDetermined }, |t| {
            Some(SilenceProcedure { days: t.number("days")?, on_expiry: t.word("on_expiry", OnExpiry::read)? })
        })?;
    let (clocks, silent_clocks) = clocks(t, &silence.value)?;
    let no_quorum = Quorum { of: Vec::new(), per_member: 1, constituencies: Vec::new(), emergency: Vec::new() };
    Some(Modalities {
        organs: t.many("organs", |t| {
            Some(Organ {
                id: OrganId::new(&t.str("id")?),
                name: t.str("name")?,
                members: t.actors("members"),
                advisers: t.actors("advisers"),
                from: t.str("from").as_deref().map(InstrumentId::new),
                marks: t.marks(),
            })
        })?,
        // The defaults are those of the domain reference, 2.5 and 4.3.
        complaints: t.modality(
            "complaints",
            ["parties", "guarantors", "observers", "public"].map(str::to_owned).to_vec(),
            |t| Some(t.strings("from")),
        )?,
        standard_of_proof: t
            .modality("standard_of_proof", Standard::ReasonableGrounds, |t| t.word("determination", Standard::read))?,
        urgent_standard: standard(t, "urgent_action", Standard::CredibleReport)?,
        naming_standard: standard(t, "naming", Standard::ClearAndConvincing)?,
        decision_rule: t
            .modality("decision_rule", DecisionRule::Unanimous, |t| t.word("determination", DecisionRule::read))?,
        quorum: t.modality("quorum", no_quorum, |t| {
            Some(Quorum {
                of: t.actors("of"),
                per_member: t.number("per_member")?,
                constituencies: t.many("constituencies", constituency)?,
                emergency: t.many("emergency", constituency)?,
            })
        })?,
        recusal: t.modality("recusal", RecusalRule::NotAlone, |t| t.word("rule", RecusalRule::read))?,
        right_of_reply: t.modality("right_of_reply", RightOfReply { days: 5, urgent_hours: Some(24) }, |t| {
            Some(RightOfReply { days: t.number("days")?, urgent_hours: t.number("urgent_hours") })
        })?,
        silence_procedure: silence,
        clocks,
        silent_clocks,
        adverse_inference: t.modality("access", Known::Unknown, |t| t.word("adverse_inference", Known::read))?,
        sanctions: t.modality("sanctions", Vec::new(), |t| Some(t.strings("ladder")))?,
        marks: t.marks(),
    })
}
