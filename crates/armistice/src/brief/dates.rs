//! Dates of pages in the words of the dating.
//!
//! Must not: date a document; the core does.

use armistice_core::{
    claim::ClaimKind,
    dating::{DateEvidence, DateRole},
    record::DocumentState,
    statement::TextRead,
};

/// The dates of a reading in the words of the dating.
pub(super) fn evidence(t: &TextRead) -> Vec<DateEvidence> {
    t.dates
        .iter()
        .filter_map(|d| {
            let role = match d.role.as_str() {
                "meta_published" => DateRole::MetadataPublished,
                "meta_modified" => DateRole::MetadataModified,
                "publication_line" => DateRole::PublicationLine,
                "page_header" => DateRole::PageHeader,
                "caption" => DateRole::Caption,
                "url" => DateRole::Url,
                "lead" => DateRole::Lead,
                "body" => DateRole::Body,
                "agreement_age" => DateRole::AgreementAge,
                // A role of a later version is no evidence to this one.
                _ => return None,
            };
            Some(DateEvidence { role, expr: d.expr.clone(), tense: d.tense, span: d.words.span.unwrap_or_default() })
        })
        .collect()
}

/// The stable text form of a role.
pub(super) fn role_id(role: DateRole) -> &'static str {
    match role {
        DateRole::MetadataPublished => "meta_published",
        DateRole::MetadataModified => "meta_modified",
        DateRole::PublicationLine => "publication_line",
        DateRole::PageHeader => "page_header",
        DateRole::Caption => "caption",
        DateRole::Url => "url",
        DateRole::Lead => "lead",
        DateRole::Body => "body",
        DateRole::AgreementAge => "agreement_age",
    }
}

/// Whether the text speaks of an agreement as standing: it gives its age, or tells a fact or the scope of one.
pub(super) fn speaks_of_agreement(d: &DocumentState) -> bool {
    let age = d.text().is_some_and(|(_, t)| t.dates.iter().any(|d| d.role == "agreement_age"));
    age || d.claims().is_some_and(|(_, read)| {
        read.parts.values().flat_map(|(claims, _)| claims).any(|c| {
            matches!(c.kind, ClaimKind::AgreementFact | ClaimKind::AgreementScope)
                || matches!(
                    c.act,
                    Some(armistice_core::act::Act::CeasefireUpkeep | armistice_core::act::Act::Violation)
                )
        })
    })
}
