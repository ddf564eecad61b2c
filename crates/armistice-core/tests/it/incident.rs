//! Linking claims into incidents: what joins, what stays apart, and why.

use crate::build::{C, claim, exactly, incident, more_than, records};
use armistice_core::act::Act;
use armistice_core::claim::{ChainLink, ChainRole, ClaimKind, Polarity};
use armistice_core::count::{CountStatus, CountWhat};
use armistice_core::id::ClaimId;
use armistice_core::incident::{Incident, Judgement, Labels, RecordedClaim, SourceKey, independence, link};
use armistice_core::place::PlacePrecision;
use armistice_core::statement::Verdict;
use armistice_core::time::{TimeBasis, TimePrecision};
use expect_test::expect;
use proptest::prelude::*;

use Act::{AirStrike, Attack, Bombardment, Obstruction, Shelling, Siege};

/// The groups as indices into `claims`, such as `0 1 | 2`.
fn groups(claims: &[RecordedClaim], incidents: &[Incident]) -> String {
    let index = |id: &ClaimId| claims.iter().position(|c| c.claim.id == *id).expect("a claim that was given");
    let mut all: Vec<Vec<usize>> = incidents
        .iter()
        .map(|i| {
            let mut g: Vec<usize> = i.claims.iter().map(index).collect();
            g.sort_unstable();
            g
        })
        .collect();
    all.sort();
    let text = |g: &Vec<usize>| g.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    all.iter().map(text).collect::<Vec<_>>().join(" | ")
}

#[track_caller]
fn check(claims: &[C], expected: &str) {
    let claims = records(claims);
    let incidents = link(&claims, &[], &Labels::default());
    assert_eq!(groups(&claims, &incidents), expected, "{incidents:#?}");
}

#[test]
fn what_joins_and_what_stays_apart() {
    let strike = |d| incident(d, AirStrike).at("settlement:Tal").on("2021-05-12");
    let rows: Vec<(Vec<C>, &str)> = vec![
        // Same act, place and day; a wider word for the act; a word for its effect.
        (vec![strike("a"), strike("b"), strike("c")], "0 1 2"),
        (vec![strike("a"), incident("b", Bombardment).at("settlement:Tal").on("2021-05-12")], "0 1"),
        (vec![strike("a"), incident("b", Attack).at("settlement:Tal").on("2021-05-12")], "0 1"),
        (vec![strike("a"), incident("b", Shelling).at("settlement:Tal").on("2021-05-12")], "0 | 1"),
        // Other places, days, countries.
        (vec![strike("a"), strike("b").at("settlement:Bor")], "0 | 1"),
        (vec![strike("a"), strike("b").at("settlement:Tal/Sudland")], "0 | 1"),
        (vec![strike("a"), strike("b").on("2021-05-14")], "0 | 1"),
        (vec![strike("a"), strike("b").at("admin1:Sudland")], "0 | 1"),
        // The next day needs more than place and act.
        (vec![strike("a"), strike("b").on("2021-05-13")], "0 | 1"),
        (vec![strike("a").killed(14), strike("b").on("2021-05-13").killed(14)], "0 1"),
        // An interval that covers the day.
        (vec![strike("a"), strike("b").on("2021-05-11..2021-05-12")], "0 1"),
        (vec![strike("a"), strike("b").on("2021-05-01..2021-05-31")], "0 | 1"),
        // A province: figures must agree, and must not differ.
        (vec![strike("a").killed(9), strike("b").at("admin1:Norland").killed(9)], "0 1"),
        (vec![strike("a").killed(9), strike("b").at("admin1:Norland").killed(4)], "0 | 1"),
        (
            vec![
                incident("a", AirStrike).at("admin1:Norland").on("2021-05-12").killed(9),
                incident("b", AirStrike).at("admin1:Norland").on("2021-05-12").killed(4),
            ],
            "0 | 1",
        ),
        // A settlement and a day: two figures for one thing, unless one is several times the other.
        (vec![strike("a").killed(9), strike("b").killed(12)], "0 1"),
        (vec![strike("a").killed(2), strike("b").killed(40)], "0 | 1"),
        // No chain: the claim of the whole province does not tie two settlements.
        (
            vec![
                strike("a").killed(9),
                incident("b", AirStrike).at("admin1:Norland").on("2021-05-12").killed(9),
                strike("c").at("settlement:Bor").killed(9),
            ],
            "0 1 | 2",
        ),
        // Vague words join only in copied wording or of the same speaker.
        (vec![incident("a", Bombardment), incident("b", Bombardment)], "0 | 1"),
        (vec![incident("a", Bombardment).named("Speaker"), incident("b", Bombardment).named("Speaker")], "0 1"),
        (vec![incident("a", Bombardment).named("Speaker"), incident("b", Bombardment).named("Other")], "0 | 1"),
        (vec![strike("a").named("Speaker"), incident("b", Bombardment).named("Speaker")], "0 | 1"),
        (vec![strike("a"), incident("b", AirStrike).at("settlement:Tal")], "0 | 1"),
        (vec![incident("a", Bombardment).at("near:Tal"), incident("b", Bombardment).at("near:Tal")], "0 1"),
        (
            vec![
                incident("a", Bombardment).at("near:Tal"),
                incident("b", Bombardment).at("near:Tal").published("2021-08-13"),
            ],
            "0 | 1",
        ),
        (
            vec![
                incident("a", Bombardment).quote("because of the continued bombardment of a town").shared_with(&["b"]),
                incident("b", Bombardment).quote("because of the ongoing bombardment of a town"),
            ],
            "0 1",
        ),
        (
            vec![
                incident("a", Bombardment).quote("because of the continued bombardment of a town").shared_with(&["b"]),
                incident("b", Bombardment).quote("he spoke at length on bombardment elsewhere"),
            ],
            "0 | 1",
        ),
        // No day, but a figure, told within days of the event.
        (vec![strike("a").killed(9), incident("b", AirStrike).at("admin1:Norland").killed(9)], "0 | 1"),
        (vec![strike("a").killed(9), incident("b", AirStrike).at("settlement:Tal").killed(9)], "0 1"),
        (
            vec![
                strike("a").killed(9),
                incident("b", AirStrike).at("settlement:Tal").killed(9).published("2021-07-13"),
            ],
            "0 | 1",
        ),
        // Totals, demands and denials are no incidents; an accusation without place, time or copies neither.
        (vec![strike("a"), claim("b", ClaimKind::Total, Some(AirStrike)).at("settlement:Tal").on("2021-05-12")], "0"),
        (vec![strike("a"), strike("b").polarity(Polarity::Negated)], "0"),
        (vec![claim("a", ClaimKind::Allegation, Some(Shelling))], ""),
        (vec![claim("a", ClaimKind::Allegation, Some(Shelling)).on("2021-05-12")], "0"),
        (vec![], ""),
    ];
    for (claims, expected) in rows {
        check(&claims, expected);
    }
}

#[test]
fn one_wire_in_three_garments() {
    let wire = |d: &str| incident(d, Bombardment).at("near:Tal").origin(0).published("2021-05-10..2021-05-11");
    let claims = records(&[wire("a"), wire("b"), wire("c").party("south", "Spokesman").by("north")]);
    let found = link(&claims, &[], &Labels::default());
    assert_eq!(groups(&claims, &found), "0 1 2");
    assert_eq!((found[0].independent_origins.low, found[0].independent_origins.high), (1, 1));
    assert_eq!(found[0].verification_status.id(), "unverified");
    assert_eq!((found[0].time.from, found[0].time.to), (None, None), "no day is made up");
}

#[test]
fn sources_from_chains() {
    use armistice_core::claim::ChainRole::{Agency, CitedGroup, Outlet, Recorder, Speaker, UnnamedSource};
    let party = |name: &str| (name == "Spokesman" || name == "a source close to the north").then(|| "north".to_owned());
    let source = |links: &[(&str, ChainRole)]| {
        let link = |(name, role): &(&str, ChainRole)| ChainLink {
            name: (*name).to_owned(),
            role: *role,
            verb: None,
            span: None,
        };
        SourceKey::from_chain(&links.iter().map(link).collect::<Vec<_>>(), party).words(&Labels::default())
    };
    let rows: [(&[(&str, ChainRole)], &str); 6] = [
        (&[("Gazette", Outlet)], "no source stated"),
        (&[("Gazette", Outlet), ("Wire", Agency)], "Wire"),
        (&[("Gazette", Outlet), ("Wire", Agency), ("a monitor", UnnamedSource)], "unnamed source (a monitor)"),
        (&[("Gazette", Outlet), ("Spokesman", Speaker), ("the rebels", CitedGroup)], "Spokesman (of north)"),
        (
            &[("Gazette", Outlet), ("a source close to the north", UnnamedSource)],
            "a source close to the north (of north)",
        ),
        (&[("", Outlet), ("Centre", Recorder)], "Centre"),
    ];
    for (links, expected) in rows {
        assert_eq!(source(links), expected);
    }
}

#[test]
fn aggregates_stay_out_of_days() {
    let row = |d: &str, from: &str, to: &str| {
        let mut c = incident(d, AirStrike).at("settlement:Tal").on(&format!("{from}..{to}")).killed(9);
        c.0.when.basis = TimeBasis::DataColumn;
        c
    };
    let day = incident("a", AirStrike).at("settlement:Tal").on("2021-05-12").killed(9);
    check(&[day.clone(), row("b", "2021-01-01", "2021-12-28")], "0 | 1");
    check(&[day.clone(), row("b", "2021-05-01", "2021-05-31")], "0 | 1");
    check(&[day.clone(), row("b", "2021-05-12", "2021-05-12")], "0 1");
    let mut month = row("b", "2021-05-12", "2021-05-12");
    month.0.when.precision = TimePrecision::Month;
    check(&[day, month], "0 | 1");
    let found = link(&records(&[row("b", "2021-01-01", "2021-12-28")]), &[], &Labels::default());
    assert!(found[0].aggregate);
    assert_eq!(found[0].time.words(), "2021-01-01 to 2021-12-28", "never its first day");
}

#[test]
fn people_win() {
    let a = incident("a", AirStrike).at("settlement:Tal").on("2021-05-12");
    let b = incident("b", AirStrike).at("settlement:Tal").on("2021-05-12");
    let far = incident("c", Shelling).at("settlement:Bor").on("2021-06-12");
    let claims = records(&[a, b, far]);
    let judge = |x: usize, y: usize, verdict, by: &str| Judgement {
        a: claims[x].claim.id.clone(),
        b: claims[y].claim.id.clone(),
        verdict,
        by: by.to_owned(),
    };
    let check = |judgements: &[Judgement], expected: &str| {
        assert_eq!(groups(&claims, &link(&claims, judgements, &Labels::default())), expected, "{judgements:?}");
    };
    check(&[], "0 1 | 2");
    check(&[judge(0, 1, Verdict::Different, "one")], "0 | 1 | 2");
    check(&[judge(0, 1, Verdict::Unsure, "one")], "0 | 1 | 2");
    check(&[judge(2, 0, Verdict::Same, "one")], "0 1 2");
    check(&[judge(0, 2, Verdict::Same, "one"), judge(1, 2, Verdict::Different, "two")], "0 2 | 1");
    check(&[judge(0, 1, Verdict::Same, "one"), judge(1, 0, Verdict::Different, "two")], "0 | 1 | 2");
    check(&[judge(0, 1, Verdict::Same, "one"), judge(0, 1, Verdict::Unsure, "two")], "0 1 | 2");
    let found = link(&claims, &[judge(2, 0, Verdict::Same, "one")], &Labels::default());
    let place = found[0].place.as_ref().expect("a place");
    assert_eq!((place.precision, place.point), (PlacePrecision::Admin1, None), "two settlements leave the province");
    assert!(found[0].disagreements.iter().any(|d| d.starts_with("place: Bor, Tal")), "{:?}", found[0].disagreements);
}

#[test]
fn origins() {
    let a = |d: &str, origin| incident(d, AirStrike).origin(origin);
    let party = |d: &str, origin, name: &str| a(d, origin).party("north", name);
    let unnamed = |d: &str, origin| a(d, origin).source(SourceKey::Unnamed("a monitoring group".to_owned()));
    let table = |d: &str, origin, originals: &[&str]| {
        a(d, origin).source(SourceKey::Compiled {
            data_set: "Table".to_owned(),
            originals: originals.iter().map(|s| (*s).to_owned()).collect(),
        })
    };
    let rows: Vec<(Vec<C>, (u32, u32))> = vec![
        (vec![], (0, 0)),
        (vec![a("a", 0)], (1, 1)),
        (vec![a("a", 0), a("b", 0)], (1, 1)),
        (vec![a("a", 0), a("b", 1)], (1, 2)),
        (vec![a("a", 0).source(SourceKey::Own), a("b", 1).source(SourceKey::Own)], (2, 2)),
        (vec![a("a", 0).named("Body"), a("b", 1).named("Body")], (1, 1)),
        (vec![a("a", 0).named("Body"), a("b", 1).named("Other")], (2, 2)),
        (vec![a("a", 0).named("Body"), unnamed("b", 1)], (1, 2)),
        (vec![unnamed("a", 0), unnamed("b", 1), unnamed("c", 2)], (1, 3)),
        (vec![party("a", 0, "Ministry"), party("b", 1, "State agency")], (1, 1)),
        (vec![party("a", 0, "Ministry"), a("b", 1).party("south", "Spokesman")], (2, 2)),
        (vec![table("a", 0, &["Body", "Body"])], (1, 1)),
        (vec![table("a", 0, &["Body", "Body"]), a("b", 1).named("Body")], (1, 1)),
        (vec![table("a", 0, &["Body"]), a("b", 1).named("Other")], (2, 2)),
        (vec![table("a", 0, &[]), table("b", 1, &[])], (1, 1)),
        // Through a third: one document names both bodies.
        (vec![a("a", 0).named("Body"), a("b", 1).named("Other"), a("a", 0).named("Other").span(300)], (1, 1)),
    ];
    for (claims, (low, high)) in rows {
        let claims = records(&claims);
        let found = independence(&claims.iter().collect::<Vec<_>>(), &Labels::default());
        assert_eq!((found.low, found.high), (low, high), "{claims:#?} {found:?}");
    }
}

#[test]
fn the_ladder() {
    let strike = |d, origin| incident(d, AirStrike).at("settlement:Tal").on("2021-05-12").by("north").origin(origin);
    let denial = |d| claim(d, ClaimKind::Denial, Some(AirStrike)).at("settlement:Tal").by("north").origin(9);
    let status = |claims: &[C]| link(&records(claims), &[], &Labels::default())[0].verification_status.id();
    let rows: Vec<(Vec<C>, &str)> = vec![
        (vec![strike("a", 0).named("Body")], "single_origin"),
        (vec![strike("a", 0)], "single_origin"),
        (vec![strike("a", 0), strike("b", 1)], "single_origin"),
        (vec![strike("a", 0).party("south", "Spokesman")], "unverified"),
        // A copy that lost the party's name is still the party's word; another origin's bare word may be more.
        (vec![strike("a", 0).party("south", "Spokesman"), strike("b", 0)], "unverified"),
        (vec![strike("a", 0).party("south", "Spokesman"), strike("b", 1)], "single_origin"),
        (vec![strike("a", 0).party("south", "x"), strike("b", 1).party("north", "y")], "unverified"),
        (vec![strike("a", 0).named("Body"), strike("b", 1).party("south", "x")], "corroborated"),
        (vec![strike("a", 0).named("Body"), strike("b", 1).named("Other")], "corroborated"),
        (vec![strike("a", 0).named("Body"), denial("d").party("north", "Ministry")], "single_origin"),
        (vec![strike("a", 0).named("Body"), denial("d").named("Other")], "contradicted"),
        // A denial of another place or author is no denial of this.
        (vec![strike("a", 0).named("Body"), denial("d").named("Other").at("settlement:Bor")], "single_origin"),
    ];
    for (claims, expected) in rows {
        assert_eq!(status(&claims), expected, "{:#?}", records(&claims));
    }
}

#[test]
fn figures_are_envelopes() {
    let strike = |d| incident(d, AirStrike).at("settlement:Tal").on("2021-05-12");
    let unknown = exactly(CountWhat::Killed, CountStatus::Unknown, 5);
    let claims = records(&[
        strike("a").civilians(9).killed(12),
        strike("b").civilians(8).count(unknown),
        strike("c").count(more_than(CountWhat::Injured, CountStatus::All, 20)),
        strike("d").count(exactly(CountWhat::Injured, CountStatus::All, 30)),
    ]);
    let found = link(&claims, &[], &Labels::default());
    assert_eq!(found.len(), 1);
    let show: Vec<String> = found[0]
        .counts
        .iter()
        .map(|c| format!("{:?} {:?} {:?} {:?} {:?}", c.what, c.status, c.min, c.best, c.max))
        .collect();
    expect![[r#"
        Killed Civilians Some(8) None Some(9)
        Killed All Some(12) Some(12) Some(12)
        Killed Unknown Some(5) Some(5) Some(5)
        Injured All Some(20) None None"#]]
    .assert_eq(&show.join("\n"));
}

#[test]
fn it_explains_itself() {
    let claims = records(&[
        incident("a", AirStrike).at("admin1:Norland").on("2021-05-12").killed(9).by("north").named("Body"),
        incident("b", Bombardment).at("settlement:Tal").on("2021-05-11..2021-05-12").killed(9).by("north").origin(1),
        claim("d", ClaimKind::Denial, Some(AirStrike)).by("north").on("2021-05-12").party("north", "Ministry"),
    ]);
    let mut text = String::new();
    for i in link(&claims, &[], &Labels::default()) {
        text.push_str(&format!("{}\n{} {:?}\n", i.title, i.verification_status.id(), i.verification_reasons));
        text.push_str(&format!("{:?}\n{:?}\n", i.independent_origins, i.disagreements));
        for l in &i.links {
            text.push_str(&format!("{}\n", l.weight));
            for p in &l.parts {
                text.push_str(&format!("  {:+} {}: {}\n", p.effect, p.name, p.why));
            }
        }
    }
    expect![[r#"
        Air strike, Tal, 12 May 2021 (reported)
        single_origin ["denied by Ministry (of north); the denial of a party does not change the status", "between 1 and 2 independent origins"]
        Independence { low: 1, high: 2, reasons: ["1 of 2 possible origins name no source, so they may be the same as another"], said: [Said { id: "origins-no-source", slots: [("n", Number(1)), ("high", Number(2))] }], only_parties: false }
        []
        9
          +2 act: bombardment may be said more or less exactly as air_strike
          +2 time: overlap: 2021-05-11 to 2021-05-12 and 2021-05-12
          +2 authors: both name north as author
          +3 counts: 9 and 9 (Killed, All) agree
    "#]].assert_eq(&text);
}

#[test]
fn titles_are_neutral() {
    let title = |c: C| link(&records(&[c]), &[], &Labels::default())[0].title.clone();
    let mut unnamed = incident("a", AirStrike).at("settlement:Tal").on("2021-05-12");
    if let Some(p) = &mut unnamed.0.claim.place {
        p.name = None;
        p.text = "areas held by the evil side".to_owned();
    }
    let bare = |mut c: C, country: Option<&str>| {
        if let Some(p) = &mut c.0.claim.place {
            (p.admin1, p.country) = (None, country.map(str::to_owned));
        }
        c
    };
    let rows = [
        (
            incident("a", AirStrike).at("admin1:Norland").on("2021-05-12"),
            "Air strike, Norland province, 12 May 2021 (reported)",
        ),
        (
            incident("a", AirStrike).at("near:Tal").on("2021-05-10..2021-05-12"),
            "Air strike, near Tal, 10 May 2021 to 12 May 2021 (reported)",
        ),
        (incident("a", Shelling), "Shelling, place not stated, date not stated (reported)"),
        (incident("a", Shelling).on("2021-05-10.."), "Shelling, place not stated, not before 10 May 2021 (reported)"),
        // The words of the document are not printed; the province that is known is.
        (unnamed.clone(), "Air strike, Norland province, 12 May 2021 (reported)"),
        (bare(unnamed, Some("XX")), "Air strike, place not identified in XX, 12 May 2021 (reported)"),
    ];
    for (claim, expected) in rows {
        assert_eq!(title(claim), expected);
    }
}

#[test]
fn a_flood_on_one_place_and_day_stays_linear() {
    // All in one block.
    let claims: Vec<RecordedClaim> = (0..4_000usize)
        .map(|i| {
            incident("flood", AirStrike)
                .at("settlement:Tal")
                .on("2021-05-12")
                .origin(i)
                .killed(i as u64 / 100)
                .span(i * 60)
                .0
        })
        .collect();
    let found = link(&claims, &[], &Labels::default());
    assert_eq!(found.iter().map(|i| i.claims.len()).sum::<usize>(), claims.len(), "no claim is lost");
}

fn arbitrary_claims() -> impl Strategy<Value = Vec<RecordedClaim>> {
    let one = (0usize..6, 0usize..4, 0usize..6, 0usize..6, 0u64..12, 0usize..4, any::<[bool; 4]>());
    prop::collection::vec(one, 0..24).prop_map(|rows| {
        let acts = [AirStrike, Bombardment, Shelling, Attack];
        let places = ["settlement:Tal", "settlement:Bor", "near:Tal", "admin1:Norland", "admin1:Sudland", "country:XX"];
        let times = [
            "2021-05-11",
            "2021-05-12",
            "2021-05-11..2021-05-13",
            "2021-05-01..2021-05-31",
            "2021-01-01..2021-12-28",
            "2021-05-12..",
        ];
        let docs = ["a", "b", "c", "d", "e", "f"];
        let mut out: Vec<RecordedClaim> = rows
            .into_iter()
            .enumerate()
            .map(|(n, (d, act, p, t, k, who, [placed, timed, counted, copied]))| {
                let mut c = incident(docs[d], acts[act]).span(n * 60).quote("one and the same sentence");
                c = if placed { c.at(places[p]) } else { c };
                c = if timed { c.on(times[t]) } else { c };
                c = if counted { c.killed(k) } else { c };
                c = if copied { c.shared_with(&["a", "b"]) } else { c };
                c = match who {
                    0 => c,
                    1 => c.named("Body"),
                    2 => c.party("north", "Ministry").by("south"),
                    _ => c.by("north"),
                };
                c.0
            })
            .collect();
        out.dedup_by(|a, b| a.claim.id == b.claim.id);
        out
    })
}

proptest! {
    #[test]
    fn order_changes_nothing(claims in arbitrary_claims(), seed in any::<u64>(), judged in prop::collection::vec((0usize..24, 0usize..24, 0usize..3), 0..6)) {
        let verdicts = [Verdict::Same, Verdict::Different, Verdict::Unsure];
        let mut judgements: Vec<Judgement> = judged.iter().filter(|(a, b, _)| a != b && *a < claims.len() && *b < claims.len()).map(|(a, b, v)| Judgement {
            a: claims[*a].claim.id.clone(), b: claims[*b].claim.id.clone(), verdict: verdicts[*v], by: "one".to_owned(),
        }).collect();
        let found = link(&claims, &judgements, &Labels::default());
        let mut turned = claims.clone();
        turned.sort_by_key(|c| seed.wrapping_mul(u64::from(c.claim.span.start) + 1).rotate_left(17));
        judgements.reverse();
        prop_assert_eq!(&link(&turned, &judgements, &Labels::default()), &found);
        // Judgements win, and every claim stands in one incident.
        let group = |id| found.iter().position(|i| i.claims.contains(id));
        for j in judgements.iter().filter(|j| j.verdict == Verdict::Different) {
            prop_assert!(group(&j.a).is_none() || group(&j.a) != group(&j.b), "{j:?}");
        }
        let all: Vec<_> = found.iter().flat_map(|i| &i.claims).collect();
        prop_assert_eq!(all.iter().collect::<std::collections::BTreeSet<_>>().len(), all.len());
        // A year without a place is left out, unless somebody judged it.
        for c in claims.iter().filter(|c| c.when.length_days().is_none_or(|d| d <= 31)) {
            prop_assert!(all.contains(&&c.claim.id), "{c:?}");
        }
    }

    /// Alone among machine links: no incident joins two settlements or parts in time, and no interval moves to its first day.
    #[test]
    fn what_cannot_be_one_is_not_joined(claims in arbitrary_claims()) {
        for i in link(&claims, &[], &Labels::default()) {
            let members: Vec<&RecordedClaim> = claims.iter().filter(|c| i.claims.contains(&c.claim.id)).collect();
            for a in &members {
                for b in &members {
                    prop_assert!(a.when.gap_days(&b.when) <= 1, "{a:?} {b:?}");
                }
            }
            let finest = members.iter().filter_map(|c| c.when.length_days()).min();
            if let Some(n) = i.time.length_days().filter(|_| members.len() == 1) {
                prop_assert_eq!(Some(n), finest);
            }
            prop_assert!(i.independent_origins.low <= i.independent_origins.high);
        }
    }
}

#[test]
fn the_id_is_that_of_the_earliest_claim() {
    let first = incident("a", AirStrike).at("settlement:Tal").on("2021-05-12").published("2021-05-12");
    let later = incident("b", AirStrike).at("settlement:Tal").on("2021-05-12").published("2021-05-14");
    let alone = link(&records(std::slice::from_ref(&first)), &[], &Labels::default());
    let both = link(&records(&[later, first]), &[], &Labels::default());
    assert_eq!(alone[0].id, both[0].id);
    assert_eq!(both[0].claims.len(), 2);
}

/// Talks, signatures and upkeep are no incidents; nor are years of a war in a country.
#[test]
fn only_deeds_are_incidents() {
    let found = |c: C| link(&records(&[c]), &[], &Labels::default()).len();
    let placed = |act| incident("a", act).at("settlement:Tal").on("2021-05-12");
    for act in [AirStrike, Shelling, Siege, Obstruction] {
        assert_eq!(found(placed(act)), 1, "{act:?}");
    }
    use armistice_core::act::Act::{CeasefireUpkeep, MonitoringSetUp, Signing, Talks, Violation};
    for act in [CeasefireUpkeep, MonitoringSetUp, Signing, Talks] {
        assert_eq!(found(placed(act)), 0, "{act:?}");
    }
    assert_eq!(found(placed(Violation)), 1);
    assert_eq!(found(incident("a", Violation)), 0, "neither place, nor day, nor figure");
    assert_eq!(found(incident("a", AirStrike).at("country:XX").on("2020-01-01..2020-12-31")), 0, "a year of war");
    assert_eq!(found(incident("a", AirStrike).at("settlement:Tal").on("2020-01-01..2020-12-31")), 1);
    let none = claim("a", ClaimKind::Incident, None).at("settlement:Tal").on("2021-05-12");
    assert_eq!(found(none.clone()), 0, "nothing said");
    assert_eq!(found(none.killed(3)), 1, "people hurt");
}

/// Two claims of one sentence, one act and one place are one incident.
#[test]
fn one_sentence_is_one_incident() {
    let said = |span: usize, act| incident("a", act).at("admin1:Norland").span(span);
    let count = |a: C, b: C| link(&records(&[a, b]), &[], &Labels::default()).len();
    assert_eq!(count(said(100, AirStrike), said(120, AirStrike)), 1);
    assert_eq!(count(said(100, AirStrike), said(900, AirStrike)), 2, "two sentences");
    assert_eq!(count(said(100, AirStrike), said(120, AirStrike).at("admin1:Sudland")), 2, "two places");
}
