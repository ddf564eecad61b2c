//! `armistice disclose`: opens single fields for one receiver, in a file, and records the release. Or checks such a file.
//!
//! Must not: write a field anywhere but into that file, or hand one out that was not recorded first.

use super::terminal::Terminal;
use crate::{
    durable,
    failure::{Exit, Failure},
    mission::{self, Mission},
    sealed::{self, Release, file, view},
    vault,
};
use armistice_core::id::ItemId;
use serde_json::json;
use std::{
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
};
use zeroize::Zeroizing;

/// Open single fields of a sealed item for one receiver.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
    /// The sealed item: itm-…
    #[arg(required_unless_present = "check")]
    pub item: Option<String>,
    /// A field to open: source.phone. May be given more than once.
    #[arg(long, value_name = "PATH")]
    pub field: Vec<String>,
    /// Open every field.
    #[arg(long)]
    pub every_field: bool,
    /// Open the attached files: their ciphertexts are put into the folder FILE.files beside the file.
    #[arg(long)]
    pub files: bool,
    /// To whom. It stands in the register for good.
    #[arg(long, value_name = "TEXT", required_unless_present = "check")]
    pub to: Option<String>,
    /// Why. It stands in the register for good.
    #[arg(long, value_name = "TEXT", required_unless_present = "check")]
    pub why: Option<String>,
    /// The file to write.
    #[arg(long, value_name = "FILE", required_unless_present = "check")]
    pub out: Option<PathBuf>,
    /// Until when it may be used (a day, such as 2027-01-31). It is an agreement; nothing enforces it.
    #[arg(long, value_name = "DATE")]
    pub until: Option<jiff::civil::Date>,
    /// Encrypt the file to this age recipient (age1…). May be given more than once; each can open it alone.
    #[arg(long, value_name = "RECIPIENT")]
    pub recipient: Vec<String>,
    /// Check a disclosure file against the registers held here, and print what it opens.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["item", "field", "to", "why", "out", "until", "recipient"])]
    pub check: Option<PathBuf>,
    /// With --check: write the opened files, decrypted, into this folder.
    #[arg(long, value_name = "FOLDER", requires = "check")]
    pub into: Option<PathBuf>,
}

/// An item's id as it was typed.
pub(super) fn item_id(text: &str) -> Result<ItemId, Failure> {
    ItemId::parse(text).ok_or_else(|| {
        let sentence = format!("`{text}` is no id of a sealed item");
        Failure::new(Exit::Usage, sentence, "Such an id begins with itm- and has 16 letters after it.")
    })
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    if let Some(path) = &args.check {
        return check(&mission, path, args.into.as_deref(), terminal);
    }
    let (Some(item), Some(to), Some(why), Some(out)) = (&args.item, &args.to, &args.why, &args.out) else {
        return Err(Failure::new(
            Exit::Usage,
            "an item, --to, --why and --out are needed",
            "armistice disclose --help",
        ));
    };
    let item = item_id(item)?;
    let mut recipients = Vec::new();
    for text in &args.recipient {
        recipients.push(text.parse().map_err(|_| {
            Failure::new(Exit::Usage, "a recipient is not one of age (age1…)", "Ask the receiver for `age-keygen -y`.")
        })?);
    }
    let until = match args.until {
        None => None,
        Some(day) => Some(end_of(day)?),
    };
    let release = Release {
        item: &item,
        paths: &args.field,
        every_field: args.every_field,
        files: args.files,
        to,
        why,
        until,
        out,
        recipients: &recipients,
    };
    let fields = sealed::disclose(&mission, &release)?;
    if terminal.json {
        terminal.result(&json!({ "item": item.as_str(), "fields": fields, "to": to }).to_string());
    } else {
        terminal
            .say(&format!("Opened {fields} of its fields and files in {}; the release is recorded.", out.display()));
        if recipients.is_empty() {
            terminal.say("The file is not encrypted. Hand it over in person, or encrypt it: --recipient age1…");
        }
    }
    Ok(Exit::Done)
}

/// The last second of a day, UTC.
fn end_of(day: jiff::civil::Date) -> Result<i64, Failure> {
    let end = day.at(23, 59, 59, 0).to_zoned(jiff::tz::TimeZone::UTC);
    end.map(|z| z.timestamp().as_second())
        .map_err(|e| Failure::new(Exit::Usage, format!("--until: {e}"), "A day, such as 2027-01-31."))
}

fn check(mission: &Mission, path: &Path, into: Option<&Path>, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut bytes = Zeroizing::new(Vec::new());
    let read = File::open(path).and_then(|f| f.take(file::FILE_MAX as u64 + 1).read_to_end(&mut bytes));
    read.map_err(|e| {
        Failure::new(Exit::NotFound, format!("{}: {e}", path.display()), "Name a file that `disclose --out` wrote.")
    })?;
    let holdings = mission.read()?;
    let registers = mission::statements(&holdings.registers);
    let file = sealed::check_file(&registers, &bytes).map_err(|e| Failure {
        exit: Exit::NotVerified,
        hint: Some("Do not rely on it. Is the register of its member here, and as new as the file?".to_owned()),
        ..Failure::from_error(&e)
    })?;
    if let Some(folder) = into {
        let written = |e: &dyn std::fmt::Display| {
            Failure::new(Exit::Failed, e.to_string(), "Choose an empty folder that you may write to: --into FOLDER")
        };
        durable::create_folder(folder).map_err(|e| written(&e))?;
        for (n, a) in file.files.iter().enumerate() {
            let content = vault::open_attachment(&sealed::beside(path), &file.item, a)
                .map_err(|e| Failure { exit: Exit::NotVerified, ..Failure::from_error(&e) })?;
            // The name is of outside origin: only its last part is taken, and a number in front keeps two apart.
            let name = Path::new(a.name.as_str()).file_name().map(|n| n.to_string_lossy().into_owned());
            let name = format!("{}-{}", n + 1, super::terminal::printable(&name.unwrap_or_default()));
            durable::create(&folder.join(name), &content).map_err(|e| written(&e))?;
        }
    }
    let until = file.until.and_then(|t| jiff::Timestamp::from_second(t).ok()).map(|t| t.to_string());
    let fields: Vec<_> =
        file.disclosures.iter().map(|d| json!({ "path": d.path(), "value": view::shown(d.value()) })).collect();
    if terminal.json {
        let object = json!({
            "item": file.item.as_str(), "sealed_by": file.member, "statement": file.statement.hex(),
            "to": file.to, "until": until, "fields": fields, "files": file.files.len(),
        });
        terminal.result(&object.to_string());
        return Ok(Exit::Done);
    }
    let mut out = format!("{} was sealed by {} in statement {}\n", file.item, file.member, file.statement.hex());
    out.push_str(&format!(
        "handed to {}, to be used {}\n",
        super::terminal::printable(&file.to),
        until.map_or_else(|| "without a limit of time".to_owned(), |t| format!("until {t}"),)
    ));
    for d in &file.disclosures {
        let value = view::shown(d.value());
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        out.push_str(&format!("  {}: {}\n", super::terminal::printable(d.path()), super::terminal::printable(&value)));
    }
    if !file.files.is_empty() {
        out.push_str(&format!("  files: {}\n", file.files.len()));
    }
    terminal.result(&out);
    Ok(Exit::Done)
}
