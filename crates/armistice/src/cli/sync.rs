//! `armistice sync`: exchanges registers with a server or a folder, and asks outside witnesses.
//!
//! Must not: take anything that does not verify, or end with 0 when two histories showed.

use super::terminal::{Terminal, printable};
use crate::{
    clock,
    exchange::{
        self,
        disk::{self, Disk},
        replica::Replica,
        report::Report,
        source::{Directory, Http},
        submit::{self, SubmitError},
    },
    failure::{Exit, Failure},
    keys::MemberName,
    mission::Mission,
};
use armistice_tlog::{ed25519, note::VerifierKey};
use data_encoding::{BASE64, HEXLOWER};
use std::path::{Path, PathBuf};

/// Exchange registers with a server or a folder.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
    /// A server (http:// or https://), or a folder such as one on a USB stick.
    #[arg(required_unless_present = "witness")]
    pub peer: Option<String>,
    /// Take the register of NAME, which opens with this statements key (64 hexadecimal digits, or base64). May be given
    /// more than once. Members that this register recognises need it not.
    #[arg(long, value_name = "NAME=KEY")]
    pub trust: Vec<String>,
    /// Take back entries of our own register that the peer holds and this folder has lost.
    #[arg(long)]
    pub recover: bool,
    /// Ask a witness that is no member to cosign our newest checkpoint: the address below which it has `add-checkpoint`.
    #[arg(long, value_name = "URL", requires = "witness_key")]
    pub witness: Option<String>,
    /// The verifier key of that witness.
    #[arg(long, value_name = "VKEY", requires = "witness")]
    pub witness_key: Option<String>,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let trusted = args.trust.iter().map(|t| trust(t)).collect::<Result<Vec<_>, _>>()?;
    let witness_key = args.witness_key.as_deref().map(vkey).transpose()?;
    // What was said here since the last checkpoint goes out with it. One who suspects a rollback still may look at peers.
    let stopped = if args.recover { None } else { disk::publish_own(&mission).err() };
    if let Some(failure) = &stopped {
        terminal.warn(&failure.sentence);
    }
    let witness = disk::witness(&mission)?;
    let mut replica = disk::open(&mission, &trusted)?;
    replica.set_recovering(args.recover);
    let now = clock::now();
    let report = match &args.peer {
        None => None,
        Some(peer) if peer.starts_with("http://") || peer.starts_with("https://") => {
            Some(exchange::with_server(&mut replica, &Http::new(peer), witness.as_ref(), now)?)
        }
        Some(peer) => {
            folder_outside(&mission.root, Path::new(peer))?;
            Some(exchange::with_folder(&mut replica, &Directory::new(Path::new(peer)), witness.as_ref(), now)?)
        }
    };
    let brought = match (&args.witness, witness_key) {
        (Some(base), Some(key)) => Some(outside(&mut replica, base, &key)?),
        (Some(_) | None, _) => None,
    };
    replica.store().close()?;
    drop(replica);
    say(terminal, report.as_ref(), brought);
    let mut exit = report.as_ref().map_or(Exit::Done, exit_of);
    if let Some(failure) = stopped {
        exit = failure.exit;
    }
    if args.recover && exit == Exit::Done {
        disk::publish_own(&mission)?;
    }
    Ok(exit)
}

fn say(terminal: &Terminal, report: Option<&Report>, brought: Option<bool>) {
    if terminal.json {
        let mut object = report.map_or_else(|| serde_json::json!({}), Report::to_json);
        object["witness"] = serde_json::json!(brought);
        terminal.result(&object.to_string());
        return;
    }
    for line in report.map(Report::lines).unwrap_or_default() {
        terminal.result(&printable(&line));
    }
    match brought {
        Some(true) => terminal.result("the witness cosigned our newest checkpoint"),
        Some(false) => terminal.result("the witness had cosigned our newest checkpoint before"),
        None => {}
    }
    let unknown = report.is_some_and(|r| {
        r.registers.iter().any(|(_, row)| row.refused.iter().any(|why| why.starts_with("nobody here has recognised")))
    });
    if unknown {
        terminal.say("hint: say that you recognise a member (`armistice member add`), or give --trust NAME=KEY once.");
    }
}

/// How the command ends: two histories are graver than what was refused, that than a line that was cut.
fn exit_of(report: &Report) -> Exit {
    if report.conflicts() {
        Exit::NotVerified
    } else if report.broken.is_some() {
        Exit::Failed
    } else if report.refusals() {
        Exit::InputRefused
    } else {
        Exit::Done
    }
}

/// `NAME=KEY`.
fn trust(text: &str) -> Result<(MemberName, [u8; 32]), Failure> {
    let wrong = || {
        Failure::new(
            Exit::Usage,
            format!("--trust {}: not NAME=KEY", printable(text)),
            "KEY is the member's first statements key, 64 hexadecimal digits or base64; ask the member for it by another way.",
        )
    };
    let (name, key) = text.split_once('=').ok_or_else(wrong)?;
    let bytes = if key.len() == 64 { HEXLOWER.decode(key.as_bytes()) } else { BASE64.decode(key.as_bytes()) };
    let key: [u8; 32] = bytes.ok().and_then(|b| b.try_into().ok()).ok_or_else(wrong)?;
    let member = MemberName::parse(name).map_err(|_| wrong())?;
    if ed25519::key(&key).is_err() {
        return Err(wrong());
    }
    Ok((member, key))
}

fn vkey(text: &str) -> Result<VerifierKey, Failure> {
    text.parse::<VerifierKey>().map_err(|e| {
        Failure::new(Exit::Usage, format!("--witness-key: {e}"), "Write it as the witness gives it: NAME+HASH+KEY.")
    })
}

fn outside(replica: &mut Replica<Disk>, base: &str, key: &VerifierKey) -> Result<bool, Failure> {
    submit::submit(replica, base, key).map_err(|e| {
        let exit = match &e {
            SubmitError::Ahead { .. } | SubmitError::Answer(_) | SubmitError::Own(_) => Exit::NotVerified,
            SubmitError::Unpublished | SubmitError::Source(_) | SubmitError::Refused(_) => Exit::Failed,
        };
        let hint = match &e {
            SubmitError::Refused(404) => "Ask the witness's operator to add our checkpoint key: armistice key list.",
            SubmitError::Refused(_) | SubmitError::Answer(_) | SubmitError::Source(_) => {
                "Check address and key; nothing was changed."
            }
            SubmitError::Unpublished => "Make a checkpoint key, then run the command again: armistice key add.",
            SubmitError::Ahead { .. } | SubmitError::Own(_) => {
                "Sign nothing more from this folder until this is settled."
            }
        };
        Failure { exit, hint: Some(hint.to_owned()), ..Failure::from_error(&e) }
    })
}

/// A folder inside the mission would be exchanged with itself.
fn folder_outside(root: &Path, peer: &Path) -> Result<(), Failure> {
    let inside = match (root.canonicalize(), peer.canonicalize()) {
        (Ok(root), Ok(peer)) => peer.starts_with(&root) || root.starts_with(&peer),
        (Ok(_) | Err(_), _) => false,
    };
    if inside || peer.join("mission.toml").exists() {
        return Err(Failure::new(
            Exit::Usage,
            format!("{} is a mission folder, or has to do with this one", peer.display()),
            "Give a folder of its own, such as one on a USB stick; or run `armistice serve` there and give its address.",
        ));
    }
    Ok(())
}
