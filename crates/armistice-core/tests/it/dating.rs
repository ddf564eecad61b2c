//! Dating documents: page furniture that lies, years that follow, copies that lend their date.

use armistice_core::dating::{DateEvidence, DateRole, DocumentDates, date_documents};
use armistice_core::id::DocumentId;
use armistice_core::span::Span;
use armistice_core::time::{Direction, Moment, Tense, TimeExpr, Unit};
use jiff::civil::{Date, Weekday};
use proptest::prelude::*;

fn date(text: &str) -> Date {
    text.parse::<Moment>().expect("a day").date
}
fn id(name: &str) -> DocumentId {
    DocumentId::of(&[name.as_bytes()])
}
fn full(text: &str) -> TimeExpr {
    let d = date(text);
    TimeExpr::Calendar { year: Some(d.year()), month: Some(d.month()), day: Some(d.day()), weekday: None }
}
fn no_year(weekday: Weekday, month: i8, day: i8) -> TimeExpr {
    TimeExpr::Calendar { year: None, month: Some(month), day: Some(day), weekday: Some(weekday) }
}
fn weekday(weekday: Weekday) -> TimeExpr {
    TimeExpr::Weekday { weekday, direction: Direction::Nearest }
}

#[derive(Clone)]
struct Doc(&'static str, Vec<(DateRole, TimeExpr, Tense)>, Option<&'static str>);

fn documents(docs: &[Doc]) -> Vec<DocumentDates> {
    docs.iter()
        .map(|Doc(name, evidence, agreement)| DocumentDates {
            document: id(name),
            evidence: evidence
                .iter()
                .enumerate()
                .map(|(i, (role, expr, tense))| DateEvidence {
                    role: *role,
                    expr: expr.clone(),
                    tense: *tense,
                    span: Span::new(10 * i, 10 * i + 5),
                })
                .collect(),
            agreement_effective: agreement.map(date),
        })
        .collect()
}

/// `expected`: for each document its interval, precision and basis.
#[track_caller]
fn check(docs: &[Doc], copies: &[(&str, &str)], expected: &[&str]) {
    let copies: Vec<_> = copies.iter().map(|(a, b)| (id(a), id(b))).collect();
    let mut given = documents(docs);
    let found = date_documents(&given, &copies);
    let show: Vec<String> = found
        .iter()
        .map(|d| format!("{} {:?} {:?}", d.published.words(), d.published.precision, d.published.basis))
        .collect();
    assert_eq!(show, expected, "{found:#?}");
    // The order of the documents and of the copies changes nothing.
    given.reverse();
    let turned: Vec<_> = copies.iter().rev().map(|(a, b)| (b.clone(), a.clone())).collect();
    let mut again = date_documents(&given, &turned);
    again.reverse();
    assert_eq!(again, found);
}

use DateRole::{
    AgreementAge, Body, Caption, Lead, MetadataModified, MetadataPublished, PageHeader, PublicationLine, Url,
};
use Tense::{Future, Past};
use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};

#[test]
fn one_document() {
    let one = |evidence: Vec<(DateRole, TimeExpr, Tense)>, agreement, expected: &str| {
        check(&[Doc("a", evidence, agreement)], &[], &[expected]);
    };
    one(vec![], None, "not known Unknown NotStated");
    one(vec![(MetadataPublished, full("2021-05-12"), Past)], None, "2021-05-12 Day Metadata");
    one(vec![(PublicationLine, full("2021-05-12"), Past)], None, "2021-05-12 Day PublicationLine");
    one(
        vec![(MetadataPublished, full("2021-05-12"), Past), (PublicationLine, full("2021-05-13"), Past)],
        None,
        "2021-05-12 to 2021-05-13 Days Metadata",
    );
    one(vec![(Url, full("2021-05-12"), Past)], None, "2021-05-11 to 2021-05-13 Days Metadata");
    one(vec![(MetadataModified, full("2021-05-12"), Past)], None, "not known Unknown NotStated");
    // A header alone is no date, nor with a bare weekday that happens to fit.
    one(vec![(PageHeader, full("2021-05-12"), Past)], None, "not known Unknown NotStated");
    one(
        vec![(PageHeader, full("2021-05-12"), Past), (Lead, weekday(Tuesday), Past)],
        None,
        "not known Unknown NotStated",
    );
    // A header whose day the text names is.
    one(
        vec![(PageHeader, full("2021-05-12"), Past), (Lead, no_year(Tuesday, 5, 11), Past)],
        None,
        "2021-05-12 Day PublicationLine",
    );
    // The text names another day: the header is left aside.
    one(
        vec![
            (PageHeader, full("2021-10-12"), Past),
            (Caption, full("2021-05-10"), Past),
            (Lead, weekday(Monday), Past),
        ],
        None,
        "not before 2021-05-10 Period NotBeforeNewestDate",
    );
    // The year from the weekday, between the agreement and the day when the page was saved.
    let talks = || vec![(PageHeader, full("2021-10-12"), Past), (Lead, no_year(Monday, 5, 10), Past)];
    one(talks(), Some("2019-06-01"), "2021-05-10 to 2021-05-11 Days YearInferred");
    // Monday 10 May was in 2010 as well, so without a lower bound nothing follows.
    one(talks(), None, "not known Unknown NotStated");
    one(talks(), Some("2009-06-01"), "not before 2009-06-01 Period NotBeforeNewestDate");
    // Future days are no "not before".
    one(
        vec![(Body, full("2020-03-01"), Past), (Body, full("2020-09-01"), Future), (Caption, full("2020-02-01"), Past)],
        None,
        "not before 2020-03-01 Period NotBeforeNewestDate",
    );
    // The age of the agreement.
    let age = TimeExpr::Offset { amount: -3, unit: Unit::Week, approx: false };
    one(
        vec![(AgreementAge, age.clone(), Past)],
        Some("2021-04-20"),
        "2021-05-08 to 2021-05-17 Month CountedFromAgreement",
    );
    one(
        vec![(AgreementAge, age.clone(), Past), (Lead, weekday(Wednesday), Past)],
        Some("2021-04-20"),
        "2021-05-12 to 2021-05-13 Days CountedFromAgreement",
    );
    one(vec![(AgreementAge, age, Past)], None, "not known Unknown NotStated");
}

/// A wire in three garments: one with a day in the lead, one with a late header and a bare weekday, one with a caption.
fn wire() -> Vec<Doc> {
    vec![
        Doc("caption", vec![(Caption, full("2021-05-10"), Past), (Lead, weekday(Monday), Past)], Some("2021-04-20")),
        Doc("header", vec![(PageHeader, full("2021-10-12"), Past), (Lead, weekday(Monday), Past)], Some("2021-04-20")),
        Doc("lead", vec![(Lead, no_year(Monday, 5, 10), Past)], Some("2021-04-20")),
        Doc("alone", vec![(Lead, weekday(Monday), Past)], None),
    ]
}

#[test]
fn copies_lend_their_date() {
    check(
        &wire(),
        &[("caption", "header"), ("header", "lead")],
        &[
            "2021-05-10 to 2021-05-11 Days RelativeToCopiedText",
            "2021-05-10 to 2021-05-11 Days RelativeToCopiedText",
            "2021-05-10 to 2021-05-11 Days YearInferred",
            "not known Unknown NotStated",
        ],
    );
    // A dated copy dates the rest, and bounds the year.
    check(
        &[
            Doc("dated", vec![(MetadataPublished, full("2021-05-12"), Past)], None),
            Doc("lead", vec![(Lead, no_year(Monday, 5, 10), Past)], None),
            Doc("bare", vec![], None),
            Doc("far", vec![(Lead, weekday(Thursday), Past)], None),
        ],
        &[("dated", "lead"), ("lead", "bare"), ("far", "dated")],
        &[
            "2021-05-12 Day Metadata",
            "2021-05-10 to 2021-05-11 Days YearInferred",
            "2021-05-08 to 2021-05-13 Days RelativeToCopiedText",
            "2021-05-13 to 2021-05-14 Days RelativeToCopiedText",
        ],
    );
    // Two models far apart: an interval over both, never a choice.
    check(
        &[
            Doc("a", vec![(MetadataPublished, full("2021-05-12"), Past)], None),
            Doc("b", vec![(MetadataPublished, full("2021-07-12"), Past)], None),
            Doc("c", vec![], None),
        ],
        &[("a", "c"), ("b", "c")],
        &["2021-05-12 Day Metadata", "2021-07-12 Day Metadata", "2021-05-10 to 2021-07-14 Year RelativeToCopiedText"],
    );
    // A header that a copy contradicts, although the text names its day.
    check(
        &[
            Doc("a", vec![(MetadataPublished, full("2020-05-12"), Past)], None),
            Doc("b", vec![(PageHeader, full("2021-05-12"), Past), (Lead, full("2020-05-12"), Past)], None),
            Doc("c", vec![(PageHeader, full("2021-05-14"), Past), (Body, no_year(Friday, 5, 14), Past)], None),
        ],
        &[("a", "b"), ("a", "c")],
        &[
            "2020-05-12 Day Metadata",
            "2020-05-12 to 2020-05-14 Days RelativeToCopiedText",
            "2020-05-10 to 2020-05-14 Days RelativeToCopiedText",
        ],
    );
}

#[test]
fn reasons_are_told() {
    let copies = [(id("caption"), id("header")), (id("header"), id("lead"))];
    let found = date_documents(&documents(&wire()), &copies);
    let mut text = String::new();
    for (d, doc) in found.iter().zip(wire()) {
        text.push_str(&format!("{}: {}\n", doc.0, d.reasons.join("; ")));
        for p in &d.page_dates {
            text.push_str(&format!("  {:?} {} used={}: {}\n", p.role, p.when.words(), p.used, p.why));
        }
    }
    for doc in wire() {
        text = text.replace(id(doc.0).as_str(), &format!("<{}>", doc.0));
    }
    expect_test::expect![[r#"
        caption: shares text with <header> (2021-05-10 to 2021-05-11); the text or a caption tells of 2021-05-10 as past; the weekday of the lead fits only some of these days
          Caption 2021-05-10 used=false: a caption tells when the picture was taken
          Lead not known used=true: shares text with <header> (2021-05-10 to 2021-05-11)
        header: shares text with <lead> (2021-05-10 to 2021-05-11); the weekday of the lead fits only some of these days
          PageHeader 2021-10-12 used=false: the page header shows 2021-10-12, but a document that shares its text is dated 2021-05-10 to 2021-05-11
          Lead not known used=true: shares text with <lead> (2021-05-10 to 2021-05-11)
        lead: the lead names a day and its weekday, and 2021-05-10 is the only one that fits between 2021-05-06 and 2021-10-14; a lead names the day of writing or the day before
          Lead not known used=true: the lead names a day and its weekday, and 2021-05-10 is the only one that fits between 2021-05-06 and 2021-10-14; a lead names the day of writing or the day before
        alone: nothing on the page or in the text gives a date
    "#]].assert_eq(&text);
}

proptest! {
    /// Whatever the evidence: no panic, intervals in order, and no date on nothing.
    #[test]
    fn never_an_invented_date(
        rows in prop::collection::vec((0usize..4, 0usize..9, 0i64..900, 0usize..4, any::<bool>()), 0..12),
        copies in prop::collection::vec((0usize..4, 0usize..4), 0..6),
        agreement in prop::option::of(0i64..900),
    ) {
        let roles = [MetadataPublished, MetadataModified, PublicationLine, PageHeader, Caption, Url, Lead, Body, AgreementAge];
        let base = date("2020-01-01");
        let day = |n: i64| base.saturating_add(jiff::Span::new().days(n));
        let docs: Vec<DocumentDates> = (0..4).map(|i| DocumentDates {
            document: DocumentId::of(&[&[i]]),
            evidence: rows.iter().filter(|r| r.0 == usize::from(i)).map(|(_, role, n, kind, past)| {
                let d = day(*n);
                let expr = match kind {
                    0 => TimeExpr::Calendar { year: Some(d.year()), month: Some(d.month()), day: Some(d.day()), weekday: None },
                    1 => TimeExpr::Calendar { year: None, month: Some(d.month()), day: Some(d.day()), weekday: Some(d.weekday()) },
                    2 => TimeExpr::Weekday { weekday: d.weekday(), direction: Direction::Nearest },
                    _ => TimeExpr::Offset { amount: -i32::try_from(*n % 6).expect("small"), unit: Unit::Week, approx: false },
                };
                DateEvidence { role: roles[*role], expr, tense: if *past { Past } else { Future }, span: Span::new(usize::try_from(*n).expect("positive"), 2000) }
            }).collect(),
            agreement_effective: agreement.map(day),
        }).collect();
        let copies: Vec<_> = copies.iter().map(|(a, b)| (docs[*a].document.clone(), docs[*b].document.clone())).collect();
        let found = date_documents(&docs, &copies);
        let any = rows.iter().any(|r| r.3 == 0) || agreement.is_some();
        for d in &found {
            if let (Some(a), Some(b)) = (d.published.from, d.published.to) {
                prop_assert!(a.date <= b.date);
            }
            prop_assert!(any || d.published.from.is_none(), "a date out of nothing: {d:?}");
        }
    }
}
