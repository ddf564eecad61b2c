//! The language of a text, or unknown.
//!
//! Must not: guess on a few words.

use std::collections::BTreeMap;
use whatlang::Script;

/// Letters below which nothing is said.
const LEAST_LETTERS: usize = 80;

/// ISO 639-1 code, or `None` when the text is too short, mixed or unclear.
#[must_use]
pub fn detect(text: &str) -> Option<&'static str> {
    let sample: String = text.chars().take(6000).collect();
    if sample.chars().filter(|c| c.is_alphabetic()).count() < LEAST_LETTERS {
        return None;
    }
    // Persian and Urdu share the Arabic script; letters that Arabic lacks decide before statistics.
    let info = whatlang::detect(&sample)?;
    if info.script() == Script::Arabic {
        let mut counts: BTreeMap<char, usize> = BTreeMap::new();
        for c in sample.chars() {
            *counts.entry(c).or_insert(0) += 1;
        }
        let n = |cs: &[char]| cs.iter().map(|c| counts.get(c).copied().unwrap_or(0)).sum::<usize>();
        let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
        if n(&['ٹ', 'ڈ', 'ڑ', 'ں', 'ے', 'ہ']) * 40 > letters {
            return Some("ur");
        }
        if n(&['پ', 'چ', 'گ', 'ژ', 'ی', 'ک']) * 25 > letters {
            return Some("fa");
        }
        return (n(&['ة', 'ي', 'ك', 'أ', 'إ']) * 40 > letters).then_some("ar");
    }
    let reliable = info.is_reliable() || info.confidence() > 0.8;
    reliable.then(|| code(info.lang())).flatten()
}

fn code(lang: whatlang::Lang) -> Option<&'static str> {
    use whatlang::Lang as L;
    Some(match lang {
        L::Eng => "en",
        L::Rus => "ru",
        L::Ukr => "uk",
        L::Bel => "be",
        L::Bul => "bg",
        L::Srp => "sr",
        L::Tur => "tr",
        L::Aze => "az",
        L::Fra => "fr",
        L::Deu => "de",
        L::Spa => "es",
        L::Por => "pt",
        L::Ita => "it",
        L::Nld => "nl",
        L::Pol => "pl",
        L::Ces => "cs",
        L::Slk => "sk",
        L::Ron => "ro",
        L::Hun => "hu",
        L::Swe => "sv",
        L::Dan => "da",
        L::Nob => "no",
        L::Fin => "fi",
        L::Ell => "el",
        L::Heb => "he",
        L::Hin => "hi",
        L::Ben => "bn",
        L::Ind => "id",
        L::Vie => "vi",
        L::Tha => "th",
        L::Mya => "my",
        L::Cmn => "zh",
        L::Jpn => "ja",
        L::Kor => "ko",
        L::Amh => "am",
        L::Hye => "hy",
        L::Kat => "ka",
        L::Hrv => "hr",
        L::Tgl => "tl",
        _ => return None,
    })
}
