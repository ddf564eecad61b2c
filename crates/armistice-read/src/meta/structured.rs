//! What the head of an HTML page states: meta tags, `<title>`, JSON-LD.
//!
//! Must not: parse JSON-LD as a tree (it is often broken); only the named values are looked for, with their bytes.

use crate::html::{MetaValue, Page};
use armistice_core::span::Span;
use regex::Regex;
use std::sync::LazyLock;

/// A named value, with its bytes in the decoded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The words.
    pub text: String,
    /// Bytes of the decoded text (the page with its markup).
    pub span: Span,
}

/// What the head states.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Headlines, best first (`og:title`, JSON-LD `headline`, `twitter:title`).
    pub titles: Vec<Value>,
    /// The text of `<title>`.
    pub page_title: Option<Value>,
    /// `og:site_name`, `application-name`.
    pub site: Option<Value>,
    /// JSON-LD `publisher.name`.
    pub publisher: Option<Value>,
    /// Authors.
    pub authors: Vec<Value>,
    /// Dates of publication.
    pub published: Vec<Value>,
    /// Dates of change.
    pub modified: Vec<Value>,
    /// The page's address.
    pub url: Option<Value>,
}

const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "sailthru.date",
    "parsely-pub-date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "article_date_original",
    "citation_publication_date",
    "originalpublicationdate",
    "dc.date.created",
];
const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
    "lastmod",
    "article.updated",
    "modified",
    "dc.date.modified",
];
const AUTHOR: &[&str] = &["author", "article:author", "dc.creator", "sailthru.author", "parsely-author", "byl"];

static JSON_VALUE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r#""(?P<k>datePublished|dateModified|headline)"\s*:\s*"(?P<v>(?:[^"\\]|\\.){1,400})"|"(?P<o>author|publisher|creator)"\s*:\s*[\[{]"#,
    )
    .expect("a valid pattern")
});

static JSON_NAME: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#""name"\s*:\s*"(?P<v>(?:[^"\\]|\\.){1,200})""#).expect("a valid pattern"));

/// Collects what the head of `page` states.
#[must_use]
pub fn head(decoded: &str, page: &Page) -> Head {
    let mut head = Head { page_title: page.title.as_ref().map(value), ..Head::default() };
    let first = |slot: &mut Option<Value>, m: &MetaValue| {
        if slot.is_none() && !m.value.trim().is_empty() {
            *slot = Some(value(m));
        }
    };
    for m in &page.meta {
        match m.name.as_str() {
            "og:title" => head.titles.insert(0, value(m)),
            "twitter:title" | "headline" | "dc.title" => head.titles.push(value(m)),
            "og:site_name" => first(&mut head.site, m),
            "canonical" | "og:url" => first(&mut head.url, m),
            name if PUBLISHED.contains(&name) => head.published.push(value(m)),
            name if MODIFIED.contains(&name) => head.modified.push(value(m)),
            name if AUTHOR.contains(&name) && !m.value.contains("://") && !m.value.trim().is_empty() => {
                push_new(&mut head.authors, value(m));
            }
            _ => {}
        }
    }
    for span in &page.json_ld {
        json_ld(decoded, *span, &mut head);
    }
    head
}

fn value(m: &MetaValue) -> Value {
    Value { text: m.value.trim().to_owned(), span: m.span }
}

fn push_new(list: &mut Vec<Value>, v: Value) {
    if !list.iter().any(|o| o.text == v.text) {
        list.push(v);
    }
}

fn json_ld(decoded: &str, span: Span, head: &mut Head) {
    let json = &decoded[span.range()];
    let at = |m: regex::Match<'_>| {
        let start = span.start as usize + m.start();
        Value { text: unescape(m.as_str()), span: Span::new(start, start + m.len()) }
    };
    for c in JSON_VALUE.captures_iter(json).take(200) {
        if let (Some(k), Some(v)) = (c.name("k"), c.name("v")) {
            match k.as_str() {
                "datePublished" => push_new(&mut head.published, at(v)),
                "dateModified" => push_new(&mut head.modified, at(v)),
                _ => push_new(&mut head.titles, at(v)),
            }
        } else if let (Some(owner), Some(open)) = (c.name("o"), c.get(0)) {
            let end = object_end(json, open.end() - 1);
            for c in JSON_NAME.captures_iter(&json[open.end() - 1..end]).take(10) {
                let Some(name) = c.name("v") else { continue };
                let start = span.start as usize + open.end() - 1 + name.start();
                let v = Value { text: unescape(name.as_str()), span: Span::new(start, start + name.len()) };
                if owner.as_str() == "publisher" {
                    head.publisher.get_or_insert(v);
                    break;
                }
                push_new(&mut head.authors, v);
            }
        }
    }
}

/// One past the bracket that closes the one at `open`, looking at most 2000 bytes ahead.
fn object_end(json: &str, open: usize) -> usize {
    let mut depth = 0_i32;
    for (i, b) in json.bytes().enumerate().skip(open).take(2000) {
        match b {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return i + 1;
                }
            }
            _ => {}
        }
    }
    json.floor_char_boundary((open + 2000).min(json.len()))
}

fn unescape(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    let mut chars = s.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('u') => {
                let hex: String = chars.by_ref().take(4).collect();
                out.push(u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32).unwrap_or('\u{fffd}'));
            }
            Some('n' | 't' | 'r') => out.push(' '),
            Some(other) => out.push(other),
            None => {}
        }
    }
    out.trim().to_owned()
}

/// Splits "Headline - Outlet" or "Headline | Outlet": the headline's and the outlet's bytes. `known` is the headline or
/// the outlet as stated elsewhere; without it nothing is split (a dash is often part of a headline).
#[must_use]
pub fn split_title(title: &str, headline: Option<&str>, site: Option<&str>) -> Option<(Span, Span)> {
    let fold = crate::lang::fold;
    for separator in [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " / "] {
        let Some(at) = title.rfind(separator) else { continue };
        let (head, tail) = (title[..at].trim_end(), &title[at + separator.len()..]);
        let matches_headline = headline.is_some_and(|h| fold(h) == fold(head));
        let matches_site = site.is_some_and(|s| fold(s) == fold(tail));
        if (matches_headline || matches_site) && !tail.trim().is_empty() && tail.split_whitespace().count() <= 6 {
            return Some((Span::new(0, head.len()), Span::new(at + separator.len(), title.len())));
        }
    }
    None
}
