//! Places, the gazetteer and names: rows of text with what must be found.

#![expect(clippy::print_stdout, reason = "tests say what they measured or skipped")]

use armistice_core::place::PlacePrecision;
use armistice_read::elements::{
    Found, counts,
    gazetteer::{Entry, EntryKind, Gazetteer, GazetteerError, Row, fold, parse_csv, parse_geonames_dump},
    names, places, times,
};
use proptest::prelude::*;

fn entry(
    kind: EntryKind,
    name: &str,
    country: &str,
    admin1: &str,
    point: Option<(i32, i32)>,
    population: u32,
) -> Entry {
    let some = |s: &str| (!s.is_empty()).then(|| s.to_owned());
    Entry { kind, name: name.to_owned(), country: some(country), admin1: some(admin1), point, population, zone: None }
}

/// A small world with real names; the figures are only roughly those of the places.
fn world() -> Gazetteer {
    use EntryKind::{Admin1, Admin2, Country, Settlement};
    let mut rows = vec![];
    let mut add = |kind, name: &str, country: &str, admin1: &str, people: u32, alternates: &[&str]| {
        let n = i32::try_from(rows.len()).expect("few rows");
        let point = Some((30_000_000 + n * 10_000, 40_000_000 + n * 10_000));
        let entry = entry(kind, name, country, admin1, point, people);
        rows.push(Row { entry, alternates: alternates.iter().map(|s| (*s).to_owned()).collect() });
    };
    for (kind, name, country, admin1, people, alternates) in [
        (Country, "Sudan", "SD", "", 41_000_000, &[][..]),
        (Admin1, "North Darfur", "SD", "North Darfur", 0, &["Northern Darfur"]),
        (Admin1, "Khartoum", "SD", "Khartoum", 0, &[]),
        (Settlement, "Khartoum", "SD", "Khartoum", 1_974_647, &["الخرطوم"]),
        (Settlement, "Omdurman", "SD", "Khartoum", 1_200_000, &["Umm Durman"]),
        (Settlement, "El Fasher", "SD", "North Darfur", 252_000, &["Al Fashir"]),
        (Settlement, "Kutum", "SD", "North Darfur", 45_000, &[]),
        (Settlement, "Tina", "SD", "North Darfur", 9_000, &[]),
        (Settlement, "Tina", "SD", "Khartoum", 8_000, &[]),
        (Admin1, "Donetsk", "UA", "Donetsk", 0, &["Donetsk Oblast"]),
        (Settlement, "Donetsk", "UA", "Donetsk", 901_645, &["Донецьк"]),
        (Settlement, "Donetsk", "RU", "Rostov", 50_850, &[]),
        (Settlement, "Avdiivka", "UA", "Donetsk", 32_000, &["Avdeevka"]),
        (Settlement, "Horlivka", "UA", "Donetsk", 250_000, &[]),
        (Settlement, "Moscow", "RU", "Moscow", 10_381_222, &[]),
        (Settlement, "Geneva", "CH", "Geneva", 180_000, &[]),
        (Admin1, "Cauca Department", "CO", "Cauca Department", 0, &["Cauca"]),
        (Settlement, "Corinto", "CO", "Cauca Department", 12_000, &[]),
        (Settlement, "Tripoli", "LY", "Tripoli", 1_150_989, &[]),
        (Settlement, "Tripoli", "LB", "Liban-Nord", 229_398, &[]),
        (Admin2, "Shahba District", "SY", "Suwayda", 0, &["Shahba"]),
        (Settlement, "Reading", "GB", "England", 244_000, &[]),
        (Settlement, "Hamdan", "SD", "Khartoum", 30_000, &[]),
    ] {
        add(kind, name, country, admin1, people, alternates);
    }
    Gazetteer::from_rows(rows)
}

fn check_places(gaz: &Gazetteer, countries: &[&str], text: &str, expected: &str) {
    let ctx = places::PlaceContext { countries: countries.iter().map(|c| (*c).to_owned()).collect() };
    let got: Vec<String> = places::find(text, "en", gaz, &ctx)
        .iter()
        .map(|f| {
            let p = &f.value;
            assert_eq!(p.text, text[f.span.range()], "the text of a place is its span");
            let coarse =
                !matches!(p.precision, PlacePrecision::Settlement | PlacePrecision::Near | PlacePrecision::Exact);
            assert!(!coarse || p.point.is_none(), "a pin in something coarse: {text}");
            let pin = if p.point.is_some() { " pin" } else { "" };
            format!(
                "{}={:?} {}{pin} {}",
                p.text,
                p.precision,
                p.name.as_deref().unwrap_or("?"),
                p.country.as_deref().unwrap_or("?")
            )
        })
        .collect();
    assert_eq!(got.join("; "), expected, "{text}");
}

#[test]
fn place_phrases() {
    let gaz = world();
    for (countries, text, expected) in [
        (&["SD"][..], "Fighting erupted in Omdurman.", "Omdurman=Settlement Omdurman pin SD"),
        // A town and a state of the same name: the state, unless the words say which.
        (&["SD"], "Shells fell in Khartoum.", "Khartoum=Admin1 Khartoum SD"),
        (&["SD"], "Shells fell in the city of Khartoum.", "the city of Khartoum=Settlement Khartoum pin SD"),
        (&["SD"], "Clashes in Khartoum state went on.", "Khartoum state=Admin1 Khartoum SD"),
        (&["SD"], "Troops gathered near Khartoum.", "near Khartoum=Near Khartoum pin SD"),
        (
            &["SD"],
            "It hit the area around El Fasher in western Sudan.",
            "the area around El Fasher=Near El Fasher pin SD; western Sudan=Region ? SD",
        ),
        (&["SD"], "They met on the outskirts of Kutum.", "the outskirts of Kutum=Near Kutum pin SD"),
        (&["SD"], "Displaced in the North Darfur town of Kutum.", "town of Kutum=Settlement Kutum pin SD"),
        (&["SD"], "A raid in Tina killed two.", "Tina=Settlement ? SD"),
        (
            &["SD"],
            "Shelling of Omdurman, Kutum and El Fasher",
            "Omdurman=Settlement Omdurman pin SD; Kutum=Settlement Kutum pin SD; El Fasher=Settlement El Fasher pin SD",
        ),
        (&["SD"], "Attacks rose in the south of the country.", "the south of the country=Region ? SD"),
        (&["UA"], "The line runs in the Donetsk region.", "the Donetsk region=Admin1 Donetsk UA"),
        (
            &["UA"],
            "Strikes in the eastern Ukrainian oblast of Donetsk",
            "the eastern Ukrainian oblast of Donetsk=Admin1 Donetsk UA",
        ),
        (&["UA"], "explosions near Avdeevka", "near Avdeevka=Near Avdiivka pin UA"),
        (&[], "It fell in the village of Nyzhnia Krynka.", "the village of Nyzhnia Krynka=Settlement ? ?"),
        (&["CO"], "In Cauca department, three were killed.", "Cauca department=Admin1 Cauca Department CO"),
        (&[], "Boats reached Tripoli, Lebanon.", "Tripoli=Settlement Tripoli pin LB; Lebanon=Country Lebanon LB"),
        (&[], "Boats reached Tripoli.", "Tripoli=Admin1 Tripoli LY"),
        (&["SY"], "in Shahba district", "Shahba district=Admin2 Shahba District SY"),
        (&["SD"], "Aid reached Sudan.", "Sudan=Country Sudan SD"),
        (&["UA"], "Talks resume in Geneva.", "Geneva=Admin1 Geneva CH"),
        // Names that the gazetteer lacks, and namesakes far away.
        (
            &["SD"],
            "Shells hit a shelter in Marl Tolum, a village near Kutum. Shelling of it went on in Marl Tolum.",
            "Marl Tolum=Settlement ? SD; near Kutum=Near Kutum pin SD; Marl Tolum=Settlement ? ?",
        ),
        (&["SD"], "He spoke in Kutum al-Gharbi.", "Kutum al-Gharbi=Unknown ? ?"),
        (&["SD"], "They lived in Kutum and Marl Tolum.", "Kutum=Settlement Kutum pin SD; Marl Tolum=Unknown ? SD"),
        (&["CO"], "They entered the village of Tina.", "the village of Tina=Settlement ? ?"),
        (
            &["SD"],
            "A raid in Tina, North Darfur, killed two.",
            "Tina=Settlement Tina pin SD; North Darfur=Admin1 North Darfur SD",
        ),
        (
            &["SD"],
            "Khartoum, North Darfur and Marl states were hit.",
            "Khartoum=Admin1 Khartoum SD; North Darfur=Admin1 North Darfur SD; Marl states=Admin1 ? SD",
        ),
        (&["SD"], "Fighting went on in the Marl Tolum valley.", "the Marl Tolum valley=Region ? SD"),
        (
            &["SD"],
            "in rebel-held areas in the western Sudanese state of North Darfur",
            "rebel-held areas in the western Sudanese state of North Darfur=Admin1 North Darfur SD",
        ),
        // Actors, persons and ordinary words are no places.
        (&["SD"], "Khartoum said it would comply.", ""),
        (&["SD"], "Sudan's envoy spoke, and Khartoum has called for calm.", ""),
        (&["UA"], "A truce brokered by Moscow failed.", ""),
        (&["UA"], "Reading the text, Moscow accused Kyiv.", ""),
        (&["SD"], "General Hamdan spoke of Hamdan Brigade men.", ""),
        (&["SD"], "They met Ahmed Hamdan on Monday.", ""),
        (&["SD"], "Nobody may march in March.", ""),
    ] {
        check_places(&gaz, countries, text, expected);
    }
    let ctx = places::PlaceContext { countries: vec!["UA".to_owned()] };
    let metonyms = places::find_metonyms("Moscow said on Monday that it would withdraw.", "en", &gaz, &ctx);
    assert_eq!(
        metonyms.iter().map(|m| (m.value.text.as_str(), m.value.country.as_deref())).collect::<Vec<_>>(),
        [("Moscow", Some("RU"))]
    );
}

#[test]
fn names_fold_to_one_key() {
    for group in
        [&["Deir ez-Zor", "Deir Ezzor", "deir ez zor"][..], &["Sana'a", "Sana’a", "Ṣan‘ā’a"], &["Al-Bab", "Al Bāb"]]
    {
        for name in group {
            assert_eq!(fold(name), fold(group[0]), "{name}");
        }
    }
    assert_eq!(world().lookup("الخرطوم").len(), 1);
}

#[test]
fn place_lists_are_read_and_bad_lines_named() {
    let csv = "name,lat,lon,country,admin1,alternates,kind\nTaldau,34.874,36.53,sy,Homs,Taldou|Taldu,\n,1,1,,,,\nFar,95,0,,,,\nHoms,,,SY,Homs,,admin1\n";
    let got = parse_csv(csv.as_bytes()).expect("small");
    assert_eq!(got.rows.len(), 2);
    assert_eq!(got.rows[0].entry.point, Some((34_874_000, 36_530_000)));
    assert_eq!(got.rows[0].alternates, ["Taldou", "Taldu"]);
    assert_eq!(got.problems.iter().map(|p| p.line).collect::<Vec<_>>(), [3, 4]);
    let dump = "1\tKutum\tKutum\tKutm\t14.2\t24.66667\tP\tPPL\tSD\t\t55\t\t\t\t45056\t\t560\tAfrica/Khartoum\t2020\n\
                2\tNorthern Darfur\tNorthern Darfur\t\t16\t25\tA\tADM1\tSD\t\t55\t\t\t\t0\t\t0\tAfrica/Khartoum\t2020\nbroken\n";
    let got = parse_geonames_dump(dump.as_bytes()).expect("small");
    assert_eq!(got.rows.len(), 2);
    assert_eq!(got.rows[0].entry.admin1.as_deref(), Some("Northern Darfur"));
    assert_eq!(got.rows[1].entry.point, None, "a division has no point");
    assert_eq!(got.problems.len(), 1);
}

#[test]
fn damaged_gazetteers_are_refused() {
    assert!(matches!(Gazetteer::from_bytes(b""), Err(GazetteerError::NotAGazetteer)));
    assert!(matches!(Gazetteer::from_bytes(&[0; 100]), Err(GazetteerError::NotAGazetteer)));
    let mut head = *b"ARMGAZ01________________________________";
    head[8..].fill(0);
    let empty: &'static [u8] = Box::leak(Box::new(head));
    assert_eq!(Gazetteer::from_bytes(empty).map(|g| g.len()), Ok(0));
    head[8] = 9;
    assert!(matches!(Gazetteer::from_bytes(Box::leak(Box::new(head))), Err(GazetteerError::Length { .. })));
}

/// The built file, when it is there.
#[test]
fn built_gazetteer() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/gazetteer.bin");
    let Ok(bytes) = std::fs::read(path) else {
        println!("skipped: no assets/gazetteer.bin; build it with tools/gazetteer/build.py");
        return;
    };
    let gaz = Gazetteer::from_bytes(Box::leak(bytes.clone().into_boxed_slice())).expect("a whole file");
    assert!(gaz.len() > 250_000);
    for (name, country, kind) in [
        ("Omdurman", "SD", EntryKind::Settlement),
        ("Umm Durman", "SD", EntryKind::Settlement),
        ("Авдіївка", "UA", EntryKind::Settlement),
        ("دمشق", "SY", EntryKind::Settlement),
        ("Cauca", "CO", EntryKind::Admin1),
        ("Yemen", "YE", EntryKind::Country),
    ] {
        let found = gaz.lookup(name);
        assert!(found.iter().any(|e| e.country.as_deref() == Some(country) && e.kind == kind), "{name}: {found:?}");
        assert!(found.iter().all(|e| e.kind == EntryKind::Settlement || e.point.is_none()));
    }
    assert!(gaz.lookup("Xqzzyx").is_empty());
    check_places(
        &gaz,
        &["UA"],
        "Shelling near Avdiivka; talks in Paris.",
        "near Avdiivka=Near Avdiyivka pin UA; Paris=Settlement Paris pin FR",
    );
    // Damage of any byte is refused or gives fewer answers, and never panics.
    for step in [40usize, 1_000, 7_000_000, 12_000_000, bytes.len() - 1] {
        let mut bad = bytes.clone();
        for b in bad.iter_mut().skip(step).take(64) {
            *b ^= 0xa5;
        }
        if let Ok(g) = Gazetteer::from_bytes(Box::leak(bad.into_boxed_slice())) {
            for name in ["Omdurman", "Yemen", "a", "Zürich", "Bari"] {
                let _ = g.lookup(name);
            }
        }
    }
}

fn check_names(text: &str, expected: &str) {
    let got: Vec<String> = names::find(text, "en")
        .iter()
        .map(|f| {
            assert_eq!(f.value.name, text[f.span.range()]);
            f.value
                .role
                .as_ref()
                .or(f.value.title.as_ref())
                .map_or(f.value.name.clone(), |r| format!("{} [{r}]", f.value.name))
        })
        .collect();
    assert_eq!(got.join("; "), expected, "{text}");
}

#[test]
fn person_names() {
    for (text, expected) in [
        ("Rebel spokesman Karim al-Tamimi told reporters.", "Karim al-Tamimi [Rebel spokesman]"),
        ("President Ilham Aliyev spoke. Aliyev left.", "Ilham Aliyev [President]; Aliyev"),
        (
            "UN envoy Lakhdar de Santos met Foreign Minister Petro Bondar in Kyiv.",
            "Lakhdar de Santos [UN envoy]; Petro Bondar [Foreign Minister]",
        ),
        (
            "Sanjar Tulegenov, deputy director of the institute, said so.",
            "Sanjar Tulegenov [deputy director of the institute]",
        ),
        ("Mr Okonkwo denied it.", "Okonkwo [Mr]"),
        (
            "Gen. Abdel Rahman ibn Saad al-Nuri and Col. Juan van der Berg signed.",
            "Abdel Rahman ibn Saad al-Nuri [Gen.]; Juan van der Berg [Col.]",
        ),
        ("\"We agree,\" said Osman Abu Dahab on Monday.", "Osman Abu Dahab"),
        ("The Rapid Support Forces said the Human Rights Council met.", ""),
        ("South Sudan said on Friday that Saudi Arabia agreed.", ""),
        ("Truce Talks Resume In Geneva After Long Delay", ""),
        ("The Minsk Group met in May. On Monday Islamic State fled.", ""),
    ] {
        check_names(text, expected);
    }
}

#[test]
fn keys_survive_transliteration() {
    for group in [
        &["Mohammad Karimi", "Muhammad Karimi", "Mohamed al-Karimi"][..],
        &["Yehya Zeid", "Yahya Zaid"],
        &["Sami al-Jaafari", "Sami Jaafari", "Sami Ja'fari"],
        &["Сергей Лавренко", "Sergey Lavrenko"],
        &["Abdul Rahman Osman", "Abd al-Rahman Osman", "Abdelrahman Othman"],
    ] {
        let first = names::Mentioned { name: group[0], role: None, document: 0 };
        for name in group.iter().take(if group[0].starts_with("Abdul") { 2 } else { 9 }) {
            assert_eq!(names::key(name), names::key(group[0]), "{name}");
            assert!(
                names::same_person(&first, &names::Mentioned { name, role: None, document: 1 }).is_some(),
                "{name}"
            );
        }
    }
    let m = |name, role, document| names::Mentioned { name, role, document };
    // Arabic script has no short vowels; consonants decide.
    assert_eq!(
        names::same_person(&m("محمد كريمي", None, 0), &m("Mohammad Karimi", None, 1)),
        Some(names::Reason::Spelling)
    );
    // Another given name, another vowel, a given name alone: other people.
    assert_eq!(names::same_person(&m("Ali Karimi", None, 0), &m("Sami Karimi", None, 0)), None);
    assert_eq!(names::same_person(&m("Omar Hassan", None, 0), &m("Omar Hussein", None, 1)), None);
    assert_eq!(names::same_person(&m("Omar", None, 0), &m("Omar Hussein", None, 0)), None);
    // A surname alone: within one document, or beside the same role.
    assert_eq!(
        names::same_person(&m("Karimi", None, 0), &m("Ali Karimi", None, 0)),
        Some(names::Reason::SurnameInDocument)
    );
    assert_eq!(names::same_person(&m("Karimi", None, 0), &m("Ali Karimi", None, 1)), None);
    assert_eq!(
        names::same_person(&m("Karimi", Some("rebel spokesman"), 0), &m("Ali Karimi", Some("rebel spokesman"), 1)),
        Some(names::Reason::SurnameAndRole)
    );
}

#[test]
fn mentions_cluster_conservatively() {
    let docs = [
        "Rebel spokesman Yehya al-Tamimi spoke. Tamimi left.",
        "Rebel spokesman Yahya Tamimi denied it.",
        "Negotiator Ali Tamimi and lawyer Hadi Tamimi came. Mr Tamimi was late.",
    ];
    let found: Vec<_> = docs.iter().map(|d| names::find(d, "en")).collect();
    let people: Vec<(String, usize)> = names::cluster(&found).into_iter().map(|p| (p.name, p.variants.len())).collect();
    let expected = [("Yehya al-Tamimi", 3), ("Ali Tamimi", 1), ("Hadi Tamimi", 1), ("Tamimi", 1)];
    assert_eq!(people, expected.map(|(n, k)| (n.to_owned(), k)));
}

fn sound<T>(text: &str, found: &[Found<T>]) {
    let mut last = 0;
    for f in found {
        assert!(f.span.start >= last && f.span.start < f.span.end);
        assert!(text.get(f.span.range()).is_some(), "on character boundaries");
        last = f.span.end;
    }
}

fn all_sound(text: &str) {
    let gaz = world();
    let ctx = places::PlaceContext { countries: vec!["SD".to_owned(), "UA".to_owned()] };
    sound(text, &times::find(text, "en"));
    sound(text, &counts::find(text, "en"));
    sound(text, &places::find(text, "en", &gaz, &ctx));
    sound(text, &places::find_metonyms(text, "en", &gaz, &ctx));
    let names = names::find(text, "en");
    sound(text, &names);
    for n in &names {
        let _ = names::key(&n.value.name);
    }
    let _ = names::cluster(&[names.clone(), names]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_searched_soundly(text in "\\PC{0,200}") {
        all_sound(&text);
    }

    #[test]
    fn texts_of_our_words_are_searched_soundly(words in prop::collection::vec(prop::sample::select(vec![
        "in", "the", "of", "near", "Khartoum", "Donetsk", "province", "state", "town", "said", "killed", "wounded", "nine", "20", "1,200",
        "people", "soldiers", "and", ",", ".", "-", "(", ")", "between", "from", "to", "on", "Monday", "May", "12", "2017", "pm", "2", "0800", "GMT",
        "since", "General", "Omar", "al", "-", "Hassan", "'s", "’s", "President", "Mr", "no", "one", "a", "civilian", "least", "at", "Sudan", "Sudanese", "capital",
        "hundred", "million", "dozens", "north", "western", "\n", "\n\n", "\u{a0}", "É", "الخرطوم", "30/12/2016", ":", "%",
    ]), 0..40), glue in any::<bool>()) {
        all_sound(&words.join(if glue { "" } else { " " }));
    }

    #[test]
    fn keys_never_fail(name in "\\PC{0,60}", other in "\\PC{0,60}") {
        let a = names::Mentioned { name: &name, role: Some(&other), document: 0 };
        let b = names::Mentioned { name: &other, role: Some(&name), document: 1 };
        prop_assert_eq!(names::same_person(&a, &b).is_some(), names::same_person(&b, &a).is_some());
    }

    #[test]
    fn place_lists_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = parse_csv(&bytes);
        let _ = parse_geonames_dump(&bytes);
        let mut file = b"ARMGAZ01".to_vec();
        file.extend(&bytes);
        let _ = Gazetteer::from_bytes(Box::leak(file.into_boxed_slice()));
    }
}
