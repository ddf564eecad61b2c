//! Tokens of the API: made by a person for a program, with scopes and an end, shown once.
//!
//! Must not: allow more than its account, or more than its scopes.

use super::{
    audit::{self, Event, Say},
    reader::AccountId,
    role::{Role, Scope},
    secret::{self, Secret, Use},
    store::{Store, StoreError},
};
use armistice_core::named::Named as _;
use rusqlite::{OptionalExtension as _, Row, params};
use std::collections::BTreeSet;

/// How a token begins: so that searches for lost secrets find it.
pub const PREFIX: &str = "armistice_";

/// The most days of a token.
pub const DAYS_MAX: i64 = 366;

/// A token, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Token {
    /// Its id; it opens nothing.
    pub id: String,
    /// What for.
    pub label: String,
    /// Its scopes.
    pub scopes: Vec<String>,
    /// When it was made.
    pub made: i64,
    /// Until when.
    pub expires: i64,
    /// When it was last used, to the hour.
    pub used: Option<i64>,
}

/// What a token leads to.
#[derive(Clone, Debug)]
pub struct Bearer {
    /// Its account.
    pub account: AccountId,
    /// Its name.
    pub name: String,
    /// The account's role now.
    pub role: Role,
    /// The account's language.
    pub language: Option<String>,
    /// What it was made for.
    pub scopes: BTreeSet<Scope>,
}

fn token(r: &Row<'_>) -> rusqlite::Result<Token> {
    let scopes: String = r.get(2)?;
    Ok(Token {
        id: r.get(0)?,
        label: r.get(1)?,
        scopes: scopes.split_whitespace().map(str::to_owned).collect(),
        made: r.get(3)?,
        expires: r.get(4)?,
        used: r.get(5)?,
    })
}

impl Store {
    /// Makes a token for an account.
    pub fn make_token(
        &self,
        account: &AccountId,
        label: &str,
        scopes: &BTreeSet<Scope>,
        days: i64,
        now: i64,
    ) -> Result<(Secret, String), StoreError> {
        if scopes.is_empty() {
            return Err(StoreError::Refused("access-token-no-scope"));
        }
        let days = days.clamp(1, DAYS_MAX);
        let secret = Secret(format!("{PREFIX}{}", Secret::new()?.reveal()));
        let id = secret::id()?;
        let label: String = label.chars().filter(|c| !c.is_control()).take(80).collect();
        let list = scopes.iter().map(|s| s.id()).collect::<Vec<_>>().join(" ");
        self.write(|tx| {
            tx.execute(
                "INSERT INTO token (id, account, hash, label, scopes, made, expires) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![id, account.0, secret::digest(Use::Token, secret.reveal()), label, list, now, now + days * 86_400],
            )?;
            audit::append(tx, now, Say { event: Event::TokenMade, actor: Some(account), object: &id, detail: &list })
        })?;
        Ok((secret, id))
    }

    /// The tokens of an account that work.
    pub fn tokens(&self, account: &AccountId, now: i64) -> Result<Vec<Token>, StoreError> {
        self.read(|db| {
            let sql = "SELECT id, label, scopes, made, expires, used FROM token
                       WHERE account = ?1 AND revoked IS NULL AND expires >= ?2 ORDER BY made, id";
            let mut rows = db.prepare_cached(sql)?;
            Ok(rows.query_map(params![account.0, now], token)?.collect::<Result<_, _>>()?)
        })
    }

    /// Revokes a token of an account. `false` when it is not one of its own.
    pub fn revoke_token(&self, account: &AccountId, id: &str, now: i64) -> Result<bool, StoreError> {
        self.write(|tx| {
            let sql = "UPDATE token SET revoked = ?3 WHERE id = ?1 AND account = ?2 AND revoked IS NULL";
            let done = tx.execute(sql, params![id, account.0, now])? == 1;
            if done {
                audit::append(
                    tx,
                    now,
                    Say { event: Event::TokenRevoked, actor: Some(account), object: id, detail: "" },
                )?;
            }
            Ok(done)
        })
    }

    /// Whose token it is, when it works.
    pub fn find_token(&self, text: &str, now: i64) -> Result<Option<Bearer>, StoreError> {
        let sql = "SELECT t.id, t.account, a.name, a.role, a.language, t.scopes, t.used FROM token t JOIN account a ON a.id = t.account
                   WHERE t.hash = ?1 AND t.revoked IS NULL AND t.expires >= ?2 AND a.state = 'open'";
        let key = secret::digest(Use::Token, text);
        let found = self.read(|db| {
            let row = |r: &Row<'_>| {
                let (id, role, scopes): (String, String, String) = (r.get(0)?, r.get(3)?, r.get(5)?);
                let bearer = Bearer {
                    account: AccountId(r.get(1)?),
                    name: r.get(2)?,
                    role: Role::from_id(&role).unwrap_or(Role::Public),
                    language: r.get(4)?,
                    scopes: scopes.split_whitespace().filter_map(Scope::from_id).collect(),
                };
                Ok((id, r.get::<_, Option<i64>>(6)?, bearer))
            };
            Ok(db.prepare_cached(sql)?.query_row(params![key, now], row).optional()?)
        })?;
        let Some((id, used, bearer)) = found else { return Ok(None) };
        if used.is_none_or(|u| now - u >= 3600) {
            self.write(|tx| {
                tx.execute("UPDATE token SET used = ?2 WHERE id = ?1", params![id, now])?;
                Ok(())
            })?;
        }
        Ok(Some(bearer))
    }
}
