//! Sentences of the core in the languages of the desk: every one has its words, and the English ones say what the core says.
//!
//! Must not: judge a translation. A reader of the language does.

use crate::{desk_locale::locales, reports::world::World, support::repository};
use armistice::{
    brief,
    desk::locale::{self, END_ISOLATE, ISOLATE, Language, Locale},
};
use armistice_core::{
    act::Act,
    agreement::{
        Agreement,
        name::{ActorId, AreaId, ClauseId, TextId, ZoneId},
        parse,
        words::{AreaCriterion, Condition, Cover},
    },
    said::{Said, Slot},
    scope::{
        Question,
        reason::{Reason, Role, WouldChange},
        summary::Standing,
    },
};
use jiff::civil::{Date, date};
use std::{collections::BTreeSet, fs, path::PathBuf};

const DAY: Date = date(2017, 1, 15);
const CONDITIONS: &[Condition] = &[
    Condition::Response,
    Condition::Proportionate,
    Condition::ImmediateThreat,
    Condition::Ordered,
    Condition::HotlineExhausted,
    Condition::Notified,
    Condition::TargetExcluded,
];

fn agreement() -> Agreement {
    let path = repository().join("agreements/syria-2016-12-30.toml");
    parse(&fs::read_to_string(path).expect("the agreement is shipped")).0.expect("an agreement")
}

/// Every reason, at least once, in every form that its sentence has.
fn reasons(a: &Agreement) -> Vec<Reason> {
    let (actor, party) = (a.parties[0].actor.clone(), a.parties[1].actor.clone());
    let (zone, area, role) = (ZoneId::new("zone-1"), AreaId::new("area-1"), Role::Author);
    let moment = || "2016-12-30 00:00 Asia/Damascus".to_owned();
    let (name, country) = ("Idlib".to_owned(), "SY".to_owned());
    let mut all = vec![
        Reason::BeforeEffect { effective: moment() },
        Reason::AfterEnd { end: moment() },
        Reason::WhollyInForce { effective: moment() },
        Reason::Straddles { effective: moment() },
        Reason::TimeOpen,
        Reason::EndUnknown,
        Reason::PlaceUnknown,
        Reason::CountryUnknown,
        Reason::OtherCountry { country: country.clone() },
        Reason::WholeCountry { country },
        Reason::TerritoryUnknown,
        Reason::Division { name: name.clone(), cover: Cover::Whole },
        Reason::Division { name: name.clone(), cover: Cover::Part },
        Reason::OtherDivision { name },
        Reason::TooCoarse,
        Reason::InsideZone { zone: zone.clone() },
        Reason::OutsideZones,
        Reason::AcrossBorder { zone: zone.clone(), metres: 450, from_border: 1_290 },
        Reason::NearIndicative { zone: zone.clone(), metres: 0, from_border: 9_999 },
        Reason::NearIndicative { zone: zone.clone(), metres: 12_345, from_border: 0 },
        Reason::ZoneNotExact { zone },
        Reason::SameSide { party: party.clone() },
        Reason::HeldByParty { party: party.clone() },
        Reason::NobodyExcluded,
        Reason::MayBeThere { actors: vec![actor.clone(), party.clone()] },
        Reason::MayBeMeant { actors: vec![actor.clone()] },
        Reason::CannotBeThere,
        Reason::NoAreaExcluded,
        Reason::TargetIsExcluded { area: area.clone(), actor: actor.clone() },
        Reason::AreaNotMet { area: area.clone() },
        Reason::ActNotCovered,
        Reason::ActUnknown,
        Reason::NotBearer { actor: actor.clone() },
        Reason::NoClause,
        Reason::ConditionsMet,
    ];
    for role in Role::ALL.iter().copied() {
        all.extend([
            Reason::NotNamed { role },
            Reason::NotKnown { role, words: "somebody".to_owned() },
            Reason::SeveralNamed { role },
            Reason::Bound { role, actor: actor.clone(), party: actor.clone() },
        ]);
    }
    let named = |f: fn(Role, ActorId) -> Reason| f(role, actor.clone());
    all.extend([
        Reason::Bound { role, actor: actor.clone(), party },
        named(|role, actor| Reason::ThirdActor { role, actor }),
        named(|role, actor| Reason::ObserverActor { role, actor }),
        named(|role, actor| Reason::ExcludedSide { role, actor }),
        named(|role, actor| Reason::GuarantorForces { role, actor }),
        named(|role, actor| Reason::GuarantorNotBound { role, actor }),
        named(|role, actor| Reason::GuarantorBound { role, actor }),
        named(|role, actor| Reason::AdherenceDisputed { role, actor }),
        named(|role, actor| Reason::NoAdherence { role, actor }),
        named(|role, actor| Reason::AdherenceDenied { role, actor }),
        named(|role, actor| Reason::JoinedLater { role, actor, date: DAY }),
        named(|role, actor| Reason::HoldsOtherText { role, actor, text: TextId::new("B") }),
        named(|role, actor| Reason::Excluded { role, actor, contested: false }),
        named(|role, actor| Reason::Excluded { role, actor, contested: true }),
        named(|role, actor| Reason::ExcludedElsewhere { role, actor, texts: vec![TextId::new("A"), TextId::new("B")] }),
        named(|role, actor| Reason::NotExcluded { role, actor }),
    ]);
    for criterion in [AreaCriterion::Control, AreaCriterion::Operations, AreaCriterion::Presence] {
        all.push(Reason::AreaMet { area: area.clone(), actor: actor.clone(), criterion });
        all.push(Reason::AreaOpen { area: area.clone(), actor: actor.clone(), criterion });
    }
    for act in Act::ALL.iter().copied() {
        all.extend([Reason::ActCovered { act }, Reason::ActPossible { act }]);
    }
    for condition in CONDITIONS.iter().copied() {
        all.extend([Reason::ConditionNotMet { condition }, Reason::ConditionOpen { condition }]);
    }
    all
}

fn changes(a: &Agreement) -> Vec<WouldChange> {
    let actor = a.parties[0].actor.clone();
    let mut all = vec![
        WouldChange::NarrowerTime,
        WouldChange::RecordOfEnd,
        WouldChange::FinerPlace,
        WouldChange::Border,
        WouldChange::NamedAuthor,
        WouldChange::NamedAffected,
        WouldChange::NamedSides,
        WouldChange::Holder,
        WouldChange::AdherenceRecord { actor: actor.clone() },
        WouldChange::GuarantorWords { actor: actor.clone() },
        WouldChange::NamedAct,
    ];
    for criterion in [AreaCriterion::Control, AreaCriterion::Operations, AreaCriterion::Presence] {
        all.push(WouldChange::AreaEvidence { actor: actor.clone(), criterion });
    }
    all.extend(CONDITIONS.iter().copied().map(|condition| WouldChange::ConditionEvidence { condition }));
    all
}

fn standings() -> Vec<Standing> {
    let clause = |id: &str| vec![ClauseId::new(id), ClauseId::new("other")];
    let mut all = vec![
        Standing::InScope { clauses: clause("a"), open_exceptions: vec![] },
        Standing::InScope { clauses: clause("a"), open_exceptions: clause("b") },
        Standing::CannotBeDetermined { open: Question::all().collect() },
    ];
    all.extend(Question::all().map(|q| Standing::OutOfScope { because: vec![q] }));
    all
}

/// Without the marks that keep a name from disturbing the sentence around it.
pub(crate) fn bare(text: &str) -> String {
    text.replace([ISOLATE, END_ISOLATE], "")
}

/// The places of a sentence and of the phrases in it are those that its message speaks of.
fn whole(said: &Said) {
    let variables = locale::variables(Language::En);
    let wanted = variables.get(said.id).unwrap_or_else(|| panic!("no message {}", said.id));
    let names: BTreeSet<String> = said.slots.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(&names, wanted, "{}", said.id);
    for (_, slot) in &said.slots {
        parts(slot);
    }
}

fn parts(slot: &Slot) {
    match slot {
        Slot::Phrase(said) => whole(said),
        Slot::Row(slots) => slots.iter().for_each(parts),
        Slot::Word(kind, value) => locales().for_each(|l| assert!(l.has_word(kind, value), "{kind}-{value}")),
        Slot::Words(kind, values) => {
            for value in values {
                locales().for_each(|l| assert!(l.has_word(kind, value), "{kind}-{value}"));
            }
        }
        Slot::Text(_)
        | Slot::Texts(_)
        | Slot::Number(_)
        | Slot::Metres(_)
        | Slot::Day(_)
        | Slot::Time(_)
        | Slot::Figure(_) => {}
    }
}

/// A sentence in every language: whole, nothing missing, and not the English one.
pub(crate) fn in_every_language(said: &Said) {
    whole(said);
    let english = Locale::of(Language::En).said(said);
    for l in locales() {
        let own = l.said(said);
        assert!(!own.contains(['⟨', '{', '}', '$']) && !own.trim().is_empty(), "{} {own}", l.language.code());
        assert!(l.language == Language::En || own != english, "{} says it in English: {own}", l.language.code());
    }
}

/// The plain English of the core, with acts and days as the desk writes them.
fn as_on_the_desk(plain: &str) -> String {
    let l = Locale::of(Language::En);
    let acts = Act::ALL.iter().fold(plain.to_owned(), |text, act| {
        text.replace(&format!("the act ({})", act.id()), &format!("the act ({})", l.word("act", act.id())))
    });
    acts.replace(&DAY.to_string(), &l.day(DAY))
}

#[test]
fn every_reason_is_said_in_every_language_and_in_english_as_the_core_says_it() {
    let (a, l) = (agreement(), Locale::of(Language::En));
    assert_eq!(CONDITIONS.iter().map(|c| c.word()).collect::<Vec<_>>(), Condition::WORDS);
    let reasons = reasons(&a);
    let found: BTreeSet<&str> = reasons.iter().map(Reason::id).collect();
    assert_eq!(found, Reason::IDS.iter().copied().collect(), "a reason is missing in this test");
    for reason in &reasons {
        let said = reason.said(&a);
        in_every_language(&said);
        assert_eq!(bare(&l.said(&said)), as_on_the_desk(&reason.plain(&a)), "{}", reason.id());
    }
}

#[test]
fn what_would_change_it_is_said_in_every_language() {
    let (a, l) = (agreement(), Locale::of(Language::En));
    let changes = changes(&a);
    let found: BTreeSet<&str> = changes.iter().map(WouldChange::id).collect();
    assert_eq!(found, WouldChange::IDS.iter().copied().collect(), "one is missing in this test");
    for change in &changes {
        let said = change.said(&a);
        in_every_language(&said);
        assert_eq!(bare(&l.said(&said)), change.plain(&a), "{}", change.id());
    }
}

#[test]
fn the_line_of_a_text_is_said_in_every_language() {
    let l = Locale::of(Language::En);
    for standing in standings() {
        let said = standing.said();
        in_every_language(&said);
        assert_eq!(bare(&l.said(&said)), standing.words().1);
    }
}

/// The beginnings of the ids of sentences.
const BEGINNINGS: &[&str] =
    &["reason-", "would-", "about-", "summary-", "origins-", "status-why-", "differ-", "who-", "contra-"];

#[test]
fn every_sentence_that_the_core_names_has_its_words() {
    let (mut folders, mut seen) = (vec![repository().join("crates/armistice-core/src")], BTreeSet::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path: PathBuf = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).expect("a source");
            let literals = text
                .lines()
                .filter(|l| !l.trim_start().starts_with("//"))
                .flat_map(|l| l.split('"').skip(1).step_by(2));
            let is_id = |t: &&str| {
                BEGINNINGS.iter().any(|b| t.starts_with(b)) && t.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            };
            seen.extend(literals.filter(is_id).filter(|id| *id != "reason-role").map(str::to_owned));
            let new = text.split("Said::new(\"").skip(1).filter_map(|rest| rest.split('"').next());
            seen.extend(new.map(str::to_owned));
        }
    }
    assert!(seen.len() > 90, "only {} sentences were found", seen.len());
    for l in locales() {
        for id in &seen {
            assert!(l.has(id), "{}: the message {id} is missing", l.language.code());
        }
    }
}

/// The sentences of one kind of a brief: the record's plain English, and the same as data.
fn same(plain: &[String], said: &[Said], exact: bool) {
    let l = Locale::of(Language::En);
    assert_eq!(plain.len(), said.len(), "{plain:?}");
    for (plain, said) in plain.iter().zip(said) {
        in_every_language(said);
        if exact {
            assert_eq!(&bare(&l.said(said)), plain);
        }
    }
}

#[test]
fn a_brief_says_the_same_as_data() {
    let world = World::new();
    let brief = brief::of(brief::Source {
        id: "lakes",
        title: "Lakes",
        registers: &world.registers,
        as_of: world.as_of.clone(),
        without: BTreeSet::new(),
    })
    .brief;
    assert!(!brief.incidents.is_empty());
    for i in &brief.incidents {
        same(&i.verification_why, &i.verification_said, true);
        same(&i.independent_origins.reasons, &i.independent_origins.said, true);
        // Figures and times are written otherwise on a page.
        same(&i.disagreements, &i.disagreements_said, false);
        for t in &i.tests {
            assert_eq!((t.reasons.len(), t.would_change.len()), (t.reasons_said.len(), t.would_change_said.len()));
            t.reasons_said.iter().chain(&t.would_change_said).for_each(in_every_language);
        }
        i.scope.iter().for_each(|s| in_every_language(&s.why_said));
    }
    for c in &brief.contradictions {
        assert!(!c.said.is_empty(), "{}", c.why);
        c.said.iter().for_each(in_every_language);
    }
}
