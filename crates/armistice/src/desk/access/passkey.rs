//! Passkeys (WebAuthn): made and used in ceremonies of two steps, each step's state kept here, in memory, for a short time.
//!
//! Must not: let a ceremony be finished twice, or take a key of another origin.

use super::{
    audit::{self, Event, Say},
    reader::AccountId,
    secret,
    store::{Store, StoreError},
};
use rusqlite::params;
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, RequestChallengeResponse, Url, Uuid, Webauthn, WebauthnBuilder,
};

/// How long a ceremony may take, in seconds.
const CEREMONY: i64 = 300;

/// Ceremonies under way; beyond it the oldest ends.
const CEREMONIES: usize = 256;

/// The most passkeys of an account.
pub const MOST: u32 = 20;

enum Step {
    Register(AccountId, Box<PasskeyRegistration>),
    SignIn(Box<DiscoverableAuthentication>),
}

/// Passkeys at one origin.
pub struct Passkeys {
    webauthn: Webauthn,
    steps: Mutex<HashMap<String, (i64, Step)>>,
}

impl std::fmt::Debug for Passkeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passkeys")
    }
}

/// Why a passkey was not made or taken.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It does not verify, or is of another ceremony.
    #[error("the passkey was not accepted")]
    Refused,
}

/// A passkey as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Held {
    /// Its id, in base64url.
    pub id: String,
    /// What its owner calls it.
    pub label: String,
    /// When it was added.
    pub added: i64,
    /// When it was last used.
    pub used: Option<i64>,
}

impl Passkeys {
    /// Passkeys for an origin, `https://desk.example.org` or `http://localhost:8650`. `None` for one that browsers give no
    /// passkeys to: an address in numbers.
    #[must_use]
    pub fn at(origin: &str) -> Option<Self> {
        let url = Url::parse(origin).ok()?;
        let domain = url.domain()?.to_owned();
        let webauthn = WebauthnBuilder::new(&domain, &url)
            .ok()?
            .rp_name("Armistice")
            .allow_any_port(domain == "localhost")
            .build()
            .ok()?;
        Some(Self { webauthn, steps: Mutex::new(HashMap::new()) })
    }

    fn keep(&self, step: Step, now: i64) -> Result<String, StoreError> {
        let id = secret::id()?;
        let mut steps = self.steps.lock().unwrap_or_else(PoisonError::into_inner);
        steps.retain(|_, (until, _)| *until >= now);
        if steps.len() >= CEREMONIES
            && let Some(oldest) = steps.iter().min_by_key(|(_, (until, _))| *until).map(|(id, _)| id.clone())
        {
            steps.remove(&oldest);
        }
        steps.insert(id.clone(), (now + CEREMONY, step));
        Ok(id)
    }

    /// Takes a step out: it is finished once.
    fn take(&self, id: &str, now: i64) -> Result<Step, PasskeyError> {
        let mut steps = self.steps.lock().unwrap_or_else(PoisonError::into_inner);
        let (until, step) = steps.remove(id).ok_or(PasskeyError::Refused)?;
        if until < now { Err(PasskeyError::Refused) } else { Ok(step) }
    }

    /// Begins to make a passkey for an account. Asks for one that the browser finds by itself, where it can.
    pub fn begin_making(
        &self,
        store: &Store,
        account: &AccountId,
        name: &str,
        now: i64,
    ) -> Result<(String, serde_json::Value), PasskeyError> {
        let handle = store.handle(account)?.ok_or(PasskeyError::Refused)?;
        let keys = store.passkeys_of(account)?;
        if keys.len() >= MOST as usize {
            return Err(PasskeyError::Refused);
        }
        let known = keys.iter().map(|k| k.cred_id().clone()).collect();
        let (asked, state) = self
            .webauthn
            .start_passkey_registration(Uuid::from_bytes(handle), name, name, Some(known))
            .map_err(|_| PasskeyError::Refused)?;
        let mut asked = serde_json::to_value(asked).map_err(|_| PasskeyError::Refused)?;
        if let Some(wanted) = asked.pointer_mut("/publicKey/authenticatorSelection") {
            // One that the browser finds by itself: nobody types a name to sign in.
            wanted["residentKey"] = "required".into();
            wanted["requireResidentKey"] = true.into();
        }
        let id = self.keep(Step::Register(account.clone(), Box::new(state)), now)?;
        Ok((id, asked))
    }

    /// Finishes making a passkey: it is checked and kept.
    pub fn finish_making(
        &self,
        store: &Store,
        account: &AccountId,
        ceremony: &str,
        label: &str,
        made: &RegisterPublicKeyCredential,
        now: i64,
    ) -> Result<(), PasskeyError> {
        let Step::Register(owner, state) = self.take(ceremony, now)? else { return Err(PasskeyError::Refused) };
        if owner != *account {
            return Err(PasskeyError::Refused);
        }
        let key = self.webauthn.finish_passkey_registration(made, &state).map_err(|_| PasskeyError::Refused)?;
        store.add_passkey(account, &key, label, now)?;
        Ok(())
    }

    /// Begins a sign-in: the browser finds which passkey.
    pub fn begin_sign_in(&self, now: i64) -> Result<(String, RequestChallengeResponse), PasskeyError> {
        let (mut asked, state) =
            self.webauthn.start_discoverable_authentication().map_err(|_| PasskeyError::Refused)?;
        // Behind a button, not in the field of the name.
        asked.mediation = None;
        let id = self.keep(Step::SignIn(Box::new(state)), now)?;
        Ok((id, asked))
    }

    /// Finishes a sign-in: whose passkey it is.
    pub fn finish_sign_in(
        &self,
        store: &Store,
        ceremony: &str,
        given: &PublicKeyCredential,
        now: i64,
    ) -> Result<AccountId, PasskeyError> {
        let Step::SignIn(state) = self.take(ceremony, now)? else { return Err(PasskeyError::Refused) };
        let (handle, id) =
            self.webauthn.identify_discoverable_authentication(given).map_err(|_| PasskeyError::Refused)?;
        let account = store.account_of_handle(handle.as_bytes())?.ok_or(PasskeyError::Refused)?;
        let mut keys = store.passkeys_of(&account)?;
        let key = keys.iter_mut().find(|k| k.cred_id().as_slice() == id).ok_or(PasskeyError::Refused)?;
        let done = self
            .webauthn
            .finish_discoverable_authentication_v2(given, *state, DiscoverableKey::from(&*key))
            .map_err(|_| PasskeyError::Refused)?;
        if !done.user_verified() {
            return Err(PasskeyError::Refused);
        }
        key.update_credential(&done);
        store.used_passkey(&account, key, now)?;
        Ok(account)
    }
}

fn text(key: &Passkey) -> Result<String, StoreError> {
    serde_json::to_string(key).map_err(|_| StoreError::Refused("access-passkey-refused"))
}

impl Store {
    fn add_passkey(&self, account: &AccountId, key: &Passkey, label: &str, now: i64) -> Result<(), StoreError> {
        let label: String = label.chars().filter(|c| !c.is_control()).take(80).collect();
        let json = text(key)?;
        self.write(|tx| {
            let id: &[u8] = key.cred_id().as_ref();
            let sql = "INSERT OR IGNORE INTO passkey (id, account, label, key, added) VALUES (?1, ?2, ?3, ?4, ?5)";
            if tx.execute(sql, params![id, account.0, label, json, now])? == 0 {
                return Err(StoreError::Refused("access-passkey-refused"));
            }
            audit::append(
                tx,
                now,
                Say { event: Event::PasskeyAdded, actor: Some(account), object: &account.0, detail: "" },
            )
        })
    }

    fn passkeys_of(&self, account: &AccountId) -> Result<Vec<Passkey>, StoreError> {
        self.read(|db| {
            let mut rows = db.prepare_cached("SELECT key FROM passkey WHERE account = ?1")?;
            let texts: Vec<String> = rows.query_map([&account.0], |r| r.get(0))?.collect::<Result<_, _>>()?;
            // One that this version cannot read is as good as none: it signs nobody in.
            Ok(texts.iter().filter_map(|t| serde_json::from_str(t).ok()).collect())
        })
    }

    fn used_passkey(&self, account: &AccountId, key: &Passkey, now: i64) -> Result<(), StoreError> {
        let json = text(key)?;
        self.write(|tx| {
            let id: &[u8] = key.cred_id().as_ref();
            let sql = "UPDATE passkey SET key = ?3, used = ?4 WHERE id = ?1 AND account = ?2";
            tx.execute(sql, params![id, account.0, json, now])?;
            Ok(())
        })
    }

    /// The passkeys of an account.
    pub fn passkeys(&self, account: &AccountId) -> Result<Vec<Held>, StoreError> {
        self.read(|db| {
            let mut rows =
                db.prepare_cached("SELECT id, label, added, used FROM passkey WHERE account = ?1 ORDER BY added, id")?;
            let found = rows.query_map([&account.0], |r| {
                let id: Vec<u8> = r.get(0)?;
                let id = data_encoding::BASE64URL_NOPAD.encode(&id);
                Ok(Held { id, label: r.get(1)?, added: r.get(2)?, used: r.get(3)? })
            })?;
            Ok(found.collect::<Result<_, _>>()?)
        })
    }

    /// Removes a passkey of an account. `false` when it is not one of its own.
    pub fn remove_passkey(&self, account: &AccountId, id: &str, now: i64) -> Result<bool, StoreError> {
        let Ok(id) = data_encoding::BASE64URL_NOPAD.decode(id.as_bytes()) else { return Ok(false) };
        self.write(|tx| {
            let done = tx.execute("DELETE FROM passkey WHERE id = ?1 AND account = ?2", params![id, account.0])? == 1;
            if done {
                let say = Say { event: Event::PasskeyRemoved, actor: Some(account), object: &account.0, detail: "" };
                audit::append(tx, now, say)?;
            }
            Ok(done)
        })
    }
}
