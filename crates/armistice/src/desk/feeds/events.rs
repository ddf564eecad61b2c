//! What is new, as server-sent events: `statement` when the record has grown, `presence` when somebody comes to a page or leaves it.
//!
//! Must not: tell contents, names of accounts to those who are not signed in, or keep who looked at what.

use crate::desk::{Desk, access::Reader, screen::pairs};
use axum::{
    body::Body,
    extract::State,
    http::{Request, StatusCode},
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
    let whole = desk.snapshots.now();
    let (mission, sight) = (Arc::clone(&desk), Arc::clone(&reader.sight));
    let seen = crate::serve::blocking(move || whole.seen_by(&mission.mission, &sight).ok()).await.flatten();
    let Some(seen) = seen else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    // Who sits at a page that is hidden is not told, and neither is that somebody asks.
    let hidden = page.split(['/', '?', '#', '&', '=']).any(|part| seen.unseen.holds(part));
    let page = if hidden { String::new() } else { page };
    let all_seen = seen.unseen.is_empty();
    let seat = desk.present.sit(&page, &reader.name);
    let snapshots = Arc::clone(&desk);
    let record = WatchStream::from_changes(desk.snapshots.changes()).map(move |generation| {
        let now = snapshots.snapshots.now();
        let mut data =
            json!({ "id": generation.to_string(), "entries": now.as_of().iter().map(|r| r.size).sum::<u64>() });
        // Numbers of the whole record are for those who see the whole.
        if let (true, Some(data)) = (all_seen, data.as_object_mut()) {
            data.insert("incidents".to_owned(), now.brief.incidents.len().into());
            data.insert("documents".to_owned(), now.brief.documents.len().into());
        }
        Ok::<_, Infallible>(Event::default().event("statement").id(generation.to_string()).data(data.to_string()))
    });
    let people = WatchStream::new(desk.present.changes()).map(move |_| {
        let names = seat.others();
        Ok(Event::default().event("presence").data(json!({ "object": page, "names": names }).to_string()))
    });
    let all: Pin<Box<dyn Stream<Item = Result<Event, Infallible>> + Send>> = Box::pin(record.merge(people));
    Sse::new(all).keep_alive(KeepAlive::new().interval(ALIVE)).into_response()
}
