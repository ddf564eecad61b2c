//! Keys of personal names that survive transliteration: Latin variants, Cyrillic, Arabic script.
//!
//! Must not: decide that two people are one; `names` does, with more than a key.
//!
//! A key keeps consonants and the class of each word's first vowel (a/e, o/u, i), so that Mohammad, Muhammad and Mohamed
//! are one and Hassan and Hussein are two. Arabic script writes no short vowels: there only consonants are compared.

use super::gazetteer::fold;

/// Cyrillic letters in Latin (Russian, Ukrainian, Belarusian, Serbian letters), by sound.
#[rustfmt::skip]
const CYRILLIC: &[(char, &str)] = &[
    ('а', "a"), ('б', "b"), ('в', "v"), ('г', "g"), ('ґ', "g"), ('д', "d"), ('е', "e"), ('ё', "yo"), ('є', "ye"),
    ('ж', "zh"), ('з', "z"), ('и', "i"), ('і', "i"), ('ї', "yi"), ('й', "y"), ('к', "k"), ('л', "l"), ('м', "m"),
    ('н', "n"), ('о', "o"), ('п', "p"), ('р', "r"), ('с', "s"), ('т', "t"), ('у', "u"), ('ў', "u"), ('ф', "f"),
    ('х', "kh"), ('ц', "ts"), ('ч', "ch"), ('ш', "sh"), ('щ', "shch"), ('ъ', ""), ('ы', "y"), ('ь', ""), ('э', "e"),
    ('ю', "yu"), ('я', "ya"), ('ј', "y"), ('љ', "ly"), ('њ', "ny"), ('ћ', "ch"), ('ђ', "dj"), ('џ', "dj"),
];

/// Arabic and Persian letters, by consonant; long vowels stand for vowels.
#[rustfmt::skip]
const ARABIC: &[(char, &str)] = &[
    ('ا', "a"), ('ب', "b"), ('پ', "p"), ('ت', "t"), ('ث', "th"), ('ج', "j"), ('چ', "ch"), ('ح', "h"), ('خ', "kh"),
    ('د', "d"), ('ذ', "dh"), ('ر', "r"), ('ز', "z"), ('ژ', "zh"), ('س', "s"), ('ش', "sh"), ('ص', "s"), ('ض', "d"),
    ('ط', "t"), ('ظ', "z"), ('ع', ""), ('غ', "gh"), ('ف', "f"), ('ق', "q"), ('ك', "k"), ('ک', "k"), ('گ', "g"),
    ('ل', "l"), ('م', "m"), ('ن', "n"), ('ه', "h"), ('ة', "a"), ('و', "w"), ('ي', "y"), ('ی', "y"), ('ى', "a"),
    ('ء', ""), ('ئ', "y"), ('ؤ', "w"),
];

/// Articles and bare particles that a name may carry or lack.
const ARTICLES: &[&str] =
    &["al", "el", "ul", "as", "ash", "ad", "ar", "az", "an", "at", "es", "esh", "ed", "er", "ez", "en", "et"];

/// Particles that belong to the word after them.
const JOINING: &[&str] = &[
    "abu", "abo", "abou", "ibn", "bin", "ben", "bint", "umm", "um", "de", "del", "della", "da", "di", "du", "dos",
    "das", "van", "von", "der", "den", "la", "le", "ould", "ter", "abdul", "abdel", "abd", "san", "santa",
];

/// One name, cut into its words for comparison.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Parts {
    /// Keys of the given names.
    pub(crate) given: Vec<String>,
    /// Key of the surname.
    pub(crate) surname: String,
    /// No vowels are known.
    pub(crate) skeleton: bool,
}

fn table(list: &'static [(char, &'static str)], c: char) -> Option<&'static str> {
    list.iter().find(|(x, _)| *x == c).map(|(_, s)| *s)
}

/// The name in Latin letters without marks, one entry per word; and whether it came from Arabic script.
fn words(name: &str) -> (Vec<String>, bool) {
    let mut out = vec![];
    let mut skeleton = false;
    for raw in name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '.' | '\u{200c}'))
    {
        let lower = raw.to_lowercase();
        let mut latin = String::new();
        let mut arabic = false;
        for c in lower.chars() {
            // Ukrainian and Russian letters with marks have entries of their own; only then are marks dropped.
            if let Some(s) = table(CYRILLIC, c) {
                latin.push_str(s);
            } else {
                for f in fold(&c.to_string()).chars() {
                    match table(ARABIC, f) {
                        Some(s) => {
                            arabic = true;
                            latin.push_str(s);
                        }
                        None => latin.push(f),
                    }
                }
            }
        }
        if arabic {
            skeleton = true;
            // The article is written onto the word.
            if latin.len() > 4 && latin.starts_with("al") {
                out.push("al".to_owned());
                latin.drain(..2);
            }
        }
        if !latin.is_empty() {
            out.push(latin);
        }
    }
    (out, skeleton)
}

/// Sounds of one Latin word: digraphs made single, doubles collapsed, the first vowel kept by class.
fn sound(word: &str) -> String {
    const PAIRS: &[(&str, &str)] = &[
        ("shch", "S"),
        ("tch", "S"),
        ("sch", "S"),
        ("kh", "X"),
        ("gh", "g"),
        ("sh", "S"),
        ("ch", "S"),
        ("th", "t"),
        ("dh", "d"),
        ("zh", "Z"),
        ("dj", "j"),
        ("ph", "f"),
        ("ck", "k"),
        ("ts", "T"),
        ("tz", "T"),
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "i"),
        ("qu", "k"),
        ("x", "ks"),
    ];
    let mut rest = word;
    let mut s = String::new();
    'outer: while let Some(c) = rest.chars().next() {
        for (from, to) in PAIRS {
            if let Some(after) = rest.strip_prefix(from) {
                s.push_str(to);
                rest = after;
                continue 'outer;
            }
        }
        s.push(match c {
            'q' | 'c' => 'k',
            'w' => 'v',
            'e' => 'a',
            'o' => 'u',
            c => c,
        });
        rest = &rest[c.len_utf8()..];
    }
    let chars: Vec<char> = s.chars().collect();
    let mut out = String::new();
    let mut vowel_seen = false;
    for (i, &c) in chars.iter().enumerate() {
        let next_vowel = chars.get(i + 1).is_some_and(|n| matches!(n, 'a' | 'u' | 'i'));
        let c = if c == 'y' && i > 0 && !next_vowel { 'i' } else { c };
        if matches!(c, 'a' | 'u' | 'i') {
            let last = i + 1 == chars.len();
            // A final i tells Jaafar from Jaafari.
            if !vowel_seen || last && c == 'i' && out.len() > 1 {
                out.push(c);
            }
            vowel_seen = true;
        } else if !out.ends_with(c) || c.is_ascii_uppercase() && i > 0 && chars[i - 1] != c {
            out.push(c);
        }
    }
    out
}

/// A key without vowels, for comparison with Arabic script.
pub(crate) fn skeleton(key: &str) -> String {
    let mut out = String::new();
    for (i, c) in key.chars().enumerate() {
        let weak = matches!(c, 'a' | 'u' | 'i') || i > 0 && matches!(c, 'y' | 'v');
        if !weak && !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// Cuts a name into given names and surname. A single word is a surname.
pub(crate) fn parts(name: &str) -> Parts {
    let (words, skeleton) = words(name);
    let mut keys: Vec<String> = vec![];
    let mut joined = String::new();
    for (i, w) in words.iter().enumerate() {
        let last = i + 1 == words.len();
        if !last && ARTICLES.contains(&w.as_str()) {
            continue;
        }
        if !last && JOINING.contains(&w.as_str()) {
            joined.push_str(if w.starts_with("abd") {
                "abd"
            } else if w.starts_with("ab") {
                "abu"
            } else {
                w
            });
            continue;
        }
        // "Abdulrahman" and "Abd al-Rahman" are one word here.
        let rest = ["abdul", "abdel", "abdal", "abdol"].iter().find_map(|p| w.strip_prefix(p)).filter(|r| r.len() > 2);
        let word = rest.map_or_else(|| format!("{joined}{w}"), |r| format!("abd{r}"));
        joined.clear();
        let key = sound(&word);
        if !key.is_empty() {
            keys.push(key);
        }
    }
    let surname = keys.pop().unwrap_or_default();
    Parts { given: keys, surname, skeleton }
}
