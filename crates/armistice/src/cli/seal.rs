//! `armistice seal`: commits to fields without showing them. Values come from a file or from standard input.
//!
//! Must not: take a value in an option, or repeat a name, a path or a value anywhere.

use super::terminal::Terminal;
use crate::{
    blobs::MAX_BLOB,
    failure::{Exit, Failure},
    mission::Mission,
    sealed::{self, Fresh, fields},
    vault::Attached,
};
use serde_json::json;
use std::{
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
};
use zeroize::Zeroizing;

/// Seal fields: commit to them without showing them.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
    /// A TOML file with the fields; `-` is standard input. Nested tables become paths: source.phone.
    #[arg(long, value_name = "FILE")]
    pub from: PathBuf,
    /// A file to seal with them. Its name and kind are sealed too. May be given more than once.
    #[arg(long, value_name = "FILE")]
    pub attach: Vec<PathBuf>,
    /// A public label. It stands in the register for good; name no person and no place of a source.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub about: String,
    /// A member that it is to be opened together with: not before it has sealed its own under the same label.
    #[arg(long, value_name = "MEMBER")]
    pub together: Vec<String>,
    /// Say nothing now: keep it until the next beat (see `armistice beat`).
    #[arg(long)]
    pub queue: bool,
}

/// Reads a file whose name nobody may learn from an error.
fn read(path: &Path, what: &str, most: u64) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let refused = |why: &dyn std::fmt::Display| {
        Failure::new(
            Exit::InputRefused,
            format!("{what}: {why}"),
            "Nothing was sealed. Check the file, then try again.",
        )
    };
    let mut bytes = Zeroizing::new(Vec::new());
    let read = if path.as_os_str() == "-" {
        std::io::stdin().lock().take(most + 1).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|f| f.take(most + 1).read_to_end(&mut bytes))
    };
    read.map_err(|e| refused(&e.kind()))?;
    if bytes.len() as u64 > most {
        return Err(refused(&format!("more than {most} bytes")));
    }
    Ok(bytes)
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let text = read(&args.from, "the fields", fields::TEXT_MAX as u64)?;
    let fields = fields::read(&text)
        .map_err(|e| Failure::new(Exit::InputRefused, e.to_string(), "Nothing was sealed; see docs/sealed.md."))?;
    let mut attached = Vec::new();
    for (n, path) in args.attach.iter().enumerate() {
        let bytes = read(path, &format!("attachment {}", n + 1), MAX_BLOB)?;
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let media_type = Zeroizing::new("application/octet-stream".to_owned());
        attached.push(Attached { name: Zeroizing::new(name), media_type, bytes });
    }
    let fresh = Fresh { fields, attached, about: args.about.clone(), together: args.together.clone() };
    let kept = sealed::seal(&mission, &fresh, args.queue)?;
    if terminal.json {
        let object = json!({
            "item": kept.item.as_str(),
            "fields_at_most": kept.leaves,
            "files": kept.attachments,
            "index": kept.index,
            "waiting": kept.waiting,
            "protected": kept.protected,
        });
        terminal.result(&object.to_string());
        return Ok(Exit::Done);
    }
    terminal.result(kept.item.as_str());
    match kept.index {
        Some(index) => terminal.say(&format!("Sealed, and said in #{index}: at most {} fields.", kept.leaves)),
        None => terminal.say("Sealed; nothing is said before the next beat."),
    }
    if !kept.protected {
        terminal
            .say("The vault key has no passphrase: whoever has the vault reads it (docs/sealed.md, \"The vault\").");
    }
    if kept.waiting > 0 {
        terminal.say(&format!("Waiting for a beat: {} (armistice beat {}).", kept.waiting, args.dir.display()));
    }
    Ok(Exit::Done)
}
