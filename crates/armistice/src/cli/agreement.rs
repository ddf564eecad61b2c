//! `armistice agreement`: agreement files checked, shown and compared; their obligations and phases in a mission.
//!
//! Must not: judge. The core reads the file and computes the states; this prints them.

pub(crate) mod mission;
pub(crate) mod show;

use super::{
    case::write,
    terminal::{Terminal, Tone, printable},
};
use crate::{
    agreements::{self, AgreementFile},
    failure::{Exit, Failure},
};
use armistice_core::{
    agreement::{
        self,
        diff::{Change, Difference},
        problem::{Problem, Severity},
    },
    scope::Answer,
    statement::casework::{Casework, ConfirmationGiven},
};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Agreement files, and what they mean in a mission.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do with agreements.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Check agreement files: every problem, with its line and what to do.
    Check {
        /// The files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Show an agreement file, or the agreements that a mission adopted.
    Show {
        /// An agreement file or a mission folder.
        path: PathBuf,
    },
    /// Say what differs between two agreement files, and what it means for incidents.
    Diff {
        /// The first file: the earlier version.
        a: PathBuf,
        /// The second file: the later version.
        b: PathBuf,
    },
    /// Say how the obligations stand, by their clocks and by what was reported.
    Obligations(AtArgs),
    /// Say how the phases stand: what was agreed can hold one back, what one side declares is shown.
    Phases(AtArgs),
    /// Say, as a guarantor, whether something is so that an agreed condition asks the guarantors to confirm.
    Confirm(Confirm),
}

/// A mission, and a moment.
#[derive(Debug, clap::Args)]
pub struct AtArgs {
    /// The mission folder.
    pub dir: PathBuf,
    /// As things stood at this moment: a day (its beginning in the agreement's time zone) or a time such as
    /// 2017-06-05T12:00:00Z. Without it: now.
    #[arg(long, value_name = "DATE")]
    pub at: Option<String>,
}

/// A guarantor's word.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("word").required(true).args(["answer", "take_back"]))]
pub struct Confirm {
    /// The mission folder.
    pub dir: PathBuf,
    /// What the condition asks: the id of a statement of the agreement, or its words.
    pub what: String,
    /// yes, no or cannot_be_determined.
    #[arg(long, value_name = "ANSWER", value_parser = super::case::word::<Answer>)]
    pub answer: Option<Answer>,
    /// Take back what this member said before.
    #[arg(long)]
    pub take_back: bool,
    #[command(flatten)]
    pub under: super::case::Under,
    #[command(flatten)]
    pub words: super::case::Words,
}

fn confirm(args: &Confirm, terminal: &Terminal) -> Result<Exit, Failure> {
    let body = |desk: &write::Desk| {
        Ok(Casework::Confirmed(ConfirmationGiven {
            agreement: desk.agreement(args.under.agreement.as_deref())?,
            what: args.what.clone(),
            answer: args.answer,
            why: write::words(&args.words)?,
        }))
    };
    write::say(&args.dir, body, terminal)
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    match &args.command {
        Command::Check { files } => check(files, terminal),
        Command::Show { path } => show::run(path, terminal),
        Command::Diff { a, b } => diff(a, b, terminal),
        Command::Obligations(args) => mission::obligations(args, terminal),
        Command::Phases(args) => mission::phases(args, terminal),
        Command::Confirm(args) => confirm(args, terminal),
    }
}

/// What one file came to.
struct Checked {
    file: PathBuf,
    title: Option<String>,
    problems: Vec<Problem>,
    /// It could not be read at all.
    unreadable: Option<String>,
}

impl Checked {
    fn refused(&self) -> bool {
        self.title.is_none()
    }

    fn json(&self) -> Value {
        let problems = self.problems.iter().map(problem).collect::<Vec<_>>();
        json!({
            "file": self.file.display().to_string(),
            "accepted": !self.refused(),
            "unreadable": self.unreadable,
            "problems": problems,
        })
    }
}

fn problem(p: &Problem) -> Value {
    let severity = match p.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    json!({
        "line": p.line,
        "column": p.column,
        "severity": severity,
        "code": p.code.code(),
        "path": p.path,
        "sentence": p.sentence,
        "next_step": p.next_step,
    })
}

fn checked(file: &Path) -> (Checked, Option<Exit>) {
    let made = |title, problems, unreadable| Checked { file: file.to_path_buf(), title, problems, unreadable };
    match agreements::bytes_of(file) {
        Err(failure) => (made(None, Vec::new(), Some(failure.sentence)), Some(failure.exit)),
        Ok(bytes) => match std::str::from_utf8(&bytes) {
            Err(e) => {
                let line = bytes.get(..e.valid_up_to()).map_or(1, |b| b.split(|c| *c == b'\n').count());
                let why =
                    format!("{}:{line}: byte {} is not UTF-8; save the file as UTF-8", file.display(), e.valid_up_to());
                (made(None, Vec::new(), Some(why)), None)
            }
            Ok(text) => {
                let (agreement, problems) = agreement::parse(text);
                (made(agreement.map(|a| format!("{}: {}", a.id, a.title)), problems, None), None)
            }
        },
    }
}

fn check(files: &[PathBuf], terminal: &Terminal) -> Result<Exit, Failure> {
    let mut exit = Exit::Done;
    let mut list = Vec::new();
    for file in files {
        let (one, failed) = checked(file);
        match (one.refused(), failed, exit) {
            // A refused file outweighs one that is not there: the answer to "is it good?" is no.
            (true, None, _) => exit = Exit::InputRefused,
            (true, Some(why), Exit::Done) => exit = why,
            _ => {}
        }
        list.push(one);
    }
    if terminal.json {
        let files = list.iter().map(Checked::json).collect::<Vec<_>>();
        terminal.result(&json!({ "files": files }).to_string());
        return Ok(exit);
    }
    for one in &list {
        let file = one.file.display().to_string();
        for p in &one.problems {
            terminal.result(&printable(&format!("{file}:{p}")));
        }
        if let Some(why) = &one.unreadable {
            terminal.result(&printable(why));
        }
        let errors = one.problems.iter().filter(|p| p.severity() == Severity::Error).count();
        let warnings = one.problems.len() - errors;
        match &one.title {
            Some(title) if warnings == 0 => terminal.result(&printable(&format!("{file}: good: {title}"))),
            Some(title) => {
                terminal.result(&printable(&format!("{file}: good, with {}: {title}", number(warnings, "warning"))))
            }
            None if errors > 0 => terminal.result(&printable(&format!("{file}: refused: {}", number(errors, "error")))),
            None => {}
        }
    }
    Ok(exit)
}

fn number(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}

fn diff(a: &Path, b: &Path, terminal: &Terminal) -> Result<Exit, Failure> {
    let (a, b) = (agreements::read_file(a)?, agreements::read_file(b)?);
    let found = agreement::diff::diff(&a.agreement, &b.agreement);
    let meaning = found.meaning(&a.agreement, &b.agreement);
    if terminal.json {
        let list = found.list.iter().map(difference).collect::<Vec<_>>();
        terminal.result(&json!({ "a": head(&a), "b": head(&b), "meaning": meaning, "differences": list }).to_string());
        return Ok(Exit::Done);
    }
    let mut kind = "";
    for d in &found.list {
        if d.kind != kind {
            kind = d.kind;
            terminal.result(&terminal.tone(Tone::Strong, kind));
        }
        let id = if d.id.is_empty() { String::new() } else { format!(" {}", d.id) };
        let items = |sign: &str, list: &[String]| list.iter().map(|v| format!("      {sign} {v}")).collect::<Vec<_>>();
        let lines = match &d.change {
            Change::Added => vec![format!("  +{id}")],
            Change::Removed => vec![format!("  -{id}")],
            Change::Field { field, gone, new } => {
                let mut lines = vec![format!("  ~{id} {field} ({})", d.touches.id())];
                lines.extend(items("-", gone));
                lines.extend(items("+", new));
                lines
            }
        };
        for line in lines {
            terminal.result(&printable(&line));
        }
    }
    terminal.result(&terminal.tone(Tone::Strong, "what it means"));
    for line in meaning {
        terminal.result(&format!("  {}", printable(&line)));
    }
    Ok(Exit::Done)
}

fn head(file: &AgreementFile) -> Value {
    let a = &file.agreement;
    json!({ "id": a.id.as_str(), "version": a.version, "sha256": data_encoding::HEXLOWER.encode(&file.sha256) })
}

fn difference(d: &Difference) -> Value {
    let (change, field, gone, new) = match &d.change {
        Change::Added => ("added", None, None, None),
        Change::Removed => ("removed", None, None, None),
        Change::Field { field, gone, new } => ("changed", Some(field), Some(gone), Some(new)),
    };
    json!({
        "kind": d.kind, "id": d.id, "change": change, "field": field, "gone": gone, "new": new, "touches": d.touches.id(),
    })
}
