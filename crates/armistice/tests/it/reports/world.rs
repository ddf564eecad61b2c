//! A mission of two members, built in memory: our own texts about both sides, ledgers, a case, a withdrawn page.

use crate::support::repository;
use armistice::{
    agreements,
    brief::{self, Source},
    intake,
    output::{brief_v1::RegisterAsOf, report_v1::Report},
    places,
    report::{self, Inputs, Kind},
};
use armistice_core::{
    agreement::words::ActorKind,
    id::{AccessId, BulletinId, CallId, CaseId, CoverageId, DocumentId, IncidentId, ObservationId, ReportId},
    place::PlacePrecision,
    record::Register,
    statement::{
        Body, Decoded, Header, Statement,
        casework::{AccessOutcome, CaseReceived, CaseRegistered, Casework},
        ledger::{
            AccessFor, AccessRecorded, AsOf, BulletinRecorded, BulletinRow, CallLogged, CallResult, Confirmation,
            CoverageRecorded, Edition, Heading, Hindrance, IncidentListed, Ledger, Means, ObservationRecorded,
            Observed, ReportIssued, SourceWithdrawn, Stance, Standing, Unit, Watch,
        },
        wire::{Digest, Interval, Number, Site},
    },
    time::Moment,
};
use armistice_read::document::{self, Context};
use armistice_tlog::{hash::Hash, tree::Frontier};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;

const MISSION: &str = "lakes";
/// When pages were read: 20 January 2017, 08:00 UTC.
const READ: i64 = 1_484_899_200;
/// When the ledgers were kept: a day later.
pub(crate) const LEDGER: i64 = READ + 86_400;
/// The cut-off: 1 February 2017, 00:00 UTC.
const CUT_OFF: i64 = 1_485_907_200;

/// Pages of our own, about both sides. The third is withdrawn.
const PAGES: &[(&str, &str)] = &[
    (
        "page-a.txt",
        "Nine dead in shelling of Saraqib\nThe Valley Gazette\n17 January 2017\n\nGovernment forces shelled the town of Saraqib in \
         Idlib province on January 16, 2017, killing nine civilians, the head of the town's clinic told the Valley Gazette. The \
         shells fell on the market shortly after noon prayers.\n\nThe clinic has no fuel left for its generator, he said.\n",
    ),
    (
        "page-c.txt",
        "Market in Saraqib hit\nThe Lakeside Herald\n17 January 2017\n\nA teacher who was buying bread in Saraqib, in Idlib province, \
         said that artillery shells hit the market on January 16, 2017, and that nine civilians were killed. She spoke to the \
         Lakeside Herald by telephone and described three explosions.\n\nSchools in the town stayed shut.\n",
    ),
    (
        "page-b.txt",
        "Twelve killed in Mhardeh\nThe Hill Courier\n18 January 2017\n\nArmed opposition groups fired rockets at the town of Mhardeh \
         in Hama province on January 17, 2017, killing twelve people, the mayor told the Hill Courier. The militants fired from \
         the north, he said.\n\nThe power station was not hit, according to its director.\n",
    ),
    (
        "page-d.txt",
        "Strikes in Idlib\nThe Quay Review\n19 January 2017\n\nAir strikes were reported in Idlib province on January 18, 2017, by a \
         rescue service. It did not say who carried them out, and gave no figures.\n\nRain is expected.\n",
    ),
];

/// The mission.
pub(crate) struct World {
    pub(crate) registers: Vec<Register>,
    pub(crate) as_of: Vec<RegisterAsOf>,
}

/// One member's register as it grows.
struct Book {
    member: &'static str,
    entries: Vec<([u8; 32], Decoded)>,
}

impl Book {
    fn new(member: &'static str) -> Self {
        Self { member, entries: vec![] }
    }

    fn seq(&self) -> u64 {
        self.entries.len() as u64
    }

    fn say(&mut self, asserted: i64, body: Body) {
        let (seq, member) = (self.seq(), self.member.to_owned());
        let id = Sha256::digest([self.member.as_bytes(), &seq.to_be_bytes()].concat()).into();
        let header = Header { mission: MISSION.to_owned(), member, seq, prev: None, asserted, seen: vec![] };
        self.entries.push((id, Decoded::Known(Box::new(Statement { header, body }))));
    }

    fn ledger(&mut self, entry: Ledger) {
        self.say(LEDGER, Body::Ledger(Box::new(entry)));
    }

    fn register(self) -> Register {
        let origin = format!("{MISSION}/{}", self.member);
        Register { origin, member: self.member.to_owned(), entries: self.entries, stopped: None }
    }
}

fn sizes(registers: &[Register]) -> Vec<RegisterAsOf> {
    let row = |r: &Register| {
        let mut tree = Frontier::new();
        for (id, _) in &r.entries {
            tree.push(Hash::from_bytes(*id));
        }
        let root = tree.root().hex();
        RegisterAsOf { origin: r.origin.clone(), member: r.member.clone(), size: tree.size(), root }
    };
    registers.iter().map(row).collect()
}

fn days(from: &str, to: &str) -> Interval {
    let day = |s: &str| Some(s.parse::<Moment>().expect("a moment"));
    Interval { from: day(from), to: day(to) }
}

fn text(words: &str) -> String {
    words.to_owned()
}

fn document(bytes: &str) -> DocumentId {
    DocumentId::of(&[Sha256::digest(bytes.as_bytes()).as_slice()])
}

impl World {
    pub(crate) fn new() -> Self {
        Self::made(true)
    }

    pub(crate) fn without_withdrawal() -> Self {
        Self::made(false)
    }

    /// Nobody has said anything but that the mission is open.
    pub(crate) fn empty() -> Self {
        let mut book = Book::new("analyst");
        open(&mut book);
        let registers = vec![book.register()];
        Self { as_of: sizes(&registers), registers }
    }

    fn made(withdrawn: bool) -> Self {
        let mut analyst = Book::new("analyst");
        let agreement = open(&mut analyst);
        let pages = read(&mut analyst);
        let registers = vec![analyst.register()];
        let as_of = sizes(&registers);
        let source = Source {
            id: MISSION,
            title: MISSION,
            registers: &registers,
            as_of: as_of.clone(),
            without: BTreeSet::new(),
        };
        let found = brief::of(source).brief;
        let shelled = found
            .incidents
            .iter()
            .find(|i| i.counts.iter().any(|c| c.what == "killed" && c.status == "civilians"))
            .expect("the shelling with civilians killed");
        let incident = IncidentId::parse(&shelled.id).expect("an id");
        let mut north = Book::new("north");
        north.say(READ, Body::MissionOpened { title: text("Ceasefire of the lakes"), key: [7; 32] });
        issued(&mut north, pages, &registers[0]);
        coverage(&mut north);
        lists(&mut north, &incident);
        calls(&mut north, &incident);
        case(&mut north, agreement, &incident);
        if withdrawn {
            north.ledger(Ledger::SourceWithdrawn(SourceWithdrawn {
                document: document(PAGES[1].1),
                by: text("The Lakeside Herald"),
                why: text("the publisher withdrew it: the teacher was not in the town"),
            }));
        }
        let registers = vec![registers.into_iter().next().expect("one"), north.register()];
        Self { as_of: sizes(&registers), registers }
    }

    pub(crate) fn inputs(&self, edition: Edition, kind: Kind) -> Inputs<'_> {
        let day = |s: &str| s.parse().expect("a day");
        let (from, to) = match kind {
            Kind::Daily => ("2017-01-16", "2017-01-16"),
            Kind::Weekly => ("2017-01-16", "2017-01-22"),
            Kind::Period => ("2017-01-16", "2017-01-31"),
            Kind::Closing => ("2016-12-30", "2017-01-31"),
        };
        Inputs {
            mission: MISSION,
            title: MISSION,
            registers: &self.registers,
            as_of: &self.as_of,
            from: day(from),
            to: day(to),
            cut_off: CUT_OFF,
            kind,
            edition,
        }
    }

    pub(crate) fn report(&self, edition: Edition, kind: Kind) -> Report {
        report::compose(&self.inputs(edition, kind)).expect("a report")
    }
}

fn open(book: &mut Book) -> Digest {
    book.say(READ, Body::MissionOpened { title: text("Ceasefire of the lakes"), key: [9; 32] });
    let path = repository().join("agreements/syria-2016-12-30.toml");
    let file = agreements::read_file(&path).expect("an agreement");
    for body in agreements::adopt(&file) {
        book.say(READ, body);
    }
    Digest(file.sha256)
}

/// Reads the pages, and gives the size of the register after the first two.
fn read(book: &mut Book) -> u64 {
    let path = repository().join("agreements/syria-2016-12-30.toml");
    let agreement = agreements::read_file(&path).expect("an agreement").agreement;
    let known = agreement.actors.iter().filter(|a| a.kind != ActorKind::Third);
    let context = Context {
        gazetteer: places::gazetteer().expect("the gazetteer"),
        countries: vec![text("SY")],
        actor_aliases: known.flat_map(|a| a.aliases.iter().cloned().chain([a.name.clone()])).collect(),
    };
    let mut after_two = 0;
    let mut documents = Vec::new();
    for (n, (name, page)) in PAGES.iter().enumerate() {
        let id = document(page);
        let read = document::read(page.as_bytes(), Some(name), &id, &context).expect("a page");
        book.say(
            READ,
            Body::DocumentCaptured {
                document: id.clone(),
                sha256: Sha256::digest(page.as_bytes()).into(),
                size: page.len() as u64,
                file: text(name),
            },
        );
        for body in intake::said(&read) {
            book.say(READ, body);
        }
        documents.push(id);
        if n == 1 {
            after_two = book.seq();
        }
    }
    book.say(READ, Body::Compared { engine: document::engine(), documents });
    after_two
}

/// A report over the first two pages was issued.
fn issued(book: &mut Book, size: u64, analyst: &Register) {
    let report = ReportId::begun(MISSION, book.member, book.seq());
    let as_of = vec![AsOf { origin: analyst.origin.clone(), size, root: Digest([1; 32]) }];
    book.say(
        LEDGER - 3600,
        Body::Ledger(Box::new(Ledger::Report(ReportIssued {
            report,
            edition: Edition::Internal,
            number: 1,
            period: days("2017-01-16", "2017-01-31"),
            digest: Digest([2; 32]),
            as_of,
            supersedes: None,
        }))),
    );
}

fn coverage(book: &mut Book) {
    let mut entry = |area: &str, from: &str, to: &str, means, watch, hindrance, by: &[&str], units| {
        let coverage = CoverageId::begun(MISSION, book.member, book.seq());
        book.ledger(Ledger::Coverage(CoverageRecorded {
            coverage,
            area: text(area),
            period: days(from, to),
            means,
            watch,
            hindrance,
            by: by.iter().map(|b| text(b)).collect(),
            units,
            hours: None,
            note: None,
        }));
    };
    entry("Hama", "2017-01-16", "2017-01-20", Means::Patrol, Watch::Observed, None, &[], None);
    entry(
        "Idlib",
        "2017-01-17",
        "2017-01-18",
        Means::Camera,
        Watch::NotObserved,
        Some(Hindrance::Outage),
        &[],
        Some(3),
    );
    let denied = Some(Hindrance::AccessDenied);
    entry(
        "post of the northern team",
        "2017-01-19",
        "2017-01-19",
        Means::Post,
        Watch::Limited,
        denied,
        &["sy-gov"],
        Some(1),
    );
    let observation = ObservationId::begun(MISSION, book.member, book.seq());
    book.ledger(Ledger::Observation(ObservationRecorded {
        observation,
        incident: None,
        what: Observed::Explosion,
        number: Number::exactly(37),
        means: Means::Camera,
        site: Some(Site {
            text: text("Mhardeh"),
            name: Some(text("Mhardeh")),
            precision: PlacePrecision::Settlement,
            lat: None,
            lon: None,
            country: Some(text("SY")),
            admin1: Some(text("Hama")),
        }),
        when: days("2017-01-17T09:00Z", "2017-01-17T10:00Z"),
        heading: Heading::Undetermined,
        weapon: None,
        assessed_as: None,
    }));
    let access = AccessId::begun(MISSION, book.member, book.seq());
    book.ledger(Ledger::Access(AccessRecorded {
        access,
        purpose: text("visit of monitors to hill 407"),
        area: text("hill 407"),
        when: days("2017-01-18", "2017-01-18"),
        of: vec![text("sy-gov")],
        outcome: Some(AccessOutcome::Denied),
        by: vec![text("sy-gov")],
        why: None,
        case: None,
        asked_for: Some(AccessFor::Monitors),
    }));
}

fn lists(book: &mut Book, incident: &IncidentId) {
    let mut bulletin = |recorder: &str, total, rows: &[(&str, u64)], of: Option<(&str, u64, u64)>| {
        let bulletin = BulletinId::begun(MISSION, book.member, book.seq());
        book.ledger(Ledger::Bulletin(BulletinRecorded {
            bulletin,
            recorder: text(recorder),
            publisher: text("russia"),
            period: days("2017-01-16", "2017-01-17"),
            unit: Unit::Violations,
            definition: None,
            standing: Standing::Recorded,
            total: Some(total),
            rows: rows
                .iter()
                .map(|(p, n)| BulletinRow {
                    place: Some(text(p)),
                    act: None,
                    count: Some(*n),
                    author: None,
                    place_read: None,
                })
                .collect(),
            confirmations: of
                .iter()
                .map(|(of, confirmed, out_of)| Confirmation {
                    of: text(of),
                    confirmed: Some(*confirmed),
                    out_of: Some(*out_of),
                })
                .collect(),
            document: None,
            reference: None,
        }));
    };
    bulletin("russia", 4, &[("Latakia", 3), ("Hama", 1)], Some(("turkey", 0, 9)));
    bulletin("turkey", 9, &[("Idlib", 8), ("Hama", 1)], None);
    for (recorder, stance) in [("turkey", Stance::Listed), ("russia", Stance::Rejected)] {
        book.ledger(Ledger::Listed(IncidentListed {
            incident: incident.clone(),
            recorder: text(recorder),
            stance,
            number: None,
            when: days("2017-01-16", "2017-01-16"),
            unit: Some(Unit::Incidents),
            count: Number::exactly(1),
            document: None,
        }));
    }
}

fn calls(book: &mut Book, incident: &IncidentId) {
    let call = CallId::begun(MISSION, book.member, book.seq());
    let mut log = |from: &str, to: &str, at: &str, said: &str, result| {
        book.ledger(Ledger::Call(CallLogged {
            call: call.clone(),
            from: text(from),
            to: text(to),
            at: days(at, at),
            text: text(said),
            incident: Some(incident.clone()),
            case: None,
            result,
            answer_by: None,
        }));
    };
    log("turkey", "russia", "2017-01-16T10:00Z", "Please stop the fire on the market.", None);
    log("russia", "turkey", "2017-01-16T10:25Z", "We will look into it.", Some(CallResult::Undertaken));
}

fn case(book: &mut Book, agreement: Digest, incident: &IncidentId) {
    let case = CaseId::begun(MISSION, book.member, book.seq());
    let mut say = |step| book.say(LEDGER, Body::Casework(Box::new(step)));
    say(Casework::Received(CaseReceived {
        case: case.clone(),
        agreement,
        complainant: text("sy-opp"),
        accused: vec![text("sy-gov")],
        affected: vec![text("sy-opp")],
        clauses: vec![],
        incidents: vec![incident.clone()],
        documents: vec![],
        allegation: text("The regime shelled the market of Saraqib."),
        urgent: false,
    }));
    say(Casework::Registered(CaseRegistered { case, number: text("2017-001") }));
}
