//! What is wrong with a query, as data.
//!
//! Must not: contain words for people beyond an English fallback; the desk's catalogues have the messages, by [`Wrong::id`].

use serde::Serialize;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Wrong {
    /// There is no such field.
    UnknownField,
    /// The field has no such value.
    UnknownValue,
    /// Nothing stands after the colon.
    NoValue,
    /// It is no day or moment.
    NotATime,
    /// It is no number.
    NotANumber,
    /// The stretch ends before it begins.
    Backwards,
    /// The field takes no `>=` or `<=`.
    NotComparable,
    /// The field can only be one of several values: two filters can never both hold.
    NeverBoth,
    /// This kind of row has no such field.
    NotOfThisKind,
    /// A quotation mark is not closed.
    OpenQuote,
    /// A word without letters or digits cannot be searched for.
    NothingToSearch,
    /// The field cannot be negated.
    NotNegatable,
    /// It is longer than is read.
    TooLong,
    /// More than are read.
    TooMany,
    /// It is no box of the map.
    NotABox,
    /// The address has a parameter that means nothing here.
    UnknownParameter,
    /// A parameter stands twice.
    Twice,
    /// The address is not percent-encoded UTF-8.
    BadEncoding,
    /// The cursor is not from this list, or of another version.
    BadCursor,
    /// Sorting by relevance needs words.
    RelevanceWithoutWords,
}

impl Wrong {
    /// The stable text form.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Wrong::UnknownField => "unknown_field",
            Wrong::UnknownValue => "unknown_value",
            Wrong::NoValue => "no_value",
            Wrong::NotATime => "not_a_time",
            Wrong::NotANumber => "not_a_number",
            Wrong::Backwards => "backwards",
            Wrong::NotComparable => "not_comparable",
            Wrong::NeverBoth => "never_both",
            Wrong::NotOfThisKind => "not_of_this_kind",
            Wrong::OpenQuote => "open_quote",
            Wrong::NothingToSearch => "nothing_to_search",
            Wrong::NotNegatable => "not_negatable",
            Wrong::TooLong => "too_long",
            Wrong::TooMany => "too_many",
            Wrong::NotABox => "not_a_box",
            Wrong::UnknownParameter => "unknown_parameter",
            Wrong::Twice => "twice",
            Wrong::BadEncoding => "bad_encoding",
            Wrong::BadCursor => "bad_cursor",
            Wrong::RelevanceWithoutWords => "relevance_without_words",
        }
    }
}

/// One thing that is wrong with a query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QueryProblem {
    /// What.
    pub wrong: Wrong,
    /// The words that it is about.
    pub text: String,
    /// The parameter of the address that they stand in; `q` for the words of the search field.
    pub parameter: String,
    /// Where they begin in the parameter's text, in bytes.
    pub start: usize,
    /// One past their end.
    pub end: usize,
    /// What to write instead: one way that is taken.
    pub instead: Option<String>,
    /// What may have been meant, the nearest first.
    pub did_you_mean: Vec<String>,
}

/// How many of the nearest words are offered.
const OFFERED: usize = 3;

/// The known words that are near to a given one.
#[must_use]
pub(crate) fn nearest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let given: Vec<char> = given.to_lowercase().chars().take(64).collect();
    let limit = (given.len() / 3).clamp(1, 4);
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|k| {
            let word: Vec<char> = k.to_lowercase().chars().collect();
            let prefix = given.len() >= 3 && word.starts_with(&given);
            let part = given.len() >= 4 && k.split('_').any(|p| p.chars().eq(given.iter().copied()));
            let far = if prefix || part { 1 } else { distance(&given, &word) };
            (far <= limit).then_some((far, k))
        })
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(OFFERED).map(|(_, k)| k.to_owned()).collect()
}

/// Changes, insertions, deletions and swaps of neighbours between two words.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}
