//! What contradicts what, and what only seems to.

use crate::build::{C, claim, exactly, incident, more_than, records};
use armistice_core::act::Act;
use armistice_core::claim::{ClaimKind, Polarity};
use armistice_core::contradiction::find;
use armistice_core::count::{CountStatus, CountWhat};
use armistice_core::incident::{Judgement, Labels, link};
use armistice_core::statement::Verdict;
use expect_test::{Expect, expect};
use proptest::prelude::*;

fn show(claims: &[C], judgements: &[Judgement]) -> String {
    let claims = records(claims);
    let found = find(&claims, &link(&claims, judgements, &Labels::default()), &Labels::default());
    let mut turned = claims.clone();
    turned.reverse();
    assert_eq!(
        find(&turned, &link(&turned, judgements, &Labels::default()), &Labels::default()),
        found,
        "the order changes nothing"
    );
    found.iter().map(|c| format!("{} {} [{}]: {}\n", c.about, c.relation.id(), c.claims.len(), c.why)).collect()
}

#[track_caller]
fn check(claims: &[C], expected: &Expect) {
    expected.assert_eq(&show(claims, &[]));
}

fn strike(d: &str, origin: usize) -> C {
    incident(d, Act::AirStrike).at("settlement:Tal").on("2021-05-12").origin(origin)
}

#[test]
fn figures_of_one_incident() {
    // Different origins, exact, same status.
    check(
        &[strike("a", 0).named("Body").killed(9), strike("b", 1).named("Other").killed(12)],
        &expect![[r#"
        count:killed contradiction [2]: 9 (Body) and 12 (Other): all persons of one incident; different origins, and both cannot be right
    "#]],
    );
    // Bounds that meet say nothing against each other.
    let open = more_than(CountWhat::Killed, CountStatus::All, 5);
    check(&[strike("a", 0).named("Body").count(open), strike("b", 1).named("Other").killed(9)], &expect![""]);
    // The same origin, later and higher; later and lower; at once.
    let wire = |d: &str, n, day: &str| strike(d, 0).named("Body").killed(n).published(day);
    check(
        &[wire("a", 9, "2021-05-12"), wire("b", 12, "2021-05-14")],
        &expect![[r#"
        count:killed update [2]: 9 (Body) and 12 (Body): all persons of one incident; the same origin gave the higher figure later
    "#]],
    );
    check(
        &[wire("a", 12, "2021-05-12"), wire("b", 9, "2021-05-14")],
        &expect![[r#"
        count:killed contradiction [2]: 9 (Body) and 12 (Body): all persons of one incident; the same origin gave the lower figure later
    "#]],
    );
    check(
        &[wire("a", 9, "2021-05-12"), wire("b", 12, "2021-05-12")],
        &expect![[r#"
        count:killed update [2]: 9 (Body) and 12 (Body): all persons of one incident; one origin gave both, and which is newer is not known
    "#]],
    );
    // Bounds that meet, of one origin: the newer one is an update, and of two origins nothing.
    let least = |d: &str, o, n, day: &str| {
        strike(d, o).named("Body").count(more_than(CountWhat::Killed, CountStatus::All, n)).published(day)
    };
    check(
        &[least("a", 0, 14, "2021-05-12"), wire("b", 17, "2021-05-14")],
        &expect![[r#"
        count:killed update [2]: at least 14 (Body) and 17 (Body): all persons of one incident; the same origin gave the higher figure later
    "#]],
    );
    check(
        &[least("a", 0, 14, "2021-05-12"), strike("b", 1).named("Other").killed(17).published("2021-05-14")],
        &expect![""],
    );
    // Three figures are one finding.
    check(
        &[
            strike("a", 0).named("A").killed(9),
            strike("b", 1).named("B").killed(12),
            strike("c", 2).named("C").killed(15),
        ],
        &expect![[r#"
            count:killed contradiction [3]: 9 (A) and 12 (B): all persons of one incident; different origins, and both cannot be right. 12 (B) and 15 (C): all persons of one incident; different origins, and both cannot be right
        "#]],
    );
    // Civilians and all.
    check(
        &[strike("a", 0).named("Body").civilians(9), strike("b", 1).named("Other").killed(12)],
        &expect![[r#"
        count:killed different_definition [2]: 9 (Body) counts civilians; 12 (Other) counts all persons; both may be right
    "#]],
    );
    check(
        &[strike("a", 0).named("Body").civilians(14), strike("b", 1).named("Other").killed(12)],
        &expect![[r#"
        count:killed contradiction [2]: 14 civilians (Body) are more than 12 persons in all (Other)
    "#]],
    );
    check(&[strike("a", 0).named("Body").civilians(9).killed(12)], &expect![""]);
    // Killed and wounded are different units.
    let wounded = exactly(CountWhat::Injured, CountStatus::All, 30);
    check(&[strike("a", 0).named("Body").killed(9), strike("b", 1).named("Other").count(wounded)], &expect![""]);
    // Two incidents.
    check(&[strike("a", 0).killed(9), strike("b", 1).at("settlement:Bor").killed(12)], &expect![""]);
}

#[test]
fn actors_places_times_and_denials() {
    check(
        &[strike("a", 0).named("Body").by("north").killed(9), strike("b", 1).named("Other").by("south").killed(9)],
        &expect![[r#"
            actor contradiction [2]: north named as author by Body; south by Other
        "#]],
    );
    let (a, b) = (strike("a", 0).named("Body"), strike("b", 1).named("Other").at("settlement:Bor").on("2021-05-20"));
    let judged =
        Judgement { a: a.0.claim.id.clone(), b: b.0.claim.id.clone(), verdict: Verdict::Same, by: "one".to_owned() };
    expect![[r#"
        place contradiction [2]: Bor (Other) and Tal (Body) are different places
        time contradiction [2]: 2021-05-12 (Body) and 2021-05-20 (Other) are different times
    "#]]
    .assert_eq(&show(&[a, b], &[judged]));
    check(
        &[
            strike("a", 0).by("north").named("Body"),
            claim("b", ClaimKind::Denial, Some(Act::AirStrike))
                .by("north")
                .at("settlement:Tal")
                .party("north", "Ministry"),
            claim("c", ClaimKind::Denial, Some(Act::AirStrike))
                .by("south")
                .at("settlement:Bor")
                .party("south", "Spokesman"),
        ],
        &expect![[r#"
            air_strike contradiction [2]: air strike (2021-05-12): reported by Body, denied by Ministry (of north)
        "#]],
    );
}

/// Keys are for telling apart; people read names.
#[test]
fn names_are_shown_in_place_of_keys() {
    let mut labels = Labels::default();
    labels.actor("south", "Southern side");
    labels.actor("south", "Another name");
    labels.seen("south", "southerners with a long name");
    labels.seen("bdy", "body");
    labels.seen("bdy", "The Body");
    labels.seen("bdy", "The Bodi");
    let claims = records(&[strike("a", 0).named("bdy").by("south"), strike("b", 1).named("Other").by("north")]);
    let found = find(&claims, &link(&claims, &[], &labels), &labels);
    let why: Vec<&str> = found.iter().map(|c| c.why.as_str()).collect();
    expect!["north named as author by Other; Southern side by The Body; whether they are the same is not known"]
        .assert_eq(&why.join("\n"));
}

#[test]
fn totals() {
    let total = |d: &str, origin| claim(d, ClaimKind::Total, None).at("country:XX").origin(origin);
    let all = |n| more_than(CountWhat::Killed, CountStatus::All, n);
    // "More than" by two outlets.
    check(
        &[total("a", 0).count(all(41_000)), total("b", 1).count(all(40_000))],
        &expect![[r#"
            total:killed different_scope [2]: at least 40,000 (doc-22piptaiozzjlvgm) and at least 41,000 (doc-36qnvnlug66k6jgc), all persons: bounds and rounding differ, and both may be right
        "#]],
    );
    // The dead of a war are not the dead of an incident.
    check(&[total("a", 0).count(all(41_000)), strike("b", 1).killed(9)], &expect![""]);
    // Civilians and all; by violations and in the war; since when.
    let civilians = exactly(CountWhat::Killed, CountStatus::Civilians, 95);
    check(
        &[total("a", 0).named("Body").count(civilians), total("b", 1).count(all(781))],
        &expect![[r#"
            total:killed different_definition [2]: 95 (Body) and at least 781 (doc-22piptaiozzjlvgm) measure different things: civilians against all persons
        "#]],
    );
    let mut breaches = total("a", 0).named("Body").count(civilians);
    breaches.0.claim.act = Some(Act::Violation);
    check(
        &[breaches, total("b", 1).named("Other").count(exactly(CountWhat::Killed, CountStatus::Civilians, 781))],
        &expect![[r#"
            total:killed different_definition [2]: 781 (Other) and 95 (Body) measure different things: no act named against violation unspecified
        "#]],
    );
    let exact = |n| exactly(CountWhat::Killed, CountStatus::All, n);
    check(
        &[total("a", 0).on("2021-05-01..").count(exact(62)), total("b", 1).on("2020-05-01..").count(exact(90))],
        &expect![[r#"
            total:killed different_scope [2]: 90 (doc-22piptaiozzjlvgm) and 62 (doc-36qnvnlug66k6jgc) measure different things: since 2020-05-01 against since 2021-05-01
        "#]],
    );
    // The same thing, two exact figures.
    check(
        &[total("a", 0).named("Body").count(exact(62)), total("b", 1).named("Other").count(exact(90))],
        &expect![[r#"
        total:killed contradiction [2]: 62 (Body) and 90 (Other): all persons in all; different origins, and both cannot be right
    "#]],
    );
    check(
        &[
            total("a", 0).named("Body").count(exact(62)).published("2021-05-01"),
            total("b", 1).named("Body").count(exact(90)).published("2021-06-01"),
        ],
        &expect![[r#"
            total:killed update [2]: 62 (Body) and 90 (Body): all persons in all; the same origin gave the higher figure later
        "#]],
    );
    // Two lists of violations.
    let entered = |n| exactly(CountWhat::Violations, CountStatus::Unknown, n);
    check(
        &[
            total("a", 0).party("north", "North list").count(entered(2)),
            total("b", 1).party("south", "South list").count(entered(12)),
        ],
        &expect![[r#"
            total:violations different_definition [2]: 2 (North list (of north)) and 12 (South list (of south)): violations in all; each recorder counts by its own list and definition
        "#]],
    );
    // Another country.
    let mut far = total("b", 1).count(exact(90));
    if let Some(p) = &mut far.0.claim.place {
        p.country = Some("YY".to_owned());
    }
    check(&[total("a", 0).count(exact(62)), far], &expect![""]);
}

#[test]
fn plans_and_refusals() {
    let plan = claim("a", ClaimKind::Plan, Some(Act::Signing)).named("Official");
    let refusal =
        claim("b", ClaimKind::Refusal, Some(Act::Signing)).polarity(Polarity::Negated).party("south", "Spokesman");
    check(
        &[plan.clone(), refusal.clone()],
        &expect![[r#"
            signing contradiction [2]: signing: planned or to come according to Official; refused or ruled out by Spokesman (of south)
        "#]],
    );
    // Two plans, one refusal: one finding.
    let again = claim("c", ClaimKind::Plan, Some(Act::Signing)).named("Agency");
    check(
        &[plan.clone(), refusal.clone(), again],
        &expect![[r#"
            signing contradiction [3]: signing: planned or to come according to Agency, Official; refused or ruled out by Spokesman (of south)
        "#]],
    );
    // Other acts need a doer that both name, and what a page tells in its own voice contradicts nobody.
    let talk = |d: &str, kind| claim(d, kind, Some(Act::Talks)).by("south");
    check(
        &[talk("a", ClaimKind::Plan).named("A"), talk("b", ClaimKind::Refusal).party("south", "B")],
        &expect![[r#"
        talks contradiction [2]: talks: planned or to come according to A; refused or ruled out by B (of south)
    "#]],
    );
    check(&[talk("a", ClaimKind::Plan).origin(1), talk("b", ClaimKind::Refusal).origin(1)], &expect![""]);
    check(&[claim("a", ClaimKind::Plan, Some(Act::Talks)).named("A"), talk("b", ClaimKind::Refusal)], &expect![""]);
    // Not the same act, speaker, actor, story; left open.
    check(&[claim("a", ClaimKind::Plan, Some(Act::Talks)).named("Official"), refusal.clone()], &expect![""]);
    check(
        &[claim("a", ClaimKind::Plan, Some(Act::Signing)).party("south", "Spokesman"), refusal.clone()],
        &expect![""],
    );
    check(&[plan.clone().by("north"), refusal.clone().by("south")], &expect![""]);
    check(&[plan.clone().published("2021-07-13"), refusal.clone()], &expect![""]);
    check(&[plan.clone().polarity(Polarity::Open), refusal.clone()], &expect![""]);
    // "Near to a declaration": a view of the same act flips it; a view of the talks does not.
    check(
        &[claim("a", ClaimKind::Position, Some(Act::Signing)).named("Envoy"), refusal.clone()],
        &expect![[r#"
            signing contradiction [2]: signing: planned or to come according to Envoy; refused or ruled out by Spokesman (of south)
        "#]],
    );
    check(&[claim("a", ClaimKind::Position, Some(Act::Talks)).named("Envoy"), refusal], &expect![""]);
}

#[test]
fn facts_of_the_talks() {
    let fact = |d: &str, topic: &str, who: &[&str]| {
        who.iter().fold(claim(d, ClaimKind::AgreementFact, None).topic(topic), |c, w| c.by(w))
    };
    check(
        &[
            fact("a", "guarantors", &["east", "west"]).named("A"),
            fact("b", "guarantors", &["east", "west", "far"]).named("B"),
        ],
        &expect![[r#"
            guarantors different_scope [2]: guarantors: east, far, west (B) and east, west (A); a shorter list does not rule out the others
        "#]],
    );
    check(
        &[fact("a", "guarantors", &["east"]).named("A"), fact("b", "guarantors", &["far"]).named("B")],
        &expect![[r#"
        guarantors contradiction [2]: guarantors: east (A) and far (B); they name none in common
    "#]],
    );
    check(&[fact("a", "guarantors", &["east"]), fact("b", "hosts", &["far"])], &expect![""]);
    // Facts on one act that name other people are no contradiction: nothing says that either list is whole.
    let upkeep = |d: &str, who: &str| claim(d, ClaimKind::AgreementFact, Some(Act::CeasefireUpkeep)).by(who).named(d);
    check(&[upkeep("a", "east"), upkeep("b", "far")], &expect![""]);
    let mut attended = fact("a", "x", &["far"]).named("A");
    attended.0.topic = None;
    attended.0.claim.act = Some(Act::Talks);
    let mut stayed = attended.clone().named("B").span(500);
    stayed.0.claim.polarity = Polarity::Negated;
    check(
        &[attended, stayed],
        &expect![[r#"
        talks different_scope [2]: talks by far: yes (A), no (B); taking part has several forms, so both may be right
    "#]],
    );
}

proptest! {
    /// Whatever the claims, the findings do not depend on their order, and each names claims that were given.
    #[test]
    fn order_changes_nothing(rows in prop::collection::vec((0usize..5, 0usize..6, 0usize..4, 0u64..6, 0usize..4, any::<bool>()), 0..20)) {
        let kinds = [ClaimKind::Incident, ClaimKind::Total, ClaimKind::Plan, ClaimKind::Refusal, ClaimKind::Denial, ClaimKind::AgreementFact];
        let acts = [Act::AirStrike, Act::Signing, Act::Talks, Act::Killing];
        let docs = ["a", "b", "c", "d", "e"];
        let claims: Vec<C> = rows.iter().enumerate().map(|(n, (d, k, act, count, who, negated))| {
            let c = claim(docs[*d], kinds[*k], Some(acts[*act])).at("settlement:Tal").on("2021-05-12").killed(*count).by(docs[*who]).span(n * 60);
            if *negated { c.polarity(Polarity::Negated) } else { c }
        }).collect();
        show(&claims, &[]);
        let claims = records(&claims);
        for c in find(&claims, &link(&claims, &[], &Labels::default()), &Labels::default()) {
            prop_assert!(c.claims.len() >= 2, "{c:?}");
            prop_assert!(c.claims.iter().all(|id| claims.iter().any(|r| r.claim.id == *id)));
        }
    }
}

/// Reports of one term with different last days; what is another thing, a meeting of a day, or long ago is none.
#[test]
fn reports_of_a_term() {
    let term = |d: &str, published: &str, quote: &str, until: &str| {
        let c = claim(d, ClaimKind::Pledge, None).quote(quote).named(d).published(published);
        c.on(&format!("2021-05-04..{until}"))
    };
    let first = || term("a", "2021-05-04", "The maps of the agreed areas are to be ready by 22 May", "2021-05-22");
    check(
        &[
            first(),
            term("b", "2021-05-06", "They will prepare the maps of the agreed areas by 27 May", "2021-05-27"),
            term("c", "2021-05-05", "The group will prepare maps of agreed areas by 22 May", "2021-05-22"),
        ],
        &expect![[r#"
        term contradiction [3]: the last day is told as 2021-05-22 (a, c), as 2021-05-27 (b); the text of the agreement decides
    "#]],
    );
    // The same day is no difference, nor is another thing, nor another story.
    check(&[first(), term("b", "2021-05-06", "maps of the agreed areas by 22 May", "2021-05-22")], &expect![""]);
    check(&[first(), term("b", "2021-05-06", "The prisoners will be released by 27 May", "2021-05-27")], &expect![""]);
    check(&[first(), term("b", "2021-05-20", "maps of the agreed areas by 27 May", "2021-05-27")], &expect![""]);
    // A day that lay behind is no term.
    check(&[first(), term("b", "2021-05-06", "maps of the agreed areas by 5 May", "2021-05-05")], &expect![""]);
}
