//! Exports hold exactly what the list holds, and say where they end.

use crate::desk_index::{many, settings};
use armistice::desk::{
    export::{self, Format},
    index::{Access, Index, Item, Place},
    query::{Kind, Query},
};
use sha2::{Digest as _, Sha256};

fn text(index: &Index, query: &Query, format: Format) -> String {
    let mut out = Vec::new();
    export::write(format, index, query, &Access::OPEN, &mut out).expect("an export");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn filter_list_bulk_and_export_are_the_same_rows() {
    for n in [1, 100, 10_000] {
        let index = Index::build(None, settings(), &mut many(n).into_iter()).expect("tables");
        for words in ["", "kind:shelling", "since:2017-03-01 until:2017-06-30", "incident -status:unverified"] {
            let query = Query::from_words(Kind::Incidents, words).expect("a query");
            let ids = index.ids(&query, &Access::OPEN).expect("ids");
            let all: Vec<String> =
                index.all(&query, &Access::OPEN).expect("rows").map(|r| r.expect("a row").item.id).collect();
            assert_eq!(all, ids, "{n} {words}");
            let mut pages = Vec::new();
            let mut page = Query { limit: 500, ..query.clone() };
            loop {
                let p = index.page(&page, &Access::OPEN).expect("a page");
                assert_eq!(p.total, ids.len() as u64);
                pages.extend(p.rows.into_iter().map(|r| r.item.id));
                match p.next {
                    Some(next) => page.cursor = Some(next),
                    None => break,
                }
            }
            assert_eq!(pages, ids, "{n} {words}");
            let csv = text(&index, &query, Format::Csv);
            let column: Vec<&str> = csv.lines().skip(1).filter_map(|l| l.split(',').next()).collect();
            assert_eq!(column[..column.len() - 1], ids, "{n} {words}");
            let lines = text(&index, &query, Format::JsonLines);
            let told: Vec<String> = lines
                .lines()
                .filter_map(|l| {
                    serde_json::from_str::<serde_json::Value>(l).expect("JSON")["id"].as_str().map(str::to_owned)
                })
                .collect();
            assert_eq!(told, ids, "{n} {words}");
            for format in [Format::Json, Format::GeoJson] {
                let doc: serde_json::Value = serde_json::from_str(&text(&index, &query, format)).expect("JSON");
                let list = doc.get("items").or(doc.get("features")).and_then(|l| l.as_array()).expect("a list");
                let told: Vec<&str> = list.iter().filter_map(|i| i["id"].as_str()).collect();
                assert_eq!(told, ids, "{n} {words}");
                assert_eq!(doc["trailer"]["rows"], ids.len());
            }
        }
    }
}

#[test]
fn a_cut_download_is_noticed() {
    let index = Index::build(None, settings(), &mut many(20).into_iter()).expect("tables");
    let csv = text(&index, &Query::all(Kind::Incidents), Format::CsvBom);
    let (body, last) = csv.trim_end().rsplit_once("\r\n").expect("lines");
    let digest = data_encoding::HEXLOWER.encode(&Sha256::digest(format!("{body}\r\n")));
    assert!(last.starts_with(&format!("# end of the export: 20 rows; sha256 {digest}")), "{last}");
    let lines = text(&index, &Query::all(Kind::Incidents), Format::JsonLines);
    let (body, last) = lines.trim_end().rsplit_once('\n').expect("lines");
    let digest = data_encoding::HEXLOWER.encode(&Sha256::digest(format!("{body}\n")));
    assert_eq!(last, format!("{{\"trailer\":{{\"rows\":20,\"sha256\":\"{digest}\"}}}}"));
}

fn awkward() -> Index {
    let place = Place {
        text: "Homs province".to_owned(),
        precision: "admin1".to_owned(),
        adm1_code: Some("SY04".to_owned()),
        ..Place::default()
    };
    let items = vec![
        Item { place: Some(place), ..Item::new(Kind::Incidents, "inc-1", "=HYPERLINK(\"http://x\")") },
        Item {
            place: Some(Place {
                point: Some((-33_500_000, 36_250_000)),
                precision: "settlement".to_owned(),
                ..Place::default()
            }),
            ..Item::new(Kind::Incidents, "inc-2", "a \"b\", c\nd")
        },
        Item::new(Kind::Incidents, "inc-3", "+1"),
        Item::new(Kind::Incidents, "inc-4", "-x"),
        Item::new(Kind::Incidents, "inc-5", "@SUM(A1)"),
        Item::new(Kind::Incidents, "inc-6", "\t=1"),
    ];
    Index::build(None, settings(), &mut items.into_iter()).expect("tables")
}

#[test]
fn formulas_are_neutral_and_numbers_stay_numbers() {
    let query = Query::from_url(Kind::Incidents, "columns=id,title,latitude,harm_min").expect("a query");
    let csv = text(&awkward(), &query, Format::Csv);
    let line = |id: &str| csv.split("\r\n").find(|l| l.starts_with(id)).unwrap_or_default().to_owned();
    assert_eq!(line("inc-1"), "inc-1,\"'=HYPERLINK(\"\"http://x\"\")\",,");
    assert_eq!(line("inc-2"), "inc-2,\"a \"\"b\"\", c\nd\",-33.5,");
    assert_eq!(line("inc-3"), "inc-3,'+1,,");
    assert_eq!(line("inc-4"), "inc-4,'-x,,");
    assert_eq!(line("inc-5"), "inc-5,'@SUM(A1),,");
    assert_eq!(line("inc-6"), "inc-6,'\t=1,,");
}

#[test]
fn an_area_has_no_point() {
    let doc: serde_json::Value =
        serde_json::from_str(&text(&awkward(), &Query::all(Kind::Incidents), Format::GeoJson)).expect("JSON");
    let of = |id: &str| doc["features"].as_array().and_then(|f| f.iter().find(|x| x["id"] == id)).cloned().expect("it");
    let area = of("inc-1");
    assert!(area["geometry"].is_null());
    assert_eq!(area["properties"]["area"]["id"], "SY04");
    assert_eq!(area["properties"]["place_precision"], "admin1");
    assert_eq!(of("inc-2")["geometry"]["coordinates"], serde_json::json!([36.25, -33.5]));
    assert_eq!(of("inc-3")["properties"]["place_precision"], "unknown");
}

#[test]
fn a_workbook_has_text_as_text() {
    let mut out = Vec::new();
    let trailer = export::write(Format::Xlsx, &awkward(), &Query::all(Kind::Incidents), &Access::OPEN, &mut out)
        .expect("a workbook");
    assert_eq!((trailer.rows, &out[..2]), (6, &b"PK"[..]));
}
