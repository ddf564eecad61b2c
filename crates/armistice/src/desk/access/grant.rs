//! Objects that only some see: which are restricted, and who was let in. Every change is listed to those whom it concerns.
//!
//! Must not: hide anything without a line that says so.

use super::{
    audit::{self, Event, Say},
    reader::{AccountId, Sight},
    role::Object,
    store::{Store, StoreError},
};
use rusqlite::{Row, params};

/// A restricted object and who sees it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Restricted {
    /// The object's key.
    pub object: String,
    /// Since when.
    pub since: i64,
    /// Who was let in.
    pub granted: Vec<AccountId>,
}

/// A change of what an account sees.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Change {
    /// When.
    pub at: i64,
    /// `restricted`, `unrestricted`, `granted`, `revoked`.
    pub event: String,
    /// The object's key.
    pub object: String,
}

fn key(object: &Object<'_>) -> Result<String, StoreError> {
    object.key().ok_or(StoreError::Refused("access-object-bad"))
}

impl Store {
    /// Restricts an object to those who are let in; whoever restricts it is.
    pub fn restrict(&self, object: &Object<'_>, by: &AccountId, now: i64) -> Result<(), StoreError> {
        let key = key(object)?;
        self.write(|tx| {
            if tx.execute("INSERT OR IGNORE INTO restricted VALUES (?1, ?2)", params![key, now])? == 1 {
                audit::append(tx, now, Say { event: Event::Restricted, actor: Some(by), object: &key, detail: "" })?;
                tx.execute("INSERT OR IGNORE INTO granted VALUES (?1, ?2, ?3)", params![by.0, key, now])?;
                audit::append(tx, now, Say { event: Event::Granted, actor: Some(by), object: &key, detail: &by.0 })?;
            }
            Ok(())
        })
    }

    /// Lets everybody see it again.
    pub fn unrestrict(&self, object: &Object<'_>, by: &AccountId, now: i64) -> Result<(), StoreError> {
        let key = key(object)?;
        self.write(|tx| {
            if tx.execute("DELETE FROM restricted WHERE object = ?1", [&key])? == 1 {
                audit::append(tx, now, Say { event: Event::Unrestricted, actor: Some(by), object: &key, detail: "" })?;
            }
            Ok(())
        })
    }

    /// Lets an account in.
    pub fn grant(&self, account: &AccountId, object: &Object<'_>, by: &AccountId, now: i64) -> Result<(), StoreError> {
        let key = key(object)?;
        self.write(|tx| {
            let sql = "INSERT OR IGNORE INTO granted SELECT id, ?2, ?3 FROM account WHERE id = ?1";
            if tx.execute(sql, params![account.0, key, now])? == 1 {
                audit::append(
                    tx,
                    now,
                    Say { event: Event::Granted, actor: Some(by), object: &key, detail: &account.0 },
                )?;
            }
            Ok(())
        })
    }

    /// Lets an account in no longer.
    pub fn revoke(&self, account: &AccountId, object: &Object<'_>, by: &AccountId, now: i64) -> Result<(), StoreError> {
        let key = key(object)?;
        self.write(|tx| {
            if tx.execute("DELETE FROM granted WHERE account = ?1 AND object = ?2", params![account.0, key])? == 1 {
                audit::append(
                    tx,
                    now,
                    Say { event: Event::Revoked, actor: Some(by), object: &key, detail: &account.0 },
                )?;
            }
            Ok(())
        })
    }

    /// What an account sees of what is restricted. `None` is nobody.
    pub fn sight(&self, account: Option<&AccountId>) -> Result<Sight, StoreError> {
        let account = account.map_or("", |a| a.0.as_str());
        self.read(|db| {
            let mut rows = db.prepare_cached(
                "SELECT object FROM restricted WHERE object NOT IN (SELECT object FROM granted WHERE account = ?1)",
            )?;
            let hidden = rows.query_map([account], |r| r.get(0))?.collect::<Result<_, _>>()?;
            let mut rows = db.prepare_cached("SELECT object FROM granted WHERE account = ?1")?;
            let granted = rows.query_map([account], |r| r.get(0))?.collect::<Result<_, _>>()?;
            Ok(Sight { hidden, granted })
        })
    }

    /// Everything that is restricted, with who is let in.
    pub fn restricted(&self) -> Result<Vec<Restricted>, StoreError> {
        self.read(|db| {
            let mut objects = db.prepare_cached("SELECT object, since FROM restricted ORDER BY object")?;
            let mut accounts = db.prepare_cached("SELECT account FROM granted WHERE object = ?1 ORDER BY account")?;
            let mut out = Vec::new();
            let mut rows = objects.query([])?;
            while let Some(r) = rows.next()? {
                let object: String = r.get(0)?;
                let granted = accounts.query_map([&object], |r| Ok(AccountId(r.get(0)?)))?.collect::<Result<_, _>>()?;
                out.push(Restricted { object, since: r.get(1)?, granted });
            }
            Ok(out)
        })
    }

    /// The changes that concern an account, newest first: what was restricted or opened since it is here, and where it was let
    /// in or put out.
    pub fn changes(&self, account: &AccountId, limit: u32) -> Result<Vec<Change>, StoreError> {
        self.read(|db| {
            let sql = "SELECT at, event, object FROM audit WHERE at >= (SELECT created FROM account WHERE id = ?1) AND
                       (event IN ('restricted', 'unrestricted') OR (event IN ('granted', 'revoked') AND detail = ?1))
                       ORDER BY seq DESC LIMIT ?2";
            let mut rows = db.prepare_cached(sql)?;
            let row = |r: &Row<'_>| Ok(Change { at: r.get(0)?, event: r.get(1)?, object: r.get(2)? });
            Ok(rows.query_map(params![account.0, limit], row)?.collect::<Result<_, _>>()?)
        })
    }
}
