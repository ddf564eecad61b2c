//! `armistice init`: makes a mission folder.
//!
//! Must not: overwrite anything.

use super::terminal::Terminal;
use crate::{
    agreements,
    failure::{Exit, Failure},
    keys::passphrase::Passphrases,
    mission::{Mission, NewKeys, no_key},
};
use std::path::PathBuf;

/// Make a mission folder.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder to make.
    pub dir: PathBuf,
    /// The agreement that incidents are held against: a TOML file (see docs/agreement-language.md). May be given more
    /// than once; without one, nothing is tested.
    #[arg(long, value_name = "FILE")]
    pub agreement: Vec<PathBuf>,
    /// Your organisation's short name: lower-case letters, digits and hyphens.
    #[arg(long, value_name = "NAME")]
    pub member: String,
    /// What the mission calls itself.
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Join a mission that others have begun: its id, as in their mission.toml. Then recognise each other and sync.
    #[arg(long, value_name = "ID")]
    pub join: Option<String>,
    /// Make a recovery key too, in this file: on a medium that does not stay with this machine.
    #[arg(long, value_name = "FILE")]
    pub recovery: Option<PathBuf>,
    /// Do not protect the key files. Without this, a passphrase is asked for on a terminal, or read from the file that
    /// ARMISTICE_PASSPHRASE_FILE names.
    #[arg(long)]
    pub no_passphrase: bool,
    /// Where sealed content is kept, on a volume of its own; else in the folder.
    #[arg(long, value_name = "PATH")]
    pub vault: Option<PathBuf>,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    // Everything that can be refused is read before anything is made.
    let read = args.agreement.iter().map(|f| agreements::read_file(f)).collect::<Result<Vec<_>, _>>()?;
    let title = args.title.clone().unwrap_or_else(|| {
        let name = args.dir.file_name().map(|n| n.to_string_lossy().into_owned());
        let named = read.first().map(|a| a.agreement.title.clone());
        named.or(name).unwrap_or_else(|| "Mission".to_owned())
    });
    let adopted = read.iter().flat_map(agreements::adopt).collect();
    let passphrase =
        if args.no_passphrase { None } else { Passphrases::of_process().choose().map_err(|e| no_key(&e.into()))? };
    let protected = passphrase.is_some();
    let new = NewKeys { passphrase, recovery: args.recovery.clone(), join: args.join.clone() };
    let mut mission = Mission::create_with(&args.dir, &title, &args.member, &new, adopted)?;
    if let Some(vault) = &args.vault {
        mission.place_vault(vault)?;
    }
    if !protected && !args.no_passphrase {
        terminal.warn(&format!(
            "the keys in {} have no passphrase: whoever reads that folder can sign as {}. To change that: armistice key \
             protect {}",
            mission.keys().display(),
            mission.member,
            args.dir.display()
        ));
    }
    if args.recovery.is_some() {
        terminal.say(super::key::KEEP_AWAY);
    }
    for p in read.iter().flat_map(|a| &a.warnings) {
        terminal.warn(p);
    }
    if terminal.json {
        let object = serde_json::json!({
            "mission": mission.file.id,
            "title": title,
            "member": mission.member.as_str(),
            "folder": args.dir.display().to_string(),
            "protected": protected,
            "agreements": read.iter().map(|a| a.agreement.id.to_string()).collect::<Vec<_>>(),
        });
        terminal.result(&object.to_string());
    } else {
        terminal.say(&format!("Made the mission “{title}” in {}, register of {}.", args.dir.display(), mission.member));
        terminal.say(&format!("Next: armistice add {} FILES…", args.dir.display()));
    }
    Ok(Exit::Done)
}
