//! What the answers come to together, and how the working is shown.
//!
//! Must not: ask one question only; each question has its own file.

use super::{check, claim, facts, syria};
use crate::agreement::{LAKE, read};
use armistice_core::id::ClaimId;
use armistice_core::scope::summary::{Standing, summary};
use armistice_core::scope::{Answer, Question, test};
use expect_test::expect;
use proptest::prelude::*;

/// One line per incident: what the answers come to.
#[test]
fn summaries() {
    let rows = [
        (
            "act=air_strike; by=Russia's warplanes; to=the militant Islamic State group; when=2017-01-22; at=SY/Deir ez-Zor/near",
            expect!["out of scope under T-UN and T-OPP: excluded actor"],
        ),
        (
            "act=air_strike; by=government; to=nine civilians; when=2017-01-22; at=SY/Homs/admin1; held=rebels",
            expect![
                "cannot be determined under T-UN: open: excluded actor, excluded area, between parties; cannot be determined under T-OPP: open: between parties"
            ],
        ),
        (
            "act=shelling; by=government forces; to=rebels; when=2017-01-15; at=SY/Rif Dimashq/near; held=rebels",
            expect![
                "cannot be determined under T-UN: open: excluded area; in scope under T-OPP: alleged violation of A1.cease_attacks"
            ],
        ),
        (
            "act=shelling; by=government forces; to=rebels; when=2017-01-15; at=SY/Rif Dimashq/near; held=rebels; area=nusra presence no",
            expect![
                "in scope under T-UN: alleged violation of A1.cease_attacks (exception not ruled out: A1.self_defence); in scope under T-OPP: alleged violation of A1.cease_attacks"
            ],
        ),
        (
            "act=shelling; by=government forces; to=Fateh al-Sham Front; when=2017-01-15; at=SY",
            expect![
                "out of scope under T-UN: excluded actor; cannot be determined under T-OPP: open: excluded area, between parties"
            ],
        ),
        (
            "act=shelling; by=government forces; to=rebels; when=2016-11-15; at=SY",
            expect!["out of scope under T-UN and T-OPP: not in time"],
        ),
        (
            "act=talks; by=government; to=rebels; when=2017-01-23; at=KZ",
            expect!["out of scope under T-UN and T-OPP: not in territory"],
        ),
        (
            "",
            expect![
                "cannot be determined under T-UN and T-OPP: open: in time, in territory, excluded actor, excluded area, between parties, act prohibited"
            ],
        ),
    ];
    let agreement = syria();
    for (line, expected) in rows {
        let sum = summary(&test(&agreement, &facts(&agreement, line)));
        assert_eq!(sum.texts.len(), 2);
        let words = sum.plain();
        // Nothing is called a violation, only an alleged one, and only in scope.
        assert_eq!(words.matches("violation").count(), words.matches("alleged violation").count(), "{words}");
        for (_, standing) in &sum.texts {
            if let Standing::InScope { clauses, .. } = standing {
                assert!(!clauses.is_empty());
            }
        }
        expected.assert_eq(&words);
    }
    let lake = read(LAKE);
    let out = summary(&test(
        &lake,
        &facts(
            &lake,
            "act=air_strike; by=northerners; to=Miller's men; when=2030-02-01; at=US/Lakeland/exact/43500000,-76500000; cond=notified yes",
        ),
    ));
    expect![
        "cannot be determined under T1: open: excluded area, between parties; out of scope under T2: excluded actor"
    ]
    .assert_eq(&out.plain());
}

/// The whole working of one incident, as a disputing party reads it.
#[test]
fn the_working_is_shown() {
    let agreement = syria();
    let f = facts(
        &agreement,
        "act=air_strike; by=regime; to=nine civilians; when=2017-01-22; at=SY/Homs/admin1; held=rebel fighters",
    );
    let mut out = String::new();
    for a in test(&agreement, &f).iter().filter(|a| a.text.as_str() == "T-UN") {
        let clause = a.clause.as_ref().map(|c| format!(" {c}")).unwrap_or_default();
        out.push_str(&format!("{}{clause}: {}\n", a.question.id(), a.answer.id()));
        for r in &a.reasons {
            out.push_str(&format!("  because {}\n", r.plain(&agreement)));
        }
        for w in &a.would_change {
            out.push_str(&format!("  would change: {}\n", w.plain(&agreement)));
        }
    }
    expect![[r#"
        in_time: yes
          because all of its time lies after the text took effect (2016-12-30 00:00 Asia/Damascus)
        in_territory: yes
          because the text holds in the whole country (SY)
        between_parties: cannot_be_determined
          because the alleged author is a party (Government of the Syrian Arab Republic)
          because the one affected is named in words that mean no actor of the agreement (“nine civilians”)
          because the place was held by a party (Armed opposition groups that joined the ceasefire), but which group was affected is not known
          would change: who was affected
        excluded_actor: cannot_be_determined
          because the alleged author (Government of the Syrian Arab Republic) is not excluded
          because the one affected is named in words that mean no actor of the agreement (“nine civilians”)
          because who was affected is not known, and an excluded actor may be there (Fateh al-Sham Front (formerly Nusra Front))
          would change: evidence for or against presence in the area by Fateh al-Sham Front (formerly Nusra Front)
          would change: who was affected
        excluded_area: cannot_be_determined
          because what would put the area outside (operations-against-excluded) is not known: combat operations in the area against Fateh al-Sham Front (formerly Nusra Front)
          would change: evidence for or against combat operations in the area against Fateh al-Sham Front (formerly Nusra Front)
        act_prohibited A1.cease_attacks: yes
          because the term covers the act (air_strike)
        act_prohibited A1.no_combat_aviation: yes
          because the term covers the act (air_strike)
        act_prohibited A1.no_territorial_gain: no
          because the term does not cover the act
        exception A1.self_defence: cannot_be_determined
          because a condition is not shown: it answers an attack
          because a condition is not shown: it is proportionate
          because a condition is not shown: it meets an immediate threat
          would change: evidence on whether it answers an attack
          would change: evidence on whether it is proportionate
          would change: evidence on whether it meets an immediate threat
    "#]].assert_eq(&out);
}

#[test]
fn answers_rest_on_the_claims_that_they_use() {
    let agreement = syria();
    let f = facts(
        &agreement,
        "act=shelling; by=government forces; to=nine civilians; when=2017-01-15; at=SY; held=rebels; area=nusra presence no; cond=response no",
    );
    let answers = test(&agreement, &f);
    for (question, names) in [
        (Question::InTime, &["when"][..]),
        (Question::InTerritory, &["at"]),
        (Question::BetweenParties, &["by", "to"]),
        (Question::ExcludedActor, &["by", "to", "held", "area"]),
        (Question::ExcludedArea, &["held", "area"]),
        (Question::ActProhibited, &["act"]),
        (Question::Exception, &["act", "cond"]),
    ] {
        let mut expected: Vec<ClaimId> = names.iter().map(|n| claim(n)).collect();
        expected.sort();
        let found = answers.iter().find(|a| a.question == question).unwrap();
        assert_eq!(found.claims, expected, "{}", question.id());
    }
    // The same facts, the same answers, in the same order.
    assert_eq!(test(&agreement, &f), answers);
}

#[test]
fn every_question_has_its_section_and_its_rows() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let page = std::fs::read_to_string(format!("{root}/docs/scope-tests.md")).unwrap();
    for q in Question::all() {
        assert!(page.contains(&format!("\n## `{}`\n", q.id())), "docs/scope-tests.md has no section `{}`", q.id());
        for file in ["src/scope", "tests/it/scope"] {
            let file = format!("{root}/crates/armistice-core/{file}/{}.rs", q.id());
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            assert!(!text.is_empty(), "no file {file}");
            assert!(
                !file.contains("tests") || text.contains("fn yes_no_and_cannot_be_determined()"),
                "no rows in {file}"
            );
        }
    }
    assert_eq!(page.matches("\n## `").count(), Question::all().count());
}

#[test]
fn only_tested_texts_are_asked() {
    let one = read(&LAKE.replace("status = \"draft\"", "status = \"draft\"\ntested = false"));
    check(Question::InTime, &one, &[("when=2030-02-01; at=US", "T1=yes")]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// What is not known never makes an answer firmer: each fact left out keeps the answer, or opens it.
    #[test]
    fn nothing_known_settles_no_question(keep in proptest::collection::vec(any::<bool>(), 6)) {
        let agreement = syria();
        let parts = ["act=shelling", "by=government forces", "to=rebels", "when=2017-01-15", "at=SY", "held=rebels"];
        let line: Vec<&str> = parts.iter().zip(&keep).filter(|(_, k)| **k).map(|(p, _)| *p).collect();
        let full = test(&agreement, &facts(&agreement, &parts.join("; ")));
        let less = test(&agreement, &facts(&agreement, &line.join("; ")));
        prop_assert_eq!(full.len(), less.len());
        for (a, b) in full.iter().zip(&less) {
            prop_assert!(b.answer == a.answer || b.answer == Answer::CannotBeDetermined, "{} {:?} {:?}", a.question.id(), a.answer, b.answer);
        }
    }
}
