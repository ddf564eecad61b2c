//! What a statement is about: the ids of the documents, claims, incidents, cases, keys and items that it names.
//!
//! Must not: look anything up, or pass a kind over in silence.

use armistice_core::statement::{Body, Statement, casework::Casework, desk::Desk, ledger::Ledger, trust::Trust};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;

/// The things that a statement is about.
#[must_use]
pub fn things(statement: &Statement) -> BTreeSet<String> {
    match &statement.body {
        Body::MissionOpened { .. } => BTreeSet::new(),
        Body::AgreementAdopted { sha256, .. } => BTreeSet::from([data_encoding::HEXLOWER.encode(sha256)]),
        Body::DocumentCaptured { document, .. } => BTreeSet::from([document.to_string()]),
        Body::TextRead(text) => BTreeSet::from([text.document.to_string()]),
        Body::ClaimsRead { document, claims, .. } => {
            claims.iter().map(|c| c.id.to_string()).chain([document.to_string()]).collect()
        }
        Body::CopiesFound { a, b, .. } => BTreeSet::from([a.to_string(), b.to_string()]),
        Body::Compared { documents, .. } => documents.iter().map(ToString::to_string).collect(),
        Body::Judged { a, b, .. } => BTreeSet::from([a.clone(), b.clone()]),
        Body::Trust(t) => trust_things(t),
        Body::Casework(c) => casework_things(c),
        Body::Ledger(l) => ledger_things(l),
        Body::Desk(d) => match &**d {
            Desk::Audited(_) => BTreeSet::new(),
            Desk::Reviewed(r) => BTreeSet::from([r.claim.to_string()]),
        },
    }
}

/// The things that a statement about registers, keys or sealed content is about.
fn trust_things(t: &Trust) -> BTreeSet<String> {
    let hex = |bytes: &[u8]| data_encoding::HEXLOWER.encode(bytes);
    match t {
        Trust::KeyAdded(k) => BTreeSet::from([hex(&Sha256::digest(&k.key))]),
        Trust::KeyRevoked(k) => BTreeSet::from([hex(&k.key)]),
        Trust::Reaffirmed { ids, why: _ } => ids.iter().map(|id| hex(id)).collect(),
        Trust::MemberRecognised { key, .. } => BTreeSet::from([hex(&Sha256::digest(key))]),
        Trust::PolicyAdopted { text, .. } => BTreeSet::from([hex(&Sha256::digest(text))]),
        Trust::Sealed(s) => BTreeSet::from([s.item.to_string()]),
        Trust::Revealed { item, .. } | Trust::Released { item, .. } | Trust::Erased { item, .. } => {
            BTreeSet::from([item.to_string()])
        }
        Trust::Padded { .. } => BTreeSet::new(),
        Trust::MisbehaviourNoted { evidence, .. } => BTreeSet::from([hex(evidence)]),
        Trust::Continued { note, .. } => BTreeSet::from([hex(&Sha256::digest(note))]),
    }
}

/// The things that a statement in a case is about.
fn casework_things(c: &Casework) -> BTreeSet<String> {
    let mut out: BTreeSet<String> = c.case().map(ToString::to_string).into_iter().collect();
    match c {
        Casework::SeatTaken(s) => drop(out.insert(s.agreement.to_string())),
        Casework::SeatLeft(s) => drop(out.insert(s.agreement.to_string())),
        Casework::Received(s) => {
            out.extend(s.incidents.iter().map(ToString::to_string));
            out.extend(s.documents.iter().map(ToString::to_string));
        }
        Casework::Opened(s) => out.extend(s.incidents.iter().map(ToString::to_string)),
        Casework::Screened(s) => out.extend(s.duplicate_of.iter().map(ToString::to_string)),
        Casework::Objected(s) => drop(out.insert(s.to.to_string())),
        Casework::Confirmed(s) => drop(out.insert(s.agreement.to_string())),
        Casework::FindingMade(s) => {
            out.insert(s.finding.to_string());
            out.extend(s.supersedes.iter().map(ToString::to_string));
            out.extend(s.incident.iter().map(ToString::to_string));
            out.extend(s.claims.iter().chain(&s.contrary).map(ToString::to_string));
        }
        Casework::DraftPresented(s) => out.extend(s.findings.iter().map(ToString::to_string)),
        Casework::OpinionGiven(s) => drop(out.insert(s.draft.to_string())),
        Casework::RemedyRequested(s) => drop(out.insert(s.remedy.to_string())),
        Casework::RemedyFollowed(s) => drop(out.insert(s.remedy.to_string())),
        Casework::ResponseGiven(s) => out.extend(s.documents.iter().map(ToString::to_string)),
        Casework::Reopened(s) => {
            out.extend(s.documents.iter().map(ToString::to_string));
            out.extend(s.claims.iter().map(ToString::to_string));
        }
        Casework::Registered(_)
        | Casework::Withdrawn(_)
        | Casework::Assessed(_)
        | Casework::Tasked(_)
        | Casework::VerificationBegun(_)
        | Casework::AccessBlocked(_)
        | Casework::NotVerifiable(_)
        | Casework::NoticeSent(_)
        | Casework::Settled(_)
        | Casework::ClosingProposed(_) => {}
    }
    out
}

/// The things that an entry of a ledger is about.
fn ledger_things(l: &Ledger) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    match l {
        Ledger::Bulletin(b) => {
            out.insert(b.bulletin.to_string());
            out.extend(b.document.iter().map(ToString::to_string));
        }
        Ledger::Listed(i) => drop(out.insert(i.incident.to_string())),
        Ledger::Observation(o) => {
            out.insert(o.observation.to_string());
            out.extend(o.incident.iter().map(ToString::to_string));
        }
        Ledger::Coverage(c) => drop(out.insert(c.coverage.to_string())),
        Ledger::Access(a) => {
            out.insert(a.access.to_string());
            out.extend(a.case.iter().map(ToString::to_string));
        }
        Ledger::Call(c) => {
            out.insert(c.call.to_string());
            out.extend(c.incident.iter().map(ToString::to_string));
            out.extend(c.case.iter().map(ToString::to_string));
        }
        Ledger::Obligation(o) => drop(out.insert(o.obligation.clone())),
        Ledger::SourceGraded(g) => drop(out.insert(g.source.clone())),
        Ledger::InformationGraded(g) => drop(out.insert(g.claim.to_string())),
        Ledger::Coded(c) => drop(out.insert(c.thing.clone())),
        Ledger::Checked(c) => {
            out.insert(c.incident.to_string());
            out.extend(c.case.iter().map(ToString::to_string));
        }
        Ledger::Tested(t) => {
            out.insert(t.incident.to_string());
            out.insert(t.agreement.to_string());
        }
        Ledger::SourceWithdrawn(s) => drop(out.insert(s.document.to_string())),
        Ledger::Report(r) => {
            out.insert(r.report.to_string());
            out.extend(r.supersedes.iter().map(ToString::to_string));
        }
    }
    out
}
