//! What is wrong with an agreement file: where, what, and what to do next.
//!
//! Must not: stop at the first.

use std::fmt;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The file cannot be used.
    Error,
    /// The file can be used; somebody should look.
    Warning,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal $severity:ident;)*) => {
        /// What kind of problem. Codes are never used again for something else.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ProblemCode { $($(#[$doc])* $name,)* }

        impl ProblemCode {
            /// Every code.
            pub const ALL: &'static [ProblemCode] = &[$(ProblemCode::$name,)*];

            /// The stable text form.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(ProblemCode::$name => $code,)* }
            }

            /// How bad.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(ProblemCode::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// The file is larger than [`crate::limits::AGREEMENT_BYTES`].
    TooLarge = "too-large" Error;
    /// Brackets are nested deeper than [`crate::limits::AGREEMENT_DEPTH`].
    TooDeep = "too-deep" Error;
    /// A list or text is longer than its limit.
    TooLong = "too-long" Error;
    /// Not TOML.
    Syntax = "toml-syntax" Error;
    /// The format version is missing or another one.
    Format = "format-version" Error;
    /// A key that the format does not know.
    UnknownKey = "unknown-key" Error;
    /// A key that must be there is not.
    MissingKey = "missing-key" Error;
    /// The value is of another type.
    WrongType = "wrong-type" Error;
    /// The word is not in the list.
    UnknownWord = "unknown-word" Error;
    /// The id is not well formed.
    BadId = "bad-id" Error;
    /// The id is given twice.
    DuplicateId = "duplicate-id" Error;
    /// The id is nowhere defined.
    DanglingId = "dangling-id" Error;
    /// Not a date of the calendar.
    BadDate = "bad-date" Error;
    /// Not a time zone of the IANA data base, or the time does not exist there.
    BadZone = "bad-zone" Error;
    /// Not an ISO 8601 duration such as `P14D`.
    BadDuration = "bad-duration" Error;
    /// Not a number in the range.
    BadNumber = "bad-number" Error;
    /// Two dates stand in the wrong order.
    DateOrder = "date-order" Error;
    /// Keys that only make sense together, or exclude each other.
    Inconsistent = "inconsistent" Error;
    /// The same alias for two actors.
    SharedAlias = "shared-alias" Error;
    /// `belongs_to` leads back to itself.
    Circle = "circle" Error;
    /// Not a GeoJSON geometry that is known here.
    BadGeometry = "bad-geometry" Error;
    /// A condition that cannot be read.
    BadCondition = "bad-condition" Error;
    /// A text is empty.
    Empty = "empty" Error;
    /// Something is listed twice.
    Repeated = "repeated" Warning;
    /// More problems than [`crate::limits::PROBLEMS`].
    MoreProblems = "more-problems" Error;
}

/// One problem of an agreement file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// What kind.
    pub code: ProblemCode,
    /// The place in the data, such as `actors[3].belongs_to`; empty for the file.
    pub path: String,
    /// What is wrong, in one sentence.
    pub sentence: String,
    /// What to do next.
    pub next_step: String,
}

impl Problem {
    /// How bad.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{}:{}: {word}[{}]", self.line, self.column, self.code.code())?;
        if !self.path.is_empty() {
            write!(f, " {}", self.path)?;
        }
        write!(f, ": {} {}", self.sentence, self.next_step)
    }
}

/// Problems as they are found, with the text to tell lines from offsets.
pub(crate) struct Problems<'a> {
    text: &'a str,
    /// Offsets of line starts.
    lines: Vec<usize>,
    list: Vec<Problem>,
    /// How many of the list are errors.
    errors: usize,
    dropped: usize,
}

impl<'a> Problems<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let lines = std::iter::once(0)
            .chain(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1))
            .collect();
        Self { text, lines, list: Vec::new(), errors: 0, dropped: 0 }
    }

    pub(crate) fn add(&mut self, at: usize, code: ProblemCode, path: &str, sentence: String, next_step: String) {
        // Warnings must not push errors out of the list.
        if self.full() {
            self.dropped += 1;
            return;
        }
        self.errors += usize::from(code.severity() == Severity::Error);
        let (line, column) = self.position(at);
        self.list.push(Problem { line, column, code, path: path.to_owned(), sentence, next_step });
    }

    /// The offset in the file of a byte of a string value. Where the string is not written as it is read (escapes, three
    /// quotes), that of the string.
    pub(crate) fn inside(&self, span: &std::ops::Range<usize>, value: &str, at: usize) -> usize {
        let plain = span.len() == value.len() + 2 && self.text.get(span.start + 1..span.end - 1) == Some(value);
        if plain { span.start + 1 + at } else { span.start }
    }

    /// Whether no more problems are taken. Who finds many may then only count them.
    pub(crate) fn full(&self) -> bool {
        self.list.len() >= 2 * crate::limits::PROBLEMS || self.errors >= crate::limits::PROBLEMS
    }

    /// Counts problems that are not listed because the list is full.
    pub(crate) fn drop_more(&mut self, count: usize) {
        self.dropped += count;
    }

    fn position(&self, at: usize) -> (u32, u32) {
        let mut at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let line = self.lines.partition_point(|start| *start <= at);
        let start = line.checked_sub(1).and_then(|i| self.lines.get(i)).copied().unwrap_or(0);
        let column = self.text.get(start..at).map_or(0, |s| s.chars().count()) + 1;
        (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
    }

    pub(crate) fn any_error(&self) -> bool {
        self.dropped > 0 || self.errors > 0
    }

    /// In the order of the file.
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        self.list.sort();
        self.list.dedup();
        if self.dropped > 0 {
            let (line, column) = self.list.last().map_or((1, 1), |p| (p.line, p.column));
            self.list.push(Problem {
                line,
                column,
                code: ProblemCode::MoreProblems,
                path: String::new(),
                sentence: format!("{} more problems are not listed.", self.dropped),
                next_step: "Mend the ones above and check again.".to_owned(),
            });
        }
        self.list
    }
}
