//! The vault key as a file: plain, or as an age file that a passphrase opens.
//!
//! Must not: print a secret, put one in an error, or load a key that others can read.
//!
//! The plain form is two lines of text; the protected form is the same text as an age file (`scrypt` recipient):
//!
//! ```text
//! armistice vault key 1. Whoever has this file and the vault beside it reads everything that is sealed.
//! secret <44 characters of base64>
//! ```

use super::crypt::{Secret, random};
use crate::keys::{
    passphrase::{Passphrase, PassphraseError, Passphrases},
    protect,
};
use data_encoding::BASE64;
use std::{
    fs::File,
    io::{self, Read as _},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};
use zeroize::Zeroizing;

const TITLE: &str =
    "armistice vault key 1. Whoever has this file and the vault beside it reads everything that is sealed.";

/// The largest key file that is read; a real one has under 400 bytes.
const FILE_MAX: u64 = 4096;

/// Why there is no vault key. No variant carries a secret.
#[derive(Debug, thiserror::Error)]
pub enum VaultKeyError {
    /// Not there.
    #[error("there is no vault key at {path}", path = path.display())]
    Missing { path: PathBuf },
    /// Others can read it.
    #[error("{path} can be read by others (mode {mode:03o}); run: chmod 600 {path}, and think about who may have copied it", path = path.display())]
    Exposed { path: PathBuf, mode: u32 },
    /// Not a key file.
    #[error("{path} is no vault key: {problem}", path = path.display())]
    Format { path: PathBuf, problem: &'static str },
    /// It needs a passphrase, and none was to be had.
    #[error("{path} needs a passphrase, and none was given", path = path.display())]
    NoPassphrase { path: PathBuf },
    /// The passphrase does not open it.
    #[error("the passphrase does not open {path}", path = path.display())]
    Passphrase { path: PathBuf },
    /// It could not be made.
    #[error("the vault key could not be protected: {0}")]
    Protect(#[from] protect::ProtectError),
    /// A passphrase was offered and is none.
    #[error(transparent)]
    NoneOffered(#[from] PassphraseError),
    /// It cannot be read.
    #[error("cannot read {path}: {source}", path = path.display())]
    Read { path: PathBuf, source: io::Error },
    /// No randomness.
    #[error("the operating system gives no randomness")]
    Randomness,
}

/// A new vault key.
pub fn generate() -> Result<Secret, VaultKeyError> {
    random::<32>().map_err(|_| VaultKeyError::Randomness)
}

/// The bytes of a key file.
pub fn encode(key: &Secret, passphrase: Option<&Passphrase>) -> Result<Zeroizing<Vec<u8>>, VaultKeyError> {
    let secret = Zeroizing::new(BASE64.encode(&**key));
    let text = Zeroizing::new(format!("{TITLE}\nsecret {}\n", &*secret));
    let Some(passphrase) = passphrase else {
        return Ok(Zeroizing::new(text.as_bytes().to_vec()));
    };
    Ok(protect::seal(text.as_bytes(), passphrase)?)
}

/// Reads a key file. The passphrase is asked for only when the file is protected, and given back for the next key.
pub fn load(path: &Path, passphrases: &Passphrases) -> Result<(Secret, Option<Passphrase>), VaultKeyError> {
    let cannot = |source| VaultKeyError::Read { path: path.to_path_buf(), source };
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(VaultKeyError::Missing { path: path.to_path_buf() });
        }
        other => other.map_err(cannot)?,
    };
    // Asked of the open file, so that nobody can swap it in between.
    let mode = file.metadata().map_err(cannot)?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(VaultKeyError::Exposed { path: path.to_path_buf(), mode });
    }
    let mut bytes = Zeroizing::new(Vec::with_capacity(2 * FILE_MAX as usize));
    file.take(FILE_MAX).read_to_end(&mut bytes).map_err(cannot)?;
    if !protect::is_protected(&bytes) {
        return Ok((parse(path, &bytes)?, None));
    }
    let passphrase = passphrases.get(path)?.ok_or_else(|| VaultKeyError::NoPassphrase { path: path.to_path_buf() })?;
    let plain = protect::open(&bytes, &passphrase).map_err(|_| {
        passphrases.forget();
        VaultKeyError::Passphrase { path: path.to_path_buf() }
    })?;
    Ok((parse(path, &plain)?, Some(passphrase)))
}

fn parse(path: &Path, bytes: &[u8]) -> Result<Secret, VaultKeyError> {
    let problem = |problem| VaultKeyError::Format { path: path.to_path_buf(), problem };
    let text = std::str::from_utf8(bytes).map_err(|_| problem("it is no text"))?;
    let rest = text.strip_prefix(TITLE).and_then(|r| r.strip_prefix("\nsecret ")).and_then(|r| r.strip_suffix('\n'));
    let encoded = rest.ok_or_else(|| problem("it has not the two lines of such a file"))?;
    let mut decoded = Zeroizing::new([0; 33]);
    if BASE64.decode_len(encoded.len()) != Ok(decoded.len())
        || BASE64.decode_mut(encoded.as_bytes(), &mut *decoded) != Ok(32)
    {
        return Err(problem("the secret is not 32 bytes of base64"));
    }
    let mut key = Zeroizing::new([0; 32]);
    key.copy_from_slice(&decoded[..32]);
    Ok(key)
}
