//! `case list` and `case show`: how the cases stand, now or as of a time.
//!
//! Must not: write. The time of the reading is the clock's or the reader's own choice, and is printed.

use super::{List, Show, view, write};
use crate::{
    cases,
    cli::terminal::Terminal,
    clock,
    failure::{Exit, Failure},
    mission::{Mission, statements},
    output::case_v1,
};
use armistice_core::{
    case::Cases,
    record::{self, Record},
};
use std::path::Path;

pub(super) fn open(dir: &Path, at: Option<i64>) -> Result<(Record, Cases, i64), Failure> {
    let now = at.unwrap_or_else(clock::now);
    let holdings = Mission::open(dir)?.read()?;
    let record = record::fold(&statements(&holdings.registers));
    let cases = cases::of_record(&record, &cases::agreements(&record), now);
    Ok((record, cases, now))
}

/// Lists cases, seats, and what is not allowed.
pub(super) fn list(args: &List, terminal: &Terminal) -> Result<Exit, Failure> {
    let (record, cases, now) = open(&args.dir, args.at.at)?;
    let value = case_v1::list(&cases, &record.misbegun, now);
    terminal.result(&if terminal.json { value.to_string() } else { view::list(&value) });
    Ok(Exit::Done)
}

/// Shows a case.
pub(super) fn show(args: &Show, terminal: &Terminal) -> Result<Exit, Failure> {
    let (_, cases, now) = open(&args.which.dir, args.at.at)?;
    let case = write::find(&cases, &args.which.case)?;
    let value = case_v1::case(case, &cases, now);
    terminal.result(&if terminal.json { value.to_string() } else { view::case(&value) });
    Ok(Exit::Done)
}
