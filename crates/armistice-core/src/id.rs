//! Typed ids: one registry, alphabetical. Ids are made from content, so every machine gives the same thing the same id.
//!
//! Must not: make an id from a counter, a clock or randomness.

use sha2::{Digest as _, Sha256};

/// Base32 (RFC 4648 alphabet, lower case, no padding) of the first 10 bytes of SHA-256 over the length-prefixed parts.
fn digest(kind: &str, parts: &[&[u8]]) -> String {
    let mut h = Sha256::new();
    h.update(b"armistice/id/1\0");
    for part in std::iter::once(kind.as_bytes()).chain(parts.iter().copied()) {
        h.update((part.len() as u64).to_be_bytes());
        h.update(part);
    }
    data_encoding::BASE32_NOPAD.encode(&h.finalize()[..10]).to_ascii_lowercase()
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The prefix that the text form begins with.
            pub const PREFIX: &'static str = $prefix;

            /// The id of the thing that `parts` identify.
            #[must_use]
            pub fn of(parts: &[&[u8]]) -> Self {
                Self(format!("{}-{}", $prefix, digest($prefix, parts)))
            }

            /// Reads an id back from its text form; `None` if it is not of this kind.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                let rest = text.strip_prefix($prefix)?.strip_prefix('-')?;
                let ok = rest.len() == 16 && rest.bytes().all(|b| matches!(b, b'a'..=b'z' | b'2'..=b'7'));
                ok.then(|| Self(text.to_owned()))
            }

            /// The text form, such as `doc-mzxw6ytboi…`.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<C> minicbor::Encode<C> for $name {
            fn encode<W: minicbor::encode::Write>(
                &self,
                e: &mut minicbor::Encoder<W>,
                _: &mut C,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                e.str(&self.0)?.ok()
            }
        }

        impl<'b, C> minicbor::Decode<'b, C> for $name {
            fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
                let text = d.str()?;
                Self::parse(text).ok_or_else(|| {
                    minicbor::decode::Error::message(format!("`{text}` is no id that begins with {}-", $prefix))
                })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// One request for access, or one refusal of it.
    AccessId = "acc";
    /// One guarantor's or party's list of what it recorded in a period.
    BulletinId = "bul";
    /// One call over a hotline.
    CallId = "cal";
    /// One case.
    CaseId = "cas";
    /// One claim: a document, a place in it and a kind.
    ClaimId = "clm";
    /// One contradiction between claims.
    ContradictionId = "ctr";
    /// One entry of what could be observed.
    CoverageId = "cov";
    /// One captured document: the SHA-256 of its bytes.
    DocumentId = "doc";
    /// One finding of a case.
    FindingId = "fnd";
    /// One incident: named after its earliest claim, so that it keeps its id as claims join it.
    IncidentId = "inc";
    /// One sealed item: named after the root of its commitments.
    ItemId = "itm";
    /// One countable observation.
    ObservationId = "obs";
    /// One origin: named after its earliest document.
    OriginId = "org";
    /// One person as named in documents: named after the earliest variant.
    PersonId = "per";
    /// One remedial action asked of somebody.
    RemedyId = "rem";
    /// One report that was issued.
    ReportId = "rep";
}

/// The id of a thing that a statement begins: made from mission, member and the statement's number, so that nobody else can
/// begin a thing under the same id, and the id is known before the statement is signed.
macro_rules! begun {
    ($($name:ident),*) => {$(
        impl $name {
            /// The id of what the statement with this number begins.
            #[must_use]
            pub fn begun(mission: &str, member: &str, seq: u64) -> Self {
                Self::of(&[mission.as_bytes(), member.as_bytes(), &seq.to_be_bytes()])
            }
        }
    )*};
}

begun!(AccessId, BulletinId, CallId, CaseId, CoverageId, FindingId, ObservationId, RemedyId, ReportId);
