//! Numbers, by ICU4X.
//!
//! Must not: round without being told to how many places.

use super::{Calendar, Digits, Language, Locale};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use std::cell::RefCell;
use std::collections::HashMap;

/// The locale that ICU4X is asked for.
pub(super) fn icu(language: Language, digits: Digits, calendar: Calendar) -> icu_locale::Locale {
    // Levant names of months for Arabic; the day before the month for English.
    let (tag, native) = match language {
        Language::En => ("en-GB", "latn"),
        Language::Ar => ("ar-SY", "arab"),
        Language::Ru => ("ru", "latn"),
        Language::Tr => ("tr", "latn"),
        Language::Fa => ("fa", "arabext"),
        Language::Fr => ("fr", "latn"),
    };
    let digits = match digits {
        Digits::Western => "latn",
        Digits::Native => native,
    };
    let calendar = match calendar {
        Calendar::Gregorian => "gregory",
        Calendar::Jalali => "persian",
    };
    let tag = format!("{tag}-u-ca-{calendar}-hc-h23-nu-{digits}");
    icu_locale::Locale::try_from_str(&tag).unwrap_or(icu_locale::Locale::UNKNOWN)
}

thread_local! {
    // The formatters of ICU4X cannot be shared between threads as built here, and are dear to make.
    static FORMATTERS: RefCell<HashMap<(Language, Digits), DecimalFormatter>> = RefCell::new(HashMap::new());
}

fn written(language: Language, digits: Digits, number: &Decimal) -> String {
    FORMATTERS.with_borrow_mut(|all| {
        if let Some(formatter) = all.get(&(language, digits)) {
            return formatter.format(number).to_string();
        }
        let locale = icu(language, digits, Calendar::Gregorian);
        match DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default()) {
            Ok(formatter) => {
                let text = formatter.format(number).to_string();
                all.insert((language, digits), formatter);
                text
            }
            Err(_) => number.to_string(),
        }
    })
}

/// A number with so many places after the decimal sign.
pub(super) fn decimal(language: Language, digits: Digits, value: f64, places: usize) -> String {
    let plain = format!("{value:.places$}");
    match Decimal::try_from_str(&plain) {
        Ok(number) => written(language, digits, &number),
        Err(_) => plain,
    }
}

impl Locale {
    /// A whole number, grouped as the language groups.
    #[must_use]
    pub fn number(&self, n: i64) -> String {
        written(self.language, self.digits, &Decimal::from(n))
    }

    /// A number with exactly so many places after the decimal sign.
    #[must_use]
    pub fn decimal(&self, value: f64, places: usize) -> String {
        decimal(self.language, self.digits, value, places)
    }

    /// Digits of a text (a time of day, a reference) in the reader's digits. Letters and signs stay.
    #[must_use]
    pub fn digits(&self, text: &str) -> String {
        let zero = match (self.digits, self.language) {
            (Digits::Native, Language::Ar) => '٠',
            (Digits::Native, Language::Fa) => '۰',
            (Digits::Native, _) | (Digits::Western, _) => return text.to_owned(),
        };
        let native = |c: char| c.to_digit(10).and_then(|d| char::from_u32(u32::from(zero) + d)).unwrap_or(c);
        text.chars().map(|c| if c.is_ascii_digit() { native(c) } else { c }).collect()
    }
}
