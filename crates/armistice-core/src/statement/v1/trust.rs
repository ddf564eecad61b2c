//! Version 1 of the layouts of statements about registers, keys and sealed things, frozen as its parent is.
//!
//! Must not: be edited once released. A new need is a new version beside this one.

use super::{Fault, array, from_bytes, named, to_bytes};
use crate::{
    id::ItemId,
    named::Named as _,
    statement::trust::{KeyAdded, KeyRevoked, Sealed, SealedBlob, Trust},
};
use minicbor::{Decode, Encode, bytes::ByteVec};

#[derive(Encode, Decode)]
#[cbor(map)]
struct KeyAddedV1 {
    #[n(0)]
    role: String,
    #[n(1)]
    algorithm: String,
    #[n(2)]
    key: ByteVec,
    #[n(3)]
    name: String,
    #[n(4)]
    possession: ByteVec,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct KeyRevokedV1 {
    #[n(0)]
    key: ByteVec,
    #[n(1)]
    until: u64,
    #[n(2)]
    doubtful_from: Option<u64>,
    #[n(3)]
    reason: String,
    #[n(4)]
    note: String,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct ReaffirmedV1 {
    #[n(0)]
    ids: Vec<ByteVec>,
    #[n(1)]
    why: String,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct MemberRecognisedV1 {
    #[n(0)]
    member: String,
    #[n(1)]
    key: ByteVec,
    #[n(2)]
    how: String,
    #[n(3)]
    quota: Option<u64>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct PolicyAdoptedV1 {
    #[n(0)]
    name: String,
    #[n(1)]
    text: String,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct SealedBlobV1 {
    #[n(0)]
    sha256: ByteVec,
    #[n(1)]
    size_class: u64,
    #[n(2)]
    media_type: String,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct SealedV1 {
    #[n(0)]
    item: String,
    #[n(1)]
    about: String,
    #[n(2)]
    root: ByteVec,
    #[n(3)]
    leaves: u32,
    #[n(4)]
    blobs: Vec<SealedBlobV1>,
    #[n(5)]
    together: Vec<String>,
    #[n(6)]
    padding: ByteVec,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct RevealedV1 {
    #[n(0)]
    item: String,
    #[n(1)]
    disclosures: Vec<ByteVec>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct ReleasedV1 {
    #[n(0)]
    item: String,
    #[n(1)]
    fields: u32,
    #[n(2)]
    to: String,
    #[n(3)]
    why: String,
    #[n(4)]
    until: Option<i64>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct ErasedV1 {
    #[n(0)]
    item: String,
    #[n(1)]
    scope: String,
    #[n(2)]
    basis: String,
    #[n(3)]
    by: String,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct PaddedV1 {
    #[n(0)]
    padding: ByteVec,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct MisbehaviourNotedV1 {
    #[n(0)]
    origin: String,
    #[n(1)]
    what: String,
    #[n(2)]
    evidence: ByteVec,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct ContinuedV1 {
    #[n(0)]
    origin: String,
    #[n(1)]
    note: ByteVec,
    #[n(2)]
    why: String,
}

pub(super) fn encode(body: &Trust) -> Vec<u8> {
    let bytes = |b: &[u8]| ByteVec::from(b.to_vec());
    match body {
        Trust::KeyAdded(k) => to_bytes(&KeyAddedV1 {
            role: k.role.id().to_owned(),
            algorithm: k.algorithm.id().to_owned(),
            key: bytes(&k.key),
            name: k.name.clone(),
            possession: bytes(&k.possession),
        }),
        Trust::KeyRevoked(k) => to_bytes(&KeyRevokedV1 {
            key: bytes(&k.key),
            until: k.until,
            doubtful_from: k.doubtful_from,
            reason: k.reason.id().to_owned(),
            note: k.note.clone(),
        }),
        Trust::Reaffirmed { ids, why } => {
            to_bytes(&ReaffirmedV1 { ids: ids.iter().map(|i| bytes(i)).collect(), why: why.clone() })
        }
        Trust::MemberRecognised { member, key, how, quota } => {
            to_bytes(&MemberRecognisedV1 { member: member.clone(), key: bytes(key), how: how.clone(), quota: *quota })
        }
        Trust::PolicyAdopted { name, text } => to_bytes(&PolicyAdoptedV1 { name: name.clone(), text: text.clone() }),
        Trust::Sealed(s) => to_bytes(&SealedV1 {
            item: s.item.to_string(),
            about: s.about.clone(),
            root: bytes(&s.root),
            leaves: s.leaves,
            blobs: s
                .blobs
                .iter()
                .map(|b| SealedBlobV1 {
                    sha256: bytes(&b.sha256),
                    size_class: b.size_class,
                    media_type: b.media_type.clone(),
                })
                .collect(),
            together: s.together.clone(),
            padding: bytes(&s.padding),
        }),
        Trust::Revealed { item, disclosures } => to_bytes(&RevealedV1 {
            item: item.to_string(),
            disclosures: disclosures.iter().map(|d| bytes(d)).collect(),
        }),
        Trust::Released { item, fields, to, why, until } => to_bytes(&ReleasedV1 {
            item: item.to_string(),
            fields: *fields,
            to: to.clone(),
            why: why.clone(),
            until: *until,
        }),
        Trust::Erased { item, scope, basis, by } => to_bytes(&ErasedV1 {
            item: item.to_string(),
            scope: scope.id().to_owned(),
            basis: basis.clone(),
            by: by.clone(),
        }),
        Trust::Padded { padding } => to_bytes(&PaddedV1 { padding: bytes(padding) }),
        Trust::MisbehaviourNoted { origin, what, evidence } => to_bytes(&MisbehaviourNotedV1 {
            origin: origin.clone(),
            what: what.id().to_owned(),
            evidence: bytes(evidence),
        }),
        Trust::Continued { origin, note, why } => {
            to_bytes(&ContinuedV1 { origin: origin.clone(), note: bytes(note), why: why.clone() })
        }
    }
}

/// Reads the body of a kind of this file; `None` for a kind that is not of this file.
pub(super) fn decode(kind: &str, bytes: &[u8]) -> Option<Result<Trust, Fault>> {
    Some(match kind {
        "key_added" => key_added(bytes),
        "key_revoked" => key_revoked(bytes),
        "reaffirmed" => from_bytes::<ReaffirmedV1>(bytes).and_then(|b| {
            let ids = b.ids.iter().map(|i| array(i, "id")).collect::<Result<_, _>>()?;
            Ok(Trust::Reaffirmed { ids, why: b.why })
        }),
        "member_recognised" => from_bytes::<MemberRecognisedV1>(bytes).and_then(|b| {
            Ok(Trust::MemberRecognised { member: b.member, key: array(&b.key, "key")?, how: b.how, quota: b.quota })
        }),
        "policy_adopted" => {
            from_bytes::<PolicyAdoptedV1>(bytes).map(|b| Trust::PolicyAdopted { name: b.name, text: b.text })
        }
        "sealed" => sealed(bytes),
        "revealed" => from_bytes::<RevealedV1>(bytes).and_then(|b| {
            let disclosures = b.disclosures.into_iter().map(Into::into).collect();
            Ok(Trust::Revealed { item: item(&b.item)?, disclosures })
        }),
        "released" => from_bytes::<ReleasedV1>(bytes).and_then(|b| {
            Ok(Trust::Released { item: item(&b.item)?, fields: b.fields, to: b.to, why: b.why, until: b.until })
        }),
        "erased" => from_bytes::<ErasedV1>(bytes).and_then(|b| {
            Ok(Trust::Erased { item: item(&b.item)?, scope: named(&b.scope)?, basis: b.basis, by: b.by })
        }),
        "padded" => from_bytes::<PaddedV1>(bytes).map(|b| Trust::Padded { padding: b.padding.into() }),
        "misbehaviour_noted" => from_bytes::<MisbehaviourNotedV1>(bytes).and_then(|b| {
            let evidence = array(&b.evidence, "evidence")?;
            Ok(Trust::MisbehaviourNoted { origin: b.origin, what: named(&b.what)?, evidence })
        }),
        "continued" => from_bytes::<ContinuedV1>(bytes).map(|b| Trust::Continued {
            origin: b.origin,
            note: b.note.into(),
            why: b.why,
        }),
        _ => return None,
    })
}

fn item(id: &str) -> Result<ItemId, Fault> {
    ItemId::parse(id).ok_or_else(|| Fault::Why(format!("`{id}` is no item id")))
}

fn key_added(bytes: &[u8]) -> Result<Trust, Fault> {
    let b: KeyAddedV1 = from_bytes(bytes)?;
    Ok(Trust::KeyAdded(KeyAdded {
        role: named(&b.role)?,
        algorithm: named(&b.algorithm)?,
        key: b.key.into(),
        name: b.name,
        possession: b.possession.into(),
    }))
}

fn key_revoked(bytes: &[u8]) -> Result<Trust, Fault> {
    let b: KeyRevokedV1 = from_bytes(bytes)?;
    Ok(Trust::KeyRevoked(KeyRevoked {
        key: array(&b.key, "key")?,
        until: b.until,
        doubtful_from: b.doubtful_from,
        reason: named(&b.reason)?,
        note: b.note,
    }))
}

fn sealed(bytes: &[u8]) -> Result<Trust, Fault> {
    let b: SealedV1 = from_bytes(bytes)?;
    if !matches!(b.leaves, 8 | 16 | 32 | 64) {
        return Err(Fault::Why(format!("{} leaves; a sealed item has 8, 16, 32 or 64", b.leaves)));
    }
    let blobs = b.blobs.into_iter().map(|x| {
        let sha256 = array(&x.sha256, "sha256")?;
        Ok(SealedBlob { sha256, size_class: x.size_class, media_type: x.media_type })
    });
    Ok(Trust::Sealed(Box::new(Sealed {
        item: item(&b.item)?,
        about: b.about,
        root: array(&b.root, "root")?,
        leaves: b.leaves,
        blobs: blobs.collect::<Result<_, Fault>>()?,
        together: b.together,
        padding: b.padding.into(),
    })))
}
