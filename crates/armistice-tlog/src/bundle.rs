//! Entry bundles of C2SP tlog-tiles: up to 256 entries in one file, each as a big-endian `uint16` length and its bytes.
//!
//! Must not: look into the entries. A bundle may come from any log.

/// Entries in a full bundle.
pub const MAX_ENTRIES: usize = 256;

/// Largest entry that the length field can say.
pub const MAX_ENTRY: usize = u16::MAX as usize;

/// Why there is no bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// A bundle without entries is never published.
    #[error("the bundle is empty")]
    Empty,
    /// More than 256 entries.
    #[error("byte {offset}: the bundle goes on after its {max}th entry", max = MAX_ENTRIES)]
    TooMany { offset: usize },
    /// An entry that does not fit its length field.
    #[error("entry {index} has {len} bytes, more than the limit of {max}", max = MAX_ENTRY)]
    TooLarge { index: usize, len: usize },
    /// The bytes end within an entry.
    #[error("byte {offset}: entry {index} is cut off ({missing} bytes are missing)")]
    Truncated { offset: usize, index: usize, missing: usize },
}

/// Writes a bundle.
///
/// ```
/// use armistice_tlog::bundle::{decode, encode};
///
/// let bytes = encode(&["one", "three"])?;
/// assert_eq!(bytes, b"\x00\x03one\x00\x05three");
/// assert_eq!(decode(&bytes)?, [&b"one"[..], &b"three"[..]]);
/// # Ok::<(), armistice_tlog::bundle::BundleError>(())
/// ```
pub fn encode<E: AsRef<[u8]>>(entries: &[E]) -> Result<Vec<u8>, BundleError> {
    if entries.is_empty() {
        return Err(BundleError::Empty);
    }
    let mut out = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        if index == MAX_ENTRIES {
            return Err(BundleError::TooMany { offset: out.len() });
        }
        let entry = entry.as_ref();
        let len = u16::try_from(entry.len()).map_err(|_| BundleError::TooLarge { index, len: entry.len() })?;
        out.extend_from_slice(&len.to_be_bytes());
        out.extend_from_slice(entry);
    }
    Ok(out)
}

/// Reads a bundle. The caller compares the count with the width in the bundle's path.
pub fn decode(bytes: &[u8]) -> Result<Vec<&[u8]>, BundleError> {
    if bytes.is_empty() {
        return Err(BundleError::Empty);
    }
    let (mut entries, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let index = entries.len();
        if index == MAX_ENTRIES {
            return Err(BundleError::TooMany { offset: at });
        }
        let rest = &bytes[at..];
        let Some((length, rest)) = rest.split_first_chunk() else {
            return Err(BundleError::Truncated { offset: at, index, missing: 2 - rest.len() });
        };
        let len = usize::from(u16::from_be_bytes(*length));
        let Some(entry) = rest.get(..len) else {
            return Err(BundleError::Truncated { offset: at, index, missing: len - rest.len() });
        };
        entries.push(entry);
        at += 2 + len;
    }
    Ok(entries)
}
