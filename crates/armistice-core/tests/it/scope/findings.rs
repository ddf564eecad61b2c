//! Findings beside claims, and the digest of the facts.
//!
//! Must not: ask one question only; each question has its own file.

use super::{answer, claim, facts, show, syria, world};
use armistice_core::id::{FindingId, IncidentId};
use armistice_core::record::{EntryRef, Step};
use armistice_core::scope::facts::{Found, digest, found_of};
use armistice_core::scope::summary::summary;
use armistice_core::scope::{Question, test};
use armistice_core::statement::casework::{Casework, FactFound, FindingAbout, FindingMade, Reached};
use armistice_core::statement::wire::Digest;
use expect_test::expect;

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
