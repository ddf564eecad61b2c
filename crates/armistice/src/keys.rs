//! A member's keys as files: `keys/<member>.key` for statements, `keys/<member>.<role>.key` for the other roles, each with
//! a public half that ends in `.pub`.
//!
//! Must not: print a secret, put one in an error, keep one in memory longer than needed, or load one that others can
//! read.
//!
//! All are a few lines of text; with a passphrase the secret half is that text as an age file ([`protect`]):
//!
//! ```text
//! armistice secret key 1 (Ed25519). Whoever reads this file can sign as this member.
//! member observer
//! secret <44 characters of base64>
//! role checkpoints                   (not in the file of a statements key)
//! ```
//!
//! ```text
//! armistice public key 1 (Ed25519)
//! member observer
//! public <44 characters of base64>
//! id <64 hexadecimal digits: SHA-256 of the public key, as in the entries>
//! role checkpoints                   (not in the file of a statements key)
//! ```

pub mod passphrase;
pub mod protect;

use std::fmt;
use std::fs::File;
use std::io::{self, Read as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use armistice_tlog::ed25519::{self, KeyProblem};
use armistice_tlog::entry::key_id;
use armistice_tlog::hash::Hash;
use armistice_tlog::keyring::Role;
use data_encoding::BASE64;
use ed25519_dalek::{SigningKey, VerifyingKey};
use zeroize::Zeroizing;

use crate::durable::{self, DurableError};
use passphrase::{Passphrase, PassphraseError, Passphrases};
use protect::ProtectError;

const SECRET_TITLE: &str = "armistice secret key 1 (Ed25519). Whoever reads this file can sign as this member.";
const PUBLIC_TITLE: &str = "armistice public key 1 (Ed25519)";

/// Longest member name: it becomes a file name and a part of the register's origin.
pub const MAX_MEMBER: usize = 63;

/// Largest key file that is read. A real one has under 300 bytes, under 600 with a passphrase.
const MAX_FILE: u64 = 4096;

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
    /// It is protected, and there is no passphrase.
    #[error("{path} is protected by a passphrase, and none was given", path = path.display())]
    NoPassphrase { path: PathBuf },
    /// The passphrase is another, or the file is damaged: these cannot be told apart.
    #[error("the passphrase does not open {path}", path = path.display())]
    WrongPassphrase { path: PathBuf },
    /// The passphrase cannot be had.
    #[error(transparent)]
    Passphrase(#[from] PassphraseError),
    /// The file could not be protected.
    #[error(transparent)]
    Protect(#[from] ProtectError),
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
    role: Role,
    signing: SigningKey,
}

impl fmt::Debug for MemberKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MemberKey({}, {}, {})", self.member, self.role, self.id())
    }
}

impl MemberKey {
    /// Makes a new statements key in the folder `keys`, without a passphrase.
    pub fn generate(keys: &Path, member: &MemberName) -> Result<MemberKey, KeyError> {
        durable::create_folder(keys)?;
        MemberKey::generate_at(&path_of(keys, member, Role::Statements), member, Role::Statements, None)
    }

    /// Makes a new key of a role at `path`, from the operating system's randomness, with its public half beside it.
    pub fn generate_at(
        path: &Path,
        member: &MemberName,
        role: Role,
        passphrase: Option<&Passphrase>,
    ) -> Result<MemberKey, KeyError> {
        let mut secret = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *secret).map_err(KeyError::Randomness)?;
        let key = MemberKey { member: member.clone(), role, signing: SigningKey::from_bytes(&secret) };
        let bytes = key.secret_bytes(passphrase)?;
        match durable::create(path, &bytes) {
            Ok(()) => {}
            Err(DurableError::Exists { path }) => return Err(KeyError::Exists { path }),
            Err(other) => return Err(other.into()),
        }
        // If the process dies here the public file is missing; it can be told from the secret, and `load` does without.
        durable::replace(&public_of(path), key.public_text().as_bytes())?;
        Ok(key)
    }

    /// Reads the statements key of a member, if it has no passphrase.
    pub fn load(keys: &Path, member: &MemberName) -> Result<MemberKey, KeyError> {
        MemberKey::load_role(keys, member, Role::Statements, &Passphrases::none())
    }

    /// Reads the key that a member has for a role. A passphrase is asked for only if the file needs one.
    pub fn load_role(
        keys: &Path,
        member: &MemberName,
        role: Role,
        passphrases: &Passphrases,
    ) -> Result<MemberKey, KeyError> {
        MemberKey::load_at(&path_of(keys, member, role), member, role, passphrases)
    }

    /// Reads a key from where it is kept: a recovery key from another medium, say.
    pub fn load_at(
        path: &Path,
        member: &MemberName,
        role: Role,
        passphrases: &Passphrases,
    ) -> Result<MemberKey, KeyError> {
        let bytes = read_bytes(path, true)?;
        let plain = if protect::is_protected(&bytes) {
            let passphrase =
                passphrases.get(path)?.ok_or_else(|| KeyError::NoPassphrase { path: path.to_path_buf() })?;
            let opened = protect::open(&bytes, &passphrase);
            opened.map_err(|_| KeyError::WrongPassphrase { path: path.to_path_buf() })?
        } else {
            bytes
        };
        let text = text_of(path, &plain)?;
        let secret = parse_key(path, text, SECRET_TITLE, member, "secret ")?;
        check_role(path, text, 3, role)?;
        let key = MemberKey { member: member.clone(), role, signing: SigningKey::from_bytes(&secret) };
        let public = public_of(path);
        match read_public(&public, member, role) {
            Ok(found) if found == key.verifying_key() => Ok(key),
            Ok(_) => Err(KeyError::Mismatch { path: public }),
            Err(KeyError::Missing { .. }) => Ok(key),
            Err(other) => Err(other),
        }
    }

    /// Writes the key at `path` anew, with another passphrase or with none.
    pub fn protect_at(&self, path: &Path, passphrase: Option<&Passphrase>) -> Result<(), KeyError> {
        Ok(durable::replace(path, &self.secret_bytes(passphrase)?)?)
    }

    /// Whose key it is.
    #[must_use]
    pub const fn member(&self) -> &MemberName {
        &self.member
    }

    /// What it is for.
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
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

    fn secret_bytes(&self, passphrase: Option<&Passphrase>) -> Result<Zeroizing<Vec<u8>>, KeyError> {
        let secret = Zeroizing::new(self.signing.to_bytes());
        let encoded = Zeroizing::new(BASE64.encode(&*secret));
        let (member, role) = (&self.member, role_line(self.role));
        let text = Zeroizing::new(format!("{SECRET_TITLE}\nmember {member}\nsecret {}\n{role}", &*encoded));
        match passphrase {
            Some(passphrase) => Ok(protect::seal(text.as_bytes(), passphrase)?),
            None => Ok(Zeroizing::new(text.as_bytes().to_vec())),
        }
    }

    fn public_text(&self) -> String {
        let public = BASE64.encode(self.verifying_key().as_bytes());
        let role = role_line(self.role);
        format!("{PUBLIC_TITLE}\nmember {}\npublic {public}\nid {}\n{role}", self.member, self.id())
    }
}

/// The line that names a role; none for statements, as in the files of the first version.
fn role_line(role: Role) -> String {
    match role {
        Role::Statements => String::new(),
        Role::Checkpoints | Role::Witness | Role::Recovery => format!("role {role}\n"),
    }
}

fn check_role(path: &Path, text: &str, line: usize, role: Role) -> Result<(), KeyError> {
    if text.lines().nth(line).unwrap_or_default() == role_line(role).trim_end() {
        return Ok(());
    }
    Err(KeyError::Format { path: path.to_path_buf(), problem: "it is a key of another role" })
}

/// Whether a file is a secret key, by its title, or may be one: an age file.
#[must_use]
pub fn is_secret(bytes: &[u8]) -> bool {
    bytes.starts_with(SECRET_TITLE.as_bytes()) || protect::is_protected(bytes)
}

/// Whether the key file at `path` is protected by a passphrase. Errors: as for loading it.
pub fn is_protected(path: &Path) -> Result<bool, KeyError> {
    Ok(protect::is_protected(&read_bytes(path, true)?))
}

/// Reads the public statements key of a member.
pub fn load_public(keys: &Path, member: &MemberName) -> Result<VerifyingKey, KeyError> {
    read_public(&public_of(&path_of(keys, member, Role::Statements)), member, Role::Statements)
}

/// Reads a public key file of a role.
pub fn read_public(path: &Path, member: &MemberName, role: Role) -> Result<VerifyingKey, KeyError> {
    let bytes = read_bytes(path, false)?;
    let text = text_of(path, &bytes)?;
    let public = parse_key(path, text, PUBLIC_TITLE, member, "public ")?;
    check_role(path, text, 4, role)?;
    let problem = |problem| KeyError::Format { path: path.to_path_buf(), problem };
    let key = ed25519::key(&public).map_err(|p| match p {
        KeyProblem::NoPoint => problem("the key is no point of the curve"),
        KeyProblem::NotCanonical => problem("the key is a second spelling of another key"),
        KeyProblem::SmallOrder => problem("the key is weak: anybody could sign with it"),
    })?;
    match text.lines().nth(3).and_then(|line| line.strip_prefix("id ")) {
        Some(id) if id == key_id(&key).hex() => Ok(key),
        Some(_) => Err(problem("the id is not that of the key")),
        None => Err(problem("line 4 is no id")),
    }
}

/// Whose public key a file says that it is: its second line.
pub fn member_of(path: &Path) -> Result<MemberName, KeyError> {
    let bytes = read_bytes(path, false)?;
    let named = text_of(path, &bytes)?.lines().nth(1).and_then(|line| line.strip_prefix("member "));
    let problem = || KeyError::Format { path: path.to_path_buf(), problem: "line 2 names no member" };
    MemberName::parse(named.ok_or_else(problem)?)
}

/// Where a member's key for a role is.
#[must_use]
pub fn path_of(keys: &Path, member: &MemberName, role: Role) -> PathBuf {
    match role {
        Role::Statements => keys.join(format!("{member}.key")),
        Role::Checkpoints | Role::Witness | Role::Recovery => keys.join(format!("{member}.{role}.key")),
    }
}

/// Where the public half of a key file is: the same name, ending in `.pub`.
#[must_use]
pub fn public_of(path: &Path) -> PathBuf {
    path.with_extension("pub")
}

/// Where the successor of a key file waits until the register declares it.
#[must_use]
pub fn next_of(path: &Path) -> PathBuf {
    path.with_extension("next.key")
}

/// Puts the successor of a key file in its place, if there is one and the register declares it (`valid`): the end of a
/// rotation, now or after one that was cut short. The secret that it replaces is gone then. True if it was so.
pub fn settle(
    path: &Path,
    member: &MemberName,
    role: Role,
    valid: impl FnOnce(&VerifyingKey) -> bool,
) -> Result<bool, KeyError> {
    let (next, public) = (next_of(path), public_of(path));
    if !next.exists() {
        return Ok(false);
    }
    // Its public half goes first; if that is where it was cut short, it is in its place already.
    let waiting = public_of(&next);
    let key = read_public(if waiting.exists() { &waiting } else { &public }, member, role)?;
    if !valid(&key) {
        return Ok(false);
    }
    if waiting.exists() {
        durable::rename(&waiting, &public)?;
    }
    // If the process dies here, the public half is that of the successor and the secret is not: settled the next time.
    durable::rename(&next, path)?;
    Ok(true)
}

/// Removes a successor that the register never declared: a rotation that was cut short before it said anything.
pub fn forget_next(path: &Path) -> Result<(), KeyError> {
    for file in [public_of(&next_of(path)), next_of(path)] {
        match std::fs::remove_file(&file) {
            Ok(()) => {}
            Err(e) if e.kind() == io::ErrorKind::NotFound => {}
            Err(source) => return Err(KeyError::Read { path: file, source }),
        }
    }
    Ok(())
}

fn read_bytes(path: &Path, secret: bool) -> Result<Zeroizing<Vec<u8>>, KeyError> {
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
    let mut bytes = Zeroizing::new(Vec::with_capacity(2 * MAX_FILE as usize));
    file.take(MAX_FILE).read_to_end(&mut bytes).map_err(cannot)?;
    Ok(bytes)
}

fn text_of<'a>(path: &Path, bytes: &'a [u8]) -> Result<&'a str, KeyError> {
    let problem = "it is no text";
    std::str::from_utf8(bytes).map_err(|_| KeyError::Format { path: path.to_path_buf(), problem })
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
