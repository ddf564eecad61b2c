//! The vault: sealed fields, their salts, sealed attachments, and their keys. The one store whose loss loses secrets and
//! whose theft gives them away; it may stand on a volume of its own.
//!
//! Must not: write anything of an item but encrypted, tell in a name or a size what it holds, or destroy an item that
//! nobody erased.
//!
//! ```text
//! VAULT/vault.N.key        the vault key of generation N (plain, or an age file that a passphrase opens)
//! VAULT/vault.N.ring       which items there are, in which files, under which keys; encrypted under the vault key
//! VAULT/items/<random>     one item each: fields, salts, decoys; encrypted under its own key, padded to a size class
//! VAULT/blobs/<sha256>     one sealed attachment each, named by its ciphertext, padded to a size class
//! VAULT/lock               who is using it
//! ```
//!
//! The highest N that has a ring is in force. Taking in an item writes its files, then the ring: before that the files are
//! noise without a key. Erasing goes so, and at every step either the item is whole or it is gone for good:
//!
//! ```text
//! 1. vault.N+1.key     a new vault key                         killed here: nothing happened
//! 2. vault.N+1.ring    the ring without the item; it lists     ← from here on the item is gone
//!                      what is doomed and the note to be said
//! 3. vault.N.key       overwritten, removed                    killed before the end: the next who opens the vault
//! 4. vault.N.ring      overwritten, removed                    for writing goes on with 3
//! 5. doomed files      overwritten, removed
//! 6. vault.N+1.ring    without the list of doomed files
//! 7. the note is said, then taken out of the ring              killed before: the next who writes says it
//! ```
//!
//! Every key of an item stood in rings only, and every ring before N+1 was encrypted under keys that are destroyed. So
//! leftovers on the disk, and copies of an item's file, stay unreadable. That does not reach copies of the *vault key* of
//! that time: a backup of the whole vault, or what a solid-state disk keeps of overwritten blocks.

pub mod crypt;
pub mod item;
pub mod key;
pub mod ring;

use crate::{
    durable::{self, DurableError},
    journal::lock::{Access, Lock, LockError},
    keys::passphrase::{Passphrase, Passphrases},
};
use armistice_core::id::ItemId;
use armistice_tlog::hash::sha256;
use crypt::{CryptError, Secret};
use item::{Attachment, Item, ItemError};
use key::VaultKeyError;
use ring::{Note, Ring, Scope, Slot};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
    time::Duration,
};
use zeroize::Zeroizing;

/// How long one waits for another process that is using the vault.
const PATIENCE: Duration = Duration::from_secs(20);

const RING_TITLE: &str = "armistice vault ring 1\n";
const ITEM_TITLE: &str = "armistice vault item 1\n";
const BLOB_TITLE: &str = "armistice vault blob 1\n";

/// Why the vault could not do it. Names files of the vault, which are random, and never what they hold.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// Another process uses it.
    #[error(transparent)]
    Locked(#[from] LockError),
    /// There is no vault yet.
    #[error("there is no vault at {root}; nothing was sealed here", root = root.display())]
    Missing { root: PathBuf },
    /// Items are there and no ring that opens them.
    #[error("{root} holds items and no ring; put vault.N.ring and vault.N.key back from where you keep them", root = root.display())]
    NoRing { root: PathBuf },
    /// The vault key cannot be had.
    #[error(transparent)]
    Key(#[from] VaultKeyError),
    /// A file does not open.
    #[error("{path}: {source}", path = path.display())]
    Closed { path: PathBuf, source: CryptError },
    /// A file opens and is not what it should be.
    #[error("{path}: {source}", path = path.display())]
    Content { path: PathBuf, source: ItemError },
    /// A file is of another item, another generation, or was exchanged.
    #[error("{path} is not the file that belongs here", path = path.display())]
    Exchanged { path: PathBuf },
    /// No such item.
    #[error("the vault has no item {id}: it was never here, or it was erased")]
    NoItem { id: ItemId },
    /// No more items fit.
    #[error("the vault holds {} items and takes no more", ring::ITEMS_MAX)]
    Full,
    /// Opened for reading, asked to write.
    #[error("the vault was opened for reading")]
    ReadOnly,
    /// A disk error before: what is there is uncertain until it is opened anew.
    #[error("the vault has stopped after an error; run the command again when the disk is sound")]
    Stopped,
    /// Bytes cannot be encrypted.
    #[error(transparent)]
    Crypt(#[from] CryptError),
    /// A file cannot be used.
    #[error("cannot {step} {path}: {source}", path = path.display())]
    Io { step: &'static str, path: PathBuf, source: io::Error },
    /// A file did not reach the disk.
    #[error(transparent)]
    Durable(#[from] DurableError),
}

/// An attachment to be sealed.
#[derive(Debug)]
pub struct Attached {
    /// The file's own name.
    pub name: Zeroizing<String>,
    /// Its kind.
    pub media_type: Zeroizing<String>,
    /// Its bytes.
    pub bytes: Zeroizing<Vec<u8>>,
}

/// An open vault.
#[derive(Debug)]
pub struct Vault {
    root: PathBuf,
    ring: Ring,
    key: Secret,
    passphrase: Option<Passphrase>,
    access: Access,
    stopped: bool,
    steps_left: Option<u32>,
    _lock: Lock,
}

impl Vault {
    /// Opens a vault for reading.
    pub fn read(root: &Path, ask: &Passphrases) -> Result<Self, VaultError> {
        if !root.is_dir() {
            return Err(VaultError::Missing { root: root.to_path_buf() });
        }
        let lock = Lock::wait(root, Access::Read, PATIENCE)?;
        Self::newest(root, ask, Access::Read, lock)
    }

    /// Opens a vault for writing, makes it if there is none, and finishes what an erasure that was cut short left. A vault
    /// key that no passphrase protects is put under the one in the file that the environment names, if it names one.
    pub fn write(root: &Path, ask: &Passphrases) -> Result<Self, VaultError> {
        Self::write_dying(root, ask, None)
    }

    /// [`Vault::write`] for tests of what a crash leaves: every change fails from the given step on, as if the process
    /// had ended there.
    pub fn write_dying(root: &Path, ask: &Passphrases, steps: Option<u32>) -> Result<Self, VaultError> {
        for folder in [root.to_path_buf(), root.join("items"), root.join("blobs")] {
            durable::create_folder(&folder)?;
        }
        let lock = Lock::wait(root, Access::Write, PATIENCE)?;
        for folder in [root.to_path_buf(), root.join("items"), root.join("blobs")] {
            durable::remove_leftovers(&folder)?;
        }
        if generations(root)?.rings.is_empty() {
            let items = fs::read_dir(root.join("items")).map_err(io("list", root))?;
            if items.count() > 0 {
                return Err(VaultError::NoRing { root: root.to_path_buf() });
            }
            // A key without a ring is what a crash between the next two lines leaves; it never protected anything.
            for n in generations(root)?.keys {
                destroy(&key_path(root, n))?;
            }
            let ring = Ring { generation: 1, ..Ring::default() };
            let secret = key::generate()?;
            durable::create(&key_path(root, 1), &key::encode(&secret, None)?)?;
            durable::create(&ring_path(root, 1), &seal_ring(&secret, &ring)?)?;
        }
        let mut vault = Self::newest(root, ask, Access::Write, lock)?;
        vault.steps_left = steps;
        vault.recover()?;
        if vault.passphrase.is_none()
            && ask.is_file()
            && let Some(passphrase) = ask.get(&key_path(root, vault.ring.generation)).map_err(VaultKeyError::from)?
        {
            vault.protect(Some(passphrase))?;
        }
        Ok(vault)
    }

    fn newest(root: &Path, ask: &Passphrases, access: Access, lock: Lock) -> Result<Self, VaultError> {
        let newest = generations(root)?.rings.into_iter().max();
        let n = newest.ok_or_else(|| VaultError::NoRing { root: root.to_path_buf() })?;
        let (secret, passphrase) = key::load(&key_path(root, n), ask)?;
        let path = ring_path(root, n);
        let content = open_file(&path, &secret, RING_TITLE, &n.to_be_bytes())?;
        let ring = Ring::decode(&content).map_err(|source| VaultError::Content { path: path.clone(), source })?;
        if ring.generation != n {
            return Err(VaultError::Exchanged { path });
        }
        let root = root.to_path_buf();
        Ok(Self { root, ring, key: secret, passphrase, access, stopped: false, steps_left: None, _lock: lock })
    }

    /// The items here, by id.
    pub fn ids(&self) -> impl Iterator<Item = &ItemId> {
        self.ring.items.keys()
    }

    /// Whether an item is here.
    #[must_use]
    pub fn contains(&self, id: &ItemId) -> bool {
        self.ring.items.contains_key(id)
    }

    /// Erasures that were done and may not have been said yet.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.ring.notes
    }

    /// Whether a passphrase protects the vault key.
    #[must_use]
    pub fn is_protected(&self) -> bool {
        self.passphrase.is_some()
    }

    /// Reads an item.
    pub fn get(&self, id: &ItemId) -> Result<Item, VaultError> {
        let slot = self.slot(id)?;
        let path = item_path(&self.root, &slot.file);
        let content = open_file(&path, &slot.key, ITEM_TITLE, &item_bind(&slot.file, id))?;
        let item = Item::decode(&content).map_err(|source| VaultError::Content { path: path.clone(), source })?;
        if item.id != *id {
            return Err(VaultError::Exchanged { path });
        }
        Ok(item)
    }

    fn slot(&self, id: &ItemId) -> Result<&Slot, VaultError> {
        self.ring.items.get(id).ok_or_else(|| VaultError::NoItem { id: id.clone() })
    }

    /// Reads the bytes of an attachment.
    pub fn attachment(&self, id: &ItemId, attachment: &Attachment) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        open_attachment(&self.root.join("blobs"), id, attachment)
    }

    /// Where the ciphertext of an attachment lies.
    #[must_use]
    pub fn ciphertext(&self, attachment: &Attachment) -> PathBuf {
        blob_path(&self.root, &attachment.digest)
    }

    /// Takes an item in, with its attachments. When this returns, all of it is on the disk. Gives the item back as it is
    /// kept, with what is public of its attachments.
    pub fn put(&mut self, mut item: Item, attached: &[Attached]) -> Result<Item, VaultError> {
        self.writable()?;
        if self.ring.items.len() >= ring::ITEMS_MAX {
            return Err(VaultError::Full);
        }
        for a in attached {
            let secret = crypt::random::<32>()?;
            let sealed = crypt::seal(&secret, BLOB_TITLE, item.id.as_str().as_bytes(), &a.bytes)?;
            let digest = *sha256(&sealed).as_bytes();
            self.step()?;
            durable::create(&blob_path(&self.root, &digest), &sealed).map_err(|e| self.stop(e))?;
            item.attachments.push(Attachment {
                digest,
                class: sealed.len() as u64,
                key: secret,
                media_type: a.media_type.clone(),
                name: a.name.clone(),
                len: a.bytes.len() as u64,
            });
        }
        // In order of their digests, which says nothing of the order in which they were given.
        item.attachments.sort_by_key(|a| a.digest);
        let slot = self.store(&item)?;
        let mut ring = self.ring.clone();
        ring.items.insert(item.id.clone(), slot);
        self.replace_ring(ring)?;
        Ok(item)
    }

    fn store(&mut self, item: &Item) -> Result<Slot, VaultError> {
        let (file, secret) = (*crypt::random::<16>()?, crypt::random::<32>()?);
        let sealed = crypt::seal(&secret, ITEM_TITLE, &item_bind(&file, &item.id), &item.encode())?;
        self.step()?;
        durable::create(&item_path(&self.root, &file), &sealed).map_err(|e| self.stop(e))?;
        Ok(Slot { file, key: secret, attachments: item.attachments.iter().map(|a| a.digest).collect() })
    }

    /// Destroys an item, or its fields: its keys, salts and files, and every key that ever protected them. The note stays
    /// in the vault until [`Vault::noted`] says that it stands in the register.
    pub fn erase(&mut self, note: Note) -> Result<(), VaultError> {
        self.writable()?;
        let mut next = self.ring.clone();
        let old = next.items.remove(&note.item).ok_or_else(|| VaultError::NoItem { id: note.item.clone() })?;
        match note.scope {
            Scope::All => next.doomed_attachments.extend(&old.attachments),
            Scope::Fields => {
                let mut rest = self.get(&note.item)?;
                rest.leaves.clear();
                // A new file under a new key: the old file has the salts, whoever keeps a copy of it.
                let slot = self.store(&rest)?;
                next.items.insert(note.item.clone(), slot);
            }
        }
        next.doomed_files.push(old.file);
        next.notes.push(note);
        self.next_generation(next)?;
        self.finish()
    }

    /// The note of an erasure stands in the register.
    pub fn noted(&mut self, note: &Note) -> Result<(), VaultError> {
        self.writable()?;
        let mut ring = self.ring.clone();
        ring.notes.retain(|n| n != note);
        self.replace_ring(ring)
    }

    /// A new vault key under this passphrase (or none); the old one is destroyed.
    pub fn protect(&mut self, passphrase: Option<Passphrase>) -> Result<(), VaultError> {
        self.writable()?;
        self.passphrase = passphrase;
        self.next_generation(self.ring.clone())?;
        self.finish()
    }

    /// Steps 1 and 2 of an erasure.
    fn next_generation(&mut self, mut ring: Ring) -> Result<(), VaultError> {
        ring.generation = self.ring.generation + 1;
        let secret = key::generate()?;
        let n = ring.generation;
        // A key of a change that was cut short before its ring.
        destroy(&key_path(&self.root, n))?;
        self.step()?;
        let encoded = key::encode(&secret, self.passphrase.as_ref())?;
        durable::create(&key_path(&self.root, n), &encoded).map_err(|e| self.stop(e))?;
        let sealed = seal_ring(&secret, &ring)?;
        self.step()?;
        durable::create(&ring_path(&self.root, n), &sealed).map_err(|e| self.stop(e))?;
        (self.ring, self.key) = (ring, secret);
        Ok(())
    }

    /// What a writer who died left to do.
    fn recover(&mut self) -> Result<(), VaultError> {
        let there = generations(&self.root)?;
        let in_force = self.ring.generation;
        let left = there.keys.iter().chain(&there.rings).any(|n| *n != in_force);
        if left {
            // The name of the ring in force may be in memory only, if its writer was told that the disk failed. Nothing
            // older is destroyed before it is surely on the disk.
            self.replace_ring(self.ring.clone())?;
        }
        self.finish()
    }

    /// Steps 3 to 6 of an erasure, whoever began it. The ring in force has been opened with its key before this.
    fn finish(&mut self) -> Result<(), VaultError> {
        let there = generations(&self.root)?;
        let in_force = self.ring.generation;
        for n in there.keys.iter().filter(|n| **n != in_force) {
            self.step()?;
            destroy(&key_path(&self.root, *n)).map_err(|e| self.stopped_by(e))?;
        }
        for n in there.rings.iter().filter(|n| **n != in_force) {
            self.step()?;
            destroy(&ring_path(&self.root, *n)).map_err(|e| self.stopped_by(e))?;
        }
        if self.ring.doomed_files.is_empty() && self.ring.doomed_attachments.is_empty() {
            return Ok(());
        }
        for file in self.ring.doomed_files.clone() {
            self.step()?;
            destroy(&item_path(&self.root, &file)).map_err(|e| self.stopped_by(e))?;
        }
        for digest in self.ring.doomed_attachments.clone() {
            self.step()?;
            destroy(&blob_path(&self.root, &digest)).map_err(|e| self.stopped_by(e))?;
        }
        let mut ring = self.ring.clone();
        ring.doomed_files.clear();
        ring.doomed_attachments.clear();
        self.replace_ring(ring)
    }

    fn replace_ring(&mut self, ring: Ring) -> Result<(), VaultError> {
        let sealed = seal_ring(&self.key, &ring)?;
        self.step()?;
        durable::replace(&ring_path(&self.root, ring.generation), &sealed).map_err(|e| self.stop(e))?;
        self.ring = ring;
        Ok(())
    }

    fn writable(&self) -> Result<(), VaultError> {
        match self.access {
            Access::Read => Err(VaultError::ReadOnly),
            Access::Write if self.stopped => Err(VaultError::Stopped),
            Access::Write => Ok(()),
        }
    }

    /// Called before every step that changes the disk.
    fn step(&mut self) -> Result<(), VaultError> {
        match &mut self.steps_left {
            Some(0) => self.stopped = true,
            Some(n) => *n -= 1,
            None => {}
        }
        if self.stopped { Err(VaultError::Stopped) } else { Ok(()) }
    }

    fn stop(&mut self, e: DurableError) -> VaultError {
        self.stopped_by(e.into())
    }

    /// After any error of the disk nothing more is written: what is there is seen anew by the next who opens the vault.
    fn stopped_by(&mut self, e: VaultError) -> VaultError {
        self.stopped = true;
        e
    }
}

fn io<'a>(step: &'static str, path: &'a Path) -> impl FnOnce(io::Error) -> VaultError + 'a {
    move |source| VaultError::Io { step, path: path.to_path_buf(), source }
}

fn key_path(root: &Path, n: u64) -> PathBuf {
    root.join(format!("vault.{n}.key"))
}

fn ring_path(root: &Path, n: u64) -> PathBuf {
    root.join(format!("vault.{n}.ring"))
}

fn item_path(root: &Path, file: &[u8; 16]) -> PathBuf {
    root.join("items").join(data_encoding::HEXLOWER.encode(file))
}

fn blob_path(root: &Path, digest: &[u8; 32]) -> PathBuf {
    root.join("blobs").join(data_encoding::HEXLOWER.encode(digest))
}

fn item_bind(file: &[u8; 16], id: &ItemId) -> Vec<u8> {
    [file, id.as_str().as_bytes()].concat()
}

fn seal_ring(secret: &Secret, ring: &Ring) -> Result<Vec<u8>, CryptError> {
    crypt::seal(secret, RING_TITLE, &ring.generation.to_be_bytes(), &ring.encode())
}

/// The generations whose keys and whose rings are there.
struct Generations {
    keys: Vec<u64>,
    rings: Vec<u64>,
}

fn generations(root: &Path) -> Result<Generations, VaultError> {
    let mut there = Generations { keys: Vec::new(), rings: Vec::new() };
    for entry in fs::read_dir(root).map_err(io("list", root))? {
        let name = entry.map_err(io("list", root))?.file_name();
        let Some(rest) = name.to_str().and_then(|n| n.strip_prefix("vault.")) else { continue };
        let Some((n, kind)) = rest.split_once('.') else { continue };
        let Ok(n) = n.parse() else { continue };
        match kind {
            "key" => there.keys.push(n),
            "ring" => there.rings.push(n),
            _ => {}
        }
    }
    Ok(there)
}

fn open_file(path: &Path, secret: &Secret, title: &str, bind: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let bytes = read_file(path)?;
    crypt::open(secret, title, bind, &bytes).map_err(|source| VaultError::Closed { path: path.to_path_buf(), source })
}

fn read_file(path: &Path) -> Result<Vec<u8>, VaultError> {
    let file = File::open(path).map_err(io("open", path))?;
    let mut bytes = Vec::new();
    file.take(crypt::CLASS_MAX + 1).read_to_end(&mut bytes).map_err(io("read", path))?;
    Ok(bytes)
}

/// Opens the ciphertext of an attachment that lies in `folder` under its digest. Its bytes must have that digest, which is
/// what the register says.
pub fn open_attachment(folder: &Path, id: &ItemId, attachment: &Attachment) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let path = folder.join(data_encoding::HEXLOWER.encode(&attachment.digest));
    let bytes = read_file(&path)?;
    let wrong = |source| VaultError::Closed { path: path.clone(), source };
    if *sha256(&bytes).as_bytes() != attachment.digest {
        return Err(VaultError::Exchanged { path });
    }
    let content = crypt::open(&attachment.key, BLOB_TITLE, id.as_str().as_bytes(), &bytes).map_err(wrong)?;
    if content.len() as u64 != attachment.len {
        return Err(VaultError::Exchanged { path });
    }
    Ok(content)
}

/// Overwrites a file with random bytes where the disk allows it, removes it, and makes that durable. A file that is not
/// there is destroyed already.
fn destroy(path: &Path) -> Result<(), VaultError> {
    let mut file = match OpenOptions::new().write(true).open(path) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
        other => other.map_err(io("overwrite", path))?,
    };
    let mut left = file.metadata().map_err(io("look at", path))?.len();
    while left > 0 {
        let noise = crypt::random::<4096>()?;
        let part = usize::try_from(left).unwrap_or(usize::MAX).min(noise.len());
        file.write_all(&noise[..part]).map_err(io("overwrite", path))?;
        left -= part as u64;
    }
    file.sync_all().map_err(io("overwrite", path))?;
    drop(file);
    fs::remove_file(path).map_err(io("remove", path))?;
    durable::sync_folder(durable::parent(path))?;
    Ok(())
}
