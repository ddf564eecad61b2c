//! A register made of short sentences, for the tests of keys and of evidence: "a adds statements b", "b revokes a lost".
//!
//! Must not: check anything of its own.

use armistice_tlog::cbor::Writer;
use armistice_tlog::entry::{Entry, Unsigned, key_id};
use armistice_tlog::hash::{Hash, leaf_hash};
use armistice_tlog::keyring::{Keyring, KeyringError, Role, Standing, possession_message};
use ed25519_dalek::{Signer as _, SigningKey};

/// The key of a letter.
pub(crate) fn key(letter: &str) -> SigningKey {
    let mut secret = [0; 32];
    secret[..letter.len()].copy_from_slice(letter.as_bytes());
    SigningKey::from_bytes(&secret)
}

/// Its id.
pub(crate) fn id(letter: &str) -> Hash {
    key_id(&key(letter).verifying_key())
}

/// What stands in an entry, each part of which can be made wrong.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    pub(crate) kind: &'static str,
    pub(crate) version: i64,
    pub(crate) mission: String,
    pub(crate) member: String,
    pub(crate) seq: u64,
    pub(crate) prev: Option<Hash>,
    pub(crate) asserted: i64,
    pub(crate) body: Vec<u8>,
}

impl Parts {
    pub(crate) fn payload(&self) -> Vec<u8> {
        let mut w = Writer::new().map(if self.prev.is_some() { 9 } else { 8 });
        w = w.integer(0).text(self.kind).integer(1).integer(self.version).integer(2).text(&self.mission);
        w = w.integer(3).text(&self.member).integer(4).integer(i64::try_from(self.seq).expect("small"));
        if let Some(prev) = self.prev {
            w = w.integer(5).bytes(prev.as_bytes());
        }
        w.integer(6).integer(self.asserted).integer(7).array(0).integer(8).bytes(&self.body).finish()
    }

    /// The entry, as the holder of `signer` writes it.
    pub(crate) fn sign(&self, signer: &SigningKey) -> Vec<u8> {
        let unsigned = Unsigned {
            iss: self.member.clone(),
            sub: self.mission.clone(),
            iat: self.asserted,
            kid: key_id(&signer.verifying_key()),
            payload: self.payload(),
        };
        unsigned.sign(signer).expect("well formed")
    }
}

/// A register and its keyring.
#[derive(Clone, Debug)]
pub(crate) struct Book {
    pub(crate) keyring: Keyring,
    pub(crate) entries: Vec<Vec<u8>>,
}

pub(crate) const ORIGIN: &str = "truce/observer";

impl Book {
    /// A register opened with the key `a`.
    pub(crate) fn open() -> Book {
        let body = Writer::new().map(2).integer(0).text("Truce").integer(1).bytes(key("a").verifying_key().as_bytes());
        let first = Parts {
            kind: "mission_opened",
            version: 1,
            mission: "truce".into(),
            member: "observer".into(),
            seq: 0,
            prev: None,
            asserted: 1_700_000_000,
            body: body.finish(),
        };
        let bytes = first.sign(&key("a"));
        let keyring = Keyring::open(ORIGIN, &Entry::parse(&bytes).expect("an entry")).expect("opened");
        Book { keyring, entries: vec![bytes] }
    }

    /// The parts of the next entry, right in everything.
    pub(crate) fn next(&self, kind: &'static str, body: Vec<u8>) -> Parts {
        Parts {
            kind,
            version: 1,
            mission: "truce".into(),
            member: "observer".into(),
            seq: self.keyring.size(),
            prev: self.entries.last().map(|e| leaf_hash(e)),
            asserted: 1_700_000_000,
            body,
        }
    }

    /// The parts that a sentence means, and the letter of who says it.
    ///
    /// `WHO says` · `WHO adds ROLE KEY [as NAME] [by OTHER]` · `WHO revokes KEY REASON [until N] [from N]` ·
    /// `WHO reaffirms N…`
    pub(crate) fn parts<'s>(&self, sentence: &'s str) -> (&'s str, Parts) {
        let words: Vec<&str> = sentence.split(' ').collect();
        let after = |word: &str| words.iter().position(|w| *w == word).map(|at| words[at + 1]);
        let number = |word: &str| after(word).map(|n| n.parse::<i64>().expect("a number"));
        let (kind, body) = match words[1] {
            "says" => ("padded", Writer::new().map(1).integer(0).bytes(&[0; 4])),
            "adds" => {
                let role = Role::named(words[2]).expect("a role");
                let name = after("as").map_or_else(|| role.key_name(ORIGIN), str::to_owned);
                let new = key(words[3]);
                let public = new.verifying_key();
                let message = possession_message(ORIGIN, role, &name, public.as_bytes());
                let possession = after("by").map_or(new, key).sign(&message).to_bytes();
                let w = Writer::new().map(5).integer(0).text(words[2]).integer(1).text("ed25519");
                let w = w.integer(2).bytes(public.as_bytes()).integer(3).text(&name);
                ("key_added", w.integer(4).bytes(&possession))
            }
            "revokes" => {
                let until = number("until").unwrap_or_else(|| i64::try_from(self.keyring.size()).expect("small"));
                let from = number("from");
                let w = Writer::new().map(if from.is_some() { 5 } else { 4 });
                let mut w = w.integer(0).bytes(id(words[2]).as_bytes()).integer(1).integer(until);
                if let Some(from) = from {
                    w = w.integer(2).integer(from);
                }
                ("key_revoked", w.integer(3).text(words[3]).integer(4).text(""))
            }
            "reaffirms" => {
                let mut w = Writer::new().map(2).integer(0).array(words.len() - 2);
                for at in &words[2..] {
                    w = w.bytes(leaf_hash(&self.entries[at.parse::<usize>().expect("a number")]).as_bytes());
                }
                ("reaffirmed", w.integer(1).text("looked at"))
            }
            other => panic!("no verb: {other}"),
        };
        (words[0], self.next(kind, body.finish()))
    }

    /// Says a sentence. What is refused does not get into the register.
    pub(crate) fn say(&mut self, sentence: &str) -> Result<Standing, KeyringError> {
        let (who, parts) = self.parts(sentence);
        self.take(parts.sign(&key(who)))
    }

    /// Takes the bytes of the next entry.
    pub(crate) fn take(&mut self, bytes: Vec<u8>) -> Result<Standing, KeyringError> {
        let standing = self.keyring.admit(self.keyring.size(), &Entry::parse(&bytes)?)?;
        self.entries.push(bytes);
        Ok(standing)
    }

    /// How every entry stands: `.` sound, `?` doubtful.
    pub(crate) fn standings(&self) -> String {
        let standing = |(index, entry): (usize, &Vec<u8>)| match self.keyring.standing(index as u64, &leaf_hash(entry))
        {
            Some(Standing::Sound) => '.',
            Some(Standing::Doubtful { .. }) => '?',
            None => 'x',
        };
        self.entries.iter().enumerate().map(standing).collect()
    }
}
