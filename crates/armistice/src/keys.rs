//! A member's signing key: `keys/<member>.key` (secret, mode 0600) and `keys/<member>.pub` beside it.
//!
//! Must not: print a secret, put one in an error, keep one in memory longer than needed, or load one that others can
//! read.
//!
//! Both files are a few lines of text:
//!
//! ```text
//! armistice secret key 1 (Ed25519). Whoever reads this file can sign as this member.
//! member observer
//! secret <44 characters of base64>
//! ```
//!
//! ```text
//! armistice public key 1 (Ed25519)
//! member observer
//! public <44 characters of base64>
//! id <64 hexadecimal digits: SHA-256 of the public key, as in the entries>
//! ```

use std::fmt;
use std::fs::File;
use std::io::{self, Read as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use armistice_tlog::entry::key_id;
use armistice_tlog::hash::Hash;
use data_encoding::BASE64;
use ed25519_dalek::{SigningKey, VerifyingKey};
use zeroize::Zeroizing;

use crate::durable::{self, DurableError};

const SECRET_TITLE: &str = "armistice secret key 1 (Ed25519). Whoever reads this file can sign as this member.";
const PUBLIC_TITLE: &str = "armistice public key 1 (Ed25519)";

/// Longest member name: it becomes a file name and a part of the register's origin.
pub const MAX_MEMBER: usize = 63;

/// Largest key file that is read. A real one has under 300 bytes.
const MAX_FILE: u64 = 1024;

/// Base64 of 32 bytes has 44 characters, and decodes into a buffer of 33.
const DECODED: usize = 33;

/// A member's short name: lowercase letters, digits and hyphens, starting with a letter or digit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MemberName(String);

impl MemberName {
    /// Takes a name that is safe as a file name and as part of an origin.
    pub fn parse(name: &str) -> Result<MemberName, KeyError> {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if name.is_empty() || name.len() > MAX_MEMBER || !name.bytes().all(allowed) || name.starts_with('-') {
            return Err(KeyError::Name { name: name.chars().take(MAX_MEMBER).collect() });
        }
        Ok(MemberName(name.to_owned()))
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MemberName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Why there is no key. No variant carries anything of a secret.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Not a member name.
    #[error("\"{name}\" is no member name: use up to {MAX_MEMBER} lowercase letters, digits and hyphens")]
    Name { name: String },
    /// There is a key already, and making another would orphan what it signed.
    #[error("{path} exists already; a member's key is made once", path = path.display())]
    Exists { path: PathBuf },
    /// No key file.
    #[error("there is no key at {path}; this folder cannot sign as that member", path = path.display())]
    Missing { path: PathBuf },
    /// Others can read the secret.
    #[error("{path} can be read by others (mode {mode:03o}); run: chmod 600 {path}, and think about who may have copied it", path = path.display())]
    Exposed { path: PathBuf, mode: u32 },
    /// The text is no key file.
    #[error("{path} is no key file: {problem}", path = path.display())]
    Format { path: PathBuf, problem: &'static str },
    /// The public file beside the secret belongs to another key.
    #[error("{path} does not belong to the secret key beside it", path = path.display())]
    Mismatch { path: PathBuf },
    /// The operating system gave no randomness.
    #[error("the operating system gives no randomness: {0}")]
    Randomness(getrandom::Error),
    /// A file cannot be read.
    #[error("cannot read {path}: {source}", path = path.display())]
    Read { path: PathBuf, source: io::Error },
    /// A file did not reach the disk.
    #[error(transparent)]
    Durable(#[from] DurableError),
}

/// A member's key pair. The secret is wiped from memory when this is dropped, and never shown.
pub struct MemberKey {
    member: MemberName,
    signing: SigningKey,
}

impl fmt::Debug for MemberKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MemberKey({}, {})", self.member, self.id())
    }
}

impl MemberKey {
    /// Makes a new key in the folder `keys`, from the operating system's randomness.
    pub fn generate(keys: &Path, member: &MemberName) -> Result<MemberKey, KeyError> {
        let mut secret = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *secret).map_err(KeyError::Randomness)?;
        let key = MemberKey { member: member.clone(), signing: SigningKey::from_bytes(&secret) };
        durable::create_folder(keys)?;
        let path = secret_path(keys, member);
        let encoded = Zeroizing::new(BASE64.encode(&*secret));
        let text = Zeroizing::new(format!("{SECRET_TITLE}\nmember {member}\nsecret {}\n", &*encoded));
        match durable::create(&path, text.as_bytes()) {
            Ok(()) => {}
            Err(DurableError::Exists { path }) => return Err(KeyError::Exists { path }),
            Err(other) => return Err(other.into()),
        }
        // If the process dies here the public file is missing; it can be told from the secret, and `load` does without.
        durable::replace(&public_path(keys, member), key.public_text().as_bytes())?;
        Ok(key)
    }

    /// Reads the key of a member.
    pub fn load(keys: &Path, member: &MemberName) -> Result<MemberKey, KeyError> {
        let path = secret_path(keys, member);
        let text = read_text(&path, true)?;
        let secret = parse_key(&path, &text, SECRET_TITLE, member, "secret ")?;
        let key = MemberKey { member: member.clone(), signing: SigningKey::from_bytes(&secret) };
        let public = public_path(keys, member);
        match load_public(keys, member) {
            Ok(found) if found == key.verifying_key() => Ok(key),
            Ok(_) => Err(KeyError::Mismatch { path: public }),
            Err(KeyError::Missing { .. }) => Ok(key),
            Err(other) => Err(other),
        }
    }

    /// Whose key it is.
    #[must_use]
    pub const fn member(&self) -> &MemberName {
        &self.member
    }

    /// The secret half, for signing.
    #[must_use]
    pub const fn signing_key(&self) -> &SigningKey {
        &self.signing
    }

    /// The public half.
    #[must_use]
    pub fn verifying_key(&self) -> VerifyingKey {
        self.signing.verifying_key()
    }

    /// The id under which entries name this key.
    #[must_use]
    pub fn id(&self) -> Hash {
        key_id(&self.verifying_key())
    }

    fn public_text(&self) -> String {
        let public = BASE64.encode(self.verifying_key().as_bytes());
        format!("{PUBLIC_TITLE}\nmember {}\npublic {public}\nid {}\n", self.member, self.id())
    }
}

/// Whether a file is a secret key, by its title.
#[must_use]
pub fn is_secret(bytes: &[u8]) -> bool {
    bytes.starts_with(SECRET_TITLE.as_bytes())
}

/// Reads the public key of a member.
pub fn load_public(keys: &Path, member: &MemberName) -> Result<VerifyingKey, KeyError> {
    let path = public_path(keys, member);
    let text = read_text(&path, false)?;
    let public = parse_key(&path, &text, PUBLIC_TITLE, member, "public ")?;
    let problem = |problem| KeyError::Format { path: path.clone(), problem };
    let key = VerifyingKey::from_bytes(&public).map_err(|_| problem("the key is no point of the curve"))?;
    if key.is_weak() {
        return Err(problem("the key is weak: anybody could sign with it"));
    }
    match text.lines().nth(3).and_then(|line| line.strip_prefix("id ")) {
        Some(id) if id == key_id(&key).hex() => Ok(key),
        Some(_) => Err(problem("the id is not that of the key")),
        None => Err(problem("line 4 is no id")),
    }
}

fn secret_path(keys: &Path, member: &MemberName) -> PathBuf {
    keys.join(format!("{member}.key"))
}

fn public_path(keys: &Path, member: &MemberName) -> PathBuf {
    keys.join(format!("{member}.pub"))
}

fn read_text(path: &Path, secret: bool) -> Result<Zeroizing<String>, KeyError> {
    let cannot = |source| KeyError::Read { path: path.to_path_buf(), source };
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(KeyError::Missing { path: path.to_path_buf() });
        }
        other => other.map_err(cannot)?,
    };
    // Asked of the open file, so that nobody can swap it in between.
    let mode = file.metadata().map_err(cannot)?.permissions().mode() & 0o777;
    if secret && mode & 0o077 != 0 {
        return Err(KeyError::Exposed { path: path.to_path_buf(), mode });
    }
    // Reserved whole, so that no copy of the secret is left behind by growing.
    let mut text = Zeroizing::new(String::with_capacity(2 * MAX_FILE as usize));
    file.take(MAX_FILE).read_to_string(&mut text).map_err(cannot)?;
    Ok(text)
}

/// The 32 bytes on line 3 of a key file.
fn parse_key(
    path: &Path,
    text: &str,
    title: &str,
    member: &MemberName,
    field: &str,
) -> Result<Zeroizing<[u8; 32]>, KeyError> {
    let problem = |problem| KeyError::Format { path: path.to_path_buf(), problem };
    let mut lines = text.lines();
    if lines.next() != Some(title) {
        return Err(problem("line 1 is not the title of this kind of file"));
    }
    if lines.next().and_then(|line| line.strip_prefix("member ")) != Some(member.as_str()) {
        return Err(problem("line 2 names another member than the file"));
    }
    let encoded = lines.next().and_then(|line| line.strip_prefix(field)).ok_or(problem("line 3 is no key"))?;
    let mut decoded = Zeroizing::new([0; DECODED]);
    if BASE64.decode_len(encoded.len()) != Ok(DECODED) {
        return Err(problem("the key on line 3 is not 32 bytes of base64"));
    }
    match BASE64.decode_mut(encoded.as_bytes(), &mut *decoded) {
        Ok(32) => {
            let mut key = Zeroizing::new([0; 32]);
            key.copy_from_slice(&decoded[..32]);
            Ok(key)
        }
        Ok(_) | Err(_) => Err(problem("the key on line 3 is not 32 bytes of base64")),
    }
}
