//! Saying one step: the record is read under the writer's lock, the step is held against the rules, and only then said.
//!
//! Must not: write a step that is refused.

use super::{Command, Words, steps};
use crate::{
    cases,
    cli::terminal::Terminal,
    clock,
    failure::{Exit, Failure},
    mission::{Mission, Writer, statements},
};
use armistice_core::{
    agreement::Agreement,
    case::{self, Case, Cases, Refusal, Refused},
    id::CaseId,
    record::{self, EntryRef, Step},
    statement::{Body, casework::Casework, wire::Digest},
};
use serde_json::json;
use std::{
    collections::BTreeMap,
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
};

/// The longest words of a step.
const WORDS_MAX: u64 = 64 << 10;

/// What a step is made from: the cases as they stand now, and what follows from this member and the next number.
pub(in crate::cli) struct Desk {
    pub(super) cases: Cases,
    pub(in crate::cli) agreements: BTreeMap<[u8; 32], Agreement>,
    pub(super) mission: String,
    pub(in crate::cli) member: String,
    pub(super) seq: u64,
    pub(super) now: i64,
}

impl Desk {
    /// Opens the desk on what the writer holds.
    fn open(mission: &Mission, writer: &Writer<'_>) -> Result<Self, Failure> {
        let now = clock::now();
        let record = record::fold(&statements(&writer.registers()?));
        let agreements = cases::agreements(&record);
        let cases = cases::of_record(&record, &agreements, now);
        Ok(Self {
            cases,
            agreements,
            mission: mission.file.id.clone(),
            member: mission.member.as_str().to_owned(),
            seq: writer.size(),
            now,
        })
    }

    /// The case that a person means.
    pub(super) fn case(&self, given: &str) -> Result<&Case, Failure> {
        find(&self.cases, given)
    }

    /// The agreement that a person means.
    pub(in crate::cli) fn agreement(&self, given: Option<&str>) -> Result<Digest, Failure> {
        let fits = |(sha256, a): &(&[u8; 32], &Agreement)| {
            given.is_none_or(|g| a.id.as_str() == g || (g.len() >= 8 && Digest(**sha256).to_string().starts_with(g)))
        };
        let found: Vec<_> = self.agreements.iter().filter(fits).collect();
        match found.as_slice() {
            [(sha256, _)] => Ok(Digest(**sha256)),
            [] => Err(Failure::new(
                Exit::NotFound,
                "the mission has no such agreement that can be used",
                "`armistice check` names what cannot be used; exchange registers if a part is missing.",
            )),
            several => {
                let names: Vec<&str> = several.iter().map(|(_, a)| a.id.as_str()).collect();
                Err(Failure::new(
                    Exit::Usage,
                    "the mission has several agreements",
                    format!("Name one: --agreement {}", names.join(" | ")),
                ))
            }
        }
    }
}

/// The case that a person means: by id, the beginning of the id, or the number.
pub(super) fn find<'a>(cases: &'a Cases, given: &str) -> Result<&'a Case, Failure> {
    if let Some(case) = CaseId::parse(given).and_then(|id| cases.cases.get(&id)) {
        return Ok(case);
    }
    let numbered: Vec<&Case> = cases.cases.values().filter(|c| c.number.as_deref() == Some(given)).collect();
    let begun = || cases.cases.values().filter(|c| !given.is_empty() && c.id.as_str().starts_with(given)).collect();
    let found: Vec<&Case> = if numbered.is_empty() { begun() } else { numbered };
    match found.as_slice() {
        [one] => Ok(one),
        [] => Err(Failure::new(
            Exit::NotFound,
            format!("no case has the id or number `{given}`"),
            "armistice case list DIR shows the cases; exchange registers if it is another member's.",
        )),
        many => {
            let ids: Vec<&str> = many.iter().map(|c| c.id.as_str()).collect();
            Err(Failure::new(
                Exit::NotFound,
                format!("`{given}` means {} cases", many.len()),
                format!("One of: {}", ids.join(", ")),
            ))
        }
    }
}

/// The words of a step, from the option, a file or standard input.
pub(in crate::cli) fn words(words: &Words) -> Result<String, Failure> {
    let Some(path) = &words.text_file else { return Ok(words.text.clone()) };
    let refused = |exit, why: &dyn std::fmt::Display| {
        Failure::new(exit, format!("{}: {why}", path.display()), "Give a text file in UTF-8, or --text TEXT.")
    };
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        std::io::stdin().lock().take(WORDS_MAX + 1).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|f| f.take(WORDS_MAX + 1).read_to_end(&mut bytes))
    };
    match read {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Err(refused(Exit::NotFound, &e)),
        Err(e) => return Err(refused(Exit::Failed, &e)),
        Ok(_) => {}
    }
    if bytes.len() as u64 > WORDS_MAX {
        return Err(refused(Exit::InputRefused, &format!("more than {WORDS_MAX} bytes")));
    }
    let text = String::from_utf8(bytes).map_err(|_| refused(Exit::InputRefused, &"not UTF-8"))?;
    Ok(text.trim_end().to_owned())
}

/// Says a step.
pub(super) fn run(command: &Command, terminal: &Terminal) -> Result<Exit, Failure> {
    say(folder(command), |desk| steps::body(command, desk), terminal)
}

/// Says what `body` makes of the cases as they stand, if the rules of casework allow it.
pub(in crate::cli) fn say(
    dir: &Path,
    body: impl FnOnce(&Desk) -> Result<Casework, Failure>,
    terminal: &Terminal,
) -> Result<Exit, Failure> {
    let mission = Mission::open(dir)?;
    let mut writer = mission.writer()?;
    let desk = Desk::open(&mission, &writer)?;
    let body = body(&desk)?;
    let at = EntryRef { member: desk.member.clone(), index: desk.seq, id: [0; 32] };
    let step = Step { at, seq: desk.seq, mission: desk.mission.clone(), asserted: desk.now, seen: vec![], body };
    if let Some(refused) = case::refusal(&desk.cases, &desk.agreements, &step, desk.now) {
        return Err(refusal(&refused));
    }
    let begun = begun(&step.body);
    let kind = step.body.kind();
    let case = step.body.case().map(|c| c.as_str().to_owned());
    writer.say_at(desk.now, vec![Body::Casework(Box::new(step.body))])?;
    for warning in &writer.warnings {
        terminal.warn(warning);
    }
    if terminal.json {
        let object = json!({ "kind": kind, "index": desk.seq, "case": case, "id": begun });
        terminal.result(&object.to_string());
        return Ok(Exit::Done);
    }
    if let Some(id) = &begun {
        terminal.result(id);
    }
    terminal.say(&format!("Said in #{}: {kind}.", desk.seq));
    Ok(Exit::Done)
}

/// A refusal as a failure: nothing was written.
fn refusal(refused: &Refused) -> Failure {
    let exit = match refused.refusal {
        Refusal::AgreementUnknown
        | Refusal::CaseUnknown
        | Refusal::FindingUnknown
        | Refusal::DraftUnknown
        | Refusal::RemedyUnknown
        | Refusal::ObjectToNothing
        | Refusal::NothingToConfirm
        | Refusal::NothingToTakeBack => Exit::NotFound,
        Refusal::SeatMissing
        | Refusal::SeatContested
        | Refusal::WorksNot
        | Refusal::DecidesNot
        | Refusal::SeatOfAnother
        | Refusal::ComplaintOfAnother
        | Refusal::FindingOfAnother
        | Refusal::AnswerOfAnother
        | Refusal::RemedyOwn
        | Refusal::ConfirmsNot => Exit::Denied,
        Refusal::DatedAhead
        | Refusal::TextEmpty
        | Refusal::IdTaken
        | Refusal::ActorUnknown
        | Refusal::SeatNotGiven
        | Refusal::SeatHeld
        | Refusal::StageWrong
        | Refusal::NumberTaken
        | Refusal::DuplicateOfNothing
        | Refusal::WithdrawnNot
        | Refusal::ObjectToOwn
        | Refusal::ObjectionLate
        | Refusal::AccessGranted
        | Refusal::FindingWithoutBasis
        | Refusal::FactNotShown
        | Refusal::FindingUnderReview
        | Refusal::GuarantorNotTold
        | Refusal::ReplyTooShort
        | Refusal::AnswerUnasked
        | Refusal::ClauseUnknown
        | Refusal::TextUnknown
        | Refusal::ClauseNotBroken
        | Refusal::AttributedToNobody
        | Refusal::NoticeMissing
        | Refusal::ReplyPending
        | Refusal::DraftUnderReview
        | Refusal::DraftReplaced
        | Refusal::ReviewOver
        | Refusal::PositionContradicts
        | Refusal::NobodyBehind
        | Refusal::ViolationNotDetermined
        | Refusal::RungUnknown
        | Refusal::DuePassed
        | Refusal::GroundNotMet
        | Refusal::ClosingRepeated
        | Refusal::InferenceNotAllowed
        | Refusal::InferenceWithoutDenial
        | Refusal::InferenceEarly
        | Refusal::NamingStandard
        | Refusal::InterimNotUrgent
        | Refusal::UrgentStandard
        | Refusal::SanctionStandard => Exit::InputRefused,
    };
    let failure = Failure::new(exit, format!("{refused}; nothing was written"), refused.refusal.next_step());
    Failure { refused: Some(Box::new(refused.clone())), ..failure }
}

/// The id of what a step begins.
fn begun(body: &Casework) -> Option<String> {
    match body {
        Casework::Received(s) => Some(s.case.to_string()),
        Casework::FindingMade(s) => Some(s.finding.to_string()),
        Casework::RemedyRequested(s) => Some(s.remedy.to_string()),
        Casework::SeatTaken(_)
        | Casework::SeatLeft(_)
        | Casework::Registered(_)
        | Casework::Screened(_)
        | Casework::Objected(_)
        | Casework::Withdrawn(_)
        | Casework::Assessed(_)
        | Casework::Opened(_)
        | Casework::Tasked(_)
        | Casework::VerificationBegun(_)
        | Casework::AccessBlocked(_)
        | Casework::NotVerifiable(_)
        | Casework::NoticeSent(_)
        | Casework::ResponseGiven(_)
        | Casework::DraftPresented(_)
        | Casework::OpinionGiven(_)
        | Casework::RemedyFollowed(_)
        | Casework::Settled(_)
        | Casework::ClosingProposed(_)
        | Casework::Reopened(_)
        | Casework::Confirmed(_) => None,
    }
}

fn folder(command: &Command) -> &Path {
    let dir: &PathBuf = match command {
        Command::TakeSeat(a) => &a.dir,
        Command::LeaveSeat(a) => &a.dir,
        Command::Receive(a) => &a.dir,
        Command::Register(a) => &a.which.dir,
        Command::Screen(a) => &a.which.dir,
        Command::Object(a) => &a.dir,
        Command::Withdraw(a) => &a.which.dir,
        Command::Assess(a) => &a.which.dir,
        Command::Open(a) => &a.which.dir,
        Command::Task(a) => &a.which.dir,
        Command::Verify(a) => &a.which.dir,
        Command::Blocked(a) => &a.which.dir,
        Command::Find(a) => &a.which.dir,
        Command::NotVerifiable(a) => &a.which.dir,
        Command::Notice(a) => &a.which.dir,
        Command::Respond(a) => &a.which.dir,
        Command::Draft(a) => &a.which.dir,
        Command::Opine(a) => &a.which.dir,
        Command::Remedy(a) => &a.which.dir,
        Command::Follow(a) => &a.which.dir,
        Command::Settle(a) => &a.which.dir,
        Command::Close(a) => &a.which.dir,
        Command::Reopen(a) => &a.which.dir,
        Command::List(a) | Command::Audit(a) => &a.dir,
        Command::Show(a) => &a.which.dir,
    };
    dir
}
