//! What members said about registers, keys and sealed things, kept apart by what it is about.
//!
//! Must not: decide which key was valid where (that is proving, not judging), or open what is sealed.

use super::{EntryRef, Said};
use crate::{
    id::ItemId,
    statement::trust::{ErasureScope, KeyAdded, KeyRevoked, Misbehaviour, Sealed, Trust},
};
use std::collections::BTreeMap;

/// What was said about a member's keys, one change after another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyChange {
    /// One more key.
    Added(KeyAdded),
    /// A key is valid no longer.
    Revoked(KeyRevoked),
    /// Doubtful statements confirmed.
    Reaffirmed(Vec<[u8; 32]>),
}

/// A member recognised by another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognition {
    /// The first statements key of its register.
    pub key: [u8; 32],
    /// How it was made sure of.
    pub how: String,
    /// Bytes taken from it in a day; unknown is no limit.
    pub quota: Option<u64>,
}

/// A hand-over of sealed fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// How many fields.
    pub fields: u32,
    /// To whom.
    pub to: String,
    /// Why.
    pub why: String,
    /// Until when.
    pub until: Option<i64>,
}

/// A destruction of sealed content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// How much.
    pub scope: ErasureScope,
    /// The rule or request.
    pub basis: String,
    /// Who decided it.
    pub by: String,
}

/// Everything said of a sealed item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SealedState {
    /// Its sealing. Empty: pending, others speak of an item not yet received. More than one: members sealed under one id.
    pub sealed: Vec<Said<Sealed>>,
    /// Public openings, encoded.
    pub revealed: Vec<Said<Vec<Vec<u8>>>>,
    /// Hand-overs.
    pub released: Vec<Said<Release>>,
    /// Destructions.
    pub erased: Vec<Said<Erasure>>,
}

impl SealedState {
    /// The sealings that this id stands for: it is made from their root. Anybody can write another id into a statement; that
    /// takes nothing from the item whose id it is.
    pub fn genuine<'a>(&'a self, id: &'a ItemId) -> impl Iterator<Item = &'a Said<Sealed>> {
        self.sealed.iter().filter(move |(_, s)| ItemId::of(&[&s.root]) == *id)
    }
}

/// What members said about registers, keys and sealed things.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustState {
    /// Changes of keys, by the member whose they are.
    pub keys: BTreeMap<String, Vec<Said<KeyChange>>>,
    /// Recognitions, by the member that is recognised.
    pub recognised: BTreeMap<String, Vec<Said<Recognition>>>,
    /// Witness policies by name, each in the order of adoption.
    pub policies: BTreeMap<String, Vec<Said<String>>>,
    /// Sealed items.
    pub sealed: BTreeMap<ItemId, SealedState>,
    /// Misbehaviour that members noted: origin, what, SHA-256 of the evidence.
    pub misbehaviour: Vec<Said<(String, Misbehaviour, [u8; 32])>>,
    /// Registers that go on from another: its origin and last checkpoint.
    pub continued: Vec<Said<(String, Vec<u8>, String)>>,
    /// Entries that say nothing.
    pub padded: u64,
}

impl TrustState {
    pub(super) fn apply(&mut self, at: EntryRef, body: &Trust) {
        match body {
            Trust::KeyAdded(key) => self.key(at, KeyChange::Added(key.clone())),
            Trust::KeyRevoked(key) => self.key(at, KeyChange::Revoked(key.clone())),
            Trust::Reaffirmed { ids, why: _ } => self.key(at, KeyChange::Reaffirmed(ids.clone())),
            Trust::MemberRecognised { member, key, how, quota } => {
                let recognition = Recognition { key: *key, how: how.clone(), quota: *quota };
                self.recognised.entry(member.clone()).or_default().push((at, recognition));
            }
            Trust::PolicyAdopted { name, text } => {
                self.policies.entry(name.clone()).or_default().push((at, text.clone()));
            }
            Trust::Sealed(sealed) => self.item(&sealed.item).sealed.push((at, (**sealed).clone())),
            Trust::Revealed { item, disclosures } => self.item(item).revealed.push((at, disclosures.clone())),
            Trust::Released { item, fields, to, why, until } => {
                let release = Release { fields: *fields, to: to.clone(), why: why.clone(), until: *until };
                self.item(item).released.push((at, release));
            }
            Trust::Erased { item, scope, basis, by } => {
                let erasure = Erasure { scope: *scope, basis: basis.clone(), by: by.clone() };
                self.item(item).erased.push((at, erasure));
            }
            Trust::Padded { padding: _ } => self.padded += 1,
            Trust::MisbehaviourNoted { origin, what, evidence } => {
                self.misbehaviour.push((at, (origin.clone(), *what, *evidence)));
            }
            Trust::Continued { origin, note, why } => {
                self.continued.push((at, (origin.clone(), note.clone(), why.clone())));
            }
        }
    }

    fn key(&mut self, at: EntryRef, change: KeyChange) {
        self.keys.entry(at.member.clone()).or_default().push((at, change));
    }

    fn item(&mut self, item: &ItemId) -> &mut SealedState {
        self.sealed.entry(item.clone()).or_default()
    }
}
