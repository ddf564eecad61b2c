//! What the tests of this crate share: the real binary, missions in temporary folders, the shared data when it is there.
//!
//! Must not: check anything of its own.

use serde_json::Value;
use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The repository's root.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("two folders up").to_path_buf()
}

/// The shared development data, if it is on this machine. A test that needs it says that it was skipped.
pub(crate) fn shared(part: &str) -> Option<PathBuf> {
    let root = std::env::var_os("ARMISTICE_SHARED").map_or_else(|| repository().join("../shared"), PathBuf::from);
    let path = root.join(part);
    if !path.exists() {
        println!("skipped: the shared data ({part}) is not here");
        assert!(std::env::var_os("ARMISTICE_SHARED").is_none(), "{} is required here", path.display());
        return None;
    }
    Some(path)
}

/// Runs the binary with a clean environment.
pub(crate) fn armistice<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Output {
    Command::new(env!("CARGO_BIN_EXE_armistice"))
        .args(args)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .output()
        .expect("the binary runs")
}

/// The standard output of a run that succeeded.
pub(crate) fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "exit {:?}\n{}", output.status.code(), String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A mission in a temporary folder.
pub(crate) struct Mission {
    folder: tempfile::TempDir,
}

impl Mission {
    /// A new mission under an agreement, or under none.
    pub(crate) fn new(agreement: Option<PathBuf>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mission = Self { folder };
        let mut args = vec!["init".into(), mission.path().into_os_string(), "--member".into(), "analyst".into()];
        if let Some(agreement) = agreement {
            args.extend(["--agreement".into(), agreement.into_os_string()]);
        }
        stdout(&armistice(args));
        mission
    }

    /// Its folder.
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("m")
    }

    /// Adds files.
    pub(crate) fn add(&self, files: impl IntoIterator<Item = PathBuf>) {
        let mut args = vec!["add".into(), self.path().into_os_string()];
        args.extend(files.into_iter().map(PathBuf::into_os_string));
        stdout(&armistice(args));
    }

    /// Its brief.
    pub(crate) fn brief(&self) -> Value {
        let out = stdout(&armistice([OsStr::new("brief"), self.path().as_os_str(), OsStr::new("--json")]));
        serde_json::from_str(&out).expect("JSON")
    }
}
