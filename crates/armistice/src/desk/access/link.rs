//! Links that sign in once: the one that the program prints for its owner, and invitations into a team.
//!
//! Must not: work twice, or long.

use super::{
    account,
    audit::{self, Event, Say},
    reader::{AccountId, SessionId},
    role::Role,
    secret::{self, Secret, Use},
    session::{self, Method},
    store::{Store, StoreError},
};
use armistice_core::named::Named as _;
use rusqlite::{OptionalExtension as _, params};

/// How long a link signs in, in seconds.
pub const LINK_LIFE: i64 = 20 * 60;

/// How long an invitation stands, in seconds.
pub const INVITATION_LIFE: i64 = 72 * 3600;

/// A link that signs in.
#[derive(Clone, Debug)]
pub struct Link {
    /// What it carries.
    pub secret: Secret,
    /// Until when, seconds since 1970.
    pub expires: i64,
}

impl Link {
    /// The path and query, to be put after the address of the desk.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/sign-in?link={}", self.secret.reveal())
    }
}

/// An invitation, as its maker sees it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Invitation {
    /// Its id; it opens nothing.
    pub id: String,
    /// The role that it gives.
    pub role: String,
    /// For whom, as its maker noted.
    pub note: String,
    /// Until when.
    pub expires: i64,
}

/// The link for the single analyst: signs in the only account, which is opened as an administrator when there is none yet.
/// `None` when there is a team: its members have ways of their own.
pub fn first_link(store: &Store, now: i64) -> Result<Option<Link>, StoreError> {
    let open: Vec<AccountId> = store.accounts()?.into_iter().filter(|a| !a.closed).map(|a| a.id).collect();
    match &open[..] {
        [] => {
            let name = ["Owner", "Owner 2"].into_iter().find(|n| store.account_named(n).is_ok_and(|a| a.is_none()));
            let owner = store.open_account(name.unwrap_or("Owner 3"), Role::Administrator, None, now)?;
            store.make_link(&owner, None, now).map(Some)
        }
        [owner] => store.make_link(owner, None, now).map(Some),
        _ => Ok(None),
    }
}

impl Store {
    /// Makes a link that signs an account in. Links of that account that were made before are void.
    pub fn make_link(&self, id: &AccountId, by: Option<&AccountId>, now: i64) -> Result<Link, StoreError> {
        let (secret, expires) = (Secret::new()?, now + LINK_LIFE);
        self.write(|tx| {
            tx.execute("DELETE FROM link WHERE account = ?1 OR expires < ?2", params![id.0, now])?;
            tx.execute(
                "INSERT INTO link VALUES (?1, ?2, ?3)",
                params![secret::digest(Use::Link, secret.reveal()), id.0, expires],
            )?;
            audit::append(tx, now, Say { event: Event::LinkMade, actor: by, object: &id.0, detail: "" })
        })?;
        Ok(Link { secret, expires })
    }

    /// Uses a link up: a session of its account.
    pub fn follow_link(&self, text: &str, old: Option<&SessionId>, now: i64) -> Result<Option<Secret>, StoreError> {
        self.write(|tx| {
            let sql = "DELETE FROM link WHERE hash = ?1 RETURNING account, expires";
            let found: Option<(String, i64)> =
                tx.query_row(sql, [secret::digest(Use::Link, text)], |r| Ok((r.get(0)?, r.get(1)?))).optional()?;
            let account = found.filter(|(_, expires)| now <= *expires).map(|(account, _)| AccountId(account));
            let sql = "SELECT state = 'open' FROM account WHERE id = ?1";
            let Some(account) = account.filter(|a| tx.query_row(sql, [&a.0], |r| r.get(0)).unwrap_or(false)) else {
                audit::append(tx, now, Say { event: Event::SignInFailed, actor: None, object: "", detail: "link" })?;
                return Ok(None);
            };
            if let Some(old) = old {
                tx.execute("UPDATE session SET ended = ?2 WHERE id = ?1 AND ended IS NULL", params![old.0, now])?;
            }
            session::begin(tx, &account, Method::Link, now).map(Some)
        })
    }

    /// Invites somebody to a role. The secret is shown once.
    pub fn invite(&self, role: Role, note: &str, by: &AccountId, now: i64) -> Result<(Secret, Invitation), StoreError> {
        if !Role::OF_ACCOUNTS.contains(&role) {
            return Err(StoreError::Refused("access-role-bad"));
        }
        let (secret, id, expires) = (Secret::new()?, secret::id()?, now + INVITATION_LIFE);
        let note: String = note.chars().filter(|c| !c.is_control()).take(account::NAME_MAX).collect();
        self.write(|tx| {
            tx.execute("DELETE FROM invitation WHERE expires < ?1", [now])?;
            let hash = secret::digest(Use::Invitation, secret.reveal());
            tx.execute(
                "INSERT INTO invitation VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![hash, id, role.id(), note, by.0, now, expires],
            )?;
            audit::append(tx, now, Say { event: Event::Invited, actor: Some(by), object: &id, detail: role.id() })
        })?;
        Ok((secret, Invitation { id, role: role.id().to_owned(), note, expires }))
    }

    /// The invitations that stand.
    pub fn invitations(&self, now: i64) -> Result<Vec<Invitation>, StoreError> {
        self.read(|db| {
            let mut rows = db.prepare_cached(
                "SELECT id, role, note, expires FROM invitation WHERE expires >= ?1 ORDER BY made, id",
            )?;
            let found = rows.query_map([now], |r| {
                Ok(Invitation { id: r.get(0)?, role: r.get(1)?, note: r.get(2)?, expires: r.get(3)? })
            })?;
            Ok(found.collect::<Result<_, _>>()?)
        })
    }

    /// The invitation that a secret opens, unused.
    pub fn invitation(&self, text: &str, now: i64) -> Result<Option<Invitation>, StoreError> {
        self.read(|db| {
            let sql = "SELECT id, role, note, expires FROM invitation WHERE hash = ?1 AND expires >= ?2";
            let row = |r: &rusqlite::Row<'_>| {
                Ok(Invitation { id: r.get(0)?, role: r.get(1)?, note: r.get(2)?, expires: r.get(3)? })
            };
            Ok(db.query_row(sql, params![secret::digest(Use::Invitation, text), now], row).optional()?)
        })
    }

    /// Takes an invitation back.
    pub fn withdraw_invitation(&self, id: &str, by: &AccountId, now: i64) -> Result<bool, StoreError> {
        self.write(|tx| {
            let done = tx.execute("DELETE FROM invitation WHERE id = ?1", [id])? == 1;
            if done {
                audit::append(
                    tx,
                    now,
                    Say { event: Event::InvitationWithdrawn, actor: Some(by), object: id, detail: "" },
                )?;
            }
            Ok(done)
        })
    }

    /// Accepts an invitation: opens the account and begins a session. The invitation is used up.
    pub fn accept(&self, text: &str, name: &str, now: i64) -> Result<(AccountId, Secret), StoreError> {
        self.write(|tx| {
            let sql = "DELETE FROM invitation WHERE hash = ?1 AND expires >= ?2 RETURNING role, by_account";
            let found: Option<(String, String)> = tx
                .query_row(sql, params![secret::digest(Use::Invitation, text), now], |r| Ok((r.get(0)?, r.get(1)?)))
                .optional()?;
            let (role, by) = found.ok_or(StoreError::Refused("access-invitation-void"))?;
            let role = Role::from_id(&role).ok_or(StoreError::Refused("access-role-bad"))?;
            // Whoever invited must still be allowed to: an administrator who was closed leaves no door behind.
            let sql =
                "SELECT EXISTS (SELECT 1 FROM account WHERE id = ?1 AND state = 'open' AND role = 'administrator')";
            if !tx.query_row(sql, [&by], |r| r.get::<_, bool>(0))? {
                return Err(StoreError::Refused("access-invitation-void"));
            }
            let id = account::open(tx, name, role, Some(&AccountId(by)), now)?;
            let token = session::begin(tx, &id, Method::Invitation, now)?;
            Ok((id, token))
        })
    }
}
