//! Statements about registers, keys and sealed things, each as one sentence.
//!
//! Must not: show what is sealed. What a statement reveals is said by its own command.

mod casework;
mod desk;
mod ledger;

pub(super) use casework::casework;
pub(super) use desk::desk;
pub(super) use ledger::ledger;

use crate::output::text;
use armistice_core::{
    named::Named as _,
    statement::trust::{ErasureScope, Misbehaviour, Trust},
};
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

/// What the statement says.
pub(super) fn trust(t: &Trust) -> String {
    match t {
        Trust::KeyAdded(k) => format!(
            "added the key {} ({}) for {}, under the name {}",
            HEXLOWER.encode(&Sha256::digest(&k.key)),
            k.algorithm.id(),
            text::words(k.role.id()),
            k.name
        ),
        Trust::KeyRevoked(k) => {
            let doubt = k.doubtful_from.map(|from| format!("; what it signed from #{from} on is doubtful"));
            format!(
                "revoked the key {} from #{} on ({}){}: {}",
                HEXLOWER.encode(&k.key),
                k.until,
                text::words(k.reason.id()),
                doubt.unwrap_or_default(),
                k.note
            )
        }
        Trust::Reaffirmed { ids, why } => {
            format!("confirmed {}: {why}", text::counted(ids.len(), "doubtful statement", "doubtful statements"))
        }
        Trust::MemberRecognised { member, key, how, quota } => {
            let quota = quota.map(|q| format!(", at most {q} bytes a day")).unwrap_or_default();
            let id = HEXLOWER.encode(&Sha256::digest(key));
            format!("recognised {member} by the key {id}{quota}: {how}")
        }
        Trust::PolicyAdopted { name, text } => {
            format!("adopted the witness policy {name} ({})", HEXLOWER.encode(&Sha256::digest(text)))
        }
        Trust::Sealed(s) => {
            let together = match s.together.as_slice() {
                [] => String::new(),
                members => format!(", to be opened together with {}", members.join(", ")),
            };
            let about = if s.about.is_empty() { String::new() } else { format!(" ({})", s.about) };
            let files = text::counted(s.blobs.len(), "sealed file", "sealed files");
            format!("sealed {}{about}: at most {} fields, {files}{together}", s.item, s.leaves)
        }
        Trust::Revealed { item, disclosures } => {
            format!("opened {} of {item} to everybody", text::counted(disclosures.len(), "field", "fields"))
        }
        Trust::Released { item, fields, to, why, until: _ } => {
            let fields = text::counted(*fields as usize, "field", "fields");
            format!("handed {fields} of {item} to {to}: {why}")
        }
        Trust::Erased { item, scope, basis, by } => {
            let scope = match scope {
                ErasureScope::Fields => "the fields",
                ErasureScope::All => "everything",
            };
            format!("destroyed {scope} of {item}, decided by {by}: {basis}")
        }
        Trust::Padded { padding: _ } => "said nothing (an entry that hides whether anything was said)".to_owned(),
        Trust::MisbehaviourNoted { origin, what, evidence } => {
            let what = match what {
                Misbehaviour::TwoStatements => "two different statements were signed for one place",
                Misbehaviour::TwoCheckpoints => "two checkpoints were signed that cannot both be",
                Misbehaviour::TwoOpenings => "one matter was decided twice in different ways",
            };
            format!("noted of {origin} that {what} (evidence {})", HEXLOWER.encode(evidence))
        }
        Trust::Continued { origin, note: _, why } => format!("goes on from the register {origin}: {why}"),
    }
}
