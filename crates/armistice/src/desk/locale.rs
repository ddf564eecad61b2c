//! Words, numbers and dates in the languages of the desk. Fluent holds the words, ICU4X writes numbers and dates.
//!
//! Must not: print, ask where the reader is, or put a word of one language in the place of another.

mod catalogue;
mod choose;
mod dates;
mod files;
mod numbers;
mod saying;
mod scripts;
mod spoken;

pub use catalogue::{forms, ids, ids_of_file, problems, text_of_file, variables};
pub use choose::{Wishes, choose, of_header};
pub use dates::{attribute_of_day, attribute_of_moment};
pub use files::NAMES;
pub use scripts::for_scripts;

use fluent_bundle::{FluentArgs, FluentValue};

/// Opens a run whose direction is that of its own first strong letter (U+2068).
pub const ISOLATE: char = '\u{2068}';
/// Closes what [`ISOLATE`] opens (U+2069).
pub const END_ISOLATE: char = '\u{2069}';

/// A language of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    En,
    /// Arabic, with the words of the Levant for months.
    Ar,
    /// Russian.
    Ru,
    /// Turkish.
    Tr,
    /// Persian.
    Fa,
    /// French.
    Fr,
}

/// Which way a language runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the left to the right.
    Ltr,
    /// From the right to the left.
    Rtl,
}

impl Direction {
    /// The value of the attribute `dir`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

impl Language {
    /// Every language, in the order in which a reader is offered them.
    pub const ALL: &'static [Language] =
        &[Language::En, Language::Ar, Language::Ru, Language::Tr, Language::Fa, Language::Fr];

    /// BCP 47, and the value of the attribute `lang`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Ar => "ar",
            Language::Ru => "ru",
            Language::Tr => "tr",
            Language::Fa => "fa",
            Language::Fr => "fr",
        }
    }

    /// Its name in itself: the list of languages is not translated.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::En => "English",
            Language::Ar => "العربية",
            Language::Ru => "Русский",
            Language::Tr => "Türkçe",
            Language::Fa => "فارسی",
            Language::Fr => "Français",
        }
    }

    /// Which way it runs.
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Language::Ar | Language::Fa => Direction::Rtl,
            Language::En | Language::Ru | Language::Tr | Language::Fr => Direction::Ltr,
        }
    }

    /// Reads a tag: the language alone, or with a region or script (`ar-SY`, `fr_CA`). `None`: not a language of the desk.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.iter().copied().find(|l| l.code().eq_ignore_ascii_case(primary))
    }

    /// Position in [`Language::ALL`].
    const fn index(self) -> usize {
        self as usize
    }
}

/// Which digits numbers and dates are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Digits {
    /// 0123456789, in every language: tables of two languages can be compared by eye.
    #[default]
    Western,
    /// Those of the language: ٠١٢ in Arabic, ۰۱۲ in Persian, the same as Western elsewhere.
    Native,
}

/// Which calendar dates are shown in. What is stored is Gregorian always.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// Gregorian.
    #[default]
    Gregorian,
    /// Solar Hijri, as used in Iran and Afghanistan.
    Jalali,
}

/// A language with the reader's settings.
#[derive(Clone, Debug)]
pub struct Locale {
    /// The language.
    pub language: Language,
    /// The digits.
    pub digits: Digits,
    /// The calendar.
    pub calendar: Calendar,
    /// The time zone of the mission, by which moments are shown. `None`: UTC.
    pub zone: Option<jiff::tz::TimeZone>,
}

/// A value that a message speaks of.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A number: chooses the plural form, and is written in the reader's digits.
    Number(i64),
    /// Text: put between isolation marks, so that it cannot disturb the sentence around it.
    Text(String),
    /// A word that a message chooses by (`{ $state -> … }`). Never shown.
    Key(String),
}

impl From<i64> for Arg {
    fn from(n: i64) -> Self {
        Arg::Number(n)
    }
}

impl From<u32> for Arg {
    fn from(n: u32) -> Self {
        Arg::Number(i64::from(n))
    }
}

impl From<u64> for Arg {
    fn from(n: u64) -> Self {
        Arg::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Arg::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Arg::Text(text.clone())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

/// Text between isolation marks.
#[must_use]
pub fn isolated(text: &str) -> String {
    format!("{ISOLATE}{text}{END_ISOLATE}")
}

impl Locale {
    /// A language with the default settings: Western digits, the Gregorian calendar, UTC.
    #[must_use]
    pub const fn of(language: Language) -> Self {
        Self { language, digits: Digits::Western, calendar: Calendar::Gregorian, zone: None }
    }

    /// The same, with other digits.
    #[must_use]
    pub fn with_digits(mut self, digits: Digits) -> Self {
        self.digits = digits;
        self
    }

    /// The same, with another calendar.
    #[must_use]
    pub fn with_calendar(mut self, calendar: Calendar) -> Self {
        self.calendar = calendar;
        self
    }

    /// The same, with the time zone of the mission.
    #[must_use]
    pub fn with_zone(mut self, zone: jiff::tz::TimeZone) -> Self {
        self.zone = Some(zone);
        self
    }

    /// The value of the attribute `dir`.
    #[must_use]
    pub const fn dir(&self) -> &'static str {
        self.language.direction().as_str()
    }

    /// A message. One that is missing is shown as `⟨id⟩`: visibly wrong, and never in another language.
    #[must_use]
    pub fn t(&self, id: &str) -> String {
        self.t_with(id, &[])
    }

    /// A message with values.
    #[must_use]
    pub fn t_with(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value: FluentValue<'_> = match arg {
                Arg::Number(n) => FluentValue::from(*n),
                Arg::Text(text) => FluentValue::from(isolated(text)),
                Arg::Key(word) => FluentValue::from(word.as_str()),
            };
            values.set((*name).to_owned(), value);
        }
        catalogue::format(self.language, self.digits, id, &values).unwrap_or_else(|| format!("⟨{id}⟩"))
    }

    /// The word for the stable text form of an enumeration: `word("answer", "cannot_be_determined")`.
    #[must_use]
    pub fn word(&self, kind: &str, value: &str) -> String {
        self.t(&word_id(kind, value))
    }

    /// Whether there is a word for a value: records of a later version may hold others.
    #[must_use]
    pub fn has_word(&self, kind: &str, value: &str) -> bool {
        self.has(&word_id(kind, value))
    }

    /// Whether a message exists.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        catalogue::has(self.language, id)
    }
}

/// The id of the message that holds the word for a value: `answer-cannot-be-determined`.
#[must_use]
pub fn word_id(kind: &str, value: &str) -> String {
    format!("{kind}-{value}").replace(['_', '.'], "-")
}
