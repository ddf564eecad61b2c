//! The keys of a register, folded from its entries: who could sign what, at which index, and what is in doubt.
//!
//! Must not: believe a key that the register does not declare, forget what was once revoked, or remove an entry.
//!
//! A register says itself which keys sign it:
//!
//! - Entry 0, `mission_opened`, declares the first *statements* key, and is signed with it.
//! - `key_added` declares another key, valid from the next index on, with a signature by the new key that shows that it is
//!   held. A key is declared once and in one role.
//! - `key_revoked` ends a key. What the key signed before stands; what it signs later is refused. A note that the key was
//!   *compromised* makes entries in a range *doubtful*: they are flagged and never removed.
//! - `reaffirmed`, signed with a key that is itself in no doubt, lifts the doubt from single entries.
//!
//! A *recovery* key is kept away from the machine. It signs `key_added` and `key_revoked` and nothing else. While there is
//! one, statements keys can neither revoke it nor declare another. So whoever steals a statements key can do harm, and
//! cannot keep the owner out.
//!
//! Keys are counted as of one index: the same prefix of a register gives the same answer everywhere.
//!
//! ```
//! # use armistice_tlog::{cbor::Writer, entry::{Entry, Unsigned, key_id}};
//! use armistice_tlog::keyring::{Keyring, Life, Standing};
//! # let key = ed25519_dalek::SigningKey::from_bytes(&[7; 32]);
//! # let body = Writer::new().map(2).integer(0).text("Truce").integer(1).bytes(key.verifying_key().as_bytes()).finish();
//! # let w = Writer::new().map(8).integer(0).text("mission_opened").integer(1).integer(1).integer(2).text("truce");
//! # let w = w.integer(3).text("observer").integer(4).integer(0).integer(6).integer(1_700_000_000);
//! # let payload = w.integer(7).array(0).integer(8).bytes(&body).finish();
//! # let first = Unsigned {
//! #     iss: "observer".into(), sub: "truce".into(), iat: 1_700_000_000, kid: key_id(&key.verifying_key()), payload,
//! # }.sign(&key)?;
//! let keyring = Keyring::open("truce/observer", &Entry::parse(&first)?)?;
//! assert_eq!(keyring.size(), 1);
//! assert_eq!(keyring.life(), Life::Open);
//! assert_eq!(keyring.standing(0, &Entry::parse(&first)?.id()), Some(Standing::Sound));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod body;
mod error;
mod key;

pub use error::KeyringError;
pub use key::{Algorithm, Doubt, Key, Reason, Revoked, Role, id_of, possession_message};

use crate::ed25519;
use crate::entry::Entry;
use crate::envelope::Stated;
use crate::hash::Hash;

/// Most keys that a register may declare: twenty years with a new key every week. It bounds what a verifier must keep.
pub const MAX_KEYS: usize = 1024;

/// The kinds of statement that this fold knows, and the one version of each.
const MISSION_OPENED: &str = "mission_opened";
const KEY_ADDED: &str = "key_added";
const KEY_REVOKED: &str = "key_revoked";
const REAFFIRMED: &str = "reaffirmed";

/// How an entry stands as far as its key goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its key was valid, and nobody doubts it.
    Sound,
    /// Its key was valid, and is said to have been in other hands at the time. The entry stands, flagged.
    Doubtful {
        /// Index of the `key_revoked` that says so.
        revoked_at: u64,
    },
}

/// Whether a register can go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// There is a statements key.
    Open,
    /// There is none, and a recovery key that can declare one.
    AwaitsRecovery,
    /// There is neither. The member goes on in a new register, which says `continued`.
    Closed,
}

/// Which key signed an entry, by its place in the keyring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signer(usize);

/// A stretch of entries `[from, to)` signed with one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    from: u64,
    to: u64,
    key: usize,
}

/// What an entry does to the keys.
enum Effect {
    None,
    Add(Box<Key>),
    Revoke { key: usize, revoked: Revoked },
    Reaffirm(Vec<Hash>),
}

/// The keys of one register, as of a prefix of its entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyring {
    origin: String,
    keys: Vec<Key>,
    runs: Vec<Run>,
    reaffirmed: Vec<(Hash, u64)>,
    next: u64,
    last: Hash,
}

impl Keyring {
    /// Opens the keyring of the register `origin` (`<mission>/<member>`) with its first entry, which must be a
    /// `mission_opened` signed with the key that it declares.
    pub fn open(origin: &str, first: &Entry<'_>) -> Result<Keyring, KeyringError> {
        let (keyring, signer) = Keyring::open_stated(origin, &Stated::of(first.clone())?)?;
        keyring.verify(signer, first)?;
        Ok(keyring)
    }

    /// As [`Keyring::open`], without the check of the signature: the caller calls [`Keyring::verify`] with the signer.
    pub fn open_stated(origin: &str, first: &Stated<'_>) -> Result<(Keyring, Signer), KeyringError> {
        let envelope = &first.envelope;
        if envelope.kind != MISSION_OPENED {
            return Err(KeyringError::NotOpened { kind: envelope.kind.to_owned() });
        }
        version(envelope.kind, envelope.version)?;
        let bytes = body::mission_opened(envelope.body)?;
        let ed25519 = ed25519::key(&bytes).map_err(KeyringError::Key)?;
        let key = Key {
            id: id_of(&bytes),
            role: Role::Statements,
            algorithm: Algorithm::Ed25519,
            bytes: bytes.to_vec(),
            name: Role::Statements.key_name(origin),
            added_at: 0,
            added_in: first.id,
            added_by: None,
            from: 0,
            revoked: None,
            last_signed: None,
            ed25519: Some(ed25519),
        };
        let mut keyring = Keyring {
            origin: origin.to_owned(),
            keys: vec![key],
            runs: Vec::new(),
            reaffirmed: Vec::new(),
            next: 0,
            last: first.id,
        };
        keyring.place(0, first, None)?;
        let signer = keyring.signer(0, first.entry.kid())?;
        keyring.signed(0, first.id, signer);
        Ok((keyring, signer))
    }

    /// Takes the next entry: place, key, signature, and what it says about keys. An entry that is refused changes nothing.
    /// The standing is the one of this moment; see [`Keyring::standing`].
    pub fn admit(&mut self, index: u64, entry: &Entry<'_>) -> Result<Standing, KeyringError> {
        let stated = Stated::of(entry.clone())?;
        let (signer, effect) = self.judge(index, &stated, Some(self.last))?;
        self.verify(signer, entry)?;
        Ok(self.apply(index, &stated, signer, effect))
    }

    /// As [`Keyring::admit`], without the check of the signature, which is most of the work and depends on no other
    /// entry: the caller calls [`Keyring::verify`] for every entry, on as many threads as it likes, and uses nothing of
    /// the keyring if one fails.
    pub fn admit_stated(&mut self, index: u64, stated: &Stated<'_>) -> Result<Signer, KeyringError> {
        let (signer, effect) = self.judge(index, stated, Some(self.last))?;
        self.apply(index, stated, signer, effect);
        Ok(signer)
    }

    /// Takes an entry further on, when those between are not at hand: a proof bundle carries only the entries about keys.
    /// Everything is checked but the hash of the entry before, unless that one was taken. A keyring with gaps does not know
    /// what the missing entries say of keys: it can tell that a signature holds, not that the key was in no doubt.
    pub fn admit_after_gap(&mut self, index: u64, entry: &Entry<'_>) -> Result<Standing, KeyringError> {
        if index < self.next {
            return Err(KeyringError::Place { index, expected: self.next });
        }
        let stated = Stated::of(entry.clone())?;
        let last = (index == self.next).then_some(self.last);
        let (signer, effect) = self.judge(index, &stated, last)?;
        self.verify(signer, entry)?;
        Ok(self.apply(index, &stated, signer, effect))
    }

    /// Checks an entry's signature against the key that [`Keyring::admit_stated`] found for it.
    pub fn verify(&self, signer: Signer, entry: &Entry<'_>) -> Result<(), KeyringError> {
        match self.keys.get(signer.0) {
            Some(key) => Ok(key.verify(entry)?),
            None => Err(KeyringError::UnknownKey { key: entry.kid() }),
        }
    }

    /// The register's origin line.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// How many entries were taken; with gaps, the index after the last.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.next
    }

    /// Id of the last entry taken.
    #[must_use]
    pub const fn last(&self) -> Hash {
        self.last
    }

    /// Every key declared, in order of declaration.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The key of this id.
    #[must_use]
    pub fn key(&self, id: &Hash) -> Option<&Key> {
        self.position(id).and_then(|at| self.keys.get(at))
    }

    /// Where the key of this id is. There are few ([`MAX_KEYS`]), and mostly one or two.
    fn position(&self, id: &Hash) -> Option<usize> {
        self.keys.iter().position(|key| key.id == *id)
    }

    /// The keys of a role that are valid for the next entry, in order of declaration.
    pub fn valid(&self, role: Role) -> impl Iterator<Item = &Key> {
        self.keys.iter().filter(move |k| k.role == role && k.valid_at(self.next))
    }

    /// The checkpoint keys, valid or not, in order of declaration: each with the range in which it counts.
    pub fn checkpoint_keys(&self) -> impl Iterator<Item = &Key> {
        self.keys.iter().filter(|k| k.role == Role::Checkpoints)
    }

    /// The newest witness key that is valid now.
    #[must_use]
    pub fn witness_key(&self) -> Option<&Key> {
        self.valid(Role::Witness).last()
    }

    /// Whether the register can go on.
    #[must_use]
    pub fn life(&self) -> Life {
        if self.valid(Role::Statements).next().is_some() {
            Life::Open
        } else if self.valid(Role::Recovery).next().is_some() {
            Life::AwaitsRecovery
        } else {
            Life::Closed
        }
    }

    /// The key that signed the entry at an index, if that entry was taken.
    #[must_use]
    pub fn signer_of(&self, index: u64) -> Option<&Key> {
        self.run_of(index).and_then(|run| self.keys.get(run.key))
    }

    /// How the entry `id` at `index` stands, as of all that was taken; none if that entry was not taken. An entry that was
    /// sound may become doubtful later, and a doubtful one sound again.
    #[must_use]
    pub fn standing(&self, index: u64, id: &Hash) -> Option<Standing> {
        let run = self.run_of(index)?;
        Some(match self.doubt(index, id, run.key) {
            Some(revoked_at) => Standing::Doubtful { revoked_at },
            None => Standing::Sound,
        })
    }

    /// Whether any entry can be doubtful: some key was said to be compromised. Spares asking for each entry.
    #[must_use]
    pub fn has_doubt(&self) -> bool {
        self.keys.iter().any(|k| k.revoked.is_some_and(|r| r.doubt.is_some()))
    }

    fn run_of(&self, index: u64) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.to <= index);
        self.runs.get(after).filter(|run| run.from <= index)
    }

    /// The note that puts an entry in doubt: of its key, or of the key that declared its key. Reaffirmed is no doubt.
    fn doubt(&self, index: u64, id: &Hash, key: usize) -> Option<u64> {
        let (mut at, mut id, mut key) = (index, *id, key);
        let mut found = None;
        // A key was declared by a key that was declared before it: this ends.
        while let Some(k) = self.keys.get(key) {
            // Whoever answers for this entry answers for all that follows from it.
            if self.is_reaffirmed(&id) {
                return found;
            }
            if found.is_none() {
                found = own_doubt(k, at);
            }
            let Some(parent) = k.added_by else { break };
            // An entry in doubt of its own stays so, whatever is said of how its key came in.
            if found.is_some() {
                break;
            }
            (at, id, key) = (k.added_at, k.added_in, parent);
        }
        found
    }

    /// Whether the entry was reaffirmed with a key in no doubt. What is itself doubtful lifts no doubt, reaffirmed or not:
    /// otherwise a stolen key could vouch for itself.
    fn is_reaffirmed(&self, id: &Hash) -> bool {
        let said = self.reaffirmed.partition_point(|(other, _)| other < id);
        let said = self.reaffirmed.iter().skip(said).take_while(|(other, _)| other == id);
        said.into_iter().any(|(_, at)| self.run_of(*at).is_some_and(|run| !self.tainted(*at, run.key)))
    }

    fn tainted(&self, index: u64, key: usize) -> bool {
        let (mut at, mut key) = (index, key);
        while let Some(k) = self.keys.get(key) {
            if own_doubt(k, at).is_some() {
                return true;
            }
            let Some(parent) = k.added_by else { break };
            (at, key) = (k.added_at, parent);
        }
        false
    }

    /// The entry belongs here: register, number, and the entry before it when that is known.
    fn place(&self, index: u64, stated: &Stated<'_>, last: Option<Hash>) -> Result<(), KeyringError> {
        let e = &stated.envelope;
        let (mission, member) = self.origin.rsplit_once('/').unwrap_or(("", &self.origin));
        if e.mission != mission {
            return Err(KeyringError::OtherMission { found: e.mission.to_owned(), expected: mission.to_owned() });
        }
        if e.member != member {
            return Err(KeyringError::OtherMember { found: e.member.to_owned(), expected: member.to_owned() });
        }
        if e.seq != index {
            return Err(KeyringError::Place { index: e.seq, expected: index });
        }
        let prev = match (index, last) {
            (0, _) => e.prev.is_none(),
            (_, Some(last)) => e.prev == Some(last),
            (_, None) => e.prev.is_some(),
        };
        if prev { Ok(()) } else { Err(KeyringError::Previous { expected: last, found: e.prev }) }
    }

    /// The key that an entry at `index` names, which must be valid there.
    fn signer(&self, index: u64, id: Hash) -> Result<Signer, KeyringError> {
        let Some(at) = self.position(&id) else { return Err(KeyringError::UnknownKey { key: id }) };
        let key = &self.keys[at];
        if !matches!(key.role, Role::Statements | Role::Recovery) {
            return Err(KeyringError::Role { key: id, role: key.role });
        }
        match &key.revoked {
            Some(r) if index >= r.until => Err(KeyringError::Revoked { key: id, until: r.until, at: r.at }),
            Some(_) | None => Ok(Signer(at)),
        }
    }

    /// All rules but the signature, and what follows from the entry. Changes nothing.
    fn judge(&self, index: u64, stated: &Stated<'_>, last: Option<Hash>) -> Result<(Signer, Effect), KeyringError> {
        if last.is_some() && index != self.next {
            return Err(KeyringError::Place { index, expected: self.next });
        }
        self.place(index, stated, last)?;
        let signer = self.signer(index, stated.entry.kid())?;
        let recovery = self.keys[signer.0].role == Role::Recovery;
        let e = &stated.envelope;
        let effect = match e.kind {
            MISSION_OPENED => return Err(KeyringError::OpenedTwice),
            KEY_ADDED => {
                version(e.kind, e.version)?;
                self.added(index, stated, signer)?
            }
            KEY_REVOKED => {
                version(e.kind, e.version)?;
                self.revoked(index, stated, signer)?
            }
            other if recovery => return Err(KeyringError::RecoveryOnly { kind: other.to_owned() }),
            REAFFIRMED => {
                version(e.kind, e.version)?;
                Effect::Reaffirm(body::reaffirmed(e.body)?)
            }
            _ => Effect::None,
        };
        Ok((signer, effect))
    }

    fn added(&self, index: u64, stated: &Stated<'_>, signer: Signer) -> Result<Effect, KeyringError> {
        let said = body::key_added(stated.envelope.body)?;
        let id = id_of(said.key);
        if self.position(&id).is_some() {
            return Err(KeyringError::KeyTwice { key: id });
        }
        if self.keys.len() >= MAX_KEYS {
            return Err(KeyringError::TooManyKeys);
        }
        let signs = matches!(said.role, Role::Statements | Role::Recovery);
        if signs && said.algorithm != Algorithm::Ed25519 {
            return Err(KeyringError::Algorithm { role: said.role, algorithm: said.algorithm.name() });
        }
        let expected = said.role.key_name(&self.origin);
        if said.name != expected {
            return Err(KeyringError::Name { role: said.role, found: said.name.to_owned(), expected });
        }
        if said.role == Role::Recovery
            && self.keys[signer.0].role != Role::Recovery
            && self.valid(Role::Recovery).next().is_some()
        {
            return Err(KeyringError::RecoveryNeeded { doing: "declares a recovery key" });
        }
        let ed25519 = match said.algorithm {
            Algorithm::Ed25519 => {
                // The layout has checked the length.
                let bytes = said.key.try_into().unwrap_or(&[0; ed25519::KEY_LEN]);
                Some(ed25519::key(bytes).map_err(KeyringError::Key)?)
            }
            Algorithm::MlDsa44 => None,
        };
        let message = possession_message(&self.origin, said.role, said.name, said.key);
        if !key::possessed(said.algorithm, said.key, &message, said.possession) {
            return Err(KeyringError::Possession { key: id });
        }
        Ok(Effect::Add(Box::new(Key {
            id,
            role: said.role,
            algorithm: said.algorithm,
            bytes: said.key.to_vec(),
            name: expected,
            added_at: index,
            added_in: stated.id,
            added_by: Some(signer.0),
            from: index + 1,
            revoked: None,
            last_signed: None,
            ed25519,
        })))
    }

    fn revoked(&self, index: u64, stated: &Stated<'_>, signer: Signer) -> Result<Effect, KeyringError> {
        let said = body::key_revoked(stated.envelope.body)?;
        let Some(at) = self.position(&said.key) else {
            return Err(KeyringError::UnknownKey { key: said.key });
        };
        let (key, by) = (&self.keys[at], &self.keys[signer.0]);
        if key.role == Role::Recovery && by.role != Role::Recovery {
            return Err(KeyringError::RecoveryNeeded { doing: "revokes a recovery key" });
        }
        // What was valid when it was written stays so: an entry is called doubtful, never undone.
        let after = key.last_signed.map_or(key.from, |last| last + 1).max(key.from);
        // The entry with which a key revoked itself stands at its end.
        let (least, most) = key.revoked.map_or((after, index), |r| (after.min(r.until), r.until));
        if said.until < least || said.until > most {
            return Err(KeyringError::Until { key: key.id, until: said.until, least, most });
        }
        if said.doubtful_from.is_some_and(|from| said.reason != Reason::Compromised || from > said.until) {
            return Err(KeyringError::Doubt);
        }
        let doubt = (said.reason == Reason::Compromised).then(|| Doubt {
            from: said.doubtful_from.unwrap_or(0).max(key.from),
            until: said.until,
            said_at: index,
        });
        let revoked = match key.revoked {
            None => Revoked { at: index, until: said.until, reason: said.reason, by: by.id, doubt },
            // A later note can only say more: nothing that was revoked comes back.
            Some(before) => Revoked {
                until: said.until,
                reason: if doubt.is_some() { said.reason } else { before.reason },
                doubt: match (before.doubt, doubt) {
                    (Some(a), Some(b)) if a.from <= b.from => Some(a),
                    (a, b) => b.or(a),
                },
                ..before
            },
        };
        let goes_on = |role| self.keys.iter().enumerate().any(|(i, k)| i != at && k.role == role && k.valid_at(index));
        let ends = !goes_on(Role::Statements) && !goes_on(Role::Recovery);
        if ends && said.reason != Reason::Retired && key.revoked.is_none() {
            return Err(KeyringError::LastKey { key: key.id });
        }
        Ok(Effect::Revoke { key: at, revoked })
    }

    fn apply(&mut self, index: u64, stated: &Stated<'_>, signer: Signer, effect: Effect) -> Standing {
        match effect {
            Effect::None => {}
            Effect::Add(key) => {
                self.keys.push(*key);
            }
            Effect::Revoke { key, revoked } => self.keys[key].revoked = Some(revoked),
            Effect::Reaffirm(ids) => {
                for id in ids {
                    let at = self.reaffirmed.partition_point(|(other, _)| *other <= id);
                    self.reaffirmed.insert(at, (id, index));
                }
            }
        }
        self.signed(index, stated.id, signer);
        match self.doubt(index, &stated.id, signer.0) {
            Some(revoked_at) => Standing::Doubtful { revoked_at },
            None => Standing::Sound,
        }
    }

    /// Notes who signed the entry at `index`.
    fn signed(&mut self, index: u64, id: Hash, signer: Signer) {
        match self.runs.last_mut() {
            Some(run) if run.key == signer.0 && run.to == index => run.to = index + 1,
            _ => self.runs.push(Run { from: index, to: index + 1, key: signer.0 }),
        }
        self.keys[signer.0].last_signed = Some(index);
        self.next = index + 1;
        self.last = id;
    }
}

/// The note that names the entry at `index` among the doubtful ones of its own key.
fn own_doubt(key: &Key, index: u64) -> Option<u64> {
    let doubt = key.revoked.and_then(|r| r.doubt)?;
    (doubt.from <= index && index < doubt.until).then_some(doubt.said_at)
}

/// A statement about keys in a layout that is not known could say anything, so the fold of keys cannot pass it.
fn version(kind: &str, version: u32) -> Result<(), KeyringError> {
    if version == 1 { Ok(()) } else { Err(KeyringError::Version { kind: kind.to_owned(), version }) }
}
