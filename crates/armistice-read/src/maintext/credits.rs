//! Credit lines, bylines and photo credits: who signed a text, who took a picture. Never mixed.
//!
//! Must not: take an agency named in a sentence ("told AFP") for a credit; that is the claims' work.

use crate::lang::{self, LEXICON, Label};
use regex::Regex;
use serde::Deserialize;
use std::sync::LazyLock;

/// A news agency of `lang/agencies.toml`.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Agency {
    /// A stable short id.
    pub id: String,
    /// Full names, compared without regard to capitals.
    pub names: Vec<String>,
    /// Short forms, compared with their capitals.
    pub short: Vec<String>,
    /// Whether it delivers pictures only.
    #[serde(default)]
    pub photo_only: bool,
}

#[derive(Deserialize)]
struct AgencyFile {
    agency: Vec<Agency>,
}

static AGENCIES: LazyLock<Vec<Agency>> = LazyLock::new(|| {
    let file: AgencyFile =
        toml::from_str(include_str!("../../lang/agencies.toml")).expect("agencies.toml ships with the crate");
    file.agency
});

static PAREN_CREDIT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[(\[](?P<c>[^()\[\]]{2,80})[)\]]\s*[.”]?\s*$").expect("a valid pattern"));

static HEAD_CREDIT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(?P<c>[^|]{3,80}?)\s+\|\s+\S").expect("a valid pattern"));

/// The agency that `name` is, if the whole of it is an agency's name or short form.
#[must_use]
pub fn agency(name: &str) -> Option<&'static Agency> {
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    let folded = name.to_lowercase();
    AGENCIES.iter().find(|a| a.short.iter().any(|s| s == name) || a.names.iter().any(|n| n.to_lowercase() == folded))
}

/// Agencies among the parts of a credit ("AFP/Name", "Reuters and AP", "Name, AFP via Getty Images").
#[must_use]
pub fn agencies_in(credit: &str) -> Vec<&'static str> {
    let mut found: Vec<&'static str> = vec![];
    let mut add = |part: &str| {
        if let Some(a) = agency(part)
            && !found.contains(&a.id.as_str())
        {
            found.push(&a.id);
        }
    };
    if let Some(a) = agency(credit) {
        return vec![&a.id];
    }
    for part in credit.split(['/', ',', ';', '|', '+', '&', '،', '–', '—', '(', ')', ':', '-']) {
        add(part);
        let words: Vec<&str> = part.split_whitespace().collect();
        for n in 1..=3 {
            for window in words.windows(n) {
                add(&window.join(" "));
            }
        }
    }
    found
}

/// A photo credit inside a caption: its bytes. "(AFP/Name)" at the end, "Name, AFP | …" at the start, "Photo: …".
#[must_use]
pub fn photo_credit(caption: &str) -> Option<(usize, usize)> {
    if let Some(c) = PAREN_CREDIT.captures(caption).and_then(|c| c.name("c")) {
        let text = c.as_str();
        let labelled = LEXICON.label(text).is_some_and(|(l, _)| l == Label::PictureCredit);
        // "(AFP/Name)", "(Photo by …)"; "(Free Party)" in a caption is no credit.
        if labelled || !agencies_in(text).is_empty() || (text.contains('/') && text.split_whitespace().count() <= 5) {
            return Some((c.start(), c.end()));
        }
    }
    if let Some(c) = HEAD_CREDIT.captures(caption).and_then(|c| c.name("c"))
        && !agencies_in(c.as_str()).is_empty()
        && c.as_str().split_whitespace().count() <= 8
    {
        return Some((c.start(), c.end()));
    }
    if let Some(at) = glued_picture_label(caption) {
        let (_, end) = LEXICON.label(&caption[at..])?;
        let rest = caption[at + end..].trim();
        return (!rest.is_empty()).then_some((caption.len() - rest.len(), caption.len()));
    }
    let (label, end) = LEXICON.label(caption)?;
    if label != Label::PictureCredit {
        return None;
    }
    let rest = caption[end..].trim_start_matches(|c: char| !c.is_alphanumeric());
    (!rest.is_empty() && rest.split_whitespace().count() <= 10).then_some((caption.len() - rest.len(), caption.len()))
}

/// Where a picture label stands glued to the end of a text ("… in the townImage copyright").
#[must_use]
pub fn glued_picture_label(text: &str) -> Option<usize> {
    let mut previous = None;
    for (i, c) in text.char_indices() {
        let glued = c.is_uppercase() && previous.is_some_and(|p: char| p.is_lowercase() || p == '.' || p == '”');
        previous = Some(c);
        if glued
            && LEXICON
                .labels_of(&text[i..])
                .iter()
                .any(|(l, end)| matches!(l, Label::Caption | Label::PictureCredit) && text[i..i + end].contains(' '))
        {
            return Some(i);
        }
    }
    None
}

/// Whether a line belongs to a picture: a picture label with its colon or alone, a glued label, or a photo credit.
#[must_use]
pub fn is_photo_line(line: &str) -> bool {
    let words = line.split_whitespace().count();
    if words > 80 {
        return false;
    }
    if let Some((label, end)) = LEXICON.label(line)
        && matches!(label, Label::Caption | Label::PictureCredit)
    {
        let rest = &line[end..];
        let compound = line[..end].contains(' ');
        let colon = rest.trim_start().starts_with([':', '：', '/', '|', '©']);
        let glued = rest.chars().next().is_some_and(char::is_alphanumeric);
        let alone = !rest.chars().any(char::is_alphanumeric);
        let short = words <= 8 && !rest.trim_end().ends_with('.');
        if glued || (compound && (alone || colon || short)) || (colon && words <= 40) {
            return true;
        }
    }
    if glued_picture_label(line).is_some() {
        return true;
    }
    let Some((start, end)) = photo_credit(line) else { return false };
    // A credit at the end of running text is a text credit or an aside; a caption's holds a slash, a name or a label.
    let credit = &line[start..end];
    let head = start <= 1 || line[..start].trim().is_empty();
    let labelled = LEXICON.label(credit).is_some_and(|(l, _)| l == Label::PictureCredit);
    let named = credit.contains('/') || credit.contains(" via ") || labelled;
    let photo_only = AGENCIES.iter().any(|a| a.photo_only && agencies_in(credit).contains(&a.id.as_str()));
    (head && words >= 4) || named || photo_only
}

/// The agency that a line consists of ("Agence France-Presse", "(Reuters)", "AFP, AP").
#[must_use]
pub fn agency_alone(line: &str) -> Option<Vec<&'static str>> {
    if line.split_whitespace().count() > 8 || line.len() > 80 {
        return None;
    }
    let mut found = vec![];
    for part in line.split([',', '/', '&', '،', '+', '|']).flat_map(|p| p.split(" and ")) {
        found.push(agency(part)?.id.as_str());
    }
    (!found.is_empty()).then_some(found)
}

/// The names of a byline "By …": the bytes after the label. Names have capitals (where the script has them), few
/// words and no full stop at the end.
#[must_use]
pub fn byline(line: &str) -> Option<(usize, usize)> {
    let (_, end) = LEXICON.labels_of(line).into_iter().find(|(l, _)| *l == Label::Byline)?;
    let rest = line[end..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—'));
    let start = line.len() - rest.len();
    let stop = rest.find(['|', '•', '·', '\t']).unwrap_or(rest.len());
    let name = rest[..stop].trim_end();
    let words: Vec<&str> = name.split_whitespace().collect();
    let cased = name.chars().any(|c| c.is_uppercase() || c.is_lowercase());
    let small = words.iter().filter(|w| w.chars().next().is_some_and(char::is_lowercase)).count();
    let capital = name.chars().next().is_some_and(|c| c.is_uppercase() || (!cased && c.is_alphabetic()));
    let fits =
        (1..=10).contains(&words.len()) && capital && 2 * small <= words.len() && !name.ends_with(['.', '?', '!']);
    // Scripts without capitals need the label's colon: the word alone ("wrote", "from") also begins sentences.
    let sure = cased || line[end..].trim_start().starts_with(':');
    (fits && sure).then_some((start, start + name.len()))
}

/// The source that a credit line names ("Courtesy: …", "Source: …"): the bytes after the label.
#[must_use]
pub fn credit_line(line: &str) -> Option<(usize, usize)> {
    let words = line.split_whitespace().count();
    if words > 14 {
        return None;
    }
    let (_, end) = LEXICON.labels_of(line).into_iter().find(|(l, _)| *l == Label::Credit)?;
    let after = &line[end..];
    let colon = after.trim_start().starts_with([':', '：', '-', '–', '—']);
    let compound = line[..end].contains(' ');
    let rest = after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '-' | '–' | '—'));
    let name = rest.trim_end_matches(['.', ' ', ')', ']']);
    let capital = name.chars().next().is_some_and(|c| !c.is_lowercase());
    let ok = !name.is_empty() && capital && (colon || compound || agency(name).is_some());
    let start = line.len() - rest.len();
    ok.then_some((start, start + name.len()))
}

/// Whether the folded line names only staff roles ("Staff Reporter"), no person.
#[must_use]
pub fn is_staff(name: &str) -> bool {
    let folded = lang::fold(name);
    LEXICON
        .labels_of(&folded)
        .iter()
        .any(|(l, end)| *l == Label::Staff && !folded[*end..].chars().any(char::is_alphanumeric))
}
