//! `armistice record`: entries of the ledgers from a file, and what follows from all of them.
//!
//! Must not: say of anybody who recorded something that it did it, or print a zero without what could be observed.

pub(crate) mod calls;
mod coders;
pub(crate) mod concordance;
pub(crate) mod coverage;
mod grade;
pub(crate) mod take;
mod words;

use super::terminal::Terminal;
use crate::{
    agreements::{self, AgreementFile},
    failure::{Exit, Failure},
    mission::{self, Mission},
};
use armistice_core::{
    ledger::{self, Ledgers, Period},
    record::{self, Record},
    time::Moment,
};
use std::path::{Path, PathBuf};

/// Enter bulletins, observations, coverage and the like; reconcile them.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Args {
    /// The mission folder.
    #[arg(required = true)]
    pub dir: Option<PathBuf>,
    /// A TOML file with any number of entries (docs/ledgers.md).
    #[arg(long, value_name = "FILE", required = true)]
    pub from: Option<PathBuf>,
    /// Take the sound entries of a file that has broken ones, and end with code 3. Else none is taken.
    #[arg(long)]
    pub partial: bool,
    /// What follows from the entries.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What follows from the entries.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// The recorders' lists side by side: who has what, what the other confirms, what no guarantor has.
    Concordance(Stretch),
    /// What could be observed, where and when; access and obstruction.
    Coverage(Stretch),
    /// Calls over hotlines, with their clocks.
    Calls(Stretch),
    /// Show a claim to an assessor, blind to the letters of its sources if asked, and enter the grade of its information.
    Grade(grade::Grade),
    /// How far coders agree, and what they disagree on.
    AgreementOfCoders {
        /// The mission folder.
        dir: PathBuf,
    },
}

/// A mission and a period.
#[derive(Debug, clap::Args)]
pub struct Stretch {
    /// The mission folder.
    pub dir: PathBuf,
    /// From this day on, such as 2017-01-15.
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Up to this day, inclusive.
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
}

impl Stretch {
    pub(crate) fn period(&self) -> Result<Period, Failure> {
        let day = |text: &Option<String>| -> Result<Option<Moment>, Failure> {
            let Some(text) = text else { return Ok(None) };
            let day: Option<Moment> = text.parse().ok();
            day.filter(|m| m.time.is_none())
                .map(Some)
                .ok_or_else(|| Failure::new(Exit::Usage, format!("`{text}` is no day"), "Write it as 2017-01-15."))
        };
        let period = Period { from: day(&self.from)?, to: day(&self.to)? };
        if period.from.zip(period.to).is_some_and(|(a, b)| a > b) {
            return Err(Failure::new(Exit::Usage, "the period ends before it begins", "Turn the two round."));
        }
        Ok(period)
    }
}

/// What the registers of a folder give.
struct Held {
    ledgers: Ledgers,
    agreements: Vec<AgreementFile>,
}

impl Held {
    fn of(record: &Record) -> Self {
        Self { ledgers: ledger::fold(&record.ledger), agreements: agreements::of_record(record).0 }
    }

    fn open(dir: &Path, terminal: &Terminal) -> Result<Self, Failure> {
        let mission = Mission::open(dir)?;
        let holdings = mission.read()?;
        let record = record::fold(&mission::statements(&holdings.registers));
        for (member, index, why) in &record.stopped {
            terminal.warn(&format!("the register of {member} is read up to #{index}: {why}"));
        }
        let held = Self::of(&record);
        for (at, why) in &held.ledgers.irregular {
            terminal.warn(&format!("{} #{} is kept apart: {why}", at.member, at.index));
        }
        Ok(held)
    }
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    match (&args.command, &args.dir, &args.from) {
        (Some(Command::Concordance(of)), _, _) => {
            concordance::run(&Held::open(&of.dir, terminal)?, &of.period()?, terminal)
        }
        (Some(Command::Coverage(of)), _, _) => coverage::run(&Held::open(&of.dir, terminal)?, &of.period()?, terminal),
        (Some(Command::Calls(of)), _, _) => calls::run(&Held::open(&of.dir, terminal)?, &of.period()?, terminal),
        (Some(Command::Grade(of)), _, _) => grade::run(of, terminal),
        (Some(Command::AgreementOfCoders { dir }), _, _) => coders::run(&Held::open(dir, terminal)?, terminal),
        (None, Some(dir), Some(from)) => take::run(dir, from, args.partial, terminal),
        (None, _, _) => {
            Err(Failure::new(Exit::Usage, "a folder and --from FILE are needed", "See armistice help record."))
        }
    }
}
