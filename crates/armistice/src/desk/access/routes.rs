//! How screens register themselves: a route cannot be entered without saying which action it is, and the gate asks [`may`]
//! before the handler runs.
//!
//! Must not: offer a way to add a route without an action.

use super::{
    Gate,
    reader::Reader,
    refuse,
    role::{Action, Object, may},
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, RawPathParams, Request},
    handler::Handler,
    middleware::{Next, from_fn},
    response::Response,
    routing::{MethodRouter, delete, get, patch, post, put},
};

/// Which object a path names: the kind, and the parameter that holds the id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// None: the mission as a whole.
    Mission,
    /// A document.
    Document(&'static str),
    /// A claim.
    Claim(&'static str),
    /// An incident.
    Incident(&'static str),
    /// A case.
    Case(&'static str),
    /// An agreement.
    Agreement(&'static str),
    /// An obligation.
    Obligation(&'static str),
    /// A member.
    Member(&'static str),
    /// A person or a source.
    Person(&'static str),
    /// A report.
    Report(&'static str),
    /// A sealed thing.
    Sealed(&'static str),
    /// An account.
    Account(&'static str),
    /// Something of the reader's own.
    Own(&'static str),
}

/// First words of paths, and what their `{id}` names.
const SEGMENTS: &[(&str, Subject)] = &[
    ("documents", Subject::Document("id")),
    ("claims", Subject::Claim("id")),
    ("incidents", Subject::Incident("id")),
    ("cases", Subject::Case("id")),
    ("agreements", Subject::Agreement("id")),
    ("obligations", Subject::Obligation("id")),
    ("members", Subject::Member("id")),
    ("people", Subject::Person("id")),
    ("reports", Subject::Report("id")),
    ("sealed", Subject::Sealed("id")),
    ("accounts", Subject::Account("id")),
];

impl Subject {
    /// The object of a path by its first word, `api/v1` left aside; `None` when a path has parameters and none of them is
    /// an `{id}` after a known word: then the route says it itself ([`Routes::of`]).
    #[must_use]
    pub fn of_path(path: &str) -> Option<Self> {
        let rest = path.strip_prefix("/api/v1").unwrap_or(path).trim_start_matches('/');
        if !rest.contains('{') {
            return Some(Subject::Mission);
        }
        let (first, rest) = rest.split_once('/')?;
        let known = SEGMENTS.iter().find(|(word, _)| *word == first)?.1;
        rest.split('/').next().is_some_and(|s| s == "{id}").then_some(known)
    }

    fn parameter(self) -> Option<&'static str> {
        match self {
            Subject::Mission => None,
            Subject::Document(p)
            | Subject::Claim(p)
            | Subject::Incident(p)
            | Subject::Case(p)
            | Subject::Agreement(p)
            | Subject::Obligation(p)
            | Subject::Member(p)
            | Subject::Person(p)
            | Subject::Report(p)
            | Subject::Sealed(p)
            | Subject::Account(p)
            | Subject::Own(p) => Some(p),
        }
    }

    fn object(self, id: &str) -> Object<'_> {
        match self {
            Subject::Mission => Object::Mission,
            Subject::Document(_) => Object::Document(id),
            Subject::Claim(_) => Object::Claim(id),
            Subject::Incident(_) => Object::Incident(id),
            Subject::Case(_) => Object::Case(id),
            Subject::Agreement(_) => Object::Agreement(id),
            Subject::Obligation(_) => Object::Obligation(id),
            Subject::Member(_) => Object::Member(id),
            Subject::Person(_) => Object::Person(id),
            Subject::Report(_) => Object::Report(id),
            Subject::Sealed(_) => Object::Sealed(id),
            Subject::Account(_) => Object::Account(id),
            Subject::Own(_) => Object::Own(id),
        }
    }
}

/// What a route takes and gives: decides the most bytes of a body and how a refusal looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A page for people.
    Page,
    /// A form that a page posts.
    Form,
    /// JSON, in and out.
    Api,
    /// A file comes in.
    Upload,
}

impl Class {
    /// The most bytes of a body.
    #[must_use]
    pub const fn body_max(self) -> usize {
        match self {
            Class::Page => 0,
            Class::Form => 256 << 10,
            Class::Api => 1 << 20,
            Class::Upload => 64 << 20,
        }
    }
}

/// One route, as it stands in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// `GET`, `POST`, …
    pub method: &'static str,
    /// The path, as axum writes it.
    pub path: String,
    /// What it is.
    pub action: Action,
    /// What it is done to.
    pub subject: Subject,
    /// What it takes and gives.
    pub class: Class,
}

/// Routes with their actions. A handler is reached only by a reader who may.
pub struct Routes<S = ()> {
    router: Router<S>,
    list: Vec<Entry>,
    problems: Vec<String>,
    next: Option<Subject>,
}

impl<S> std::fmt::Debug for Routes<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Routes").field("list", &self.list).finish_non_exhaustive()
    }
}

impl<S: Clone + Send + Sync + 'static> Default for Routes<S> {
    fn default() -> Self {
        Self::new()
    }
}

impl<S: Clone + Send + Sync + 'static> Routes<S> {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self { router: Router::new(), list: Vec::new(), problems: Vec::new(), next: None }
    }

    /// Says what the next route is about, where its path does not: `.of(Subject::Document("other"))`.
    #[must_use]
    pub fn of(mut self, subject: Subject) -> Self {
        self.next = Some(subject);
        self
    }

    /// A page: `GET`, answered with HTML.
    #[must_use]
    pub fn page<H: Handler<T, S>, T: 'static>(self, path: &str, action: Action, handler: H) -> Self {
        self.enter("GET", path, action, Class::Page, get(handler))
    }

    /// A form of a page: `POST`, urlencoded.
    #[must_use]
    pub fn form<H: Handler<T, S>, T: 'static>(self, path: &str, action: Action, handler: H) -> Self {
        self.enter("POST", path, action, Class::Form, post(handler))
    }

    /// `GET` of the API: a refusal is a problem in JSON.
    #[must_use]
    pub fn get<H: Handler<T, S>, T: 'static>(self, path: &str, action: Action, handler: H) -> Self {
        self.enter("GET", path, action, Class::Api, get(handler))
    }

    /// `POST` of the API.
    #[must_use]
    pub fn post<H: Handler<T, S>, T: 'static>(self, path: &str, action: Action, handler: H) -> Self {
        self.enter("POST", path, action, Class::Api, post(handler))
    }

    /// `PUT` of the API.
    #[must_use]
    pub fn put<H: Handler<T, S>, T: 'static>(self, path: &str, action: Action, handler: H) -> Self {
        self.enter("PUT", path, action, Class::Api, put(handler))
    }

    /// `PATCH` of the API.
    #[must_use]
    pub fn patch<H: Handler<T, S>, T: 'static>(self, path: &str, action: Action, handler: H) -> Self {
        self.enter("PATCH", path, action, Class::Api, patch(handler))
    }

    /// `DELETE` of the API.
    #[must_use]
    pub fn delete<H: Handler<T, S>, T: 'static>(self, path: &str, action: Action, handler: H) -> Self {
        self.enter("DELETE", path, action, Class::Api, delete(handler))
    }

    /// `POST` of a file.
    #[must_use]
    pub fn upload<H: Handler<T, S>, T: 'static>(self, path: &str, action: Action, handler: H) -> Self {
        self.enter("POST", path, action, Class::Upload, post(handler))
    }

    /// Takes over the routes of others.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        let Self { router, list, problems, next: _ } = other;
        if let Some(twice) = list.iter().find(|e| self.holds(e.method, &e.path)) {
            self.problems.push(format!("{} {} stands twice", twice.method, twice.path));
            return self;
        }
        self.router = self.router.merge(router);
        self.list.extend(list);
        self.problems.extend(problems);
        self
    }

    /// Every route.
    #[must_use]
    pub fn list(&self) -> &[Entry] {
        &self.list
    }

    /// What is wrong with the registration. A test holds it to be empty; a route that is named here does not exist.
    #[must_use]
    pub fn problems(&self) -> &[String] {
        &self.problems
    }

    /// The router, to be put behind a [`Gate`] ([`Gate::guard`]); without one every guarded route refuses.
    pub fn into_router(self) -> Router<S> {
        self.router
    }

    fn holds(&self, method: &str, path: &str) -> bool {
        self.list.iter().any(|e| e.method == method && e.path == path)
    }

    fn enter(mut self, method: &'static str, path: &str, action: Action, class: Class, route: MethodRouter<S>) -> Self {
        let Some(subject) = self.next.take().or_else(|| Subject::of_path(path)) else {
            self.problems
                .push(format!("{method} {path}: it has parameters, and does not say what they name; use `of`"));
            return self;
        };
        if let Some(p) = subject.parameter()
            && !path.contains(&format!("{{{p}}}"))
        {
            self.problems.push(format!("{method} {path}: has no parameter {p}"));
            return self;
        }
        if self.holds(method, path) {
            self.problems.push(format!("{method} {path} stands twice"));
            return self;
        }
        let guarded = route
            .route_layer(from_fn(move |request: Request, next: Next| guard(action, subject, class, request, next)))
            .layer(DefaultBodyLimit::max(class.body_max()));
        self.router = self.router.route(path, guarded);
        self.list.push(Entry { method, path: path.to_owned(), action, subject, class });
        self
    }
}

async fn guard(action: Action, subject: Subject, class: Class, request: Request, next: Next) -> Response {
    use axum::RequestExt as _;
    let mut request = request;
    let (Some(reader), Some(gate)) =
        (request.extensions().get::<Reader>().cloned(), request.extensions().get::<Gate>().cloned())
    else {
        return refuse::bare(500);
    };
    let id = match subject.parameter() {
        None => String::new(),
        Some(parameter) => {
            let Ok(params) = request.extract_parts::<RawPathParams>().await else { return refuse::bare(400) };
            match params.iter().find(|(name, _)| *name == parameter) {
                Some((_, value)) => value.to_owned(),
                None => return refuse::bare(400),
            }
        }
    };
    match may(&reader, action, &subject.object(&id)) {
        Ok(()) => next.run(request).await,
        Err(denied) => refuse::denied(&gate, &reader, class, denied, request).await,
    }
}
