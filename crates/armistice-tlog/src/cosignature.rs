//! A witness's statement that it saw a checkpoint at a time, and nothing that contradicts it (C2SP tlog-cosignature).
//!
//! Must not: read a clock. The time is the witness's, given by the caller when signing and read when verifying.
//!
//! A cosignature is a signature line of a note whose text is a checkpoint. It says: the largest consistent tree that
//! this cosigner has seen of the log of this origin, as of this time, has this root. Extension lines of a checkpoint are
//! not vouched for. The signature bytes are the time, 8 bytes big-endian, at most 2^63 - 1, and then the signature.
//! <https://c2sp.org/tlog-cosignature>
//!
//! **Ed25519** (signature type 0x04). Signed are the line `cosignature/v1`, the line `time` with the seconds since 1970
//! in decimal, and the whole text of the checkpoint. The name of the cosigner is not in it: one key has one name.
//! [`sign`]; verified by [`crate::note::Note::verify`].
//!
//! ```
//! use armistice_tlog::checkpoint::Checkpoint;
//! use armistice_tlog::cosignature;
//! use armistice_tlog::hash::leaf_hash;
//! use armistice_tlog::note::{Algorithm, Note, VerifierKey, sign};
//! use ed25519_dalek::SigningKey;
//!
//! let (log, witness) = (SigningKey::from_bytes(&[1; 32]), SigningKey::from_bytes(&[2; 32]));
//! let text = Checkpoint::new("mission/observer", 1, leaf_hash(b"the first entry"))?.to_text();
//! let note = Note::new(&text, vec![sign(&text, "mission/observer", &log)?])?;
//! let note = note.with(cosignature::sign(&text, "mission/ngo/witness", &witness, 1_679_315_147)?)?;
//!
//! let key = VerifierKey::new("mission/ngo/witness", Algorithm::Cosignature, witness.verifying_key().as_bytes())?;
//! assert_eq!(note.verify(&key)?.unwrap().earliest(), Some(1_679_315_147));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **ML-DSA-44** (signature type 0x06). Signed is a structure: the label `subtree/v1`, the name of the cosigner, the
//! time, the origin, the first leaf (0 for a checkpoint), the size, the root. Names have one length byte. Time 0 says
//! nothing of when; so a log signs its own checkpoints under its origin as the name (C2SP tlog-checkpoint,
//! "Signatures"). Extension lines are not covered. [`sign_ml_dsa`].
//!
#![cfg_attr(
    feature = "ml-dsa",
    doc = r##"
```
use armistice_tlog::cosignature::sign_ml_dsa;
use armistice_tlog::mldsa::SecretKey;
use armistice_tlog::note::{Algorithm, Note, VerifierKey};

let text = "mission/observer\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
let log = SecretKey::from_seed(&[7; 32]);
let note = Note::new(text, vec![sign_ml_dsa(text, "mission/observer", &log, 0)?])?;

let key = VerifierKey::new("mission/observer", Algorithm::MlDsa44, log.public())?;
assert_eq!(note.verify(&key)?.unwrap().earliest(), None); // it holds, and states no time
# Ok::<(), Box<dyn std::error::Error>>(())
```
"##
)]

use ed25519_dalek::{Signer as _, SigningKey};

use crate::checkpoint::Checkpoint;
use crate::ed25519::{self, VerifyingKey};
use crate::note::{Algorithm, Fault, SignatureLine, key_hash};
use crate::vkey::{ML_DSA_44_KEY_LEN, NameProblem, check_own_name};

/// Latest time of a cosignature: 2^63 - 1 (C2SP tlog-cosignature, "Format").
pub const MAX_TIME: u64 = i64::MAX as u64;

/// Bytes before the signature itself: the time, big-endian.
const TIME_LEN: usize = 8;

/// Bytes in an ML-DSA-44 signature (FIPS 204, table 2).
const ML_DSA_44_LEN: usize = 2420;

/// Why no cosignature is made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CosignError {
    /// The name of the cosigner is none.
    #[error("the name of the cosigner {0}")]
    Name(#[from] NameProblem),
    /// The text is no checkpoint, the time is beyond what may be said, or the origin is too long.
    #[error("the cosignature {0}")]
    Fault(#[from] Fault),
    /// See [`crate::mldsa::NoSignature`].
    #[cfg(feature = "ml-dsa")]
    #[error(transparent)]
    NoSignature(#[from] crate::mldsa::NoSignature),
}

/// The message of an Ed25519 cosignature: `cosignature/v1`, a line with the time, and the whole text.
fn message_ed25519(text: &str, time: u64) -> Result<Vec<u8>, Fault> {
    Checkpoint::parse(text).map_err(Fault::NoCheckpoint)?;
    if time > MAX_TIME {
        return Err(Fault::Time);
    }
    Ok(format!("cosignature/v1\ntime {time}\n{text}").into_bytes())
}

/// Cosigns the text of a checkpoint with Ed25519 (signature type 0x04) at `time`, in seconds since 1970.
pub fn sign(text: &str, name: &str, key: &SigningKey, time: u64) -> Result<SignatureLine, CosignError> {
    check_own_name(name)?;
    let message = message_ed25519(text, time)?;
    let mut signature = time.to_be_bytes().to_vec();
    signature.extend_from_slice(&key.sign(&message).to_bytes());
    let key_hash = key_hash(name, Algorithm::Cosignature, key.verifying_key().as_bytes());
    Ok(SignatureLine { name: name.into(), key_hash, signature })
}

/// Divides a `timestamped_signature` into time and signature.
fn timestamped<const N: usize>(signature: &[u8], algorithm: Algorithm) -> Result<(u64, &[u8; N]), Fault> {
    let wrong = || Fault::Length { algorithm, needed: TIME_LEN + N, found: signature.len() };
    let (time, rest) = signature.split_first_chunk::<TIME_LEN>().ok_or_else(wrong)?;
    let rest = <&[u8; N]>::try_from(rest).map_err(|_| wrong())?;
    let time = u64::from_be_bytes(*time);
    if time > MAX_TIME { Err(Fault::Time) } else { Ok((time, rest)) }
}

/// Checks an Ed25519 cosignature and gives its time.
pub(crate) fn verify_ed25519(key: &VerifyingKey, text: &str, signature: &[u8]) -> Result<u64, Fault> {
    let (time, signature) = timestamped(signature, Algorithm::Cosignature)?;
    let message = message_ed25519(text, time)?;
    if ed25519::verify(key, &message, signature) { Ok(time) } else { Err(Fault::Wrong) }
}

/// Checks an ML-DSA-44 cosignature; gives its time (none if it states none) and whether it covers the whole text.
pub(crate) fn verify_ml_dsa(
    key: &[u8; ML_DSA_44_KEY_LEN],
    name: &str,
    text: &str,
    signature: &[u8],
) -> Result<(Option<u64>, bool), Fault> {
    let (time, signature) = timestamped::<ML_DSA_44_LEN>(signature, Algorithm::MlDsa44)?;
    let checkpoint = Checkpoint::parse(text).map_err(Fault::NoCheckpoint)?;
    let message = message_ml_dsa(&checkpoint, name, time)?;
    holds_ml_dsa(key, &message, signature)?;
    Ok(((time != 0).then_some(time), checkpoint.extensions.is_empty()))
}

#[cfg(feature = "ml-dsa")]
fn holds_ml_dsa(key: &[u8; ML_DSA_44_KEY_LEN], message: &[u8], signature: &[u8; ML_DSA_44_LEN]) -> Result<(), Fault> {
    if crate::mldsa::verify(key, message, signature) { Ok(()) } else { Err(Fault::Wrong) }
}

#[cfg(not(feature = "ml-dsa"))]
fn holds_ml_dsa(_: &[u8; ML_DSA_44_KEY_LEN], _: &[u8], _: &[u8; ML_DSA_44_LEN]) -> Result<(), Fault> {
    Err(Fault::NotBuilt(Algorithm::MlDsa44))
}

/// The message of an ML-DSA-44 cosignature of a checkpoint: the structure `cosigned_message` with start 0.
fn message_ml_dsa(checkpoint: &Checkpoint, name: &str, time: u64) -> Result<Vec<u8>, Fault> {
    if time > MAX_TIME {
        return Err(Fault::Time);
    }
    let name_len = u8::try_from(name.len()).map_err(|_| Fault::LongOrigin)?;
    let origin_len = u8::try_from(checkpoint.origin.len()).map_err(|_| Fault::LongOrigin)?;
    let mut message = Vec::with_capacity(12 + 2 + 4 * 8 + name.len() + checkpoint.origin.len());
    message.extend_from_slice(b"subtree/v1\n\0");
    message.push(name_len);
    message.extend_from_slice(name.as_bytes());
    message.extend_from_slice(&time.to_be_bytes());
    message.push(origin_len);
    message.extend_from_slice(checkpoint.origin.as_bytes());
    message.extend_from_slice(&0_u64.to_be_bytes());
    message.extend_from_slice(&checkpoint.size.to_be_bytes());
    message.extend_from_slice(checkpoint.root.as_bytes());
    Ok(message)
}

/// Cosigns the text of a checkpoint with ML-DSA-44 (signature type 0x06) at `time`, in seconds since 1970. Time 0 says
/// nothing of when: so a log signs its own checkpoints, under its origin as the name.
#[cfg(feature = "ml-dsa")]
pub fn sign_ml_dsa(
    text: &str,
    name: &str,
    key: &crate::mldsa::SecretKey,
    time: u64,
) -> Result<SignatureLine, CosignError> {
    check_own_name(name)?;
    let checkpoint = Checkpoint::parse(text).map_err(Fault::NoCheckpoint)?;
    let message = message_ml_dsa(&checkpoint, name, time)?;
    let mut signature = time.to_be_bytes().to_vec();
    signature.extend_from_slice(&key.sign(&message)?);
    Ok(SignatureLine { name: name.into(), key_hash: key_hash(name, Algorithm::MlDsa44, key.public()), signature })
}
