//! The files of a mission folder that anybody may have: registers as published, evidence, the witness's pages.
//!
//! Must not: map a name to anything but those, follow what a client wrote into a path, or give out an unpublished entry.

use crate::{
    exchange::{
        disk::{evidence_files, members, published, read_file},
        layout::{self, Index, Offered},
    },
    keys::MemberName,
};
use armistice_tlog::{checkpoint::Checkpoint, hash::Hash, note::Note, tile::Tile};
use std::path::{Path, PathBuf};

/// How long a file may be kept by caches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// For ever: its name says its content, or it is a full tile.
    Immutable,
    /// For a while: a partial tile stays right, and is superseded.
    While,
    /// Not without asking again.
    No,
}

impl Keeping {
    /// The header `cache-control`.
    #[must_use]
    pub const fn header(self) -> &'static str {
        match self {
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::While => "public, max-age=86400",
            Self::No => "no-cache",
        }
    }
}

/// A file to give out.
#[derive(Debug, PartialEq, Eq)]
pub struct Given {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub media: &'static str,
    /// How long it may be kept.
    pub keeping: Keeping,
}

const TEXT: &str = "text/plain; charset=utf-8";
const BYTES: &str = "application/octet-stream";

/// The file of the exchange layout at this path, or none. `path` is as the client wrote it, without the first slash.
#[must_use]
pub fn file(root: &Path, mission: &str, own: &MemberName, path: &str) -> Option<Given> {
    let given = |bytes, media, keeping| Some(Given { bytes, media, keeping });
    if path == layout::INDEX {
        return given(index(root, mission, own).to_text().into_bytes(), TEXT, Keeping::No);
    }
    if let Some(name) = path.strip_prefix("evidence/") {
        let digest = hex(name.strip_suffix(".evidence")?)?;
        let path = root.join("evidence").join(format!("{digest}.evidence"));
        return given(read(path, layout::EVIDENCE_FILE_MAX)?, BYTES, Keeping::Immutable);
    }
    let (member, name) = path.strip_prefix("registers/")?.split_once('/')?;
    let place = published(root, &MemberName::parse(member).ok()?);
    if name == "checkpoint" {
        return given(read(place.join(name), layout::NOTE_MAX)?, TEXT, Keeping::No);
    }
    if name == "notes/list" {
        return given(layout::list_text(&notes(&place)).into_bytes(), TEXT, Keeping::No);
    }
    if let Some(digest) = name.strip_prefix("notes/") {
        let path = place.join("notes").join(hex(digest)?.hex());
        return given(read(path, layout::NOTE_MAX)?, TEXT, Keeping::Immutable);
    }
    // A name that is no tile in its one spelling is no file; what is joined below is that spelling.
    let tile: Tile = name.parse().ok()?;
    let keeping = if tile.is_full() { Keeping::Immutable } else { Keeping::While };
    given(read(place.join(tile.to_string()), layout::BUNDLE_MAX)?, BYTES, keeping)
}

/// The index of what a folder offers.
#[must_use]
pub fn index(root: &Path, mission: &str, own: &MemberName) -> Index {
    let offered = |member: MemberName| {
        let bytes = read(published(root, &member).join("checkpoint"), layout::NOTE_MAX)?;
        let checkpoint = Checkpoint::parse(Note::parse(&bytes).ok()?.text()).ok()?;
        Some(Offered { member, size: checkpoint.size })
    };
    Index {
        mission: mission.to_owned(),
        server: own.clone(),
        registers: members(root).unwrap_or_default().into_iter().filter_map(offered).collect(),
        evidence: evidence_files(root).into_iter().map(|(digest, _)| digest).collect(),
    }
}

/// Digests of the archived notes of a register.
fn notes(place: &Path) -> Vec<Hash> {
    let items = std::fs::read_dir(place.join("notes")).into_iter().flatten();
    let mut digests: Vec<Hash> = items.filter_map(|i| hex(i.ok()?.file_name().to_str()?)).collect();
    digests.sort_unstable();
    digests
}

/// A digest in its one spelling.
fn hex(text: &str) -> Option<Hash> {
    if text.len() == 64 { text.parse().ok() } else { None }
}

fn read(path: PathBuf, max: u64) -> Option<Vec<u8>> {
    read_file(&path, max).ok().flatten()
}
