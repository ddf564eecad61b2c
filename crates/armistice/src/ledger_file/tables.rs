//! The tables of a ledger file, one function each.
//!
//! Must not: take a field from another table, or give a number that is not written.

use super::{Answers, Entry, fields::Fields};
use armistice_core::{
    id::{AccessId, BulletinId, CallId, CaseId, ClaimId, CoverageId, DocumentId, IncidentId, ObservationId},
    place::PlacePrecision,
    statement::{
        ledger::{
            AccessRecorded, BulletinRecorded, BulletinRow, CallLogged, Coded, Confirmation, CoverageRecorded, Heading,
            IncidentChecked, IncidentListed, InformationGraded, Ledger, ObligationReported, ObservationRecorded,
            Performance, SourceGraded, SourceWithdrawn,
        },
        wire::{Digest, Site},
    },
};

/// The names of the tables.
pub(super) const KINDS: &[&str] = &[
    "bulletin",
    "listed",
    "observation",
    "coverage",
    "access",
    "call",
    "obligation",
    "source_grade",
    "information_grade",
    "coding",
    "checked",
    "withdrawn",
];

/// Reads one table. `None` with problems in `f`.
pub(super) fn entry(kind: &str, f: &mut Fields<'_>) -> Option<Entry> {
    let line = f.line();
    let plain = |body| Some(Entry { line, name: None, answers: None, agreement_open: false, body });
    match kind {
        "bulletin" => plain(Ledger::Bulletin(bulletin(f)?)),
        "listed" => plain(Ledger::Listed(listed(f)?)),
        "observation" => plain(Ledger::Observation(observation(f)?)),
        "coverage" => plain(Ledger::Coverage(coverage(f)?)),
        "access" => access(f),
        "call" => call(f),
        "obligation" => obligation(f),
        "source_grade" => plain(Ledger::SourceGraded(source_grade(f)?)),
        "information_grade" => plain(Ledger::InformationGraded(information_grade(f)?)),
        "coding" => plain(Ledger::Coded(coding(f)?)),
        "checked" => plain(Ledger::Checked(checked(f)?)),
        "withdrawn" => plain(Ledger::SourceWithdrawn(withdrawn(f)?)),
        _ => None,
    }
}

fn bulletin(f: &mut Fields<'_>) -> Option<BulletinRecorded> {
    // Each field is asked for before any is needed, so that all problems are found.
    let (recorder, publisher, period) = (f.name("recorder"), f.name("publisher"), f.interval("period"));
    let (unit, standing) = (f.word("unit"), f.word("standing"));
    let (definition, total) = (f.text_opt("definition"), f.count("total"));
    let rows = f.tables("rows", |f| {
        Some(BulletinRow {
            place: f.name_opt("place"),
            act: f.word_opt("act"),
            count: f.count("count"),
            author: f.name_opt("author"),
            // It is looked up when the list is taken.
            place_read: None,
        })
    });
    let confirmations = f.tables("confirmations", |f| {
        let (of, confirmed, out_of) = (f.name("of"), f.count("confirmed"), f.count("out_of"));
        if confirmed.zip(out_of).is_some_and(|(c, n)| c > n) {
            f.problem(f.line(), "more are confirmed than there are".to_owned(), "Correct one of the two.");
        }
        Some(Confirmation { of: of?, confirmed, out_of })
    });
    let (document, reference) = (f.id_opt("document", DocumentId::parse), f.text_opt("reference"));
    Some(BulletinRecorded {
        bulletin: BulletinId::of(&[]),
        recorder: recorder?,
        publisher: publisher?,
        period: period?,
        unit: unit?,
        definition,
        standing: standing?,
        total,
        rows,
        confirmations,
        document,
        reference,
    })
}

fn listed(f: &mut Fields<'_>) -> Option<IncidentListed> {
    let (incident, recorder) = (f.id("incident", IncidentId::parse), f.name("recorder"));
    let (stance, number, when) = (f.word("stance"), f.name_opt("number"), f.interval("when"));
    let (unit, count) = (f.word_opt("unit"), f.number("count"));
    let document = f.id_opt("document", DocumentId::parse);
    let (incident, recorder, stance, when) = (incident?, recorder?, stance?, when?);
    Some(IncidentListed { incident, recorder, stance, number, when, unit, count, document })
}

fn site(f: &mut Fields<'_>) -> Option<Site> {
    let (text, name, precision) = (f.name("text"), f.name_opt("name"), f.word::<PlacePrecision>("precision"));
    let (lat, lon) = (f.micro_degrees("lat", 90), f.micro_degrees("lon", 180));
    let (country, admin1) = (f.name_opt("country"), f.name_opt("admin1"));
    let precision = precision?;
    let fine = matches!(precision, PlacePrecision::Exact | PlacePrecision::Settlement | PlacePrecision::Near);
    if lat.is_some() != lon.is_some() || (lat.is_some() && !fine) {
        let hint = "Give lat and lon together, and only with precision exact, settlement or near.";
        f.problem(f.line(), "the point does not fit".to_owned(), hint);
    }
    Some(Site { text: text?, name, precision, lat, lon, country, admin1 })
}

fn observation(f: &mut Fields<'_>) -> Option<ObservationRecorded> {
    let (incident, what) = (f.id_opt("incident", IncidentId::parse), f.word("what"));
    let (number, means, site) = (f.number("number"), f.word("means"), f.table("site", site));
    let (when, heading) = (f.interval("when"), f.word_opt("heading"));
    let (weapon, assessed_as) = (f.name_opt("weapon"), f.name_opt("assessed_as"));
    Some(ObservationRecorded {
        observation: ObservationId::of(&[]),
        incident,
        what: what?,
        number,
        means: means?,
        site,
        when: when?,
        heading: heading.unwrap_or(Heading::Undetermined),
        weapon,
        assessed_as,
    })
}

fn coverage(f: &mut Fields<'_>) -> Option<CoverageRecorded> {
    let (area, period, means) = (f.name("area"), f.interval("period"), f.word("means"));
    let (watch, hindrance, by) = (f.word("watch"), f.word_opt("hindrance"), f.names("by"));
    let (units, hours, note) = (f.small("units"), f.small("hours"), f.text_opt("note"));
    let (area, period, means, watch) = (area?, period?, means?, watch?);
    let coverage = CoverageId::of(&[]);
    Some(CoverageRecorded { coverage, area, period, means, watch, hindrance, by, units, hours, note })
}

/// The name of an entry and what it answers.
fn thread(f: &mut Fields<'_>, is_id: impl Fn(&str) -> bool) -> (Option<String>, Option<Answers>) {
    let name = f.name_opt("name");
    let answers = f.name_opt("answers");
    if name.is_some() && answers.is_some() {
        let hint = "Answer the first entry each time.";
        f.problem(f.line(), "an answer begins nothing, so it needs no name".to_owned(), hint);
    }
    (name, answers.map(|a| if is_id(&a) { Answers::Id(a) } else { Answers::Name(a) }))
}

fn access(f: &mut Fields<'_>) -> Option<Entry> {
    let (name, answers) = thread(f, |a| AccessId::parse(a).is_some());
    let (purpose, area, when) = (f.name("purpose"), f.name("area"), f.interval("when"));
    let (of, outcome, by) = (f.names("of"), f.word_opt("outcome"), f.names("by"));
    let (why, case) = (f.text_opt("why"), f.id_opt("case", CaseId::parse));
    let asked_for = f.word_opt("for");
    let (purpose, area, when) = (purpose?, area?, when?);
    let access = AccessId::of(&[]);
    let body = Ledger::Access(AccessRecorded { access, purpose, area, when, of, outcome, by, why, case, asked_for });
    Some(Entry { line: f.line(), name, answers, agreement_open: false, body })
}

fn call(f: &mut Fields<'_>) -> Option<Entry> {
    let (name, answers) = thread(f, |a| CallId::parse(a).is_some());
    let (from, to, at, text) = (f.name("from"), f.name("to"), f.interval("at"), f.text("text"));
    let (incident, case) = (f.id_opt("incident", IncidentId::parse), f.id_opt("case", CaseId::parse));
    let (result, answer_by) = (f.word_opt("result"), f.seconds_opt("answer_by"));
    let (from, to, at, text) = (from?, to?, at?, text?);
    let body =
        Ledger::Call(CallLogged { call: CallId::of(&[]), from, to, at, text, incident, case, result, answer_by });
    Some(Entry { line: f.line(), name, answers, agreement_open: false, body })
}

fn obligation(f: &mut Fields<'_>) -> Option<Entry> {
    let agreement = f.id_opt("agreement", |text| {
        let bytes = data_encoding::HEXLOWER.decode(text.as_bytes()).ok()?;
        bytes.try_into().ok().map(Digest)
    });
    let (obligation, performance) = (f.name("obligation"), f.word("performance"));
    let (according_to, when) = (f.name("according_to"), f.interval("when"));
    let (extended_to, claims) = (f.interval_opt("extended_to"), f.ids("claims", ClaimId::parse));
    let (document, note) = (f.id_opt("document", DocumentId::parse), f.text_opt("note"));
    let (obligation, performance, according_to, when) = (obligation?, performance?, according_to?, when?);
    if (performance == Performance::Extended) != extended_to.is_some() {
        let hint = "Write extended_to with performance = \"extended\", and with nothing else.";
        f.problem(f.line(), "the new day does not fit".to_owned(), hint);
    }
    let body = Ledger::Obligation(ObligationReported {
        agreement: agreement.unwrap_or(Digest([0; 32])),
        obligation,
        performance,
        according_to,
        when,
        extended_to,
        claims,
        document,
        note,
    });
    Some(Entry { line: f.line(), name: None, answers: None, agreement_open: agreement.is_none(), body })
}

fn source_grade(f: &mut Fields<'_>) -> Option<SourceGraded> {
    let (source, topic, letter) = (f.name("source"), f.name("topic"), f.word("letter"));
    let (assessor, why) = (f.name("assessor"), f.text("why"));
    Some(SourceGraded { source: source?, topic: topic?, letter: letter?, assessor: assessor?, why: why? })
}

fn information_grade(f: &mut Fields<'_>) -> Option<InformationGraded> {
    let (claim, number) = (f.id("claim", ClaimId::parse), f.word("number"));
    let (assessor, blind, why) = (f.name("assessor"), f.flag("blind", false), f.text("why"));
    Some(InformationGraded { claim: claim?, number: number?, assessor: assessor?, blind, why: why? })
}

fn coding(f: &mut Fields<'_>) -> Option<Coded> {
    let (thing, field, value) = (f.name("thing"), f.name("field"), f.name("value"));
    let (coder, blind) = (f.name("coder"), f.flag("blind", false));
    Some(Coded { thing: thing?, field: field?, value: value?, coder: coder?, blind })
}

fn checked(f: &mut Fields<'_>) -> Option<IncidentChecked> {
    let (incident, result) = (f.id("incident", IncidentId::parse), f.word("result"));
    let (methods, team) = (f.words("methods"), f.names("team"));
    let (limits, case) = (f.text_opt("limits"), f.id_opt("case", CaseId::parse));
    Some(IncidentChecked { incident: incident?, result: result?, methods, team, limits, case })
}

fn withdrawn(f: &mut Fields<'_>) -> Option<SourceWithdrawn> {
    let (document, by, why) = (f.id("document", DocumentId::parse), f.name("by"), f.text("why"));
    Some(SourceWithdrawn { document: document?, by: by?, why: why? })
}
