//! Grades, standards of proof, coder agreement, and the fact apart from the law.

use armistice_core::{
    agreement::words::Standard,
    id::{ClaimId, IncidentId},
    incident::{Independence, VerificationStatus},
    ledger::fold,
    named::Named as _,
    record::{EntryRef, Step},
    scope::Answer,
    standards::{
        InformationNumber, blind_view, coder_agreement, compare, disagreements, fact, information, letters, reaches,
    },
    statement::{
        casework::{Method, Reached},
        ledger::{Checked, Coded, Credibility, IncidentChecked, InformationGraded, Ledger, Reliability, SourceGraded},
    },
};
use std::cmp::Ordering;

fn step<T>(member: &str, seq: u64, body: T) -> Step<T> {
    let at = EntryRef { member: member.to_owned(), index: seq, id: [0; 32] };
    Step { at, seq, mission: "m".to_owned(), asserted: 0, seen: vec![], body }
}

#[test]
fn f_and_six_have_no_rank() {
    assert_eq!(compare(Reliability::A, Reliability::B), Some(Ordering::Greater));
    for letter in Reliability::ALL {
        assert_eq!(compare(*letter, Reliability::F), None);
    }
}

fn origins(low: u32, only_parties: bool) -> Independence {
    Independence { low, high: 3, reasons: vec!["because".to_owned()], said: vec![], only_parties }
}

#[test]
fn one_is_computed_and_never_given() {
    let claim = ClaimId::of(&[b"c"]);
    let graded = |assessor: &str, number| {
        let (assessor, why) = (assessor.to_owned(), "w".to_owned());
        Ledger::InformationGraded(InformationGraded { claim: claim.clone(), number, assessor, blind: true, why })
    };
    let two = graded("x1", Credibility::ProbablyTrue);
    let l = fold(&[step("a", 0, two.clone())]);
    let number = |l, o: Option<&Independence>| information(l, &claim, o).0.map(InformationNumber::id);
    assert_eq!(number(&l, None), Some("2"));
    assert_eq!(number(&l, Some(&origins(1, false))), Some("2"));
    assert_eq!(number(&l, Some(&origins(2, false))), Some("1"));
    assert_eq!(number(&l, Some(&origins(2, true))), Some("2"), "two parties do not confirm each other");
    let l = fold(&[step("a", 0, two), step("a", 1, graded("x2", Credibility::CannotBeJudged))]);
    assert_eq!(number(&l, None), None, "assessors who differ are not averaged");
    assert_eq!(information(&l, &claim, None).1.len(), 2);
    let view = blind_view(&l, &claim, Some(&origins(1, false)));
    assert_eq!((view.graded_by, view.origins), (2, Some((1, 3))));
}

#[test]
fn letters_are_per_topic_and_assessor() {
    let graded = |topic: &str, assessor: &str, letter| {
        Ledger::SourceGraded(SourceGraded {
            source: "office".to_owned(),
            topic: topic.to_owned(),
            letter,
            assessor: assessor.to_owned(),
            why: "w".to_owned(),
        })
    };
    let steps = [
        step("a", 0, graded("own movements", "x1", Reliability::C)),
        step("a", 1, graded("own movements", "x1", Reliability::B)),
        step("a", 2, graded("casualties", "x1", Reliability::E)),
        step("b", 0, graded("own movements", "x1", Reliability::F)),
    ];
    let letters: Vec<_> =
        letters(&fold(&steps), "office").into_iter().map(|l| (l.topic, l.assessor.0, l.letter.id())).collect();
    let row = |t: &str, m: &str, l| (t.to_owned(), m.to_owned(), l);
    assert_eq!(letters, [row("casualties", "a", "E"), row("own movements", "a", "B"), row("own movements", "b", "F")]);
}

#[test]
fn what_reaches_which_standard() {
    for (r, reached) in Reached::ALL.iter().enumerate() {
        for (s, standard) in [
            Standard::CredibleReport,
            Standard::ReasonableGrounds,
            Standard::BalanceOfProbabilities,
            Standard::ClearAndConvincing,
        ]
        .into_iter()
        .enumerate()
        {
            let expected = if r > s { Answer::Yes } else { Answer::No };
            assert_eq!(reaches(*reached, Some(standard)), expected, "{reached:?} {standard:?}");
        }
        assert_eq!(reaches(*reached, None), Answer::CannotBeDetermined);
    }
}

/// Codings from columns of letters, one column a coder, one row a thing; `.` is missing.
fn codings(columns: &[&str]) -> Vec<Step<Coded>> {
    let mut out = Vec::new();
    for (c, column) in columns.iter().enumerate() {
        for (thing, value) in column.chars().enumerate().filter(|(_, v)| *v != '.') {
            let body = Coded {
                thing: format!("thing {thing:03}"),
                field: "act".to_owned(),
                value: value.to_string(),
                coder: format!("c{c}"),
                blind: true,
            };
            out.push(step("a", out.len() as u64, body));
        }
    }
    out
}

#[test]
fn agreement_statistics_are_those_of_the_literature() {
    // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): four observers, twelve units, values missing.
    let alpha = |columns: &[&str]| coder_agreement(&codings(columns))[0].alpha_permille;
    assert_eq!(alpha(&["123321412...", "1233224125.3", ".3332342251.", "12332441251."]), Some(743));
    // The same author's example of three coders and fifteen units.
    assert_eq!(alpha(&[".....34121133.3", "1.213343.......", "..21344.21133.4"]), Some(691));
    // Two values that are all the same: chance alone would give that.
    assert_eq!(alpha(&["aaa", "aaa"]), None);
    assert_eq!(alpha(&["ab", ".."]), None);
    // Cohen's kappa, yes and no: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: agreement 0.7, kappa 0.4.
    let a = "y".repeat(25) + &"n".repeat(25);
    let b = "y".repeat(20) + &"n".repeat(5) + &"y".repeat(10) + &"n".repeat(15);
    let pair = coder_agreement(&codings(&[&a, &b]))[0].pairs[0].clone();
    assert_eq!((pair.same, pair.both), (35, 50));
    assert_eq!((pair.agreement_permille(), pair.kappa_permille), (Some(700), Some(400)));
}

#[test]
fn values_in_sight_of_others_do_not_count_but_are_work() {
    let mut of = codings(&["ab", "aa"]);
    let agreement = |of: &[Step<Coded>]| coder_agreement(of)[0].clone();
    assert_eq!((agreement(&of).things, agreement(&of).not_blind), (2, 0));
    of[3].body.blind = false;
    assert_eq!((agreement(&of).things, agreement(&of).not_blind), (1, 1));
    let queue = disagreements(&of);
    assert_eq!(queue.len(), 1);
    assert_eq!(queue[0].values.len(), 2);
    // A coder's later value takes the place of the earlier one.
    let later = Step { seq: 9, ..of[1].clone() };
    of.push(Step { body: Coded { value: "a".to_owned(), ..later.body.clone() }, ..later });
    assert!(disagreements(&of).is_empty());
}

#[test]
fn the_mechanisms_own_work_stands_beside_the_documents() {
    use VerificationStatus::{Contradicted, Corroborated, NotVerifiable, SingleOrigin, Verified};
    let check = |results: &[(&str, Checked)], documents, expected| {
        let steps: Vec<_> = results
            .iter()
            .enumerate()
            .map(|(i, (member, result))| {
                let body = IncidentChecked {
                    incident: IncidentId::of(&[b"x"]),
                    result: *result,
                    methods: vec![Method::SiteVisit],
                    team: vec![],
                    limits: None,
                    case: None,
                };
                step(member, i as u64, body)
            })
            .collect();
        let f = fact(documents, &steps);
        assert_eq!((f.status, f.disputed), expected, "{results:?}");
    };
    check(&[], SingleOrigin, (SingleOrigin, false));
    check(&[("a", Checked::Verified)], SingleOrigin, (Verified, false));
    check(&[("a", Checked::Verified), ("b", Checked::Refuted)], SingleOrigin, (Contradicted, true));
    check(&[("a", Checked::Refuted), ("a", Checked::Verified)], SingleOrigin, (Verified, false));
    check(&[("a", Checked::NotVerifiable)], SingleOrigin, (NotVerifiable, false));
    check(&[("a", Checked::NotVerifiable)], Corroborated, (Corroborated, false));
}
