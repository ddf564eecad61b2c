//! The desk in the formats of other programs: OGC API Features (maps), Atom (news), iCalendar (obligations), server-sent events (what is new).
//!
//! Must not: show more than the lists show to the same reader, or put an area on a point.

use super::{
    index::{Page, Row},
    problem::Problem,
    query::{Cursor, Kind, LIMIT_MAX, Query, Sort},
    screen::{Context, link_next, list},
};
use axum::{
    body::Body,
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use serde_json::{Value, json};
use std::fmt::Write as _;

mod calendar;
mod events;

pub use calendar::calendar;
pub use events::events;

/// The collections: what has a place.
const COLLECTIONS: &[(&str, Kind, &str)] = &[
    (
        "incidents",
        Kind::Incidents,
        "Incidents: what was reported, with its status and how many independent origins it rests on.",
    ),
    ("claims", Kind::Claims, "Claims: what one document says."),
    ("ledger", Kind::Ledger, "Entries of the ledgers. Recorded by, not committed by."),
];

const CONFORMS: &[&str] = &[
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
];

/// The parameters of a page of features: what OGC API Features names, and the words of the desk's own queries.
const PARAMETERS: &[&str] = &["limit", "bbox", "datetime", "after", "q", "sort", "lang", "f"];

fn media(kind: &'static str, value: &Value) -> Response {
    (StatusCode::OK, [(header::CONTENT_TYPE, kind)], value.to_string()).into_response()
}

/// Where this host is reached, as the request had it; the gate has checked the name.
#[must_use]
pub fn base(asked: &Context) -> String {
    let host = asked.headers.get(header::HOST).and_then(|h| h.to_str().ok()).unwrap_or("127.0.0.1");
    let scheme = match asked.headers.get("x-forwarded-proto").and_then(|h| h.to_str().ok()) {
        Some("https") => "https",
        Some(_) | None => "http",
    };
    format!("{scheme}://{host}")
}

fn link(href: String, rel: &str, kind: &str, title: &str) -> Value {
    json!({ "href": href, "rel": rel, "type": kind, "title": title })
}

/// The landing page of OGC API Features.
pub fn landing(asked: &Context) -> Result<Response, Problem> {
    let base = base(asked);
    let title = &asked.snapshot.brief.mission.title;
    Ok(media(
        "application/json",
        &json!({
            "title": title,
            "description": "What was reported, by whom, and how it stands. A report is not a finding.",
            "links": [
                link(format!("{base}/ogc"), "self", "application/json", "this document"),
                link(format!("{base}/openapi.json"), "service-desc", "application/vnd.oai.openapi+json;version=3.1", "the API"),
                link(format!("{base}/ogc/conformance"), "conformance", "application/json", "conformance classes"),
                link(format!("{base}/ogc/collections"), "data", "application/json", "collections"),
            ],
        }),
    ))
}

/// What it conforms to.
pub fn conformance(_: &Context) -> Result<Response, Problem> {
    Ok(media("application/json", &json!({ "conformsTo": CONFORMS })))
}

fn collection(base: &str, id: &str, title: &str) -> Value {
    json!({
        "id": id,
        "title": title,
        "itemType": "feature",
        "crs": ["http://www.opengis.net/def/crs/OGC/1.3/CRS84"],
        "extent": { "spatial": { "bbox": [[-180, -90, 180, 90]] }, "temporal": { "interval": [[null, null]] } },
        "links": [
            link(format!("{base}/ogc/collections/{id}"), "self", "application/json", title),
            link(format!("{base}/ogc/collections/{id}/items"), "items", "application/geo+json", title),
        ],
    })
}

/// The collections.
pub fn collections(asked: &Context) -> Result<Response, Problem> {
    let base = base(asked);
    let all: Vec<Value> = COLLECTIONS.iter().map(|(id, _, title)| collection(&base, id, title)).collect();
    let own = link(format!("{base}/ogc/collections"), "self", "application/json", "collections");
    Ok(media("application/json", &json!({ "collections": all, "links": [own] })))
}

fn named(asked: &Context) -> Result<&'static (&'static str, Kind, &'static str), Problem> {
    let id = asked.named("collection");
    COLLECTIONS.iter().find(|(c, _, _)| *c == id).ok_or_else(|| Problem::not_here("collection of this name"))
}

/// One collection.
pub fn one(asked: &Context) -> Result<Response, Problem> {
    let (id, _, title) = named(asked)?;
    Ok(media("application/json", &collection(&base(asked), id, title)))
}

/// A row as a feature. What is known as an area only has no geometry and says which area.
#[must_use]
pub fn feature(row: &Row, base: &str) -> Value {
    let i = &row.item;
    let place = i.place.as_ref();
    let degrees = |micro: i32| f64::from(micro) / 1e6;
    let geometry = place
        .and_then(|p| p.point)
        .map_or(Value::Null, |(lat, lon)| json!({ "type": "Point", "coordinates": [degrees(lon), degrees(lat)] }));
    json!({
        "type": "Feature",
        "id": i.id,
        "geometry": geometry,
        "properties": {
            "title": i.title,
            "reference": i.reference,
            "kind": i.kinds.first(),
            "status": i.status,
            "from": i.when.as_ref().and_then(|w| w.from.clone()),
            "to": i.when.as_ref().and_then(|w| w.to.clone()),
            "time_precision": i.when.as_ref().map(|w| w.precision.clone()),
            "place": place.map(|p| p.name.clone().unwrap_or_else(|| p.text.clone())),
            "place_precision": place.map(|p| p.precision.clone()),
            "radius_m": place.and_then(|p| p.radius_m),
            "adm1": place.and_then(|p| p.adm1.clone()),
            "country": place.and_then(|p| p.country.clone()),
            "origins_min": i.origins.low,
            "origins_max": i.origins.high,
            "harm_min": i.harm.low,
            "harm_max": i.harm.high,
            "harm_what": i.harm_what,
            "recorded_by": i.recorded_by.join("; "),
            "href": list::link(row).map(|l| format!("{base}{l}")),
        },
    })
}

fn page(asked: &Context, query: &Query) -> Result<Page, Problem> {
    asked.snapshot.index.page(query, &list::sight(asked)).map_err(list::unanswered)
}

/// A page of features, with a link to the next one.
pub fn items(asked: &Context) -> Result<Response, Problem> {
    let (id, kind, title) = *named(asked)?;
    let parameters: Vec<&str> = asked.query.split('&').filter(|p| !p.is_empty()).collect();
    let unknown = parameters.iter().find(|p| !PARAMETERS.contains(&p.split('=').next().unwrap_or("")));
    if let Some(unknown) = unknown {
        let name = unknown.split('=').next().unwrap_or("").to_owned();
        return Err(Problem::new(400, "A parameter is not known.", format!("Known are: {}.", PARAMETERS.join(", ")))
            .at(name, "not known"));
    }
    let own: Vec<String> = parameters
        .into_iter()
        .filter(|p| !p.starts_with("f=") && !p.starts_with("lang="))
        // More than a page holds is no error in OGC API Features (7.15.2): the page holds what it holds.
        .map(|p| match p.strip_prefix("limit=") {
            Some(n)
                if n.bytes().all(|b| b.is_ascii_digit()) && n.parse().map_or(n.len() > 3, |n: u32| n > LIMIT_MAX) =>
            {
                format!("limit={LIMIT_MAX}")
            }
            Some(_) | None => p.to_owned(),
        })
        .collect();
    let query = Query::from_url(kind, &own.join("&")).map_err(|p| Problem { status: 400, ..list::wrong(&p) })?;
    let base = base(asked);
    let found = page(asked, &query)?;
    let here = format!("{base}/ogc/collections/{id}/items");
    let with = |q: &Query| {
        let url = q.to_url();
        if url.is_empty() { here.clone() } else { format!("{here}?{url}") }
    };
    let mut links = vec![
        link(with(&query), "self", "application/geo+json", title),
        link(format!("{base}/ogc/collections/{id}"), "collection", "application/json", title),
    ];
    let next = found.next.as_ref().map(|next| with(&query.after(Some(Cursor(next.0.clone())))));
    if let Some(next) = &next {
        links.push(link(next.clone(), "next", "application/geo+json", "next page"));
    }
    let features: Vec<Value> = found.rows.iter().map(|r| feature(r, &base)).collect();
    let stamp = jiff::Timestamp::from_second(asked.snapshot.made).map(|t| t.to_string()).ok();
    let mut response = media(
        "application/geo+json",
        &json!({
            "type": "FeatureCollection",
            "features": features,
            "links": links,
            "timeStamp": stamp,
            "numberMatched": found.total,
            "numberReturned": found.rows.len(),
            "hidden": found.hidden,
        }),
    );
    if let Some(value) = next.and_then(|next| link_next(&next).parse().ok()) {
        response.headers_mut().append(header::LINK, value);
    }
    Ok(response)
}

/// One feature.
pub fn item(asked: &Context) -> Result<Response, Problem> {
    let (_, kind, _) = *named(asked)?;
    let id = asked.named("feature");
    // An id is letters, digits, `-` and `_`; anything else is none.
    if id.is_empty() || !id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_') {
        return Err(Problem::not_here("feature of this id"));
    }
    let query = Query::from_words(kind, &format!("id:{id}")).map_err(|_| Problem::not_here("feature of this id"))?;
    let found = page(asked, &query)?;
    let row = found.rows.iter().find(|r| r.item.id == id).ok_or_else(|| Problem::not_here("feature of this id"))?;
    let base = base(asked);
    let mut value = feature(row, &base);
    if let Some(object) = value.as_object_mut() {
        let own = format!("{base}/ogc/collections/{}/items/{id}", asked.named("collection"));
        object.insert("links".to_owned(), json!([link(own, "self", "application/geo+json", "this feature")]));
    }
    Ok(media("application/geo+json", &value))
}

/// Text of others for XML.
fn xml(text: &str) -> String {
    crate::output::escape::escaped(text)
}

/// The newest incidents, or those of a query, as an Atom feed (RFC 4287). Titles and status only; the rest is behind the link.
pub fn atom(asked: &Context) -> Result<Response, Problem> {
    let words: Vec<&str> = asked.query.split('&').filter(|p| p.starts_with("q=") || p.starts_with("limit=")).collect();
    let mut query = Query::from_url(Kind::Incidents, &words.join("&")).map_err(|p| list::wrong(&p))?;
    if query.sort.is_none() {
        query.sort = Some(Sort { by: super::query::SortBy::Received, descending: true });
    }
    let found = page(asked, &query)?;
    let base = base(asked);
    let time = |t: Option<i64>| {
        jiff::Timestamp::from_second(t.unwrap_or(asked.snapshot.made)).map(|t| t.to_string()).unwrap_or_default()
    };
    let mission = &asked.snapshot.brief.mission;
    let mut out =
        String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    // Writing to a string does not fail.
    let _ = write!(
        out,
        "<id>urn:armistice:{id}:incidents</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n<author><name>Armistice</name></author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{base}/feed.atom\"/>\n",
        id = xml(&mission.id),
        title = xml(&mission.title),
        updated = time(found.rows.iter().filter_map(|r| r.item.updated.or(r.item.received)).max()),
        base = xml(&base),
    );
    for row in &found.rows {
        let i = &row.item;
        let status = i.status.as_deref().map(|s| asked.locale.word("status", s)).unwrap_or_default();
        let _ = write!(
            out,
            "<entry>\n<id>urn:armistice:{mission}:{id}</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n<link rel=\"alternate\" href=\"{base}/incidents/{id}\"/>\n<summary>{status}</summary>\n</entry>\n",
            mission = xml(&mission.id),
            id = xml(&i.id),
            title = xml(&i.title),
            updated = time(i.updated.or(i.received)),
            base = xml(&base),
            status = xml(&status),
        );
    }
    out.push_str("</feed>\n");
    Ok((StatusCode::OK, [(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], Body::from(out))
        .into_response())
}
