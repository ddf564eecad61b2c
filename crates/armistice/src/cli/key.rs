//! `armistice key`: this member's keys: list, add, rotate, revoke, reaffirm, protect.
//!
//! Must not: print a secret, take one in an option, or say anything about keys that a reader would refuse.

use super::terminal::Terminal;
use crate::{
    failure::{Exit, Failure},
    keys::{self, KeyError, MemberKey, passphrase::Passphrases},
    mission::{Mission, ReadRegister, Writer, no_key, writer::declared},
};
use armistice_core::statement::{
    Body,
    trust::{KeyRevoked, RevocationReason, Trust},
};
use armistice_tlog::{
    hash::Hash,
    keyring::{Key, Keyring, Life, Role},
};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// This member's keys.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do with keys.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// List the keys that a register declares, and which of them are here.
    List(ListArgs),
    /// Declare a key that is missing: for checkpoints, as a witness, or for recovery.
    Add(AddArgs),
    /// Put a new key in the place of one.
    Rotate(RotateArgs),
    /// End a key, without a new one.
    Revoke(RevokeArgs),
    /// Confirm statements that a stolen key put in doubt.
    Reaffirm(ReaffirmArgs),
    /// Protect the key files by a passphrase, change it, or take it away.
    Protect(ProtectArgs),
}

/// List the keys that a register declares.
#[derive(Debug, clap::Args)]
pub struct ListArgs {
    /// The mission folder.
    pub dir: PathBuf,
    /// Whose register, if not this member's own.
    #[arg(long, value_name = "NAME")]
    pub member: Option<String>,
}

/// Declare a key that is missing.
#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// The mission folder.
    pub dir: PathBuf,
    /// What it is for; without it, whatever a mission folder of today has and this one lacks.
    #[arg(long, value_enum)]
    pub role: Option<NewRole>,
    /// Where a new recovery key is made: a place off this machine.
    #[arg(long, value_name = "FILE", required_if_eq("role", "recovery"))]
    pub out: Option<PathBuf>,
    /// Sign with this recovery key; needed to declare another recovery key.
    #[arg(long, value_name = "FILE")]
    pub recovery: Option<PathBuf>,
}

/// Roles of which a register may lack a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum NewRole {
    /// Signs checkpoints.
    Checkpoints,
    /// Cosigns others' checkpoints.
    Witness,
    /// Kept off the machine.
    Recovery,
}

/// Roles whose key can be changed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum RotatedRole {
    /// Signs statements.
    Statements,
    /// Signs checkpoints.
    Checkpoints,
    /// Cosigns others' checkpoints.
    Witness,
}

/// Why a key ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Why {
    /// Another takes its place as planned.
    Rotated,
    /// Nobody has it any more.
    Lost,
    /// Somebody else has it, or may have.
    Compromised,
    /// Its role has ended; for the last key, the register is closed.
    Retired,
}

/// What is said of the end of a key.
#[derive(Debug, clap::Args)]
pub struct End {
    /// With `compromised`: the first entry from which what the key signed is doubtful. Without it, everything is.
    #[arg(long, value_name = "INDEX")]
    pub doubtful_from: Option<u64>,
    /// In words, for readers.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub note: String,
    /// Sign with this recovery key.
    #[arg(long, value_name = "FILE")]
    pub recovery: Option<PathBuf>,
}

/// Put a new key in the place of one.
#[derive(Debug, clap::Args)]
pub struct RotateArgs {
    /// The mission folder.
    pub dir: PathBuf,
    /// Which.
    #[arg(long, value_enum, default_value = "statements")]
    pub role: RotatedRole,
    /// Why.
    #[arg(long, value_enum, default_value = "rotated")]
    pub reason: Why,
    /// What is said of the old key.
    #[command(flatten)]
    pub end: End,
}

/// End a key.
#[derive(Debug, clap::Args)]
pub struct RevokeArgs {
    /// The mission folder.
    pub dir: PathBuf,
    /// The key's id, or the beginning of it (see `armistice key list`).
    pub key: String,
    /// Why.
    #[arg(long, value_enum)]
    pub reason: Why,
    /// What is said of it.
    #[command(flatten)]
    pub end: End,
}

/// Confirm statements that are in doubt.
#[derive(Debug, clap::Args)]
pub struct ReaffirmArgs {
    /// The mission folder.
    pub dir: PathBuf,
    /// Statements: index in this member's register, or id.
    #[arg(required = true)]
    pub statements: Vec<String>,
    /// How it was made sure of, in words.
    #[arg(long, value_name = "TEXT")]
    pub why: String,
}

/// Protect the key files.
#[derive(Debug, clap::Args)]
pub struct ProtectArgs {
    /// The mission folder.
    pub dir: PathBuf,
    /// A file (mode 0600) or descriptor with the new passphrase on its first line. Without it, the terminal asks; if the
    /// keys have none yet, ARMISTICE_PASSPHRASE_FILE may name it too.
    #[arg(long, value_name = "FILE")]
    pub new: Option<PathBuf>,
    /// Take the passphrase away.
    #[arg(long, conflicts_with = "new")]
    pub remove: bool,
}

/// Statements that one `reaffirmed` names at the most: their ids fit into an entry.
const REAFFIRM_MAX: usize = 1024;

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    match &args.command {
        Command::List(args) => list(args, terminal),
        Command::Add(args) => add(args, terminal),
        Command::Rotate(args) => rotate(args, terminal),
        Command::Revoke(args) => revoke(args, terminal),
        Command::Reaffirm(args) => reaffirm(args, terminal),
        Command::Protect(args) => protect(args, terminal),
    }
}

/// A member's register among all that are here.
pub fn register_of<'a>(registers: &'a [ReadRegister], member: &str) -> Result<&'a ReadRegister, Failure> {
    registers.iter().find(|r| r.member.as_str() == member).ok_or_else(|| {
        let here: Vec<&str> = registers.iter().map(|r| r.member.as_str()).collect();
        Failure::new(
            Exit::NotFound,
            format!("there is no register of {member} here"),
            format!("Here are: {}", here.join(", ")),
        )
    })
}

fn list(args: &ListArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let holdings = mission.read()?;
    let member = args.member.as_deref().unwrap_or(mission.member.as_str());
    let register = register_of(&holdings.registers, member)?;
    let doubtful = register.doubtful();
    let files = if member == mission.member.as_str() { files(&mission) } else { Vec::new() };
    let rows: Vec<Value> = register.keyring.keys().iter().map(|k| row(k, register.keyring.size(), &files)).collect();
    let life = life(register.keyring.life());
    if terminal.json {
        let doubtful: Vec<_> = doubtful.iter().map(|(i, at)| json!({ "index": i, "said_at": at })).collect();
        let object = json!({
            "register": register.reading.origin(), "size": register.keyring.size(), "state": life, "keys": rows,
            "doubtful": doubtful,
        });
        terminal.result(&object.to_string());
        return Ok(Exit::Done);
    }
    for row in &rows {
        let text = |k: &str| row[k].as_str().unwrap_or_default().to_owned();
        terminal.result(&format!("{}  {:<11} {}", text("id"), text("role"), text("says")));
        if let Some(verifier) = row["verifier"].as_str() {
            terminal.result(&format!("    {verifier}"));
        }
    }
    terminal.result(&format!(
        "The register {} has {} entries and is {life}.",
        register.reading.origin(),
        register.keyring.size()
    ));
    if !doubtful.is_empty() {
        let shown: Vec<String> = ranges(doubtful.iter().map(|(i, _)| *i));
        terminal.result(&format!("In doubt: entries {}.", shown.join(", ")));
    }
    Ok(Exit::Done)
}

/// Indices as ranges: 3, 5 to 9.
pub fn ranges(indices: impl IntoIterator<Item = u64>) -> Vec<String> {
    let mut found: Vec<(u64, u64)> = Vec::new();
    for index in indices {
        match found.last_mut() {
            Some((_, to)) if *to + 1 == index => *to = index,
            _ => found.push((index, index)),
        }
    }
    found.into_iter().map(|(a, b)| if a == b { a.to_string() } else { format!("{a} to {b}") }).collect()
}

/// Whether a register can go on, in words.
#[must_use]
pub const fn life(life: Life) -> &'static str {
    match life {
        Life::Open => "open",
        Life::AwaitsRecovery => "waiting for a new statements key, which its recovery key can declare",
        Life::Closed => "closed: no key is left that could sign",
    }
}

/// The key files that are here: role, id, whether a passphrase protects it.
fn files(mission: &Mission) -> Vec<(Role, Hash, bool)> {
    let there = Role::ALL.into_iter().filter_map(|role| {
        let path = keys::path_of(&mission.keys(), &mission.member, role);
        let public = keys::read_public(&keys::public_of(&path), &mission.member, role).ok()?;
        Some((role, armistice_tlog::entry::key_id(&public), keys::is_protected(&path).ok()?))
    });
    there.collect()
}

fn row(key: &Key, size: u64, files: &[(Role, Hash, bool)]) -> Value {
    let file = files.iter().find(|(_, id, _)| *id == key.id());
    let mut says = match key.revoked() {
        None => format!("valid from entry {}", key.from()),
        Some(r) => {
            format!("valid from entry {} to {}, {} (entry {})", key.from(), r.until.saturating_sub(1), r.reason, r.at)
        }
    };
    if let Some(doubt) = key.revoked().and_then(|r| r.doubt) {
        says += &format!("; what it signed from entry {} on is in doubt (entry {})", doubt.from, doubt.said_at);
    }
    match file {
        Some((_, _, true)) => says += "; the key is here, behind a passphrase",
        Some((_, _, false)) => says += "; the key is here, without a passphrase",
        None => {}
    }
    json!({
        "id": key.id().hex(),
        "role": key.role().name(),
        "algorithm": key.algorithm().name(),
        "name": key.name(),
        "verifier": key.verifier().map(|v| v.to_string()),
        "valid": key.valid_at(size),
        "from": key.from(),
        "until": key.revoked().map(|r| r.until),
        "reason": key.revoked().map(|r| r.reason.name()),
        "doubtful_from": key.revoked().and_then(|r| r.doubt).map(|d| d.from),
        "here": file.is_some(),
        "protected": file.map(|(_, _, protected)| *protected),
        "says": says,
    })
}

/// Opens the register with its statements key, or with a recovery key.
fn writer<'a>(mission: &'a Mission, recovery: Option<&Path>) -> Result<Writer<'a>, Failure> {
    match recovery {
        None => mission.writer(),
        Some(path) => {
            let key = MemberKey::load_at(path, &mission.member, Role::Recovery, mission.passphrases());
            mission.writer_with(key.map_err(|e| no_key(&e))?)
        }
    }
}

fn keyring<'a>(writer: &'a Writer<'_>) -> Result<&'a Keyring, Failure> {
    writer.keyring().ok_or_else(|| {
        Failure::new(Exit::NotFound, "the register is empty", "Make a mission: armistice init DIR --member NAME")
    })
}

/// The passphrase that new key files get: the one that the member's keys have already, if they have one.
fn protection(mission: &Mission) -> Result<Option<keys::passphrase::Passphrase>, Failure> {
    let path = keys::path_of(&mission.keys(), &mission.member, Role::Statements);
    match keys::is_protected(&path) {
        Ok(true) => mission.passphrases().get(&path).map_err(|e| no_key(&e.into())),
        Ok(false) | Err(KeyError::Missing { .. }) => Ok(None),
        Err(e) => Err(no_key(&e)),
    }
}

fn add(args: &AddArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let mut writer = writer(&mission, args.recovery.as_deref())?;
    let roles: Vec<Role> = match args.role {
        Some(NewRole::Checkpoints) => vec![Role::Checkpoints],
        Some(NewRole::Witness) => vec![Role::Witness],
        Some(NewRole::Recovery) => vec![Role::Recovery],
        None => {
            let keyring = keyring(&writer)?;
            [Role::Checkpoints, Role::Witness].into_iter().filter(|r| keyring.valid(*r).next().is_none()).collect()
        }
    };
    let passphrase = protection(&mission)?;
    let (mut bodies, mut rows) = (Vec::new(), Vec::new());
    for role in roles {
        let path = match (&args.out, role) {
            (Some(out), Role::Recovery) => out.clone(),
            (_, role) => {
                if keyring(&writer)?.valid(role).next().is_some() {
                    return Err(Failure::new(
                        Exit::Usage,
                        format!("there is a {role} key already"),
                        format!("To change it: armistice key rotate DIR --role {role}"),
                    ));
                }
                keys::path_of(&mission.keys(), &mission.member, role)
            }
        };
        let key = match MemberKey::generate_at(&path, &mission.member, role, passphrase.as_ref()) {
            // Made by a run that was cut short before it said so.
            Err(KeyError::Exists { .. }) if role != Role::Recovery => {
                MemberKey::load_at(&path, &mission.member, role, mission.passphrases())
            }
            other => other,
        };
        let key = key.map_err(|e| no_key(&e))?;
        rows.push(json!({ "role": role.name(), "id": key.id().hex(), "file": path.display().to_string() }));
        bodies.push(Body::Trust(Trust::KeyAdded(declared(&mission.origin(&mission.member), &key))));
    }
    if bodies.is_empty() {
        terminal.say("Nothing is missing: there are keys for statements, for checkpoints and as a witness.");
    } else {
        writer.say(bodies)?;
    }
    for row in &rows {
        terminal.say(&format!(
            "Declared the {} key {}, kept in {}.",
            said(row, "role"),
            said(row, "id"),
            said(row, "file")
        ));
        if row["role"] == "recovery" {
            terminal.say(KEEP_AWAY);
        }
    }
    if terminal.json {
        terminal.result(&json!({ "added": rows }).to_string());
    }
    Ok(Exit::Done)
}

/// What to do with a recovery key.
pub const KEEP_AWAY: &str =
    "Take the recovery key off this machine now, in two copies at two places: who has it can change your keys.";

fn said<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_default()
}

fn rotate(args: &RotateArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let mut writer = writer(&mission, args.end.recovery.as_deref())?;
    let role = match args.role {
        RotatedRole::Statements => Role::Statements,
        RotatedRole::Checkpoints => Role::Checkpoints,
        RotatedRole::Witness => Role::Witness,
    };
    let path = keys::path_of(&mission.keys(), &mission.member, role);
    let next = keys::next_of(&path);
    // The key whose file is replaced; if there is none here any more, every key of that role that is still valid.
    let here = keys::read_public(&keys::public_of(&path), &mission.member, role);
    let here = here.ok().filter(|_| path.exists()).map(|k| armistice_tlog::entry::key_id(&k));
    let valid: Vec<Hash> = keyring(&writer)?.valid(role).map(Key::id).collect();
    let old: Vec<Hash> = valid.iter().copied().filter(|id| here.is_none_or(|h| h == *id)).collect();
    keys::forget_next(&path).map_err(|e| no_key(&e))?;
    let passphrase = protection(&mission)?;
    let key = MemberKey::generate_at(&next, &mission.member, role, passphrase.as_ref()).map_err(|e| no_key(&e))?;
    // One batch: the new key is declared and the old one ends, or neither.
    let mut bodies = vec![Body::Trust(Trust::KeyAdded(declared(&mission.origin(&mission.member), &key)))];
    let end = writer.size() + 1;
    for (until, id) in (end..).zip(&old) {
        // The signing key signs up to here; the others have signed nothing since.
        bodies.push(revoked(*id, until, args.reason, &args.end));
    }
    doubt_fits(args.reason, &args.end)?;
    writer.say(bodies)?;
    mission.settle(role, keyring(&writer)?)?;
    terminal.say(&format!("The new {role} key is {}.", key.id()));
    if args.reason == Why::Compromised && args.end.recovery.is_none() && role == Role::Statements {
        terminal.warn(
            "the new key was declared with the one that is in other hands: readers cannot tell whose it is, and what it signs \
             stays in doubt. Use a recovery key (--recovery FILE) if there is one.",
        );
    }
    if terminal.json {
        let old: Vec<String> = old.iter().map(Hash::hex).collect();
        terminal.result(&json!({ "role": role.name(), "new": key.id().hex(), "old": old }).to_string());
    }
    Ok(Exit::Done)
}

fn revoked(key: Hash, until: u64, why: Why, end: &End) -> Body {
    Body::Trust(Trust::KeyRevoked(KeyRevoked {
        key: *key.as_bytes(),
        until,
        doubtful_from: end.doubtful_from,
        reason: match why {
            Why::Rotated => RevocationReason::Rotated,
            Why::Lost => RevocationReason::Lost,
            Why::Compromised => RevocationReason::Compromised,
            Why::Retired => RevocationReason::Retired,
        },
        note: end.note.clone(),
    }))
}

fn doubt_fits(why: Why, end: &End) -> Result<(), Failure> {
    if end.doubtful_from.is_some() && why != Why::Compromised {
        return Err(Failure::new(
            Exit::Usage,
            "statements are in doubt only when a key was compromised",
            "Say --reason compromised, or leave --doubtful-from away.",
        ));
    }
    Ok(())
}

fn revoke(args: &RevokeArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    doubt_fits(args.reason, &args.end)?;
    let mission = Mission::open(&args.dir)?;
    let mut writer = writer(&mission, args.end.recovery.as_deref())?;
    let keyring = keyring(&writer)?;
    let found: Vec<&Key> = keyring.keys().iter().filter(|k| k.id().hex().starts_with(&args.key)).collect();
    let key = match found.as_slice() {
        [one] if !args.key.is_empty() => *one,
        other => {
            return Err(Failure::new(
                Exit::NotFound,
                format!("`{}` is the beginning of {} keys of this register", args.key, other.len()),
                "armistice key list DIR lists them.",
            ));
        }
    };
    let (id, role) = (key.id(), key.role());
    // What was said of its end before can be made graver, not later.
    let until = key.revoked().map_or(writer.size(), |r| r.until);
    writer.say(vec![revoked(id, until, args.reason, &args.end)])?;
    terminal.say(&format!("The {role} key {id} signs nothing from entry {until} on."));
    let register = writer.keyring().map(Keyring::life);
    if let Some(state @ (Life::AwaitsRecovery | Life::Closed)) = register {
        terminal.warn(&format!("the register is now {}", life(state)));
    }
    if terminal.json {
        terminal.result(&json!({ "role": role.name(), "key": id.hex(), "until": until }).to_string());
    }
    Ok(Exit::Done)
}

fn reaffirm(args: &ReaffirmArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let mut writer = mission.writer()?;
    let registers = writer.registers()?;
    let register = register_of(&registers, mission.member.as_str())?;
    let doubtful = register.doubtful();
    let mut ids = Vec::new();
    for given in &args.statements {
        let found = doubtful.iter().find_map(|(index, _)| {
            let (id, _) = register.register.entries.get(usize::try_from(*index).ok()?)?;
            (index.to_string() == *given || Hash::from_bytes(*id).hex() == *given).then_some(*id)
        });
        ids.push(found.ok_or_else(|| {
            Failure::new(
                Exit::NotFound,
                format!("`{given}` is no statement of {} that is in doubt; nothing was said", mission.member),
                "armistice key list DIR says which are.",
            )
        })?);
    }
    let said = ids.len();
    let bodies =
        ids.chunks(REAFFIRM_MAX).map(|ids| Body::Trust(Trust::Reaffirmed { ids: ids.to_vec(), why: args.why.clone() }));
    writer.say(bodies.collect())?;
    drop(writer);
    let left = register_of(&mission.read()?.registers, mission.member.as_str())?.doubtful().len();
    terminal.say(&format!("Confirmed {said}; {left} are still in doubt."));
    if terminal.json {
        terminal.result(&json!({ "confirmed": said, "doubtful": left }).to_string());
    }
    Ok(Exit::Done)
}

fn protect(args: &ProtectArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    // All are opened before one is changed, so that a wrong passphrase changes nothing.
    let mut opened = Vec::new();
    let mut protected = false;
    for role in Role::ALL {
        let path = keys::path_of(&mission.keys(), &mission.member, role);
        match keys::is_protected(&path) {
            Err(KeyError::Missing { .. }) => continue,
            Err(e) => return Err(no_key(&e)),
            Ok(is) => protected |= is,
        }
        let key = MemberKey::load_at(&path, &mission.member, role, mission.passphrases()).map_err(|e| no_key(&e))?;
        opened.push((path, key));
    }
    let passphrase = match (&args.new, args.remove) {
        (_, true) => None,
        (Some(file), false) => Passphrases::file(file).choose().map_err(|e| no_key(&e.into()))?,
        (None, false) if protected && mission.passphrases().is_file() => {
            return Err(Failure::new(
                Exit::Usage,
                "ARMISTICE_PASSPHRASE_FILE names the passphrase that the keys have now",
                "Name a file with the new one: --new FILE. Or take it away: --remove.",
            ));
        }
        (None, false) => mission.passphrases().choose().map_err(|e| no_key(&e.into()))?,
    };
    if passphrase.is_none() && !args.remove {
        return Err(Failure::new(
            Exit::Usage,
            "no passphrase was given; nothing was changed",
            "Name a file with it: --new FILE. Or take the one away that is there: --remove.",
        ));
    }
    for (path, key) in &opened {
        key.protect_at(path, passphrase.as_ref()).map_err(|e| no_key(&e))?;
    }
    let state = if passphrase.is_some() { "behind the passphrase" } else { "without a passphrase" };
    terminal.say(&format!("{} key files are {state} now.", opened.len()));
    if terminal.json {
        terminal.result(&json!({ "files": opened.len(), "protected": passphrase.is_some() }).to_string());
    }
    Ok(Exit::Done)
}
