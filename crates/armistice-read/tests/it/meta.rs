//! Dates in six languages, credits, bylines, datelines, titles and outlets.

use armistice_read::maintext::credits;
use armistice_read::meta::dates::{DateMention, Precision, Zone, find};
use armistice_read::meta::{CreditRole, DateRole, OutletBasis};
use armistice_read::reading::{Reading, read};

/// "2017-01-23T08:00+0 Mon" and the like; `?` for what is not stated.
fn show(m: &DateMention) -> String {
    let number = |n: Option<String>| n.unwrap_or_else(|| "?".to_owned());
    let mut out = format!(
        "{}-{:02}-{}",
        number(m.year.map(|y| y.to_string())),
        m.month,
        number(m.day.map(|d| format!("{d:02}")))
    );
    if let Some((month, day)) = m.or_month_day {
        out += &format!(" or {month:02}-{day:02}");
    }
    if let Some((h, i)) = m.time {
        out += &format!(" {h:02}:{i:02}");
    }
    match &m.zone {
        Some(Zone::Offset(o)) => out += &format!(" {o:+}"),
        Some(Zone::Abbreviation(a)) => out += &format!(" {a}"),
        None => {}
    }
    if let Some(w) = m.weekday {
        out += &format!(
            " w{w}{}",
            match m.weekday_agrees() {
                Some(true) => "=",
                Some(false) => "!",
                None => "",
            }
        );
    }
    out
}

#[test]
fn dates_as_pages_write_them() {
    for (text, dates) in [
        ("January 23, 2017", &["2017-01-23"][..]),
        ("on 23 January 2017 in the city", &["2017-01-23"]),
        ("Jan. 23", &["?-01-23"]),
        ("23rd of March 2018", &["2018-03-23"]),
        ("24/01/2017", &["2017-01-24"]),
        ("01/24/2017", &["2017-01-24"]),
        ("03/04/2017", &["2017-04-03 or 03-04"]),
        ("04/04/2017", &["2017-04-04"]),
        ("23.01.2017", &["2017-01-23"]),
        ("2017-01-23", &["2017-01-23"]),
        ("2017-01-23T08:15:00Z", &["2017-01-23 08:15 +0"]),
        ("2017-01-23T08:15:00+03:00", &["2017-01-23 08:15 +180"]),
        ("Published January 24th, 2017 - 08:00 GMT", &["2017-01-24 08:00 +0"]),
        ("Tuesday , 17 October 2017", &["2017-10-17 w2="]),
        ("Monday, 17 October 2017", &["2017-10-17 w1!"]),
        ("Monday, January 23, in the capital", &["?-01-23 w1"]),
        ("Jan 5, 2018 at 7:05 pm EST", &["2018-01-05 19:05 EST"]),
        ("10:30, 5 January 2018", &["2018-01-05 10:30"]),
        ("since January 2017", &["2017-01-?"]),
        ("from 3 May 2018 to 7 June 2018", &["2018-05-03", "2018-06-07"]),
        ("23 كانون الثاني/يناير 2017", &["2017-01-23"]),
        ("الاثنين 23 كانون الثاني 2017", &["2017-01-23 w1="]),
        ("٢٣ شباط ٢٠١٧", &["2017-02-23"]),
        ("23 января 2017 года", &["2017-01-23"]),
        ("понедельник, 23 января 2017", &["2017-01-23 w1="]),
        ("23 Ocak 2017 Pazartesi", &["2017-01-23"]),
        ("23 janvier 2017 à 14h30", &["2017-01-23 14:30"]),
        ("1er février 2017", &["2017-02-01"]),
        ("۲۳ ژانویه ۲۰۱۷", &["2017-01-23"]),
        ("۴ بهمن ۱۳۹۵", &["1395-11-04"]),
        ("he may 5 times march 3 miles", &[]),
        ("31/02/2017", &[]),
        ("call 12-34-5678 or 1.2.3.4", &[]),
        ("more than 112 breaches and 300,000 people", &[]),
        ("", &[]),
    ] {
        let found = find(text);
        assert_eq!(found.iter().map(show).collect::<Vec<_>>(), dates, "{text}");
        for m in found {
            assert!(text.get(m.span.range()).is_some(), "{text}");
        }
    }
    assert_eq!(find("May 2018")[0].precision(), Precision::Month);
    assert_eq!(find("3 May 2018")[0].precision(), Precision::Day);
    assert_eq!(find("3 May 2018, 10:00")[0].precision(), Precision::Minute);
}

#[test]
fn credit_lines_and_photo_credits() {
    type Spanned = fn(&str) -> Option<(usize, usize)>;
    let check = |f: Spanned, line: &str, expected: Option<&str>| {
        assert_eq!(f(line).map(|(a, b)| &line[a..b]), expected, "{line}");
    };
    for (line, expected) in [
        ("Courtesy: Velna Herald", Some("Velna Herald")),
        ("Courtesy : Velna Herald", Some("Velna Herald")),
        ("Source: Reuters", Some("Reuters")),
        ("Source : AFP.", Some("AFP")),
        ("المصدر: وكالات", Some("وكالات")),
        ("Источник: Интерфакс", Some("Интерфакс")),
        ("Kaynak: DHA", Some("DHA")),
        ("Sources said the truce held.", None),
        ("Courtesy calls were paid by both envoys to the governor on Monday.", None),
    ] {
        check(credits::credit_line, line, expected);
    }
    for (line, expected) in [
        ("By Ada Lorne", Some("Ada Lorne")),
        ("By Ada Lorne and Jon Marr", Some("Ada Lorne and Jon Marr")),
        ("By: Ada Lorne | 2 March 2019", Some("Ada Lorne")),
        ("By the time the patrol arrived, it was dark.", None),
        ("From there the patrol went on.", None),
        ("بقلم: ليلى حداد", Some("ليلى حداد")),
    ] {
        check(credits::byline, line, expected);
    }
    for (line, expected) in [
        ("Officers cross the bridge on Friday. (Reuters/Jon Marr)", Some("Reuters/Jon Marr")),
        ("Officers cross the bridge. [AFP]", Some("AFP")),
        ("Jon Marr, AFP | Officers cross the bridge.", Some("Jon Marr, AFP")),
        ("Photo: Jon Marr", Some("Jon Marr")),
        ("Фото: Интерфакс", Some("Интерфакс")),
        ("Officers of the (northern) brigade cross the bridge.", None),
    ] {
        check(credits::photo_credit, line, expected);
    }
    for (line, expected) in [
        ("Agence France-Presse", Some(vec!["afp"])),
        ("(Reuters)", Some(vec!["reuters"])),
        ("AFP, AP", Some(vec!["afp", "ap"])),
        ("ap", None),
        ("Reuters reported shots", None),
    ] {
        assert_eq!(credits::agency_alone(line), expected, "{line}");
    }
}

const BODY: &str = "Patrols of the monitoring mission resumed along the river on Friday after both sides agreed to pull \
back their heavy guns, the mission said in a statement.\n\nThe spokeswoman said that no shots had been heard since \
Thursday evening, although both sides accused each other of flying drones over the crossing.\n\nThe two sides signed \
the agreement in October, and the mission has counted many breaches of it since, most of them small-arms fire.";

fn page(before: &str, dateline: &str, after: &str) -> Reading {
    read(format!("{before}\n\n{dateline}{BODY}\n\n{after}").as_bytes(), Some("page.txt")).expect("reads")
}

fn dates(r: &Reading) -> Vec<(String, DateRole)> {
    r.meta.dates.iter().map(|d| (d.found.text.clone(), d.role)).collect()
}

#[test]
fn roles_of_dates() {
    let title = "Patrols resume along the river after guns are pulled back";
    let row = |text: &str, role| vec![(text.to_owned(), role)];
    let header = page(&format!("Monday, 4 March 2019\nHome\n{title}"), "", "");
    assert_eq!(dates(&header), row("Monday, 4 March 2019", DateRole::PageHeader));
    let labelled = page(&format!("Home\n{title}\nPublished: March 4, 2019 10:00"), "", "");
    assert_eq!(dates(&labelled), row("March 4, 2019 10:00", DateRole::PublicationLine));
    let updated = page(&format!("{title}\nLast updated: March 4, 2019"), "", "");
    assert_eq!(dates(&updated), row("March 4, 2019", DateRole::ModificationLine));
    let signed = page(&format!("{title}\nBy Ada Lorne\n4 March 2019"), "", "");
    assert_eq!(dates(&signed), row("4 March 2019", DateRole::PublicationLine));
    let footer = page(title, "", "Most read\nAnother story, 3 May 2018\nOne more story about roads");
    assert_eq!(dates(&footer), row("3 May 2018", DateRole::Elsewhere));
    let body =
        page(title, "", "A first round was held on 3 May 2018 in the capital, and a second one came to nothing.");
    assert_eq!(dates(&body), row("3 May 2018", DateRole::Body));
    assert_eq!(dates(&page(title, "", "")), vec![]);
}

#[test]
fn datelines_and_credits_of_the_text() {
    let title = "Patrols resume along the river after guns are pulled back";
    for (dateline, place, agency) in [
        ("ORSK, Velnia (Reuters) - ", Some("ORSK, Velnia"), Some("reuters")),
        ("ORSK: ", Some("ORSK"), None),
        ("NEW ORSK, March 4 (AFP) – ", Some("NEW ORSK"), Some("afp")),
        ("ORSK, Velnia (2nd UPDATE) – ", Some("ORSK, Velnia"), None),
        ("Note: ", None, None),
        ("", None, None),
    ] {
        let r = page(title, dateline, "");
        let got = r.meta.dateline.as_ref();
        assert_eq!(got.map(|d| d.place.text.as_str()), place, "{dateline}");
        assert_eq!(got.and_then(|d| d.agency.as_deref()), agency, "{dateline}");
        let roles: Vec<CreditRole> = r.meta.credits.iter().map(|c| c.role).collect();
        assert_eq!(roles, agency.map(|_| CreditRole::DatelineAgency).into_iter().collect::<Vec<_>>());
    }
    let r = page(&format!("{title}\nAgence France-Presse"), "", "Courtesy: Velna Herald");
    let credits: Vec<_> = r.meta.credits.iter().map(|c| (c.role, c.found.text.as_str(), c.agencies.clone())).collect();
    assert_eq!(
        credits,
        [
            (CreditRole::BylineAgency, "Agence France-Presse", vec!["afp".to_owned()]),
            (CreditRole::CourtesyLine, "Velna Herald", vec![]),
        ]
    );
    // A picture's agency is no credit of the text.
    let r = page(&format!("{title}\nOfficers cross the bridge on Friday. (AFP/Jon Marr)"), "", "");
    assert!(r.meta.credits.is_empty(), "{:?}", r.meta.credits);
    assert_eq!(r.meta.photo_credits.len(), 1);
    assert_eq!(r.meta.photo_credits[0].agencies, ["afp"]);
    assert_eq!(r.meta.photo_credits[0].found.text, "AFP/Jon Marr");
}

#[test]
fn the_head_of_a_page() {
    let html = |head: &str| {
        let paragraphs: String = BODY.split("\n\n").map(|p| format!("<p>{p}</p>")).collect();
        let page =
            format!("<!doctype html><html><head>{head}</head><body><h1>Patrols resume</h1>{paragraphs}</body></html>");
        read(page.as_bytes(), None).expect("reads")
    };
    for (head, title, outlet) in [
        (
            "<title>Patrols resume - Velna Herald</title>",
            "Patrols resume",
            Some(("Velna Herald", OutletBasis::TitleSuffix)),
        ),
        (
            "<title>Patrols resume</title><meta property=og:site_name content='Velna &amp; Orsk'>",
            "Patrols resume",
            Some(("Velna & Orsk", OutletBasis::SiteName)),
        ),
        (
            r#"<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"@type":"Organization","logo":{"url":"x"},"name":"Velna Herald"}}</script>"#,
            "Patrols resume",
            Some(("Velna Herald", OutletBasis::StructuredData)),
        ),
        ("<title>Something else - Not stated</title>", "Patrols resume", None),
        ("", "Patrols resume", None),
    ] {
        let r = html(head);
        assert_eq!(r.meta.title.as_ref().map(|t| t.text.as_str()), Some(title), "{head}");
        assert_eq!(r.meta.outlet.as_ref().map(|o| (o.name.text.as_str(), o.basis)), outlet, "{head}");
    }
    let r = html(
        r#"<meta property="article:published_time" content="2019-03-04T10:00:00+01:00">
        <meta name="author" content="Ada Lorne"><link rel="canonical" href="https://velna.example/2019/03/04/patrols">
        <script type="application/ld+json">{"dateModified":"2019-03-05","author":[{"name":"Jon Marr"}]}</script>"#,
    );
    assert_eq!(
        dates(&r),
        [
            ("2019-03-04T10:00:00+01:00".to_owned(), DateRole::MetaPublished),
            ("2019/03/04".to_owned(), DateRole::Url),
            ("2019-03-05".to_owned(), DateRole::MetaModified),
        ]
    );
    assert_eq!(r.meta.authors.iter().map(|a| a.text.as_str()).collect::<Vec<_>>(), ["Ada Lorne", "Jon Marr"]);
}

#[test]
fn outlets_of_pages_without_a_head() {
    let body = "Two shells fell on the market of the river town on Monday morning and hurt four traders, the mayor said in a call.";
    let check = |head: &str, tail: &str, expected: Option<&str>| {
        let page = format!("{head}\n\n{body}\n\nA trader told the Velna Lines that he had fled. {tail}\n");
        let r = read(page.as_bytes(), Some("page.txt")).expect("a page");
        assert_eq!(r.meta.outlet.as_ref().map(|o| o.name.text.as_str()), expected, "{page}");
    };
    let title = "Two shells hit market of river town";
    let with = |top: &str| format!("{top}\n\n{title}\n\n14 October 2020");
    check(&with("VELNA COURIER\nNews  Region  Adverts  Archive"), "", Some("VELNA COURIER"));
    check(&with("Velna Lines"), "", Some("Velna Lines"));
    check(&with("Velna Rivers\nIndependent since 1911"), "", Some("Velna Rivers"));
    check(&with("Skip to content\nThe Velna Mirror"), "", Some("The Velna Mirror"));
    check(&with("VELNA MIRROR — Daily digest of the valley"), "", Some("VELNA MIRROR"));
    check(&with("Velna Rivers"), "\n\nAll rights reserved. © 2020 The Velna Rivers", Some("Velna Rivers"));
    check(
        &format!("# {title}\n\n*Wednesday 14 October 2020 · The Velna Review · World desk*"),
        "",
        Some("The Velna Review"),
    );
    check(&format!("# {title}\n\n**Velna Delta** · Orsk · 14 October 2020"), "", Some("Velna Delta"));
    check(&format!("[Velna Post](/) / South / Security\n\n# {title}"), "", Some("Velna Post"));
    check(&format!("---\ntitle: \"{title}\"\noutlet: Velna Leaf\n---\n\n# {title}"), "", Some("Velna Leaf"));
    // Sections, menus and headlines are no outlets.
    check(&with("World News"), "", None);
    check(&with("Breaking Headline"), "", None);
    check(&with("Home / International News / Two shells hit market"), "", None);
    check(&with("Velna Rivers"), "", None);
    check(&with("Agence France-Presse"), "", None);
    check(title, "", None);
}
