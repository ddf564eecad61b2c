//! Accounts: who they are to the desk, their role, and how they prove themselves.
//!
//! Must not: hand out a hash, a secret or a key with an account that is listed.

use super::{
    audit::{self, Event, Say},
    password::{Cost, Hashed},
    reader::AccountId,
    role::Role,
    secret::{self, Use},
    session,
    store::{Store, StoreError},
    totp,
};
use crate::desk::locale::Language;
use armistice_core::named::Named as _;
use rusqlite::{Connection, OptionalExtension as _, Row, Transaction, params};

/// The most characters of a name.
pub const NAME_MAX: usize = 80;

/// How many recovery codes are made.
pub const RECOVERY: usize = 10;

/// An account, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Its name, as it was typed.
    pub name: String,
    /// Its role, in its stable form.
    #[serde(serialize_with = "by_id")]
    pub role: Role,
    /// The language it chose.
    pub language: Option<String>,
    /// Whether it was closed.
    pub closed: bool,
    /// When it was opened, seconds since 1970.
    pub created: i64,
    /// When it was last here.
    pub seen: Option<i64>,
    /// Whether it has a password with a second factor.
    pub password: bool,
    /// How many passkeys it has.
    pub passkeys: u32,
    /// How many recovery codes are left.
    pub recovery: u32,
}

fn by_id<S: serde::Serializer>(role: &Role, s: S) -> Result<S::Ok, S::Error> {
    s.serialize_str(role.id())
}

/// What a sign-in with a password is held against.
#[derive(Clone, Debug)]
pub struct Proofs {
    /// Whose.
    pub account: AccountId,
    /// The password.
    pub hashed: Option<Hashed>,
    /// The secret of the codes.
    pub totp: Option<[u8; totp::BYTES]>,
    /// The step of the last code that was taken.
    pub step: Option<u64>,
}

/// A name as it is compared: case, width and spaces aside.
#[must_use]
pub fn fold(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A name that may be used, spaces tidied.
pub fn name(typed: &str) -> Result<String, StoreError> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    // Marks that turn the direction of a line around could make one name look like another.
    let strange = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    if name.is_empty() || name.chars().count() > NAME_MAX || name.chars().any(strange) {
        return Err(StoreError::Refused("access-name-bad"));
    }
    Ok(name)
}

const LISTED: &str = "SELECT a.id, a.name, a.role, a.language, a.state, a.created, a.seen, a.hash IS NOT NULL AND a.totp IS NOT NULL,
  (SELECT count(*) FROM passkey p WHERE p.account = a.id), (SELECT count(*) FROM recovery r WHERE r.account = a.id) FROM account a";

fn account(r: &Row<'_>) -> rusqlite::Result<Account> {
    let role: String = r.get(2)?;
    Ok(Account {
        id: AccountId(r.get(0)?),
        name: r.get(1)?,
        // A role that this version does not know gives no rights.
        role: Role::from_id(&role).unwrap_or(Role::Public),
        language: r.get(3)?,
        closed: r.get::<_, String>(4)? != "open",
        created: r.get(5)?,
        seen: r.get(6)?,
        password: r.get(7)?,
        passkeys: r.get(8)?,
        recovery: r.get(9)?,
    })
}

/// Opens an account within a transaction.
pub(super) fn open(
    tx: &Transaction<'_>,
    typed: &str,
    role: Role,
    by: Option<&AccountId>,
    now: i64,
) -> Result<AccountId, StoreError> {
    let name = name(typed)?;
    let taken: bool =
        tx.query_row("SELECT EXISTS (SELECT 1 FROM account WHERE folded = ?1)", [fold(&name)], |r| r.get(0))?;
    if taken {
        return Err(StoreError::Refused("access-name-taken"));
    }
    let id = AccountId(secret::id()?);
    tx.execute(
        "INSERT INTO account (id, name, folded, role, state, handle, created) VALUES (?1, ?2, ?3, ?4, 'open', ?5, ?6)",
        params![id.0, name, fold(&name), role.id(), secret::bytes::<16>()?, now],
    )?;
    audit::append(tx, now, Say { event: Event::AccountOpened, actor: by, object: &id.0, detail: role.id() })?;
    Ok(id)
}

/// How many administrators are open, besides one.
fn others(tx: &Connection, but: &AccountId) -> Result<u32, StoreError> {
    let sql = "SELECT count(*) FROM account WHERE role = 'administrator' AND state = 'open' AND id <> ?1";
    Ok(tx.query_row(sql, [&but.0], |r| r.get(0))?)
}

fn found(tx: &Connection, id: &AccountId) -> Result<Account, StoreError> {
    tx.query_row(&format!("{LISTED} WHERE a.id = ?1"), [&id.0], account)
        .optional()?
        .ok_or(StoreError::Refused("access-no-account"))
}

impl Store {
    /// Opens an account.
    pub fn open_account(
        &self,
        name: &str,
        role: Role,
        by: Option<&AccountId>,
        now: i64,
    ) -> Result<AccountId, StoreError> {
        self.write(|tx| open(tx, name, role, by, now))
    }

    /// Every account, by name.
    pub fn accounts(&self) -> Result<Vec<Account>, StoreError> {
        self.read(|db| {
            let mut rows = db.prepare_cached(&format!("{LISTED} ORDER BY a.state DESC, a.folded"))?;
            Ok(rows.query_map([], account)?.collect::<Result<_, _>>()?)
        })
    }

    /// One account.
    pub fn account(&self, id: &AccountId) -> Result<Option<Account>, StoreError> {
        self.read(|db| Ok(db.query_row(&format!("{LISTED} WHERE a.id = ?1"), [&id.0], account).optional()?))
    }

    /// The account of a name.
    pub fn account_named(&self, name: &str) -> Result<Option<Account>, StoreError> {
        self.read(|db| Ok(db.query_row(&format!("{LISTED} WHERE a.folded = ?1"), [fold(name)], account).optional()?))
    }

    /// The opaque handle by which an authenticator knows an account.
    pub fn handle(&self, id: &AccountId) -> Result<Option<[u8; 16]>, StoreError> {
        self.read(|db| {
            Ok(db.query_row("SELECT handle FROM account WHERE id = ?1", [&id.0], |r| r.get(0)).optional()?)
        })
    }

    /// The open account of a handle.
    pub fn account_of_handle(&self, handle: &[u8; 16]) -> Result<Option<AccountId>, StoreError> {
        self.read(|db| {
            let sql = "SELECT id FROM account WHERE handle = ?1 AND state = 'open'";
            Ok(db.query_row(sql, [handle], |r| r.get(0)).optional()?.map(AccountId))
        })
    }

    /// What a sign-in by this name is held against; `None` when there is no such open account.
    pub fn proofs(&self, name: &str) -> Result<Option<Proofs>, StoreError> {
        self.read(|db| {
            let sql = "SELECT id, salt, hash, memory, passes, totp, totp_step FROM account WHERE folded = ?1 AND state = 'open'";
            let row = |r: &Row<'_>| {
                let (salt, hash): (Option<[u8; 16]>, Option<[u8; 32]>) = (r.get(1)?, r.get(2)?);
                let (memory, passes): (Option<u32>, Option<u32>) = (r.get(3)?, r.get(4)?);
                let hashed = match (salt, hash, memory, passes) {
                    (Some(salt), Some(hash), Some(memory), Some(passes)) => {
                        Some(Hashed { salt, hash, cost: Cost { memory, passes } })
                    }
                    _ => None,
                };
                Ok(Proofs { account: AccountId(r.get(0)?), hashed, totp: r.get(5)?, step: r.get(6)? })
            };
            Ok(db.query_row(sql, [fold(name)], row).optional()?)
        })
    }

    /// Takes a code: `false` when this step or a later one was taken already.
    pub fn take_step(&self, id: &AccountId, step: u64) -> Result<bool, StoreError> {
        self.write(|tx| {
            let sql = "UPDATE account SET totp_step = ?2 WHERE id = ?1 AND (totp_step IS NULL OR totp_step < ?2)";
            Ok(tx.execute(sql, params![id.0, step])? == 1)
        })
    }

    /// Sets the password with its second factor; every other session ends.
    pub fn set_password(
        &self,
        id: &AccountId,
        hashed: &Hashed,
        totp: &[u8; totp::BYTES],
        step: u64,
        keep: Option<&str>,
        now: i64,
    ) -> Result<(), StoreError> {
        self.write(|tx| {
            tx.execute(
                "UPDATE account SET salt = ?2, hash = ?3, memory = ?4, passes = ?5, totp = ?6, totp_step = ?7 WHERE id = ?1",
                params![id.0, hashed.salt, hashed.hash, hashed.cost.memory, hashed.cost.passes, totp, step],
            )?;
            session::end_of(tx, id, keep, now)?;
            audit::append(tx, now, Say { event: Event::PasswordSet, actor: Some(id), object: &id.0, detail: "" })
        })
    }

    /// Makes new recovery codes; the old ones are void. They are shown once.
    pub fn make_recovery(&self, id: &AccountId, now: i64) -> Result<Vec<String>, StoreError> {
        self.write(|tx| {
            tx.execute("DELETE FROM recovery WHERE account = ?1", [&id.0])?;
            let mut out = Vec::with_capacity(RECOVERY);
            for _ in 0..RECOVERY {
                let code = data_encoding::BASE32_NOPAD.encode(&secret::bytes::<10>()?).to_lowercase();
                let key = secret::digest(Use::Recovery, &format!("{}\0{code}", id.0));
                tx.execute("INSERT INTO recovery VALUES (?1, ?2)", params![key, id.0])?;
                out.push([&code[..4], &code[4..8], &code[8..12], &code[12..]].join("-"));
            }
            audit::append(tx, now, Say { event: Event::RecoveryMade, actor: Some(id), object: &id.0, detail: "" })?;
            Ok(out)
        })
    }

    /// Takes a recovery code instead of a one-time code: each works once.
    pub fn take_recovery(&self, id: &AccountId, typed: &str, now: i64) -> Result<bool, StoreError> {
        let code: String = typed.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
        let key = secret::digest(Use::Recovery, &format!("{}\0{code}", id.0));
        self.write(|tx| {
            let taken = tx.execute("DELETE FROM recovery WHERE hash = ?1 AND account = ?2", params![key, id.0])? == 1;
            if taken {
                audit::append(tx, now, Say { event: Event::RecoveryUsed, actor: Some(id), object: &id.0, detail: "" })?;
            }
            Ok(taken)
        })
    }

    /// Gives an account another role. Its sessions get new tokens; the last administrator stays one.
    pub fn set_role(&self, id: &AccountId, role: Role, by: Option<&AccountId>, now: i64) -> Result<(), StoreError> {
        if !Role::OF_ACCOUNTS.contains(&role) {
            return Err(StoreError::Refused("access-role-bad"));
        }
        self.write(|tx| {
            let before = found(tx, id)?.role;
            if before == role {
                return Ok(());
            }
            if before == Role::Administrator && others(tx, id)? == 0 {
                return Err(StoreError::Refused("access-last-administrator"));
            }
            tx.execute("UPDATE account SET role = ?2 WHERE id = ?1", params![id.0, role.id()])?;
            session::turn_of(tx, id)?;
            let detail = format!("{} > {}", before.id(), role.id());
            audit::append(tx, now, Say { event: Event::RoleChanged, actor: by, object: &id.0, detail: &detail })
        })
    }

    /// Closes an account: its sessions end, its tokens and links are void. The last administrator cannot be closed.
    pub fn close_account(&self, id: &AccountId, by: Option<&AccountId>, now: i64) -> Result<(), StoreError> {
        self.write(|tx| {
            let before = found(tx, id)?;
            if before.closed {
                return Ok(());
            }
            if before.role == Role::Administrator && others(tx, id)? == 0 {
                return Err(StoreError::Refused("access-last-administrator"));
            }
            tx.execute("UPDATE account SET state = 'closed' WHERE id = ?1", [&id.0])?;
            bare(tx, id, now)?;
            audit::append(tx, now, Say { event: Event::AccountClosed, actor: by, object: &id.0, detail: "" })
        })
    }

    /// Takes away everything by which an account proves itself: for somebody who lost them, who then gets a link.
    pub fn reset_account(&self, id: &AccountId, by: Option<&AccountId>, now: i64) -> Result<(), StoreError> {
        self.write(|tx| {
            found(tx, id)?;
            bare(tx, id, now)?;
            audit::append(tx, now, Say { event: Event::AccountReset, actor: by, object: &id.0, detail: "" })
        })
    }

    /// Chooses a language; the desk knows its code.
    pub fn set_language(&self, id: &AccountId, code: &str) -> Result<(), StoreError> {
        let language = Language::parse(code).ok_or(StoreError::Refused("access-language-bad"))?;
        let code = language.code();
        self.write(|tx| {
            tx.execute("UPDATE account SET language = ?2 WHERE id = ?1", params![id.0, code])?;
            Ok(())
        })
    }

    /// Gives an account another name.
    pub fn rename(&self, id: &AccountId, typed: &str) -> Result<(), StoreError> {
        let name = name(typed)?;
        self.write(|tx| {
            let sql = "SELECT EXISTS (SELECT 1 FROM account WHERE folded = ?1 AND id <> ?2)";
            if tx.query_row(sql, params![fold(&name), id.0], |r| r.get(0))? {
                return Err(StoreError::Refused("access-name-taken"));
            }
            tx.execute("UPDATE account SET name = ?2, folded = ?3 WHERE id = ?1", params![id.0, name, fold(&name)])?;
            Ok(())
        })
    }
}

/// Voids every proof, session, token and link of an account.
fn bare(tx: &Transaction<'_>, id: &AccountId, now: i64) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE account SET salt = NULL, hash = NULL, memory = NULL, passes = NULL, totp = NULL, totp_step = NULL WHERE id = ?1",
        [&id.0],
    )?;
    for table in ["passkey", "recovery", "link"] {
        tx.execute(&format!("DELETE FROM {table} WHERE account = ?1"), [&id.0])?;
    }
    tx.execute("UPDATE token SET revoked = ?2 WHERE account = ?1 AND revoked IS NULL", params![id.0, now])?;
    session::end_of(tx, id, None, now)
}
