//! The ledgers: what the fold keeps, and what follows from it.

use crate::samples_ledger::interval;
use armistice_core::{
    id::{AccessId, BulletinId, CallId, CoverageId, DocumentId, IncidentId, ObservationId},
    ledger::{
        CallState, CellState, Ledgers, Period, Seen, Sum, access, beside, concordance, concordance_between, coverage,
        fold, hotline, lapse, observed, obstructions, recorders,
    },
    record::{EntryRef, Step},
    statement::{
        casework::AccessOutcome,
        ledger::{
            AccessRecorded, BulletinRecorded, BulletinRow, CallLogged, CallResult, Confirmation, CoverageRecorded,
            Heading, Hindrance, IncidentListed, IncidentTested, Ledger, Means, ObservationRecorded, Observed,
            SourceWithdrawn, Stance, Standing, Unit, Watch,
        },
        wire::{Digest, Number},
    },
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Statements, as registers would hold them.
#[derive(Default)]
struct Book(Vec<Step<Ledger>>);

impl Book {
    /// Says something in a member's register; the body is made from the number of its statement.
    fn say(&mut self, member: &str, body: impl FnOnce(u64) -> Ledger) -> &mut Self {
        let seq = self.0.len() as u64;
        let id = [u8::try_from(seq).expect("a small book"); 32];
        let at = EntryRef { member: member.to_owned(), index: seq, id };
        self.0.push(Step { at, seq, mission: "m".to_owned(), asserted: 0, seen: vec![], body: body(seq) });
        self
    }

    fn fold(&self) -> Ledgers {
        fold(&self.0)
    }

    /// A bulletin: recorder, window, total, rows, what it confirms of another list.
    fn bulletin(
        &mut self,
        recorder: &str,
        window: (&str, &str),
        total: Option<u64>,
        rows: &[(&str, Option<u64>)],
        confirmed: &[(&str, u64, u64)],
    ) -> &mut Self {
        let b = bulletin(recorder, window, total, rows, confirmed);
        self.say("analyst", |seq| {
            Ledger::Bulletin(BulletinRecorded { bulletin: BulletinId::begun("m", "analyst", seq), ..b })
        })
    }
}

fn bulletin(
    recorder: &str,
    window: (&str, &str),
    total: Option<u64>,
    rows: &[(&str, Option<u64>)],
    confirmed: &[(&str, u64, u64)],
) -> BulletinRecorded {
    let row = |(place, count): &(&str, Option<u64>)| BulletinRow {
        place: (!place.is_empty()).then(|| (*place).to_owned()),
        act: None,
        count: *count,
        author: None,
        place_read: None,
    };
    let confirmation = |(of, confirmed, out_of): &(&str, u64, u64)| Confirmation {
        of: (*of).to_owned(),
        confirmed: Some(*confirmed),
        out_of: Some(*out_of),
    };
    BulletinRecorded {
        bulletin: BulletinId::of(&[]),
        recorder: recorder.to_owned(),
        publisher: "ru".to_owned(),
        period: interval(window.0, window.1),
        unit: Unit::Violations,
        definition: None,
        standing: Standing::Recorded,
        total,
        rows: rows.iter().map(row).collect(),
        confirmations: confirmed.iter().map(confirmation).collect(),
        document: None,
        reference: None,
    }
}

/// The four bulletins of January and March 2017 whose figures are known.
fn four() -> Book {
    let mut book = Book::default();
    let n = Some;
    let a = ("2017-01-15", "2017-01-16");
    book.bulletin("ru", a, n(4), &[("Latakia", n(4))], &[("tr", 0, 9)]);
    book.bulletin("tr", a, n(9), &[("Damascus", n(4)), ("Aleppo", n(3)), ("Hama", n(2))], &[]);
    let b = ("2017-01-21", "2017-01-22");
    book.bulletin("ru", b, n(2), &[("Hama", n(1)), ("Latakia", n(1))], &[("tr", 3, 12)]);
    book.bulletin("tr", b, n(12), &[("Aleppo", n(6)), ("", None)], &[]);
    let c = ("2017-01-22", "2017-01-23");
    book.bulletin("ru", c, n(9), &[("Hama", n(6)), ("Latakia", n(3))], &[]);
    book.bulletin("tr", c, n(0), &[], &[]);
    let d = ("2017-03-30", "2017-03-31");
    let ru = [("Damascus", n(6)), ("Latakia", n(2)), ("Daraa", n(2)), ("Hama", n(1))];
    let tr = [("Hama", n(4)), ("Idlib", n(4)), ("Damascus", n(2)), ("Daraa", n(2)), ("Latakia", n(2)), ("Homs", n(1))];
    book.bulletin("ru", d, n(11), &ru, &[("tr", 0, 15)]);
    book.bulletin("tr", d, n(15), &tr, &[]);
    book
}

#[test]
fn the_four_bulletins_give_three_of_thirty_six() {
    let l = four().fold();
    let c = concordance(&l, &Period::default());
    let rate = c.rates.iter().find(|r| r.by == "ru" && r.of == "tr").expect("a rate");
    assert_eq!((rate.confirmed, rate.out_of, rate.silent), (3, 36, 0));
    assert_eq!(rate.words(), "3 of 36 (0 of 9, 3 of 12, 0 of 0, 0 of 15)");
    // What the Turkish side says of the Russian lists is not known: that is no zero.
    let other = c.rates.iter().find(|r| r.by == "tr" && r.of == "ru").expect("a rate");
    assert_eq!((other.confirmed, other.out_of, other.silent), (0, 0, 26));
    assert_eq!(other.words(), "not stated");
    let sums: Vec<String> = c.columns.iter().map(|c| c.sum.words(&c.rows)).collect();
    assert_eq!(
        sums,
        [
            "4 = 4",
            "4 + 3 + 2 = 9",
            "1 + 1 = 2",
            "6 + not stated; the bulletin says 12",
            "6 + 3 = 9",
            "total 0",
            "6 + 2 + 2 + 1 = 11",
            "4 + 4 + 2 + 2 + 2 + 1 = 15"
        ]
    );
    assert!(c.columns.iter().all(|c| c.publisher == "ru"), "the Turkish column has a Russian publisher");
    let cells = |pair: usize| -> Vec<(&str, CellState)> {
        c.pairs[pair].cells.iter().map(|c| (c.place.as_str(), c.state)).collect()
    };
    use CellState::{Disagree, Matched, NotStated, OnlyA, OnlyB};
    assert_eq!(cells(0), [("Aleppo", OnlyB), ("Damascus", OnlyB), ("Hama", OnlyB), ("Latakia", OnlyA)]);
    // Six of the twelve were not seen: what they say of Hama and Latakia is not known.
    assert_eq!(cells(1), [("Aleppo", OnlyB), ("Hama", NotStated), ("Latakia", NotStated)]);
    assert_eq!(cells(2), [("Hama", OnlyA), ("Latakia", OnlyA)]);
    assert_eq!(
        cells(3),
        [
            ("Damascus", Disagree),
            ("Daraa", Matched),
            ("Hama", Disagree),
            ("Homs", OnlyB),
            ("Idlib", OnlyB),
            ("Latakia", Matched)
        ]
    );
    assert!(c.apart.is_empty(), "{:?}", c.apart);
    let totals: Vec<_> = c.totals.iter().map(|t| (t.recorder.as_str(), t.sum, t.lists)).collect();
    assert_eq!(totals, [("ru", Some(26), 4), ("tr", Some(36), 4)]);
}

#[test]
fn a_period_takes_whole_windows_and_names_the_others() {
    let l = four().fold();
    let c = concordance(&l, &interval("2017-01-22", "2017-01-31"));
    assert_eq!(c.columns.len(), 2);
    assert_eq!(c.left_out.len(), 2, "the window that begins on the 21st lies in the period only in part");
}

#[test]
fn windows_that_only_overlap_are_not_compared() {
    let mut book = Book::default();
    book.bulletin("a", ("2021-05-11T19:00Z", "2021-05-12T19:00Z"), Some(1), &[("North", Some(1))], &[]);
    book.bulletin("b", ("2021-05-12", "2021-05-12"), Some(1), &[("North", Some(1))], &[]);
    let c = concordance(&book.fold(), &Period::default());
    assert!(c.pairs.is_empty());
    assert_eq!(c.apart.len(), 1);
    assert!(c.apart[0].why.starts_with("the windows only overlap"), "{}", c.apart[0].why);
}

#[test]
fn sums_that_do_not_add_up_are_shown() {
    let sum = |total, rows: &[(&str, Option<u64>)]| {
        let mut book = Book::default();
        book.bulletin("a", ("2021-05-12", "2021-05-12"), total, rows, &[]);
        concordance(&book.fold(), &Period::default()).columns[0].sum
    };
    assert_eq!(sum(Some(11), &[("x", Some(6)), ("y", Some(2))]), Sum::Differs { stated: 11, rows: 8 });
    assert_eq!(sum(Some(3), &[("x", Some(6)), ("y", None)]), Sum::Differs { stated: 3, rows: 6 });
    assert_eq!(sum(Some(11), &[("x", Some(6)), ("y", None)]), Sum::Incomplete { stated: Some(11), rows: 6 });
    assert_eq!(sum(None, &[("x", Some(6))]), Sum::Incomplete { stated: None, rows: 6 });
    assert_eq!(sum(Some(11), &[("x", Some(6)), ("y", Some(5))]), Sum::Agrees { total: 11 });
}

#[test]
fn unlike_numbers_are_never_in_one_sum() {
    let mut book = Book::default();
    let window = ("2021-05-12", "2021-05-12");
    for (standing, unit) in [
        (Standing::Recorded, Unit::Violations),
        (Standing::PartyDeclared, Unit::Violations),
        (Standing::Verified, Unit::Violations),
        (Standing::Recorded, Unit::Observations),
    ] {
        let b = bulletin("a", window, Some(5), &[], &[]);
        book.say("x", |seq| {
            let bulletin = BulletinId::begun("m", "x", seq);
            Ledger::Bulletin(BulletinRecorded { bulletin, standing, unit, ..b })
        });
    }
    let c = concordance(&book.fold(), &Period::default());
    assert_eq!(c.totals.len(), 4);
    assert!(c.totals.iter().all(|t| t.sum == Some(5)));
    assert!(c.pairs.is_empty() && c.rates.is_empty());
    // Two windows of one recorder that share time may hold the same thing twice.
    let mut book = Book::default();
    book.bulletin("a", ("2021-05-01", "2021-05-31"), Some(9), &[], &[]);
    book.bulletin("a", ("2021-05-12", "2021-05-12"), Some(2), &[], &[]);
    assert_eq!(concordance(&book.fold(), &Period::default()).totals[0].sum, None);
}

#[test]
fn one_list_entered_twice_counts_once_and_differently_not_at_all() {
    let enter = |second: u64| {
        let mut book = Book::default();
        book.bulletin("b", ("2021-05-12", "2021-05-12"), Some(7), &[], &[]);
        for (member, confirmed) in [("x", 2), ("y", second)] {
            let b = bulletin("a", ("2021-05-12", "2021-05-12"), Some(4), &[("North", Some(4))], &[("b", confirmed, 7)]);
            book.say(member, |seq| {
                let reference = Some(format!("page {seq}"));
                Ledger::Bulletin(BulletinRecorded { bulletin: BulletinId::begun("m", member, seq), reference, ..b })
            });
        }
        let c = concordance(&book.fold(), &Period::default());
        let a = c.columns.iter().find(|c| c.recorder == "a").expect("a column").clone();
        let rate = c.rates.iter().find(|r| r.by == "a").expect("a rate").clone();
        (a.entered.len(), a.disputed, rate.words(), c.pairs[0].cells[0].state)
    };
    assert_eq!(enter(2), (2, false, "2 of 7 (2 of 7)".to_owned(), CellState::NotStated));
    assert_eq!(enter(3), (2, true, "not stated".to_owned(), CellState::NotStated));
}

fn listed(incident: &IncidentId, recorder: &str, stance: Stance, unit: Option<Unit>, count: u64) -> Ledger {
    Ledger::Listed(IncidentListed {
        incident: incident.clone(),
        recorder: recorder.to_owned(),
        stance,
        number: None,
        when: interval("2021-05-12", "2021-05-12"),
        unit,
        count: Number::exactly(count),
        document: None,
    })
}

fn explosions(seq: u64, incident: &IncidentId, n: Number, assessed_as: Option<&str>) -> Ledger {
    Ledger::Observation(ObservationRecorded {
        observation: ObservationId::begun("m", "analyst", seq),
        incident: Some(incident.clone()),
        what: Observed::Explosion,
        number: n,
        means: Means::Camera,
        site: None,
        when: interval("2021-05-12", "2021-05-12"),
        heading: Heading::Undetermined,
        weapon: None,
        assessed_as: assessed_as.map(str::to_owned),
    })
}

#[test]
fn one_shelling_is_one_incident_with_37_observations_and_three_recorders() {
    let incident = IncidentId::of(&[b"a shelling"]);
    let mut book = Book::default();
    book.say("analyst", |_| listed(&incident, "data set", Stance::Listed, Some(Unit::Incidents), 1));
    book.say("analyst", |_| listed(&incident, "party-a", Stance::Listed, Some(Unit::Complaints), 1));
    book.say("analyst", |_| listed(&incident, "party-b", Stance::Listed, Some(Unit::Violations), 4));
    book.say("analyst", |seq| explosions(seq, &incident, Number::exactly(37), None));
    // A notified exercise is counted apart.
    book.say("analyst", |seq| explosions(seq, &incident, Number::exactly(5), Some("exercise")));
    let l = book.fold();
    assert_eq!(l.listings.len(), 1);
    assert_eq!(recorders(&l, &incident).len(), 3);
    let observed = observed(&l, Some(&incident));
    let words: Vec<_> = observed.iter().map(|o| (o.assessed_as.as_deref(), o.total.words())).collect();
    assert_eq!(words, [(None, "37".to_owned()), (Some("exercise"), "5".to_owned())]);
    let c = concordance(&l, &Period::default());
    let figures: Vec<_> =
        c.third_parties[0].recorders.iter().map(|f| (f.recorder.as_str(), f.unit, f.count.best)).collect();
    assert_eq!(
        figures,
        [
            ("data set", Some(Unit::Incidents), Some(1)),
            ("party-a", Some(Unit::Complaints), Some(1)),
            ("party-b", Some(Unit::Violations), Some(4))
        ]
    );
}

#[test]
fn a_number_that_is_not_stated_is_no_zero() {
    let incident = IncidentId::of(&[b"x"]);
    let total = |numbers: &[Number]| {
        let mut book = Book::default();
        for n in numbers {
            book.say("analyst", |seq| explosions(seq, &incident, *n, None));
        }
        observed(&book.fold(), None)[0].total.words()
    };
    let between = Number { min: Some(2), best: None, max: Some(5) };
    assert_eq!(total(&[Number::default()]), "not stated");
    assert_eq!(total(&[Number::exactly(3), Number::default()]), "at least 3");
    assert_eq!(total(&[Number::exactly(3), between]), "5 to 8");
    assert_eq!(total(&[Number::exactly(3), Number::exactly(0)]), "3");
}

#[test]
fn what_third_parties_have_and_no_guarantor() {
    let (known, unknown) = (IncidentId::of(&[b"known"]), IncidentId::of(&[b"unknown"]));
    let mut book = Book::default();
    book.say("analyst", |_| listed(&known, "an organisation", Stance::Listed, None, 1));
    book.say("analyst", |_| listed(&known, "guarantor-a", Stance::Confirmed, None, 1));
    book.say("analyst", |_| listed(&unknown, "an organisation", Stance::Listed, None, 1));
    book.say("analyst", |_| listed(&unknown, "guarantor-a", Stance::Rejected, None, 1));
    book.say("analyst", |_| listed(&unknown, "guarantor-b", Stance::NotAddressed, None, 1));
    let guarantors: BTreeSet<String> = ["guarantor-a", "guarantor-b"].map(str::to_owned).into();
    let c = concordance_between(&book.fold(), &Period::default(), &guarantors);
    assert_eq!(c.third_parties.len(), 1);
    let only = &c.third_parties[0];
    assert_eq!(only.incident, unknown);
    assert!(only.rejected_by.contains("guarantor-a") && only.not_addressed_by.contains("guarantor-b"));
}

fn cameras(seq: u64, from: &str, to: &str, watch: Watch, hindrance: Option<Hindrance>) -> Ledger {
    Ledger::Coverage(CoverageRecorded {
        coverage: CoverageId::begun("m", "analyst", seq),
        area: "North".to_owned(),
        period: interval(from, to),
        means: Means::Camera,
        watch,
        hindrance,
        by: vec![],
        units: Some(3),
        hours: None,
        note: None,
    })
}

#[test]
fn a_day_without_an_entry_is_not_known() {
    let mut book = Book::default();
    book.say("analyst", |s| cameras(s, "2021-05-10", "2021-05-11", Watch::Observed, None));
    book.say("analyst", |s| cameras(s, "2021-05-11", "2021-05-12", Watch::NotObserved, Some(Hindrance::Outage)));
    book.say("analyst", |s| cameras(s, "", "", Watch::Limited, Some(Hindrance::Weather)));
    let l = book.fold();
    let c = coverage(&l, "North", &interval("2021-05-10", "2021-05-13"));
    let seen: Vec<Seen> = c.days.iter().map(|d| d.seen).collect();
    assert_eq!(seen, [Seen::Observed, Seen::Limited, Seen::NotObserved, Seen::NoEntry]);
    assert_eq!((c.undated.len(), c.hindrances.len(), c.hours), (1, 2, (0, 3)));
    assert_eq!(coverage(&l, "South", &interval("2021-05-10", "2021-05-11")).count(Seen::NoEntry), 2);
    // A zero of the 12th has the outage beside it, and the entry whose day is not known.
    assert_eq!(beside(&l, &interval("2021-05-12", "2021-05-12"), None).hindered.len(), 2);
    assert_eq!(beside(&l, &interval("2021-05-12", "2021-05-12"), Some("South")).entries, 0);
}

#[test]
fn requests_and_answers() {
    let mut book = Book::default();
    let request = |id: &AccessId, when: &str, outcome| {
        Ledger::Access(AccessRecorded {
            access: id.clone(),
            purpose: "monitors".to_owned(),
            area: "North".to_owned(),
            when: interval(when, when),
            of: vec!["party-a".to_owned()],
            outcome,
            by: vec![],
            why: None,
            case: None,
            asked_for: None,
        })
    };
    let ids: Vec<AccessId> = (0..4).map(|seq| AccessId::begun("m", "x", seq)).collect();
    for id in &ids {
        book.say("x", |_| request(id, "2021-05-12T08:00Z", None));
    }
    book.say("x", |_| request(&ids[0], "2021-05-12T09:30Z", Some(AccessOutcome::Denied)));
    book.say("x", |_| request(&ids[1], "2021-05-12", Some(AccessOutcome::Granted)));
    book.say("x", |_| request(&ids[2], "2021-05-13T08:00Z", Some(AccessOutcome::Granted)));
    book.say("y", |_| request(&ids[2], "2021-05-13T08:00Z", Some(AccessOutcome::Denied)));
    let foreign = AccessId::begun("m", "z", 77);
    book.say("y", |_| request(&foreign, "2021-05-13", None));
    let l = book.fold();
    let (chosen, rates) = access(&l, &Period::default());
    assert_eq!((chosen.len(), rates.denied(), rates.disputed, rates.open), (4, (1, 2), 1, 1));
    let clock = |i: usize| l.access[&ids[i]].clock().map(|c| c.words());
    assert_eq!(clock(0).as_deref(), Some("1 h 30 min"));
    assert_eq!(clock(1).as_deref(), Some("0 min to 1 d 3 h"), "a day without an hour is a day, anywhere");
    assert_eq!(clock(3), None);
    assert_eq!(obstructions(&l, &Period::default()).len(), 2);
    assert_eq!(l.irregular.len(), 1, "{:?}", l.irregular);
}

#[test]
fn calls_and_their_clocks() {
    let mut book = Book::default();
    let call = |id: &CallId, at: &str, result, answer_by| {
        Ledger::Call(CallLogged {
            call: id.clone(),
            from: "a".to_owned(),
            to: "b".to_owned(),
            at: interval(at, at),
            text: "stop".to_owned(),
            incident: None,
            case: None,
            result,
            answer_by,
        })
    };
    let ids: Vec<CallId> = (0..6).map(|seq| CallId::begun("m", "x", seq)).collect();
    for (id, by) in ids.iter().zip([None, None, None, Some(100), Some(300), None]) {
        book.say("x", |_| call(id, "2021-05-12T08:00Z", None, by));
    }
    book.say("y", |_| call(&ids[0], "2021-05-12T08:20Z", Some(CallResult::Undertaken), None));
    book.say("y", |_| call(&ids[1], "2021-05-12T09:00Z", Some(CallResult::Denied), None));
    book.say("y", |_| call(&ids[2], "2021-05-12T12:00Z", Some(CallResult::Deescalated), None));
    book.say("x", |_| call(&ids[2], "2021-05-12T12:30Z", Some(CallResult::Continued), None));
    book.say("x", |_| call(&ids[5], "2021-05-12T12:30Z", Some(CallResult::NoContact), None));
    let l = book.fold();
    let h = hotline(&l, &Period::default(), 200);
    let states: Vec<CallState> = ids.iter().map(|id| l.calls[id].state(200)).collect();
    assert_eq!(
        states,
        [
            CallState::Answered(CallResult::Undertaken),
            CallState::Answered(CallResult::Denied),
            CallState::Disputed,
            CallState::Overdue,
            CallState::Open,
            CallState::NoContact
        ]
    );
    assert_eq!((h.answered, h.unanswered, h.overdue), (3, 3, 1));
    let (median, of) = h.median.expect("a middle");
    assert_eq!((median.words().as_str(), of), ("1 h 00 min", 3));
}

#[test]
fn the_later_test_is_in_force_and_forks_are_shown() {
    let incident = IncidentId::of(&[b"x"]);
    let test = |supersedes: Option<u8>| {
        Ledger::Tested(IncidentTested {
            incident: incident.clone(),
            agreement: Digest([1; 32]),
            engine: 1,
            facts: Digest([2; 32]),
            answers: vec![],
            supersedes: supersedes.map(|n| Digest([n; 32])),
        })
    };
    let mut book = Book::default();
    book.say("x", |_| test(None)).say("x", |_| test(Some(0))).say("x", |_| test(Some(1)));
    let key = (incident.clone(), Digest([1; 32]));
    assert_eq!(book.fold().tests[&key].latest().map(|t| t.seq), Some(2));
    book.say("y", |_| test(Some(1)));
    let l = book.fold();
    assert_eq!(l.tests[&key].latest(), None);
    assert_eq!(l.tests[&key].heads().len(), 2);
}

#[test]
fn what_rests_on_a_withdrawn_document_is_named() {
    let document = DocumentId::of(&[b"a page"]);
    let mut book = Book::default();
    let b = bulletin("a", ("2021-05-12", "2021-05-12"), None, &[], &[]);
    book.say("x", |seq| {
        let bulletin = BulletinId::begun("m", "x", seq);
        Ledger::Bulletin(BulletinRecorded { bulletin, document: Some(document.clone()), ..b })
    });
    book.bulletin("b", ("2021-05-12", "2021-05-12"), None, &[], &[]);
    book.say("x", |_| {
        let (by, why) = ("its publisher".to_owned(), "an error".to_owned());
        Ledger::SourceWithdrawn(SourceWithdrawn { document: document.clone(), by, why })
    });
    let l = book.fold();
    assert_eq!(l.withdrawn.len(), 1);
    assert_eq!(l.resting_on(&document), [l.bulletins[0].body.bulletin.to_string()]);
}

#[test]
fn nobody_begins_a_thing_under_an_id_of_somebody_else() {
    let mut book = Book::default();
    let b = bulletin("a", ("2021-05-12", "2021-05-12"), None, &[], &[]);
    book.say("x", |seq| Ledger::Bulletin(BulletinRecorded { bulletin: BulletinId::begun("m", "y", seq), ..b.clone() }));
    book.say("x", |seq| Ledger::Bulletin(BulletinRecorded { bulletin: BulletinId::begun("m", "x", seq), ..b.clone() }));
    let l = book.fold();
    assert_eq!((l.bulletins.len(), l.irregular.len()), (1, 1));
}

#[test]
fn durations_are_no_more_exact_than_their_ends() {
    let check = |a: &str, b: &str, expected: Option<&str>| {
        assert_eq!(lapse(&interval(a, a), &interval(b, b)).map(|l| l.words()).as_deref(), expected, "{a} to {b}");
    };
    check("2021-05-12T08:00Z", "2021-05-12T14:40+06:00", Some("40 min"));
    check("2021-05-12T08:00Z", "2021-05-14T11:00Z", Some("2 d 3 h"));
    check("2021-05-12T08:00Z", "2021-05-11T08:00Z", None);
    check("2021-05-12T08:00", "2021-05-13T08:00", Some("0 min to 2 d 2 h"));
    check("2021-05-12T08:00Z", "", None);
}

proptest! {
    /// The statements of different members may come in any order: what is said of one thing stays together, and nothing is lost.
    #[test]
    fn nothing_is_lost_and_rates_never_exceed_their_denominators(
        lists in proptest::collection::vec((0_u8..3, 0_u8..3, proptest::option::of(0_u64..20), 0_u64..20), 0..12),
    ) {
        let mut book = Book::default();
        for (recorder, day, total, confirmed) in &lists {
            let recorder = ["a", "b", "c"][usize::from(*recorder)];
            let day = format!("2021-05-1{day}");
            let other = if recorder == "a" { "b" } else { "a" };
            book.bulletin(recorder, (&day, &day), *total, &[("North", *total)], &[(other, *confirmed, 20)]);
        }
        let l = book.fold();
        prop_assert_eq!(l.bulletins.len(), lists.len());
        let c = concordance(&l, &Period::default());
        prop_assert_eq!(c.columns.iter().map(|c| c.entered.len()).sum::<usize>(), lists.len());
        for rate in &c.rates {
            prop_assert!(rate.confirmed <= rate.out_of);
        }
        for pair in &c.pairs {
            let (a, b) = (&c.columns[pair.a], &c.columns[pair.b]);
            prop_assert!(a.window == b.window && a.unit == b.unit && a.standing == b.standing);
            for cell in &pair.cells {
                prop_assert_eq!(cell.state == CellState::NotStated, cell.a.is_none() || cell.b.is_none());
            }
        }
    }
}

/// Places are compared as they were read: two spellings of one are one, one name of two is two, and what is not known stays so.
#[test]
fn places_of_lists_are_compared_as_they_were_read() {
    let list = |recorder: &str, rows: &[(&str, Option<&str>, u64)]| {
        let plain: Vec<(&str, Option<u64>)> = rows.iter().map(|(p, _, n)| (*p, Some(*n))).collect();
        let total = rows.iter().map(|(_, _, n)| n).sum();
        let mut b = bulletin(recorder, ("2017-01-21", "2017-01-22"), Some(total), &plain, &[]);
        for (row, (_, read, _)) in b.rows.iter_mut().zip(rows) {
            row.place_read = read.map(str::to_owned);
        }
        b
    };
    let check = |a: &[(&str, Option<&str>, u64)], b: &[(&str, Option<&str>, u64)], expected: &[&str]| {
        let mut book = Book::default();
        for list in [list("a", a), list("b", b)] {
            let begun = |seq| BulletinId::begun("m", "x", seq);
            book.say("x", |seq| Ledger::Bulletin(BulletinRecorded { bulletin: begun(seq), ..list }));
        }
        let found = concordance(&book.fold(), &Period::default());
        let show = |n: Option<u64>| n.map_or_else(|| "?".to_owned(), |n| n.to_string());
        let cells: Vec<String> = found.pairs[0]
            .cells
            .iter()
            .map(|c| format!("{}: {} {} {}", c.place, show(c.a), show(c.b), c.state.id()))
            .collect();
        assert_eq!(cells, expected);
    };
    let (hama, one, other) = (Some("SY/Hama"), Some("SY/Hama/Salamiyah"), Some("SY/Homs/Salamiyah"));
    check(&[("Hama", hama, 2)], &[("Hamah", hama, 2)], &["Hama / Hamah: 2 2 matched"]);
    check(&[("Hama", hama, 2)], &[("Hama", hama, 3)], &["Hama: 2 3 disagree"]);
    check(&[("Salamiyah", one, 2)], &[("Salamiyah", other, 2)], &["Salamiyah: 2 0 only_a", "Salamiyah: 0 2 only_b"]);
    // Words that fit several places, or that one list's place is known for and the other's is not.
    check(&[("Salamiyah", Some("several"), 2)], &[("Salamiyah", Some("several"), 2)], &["Salamiyah: 2 2 place_open"]);
    check(&[("Hama", hama, 2)], &[("Hama", None, 2)], &["Hama: ? 2 place_open", "Hama: 2 ? place_open"]);
    check(&[("Salamiyah", Some("several"), 2)], &[("Hama", hama, 2)], &["Hama: 0 2 only_b", "Salamiyah: 2 0 only_a"]);
    // Nobody looked: the words are all there is.
    check(&[("North", None, 2)], &[("North", None, 2)], &["North: 2 2 matched"]);
}
