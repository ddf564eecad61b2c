//! One-time codes (RFC 6238): six digits every thirty seconds, each taken once.
//!
//! Must not: take a code again, or an older one.

use super::secret;
use totp_rs::{Builder, Secret, Totp};

/// Seconds of a step.
const STEP: u64 = 30;

/// How many bytes a secret has (RFC 4226: 160 bits).
pub const BYTES: usize = 20;

/// A new secret.
pub fn secret() -> Result<[u8; BYTES], getrandom::Error> {
    secret::bytes()
}

/// The text form that a person types into an application.
#[must_use]
pub fn text(secret: &[u8; BYTES]) -> String {
    data_encoding::BASE32_NOPAD.encode(secret)
}

/// Reads the text form.
#[must_use]
pub fn parse(text: &str) -> Option<[u8; BYTES]> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    data_encoding::BASE32_NOPAD.decode(plain.to_ascii_uppercase().as_bytes()).ok()?.try_into().ok()
}

/// The address that an application reads (Key URI format).
#[must_use]
pub fn address(secret: &[u8; BYTES], issuer: &str, name: &str) -> String {
    let plain = |t: &str| {
        t.bytes().fold(String::new(), |mut out, b| {
            match b {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(b)),
                _ => out.push_str(&format!("%{b:02X}")),
            }
            out
        })
    };
    format!("otpauth://totp/{0}:{1}?secret={2}&issuer={0}", plain(issuer), plain(name), text(secret))
}

/// The step whose code this is, when it is one of now, the step before or the one after, and later than the last that was
/// taken.
#[must_use]
pub fn check(secret: &[u8; BYTES], code: &str, now: i64, last: Option<u64>) -> Option<u64> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let step = made(secret).check(&code, u64::try_from(now).ok()?)?;
    last.is_none_or(|l| step > l).then_some(step)
}

/// The code of a moment, for tests.
#[must_use]
pub fn code(secret: &[u8; BYTES], now: i64) -> String {
    made(secret).generate(u64::try_from(now).unwrap_or(0)).to_string()
}

fn made(secret: &[u8; BYTES]) -> Totp {
    Builder::new().with_secret(Secret::new_stack(*secret)).with_step_duration(STEP).with_skew(1).build_noncompliant()
}
