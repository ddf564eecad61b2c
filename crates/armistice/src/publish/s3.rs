//! An S3-compatible store as a target. Only with the feature `s3`.
//!
//! Must not: take credentials from anywhere but the environment, show them, or overwrite a tile: tiles are put with
//! `If-None-Match: *`, the checkpoint with `If-Match`.
//!
//! The library signs the requests; the HTTP client that the program has anyway sends them. The library's own would bring a
//! second client, and a second library of ciphers with it.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey, S3ConditionalPut};
use object_store::client::{
    ClientConfigKey, HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpResponseBody,
    HttpService,
};
use object_store::path::Path as Name;
use object_store::{
    ClientOptions, ObjectStore, ObjectStoreExt as _, PutMode, PutOptions, PutPayload, RetryConfig, UpdateVersion,
};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use crate::publish::files::MAX_FILE;
use crate::publish::target::{Held, Target, TargetError};

/// How long a connection may take to come about.
const CONNECT: Duration = Duration::from_secs(10);

/// How long one request may take with its answer.
const REQUEST: Duration = Duration::from_secs(120);

/// How long a request that failed is tried again.
const RETRY: Duration = Duration::from_secs(60);

/// Longest answer that is read: a file of a register, or a list of names.
const ANSWER_MAX: u64 = MAX_FILE + (8 << 20);

/// A bucket and a prefix in it.
#[derive(Debug)]
pub struct Store {
    address: String,
    prefix: String,
    store: Arc<dyn ObjectStore>,
    runtime: Runtime,
}

impl Store {
    /// The store of `s3://bucket/prefix`; endpoint, region and credentials from the environment (`AWS_ENDPOINT`,
    /// `AWS_REGION`, `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, …).
    pub fn open(address: &str) -> Result<Store, TargetError> {
        let problem = |problem: String| TargetError::Address { target: address.to_owned(), problem };
        let rest = address.strip_prefix("s3://").unwrap_or(address);
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        if bucket.is_empty() || rest.contains('@') {
            return Err(problem("it has no bucket, or more than bucket and prefix".to_owned()));
        }
        let builder = AmazonS3Builder::from_env();
        // Without them the library asks a service at a fixed address of the network for some.
        for (key, name) in [
            (AmazonS3ConfigKey::AccessKeyId, "AWS_ACCESS_KEY_ID"),
            (AmazonS3ConfigKey::SecretAccessKey, "AWS_SECRET_ACCESS_KEY"),
        ] {
            if builder.get_config_value(&key).is_none() {
                return Err(problem(format!("the variable {name} is not set; a store needs credentials")));
            }
        }
        let store = builder
            .with_bucket_name(bucket)
            .with_conditional_put(S3ConditionalPut::ETagMatch)
            .with_http_connector(Connector)
            .with_retry(RetryConfig { retry_timeout: RETRY, ..RetryConfig::default() })
            .build()
            .map_err(|error| problem(error.to_string()))?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .map_err(|error| problem(error.to_string()))?;
        let prefix = prefix.trim_matches('/').to_owned();
        Ok(Store { address: address.to_owned(), prefix, store: Arc::new(store), runtime })
    }

    fn path(&self, name: &str) -> Name {
        if self.prefix.is_empty() { Name::from(name) } else { Name::from(format!("{}/{name}", self.prefix)) }
    }

    fn failed(&self, step: &'static str, name: &str, source: object_store::Error) -> TargetError {
        TargetError::Target { target: self.address.clone(), step, name: name.to_owned(), source: Box::new(source) }
    }
}

impl Target for Store {
    fn name(&self) -> String {
        self.address.clone()
    }

    fn create(&self, files: Vec<(String, Vec<u8>)>) -> Result<Vec<String>, TargetError> {
        self.runtime.block_on(async {
            let mut running = JoinSet::new();
            for (name, bytes) in files {
                let (store, path) = (self.store.clone(), self.path(&name));
                running.spawn(async move {
                    let options = PutOptions { mode: PutMode::Create, ..PutOptions::default() };
                    (name, store.put_opts(&path, PutPayload::from(bytes), options).await)
                });
            }
            let mut there = Vec::new();
            while let Some(done) = running.join_next().await {
                // A task that panicked has said so itself; nothing of it is known.
                let Ok((name, result)) = done else { continue };
                match result {
                    Ok(_) => {}
                    Err(object_store::Error::AlreadyExists { .. } | object_store::Error::Precondition { .. }) => {
                        there.push(name);
                    }
                    Err(source) => return Err(self.failed("write", &name, source)),
                }
            }
            Ok(there)
        })
    }

    fn get(&self, name: &str) -> Result<Option<Held>, TargetError> {
        self.runtime.block_on(async {
            let result = match self.store.get(&self.path(name)).await {
                Err(object_store::Error::NotFound { .. }) => return Ok(None),
                other => other.map_err(|source| self.failed("read", name, source))?,
            };
            let version = result.meta.e_tag.clone();
            let bytes = result.bytes().await.map_err(|source| self.failed("read", name, source))?;
            Ok(Some(Held { bytes: bytes.to_vec(), version }))
        })
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, TargetError> {
        self.runtime.block_on(async {
            let listed = self.store.list_with_delimiter(Some(&self.path(folder))).await;
            let listed = listed.map_err(|source| self.failed("list", folder, source))?;
            Ok(listed.objects.iter().filter_map(|object| object.location.filename().map(str::to_owned)).collect())
        })
    }

    fn replace(&self, name: &str, seen: Option<&Held>, bytes: Vec<u8>) -> Result<bool, TargetError> {
        let mode = match seen {
            None => PutMode::Create,
            Some(held) => PutMode::Update(UpdateVersion { e_tag: held.version.clone(), version: None }),
        };
        self.runtime.block_on(async {
            let options = PutOptions { mode, ..PutOptions::default() };
            match self.store.put_opts(&self.path(name), PutPayload::from(bytes), options).await {
                Ok(_) => Ok(true),
                Err(object_store::Error::AlreadyExists { .. } | object_store::Error::Precondition { .. }) => Ok(false),
                Err(source) => Err(self.failed("replace", name, source)),
            }
        })
    }
}

/// Makes the client for the library.
#[derive(Debug)]
struct Connector;

impl HttpConnector for Connector {
    fn connect(&self, options: &ClientOptions) -> object_store::Result<HttpClient> {
        let plain = options.get_config_value(&ClientConfigKey::AllowHttp).is_some_and(|value| value == "true");
        let config = ureq::Agent::config_builder()
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(REQUEST))
            .http_status_as_error(false)
            .https_only(!plain)
            // A signed request is for the host that it was signed for.
            .max_redirects(0)
            .user_agent("")
            .build();
        Ok(HttpClient::new(Client(config.into())))
    }
}

/// The HTTP client of the program, as the library wants one.
#[derive(Debug)]
struct Client(ureq::Agent);

impl HttpService for Client {
    // What the macro `async_trait` makes of an `async fn`, by hand: the trait was written with it.
    fn call<'s, 'f>(
        &'s self,
        request: HttpRequest,
    ) -> Pin<Box<dyn Future<Output = Result<HttpResponse, HttpError>> + Send + 'f>>
    where
        's: 'f,
        Self: 'f,
    {
        let agent = self.0.clone();
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let body = HttpResponseBody::new(body).bytes().await?;
            let request = ureq::http::Request::from_parts(parts, body);
            // It waits for the network in a thread of its own.
            tokio::task::spawn_blocking(move || send(&agent, request))
                .await
                .unwrap_or_else(|error| Err(HttpError::new(HttpErrorKind::Unknown, error)))
        })
    }
}

/// Sends one request and reads its answer whole.
fn send(agent: &ureq::Agent, request: ureq::http::Request<impl AsRef<[u8]>>) -> Result<HttpResponse, HttpError> {
    let (parts, body) = request.into_parts();
    let body = body.as_ref();
    let answer = if body.is_empty() && !["PUT", "POST"].contains(&parts.method.as_str()) {
        agent.run(ureq::http::Request::from_parts(parts, ()))
    } else {
        agent.run(ureq::http::Request::from_parts(parts, body))
    };
    let (parts, mut body) = answer.map_err(failed)?.into_parts();
    let body = body.with_config().limit(ANSWER_MAX).read_to_vec().map_err(failed)?;
    Ok(HttpResponse::from_parts(parts, body.into()))
}

/// What kind of failure it was: the library tries some again.
fn failed(error: ureq::Error) -> HttpError {
    let kind = match &error {
        ureq::Error::Timeout(_) => HttpErrorKind::Timeout,
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed => HttpErrorKind::Connect,
        ureq::Error::Io(io) if io.kind() == io::ErrorKind::ConnectionRefused => HttpErrorKind::Connect,
        ureq::Error::Io(_) => HttpErrorKind::Interrupted,
        _ => HttpErrorKind::Unknown,
    };
    HttpError::new(kind, error)
}
