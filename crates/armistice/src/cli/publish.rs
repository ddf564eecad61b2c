//! `armistice publish`: makes this member's register static files, signs a checkpoint over them, copies them elsewhere.
//!
//! Must not: take a credential as an option, or decide what is safe to sign; that is in `publish`.

use super::terminal::Terminal;
use crate::{
    disk::Real,
    failure::{Exit, Failure},
    journal::{
        lock::{Access, Lock},
        register,
    },
    keys::MemberName,
    mission::Mission,
    publish::{
        Extent,
        target::{self, TargetError},
    },
};
use serde_json::json;
use std::{path::PathBuf, time::Duration};

/// How long copying waits for another process that writes: it has just written itself.
const PATIENCE: Duration = Duration::from_secs(20);

/// Publish this member's register as static files, with a signed checkpoint.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
    /// Look at everything again: make what is missing, compare and read back all, not only what is new.
    #[arg(long)]
    pub all: bool,
    /// Copy what is published to a folder, or to s3://BUCKET/PREFIX (credentials and endpoint from AWS_… variables). May be
    /// given more than once.
    #[arg(long, value_name = "PLACE")]
    pub to: Vec<String>,
    /// Stop believing what this member claims about our register. Only after it could not show the entries.
    #[arg(long, value_name = "MEMBER")]
    pub disregard: Vec<String>,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    for name in &args.disregard {
        let member = MemberName::parse(name).map_err(|e| crate::mission::no_key(&e))?;
        mission.disregard(&member)?;
    }
    let extent = if args.all { Extent::All } else { Extent::New };
    // Opened before anything is signed: a place that cannot be is said at once.
    let targets = args.to.iter().map(|to| target::open(to)).collect::<Result<Vec<_>, _>>().map_err(|e| failed(&e))?;
    let mut writer = mission.writer()?;
    for warning in &writer.warnings {
        terminal.warn(warning);
    }
    let published = writer.publish(extent)?;
    drop(writer);
    let Some(published) = published else {
        terminal.say("There is nothing to publish yet.");
        return Ok(Exit::Done);
    };
    let (size, root) = published.tip;
    let folder = register::folder(&mission.root, &mission.member);
    let mut copies = Vec::new();
    for (place, target) in args.to.iter().zip(&targets) {
        let lock = Lock::wait(&mission.root, Access::Read, PATIENCE).map_err(|e| Failure::from_error(&e))?;
        let copied = target::copy(&Real, &folder, &**target, extent).map_err(|e| failed(&e))?;
        drop(lock);
        copies.push(json!({ "to": place, "entries": copied.size, "files": copied.files }));
        if !terminal.json {
            terminal.say(&format!("Copied to {place}: {} files are new there.", copied.files));
        }
    }
    if terminal.json {
        let object = json!({
            "origin": mission.origin(&mission.member), "size": size, "root": root.hex(), "signed": published.signed,
            "files": published.files, "signatures": published.note.signatures().len(), "copies": copies,
        });
        terminal.result(&object.to_string());
    } else if published.signed {
        terminal.say(&format!("Published {size} entries, root {root}: {} files are new.", published.files));
    } else {
        terminal.say(&format!("Nothing is new: {size} entries are published, root {root}."));
    }
    Ok(Exit::Done)
}

fn failed(e: &TargetError) -> Failure {
    let failure = Failure::from_error(e);
    let exit = match e {
        TargetError::Nothing { .. } => Exit::NotFound,
        TargetError::NotBuilt { .. } | TargetError::Address { .. } => Exit::Usage,
        TargetError::Differs { .. } | TargetError::Other { .. } | TargetError::Ahead { .. } => Exit::NotVerified,
        TargetError::Raced { .. } => Exit::Denied,
        TargetError::Read { .. } | TargetError::Target { .. } => Exit::Failed,
    };
    Failure { exit, ..failure }
}
