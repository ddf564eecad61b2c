//! Lineage: words, shared runs, credits, quotations, lost credits, origins, independence. Texts written for these tests;
//! people and places in them are made up.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::print_stderr, reason = "a test that needs absent material says so")]

use std::fmt::Write as _;
use std::path::PathBuf;

use armistice_core::span::Span;
use armistice_read::block::{BlockKind, CutReason, Fate};
use armistice_read::lineage::agencies::{Agencies, OutletKind};
use armistice_read::lineage::copies::{Copy, Lineage, Strength, shared_runs};
use armistice_read::lineage::credit::{CreditRules, agency_of, cues};
use armistice_read::lineage::index::{HUBS, Index, MIN_RUN, TextDoc};
use armistice_read::lineage::origin::{OriginDoc, Origins, origins};
use armistice_read::lineage::quotes::{quotations, same_quotations};
use armistice_read::lineage::reason::Reason;
use armistice_read::lineage::runs::{Scratch, shared};
use armistice_read::lineage::tokens::{MAX_WORD_BYTES, Piece, tokenize};
use expect_test::{Expect, expect};
use proptest::prelude::*;

fn all(text: &str) -> Span {
    Span::new(0, text.len())
}

fn words(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    tokenize(text, &[all(text)], |p| match p {
        Piece::Word(_, w) => out.push(w.to_owned()),
        Piece::Break => out.push("|".to_owned()),
    });
    out
}

fn lineage(texts: &[&str]) -> Lineage {
    let spans: Vec<[Span; 1]> = texts.iter().map(|t| [all(t)]).collect();
    let docs: Vec<TextDoc<'_>> = texts.iter().zip(&spans).map(|(text, spans)| TextDoc { text, spans }).collect();
    shared_runs(&docs)
}

fn pairs(copies: &[Copy]) -> Vec<(usize, usize, Strength)> {
    copies.iter().map(|c| (c.a, c.b, c.strength)).collect()
}

// ---- words

#[test]
fn words_are_the_same_however_they_are_typed() {
    let check = |a: &str, b: &str| assert_eq!(words(a), words(b), "{a:?} and {b:?}");
    check("The Regime’s “plan”, he said", "the regime's \"plan\" he SAID");
    check("`` We 've agreed", "“We’ve agreed");
    check("café Émile", "cafe\u{301} E\u{301}mile");
    check("كتب الرَّجُلُ", "كتب الرجل");
    check("می‌گوید که", "میگوید كه");
    check("۱۲ نفر", "12 نفر");
    check("ДОГОВОРИЛИСЬ О ПЕРЕМИРИИ", "договорились о перемирии");
    check("soft\u{ad}hyphen", "softhyphen");
    check("twenty-four 310,000", "twenty four 310 000");
    assert_ne!(words("12 killed"), words("13 killed"), "digits are kept");
    assert_ne!(words("killed"), words("killing"), "no stemming");
}

#[test]
fn words_point_at_their_bytes() {
    let text = "«Да», сказал он – 5\u{a0}раз.";
    let mut found = Vec::new();
    tokenize(text, &[all(text)], |p| {
        if let Piece::Word(s, w) = p {
            found.push(format!("{}={w}", &text[s.range()]));
        }
    });
    assert_eq!(found, ["Да=да", "сказал=сказал", "он=он", "5=5", "раз=раз"]);
}

#[test]
fn scripts_without_spaces_give_overlapping_tokens() {
    assert_eq!(words("停火协议已经签署"), ["停火协议已经", "火协议已经签", "协议已经签署"]);
    assert_eq!(words("停火，协议已经签署。"), words("停火协议已经签署"));
    assert_eq!(words("停火 2016"), ["停火", "2016"]);
    assert!(words(&"x".repeat(1000)).iter().all(|w| w.len() <= MAX_WORD_BYTES));
}

#[test]
fn left_out_text_breaks_runs() {
    let text = "one two three ADVERT four five";
    let mut out = String::new();
    tokenize(text, &[Span::new(0, 13), Span::new(21, text.len())], |p| match p {
        Piece::Word(_, w) => write!(out, "{w} ").unwrap(),
        Piece::Break => out.push_str("| "),
    });
    assert_eq!(out, "one two three | four five ");
}

// ---- runs and copies

const WIRE: &str = "VELDORA (AFP) - Fighting resumed around the river town of Karsova on Thursday, hours after mediators \
announced that both delegations had accepted a pause to let relief convoys through.\n\nA doctor at the town's only clinic told \
AFP that eleven wounded people had been brought in before noon, three of them children with shrapnel injuries.\n\n\"We heard \
the drones first and then the roof of the bakery came down on the people who were queuing,\" the doctor said.\n\nThe monitoring \
commission said its patrol had been turned back at a checkpoint on the northern approach and could not establish who fired.\n\n\
Negotiators are due to meet again next week in the lakeside resort of Brenholt to discuss the withdrawal of heavy guns.";

const SCRUBBED: &str = "Home / World / Latest\n\nShooting starts again at Karsova\n\nFighting resumed around the river town of \
Karsova on Thursday, hours after mediators announced that both delegations had accepted a pause to let relief convoys \
through.\n\nA doctor at the town's only clinic said eleven wounded people had been brought in before noon, three of them \
children with shrapnel injuries.\n\nThe monitoring commission said its patrol had been turned back at a checkpoint on the \
northern approach and could not establish who fired.\n\nOur readers may recall that the paper warned of this in spring.";

const OWN: &str = "At least ten people were hurt when shells struck Karsova, the governor's office reported on Thursday \
evening. Residents reached by phone described a column of smoke over the market district.\n\nThe commission's spokeswoman \
confirmed that monitors had no access. \"We heard the drones first and then the roof of the bakery came down on the people who \
were queuing,\" a doctor at the clinic was quoted as saying by Reuters.\n\nEarlier talks produced no timetable. (Photo: AFP)";

#[test]
fn copies_share_runs_and_own_reports_do_not() {
    let found = lineage(&[WIRE, SCRUBBED, OWN]);
    assert_eq!(pairs(&found.copies), [(0, 1, Strength::Strong), (0, 2, Strength::Weak)]);
    let copy = &found.copies[0];
    for r in &copy.runs {
        assert_eq!(words(&WIRE[r.a.range()]), words(&SCRUBBED[r.b.range()]));
    }
    assert_eq!(copy.runs.iter().filter(|r| r.words >= 20).count(), 2);
    let quoted = &found.copies[1];
    assert!(quoted.runs.iter().all(|r| r.quoted && r.own_words == 0), "a shared quotation is the speaker's text");
    assert!(quoted.reasons.contains(&Reason::OnlyQuoted { a: 0, b: 2, words: 20 }), "{:?}", quoted.reasons);
}

#[test]
fn runs_are_maximal_and_at_least_eight_words() {
    let check = |a: &str, b: &str, expected: &[&str]| {
        let found = lineage(&[a, b]);
        let runs: Vec<&str> =
            found.copies.iter().chain(&found.faint).flat_map(|c| &c.runs).map(|r| &a[r.a.range()]).collect();
        assert_eq!(runs, expected, "{a:?} and {b:?}");
    };
    let eight = "the envoy left the city before the vote";
    check(&format!("Yesterday {eight} began"), &format!("He said: {eight}, again"), &[eight]);
    check("the envoy left the city before the", "the envoy left the city before the", &[]);
    check(
        "Красный Крест доставил в осаждённый город лекарства и одеяла для раненых",
        "Вчера Красный крест доставил в осажденный город лекарства и одеяла для детей",
        &["Красный Крест доставил в осаждённый город лекарства и одеяла для"],
    );
    check(
        "联合监督委员会宣布停火协议将于午夜生效并持续两周",
        "据悉，联合监督委员会宣布停火协议将于午夜生效。",
        &["联合监督委员会宣布停火协议将于午夜生效"],
    );
}

#[test]
fn reworded_copies_are_found_by_short_runs_in_order() {
    let a = "The joint inspectors counted seventeen howitzers hidden beneath camouflage netting beside the abandoned cement \
factory, while villagers from Ostrel described nightly convoys rumbling through orchards toward the fortified ridge above \
their irrigation canal and demanded compensation for trampled seedlings.";
    let b = "On Friday joint inspectors counted seventeen howitzers under camouflage netting beside the abandoned cement plant. \
Separately, villagers from Ostrel described frequent convoys rumbling through orchards toward the ridge above their \
irrigation canal; they demanded compensation for trampled crops.";
    let found = lineage(&[a, b, OWN, SCRUBBED]);
    let copy = found.copies.iter().find(|c| (c.a, c.b) == (0, 1)).expect("found");
    assert!(copy.runs.is_empty() && !copy.edited.is_empty());
    assert!(matches!(copy.reasons[..], [Reason::EditedPassages { a: 0, b: 1, .. }]));
}

#[test]
fn furniture_counts_for_little_however_many_hold_it() {
    let line = "Sign up today for our free morning newsletter with exclusive stories and much more";
    let subjects =
        ["wheat", "steel", "rain", "opera", "bridges", "lobsters", "clocks", "moss", "violins", "tar", "salt", "maps"];
    let texts: Vec<String> = (0..60)
        .map(|i| {
            let s = subjects[i % subjects.len()];
            format!(
                "Report {i}{i} on {s} number {}{s}.\n\n{line}\n\nAnother {s}{i} ended with {i}{s} in {s}{s}{i}.",
                i * 7
            )
        })
        .collect();
    let found = lineage(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(pairs(&found.copies), [], "a line on every page makes no copy");
    assert!(found.common.iter().any(|c| c.documents == 60), "and is reported: {:?}", found.common);
    assert!(found.faint.iter().flat_map(|c| &c.runs).all(|r| r.weight < 100));
}

#[test]
fn a_family_above_the_cap_stays_connected_without_all_pairs() {
    let texts = vec![WIRE; 120];
    let found = lineage(&texts);
    assert!(found.copies.len() <= 120 * HUBS && found.copies.len() >= 119, "{}", found.copies.len());
    let mut reached = [false; 120];
    reached[found.copies[0].a] = true;
    for _ in 0..120 {
        for c in &found.copies {
            let either = reached[c.a] || reached[c.b];
            (reached[c.a], reached[c.b]) = (either, either);
        }
    }
    assert!(reached.iter().all(|r| *r));
}

#[test]
fn adding_one_by_one_finds_earlier_copies() {
    let mut index = Index::new();
    let add = |index: &mut Index, text: &str| pairs(&index.add(&TextDoc { text, spans: &[all(text)] }));
    assert_eq!(add(&mut index, OWN), []);
    assert_eq!(add(&mut index, WIRE), [(0, 1, Strength::Weak)]);
    assert_eq!(add(&mut index, SCRUBBED), [(1, 2, Strength::Strong)]);
    assert_eq!(index.lineage(), lineage(&[OWN, WIRE, SCRUBBED]));
}

#[test]
fn endless_repetition_costs_no_more_than_its_length() {
    let text = "a b ".repeat(20_000);
    let other = format!("{} c {}", "a b ".repeat(9_000), "b a ".repeat(9_000));
    let found = lineage(&[&text, &other]);
    assert!(found.copies.len() + found.faint.len() <= 1);
}

// ---- credits

#[test]
fn bundled_lists_are_sound() {
    let agencies = Agencies::bundled();
    assert!(agencies.all().len() >= 120);
    let mut ids: Vec<&str> = agencies.all().iter().map(|a| a.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), agencies.all().len(), "ids are unique");
    let mut names: Vec<&String> = agencies.all().iter().flat_map(|a| &a.names).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "a name stands for one outlet");
    for (name, kind) in
        [("رويترز", OutletKind::Wire), ("ТАСС", OutletKind::StateAgency), ("新华社", OutletKind::StateAgency)]
    {
        assert_eq!(agencies.get(agencies.named(name).unwrap()).kind, kind);
    }
    let _ = CreditRules::bundled();
}

fn cue_list(text: &str, blocks: &[(Span, BlockKind, Fate)]) -> String {
    cues(text, blocks, None, CreditRules::bundled(), Agencies::bundled())
        .iter()
        .map(|c| {
            assert_eq!(&text[c.span.range()].trim(), &c.evidence, "the evidence stands at the span");
            format!("{:?} {}; ", c.kind, c.name)
        })
        .collect()
}

#[test]
fn credits_by_their_words() {
    let check = |text: &str, expected: &str| {
        let blocks = [(all(text), BlockKind::Paragraph, Fate::Main)];
        assert_eq!(cue_list(text, &blocks).trim_end_matches("; "), expected, "{text:?}");
    };
    check("The talks are over, a source told AFP.", "ToldAgency AFP");
    check("The talks are over, a source told the Agence France-Presse (AFP).", "ToldAgency AFP");
    check("The talks are over, a source told Russian state news agency TASS on Monday.", "ToldAgency TASS");
    check("The talks are over, the envoy told reporters.", "");
    check("VELDORA, Ostland (Reuters) - Two shells fell on the town on Monday morning.", "DatelineAgency Reuters");
    check("VELDORA, January 24. /TASS/. Two shells fell on the town on Monday morning.", "DatelineAgency TASS");
    check("VELDORA, Jan. 3 (Xinhua) -- Two shells fell on the town on Monday morning.", "DatelineAgency Xinhua");
    check("МОСКВА, 3 января - РИА Новости. Два снаряда упали на город утром.", "DatelineAgency RIA Novosti");
    check("By AFP", "TextCredit AFP");
    check("Agence France-Presse", "TextCredit AFP");
    check("By Associated Press", "TextCredit AP");
    check("Two shells fell. They killed nobody.\n\n— AP", "TextCredit AP");
    check("With inputs from PTI", "CitedOutlet PTI");
    check("Additional reporting by AFP.", "CitedOutlet AFP");
    check("Lakeside Post avec AFP", "");
    check("Avec AFP", "TextCredit AFP");
    check("Source: dpa", "CourtesyLine dpa");
    check("Courtesy : Dawn News", "CourtesyLine Dawn");
    check("Courtesy: The Veldora Lantern", "CourtesyLine The Veldora Lantern");
    check("Two shells fell on the town, Anadolu Agency reported, citing the governor.", "CitedOutlet Anadolu Agency");
    check("Two shells fell on the town, according to Interfax.", "CitedOutlet Interfax");
    check("The text says so, the Reuters news agency quoted it as saying.", "CitedOutlet Reuters");
    check("However, the Guardian reported that the rebels objected.", "CitedOutlet The Guardian");
    check("L'accord est signé, a déclaré à l'AFP un diplomate.", "ToldAgency AFP");
    check("El alto el fuego se mantiene, dijo a EFE un portavoz.", "ToldAgency EFE");
    check("وقال مصدر طبي لوكالة فرانس برس إن القصف استمر", "ToldAgency AFP");
    check("وقف إطلاق النار صامد، نقلا عن وكالة الأناضول", "CitedOutlet Anadolu Agency");
    check("Перемирие соблюдается, сообщает Интерфакс.", "CitedOutlet Interfax");
    check("به گزارش ایسنا، آتش‌بس برقرار است", "CitedOutlet ISNA");
    check("Delegates at the table on Monday. (AFP/Jon Doe)", "PhotoCredit AFP");
    check("Jon Doe, AFP | Delegates at the table on Monday.", "PhotoCredit AFP");
    check("Photo: AFP", "PhotoCredit AFP");
    check("Image copyright\nReuters", "PhotoCredit Reuters");
    check("© Reuters", "PhotoCredit Reuters");
    check("The map of the ap and the AFPs stayed on the wall.", "");
}

#[test]
fn agencies_that_are_in_no_list() {
    let check = |text: &str, outlet: Option<&str>, expected: &str| {
        let blocks = [(all(text), BlockKind::Paragraph, Fate::Main)];
        let found: String = cues(text, &blocks, outlet, CreditRules::bundled(), Agencies::bundled())
            .iter()
            .map(|c| {
                assert_eq!(c.agency, agency_of(&c.name, c.kind, Agencies::bundled()), "the name gives the key");
                format!("{:?} {}; ", c.kind, c.name)
            })
            .collect();
        assert_eq!(found.trim_end_matches("; "), expected, "{text:?}");
    };
    let free = |text, expected| check(text, None, expected);
    free("VELDORA (XNB) – Two shells fell on the town on Monday morning.", "DatelineAgency XNB");
    free(
        "VELDORA, Ostland, Jan. 3, 1997 (Northern Interpress) -- Two shells fell on the town.",
        "DatelineAgency Northern Interpress",
    );
    free(
        "VELDORA, Ostland, Jan. 3 (NORTHERN INTERPRESS) - TWO SHELLS FELL ON THE TOWN.",
        "DatelineAgency NORTHERN INTERPRESS",
    );
    free(
        "The talks are over, a man told the Ostland News Agency (OXA).\n\nAnother told OXA so.",
        "ToldAgency Ostland News Agency (OXA); ToldAgency Ostland News Agency (OXA)",
    );
    free(
        "VELDORA (LPS) - Two shells fell on the town.\n\nA medic told Lake Press Service so.",
        "DatelineAgency Lake Press Service (LPS); ToldAgency Lake Press Service (LPS)",
    );
    free(
        "Source: Lantern Bureau (LB)\n\nVELDORA, May 3 (LB) - Two shells fell on the town.",
        "TextCredit Lantern Bureau (LB); DatelineAgency Lantern Bureau (LB)",
    );
    free("By Ostland News Agency | Monday, January 16, 2017", "TextCredit Ostland News Agency");
    free("25 May 2023 11:40 GMT | Lake Press Service", "TextCredit Lake Press Service");
    free("Ostland News Agency (UPDATE 2)", "TextCredit Ostland News Agency");
    free(
        "Copyright 2024 Lantern Bureau\n\nVELDORA (Lantern Bureau) – Two shells fell on the town.",
        "TextCredit Lantern Bureau; DatelineAgency Lantern Bureau",
    );
    free(
        "VELDORA (Ronavi) - Two shells fell on the town.\n\nA medic told Ronavi so.",
        "DatelineAgency Ronavi; ToldAgency Ronavi",
    );
    free("Two shells fell on the town, the Ostland News Service reported.", "CitedOutlet Ostland News Service");
    // What is no agency.
    free("VELDORA (Ostland) - Two shells fell on the town on Monday.", "");
    free("RAPID COLUMN FORCE (RCF) – a group of the north – fired two shells.", "");
    free("RCF (Rapid Column Force) – a group of the north – fired two shells.", "");
    free("The talks are over, a man told Ostland Free Committee (OFC).", "");
    free("The talks are over, he told a press conference.", "");
    free("The talks are over, he told the press service of the ministry.", "");
    free("The talks are over, he told the Interior Ministry Press Service.", "");
    free("A man told the Federal Relief Bureau (FRB) that he fled. He told FRB so twice.", "");
    free("Photo: Ostland News Agency", "PhotoCredit Ostland News Agency");
    free("Image copyright\nOstland Photo Agency", "");
    check("A man told The Ostland News Service so.", Some("Ostland News Service"), "");
    check("A man told The Northern Lantern so.", Some("The Northern Lantern"), "");
}

#[test]
fn an_abbreviation_is_joined_with_the_name_that_another_page_explains() {
    let explained = WIRE.replace("AFP", "XNA").replace("told XNA that", "told the Xenia News Agency (XNA) that");
    let bare = UPDATE.replace("AFP", "XNA");
    let found = grouped(&[&explained, &bare, &SCRUBBED.replace("AFP", "XNA")], &[]);
    let told = told(&found);
    assert_eq!(found.origins.len(), 1, "{told}");
    assert_eq!(found.origins[0].label, "Xenia News Agency (XNA)");
    assert!(told.contains("page 2 carries no credit to Xenia News Agency (XNA) but shares text with page 0"), "{told}");
    assert!(told.contains("page 1 is credited to Xenia News Agency (XNA)"), "{told}");
}

#[test]
fn captions_give_photo_credits_whatever_they_say() {
    let text = "A man told AFP he fled.\n\nBy Reuters\n\nMenu AFP";
    let blocks = [
        (Span::new(0, 23), BlockKind::Caption, Fate::Cut(CutReason::Caption)),
        (Span::new(25, 35), BlockKind::Byline, Fate::Cut(CutReason::Byline)),
        (Span::new(37, 45), BlockKind::Other, Fate::Cut(CutReason::Navigation)),
    ];
    assert_eq!(cue_list(text, &blocks), "PhotoCredit AFP; TextCredit Reuters; ");
}

// ---- quotations

#[test]
fn quotations_in_all_marks() {
    let check = |text: &str, expected: &[&str]| {
        let found: Vec<String> = quotations(text, &[all(text)]).iter().map(|q| q.words.join(" ")).collect();
        assert_eq!(found, expected, "{text:?}");
    };
    check("He said \"we will go\" and left.", &["we will go"]);
    check("“We will go,” he said. “Now.”", &["we will go", "now"]);
    check("«Мы уходим», сказал он.", &["мы уходим"]);
    check("„Wir gehen jetzt“, sagte er.", &["wir gehen jetzt"]);
    check("وقال «لن نغادر المدينة» ثم مضى", &["لن نغادر المدينه"].map(|_| "لن نغادر المدينة"));
    check("He said ``we 've agreed'' today.", &["we ve agreed"]);
    check("The rebels’ camp didn’t move.", &[]);
    check("He called it ‘a long night’ again.", &["a long night"]);
    check("“One paragraph.\n\n“Second paragraph,” he said.", &["one paragraph second paragraph"]);
    check("\"Never closed here.\n\nNext paragraph without marks.", &["never closed here"]);
}

#[test]
fn the_same_quotation_in_two_documents() {
    let texts = [
        "“This is not a replacement for the process,” she said.",
        "She added: \"It is true. This is not a replacement for the process\" and left.",
        "They called it “not a replacement”.",
    ];
    let quotes: Vec<_> = texts.iter().map(|t| quotations(t, &[all(t)])).collect();
    let same: Vec<_> = same_quotations(&quotes).iter().map(|q| (q.a, q.b, q.words)).collect();
    assert_eq!(same, [(0, 1, 8)]);
}

// ---- origins

fn grouped(texts: &[&str], outlets: &[&str]) -> Origins {
    let mut index = Index::new();
    let (mut docs, mut quotes) = (Vec::new(), Vec::new());
    for (i, text) in texts.iter().enumerate() {
        index.push(&TextDoc { text, spans: &[all(text)] });
        quotes.push(quotations(text, &[all(text)]));
        let blocks = [(all(text), BlockKind::Paragraph, Fate::Main)];
        let cues = cues(text, &blocks, None, CreditRules::bundled(), Agencies::bundled());
        let outlet = outlets.get(i).map(|o| (*o).to_owned());
        docs.push(OriginDoc { outlet, cues, ..OriginDoc::default() });
    }
    origins(&docs, &index, &index.lineage(), &same_quotations(&quotes), Agencies::bundled())
}

fn told(found: &Origins) -> String {
    let mut out = String::new();
    for o in &found.origins {
        writeln!(out, "{} {:?} {}-{}", o.label, o.members, o.low, o.high).unwrap();
        for r in &o.reasons {
            writeln!(out, "  {}", r.english(&|d| format!("page {d}"))).unwrap();
        }
    }
    out
}

fn check_origins(texts: &[&str], outlets: &[&str], expected: Expect) {
    expected.assert_eq(&told(&grouped(texts, outlets)));
}

#[test]
fn a_stripped_copy_belongs_to_its_wire_and_a_photo_credit_joins_nothing() {
    check_origins(
        &[WIRE, SCRUBBED, OWN],
        &["Lakeside Post", "Daily Plough", "Veldora Lantern"],
        expect![[r#"
            AFP [0, 1] 1-1
              page 0 and page 1: 3 runs of the same words, longest 34 words, 73 words in all (78 % of the shorter text)
              page 0 and page 2: 1 run of the same words, longest 20 words, 20 words in all (25 % of the shorter text)
              page 0 and page 2: all 20 shared words stand in speech marks, so a common speaker explains them
              page 0 is credited to AFP ("VELDORA (AFP)")
              in page 0 people speak to AFP (1 time)
              page 1 carries no credit to AFP but shares text with page 0, which does
            Veldora Lantern [2] 1-1
              page 0 and page 2: 1 run of the same words, longest 20 words, 20 words in all (25 % of the shorter text)
              page 0 and page 2: all 20 shared words stand in speech marks, so a common speaker explains them
              page 2 names AFP only as a photo credit: not counted
              page 2 cites Reuters for a passage: not an origin of the whole text
        "#]],
    );
    let found = grouped(&[WIRE, SCRUBBED, OWN], &[]);
    let lost: Vec<_> = found.stripped.iter().map(|s| (s.document, s.from, s.passages.is_empty())).collect();
    assert_eq!(lost, [(1, 0, false)], "with the passage where the agency was named");
}

const UPDATE: &str = "BRENHOLT (AFP) - Mediators said late Thursday that the pause around Karsova had collapsed within hours, as \
relief convoys waited beyond the northern checkpoint with their engines off.\n\nThe monitoring commission withdrew its \
patrol from the river town after drones circled over the clinic, where doctors treated children for shrapnel injuries.\n\n\
Delegations blamed each other for the bakery strike, and negotiators postponed talks on heavy guns in the lakeside resort.";

#[test]
fn one_credit_and_one_story_join_with_less_certainty() {
    let found = grouped(&[WIRE, UPDATE], &[]);
    let groups: Vec<_> = found.origins.iter().map(|o| (o.members.clone(), o.low, o.high)).collect();
    assert_eq!(groups, [(vec![0, 1], 1, 2)], "{}", told(&found));
    let unrelated = "OSLO (AFP) - Salmon exports rose by a fifth in the second quarter as prices recovered, the seafood council \
said, although algae blooms killed stocks in several northern fjords during spring.";
    assert_eq!(grouped(&[WIRE, unrelated], &[]).origins.len(), 2, "an agency writes about more than one thing");
}

#[test]
fn a_compilation_does_not_chain_two_stories() {
    let other = "Salmon exports rose by a fifth in the second quarter as prices recovered, the seafood council said, although \
algae blooms killed stocks in several northern fjords during spring. Farmers there moved their pens into colder water and \
asked the ministry to extend the harvest season by three weeks. Feed makers expect a quieter autumn than last year.";
    let digest = format!(
        "The week in brief. {} And now to business. {} Much else happened besides, which this column will take up on Sunday \
when its author is back from a long walk along the coast with two dogs.",
        "Fighting resumed around the river town of Karsova on Thursday, hours after mediators announced that both delegations \
had accepted a pause to let relief convoys through. The monitoring commission said its patrol had been turned back at a \
checkpoint on the northern approach and could not establish who fired.",
        "Salmon exports rose by a fifth in the second quarter as prices recovered, the seafood council said."
    );
    let found = grouped(&[WIRE, other, &digest], &[]);
    let groups: Vec<_> = found.origins.iter().map(|o| o.members.clone()).collect();
    assert_eq!(groups, [vec![0, 2], vec![1]], "{}", told(&found));
    assert!(found.origins[0].reasons.iter().any(|r| matches!(r, Reason::CarriesPassage { document: 2, of: 1, .. })));
}

// ---- independence of claims

// ---- invariants

/// Words of a small language, so that documents share a lot by chance.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[a-c]{1,2}",
        1 => Just("\"".to_owned()),
        1 => Just("мир".to_owned()),
        1 => Just("\n\n".to_owned()),
        1 => Just("停火协议已经签署".to_owned()),
    ];
    prop::collection::vec(word, 0..60).prop_map(|w| w.join(" "))
}

fn named_pairs(texts: &[String]) -> Vec<String> {
    let refs: Vec<&str> = texts.iter().map(String::as_str).collect();
    let found = lineage(&refs);
    let mut out: Vec<String> = [&found.copies, &found.faint]
        .iter()
        .enumerate()
        .flat_map(|(list, copies)| copies.iter().map(move |c| (list, c)))
        .map(|(list, c)| {
            let mut sides = [
                (&texts[c.a], c.runs.iter().map(|r| (r.a, r.b, r.words, r.own_words, r.weight)).collect::<Vec<_>>()),
                (&texts[c.b], c.runs.iter().map(|r| (r.b, r.a, r.words, r.own_words, r.weight)).collect::<Vec<_>>()),
            ];
            sides.iter_mut().for_each(|s| s.1.sort_unstable());
            sides.sort();
            format!("{list} {sides:?} {} {} {:?} {}", c.words_total, c.own_weighted, c.strength, c.containment)
        })
        .collect();
    out.sort();
    out
}

proptest! {
    #[test]
    fn the_order_of_documents_changes_nothing(texts in prop::collection::vec(text(), 2..7), turn in 0usize..7) {
        let mut turned = texts.clone();
        turned.rotate_left(turn % texts.len());
        turned.reverse();
        prop_assert_eq!(named_pairs(&texts), named_pairs(&turned));
    }

    #[test]
    fn runs_hold_the_same_words(texts in prop::collection::vec(text(), 2..5)) {
        let refs: Vec<&str> = texts.iter().map(String::as_str).collect();
        let found = lineage(&refs);
        for c in found.copies.iter().chain(&found.faint) {
            prop_assert!(c.a < c.b);
            for r in &c.runs {
                let (x, y) = (texts[c.a].get(r.a.range()), texts[c.b].get(r.b.range()));
                prop_assert!(x.is_some() && y.is_some(), "spans are on character boundaries");
                let (x, y) = (words(x.unwrap()), words(y.unwrap()));
                prop_assert!(x.len() >= MIN_RUN && x.len() == r.words as usize);
                prop_assert_eq!(x, y);
            }
        }
    }

    #[test]
    fn every_run_of_eight_words_is_found(a in prop::collection::vec(0u32..400, 0..40), b in prop::collection::vec(0u32..400, 0..40), common in prop::collection::vec(0u32..400, 8..20)) {
        let say = |list: &[u32]| list.iter().map(|n| format!("w{n}")).collect::<Vec<_>>().join(" ");
        let shared_text = say(&common);
        let (x, y) = (format!("{} {shared_text} {}", say(&a), say(&b)), format!("{} {shared_text} {}", say(&b), say(&a)));
        let found = lineage(&[&x, &y]);
        let holds = found.copies.iter().chain(&found.faint).flat_map(|c| &c.runs).any(|r| x[r.a.range()].contains(&shared_text));
        prop_assert!(holds);
    }

    #[test]
    fn shared_finds_all_that_brute_force_finds(a in prop::collection::vec(0u32..4, 0..30), b in prop::collection::vec(0u32..4, 0..30)) {
        let mut expected = Vec::new();
        for i in 0..a.len() {
            for j in 0..b.len() {
                if i > 0 && j > 0 && a[i - 1] == b[j - 1] { continue; }
                let len = a[i..].iter().zip(&b[j..]).take_while(|(x, y)| x == y).count();
                if len >= 3 { expected.push((i as u32, j as u32, len as u32)); }
            }
        }
        let found = shared(&a, &b, 3, &mut Scratch::default());
        prop_assert!(!found.limited);
        prop_assert_eq!(found.runs.iter().map(|m| (m.a, m.b, m.len)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn any_text_and_any_spans_are_taken(text in "\\PC*|[«»\"“”‘’`'\n a-c(/)|—:]{0,80}|(AFP|Reuters|told| |\n|\\(|/|\\||-|ل|新华社){0,30}", cuts in prop::collection::vec((0u32..200, 0u32..200), 0..4)) {
        let spans: Vec<Span> = cuts.iter().map(|&(a, b)| Span { start: a, end: b }).collect();
        let mut index = Index::new();
        index.add(&TextDoc { text: &text, spans: &spans });
        index.add(&TextDoc { text: &text, spans: &[all(&text)] });
        let quotes = quotations(&text, &spans);
        for part in quotes.iter().flat_map(|q| &q.parts) {
            prop_assert!(text.get(part.range()).is_some());
        }
        let _ = same_quotations(&[quotes, quotations(&text, &[all(&text)])]);
        let mut blocks: Vec<_> = spans.iter().map(|&s| (s, BlockKind::Paragraph, Fate::Main)).collect();
        blocks.push((all(&text), BlockKind::Paragraph, Fate::Main));
        for cue in cues(&text, &blocks, None, CreditRules::bundled(), Agencies::bundled()) {
            prop_assert!(text.get(cue.span.range()).is_some());
        }
        let _ = index.lineage();
    }
}

// ---- shared material, where it is there

fn shared_material(path: &str) -> Option<PathBuf> {
    let base = std::env::var_os("ARMISTICE_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let path = base.join(path);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: {} is not there", path.display());
    None
}

#[test]
fn five_pages_are_three_origins() {
    let Some(dir) = shared_material("seeds") else { return };
    let mut files: Vec<PathBuf> = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let texts: Vec<String> = files.iter().map(|f| std::fs::read_to_string(f).unwrap()).collect();
    let found = grouped(&texts.iter().map(String::as_str).collect::<Vec<_>>(), &[]);
    let groups: Vec<_> = found.origins.iter().map(|o| (o.members.clone(), o.low, o.high)).collect();
    assert_eq!(groups, [(vec![0, 1, 2], 1, 1), (vec![3], 1, 1), (vec![4], 1, 1)], "{}", told(&found));
    assert!(found.stripped.iter().all(|s| s.document == 1) && !found.stripped.is_empty());
    assert!(found.origins[1].reasons.iter().any(|r| matches!(r, Reason::PhotoCreditOnly { .. })));
}

#[test]
fn pair_f1_on_made_copies() {
    let Some(dir) = shared_material("data/syndication_syn") else { return };
    let read =
        |name: &str| -> serde_json::Value { serde_json::from_slice(&std::fs::read(dir.join(name)).unwrap()).unwrap() };
    let (docs, gold) = (read("docs.json"), read("gold_pairs.json"));
    let docs: Vec<(i64, &str)> =
        docs.as_array().unwrap().iter().map(|d| (d["id"].as_i64().unwrap(), d["text"].as_str().unwrap())).collect();
    let pair = |a: i64, b: i64| (a.min(b), a.max(b));
    let gold: std::collections::BTreeSet<(i64, i64)> =
        gold.as_array().unwrap().iter().map(|p| pair(p[0].as_i64().unwrap(), p[1].as_i64().unwrap())).collect();
    let found = lineage(&docs.iter().map(|d| d.1).collect::<Vec<_>>());
    let hits = found.copies.iter().filter(|c| gold.contains(&pair(docs[c.a].0, docs[c.b].0))).count();
    // F1 = 2 hits / (found + gold)
    let permille = 2000 * hits / (found.copies.len() + gold.len());
    assert!(
        permille >= 970,
        "pair F1 {permille} permille: {hits} of {} found, {} gold",
        found.copies.len(),
        gold.len()
    );
}
