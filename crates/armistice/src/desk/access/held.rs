//! What somebody typed into a form whose session had ended: kept for a short time, encrypted under a key that only the
//! browser has, and shown back after the sign-in.
//!
//! Must not: send anything by itself. Who signs in reads what was typed and sends it.

use super::{reader::AccountId, secret};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit as _, aead::Aead as _};
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

/// How long it is kept, in seconds.
pub const LIFE: i64 = 30 * 60;

/// Forms that are kept; beyond it the oldest goes.
const MOST: usize = 200;

/// A form as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Where to.
    pub path: String,
    /// What was typed, in order.
    pub fields: Vec<(String, String)>,
}

struct Kept {
    until: i64,
    account: AccountId,
    sealed: Vec<u8>,
}

/// The forms that are kept, in memory.
#[derive(Default)]
pub struct Holder {
    kept: Mutex<HashMap<String, Kept>>,
}

impl std::fmt::Debug for Holder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Holder")
    }
}

impl Holder {
    /// Keeps a form for an account. What comes back is for the browser: a name and the key.
    pub fn keep(&self, account: &AccountId, form: &Form, now: i64) -> Option<String> {
        let key = secret::bytes::<32>().ok()?;
        let plain = serde_json::to_vec(&(&form.path, &form.fields)).ok()?;
        let cipher = ChaCha20Poly1305::new(&key.into());
        // One key seals one form, so that the nonce may be the same.
        let sealed = cipher.encrypt(&[0; 12].into(), &plain[..]).ok()?;
        let id = secret::id().ok()?;
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|_, k| k.until >= now);
        if kept.len() >= MOST
            && let Some(oldest) = kept.iter().min_by_key(|(_, k)| k.until).map(|(id, _)| id.clone())
        {
            kept.remove(&oldest);
        }
        kept.insert(id.clone(), Kept { until: now + LIFE, account: account.clone(), sealed });
        Some(format!("{id}.{}", data_encoding::HEXLOWER.encode(&key)))
    }

    /// The form, for the same account. It stays until it is let go.
    pub fn show(&self, token: &str, account: &AccountId, now: i64) -> Option<Form> {
        let (id, key) = token.split_once('.')?;
        let key: [u8; 32] = data_encoding::HEXLOWER.decode(key.as_bytes()).ok()?.try_into().ok()?;
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.get(id).filter(|k| k.until >= now && k.account == *account)?;
        let plain = ChaCha20Poly1305::new(&key.into()).decrypt(&[0; 12].into(), &found.sealed[..]).ok()?;
        let (path, fields) = serde_json::from_slice(&plain).ok()?;
        Some(Form { path, fields })
    }

    /// Lets it go.
    pub fn forget(&self, token: &str) {
        if let Some((id, _)) = token.split_once('.') {
            self.kept.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
        }
    }
}
