//! `armistice claim`: a person accepts, rejects or corrects a claim as it was read, or takes a review back.
//!
//! Must not: change what was read, or say a review of something else than what was shown.

use super::{
    case::word,
    says,
    terminal::{Terminal, printable},
};
use crate::{
    agreements, brief,
    failure::{Exit, Failure},
    intake,
    mission::{self, Mission},
    output::{brief_v1, text},
    review::{self, Wanted},
};
use armistice_core::{
    act::Act,
    claim::{ClaimKind, Polarity},
    count::{CountStatus, CountWhat},
    named::Named,
    record::{self, Record, Register},
    statement::{
        Body,
        desk::Desk,
        review::{ClaimChanges, ClaimField, CountRead, ReviewVerdict},
        wire::Interval,
    },
    time::Moment,
};
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use serde_json::json;
use std::{collections::BTreeSet, path::PathBuf};

/// Claims as they were read: show one, accept, reject or correct it, take a review back.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do with a claim.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Show a claim, the digest of it, and what people said of it.
    Show {
        /// The mission folder.
        dir: PathBuf,
        /// The claim: its id or the beginning of it.
        claim: String,
    },
    /// The words say what was read.
    Accept(Review),
    /// The words do not say it: it counts no longer.
    Reject(Review),
    /// The words say something else: the fields that are given replace what was read.
    Correct(Box<Correct>),
    /// Take this member's review back.
    Undo(Review),
}

/// A review without changes.
#[derive(Debug, clap::Args)]
pub struct Review {
    /// The mission folder.
    pub dir: PathBuf,
    /// The claim: its id or the beginning of it.
    pub claim: String,
    /// Why, in a sentence; a rejection needs it. It is public.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// The digest of the claim that was looked at; if it reads otherwise now, nothing is said.
    #[arg(long, value_name = "DIGEST")]
    pub shown: Option<String>,
}

/// A correction.
#[derive(Debug, clap::Args)]
pub struct Correct {
    #[command(flatten)]
    pub review: Review,
    /// What kind of statement it is.
    #[arg(long, value_parser = one_of::<ClaimKind>())]
    pub kind: Option<ClaimKind>,
    /// The kind of act.
    #[arg(long, value_parser = one_of::<Act>())]
    pub act: Option<Act>,
    /// Whether the words say that it is so, that it is not so, or leave it open.
    #[arg(long, value_parser = one_of::<Polarity>())]
    pub polarity: Option<Polarity>,
    /// Who is said to have done it. Alleged, not found.
    #[arg(long, value_name = "WORDS")]
    pub author: Vec<String>,
    /// Who or what is said to be affected.
    #[arg(long, value_name = "WORDS")]
    pub affected: Vec<String>,
    /// Where: words that the gazetteer reads.
    #[arg(long, value_name = "WORDS")]
    pub place: Option<String>,
    /// Not before this day or time.
    #[arg(long, value_name = "TIME")]
    pub from: Option<Moment>,
    /// Not after this day or time.
    #[arg(long, value_name = "TIME")]
    pub to: Option<Moment>,
    /// A figure: `killed=9`, `killed:civilians=5..7`, `injured=5..` (at least). All figures of the claim, one each.
    #[arg(long, value_name = "FIGURE", value_parser = figure)]
    pub count: Vec<CountRead>,
    /// Who says it first, as far as the words tell.
    #[arg(long, value_name = "NAME")]
    pub recorded_by: Option<String>,
    /// What the words do not state, whatever was read.
    #[arg(long, value_parser = one_of::<ClaimField>())]
    pub unstated: Vec<ClaimField>,
}

/// A word of a list, whose values are offered.
fn one_of<T: Named + Send + Sync>() -> impl clap::builder::TypedValueParser<Value = T> {
    PossibleValuesParser::new(T::ALL.iter().map(|v| v.id())).try_map(|w| word::<T>(&w))
}

/// `WHAT[:WHOM]=N`, `=N..M`, `=N..`, `=..M`.
fn figure(given: &str) -> Result<CountRead, String> {
    let wrong = || "a figure is written killed=9, killed:civilians=5..7, injured=5.. or injured=..7".to_owned();
    let (what, number) = given.split_once('=').ok_or_else(wrong)?;
    let (what, whom) = what.split_once(':').unwrap_or((what, "unknown"));
    let (what, status) = (word::<CountWhat>(what.trim())?, word::<CountStatus>(whom.trim())?);
    let read = |n: &str| -> Result<Option<u64>, String> {
        let n = n.trim();
        if n.is_empty() { Ok(None) } else { n.parse().map(Some).map_err(|_| wrong()) }
    };
    let (min, best, max) = match number.split_once("..") {
        Some((from, to)) => (read(from)?, None, read(to)?),
        None => {
            let n = read(number)?;
            (n, n, n)
        }
    };
    if (min.is_none() && max.is_none()) || min.zip(max).is_some_and(|(a, b)| a > b) {
        return Err(wrong());
    }
    Ok(CountRead { what, status, min, best, max })
}

fn changes(c: &Correct, record: &Record) -> Result<ClaimChanges, Failure> {
    if c.from.zip(c.to).is_some_and(|(a, b)| a.date > b.date) {
        return Err(Failure::new(Exit::Usage, "the time ends before it begins", "Turn the two round."));
    }
    let countries: BTreeSet<String> = agreements::of_record(record)
        .0
        .iter()
        .flat_map(|a| a.agreement.scope.territory.countries.iter().cloned())
        .collect();
    let place = c.place.as_deref().map(str::trim).filter(|w| !w.is_empty());
    let given = [
        (ClaimField::Act, c.act.is_some()),
        (ClaimField::AllegedAuthors, !c.author.is_empty()),
        (ClaimField::Affected, !c.affected.is_empty()),
        (ClaimField::Place, place.is_some()),
        (ClaimField::Time, c.from.is_some() || c.to.is_some()),
        (ClaimField::Counts, !c.count.is_empty()),
        (ClaimField::RecordedBy, c.recorded_by.is_some()),
    ];
    if let Some((field, _)) = given.iter().find(|(f, given)| *given && c.unstated.contains(f)) {
        return Err(Failure::new(
            Exit::Usage,
            format!("`{}` is given, and said not to be stated", field.id()),
            "Say one of the two.",
        ));
    }
    let mut unstated = c.unstated.clone();
    unstated.sort_unstable();
    unstated.dedup();
    Ok(ClaimChanges {
        kind: c.kind,
        act: c.act,
        polarity: c.polarity,
        alleged_authors: c.author.clone(),
        affected: c.affected.clone(),
        place: place.map(|words| review::site(words, &countries)).transpose()?,
        time: (c.from.is_some() || c.to.is_some()).then_some(Interval { from: c.from, to: c.to }),
        counts: c.count.clone(),
        recorded_by: c.recorded_by.clone(),
        unstated,
    })
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    match &args.command {
        Command::Show { dir, claim } => show(&Mission::open(dir)?, claim, terminal),
        Command::Accept(r) => say(r, ReviewVerdict::Accepted, None, terminal),
        Command::Reject(r) => say(r, ReviewVerdict::Rejected, None, terminal),
        Command::Correct(c) => say(&c.review, ReviewVerdict::Corrected, Some(c), terminal),
        Command::Undo(r) => say(r, ReviewVerdict::Withdrawn, None, terminal),
    }
}

/// The claim in a brief of these registers.
fn claim_of(mission: &Mission, registers: &[Register], id: &str) -> Option<brief_v1::Claim> {
    let composed = brief::of(brief::Source {
        id: &mission.file.id,
        title: &mission.file.title,
        registers,
        as_of: vec![],
        without: BTreeSet::new(),
    });
    composed.brief.claims.into_iter().find(|c| c.id == id)
}

fn show(mission: &Mission, given: &str, terminal: &Terminal) -> Result<Exit, Failure> {
    let registers = mission::statements(&mission.read()?.registers);
    let record = record::fold(&registers);
    let claim = review::find(&record, given)?;
    let shown = review::shown(claim);
    let out = claim_of(mission, &registers, claim.id.as_str());
    if terminal.json {
        terminal.result(&json!({ "claim": out, "shown": shown }).to_string());
        return Ok(Exit::Done);
    }
    terminal.result(&format!(
        "{} ({}{})\n  “{}”\n  shown: {shown}",
        claim.id.as_str(),
        text::words(claim.kind.id()),
        claim.act.map_or_else(String::new, |a| format!(", {}", text::words(a.id()))),
        printable(&claim.quote),
    ));
    let Some(out) = out else { return Ok(Exit::Done) };
    terminal.result(&format!("  review: {}", out.review));
    for step in armistice_core::review::in_force(&record).remove(&claim.id).unwrap_or_default() {
        let stale = if step.body.shown.to_string() == shown { "" } else { " (of another reading)" };
        let said = says::desk(&Desk::Reviewed(Box::new(step.body.clone())));
        terminal.result(&printable(&format!("  {} #{}: {said}{stale}", step.at.member, step.at.index)));
    }
    Ok(Exit::Done)
}

/// Says a review under the writer's lock, so that nothing is said between the look and the review.
fn say(r: &Review, verdict: ReviewVerdict, correct: Option<&Correct>, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&r.dir)?;
    let mut writer = mission.writer()?;
    let record = record::fold(&mission::statements(&writer.registers()?));
    let claim = review::find(&record, &r.claim)?;
    let changes = correct.map(|c| changes(c, &record)).transpose()?;
    let unplaced = changes.as_ref().and_then(|c| c.place.as_ref()).filter(|p| p.country.is_none() && p.name.is_none());
    if let Some(place) = unplaced {
        terminal.warn(&format!("the gazetteer has no one place for “{}”: it stands as words", printable(&place.text)));
    }
    let wanted = Wanted { verdict, reason: r.reason.as_deref(), changes, shown: r.shown.as_deref() };
    let member = mission.member.as_str();
    let said: Option<Body> = review::body(&record, member, claim, &wanted)?;
    let (id, shown, index) = (claim.id.clone(), review::shown(claim), writer.size());
    for warning in &writer.warnings {
        terminal.warn(warning);
    }
    let new = said.is_some();
    if let Some(body) = said {
        intake::say(&mut writer, vec![body])?;
        writer.finish()?;
    } else {
        drop(writer);
    }
    let after = claim_of(&mission, &mission::statements(&mission.read()?.registers), id.as_str());
    let state = after.as_ref().map_or("unreviewed", |c| c.review.as_str());
    if terminal.json {
        let object = json!({
            "claim": id.as_str(), "verdict": verdict.id(), "shown": shown, "index": new.then_some(index),
            "review": state, "reviews": after.as_ref().map(|c| &c.reviews),
        });
        terminal.result(&object.to_string());
        return Ok(Exit::Done);
    }
    terminal.result(&format!("{}  {state}", id.as_str()));
    terminal.say(if new { "Said one review." } else { "This member says so already." });
    Ok(Exit::Done)
}
