//! The description of the API (OpenAPI 3.1), made from the routes themselves: none is missing, none is invented.
//!
//! Must not: describe what is not served.

use super::{
    access::{Class, routes::Entry},
    problem::Problem,
    screen::{Context, history::History, home::Home, incident::Incident, reader::Reader},
};
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Map, Value, json};

/// What the answers of these paths are, by the types that they are made from.
fn answers() -> Vec<(&'static str, Value)> {
    vec![
        ("/api/v1", schema::<Home>()),
        ("/api/v1/incidents/{id}", schema::<Incident>()),
        ("/api/v1/incidents/{id}/history", schema::<History>()),
        ("/api/v1/documents/{id}", schema::<Reader>()),
    ]
}

fn schema<T: JsonSchema>() -> Value {
    let mut settings = SchemaSettings::draft2020_12();
    settings.inline_subschemas = true;
    settings.meta_schema = None;
    serde_json::to_value(settings.into_generator().into_root_schema_for::<T>()).unwrap_or(Value::Bool(true))
}

fn parameters(path: &str) -> Vec<Value> {
    path.split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string", "maxLength": 200 } }))
        .collect()
}

/// An operation.
fn operation(entry: &Entry, answer: Option<&Value>) -> Value {
    use armistice_core::named::Named as _;
    let problem = json!({ "description": "A problem (RFC 9457), with what to do next.", "content": {
        "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } });
    let schema = answer.cloned().unwrap_or_else(|| json!({}));
    let mut value = json!({
        "operationId": format!("{} {}", entry.method.to_ascii_lowercase(), entry.path),
        "summary": format!("Needs the right `{}`.", entry.action.id()),
        "parameters": parameters(&entry.path),
        "responses": { "2XX": { "description": "Done.", "content": { "application/json": { "schema": schema } } }, "4XX": problem },
    });
    if entry.method != "GET"
        && let Some(object) = value.as_object_mut()
    {
        let body = json!({ "content": { "application/json": { "schema": { "type": "object", "additionalProperties": {
            "anyOf": [{ "type": ["string", "number", "boolean", "null"] }, { "type": "array", "items": { "type": ["string", "number"] } }] } } } } });
        object.insert("requestBody".to_owned(), body);
    }
    value
}

/// `GET /openapi.json`.
pub fn openapi(asked: &Context) -> Result<Response, Problem> {
    let answers = answers();
    let mut paths: Map<String, Value> = Map::new();
    let routes = super::routes();
    for entry in routes.list().iter().filter(|e| e.class == Class::Api && e.path.starts_with("/api/v1")) {
        let answer = answers.iter().find(|(path, _)| *path == entry.path && entry.method == "GET").map(|(_, s)| s);
        let item = paths.entry(entry.path.clone()).or_insert_with(|| json!({}));
        if let Some(item) = item.as_object_mut() {
            item.insert(entry.method.to_ascii_lowercase(), operation(entry, answer));
        }
    }
    let document = json!({
        "openapi": "3.1.0",
        "info": { "title": "Armistice desk", "version": "1", "description": "What the pages show, as JSON. Rules for queries: docs/desk-query.md." },
        "servers": [{ "url": super::feeds::base(asked) }],
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "schemas": { "Problem": schema::<Problem>() },
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
        },
    });
    let media = "application/vnd.oai.openapi+json;version=3.1";
    Ok((StatusCode::OK, [(header::CONTENT_TYPE, media)], document.to_string()).into_response())
}
