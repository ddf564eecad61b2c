//! One sealed item as the vault keeps it: fields with their salts, decoys, and the keys of attachments.
//!
//! Must not: be written anywhere but into an encrypted file, or show a field in an error or in `Debug`.
//!
//! A CBOR map in the strict subset (`armistice_tlog::cbor`), keys in this order:
//!
//! ```text
//! 0 layout (1)   1 item id   2 about   3 together [member]   4 root   5 leaves [[path, value, salt]]
//! 6 attachments [[digest of the ciphertext, class, key, media type, name, length]]
//! ```
//!
//! The leaves stand in the order of the tree of commitments. A decoy is a leaf whose path begins with `~` and whose value
//! is null: from outside it is 32 random-looking bytes like every other, and its owner can open it later to show that it
//! hides nothing. After its fields were erased an item has no leaves.

use super::crypt::{CLASS_MIN, Secret};
use armistice_core::id::ItemId;
use armistice_tlog::{
    cbor::{self, CborError, Reader, Writer},
    commitment,
};
use std::fmt;
use zeroize::Zeroizing;

/// The public label of an item, in bytes: it is shown in one line.
pub const ABOUT_MAX: usize = 200;

/// Members that an item is opened together with. Talks have a handful of sides.
pub const TOGETHER_MAX: usize = 16;

/// Attachments of one item: each adds some 70 bytes to the statement, and every statement of a beat is as large as the
/// largest may be. A folder of pictures is attached as one archive.
pub const BLOBS_MAX: usize = 16;

/// Bytes of one value: one statement must hold its disclosure. More belongs into an attachment.
pub const VALUE_MAX: usize = 32 << 10;

/// Bytes of a path.
pub const PATH_MAX: usize = 200;

/// Bytes of an attachment's name or media type.
pub const NAME_MAX: usize = 255;

/// Leaves of a tree of commitments.
pub const LEAVES_MAX: usize = commitment::MAX_FIELDS;

/// The first letter of a decoy's path; no field of a person's begins with it.
pub const DECOY: char = '~';

/// One leaf of the tree of commitments: a field, or a decoy.
#[derive(Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Where the field stands: `source.phone`.
    pub path: Zeroizing<String>,
    /// Its value: one item of strict CBOR.
    pub value: Zeroizing<Vec<u8>>,
    /// 32 random bytes.
    pub salt: Secret,
}

impl Leaf {
    /// Whether it is a decoy.
    #[must_use]
    pub fn is_decoy(&self) -> bool {
        self.path.starts_with(DECOY)
    }
}

impl fmt::Debug for Leaf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Leaf(…)")
    }
}

/// An attachment: where its ciphertext lies and what opens it.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    /// SHA-256 of the ciphertext: its name in the vault.
    pub digest: [u8; 32],
    /// Size of the ciphertext in bytes, a size class.
    pub class: u64,
    /// Its own key.
    pub key: Secret,
    /// What kind of file it is, as its owner says.
    pub media_type: Zeroizing<String>,
    /// The file's own name.
    pub name: Zeroizing<String>,
    /// Its exact size.
    pub len: u64,
}

impl fmt::Debug for Attachment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Attachment({} bytes of ciphertext)", self.class)
    }
}

impl Attachment {
    /// Writes it: an array of six.
    pub fn write(&self, w: Writer) -> Writer {
        let w = w.array(6).bytes(&self.digest).integer(self.class.cast_signed()).bytes(&*self.key);
        w.text(&self.media_type).text(&self.name).integer(self.len.cast_signed())
    }

    /// Reads what [`Attachment::write`] wrote.
    pub fn read(r: &mut Reader<'_>) -> Result<Self, ItemError> {
        shape(r, 6)?;
        let digest = fixed(r)?;
        let at = r.position();
        let class = r.unsigned()?;
        if super::crypt::class_of(class) != Some(class) || class < CLASS_MIN {
            return Err(ItemError::Layout(at));
        }
        let key = Zeroizing::new(fixed(r)?);
        let media_type = Zeroizing::new(text(r, NAME_MAX)?.to_owned());
        let name = Zeroizing::new(text(r, NAME_MAX)?.to_owned());
        let at = r.position();
        let len = r.unsigned()?;
        if len >= class {
            return Err(ItemError::Layout(at));
        }
        Ok(Self { digest, class, key, media_type, name, len })
    }
}

/// A sealed item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id: made from the root, so it says nothing that the root does not.
    pub id: ItemId,
    /// The public label; may be empty.
    pub about: String,
    /// The members that it is to be opened together with; sorted, each once.
    pub together: Vec<String>,
    /// Root of the tree of commitments.
    pub root: [u8; 32],
    /// The leaves in the order of the tree; none once the fields were erased.
    pub leaves: Vec<Leaf>,
    /// The attachments.
    pub attachments: Vec<Attachment>,
}

/// Why bytes are no item. Says where, never what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ItemError {
    /// Not the strict CBOR.
    #[error("not an item: {0}")]
    Cbor(#[from] CborError),
    /// CBOR, but not this layout.
    #[error("not an item: byte {0} does not fit the layout")]
    Layout(usize),
    /// A limit is passed.
    #[error("not an item: byte {0} passes a limit")]
    Limit(usize),
}

impl Item {
    /// The item as bytes, to be encrypted at once.
    #[must_use]
    pub fn encode(&self) -> Zeroizing<Vec<u8>> {
        let mut w = Writer::new().map(7).integer(0).integer(1).integer(1).text(self.id.as_str());
        w = w.integer(2).text(&self.about).integer(3).array(self.together.len());
        for member in &self.together {
            w = w.text(member);
        }
        w = w.integer(4).bytes(&self.root).integer(5).array(self.leaves.len());
        for leaf in &self.leaves {
            w = w.array(3).text(&leaf.path).bytes(&leaf.value).bytes(&*leaf.salt);
        }
        w = w.integer(6).array(self.attachments.len());
        for a in &self.attachments {
            w = a.write(w);
        }
        Zeroizing::new(w.finish())
    }

    /// Reads what [`Item::encode`] wrote. Strict: there is one spelling of every item.
    pub fn decode(bytes: &[u8]) -> Result<Self, ItemError> {
        let mut all = Reader::new(bytes);
        all.skip()?;
        all.end()?;
        let mut r = Reader::new(bytes);
        fit(&r, r.clone().map()? == 7)?;
        r.map()?;
        key(&mut r, 0)?;
        fit(&r, r.clone().unsigned()? == 1)?;
        r.unsigned()?;
        key(&mut r, 1)?;
        let at = r.position();
        let id = ItemId::parse(r.text()?).ok_or(ItemError::Layout(at))?;
        key(&mut r, 2)?;
        let about = text(&mut r, ABOUT_MAX)?.to_owned();
        key(&mut r, 3)?;
        let mut together: Vec<String> = Vec::new();
        for _ in 0..count(&mut r, TOGETHER_MAX)? {
            let at = r.position();
            let member = text(&mut r, NAME_MAX)?;
            if together.last().is_some_and(|before| before.as_str() >= member) {
                return Err(ItemError::Layout(at));
            }
            together.push(member.to_owned());
        }
        key(&mut r, 4)?;
        let root = fixed(&mut r)?;
        key(&mut r, 5)?;
        let at = r.position();
        let mut leaves = Vec::new();
        for _ in 0..count(&mut r, LEAVES_MAX)? {
            shape(&mut r, 3)?;
            let path = Zeroizing::new(text(&mut r, PATH_MAX)?.to_owned());
            let at = r.position();
            let value = Zeroizing::new(r.bytes()?.to_vec());
            if value.len() > VALUE_MAX {
                return Err(ItemError::Limit(at));
            }
            cbor::check(&value).map_err(|_| ItemError::Layout(at))?;
            leaves.push(Leaf { path, value, salt: Zeroizing::new(fixed(&mut r)?) });
        }
        if !matches!(leaves.len(), 0 | 8 | 16 | 32 | 64) {
            return Err(ItemError::Layout(at));
        }
        key(&mut r, 6)?;
        let mut attachments = Vec::new();
        for _ in 0..count(&mut r, BLOBS_MAX)? {
            attachments.push(Attachment::read(&mut r)?);
        }
        r.end()?;
        Ok(Self { id, about, together, root, leaves, attachments })
    }
}

fn fit(r: &Reader<'_>, fits: bool) -> Result<(), ItemError> {
    if fits { Ok(()) } else { Err(ItemError::Layout(r.position())) }
}

/// The next key of a map.
pub(super) fn key(r: &mut Reader<'_>, expected: u64) -> Result<(), ItemError> {
    let at = r.position();
    if r.unsigned()? == expected { Ok(()) } else { Err(ItemError::Layout(at)) }
}

/// An array of exactly `items`.
pub(super) fn shape(r: &mut Reader<'_>, items: usize) -> Result<(), ItemError> {
    let at = r.position();
    if r.array()? == items { Ok(()) } else { Err(ItemError::Layout(at)) }
}

/// An array of at most `most`.
pub(super) fn count(r: &mut Reader<'_>, most: usize) -> Result<usize, ItemError> {
    let at = r.position();
    let count = r.array()?;
    if count <= most { Ok(count) } else { Err(ItemError::Limit(at)) }
}

/// A text of at most `most` bytes.
pub(super) fn text<'a>(r: &mut Reader<'a>, most: usize) -> Result<&'a str, ItemError> {
    let at = r.position();
    let text = r.text()?;
    if text.len() <= most { Ok(text) } else { Err(ItemError::Limit(at)) }
}

/// Bytes of a fixed length.
pub(super) fn fixed<const N: usize>(r: &mut Reader<'_>) -> Result<[u8; N], ItemError> {
    let at = r.position();
    r.bytes()?.try_into().map_err(|_| ItemError::Layout(at))
}
