//! `armistice test`: every incident held against every agreement anew, compared with what this member said before.
//!
//! Must not: say anything without being told to, or say again what is unchanged.

use super::terminal::Terminal;
use crate::{
    failure::{Exit, Failure},
    intake,
    mission::{self, Mission, PAYLOAD_MAX},
    retest::{self, Retest, explain, view},
};
use armistice_core::record::{self, Record};
use std::path::PathBuf;

/// Hold every incident against the agreements anew, and compare with what was said.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
    /// One incident, by its id or the beginning of it: question by question, with what speaks for and against.
    pub incident: Option<String>,
    /// As the registers were at this moment, such as 2017-01-24T12:00Z. Not together with --say.
    #[arg(long, value_name = "TIME", conflicts_with = "say")]
    pub at: Option<jiff::Timestamp>,
    /// Say what is new or changed: signed statements that take the place of the older ones.
    #[arg(long, conflicts_with = "incident")]
    pub say: bool,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    if args.say {
        return say(&mission, terminal);
    }
    let holdings = mission.read()?;
    let mut registers = mission::statements(&holdings.registers);
    if let Some(at) = args.at {
        registers = retest::as_of(registers, at.as_second());
    }
    let record = record::fold(&registers);
    let (agreements, _) = retest::usable(&record);
    let retest = retest::run(&record, &agreements, mission.member.as_str());
    warn(&record, &retest, terminal);
    let Some(given) = &args.incident else {
        print(&retest, 0, terminal);
        return Ok(Exit::Done);
    };
    match explain::find(&retest, given).as_slice() {
        [one] if terminal.json => terminal.result(&explain::json(&retest, one).to_string()),
        [one] => terminal.result(&explain::text(&retest, one)),
        [] => {
            return Err(Failure::new(
                Exit::NotFound,
                format!("no incident here has the id `{given}`"),
                "armistice brief DIR --json lists every id.",
            ));
        }
        many => {
            return Err(Failure::new(
                Exit::NotFound,
                format!("`{given}` is the beginning of {} ids", many.len()),
                "Give more of the id.",
            ));
        }
    }
    Ok(Exit::Done)
}

/// Under the writer's lock, so that nothing is said between the test and its statements.
fn say(mission: &Mission, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut writer = mission.writer()?;
    let registers = mission::statements(&writer.registers()?);
    let record = record::fold(&registers);
    let (agreements, _) = retest::usable(&record);
    let retest = retest::run(&record, &agreements, mission.member.as_str());
    warn(&record, &retest, terminal);
    let all = retest::statements(&retest);
    let (bodies, large): (Vec<_>, Vec<_>) = all.into_iter().partition(|b| intake::payload_size(b) <= PAYLOAD_MAX);
    let said = bodies.len();
    intake::say(&mut writer, bodies)?;
    writer.finish()?;
    print(&retest, said, terminal);
    if !large.is_empty() {
        return Err(Failure::new(
            Exit::Failed,
            format!("{} tests rest on more claims than one statement holds; they were not said", large.len()),
            "Judge which claims of these incidents are the same or different, and test again.",
        ));
    }
    Ok(Exit::Done)
}

fn print(retest: &Retest<'_>, said: usize, terminal: &Terminal) {
    if terminal.json {
        terminal.result(&view::json(retest, said).to_string());
    } else {
        terminal.result(&view::text(retest));
        if said > 0 {
            terminal.say(&format!("Said {said}."));
        }
    }
}

fn warn(record: &Record, retest: &Retest<'_>, terminal: &Terminal) {
    if record.agreements.is_empty() && !retest.held.is_empty() {
        terminal.warn("no agreement was adopted, so nothing is tested");
    }
    for (member, index, _) in &record.stopped {
        terminal.warn(&format!("the register of {member} could be read up to entry {index} only"));
    }
}
