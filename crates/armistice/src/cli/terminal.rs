//! Where words go: results to standard output, messages and progress to standard error.
//!
//! Must not: decide what to say. Control characters of captured text never reach the terminal.

use super::Output;
use crate::failure::{Exit, Failure};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    io::{IsTerminal as _, Write as _},
    sync::{Mutex, OnceLock, PoisonError},
};

/// The person's terminal, or the pipe in its place.
#[derive(Debug)]
pub struct Terminal {
    /// Whether to print one JSON object.
    pub json: bool,
    quiet: bool,
    colour: bool,
    bar: bool,
    /// The first error of writing a result, other than a reader who went away.
    unwritten: OnceLock<String>,
    /// Results and warnings, where they are kept instead of printed.
    kept: Option<Mutex<(String, Vec<String>)>>,
}

/// How a word stands out. Never the only carrier of a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A heading.
    Strong,
    /// Less important.
    Faint,
    /// Something that wants attention.
    Attention,
}

impl Terminal {
    /// A terminal as the flags and the environment want it.
    #[must_use]
    pub fn new(output: &Output) -> Self {
        let plain = output.no_color || std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
        let forced = std::env::var_os("FORCE_COLOR").is_some_and(|v| !v.is_empty());
        Self {
            json: output.json,
            quiet: output.quiet,
            colour: !plain && (forced || std::io::stdout().is_terminal()),
            bar: !output.quiet && !output.no_color && std::io::stderr().is_terminal(),
            unwritten: OnceLock::new(),
            kept: None,
        }
    }

    /// A terminal that keeps what is said for a program that runs a command. Results are JSON.
    #[must_use]
    pub fn keeping() -> Self {
        let kept = Some(Mutex::default());
        Self { json: true, quiet: true, colour: false, bar: false, unwritten: OnceLock::new(), kept }
    }

    /// What was kept: results, and warnings.
    #[must_use]
    pub fn kept(self) -> (String, Vec<String>) {
        self.kept.map_or_else(Default::default, |k| k.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    /// The same terminal with messages off: for a command that runs another.
    #[must_use]
    pub fn hushed(&self) -> Self {
        Self { json: self.json, quiet: true, colour: self.colour, bar: false, unwritten: OnceLock::new(), kept: None }
    }

    /// A result. A reader that closed the pipe is no error; a full disk is (see [`Self::unwritten`]).
    pub fn result(&self, text: &str) {
        if let Some(kept) = &self.kept {
            kept.lock().unwrap_or_else(PoisonError::into_inner).0.push_str(text);
            return;
        }
        let mut out = std::io::stdout().lock();
        let end: &[u8] = if text.ends_with('\n') { b"" } else { b"\n" };
        let written = out.write_all(text.as_bytes()).and_then(|()| out.write_all(end)).and_then(|()| out.flush());
        if let Err(e) = written
            && e.kind() != std::io::ErrorKind::BrokenPipe
        {
            // The first error is the one to tell.
            let _ = self.unwritten.set(e.to_string());
        }
    }

    /// Why a result did not reach standard output.
    #[must_use]
    pub fn unwritten(&self) -> Option<Failure> {
        let why = self.unwritten.get()?;
        let sentence = format!("the result could not be written to standard output: {why}");
        Some(Failure::new(Exit::Failed, sentence, "Make room where it goes to, and run the command again."))
    }

    /// A message for people.
    pub fn say(&self, text: &str) {
        if !self.quiet {
            let _ = writeln!(std::io::stderr().lock(), "{}", printable_lines(text));
        }
    }

    /// Something that wants attention; printed even when quiet.
    pub fn warn(&self, text: &str) {
        if let Some(kept) = &self.kept {
            kept.lock().unwrap_or_else(PoisonError::into_inner).1.push(text.to_owned());
            return;
        }
        let _ = writeln!(std::io::stderr().lock(), "warning: {}", printable_lines(text));
    }

    /// A failure, with its next step on a line of its own. With `--json` it is an object on standard output too, so
    /// that a program which reads the output learns of it.
    pub fn fail(&self, failure: &Failure) {
        self.fail_said(failure);
        if self.json {
            self.result(&serde_json::json!({ "error": failure.to_json() }).to_string());
        }
    }

    /// A failure for people only: what programs read was written already.
    pub fn fail_said(&self, failure: &Failure) {
        let mut err = std::io::stderr().lock();
        let _ = writeln!(err, "error: {}", printable_lines(&failure.sentence));
        if let Some(hint) = &failure.hint {
            let _ = writeln!(err, "hint: {}", printable_lines(hint));
        }
    }

    /// Words in a tone, or plain where there is no colour.
    #[must_use]
    pub fn tone(&self, tone: Tone, text: &str) -> String {
        if !self.colour {
            return text.to_owned();
        }
        let code = match tone {
            Tone::Strong => "1",
            Tone::Faint => "2",
            Tone::Attention => "33",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }

    /// A progress bar over `total` steps; hidden unless a person watches and the work is long.
    #[must_use]
    pub fn progress(&self, total: u64, what: &'static str) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr());
        if !self.bar || total < 64 {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len} {eta}") {
            bar.set_style(style);
        }
        bar.set_message(what);
        bar
    }
}

/// Text of outside origin, safe to print: control characters (escape sequences above all) are shown, not obeyed, and so
/// are characters that change the direction of what follows.
#[must_use]
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' | '\r' => ' ',
            c if c.is_control() => '\u{fffd}',
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// The same for a message of several lines.
#[must_use]
pub fn printable_lines(text: &str) -> String {
    text.split('\n').map(printable).collect::<Vec<_>>().join("\n")
}
