//! `armistice case`: what this member says in cases, and how the cases stand.
//!
//! Must not: write a step that the rules of casework refuse, or set the time of a step; it is the clock's.

mod audit;
mod read;
mod steps;
mod view;
pub(super) mod write;

use super::terminal::Terminal;
use crate::failure::{Exit, Failure};
use armistice_core::{
    named::Named,
    scope::Answer,
    statement::casework::{
        AccessOutcome, Attribution, FindingAbout, Ground, Method, Obstacle, Outcome, Position, Progress, Reached,
        Screening,
    },
};
use std::path::PathBuf;

/// Cases: complaints, investigations, opinions, determinations.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Reads a word of a list; `-` may stand for `_`.
pub(super) fn word<T: Named>(text: &str) -> Result<T, String> {
    T::from_id(&text.replace('-', "_")).ok_or_else(|| {
        let all: Vec<&str> = T::ALL.iter().map(|v| v.id()).collect();
        format!("one of: {}", all.join(", "))
    })
}

/// Reads a time with its offset: seconds since 1970.
fn moment(text: &str) -> Result<i64, String> {
    let time: jiff::Timestamp =
        text.parse().map_err(|_| "a time such as 2017-02-01T12:00:00Z or 2017-02-01T14:00+02:00".to_owned())?;
    Ok(time.as_second())
}

/// The words of a step.
#[derive(Debug, clap::Args)]
pub struct Words {
    /// The words of the step: the reason, the allegation, the answer, verbatim.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub text: String,
    /// A file with the words; `-` is standard input.
    #[arg(long, value_name = "FILE", conflicts_with = "text")]
    pub text_file: Option<PathBuf>,
}

/// A case of a mission.
#[derive(Debug, clap::Args)]
pub struct Which {
    /// The mission folder.
    pub dir: PathBuf,
    /// The case: its id, the beginning of it, or the mechanism's number.
    pub case: String,
}

/// Which agreement.
#[derive(Debug, clap::Args)]
pub struct Under {
    /// The agreement, by its id or the beginning of its digest; needed where the mission has several.
    #[arg(long, value_name = "ID")]
    pub agreement: Option<String>,
}

/// When "now" is, for reading.
#[derive(Debug, clap::Args)]
pub struct At {
    /// Read the cases as of this time instead of now.
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub at: Option<i64>,
}

/// What to do in cases.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Act for a constituency of the agreement.
    TakeSeat(TakeSeat),
    /// Act for it no longer.
    LeaveSeat(LeaveSeat),
    /// Record a complaint, or take a matter up.
    Receive(Receive),
    /// Give a case the mechanism's number.
    Register(Register),
    /// Screen a case.
    Screen(Screen),
    /// Object to a dismissal, a closing, a publication, or somebody's seat.
    Object(Object),
    /// Take a complaint back.
    Withdraw(InCase),
    /// Write a first assessment.
    Assess(Assess),
    /// Open an investigation.
    Open(Open),
    /// Task a team.
    Task(Task),
    /// Begin, or go on, to verify.
    Verify(Verify),
    /// Record that access was blocked.
    Blocked(Blocked),
    /// Make a finding.
    Find(Box<Find>),
    /// Say that a case cannot be verified.
    NotVerifiable(NotVerifiable),
    /// Give notice to the accused and to its guarantor.
    Notice(Notice),
    /// Hand in an answer.
    Respond(Respond),
    /// Lay a draft before the components.
    Draft(Draft),
    /// Give an opinion on a draft.
    Opine(Opine),
    /// Ask somebody for remedial action.
    Remedy(Remedy),
    /// Say how far a remedial action has come.
    Follow(Follow),
    /// Record that a dispute was settled on the ground.
    Settle(Settle),
    /// Ask to close a case.
    Close(Close),
    /// Take a closed case up again.
    Reopen(Reopen),
    /// List cases, seats, and what is not allowed.
    List(List),
    /// Show a case: state, clocks, findings, opinions, determination, history.
    Show(Show),
    /// Say how the cases of each side were handled: notices, answers, standards, access, times. Counts, and no inference.
    Audit(List),
}

/// A step with no more than its words.
#[derive(Debug, clap::Args)]
pub struct InCase {
    #[command(flatten)]
    pub which: Which,
    #[command(flatten)]
    pub words: Words,
}

/// Act for a constituency.
#[derive(Debug, clap::Args)]
pub struct TakeSeat {
    /// The mission folder.
    pub dir: PathBuf,
    /// An actor of the agreement.
    pub constituency: String,
    #[command(flatten)]
    pub under: Under,
    #[command(flatten)]
    pub words: Words,
}

/// Act for it no longer.
#[derive(Debug, clap::Args)]
pub struct LeaveSeat {
    /// The mission folder.
    pub dir: PathBuf,
    #[command(flatten)]
    pub under: Under,
    #[command(flatten)]
    pub words: Words,
}

/// Record a complaint.
#[derive(Debug, clap::Args)]
pub struct Receive {
    /// The mission folder.
    pub dir: PathBuf,
    /// Who complains: an actor of the agreement, `public`, or `own_initiative`. Never a person.
    #[arg(long, value_name = "ACTOR")]
    pub complainant: String,
    /// An actor that is accused. Without it, unknown.
    #[arg(long, value_name = "ACTOR")]
    pub accused: Vec<String>,
    /// An actor that was affected.
    #[arg(long, value_name = "ACTOR")]
    pub affected: Vec<String>,
    /// A term that is said to be broken.
    #[arg(long, value_name = "TERM")]
    pub clause: Vec<String>,
    /// An incident that it is about.
    #[arg(long, value_name = "ID")]
    pub incident: Vec<String>,
    /// A document that was handed in.
    #[arg(long, value_name = "ID")]
    pub document: Vec<String>,
    /// The short clocks apply.
    #[arg(long)]
    pub urgent: bool,
    #[command(flatten)]
    pub under: Under,
    #[command(flatten)]
    pub words: Words,
}

/// Give a number.
#[derive(Debug, clap::Args)]
pub struct Register {
    #[command(flatten)]
    pub which: Which,
    /// The number, such as 2017-014. It is never used again.
    pub number: String,
}

/// Screen a case.
#[derive(Debug, clap::Args)]
pub struct Screen {
    #[command(flatten)]
    pub which: Which,
    /// passed, outside_mandate, duplicate, no_incident or withdrawn.
    #[arg(value_parser = word::<Screening>)]
    pub result: Screening,
    /// With `duplicate`: the other case.
    #[arg(long, value_name = "CASE")]
    pub duplicate_of: Option<String>,
    #[command(flatten)]
    pub words: Words,
}

/// Object.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("what").required(true).args(["dismissal", "closing", "seat", "publication"]))]
pub struct Object {
    /// The mission folder.
    pub dir: PathBuf,
    /// To the dismissal of this case at screening.
    #[arg(long, value_name = "CASE")]
    pub dismissal: Option<String>,
    /// To closing this case.
    #[arg(long, value_name = "CASE")]
    pub closing: Option<String>,
    /// With --closing, where several grounds were given: this one.
    #[arg(long, value_name = "GROUND", requires = "closing", value_parser = word::<Ground>)]
    pub ground: Option<Ground>,
    /// To the seat that this member has taken.
    #[arg(long, value_name = "MEMBER")]
    pub seat: Option<String>,
    /// To the publication that this statement announced: its id.
    #[arg(long, value_name = "STATEMENT")]
    pub publication: Option<String>,
    #[command(flatten)]
    pub under: Under,
    #[command(flatten)]
    pub words: Words,
}

/// Assess a case.
#[derive(Debug, clap::Args)]
pub struct Assess {
    #[command(flatten)]
    pub which: Which,
    /// The short clocks apply from now on.
    #[arg(long)]
    pub urgent: bool,
    #[command(flatten)]
    pub words: Words,
}

/// Open an investigation.
#[derive(Debug, clap::Args)]
pub struct Open {
    #[command(flatten)]
    pub which: Which,
    /// An actor that is accused too.
    #[arg(long, value_name = "ACTOR")]
    pub accused: Vec<String>,
    /// A term that is at issue too.
    #[arg(long, value_name = "TERM")]
    pub clause: Vec<String>,
    /// An incident that it is about too.
    #[arg(long, value_name = "ID")]
    pub incident: Vec<String>,
    #[command(flatten)]
    pub words: Words,
}

/// Task a team.
#[derive(Debug, clap::Args)]
pub struct Task {
    #[command(flatten)]
    pub which: Which,
    /// A constituency of the team.
    #[arg(long, value_name = "ACTOR")]
    pub team: Vec<String>,
    #[command(flatten)]
    pub words: Words,
}

/// Verify.
#[derive(Debug, clap::Args)]
pub struct Verify {
    #[command(flatten)]
    pub which: Which,
    /// direct_observation, site_visit, remote_sensor, interviews, documents or joint_team.
    #[arg(long, value_name = "METHOD", value_parser = word::<Method>)]
    pub method: Vec<Method>,
    #[command(flatten)]
    pub words: Words,
}

/// Access was blocked.
#[derive(Debug, clap::Args)]
pub struct Blocked {
    #[command(flatten)]
    pub which: Which,
    /// denied, delayed, conditional or no_answer.
    #[arg(value_parser = word::<AccessOutcome>)]
    pub outcome: AccessOutcome,
    /// Who blocked it. Without it, unknown.
    #[arg(long, value_name = "ACTOR")]
    pub by: Vec<String>,
    /// Where, no finer than may be known.
    #[arg(long, value_name = "PLACE", default_value = "")]
    pub place: String,
    /// From when: a day or a time. Without it, not known.
    #[arg(long, value_name = "WHEN")]
    pub from: Option<String>,
    /// To when. Without it, not known.
    #[arg(long, value_name = "WHEN")]
    pub to: Option<String>,
    #[command(flatten)]
    pub words: Words,
}

/// Make a finding.
#[derive(Debug, clap::Args)]
pub struct Find {
    #[command(flatten)]
    pub which: Which,
    /// Of what: fact, attribution, clause, area or condition.
    #[arg(value_parser = word::<FindingAbout>)]
    pub about: FindingAbout,
    /// The standard that it reaches: none, suspicion, reasonable_grounds, balance_of_probabilities, clear_and_convincing.
    #[arg(value_parser = word::<Reached>)]
    pub reached: Reached,
    /// A claim relied on.
    #[arg(long, value_name = "ID")]
    pub claim: Vec<String>,
    /// A claim to the contrary that was considered.
    #[arg(long, value_name = "ID")]
    pub contrary: Vec<String>,
    /// A document relied on.
    #[arg(long, value_name = "ID")]
    pub document: Vec<String>,
    /// How it was found.
    #[arg(long, value_name = "METHOD", value_parser = word::<Method>)]
    pub method: Vec<Method>,
    /// The finding that it takes the place of.
    #[arg(long, value_name = "ID")]
    pub supersedes: Option<String>,
    /// What it says for the scope test: control, operations, presence, or the word of a condition.
    #[arg(long, value_name = "WORD", requires = "answer")]
    pub criterion: Option<String>,
    /// With --criterion: the actor.
    #[arg(long, value_name = "ACTOR", requires = "criterion")]
    pub actor: Option<String>,
    /// With --criterion: yes, no or cannot_be_determined.
    #[arg(long, value_name = "ANSWER", requires = "criterion", value_parser = word::<Answer>)]
    pub answer: Option<Answer>,
    /// With --criterion: of which incident.
    #[arg(long, value_name = "ID", requires = "criterion")]
    pub incident: Option<String>,
    /// An actor whose refusal of access counts against it here: only where the agreement allows it, and never alone.
    #[arg(long, value_name = "ACTOR")]
    pub adverse_inference: Vec<String>,
    #[command(flatten)]
    pub words: Words,
}

/// It cannot be verified.
#[derive(Debug, clap::Args)]
pub struct NotVerifiable {
    #[command(flatten)]
    pub which: Which,
    /// access_denied, time_passed, insecurity, no_means or contradictory.
    #[arg(value_parser = word::<Obstacle>)]
    pub obstacle: Obstacle,
    #[command(flatten)]
    pub words: Words,
}

/// Give notice.
#[derive(Debug, clap::Args)]
pub struct Notice {
    #[command(flatten)]
    pub which: Which,
    /// An accused actor. Without it, all that the case names.
    #[arg(long, value_name = "ACTOR")]
    pub to: Vec<String>,
    /// A guarantor. Without it, those of the agreement.
    #[arg(long, value_name = "ACTOR")]
    pub guarantor: Vec<String>,
    /// Until when they may answer. Without it, the agreement's time.
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub reply_by: Option<i64>,
    #[command(flatten)]
    pub words: Words,
}

/// Hand in an answer.
#[derive(Debug, clap::Args)]
pub struct Respond {
    #[command(flatten)]
    pub which: Which,
    /// Whose answer it is.
    #[arg(long, value_name = "ACTOR")]
    pub by: String,
    /// A document handed in with it.
    #[arg(long, value_name = "ID")]
    pub document: Vec<String>,
    #[command(flatten)]
    pub words: Words,
}

/// Lay a draft before the components.
#[derive(Debug, clap::Args)]
pub struct Draft {
    #[command(flatten)]
    pub which: Which,
    /// not_an_incident, relevant_incident_no_violation, minor_violation or serious_violation.
    #[arg(value_parser = word::<Outcome>)]
    pub outcome: Outcome,
    /// attributed, probably_attributed, not_attributed or several.
    #[arg(value_parser = word::<Attribution>)]
    pub attribution: Attribution,
    /// To whom it is attributed.
    #[arg(long, value_name = "ACTOR")]
    pub to: Vec<String>,
    /// A term under a text, and whether it is broken: TEXT:TERM=yes, no or cannot_be_determined.
    #[arg(long, value_name = "TEXT:TERM=ANSWER")]
    pub clause: Vec<String>,
    /// A finding relied on. Without it, all that stand.
    #[arg(long, value_name = "ID")]
    pub finding: Vec<String>,
    /// A claim to the contrary that was considered.
    #[arg(long, value_name = "ID")]
    pub contrary: Vec<String>,
    #[command(flatten)]
    pub words: Words,
}

/// Give an opinion.
#[derive(Debug, clap::Args)]
pub struct Opine {
    #[command(flatten)]
    pub which: Which,
    /// concur, concur_in_part, dissent, recuse or no_opinion.
    #[arg(value_parser = word::<Position>)]
    pub position: Position,
    /// The outcome held to be right, if another.
    #[arg(long, value_name = "OUTCOME", value_parser = word::<Outcome>)]
    pub outcome: Option<Outcome>,
    /// The attribution held to be right, if another.
    #[arg(long, value_name = "ATTRIBUTION", value_parser = word::<Attribution>)]
    pub attribution: Option<Attribution>,
    /// How many representatives stand behind it.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub persons: u32,
    /// The draft, by the id of its statement. Without it, the one that lies before the components.
    #[arg(long, value_name = "STATEMENT")]
    pub draft: Option<String>,
    #[command(flatten)]
    pub words: Words,
}

/// Ask for remedial action.
#[derive(Debug, clap::Args)]
pub struct Remedy {
    #[command(flatten)]
    pub which: Which,
    /// Of whom.
    pub of: String,
    /// Until when.
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub due: i64,
    /// How one can tell that it is done.
    #[arg(long, value_name = "TEXT")]
    pub test: String,
    /// Where.
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
    /// The rung of the agreement's ladder.
    #[arg(long, value_name = "WORDS")]
    pub rung: Option<String>,
    /// An interim measure of an urgent case, before anything is determined.
    #[arg(long)]
    pub interim: bool,
    #[command(flatten)]
    pub words: Words,
}

/// Follow a remedial action up.
#[derive(Debug, clap::Args)]
pub struct Follow {
    #[command(flatten)]
    pub which: Which,
    /// The remedial action: its id or the beginning of it.
    pub remedy: String,
    /// done, partly, refused or undertaken.
    #[arg(value_parser = word::<Progress>)]
    pub progress: Progress,
    /// A document that shows it.
    #[arg(long, value_name = "ID")]
    pub document: Vec<String>,
    #[command(flatten)]
    pub words: Words,
}

/// A settlement.
#[derive(Debug, clap::Args)]
pub struct Settle {
    #[command(flatten)]
    pub which: Which,
    /// One of those who settled.
    #[arg(long, value_name = "ACTOR")]
    pub between: Vec<String>,
    #[command(flatten)]
    pub words: Words,
}

/// Ask to close.
#[derive(Debug, clap::Args)]
pub struct Close {
    #[command(flatten)]
    pub which: Which,
    /// resolved, determined, not_determined, withdrawn or settled_locally.
    #[arg(value_parser = word::<Ground>)]
    pub ground: Ground,
    #[command(flatten)]
    pub words: Words,
}

/// Take a case up again.
#[derive(Debug, clap::Args)]
pub struct Reopen {
    #[command(flatten)]
    pub which: Which,
    /// A document that is new.
    #[arg(long, value_name = "ID")]
    pub document: Vec<String>,
    /// A claim that is new.
    #[arg(long, value_name = "ID")]
    pub claim: Vec<String>,
    #[command(flatten)]
    pub words: Words,
}

/// List cases.
#[derive(Debug, clap::Args)]
pub struct List {
    /// The mission folder.
    pub dir: PathBuf,
    #[command(flatten)]
    pub at: At,
}

/// Show a case.
#[derive(Debug, clap::Args)]
pub struct Show {
    #[command(flatten)]
    pub which: Which,
    #[command(flatten)]
    pub at: At,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    match &args.command {
        Command::List(args) => read::list(args, terminal),
        Command::Show(args) => read::show(args, terminal),
        Command::Audit(args) => audit::run(args, terminal),
        command => write::run(command, terminal),
    }
}
