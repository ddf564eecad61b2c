//! The description of the API (OpenAPI 3.1), made from the routes themselves: none is missing, none is invented. What holds for every route
//! (tags, retries) stands in the modules below.
//!
//! Must not: describe what is not served.

pub mod condition;
pub mod once;

use super::{
    access::{Action, Class, routes::Entry},
    act,
    export::Format,
    problem::Problem,
    query::{Kind, LIMIT, LIMIT_MAX},
    screen::{
        Context, agreement, case::STEPS, history::History, home::Home, inbox::Inbox, incident::Incident, list::List,
        people::Sources, reader::Reader, reports::Reports, review::Claim,
    },
};
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Map, Value, json};

/// Rules of all routes.
const RULES: &str = "What the pages show, as JSON. Words of queries: docs/desk-query.md. \
Answers carry a strong ETag: the state of the record and a digest of the bytes; If-None-Match gives 304. \
A change with If-Match is made only if nothing was said since, or what it changes is as it was read; else 412 with the present tag. \
A change with Idempotency-Key is made once: for 24 hours the same request gives the same answer (with Idempotency-Replayed), another request \
under the same key 422, one under way 409. Lists hold at most 500 rows; `next` and the header Link (rel=next) lead on. \
What goes wrong is a problem of RFC 9457 with the member `next`: what to do.";

/// Lists that are queries.
const LISTS: &[&str] = &[
    "/api/v1/incidents",
    "/api/v1/claims",
    "/api/v1/documents",
    "/api/v1/cases",
    "/api/v1/obligations",
    "/api/v1/ledgers/entries",
    "/api/v1/people",
];

const ITEMS: &str = "/ogc/collections/{collection}/items";

/// What the answers of these paths are, by the types that they are made from.
fn answers() -> Vec<(&'static str, Value)> {
    let mut all = vec![
        ("/api/v1", schema::<Home>()),
        ("/api/v1/incidents/{id}", schema::<Incident>()),
        ("/api/v1/incidents/{id}/history", schema::<History>()),
        ("/api/v1/documents/{id}", schema::<Reader>()),
        ("/api/v1/claims/{id}", schema::<Claim>()),
        ("/api/v1/inbox", schema::<Inbox>()),
        ("/api/v1/agreements", schema::<agreement::All>()),
        ("/api/v1/sources", schema::<Sources>()),
        ("/api/v1/reports", schema::<Reports>()),
        (ITEMS, features()),
    ];
    all.extend(LISTS.iter().map(|path| (*path, json!({ "$ref": "#/components/schemas/List" }))));
    all
}

fn features() -> Value {
    json!({
        "type": "object",
        "required": ["type", "features", "links", "numberMatched", "numberReturned"],
        "properties": {
            "type": { "const": "FeatureCollection" },
            "numberMatched": { "type": "integer", "minimum": 0 },
            "numberReturned": { "type": "integer", "minimum": 0, "maximum": LIMIT_MAX },
            "links": { "type": "array", "items": { "type": "object", "required": ["href", "rel"] } },
            "features": { "type": "array", "maxItems": LIMIT_MAX, "items": {
                "type": "object",
                "required": ["type", "id", "geometry", "properties"],
                "properties": {
                    "type": { "const": "Feature" },
                    "id": { "type": "string" },
                    "geometry": { "anyOf": [{ "type": "null" }, { "type": "object", "required": ["type", "coordinates"] }] },
                    "properties": { "type": "object" },
                },
            } },
        },
    })
}

fn schema<T: JsonSchema>() -> Value {
    let mut settings = SchemaSettings::draft2020_12().for_serialize();
    settings.inline_subschemas = true;
    settings.meta_schema = None;
    let mut value =
        serde_json::to_value(settings.into_generator().into_root_schema_for::<T>()).unwrap_or(Value::Bool(true));
    plain(&mut value);
    value
}

/// Pairs of one type are written as arrays of two: readers of OpenAPI do not all know `prefixItems`.
fn plain(value: &mut Value) {
    match value {
        Value::Object(map) => {
            if let Some(Value::Array(of)) = map.get("prefixItems")
                && let Some(first) = of.first().cloned()
                && of.iter().all(|o| *o == first)
            {
                map.remove("prefixItems");
                map.insert("items".to_owned(), first);
            }
            map.values_mut().for_each(plain);
        }
        Value::Array(list) => list.iter_mut().for_each(plain),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Whether a route is of the API.
fn is_described(entry: &Entry) -> bool {
    let machine = ["/api/v1", "/ogc"].iter().any(|p| entry.path.starts_with(p))
        || ["/openapi.json", "/feed.atom", "/calendar.ics", "/audit.jsonl"].contains(&entry.path.as_str());
    match entry.class {
        Class::Api | Class::Upload => machine,
        Class::Page => entry.path == "/export/{file}",
        Class::Form => false,
    }
}

fn media(path: &str) -> &'static str {
    match path {
        "/openapi.json" => "application/vnd.oai.openapi+json",
        "/feed.atom" => "application/atom+xml",
        "/calendar.ics" => "text/calendar",
        "/audit.jsonl" => "application/jsonl",
        "/export/{file}" => "*/*",
        _ if path.starts_with(ITEMS) => "application/geo+json",
        _ => "application/json",
    }
}

fn query(name: &str, says: &str, schema: &Value) -> Value {
    json!({ "name": name, "in": "query", "description": says, "schema": schema })
}

fn header_of(name: &str, says: &str) -> Value {
    json!({ "name": name, "in": "header", "description": says, "schema": { "type": "string", "maxLength": 200 } })
}

/// Values of a part of a path, where they are few.
fn values(path: &str, name: &str) -> Option<Value> {
    let all: Vec<String> = match (path, name) {
        (_, "step") => STEPS.iter().map(|(step, _)| (*step).to_owned()).collect(),
        (_, "verdict") if path.contains("/compare/") => {
            act::fields(&["judge"])?.into_iter().find(|f| f.place == Some(1))?.values
        }
        (_, "verdict") => ["accept", "reject", "correct", "undo"].map(str::to_owned).to_vec(),
        (_, "collection") => vec!["incidents".to_owned(), "claims".to_owned(), "ledger".to_owned()],
        (_, "file") => {
            let of = |k: Kind| Format::ALL.into_iter().map(move |f| format!("{}.{}", k.id(), f.id()));
            Kind::ALL.into_iter().flat_map(of).collect()
        }
        _ => Vec::new(),
    };
    (!all.is_empty()).then(|| json!(all))
}

fn parameters(entry: &Entry) -> Vec<Value> {
    let path = entry.path.as_str();
    let mut all: Vec<Value> = path
        .split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| {
            let mut schema = json!({ "type": "string", "minLength": 1, "maxLength": 200 });
            if let (Some(values), Some(object)) = (values(path, name), schema.as_object_mut()) {
                object.insert("enum".to_owned(), values);
            }
            json!({ "name": name, "in": "path", "required": true, "schema": schema })
        })
        .collect();
    let text = json!({ "type": "string", "maxLength": 2000 });
    let limit = json!({ "type": "integer", "minimum": 1, "maximum": LIMIT_MAX, "default": LIMIT });
    let list = LISTS.contains(&path) && entry.method == "GET";
    let filtered = list || path == ITEMS || path == "/export/{file}" || path == "/api/v1/map";
    if filtered || path == "/feed.atom" || path == "/api/v1/search" {
        all.push(query("q", "Words of a query: docs/desk-query.md.", &text));
    }
    if filtered {
        all.push(query(
            "sort",
            "An order; `-` before it: the greatest first.",
            &json!({ "type": "string", "maxLength": 40 }),
        ));
        all.push(query("bbox", "West, south, east, north, in degrees.", &text));
        all.push(query("datetime", "A day or moment, or two with `/` between; `..` is an open end.", &text));
    }
    if list || path == ITEMS || path == "/feed.atom" || path == "/api/v1/inbox" {
        all.push(query("limit", "Rows of a page.", &limit));
    }
    if list || path == ITEMS || path == "/api/v1/inbox" {
        let cursor = json!({ "type": "string", "maxLength": 400 });
        all.push(query("after", "Where the page begins: `next` of the page before. Opaque.", &cursor));
    }
    if entry.method == "GET" && is_tagged(entry) {
        all.push(header_of("If-None-Match", "A tag that the client has: 304 if it is the present one."));
    }
    if entry.method != "GET" && entry.action != Action::ReadPublic {
        all.push(header_of("If-Match", "The tag of what was read: 412 if something was said since."));
        all.push(header_of("Idempotency-Key", "A key of one's own for this request: it is made once in 24 hours."));
    }
    all
}

/// Pages about accounts are not tagged: they are short and change without a statement.
fn is_tagged(entry: &Entry) -> bool {
    matches!(entry.action, Action::ReadWork | Action::ReadPublic) && entry.class == Class::Api
}

/// The body of a change whose form is a command's.
fn form(words: &[&str]) -> Option<Value> {
    let fields: Vec<act::Field> = act::fields(words)?.into_iter().filter(|f| f.place.is_none()).collect();
    let property = |f: &act::Field| {
        let one = if f.flag {
            json!({ "type": "boolean" })
        } else if f.values.is_empty() {
            json!({ "type": "string" })
        } else {
            json!({ "type": "string", "enum": f.values })
        };
        let mut value = if f.several { json!({ "type": "array", "items": one }) } else { one };
        if let Some(object) = value.as_object_mut() {
            object.insert("description".to_owned(), json!(f.help));
        }
        (f.name.clone(), value)
    };
    let required: Vec<&str> = fields.iter().filter(|f| f.required).map(|f| f.name.as_str()).collect();
    let properties: Map<String, Value> = fields.iter().map(property).collect();
    Some(json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false }))
}

fn body(entry: &Entry) -> Option<Value> {
    if entry.method == "GET" {
        return None;
    }
    if entry.class == Class::Upload {
        let file = json!({ "type": "object", "required": ["file"], "properties": {
            "file": { "type": "string", "contentMediaType": "application/octet-stream", "format": "binary" } } });
        return Some(json!({ "required": true, "content": { "multipart/form-data": { "schema": file } } }));
    }
    let anything = || {
        json!({ "type": "object", "additionalProperties": {
            "anyOf": [{ "type": ["string", "number", "boolean", "null"] }, { "type": "array", "items": { "type": ["string", "number"] } }] } })
    };
    let schema = match entry.path.as_str() {
        "/api/v1/cases" => form(&["case", "receive"]),
        "/api/v1/reports" => form(&["report"]),
        "/api/v1/compare/{verdict}/{a}/{b}" => form(&["judge"]),
        "/api/v1/ledgers/entries" => Some(json!({ "type": "object", "required": ["entries"], "properties": {
            "entries": { "type": "string", "description": "Entries as a file of `armistice record --from` has them: docs/ledgers.md." } } })),
        _ => None,
    };
    Some(json!({ "content": { "application/json": { "schema": schema.unwrap_or_else(anything) } } }))
}

/// An operation.
fn operation(entry: &Entry, answer: Option<&Value>) -> Value {
    use armistice_core::named::Named as _;
    let problem = json!({ "description": "A problem (RFC 9457), with what to do next.", "content": {
        "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } });
    let schema = answer.cloned().unwrap_or_else(|| json!({}));
    let mut done = json!({ "description": "Done.", "content": { media(&entry.path): { "schema": schema } } });
    let mut headers = Map::new();
    let mut header = |name: &str, says: &str| {
        headers.insert(name.to_owned(), json!({ "description": says, "schema": { "type": "string" } }));
    };
    let tagged = entry.method == "GET" && is_tagged(entry);
    if tagged {
        header("ETag", "Strong: the state of the record and the digest of the bytes.");
    }
    if entry.method == "GET"
        && (LISTS.contains(&entry.path.as_str()) || entry.path == ITEMS || entry.path == "/api/v1/inbox")
    {
        header("Link", "The next page, with rel=next (RFC 8288); without it there is none.");
    }
    if entry.method != "GET" && entry.action != Action::ReadPublic {
        header("Idempotency-Replayed", "`true`: this is the answer of before; nothing was done again.");
    }
    if let Some(object) = done.as_object_mut() {
        object.insert("headers".to_owned(), Value::Object(headers));
    }
    let mut responses = json!({ "200": done, "4XX": problem });
    if let (true, Some(object)) = (tagged, responses.as_object_mut()) {
        object.insert("304".to_owned(), json!({ "description": "The client has it." }));
    }
    let mut value = json!({
        "operationId": format!("{} {}", entry.method.to_ascii_lowercase(), entry.path),
        "summary": format!("Needs the right `{}`.", entry.action.id()),
        "parameters": parameters(entry),
        "responses": responses,
    });
    if let Some(object) = value.as_object_mut() {
        if let Some(body) = body(entry) {
            object.insert("requestBody".to_owned(), body);
        }
        if entry.action == Action::ReadPublic {
            object.insert("security".to_owned(), json!([]));
        }
    }
    value
}

/// `GET /openapi.json`.
pub fn openapi(asked: &Context) -> Result<Response, Problem> {
    let answers = answers();
    let mut paths: Map<String, Value> = Map::new();
    let routes = super::routes();
    for entry in routes.list().iter().filter(|e| is_described(e)) {
        let answer = answers.iter().find(|(path, _)| *path == entry.path && entry.method == "GET").map(|(_, s)| s);
        let item = paths.entry(entry.path.clone()).or_insert_with(|| json!({}));
        if let Some(item) = item.as_object_mut() {
            item.insert(entry.method.to_ascii_lowercase(), operation(entry, answer));
        }
    }
    let document = json!({
        "openapi": "3.1.0",
        "info": { "title": "Armistice desk", "version": "1", "description": RULES },
        "servers": [{ "url": super::feeds::base(asked) }],
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "schemas": { "Problem": schema::<Problem>(), "List": schema::<List>() },
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
        },
    });
    let media = "application/vnd.oai.openapi+json;version=3.1";
    Ok((StatusCode::OK, [(header::CONTENT_TYPE, media)], document.to_string()).into_response())
}
