//! The verifier of proof bundles for the browser: bytes and two texts in, a verdict as JSON out.
//!
//! Must not: decide anything. The verdict is `armistice-tlog`'s; the program and the page print the same bytes.

mod abi;
#[cfg(target_arch = "wasm32")]
mod room;

pub use abi::{
    FILE, KEYS, MAX_TEXT, POLICY, RESULT, armistice_alloc, armistice_at, armistice_free, armistice_len,
    armistice_verify,
};

use armistice_tlog::verdict::{Anchors, Answer, verify};

/// Holds `file` against the reader's keys (64 hexadecimal digits each, one per line) and policy (C2SP tlog-policy), both
/// of which may be empty. Gives the answer, or none when the reader's own words could not be read, and JSON.
#[must_use]
pub fn judge(file: &[u8], keys: &[u8], policy: &[u8]) -> (Option<Answer>, String) {
    let mut anchors = Anchors::default();
    for line in keys.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()) {
        match Anchors::key_of(line) {
            Some(key) => anchors.keys.push(key),
            // The line itself is not repeated: somebody may paste a secret by mistake.
            None => return (None, "{\"error\":\"key\"}\n".into()),
        }
    }
    if !policy.iter().all(u8::is_ascii_whitespace) {
        let mut text = policy.to_vec();
        // A text field of a page has no last newline.
        if !text.ends_with(b"\n") {
            text.push(b'\n');
        }
        anchors.policies.push(("yours".into(), text));
    }
    let verdict = verify(file, &anchors);
    (Some(verdict.answer), verdict.to_json())
}
