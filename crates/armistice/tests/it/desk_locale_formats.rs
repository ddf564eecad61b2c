//! Numbers, dates, intervals and lists as each language of the desk writes them; which language a reader gets; words for scripts.
//!
//! Must not: judge a translation. A reader of the language does.

use crate::desk_locale::locales;
use armistice::desk::locale::{self, Arg, Calendar, Digits, Direction, END_ISOLATE, ISOLATE, Language, Locale, Wishes};
use armistice::output::brief_v1::Time;
use expect_test::{Expect, expect};

fn each(mut say: impl FnMut(&Locale) -> String) -> String {
    locales().map(|l| format!("{}: {}\n", l.language.code(), say(&l))).collect()
}

/// Isolation marks are seen as `<` and `>`.
fn seen(text: &str) -> String {
    text.replace(ISOLATE, "<").replace(END_ISOLATE, ">")
}

#[test]
fn numbers_with_their_noun() {
    let counted = |id: &str, expected: Expect| {
        let said = each(|l| {
            let forms = [0_i64, 1, 2, 3, 5, 11, 21, 100].map(|n| l.t_with(id, &[("count", Arg::from(n))]));
            forms.join(" | ")
        });
        expected.assert_eq(&said);
    };
    counted(
        "count-incidents",
        expect![[r#"
        en: 0 incidents | 1 incident | 2 incidents | 3 incidents | 5 incidents | 11 incidents | 21 incidents | 100 incidents
        ar: لا حوادث | حادث واحد | حادثان | 3 حوادث | 5 حوادث | 11 حادثًا | 21 حادثًا | 100 حادث
        ru: 0 инцидентов | 1 инцидент | 2 инцидента | 3 инцидента | 5 инцидентов | 11 инцидентов | 21 инцидент | 100 инцидентов
        tr: 0 olay | 1 olay | 2 olay | 3 olay | 5 olay | 11 olay | 21 olay | 100 olay
        fa: 0 حادثه | 1 حادثه | 2 حادثه | 3 حادثه | 5 حادثه | 11 حادثه | 21 حادثه | 100 حادثه
        fr: 0 incident | 1 incident | 2 incidents | 3 incidents | 5 incidents | 11 incidents | 21 incidents | 100 incidents
    "#]],
    );
    counted(
        "count-origins",
        expect![[r#"
        en: 0 independent origins | 1 independent origin | 2 independent origins | 3 independent origins | 5 independent origins | 11 independent origins | 21 independent origins | 100 independent origins
        ar: لا مصادر أولى مستقلة | مصدر أول مستقل واحد | مصدران أولان مستقلان | 3 مصادر أولى مستقلة | 5 مصادر أولى مستقلة | 11 مصدرًا أول مستقلًا | 21 مصدرًا أول مستقلًا | 100 مصدر أول مستقل
        ru: 0 независимых первоисточников | 1 независимый первоисточник | 2 независимых первоисточника | 3 независимых первоисточника | 5 независимых первоисточников | 11 независимых первоисточников | 21 независимый первоисточник | 100 независимых первоисточников
        tr: 0 bağımsız ilk kaynak | 1 bağımsız ilk kaynak | 2 bağımsız ilk kaynak | 3 bağımsız ilk kaynak | 5 bağımsız ilk kaynak | 11 bağımsız ilk kaynak | 21 bağımsız ilk kaynak | 100 bağımsız ilk kaynak
        fa: 0 منبع نخستین مستقل | 1 منبع نخستین مستقل | 2 منبع نخستین مستقل | 3 منبع نخستین مستقل | 5 منبع نخستین مستقل | 11 منبع نخستین مستقل | 21 منبع نخستین مستقل | 100 منبع نخستین مستقل
        fr: 0 origine indépendante | 1 origine indépendante | 2 origines indépendantes | 3 origines indépendantes | 5 origines indépendantes | 11 origines indépendantes | 21 origines indépendantes | 100 origines indépendantes
    "#]],
    );
}

#[test]
fn direction_and_names() {
    let said = each(|l| {
        format!("{} {} {}", l.dir(), l.language.own_name(), Language::parse(l.language.code()) == Some(l.language))
    });
    expect![[r#"
        en: ltr English true
        ar: rtl العربية true
        ru: ltr Русский true
        tr: ltr Türkçe true
        fa: rtl فارسی true
        fr: ltr Français true
    "#]]
    .assert_eq(&said);
    assert_eq!(Language::Ar.direction(), Direction::Rtl);
    for (tag, expected) in
        [("ar-SY", Some(Language::Ar)), ("FR_ca", Some(Language::Fr)), ("de", None), ("", None), ("arc", None)]
    {
        assert_eq!(Language::parse(tag), expected, "{tag}");
    }
}

#[test]
fn the_language_is_chosen_by_wish_and_never_by_address() {
    let check = |wishes: Wishes<'_>, expected: Language| assert_eq!(locale::choose(&wishes), expected, "{wishes:?}");
    check(Wishes::default(), Language::En);
    check(Wishes { header: Some("de, ar;q=0.4, ru;q=0.8"), ..Wishes::default() }, Language::Ru);
    check(Wishes { header: Some("tr;q=0, fa"), ..Wishes::default() }, Language::Fa);
    check(Wishes { header: Some("fr"), mission: Some("ar"), ..Wishes::default() }, Language::Fr);
    check(Wishes { header: Some("de"), mission: Some("ar"), ..Wishes::default() }, Language::Ar);
    check(Wishes { header: Some("fr"), account: Some("ru"), ..Wishes::default() }, Language::Ru);
    check(Wishes { account: Some("ru"), cookie: Some("tr"), ..Wishes::default() }, Language::Tr);
    check(Wishes { cookie: Some("tr"), query: Some("fa"), ..Wishes::default() }, Language::Fa);
    // What is no language of the desk counts as nothing said.
    check(Wishes { cookie: Some("tr"), query: Some("xx"), ..Wishes::default() }, Language::Tr);
    check(Wishes { header: Some(";;q=,,,q=9"), ..Wishes::default() }, Language::En);
}

fn variants(l: &Locale) -> [Locale; 3] {
    [l.clone(), l.clone().with_digits(Digits::Native), l.clone().with_calendar(Calendar::Jalali)]
}

#[test]
fn days_in_every_calendar() {
    let day = jiff::civil::date(2017, 1, 23);
    let said = each(|l| variants(l).map(|l| format!("{} / {}", l.day(day), l.short_day(day))).join(" | "));
    expect![[r#"
        en: 23 January 2017 / 23 Jan 2017 | 23 January 2017 / 23 Jan 2017 | 4 Bahman 1395 AP / 4 Bahman 1395 AP
        ar: 23 كانون الثاني 2017 / 23‏/01‏/2017 | ٢٣ كانون الثاني ٢٠١٧ / ٢٣‏/٠١‏/٢٠١٧ | 4 بهمن 1395 ه‍.ش / 04‏/11‏/1395 ه‍.ش
        ru: 23 января 2017 г. / 23 янв. 2017 г. | 23 января 2017 г. / 23 янв. 2017 г. | 4 бахман 1395 г. перс. год / 4 бахман 1395 г. перс. год
        tr: 23 Ocak 2017 / 23 Oca 2017 | 23 Ocak 2017 / 23 Oca 2017 | AP 4 Behmen 1395 / AP 4 Behmen 1395
        fa: 23 ژانویه 2017 / 23 ژانویه 2017 | ۲۳ ژانویه ۲۰۱۷ / ۲۳ ژانویه ۲۰۱۷ | 4 بهمن 1395 / 4 بهمن 1395
        fr: 23 janvier 2017 / 23 janv. 2017 | 23 janvier 2017 / 23 janv. 2017 | 4 bahman 1395 A. P. / 4 bah. 1395 A. P.
    "#]].assert_eq(&said);
    let months = each(|l| variants(l).map(|l| format!("{} / {}", l.month(day), l.year(day))).join(" | "));
    expect![[r#"
        en: January 2017 / 2017 | January 2017 / 2017 | Bahman 1395 AP / 1395 AP
        ar: كانون الثاني 2017 / 2017 | كانون الثاني ٢٠١٧ / ٢٠١٧ | بهمن 1395 ه‍.ش / 1395 ه‍.ش
        ru: январь 2017 г. / 2017 | январь 2017 г. / 2017 | бахман 1395 г. перс. год / 1395 г. перс. год
        tr: Ocak 2017 / 2017 | Ocak 2017 / 2017 | AP Behmen 1395 / AP 1395
        fa: ژانویه 2017 / 2017 | ژانویه ۲۰۱۷ / ۲۰۱۷ | 1395 بهمن / 1395
        fr: janvier 2017 / 2017 | janvier 2017 / 2017 | bahman 1395 A. P. / 1395 A. P.
    "#]]
    .assert_eq(&months);
}

#[test]
fn numbers() {
    let said = each(|l| {
        let n = |l: &Locale| format!("{} {} {}", l.number(1_234_567), l.number(-5), l.decimal(12.5, 1));
        format!("{} | {}", n(l), n(&l.clone().with_digits(Digits::Native)))
    });
    expect![[r#"
        en: 1,234,567 -5 12.5 | 1,234,567 -5 12.5
        ar: 1,234,567 ‎-5 12.5 | ١٬٢٣٤٬٥٦٧ ؜-٥ ١٢٫٥
        ru: 1 234 567 -5 12,5 | 1 234 567 -5 12,5
        tr: 1.234.567 -5 12,5 | 1.234.567 -5 12,5
        fa: 1,234,567 ‎−5 12.5 | ۱٬۲۳۴٬۵۶۷ ‎−۵ ۱۲٫۵
        fr: 1 234 567 -5 12,5 | 1 234 567 -5 12,5
    "#]]
    .assert_eq(&seen(&said));
}

#[test]
fn moments_by_the_clock_of_the_mission_and_by_utc() {
    let at: jiff::Timestamp = "2017-01-24T08:00:00Z".parse().expect("a moment");
    let zone = |name| jiff::tz::TimeZone::get(name).expect("a zone");
    let said = each(|l| {
        let damascus = l.clone().with_zone(zone("Asia/Damascus"));
        let tehran = l.clone().with_zone(zone("Asia/Tehran")).with_digits(Digits::Native);
        [damascus.moment(at), damascus.moment_utc(at), tehran.moment(at)].join(" | ")
    });
    expect![[r#"
        en: <24 January 2017 at 10:00> (<UTC+2>) | <24 January 2017 at 08:00> (<UTC>) | <24 January 2017 at 11:30> (<UTC+3:30>)
        ar: <24 كانون الثاني 2017 في 10:00> (<UTC+2>) | <24 كانون الثاني 2017 في 08:00> (<UTC>) | <٢٤ كانون الثاني ٢٠١٧ في ١١:٣٠> (<UTC+٣:٣٠>)
        ru: <24 января 2017 г. в 10:00> (<UTC+2>) | <24 января 2017 г. в 08:00> (<UTC>) | <24 января 2017 г. в 11:30> (<UTC+3:30>)
        tr: <24 Ocak 2017 10:00> (<UTC+2>) | <24 Ocak 2017 08:00> (<UTC>) | <24 Ocak 2017 11:30> (<UTC+3:30>)
        fa: <24 ژانویه 2017 ساعت 10:00> (<UTC+2>) | <24 ژانویه 2017 ساعت 8:00> (<UTC>) | <۲۴ ژانویه ۲۰۱۷ ساعت ۱۱:۳۰> (<UTC+۳:۳۰>)
        fr: <24 janvier 2017 à 10:00> (<UTC+2>) | <24 janvier 2017 à 08:00> (<UTC>) | <24 janvier 2017 à 11:30> (<UTC+3:30>)
    "#]].assert_eq(&seen(&said));
}

#[test]
fn intervals_say_what_is_not_known() {
    let check = |from: Option<&str>, to: Option<&str>, precision: &str, expected: Expect| {
        let time = Time {
            from: from.map(str::to_owned),
            to: to.map(str::to_owned),
            precision: precision.to_owned(),
            basis: "stated".to_owned(),
        };
        expected.assert_eq(&seen(&each(|l| l.time(&time))));
    };
    check(
        None,
        None,
        "unknown",
        expect![[r#"
        en: not known
        ar: غير معروف
        ru: неизвестно
        tr: bilinmiyor
        fa: نامعلوم
        fr: non connu
    "#]],
    );
    check(
        Some("2017-01-22"),
        None,
        "period",
        expect![[r#"
        en: <22 January 2017> or later; the end is not known
        ar: <22 كانون الثاني 2017> أو بعد ذلك؛ النهاية غير معروفة
        ru: <22 января 2017 г.> или позднее; окончание неизвестно
        tr: <22 Ocak 2017> veya sonrası; bitişi bilinmiyor
        fa: <22 ژانویه 2017> یا پس از آن؛ پایان نامعلوم است
        fr: <22 janvier 2017> ou plus tard ; la fin n’est pas connue
    "#]],
    );
    check(
        None,
        Some("2017-01-23"),
        "period",
        expect![[r#"
        en: <23 January 2017> or earlier; the beginning is not known
        ar: <23 كانون الثاني 2017> أو قبل ذلك؛ البداية غير معروفة
        ru: <23 января 2017 г.> или ранее; начало неизвестно
        tr: <23 Ocak 2017> veya öncesi; başlangıcı bilinmiyor
        fa: <23 ژانویه 2017> یا پیش از آن؛ آغاز نامعلوم است
        fr: <23 janvier 2017> ou plus tôt ; le début n’est pas connu
    "#]],
    );
    check(
        Some("2017-01-23"),
        Some("2017-01-23"),
        "day",
        expect![[r#"
        en: 23 January 2017
        ar: 23 كانون الثاني 2017
        ru: 23 января 2017 г.
        tr: 23 Ocak 2017
        fa: 23 ژانویه 2017
        fr: 23 janvier 2017
    "#]],
    );
    check(
        Some("2017-01-22"),
        Some("2017-01-23"),
        "days",
        expect![[r#"
        en: <22 January 2017> to <23 January 2017>
        ar: من <22 كانون الثاني 2017> إلى <23 كانون الثاني 2017>
        ru: <22 января 2017 г.> – <23 января 2017 г.>
        tr: <22 Ocak 2017> – <23 Ocak 2017>
        fa: از <22 ژانویه 2017> تا <23 ژانویه 2017>
        fr: du <22 janvier 2017> au <23 janvier 2017>
    "#]],
    );
    check(
        Some("2017-01-01"),
        Some("2017-01-31"),
        "month",
        expect![[r#"
        en: January 2017
        ar: كانون الثاني 2017
        ru: январь 2017 г.
        tr: Ocak 2017
        fa: ژانویه 2017
        fr: janvier 2017
    "#]],
    );
    check(
        Some("2017-01-01"),
        Some("2017-12-31"),
        "year",
        expect![[r#"
        en: 2017
        ar: 2017
        ru: 2017
        tr: 2017
        fa: 2017
        fr: 2017
    "#]],
    );
    check(
        Some("2017-01-24T08:00Z"),
        Some("2017-01-24T12:00Z"),
        "part_of_day",
        expect![[r#"
        en: <<<24 January 2017>, <08:00> to <12:00>> (<UTC>)> (<part of a day>)
        ar: <<<24 كانون الثاني 2017>، من <08:00> إلى <12:00>> (<UTC>)> (<جزء من يوم>)
        ru: <<<24 января 2017 г.>, <08:00> – <12:00>> (<UTC>)> (<часть дня>)
        tr: <<<24 Ocak 2017>, <08:00> – <12:00>> (<UTC>)> (<günün bir bölümü>)
        fa: <<<24 ژانویه 2017>، از <08:00> تا <12:00>> (<UTC>)> (<بخشی از روز>)
        fr: <<<24 janvier 2017>, de <08:00> à <12:00>> (<UTC>)> (<partie de journée>)
    "#]],
    );
    check(
        Some("2017-01-24T14:00"),
        Some("2017-01-24T14:59"),
        "hour",
        expect![[r#"
        en: <<<24 January 2017>, <14:00> to <14:59>> (time zone not stated)> (<to the hour>)
        ar: <<<24 كانون الثاني 2017>، من <14:00> إلى <14:59>> (المنطقة الزمنية غير مذكورة)> (<بالساعة>)
        ru: <<<24 января 2017 г.>, <14:00> – <14:59>> (часовой пояс не указан)> (<с точностью до часа>)
        tr: <<<24 Ocak 2017>, <14:00> – <14:59>> (saat dilimi belirtilmemiş)> (<saatine kadar>)
        fa: <<<24 ژانویه 2017>، از <14:00> تا <14:59>> (منطقهٔ زمانی ذکر نشده است)> (<به ساعت>)
        fr: <<<24 janvier 2017>, de <14:00> à <14:59>> (fuseau horaire non précisé)> (<à l’heure près>)
    "#]],
    );
    check(
        Some("2017-01-24T14:00"),
        Some("2017-01-24T14:00"),
        "minute",
        expect![[r#"
        en: <24 January 2017 at 14:00> (time zone not stated)
        ar: <24 كانون الثاني 2017 في 14:00> (المنطقة الزمنية غير مذكورة)
        ru: <24 января 2017 г. в 14:00> (часовой пояс не указан)
        tr: <24 Ocak 2017 14:00> (saat dilimi belirtilmemiş)
        fa: <24 ژانویه 2017 ساعت 14:00> (منطقهٔ زمانی ذکر نشده است)
        fr: <24 janvier 2017 à 14:00> (fuseau horaire non précisé)
    "#]],
    );
}

#[test]
fn text_of_another_direction_stays_by_itself() {
    for l in locales() {
        let said = l.t_with("recorded-by", &[("name", Arg::from("هيئة (A) 12"))]);
        assert!(said.contains("\u{2068}هيئة (A) 12\u{2069}"), "{}: {}", l.language.code(), seen(&said));
        // A number is not put between marks: it would be torn from its noun.
        let counted = l.t_with("count-incidents", &[("count", Arg::from(5_i64))]);
        assert!(!counted.contains([ISOLATE, END_ISOLATE]), "{}", seen(&counted));
    }
    let said = each(|l| l.list(&["Homs", "حمص", "Хомс"]));
    expect![[r#"
        en: <Homs>, <حمص> and <Хомс>
        ar: <Homs>، <حمص> و<Хомс>
        ru: <Homs>, <حمص> и <Хомс>
        tr: <Homs>, <حمص> ve <Хомс>
        fa: <Homs>، <حمص> و <Хомс>
        fr: <Homs>, <حمص> et <Хомс>
    "#]]
    .assert_eq(&seen(&said));
    assert_eq!(Locale::of(Language::Fr).list(&[]), "");
}

#[test]
fn scripts_get_their_words_as_data() {
    let l = Locale::of(Language::Ru);
    let data = locale::for_scripts(&l, &["do-undo", "recorded-by", "count-incidents"]);
    expect![[r#"
        {
          "dir": "ltr",
          "intl": "ru-u-ca-gregory-hc-h23-nu-latn",
          "lang": "ru",
          "words": {
            "count-incidents": {
              "by": "count",
              "few": "{count} инцидента",
              "many": "{count} инцидентов",
              "one": "{count} инцидент",
              "other": "{count} инцидентов"
            },
            "do-undo": "Отменить действие",
            "recorded-by": "зафиксировано: <{name}>"
          }
        }"#]]
    .assert_eq(&seen(&serde_json::to_string_pretty(&data).expect("JSON")));
    for l in locales() {
        let all: Vec<String> = locale::ids(l.language).into_iter().collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        let text = locale::for_scripts(&l, &all).to_string();
        assert!(!text.contains('⟨'), "{}", l.language.code());
    }
}
