//! Reports to draw: one in English with quotations from the right, one in Arabic with quotations from the left. All of it
//! is invented.
//!
//! Must not: name a place, person or side that there is.

use armistice::output::{
    document::{Block, Cell, Direction, Document, Inline},
    drawing::{Anchor, Drawing, Ink, Shape},
};

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn cell(words: &str) -> Cell {
    Cell { content: vec![text(words)], figure: false }
}

fn figure(words: &str) -> Cell {
    Cell { content: vec![text(words)], figure: true }
}

fn heading(level: u8, anchor: &str, words: &str) -> Block {
    Block::Heading { level, anchor: anchor.to_owned(), text: words.to_owned() }
}

/// Bars of three series, an area that was not seen, one that is not known, and two lines.
pub(crate) fn drawing(direction: Direction, labels: [&str; 6]) -> Drawing {
    let (width, height) = (400_000, 180_000);
    // A drawing from the right is the mirror of one from the left.
    let at = |x: i32, w: i32| match direction {
        Direction::Ltr => x,
        Direction::Rtl => width - x - w,
    };
    let mut shapes = vec![Shape::Rect { x: 0, y: 0, width, height, ink: Ink::Ground }];
    for y in [30, 60, 90, 120] {
        let points = vec![(at(20_000, 0), y * 1000), (at(390_000, 0), y * 1000)];
        shapes.push(Shape::Line { points, ink: Ink::Faint, dashed: false });
    }
    let inks = [Ink::First, Ink::Second, Ink::Third, Ink::Unseen, Ink::Unknown, Ink::Area];
    for (i, (ink, label)) in inks.into_iter().zip(labels).enumerate() {
        let i = i32::try_from(i).expect("six");
        let (x, tall) = (30_000 + i * 60_000, 110_000 - i * 12_000);
        shapes.push(Shape::Rect { x: at(x, 40_000), y: 150_000 - tall, width: 40_000, height: tall, ink });
        shapes.push(Shape::Text {
            x: at(x + 20_000, 0),
            y: 165_000,
            size: 9_000,
            anchor: Anchor::Middle,
            text: label.to_owned(),
        });
    }
    for (n, ink) in [Ink::First, Ink::Second, Ink::Third].into_iter().enumerate() {
        let y = 20_000 + 12_000 * i32::try_from(n).expect("three");
        let points = vec![(at(240_000, 0), y), (at(300_000, 0), y + 8_000), (at(380_000, 0), y)];
        shapes.push(Shape::Line { points, ink, dashed: n == 2 });
    }
    let axis = vec![(at(20_000, 0), 10_000), (at(20_000, 0), 150_000), (at(390_000, 0), 150_000)];
    shapes.push(Shape::Line { points: axis, ink: Ink::Line, dashed: false });
    shapes.push(Shape::Circle { x: at(340_000, 0), y: 70_000, radius: 9_000, ink: Ink::Unknown });
    let corners = vec![(at(300_000, 0), 60_000), (at(320_000, 0), 85_000), (at(285_000, 0), 95_000)];
    shapes.push(Shape::Polygon { points: corners, ink: Ink::Area });
    shapes.push(Shape::Text {
        x: at(24_000, 0),
        y: 18_000,
        size: 8_000,
        anchor: Anchor::Start,
        text: labels[3].to_owned(),
    });
    Drawing { width, height, shapes }
}

/// A report in English.
pub(crate) fn english() -> Document {
    let blocks = vec![
        Block::Notice(vec![
            Inline::Strong("Limitation. ".to_owned()),
            text(
                "Two of five areas could not be seen in this period; a low figure there says nothing about what happened.",
            ),
        ]),
        heading(1, "summary", "Executive summary"),
        Block::Paragraph(vec![
            text(
                "The mechanism recorded 41 reports; the first side’s register holds 24 of them and the second side’s 29. One of them reads ",
            ),
            Inline::Quote {
                text: "قصفت المدفعية أطراف القرية عند الساعة 14:30 يوم 3 كانون الثاني".to_owned(),
                language: Some("ar".to_owned()),
                direction: Direction::Rtl,
            },
            text(", recorded by the second side; the alleged author is not named. See "),
            Inline::Ref { anchor: "funnel".to_owned(), text: "the table of reports".to_owned() },
            text(". Its statement is "),
            Inline::Code("sha256:6f1ed002ab5595859014ebf0951522d9c1f1e2d3".to_owned()),
            text("."),
        ]),
        Block::List {
            ordered: false,
            items: vec![
                vec![text("Both sides confirmed 7 incidents; the change from the period before is +2.")],
                vec![
                    text("The witness "),
                    Inline::Redacted("safety of a source".to_owned()),
                    text(" said: "),
                    Inline::Quote {
                        text: "Стреляли с обеих сторон".to_owned(),
                        language: Some("ru".to_owned()),
                        direction: Direction::Ltr,
                    },
                    text("."),
                ],
            ],
        },
        heading(2, "funnel", "What became of the reports"),
        Block::Table {
            caption: "Reports by state at the end of the period (unit: one report of one incident)".to_owned(),
            head: ["State", "First side", "Second side", "Third parties", "What it means"].map(str::to_owned).to_vec(),
            rows: [
                ("Received", "24", "29", "8", "in a register, whoever wrote it"),
                (
                    "In scope",
                    "19",
                    "20",
                    "5",
                    "in time, territory and between parties under at least one text of the agreement",
                ),
                ("Corroborated", "7", "7", "unknown", "by two origins that do not depend on each other"),
            ]
            .map(|(a, b, c, d, e)| vec![cell(a), figure(b), figure(c), figure(d), cell(e)])
            .to_vec(),
            note: Some("A report may be in more than one register; the columns do not add up.".to_owned()),
        },
        heading(3, "chart", "By area"),
        Block::Figure {
            caption: "Reports per area, January (unit: reports; hatched: not observed)".to_owned(),
            alternative: "Area one has eleven reports, area two ten, area three nine. Area four was not observed."
                .to_owned(),
            drawing: drawing(Direction::Ltr, ["one", "two", "three", "unseen", "unknown", "حي الزيتون"]),
        },
        heading(2, "dissent", "Dissent"),
        Block::Statement {
            by: "Constituency of the second side, 14 January".to_owned(),
            text: "لا نوافق على ما خلصت إليه الأغلبية.\nكان الوصول إلى المكان ممنوعاً (انظر البند 4.2)، ولم يُسمع الشهود."
                .to_owned(),
            direction: Direction::Rtl,
        },
        Block::PageBreak,
        heading(1, "method", "Method"),
        Block::List {
            ordered: true,
            items: vec![
                vec![text("Each member keeps its own register.")],
                vec![text("The joint record is computed from the registers & checked; <nothing> in it is edited.")],
            ],
        },
    ];
    Document {
        title: "Accountability report no. 3: 1 to 31 January".to_owned(),
        language: "en".to_owned(),
        direction: Direction::Ltr,
        marking: "FOR MEMBERS OF THE MECHANISM".to_owned(),
        foot: "Computed from checkpoints 1f3a…, 77c0…; armistice report --check recomputes it".to_owned(),
        blocks,
    }
}

/// A report in Arabic.
pub(crate) fn arabic() -> Document {
    let blocks = vec![
        Block::Notice(vec![
            Inline::Strong("قيود. ".to_owned()),
            text("تعذّر رصد منطقتين من أصل خمس مناطق في هذه الفترة؛ والرقم المنخفض فيهما لا يدل على ما حدث."),
        ]),
        heading(1, "summary", "ملخص تنفيذي"),
        Block::Paragraph(vec![
            text("سجّلت الآلية 41 بلاغاً (24 في سجل الطرف الأول و29 في سجل الطرف الثاني). جاء في أحدها "),
            Inline::Quote {
                text: "Shelling was heard at 14:30 (local time), two impacts".to_owned(),
                language: Some("en".to_owned()),
                direction: Direction::Ltr,
            },
            text("، كما سجّله الطرف الثاني؛ ولم يُذكر الفاعل المزعوم. انظر "),
            Inline::Ref { anchor: "funnel".to_owned(), text: "جدول البلاغات".to_owned() },
            text(". معرّف البيان "),
            Inline::Code("sha256:6f1ed002ab559585".to_owned()),
            text("."),
        ]),
        Block::List {
            ordered: true,
            items: vec![
                vec![text("أكّد الطرفان 7 حوادث.")],
                vec![text("قال الشاهد "), Inline::Redacted("سلامة المصدر".to_owned()), text(" إنه لم يرَ شيئاً.")],
            ],
        },
        heading(2, "funnel", "مآل البلاغات"),
        Block::Table {
            caption: "البلاغات بحسب حالتها في نهاية الفترة (الوحدة: بلاغ واحد عن حادث واحد)".to_owned(),
            head: ["الحالة", "الطرف الأول", "الطرف الثاني", "المعنى"].map(str::to_owned).to_vec(),
            rows: [
                ("وردت", "24", "29", "مدرجة في سجل، أياً كان كاتبها"),
                ("ضمن النطاق", "19", "20", "في الزمان والمكان وبين الأطراف وفق نص واحد على الأقل من نصوص الاتفاق"),
                ("مؤيَّدة", "7", "غير معروف", "من مصدرين مستقلين (see annex B)"),
            ]
            .map(|(a, b, c, e)| vec![cell(a), figure(b), figure(c), cell(e)])
            .to_vec(),
            note: Some("قد يرد البلاغ في أكثر من سجل.".to_owned()),
        },
        Block::Figure {
            caption: "البلاغات بحسب المنطقة، كانون الثاني (الوحدة: بلاغ)".to_owned(),
            alternative: "في المنطقة الأولى أحد عشر بلاغاً، ولم تُرصد المنطقة الرابعة.".to_owned(),
            drawing: drawing(Direction::Rtl, ["الأولى", "الثانية", "الثالثة", "لم تُرصد", "مجهولة", "zone 6"]),
        },
        heading(2, "dissent", "رأي مخالف"),
        Block::Statement {
            by: "دائرة الطرف الأول، 14 كانون الثاني".to_owned(),
            text: "We do not share the finding of the majority.\nThe place could not be reached (see 4.2).".to_owned(),
            direction: Direction::Ltr,
        },
        heading(1, "persian", "فارسی"),
        Block::Paragraph(vec![
            text("نص فارسي: "),
            Inline::Quote {
                text: "گزارش‌های ثبت‌شده پیش از این منتشر نشده‌اند".to_owned(),
                language: Some("fa".to_owned()),
                direction: Direction::Rtl,
            },
            text("."),
        ]),
    ];
    Document {
        title: "تقرير المساءلة رقم 3: من 1 إلى 31 كانون الثاني".to_owned(),
        language: "ar".to_owned(),
        direction: Direction::Rtl,
        marking: "لأعضاء الآلية فقط".to_owned(),
        foot: "محسوب من نقاط التحقق 1f3a و77c0".to_owned(),
        blocks,
    }
}

/// A report all of whose words try to be something else.
pub(crate) fn hostile() -> Document {
    let evil =
        "</style></script></title><script>alert(1)</script>\" onload='x' &lt; ]]>--><!--\u{202e}\u{0}\u{fffe}\n\\";
    let quote = |direction| Inline::Quote { text: evil.to_owned(), language: Some(evil.to_owned()), direction };
    let line = vec![
        text(evil),
        Inline::Strong(evil.to_owned()),
        quote(Direction::Rtl),
        quote(Direction::Ltr),
        Inline::Ref { anchor: evil.to_owned(), text: evil.to_owned() },
        Inline::Ref { anchor: "nowhere".to_owned(), text: evil.to_owned() },
        Inline::Code(evil.to_owned()),
        Inline::Redacted(evil.to_owned()),
    ];
    let of = |content: &[Inline]| Cell { content: content.to_vec(), figure: false };
    let blocks = vec![
        heading(1, evil, evil),
        heading(2, evil, evil),
        Block::Paragraph(line.clone()),
        Block::List { ordered: false, items: vec![line.clone()] },
        Block::Table {
            caption: evil.to_owned(),
            head: vec![evil.to_owned(), evil.to_owned()],
            rows: vec![vec![of(&line), of(&line)], vec![of(&[])]],
            note: Some(evil.to_owned()),
        },
        Block::Figure {
            caption: evil.to_owned(),
            alternative: evil.to_owned(),
            drawing: drawing(Direction::Ltr, [evil; 6]),
        },
        Block::Statement { by: evil.to_owned(), text: evil.to_owned(), direction: Direction::Rtl },
        Block::Notice(line),
    ];
    Document {
        title: evil.to_owned(),
        language: evil.to_owned(),
        direction: Direction::Ltr,
        marking: evil.to_owned(),
        foot: evil.to_owned(),
        blocks,
    }
}

/// A report with a table of that many rows.
pub(crate) fn long(rows: usize) -> Document {
    let table = Block::Table {
        caption: "Incidents (unit: incident)".to_owned(),
        head: ["Number", "Place as recorded", "Count", "Words"].map(str::to_owned).to_vec(),
        rows: (1..=rows)
            .map(|n| {
                let words = "Reported, and not corroborated by a second origin. ".repeat(1 + n % 4);
                vec![cell(&format!("I-{n:05}")), cell("unknown"), figure(&n.to_string()), cell(&words)]
            })
            .collect(),
        note: None,
    };
    let mut document = english();
    document.blocks.extend([heading(1, "annex", "Annex A"), table]);
    document
}
