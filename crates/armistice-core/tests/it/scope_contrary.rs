//! What speaks against an answer; findings beside claims; sides of a fight; the digest of the facts.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use crate::agreement::{LAKE, read};
use crate::scope::{answer, claim, facts, moment, place, syria};
use armistice_core::act::Act;
use armistice_core::agreement::Agreement;
use armistice_core::id::{FindingId, IncidentId};
use armistice_core::record::{EntryRef, Step};
use armistice_core::scope::facts::{ActorRef, Found, IncidentFacts, Told, digest, found_of};
use armistice_core::scope::summary::summary;
use armistice_core::scope::{Question, TestAnswer, test};
use armistice_core::statement::casework::{Casework, FactFound, FindingAbout, FindingMade, Reached};
use armistice_core::statement::wire::Digest;
use armistice_core::time::{TimeBasis, TimePrecision, When};
use expect_test::{Expect, expect};

/// More than one claim on one thing: `name act=… when=… at=… by=… to=… held=… area=…`, one line per claim, each named.
fn world(agreement: &Agreement, base: &str, lines: &[&str]) -> IncidentFacts {
    let mut f = facts(agreement, base);
    for line in lines {
        let (name, rest) = line.split_once(": ").unwrap();
        let id = claim(name);
        let mut told = Told { claim: id.clone(), act: None, when: None, place: None };
        for part in rest.split("; ") {
            let (key, value) = part.split_once('=').unwrap();
            let own = std::slice::from_ref(&id);
            match key {
                "act" => told.act = Act::parse(value),
                "when" => {
                    let (from, to) = (moment(value), moment(value));
                    told.when = Some(When { from, to, precision: TimePrecision::Day, basis: TimeBasis::Stated });
                }
                "at" => told.place = Some(place(value)),
                "by" => f.authors.extend(ActorRef::read(agreement, value, own)),
                "to" => f.affected.extend(ActorRef::read(agreement, value, own)),
                "held" => f.held_by.extend(ActorRef::read(agreement, value, own)),
                "side" => f.sides.extend(ActorRef::read(agreement, value, own)),
                "denies" => f.denials.push(id.clone()),
                "area" => {
                    let mut more = facts(agreement, &format!("area={value}")).area;
                    more[0].claims = own.to_vec();
                    f.area.extend(more);
                }
                _ => unreachable!("key {key}"),
            }
        }
        f.acts.extend(told.act.filter(|a| !f.acts.contains(a)));
        f.told.push(told);
        f.claims.push(id);
    }
    f
}

/// Each answer of a question under each text: `text clause: answer | relied | contrary`, claims by their names.
fn show(answers: &[TestAnswer], question: Question, names: &[&str]) -> String {
    let named = |ids: &[armistice_core::id::ClaimId]| {
        let known: Vec<&str> = names.iter().copied().filter(|n| ids.contains(&claim(n))).collect();
        known.join(",")
    };
    let found = |ids: &[FindingId]| if ids.is_empty() { String::new() } else { format!(" found {}", ids.len()) };
    let mut out = String::new();
    for a in answers.iter().filter(|a| a.question == question) {
        let clause = a.clause.as_ref().map(|c| format!(" {c}")).unwrap_or_default();
        out += &format!(
            "{}{clause}: {} | {}{} | {}{}\n",
            a.text,
            a.answer.id(),
            named(&a.claims),
            found(&a.findings),
            named(&a.contrary),
            found(&a.contrary_findings)
        );
        assert!(a.claims.iter().all(|c| !a.contrary.contains(c)), "a claim is on one side");
    }
    out
}

#[test]
fn claims_that_differ_stand_on_two_sides() {
    let s = syria();
    let check = |base: &str, lines: &[&str], question: Question, expected: Expect| {
        let names: Vec<&str> = lines.iter().map(|l| l.split_once(": ").unwrap().0).collect();
        expected.assert_eq(&show(&test(&s, &world(&s, base, lines)), question, &names));
    };
    // Author: one says the Government, one the armed opposition itself.
    check(
        "",
        &["a: by=government forces; to=rebels", "b: by=rebels; to=rebels", "c: to=rebels"],
        Question::BetweenParties,
        expect![[r#"
            T-UN: cannot_be_determined | a,c | b
            T-OPP: cannot_be_determined | a,c | b
        "#]],
    );
    // Act: a term covers one of the two that are told.
    check(
        "",
        &["a: act=air_strike", "b: act=siege"],
        Question::ActProhibited,
        expect![[r#"
            T-UN A1.cease_attacks: yes | a | b
            T-UN A1.no_combat_aviation: yes | a | b
            T-UN A1.no_territorial_gain: no | a,b | 
            T-OPP A1.cease_attacks: yes | a | b
            T-OPP A1.no_combat_aviation: yes | a | b
            T-OPP A1.no_territorial_gain: no | a,b | 
        "#]],
    );
    // Time: before and after the ceasefire took effect; the incident's time is the whole span.
    check(
        "when=2016-12-28..2017-01-02; at=SY",
        &["a: when=2017-01-02", "b: when=2016-12-28"],
        Question::InTime,
        expect![[r#"
            T-UN: cannot_be_determined |  | b
            T-OPP: cannot_be_determined |  | b
        "#]],
    );
    // Place: one of two names another country.
    check(
        "at=SY/Homs/admin1",
        &["a: at=SY/Homs/admin1", "b: at=LB/Beqaa/admin1"],
        Question::InTerritory,
        expect![[r#"
            T-UN: yes |  | b
            T-OPP: yes |  | b
        "#]],
    );
    // Holder.
    check(
        "",
        &["a: held=Islamic State", "b: held=rebels"],
        Question::ExcludedArea,
        expect![[r#"
            T-UN: cannot_be_determined | a,b | 
            T-OPP: cannot_be_determined | a | b
        "#]],
    );
    // What is claimed of the area itself.
    check(
        "held=rebels",
        &["a: area=nusra operations yes", "b: area=nusra presence no"],
        Question::ExcludedArea,
        expect![[r#"
            T-UN: cannot_be_determined | a | b
            T-OPP: no |  | 
        "#]],
    );
    // A denial speaks against the act and the author, and settles nothing.
    check(
        "",
        &["a: act=air_strike; by=government forces; to=rebels", "b: denies=it"],
        Question::BetweenParties,
        expect![[r#"
            T-UN: yes | a | b
            T-OPP: yes | a | b
        "#]],
    );
}

fn finding(name: &str, criterion: &str, actor: Option<&str>, state: &str, reached: Reached) -> Found {
    Found {
        finding: FindingId::of(&[name.as_bytes()]),
        member: "a".into(),
        text: name.into(),
        reached,
        fact: FactFound { criterion: criterion.into(), actor: actor.map(str::to_owned), state: answer(state) },
    }
}

#[test]
fn findings_stand_beside_claims() {
    let s = syria();
    let base = "act=shelling; by=government forces; to=rebels; when=2017-01-15; at=SY; held=rebels";
    let found = |state: &str, reached| finding("presence", "operations", Some("nusra"), state, reached);
    let line = |list: &[Found], claims: &[&str]| {
        let mut f = world(&s, base, claims);
        assert!(f.find(&s, list).is_empty());
        let answers = test(&s, &f);
        let area = show(&answers, Question::ExcludedArea, &["a", "b"]);
        format!("{}\n{}", summary(&answers).plain(), area.lines().next().unwrap())
    };
    expect![[r#"
        out of scope under T-UN: excluded area; in scope under T-OPP: alleged violation of A1.cease_attacks
        T-UN: yes |  found 1 | "#]]
    .assert_eq(&line(&[found("yes", Reached::ReasonableGrounds)], &[]));
    // Below the agreement's standard it shows nothing.
    expect![[r#"
        cannot be determined under T-UN: open: excluded area; in scope under T-OPP: alleged violation of A1.cease_attacks
        T-UN: cannot_be_determined |  found 1 | "#]]
    .assert_eq(&line(&[found("yes", Reached::Suspicion)], &[]));
    // It does not silence a claim: both are shown, and it cannot be determined.
    expect![[r#"
        cannot be determined under T-UN: open: excluded area; in scope under T-OPP: alleged violation of A1.cease_attacks
        T-UN: cannot_be_determined |  found 1 | a"#]]
    .assert_eq(&line(&[found("yes", Reached::ReasonableGrounds)], &["a: area=nusra operations no"]));
    expect![[r#"
        cannot be determined under T-UN: open: excluded area; in scope under T-OPP: alleged violation of A1.cease_attacks
        T-UN: cannot_be_determined | a |  found 1"#]]
    .assert_eq(&line(&[found("no", Reached::ReasonableGrounds)], &["a: area=nusra operations yes"]));
    // A condition of an exception.
    let mut f = facts(&s, base);
    let list = [finding("answered", "response", None, "no", Reached::ClearAndConvincing)];
    assert!(f.find(&s, &list).is_empty());
    expect![[r#"
        T-UN A1.self_defence: no |  found 1 | 
        T-OPP: no |  | 
    "#]]
    .assert_eq(&show(&test(&s, &f), Question::Exception, &[]));
    // What the agreement has no actor or word for is given back.
    let list = [
        finding("x", "presence", Some("nobody"), "yes", Reached::ClearAndConvincing),
        finding("y", "weather", None, "yes", Reached::ClearAndConvincing),
    ];
    assert_eq!(facts(&s, base).find(&s, &list).len(), 2);
}

#[test]
fn a_finding_is_superseded_by_its_own_member_only() {
    let incident = IncidentId::of(&[b"i"]);
    let step = |member: &str, name: &str, supersedes: Option<&str>| {
        let id = |n: &str| FindingId::of(&[n.as_bytes()]);
        let made = FindingMade {
            case: armistice_core::id::CaseId::of(&[b"c"]),
            finding: id(name),
            supersedes: supersedes.map(id),
            about: FindingAbout::Area,
            text: name.into(),
            reached: Reached::ReasonableGrounds,
            claims: vec![],
            contrary: vec![],
            documents: vec![],
            methods: vec![],
            fact: Some(FactFound { criterion: "presence".into(), actor: None, state: answer("yes") }),
            incident: Some(incident.clone()),
            adverse_inference: vec![],
        };
        let at = EntryRef { member: member.into(), index: 0, id: Digest([0; 32]).0 };
        Step {
            at,
            seq: 0,
            mission: "m".to_owned(),
            asserted: 0,
            seen: vec![],
            body: Casework::FindingMade(Box::new(made)),
        }
    };
    let steps = [step("a", "1", None), step("b", "2", Some("1")), step("a", "3", Some("1")), step("b", "3", None)];
    let texts: Vec<String> = found_of(&steps, &incident).into_iter().map(|f| f.text).collect();
    assert_eq!(texts, ["2", "3"]);
    assert!(found_of(&steps, &IncidentId::of(&[b"j"])).is_empty());
}

#[test]
fn sides_of_a_fight() {
    let s = syria();
    let line = |sides: &[&str], base: &str| {
        let lines: Vec<String> = sides.iter().enumerate().map(|(i, w)| format!("{i}: side={w}")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        summary(&test(&s, &world(&s, &format!("when=2017-01-15; at=SY; {base}"), &lines))).plain()
    };
    // A fight with an excluded actor is out of scope, whoever began it.
    expect!["out of scope under T-UN and T-OPP: excluded actor"].assert_eq(&line(&["Government of Syria", "IS"], ""));
    expect!["out of scope under T-UN and T-OPP: excluded actor"].assert_eq(&line(&["IS", "some brigade"], ""));
    // Between the parties; who held the place is not known, nor the act.
    // One name for all insurgents may mean the excluded actor among them, under the text that excludes it.
    expect![
        "cannot be determined under T-UN: open: excluded actor, excluded area, act prohibited; cannot be determined under T-OPP: open: excluded area, act prohibited"
    ]
        .assert_eq(&line(&["Government of Syria", "Syrian insurgents"], ""));
    expect![
        "cannot be determined under T-UN: open: excluded actor, excluded area; in scope under T-OPP: alleged violation of A1.cease_attacks"
    ]
    .assert_eq(&line(&["Government of Syria", "Syrian insurgents"], "act=armed_clash; held=rebels"));
    expect![
        "out of scope under T-UN: excluded actor; cannot be determined under T-OPP: open: excluded area, between parties, act prohibited"
    ]
    .assert_eq(&line(&["Ahrar al-Sham", "Jabhat Fateh al-Sham"], ""));
    // Others name somebody else: it cannot be told.
    expect!["cannot be determined under T-UN and T-OPP: open: excluded actor, excluded area"]
        .assert_eq(&line(&["Government of Syria", "IS"], "act=shelling; by=government forces; to=rebels"));
    // One unknown side.
    expect![
        "cannot be determined under T-UN and T-OPP: open: excluded actor, excluded area, between parties, act prohibited"
    ]
    .assert_eq(&line(&["Government of Syria", "some brigade"], ""));
}

/// An indicative border decides only far from it, and says how near the place lies.
#[test]
fn an_indicative_border_decides_nothing_near_it() {
    let lake = read(&LAKE.replace("geometry = \"exact\"", "geometry = \"indicative\""));
    let line = |at: &str| {
        let answers = test(&lake, &facts(&lake, &format!("at={at}")));
        let a = answers.iter().find(|a| a.question == Question::InTerritory).unwrap();
        format!("{}: {}", a.answer.id(), a.reasons.iter().map(|r| r.plain(&lake)).collect::<Vec<_>>().join("; "))
    };
    expect!["yes: the place lies inside the zone basin"].assert_eq(&line("US/Lakeland/exact/43500000,-76500000"));
    expect!["yes: the place lies inside the zone basin"].assert_eq(&line("US/Lakeland/settlement/43500000,-76500000"));
    expect!["cannot_be_determined: the border of the zone basin is indicative (drawn from words) and does not decide within 25 km; the place, known to within 25 km, lies 40 km from it"].assert_eq(&line("US/Lakeland/near/43500000,-76500000"));
    expect!["cannot_be_determined: the border of the zone basin is indicative (drawn from words) and does not decide within 25 km; the place, given as a point, lies 16 km from it"].assert_eq(&line("US/Lakeland/exact/43500000,-76200000"));
    expect!["cannot_be_determined: the place is known to within 5.0 km and its point lies 805 m from the border of the zone basin, so it may lie on either side"].assert_eq(&line("US/Lakeland/settlement/43500000,-76010000"));
    expect!["no: the place lies outside every zone"].assert_eq(&line("US/Lakeland/settlement/43500000,-75000000"));
    expect!["cannot_be_determined: the place is too coarse to tell"].assert_eq(&line("US/Lakeland/admin1"));
}

#[test]
fn the_digest_is_of_the_facts_and_not_of_their_order() {
    let s = syria();
    let line = "act=shelling; by=government forces; to=rebels; when=2017-01-15; at=SY; held=rebels; area=nusra presence no; cond=response yes";
    let f = facts(&s, line);
    let mut turned = f.clone();
    turned.claims.reverse();
    turned.acts.reverse();
    assert_eq!(digest(&f), digest(&turned));
    let mut others: Vec<[u8; 32]> = line
        .split("; ")
        .map(|part| {
            digest(&facts(
                &s,
                &line.replace(part, "").replace("; ;", ";").trim_matches([';', ' ']).replace(";  ;", ";"),
            ))
        })
        .collect();
    let mut denied = f.clone();
    denied.denials.push(claim("d"));
    let mut found = f.clone();
    assert!(found.find(&s, &[finding("x", "response", None, "yes", Reached::ClearAndConvincing)]).is_empty());
    others.extend([digest(&denied), digest(&found), digest(&f)]);
    others.sort_unstable();
    others.dedup();
    assert_eq!(others.len(), line.split("; ").count() + 3, "each part of the facts counts");
    // Frozen: what was tested once is recognised for ever.
    let hex: String = digest(&f).iter().map(|b| format!("{b:02x}")).collect();
    expect!["09304c465ec3aee8d8e024ca68b2df932a75f83c740edad531090eebf6bec7e4"].assert_eq(&hex);
}
