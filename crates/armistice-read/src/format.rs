//! What kind of file this is, from its bytes. The name is only a hint between formats that the bytes allow.
//!
//! Must not: read a document, or trust an extension against the bytes.

use crate::limits;

/// A format that the reader knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A page with its markup.
    Html,
    /// Plain text that was once a page, or was always text.
    Text,
    /// Text with Markdown's signs (headings, links, emphasis).
    Markdown,
    /// Rows of event data (UCDP GED, ACLED and the like). Not read as an article.
    EventTable,
}

/// Files that the reader refuses by their first bytes: signature, name, what to do instead.
const BINARY: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "PDF", "save its text (for example with `pdftotext`) and add that"),
    (b"PK\x03\x04", "ZIP archive or office document", "unpack it, or save the document as plain text or HTML"),
    (b"\x1f\x8b", "gzip archive", "unpack it and add what is inside"),
    (b"\x28\xb5\x2f\xfd", "zstd archive", "unpack it and add what is inside"),
    (b"BZh", "bzip2 archive", "unpack it and add what is inside"),
    (b"\xfd7zXZ\0", "xz archive", "unpack it and add what is inside"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip archive", "unpack it and add what is inside"),
    (b"Rar!\x1a\x07", "RAR archive", "unpack it and add what is inside"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old office document", "save it as plain text or HTML"),
    (b"{\\rtf", "RTF document", "save it as plain text or HTML"),
    (b"\x89PNG", "PNG image", "add the page's text; pictures are not read"),
    (b"\xff\xd8\xff", "JPEG image", "add the page's text; pictures are not read"),
    (b"GIF8", "GIF image", "add the page's text; pictures are not read"),
    (b"\x7fELF", "program", "add articles only"),
    (b"MZ\x90\0", "program", "add articles only"),
    (b"SQLite format 3\0", "SQLite database", "export its rows as CSV and import those"),
    (b"OggS", "sound or video", "add a transcript as plain text"),
    (b"ID3", "sound", "add a transcript as plain text"),
];

/// The name of a binary type and what to do instead, if the first bytes are such a type's.
#[must_use]
pub fn binary_type(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if bytes.len() >= 12 && bytes.starts_with(b"RIFF") {
        return Some(("RIFF media file (WebP, WAV, AVI)", "add the page's text; media are not read"));
    }
    if bytes.len() >= 12 && &bytes[4..8] == b"ftyp" {
        return Some(("MP4 or HEIC media file", "add the page's text; media are not read"));
    }
    BINARY.iter().find(|(magic, ..)| bytes.starts_with(magic)).map(|(_, name, advice)| (*name, *advice))
}

/// Whether the bytes (in any ASCII-compatible charset, or UTF-16) start like a page with markup.
#[must_use]
pub fn looks_like_html(bytes: &[u8], name_hint: Option<&str>) -> bool {
    let head: Vec<u8> =
        bytes[..bytes.len().min(limits::SNIFF_BYTES)].iter().filter(|b| **b != 0).map(u8::to_ascii_lowercase).collect();
    let start = head.iter().position(|b| !b.is_ascii_whitespace() && *b < 0x80).unwrap_or(head.len());
    let body = &head[start..];
    if [&b"<!doctype html"[..], b"<html", b"<head", b"<body", b"<article"].iter().any(|t| body.starts_with(t)) {
        return true;
    }
    let tags =
        [&b"<html"[..], b"<body", b"<p>", b"<p ", b"<div", b"<a href", b"<br", b"<span", b"<h1", b"<meta", b"</"];
    let hits = tags.iter().filter(|t| memchr::memmem::find(body, t).is_some()).count();
    let named = extension(name_hint).is_some_and(|e| ["html", "htm", "xhtml"].contains(&e.as_str()));
    (body.starts_with(b"<") && hits >= 2) || hits >= 4 || (named && hits >= 1)
}

/// The format of decoded text that is not HTML.
#[must_use]
pub fn text_format(text: &str, name_hint: Option<&str>) -> Format {
    let extension = extension(name_hint);
    if looks_like_event_table(text) {
        return Format::EventTable;
    }
    let mut signs = 0;
    for line in text.lines().take(400) {
        let hashes = line.bytes().take_while(|b| *b == b'#').count();
        signs += usize::from((1..=6).contains(&hashes) && line[hashes..].starts_with(' '));
        signs += usize::from(line.contains("](http"));
        signs += usize::from(line.matches("**").count() >= 2);
    }
    let named = extension.is_some_and(|e| e == "md" || e == "markdown");
    if signs >= 3 || (named && signs >= 1) { Format::Markdown } else { Format::Text }
}

/// A header row of several short column names, of which some mean time, place or deaths, and rows of the same width.
fn looks_like_event_table(text: &str) -> bool {
    let mut lines = text.lines().filter(|l| !l.trim().is_empty());
    let Some(header) = lines.next() else { return false };
    let header = header.to_lowercase();
    for separator in [',', ';', '\t'] {
        let columns: Vec<&str> = header.split(separator).map(|c| c.trim_matches(['"', ' ', '\u{feff}'])).collect();
        if columns.len() < 5 || columns.iter().any(|c| c.len() > 40 || c.contains(". ")) {
            continue;
        }
        let means =
            ["date", "lat", "lon", "fatal", "death", "event", "country", "actor", "side", "source", "id", "best"];
        let known = columns.iter().filter(|c| means.iter().any(|m| c.contains(m))).count();
        let next = lines.clone().next().map_or(0, |row| row.matches(separator).count() + 1);
        if known >= 3 && next >= columns.len() {
            return true;
        }
    }
    false
}

fn extension(name_hint: Option<&str>) -> Option<String> {
    name_hint.and_then(|n| n.rsplit_once('.')).map(|(_, e)| e.to_ascii_lowercase())
}
