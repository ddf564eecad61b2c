//! What is new, as server-sent events: `statement` when the record has grown, `presence` when somebody comes to a page or leaves it.
//!
//! Must not: tell contents, names of accounts to those who are not signed in, or keep who looked at what.

use crate::desk::{Desk, access::Reader, screen::pairs};
use axum::{
    body::Body,
    extract::State,
    http::Request,
    response::{
        IntoResponse as _, Response, Sse,
        sse::{Event, KeepAlive},
    },
};
use serde_json::json;
use std::{convert::Infallible, pin::Pin, sync::Arc, time::Duration};
use tokio_stream::{Stream, StreamExt as _, wrappers::WatchStream};

/// How often a silent connection shows that it is alive.
const ALIVE: Duration = Duration::from_secs(20);

/// `GET /events?viewing=PATH`. What was there before the connection is no news.
pub async fn events(State(desk): State<Arc<Desk>>, reader: Reader, request: Request<Body>) -> Response {
    let asked = pairs(request.uri().query().unwrap_or("").as_bytes());
    let page = asked.into_iter().find(|(n, _)| n == "viewing").map_or_else(String::new, |(_, v)| v);
    let seat = desk.present.sit(&page, &reader.name);
    let snapshots = Arc::clone(&desk);
    let record = WatchStream::from_changes(desk.snapshots.changes()).map(move |generation| {
        let now = snapshots.snapshots.now();
        let data = json!({ "id": generation.to_string(), "incidents": now.brief.incidents.len(), "documents": now.brief.documents.len(), "entries": now.as_of().iter().map(|r| r.size).sum::<u64>() });
        Ok::<_, Infallible>(Event::default().event("statement").id(generation.to_string()).data(data.to_string()))
    });
    let people = WatchStream::new(desk.present.changes()).map(move |_| {
        let names = seat.others();
        Ok(Event::default().event("presence").data(json!({ "object": page, "names": names }).to_string()))
    });
    let all: Pin<Box<dyn Stream<Item = Result<Event, Infallible>> + Send>> = Box::pin(record.merge(people));
    Sse::new(all).keep_alive(KeepAlive::new().interval(ALIVE)).into_response()
}
