//! What everybody may see of sealed items: sealed, by whom, at most how many fields, what was opened, released, erased.
//!
//! Must not: look into the vault, or show an opening that does not match what was sealed.

use super::sealings;
use crate::{
    output::sealed_v1::{Erased, OpenField, OpeningTogether, Released, SealedItem},
    vault::item::DECOY,
};
use armistice_core::{
    id::ItemId,
    record::{
        Record, Register,
        joint::{self, Joint, Order},
        trust::SealedState,
    },
    statement::{
        Body, Decoded,
        trust::{ErasureScope, Sealed, Trust},
    },
};
use armistice_tlog::{
    cbor::{Kind, Reader},
    commitment::{Disclosure, verify_all},
    hash::Hash,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Every sealed item of the record, by id.
#[must_use]
pub fn items(record: &Record, registers: &[Register]) -> Vec<SealedItem> {
    let joints = joint::joint(registers, &record.trust);
    let together = |id: &ItemId| joints.iter().find(|j| j.parts.iter().any(|p| p.sealed.iter().any(|(i, _)| i == id)));
    record.trust.sealed.iter().map(|(id, state)| item(id, state, together(id).map(opening))).collect()
}

fn opening(joint: &Joint) -> OpeningTogether {
    let opened = joint.parts.iter().filter(|p| p.opened.is_some());
    OpeningTogether {
        opened: opened.map(|p| p.member.clone()).collect(),
        sealed: joint.parts.iter().map(|p| (p.member.clone(), small(p.sealed.len()))).collect(),
        order: match joint.order {
            Order::Sealed => "nobody_opened",
            Order::SealedFirst => "all_sealed_first",
            Order::NotShown => "not_shown",
        }
        .to_owned(),
    }
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn item(id: &ItemId, state: &SealedState, opening_together: Option<OpeningTogether>) -> SealedItem {
    let first = state.genuine(id).next();
    let mut problems = Vec::new();
    for (at, _) in state.genuine(id).skip(1) {
        problems.push(format!("{} #{} seals the same root again: a copy", at.member, at.index));
    }
    for (at, _) in state.sealed.iter().filter(|(_, s)| ItemId::of(&[&s.root]) != *id) {
        problems.push(format!("{} #{} seals under an id that is not made from its root", at.member, at.index));
    }
    let mut opened: BTreeMap<u32, Disclosure> = BTreeMap::new();
    for (at, disclosures) in &state.revealed {
        let Some((_, sealed)) = first else { break };
        match verified(sealed, disclosures) {
            Some(list) => opened.extend(list.into_iter().map(|d| (d.index(), d))),
            None => problems.push(format!("{} #{} opens something else than was sealed", at.member, at.index)),
        }
    }
    let mut fields = Vec::new();
    let mut paths = BTreeSet::new();
    for d in opened.values().filter(|d| !d.path().starts_with(DECOY)) {
        if !paths.insert(d.path().to_owned()) {
            problems.push("one field was sealed with two values".to_owned());
        }
        fields.push(OpenField { path: d.path().to_owned(), value: shown(d.value()) });
    }
    fields.sort_by(|a, b| a.path.cmp(&b.path));
    let time = |t: i64| jiff::Timestamp::from_second(t).map_or_else(|_| "unknown".to_owned(), |t| t.to_string());
    let released = state.released.iter().map(|(_, r)| Released {
        fields: r.fields,
        to: r.to.clone(),
        why: r.why.clone(),
        until: r.until.map(time),
    });
    let erased = state.erased.iter().map(|(_, e)| Erased {
        scope: match e.scope {
            ErasureScope::Fields => "fields",
            ErasureScope::All => "all",
        }
        .to_owned(),
        basis: e.basis.clone(),
        by: e.by.clone(),
    });
    SealedItem {
        id: id.to_string(),
        sealed_by: first.map(|(at, _)| at.member.clone()),
        about: first.map(|(_, s)| s.about.clone()).unwrap_or_default(),
        fields_at_most: first.map_or(0, |(_, s)| s.leaves),
        files: first.map_or(0, |(_, s)| small(s.blobs.len())),
        together: first.map(|(_, s)| s.together.clone()).unwrap_or_default(),
        opening_together,
        wholly_open: first.is_some_and(|(_, s)| opened.len() == s.leaves as usize),
        revealed: fields,
        released: released.collect(),
        erased: erased.collect(),
        problems,
    }
}

/// The disclosures of one statement, if all of them open what was sealed.
fn verified(sealed: &Sealed, disclosures: &[Vec<u8>]) -> Option<Vec<Disclosure>> {
    let read: Vec<Disclosure> = disclosures.iter().map(|d| Disclosure::decode(d).ok()).collect::<Option<_>>()?;
    verify_all(&read, &Hash::from_bytes(sealed.root), sealed.leaves).ok()?;
    Some(read)
}

/// The leaves of an item that this register has opened already.
pub(super) fn opened_indices(register: &Register, id: &ItemId) -> BTreeSet<u32> {
    let Some(said) = sealings(register).find(|s| s.sealed.item == *id) else { return BTreeSet::new() };
    let mut out = BTreeSet::new();
    for (_, decoded) in &register.entries {
        if let Decoded::Known(s) = decoded
            && let Body::Trust(Trust::Revealed { item, disclosures }) = &s.body
            && item == id
        {
            out.extend(verified(said.sealed, disclosures).into_iter().flatten().map(|d| d.index()));
        }
    }
    out
}

/// A value of strict CBOR as JSON, for reading; bytes in hexadecimal digits.
#[must_use]
pub fn shown(value: &[u8]) -> Value {
    fn one(r: &mut Reader<'_>) -> Option<Value> {
        Some(match r.kind().ok()? {
            Kind::Unsigned => json!(r.unsigned().ok()?),
            Kind::Negative => json!(r.integer().ok()?),
            Kind::Bytes => json!(data_encoding::HEXLOWER.encode(r.bytes().ok()?)),
            Kind::Text => json!(r.text().ok()?),
            Kind::Bool => json!(r.boolean().ok()?),
            Kind::Null => {
                r.null().ok()?;
                Value::Null
            }
            Kind::Array => {
                let count = r.array().ok()?;
                Value::Array((0..count).map(|_| one(r)).collect::<Option<_>>()?)
            }
            Kind::Map => {
                let count = r.map().ok()?;
                let mut map = serde_json::Map::new();
                for _ in 0..count {
                    let key = r.integer().ok()?.to_string();
                    map.insert(key, one(r)?);
                }
                Value::Object(map)
            }
            Kind::Tag => return None,
        })
    }
    // The depth is bounded by the strict subset, which every disclosure was checked against.
    if armistice_tlog::cbor::check(value).is_err() {
        return Value::Null;
    }
    one(&mut Reader::new(value)).unwrap_or(Value::Null)
}
