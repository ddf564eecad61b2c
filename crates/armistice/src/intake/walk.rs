//! The files at a path, in order of their names.
//!
//! Must not: follow links out of a folder, or pass over in silence what cannot be read.

use super::{Refused, Source};
use std::path::Path;

/// Folders below folders.
const DEPTH_MAX: usize = 64;

/// The files at a path: itself, or all below it, in order of their names. Links are not followed.
pub fn walk(path: &Path, out: &mut Vec<Source>) {
    walk_at(path, 0, out);
}

fn refuse(path: &Path, why: impl std::fmt::Display, out: &mut Vec<Source>) {
    out.push(Source::Refused(Refused::named(path.display().to_string(), why.to_string())));
}

fn walk_at(path: &Path, depth: usize, out: &mut Vec<Source>) {
    // At the top a link is what the person named; below it could lead anywhere.
    let meta = if depth == 0 { std::fs::metadata(path) } else { std::fs::symlink_metadata(path) };
    let meta = match meta {
        Ok(m) => m,
        Err(e) => return refuse(path, format!("{e}. Check the name and the permissions."), out),
    };
    if meta.is_file() {
        out.push(Source::File(path.to_path_buf()));
    } else if meta.is_dir() {
        if depth >= DEPTH_MAX {
            return refuse(path, format!("more than {DEPTH_MAX} folders deep. Add it by itself."), out);
        }
        let entries = match std::fs::read_dir(path) {
            Ok(entries) => entries,
            Err(e) => return refuse(path, format!("{e}. Check the permissions of the folder."), out),
        };
        if path.join("mission.toml").exists() && path.join("registers").exists() {
            return refuse(
                path,
                "a mission folder, with its keys. Its files are no articles; name the folders beside it.",
                out,
            );
        }
        let mut paths = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => paths.push(entry.path()),
                Err(e) => refuse(path, format!("a name in it cannot be read: {e}"), out),
            }
        }
        paths.sort();
        for p in paths {
            walk_at(&p, depth + 1, out);
        }
    } else if meta.is_symlink() {
        refuse(path, "a link. Add what it points to by its own name.", out);
    } else {
        refuse(path, "neither a file nor a folder. To read from a pipe, use `-` and standard input.", out);
    }
}
