//! Charsets, byte maps, formats and refusals.

use armistice_core::span::Span;
use armistice_read::decode::{CharsetBasis, decode};
use armistice_read::format::{Format, text_format};
use armistice_read::reading::{ReadError, Warning, read};
use proptest::prelude::*;

const RUSSIAN: &str = "Стороны договорились о прекращении огня в районе посёлка, сообщил представитель миссии.";
const ARABIC: &str = "قال متحدث باسم البعثة إن الطرفين اتفقا على وقف إطلاق النار في محيط البلدة.";

fn encoded(label: &str, text: &str) -> Vec<u8> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("a known label");
    encoding.encode(text).0.into_owned()
}

fn utf16(text: &str, little: bool, mark: bool) -> Vec<u8> {
    let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
    units.flat_map(|u| if little { u.to_le_bytes() } else { u.to_be_bytes() }).collect()
}

/// Each word of the text must map to raw bytes that decode to that word alone.
fn check(bytes: &[u8], name: &str, basis: CharsetBasis, text: &str) {
    let html = bytes.starts_with(b"<");
    let got = decode(bytes, html);
    assert_eq!((got.charset.name, got.charset.basis), (name, basis));
    assert!(got.text.text.contains(text), "{name}: {}", got.text.text);
    let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).expect("a known name");
    for word in text.split(' ') {
        let at = got.text.text.find(word).expect("the word");
        let raw = got.text.raw(Span::new(at, at + word.len())).expect("a place");
        assert_eq!(encoding.decode_without_bom_handling(&bytes[raw.range()]).0, word, "{name}");
    }
}

#[test]
fn charsets() {
    let page = |charset: &str, text: &str| format!("<html><head><meta charset=\"{charset}\"></head><p>{text}</p>");
    let old = |text: &str| {
        format!("<html><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'><p>{text}</p>")
    };
    check(RUSSIAN.as_bytes(), "UTF-8", CharsetBasis::ValidUtf8, RUSSIAN);
    check(&encoded("windows-1251", RUSSIAN), "windows-1251", CharsetBasis::Guessed, RUSSIAN);
    check(&encoded("windows-1251", &old(RUSSIAN)), "windows-1251", CharsetBasis::Declared, RUSSIAN);
    check(&encoded("koi8-r", &page("koi8-r", RUSSIAN)), "KOI8-R", CharsetBasis::Declared, RUSSIAN);
    check(&encoded("windows-1256", &page("windows-1256", ARABIC)), "windows-1256", CharsetBasis::Declared, ARABIC);
    let japanese = "停戦は 昨日 発効した。";
    for label in ["Shift_JIS", "EUC-JP", "ISO-2022-JP", "gb18030"] {
        check(&encoded(label, &page(label, japanese)), label, CharsetBasis::Declared, japanese);
    }
    check(&utf16(RUSSIAN, true, true), "UTF-16LE", CharsetBasis::ByteOrderMark, RUSSIAN);
    check(&utf16(RUSSIAN, false, true), "UTF-16BE", CharsetBasis::ByteOrderMark, RUSSIAN);
    check(&utf16("The truce 🕊 held.", true, false), "UTF-16LE", CharsetBasis::ZeroBytes, "The truce 🕊 held.");
    let marked = [b"\xef\xbb\xbf", RUSSIAN.as_bytes()].concat();
    check(&marked, "UTF-8", CharsetBasis::ByteOrderMark, RUSSIAN);
}

#[test]
fn mixed_encodings_keep_their_bytes() {
    // Two windows-1252 quotes and one byte that is nothing, in a UTF-8 text.
    let mut bytes = "Die Waffenruhe hält, größtenteils, so der Übermittler: ".as_bytes().to_vec();
    let at = bytes.len();
    bytes.extend_from_slice(b"\x93quiet\x94 \x81 end");
    let got = decode(&bytes, false);
    assert_eq!(got.charset.basis, CharsetBasis::MostlyUtf8);
    assert!(got.text.text.ends_with("“quiet” \u{fffd} end"), "{}", got.text.text);
    let places: Vec<(u32, bool)> = got.misfits.iter().map(|m| (m.raw.start, m.as_windows_1252)).collect();
    let at = u32::try_from(at).expect("short");
    assert_eq!(places, [(at, true), (at + 6, true), (at + 8, false)]);
    let reading = read(&bytes, None).expect("reads");
    assert!(reading.warnings.iter().any(|w| matches!(w, Warning::Misfits { count: 3, .. })));
}

#[test]
fn formats() {
    for (text, name, format) in [
        ("A short note.\nNothing else.", None, Format::Text),
        ("# Head\n\n**One** and **two**\n\n## More\n[a](http://x.example)", None, Format::Markdown),
        ("# Head\ntext", Some("note.md"), Format::Markdown),
        ("# Head\ntext", Some("note.txt"), Format::Text),
        (
            "id,year,date_start,side_a,side_b,latitude,longitude,best\n1,2017,2017-01-02,A,B,1.0,2.0,3",
            None,
            Format::EventTable,
        ),
        ("One, two, three, four, five, six dates were named.\nMore text.", Some("a.csv"), Format::Text),
    ] {
        assert_eq!(text_format(text, name), format, "{text}");
    }
}

#[test]
fn refusals_name_the_reason() {
    let large = vec![b'a'; armistice_read::limits::MAX_DOCUMENT_BYTES + 1];
    for (bytes, message) in [
        (&b""[..], "the file is empty"),
        (b" \n\t\r\n ", "the file is empty"),
        (b"%PDF-1.7 \x00\x01", "type PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG image"),
        (b"ab\x00\x01\x02\x03\x04\x00\x07\x08cd\x0e\x0f", "byte 2 is a control character"),
        (b"event_id,event_date,actor1,latitude,longitude\n1,2017-01-01,A,1,2\n", "table of events"),
        (&large, "more than the"),
    ] {
        let error = read(bytes, None).expect_err("refused").to_string();
        assert!(error.contains(message), "{error}");
    }
    assert!(matches!(read(b"%PDF-", None), Err(ReadError::UnsupportedType { .. })));
}

proptest! {
    #[test]
    fn any_bytes_decode_with_a_monotonous_map(bytes in proptest::collection::vec(any::<u8>(), 0..400), html: bool) {
        let got = decode(&bytes, html).text;
        let mut clean = 0;
        let mut raw = 0;
        for s in &got.segments {
            prop_assert!(s.clean.start >= clean && s.raw.start >= raw && s.raw.end >= s.raw.start);
            prop_assert!(s.raw.end <= got.raw_len);
            prop_assert!(!s.linear || s.clean.len() == s.raw.len());
            clean = s.clean.end;
            raw = s.raw.end;
        }
        prop_assert_eq!(clean as usize, got.text.len());
    }
}
