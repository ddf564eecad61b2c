//! Where a passphrase comes from: a file or descriptor that `ARMISTICE_PASSPHRASE_FILE` names, or the terminal.
//!
//! Must not: take one from an option or out of a variable, show one while it is typed, or put one in an error.

use rustix::termios::{self, LocalModes, OptionalActions, Termios};
use std::{
    fs::{File, OpenOptions},
    io::{self, IsTerminal as _, Read as _, Write as _},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};
use zeroize::Zeroizing;

/// Names the file whose first line is the passphrase: a path of mode 0600, or a descriptor, `/dev/fd/3`.
pub const VARIABLE: &str = "ARMISTICE_PASSPHRASE_FILE";

/// Longest passphrase in bytes: a sentence of a hundred words.
const MAX: usize = 1024;

/// A passphrase; wiped when dropped.
pub type Passphrase = Zeroizing<String>;

/// Why there is no passphrase although one was offered.
#[derive(Debug, thiserror::Error)]
pub enum PassphraseError {
    /// The file cannot be read.
    #[error("the passphrase file {path} cannot be read: {source}", path = path.display())]
    Read { path: PathBuf, source: io::Error },
    /// Others can read it.
    #[error("the passphrase file {path} can be read by others (mode {mode:03o}); run: chmod 600 {path}", path = path.display())]
    Exposed { path: PathBuf, mode: u32 },
    /// Nothing in it, or too much.
    #[error("the passphrase file {path} has no first line of 1 to {MAX} bytes", path = path.display())]
    Form { path: PathBuf },
    /// The terminal does not answer.
    #[error("the terminal gives no passphrase: {0}")]
    Terminal(io::Error),
    /// Typed twice, differently.
    #[error("the two passphrases differ; nothing was changed")]
    Differ,
}

/// A process's way to a passphrase. It is asked for once, and only when a file needs it.
#[derive(Debug)]
pub struct Passphrases {
    file: Option<PathBuf>,
    terminal: bool,
    known: Mutex<Option<Passphrase>>,
}

impl Passphrases {
    /// No way to one: for files that need none.
    #[must_use]
    pub const fn none() -> Passphrases {
        Passphrases { file: None, terminal: false, known: Mutex::new(None) }
    }

    /// The file that the environment names; without one, the terminal, if a person sits there.
    #[must_use]
    pub fn of_process() -> Passphrases {
        let file = std::env::var_os(VARIABLE).filter(|v| !v.is_empty()).map(PathBuf::from);
        Passphrases { file, terminal: io::stdin().is_terminal(), known: Mutex::new(None) }
    }

    /// This file.
    #[must_use]
    pub fn file(path: &Path) -> Passphrases {
        Passphrases { file: Some(path.to_path_buf()), terminal: false, known: Mutex::new(None) }
    }

    /// Whether the environment names a file.
    #[must_use]
    pub const fn is_file(&self) -> bool {
        self.file.is_some()
    }

    /// The passphrase that opens the key file `key`. None: there is no way to one.
    pub fn get(&self, key: &Path) -> Result<Option<Passphrase>, PassphraseError> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.is_none() {
            *known = match &self.file {
                Some(file) => Some(read(file)?),
                None if self.terminal => Some(ask(&format!("Passphrase for {}: ", key.display()))?),
                None => None,
            };
        }
        Ok(known.clone())
    }

    /// Forgets a passphrase that did not fit, so that the next one is asked for.
    pub fn forget(&self) {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// A passphrase for new key files: from the file, or typed twice. None: there is no way to one, or none is wanted
    /// (an empty line).
    pub fn choose(&self) -> Result<Option<Passphrase>, PassphraseError> {
        let chosen = match &self.file {
            Some(file) => Some(read(file)?),
            None if self.terminal => {
                let first = ask("Passphrase for the new keys (empty for none): ")?;
                if first.is_empty() {
                    None
                } else if ask("The same again: ")? == first {
                    Some(first)
                } else {
                    return Err(PassphraseError::Differ);
                }
            }
            None => None,
        };
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = chosen.clone();
        Ok(chosen)
    }
}

/// The first line of a file that only its owner can read, or of a pipe.
fn read(path: &Path) -> Result<Passphrase, PassphraseError> {
    let cannot = |source| PassphraseError::Read { path: path.to_path_buf(), source };
    let file = File::open(path).map_err(cannot)?;
    // Asked of the open file, so that nobody can swap it in between. A pipe has no other readers.
    let meta = file.metadata().map_err(cannot)?;
    let mode = meta.permissions().mode() & 0o777;
    if meta.is_file() && mode & 0o077 != 0 {
        return Err(PassphraseError::Exposed { path: path.to_path_buf(), mode });
    }
    // Reserved whole, so that no copy is left behind by growing.
    let mut text = Zeroizing::new(String::with_capacity(2 * MAX + 2));
    file.take(MAX as u64 + 1).read_to_string(&mut text).map_err(cannot)?;
    first_line(&text).ok_or_else(|| PassphraseError::Form { path: path.to_path_buf() })
}

fn first_line(text: &str) -> Option<Passphrase> {
    let line = text.lines().next().unwrap_or_default();
    (!line.is_empty() && line.len() <= MAX).then(|| Zeroizing::new(line.to_owned()))
}

/// Asks on the terminal itself, whatever standard output is, and does not show what is typed.
fn ask(prompt: &str) -> Result<Passphrase, PassphraseError> {
    let tty = OpenOptions::new().read(true).write(true).open("/dev/tty").map_err(PassphraseError::Terminal)?;
    let typed = || -> io::Result<Passphrase> {
        let quiet = Quiet::of(&tty)?;
        (&tty).write_all(prompt.as_bytes())?;
        let mut line = Zeroizing::new(Vec::with_capacity(2 * MAX));
        let mut byte = Zeroizing::new([0]);
        while line.len() < MAX && (&tty).read(&mut *byte)? == 1 && byte[0] != b'\n' {
            line.push(byte[0]);
        }
        drop(quiet);
        (&tty).write_all(b"\n")?;
        let text = std::str::from_utf8(&line).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
        Ok(Zeroizing::new(text.to_owned()))
    };
    typed().map_err(PassphraseError::Terminal)
}

/// A terminal that does not show what is typed, until this is dropped.
struct Quiet<'a> {
    tty: &'a File,
    before: Termios,
}

impl<'a> Quiet<'a> {
    fn of(tty: &'a File) -> io::Result<Quiet<'a>> {
        let before = termios::tcgetattr(tty)?;
        let mut quiet = before.clone();
        quiet.local_modes.remove(LocalModes::ECHO);
        termios::tcsetattr(tty, OptionalActions::Flush, &quiet)?;
        Ok(Quiet { tty, before })
    }
}

impl Drop for Quiet<'_> {
    fn drop(&mut self) {
        // The terminal is gone then, and nothing is left to show.
        let _ = termios::tcsetattr(self.tty, OptionalActions::Flush, &self.before);
    }
}
