//! The ring: which items the vault holds, in which files, under which keys; and what an erasure still has to do.
//!
//! Must not: be written but under the vault key, or name a file by what it holds.
//!
//! One encrypted file, `ring.N`, of generation N. It is the only place where the keys of items stand, so an erasure is
//! one new ring without the item under one new vault key, and the old key destroyed.
//!
//! ```text
//! 0 layout (1)   1 generation   2 items [[item id, file (16 bytes), key, [digests of attachments]]] in order of id
//! 3 doomed files [16 bytes]     4 doomed attachments [digest]
//! 5 notes not yet said [[item id, scope (0 fields, 1 all), basis, by]]
//! ```

use super::{
    crypt::Secret,
    item::{ItemError, count, fixed, key, shape, text},
};
use armistice_core::id::ItemId;
use armistice_tlog::cbor::{Reader, Writer};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// Items of one vault. Ten times what a large mission takes in; the ring is written whole.
pub const ITEMS_MAX: usize = 200_000;

/// Bytes of the basis of an erasure, and of who ordered it: both stand in the register.
pub const NOTE_MAX: usize = 2000;

/// The last generation: what a signed integer of the layout holds. Nobody erases so often.
const GENERATION_MAX: u64 = i64::MAX.cast_unsigned();

/// Where an item stands, and its key.
#[derive(Clone, PartialEq, Eq)]
pub struct Slot {
    /// Name of the file: random.
    pub file: [u8; 16],
    /// Key of the file.
    pub key: Secret,
    /// Digests of the ciphertexts of its attachments.
    pub attachments: Vec<[u8; 32]>,
}

impl std::fmt::Debug for Slot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Slot({} attachments)", self.attachments.len())
    }
}

/// What was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Values and salts; attachments stay.
    Fields,
    /// Everything.
    All,
}

impl Scope {
    /// The stable word, as in the statement.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Scope::Fields => "fields",
            Scope::All => "all",
        }
    }
}

/// An erasure that was done and may not have been said yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The item.
    pub item: ItemId,
    /// What of it.
    pub scope: Scope,
    /// On which basis: public.
    pub basis: String,
    /// Who ordered it: public.
    pub by: String,
}

/// The ring.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Ring {
    /// Its generation, which is that of the vault key; from 1.
    pub generation: u64,
    /// The items.
    pub items: BTreeMap<ItemId, Slot>,
    /// Files of erased items that may still be there.
    pub doomed_files: Vec<[u8; 16]>,
    /// Attachments of erased items that may still be there.
    pub doomed_attachments: Vec<[u8; 32]>,
    /// Erasures that may not have been said yet.
    pub notes: Vec<Note>,
}

impl std::fmt::Debug for Ring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ring(generation {}, {} items)", self.generation, self.items.len())
    }
}

impl Ring {
    /// The ring as bytes, to be encrypted at once.
    #[must_use]
    pub fn encode(&self) -> Zeroizing<Vec<u8>> {
        let mut w = Writer::new().map(6).integer(0).integer(1).integer(1).integer(self.generation.cast_signed());
        w = w.integer(2).array(self.items.len());
        for (id, slot) in &self.items {
            w = w.array(4).text(id.as_str()).bytes(&slot.file).bytes(&*slot.key).array(slot.attachments.len());
            for digest in &slot.attachments {
                w = w.bytes(digest);
            }
        }
        w = w.integer(3).array(self.doomed_files.len());
        for file in &self.doomed_files {
            w = w.bytes(file);
        }
        w = w.integer(4).array(self.doomed_attachments.len());
        for digest in &self.doomed_attachments {
            w = w.bytes(digest);
        }
        w = w.integer(5).array(self.notes.len());
        for note in &self.notes {
            let scope = i64::from(note.scope == Scope::All);
            w = w.array(4).text(note.item.as_str()).integer(scope).text(&note.basis).text(&note.by);
        }
        Zeroizing::new(w.finish())
    }

    /// Reads what [`Ring::encode`] wrote, strictly.
    pub fn decode(bytes: &[u8]) -> Result<Self, ItemError> {
        let mut all = Reader::new(bytes);
        all.skip()?;
        all.end()?;
        let mut r = Reader::new(bytes);
        let at = r.position();
        if r.map()? != 6 {
            return Err(ItemError::Layout(at));
        }
        key(&mut r, 0)?;
        let at = r.position();
        if r.unsigned()? != 1 {
            return Err(ItemError::Layout(at));
        }
        key(&mut r, 1)?;
        let at = r.position();
        let mut ring = Self { generation: r.unsigned()?, ..Self::default() };
        if ring.generation > GENERATION_MAX {
            return Err(ItemError::Limit(at));
        }
        key(&mut r, 2)?;
        for _ in 0..count(&mut r, ITEMS_MAX)? {
            shape(&mut r, 4)?;
            let at = r.position();
            let id = ItemId::parse(r.text()?).ok_or(ItemError::Layout(at))?;
            if ring.items.last_key_value().is_some_and(|(before, _)| *before >= id) {
                return Err(ItemError::Layout(at));
            }
            let mut slot = Slot { file: fixed(&mut r)?, key: Zeroizing::new(fixed(&mut r)?), attachments: Vec::new() };
            for _ in 0..count(&mut r, super::item::BLOBS_MAX)? {
                slot.attachments.push(fixed(&mut r)?);
            }
            ring.items.insert(id, slot);
        }
        key(&mut r, 3)?;
        for _ in 0..count(&mut r, ITEMS_MAX)? {
            ring.doomed_files.push(fixed(&mut r)?);
        }
        key(&mut r, 4)?;
        for _ in 0..count(&mut r, ITEMS_MAX)? {
            ring.doomed_attachments.push(fixed(&mut r)?);
        }
        key(&mut r, 5)?;
        for _ in 0..count(&mut r, ITEMS_MAX)? {
            shape(&mut r, 4)?;
            let at = r.position();
            let item = ItemId::parse(r.text()?).ok_or(ItemError::Layout(at))?;
            let at = r.position();
            let scope = match r.unsigned()? {
                0 => Scope::Fields,
                1 => Scope::All,
                _ => return Err(ItemError::Layout(at)),
            };
            let basis = text(&mut r, NOTE_MAX)?.to_owned();
            let by = text(&mut r, NOTE_MAX)?.to_owned();
            ring.notes.push(Note { item, scope, basis, by });
        }
        r.end()?;
        Ok(ring)
    }
}
