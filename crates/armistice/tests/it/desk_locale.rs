//! The words of the desk: complete in every language, of one shape, in their own script, the same words as in the report.
//!
//! Must not: judge a translation. A reader of the language does.

use crate::support::repository;
use armistice::desk::locale::{self, Arg, Language, Locale, word_id};
use armistice::desk::{
    problem::KINDS,
    query::{Field, Kind, View},
};
use armistice::wording;
use armistice_core::{
    act::{Act, ActGroup},
    agreement::words,
    case::{Refusal, Stage},
    claim::{ChainRole, ClaimKind, Polarity},
    count::{CountStatus, CountWhat},
    incident::VerificationStatus,
    named::Named,
    obligation,
    place::PlacePrecision,
    scope,
    statement::{
        Bond, Verdict, casework, ledger,
        trust::{ErasureScope, KeyRole, Misbehaviour, RevocationReason},
    },
    time::{PartOfDay, Tense, TimeBasis, TimePrecision},
};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Set once the screens are all in: from then on a message that no screen asks for is a failure too.
const EVERY_MESSAGE_IS_USED: bool = false;

pub(crate) fn locales() -> impl Iterator<Item = Locale> {
    Language::ALL.iter().copied().map(Locale::of)
}

#[test]
fn the_files_parse() {
    for language in Language::ALL {
        assert_eq!(locale::problems(*language), &[] as &[String], "{}", language.code());
    }
}

#[test]
fn every_language_has_every_message_with_the_same_variables() {
    let english = locale::variables(Language::En);
    for language in Language::ALL {
        let own = locale::variables(*language);
        for (id, names) in &english {
            let found = own.get(id);
            assert!(found.is_some(), "{}: the message {id} is missing", language.code());
            assert_eq!(found, Some(names), "{}: the message {id} speaks of other values", language.code());
        }
        for id in own.keys() {
            assert!(english.contains_key(id), "{}: the message {id} is in no other language", language.code());
        }
        for name in locale::NAMES {
            let (here, there) = (locale::ids_of_file(*language, name), locale::ids_of_file(Language::En, name));
            assert_eq!(here, there, "{}/{name}.ftl: not in the order of the English file", language.code());
        }
    }
}

#[test]
fn every_file_of_words_is_in_the_list() {
    let here = repository().join("crates/armistice/src/desk/locale");
    let listed: BTreeSet<String> = locale::NAMES.iter().map(|n| format!("{n}.ftl")).collect();
    for language in Language::ALL {
        let found: BTreeSet<String> = fs::read_dir(here.join(language.code()))
            .expect("a folder per language")
            .map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        assert_eq!(found, listed, "{}", language.code());
    }
}

#[test]
fn a_message_can_be_said_in_every_plural_form() {
    for l in locales() {
        for (id, names) in locale::variables(l.language) {
            for n in [0_i64, 1, 2, 3, 5, 11, 21, 100, 1_000_000] {
                let by = locale::forms(l.language, &id).map(|(by, _)| by);
                let args: Vec<(&str, Arg)> = names
                    .iter()
                    .map(|name| (name.as_str(), if by.as_ref() == Some(name) { Arg::from(n) } else { Arg::from("x") }))
                    .collect();
                let said = l.t_with(&id, &args);
                assert!(!said.contains(['⟨', '{', '}', '$']), "{} {id} with {n}: {said}", l.language.code());
                assert!(!said.trim().is_empty(), "{} {id} is empty", l.language.code());
            }
        }
    }
}

#[test]
fn a_counted_message_has_every_form_that_its_language_needs() {
    let needed = |language| -> &[&str] {
        match language {
            Language::En | Language::Tr | Language::Fa | Language::Fr => &["one", "other"],
            Language::Ar => &["zero", "one", "two", "few", "many", "other"],
            Language::Ru => &["one", "few", "many", "other"],
        }
    };
    for language in Language::ALL {
        for id in locale::ids(*language) {
            let Some((_, keys)) = locale::forms(*language, &id) else { continue };
            for key in needed(*language) {
                assert!(keys.contains(*key), "{} {id}: the form {key} is missing", language.code());
            }
        }
    }
}

/// Every enumeration whose values pages show, with the kind of its words.
fn enumerations() -> Vec<(&'static str, Vec<String>)> {
    fn of<T: Named>() -> Vec<String> {
        T::ALL.iter().map(|v| v.id().to_owned()).collect()
    }
    let texts = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
    let statuses = [
        VerificationStatus::Unassessed,
        VerificationStatus::Unverified,
        VerificationStatus::SingleOrigin,
        VerificationStatus::Corroborated,
        VerificationStatus::Verified,
        VerificationStatus::Contradicted,
        VerificationStatus::Refuted,
        VerificationStatus::NotVerifiable,
    ];
    vec![
        ("act", Act::ALL.iter().map(|a| a.id().to_owned()).collect()),
        ("act-group", of::<ActGroup>()),
        ("answer", of::<scope::Answer>()),
        ("question", scope::Question::all().map(|q| q.id().to_owned()).collect()),
        ("scope", texts(&["in_scope", "out_of_scope", "cannot_be_determined"])),
        ("fact", statuses.iter().map(|s| s.id().to_owned()).collect()),
        ("status", statuses.iter().map(|s| s.id().to_owned()).collect()),
        ("claim-kind", of::<ClaimKind>()),
        ("polarity", of::<Polarity>()),
        ("chain-role", of::<ChainRole>()),
        ("count", of::<CountWhat>()),
        ("person", of::<CountStatus>()),
        ("place-precision", of::<PlacePrecision>()),
        ("time-precision", of::<TimePrecision>()),
        ("time-basis", of::<TimeBasis>()),
        ("tense", of::<Tense>()),
        ("part-of-day", of::<PartOfDay>()),
        ("bond", of::<Bond>()),
        ("verdict", of::<Verdict>()),
        ("key-role", of::<KeyRole>()),
        ("key-reason", of::<RevocationReason>()),
        ("erasure", of::<ErasureScope>()),
        ("misbehaviour", of::<Misbehaviour>()),
        ("statement", texts(casework::Casework::KINDS)),
        ("text-status", texts(words::TextStatus::WORDS)),
        ("actor-kind", texts(words::ActorKind::WORDS)),
        ("adherence", texts(words::AdherenceStatus::WORDS)),
        ("endorsement", texts(words::Endorsement::WORDS)),
        ("instrument", texts(words::InstrumentKind::WORDS)),
        ("ending", texts(words::Ending::WORDS)),
        ("known", texts(words::Known::WORDS)),
        ("territory", texts(words::TerritoryKind::WORDS)),
        ("cover", texts(words::Cover::WORDS)),
        ("area", texts(words::AreaCriterion::WORDS)),
        ("geometry", texts(words::GeometryStatus::WORDS)),
        ("permission", texts(words::PermissionKind::WORDS)),
        ("condition", texts(words::Condition::WORDS)),
        ("due", texts(words::ClockKind::WORDS)),
        ("said", texts(words::StatementKind::WORDS)),
        ("source", texts(words::ModalitySource::WORDS)),
        ("standard", texts(words::Standard::WORDS)),
        ("rule", texts(words::DecisionRule::WORDS)),
        ("recusal", texts(words::RecusalRule::WORDS)),
        ("on-expiry", texts(words::OnExpiry::WORDS)),
        ("view", View::ALL.iter().map(|v| v.id().to_owned()).collect()),
        ("field", Field::ALL.iter().map(|f| f.id().to_owned()).collect()),
        ("nav", Kind::ALL.iter().map(|k| k.id().to_owned()).collect()),
        ("problem", KINDS.iter().map(|(_, path, _)| path.trim_start_matches("/problems/").to_owned()).collect()),
        ("stage", Stage::ALL.iter().map(|s| s.id().to_owned()).collect()),
        (
            "case-state",
            Stage::ALL
                .iter()
                .map(|s| s.id().to_owned())
                .chain(texts(&["response_received", "no_response", "draft"]))
                .collect(),
        ),
        ("refusal", Refusal::ALL.iter().map(|r| r.code().to_string()).collect()),
        ("refusal-next", Refusal::ALL.iter().map(|r| r.code().to_string()).collect()),
        ("obligation-state", obligation::State::ALL.iter().map(|s| s.id().to_owned()).collect()),
        ("screening", of::<casework::Screening>()),
        ("method", of::<casework::Method>()),
        ("access-outcome", of::<casework::AccessOutcome>()),
        ("reached", of::<casework::Reached>()),
        ("finding-about", of::<casework::FindingAbout>()),
        ("obstacle", of::<casework::Obstacle>()),
        ("position", of::<casework::Position>()),
        ("outcome", of::<casework::Outcome>()),
        ("attribution", of::<casework::Attribution>()),
        ("progress", of::<casework::Progress>()),
        ("ground", of::<casework::Ground>()),
        ("objectable", of::<casework::Objectable>()),
        ("counted", of::<ledger::Unit>()),
        ("standing", of::<ledger::Standing>()),
        ("recorded-as", of::<ledger::Stance>()),
        ("observed", of::<ledger::Observed>()),
        ("means", of::<ledger::Means>()),
        ("heading", of::<ledger::Heading>()),
        ("watch", of::<ledger::Watch>()),
        ("hindrance", of::<ledger::Hindrance>()),
        ("call", of::<ledger::CallResult>()),
        ("performance", of::<ledger::Performance>()),
        ("reliability", of::<ledger::Reliability>()),
        ("credibility", of::<ledger::Credibility>()),
        ("checked", of::<ledger::Checked>()),
        ("edition", of::<ledger::Edition>()),
    ]
}

#[test]
fn every_value_of_every_enumeration_has_a_word() {
    for l in locales() {
        for (kind, values) in enumerations() {
            for value in values {
                assert!(l.has_word(kind, &value), "{}: words.ftl has no {}", l.language.code(), word_id(kind, &value));
            }
        }
    }
}

#[test]
fn a_refusal_says_in_english_what_the_command_line_says() {
    let l = Locale::of(Language::En);
    for refusal in Refusal::ALL {
        let code = refusal.code().to_string();
        assert_eq!(l.word("refusal", &code), refusal.sentence(), "case-{code}");
    }
}

/// Groups of the report's labels and the kinds of the same words here. Groups with words of their own here are left out.
const SAME_WORDS: &[(&str, &str)] = &[
    ("act", "act"),
    ("fact", "fact"),
    ("what", "count"),
    ("status_of", "person"),
    ("precision", "place-precision"),
    ("outcome", "outcome"),
    ("attribution", "attribution"),
    ("position", "position"),
    ("about", "finding-about"),
    ("reached", "reached"),
    ("answer", "answer"),
    ("means", "means"),
    ("watch", "watch"),
    ("access", "access-outcome"),
    ("counted", "counted"),
    ("standing", "standing"),
    ("sum", "sum"),
    ("scope", "scope"),
    ("question", "question"),
    ("observed", "observed"),
    ("cell", "cell"),
    ("obligation", "obligation-state"),
    ("performance", "performance"),
    ("remedy", "progress"),
    ("stage", "case-state"),
    ("text_status", "text-status"),
    ("source", "source"),
    ("rule", "rule"),
    ("standard", "standard"),
    ("how", "not-determined"),
];

#[test]
fn the_report_and_the_desk_use_the_same_words() {
    let mut compared = 0;
    for (report, desk) in [(wording::Language::English, Language::En), (wording::Language::Arabic, Language::Ar)] {
        let l = Locale::of(desk);
        for (key, text) in report.catalogue().labels {
            let Some((group, value)) = key.split_once('.') else { continue };
            let Some((_, kind)) = SAME_WORDS.iter().find(|(g, _)| *g == group) else { continue };
            if l.has_word(kind, value) {
                assert_eq!(&l.word(kind, value), text, "{} {key} and {}", desk.code(), word_id(kind, value));
                compared += 1;
            }
        }
    }
    assert!(compared > 400, "only {compared} words were compared");
}

/// Latin words that stand in every language: names, formats and codes.
const LATIN: &[&str] = &[
    "Armistice",
    "CSV",
    "XLSX",
    "GeoJSON",
    "JSON",
    "PDF",
    "UTC",
    "JavaScript",
    "Markdown",
    "Natural",
    "Earth",
    "SHA",
    "HTML",
    "QR",
    "A",
    "B",
    "C",
    "D",
    "E",
    "F",
    "TOTP",
    "URL",
    "Atom",
    "iCalendar",
    "OGC",
    "API",
    "FIDO",
    "passkey",
    "armistice",
    "TOML",
    "record",
    "from",
];

/// What is typed as it stands, in every language.
const TYPED: &[&str] = &["armistice account link", "case:…", "document:…", "status:open"];

/// What a reader sees of a line: without the id, the key of a form, and what stands in braces.
fn words_of(line: &str) -> String {
    let value = line.split_once(" = ").map_or(line, |(_, value)| value).trim_start().trim_start_matches('*');
    let value = if value.starts_with('[') { value.split_once(']').map_or("", |(_, v)| v) } else { value };
    let mut outside = true;
    value
        .chars()
        .filter(|c| {
            let was = outside;
            outside = match c {
                '{' => false,
                '}' => true,
                _ => outside,
            };
            was && outside
        })
        .collect()
}

#[test]
fn no_word_of_another_script_stands_in_a_language() {
    for language in [Language::Ar, Language::Fa, Language::Ru] {
        for name in locale::NAMES {
            for line in locale::text_of_file(language, name).lines().filter(|l| !l.starts_with('#')) {
                let seen = TYPED.iter().fold(words_of(line), |text, typed| text.replace(typed, ""));
                for word in seen.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| !w.is_empty()) {
                    assert!(LATIN.contains(&word), "{}/{name}.ftl: {word} in {line}", language.code());
                }
            }
        }
    }
    // Arabic is not written with Persian letters.
    for name in locale::NAMES {
        let arabic = locale::text_of_file(Language::Ar, name);
        assert!(!arabic.contains(['ی', 'ک', 'گ', 'پ', 'چ']), "ar/{name}.ftl: a Persian letter");
        let persian = locale::text_of_file(Language::Fa, name);
        assert!(!persian.contains(['ي', 'ك', 'ى', 'ة']), "fa/{name}.ftl: an Arabic letter");
    }
}

/// Words of one side, which no page of the mechanism says in its own voice.
const PARTISAN: &[&str] = &[
    "regime",
    "rebels",
    "terrorist",
    "militia",
    "perpetrator",
    "culprit",
    "نظام الأسد",
    "متمردين",
    "إرهابي",
    "ميليشيا",
    "боевик",
    "террорист",
    "мятежник",
    "режим Асада",
    "terörist",
    "isyancı",
    "تروریست",
    "شورشی",
    "terroriste",
    "rebelles",
];

#[test]
fn no_language_takes_the_words_of_a_side() {
    for language in Language::ALL {
        for name in locale::NAMES {
            let text = locale::text_of_file(*language, name).to_lowercase();
            for word in PARTISAN {
                assert!(!text.contains(&word.to_lowercase()), "{}/{name}.ftl: {word}", language.code());
            }
        }
    }
}

#[test]
fn what_scripts_and_screens_ask_for_is_there() {
    let mut asked: BTreeMap<String, String> = BTreeMap::new();
    let mut folders = vec![repository().join("crates/armistice/src/desk")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                if !path.ends_with("desk/locale") {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).expect("a source");
                for open in [".t(\"", ".t_with(\""] {
                    for part in text.split(open).skip(1) {
                        let id = part.split('"').next().unwrap_or_default();
                        asked.insert(id.to_owned(), path.display().to_string());
                    }
                }
            }
        }
    }
    let known = locale::ids(Language::En);
    for (id, path) in &asked {
        assert!(known.contains(id), "{path} asks for the message {id}, which no file has");
    }
    if EVERY_MESSAGE_IS_USED {
        let by_kind: BTreeSet<String> = enumerations()
            .into_iter()
            .flat_map(|(kind, values)| values.into_iter().map(move |v| word_id(kind, &v)))
            .collect();
        for id in &known {
            assert!(asked.contains_key(id) || by_kind.contains(id), "no screen asks for the message {id}");
        }
    }
}

#[test]
fn what_is_missing_is_seen_and_is_in_no_other_language() {
    for l in locales() {
        assert_eq!(l.t("no-such-message"), "⟨no-such-message⟩");
        assert_eq!(l.word("act", "no_such_act"), "⟨act-no-such-act⟩");
        // A value that was not given is an error of the screen, and shows.
        assert_eq!(l.t("recorded-by"), "⟨recorded-by⟩");
    }
}

#[test]
fn threads_share_the_words() {
    let threads: Vec<_> = (0..4)
        .map(|n| {
            std::thread::spawn(move || {
                let l = Locale::of(Language::ALL[n]);
                (0_i64..200).map(|i| l.t_with("count-claims", &[("count", Arg::from(i))]).len()).sum::<usize>()
            })
        })
        .collect();
    for thread in threads {
        assert!(thread.join().expect("no panic") > 0);
    }
}
