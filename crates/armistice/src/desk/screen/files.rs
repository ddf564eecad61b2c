//! Files that come in by a form.
//!
//! Must not: keep a file, or trust its name.

use super::{Answer, Context, change, list::escaped, refused, run};
use crate::desk::{Desk, access::Reader, page::Shell, problem::Problem};
use axum::{
    body::Body,
    extract::{FromRequest as _, Multipart, State},
    http::Request,
    response::Response,
};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;

/// A part of a form.
#[derive(Debug)]
pub struct Part {
    /// The name of the field.
    pub field: String,
    /// The name of the file; `None`: it is no file.
    pub file: Option<String>,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Where a form with files is posted: its token stands in the address, for a file is too long to look into before it is let in.
#[must_use]
pub fn action(shell: &Shell<'_>, path: &str) -> String {
    match shell.reader.csrf_token() {
        "" => path.to_owned(),
        token => format!("{path}?csrf={}", escaped(token)),
    }
}

/// A handler that looks at files of a form (`multipart/form-data`). How much comes in is limited by the route.
pub fn upload(
    make: fn(&Context, Vec<Part>) -> Result<Response, Problem>,
) -> impl Fn(State<Arc<Desk>>, Reader, Request<Body>) -> Answer + Clone + Send + Sync + 'static {
    files(make, false)
}

/// A handler that takes files of a form into the mission: a change like others.
pub fn take(
    make: fn(&Context, Vec<Part>) -> Result<Response, Problem>,
) -> impl Fn(State<Arc<Desk>>, Reader, Request<Body>) -> Answer + Clone + Send + Sync + 'static {
    files(make, true)
}

fn files(
    make: fn(&Context, Vec<Part>) -> Result<Response, Problem>,
    changes: bool,
) -> impl Fn(State<Arc<Desk>>, Reader, Request<Body>) -> Answer + Clone + Send + Sync + 'static {
    move |State(desk), reader, request| {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let again = Request::from_parts(parts.clone(), Body::empty());
            let address = super::here(&parts.uri);
            let read = parts_of(Request::from_parts(parts, body)).await;
            // Of the files themselves: the line between the parts of a form is another one with every request.
            let mut digest = Sha256::new();
            digest.update(address);
            for part in read.iter().flatten() {
                for bytes in [part.field.as_bytes(), part.file.as_deref().unwrap_or("").as_bytes(), &part.bytes] {
                    digest.update(bytes.len().to_be_bytes());
                    digest.update(bytes);
                }
            }
            let digest: [u8; 32] = digest.finalize().into();
            let mut asked = match Context::of(desk, reader, again).await {
                Ok(asked) => asked,
                Err(response) => return *response,
            };
            let parts = match read {
                Ok(parts) => parts,
                Err(problem) => return refused(&asked, &problem),
            };
            let answer = move |asked: &Context| match make(asked, parts) {
                Ok(response) => response,
                Err(problem) => refused(asked, &problem),
            };
            if changes {
                asked.digest = digest;
                return change(asked, None, answer).await;
            }
            run(move || answer(&asked)).await
        })
    }
}

async fn parts_of(request: Request<Body>) -> Result<Vec<Part>, Problem> {
    let unreadable =
        |status: u16, why: String| Problem::new(status, why, "Send a form with one file or several, up to 64 MiB.");
    let mut form =
        Multipart::from_request(request, &()).await.map_err(|e| unreadable(e.status().as_u16(), e.body_text()))?;
    let mut parts = Vec::new();
    while let Some(field) = form.next_field().await.map_err(|e| unreadable(e.status().as_u16(), e.body_text()))? {
        let name = field.name().unwrap_or("").to_owned();
        // What stands before the last separator is a folder of somebody's machine.
        let file = field.file_name().map(|n| n.rsplit(['/', '\\']).next().unwrap_or(n).to_owned());
        let bytes = field.bytes().await.map_err(|e| unreadable(e.status().as_u16(), e.body_text()))?;
        parts.push(Part { field: name, file, bytes: bytes.to_vec() });
    }
    Ok(parts)
}
