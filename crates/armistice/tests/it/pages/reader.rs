//! Reads back the PDF files that the program writes: objects by the table at the end, text by the tables of the faces. It
//! reads nothing else. Other people's tools read the same files in the slow tests.
//!
//! Must not: share code with what writes.

use std::collections::BTreeMap;

/// A piece of text, and where it begins.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) text: String,
}

/// A file that was read.
pub(crate) struct Read {
    objects: BTreeMap<usize, (String, Vec<u8>)>,
    pages: Vec<usize>,
    faces: BTreeMap<String, BTreeMap<u16, String>>,
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|w| w == what)
}

/// The number after a key, such as the object that it refers to.
fn number(dictionary: &str, key: &str) -> Option<usize> {
    let at = dictionary.find(&format!("{key} "))? + key.len() + 1;
    dictionary[at..].split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

impl Read {
    /// Panics where the file is not sound: a test then says so.
    pub(crate) fn new(file: &[u8]) -> Self {
        assert!(file.starts_with(b"%PDF-1.") && file.ends_with(b"%%EOF"), "its beginning and end");
        let tail = file.windows(9).rposition(|w| w == b"startxref").expect("startxref");
        let start: usize = String::from_utf8_lossy(&file[tail + 10..])
            .split_whitespace()
            .next()
            .and_then(|n| n.parse().ok())
            .expect("the place of the table");
        let table = String::from_utf8_lossy(&file[start..tail]).into_owned();
        assert!(table.starts_with("xref\n0 "), "{:.20}", table);
        let mut objects = BTreeMap::new();
        for (n, row) in table.lines().skip(2).take_while(|l| l.len() > 17).enumerate() {
            if row.as_bytes()[17] != b'n' {
                continue;
            }
            let at: usize = row[..10].parse().expect("an offset");
            let head = format!("{n} 0 obj\n");
            assert!(file[at..].starts_with(head.as_bytes()), "object {n} is not where the table says");
            let body = &file[at + head.len()..];
            let end = find(body, b"\nendobj").expect("its end");
            let stream = find(&body[..end.min(4096)], b"\nstream\n");
            let dictionary = String::from_utf8_lossy(&body[..stream.unwrap_or(end)]).into_owned();
            let data = stream.map_or(Vec::new(), |s| {
                let length = number(&dictionary, "/Length").expect("a length");
                let data = &body[s + 8..s + 8 + length];
                assert!(body[s + 8 + length..].starts_with(b"\nendstream"), "the length of {n}");
                match dictionary.contains("/FlateDecode") {
                    true => miniz_oxide::inflate::decompress_to_vec_zlib(data).expect("packed data"),
                    false => data.to_vec(),
                }
            });
            objects.insert(n, (dictionary, data));
        }
        let tree = objects.values().find(|o| o.0.contains("/Type /Pages")).expect("the pages");
        let kids = tree.0.split("/Kids [").nth(1).and_then(|k| k.split(']').next()).expect("kids");
        let pages: Vec<usize> = kids.split(" 0 R").filter_map(|k| k.trim().parse().ok()).collect();
        assert_eq!(number(&tree.0, "/Count"), Some(pages.len()));
        let mut faces = BTreeMap::new();
        for name in ["F0", "F1"] {
            let Some(font) = number(&tree.0, &format!("/{name}")) else { continue };
            let map = number(&objects[&font].0, "/ToUnicode").expect("what its codes mean");
            faces.insert(name.to_owned(), meanings(&String::from_utf8_lossy(&objects[&map].1)));
        }
        Self { objects, pages, faces }
    }

    pub(crate) fn pages(&self) -> usize {
        self.pages.len()
    }

    /// How many objects have this in them.
    pub(crate) fn count(&self, what: &str) -> usize {
        self.objects.values().filter(|o| o.0.contains(what)).count()
    }

    /// The text of a page in the order of the file, and the places where runs begin.
    pub(crate) fn words(&self, page: usize) -> Vec<Words> {
        let content = number(&self.objects[&self.pages[page]].0, "/Contents").expect("content");
        let content = &self.objects[&content].1;
        let mut out: Vec<Words> = Vec::new();
        let mut operands: Vec<String> = Vec::new();
        let (mut face, mut place, mut at) = (String::new(), (0.0, 0.0), 0);
        let mut said = String::new();
        while at < content.len() {
            let c = content[at];
            match c {
                b'(' | b'<' if c == b'(' || content.get(at + 1) != Some(&b'<') => {
                    let (bytes, end) = string(content, at);
                    let meanings = self.faces.get(&face);
                    for code in bytes.chunks_exact(2).filter(|_| !face.is_empty()) {
                        let code = u16::from_be_bytes([code[0], code[1]]);
                        said.push_str(meanings.and_then(|m| m.get(&code)).map_or("", String::as_str));
                    }
                    at = end;
                }
                c if c.is_ascii_whitespace() || b"[]<>".contains(&c) => at += 1,
                _ => {
                    let end = content[at + 1..]
                        .iter()
                        .position(|b| b.is_ascii_whitespace() || b"[]<>()/".contains(b))
                        .map_or(content.len(), |e| at + 1 + e);
                    let word = String::from_utf8_lossy(&content[at..end]).into_owned();
                    match word.as_str() {
                        "BT" => face.clear(),
                        "Tf" => face = operands[operands.len() - 2].trim_start_matches('/').to_owned(),
                        "Tm" => {
                            let number = |n: usize| operands[operands.len() - n].parse().expect("a number");
                            place = (number(2), number(1));
                        }
                        "TJ" | "Tj" if !said.is_empty() => {
                            out.push(Words { x: place.0, y: place.1, text: std::mem::take(&mut said) });
                        }
                        _ => {}
                    }
                    if word.bytes().any(|b| b.is_ascii_digit()) {
                        operands.push(word);
                    } else if !word.starts_with('/') {
                        operands.clear();
                    }
                    at = end;
                }
            }
        }
        out
    }

    /// All text of a page, one run after the other.
    pub(crate) fn text(&self, page: usize) -> String {
        self.words(page).into_iter().map(|w| w.text).collect::<Vec<_>>().join(" ")
    }

    /// All text of the file.
    pub(crate) fn all(&self) -> String {
        (0..self.pages()).map(|n| self.text(n)).collect::<Vec<_>>().join("\n")
    }
}

/// A string, literal or in hexadecimal, and where it ends.
fn string(content: &[u8], start: usize) -> (Vec<u8>, usize) {
    let mut out = Vec::new();
    let mut at = start + 1;
    if content[start] == b'<' {
        let end = at + content[at..].iter().position(|b| *b == b'>').expect("the end of a string");
        let digits: Vec<u8> =
            content[at..end].iter().filter_map(|b| char::from(*b).to_digit(16)).map(|d| d as u8).collect();
        return (digits.chunks(2).map(|p| p[0] * 16 + p.get(1).copied().unwrap_or(0)).collect(), end + 1);
    }
    let mut depth = 1;
    loop {
        let c = content[at];
        at += 1;
        match c {
            b'\\' => {
                let next = content[at];
                at += 1;
                out.push(match next {
                    b'n' => b'\n',
                    b'r' => b'\r',
                    b't' => b'\t',
                    b'b' => 8,
                    b'f' => 12,
                    b'0'..=b'7' => {
                        let octal = String::from_utf8_lossy(&content[at - 1..at + 2]).into_owned();
                        at += 2;
                        u8::from_str_radix(&octal, 8).expect("three digits")
                    }
                    other => other,
                });
            }
            b'(' => {
                depth += 1;
                out.push(c);
            }
            b')' => {
                depth -= 1;
                if depth == 0 {
                    return (out, at);
                }
                out.push(c);
            }
            c => out.push(c),
        }
    }
}

/// What the codes of a face mean.
fn meanings(map: &str) -> BTreeMap<u16, String> {
    let mut out = BTreeMap::new();
    for line in map.lines() {
        let Some((code, text)) =
            line.strip_prefix('<').and_then(|l| l.strip_suffix('>')).and_then(|l| l.split_once("> <"))
        else {
            continue;
        };
        let (Ok(code), true) = (u16::from_str_radix(code, 16), text.len().is_multiple_of(4)) else { continue };
        let units: Vec<u16> = text
            .as_bytes()
            .chunks(4)
            .filter_map(|u| u16::from_str_radix(std::str::from_utf8(u).ok()?, 16).ok())
            .collect();
        out.insert(code, String::from_utf16(&units).expect("UTF-16"));
    }
    out
}
