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
            kind... 
        "#]],
    );
    check(
        "place:\"Wadi Barada\",homs,homs -not* حماة",
        expect![[r#"
            x
        "#]],
    );
}

#[test]
fn what_is_wrong_is_said_with_its_place_and_a_way_out() {
    let check = |text: &str, expected: Expect| expected.assert_eq(&words(Kind::Incidents, text));
    check("stauts:verified", expect![[""]]);
    check("status:verifed kind:airstrike", expect![[""]]);
    check("since:yesterday until:2017-02-30", expect![[""]]);
    check("since:2017-02-01 until:2017-01-01", expect![[""]]);
    check("place>=2 origins:many -since:2017-01-20 status:", expect![[""]]);
    check("language:ar \"not closed", expect![[""]]);
    check("class:open class:restricted --- ok", expect![[""]]);
    check("time:12 http://example.org/x", expect![[""]]);
}

#[test]
fn an_address_has_every_filter_and_nothing_else() {
    let check = |text: &str, expected: Expect| expected.assert_eq(&url(Kind::Incidents, text));
    check("?q=&view=&status=verified&status=refuted&origins=%3E%3D2", expect![[""]]);
    check("q=homs+shelling&view=map&sort=-when&bbox=36.2,34.5,37.1,35.2&datetime=2017-01-20/..&zoom=7", expect![[""]]);
    check("view=maps&sort=wen&columns=id,titel&limit=0&utm_source=x&bbox=1,2,3&q=%ff&view=map", expect![[""]]);
    check("sort=relevance&after=%3C&limit=9999", expect![[""]]);
    check("columns=title,place&limit=100&view=timeline&sort=harm", expect![[""]]);
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
                prop_assert_eq!(Query::from_words(kind, &q.words()).as_ref(), Ok(&q), "{}", q.words());
                prop_assert_eq!(Query::from_url(kind, &q.to_url()).as_ref(), Ok(&q), "{}", q.to_url());
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
        "[a-z]{1,6}", "-[a-z]{1,6}", "[a-z]{2,4}\\*", "\"[a-z \\\\\"é]{0,12}\"", "\\PC{1,8}",
        Just("status:verified,refuted".to_owned()), Just("-kind:hostile".to_owned()), Just("is:undated".to_owned()),
        Just("حماة".to_owned()), Just("origins>=2".to_owned()), Just("harm<=10".to_owned()), Just("class:open".to_owned()),
        "place:\"[a-zé ,\\\\]{1,10}\"", "party:[a-z]{1,6}", "since:20[0-9]{2}-0[1-9]-1[0-9]", "until:2017-01-20T0[0-9]:30Z",
        Just("time:possibly".to_owned()), "adm1:[A-Z]{2}[0-9]{2}",
    ];
    prop::collection::vec(piece, 0..7).prop_map(|p| p.join(" "))
}

fn any_address() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "q=[a-z+%:0-9]{0,12}", "view=(map|cards|table|timeline)", "sort=-?(when|harm|received|needs)", "limit=[0-9]{1,3}",
        "bbox=-?[0-9]{1,2}\\.[0-9]{1,8},-?[0-9]{1,2},1[0-7][0-9],[0-8][0-9]", "datetime=2017-0[1-9]-1[0-9]/(\\.\\.|2018-01-01T10:30Z)",
        "columns=(id|title|place),(status|from)", "status=(verified|refuted)", "kind=air_strike", "after=[A-Za-z0-9_-]{1,20}",
        "zoom=[0-9]{1,2}", "since=2017-01-0[1-9]",
    ];
    prop::collection::vec(piece, 0..6).prop_map(|p| p.join("&"))
}

#[test]
fn a_view_changes_nothing_but_the_view() {
    let q = Query::from_url(Kind::Incidents, "q=kind:shelling&view=map").expect("a query");
    assert_eq!((q.view, q.words().as_str()), (View::Map, "kind:shelling"));
    assert_eq!(Query { view: View::Table, ..q }.to_url(), "q=kind:shelling");
}
