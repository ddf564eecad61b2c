//! Sessions: a random token in a cookie, of which only the digest is kept; new at every sign-in, replaced as it ages, ended by
//! idling, by age, by its owner and by an administrator.
//!
//! Must not: take a token from outside (fixation), or let one that was replaced live on once the new one is in use.

use super::{
    audit::{self, Event, Say},
    reader::{AccountId, SessionId},
    role::Role,
    secret::{self, Secret, Use},
    store::{Store, StoreError},
};
use armistice_core::named::Named as _;
use rusqlite::{OptionalExtension as _, Row, Transaction, params};

/// How long sessions live, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lives {
    /// Without a request.
    pub idle: i64,
    /// Altogether.
    pub whole: i64,
    /// Until a token is replaced by a new one.
    pub turn: i64,
    /// How long a replaced token is still taken once the new one was used: requests that were under way.
    pub grace: i64,
}

impl Default for Lives {
    fn default() -> Self {
        Self { idle: 8 * 3600, whole: 7 * 24 * 3600, turn: 3600, grace: 60 }
    }
}

/// How long an ended session is remembered: so that one who comes back with it is shown the form again.
const REMEMBERED: i64 = 24 * 3600;

/// The last use is written down this often, at most.
const NOTED: i64 = 60;

/// How somebody proved who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// A link printed by the program.
    Link,
    /// A password and a one-time code.
    Password,
    /// A password and a recovery code.
    Recovery,
    /// A passkey.
    Passkey,
    /// An invitation.
    Invitation,
}

impl Method {
    /// Its stable name.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Method::Link => "link",
            Method::Password => "password",
            Method::Recovery => "recovery",
            Method::Passkey => "passkey",
            Method::Invitation => "invitation",
        }
    }
}

/// A session as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// How it began.
    pub method: String,
    /// When it began.
    pub began: i64,
    /// When it was last used.
    pub seen: i64,
}

/// What a token led to.
#[derive(Clone, Debug)]
pub enum Found {
    /// A session that lives.
    Live(Live),
    /// One that has ended, of this account: what it sent may be kept for it.
    Ended(AccountId),
    /// None.
    None,
}

/// A session that lives.
#[derive(Clone, Debug)]
pub struct Live {
    /// The session.
    pub id: SessionId,
    /// Its account.
    pub account: AccountId,
    /// Its name.
    pub name: String,
    /// Its role now.
    pub role: Role,
    /// Its language.
    pub language: Option<String>,
    /// When it was here before this visit.
    pub visit: Option<i64>,
    /// What forms carry.
    pub form: String,
    /// A token that takes the place of the one that was used.
    pub fresh: Option<Secret>,
}

/// Begins a session within a transaction: always with a token of its own.
pub(super) fn begin(tx: &Transaction<'_>, account: &AccountId, method: Method, now: i64) -> Result<Secret, StoreError> {
    let token = Secret::new()?;
    tx.execute("DELETE FROM session WHERE coalesce(ended, seen) < ?1", [now - 30 * REMEMBERED])?;
    tx.execute(
        "INSERT INTO session (id, account, token, form, method, began, turned, confirmed, seen, turn)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?6, ?6, 0)",
        params![
            secret::id()?,
            account.0,
            secret::digest(Use::Session, token.reveal()),
            secret::bytes::<32>()?,
            method.id(),
            now
        ],
    )?;
    // The visit before is what "since your last visit" counts from.
    tx.execute("UPDATE account SET visit = seen, seen = ?2 WHERE id = ?1", params![account.0, now])?;
    audit::append(
        tx,
        now,
        Say { event: Event::SignedIn, actor: Some(account), object: &account.0, detail: method.id() },
    )?;
    Ok(token)
}

/// Ends the sessions of an account, but for the one whose id is `keep`.
pub(super) fn end_of(tx: &Transaction<'_>, id: &AccountId, keep: Option<&str>, now: i64) -> Result<(), StoreError> {
    let sql = "UPDATE session SET ended = ?2 WHERE account = ?1 AND ended IS NULL AND id <> ?3";
    tx.execute(sql, params![id.0, now, keep.unwrap_or_default()])?;
    Ok(())
}

/// Every session of an account gets a new token at its next request.
pub(super) fn turn_of(tx: &Transaction<'_>, id: &AccountId) -> Result<(), StoreError> {
    tx.execute("UPDATE session SET turn = 1 WHERE account = ?1 AND ended IS NULL", [&id.0])?;
    Ok(())
}

struct Kept {
    id: String,
    account: String,
    form: [u8; 32],
    began: i64,
    turned: i64,
    confirmed: Option<i64>,
    seen: i64,
    turn: bool,
    ended: Option<i64>,
    current: bool,
    name: String,
    role: String,
    language: Option<String>,
    visit: Option<i64>,
    open: bool,
}

fn kept(r: &Row<'_>) -> rusqlite::Result<Kept> {
    Ok(Kept {
        id: r.get(0)?,
        account: r.get(1)?,
        form: r.get(2)?,
        began: r.get(3)?,
        turned: r.get(4)?,
        confirmed: r.get(5)?,
        seen: r.get(6)?,
        turn: r.get(7)?,
        ended: r.get(8)?,
        current: r.get(9)?,
        name: r.get(10)?,
        role: r.get(11)?,
        language: r.get(12)?,
        visit: r.get(13)?,
        open: r.get::<_, String>(14)? == "open",
    })
}

const FIND: &str =
    "SELECT s.id, s.account, s.form, s.began, s.turned, s.confirmed, s.seen, s.turn, s.ended, s.token = ?1,
  a.name, a.role, a.language, a.visit, a.state FROM session s JOIN account a ON a.id = s.account
  WHERE s.token = ?1 OR s.previous = ?1";

impl Store {
    /// Begins a session. The token is new, whatever the browser held; `old`, the session it held, ends.
    pub fn begin_session(
        &self,
        account: &AccountId,
        method: Method,
        old: Option<&SessionId>,
        now: i64,
    ) -> Result<Secret, StoreError> {
        self.write(|tx| {
            if let Some(old) = old {
                tx.execute("UPDATE session SET ended = ?2 WHERE id = ?1 AND ended IS NULL", params![old.0, now])?;
            }
            begin(tx, account, method, now)
        })
    }

    /// Whose session a token is. With `turns` an aged token is replaced.
    pub fn find_session(&self, token: &str, lives: Lives, turns: bool, now: i64) -> Result<Found, StoreError> {
        let key = secret::digest(Use::Session, token);
        let Some(k) = self.read(|db| Ok(db.prepare_cached(FIND)?.query_row([key], kept).optional()?))? else {
            return Ok(Found::None);
        };
        let account = AccountId(k.account.clone());
        let over = k.ended.is_some() || !k.open || now - k.seen > lives.idle || now - k.began > lives.whole;
        if over {
            let recent = now - k.ended.unwrap_or(k.seen) < REMEMBERED + lives.idle;
            return Ok(if k.open && recent { Found::Ended(account) } else { Found::None });
        }
        let mut fresh = None;
        if !k.current {
            // A replaced token. Before the new one was used, its answer may have been lost on the way; shortly after,
            // a request may have been under way. Later, two hold it: one of them is not the owner.
            if k.confirmed.is_some_and(|c| now - c > lives.grace) {
                self.write(|tx| {
                    tx.execute("UPDATE session SET ended = ?2 WHERE id = ?1", params![k.id, now])?;
                    let say =
                        Say { event: Event::SessionDoubled, actor: Some(&account), object: &k.account, detail: "" };
                    audit::append(tx, now, say)
                })?;
                return Ok(Found::None);
            }
            if turns && k.confirmed.is_none() {
                fresh = Some(self.replace(&k.id, None, now)?);
            }
        } else {
            if k.confirmed.is_none() {
                self.write(|tx| {
                    tx.execute("UPDATE session SET confirmed = ?2 WHERE id = ?1", params![k.id, now])?;
                    Ok(())
                })?;
            }
            if turns && (k.turn || now - k.turned > lives.turn) {
                fresh = Some(self.replace(&k.id, Some(key), now)?);
            }
        }
        if now - k.seen >= NOTED {
            self.write(|tx| {
                tx.execute("UPDATE session SET seen = ?2 WHERE id = ?1", params![k.id, now])?;
                tx.execute("UPDATE account SET seen = ?2 WHERE id = ?1", params![k.account, now])?;
                Ok(())
            })?;
        }
        Ok(Found::Live(Live {
            id: SessionId(k.id),
            account,
            name: k.name,
            role: Role::from_id(&k.role).unwrap_or(Role::Public),
            language: k.language,
            visit: k.visit,
            form: data_encoding::BASE64URL_NOPAD.encode(&k.form),
            fresh,
        }))
    }

    /// Gives a session a new token. `previous` is the one that it takes the place of; `None` keeps the one before, because
    /// the browser never had the newest.
    fn replace(&self, id: &str, previous: Option<[u8; 32]>, now: i64) -> Result<Secret, StoreError> {
        let token = Secret::new()?;
        let key = secret::digest(Use::Session, token.reveal());
        self.write(|tx| {
            let sql = "UPDATE session SET token = ?2, previous = coalesce(?3, previous), turned = ?4, confirmed = NULL, turn = 0
                       WHERE id = ?1";
            tx.execute(sql, params![id, key, previous, now])?;
            Ok(token)
        })
    }

    /// The sessions of an account that live, newest first.
    pub fn sessions(&self, account: &AccountId, lives: Lives, now: i64) -> Result<Vec<Session>, StoreError> {
        self.read(|db| {
            let sql = "SELECT id, method, began, seen FROM session WHERE account = ?1 AND ended IS NULL AND seen >= ?2 AND began >= ?3
                       ORDER BY seen DESC, id";
            let mut rows = db.prepare_cached(sql)?;
            let row = |r: &Row<'_>| {
                Ok(Session { id: SessionId(r.get(0)?), method: r.get(1)?, began: r.get(2)?, seen: r.get(3)? })
            };
            let found = rows.query_map(params![account.0, now - lives.idle, now - lives.whole], row)?;
            Ok(found.collect::<Result<_, _>>()?)
        })
    }

    /// Ends one session of an account. `false` when it is not one of its own.
    pub fn end_session(&self, account: &AccountId, id: &SessionId, now: i64) -> Result<bool, StoreError> {
        self.write(|tx| {
            let sql = "UPDATE session SET ended = ?3 WHERE id = ?1 AND account = ?2 AND ended IS NULL";
            let done = tx.execute(sql, params![id.0, account.0, now])? == 1;
            if done {
                audit::append(
                    tx,
                    now,
                    Say { event: Event::SignedOut, actor: Some(account), object: &account.0, detail: "" },
                )?;
            }
            Ok(done)
        })
    }

    /// Ends all sessions of an account: everywhere.
    pub fn end_sessions(&self, account: &AccountId, by: Option<&AccountId>, now: i64) -> Result<(), StoreError> {
        self.write(|tx| {
            end_of(tx, account, None, now)?;
            audit::append(tx, now, Say { event: Event::SessionsEnded, actor: by, object: &account.0, detail: "" })
        })
    }
}
