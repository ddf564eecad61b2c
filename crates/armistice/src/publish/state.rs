//! `sign.state`: what this register has signed, or was about to sign. It is what makes a second root for a size impossible.
//!
//! Must not: go back to a smaller size, take another root for a size, or be written without the lock.
//!
//! ```text
//! armistice sign state 1
//! origin <mission>/<member>
//! signed <entries> <root in 64 hexadecimal digits>      the newest checkpoint known to be published
//! intent <entries> <root>                               the newest that may have been signed
//! check <SHA-256 of the lines above>
//! ```
//!
//! The intent is on the disk before the key is used. So whatever was ever signed is not newer than the intent, and the
//! one checkpoint of the intent's size that may exist has the intent's root.

use std::io;
use std::path::{Path, PathBuf};

use armistice_tlog::hash::{Hash, sha256};

use crate::disk::{self, Disk};
use crate::durable;
use crate::journal::format::MAX_ORIGIN;
use crate::journal::lock::Lock;
use crate::publish::error::PublishError;

/// Name of the file in the folder of a register.
pub const STATE: &str = "sign.state";

const TITLE: &str = "armistice sign state 1";

/// Largest file that is read: the longest origin, two sizes and three hashes.
const MAX_STATE: u64 = MAX_ORIGIN as u64 + 512;

/// Size and root of a tree.
pub type Tip = (u64, Hash);

/// What was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Whose register it is.
    pub origin: String,
    /// The newest checkpoint that is known to be published. None before the first.
    pub signed: Option<Tip>,
    /// The newest checkpoint that may have been signed. Not older than `signed`.
    pub intent: Option<Tip>,
}

impl State {
    /// Of a register that has signed nothing.
    #[must_use]
    pub fn new(origin: &str) -> State {
        State { origin: origin.to_owned(), signed: None, intent: None }
    }

    /// The file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let tip = |tip: Option<Tip>| tip.map_or("none".to_owned(), |(size, root)| format!("{size} {root}"));
        let text =
            format!("{TITLE}\norigin {}\nsigned {}\nintent {}\n", self.origin, tip(self.signed), tip(self.intent));
        let check = sha256(text.as_bytes());
        format!("{text}check {check}\n")
    }

    /// Reads the file. There is one spelling of each; on any other, says which line is wrong.
    pub fn parse(bytes: &[u8]) -> Result<State, (usize, &'static str)> {
        let text = str::from_utf8(bytes).map_err(|_| (1, "is not UTF-8"))?;
        let mut lines = text.split('\n');
        let mut field = |line: usize, name: &str| {
            let value = lines.next().and_then(|text| text.strip_prefix(name)).and_then(|text| text.strip_prefix(' '));
            value.ok_or((line, "is not what stands there in a sign state"))
        };
        let title = field(1, "armistice")?;
        if TITLE.strip_prefix("armistice ") != Some(title) {
            return Err((1, "is not the title"));
        }
        let origin = field(2, "origin")?.to_owned();
        let tip = |line, text: &str| match text.split_once(' ') {
            None if text == "none" => Ok(None),
            None => Err((line, "is neither none nor a size and a root")),
            Some((size, root)) => match (size.parse(), root.parse()) {
                (Ok(size), Ok(root)) => Ok(Some((size, root))),
                (Ok(_) | Err(_), Ok(_) | Err(_)) => Err((line, "is no size and root")),
            },
        };
        let state = State { origin, signed: tip(3, field(3, "signed")?)?, intent: tip(4, field(4, "intent")?)? };
        // Written again it must be the same text: this compares the check and leaves no room for anything else.
        if state.to_text().as_bytes() != bytes {
            return Err((5, "does not hold: the check is not that of the lines above"));
        }
        if state.signed > state.intent {
            return Err((4, "is older than what was signed"));
        }
        Ok(state)
    }

    /// The largest size that may have been signed.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.intent.map_or(0, |(size, _)| size)
    }
}

/// Reads the state of a register; none if it has none.
pub fn read(disk: &dyn Disk, folder: &Path) -> Result<Option<State>, PublishError> {
    let path = folder.join(STATE);
    let bytes = match disk::read_limited(disk, &path, MAX_STATE) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(PublishError::Read { path, source }),
        Ok(bytes) => bytes,
    };
    State::parse(&bytes).map(Some).map_err(|(line, problem)| PublishError::State { path, line, problem })
}

/// Puts `new` in place of `expected`, durably, if `expected` is what the disk has. Whoever lost the race is told so and
/// must stop: another process signs for this register.
pub fn replace(lock: &Lock, folder: &Path, expected: Option<&State>, new: &State) -> Result<(), PublishError> {
    let disk = &**lock.disk();
    if !lock.allows_writing(folder) {
        return Err(PublishError::NotLocked { folder: folder.to_path_buf() });
    }
    let found = read(disk, folder)?;
    if found.as_ref() != expected {
        return Err(PublishError::Raced { path: path(folder) });
    }
    let before = expected.map_or(0, State::size);
    let same_size_other_root = match (expected.and_then(|state| state.intent), new.intent) {
        (Some((old_size, old_root)), Some((new_size, new_root))) => old_size == new_size && old_root != new_root,
        (None, _) | (_, None) => false,
    };
    if new.size() < before || same_size_other_root {
        return Err(PublishError::Raced { path: path(folder) });
    }
    Ok(durable::replace_on(disk, &path(folder), new.to_text().as_bytes())?)
}

fn path(folder: &Path) -> PathBuf {
    folder.join(STATE)
}
