//! `armistice witness`: a witness for logs of others (C2SP tlog-witness).
//!
//! Must not: cosign for a log that nobody named, or say who asks.

use super::terminal::Terminal;
use crate::{
    exchange::{copy::verifier, disk},
    failure::{Exit, Failure},
    keys::{self, KeyError, MemberKey, MemberName},
    mission::{Mission, no_key},
    serve::{
        self,
        witness::{Standing, limits, routes},
    },
    witnessing::Witness,
};
use armistice_tlog::{keyring::Role, note::VerifierKey};
use std::path::{Path, PathBuf};

/// Largest file of verifier keys: some 2,000 of the longest.
const LOGS_MAX: u64 = 4 << 20;

/// Under which name the key file of a witness has its key.
const WITNESS: &str = "witness";

/// Cosign checkpoints of other people's logs.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The witness's own folder: its key and what it cosigned. Made if it is not there. Never put back an old copy of it.
    #[arg(long, value_name = "W")]
    pub dir: PathBuf,
    /// Where to listen.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8651")]
    pub listen: String,
    /// The witness's name, as it stands in its cosignatures: a host name that is yours, and a path.
    #[arg(long, value_name = "NAME")]
    pub name: String,
    /// A file of verifier keys, one a line (`#` begins a remark): the logs that are witnessed. A key's name is its log's
    /// origin.
    #[arg(long, value_name = "FILE")]
    pub logs: Vec<PathBuf>,
    /// A mission folder: its registers are witnessed, by the checkpoint keys that they declare now.
    #[arg(long, value_name = "DIR")]
    pub mission: Vec<PathBuf>,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut logs: Vec<VerifierKey> = Vec::new();
    for file in &args.logs {
        logs.extend(read_logs(file)?);
    }
    for dir in &args.mission {
        let mission = Mission::open(dir)?;
        let replica = disk::open(&mission, &[])?;
        let keyrings = replica.copies().values().filter_map(|c| c.keyring());
        logs.extend(keyrings.flat_map(|k| k.valid(Role::Checkpoints)).filter_map(verifier));
    }
    if logs.is_empty() {
        return Err(Failure::new(
            Exit::Usage,
            "no log is named",
            "Give the verifier keys of the logs (--logs FILE), or a mission folder (--mission DIR).",
        ));
    }
    let key = key(&args.dir)?;
    let failed = |e: &crate::witnessing::WitnessError| e.failure();
    let witness = Witness::open(&args.dir.join("state"), &args.name, key.signing_key().clone());
    let witness = witness.map_err(|e| failed(&e))?;
    let vkey = witness.verifier().to_string();
    let count = logs.len();
    let running = serve::start(&args.listen, routes(Standing::new(witness, logs)), limits(), true, None)?;
    let address = format!("http://{}", running.address);
    if terminal.json {
        terminal.result(&serde_json::json!({ "address": address, "vkey": vkey, "keys": count }).to_string());
    } else {
        terminal.result(&format!("{vkey}\nwitnessing at {address}, {count} keys of logs"));
    }
    running.wait()?;
    Ok(Exit::Done)
}

/// The witness's key; a new folder gets a new one.
fn key(dir: &Path) -> Result<MemberKey, Failure> {
    let member = MemberName::parse(WITNESS).map_err(|e| no_key(&e))?;
    let path = dir.join("witness.key");
    let passphrases = keys::passphrase::Passphrases::of_process();
    match MemberKey::load_at(&path, &member, Role::Witness, &passphrases) {
        Err(KeyError::Missing { .. }) => {
            if dir.join("state").exists() {
                return Err(Failure::new(
                    Exit::NotVerified,
                    format!("{} has the state of a witness and no key", dir.display()),
                    "Put the key back, or begin with a new folder.",
                ));
            }
            crate::durable::create_folder(dir).map_err(|e| Failure::from_error(&e))?;
            MemberKey::generate_at(&path, &member, Role::Witness, None).map_err(|e| no_key(&e))
        }
        other => other.map_err(|e| no_key(&e)),
    }
}

fn read_logs(file: &Path) -> Result<Vec<VerifierKey>, Failure> {
    let missing =
        || Failure::new(Exit::NotFound, format!("{} is not there", file.display()), "Write one verifier key a line.");
    let bytes = disk::read_file(file, LOGS_MAX)?.ok_or_else(missing)?;
    let text = String::from_utf8_lossy(&bytes);
    let lines = text.lines().enumerate().map(|(i, l)| (i + 1, l.split('#').next().unwrap_or_default().trim()));
    lines
        .filter(|(_, l)| !l.is_empty())
        .map(|(n, line)| {
            line.parse::<VerifierKey>().map_err(|e| {
                Failure::new(
                    Exit::InputRefused,
                    format!("{}, line {n}: {e}", file.display()),
                    "A verifier key is NAME+HASH+KEY, as the log publishes it.",
                )
            })
        })
        .collect()
}
