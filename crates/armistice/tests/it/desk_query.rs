//! Words, struct and address of one query are the same query; what is not understood is said.

use armistice::desk::query::{Field, Kind, Query, QueryProblem, View};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::fmt::Write as _;

fn told(problems: &[QueryProblem]) -> String {
    let mut out = String::new();
    for p in problems {
        let _ = write!(out, "{} `{}` in {} at {}..{}", p.wrong.id(), p.text, p.parameter, p.start, p.end);
        if let Some(i) = &p.instead {
            let _ = write!(out, "; write {i}");
        }
        if !p.did_you_mean.is_empty() {
            let _ = write!(out, "; perhaps {}", p.did_you_mean.join(" "));
        }
        out.push('\n');
    }
    out
}

fn words(kind: Kind, text: &str) -> String {
    match Query::from_words(kind, text) {
        Ok(q) => format!("{}\n?{}\n", q.words(), q.to_url()),
        Err(p) => told(&p),
    }
}

fn url(kind: Kind, text: &str) -> String {
    match Query::from_url(kind, text) {
        Ok(q) => format!("?{}\n", q.to_url()),
        Err(p) => told(&p),
    }
}

#[test]
fn words_have_one_canonical_spelling() {
    let check = |text: &str, expected: Expect| expected.assert_eq(&words(Kind::Incidents, text));
    check(
        "shelling status:cannot_be_determined kind:air_strike adm1:SY04 since:2017-01-20 until:2017-01-31 place:homs",
        expect![[r#"
            status:cannot_be_determined kind:air_strike adm1:SY04 place:homs since:2017-01-20 until:2017-01-31 shelling
            ?q=status:cannot_be_determined%20kind:air_strike%20adm1:SY04%20place:homs%20since:2017-01-20%20until:2017-01-31%20shelling
        "#]],
    );
    check(
        "recorded_by:Russia origins>=2 is:single_origin has:contradiction class:open -kind:shelling \"exact   phrase\"",
        expect![[r#"
            -kind:shelling recorded-by:Russia origins>=2 is:single-origin has:contradiction class:open "exact phrase"
            ?q=-kind:shelling%20recorded-by:Russia%20origins%3E%3D2%20is:single-origin%20has:contradiction%20class:open%20%22exact%20phrase%22
        "#]],
    );
    check(
        "place:\"Wadi Barada\",homs,homs -not* حماة",
        expect![[r#"
            place:"Wadi Barada",homs -not* حماة
            ?q=place:%22Wadi%20Barada%22,homs%20-not*%20%D8%AD%D9%85%D8%A7%D8%A9
        "#]],
    );
}

#[test]
fn what_is_wrong_is_said_with_its_place_and_a_way_out() {
    let check = |text: &str, expected: Expect| expected.assert_eq(&words(Kind::Incidents, text));
    check(
        "stauts:verified",
        expect![[r#"
        unknown_field `stauts:verified` in q at 0..15; write "stauts:verified"; perhaps status
    "#]],
    );
    check(
        "status:verifed kind:airstrike",
        expect![[r#"
        unknown_value `verifed` in q at 7..14; write status:verified; perhaps verified
        unknown_value `airstrike` in q at 20..29; write kind:air_strike; perhaps air_strike
    "#]],
    );
    check(
        "since:yesterday until:2017-02-30",
        expect![[r#"
        not_a_time `yesterday` in q at 6..15; write since:2017-01-20
        not_a_time `2017-02-30` in q at 22..32; write until:2017-01-20
    "#]],
    );
    check(
        "since:2017-02-01 until:2017-01-01",
        expect![[r#"
        backwards `since:2017-02-01 until:2017-01-01` in q at 0..33; write since:2017-01-01 until:2017-02-01
    "#]],
    );
    check(
        "place>=2 origins:many -since:2017-01-20 status:",
        expect![[r#"
        not_comparable `place>=2` in q at 0..8; write place:2
        not_a_number `many` in q at 17..21; write origins>=2
        not_negatable `-since:2017-01-20` in q at 22..39; write until:2017-01-20
        no_value `` in q at 47..47; perhaps unassessed unverified single_origin corroborated verified contradicted refuted not_verifiable
    "#]],
    );
    check(
        "language:ar \"not closed",
        expect![[r#"
        not_of_this_kind `language:ar` in q at 0..11; perhaps id status scope kind adm1 country place precision party recorded-by source about since until time origins harm documents is has class changed-since
        open_quote `"not closed` in q at 12..23; write "not closed"
    "#]],
    );
    check(
        "class:open class:restricted --- ok",
        expect![[r#"
        nothing_to_search `---` in q at 28..31
        never_both `class:open class:restricted` in q at 0..27; write class:open
    "#]],
    );
    check(
        "time:12 http://example.org/x",
        expect![[r#"
        unknown_value `12` in q at 5..7; write time:surely; perhaps surely possibly undated
        unknown_field `http://example.org/x` in q at 8..28; write "http://example.org/x"
    "#]],
    );
}

#[test]
fn an_address_has_every_filter_and_nothing_else() {
    let check = |text: &str, expected: Expect| expected.assert_eq(&url(Kind::Incidents, text));
    check(
        "?q=&view=&status=verified&status=refuted&origins=%3E%3D2",
        expect![[r#"
        ?q=status:refuted,verified%20origins%3E%3D2
    "#]],
    );
    check(
        "q=homs+shelling&view=map&sort=-when&bbox=36.2,34.5,37.1,35.2&datetime=2017-01-20/..&zoom=7",
        expect![[r#"
        ?q=homs%20shelling&view=map&sort=-when&bbox=36.2,34.5,37.1,35.2&datetime=2017-01-20/..&zoom=7
    "#]],
    );
    check(
        "view=maps&sort=wen&columns=id,titel&limit=0&utm_source=x&bbox=1,2,3&q=%ff&view=map",
        expect![[r#"
        unknown_value `maps` in view at 0..4; write map; perhaps map
        unknown_value `wen` in sort at 0..3; write when; perhaps when
        unknown_value `titel` in columns at 0..5; write title; perhaps title
        not_a_number `0` in limit at 0..1; write 50
        unknown_parameter `utm_source` in utm_source at 0..10
        not_a_box `1,2,3` in bbox at 0..5; write 36.2,34.5,37.1,35.2
        bad_encoding `q=%ff` in q at 0..5
        twice `map` in view at 0..3
    "#]],
    );
    check(
        "sort=relevance&after=%3C&limit=9999",
        expect![[r#"
        bad_cursor `<` in after at 0..1
        too_many `9999` in limit at 0..4; write 500
        relevance_without_words `relevance` in sort at 0..9; write -when
    "#]],
    );
    check(
        "columns=title,place&limit=100&view=timeline&sort=harm",
        expect![[r#"
        ?view=timeline&sort=harm&columns=title,place&limit=100
    "#]],
    );
}

#[test]
fn length_is_bounded() {
    let long = "a ".repeat(2_000);
    assert_eq!(Query::from_words(Kind::Claims, &long).expect_err("too long")[0].wrong.id(), "too_long");
    let many = (0..60).map(|n| format!("w{n}")).collect::<Vec<_>>().join(" ");
    assert_eq!(Query::from_words(Kind::Claims, &many).expect_err("too many")[0].wrong.id(), "too_many");
    let address = "q=a&".repeat(4_000);
    assert_eq!(Query::from_url(Kind::Claims, &address).expect_err("too long")[0].wrong.id(), "too_long");
}

#[test]
fn every_known_value_is_taken() {
    for kind in Kind::ALL {
        for field in Field::ALL.into_iter().filter(|f| f.on(kind)) {
            for value in field.known(kind) {
                let words = format!("{}:{value}", field.id());
                let q = Query::from_words(kind, &words).unwrap_or_else(|p| panic!("{words}: {}", told(&p)));
                assert_eq!(q.words(), words);
            }
        }
    }
}

proptest! {
    /// Whatever is taken is spelt so that it is taken again and is the same: in words and as an address.
    #[test]
    fn what_is_read_is_spelt_and_read_again(text in any_words()) {
        for kind in [Kind::Incidents, Kind::Ledger] {
            if let Ok(q) = Query::from_words(kind, &text) {
                prop_assert_eq!(Query::from_words(kind, &q.words()), Ok(q.clone()), "{}", q.words());
                prop_assert_eq!(Query::from_url(kind, &q.to_url()), Ok(q.clone()), "{}", q.to_url());
            }
        }
    }

    #[test]
    fn an_address_is_read_and_spelt_alike(text in any_address()) {
        if let Ok(q) = Query::from_url(Kind::Incidents, &text) {
            let again = Query::from_url(Kind::Incidents, &q.to_url());
            prop_assert_eq!(again.as_ref(), Ok(&q), "{}", q.to_url());
            prop_assert_eq!(again.map(|q| q.to_url()), Ok(q.to_url()));
        }
    }

    /// Problems point into the text that was given.
    #[test]
    fn problems_point_into_the_text(text in "\\PC{0,60}") {
        if let Err(problems) = Query::from_words(Kind::Claims, &text) {
            for p in problems.iter().filter(|p| p.wrong.id() != "never_both" && p.wrong.id() != "backwards") {
                prop_assert!(text.get(p.start..p.end).is_some(), "{:?}", p);
            }
        }
    }
}

fn any_words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z]{1,6}",
        "-[a-z]{1,6}",
        "[a-z]{2,4}\\*",
        "\"[a-z \\\\\"é]{0,12}\"",
        "\\PC{1,8}",
        Just("status:verified,refuted".to_owned()),
        Just("-kind:hostile".to_owned()),
        Just("is:undated".to_owned()),
        Just("حماة".to_owned()),
        Just("origins>=2".to_owned()),
        Just("harm<=10".to_owned()),
        Just("class:open".to_owned()),
        "place:\"[a-zé ,\\\\]{1,10}\"",
        "party:[a-z]{1,6}",
        "since:20[0-9]{2}-0[1-9]-1[0-9]",
        "until:2017-01-20T0[0-9]:30Z",
        Just("time:possibly".to_owned()),
        "adm1:[A-Z]{2}[0-9]{2}",
    ];
    prop::collection::vec(piece, 0..7).prop_map(|p| p.join(" "))
}

fn any_address() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "q=[a-z+%:0-9]{0,12}",
        "view=(map|cards|table|timeline)",
        "sort=-?(when|harm|received|needs)",
        "limit=[0-9]{1,3}",
        "bbox=-?[0-9]{1,2}\\.[0-9]{1,8},-?[0-9]{1,2},1[0-7][0-9],[0-8][0-9]",
        "datetime=2017-0[1-9]-1[0-9]/(\\.\\.|2018-01-01T10:30Z)",
        "columns=(id|title|place),(status|from)",
        "status=(verified|refuted)",
        "kind=air_strike",
        "after=[A-Za-z0-9_-]{1,20}",
        "zoom=[0-9]{1,2}",
        "since=2017-01-0[1-9]",
    ];
    prop::collection::vec(piece, 0..6).prop_map(|p| p.join("&"))
}

#[test]
fn a_view_changes_nothing_but_the_view() {
    let q = Query::from_url(Kind::Incidents, "q=kind:shelling&view=map").expect("a query");
    assert_eq!((q.view, q.words().as_str()), (View::Map, "kind:shelling"));
    assert_eq!(Query { view: View::Table, ..q }.to_url(), "q=kind:shelling");
}
