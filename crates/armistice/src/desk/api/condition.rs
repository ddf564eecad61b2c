//! Which version of a representation somebody has: `ETag`, `If-None-Match`, `If-Match` (RFC 9110).
//!
//! Must not: let a change through that was meant for another version of the record.

use crate::desk::{problem::Problem, snapshot::Snapshot};
use axum::http::{HeaderMap, HeaderName, header};
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

/// The state of the record: a digest of the roots of its registers. Like the generation of a snapshot it is another one after every statement;
/// unlike it, it is the same after a restart and on every desk that has the same registers.
#[must_use]
pub fn state(snapshot: &Snapshot) -> String {
    let mut hash = Sha256::new();
    for register in snapshot.as_of() {
        // Neither holds a line end.
        hash.update(format!("{}\n{}\n", register.origin, register.root));
    }
    HEXLOWER.encode(&hash.finalize()[..8])
}

fn digest(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes)[..16])
}

/// The strong tag of a representation: the state of the record and the digest of the bytes.
#[must_use]
pub fn tag(state: &str, bytes: &[u8]) -> String {
    format!("\"{state}.{}\"", digest(bytes))
}

/// The tags of a header, in quotation marks; it may stand several times. A tag of ours holds no comma.
fn tags(headers: &HeaderMap, name: HeaderName) -> Option<Vec<String>> {
    let mut all = headers.get_all(name).iter().peekable();
    all.peek()?;
    let text = all.filter_map(|v| v.to_str().ok()).collect::<Vec<_>>().join(",");
    Some(text.split(',').map(|t| t.trim().to_owned()).filter(|t| !t.is_empty()).collect())
}

/// Whether the client has these very bytes: `If-None-Match`, compared weakly.
#[must_use]
pub fn unchanged(headers: &HeaderMap, tag: &str) -> bool {
    let given = tags(headers, header::IF_NONE_MATCH).unwrap_or_default();
    given.iter().any(|t| t == "*" || t.strip_prefix("W/").unwrap_or(t) == tag)
}

/// Whether a change carries `If-Match`.
#[must_use]
pub fn is_asked(headers: &HeaderMap) -> bool {
    headers.contains_key(header::IF_MATCH)
}

/// Whether a change may go on: `If-Match`, compared strongly. It may when nothing was said since the tag was given, or when what it changes
/// (`twin`, the bytes of its representation now) is as the tag has it. Without the header it may.
///
/// # Errors
/// 412, with the present tag.
pub fn held(headers: &HeaderMap, state: &str, twin: Option<&[u8]>) -> Result<(), Box<Stale>> {
    let Some(given) = tags(headers, header::IF_MATCH) else { return Ok(()) };
    let same = |t: &String| {
        let Some((of, bytes)) =
            t.strip_prefix('"').and_then(|t| t.strip_suffix('"')).map(|t| t.split_once('.').unwrap_or((t, "")))
        else {
            return false;
        };
        of == state || twin.is_some_and(|twin| !bytes.is_empty() && digest(twin) == bytes)
    };
    if given.iter().any(|t| t == "*" || same(t)) {
        return Ok(());
    }
    // Where there is no representation of its own, the record as a whole is what was read.
    let present = twin.map_or_else(|| format!("\"{state}\""), |bytes| tag(state, bytes));
    let mut problem = Problem::new(
        412,
        format!("Something was said since you read it. Its tag is now {present}."),
        "Read it again, look at what is new, and send the change with the tag of what you read.",
    );
    problem = problem.at("If-Match", format!("not the present tag {present}"));
    Err(Box::new(Stale { problem, present }))
}

/// What was read is not what stands there.
#[derive(Clone, Debug)]
pub struct Stale {
    /// What to answer.
    pub problem: Problem,
    /// The present tag.
    pub present: String,
}
