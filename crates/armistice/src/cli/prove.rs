//! `armistice prove`: writes a statement with its proof into one file, for somebody who has nothing else.
//!
//! Must not: write over a file, or keep quiet about what the file does not prove.

use super::{terminal::Terminal, verify::render};
use crate::{
    durable::{self, DurableError},
    failure::{Exit, Failure},
    mission::Mission,
    prove::{Wanted, prove},
};
use std::path::PathBuf;

/// Prove a statement to somebody who has nothing of the mission.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
    /// The statement: its id in hexadecimal or base32, or MEMBER#INDEX.
    pub id: String,
    /// The file to write; it ends in .armistice.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Put in the fields that `armistice disclose --out` wrote into this file.
    #[arg(long, value_name = "FILE")]
    pub disclose: Option<PathBuf>,
    /// Put in the originals that the statement names.
    #[arg(long)]
    pub blobs: bool,
    /// Put in a file that the statement names. May be given more than once.
    #[arg(long, value_name = "FILE")]
    pub blob: Vec<PathBuf>,
    /// Prove it in the checkpoint that witnesses saw first, not in the newest: an earlier time, and fewer key entries.
    #[arg(long)]
    pub earliest: bool,
    /// Put in a COSE receipt (RFC 9942), and ask for the passphrase of the checkpoints key if it has one. Without this a
    /// receipt goes in if the register is this member's and its key has no passphrase.
    #[arg(long)]
    pub receipt: bool,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let wanted = Wanted {
        disclosed: args.disclose.as_deref(),
        blobs: args.blobs,
        files: &args.blob,
        earliest: args.earliest,
        receipt: args.receipt,
    };
    let proved = prove(&mission, &args.id, &wanted)?;
    durable::create(&args.out, &proved.bytes).map_err(|e| {
        let hint = match e {
            DurableError::Exists { .. } => "Choose a name that is not taken.",
            _ => "Choose a folder that you may write to.",
        };
        Failure::new(Exit::Failed, e.to_string(), hint)
    })?;
    if let Some(why) = &proved.no_receipt {
        terminal.say(&format!("Note: {why}."));
    }
    if terminal.json {
        terminal.result(proved.verdict.to_json().trim_end());
    } else {
        terminal.say(&format!("Wrote {} ({} bytes).", args.out.display(), proved.bytes.len()));
        terminal.say("For a reader who has the register's key from elsewhere, it says:");
        terminal.result(render(&proved.verdict, terminal).trim_end());
    }
    Ok(Exit::Done)
}
