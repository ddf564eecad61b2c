//! Reports as pages: what stands in them, that nothing breaks out of them, and that the same report is the same bytes.

use armistice::output::{
    document::{Block, Cell, Direction, Document, Inline},
    drawing::{Anchor, Drawing, Ink, Shape},
    escape, page_html,
    page_words::PageWords,
    svg::{self, Label},
};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::collections::BTreeSet;

mod pdf;
mod reader;
mod sample;

/// Characters that markup, style sheets and directions are made of, between any others.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("</style><script>alert(1)</script>".to_owned()),
        Just("\"' onload=x <b>&amp;&lt;".to_owned()),
        Just("]]>--><!--".to_owned()),
        Just("\u{202e}\u{2066}\u{0}\u{7}\u{fffe}\n".to_owned()),
        Just("السلام (عليكم) 123".to_owned()),
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..3).prop_map(|p| p.concat())
}

fn direction() -> impl Strategy<Value = Direction> {
    prop_oneof![Just(Direction::Ltr), Just(Direction::Rtl)]
}

fn inline() -> impl Strategy<Value = Inline> {
    prop_oneof![
        hostile().prop_map(Inline::Text),
        hostile().prop_map(Inline::Strong),
        (hostile(), prop::option::of(hostile()), direction()).prop_map(|(text, language, direction)| Inline::Quote {
            text,
            language,
            direction
        }),
        (hostile(), hostile()).prop_map(|(anchor, text)| Inline::Ref { anchor, text }),
        hostile().prop_map(Inline::Code),
        hostile().prop_map(Inline::Redacted),
    ]
}

fn line() -> impl Strategy<Value = Vec<Inline>> {
    prop::collection::vec(inline(), 0..4)
}

const INKS: [Ink; 9] =
    [Ink::Line, Ink::Faint, Ink::First, Ink::Second, Ink::Third, Ink::Unseen, Ink::Unknown, Ink::Area, Ink::Ground];

fn drawing() -> impl Strategy<Value = Drawing> {
    let ink = || prop::sample::select(INKS.to_vec());
    let points = || prop::collection::vec((any::<i32>(), any::<i32>()), 0..4);
    let anchor = || prop::sample::select(vec![Anchor::Start, Anchor::Middle, Anchor::End]);
    let shape = prop_oneof![
        (any::<[i32; 4]>(), ink()).prop_map(|([x, y, width, height], ink)| Shape::Rect { x, y, width, height, ink }),
        (points(), ink(), any::<bool>()).prop_map(|(points, ink, dashed)| Shape::Line { points, ink, dashed }),
        (points(), ink()).prop_map(|(points, ink)| Shape::Polygon { points, ink }),
        (any::<[i32; 3]>(), ink()).prop_map(|([x, y, radius], ink)| Shape::Circle { x, y, radius, ink }),
        (any::<[i32; 3]>(), anchor(), hostile()).prop_map(|([x, y, size], anchor, text)| Shape::Text {
            x,
            y,
            size,
            anchor,
            text
        }),
    ];
    (any::<i32>(), any::<i32>(), prop::collection::vec(shape, 0..4)).prop_map(|(width, height, shapes)| Drawing {
        width,
        height,
        shapes,
    })
}

fn block() -> impl Strategy<Value = Block> {
    let cell = || (line(), any::<bool>()).prop_map(|(content, figure)| Cell { content, figure });
    let rows = prop::collection::vec(prop::collection::vec(cell(), 0..4), 0..4);
    prop_oneof![
        (any::<u8>(), hostile(), hostile()).prop_map(|(level, anchor, text)| Block::Heading { level, anchor, text }),
        line().prop_map(Block::Paragraph),
        (any::<bool>(), prop::collection::vec(line(), 0..3))
            .prop_map(|(ordered, items)| Block::List { ordered, items }),
        (hostile(), prop::collection::vec(hostile(), 0..4), rows, prop::option::of(hostile()))
            .prop_map(|(caption, head, rows, note)| Block::Table { caption, head, rows, note }),
        (hostile(), hostile(), drawing()).prop_map(|(caption, alternative, drawing)| Block::Figure {
            caption,
            alternative,
            drawing
        }),
        (hostile(), hostile(), direction()).prop_map(|(by, text, direction)| Block::Statement { by, text, direction }),
        line().prop_map(Block::Notice),
        Just(Block::PageBreak),
    ]
}

fn document() -> impl Strategy<Value = Document> {
    (hostile(), hostile(), direction(), hostile(), hostile(), prop::collection::vec(block(), 0..6)).prop_map(
        |(title, language, direction, marking, foot, blocks)| Document {
            title,
            language,
            direction,
            marking,
            foot,
            blocks,
        },
    )
}

/// The names of all elements, the values of all ids, and whether a link leads to no id. Reads what a browser's tokenizer
/// would read: a tag begins with `<` and a letter or `/`, wherever that stands outside of a tag.
fn elements(markup: &str) -> (BTreeSet<String>, Vec<String>) {
    let (mut names, mut ids) = (BTreeSet::new(), Vec::new());
    for part in markup.split('<').skip(1) {
        let name: String = part.trim_start_matches('/').chars().take_while(|c| !" />".contains(*c)).collect();
        names.insert(name);
        let tag = part.split('>').next().unwrap_or_default();
        for (key, value) in tag.match_indices("id=\"").map(|(i, m)| (&tag[..i], &tag[i + m.len()..])) {
            if key.ends_with(' ') {
                ids.push(value.split('"').next().unwrap_or_default().to_owned());
            }
        }
    }
    (names, ids)
}

const HTML: &str = "!DOCTYPE html head meta title style body a header h1 h2 h3 h4 h5 nav ol ul li main p strong bdi code span \
                    table caption thead tbody tr th td div figure figcaption details summary blockquote footer svg desc defs \
                    pattern rect circle path text";

fn check_page(page: &str) {
    let (names, ids) = elements(page);
    let known: BTreeSet<&str> = HTML.split_whitespace().collect();
    for name in &names {
        assert!(known.contains(name.as_str()), "an element {name:?} in {page}");
    }
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "ids twice: {ids:?}");
    for (i, m) in page.match_indices("href=\"#") {
        let target = page[i + m.len()..].split('"').next().unwrap_or_default().to_owned();
        assert!(ids.contains(&target), "a link to #{target}");
    }
    for wrong in ["\u{202e}", "\u{0}", "<script", "http://", "https://", "margin-left", "padding-right", "float:"] {
        let page = page.replace("http://www.w3.org/2000/svg", "");
        assert!(!page.contains(wrong), "{wrong:?} in {page}");
    }
    assert_eq!(page.matches("</style>").count(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn nothing_breaks_out_of_a_page(document in document()) {
        check_page(&page_html::render(&document));
    }

    #[test]
    fn nothing_breaks_out_of_a_drawing(drawing in drawing(), words in hostile(), direction in direction()) {
        let label = Label { prefix: &words, title: &words, description: &words, direction };
        let svg = svg::labelled(&drawing, &label);
        let (names, ids) = elements(&svg);
        let known: BTreeSet<&str> = "svg title desc defs pattern rect circle path text".split(' ').collect();
        prop_assert!(names.iter().all(|n| known.contains(n.as_str())), "{svg}");
        prop_assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        // Whole numbers only: a point between two digits stands nowhere in a tag.
        let tags: String = svg.split('<').map(|p| p.split('>').next().unwrap_or_default()).collect();
        let tags = tags.replace("www.w3.org", "");
        let pointed = tags.as_bytes().windows(3).any(|w| w[0].is_ascii_digit() && w[1] == b'.' && w[2].is_ascii_digit());
        prop_assert!(!pointed || words.contains('.'), "{svg}");
    }
}

#[test]
fn the_same_report_is_the_same_page() {
    for document in [sample::english(), sample::arabic(), sample::hostile()] {
        assert_eq!(page_html::render(&document), page_html::render(&document));
        check_page(&page_html::render(&document));
    }
}

#[test]
fn text_is_escaped() {
    let rows = [
        ("a < b & \"c\"", "a &lt; b &amp; &quot;c&quot;"),
        ("line\nnext\u{7}", "line next\u{fffd}"),
        ("\u{202e}evil\u{2066}", "\u{fffd}evil\u{fffd}"),
        ("می‌شود", "می‌شود"),
    ];
    for (text, expected) in rows {
        assert_eq!(escape::escaped(text), expected);
    }
    assert_eq!(escape::css_string("a\"</b"), "\"a\\22 \\3c \\2f b\"");
    for (language, expected) in [("ar", "ar"), ("zh-Hant-TW", "zh-Hant-TW"), ("\" onload=x", ""), ("", "")] {
        assert_eq!(escape::tag(language), expected);
    }
    assert_eq!(escape::id("case/12 b_c"), "case_2f12_20b_5fc");
}

/// Days, times and case numbers are isolated in lines from the right, so that they are not turned round part by part; ranges,
/// words and plain numbers run as their language does.
#[test]
fn days_stay_as_written_in_lines_from_the_right() {
    let check = |text: &str, expected: &str| {
        let shown = |s: String| s.replace('\u{2066}', "<").replace('\u{2069}', ">");
        assert_eq!(shown(escape::set(text, Direction::Rtl)), expected);
        assert_eq!(escape::set(text, Direction::Ltr), text);
    };
    check("من 2017-01-16 إلى 2017-01-31.", "من <2017-01-16> إلى <2017-01-31>.");
    check("حتى 2017-02-01T02:00:00+02:00", "حتى <2017-02-01T02:00:00+02:00>");
    check("القضية 2026-001", "القضية <2026-001>");
    check("4–6 حوادث، 12 في Hama", "4–6 حوادث، 12 في Hama");
    check("", "");
}

#[test]
fn words_fall_back_to_english() {
    for (language, expected) in [("ar", "ar"), ("fa-IR", "fa"), ("RU", "ru"), ("xx", "en"), ("", "en")] {
        assert_eq!(PageWords::of(language).language, expected, "{language}");
    }
    assert_eq!(PageWords::of("fr").page_of(3, 12), "Page 3 sur 12");
}

fn check_svg(shape: Shape, direction: Direction, expected: Expect) {
    let drawing = Drawing { width: 10_000, height: 5_000, shapes: vec![shape] };
    let label = Label { prefix: "f1", title: "T", description: "", direction };
    let svg = svg::labelled(&drawing, &label).replace('\u{2068}', "[FSI]").replace('\u{2069}', "[PDI]");
    expected.assert_eq(&svg.replace("><", ">\n<"));
}

#[test]
fn shapes_become_svg() {
    let rect = |ink| Shape::Rect { x: 1, y: 2, width: 3, height: 4, ink };
    check_svg(
        rect(Ink::Unseen),
        Direction::Ltr,
        expect![[r##"
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10000 5000" width="14" height="7" role="img" aria-labelledby="f1-t">
        <title id="f1-t">T</title>
        <defs>
        <pattern id="f1-unseen" width="6000" height="6000" patternUnits="userSpaceOnUse">
        <rect width="6000" height="6000" fill="#ffffff"/>
        <path d="M-1500 1500L1500 -1500M0 6000L6000 0M4500 7500L7500 4500" stroke="#595959" stroke-width="900"/>
        </pattern>
        </defs>
        <rect x="1" y="2" width="3" height="4" fill="url(#f1-unseen)" stroke="#595959" stroke-width="600"/>
        </svg>"##]],
    );
    check_svg(
        rect(Ink::First),
        Direction::Ltr,
        expect![[r##"
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10000 5000" width="14" height="7" role="img" aria-labelledby="f1-t">
        <title id="f1-t">T</title>
        <rect x="1" y="2" width="3" height="4" fill="#0b3c6e" stroke="#0b3c6e" stroke-width="600"/>
        </svg>"##]],
    );
    let line = Shape::Line { points: vec![(0, 0), (5, -5)], ink: Ink::Third, dashed: false };
    check_svg(
        line,
        Direction::Ltr,
        expect![[r##"
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10000 5000" width="14" height="7" role="img" aria-labelledby="f1-t">
        <title id="f1-t">T</title>
        <path d="M0 0L5 -5" fill="none" stroke="#2d6a4f" stroke-width="1600" stroke-dasharray="1500 2000"/>
        </svg>"##]],
    );
    let text = |text: &str| Shape::Text { x: 5, y: 6, size: 700, anchor: Anchor::Start, text: text.to_owned() };
    check_svg(
        text("a<b"),
        Direction::Ltr,
        expect![[r##"
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10000 5000" width="14" height="7" role="img" aria-labelledby="f1-t">
        <title id="f1-t">T</title>
        <text x="5" y="6" font-size="700" text-anchor="start" direction="ltr" font-family="sans-serif" fill="#1a1a1a">a&lt;b</text>
        </svg>"##]],
    );
    check_svg(
        text("حي"),
        Direction::Ltr,
        expect![[r##"
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10000 5000" width="14" height="7" role="img" aria-labelledby="f1-t">
        <title id="f1-t">T</title>
        <text x="5" y="6" font-size="700" text-anchor="start" direction="ltr" font-family="sans-serif" fill="#1a1a1a">[FSI]حي[PDI]</text>
        </svg>"##]],
    );
    check_svg(
        text("حي"),
        Direction::Rtl,
        expect![[r##"
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10000 5000" width="14" height="7" role="img" aria-labelledby="f1-t">
        <title id="f1-t">T</title>
        <text x="5" y="6" font-size="700" text-anchor="start" direction="rtl" font-family="sans-serif" fill="#1a1a1a">حي</text>
        </svg>"##]],
    );
}

/// That no two inks are drawn alike where colour is taken away.
#[test]
fn inks_differ_without_colour() {
    let grey = |svg: &str| {
        let mut out = svg.to_owned();
        // Tones are told apart by their lightness alone, in steps that a photocopier keeps.
        for (i, _) in svg.match_indices('#').filter(|(i, _)| svg[i + 1..].len() > 6) {
            if let Ok(rgb) = u32::from_str_radix(&svg[i + 1..i + 7], 16) {
                let light = ((rgb >> 16) * 3 + ((rgb >> 8) & 255) * 6 + (rgb & 255)) / 10 / 40;
                out.replace_range(i..i + 7, &format!("tone {light:<2}"));
            }
        }
        INKS.iter().fold(out, |out, ink| out.replace(&format!("{ink:?}").to_lowercase(), "ink"))
    };
    for line in [false, true] {
        let drawn: Vec<String> = INKS
            .iter()
            .map(|ink| {
                let shape = match line {
                    true => Shape::Line { points: vec![(0, 0), (9, 9)], ink: *ink, dashed: false },
                    false => Shape::Rect { x: 0, y: 0, width: 9, height: 9, ink: *ink },
                };
                grey(&svg::render(&Drawing { width: 9, height: 9, shapes: vec![shape] }))
            })
            .collect();
        // Lines are drawn with the inks of lines and of series; areas with all.
        let compared = if line { &drawn[..7] } else { &drawn[..] };
        for (i, a) in compared.iter().enumerate() {
            for (j, b) in compared.iter().enumerate().skip(i + 1) {
                assert_ne!(a, b, "{:?} and {:?} look alike", INKS[i], INKS[j]);
            }
        }
    }
}

fn check_html(block: Block, expected: Expect) {
    let document = Document { blocks: vec![block], ..sample::english() };
    let page = page_html::render(&document);
    let inner = page.split("<main id=\"report\">").nth(1).and_then(|p| p.split("</main>").next()).expect("a main part");
    expected.assert_eq(&inner.replace("><", ">\n<"));
}

#[test]
fn blocks_become_html() {
    let quote = Inline::Quote { text: "قال <نعم>".into(), language: None, direction: Direction::Rtl };
    let gone = Inline::Ref { anchor: "gone".into(), text: "nowhere".into() };
    check_html(
        Block::Paragraph(vec![quote, gone, Inline::Redacted("source".into()), Inline::Code("1f".into())]),
        expect![[r#"
            <p>“<bdi lang="" dir="rtl">قال &lt;نعم&gt;</bdi>”nowhere<span class="redacted">
            <span>redacted</span>: <bdi>source</bdi>
            </span>
            <code dir="ltr">1f</code>
            </p>"#]],
    );
    let cell = |t: &str, figure| Cell { content: vec![Inline::Text(t.into())], figure };
    check_html(
        Block::Table {
            caption: "Reports (unit: report)".into(),
            head: vec!["State".into(), "Count".into()],
            rows: vec![vec![cell("received", false), cell("3", true)]],
            note: Some("note".into()),
        },
        expect![[r#"
            <div class="wide" role="region" tabindex="0" aria-labelledby="table-0">
            <table>
            <caption id="table-0">Reports (unit: report)</caption>
            <thead>
            <tr>
            <th scope="col">State</th>
            <th class="figure" scope="col">Count</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <th scope="row">received</th>
            <td class="figure">3</td>
            </tr>
            </tbody>
            </table>
            </div>
            <p class="note">note</p>"#]],
    );
    check_html(
        Block::Statement { by: "second side".into(), text: "one\n\ntwo".into(), direction: Direction::Rtl },
        expect![[r#"
            <figure>
            <figcaption>
            <bdi>second side</bdi>
            </figcaption>
            <blockquote dir="rtl" lang="">
            <p>one</p>
            <p>two</p>
            </blockquote>
            </figure>"#]],
    );
    check_html(
        Block::Heading { level: 2, anchor: "a b".into(), text: "A & B".into() },
        expect![[r#"<h3 id="a_20b">A &amp; B</h3>"#]],
    );
}
