//! `armistice init`: makes a mission folder.
//!
//! Must not: overwrite anything.

use super::terminal::Terminal;
use crate::{
    agreements,
    failure::{Exit, Failure},
    mission::{Mission, NewKeys},
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
    let new = NewKeys { join: args.join.clone(), ..NewKeys::default() };
    let mission = Mission::create_with(&args.dir, &title, &args.member, &new, adopted)?;
    for p in read.iter().flat_map(|a| &a.warnings) {
        terminal.warn(p);
    }
    if terminal.json {
        let object = serde_json::json!({
            "mission": mission.file.id,
            "title": title,
            "member": mission.member.as_str(),
            "folder": args.dir.display().to_string(),
            "agreements": read.iter().map(|a| a.agreement.id.to_string()).collect::<Vec<_>>(),
        });
        terminal.result(&object.to_string());
    } else {
        terminal.say(&format!("Made the mission “{title}” in {}, register of {}.", args.dir.display(), mission.member));
        terminal.say(&format!("Next: armistice add {} FILES…", args.dir.display()));
    }
    Ok(Exit::Done)
}
