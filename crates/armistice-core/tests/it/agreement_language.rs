//! What the agreement language can say beyond its basic elements: versions and the law in force, borders and lines, quorums,
//! clocks, and what differs between two files.

use crate::agreement::{LAKE, read, shipped};
use armistice_core::agreement::diff::{Change, diff};
use armistice_core::agreement::law::{Law, in_force};
use armistice_core::agreement::name::AgreementId;
use armistice_core::agreement::words::{GeometryStatus, Known, ModalitySource, RecusalRule, Standard};
use armistice_core::agreement::{Agreement, Clocks, parse};
use expect_test::expect;
use jiff::Timestamp;
use proptest::prelude::*;

/// The lake truce with text put in after a line of it.
fn lake(after: &str, more: &str) -> String {
    assert!(LAKE.contains(after), "{after:?} is not in the file");
    LAKE.replacen(after, &format!("{after}\n{more}"), 1)
}

/// A later version of the lake truce, in force from noon of that day in New York.
fn amended(version: u32, id: &str, amends: &str, from: &str) -> Agreement {
    let text = lake(
        "title = \"Lake truce\"",
        &format!(
            "version = {version}\namends = \"{amends}\"\nin_force_from = {{ at = {from}T12:00:00, zone = \"America/New_York\" }}"
        ),
    );
    read(&text.replacen("id = \"lake-2030\"", &format!("id = \"{id}\""), 1))
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

fn shown(law: &Law<'_>) -> String {
    let versions: Vec<String> = law.versions.iter().map(|v| v.version.to_string()).collect();
    format!("{} [{}] {:?}", law.answer.id(), versions.join(" "), law.why)
}

#[test]
fn the_law_in_force_at_the_time_of_the_act() {
    // In force from 15 January to 15 July; amended on 1 March and on 1 May.
    let first = read(LAKE);
    let second = amended(2, "lake-2030-b", "lake-2030", "2030-03-01");
    let third = amended(3, "lake-2030-c", "lake-2030-b", "2030-05-01");
    let other = shipped("ukraine-2020-07-27.toml");
    let rows = [
        ("2030-01-20T00:00:00Z", "2030-01-20T00:00:00Z", "yes [1] []"),
        // An amendment never judges what happened before it.
        ("2030-03-01T16:59:59Z", "2030-03-01T16:59:59Z", "yes [1] []"),
        ("2030-03-01T17:00:00Z", "2030-03-01T17:00:00Z", "yes [2] []"),
        ("2030-04-01T00:00:00Z", "2030-04-30T00:00:00Z", "yes [2] []"),
        ("2030-05-02T00:00:00Z", "2030-07-01T00:00:00Z", "yes [3] []"),
        ("2030-02-20T00:00:00Z", "2030-03-02T00:00:00Z", "cannot_be_determined [1 2] [Straddles]"),
        ("2030-02-20T00:00:00Z", "2030-06-02T00:00:00Z", "cannot_be_determined [1 2 3] [Straddles]"),
        ("2030-01-10T00:00:00Z", "2030-01-20T00:00:00Z", "cannot_be_determined [1] [Before]"),
        ("2030-01-10T00:00:00Z", "2030-01-11T00:00:00Z", "no [] [Before]"),
        ("2030-07-10T00:00:00Z", "2030-07-20T00:00:00Z", "cannot_be_determined [3] [After]"),
        ("2030-08-10T00:00:00Z", "2030-08-20T00:00:00Z", "no [] [After]"),
        ("?", "2030-01-20T00:00:00Z", "cannot_be_determined [1] [Before]"),
        ("2030-06-01T00:00:00Z", "?", "cannot_be_determined [3] [After]"),
        ("?", "?", "cannot_be_determined [1 2 3] [Before, After, Straddles]"),
    ];
    let mut wrong = String::new();
    for (from, to, expected) in rows {
        for list in [vec![&first, &other, &second, &third], vec![&third, &second, &first]] {
            for id in ["lake-2030", "lake-2030-b", "lake-2030-c"] {
                let id = AgreementId::new(id);
                let end = |t: &str| t.parse().ok();
                let law = in_force(&list, &id, end(from), end(to));
                let found = shown(&law);
                if found != expected {
                    wrong.push_str(&format!("{from} to {to} of {id}: expected {expected}, found {found}\n"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    let nobody = AgreementId::new("no-such");
    let law = in_force(&[&first], &nobody, None, None);
    assert_eq!(shown(&law), "no [] [NoVersion]");
    // Two files claim to be the second version from the same moment.
    let rival = amended(2, "lake-2030-x", "lake-2030", "2030-03-01");
    let law = in_force(&[&first, &second, &rival], &first.id, Some(at("2030-04-01T00:00:00Z")), None);
    assert!(shown(&law).starts_with("cannot_be_determined [2 2]"), "{}", shown(&law));
    // Of two that begin together the higher number holds.
    let higher = amended(3, "lake-2030-y", "lake-2030", "2030-03-01");
    let now = Some(at("2030-04-01T00:00:00Z"));
    assert_eq!(shown(&in_force(&[&first, &second, &higher], &first.id, now, now)), "yes [3] []");
}

proptest! {
    /// Exactly one version holds at each instant of the agreement's time, and its start is not later than the instant.
    #[test]
    fn one_version_holds_at_an_instant(seconds in 1_894_000_000_i64..1_912_000_000) {
        let versions = [read(LAKE), amended(2, "b", "lake-2030", "2030-03-01"), amended(3, "c", "b", "2030-05-01")];
        let list: Vec<&Agreement> = versions.iter().collect();
        let when = Timestamp::from_second(seconds).expect("in range");
        let law = in_force(&list, &versions[0].id, Some(when), Some(when));
        let inside = when >= versions[0].effective.instant && versions[0].ends.as_ref().is_some_and(|e| when < e.instant);
        prop_assert_eq!(law.one().is_some(), inside);
        if let Some(version) = law.one() {
            prop_assert!(armistice_core::agreement::law::begins(version) <= when);
        }
    }
}

#[test]
fn borders_and_lines_are_read_from_geojson() {
    let ring = LAKE.lines().find(|l| l.starts_with("ring")).expect("a ring");
    let with = |geojson: &str| LAKE.replacen(ring, &format!("geojson = '{geojson}'"), 1);
    let a = read(&with(r#"{"type":"Polygon","coordinates":[[[-77,43],[-76,43],[-76,44],[-77,43]]]}"#));
    assert_eq!(
        a.scope.zones[0].ring,
        [(43_000_000, -77_000_000), (43_000_000, -76_000_000), (44_000_000, -76_000_000)]
    );
    let hole = r#"{"type":"MultiPolygon","bbox":[1,2],"coordinates":[[[[0,0],[4,0],[4,4],[0,0]],[[3,1],[3.5,1],[3.5,1.2345675],[3,1]]],[[[10,0],[11,0],[11,1],[10,0]]]]}"#;
    let b = read(&with(hole));
    let z = &b.scope.zones[0];
    assert!(z.ring.is_empty(), "several areas have no one ring");
    assert_eq!((z.polygons.len(), z.polygons[0].holes.len()), (2, 1));
    // Six places; the seventh is rounded.
    assert_eq!(z.polygons[0].holes[0][2], (1_234_568, 3_500_000));
    let mut out = String::new();
    for geojson in [
        "",
        "{}",
        r#"{"type":"Point","coordinates":[1,2]}"#,
        r#"{"type":"Feature","geometry":null}"#,
        r#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#,
        r#"{"type":"Polygon","coordinates":[]}"#,
        r#"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4]]]}"#,
        r#"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,95],[0,0]]]}"#,
        r#"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4],[0,0]]]}"#,
        r#"{"type":"Polygon","coordinates":[[[0,0],[4e1,0],[4,4],[0,0]]]}"#,
        r#"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]"#,
        r#"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]} and more"#,
        "[[[[[[[[[[[[[[[[[[[[[[[[",
    ] {
        let (_, problems) = parse(&with(geojson));
        out.push_str(&format!("{geojson}\n"));
        for p in problems {
            out.push_str(&format!("  column {}: [{}] {} {}\n", p.column, p.code.code(), p.sentence, p.next_step));
        }
    }
    expect![[r#"

          column 12: [bad-geometry] This is not JSON. Write a GeoJSON geometry, such as {"type":"Polygon","coordinates":[[[lon,lat],…]]}.
        {}
          column 12: [bad-geometry] The GeoJSON has no `type`. Write a GeoJSON geometry, such as {"type":"Polygon","coordinates":[[[lon,lat],…]]}.
        {"type":"Point","coordinates":[1,2]}
          column 20: [bad-geometry] A geometry of type `Point` is not known here. Known: `Polygon`, `MultiPolygon`, `LineString`, `MultiLineString`.
        {"type":"Feature","geometry":null}
          column 20: [bad-geometry] A geometry of type `Feature` is not known here. Take the `geometry` of the feature.
        {"type":"LineString","coordinates":[[1,2],[3,4]]}
          column 11: [bad-geometry] This is not the border of such a thing. A zone has a `Polygon` or `MultiPolygon`, a line a `LineString` or `MultiLineString`.
        {"type":"Polygon","coordinates":[]}
          column 44: [bad-geometry] Expected a list that is not empty. Look at the nesting of `coordinates`.
        {"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4]]]}
          column 45: [bad-geometry] A ring needs four positions, of which the last is the first. Close the ring, and check that no point is missing.
        {"type":"Polygon","coordinates":[[[0,0],[4,0],[4,95],[0,0]]]}
          column 61: [bad-geometry] `95` is no decimal between -90 and 90. GeoJSON has longitude first, then latitude, in decimal degrees.
        {"type":"Polygon","coordinates":[[[0,0],[4,0],[4],[0,0]]]}
          column 58: [bad-geometry] A position is two numbers. GeoJSON has longitude first, then latitude.
        {"type":"Polygon","coordinates":[[[0,0],[4e1,0],[4,4],[0,0]]]}
          column 53: [bad-geometry] `4e1` is no decimal between -180 and 180. GeoJSON has longitude first, then latitude, in decimal degrees.
        {"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]
          column 71: [bad-geometry] Expected `,` in the GeoJSON. Write a GeoJSON geometry, such as {"type":"Polygon","coordinates":[[[lon,lat],…]]}.
        {"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]} and more
          column 73: [bad-geometry] Something follows the GeoJSON. Write one geometry only.
        [[[[[[[[[[[[[[[[[[[[[[[[
          column 21: [bad-geometry] Brackets in the GeoJSON are nested too deep. Write a GeoJSON geometry, such as {"type":"Polygon","coordinates":[[[lon,lat],…]]}.
    "#]].assert_eq(&out);

    let u = shipped("ukraine-2020-07-27.toml");
    let line = &u.scope.lines[0];
    assert_eq!((line.geometry, line.sides.len()), (GeometryStatus::Indicative, 2));
    assert!(line.paths[0].len() > 10);
    // Nothing that we drew is exact.
    for file in ["syria-2016-12-30.toml", "syria-2017-05-04.toml", "ukraine-2020-07-27.toml", "colombia-2016.toml"] {
        let a = shipped(file);
        let all = a.scope.zones.iter().map(|z| z.geometry).chain(a.scope.lines.iter().map(|l| l.geometry));
        for geometry in all {
            assert_ne!(geometry, GeometryStatus::Exact, "{file}");
        }
    }
}

#[test]
fn a_place_is_inside_an_area_and_outside_its_holes() {
    use armistice_core::place::{Place, PlacePrecision};
    use armistice_core::scope::{Question, facts::IncidentFacts, test};
    use armistice_core::time::{TimeBasis, When};
    let ring = LAKE.lines().find(|l| l.starts_with("ring")).expect("a ring");
    // Two squares of two degrees; the first has a hole of one degree in its middle.
    let areas = r#"{"type":"MultiPolygon","coordinates":[[[[-80,40],[-78,40],[-78,42],[-80,42],[-80,40]],
      [[-79.5,40.5],[-78.5,40.5],[-78.5,41.5],[-79.5,41.5],[-79.5,40.5]]],[[[-76,40],[-74,40],[-74,42],[-76,42],[-76,40]]]]}"#;
    let a = read(&LAKE.replacen(ring, &format!("geojson = '''{areas}'''"), 1));
    let mut found = String::new();
    for (lat, lon, precision, expected) in [
        (40_200_000, -79_800_000, PlacePrecision::Exact, "yes"),
        (41_000_000, -79_000_000, PlacePrecision::Exact, "no"),
        (41_000_000, -75_000_000, PlacePrecision::Exact, "yes"),
        (41_000_000, -77_000_000, PlacePrecision::Exact, "no"),
        // Within five kilometres of the border of the hole, and of the outer border.
        (40_490_000, -79_000_000, PlacePrecision::Settlement, "cannot_be_determined"),
        (40_010_000, -79_000_000, PlacePrecision::Settlement, "cannot_be_determined"),
        (40_250_000, -79_000_000, PlacePrecision::Settlement, "yes"),
    ] {
        let mut facts = IncidentFacts::at(When::days(None, None, TimeBasis::NotStated));
        facts.place = Some(Place {
            text: "there".into(),
            name: None,
            precision,
            point: Some((lat, lon)),
            country: Some("US".into()),
            admin1: Some("Lakeland".into()),
            zone: None,
        });
        let answer = test(&a, &facts).into_iter().find(|t| t.question == Question::InTerritory).expect("it is asked");
        if answer.answer.id() != expected {
            found.push_str(&format!("{lat},{lon}: expected {expected}, found {}\n", answer.answer.id()));
        }
    }
    assert!(found.is_empty(), "\n{found}");
}

#[test]
fn quorums_name_their_constituencies() {
    // The state level in Myanmar: three of each side and one of each civilian body; fewer when it is urgent.
    let text = LAKE.to_owned()
        + "\n[[modalities.quorum.constituencies]]\nid = \"north\"\nactors = [\"north\", \"north-guard\"]\npresent = 3\n"
        + "\n[[modalities.quorum.constituencies]]\nid = \"south\"\nactors = [\"south\"]\npresent = 3\n"
        + "\n[[modalities.quorum.constituencies]]\nid = \"civilian-1\"\nactors = [\"mill\"]\npresent = 1\n"
        + "\n[[modalities.quorum.emergency]]\nid = \"north\"\nactors = [\"north\"]\npresent = 2\n"
        + "\n[[modalities.quorum.emergency]]\nid = \"south\"\nactors = [\"south\"]\npresent = 1\n";
    let a = read(&text);
    let q = &a.modalities.quorum.value;
    let list: Vec<(&str, u32)> = q.constituencies.iter().map(|c| (c.id.as_str(), c.present)).collect();
    assert_eq!(list, [("north", 3), ("south", 3), ("civilian-1", 1)]);
    assert_eq!(q.emergency.iter().map(|c| c.present).collect::<Vec<_>>(), [2, 1]);
    let c = shipped("colombia-2016.toml");
    assert_eq!(c.modalities.quorum.value.constituencies.len(), 3);
}

#[test]
fn silent_modalities_are_defaults_and_marked() {
    let a = read(LAKE);
    let m = &a.modalities;
    assert_eq!((m.recusal.value, m.recusal.source), (RecusalRule::NotAlone, ModalitySource::MechanismDefault));
    assert_eq!(
        (m.adverse_inference.value, m.adverse_inference.source),
        (Known::Unknown, ModalitySource::MechanismDefault)
    );
    assert_eq!(m.urgent_standard.value, Standard::CredibleReport);
    assert_eq!(m.naming_standard.value, Standard::ClearAndConvincing);
    assert_eq!(m.silent_clocks, Clocks::KEYS);

    let text = LAKE.to_owned()
        + "\n[modalities.clocks]\nreport_days = 10\nfollow_up_days = [3]\nsource = \"text\"\n"
        + "\n[modalities.recusal]\nrule = \"recused\"\nsource = \"text\"\n"
        + "\n[modalities.access]\nadverse_inference = \"yes\"\nsource = \"text\"\n"
        + "\n[modalities.standard_of_proof]\ndetermination = \"balance_of_probabilities\"\nnaming = \"clear_and_convincing\"\nsource = \"text\"\n";
    let m = read(&text).modalities;
    assert_eq!((m.clocks.value.report_days, m.clocks.value.follow_up_days.clone()), (10, vec![3]));
    // What the table leaves out is a default all the same.
    assert_eq!((m.clocks.value.screening_hours, m.clocks.source), (24, ModalitySource::Text));
    assert_eq!(m.silent_clocks.len(), 6);
    assert!(!m.silent_clocks.contains(&"report_days"));
    assert_eq!((m.recusal.value, m.adverse_inference.value), (RecusalRule::Recused, Known::Yes));
    assert_eq!(m.urgent_standard.source, ModalitySource::MechanismDefault);
    assert_eq!(m.naming_standard.source, ModalitySource::Text);
}

#[test]
fn two_files_differ_by_element_and_field() {
    let a = read(LAKE);
    let text = lake(
        "title = \"Lake truce\"",
        "version = 2\namends = \"lake-2030\"\nin_force_from = { at = 2030-03-01T12:00:00, zone = \"America/New_York\" }",
    );
    let text = text
        .replacen("acts = [\"shelling\", \"air_strike\"]", "acts = [\"shelling\", \"raid\"]", 1)
        .replacen("within = \"P14D\"", "within = \"P1M\"", 1)
        .replacen("per_member = 2", "per_member = 3", 1)
        .replacen("aliases = [\"southerners\"", "aliases = [\"southern people\", \"southerners\"", 1)
        + "\n[[statements]]\nid = \"s-1\"\nkind = \"demand\"\nby = \"south\"\nsummary = \"Open the lock.\"\n";
    let b = read(&text);
    let found = diff(&a, &b);
    let mut out = String::new();
    for d in &found.list {
        let change = match &d.change {
            Change::Added => "added".to_owned(),
            Change::Removed => "removed".to_owned(),
            Change::Field { field, gone, new } => format!("{field}: {gone:?} -> {new:?}"),
        };
        out.push_str(&format!("{} {} {change} [{}]\n", d.kind, d.id, d.touches.id()));
    }
    for line in found.meaning(&a, &b) {
        out.push_str(&format!("{line}\n"));
    }
    expect![[r#"
        agreement  version: ["1"] -> ["2"] [nothing]
        agreement  amends: [] -> ["lake-2030"] [nothing]
        agreement  in_force_from: [] -> ["2030-03-01T12:00:00 America/New_York"] [nothing]
        actors south aliases: [] -> ["southern people"] [names]
        prohibited_acts L.1 acts: ["air_strike"] -> ["raid"] [incidents]
        obligations L.5 clock.within: ["P14D"] -> ["P1M"] [obligations]
        statements s-1 added [nothing]
        modalities.quorum  per_member: ["2"] -> ["3"] [decisions]
        `lake-2030` (version 2) is in force from 2030-03-01 12:00 America/New_York. What happened before is held against version 1, as it was; what may have happened before or after cannot be determined.
        Incidents may have other answers under the later version; only those of its time are tested under it.
        Clocks of obligations, terms or phases run otherwise.
        Cases are decided, or their steps timed, by other rules.
        Words of documents may mean other actors.
    "#]].assert_eq(&out);
    let law = |at: &str| found.law(&a, &b, at.parse().expect("an instant")).map(|v| v.version);
    assert_eq!(
        (law("2030-02-01T00:00:00Z"), law("2030-04-01T00:00:00Z"), law("2031-01-01T00:00:00Z")),
        (Some(1), Some(2), None)
    );

    // A file and itself; the other way round; two agreements.
    assert!(diff(&a, &a).list.is_empty());
    let back = diff(&b, &a);
    assert_eq!(back.list.len(), found.list.len());
    assert!(back.meaning(&b, &a)[0].contains("earlier one"));
    let (x, y) = (shipped("syria-2016-12-30.toml"), shipped("syria-2017-05-04.toml"));
    assert!(diff(&x, &y).meaning(&x, &y)[0].starts_with("Neither file says"));
    // Every element can be told from every other.
    for agreement in [&x, &y, &shipped("ukraine-2020-07-27.toml"), &shipped("colombia-2016.toml"), &a] {
        let mut ids: Vec<(&str, String)> = agreement.elements().into_iter().map(|e| (e.kind, e.id)).collect();
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "{}", agreement.id);
    }
}
