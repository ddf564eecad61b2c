//! Which lines are the article, why the others are cut, and that no byte is lost. Pages written for these tests.

use armistice_read::block::{BlockKind, CutReason, Fate};
use armistice_read::reading::{Reading, read};
use proptest::prelude::*;

/// A market town, an invented mission and invented parties.
const PAGE: &str = "Skip to content
Home
World
Sport
Monday, 4 March 2019
Home / World / Patrols resume along the Velna river

Patrols resume along the Velna river

By Ada Lorne
Published March 2, 2019 - 09:30 GMT

Two officers of the monitoring mission cross the bridge at Orsk Velna on Friday. (Reuters/Jon Marr)
Two officers of the monitoring mission cross the bridge at Orsk Velna on Friday. (Reuters/Jon Marr)

ORSK VELNA (Reuters) - Patrols of the monitoring mission resumed along the Velna river on Friday after both sides agreed to pull back their heavy guns, the mission said in a statement.

The mission's spokeswoman said that no shots had been heard since Thursday evening, although both sides accused each other of flying drones over the crossing.

“We were quiet.”

“They shot first,” a commander of the northern brigade told reporters. “We will not answer, but we will not leave our posts either.”

Patrols along Velna river were stopped after shots, says mission

The two sides signed the agreement in October, and the mission has counted 112 breaches of it since, most of them small-arms fire near the river.

What comes next

A second round of talks is planned for April, when the exchange of detainees will be discussed, the mission said.

Courtesy: Velna Herald

Share this article
Add a comment
There are no comments yet. Be the first to comment.
Related articles
Mission asks for more observers on the northern bank
Copyright © 2019 Velna Herald. All rights reserved.
This page is not available
The page you are looking for does not exist. Please check the address.";

fn block<'a>(r: &'a Reading, needle: &str) -> (&'a str, BlockKind, Fate) {
    let hit = r.blocks.iter().find(|b| r.text.slice(b.span).contains(needle));
    let b = hit.unwrap_or_else(|| panic!("no block with {needle:?}"));
    (r.text.slice(b.span), b.kind, b.fate)
}

fn check(r: &Reading, needle: &str, kind: Option<BlockKind>, fate: Fate) {
    let got = block(r, needle);
    assert_eq!(got.2, fate, "{got:?}");
    if let Some(kind) = kind {
        assert_eq!(got.1, kind, "{got:?}");
    }
}

#[test]
fn a_page_without_markup() {
    use BlockKind as K;
    use CutReason as C;
    let r = read(PAGE.as_bytes(), Some("page.txt")).expect("reads");
    for needle in [
        "Patrols of the monitoring mission resumed",
        "no shots had been heard",
        "We were quiet",
        "They shot first",
        "112 breaches",
        "What comes next",
        "second round of talks",
    ] {
        check(&r, needle, None, Fate::Main);
    }
    for (needle, kind, reason) in [
        ("Skip to content", K::Other, C::Navigation),
        ("Monday, 4 March", K::PageDate, C::PageDate),
        ("Home / World", K::Other, C::Navigation),
        ("By Ada Lorne", K::Byline, C::Byline),
        ("Published March 2", K::PageDate, C::PageDate),
        ("Two officers", K::Caption, C::Caption),
        ("were stopped after shots", K::Other, C::RelatedLink),
        ("Courtesy: Velna", K::CreditLine, C::CreditLine),
        ("Share this article", K::Other, C::Widget),
        ("Add a comment", K::Other, C::Comments),
        ("There are no comments", K::Other, C::Comments),
        ("Related articles", K::Other, C::RelatedLink),
        ("Copyright ©", K::Other, C::Legal),
        ("This page is not available", K::Other, C::ErrorNotice),
        ("The page you are looking for", K::Other, C::ErrorNotice),
    ] {
        check(&r, needle, Some(kind), Fate::Cut(reason));
    }
    let title = r.blocks.iter().filter(|b| b.kind == K::Title).map(|b| r.text.slice(b.span)).collect::<Vec<_>>();
    assert_eq!(title, ["Patrols resume along the Velna river"]);
    assert_eq!(r.language, Some("en"));
}

#[test]
fn glued_furniture_is_split_or_cut() {
    let page = PAGE.replace("\nPublished March 2, 2019 - 09:30 GMT\n", "\n").replace(
        "“We were quiet.”",
        "A bridge over the river near the crossing pointImage copyright\nJon Marr\n\nImage caption\n\nThe bridge was \
         closed for three weeks\n\nMedia captionWhy the river matters to both sides",
    );
    let page = page.replace("Monday, 4 March 2019\nHome", "Monday, 4 March 2019Home");
    let r = read(page.as_bytes(), None).expect("reads");
    for needle in ["near the crossing point", "Jon Marr", "The bridge was closed", "Why the river matters"] {
        check(&r, needle, Some(BlockKind::Caption), Fate::Cut(CutReason::Caption));
    }
    assert_eq!(block(&r, "Monday, 4 March").0, "Monday, 4 March 2019");
    check(&r, "They shot first", None, Fate::Main);
}

#[test]
fn other_languages_keep_their_articles() {
    for (page, kept, cut) in [
        (
            "الرئيسية\nأخبار\nاستئناف الدوريات على ضفة النهر\n\nنشر في: 2 آذار/مارس 2019\n\nاستأنفت بعثة المراقبة دورياتها على ضفة النهر يوم الجمعة بعد أن اتفق الطرفان على سحب المدافع الثقيلة من محيط الجسر، وفق ما جاء في بيان البعثة.\n\nوقالت المتحدثة باسم البعثة إن إطلاق النار توقف منذ مساء الخميس، لكن كل طرف اتهم الآخر بإرسال طائرات مسيرة فوق المعبر خلال الليل.\n\nاقرأ أيضا\nجميع الحقوق محفوظة",
            "استأنفت بعثة المراقبة",
            "جميع الحقوق",
        ),
        (
            "Главная\nНовости\nПатрули возобновили работу на берегу реки\n\n2 марта 2019\n\nПатрули миссии наблюдателей возобновили работу на берегу реки в пятницу после того, как обе стороны согласились отвести тяжёлые орудия от моста, говорится в заявлении миссии.\n\nПо словам представительницы миссии, стрельбы не было с вечера четверга, хотя стороны обвинили друг друга в запуске беспилотников над переправой.\n\nЧитайте также\nВсе права защищены",
            "Патрули миссии",
            "Все права",
        ),
        (
            "Ana sayfa\nGündem\nNehir boyunda devriyeler yeniden başladı\n\nGözlem misyonunun devriyeleri, iki tarafın ağır silahlarını köprü çevresinden çekmeyi kabul etmesinin ardından cuma günü nehir boyunda yeniden başladı.\n\nMisyonun sözcüsü, perşembe akşamından bu yana silah sesi duyulmadığını, ancak tarafların birbirini insansız hava aracı uçurmakla suçladığını söyledi.\n\nİlgili haberler\nTüm hakları saklıdır",
            "Gözlem misyonunun",
            "Tüm hakları",
        ),
        (
            "Accueil\nMonde\nLes patrouilles reprennent le long du fleuve\n\nLes patrouilles de la mission d'observation ont repris vendredi le long du fleuve après que les deux camps ont accepté de retirer leurs canons lourds des abords du pont, selon la mission.\n\nLa porte-parole de la mission a déclaré qu'aucun tir n'avait été entendu depuis jeudi soir, mais chaque camp accuse l'autre d'avoir envoyé des drones.\n\nÀ lire aussi\nTous droits réservés",
            "Les patrouilles de la mission",
            "Tous droits",
        ),
    ] {
        let r = read(page.as_bytes(), None).expect("reads");
        check(&r, kept, None, Fate::Main);
        assert_ne!(block(&r, cut).2, Fate::Main);
        assert!(r.blocks.iter().any(|b| b.kind == BlockKind::Title), "a title: {page}");
    }
}

#[test]
fn short_notes_are_kept() {
    for text in ["The truce holds.", "Two shells fell near the bridge\nNobody was hurt", "وقف إطلاق النار صامد."]
    {
        let r = read(text.as_bytes(), None).expect("reads");
        assert_eq!(r.main_text(), text);
    }
}

const HTML: &str = r##"<!doctype html><html lang="en"><head><title>Patrols resume along the Velna river - Velna Herald</title>
<meta property="og:site_name" content="Velna Herald"><style>p { color: red }</style>
<script>var x = "<p>not text</p>";</script></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<article><h1>Patrols resume along the Velna river</h1>
<figure><img src="a.jpg"><figcaption>The bridge on Friday. (Reuters/Jon Marr)</figcaption></figure>
<p>Patrols of the monitoring mission resumed along the Velna river on Friday after both sides agreed to
pull back their <b>heavy</b> guns &amp; mortars, the mission said in a statement.</p>
<p>The mission&#8217;s spokeswoman said that no shots had been heard since Thursday evening, although both sides
accused each other of flying drones over the crossing.</p>
<p>The two sides signed the agreement in October, and the mission has counted 112 breaches of it since, most of
them small-arms fire near the river.</p></article>
<aside class="related"><h3>Related</h3><ul><li><a href="/b">Mission asks for more observers</a></li></ul></aside>
<footer><p>&copy; 2019 Velna Herald. All rights reserved.</p></footer></body></html>"##;

#[test]
fn a_page_with_markup() {
    let r = read(HTML.as_bytes(), Some("page.html")).expect("reads");
    check(&r, "heavy guns & mortars", Some(BlockKind::Paragraph), Fate::Main);
    check(&r, "The mission’s spokeswoman", None, Fate::Main);
    check(&r, "112 breaches", None, Fate::Main);
    check(&r, "Patrols resume", Some(BlockKind::Title), Fate::Cut(CutReason::Title));
    check(&r, "The bridge on Friday", Some(BlockKind::Caption), Fate::Cut(CutReason::Caption));
    check(&r, "Mission asks for more", None, Fate::Cut(CutReason::RelatedLink));
    check(&r, "All rights reserved", None, Fate::Cut(CutReason::Legal));
    assert!(!r.text.text.contains("not text") && !r.text.text.contains("color"));
    // Spans of words and references in the file.
    for (clean, raw) in [("& mortars", "&amp; mortars"), ("heavy", "heavy"), ("’s spokes", "&#8217;s spokes")] {
        let at = r.text.text.find(clean).expect("stands there");
        let span = r.text.raw(armistice_core::span::Span::new(at, at + clean.len())).expect("a place");
        assert_eq!(&HTML[span.range()], raw);
    }
    partition_holds(HTML.as_bytes(), &r);
    let main: String = r.main_spans_raw().iter().map(|s| &HTML[s.range()]).collect();
    assert!(main.contains("heavy") && !main.contains("<b>") && !main.contains("Related"));
}

fn partition_holds(bytes: &[u8], r: &Reading) {
    let mut at = 0;
    for (span, _) in r.partition() {
        assert_eq!(span.start, at, "no gap, no overlap");
        assert!(span.end > span.start);
        at = span.end;
    }
    assert_eq!(at as usize, bytes.len());
    for b in &r.blocks {
        assert!(!r.text.slice(b.span).is_empty());
    }
    for d in &r.meta.dates {
        assert!(d.found.span.end as usize <= bytes.len());
    }
}

#[test]
fn hostile_pages_end() {
    let deep = format!("<html><body>{}<p>The mission said that the truce held on Friday.", "<div><b>".repeat(60_000));
    let attributes = format!("<html><p {}>The mission said that the truce held on Friday.", "a=b ".repeat(60_000));
    let references = format!("<html><p>{}</p>", "&notit;&#x26;&".repeat(20_000));
    let lines = "a<br>".repeat(50_500);
    let lines = format!("<html><body>{lines}</body></html>");
    let open = "<".repeat(300_000);
    let comment = format!("<html><!--{}", "-".repeat(300_000));
    let tables = format!("<html>{}", "<table><tr><td><a href=x>x".repeat(20_000));
    for page in [deep, attributes, references, lines, open, comment, tables] {
        if let Ok(r) = read(page.as_bytes(), Some("x.html")) {
            partition_holds(page.as_bytes(), &r);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_byte_is_accounted_for(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(r) = read(&bytes, None) {
            partition_holds(&bytes, &r);
        }
    }

    #[test]
    fn every_byte_of_soup_is_accounted_for(parts in proptest::collection::vec(prop_oneof![
        Just("<p>".to_owned()), Just("</p>".to_owned()), Just("<div class='share nav'>".to_owned()),
        Just("</div>".to_owned()), Just("<b".to_owned()), Just(">".to_owned()), Just("<br/>".to_owned()),
        Just("&amp;".to_owned()), Just("&#x41;".to_owned()), Just("&nope".to_owned()), Just("<!--".to_owned()),
        Just("-->".to_owned()), Just("<script>".to_owned()), Just("</script>".to_owned()), Just("\r\n".to_owned()),
        Just("<td>".to_owned()), Just("<h1>".to_owned()), Just("<title>".to_owned()), Just("</title>".to_owned()),
        Just("<a href=\"x&amp;y\">".to_owned()), Just("</a>".to_owned()), Just("<time datetime='2017-01-02'>".to_owned()),
        "[a-zA-Zא-ת., 0-9\u{a0}é]{0,40}",
    ], 0..60)) {
        let page = format!("<html><body>{}", parts.concat());
        if let Ok(r) = read(page.as_bytes(), None) {
            partition_holds(page.as_bytes(), &r);
        }
    }

    #[test]
    fn every_byte_of_text_is_accounted_for(page in "([A-Za-z ,.“”]{0,60}(\n|\r\n|\u{2028})){0,20}") {
        if let Ok(r) = read(page.as_bytes(), None) {
            partition_holds(page.as_bytes(), &r);
            // Without markup all that is no white space is in a block.
            let held: usize = r.blocks.iter().map(|b| r.text.slice(b.span).split_whitespace().count()).sum();
            prop_assert!(held >= page.split_whitespace().count());
        }
    }
}
