//! `armistice member`: whom this member takes for whom, by the first key of their register.
//!
//! Must not: believe a name. A key is recognised by a person, who says how it was made sure of.

use super::terminal::Terminal;
use crate::{
    failure::{Exit, Failure},
    keys::{self, MemberName},
    mission::{Holdings, Mission, no_key},
};
use armistice_core::{
    record::{self, trust::Recognition},
    statement::{Body, trust::Trust},
};
use armistice_tlog::{
    ed25519,
    hash::Hash,
    keyring::{Role, id_of},
    note::VerifierKey,
};
use data_encoding::{BASE64, HEXLOWER};
use serde_json::json;
use std::path::PathBuf;

/// The members of the mission.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do with members.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Recognise a member by the first key of its register.
    Add(AddArgs),
    /// List the members that anybody here recognised, and whose registers are here.
    List {
        /// The mission folder.
        dir: PathBuf,
    },
}

/// Recognise a member.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("which").required(true).args(["key_file", "vkey"]))]
pub struct AddArgs {
    /// The mission folder.
    pub dir: PathBuf,
    /// The member's name, as its register has it.
    pub name: String,
    /// Its public key file, `<member>.pub`.
    #[arg(long, value_name = "FILE")]
    pub key_file: Option<PathBuf>,
    /// Its key as text: 64 hexadecimal digits, 44 characters of base64, or name+id+base64.
    #[arg(long, value_name = "KEY")]
    pub vkey: Option<String>,
    /// How it was made sure of that the key is theirs: "read out by telephone by …", "handed over on paper at …".
    #[arg(long, value_name = "TEXT")]
    pub how: String,
    /// Bytes of entries that are taken from it in a day; without it, no limit.
    #[arg(long, value_name = "BYTES")]
    pub quota: Option<u64>,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    match &args.command {
        Command::Add(args) => add(args, terminal),
        Command::List { dir } => list(dir, terminal),
    }
}

fn add(args: &AddArgs, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let member = MemberName::parse(&args.name).map_err(|e| no_key(&e))?;
    if member == mission.member {
        return Err(Failure::new(Exit::Usage, format!("{member} is this folder's own member"), "Name another member."));
    }
    let key = match (&args.key_file, &args.vkey) {
        (Some(path), _) => keys::read_public(path, &member, Role::Statements).map_err(|e| no_key(&e))?.to_bytes(),
        (None, text) => key_of(text.as_deref().unwrap_or_default())?,
    };
    let mut writer = mission.writer()?;
    let held = writer.registers()?.into_iter().find(|r| r.member == member);
    if let Some(held) = held
        && held.keyring.keys().first().is_none_or(|k| k.bytes() != key)
    {
        return Err(Failure::new(
            Exit::NotVerified,
            format!("the register of {member} that is held here opens with another key; nothing was said"),
            "One of the two is not theirs. Ask the member, by a way that nobody else can use.",
        ));
    }
    let said = Trust::MemberRecognised { member: member.to_string(), key, how: args.how.clone(), quota: args.quota };
    writer.say(vec![Body::Trust(said)])?;
    terminal.say(&format!("Recognised {member} by the key {}.", id_of(&key)));
    if terminal.json {
        terminal.result(&json!({ "member": member.as_str(), "key": id_of(&key).hex() }).to_string());
    }
    Ok(Exit::Done)
}

/// A public key as people copy it.
fn key_of(text: &str) -> Result<[u8; 32], Failure> {
    let refused = |why: String| {
        Failure::new(
            Exit::Usage,
            format!("--vkey: {why}"),
            "It is in the third line of the member's file keys/<member>.pub; or give the file: --key-file FILE",
        )
    };
    let bytes = if text.contains('+') && text.len() != 44 {
        let key: VerifierKey = text.parse().map_err(|e: armistice_tlog::note::VkeyError| refused(e.to_string()))?;
        key.key_bytes().to_vec()
    } else if text.len() == 64 {
        HEXLOWER.decode(text.as_bytes()).map_err(|e| refused(e.to_string()))?
    } else {
        BASE64.decode(text.as_bytes()).map_err(|e| refused(e.to_string()))?
    };
    let bytes: [u8; 32] = bytes.try_into().map_err(|_| refused("a key has 32 bytes".to_owned()))?;
    ed25519::key(&bytes).map_err(|e| refused(format!("the key {e}")))?;
    Ok(bytes)
}

/// The members, for programs and for the desk.
pub(crate) fn rows(mission: &Mission, holdings: &Holdings) -> Vec<serde_json::Value> {
    let registers: Vec<_> = holdings.registers.iter().map(|r| r.register.clone()).collect();
    let record = record::fold(&registers);
    let mut names: Vec<&str> = holdings.registers.iter().map(|r| r.member.as_str()).collect();
    names.extend(record.trust.recognised.keys().map(String::as_str));
    names.sort_unstable();
    names.dedup();
    let mut rows = Vec::new();
    for name in names {
        let held = holdings.registers.iter().find(|r| r.member.as_str() == name);
        let first = held.and_then(|r| r.keyring.keys().first().map(|k| k.id()));
        let said = record.trust.recognised.get(name).map_or(&[][..], Vec::as_slice);
        let said: Vec<_> = said.iter().map(|(at, r)| (at.member.as_str(), at.index, r)).collect();
        rows.push(json!({
            "member": name,
            "own": name == mission.member.as_str(),
            "entries": held.map(|r| r.reading.size()),
            "first_key": first.map(|id| id.hex()),
            "state": held.map(|r| super::key::life(r.keyring.life())),
            "two_histories_from": held.and_then(|r| r.register.stopped.as_ref()).map(|(at, _)| at),
            "recognised": said.iter().map(|(by, index, r)| recognition(by, *index, r, first)).collect::<Vec<_>>(),
        }));
    }
    rows
}

fn list(dir: &std::path::Path, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(dir)?;
    let holdings = mission.read()?;
    let rows = rows(&mission, &holdings);
    if terminal.json {
        terminal.result(&json!({ "members": rows }).to_string());
        return Ok(Exit::Done);
    }
    for row in &rows {
        let held = match row["entries"].as_u64() {
            Some(n) => format!("{n} entries here, {}", row["state"].as_str().unwrap_or_default()),
            None => "its register is not here".to_owned(),
        };
        let own = if row["own"] == true { " (this folder's own)" } else { "" };
        terminal.result(&format!("{}{own}: {held}", row["member"].as_str().unwrap_or_default()));
        for r in row["recognised"].as_array().into_iter().flatten() {
            terminal.result(&super::terminal::printable(&format!("    {}", r["says"].as_str().unwrap_or_default())));
        }
    }
    Ok(Exit::Done)
}

fn recognition(by: &str, index: u64, r: &Recognition, first: Option<Hash>) -> serde_json::Value {
    let id = id_of(&r.key);
    let fits = first.map(|f| f == id);
    let quota = r.quota.map(|q| format!(", at most {q} bytes a day")).unwrap_or_default();
    let other = if fits == Some(false) { "; the register that is here opens with ANOTHER key" } else { "" };
    json!({
        "by": by, "index": index, "key": id.hex(), "how": r.how, "quota": r.quota, "is_the_register_here": fits,
        "says": format!("recognised by {by} (#{index}) by the key {id}{quota}: {}{other}", r.how),
    })
}
