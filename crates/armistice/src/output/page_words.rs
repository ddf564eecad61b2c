//! The few words that a page has of its own, in the languages that reports are written in. Everything else is the report's.
//!
//! Must not: hold a word that a report could say itself.

use super::document::Direction;

/// What a page says beside its report.
#[derive(Clone, Copy, Debug)]
pub struct PageWords {
    /// BCP 47 tag of these words.
    pub language: &'static str,
    /// Their direction.
    pub direction: Direction,
    /// The link over the table of contents.
    pub skip: &'static str,
    /// Heading of the table of contents.
    pub contents: &'static str,
    /// Says that something is not shown.
    pub redacted: &'static str,
    /// Opens the description of a figure.
    pub in_words: &'static str,
    /// Behind the caption of a table that began on another page.
    pub continued: &'static str,
    /// Before the number of the page, between it and the number of pages, and after that.
    pub page: [&'static str; 3],
    /// Opens and closes a quotation.
    pub marks: [&'static str; 2],
}

impl PageWords {
    /// The words for a language; English for one that is not here. [`PageWords::language`] says which.
    #[must_use]
    pub fn of(language: &str) -> &'static Self {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        ALL.iter().find(|w| w.language.eq_ignore_ascii_case(primary)).unwrap_or(&ENGLISH)
    }

    /// The number of a page, in words.
    #[must_use]
    pub fn page_of(&self, number: usize, of: usize) -> String {
        let [before, between, after] = self.page;
        format!("{before}{number}{between}{of}{after}")
    }
}

const ENGLISH: PageWords = PageWords {
    language: "en",
    direction: Direction::Ltr,
    skip: "Skip to the report",
    contents: "Contents",
    redacted: "redacted",
    in_words: "The figure in words",
    continued: "(continued)",
    page: ["Page ", " of ", ""],
    marks: ["“", "”"],
};

const ALL: &[PageWords] = &[
    ENGLISH,
    PageWords {
        language: "ar",
        direction: Direction::Rtl,
        skip: "انتقل إلى التقرير",
        contents: "المحتويات",
        redacted: "محجوب",
        in_words: "الشكل بالكلمات",
        continued: "(تتمة)",
        page: ["صفحة ", " من ", ""],
        marks: ["«", "»"],
    },
    PageWords {
        language: "fa",
        direction: Direction::Rtl,
        skip: "رفتن به گزارش",
        contents: "فهرست",
        redacted: "پوشانده‌شده",
        in_words: "شکل به زبان نوشته",
        continued: "(ادامه)",
        page: ["صفحه ", " از ", ""],
        marks: ["«", "»"],
    },
    PageWords {
        language: "fr",
        direction: Direction::Ltr,
        skip: "Aller au rapport",
        contents: "Sommaire",
        redacted: "occulté",
        in_words: "La figure en mots",
        continued: "(suite)",
        page: ["Page ", " sur ", ""],
        marks: ["«\u{a0}", "\u{a0}»"],
    },
    PageWords {
        language: "ru",
        direction: Direction::Ltr,
        skip: "Перейти к отчёту",
        contents: "Содержание",
        redacted: "скрыто",
        in_words: "Рисунок словами",
        continued: "(продолжение)",
        page: ["Страница ", " из ", ""],
        marks: ["«", "»"],
    },
    PageWords {
        language: "tr",
        direction: Direction::Ltr,
        skip: "Rapora geç",
        contents: "İçindekiler",
        redacted: "gizlendi",
        in_words: "Şekil, sözle",
        continued: "(devam)",
        page: ["Sayfa ", " / ", ""],
        marks: ["“", "”"],
    },
];
