//! The bundle of the browser: every name of the manifest is there, packed and whole; what scripts and pages weigh.

use crate::support::repository;
use armistice::desk::assets;
use armistice_core::act::Act;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use std::fs;

fn file(url: &str) -> &str {
    url.strip_prefix("/assets/").expect("an address of an asset")
}

#[test]
fn every_name_is_there_and_packs_to_itself() {
    let mut n = 0;
    for name in assets::names() {
        let asset = assets::get(file(assets::url(name))).unwrap_or_else(|| panic!("{name} is not there"));
        assert!(asset.immutable && !asset.bytes.is_empty() && !asset.media.is_empty(), "{name}");
        if let Some(packed) = asset.gzip {
            // Ten bytes of header and eight of trailer around the deflated bytes; our build writes no name into the header.
            let inside = &packed[10..packed.len() - 8];
            let whole = miniz_oxide::inflate::decompress_to_vec(inside).unwrap_or_else(|e| panic!("{name}: {e}"));
            assert!(whole == *asset.bytes, "{name}: the packed bytes are others");
        }
        n += 1;
    }
    assert!(n > 100, "{n} files: the bundle is not whole");
    for name in ["desk.js", "desk.css", "public.css", "icons.svg", "map.css", "map-worker.js", "countries.json"] {
        assert_ne!(assets::url(name), "/assets/not-there", "{name}");
    }
}

#[test]
fn names_that_are_not_there_are_not_served() {
    for name in ["", "desk.js", "manifest.json", "../Cargo.toml", "desk-00000000.js", "not-there"] {
        assert!(assets::get(name).is_none(), "{name}");
        assert_eq!(assets::answer(name, &HeaderMap::new()).status(), StatusCode::NOT_FOUND, "{name}");
    }
}

#[test]
fn packed_only_for_those_who_take_it() {
    let name = file(assets::url("desk.css"));
    let check = |accept: Option<&'static str>, packed: bool| {
        let mut headers = HeaderMap::new();
        if let Some(a) = accept {
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(a));
        }
        let answer = assets::answer(name, &headers);
        assert_eq!(answer.headers().contains_key(header::CONTENT_ENCODING), packed, "{accept:?}");
        assert_eq!(answer.headers()[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
    };
    check(None, false);
    check(Some("gzip, deflate, br"), true);
    check(Some("br, GZIP;q=0.5"), true);
    check(Some("gzip;q=0, identity"), false);
    check(Some("identity"), false);
    let mut again = HeaderMap::new();
    again.insert(header::IF_NONE_MATCH, HeaderValue::from_str(&format!("\"{name}\"")).expect("a tag"));
    assert_eq!(assets::answer(name, &again).status(), StatusCode::NOT_MODIFIED);
}

#[test]
fn the_bundle_keeps_to_its_weight() {
    let weight = |name: &str| assets::get(file(assets::url(name))).and_then(|a| a.gzip).expect(name).len();
    let (public, desk) = (weight("public.css"), weight("desk.css"));
    let packed =
        |url: &String| assets::get(file(url)).map(|a| a.gzip.map_or(a.bytes.len(), |g| g.len())).expect("a script");
    let core = weight("desk.js") + assets::preload("desk.js").iter().map(packed).sum::<usize>();
    assert!(!assets::preload("desk.js").is_empty());
    assert!(core <= 25_000, "desk.js and what it imports weigh {core} bytes packed");
    assert!(public <= 6_000, "public.css weighs {public} bytes packed");
    assert!(desk <= 20_000, "desk.css weighs {desk} bytes packed");
}

#[test]
fn every_act_has_a_shape_and_a_drawing() {
    let sprite = assets::get(file(assets::url("icons.svg"))).expect("the sprite");
    let sprite = String::from_utf8(sprite.bytes.into_owned()).expect("text");
    for act in Act::ALL {
        let name = act.id();
        let id = format!("id=\"act-{}\"", name.replace('_', "-"));
        assert!(sprite.contains(&id), "no drawing for {name}; give it a row in web/symbols.json");
        let symbols = fs::read_to_string(repository().join("web/symbols.json")).expect("symbols");
        assert!(symbols.contains(&format!("\"{name}\":")), "no shape for {name}");
        for status in ["reported", "corroborated", "determined", "not-a-violation", "disputed"] {
            assert!(sprite.contains(&format!("id=\"symbol-{}-{status}\"", assets::shape(name))), "{name} {status}");
        }
    }
}

/// Styles must hold in both directions of writing, so they name no side.
#[test]
fn styles_name_no_side() {
    let mut found = Vec::new();
    for entry in fs::read_dir(repository().join("web/style")).expect("styles") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|e| e != "css") {
            continue;
        }
        for (n, line) in fs::read_to_string(&path).expect("text").lines().enumerate() {
            let line = line.split("/*").next().unwrap_or_default();
            for part in line.split(['{', ';']) {
                let Some((property, value)) = part.split_once(':') else { continue };
                let (property, value) = (property.trim(), value.trim().trim_end_matches('}').trim());
                let side = property.split('-').any(|w| matches!(w, "left" | "right"))
                    || matches!(property, "width" | "height" | "top" | "bottom")
                    || matches!(value, "left" | "right");
                if side && !property.starts_with("--") {
                    found.push(format!("{}:{}: {property}: {value}", path.display(), n + 1));
                }
            }
        }
    }
    assert!(found.is_empty(), "logical properties only:\n{}", found.join("\n"));
}
