//! Words of one side, which no report says outside of quotations; and words that would make a finding of what was recorded.
//! `docs/wording.md` prints the same list (a test compares).
//!
//! Must not: be used to change what a document says. Quotations stay as they are.

/// Words of a side, lower case; found as whole words. Arabic ones are found without regard to the article.
pub const PARTISAN: &[&str] = &[
    "collaborator",
    "collaborators",
    "culprit",
    "gang",
    "gangs",
    "gunmen",
    "hordes",
    "infidels",
    "insurgents",
    "junta",
    "loyalists",
    "martyr",
    "martyrdom",
    "martyred",
    "martyrs",
    "mercenaries",
    "militant",
    "militants",
    "militia",
    "militias",
    "occupiers",
    "perpetrator",
    "perpetrators",
    "proxies",
    "proxy",
    "rebel",
    "rebels",
    "regime",
    "separatist",
    "separatists",
    "terrorist",
    "terrorists",
    "thugs",
    "traitors",
    "إرهابي",
    "إرهابيون",
    "إرهابيين",
    "شهداء",
    "شهيد",
    "عصابات",
    "مرتزقة",
    "ميليشيا",
    "ميليشيات",
    "نظام الأسد",
    "متمردون",
    "متمردين",
];

/// Words that would turn a record or an allegation into a finding of guilt.
pub const FINDINGS_OF_GUILT: &[&str] =
    &["committed", "guilty", "perpetrated", "carried out by", "ارتكب", "ارتكبت", "ارتكبها"];

/// Terms of instruments in which such a word stands with another meaning.
const TERMS: &[&str] = &["ceasefire regime", "نظام وقف إطلاق النار"];

/// The words of the lists that stand in a text, as whole words.
#[must_use]
pub fn found(text: &str) -> Vec<&'static str> {
    let folded: String = text
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() || ('\u{064b}'..='\u{0652}').contains(&c) { c } else { ' ' })
        .collect();
    let spaced =
        TERMS.iter().fold(folded.split_whitespace().collect::<Vec<_>>().join(" "), |t, term| t.replace(term, " "));
    let words: Vec<&str> = spaced.split_whitespace().map(|w| w.strip_prefix("ال").unwrap_or(w)).collect();
    let line = format!(" {} ", words.join(" "));
    PARTISAN
        .iter()
        .chain(FINDINGS_OF_GUILT)
        .copied()
        .filter(|w| {
            let parts: Vec<&str> = w.split_whitespace().map(|p| p.strip_prefix("ال").unwrap_or(p)).collect();
            line.contains(&format!(" {} ", parts.join(" ")))
        })
        .collect()
}
