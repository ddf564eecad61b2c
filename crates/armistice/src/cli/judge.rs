//! `armistice judge`: a person says whether two claims or incidents are about one event.
//!
//! Must not: judge. It says what a person judged, and why.

use super::terminal::{Terminal, printable};
use crate::{
    brief,
    failure::{Exit, Failure},
    intake, judgement,
    mission::{self, Mission},
    output::{brief_v1::Brief, text},
};
use armistice_core::{named::Named as _, record::Register, statement::Verdict};
use clap::ValueEnum;
use serde_json::json;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

/// Say whether two claims or incidents are about one event.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
    /// What was judged.
    #[arg(value_enum)]
    pub verdict: VerdictArg,
    /// A claim or an incident: its id or the beginning of it.
    pub a: String,
    /// The other one.
    pub b: String,
    /// Why, in a sentence: what was looked at.
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
}

/// What was judged.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum VerdictArg {
    /// One event.
    Same,
    /// Different events.
    Different,
    /// It cannot be told; they are not joined without more.
    Unsure,
}

fn verdict(v: VerdictArg) -> Verdict {
    match v {
        VerdictArg::Same => Verdict::Same,
        VerdictArg::Different => Verdict::Different,
        VerdictArg::Unsure => Verdict::Unsure,
    }
}

fn compose(mission: &Mission, registers: &[Register]) -> brief::Composed {
    brief::of(brief::Source {
        id: &mission.file.id,
        title: &mission.file.title,
        registers,
        as_of: vec![],
        without: BTreeSet::new(),
    })
}

/// Runs it, under the writer's lock, so that nothing is said between the look and the judgement.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    let mut writer = mission.writer()?;
    let before = compose(&mission, &mission::statements(&writer.registers()?));
    let (verdict, member) = (verdict(args.verdict), mission.member.as_str());
    let pairs = judgement::pairs(&before.brief, &before.record, member, (&args.a, &args.b), verdict, &args.reason)?;
    let bodies = judgement::bodies(&pairs, verdict, &args.reason);
    let (first, said) = (writer.size(), bodies.len());
    for warning in &writer.warnings {
        terminal.warn(warning);
    }
    if said > 0 {
        intake::say(&mut writer, bodies)?;
        writer.finish()?;
    } else {
        drop(writer);
    }
    let after = compose(&mission, &mission::statements(&mission.read()?.registers)).brief;
    let claims: BTreeSet<&str> = pairs.iter().flat_map(|p| [p.a.as_str(), p.b.as_str()]).collect();
    let stands = incidents(&after, &claims);
    let disputed: BTreeSet<&String> = pairs.iter().flat_map(|p| &p.disputed_by).collect();
    if terminal.json {
        let mut next = first..;
        let object = json!({
            "verdict": verdict.id(),
            "pairs": pairs.iter().map(|p| json!({
                "a": p.a, "b": p.b, "index": if p.stands { None } else { next.next() }, "disputed_by": p.disputed_by,
            })).collect::<Vec<_>>(),
            "incidents": stands,
        });
        terminal.result(&object.to_string());
        return Ok(Exit::Done);
    }
    for (incident, claims) in &stands {
        terminal.result(&format!("{incident}  {}", claims.join(" ")));
    }
    for member in disputed {
        terminal.warn(&format!("{} judged otherwise, so nothing is joined by this judgement", printable(member)));
    }
    terminal.say(&format!("Said {}.", text::counted(said, "judgement", "judgements")));
    if said < pairs.len() {
        terminal.say(&format!("{} said by this member already.", text::counted(pairs.len() - said, "was", "were")));
    }
    Ok(Exit::Done)
}

/// The incidents that these claims stand in now, with those of the claims that stand in them.
fn incidents<'a>(brief: &'a Brief, claims: &BTreeSet<&str>) -> BTreeMap<&'a str, Vec<&'a str>> {
    let held = brief.incidents.iter().map(|i| {
        let of: Vec<&str> = i.claims.iter().map(String::as_str).filter(|c| claims.contains(c)).collect();
        (i.id.as_str(), of)
    });
    held.filter(|(_, of)| !of.is_empty()).collect()
}
