//! Reports as PDF: whole, readable back, the same each time, and within bounds.

use super::{document, sample};
use crate::pages::reader::Read;
use armistice::output::{
    document::{Block, Cell, Direction, Document, Inline},
    drawing::{Drawing, Ink, Shape},
    page_pdf::{self, BLOCKS_MAX, COLUMNS_MAX, PAGES_MAX, PdfError, SHAPES_MAX, TEXT_MAX},
};
use proptest::prelude::*;

fn file(document: &Document) -> Vec<u8> {
    page_pdf::render(document).expect("a report within bounds")
}

fn with(blocks: Vec<Block>) -> Document {
    Document { blocks, ..sample::english() }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Inline::Text(text.to_owned())])
}

/// A run from the right as it is read.
fn turned(text: &str) -> String {
    text.chars().rev().collect()
}

#[test]
fn the_words_of_a_report_are_in_its_file() {
    let read = Read::new(&file(&sample::english()));
    let all = read.all();
    for words in [
        "Accountability report no. 3: 1 to 31 January",
        "Executive summary",
        "the first side’s register holds 24 of them",
        "sha256:6f1ed002ab5595859014ebf0951522d9c1f1e2d3",
        "redacted: safety of a source",
        "Стреляли с обеих сторон",
        "<nothing> in it is edited.",
        "A report may be in more than one register; the columns do not add up.",
        "Constituency of the second side, 14 January",
    ] {
        assert!(all.contains(words), "{words:?} is not in {all}");
    }
    for page in 0..read.pages() {
        let text = read.text(page);
        assert_eq!(text.matches("FOR MEMBERS OF THE MECHANISM").count(), 2, "at the head and at the foot");
        assert!(text.contains(&format!("Page {} of {}", page + 1, read.pages())), "{text}");
    }
}

#[test]
fn words_from_the_right_are_in_their_order() {
    let arabic = Read::new(&file(&sample::arabic()));
    let all = turned(&arabic.all());
    // With ligatures, vowel signs, and the joiners of Persian.
    for words in ["لأعضاء الآلية فقط", "سجّلت الآلية", "بلاغاً", "تعذّر رصد منطقتين", "ثبت‌شده", "مؤيَّدة"]
    {
        assert!(all.contains(words), "{words:?} is not in {all}");
    }
    assert!(arabic.all().contains("Shelling was heard at"), "a quotation from the left");
    let english = Read::new(&file(&sample::english()));
    assert!(turned(&english.all()).contains("لا نوافق على ما خلصت إليه الأغلبية."), "a quotation from the right");
}

#[test]
fn pages_from_the_right_are_mirrored() {
    let place = |document: &Document, words: &str| {
        let read = Read::new(&file(document));
        let all: Vec<_> = (0..read.pages()).flat_map(|p| read.words(p)).collect();
        let found = all.iter().find(|w| w.text == words || turned(&w.text) == words);
        let found = found.unwrap_or_else(|| panic!("{words:?} is not in {all:?}"));
        assert!(found.y > 0.0 && found.y < 842.0);
        found.x
    };
    let english = sample::english();
    assert!(place(&english, "Received") < place(&english, "24"), "the first column is the one at the left");
    assert!(place(&english, "1.") < 100.0, "the numbers of a list");
    let arabic = sample::arabic();
    assert!(place(&arabic, "وردت") > place(&arabic, "24"), "the first column is the one at the right");
    assert!(place(&arabic, "قد يرد البلاغ في أكثر من سجل.") > 250.0, "a line begins at the right");
}

#[test]
fn the_same_report_is_the_same_file() {
    for document in [sample::english(), sample::arabic(), sample::long(60)] {
        assert!(file(&document) == file(&document));
    }
    assert!(file(&sample::english()) != file(&sample::arabic()));
}

#[test]
fn a_file_has_bookmarks_links_and_structure() {
    let read = Read::new(&file(&sample::english()));
    assert_eq!(read.count("/Subtype /Link"), 5, "four lines of the contents, and the link in the text");
    assert_eq!(read.count("/S /TH"), 5 + 3, "a head of each column, and one of each row");
    assert_eq!(read.count("/S /BlockQuote"), 1);
    assert!(read.count("/Alt ") > 0 && read.count("/MarkInfo") == 1);
    assert_eq!(read.count("/Dest ["), 5, "a bookmark for each heading");
    assert_eq!(
        read.count("/ActualText"),
        2,
        "the order of reading of what runs from the right: a paragraph and the dissent"
    );
    assert_eq!(read.count("/CreationDate"), 0);
}

#[test]
fn a_table_goes_over_pages_and_loses_nothing() {
    let rows = 300;
    let read = Read::new(&file(&sample::long(rows)));
    let all = read.all();
    let mut from = 0;
    for n in 1..=rows {
        let name = format!("I-{n:05}");
        assert_eq!(all.matches(&name).count(), 1, "{name}");
        let at = all.find(&name).expect("it is there");
        assert!(at > from || n == 1, "{name} stands before the one before it");
        from = at;
    }
    let with_rows = (0..read.pages()).filter(|p| read.text(*p).contains("I-0")).count();
    let with_heads = (0..read.pages()).filter(|p| read.text(*p).contains("Number")).count();
    assert!(with_rows > 10);
    assert_eq!(with_heads, with_rows, "its head stands on each of its pages");
    assert_eq!(all.matches("(continued)").count(), with_rows - 1);
}

/// Many columns are set smaller before a word is broken; a digest is broken before the table is set smaller.
#[test]
fn words_of_a_wide_table_stay_whole() {
    let cell = |text: &str| Cell { content: vec![Inline::Text(text.to_owned())], figure: false };
    let table = |columns: usize, text: &str| Block::Table {
        caption: "c".to_owned(),
        head: vec!["Corroborated".to_owned(); columns],
        rows: vec![(0..columns).map(|_| cell(text)).collect()],
        note: None,
    };
    let rows = [
        (8, "undetermined"),
        (10, "determined"),
        (12, "reported"),
        (3, "reported 6f1ed002ab5595859014ebf0951522d9c1f1e2d3"),
    ];
    for (columns, text) in rows {
        let read = Read::new(&file(&with(vec![table(columns, text)])));
        let word = text.split(' ').next().unwrap_or_default();
        let pieces: Vec<String> = read.words(0).into_iter().map(|w| w.text).collect();
        let whole = pieces.iter().filter(|p| p.starts_with(word)).count();
        assert_eq!(whole, columns, "{columns} columns of {text:?}: {pieces:?}");
    }
}

/// Everything that is said stands on a page, and not in its margin.
#[test]
fn what_is_larger_than_a_page_goes_on() {
    let many = |n: usize| (0..n).map(|i| format!("word{i:05} ")).collect::<String>();
    let cell = |text: String| Cell { content: vec![Inline::Text(text)], figure: false };
    let table = |text: String, head: String| Block::Table {
        caption: "c".to_owned(),
        head: vec![head, "b".to_owned()],
        rows: vec![vec![cell(text), cell("other".to_owned())]],
        note: None,
    };
    let cases = [
        (paragraph(&many(4_000)), 4_000),
        (Block::Notice(vec![Inline::Text(many(2_000))]), 2_000),
        (Block::Statement { by: "x".to_owned(), text: many(2_000), direction: Direction::Rtl }, 2_000),
        (table(many(3_000), "a".to_owned()), 3_000),
        (table("x".to_owned(), many(1_500)), 1_500),
        (Block::List { ordered: true, items: vec![vec![Inline::Text(many(2_000))]] }, 2_000),
        (Block::Heading { level: 1, anchor: "a".to_owned(), text: many(700) }, 700),
        // One word without a place to break it.
        (paragraph(&many(2_000).replace(' ', "x")), 2_000),
    ];
    for (block, words) in cases {
        let name: String = format!("{block:?}").chars().take(60).collect();
        let read = Read::new(&file(&with(vec![block])));
        assert!(read.pages() > 1, "{name}");
        let pages = (0..read.pages()).flat_map(|p| read.words(p));
        // Without the head and the foot of each page, which stand between the parts of a word.
        let all: String = pages.filter(|w| (92.0..770.0).contains(&w.y)).map(|w| w.text).collect();
        let all = all.replace(' ', "");
        for n in 0..words {
            assert!(all.contains(&format!("word{n:05}")), "word {n} of {name}");
        }
        for page in 0..read.pages() {
            for w in read.words(page) {
                assert!((20.0..830.0).contains(&w.y) && (50.0..545.0).contains(&w.x), "{w:?} of {name}");
            }
        }
    }
}

#[test]
fn a_report_of_two_hundred_pages_is_drawn() {
    let read = Read::new(&file(&sample::long(3_900)));
    assert!(read.pages() >= 200, "{} pages", read.pages());
    assert!(read.text(read.pages() - 1).contains("I-03900"));
}

#[test]
fn what_is_too_large_is_refused_with_a_sentence() {
    let check = |blocks: Vec<Block>, expected: &dyn Fn(&PdfError) -> bool| {
        let error = page_pdf::render(&with(blocks)).expect_err("too large");
        assert!(expected(&error), "{error:?}");
        assert!(error.to_string().len() > 40, "{error}");
    };
    check(vec![Block::PageBreak; BLOCKS_MAX + 1], &|e| matches!(e, PdfError::Blocks { .. }));
    check(vec![paragraph(&"x".repeat(TEXT_MAX + 1))], &|e| matches!(e, PdfError::Text { .. }));
    let pages = (0..=PAGES_MAX).flat_map(|_| [paragraph("x"), Block::PageBreak]).collect();
    check(pages, &|e| *e == PdfError::Pages);
    let head = vec![String::new(); COLUMNS_MAX + 1];
    let table = Block::Table { caption: "wide".to_owned(), head, rows: vec![], note: None };
    check(vec![table], &|e| matches!(e, PdfError::Columns { caption, .. } if caption == "wide"));
    let shapes = vec![Shape::Circle { x: 0, y: 0, radius: 1, ink: Ink::Line }; SHAPES_MAX + 1];
    let drawing = Drawing { width: 9, height: 9, shapes };
    let figure = Block::Figure { caption: "map".to_owned(), alternative: String::new(), drawing };
    check(vec![figure], &|e| matches!(e, PdfError::Shapes { .. }));
    let marking = Document { marking: "FOR SOME ".repeat(50), ..sample::english() };
    assert_eq!(page_pdf::render(&marking), Err(PdfError::Margin { what: "marking", most: 3 }));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn any_report_is_a_sound_file(document in document()) {
        match page_pdf::render(&document) {
            Ok(file) => {
                let read = Read::new(&file);
                prop_assert!(read.pages() > 0);
                read.all();
            }
            // What is arbitrary is longer than a margin now and then.
            Err(e) => prop_assert!(matches!(e, PdfError::Margin { .. }), "{}", e),
        }
    }
}

/// Tools that other people wrote. `make slow` installs them.
mod slow {
    use super::{file, sample};
    use std::process::Command;

    fn run(program: &str, arguments: &[&str]) -> String {
        let output = Command::new(program).args(arguments).output().unwrap_or_else(|e| panic!("{program}: {e}"));
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{program}: {said}{}", String::from_utf8_lossy(&output.stderr));
        said
    }

    #[test]
    fn strangers_read_the_file() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let rows = [
            (
                "english",
                sample::english(),
                vec!["Executive summary", "by two origins that do not depend on each other"],
            ),
            ("arabic", sample::arabic(), vec!["لأعضاء الآلية فقط", "تعذّر رصد منطقتين من أصل خمس مناطق في هذه الفترة"]),
            ("long", sample::long(1_000), vec!["I-01000"]),
        ];
        for (name, document, words) in rows {
            let path = folder.path().join(format!("{name}.pdf"));
            std::fs::write(&path, file(&document)).expect("the file is written");
            let path = path.to_str().expect("a path");
            run("qpdf", &["--check", path]);
            let text = run("pdftotext", &[path, "-"]);
            for words in words {
                assert!(text.contains(words), "{words:?} is not in {text}");
            }
            let faces = run("pdffonts", &[path]);
            for row in faces.lines().skip(2) {
                // Embedded, a subset, with the meaning of each code.
                assert!(row.contains("CID TrueType") && row.contains("yes yes yes"), "{faces}");
            }
            let about = run("pdfinfo", &[path]);
            assert!(about.contains("Tagged:          yes") && about.contains("(A4)"), "{about}");
        }
    }
}
