//! What the screens and the scripts ask the words for is there: messages, kinds of words, and a word for every value that a screen shows.
//!
//! Must not: judge a translation, or leave a kind out because it has no list of its values.

use crate::support::repository;
use armistice::desk::{
    act, assets,
    locale::{self, Language, Locale, word_id},
    page::PLACES,
    query::{Field, Has, Is, Kind, columns},
    screen::case::STEPS,
};
use armistice_core::case::{
    clocks::{ClockOf, Standing},
    decide::Stance,
};
use armistice_read::{block::CutReason, document};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The sources below a folder that end so, with their text. The words' own folder asks for nothing.
fn sources(folder: PathBuf, ending: &str) -> BTreeMap<PathBuf, String> {
    let (mut folders, mut found) = (vec![folder], BTreeMap::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                if !path.ends_with("desk/locale") {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|e| e == ending) {
                found.insert(path.clone(), fs::read_to_string(&path).expect("a source"));
            }
        }
    }
    found
}

/// The literals that stand right behind an opening: `"x"` behind `t(`.
fn literals<'a>(text: &'a str, open: &str) -> Vec<&'a str> {
    text.split(open).skip(1).filter_map(|part| part.trim_start().strip_prefix('"')?.split('"').next()).collect()
}

fn shown(path: &Path) -> String {
    path.strip_prefix(repository()).unwrap_or(path).display().to_string()
}

/// Whether a literal is an id of a message by the first part of its name.
fn is_id(text: &str) -> bool {
    const AREAS: &[&str] = &[
        "agreement",
        "case",
        "col",
        "compare",
        "coverage",
        "home",
        "inbox",
        "incident",
        "ledger",
        "modality",
        "nav",
        "obligations",
        "problem",
        "query",
        "reader",
        "shell",
        "step",
        "unknown",
        "web",
    ];
    let plain = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    plain && text.split_once('-').is_some_and(|(area, rest)| AREAS.contains(&area) && !rest.is_empty())
}

/// Literals that look like ids and are none: kinds of words, and ids and names of elements.
const NO_MESSAGES: &[&str] = &[
    "case-clock",
    "case-state",
    "ledger-kind",
    "obligation-state",
    "ledger-new",
    "inbox-file",
    "compare-reason",
    "case-new",
];

#[test]
fn every_message_that_a_source_names_is_there() {
    let known = locale::ids(Language::En);
    let (mut asked, mut missing) = (0, BTreeSet::new());
    for (path, text) in sources(repository().join("crates/armistice/src/desk"), "rs") {
        // Ids that are handed on in lists and pairs are named too: `head(l, &["col-name"])`.
        let named =
            text.lines().filter(|l| !l.trim_start().starts_with("//")).flat_map(|l| l.split('"').skip(1).step_by(2));
        let named = named.filter(|id| is_id(id) && !NO_MESSAGES.contains(id));
        for id in [".t(", ".t_with("].into_iter().flat_map(|open| literals(&text, open)).chain(named) {
            asked += 1;
            if !known.contains(id) {
                missing.insert(format!("{}: {id}", shown(&path)));
            }
        }
    }
    assert!(missing.is_empty(), "messages that no file has: {missing:#?}");
    assert!(asked > 300, "only {asked} messages were looked for");
}

#[test]
fn every_kind_of_words_that_a_source_names_is_there() {
    let known = locale::ids(Language::En);
    let (mut kinds, mut missing) = (BTreeSet::new(), BTreeSet::new());
    for (path, text) in sources(repository().join("crates/armistice/src/desk"), "rs") {
        for open in [".word(", ".pill(", ".has_word(", " word(l, ", "(word(l, ", "values::word(l, "] {
            for kind in literals(&text, open) {
                kinds.insert(kind.to_owned());
                if !known.iter().any(|id| id.strip_prefix(kind).is_some_and(|rest| rest.starts_with('-'))) {
                    missing.insert(format!("{}: {kind}", shown(&path)));
                }
            }
        }
    }
    assert!(missing.is_empty(), "kinds of words that no file has: {missing:#?}");
    assert!(kinds.len() > 30, "only these kinds were found: {kinds:?}");
}

/// The text forms of an enumeration that has no list of its values. A new value does not compile here.
macro_rules! every {
    ($type:ident as $id:expr; $($value:ident)*) => {{
        fn id(value: $type) -> String {
            match value { $($type::$value)|* => $id(value).to_owned() }
        }
        [$($type::$value),*].map(id).to_vec()
    }};
}

/// The kinds that screens show, beside those of `desk_locale::enumerations`, with all their values.
fn kinds() -> Vec<(&'static str, Vec<String>)> {
    let texts = |list: &[&str]| list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
    let known = |field: Field, kind: Kind| texts(&field.known(kind));
    let fields = |words: &[&str]| -> Vec<String> {
        let fields = act::fields(words).expect("a command of this name");
        fields.into_iter().map(|f| f.name).collect()
    };
    let steps = || STEPS.iter().map(|(step, _)| *step).chain(["receive"]);
    let mut all = vec![
        (
            "case-clock",
            every!(ClockOf as ClockOf::id; Screening Objection Assessment Tasking Reply Report Opinion Publication Remedy FollowUp Closing),
        ),
        ("standing", every!(Standing as Standing::id; Open Met Late Overdue Over Stopped)),
        (
            "group-stance",
            every!(Stance as Stance::id; Agrees ConsentsBySilence Dissents Divided NoOpinion Recused TooFew Silent Unseated Contested),
        ),
        (
            "cut",
            every!(CutReason as document::reason; Markup Whitespace Navigation Widget Comments RelatedLink Caption Title Byline CreditLine
                PageDate Legal Advertisement ErrorNotice Repeat Other),
        ),
        ("determination", texts(&["unanimous", "qualified", "majority_with_dissent", "not_determined"])),
        (
            "not-determined",
            texts(&["facts_only", "seats_contested", "no_quorum", "lapsed", "deadlock", "standard_not_reached"]),
        ),
        ("says", texts(&["supports", "against", "silent"])),
        ("relation", texts(&["contradiction", "update", "different_scope", "different_definition"])),
        ("sum", texts(&["agrees", "differs", "incomplete", "disputed"])),
        ("cell", texts(&["matched", "only_a", "only_b", "disagree", "not_stated"])),
        ("col", texts(columns::ALL)),
        ("col", texts(&["when", "where", "place", "origins", "harm", "act", "admin1", "title"])),
        ("is", Is::ALL.iter().map(|v| v.id().to_owned()).collect()),
        ("has", Has::ALL.iter().map(|v| v.id().to_owned()).collect()),
        ("class", known(Field::Class, Kind::Documents)),
        ("time-match", known(Field::Time, Kind::Incidents)),
        ("format", known(Field::Kind, Kind::Documents)),
        ("kind", known(Field::Kind, Kind::Obligations)),
        ("polarity", known(Field::Status, Kind::Claims)),
        ("case-state", known(Field::Status, Kind::Cases)),
        ("obligation-state", known(Field::Status, Kind::Obligations)),
        ("status", known(Field::Status, Kind::Incidents)),
        ("status", known(Field::Status, Kind::Ledger)),
        (
            "date-role",
            texts(&[
                "meta_published",
                "meta_modified",
                "publication_line",
                "page_header",
                "caption",
                "url",
                "lead",
                "body",
                "agreement_age",
            ]),
        ),
        ("step", steps().map(str::to_owned).collect()),
        ("field", fields(&["judge"])),
    ];
    all.extend(steps().map(|step| ("field", fields(&["case", step]))));
    all
}

#[test]
fn every_value_that_a_screen_shows_has_a_word() {
    let mut missing = BTreeSet::new();
    for l in Language::ALL.iter().copied().map(Locale::of) {
        for (kind, values) in kinds() {
            assert!(!values.is_empty(), "the kind {kind} has no values");
            for value in values.iter().filter(|v| !l.has_word(kind, v)) {
                missing.insert(format!("{} {}", l.language.code(), word_id(kind, value)));
            }
        }
        for (_, word, _, _) in PLACES {
            if !l.has(word) {
                missing.insert(format!("{} {word}", l.language.code()));
            }
        }
    }
    assert!(missing.is_empty(), "words that are missing: {missing:#?}");
}

#[test]
fn scripts_have_every_word_that_they_ask_for_and_no_other() {
    let listed: BTreeSet<&str> = assets::words().keys().map(String::as_str).collect();
    let text: String = sources(repository().join("web/src"), "ts").into_values().collect();
    let asked: BTreeSet<&str> =
        text.split(['"', '\'', '`']).filter(|part| part.starts_with("web-") && is_id(part)).collect();
    assert!(!asked.is_empty());
    for l in Language::ALL.iter().copied().map(Locale::of) {
        for id in asked.union(&listed) {
            assert!(l.has(id), "{}: scripts ask for {id}", l.language.code());
        }
    }
    // The bundle that is embedded was made from these sources.
    assert_eq!(asked, listed, "run `make web`");
}

#[test]
fn a_range_of_one_number_is_said_as_one() {
    for l in Language::ALL.iter().copied().map(Locale::of) {
        assert_eq!(l.origins(3, 3), l.t_with("count-origins", &[("count", 3_u32.into())]));
        assert_ne!(l.origins(1, 3), l.origins(3, 3));
        assert!(!l.t_with("home-origins", &[("origins", l.origins(1, 1).into())]).contains('–'));
    }
}
