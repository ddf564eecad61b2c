//! `armistice policy`: witness policies that members adopted, and what it would take to fool each.
//!
//! Must not: adopt what does not parse, or hide that a policy asks for nothing.

use super::terminal::{Terminal, printable};
use crate::{
    failure::{Exit, Failure},
    mission::Mission,
};
use armistice_core::{
    record,
    statement::{Body, trust::Trust},
};
use armistice_tlog::{hash::sha256, keyring::Role, policy::Policy};
use serde_json::json;
use std::{
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
};

/// Witness policies.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do with policies.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Adopt a policy: lines of C2SP tlog-policy without `log`.
    Adopt {
        /// The mission folder.
        dir: PathBuf,
        /// The file.
        file: PathBuf,
        /// What it is called here, such as `witnessed`: lower-case letters, digits and hyphens.
        #[arg(long)]
        name: String,
    },
    /// List the policies, the digest of each, and how many must lie to fool it.
    List {
        /// The mission folder.
        dir: PathBuf,
    },
    /// Print a policy for one register, with that register's `log` lines, for other programs.
    Show {
        /// The mission folder.
        dir: PathBuf,
        /// The policy's name.
        name: String,
        /// Whose register; without it, this member's own.
        #[arg(long, value_name = "NAME")]
        member: Option<String>,
    },
}

/// The largest policy file that is adopted: it stands in one entry.
const FILE_MAX: u64 = 56 << 10;

/// Longest name of a policy.
const NAME_MAX: usize = 63;

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    match &args.command {
        Command::Adopt { dir, file, name } => adopt(dir, file, name, terminal),
        Command::List { dir } => list(dir, terminal),
        Command::Show { dir, name, member } => show(dir, name, member.as_deref(), terminal),
    }
}

fn adopt(dir: &Path, path: &Path, name: &str, terminal: &Terminal) -> Result<Exit, Failure> {
    let refused = |why: String| {
        Failure::new(Exit::InputRefused, format!("{}: {why}", path.display()), "Nothing was said; see docs/keys.md.")
    };
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if name.is_empty() || name.len() > NAME_MAX || !name.bytes().all(allowed) {
        return Err(Failure::new(
            Exit::Usage,
            format!("`{name}` is no name of a policy"),
            format!("Use up to {NAME_MAX} lower-case letters, digits and hyphens."),
        ));
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|f| f.take(FILE_MAX + 1).read_to_end(&mut bytes));
    read.map_err(|e| refused(e.to_string()))?;
    if bytes.len() as u64 > FILE_MAX {
        return Err(refused(format!("more than {FILE_MAX} bytes")));
    }
    let policy = Policy::parse(&bytes).map_err(|e| refused(e.to_string()))?;
    if !policy.logs().is_empty() {
        return Err(refused(
            "it names a log; a mission's policy goes for every register, and gets the `log` line of each by itself"
                .to_owned(),
        ));
    }
    let text = String::from_utf8(bytes).map_err(|_| refused("it is not UTF-8".to_owned()))?;
    for name in policy.idle() {
        terminal.warn(&format!("`{name}` counts towards nothing"));
    }
    let (digest, bound) = (sha256(text.as_bytes()), policy.collusion_bound());
    let mission = Mission::open(dir)?;
    mission.writer()?.say(vec![Body::Trust(Trust::PolicyAdopted { name: name.to_owned(), text })])?;
    terminal.say(&format!("Adopted the policy `{name}`, SHA-256 {digest}."));
    terminal.say(&bound.to_string());
    if terminal.json {
        let object = json!({ "name": name, "sha256": digest.hex(), "liars": bound.liars, "says": bound.to_string() });
        terminal.result(&object.to_string());
    }
    Ok(Exit::Done)
}

/// The policies that were adopted, for programs and for the desk.
pub(crate) fn rows(record: &record::Record) -> Vec<serde_json::Value> {
    let mut rows = Vec::new();
    for (name, adopted) in &record.trust.policies {
        for (at, text) in adopted {
            let (liars, bound) = match Policy::parse(text.as_bytes()) {
                Ok(policy) => {
                    let bound = policy.collusion_bound();
                    (Some(bound.liars), bound.to_string())
                }
                Err(e) => (None, format!("It is no policy: {e}")),
            };
            rows.push(json!({
                "name": name, "adopted_by": at.member, "index": at.index, "sha256": sha256(text.as_bytes()).hex(),
                "liars": liars, "says": bound,
            }));
        }
    }
    rows
}

fn list(dir: &Path, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(dir)?;
    let holdings = mission.read()?;
    let registers: Vec<_> = holdings.registers.iter().map(|r| r.register.clone()).collect();
    let rows = rows(&record::fold(&registers));
    if terminal.json {
        terminal.result(&json!({ "policies": rows }).to_string());
        return Ok(Exit::Done);
    }
    if rows.is_empty() {
        terminal.say("No policy is adopted. Adopt one: armistice policy adopt DIR FILE --name NAME");
    }
    for row in &rows {
        let text = |k: &str| printable(row[k].as_str().unwrap_or_default());
        terminal.result(&format!("{}  adopted by {} (#{})", text("name"), text("adopted_by"), row["index"]));
        terminal.result(&format!("    SHA-256 {}", text("sha256")));
        terminal.result(&format!("    {}", text("says")));
    }
    Ok(Exit::Done)
}

fn show(dir: &Path, name: &str, member: Option<&str>, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(dir)?;
    let holdings = mission.read()?;
    let member = member.unwrap_or(mission.member.as_str());
    let register = super::key::register_of(&holdings.registers, member)?;
    let registers: Vec<_> = holdings.registers.iter().map(|r| r.register.clone()).collect();
    let policies = record::fold(&registers).trust.policies;
    // The last word of this folder's own member, or of whoever spoke last.
    let adopted = policies
        .get(name)
        .and_then(|all| all.iter().rev().find(|(at, _)| at.member == mission.member.as_str()).or_else(|| all.last()));
    let Some((_, text)) = adopted else {
        let sentence = format!("nobody adopted a policy called `{name}`");
        return Err(Failure::new(Exit::NotFound, sentence, "armistice policy list DIR lists them."));
    };
    // Only keys that are valid now: any one `log` line suffices to the specification, so a stolen key must not have one,
    // and some programs ask for the signatures of all.
    let keys = register.keyring.valid(Role::Checkpoints);
    let lines: Vec<String> = keys.filter_map(|k| k.verifier()).map(|v| format!("log {v}\n")).collect();
    if lines.is_empty() {
        return Err(Failure::new(
            Exit::NotFound,
            format!("the register of {member} declares no checkpoints key"),
            "Its member adds one: armistice key add DIR",
        ));
    }
    terminal.result(&format!("{}{text}", lines.concat()));
    Ok(Exit::Done)
}
