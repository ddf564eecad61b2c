//! Lists: what a query finds, in which order, page by page; what is hidden is counted, what is not known is said.

use armistice::desk::{
    index::{
        Access, Count, Index, IndexError, Item, Place, Restricted, Settings, Time, TimeMatch,
        state::{Changed, State},
    },
    query::{Bbox, Cursor, Has, Is, Kind, Query},
};
use jiff::tz::TimeZone;
use std::collections::BTreeSet;

pub(crate) const NOW: i64 = 1_490_000_000;

pub(crate) fn settings() -> Settings {
    Settings { zone: TimeZone::get("Asia/Damascus").expect("a zone"), as_of: NOW }
}

fn day(from: &str, to: &str, precision: &str) -> Option<Time> {
    let end = |t: &str| (t != "?").then(|| t.to_owned());
    Some(Time { from: end(from), to: end(to), precision: precision.to_owned() })
}

fn town(name: &str, lat: i32, lon: i32) -> Option<Place> {
    let (name, precision, adm1) = (Some(name.to_owned()), "settlement".to_owned(), Some("Homs".to_owned()));
    let code = Some("SY04".to_owned());
    Some(Place {
        text: String::new(),
        name,
        precision,
        adm1,
        adm1_code: code,
        point: Some((lat, lon)),
        country: Some("SY".to_owned()),
        radius_m: None,
    })
}

fn incident(id: &str, title: &str) -> Item {
    Item { status: Some("single_origin".to_owned()), ..Item::new(Kind::Incidents, id, title) }
}

/// A small mission: eight incidents, each with something of its own.
fn small() -> Vec<Item> {
    let division = Place {
        text: "Homs province".to_owned(),
        precision: "admin1".to_owned(),
        adm1: Some("Homs".to_owned()),
        country: Some("SY".to_owned()),
        ..Place::default()
    };
    vec![
        Item {
            when: day("2017-01-23", "2017-01-23", "day"),
            place: town("Homs", 34_730_000, 36_710_000),
            kinds: vec!["shelling".to_owned()],
            origins: Count { low: Some(2), high: Some(3) },
            harm: Count { low: Some(4), high: None },
            text: "Shelling of the quarter of al-Waer, said Yahya al-Aridi.".to_owned(),
            has: vec![Has::Harm, Has::Contradiction],
            received: Some(NOW - 86_400),
            ..incident("inc-a", "Shelling in Homs")
        },
        Item {
            when: day("2017-01-01", "2017-01-31", "month"),
            place: Some(division),
            kinds: vec!["air_strike".to_owned()],
            origins: Count { low: Some(1), high: Some(1) },
            is: vec![Is::SingleOrigin],
            text: "قال يحيى العريضي إن القصف أصاب حماة".to_owned(),
            received: Some(NOW - 40 * 86_400),
            ..incident("inc-b", "Air strike, place not known finely")
        },
        Item {
            when: day("?", "2017-01-22", "period"),
            scope: vec!["cannot_be_determined".to_owned()],
            text: "Обстрел города Хама".to_owned(),
            ..incident("inc-c", "Clash")
        },
        Item { text: "Yehya spoke in Hamah.".to_owned(), is: vec![Is::Undated], ..incident("inc-d", "Meeting") },
        Item { restricted: true, text: "shelling secret".to_owned(), ..incident("inc-e", "Hidden shelling") },
        Item {
            when: day("2017-01-20T22:30Z", "2017-01-20T22:30Z", "minute"),
            place: town("Rastan", 34_920_000, 36_730_000),
            parties: vec!["Government of the Syrian Arab Republic".to_owned()],
            recorded_by: vec!["Russia".to_owned()],
            documents: vec!["doc-1".to_owned(), "doc-2".to_owned()],
            about: vec!["case-1".to_owned()],
            kinds: vec!["small_arms_fire".to_owned()],
            ..incident("inc-f", "Exchange of fire")
        },
        Item { when: day("2016-12-30", "2016-12-30", "day"), ..incident("inc-g", "Old") },
        Item { when: day("2017-02-03", "2017-02-03", "day"), ..incident("inc-h", "Later") },
    ]
}

fn index() -> Index {
    Index::build(None, settings(), &mut small().into_iter()).expect("tables")
}

fn query(words: &str) -> Query {
    Query::from_words(Kind::Incidents, words).unwrap_or_else(|p| panic!("{words}: {p:?}"))
}

fn found(index: &Index, words: &str) -> String {
    let ids = index.ids(&query(words), &Access::OPEN).expect("ids");
    let mut short: Vec<&str> = ids.iter().map(|i| i.trim_start_matches("inc-")).collect();
    short.sort_unstable();
    short.join("")
}

#[test]
fn filters_find_what_they_say() {
    let index = index();
    let check = |words: &str, expected: &str| assert_eq!(found(&index, words), expected, "{words}");
    check("", "abcdfgh");
    check("kind:air_strike", "b");
    check("kind:hostile", "abf");
    check("-kind:hostile", "cdgh");
    check("status:cannot_be_determined", "c");
    check("adm1:SY04", "af");
    check("adm1:homs", "abf");
    check("adm1:\"حمص\"", "abf");
    check("place:rastan", "f");
    check("party:government", "f");
    check("recorded-by:russia", "f");
    check("origins>=2", "a");
    check("origins<=1", "b");
    check("harm>=4", "a");
    check("harm<=9", "");
    check("is:single-origin", "b");
    check("is:undated,single-origin", "bd");
    check("has:contradiction", "a");
    check("class:restricted", "");
    check("documents>=2", "f");
    check("about:case-1", "f");
    check("about:doc-2", "f");
    check("id:inc-a,inc-e", "a");
}

#[test]
fn a_time_is_surely_or_possibly_inside() {
    let index = index();
    let matches = |words: &str| {
        let page = index.page(&query(words), &Access::OPEN).expect("a page");
        let mut rows: Vec<String> = page
            .rows
            .iter()
            .map(|r| {
                let mark = match r.time_match {
                    Some(TimeMatch::Yes) => "+",
                    Some(TimeMatch::Possibly) => "?",
                    None => "-",
                };
                format!("{}{mark}", r.item.id.trim_start_matches("inc-"))
            })
            .collect();
        rows.sort();
        (rows.join(" "), page.surely)
    };
    let check = |words: &str, expected: &str, surely: Option<u64>| {
        assert_eq!(matches(words), (expected.to_owned(), surely), "{words}");
    };
    // 22:30 UTC on the 20th is past midnight in the mission's zone.
    check("since:2017-01-21 until:2017-01-31", "a+ b? c? d? f+", Some(2));
    check("until:2017-01-31", "a+ b+ c+ d? f+ g+", Some(5));
    check("since:2017-01-21", "a+ b? c? d? f+ h+", Some(3));
    check("since:2017-01-21 until:2017-01-31 time:surely", "a+ f+", Some(2));
    check("since:2017-01-21 until:2017-01-31 time:possibly", "b? c? d?", Some(0));
    check("time:undated", "d-", None);
    check("since:2017-01-20T22:30Z until:2017-01-20T22:30Z time:surely", "f+", Some(1));
}

#[test]
fn search_folds_spellings_and_scripts_and_the_exact_word_comes_first() {
    let index = index();
    let ranked = |words: &str| {
        let ids = index.ids(&query(words), &Access::OPEN).expect("ids");
        ids.iter().map(|i| i.trim_start_matches("inc-")).collect::<Vec<_>>().join("")
    };
    assert_eq!(ranked("shelling"), "a");
    assert_eq!(&ranked("حماه")[..1], "b", "the spelling with ه");
    let mut hama: Vec<char> = ranked("Hama").chars().collect();
    hama.sort_unstable();
    assert_eq!(hama, ['b', 'c', 'd']);
    assert_eq!(&ranked("Hamah")[..1], "d");
    assert_eq!(&ranked("Хама")[..1], "c");
    assert_eq!(ranked("العريضي").chars().next(), Some('b'));
    assert_eq!(ranked("Aridi"), "ab");
    assert_eq!(ranked("\"Aridi\""), "a");
    assert_eq!(ranked("quart*"), "a");
    assert_eq!(ranked("\"quarter of al-Waer\""), "a");
    assert_eq!(ranked("\"Waer quarter\""), "");
    assert_eq!(ranked("shelling -quarter"), "");
    let page = index.page(&query("yahya"), &Access::OPEN).expect("a page");
    let snippets: Vec<String> = page
        .rows
        .iter()
        .filter_map(|r| r.snippet.as_ref())
        .map(|s| format!("{}{}", &s.text[s.hits[0].0..s.hits[0].1], if s.by_sound { "~" } else { "" }))
        .collect();
    assert_eq!(snippets.join(" "), "Yahya يحيى~ Yehya~");
}

#[test]
fn hidden_rows_are_counted_and_never_listed() {
    let index = index();
    let secret = query("secret");
    let page = index.page(&secret, &Access::OPEN).expect("a page");
    // The count is of the list, so that nobody learns from it what a hidden row says.
    assert_eq!((page.total, page.hidden, page.rows.len()), (0, 1, 0));
    assert_eq!(index.page(&query("nothing"), &Access::OPEN).expect("a page").hidden, 1);
    assert_eq!(index.page(&secret, &Access::ALL).expect("a page").total, 1);
    let only = Access { restricted: Restricted::Only(BTreeSet::from(["inc-e".to_owned()])), hidden: BTreeSet::new() };
    let page = index.page(&secret, &only).expect("a page");
    assert_eq!((page.total, page.hidden), (1, 0));
    let all = index.page(&query(""), &Access::OPEN).expect("a page");
    let counted: u64 =
        all.facets.iter().filter(|f| f.field.id() == "status").flat_map(|f| &f.values).map(|v| v.rows).sum();
    assert_eq!(counted, 7);
    assert!(index.ids(&query("id:inc-e"), &Access::OPEN).expect("ids").is_empty());
}

#[test]
fn days_are_counted_where_a_day_is_known() {
    let page = index().page(&query(""), &Access::OPEN).expect("a page");
    let days: Vec<String> = page.histogram.days.iter().map(|d| format!("{}:{}", d.day, d.rows)).collect();
    assert_eq!(days.join(" "), "2016-12-30:1 2017-01-21:1 2017-01-23:1 2017-02-03:1");
    assert_eq!((page.histogram.longer, page.histogram.undated), (1, 2));
}

#[test]
fn a_value_that_no_row_has_is_said() {
    let page = index().page(&query("place:rasban"), &Access::OPEN).expect("a page");
    assert_eq!(page.total, 0);
    assert_eq!(page.unmatched[0].did_you_mean, ["Rastan"]);
}

#[test]
fn the_map_has_points_and_areas() {
    let index = index();
    let mut q = query("");
    q.zoom = Some(12);
    q.bbox = Bbox::parse("36,34,37,34.8");
    let map = index.map(&q, &Access::OPEN).expect("a map");
    assert_eq!(map.points.iter().map(|p| p.id.as_str()).collect::<Vec<_>>(), ["inc-a"]);
    assert_eq!((map.total, map.unplaced), (1, 4));
    assert_eq!((map.areas.len(), map.areas[0].precision.as_str(), map.areas[0].rows), (1, "admin1", 1));
    q.bbox = None;
    q.zoom = Some(2);
    let far = index.map(&q, &Access::OPEN).expect("a map");
    assert_eq!((far.points.len(), far.clusters.len(), far.clusters[0].rows), (0, 1, 2));
    let page = index.page(&Query { bbox: Bbox::parse("36,34,37,34.8"), ..query("") }, &Access::OPEN).expect("a page");
    assert_eq!((page.total, page.without_point), (1, 5));
}

/// Rows of a list in all their pages.
fn walk(index: &Index, query: &Query, limit: u32) -> Vec<String> {
    let mut query = Query { limit, ..query.whole() };
    let mut out = Vec::new();
    loop {
        let page = index.page(&query, &Access::OPEN).expect("a page");
        out.extend(page.rows.into_iter().map(|r| r.item.id));
        match page.next {
            Some(next) => query.cursor = Some(next),
            None => return out,
        }
    }
}

/// Items of our own making.
pub(crate) fn many(n: u64) -> Vec<Item> {
    let one = |i: u64| {
        let r = i.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20;
        let mut item = incident(&format!("inc-{i:05}"), &format!("Incident {} of {}", i % 7, r % 11));
        item.kinds = vec![["shelling", "air_strike", "attack"][(r % 3) as usize].to_owned()];
        item.status = Some(["single_origin", "corroborated", "unverified"][(r / 3 % 3) as usize].to_owned());
        let date = format!("2017-{:02}-{:02}", r % 12 + 1, r % 28 + 1);
        item.when = if r.is_multiple_of(9) { None } else { day(&date, &date, "day") };
        item.origins = Count { low: Some((r % 5) as u32 + 1), high: None };
        item.harm =
            if r.is_multiple_of(4) { Count::default() } else { Count { low: Some((r % 50) as u32), high: None } };
        item.received = (!r.is_multiple_of(6)).then_some(NOW - (r % 1_000) as i64 * 7_000);
        item
    };
    (0..n).map(one).collect()
}

#[test]
fn pages_repeat_and_skip_nothing_in_any_order() {
    let index = Index::build(None, settings(), &mut many(1_000).into_iter()).expect("tables");
    for words in ["", "kind:shelling", "kind:shelling status:corroborated origins>=5", "incident", "since:2017-06-01"] {
        for sort in ["when", "received", "harm", "origins", "status", "needs", "relevance"] {
            for minus in ["", "-"] {
                if sort == "relevance" && words != "incident" {
                    continue;
                }
                let mut q = query(words);
                q.sort = Query::from_url(Kind::Incidents, &format!("q=incident&sort={minus}{sort}"))
                    .expect("a query")
                    .sorting()
                    .into();
                let pages = walk(&index, &q, 37);
                assert_eq!(pages, index.ids(&q, &Access::OPEN).expect("ids"), "{words} {minus}{sort}");
                assert_eq!(pages.iter().collect::<BTreeSet<_>>().len(), pages.len(), "{words} {minus}{sort}");
                assert_eq!(pages.len() as u64, index.count(&q, &Access::OPEN).expect("a count"));
            }
        }
    }
}

#[test]
fn a_cursor_holds_while_rows_arrive() {
    let before = Index::build(None, settings(), &mut many(400).into_iter()).expect("tables");
    let q = Query { limit: 150, ..query("") };
    let first = before.page(&q, &Access::OPEN).expect("a page");
    let mut items = many(460);
    items.reverse();
    let after = Index::build(None, settings(), &mut items.into_iter()).expect("tables");
    let rest = walk_from(&after, &q, first.next);
    let seen: BTreeSet<String> = first.rows.into_iter().map(|r| r.item.id).chain(rest.iter().cloned()).collect();
    let old = before.ids(&q, &Access::OPEN).expect("ids");
    assert!(old.iter().all(|id| seen.contains(id)), "a row that was there all the time was skipped");
    assert_eq!(rest.iter().collect::<BTreeSet<_>>().len(), rest.len());
}

fn walk_from(index: &Index, query: &Query, cursor: Option<Cursor>) -> Vec<String> {
    let mut query = query.after(cursor);
    let mut out = Vec::new();
    loop {
        let page = index.page(&query, &Access::OPEN).expect("a page");
        out.extend(page.rows.into_iter().map(|r| r.item.id));
        match page.next {
            Some(next) => query.cursor = Some(next),
            None => return out,
        }
    }
}

#[test]
fn a_cursor_of_another_list_is_refused() {
    let index = Index::build(None, settings(), &mut many(100).into_iter()).expect("tables");
    let next = index.page(&query(""), &Access::OPEN).expect("a page").next.expect("more");
    let by_harm = Query::from_url(Kind::Incidents, "sort=-harm").expect("a query").after(Some(next.clone()));
    assert!(
        matches!(index.page(&by_harm, &Access::OPEN), Err(IndexError::Query(p)) if p[0].wrong.id() == "bad_cursor")
    );
    let other = Query::all(Kind::Claims).after(Some(next.clone()));
    assert!(index.page(&other, &Access::OPEN).is_err());
    let damaged = Cursor(format!("{}A", &next.0[..next.0.len() - 1]));
    assert!(next == damaged || index.page(&query("").after(Some(damaged)), &Access::OPEN).is_err());
}

#[test]
fn a_file_is_opened_again_and_knows_what_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("index.sqlite");
    let first = Index::build(Some(&path), settings(), &mut many(50).into_iter()).expect("tables");
    let mut items = many(52);
    items[7].title = "Another title".to_owned();
    let second = Index::build_after(Some(&path), settings(), Some(&first), &mut items.into_iter()).expect("tables");
    assert_eq!(first.ids(&query(""), &Access::OPEN).expect("the former file is still open").len(), 50);
    let opened = Index::open(&path, settings()).expect("tables");
    for index in [&second, &opened] {
        let changed = query(&format!("changed-since:{}", first.mark()));
        let mut ids = index.ids(&changed, &Access::OPEN).expect("ids");
        ids.sort();
        assert_eq!(ids, ["inc-00007", "inc-00050", "inc-00051"]);
        assert_eq!(index.mark(), first.mark() + 1);
    }
    assert!(Index::open(&folder.path().join("none.sqlite"), settings()).is_err());
}

#[test]
fn many_threads_may_ask() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("index.sqlite");
    let index = Index::build(Some(&path), settings(), &mut many(500).into_iter()).expect("tables");
    std::thread::scope(|s| {
        for n in 0..24 {
            let index = &index;
            s.spawn(move || {
                let words = ["incident", "kind:shelling", "", "origins>=3"][n % 4];
                for _ in 0..20 {
                    assert!(index.page(&query(words), &Access::OPEN).expect("a page").total > 0);
                }
            });
        }
    });
}

#[test]
fn saved_searches_belong_to_an_account_and_tell_what_changed() {
    let state = State::open(None).expect("a state");
    let q = query("kind:shelling");
    let saved = state.save("anna", " Shelling ", &q, NOW).expect("saved");
    assert_eq!((saved.name.as_str(), saved.address.as_str()), ("Shelling", "q=kind:shelling"));
    assert!(state.searches("boris").expect("searches").is_empty());
    assert!(!state.delete("boris", saved.id).expect("an answer"), "somebody else's");
    let first = Index::build(None, settings(), &mut many(30).into_iter()).expect("tables");
    let changed = |index: &Index| state.changed("anna", &q, index, &Access::OPEN).expect("an answer");
    assert_eq!(changed(&first), Changed::NotVisited);
    state.visit("anna", &q, &first, NOW).expect("a visit");
    let rows = |rows| Changed::Rows { rows, mark: first.mark(), visited: NOW };
    assert_eq!(changed(&first), rows(0));
    let mut items = many(30);
    items.push(Item { kinds: vec!["shelling".to_owned()], ..incident("inc-new", "New") });
    items.push(Item { kinds: vec!["attack".to_owned()], ..incident("inc-other", "Not of the list") });
    let second = Index::build_after(None, settings(), Some(&first), &mut items.clone().into_iter()).expect("tables");
    assert_eq!(changed(&second), rows(1));
    let later = Settings { as_of: NOW + 60, ..settings() };
    let anew = Index::build(None, later, &mut items.into_iter()).expect("tables");
    assert_eq!(changed(&anew), Changed::NotKnown { visited: NOW });
    assert!(state.delete("anna", saved.id).expect("an answer"));
}
