//! An S3-compatible store as a target. Only with the feature `s3`.
//!
//! Must not: take credentials from anywhere but the environment, show them, or overwrite a tile: tiles are put with
//! `If-None-Match: *`, the checkpoint with `If-Match`.

use std::sync::Arc;

use object_store::aws::{AmazonS3Builder, S3ConditionalPut};
use object_store::path::Path as Name;
use object_store::{ObjectStore, ObjectStoreExt as _, PutMode, PutOptions, PutPayload, UpdateVersion};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use crate::publish::target::{Held, Target, TargetError};

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
        let store = AmazonS3Builder::from_env()
            .with_bucket_name(bucket)
            .with_conditional_put(S3ConditionalPut::ETagMatch)
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
