//! A disclosure file: opened fields of one sealed item for one receiver, verifiable without a network.
//!
//! Must not: hold anything that was not asked to be opened, or be read loosely.
//!
//! One line, `armistice disclosure 1`, then one CBOR map in the strict subset, keys in this order:
//!
//! ```text
//! 0 mission   1 member   2 item id   3 id of the statement that sealed it   4 root   5 leaves
//! 6 to        7 until (opt., seconds since 1970)   8 disclosures [bytes], see armistice_tlog::commitment::Disclosure
//! 9 files (opt.) [[digest of the ciphertext, class, key, media type, name, length]]
//! ```
//!
//! The ciphertexts of the files are handed over beside it, each named by its digest, which the statement holds.
//!
//! Whoever has the file can pass it on; `to` and `until` are what was agreed, and nothing enforces them.

use crate::vault::item::{Attachment, BLOBS_MAX, ItemError};
use armistice_core::id::ItemId;
use armistice_tlog::{
    cbor::{CborError, Reader, Writer},
    commitment::{self, Disclosure, MAX_FIELDS, MAX_VALUE},
    hash::Hash,
};
use std::fmt;
use zeroize::Zeroizing;

const TITLE: &[u8] = b"armistice disclosure 1\n";

/// The largest disclosure file: every field opened, each as large as it may be.
pub const FILE_MAX: usize = 2 * MAX_FIELDS * MAX_VALUE;

/// Bytes of a mission's or a member's name, or of the receiver.
const TEXT_MAX: usize = 2000;

/// A disclosure file, read.
#[derive(Clone, PartialEq, Eq)]
pub struct DisclosureFile {
    /// The mission.
    pub mission: String,
    /// Whose register the statement stands in.
    pub member: String,
    /// The sealed item.
    pub item: ItemId,
    /// Leaf hash of the entry that sealed it.
    pub statement: Hash,
    /// Root of the tree of commitments.
    pub root: Hash,
    /// Leaves of the tree, decoys included.
    pub leaves: u32,
    /// To whom it was handed.
    pub to: String,
    /// Until when it may be used, seconds since 1970.
    pub until: Option<i64>,
    /// The opened fields.
    pub disclosures: Vec<Disclosure>,
    /// The opened files: what opens their ciphertexts.
    pub files: Vec<Attachment>,
}

impl fmt::Debug for DisclosureFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DisclosureFile({}, {} fields)", self.item, self.disclosures.len())
    }
}

/// Why bytes are no disclosure file, or one that does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// Larger than [`FILE_MAX`].
    #[error("the file has more than {FILE_MAX} bytes")]
    TooLarge,
    /// Another kind of file.
    #[error("the file does not begin with the line of a disclosure")]
    Title,
    /// Not the strict CBOR.
    #[error("no disclosure file: after its first line, {0}")]
    Cbor(#[from] CborError),
    /// CBOR, but not this layout.
    #[error("no disclosure file: byte {0} after its first line does not fit the layout")]
    Layout(usize),
    /// A field does not lead to the root, or two contradict each other.
    #[error("opened field {0} is not among what was sealed, or is opened twice")]
    Field(usize),
    /// The statement says something else than the file.
    #[error("the statement in the register seals something else than the file says")]
    OtherStatement,
}

impl DisclosureFile {
    /// The file's bytes.
    #[must_use]
    pub fn encode(&self) -> Zeroizing<Vec<u8>> {
        let pairs = 8 + usize::from(self.until.is_some()) + usize::from(!self.files.is_empty());
        let mut w = Writer::new().map(pairs).integer(0).text(&self.mission).integer(1).text(&self.member);
        w = w.integer(2).text(self.item.as_str()).integer(3).bytes(self.statement.as_bytes());
        w = w.integer(4).bytes(self.root.as_bytes()).integer(5).integer(i64::from(self.leaves));
        w = w.integer(6).text(&self.to);
        if let Some(until) = self.until {
            w = w.integer(7).integer(until);
        }
        w = w.integer(8).array(self.disclosures.len());
        for d in &self.disclosures {
            w = w.bytes(&Zeroizing::new(d.encode()));
        }
        if !self.files.is_empty() {
            w = self.files.iter().fold(w.integer(9).array(self.files.len()), |w, a| a.write(w));
        }
        let body = Zeroizing::new(w.finish());
        Zeroizing::new([TITLE, &body].concat())
    }

    /// Reads a file, strictly. Read is not verified, see [`DisclosureFile::verify`].
    pub fn decode(bytes: &[u8]) -> Result<Self, FileError> {
        if bytes.len() > FILE_MAX {
            return Err(FileError::TooLarge);
        }
        let body = bytes.strip_prefix(TITLE).ok_or(FileError::Title)?;
        let mut all = Reader::new(body);
        all.skip()?;
        all.end()?;
        let mut r = Reader::new(body);
        let pairs = r.map()?;
        let has_until = |r: &Reader<'_>| r.clone().unsigned() == Ok(7);
        key(&mut r, 0)?;
        let mission = text(&mut r)?;
        key(&mut r, 1)?;
        let member = text(&mut r)?;
        key(&mut r, 2)?;
        let at = r.position();
        let item = ItemId::parse(r.text()?).ok_or(FileError::Layout(at))?;
        key(&mut r, 3)?;
        let statement = hash(&mut r)?;
        key(&mut r, 4)?;
        let root = hash(&mut r)?;
        key(&mut r, 5)?;
        let at = r.position();
        let leaves = u32::try_from(r.unsigned()?).map_err(|_| FileError::Layout(at))?;
        if !commitment::SIZES.contains(&leaves) {
            return Err(FileError::Layout(at));
        }
        key(&mut r, 6)?;
        let to = text(&mut r)?;
        let until = if has_until(&r) {
            key(&mut r, 7)?;
            Some(r.integer()?)
        } else {
            None
        };
        key(&mut r, 8)?;
        let at = r.position();
        let count = r.array()?;
        if count > MAX_FIELDS {
            return Err(FileError::Layout(at));
        }
        let mut disclosures = Vec::new();
        for _ in 0..count {
            let at = r.position();
            disclosures.push(Disclosure::decode(r.bytes()?).map_err(|_| FileError::Layout(at))?);
        }
        let mut files = Vec::new();
        if pairs > 8 + usize::from(until.is_some()) {
            key(&mut r, 9)?;
            let at = r.position();
            let count = r.array()?;
            if count == 0 || count > BLOBS_MAX {
                return Err(FileError::Layout(at));
            }
            for _ in 0..count {
                files.push(Attachment::read(&mut r)?);
            }
        }
        r.end()?;
        if pairs != 8 + usize::from(until.is_some()) + usize::from(!files.is_empty())
            || (files.is_empty() && disclosures.is_empty())
        {
            return Err(FileError::Layout(0));
        }
        Ok(Self { mission, member, item, statement, root, leaves, to, until, disclosures, files })
    }

    /// Checks that every field was sealed under the root, and none is opened twice. That the root stands in a statement
    /// of the register is for the caller to see.
    pub fn verify(&self) -> Result<(), FileError> {
        if let Some(n) = self.disclosures.iter().position(|d| d.verify(&self.root, self.leaves).is_err()) {
            return Err(FileError::Field(n));
        }
        commitment::verify_all(&self.disclosures, &self.root, self.leaves)
            .map_err(|_| FileError::Field(self.disclosures.len().saturating_sub(1)))
    }
}

impl From<ItemError> for FileError {
    fn from(e: ItemError) -> Self {
        match e {
            ItemError::Cbor(e) => FileError::Cbor(e),
            ItemError::Layout(at) | ItemError::Limit(at) => FileError::Layout(at),
        }
    }
}

fn key(r: &mut Reader<'_>, expected: u64) -> Result<(), FileError> {
    let at = r.position();
    if r.unsigned()? == expected { Ok(()) } else { Err(FileError::Layout(at)) }
}

fn text(r: &mut Reader<'_>) -> Result<String, FileError> {
    let at = r.position();
    let text = r.text()?;
    if text.len() <= TEXT_MAX { Ok(text.to_owned()) } else { Err(FileError::Layout(at)) }
}

fn hash(r: &mut Reader<'_>) -> Result<Hash, FileError> {
    let at = r.position();
    r.bytes()?.try_into().map(Hash::from_bytes).map_err(|_| FileError::Layout(at))
}
