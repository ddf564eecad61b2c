//! `armistice account`: the accounts of the desk, for whoever has the folder: the way in when every other is lost.
//!
//! Must not: take a password as an option, or show a secret but the link that it makes.

use super::terminal::{Terminal, printable};
use crate::{
    clock,
    desk::access::{
        Object, Role, Store,
        account::Account,
        anchor,
        link::{LINK_LIFE, Link},
    },
    failure::{Exit, Failure},
    mission::Mission,
};
use armistice_core::{
    named::Named as _,
    statement::{Body, Decoded, desk::Desk},
};
use serde_json::json;
use std::{fmt::Write as _, path::PathBuf};

/// The accounts of the desk.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do with accounts.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// List the accounts.
    List {
        /// The mission folder.
        dir: PathBuf,
    },
    /// Open an account, and print a link that signs it in once.
    Add {
        /// The mission folder.
        dir: PathBuf,
        /// Its name; colleagues see it.
        name: String,
        /// Its role: viewer, analyst, case_officer, head, administrator.
        #[arg(long, value_name = "ROLE")]
        role: String,
        /// Where browsers see the desk.
        #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8650")]
        address: String,
    },
    /// Print a link that signs an account in once.
    Link {
        /// The mission folder.
        dir: PathBuf,
        /// The account; may be left out when there is one only.
        name: Option<String>,
        /// Where browsers see the desk.
        #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8650")]
        address: String,
    },
    /// Give an account another role.
    Role {
        /// The mission folder.
        dir: PathBuf,
        /// The account.
        name: String,
        /// Its role: viewer, analyst, case_officer, head, administrator.
        role: String,
    },
    /// Close an account: its sessions and tokens end.
    Close {
        /// The mission folder.
        dir: PathBuf,
        /// The account.
        name: String,
    },
    /// End all sessions of an account.
    SignOut {
        /// The mission folder.
        dir: PathBuf,
        /// The account.
        name: String,
    },
    /// Let an account in to a restricted case: for one that nobody is in any more.
    Grant {
        /// The mission folder.
        dir: PathBuf,
        /// The account.
        name: String,
        /// The id of the case.
        case: String,
    },
    /// Check the audit trail from its first row, and against what the register says of it.
    Audit {
        /// The mission folder.
        dir: PathBuf,
        /// First say the trail's head in the register.
        #[arg(long)]
        anchor: bool,
    },
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let now = clock::now();
    match &args.command {
        Command::List { dir } => list(&open(dir)?, terminal),
        Command::Add { dir, name, role, address } => {
            let store = open(dir)?;
            let id = store.open_account(name, parse(role)?, None, now).map_err(refused)?;
            link(terminal, name, address, &store.make_link(&id, None, now)?)
        }
        Command::Link { dir, name, address } => {
            let store = open(dir)?;
            let account = match name {
                Some(name) => found(&store, name)?,
                None => only(&store)?,
            };
            link(terminal, &account.name, address, &store.make_link(&account.id, None, now)?)
        }
        Command::Role { dir, name, role } => {
            let store = open(dir)?;
            let (account, role) = (found(&store, name)?, parse(role)?);
            store.set_role(&account.id, role, None, now).map_err(refused)?;
            done(terminal, &account, &format!("{} is now {}.", printable(&account.name), role.id()))
        }
        Command::Close { dir, name } => {
            let store = open(dir)?;
            let account = found(&store, name)?;
            store.close_account(&account.id, None, now).map_err(refused)?;
            done(terminal, &account, &format!("Closed {}.", printable(&account.name)))
        }
        Command::SignOut { dir, name } => {
            let store = open(dir)?;
            let account = found(&store, name)?;
            store.end_sessions(&account.id, None, now)?;
            done(terminal, &account, &format!("{} is signed out everywhere.", printable(&account.name)))
        }
        Command::Grant { dir, name, case } => {
            let store = open(dir)?;
            let account = found(&store, name)?;
            store.grant(&account.id, &Object::Case(case), &account.id, now)?;
            done(terminal, &account, &format!("{} sees {}.", printable(&account.name), printable(case)))
        }
        Command::Audit { dir, anchor } => audit(&Mission::open(dir)?, *anchor, now, terminal),
    }
}

fn open(dir: &std::path::Path) -> Result<Store, Failure> {
    let mission = Mission::open(dir)?;
    Ok(Store::open(&mission.root)?)
}

fn parse(role: &str) -> Result<Role, Failure> {
    Role::from_id(role).filter(|r| Role::OF_ACCOUNTS.contains(r)).ok_or_else(|| {
        Failure::new(
            Exit::Usage,
            format!("`{}` is no role of an account", printable(role)),
            "One of: viewer, analyst, case_officer, head, administrator",
        )
    })
}

/// What the store refuses, in the words of its page.
fn refused(e: crate::desk::access::store::StoreError) -> Failure {
    use crate::desk::{
        access::store::StoreError,
        locale::{Language, Locale},
    };
    match e {
        StoreError::Refused(id) => {
            Failure::new(Exit::Denied, Locale::of(Language::En).t(id), "See the accounts: armistice account list DIR")
        }
        other => other.into(),
    }
}

fn found(store: &Store, name: &str) -> Result<Account, Failure> {
    store.account_named(name)?.ok_or_else(|| {
        let sentence = format!("there is no account `{}`", printable(name));
        Failure::new(Exit::NotFound, sentence, "See the accounts: armistice account list DIR")
    })
}

fn only(store: &Store) -> Result<Account, Failure> {
    let mut open: Vec<Account> = store.accounts()?.into_iter().filter(|a| !a.closed).collect();
    match (open.pop(), open.pop()) {
        (Some(account), None) => Ok(account),
        _ => Err(Failure::new(
            Exit::Usage,
            "say whose link",
            "Name the account, as `armistice account list DIR` has it.",
        )),
    }
}

fn link(terminal: &Terminal, name: &str, address: &str, link: &Link) -> Result<Exit, Failure> {
    let address = format!("{}{}", address.trim_end_matches('/'), link.path());
    if terminal.json {
        terminal.result(&json!({ "account": name, "link": address, "expires": link.expires }).to_string());
    } else {
        terminal.result(&address);
        terminal.say(&format!("It signs {} in once, within {} minutes.", printable(name), LINK_LIFE / 60));
    }
    Ok(Exit::Done)
}

fn done(terminal: &Terminal, account: &Account, sentence: &str) -> Result<Exit, Failure> {
    terminal.say(sentence);
    if terminal.json {
        terminal.result(&json!({ "account": account.name, "id": account.id }).to_string());
    }
    Ok(Exit::Done)
}

fn list(store: &Store, terminal: &Terminal) -> Result<Exit, Failure> {
    let accounts = store.accounts()?;
    if terminal.json {
        terminal.result(&json!({ "accounts": accounts }).to_string());
        return Ok(Exit::Done);
    }
    let mut out = String::new();
    for a in &accounts {
        let state = if a.closed { ", closed" } else { "" };
        let proofs = match (a.password, a.passkeys) {
            (false, 0) => "by link only".to_owned(),
            (true, 0) => "password and codes".to_owned(),
            (false, n) => format!("{n} passkeys"),
            (true, n) => format!("password and codes, {n} passkeys"),
        };
        let _ = writeln!(out, "{}  {}{state}  ({proofs})", printable(&a.name), a.role.id());
    }
    terminal.result(out.trim_end());
    Ok(Exit::Done)
}

fn audit(mission: &Mission, anchors: bool, now: i64, terminal: &Terminal) -> Result<Exit, Failure> {
    let store = Store::open(&mission.root)?;
    let checked = store.check_audit()?;
    let whole = checked.broken_at.is_none();
    // A trail that does not hold is not given a new head.
    if anchors && whole {
        anchor::run(mission, &store, now)?;
    }
    let (mut anchored, mut contrary) = (0_u64, Vec::new());
    let registers = mission.read()?.registers;
    for (_, entry) in registers.iter().filter(|r| r.member == mission.member).flat_map(|r| &r.register.entries) {
        let Decoded::Known(statement) = entry else { continue };
        let Body::Desk(desk) = &statement.body else { continue };
        let Desk::Audited(said) = &**desk else { continue };
        let row = store.audit(said.to_seq.saturating_sub(1), 1)?.into_iter().next();
        if row.is_some_and(|r| r.seq == said.to_seq && r.hash == said.head.to_string()) {
            anchored = anchored.max(said.to_seq);
        } else {
            contrary.push(said.to_seq);
        }
    }
    let sound = whole && contrary.is_empty();
    if terminal.json {
        let object = json!({
            "rows": checked.rows, "head": checked.head, "broken_at": checked.broken_at, "anchored": anchored,
            "contrary": contrary, "sound": sound,
        });
        terminal.result(&object.to_string());
    } else {
        terminal
            .result(&format!("{} rows, of which the register fixes {anchored}; head {}", checked.rows, checked.head));
        if let Some(row) = checked.broken_at {
            terminal.warn(&format!("the chain is broken at row {row}"));
        }
        for row in &contrary {
            terminal.warn(&format!(
                "the register has another digest for row {row}: the trail was changed after it was said"
            ));
        }
    }
    Ok(if sound { Exit::Done } else { Exit::NotVerified })
}
