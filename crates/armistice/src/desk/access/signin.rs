//! Coming in by name, password and code: one answer, one cost, whether or not there is such an account.
//!
//! Must not: say which of the three was wrong.

use super::{
    Gate,
    account::fold,
    audit::{Event, Say},
    password,
    reader::{AccountId, SessionId},
    secret::Secret,
    session::Method,
    store::StoreError,
    totp,
};
use crate::serve::blocking;

/// What came of it.
#[derive(Debug)]
pub enum Outcome {
    /// In.
    In(AccountId, Secret),
    /// Name, password or code is wrong.
    Wrong,
    /// Too many tries by this name; so many seconds to wait.
    Wait(i64),
}

impl Gate {
    /// Signs in by name, password and a one-time or recovery code. `old` is the session that the browser held; it ends.
    pub async fn sign_in(
        &self,
        name: &str,
        password: &str,
        code: &str,
        old: Option<&SessionId>,
    ) -> Result<Outcome, StoreError> {
        let (gate, now) = (self.clone(), self.now());
        let (name, password, code) = (fold(name), password.to_owned(), code.to_owned());
        let old = old.cloned();
        // Beyond so many at a time one waits: the memory of the hashes is bounded.
        let _place = self.hashing.acquire().await.map_err(|_| StoreError::Refused("access-failed"))?;
        blocking(move || gate.check(&name, &password, &code, old.as_ref(), now))
            .await
            .unwrap_or(Err(StoreError::Refused("access-failed")))
    }

    fn check(
        &self,
        name: &str,
        password: &str,
        code: &str,
        old: Option<&SessionId>,
        now: i64,
    ) -> Result<Outcome, StoreError> {
        let store = self.store();
        // Before the account is looked up: names that nobody has are counted alike.
        if let Err(wait) = store.attempt(name, now)? {
            return Ok(Outcome::Wait(wait));
        }
        let proofs = store.proofs(name)?;
        let kept = proofs.as_ref().and_then(|p| p.hashed.as_ref());
        let password = if password.len() > password::MOST { "" } else { password };
        let right = self.hasher.verify(password, kept).map_err(|_| StoreError::Refused("access-failed"))?;
        let method = match (&proofs, right) {
            (Some(proofs), true) => self.second(proofs, code, now)?,
            _ => None,
        };
        match (proofs, method) {
            (Some(proofs), Some(method)) => {
                let token = store.begin_session(&proofs.account, method, old, now)?;
                store.came_in(name)?;
                Ok(Outcome::In(proofs.account, token))
            }
            (proofs, _) => {
                let object = proofs.map_or_else(String::new, |p| p.account.0);
                store
                    .note(now, Say { event: Event::SignInFailed, actor: None, object: &object, detail: "password" })?;
                Ok(Outcome::Wrong)
            }
        }
    }

    /// The second factor: a code of now that was not taken yet, or a recovery code.
    fn second(&self, proofs: &super::account::Proofs, code: &str, now: i64) -> Result<Option<Method>, StoreError> {
        let digits = code.chars().filter(|c| !c.is_whitespace()).count() <= 8;
        if !digits {
            let taken = self.store().take_recovery(&proofs.account, code, now)?;
            return Ok(taken.then_some(Method::Recovery));
        }
        let step = proofs.totp.as_ref().and_then(|secret| totp::check(secret, code, now, proofs.step));
        match step {
            // The store decides: the same code sent twice at the same moment is taken once.
            Some(step) if self.store().take_step(&proofs.account, step)? => Ok(Some(Method::Password)),
            Some(_) | None => Ok(None),
        }
    }

    /// Hashes a new password, away from the threads that answer.
    pub(super) async fn hash(&self, password: &str) -> Result<password::Hashed, StoreError> {
        let (gate, password) = (self.clone(), password.to_owned());
        let _place = self.hashing.acquire().await.map_err(|_| StoreError::Refused("access-failed"))?;
        let done = blocking(move || gate.hasher.hash(&password)).await;
        done.and_then(Result::ok).ok_or(StoreError::Refused("access-failed"))
    }
}
