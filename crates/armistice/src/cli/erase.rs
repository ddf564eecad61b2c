//! `armistice erase`: destroys sealed content in the vault, and says so.
//!
//! Must not: promise more than it does: copies whose keys left the vault stay readable.

use super::{disclose::item_id, terminal::Terminal};
use crate::{
    failure::{Exit, Failure},
    mission::Mission,
    sealed,
    vault::ring::Scope,
};
use serde_json::json;
use std::path::PathBuf;

/// Destroy sealed content in the vault.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
    /// The sealed item: itm-…
    pub item: String,
    /// The rule or request that it is done under. It stands in the register for good; name nobody.
    #[arg(long, value_name = "TEXT")]
    pub basis: String,
    /// What to destroy.
    #[arg(long, value_enum)]
    pub scope: What,
    /// Who decided it; your member's name if left out.
    #[arg(long, value_name = "TEXT")]
    pub by: Option<String>,
}

/// How much is destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum What {
    /// Values and salts; attached files stay.
    Fields,
    /// Everything.
    All,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let item = item_id(&args.item)?;
    let scope = match args.scope {
        What::Fields => Scope::Fields,
        What::All => Scope::All,
    };
    let by = args.by.clone().unwrap_or_else(|| mission.member.as_str().to_owned());
    sealed::erase(&mission, &item, scope, &args.basis, &by)?;
    if terminal.json {
        terminal.result(&json!({ "item": item.as_str(), "scope": scope.id() }).to_string());
    } else {
        terminal.say(&format!("Destroyed ({}) in the vault: {item}. The register says so.", scope.id()));
        terminal.say("Copies whose keys left the vault stay readable: backups of the vault, released fields, escrow.");
    }
    Ok(Exit::Done)
}
