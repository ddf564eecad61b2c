//! What a command ends with: exit codes, and errors that say what failed, on which thing, and what to do next.
//!
//! Must not: print, or carry anything secret or anything that names a source.

use armistice_core::case::Refused;
use std::fmt;

/// Exit codes. Documented in the man page and in `docs/cli.md`; never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All done.
    Done,
    /// It failed.
    Failed,
    /// The words of the command are off.
    Usage,
    /// Some of the input was refused; the rest was taken.
    InputRefused,
    /// There is no such thing.
    NotFound,
    /// Not permitted, or held by another process.
    Denied,
    /// Something does not verify.
    NotVerified,
    /// Stopped by the user.
    Interrupted,
}

impl Exit {
    /// The number that the process ends with.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Failed => 1,
            Exit::Usage => 2,
            Exit::InputRefused => 3,
            Exit::NotFound => 4,
            Exit::Denied => 5,
            Exit::NotVerified => 10,
            Exit::Interrupted => 130,
        }
    }

    /// Every exit, with what it means: for the man page and the documentation.
    pub const ALL: &'static [(Exit, &'static str)] = &[
        (Exit::Done, "done"),
        (Exit::Failed, "failed; the message says what, on which thing, and what to do"),
        (Exit::Usage, "the words of the command are off"),
        (Exit::InputRefused, "some of the input was refused and is named; the rest was taken"),
        (Exit::NotFound, "there is no such mission, file or id"),
        (Exit::Denied, "not permitted, or another process is writing"),
        (Exit::NotVerified, "something does not verify; the message says where"),
        (Exit::Interrupted, "stopped by the user; what was acknowledged is kept"),
    ];
}

/// A command that did not succeed.
#[derive(Debug)]
pub struct Failure {
    /// How the process ends.
    pub exit: Exit,
    /// What failed, on which thing.
    pub sentence: String,
    /// What to do next; on a line of its own.
    pub hint: Option<String>,
    /// The rule of casework that refused it, for who says it in another language.
    pub refused: Option<Box<Refused>>,
}

impl Failure {
    /// A failure with its next step.
    pub fn new(exit: Exit, sentence: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { exit, sentence: sentence.into(), hint: Some(hint.into()), refused: None }
    }

    /// For machines.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        serde_json::json!({ "code": self.exit.code(), "sentence": self.sentence, "hint": self.hint })
    }

    /// A plain failure that wraps an error which already says what to do.
    pub fn from_error(error: &(dyn std::error::Error + 'static)) -> Self {
        let mut sentence = error.to_string();
        let mut source = error.source();
        while let Some(s) = source {
            let text = s.to_string();
            if !sentence.contains(&text) {
                sentence = format!("{sentence}: {text}");
            }
            source = s.source();
        }
        Self { exit: Exit::Failed, sentence, hint: None, refused: None }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl std::error::Error for Failure {}
