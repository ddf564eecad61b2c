//! Which language a page is shown in: what the reader chose, then the account's setting, then what the browser asks for.
//!
//! Must not: go by address.

use super::Language;

/// What is known of the reader's wishes. `None`: nothing said.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes<'a> {
    /// `?lang=` of this request.
    pub query: Option<&'a str>,
    /// The cookie `lang`: chosen before, in this browser.
    pub cookie: Option<&'a str>,
    /// The setting of the account.
    pub account: Option<&'a str>,
    /// The header `Accept-Language`.
    pub header: Option<&'a str>,
    /// The language of the mission, when nothing else helps.
    pub mission: Option<&'a str>,
}

/// The language of a page. English when nobody asked for a language of the desk.
#[must_use]
pub fn choose(wishes: &Wishes<'_>) -> Language {
    let said = [wishes.query, wishes.cookie, wishes.account].into_iter().flatten().find_map(Language::parse);
    said.or_else(|| wishes.header.and_then(of_header))
        .or_else(|| wishes.mission.and_then(Language::parse))
        .unwrap_or(Language::En)
}

/// The language of the desk that a header `Accept-Language` likes best. The first of equals; weight 0 is a refusal.
#[must_use]
pub fn of_header(header: &str) -> Option<Language> {
    let mut best: Option<(u16, Language)> = None;
    // A header is as long as its sender likes.
    for part in header.split(',').take(32) {
        let mut fields = part.split(';');
        let Some(language) = fields.next().and_then(Language::parse) else { continue };
        let weight = match fields.find_map(|f| f.trim().strip_prefix("q=")) {
            None => 1000,
            Some(q) => q.trim().parse::<f32>().map_or(0, |q| (q.clamp(0.0, 1.0) * 1000.0) as u16),
        };
        if weight > best.map_or(0, |(w, _)| w) {
            best = Some((weight, language));
        }
    }
    best.map(|(_, language)| language)
}
