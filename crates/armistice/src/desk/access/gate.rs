//! The layers in front of every route: headers, the host, rates, who asks, and that a form was ours.
//!
//! Must not: decide who may do what; that is [`super::role`].

use super::reader::Reader;
use axum::{
    Router,
    extract::{Request, State},
    middleware::{Next, from_fn_with_state},
    response::Response,
};
use std::sync::Arc;

/// How the desk is reached.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Where the desk is seen by browsers, `https://desk.example.org`. `None`: on this machine only, by loopback names.
    pub origin: Option<String>,
}

/// What stands in front of the desk. Cheap to clone.
#[derive(Clone)]
pub struct Gate(Arc<Inner>);

struct Inner {
    _settings: Settings,
}

impl std::fmt::Debug for Gate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Gate")
    }
}

impl Gate {
    /// A gate.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self(Arc::new(Inner { _settings: settings }))
    }

    /// Puts the gate in front of a router.
    pub fn guard(&self, router: Router) -> Router {
        router.layer(from_fn_with_state(self.clone(), enter))
    }
}

async fn enter(State(gate): State<Gate>, mut request: Request, next: Next) -> Response {
    request.extensions_mut().insert(Reader::public());
    request.extensions_mut().insert(gate);
    next.run(request).await
}
