//! Where a peer's files are: behind a web server, or in a folder (a USB stick). And how things get there.
//!
//! Must not: believe what it reads, follow a name out of the folder, or wait without a bound.

use crate::{
    durable,
    exchange::{
        layout::{self, Push},
        report::Answer,
    },
    keys::MemberName,
};
use armistice_tlog::hash::Hash;
use std::{
    fs::File,
    io::{self, Read as _},
    path::{Component, Path, PathBuf},
    time::Duration,
};

/// How long a connection may take to come about.
const CONNECT: Duration = Duration::from_secs(10);

/// How long one request may take with its answer: a bundle of 16 MiB over a slow line.
const REQUEST: Duration = Duration::from_secs(120);

/// Longest answer to a push that is read.
const ANSWER_MAX: u64 = 4 << 10;

/// A peer that cannot be read or written. What was taken before it failed is kept.
#[derive(Debug, thiserror::Error)]
#[error("{what}: {why}")]
pub struct SourceError {
    /// Which file or address.
    pub what: String,
    /// Why.
    pub why: String,
}

/// Files of the exchange layout. What they say is not believed.
pub trait Source {
    /// A file whole, or none if there is no such file. More than `max` bytes are an error.
    fn get(&self, path: &str, max: u64) -> Result<Option<Vec<u8>>, SourceError>;
}

/// A peer that takes what it is sent and answers at once.
pub trait Peer: Source {
    /// Sends entries. The answer says how many the peer holds then.
    fn push(&self, member: &MemberName, push: &Push) -> Result<Answer, SourceError>;
    /// Sends a note with cosignatures.
    fn push_note(&self, member: &MemberName, note: &[u8]) -> Result<Answer, SourceError>;
    /// Sends a proof of misbehaviour.
    fn push_evidence(&self, bytes: &[u8]) -> Result<Answer, SourceError>;
}

/// A peer behind HTTP.
#[derive(Debug)]
pub struct Http {
    base: String,
    agent: ureq::Agent,
}

impl Http {
    /// The peer at an address such as `http://127.0.0.1:8080` or `https://host/path`.
    #[must_use]
    pub fn new(base: &str) -> Self {
        let config = ureq::Agent::config_builder()
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(REQUEST))
            .http_status_as_error(false)
            // An address is what the user typed; nobody sends us elsewhere.
            .max_redirects(0)
            .user_agent("")
            .build();
        Self { base: base.trim_end_matches('/').to_owned(), agent: config.into() }
    }

    fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.base)
    }

    /// Posts bytes and reads a short text.
    pub fn post(&self, path: &str, bytes: &[u8], max: u64) -> Result<(u16, Vec<u8>), SourceError> {
        let url = self.url(path);
        let failed = |why: String| SourceError { what: url.clone(), why };
        let mut answer = self.agent.post(&url).send(bytes).map_err(|e| failed(e.to_string()))?;
        let status = answer.status().as_u16();
        let body = answer.body_mut().with_config().limit(max).read_to_vec().map_err(|e| failed(e.to_string()))?;
        Ok((status, body))
    }

    fn send(&self, path: &str, bytes: &[u8]) -> Result<Answer, SourceError> {
        let (status, body) = self.post(path, bytes, ANSWER_MAX)?;
        Ok(Answer::read(status, &body))
    }
}

impl Source for Http {
    fn get(&self, path: &str, max: u64) -> Result<Option<Vec<u8>>, SourceError> {
        let url = self.url(path);
        let failed = |why: String| SourceError { what: url.clone(), why };
        let mut answer = self.agent.get(&url).call().map_err(|e| failed(e.to_string()))?;
        match answer.status().as_u16() {
            200 => {}
            404 | 410 => return Ok(None),
            other => return Err(failed(format!("the server answered {other}"))),
        }
        // One byte more than allowed is enough to see that it is too long.
        let body = answer.body_mut().with_config().limit(max + 1).read_to_vec().map_err(|e| failed(e.to_string()))?;
        if body.len() as u64 > max {
            return Err(failed(format!("more than {max} bytes")));
        }
        Ok(Some(body))
    }
}

impl Peer for Http {
    fn push(&self, member: &MemberName, push: &Push) -> Result<Answer, SourceError> {
        self.send(&layout::register(member, "entries"), &push.to_bytes())
    }

    fn push_note(&self, member: &MemberName, note: &[u8]) -> Result<Answer, SourceError> {
        self.send(&layout::register(member, "notes"), note)
    }

    fn push_evidence(&self, bytes: &[u8]) -> Result<Answer, SourceError> {
        self.send("evidence", bytes)
    }
}

/// A folder in the exchange layout.
#[derive(Debug, Clone)]
pub struct Directory {
    root: PathBuf,
}

impl Directory {
    /// The folder, which need not be there yet.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_path_buf() }
    }

    /// Where a file of the layout stands. The names are ours; this is the second look at them.
    fn path(&self, path: &str) -> Result<PathBuf, SourceError> {
        let plain = Path::new(path).components().all(|c| matches!(c, Component::Normal(_)));
        if plain && !path.is_empty() {
            Ok(self.root.join(path))
        } else {
            Err(SourceError { what: path.to_owned(), why: "not a name of the exchange layout".to_owned() })
        }
    }

    /// Writes a file so that it is there whole or not at all.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), SourceError> {
        let target = self.path(path)?;
        let failed = |why: String| SourceError { what: target.display().to_string(), why };
        if std::fs::read(&target).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        durable::create_folder(durable::parent(&target)).map_err(|e| failed(e.to_string()))?;
        durable::replace(&target, bytes).map_err(|e| failed(e.to_string()))
    }

    /// Whether a file of the layout is there.
    pub fn has(&self, path: &str) -> Result<bool, SourceError> {
        Ok(self.path(path)?.is_file())
    }

    /// The digests in a folder of content-named files, sorted; other names are passed over.
    #[must_use]
    pub fn digests(&self, folder: &str, suffix: &str) -> Vec<Hash> {
        let Ok(items) = std::fs::read_dir(self.root.join(folder)) else { return Vec::new() };
        let names = items.filter_map(|i| i.ok()?.file_name().into_string().ok());
        let mut digests: Vec<Hash> =
            names.filter_map(|n| n.strip_suffix(suffix).filter(|n| n.len() == 64)?.parse().ok()).collect();
        digests.sort_unstable();
        digests
    }
}

impl Source for Directory {
    fn get(&self, path: &str, max: u64) -> Result<Option<Vec<u8>>, SourceError> {
        let path = self.path(path)?;
        let failed = |why: String| SourceError { what: path.display().to_string(), why };
        // A link could lead anywhere; nobody of ours makes one.
        match std::fs::symlink_metadata(&path) {
            Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => return Ok(None),
            Err(e) => return Err(failed(e.to_string())),
            Ok(meta) if !meta.is_file() => return Err(failed("not a plain file".to_owned())),
            Ok(_) => {}
        }
        let mut bytes = Vec::new();
        let read = File::open(&path).and_then(|f| f.take(max + 1).read_to_end(&mut bytes));
        read.map_err(|e| failed(e.to_string()))?;
        if bytes.len() as u64 > max {
            return Err(failed(format!("more than {max} bytes")));
        }
        Ok(Some(bytes))
    }
}
