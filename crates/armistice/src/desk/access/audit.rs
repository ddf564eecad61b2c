//! The audit trail: every sign-in, change of rights, token and export is a row; each row holds the digest of the one before.
//!
//! Must not: change or delete a row, or hold a name, a password, a token or an address. Accounts stand as opaque ids.

use super::{
    reader::AccountId,
    store::{Store, StoreError},
};
use armistice_core::named::Named as _;
use rusqlite::{OptionalExtension as _, Row, Transaction, params};
use sha2::{Digest as _, Sha256};

macro_rules! events {
    ($($(#[$doc:meta])* $value:ident = $id:literal,)*) => {
        /// What was done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Event { $($(#[$doc])* $value,)* }

        impl armistice_core::named::Named for Event {
            const ALL: &'static [Self] = &[$(Event::$value),*];

            fn id(self) -> &'static str {
                match self { $(Event::$value => $id),* }
            }
        }
    };
}

events! {
    /// Somebody came in; the detail is the method.
    SignedIn = "signed_in",
    /// Somebody did not come in.
    SignInFailed = "sign_in_failed",
    /// A session was ended by its owner.
    SignedOut = "signed_out",
    /// All sessions of an account were ended.
    SessionsEnded = "sessions_ended",
    /// A token of a session was used after it had been replaced: two hold it. The session was ended.
    SessionDoubled = "session_doubled",
    /// A link that signs in was made.
    LinkMade = "link_made",
    /// Somebody was invited; the detail is the role.
    Invited = "invited",
    /// An invitation was taken back.
    InvitationWithdrawn = "invitation_withdrawn",
    /// An account was opened; the detail is the role.
    AccountOpened = "account_opened",
    /// An account was closed.
    AccountClosed = "account_closed",
    /// Password, codes and passkeys of an account were taken away by an administrator.
    AccountReset = "account_reset",
    /// An account has another role; the detail is `from > to`.
    RoleChanged = "role_changed",
    /// A password and its second factor were set.
    PasswordSet = "password_set",
    /// Recovery codes were made.
    RecoveryMade = "recovery_made",
    /// A recovery code was used.
    RecoveryUsed = "recovery_used",
    /// A passkey was added.
    PasskeyAdded = "passkey_added",
    /// A passkey was removed.
    PasskeyRemoved = "passkey_removed",
    /// A token of the API was made; the detail is its scopes.
    TokenMade = "token_made",
    /// A token was revoked.
    TokenRevoked = "token_revoked",
    /// An object is seen by those only who are let in.
    Restricted = "restricted",
    /// An object is seen by all again.
    Unrestricted = "unrestricted",
    /// An account was let in to an object.
    Granted = "granted",
    /// An account was let in no longer.
    Revoked = "revoked",
    /// A filtered set was taken away; the detail is the query and the number of rows.
    Exported = "exported",
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Line {
    /// Its number, from 1, without gaps.
    pub seq: u64,
    /// Seconds since 1970.
    pub at: i64,
    /// What was done.
    pub event: String,
    /// Which account did it; empty when nobody was signed in.
    pub actor: String,
    /// To what: an account, a token, an object.
    pub object: String,
    /// More, in words of the program.
    pub detail: String,
    /// The digest of the row before, in hexadecimal; of the first row, zeros.
    pub prev: String,
    /// The digest of this row.
    pub hash: String,
}

/// What a row is to say.
#[derive(Clone, Copy, Debug)]
pub struct Say<'a> {
    /// What.
    pub event: Event,
    /// By whom.
    pub actor: Option<&'a AccountId>,
    /// To what.
    pub object: &'a str,
    /// More.
    pub detail: &'a str,
}

/// The digest of a row: each part with its length before it, so that no two rows have the same bytes.
#[must_use]
pub fn digest(prev: &[u8; 32], seq: u64, at: i64, texts: [&str; 4]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"armistice desk audit v1\0");
    hash.update(prev);
    hash.update(seq.to_be_bytes());
    hash.update(at.to_be_bytes());
    for text in texts {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    }
    hash.finalize().into()
}

/// Appends a row within a transaction: what is done and that it was done stand or fall together.
pub(super) fn append(tx: &Transaction<'_>, now: i64, say: Say<'_>) -> Result<(), StoreError> {
    let last: Option<(u64, [u8; 32])> = tx
        .query_row("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1", [], |r| Ok((r.get(0)?, r.get(1)?)))
        .optional()?;
    let (seq, prev) = last.map_or((1, [0; 32]), |(seq, hash)| (seq + 1, hash));
    let actor = say.actor.map_or("", |a| a.0.as_str());
    let hash = digest(&prev, seq, now, [say.event.id(), actor, say.object, say.detail]);
    tx.execute(
        "INSERT INTO audit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![seq, now, say.event.id(), actor, say.object, say.detail, prev, hash],
    )?;
    Ok(())
}

fn line(r: &Row<'_>) -> rusqlite::Result<Line> {
    let hex = |b: [u8; 32]| data_encoding::HEXLOWER.encode(&b);
    Ok(Line {
        seq: r.get(0)?,
        at: r.get(1)?,
        event: r.get(2)?,
        actor: r.get(3)?,
        object: r.get(4)?,
        detail: r.get(5)?,
        prev: hex(r.get(6)?),
        hash: hex(r.get(7)?),
    })
}

/// What a check of the chain found.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Checked {
    /// Rows.
    pub rows: u64,
    /// Digest of the last row, in hexadecimal; of none, zeros.
    pub head: String,
    /// The first row that does not follow from the one before.
    pub broken_at: Option<u64>,
}

/// A stretch of the trail that is to be anchored by a statement in the member's register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// First row.
    pub from: u64,
    /// Last row.
    pub to: u64,
    /// Digest of the last row.
    pub head: [u8; 32],
}

impl Store {
    /// Appends a row about something that the store does not do itself, such as an export.
    pub fn note(&self, now: i64, say: Say<'_>) -> Result<(), StoreError> {
        self.write(|tx| append(tx, now, say))
    }

    /// Rows after `after`, oldest first, at most `limit`.
    pub fn audit(&self, after: u64, limit: u32) -> Result<Vec<Line>, StoreError> {
        self.read(|db| {
            let mut rows = db.prepare_cached("SELECT * FROM audit WHERE seq > ?1 ORDER BY seq LIMIT ?2")?;
            Ok(rows.query_map(params![after, limit], line)?.collect::<Result<_, _>>()?)
        })
    }

    /// The newest rows before `before`, newest first.
    pub fn audit_newest(&self, before: Option<u64>, limit: u32) -> Result<Vec<Line>, StoreError> {
        self.read(|db| {
            let mut rows = db.prepare_cached("SELECT * FROM audit WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2")?;
            let before = before.and_then(|b| i64::try_from(b).ok()).unwrap_or(i64::MAX);
            Ok(rows.query_map(params![before, limit], line)?.collect::<Result<_, _>>()?)
        })
    }

    /// The newest rows about an account or by it, newest first.
    pub fn audit_about(&self, account: &AccountId, limit: u32) -> Result<Vec<Line>, StoreError> {
        self.read(|db| {
            let sql = "SELECT * FROM audit WHERE actor = ?1 OR object = ?1 OR detail = ?1 ORDER BY seq DESC LIMIT ?2";
            let mut rows = db.prepare_cached(sql)?;
            Ok(rows.query_map(params![account.0, limit], line)?.collect::<Result<_, _>>()?)
        })
    }

    /// Computes the chain anew from the first row.
    pub fn check_audit(&self) -> Result<Checked, StoreError> {
        self.read(|db| {
            let mut rows = db.prepare("SELECT * FROM audit ORDER BY seq")?;
            let mut rows = rows.query([])?;
            let (mut count, mut prev, mut broken_at) = (0_u64, [0_u8; 32], None);
            while let Some(r) = rows.next()? {
                let l = line(r)?;
                let held: [u8; 32] = r.get(6)?;
                let hash: [u8; 32] = r.get(7)?;
                let due = digest(&prev, l.seq, l.at, [&l.event, &l.actor, &l.object, &l.detail]);
                if broken_at.is_none() && (l.seq != count + 1 || held != prev || due != hash) {
                    broken_at = Some(l.seq);
                }
                (count, prev) = (count + 1, hash);
            }
            Ok(Checked { rows: count, head: data_encoding::HEXLOWER.encode(&prev), broken_at })
        })
    }

    /// What of the trail no statement anchors yet.
    pub fn unanchored(&self) -> Result<Option<Stretch>, StoreError> {
        self.read(|db| {
            let done: u64 = db.query_row("SELECT coalesce(max(to_seq), 0) FROM anchor", [], |r| r.get(0))?;
            let last: Option<(u64, [u8; 32])> = db
                .query_row("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1", [], |r| Ok((r.get(0)?, r.get(1)?)))
                .optional()?;
            Ok(last.filter(|(to, _)| *to > done).map(|(to, head)| Stretch { from: done + 1, to, head }))
        })
    }

    /// Remembers that a stretch was anchored.
    pub fn anchored(&self, stretch: Stretch, now: i64) -> Result<(), StoreError> {
        self.write(|tx| {
            let Stretch { from, to, head } = stretch;
            tx.execute("INSERT OR IGNORE INTO anchor VALUES (?1, ?2, ?3, ?4)", params![to, from, head, now])?;
            Ok(())
        })
    }
}
