//! What one gets who may not.
//!
//! Must not: say whether something restricted exists.

use super::{Gate, reader::Reader, role::Denied, routes::Class};
use axum::{
    extract::Request,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};

/// An answer of a status alone.
#[must_use]
pub fn bare(status: u16) -> Response {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
}

/// The answer to one who may not.
pub async fn denied(_: &Gate, _: &Reader, _: Class, denied: Denied, _: Request) -> Response {
    bare(match denied {
        Denied::SignIn => 401,
        Denied::Restricted => 404,
        Denied::Role(_) | Denied::Scope(_) => 403,
    })
}
