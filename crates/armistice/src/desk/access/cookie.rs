//! The cookies of the desk: one that signs in, one for forms before that, one for what was typed when a session ended.
//!
//! Must not: be readable by scripts, or be sent along from another site.

use axum::http::{HeaderMap, HeaderValue, header};

/// Which cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The session.
    Session,
    /// For forms of one who is not signed in.
    Form,
    /// What was typed.
    Held,
}

/// How cookies of this desk are called and set.
#[derive(Clone, Debug)]
pub struct Cookies {
    /// Whether browsers reach the desk through TLS.
    pub tls: bool,
    /// The desk's own mark: cookies do not know ports, and one machine may have several desks.
    pub desk: String,
}

impl Cookies {
    /// A cookie's name. Behind TLS a browser takes a name with `__Host-` only from this very host, with `Secure` and `Path=/`.
    #[must_use]
    pub fn name(&self, kind: Kind) -> String {
        let kind = match kind {
            Kind::Session => "session",
            Kind::Form => "form",
            Kind::Held => "held",
        };
        let prefix = if self.tls { "__Host-" } else { "" };
        format!("{prefix}armistice-{}-{kind}", self.desk)
    }

    /// What a browser sent of it. Two of one name are none: somebody put one beside ours.
    #[must_use]
    pub fn find(&self, headers: &HeaderMap, kind: Kind) -> Option<String> {
        let name = self.name(kind);
        let mut found = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|v| v.to_str().ok())
            .flat_map(|v| v.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .filter(|(n, _)| *n == name)
            .map(|(_, value)| value);
        let first = found.next()?;
        let plain =
            first.len() <= 256 && first.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
        (found.next().is_none() && plain && !first.is_empty()).then(|| first.to_owned())
    }

    /// Sets it for so many seconds; none means until the browser closes.
    #[must_use]
    pub fn set(&self, kind: Kind, value: &str, seconds: Option<i64>) -> Option<HeaderValue> {
        let secure = if self.tls { "; Secure" } else { "" };
        let age = seconds.map_or_else(String::new, |s| format!("; Max-Age={s}"));
        let text = format!("{}={value}; HttpOnly; SameSite=Strict; Path=/{secure}{age}", self.name(kind));
        HeaderValue::from_str(&text).ok()
    }

    /// Takes it away.
    #[must_use]
    pub fn clear(&self, kind: Kind) -> Option<HeaderValue> {
        self.set(kind, "", Some(0))
    }
}
