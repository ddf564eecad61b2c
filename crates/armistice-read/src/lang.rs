//! Word lists of the languages that the reader knows, loaded from `lang/<code>/*.toml`.
//!
//! Must not: hold words itself; they are data.

use crate::block::CutReason;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Codes of the languages with word lists, in the order in which ties are broken.
pub const CODES: [&str; 6] = ["en", "ar", "ru", "tr", "fa", "fr"];

#[derive(Deserialize)]
struct FurnitureFile {
    stopwords: Vec<String>,
    exact: BTreeMap<String, Vec<String>>,
    starts: BTreeMap<String, Vec<String>>,
    labels: BTreeMap<String, Vec<String>>,
}

/// What a label at the start of a line says about the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// "Image caption …"
    Caption,
    /// "Photo: …", "Image copyright …"
    PictureCredit,
    /// "Courtesy: …", "Source: …"
    Credit,
    /// "By …"
    Byline,
    /// "Published …"
    Published,
    /// "Updated …"
    Modified,
    /// "Staff reporter" and the like: part of a byline, no name.
    Staff,
}

/// Furniture words of all languages together (pages mix them), stop words per language.
#[derive(Debug, Default)]
pub struct Lexicon {
    stopwords: Vec<BTreeSet<String>>,
    exact: BTreeMap<String, CutReason>,
    starts: Vec<(String, CutReason)>,
    /// Longest first, in lower case.
    labels: Vec<(String, Label)>,
}

/// The one lexicon.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let files = [
        include_str!("../lang/en/furniture.toml"),
        include_str!("../lang/ar/furniture.toml"),
        include_str!("../lang/ru/furniture.toml"),
        include_str!("../lang/tr/furniture.toml"),
        include_str!("../lang/fa/furniture.toml"),
        include_str!("../lang/fr/furniture.toml"),
    ];
    let mut lexicon = Lexicon::default();
    for file in files {
        let file: FurnitureFile = toml::from_str(file).expect("furniture.toml ships with the crate");
        lexicon.stopwords.push(file.stopwords.into_iter().collect());
        for (group, phrases) in file.exact {
            for phrase in phrases {
                lexicon.exact.entry(phrase).or_insert_with(|| reason(&group));
            }
        }
        for (group, phrases) in file.starts {
            lexicon.starts.extend(phrases.into_iter().map(|p| (p, reason(&group))));
        }
        for (group, phrases) in file.labels {
            lexicon.labels.extend(phrases.into_iter().map(|p| (p, label(&group))));
        }
    }
    lexicon.labels.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
    lexicon.starts.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
    lexicon
});

fn reason(group: &str) -> CutReason {
    match group {
        "navigation" => CutReason::Navigation,
        "widget" => CutReason::Widget,
        "comments" => CutReason::Comments,
        "related" => CutReason::RelatedLink,
        "legal" => CutReason::Legal,
        "advertisement" => CutReason::Advertisement,
        "error" => CutReason::ErrorNotice,
        other => panic!("furniture.toml: no group of the name {other}"),
    }
}

fn label(group: &str) -> Label {
    match group {
        "caption" => Label::Caption,
        "picture_credit" => Label::PictureCredit,
        "credit" => Label::Credit,
        "byline" => Label::Byline,
        "published" => Label::Published,
        "modified" => Label::Modified,
        "staff" => Label::Staff,
        other => panic!("furniture.toml: no label group of the name {other}"),
    }
}

/// A line as the lists hold it: lower case, one space between words, no bullets or marks at either end.
#[must_use]
pub fn fold(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for word in line.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().map(|c| if c == '\u{2019}' { '\'' } else { c }).flat_map(char::to_lowercase));
    }
    let kept = out.trim_matches(|c: char| !c.is_alphanumeric() && c != '©' && c != '(' && c != ')');
    kept.to_owned()
}

impl Lexicon {
    /// Why the folded line is furniture, if the whole of it is a known phrase.
    #[must_use]
    pub fn exact(&self, folded: &str) -> Option<CutReason> {
        self.exact.get(folded).copied()
    }

    /// Why the folded line is furniture, if it begins like one.
    #[must_use]
    pub fn starts(&self, folded: &str) -> Option<CutReason> {
        self.starts.iter().find(|(p, _)| folded.starts_with(p.as_str())).map(|(_, r)| *r)
    }

    /// The label that the line begins with, the bytes it takes, and what follows it: `line` is trimmed text.
    /// The longest label wins; a label must end at a word's end, or stand glued to a capital letter.
    #[must_use]
    pub fn label(&self, line: &str) -> Option<(Label, usize)> {
        self.labels_of(line).into_iter().next()
    }

    /// All labels that the line begins with, longest first.
    #[must_use]
    pub fn labels_of(&self, line: &str) -> Vec<(Label, usize)> {
        let head_end = line.char_indices().nth(48).map_or(line.len(), |(i, _)| i);
        let head = line[..head_end].to_lowercase();
        let mut found = vec![];
        for (phrase, label) in &self.labels {
            if !head.starts_with(phrase.as_str()) {
                continue;
            }
            // Bytes of the label in the line itself: as many characters as the phrase has.
            let end = line.char_indices().nth(phrase.chars().count()).map_or(line.len(), |(i, _)| i);
            let next = line[end..].chars().next();
            let apart = next.is_none_or(|c| !c.is_alphanumeric());
            let glued = next.is_some_and(char::is_uppercase) && phrase.chars().count() >= 5;
            if apart || glued {
                found.push((*label, end));
            }
        }
        found
    }

    /// Which language's stop words `words` (lower case) use most; `None` below one in twelve.
    #[must_use]
    pub fn language_of<'w>(&self, words: impl Iterator<Item = &'w str> + Clone) -> Option<usize> {
        let total = words.clone().count();
        let counts: Vec<usize> =
            self.stopwords.iter().map(|set| words.clone().filter(|w| set.contains(*w)).count()).collect();
        let best = counts.iter().enumerate().max_by_key(|(i, n)| (**n, usize::MAX - i))?;
        (best.1 * 12 >= total && total > 0).then_some(best.0)
    }

    /// Whether the word (lower case) is a stop word of language number `language` of [`CODES`].
    #[must_use]
    pub fn is_stopword(&self, language: usize, word: &str) -> bool {
        self.stopwords.get(language).is_some_and(|s| s.contains(word))
    }
}
