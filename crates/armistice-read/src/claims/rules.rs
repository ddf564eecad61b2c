//! The rules of one language, compiled from its data files once per process.
//!
//! Must not: decide anything about a text.

use super::{
    lexicon::{ClassesFile, ModalityFile, Vocabulary, Words},
    pattern::{Atom, Element, Pattern, PatternSet},
};
use armistice_core::{act::Act, act::ActGroup, claim::ClaimKind};
use serde::Deserialize;
use std::{collections::BTreeMap, sync::OnceLock};

/// What a verb of speech says about its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Relation {
    /// States it.
    Say,
    /// States it to somebody, who may be an agency.
    Tell,
    /// Passes on what others say or what happened.
    Report,
    /// Says that it is so, after somebody else.
    Confirm,
    /// Enters it in a list. The subject is a recorder, never an author.
    Record,
    /// Lays it at somebody's door.
    Accuse,
    /// Says that it is not so.
    Deny,
    /// Promises it.
    Pledge,
    /// Wants it of somebody.
    Demand,
    /// Expects or plans it.
    Expect,
    /// Will not do it.
    Refuse,
    /// Announces it as an evil to come.
    Threaten,
    /// Says that it was its own doing.
    Avow,
    /// Holds a view of it.
    Position,
    /// Puts it forward.
    Propose,
    /// Nothing: the verb has another meaning with these words.
    None,
}

#[derive(Deserialize)]
struct SpeechFile {
    relations: BTreeMap<String, String>,
    sources: Sources,
    classes: BTreeMap<String, Words>,
}

#[derive(Deserialize)]
struct Sources {
    according: Vec<String>,
    citing: Vec<String>,
    carried_by: Vec<String>,
    as_saying: Vec<String>,
    confirmed_none: Vec<String>,
}

#[derive(Deserialize)]
struct ActsFile {
    null: Null,
    act: Vec<ActEntry>,
    classes: BTreeMap<String, Words>,
}

#[derive(Deserialize)]
struct Null {
    phrases: Vec<String>,
}

#[derive(Deserialize)]
struct ActEntry {
    id: String,
    rank: u8,
    #[serde(default)]
    effect: bool,
    #[serde(default)]
    patient_only: bool,
    #[serde(default)]
    verbs: String,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    weak_nouns: Vec<String>,
    #[serde(default)]
    patterns: Vec<String>,
    #[serde(default)]
    suffered: Vec<String>,
    #[serde(default)]
    source: Vec<String>,
}

#[derive(Deserialize)]
struct KindsFile {
    rule: Vec<RuleEntry>,
    polarity: PolarityFile,
    classes: BTreeMap<String, Words>,
}

#[derive(Deserialize)]
struct PolarityFile {
    open: Vec<String>,
    open_kinds: Vec<String>,
    negated: Vec<String>,
    not_negated: Vec<String>,
}

#[derive(Deserialize)]
struct RuleEntry {
    id: String,
    kind: String,
    #[serde(default)]
    relations: Vec<Relation>,
    #[serde(default)]
    patterns: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
    #[serde(default)]
    acts: Vec<String>,
    #[serde(default)]
    not_acts: Vec<String>,
    #[serde(default)]
    groups: Vec<String>,
    #[serde(default)]
    needs: Vec<Need>,
    bearer: Option<String>,
}

/// A condition of a rule that is no pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Need {
    /// A word of the ceasefire's world, or an act, stands in the sentence.
    Relevant,
    /// The same, in the clause itself and not in the words that say who speaks.
    Near,
    /// Somebody says it.
    Speaker,
    /// The act has an author.
    Author,
    /// The clause has a count.
    Count,
    /// Somebody has entered it in a list.
    Recorder,
    /// A document that is quoted says it.
    Draft,
    /// The rule is only chosen by name.
    Never,
}

/// How a trigger tells its act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// By a verb.
    Verb,
    /// By a noun.
    Noun,
    /// By a pattern of several words.
    Phrase,
    /// By a pattern whose subject suffers it ("came under fire").
    Suffered,
    /// By a pattern that says from whom it came ("the shells came from army positions").
    Source,
    /// Not at all: the phrase only looks like an act.
    Null,
}

/// One thing that tells an act.
#[derive(Clone, Copy, Debug)]
pub(super) struct TriggerRule {
    pub(super) act: Act,
    pub(super) told: Told,
    /// Not enough for a claim by itself.
    pub(super) weak: bool,
    pub(super) rank: u8,
    pub(super) effect: bool,
    pub(super) patient_only: bool,
}

/// One rule of kinds.
#[derive(Debug)]
pub(super) struct KindRule {
    pub(super) id: String,
    pub(super) kind: ClaimKind,
    pub(super) relations: Vec<Relation>,
    pub(super) has_patterns: bool,
    pub(super) acts: Vec<Act>,
    pub(super) not_acts: Vec<Act>,
    pub(super) groups: Vec<ActGroup>,
    pub(super) needs: Vec<Need>,
    /// Who has to act stands after this word ("pledges from …").
    pub(super) bearer_from: bool,
}

/// Tags of the pattern set of kinds.
pub(super) mod tag {
    pub(in super::super) const NOT: u32 = 1 << 16;
    pub(in super::super) const OPEN: u32 = 1 << 17;
    pub(in super::super) const NEGATED: u32 = 1 << 18;
    pub(in super::super) const NOT_NEGATED: u32 = 1 << 19;
}

/// Shapes around a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    According,
    Citing,
    CarriedBy,
    AsSaying,
    ConfirmedNone,
}

/// Everything that is known of a language.
pub(super) struct Language {
    pub(super) words: Vocabulary,
    pub(super) speech: PatternSet,
    pub(super) relations: Vec<Relation>,
    pub(super) shapes: PatternSet,
    pub(super) shape_kinds: Vec<Shape>,
    pub(super) acts: PatternSet,
    pub(super) triggers: Vec<TriggerRule>,
    pub(super) kinds: PatternSet,
    pub(super) rules: Vec<KindRule>,
    pub(super) open_kinds: Vec<ClaimKind>,
}

/// The text form of a kind, as in the data files and the JSON contract.
pub(super) const KINDS: &[(&str, ClaimKind)] = &[
    ("incident", ClaimKind::Incident),
    ("allegation", ClaimKind::Allegation),
    ("denial", ClaimKind::Denial),
    ("total", ClaimKind::Total),
    ("agreement_fact", ClaimKind::AgreementFact),
    ("agreement_scope", ClaimKind::AgreementScope),
    ("demand", ClaimKind::Demand),
    ("pledge", ClaimKind::Pledge),
    ("condition", ClaimKind::Condition),
    ("proposal", ClaimKind::Proposal),
    ("plan", ClaimKind::Plan),
    ("refusal", ClaimKind::Refusal),
    ("position", ClaimKind::Position),
    ("context", ClaimKind::Context),
];

const GROUPS: &[(&str, ActGroup)] = &[
    ("hostile", ActGroup::Hostile),
    ("territorial", ActGroup::Territorial),
    ("persons", ActGroup::Persons),
    ("humanitarian", ActGroup::Humanitarian),
    ("mechanism", ActGroup::Mechanism),
    ("provocative", ActGroup::Provocative),
    ("non_performance", ActGroup::NonPerformance),
    ("violation", ActGroup::Unspecified),
];

/// Languages with a folder.
struct Files {
    modality: &'static str,
    actors: &'static str,
    speech: &'static str,
    acts: &'static str,
    kinds: &'static str,
}

macro_rules! language {
    ($folder:literal) => {
        Files {
            modality: include_str!(concat!("../../lang/", $folder, "/modality.toml")),
            actors: include_str!(concat!("../../lang/", $folder, "/actors.toml")),
            speech: include_str!(concat!("../../lang/", $folder, "/speech.toml")),
            acts: include_str!(concat!("../../lang/", $folder, "/acts.toml")),
            kinds: include_str!(concat!("../../lang/", $folder, "/kinds.toml")),
        }
    };
}

impl Language {
    /// The rules of a language by its code; `None` when it has no folder yet.
    pub(super) fn get(code: &str) -> Option<&'static Language> {
        static EN: OnceLock<Option<Language>> = OnceLock::new();
        match code {
            "en" => EN.get_or_init(|| Language::build(&language!("en")).ok()).as_ref(),
            _ => None,
        }
    }

    /// Compiles data files; the error names the file's fault.
    fn build(files: &Files) -> Result<Language, toml::de::Error> {
        let modality: ModalityFile = toml::from_str(files.modality)?;
        let actors: ClassesFile = toml::from_str(files.actors)?;
        let speech: SpeechFile = toml::from_str(files.speech)?;
        let acts: ActsFile = toml::from_str(files.acts)?;
        let kinds: KindsFile = toml::from_str(files.kinds)?;

        let mut words = Vocabulary::new(modality);
        for classes in [&actors.classes, &speech.classes, &acts.classes, &kinds.classes] {
            words.add_classes(classes);
        }
        let mut language = Language {
            speech: PatternSet::default(),
            relations: Vec::new(),
            shapes: PatternSet::default(),
            shape_kinds: Vec::new(),
            acts: PatternSet::default(),
            triggers: Vec::new(),
            kinds: PatternSet::default(),
            rules: Vec::new(),
            open_kinds: kinds.polarity.open_kinds.iter().filter_map(|k| kind(k)).collect(),
            words,
        };
        language.add_speech(&speech)?;
        language.add_acts(&acts);
        language.add_kinds(kinds);
        let Language { words, speech, shapes, acts, kinds, .. } = &mut language;
        for set in [speech, shapes, acts, kinds] {
            set.index(words);
        }
        Ok(language)
    }

    fn add_speech(&mut self, file: &SpeechFile) -> Result<(), toml::de::Error> {
        for (name, line) in &file.relations {
            let relation: Relation =
                Deserialize::deserialize(serde::de::value::StrDeserializer::<toml::de::Error>::new(name))?;
            for entry in line.split(';') {
                let (verb, particle) = entry.trim().split_once(" +").unwrap_or((entry.trim(), ""));
                let Some((verb, _)) = self.words.verb(verb) else { continue };
                let then = self.words.phrase(particle);
                let element = Element { gap: 0, optional: false, head: true, atoms: vec![Atom::Verb { verb, then }] };
                let n = u32::try_from(self.relations.len()).unwrap_or(u32::MAX);
                self.speech.add(Pattern::new(vec![element]), n);
                self.relations.push(relation);
            }
        }
        let s = &file.sources;
        for (list, shape) in [
            (&s.according, Shape::According),
            (&s.citing, Shape::Citing),
            (&s.carried_by, Shape::CarriedBy),
            (&s.as_saying, Shape::AsSaying),
            (&s.confirmed_none, Shape::ConfirmedNone),
        ] {
            for text in list {
                let p = self.words.pattern(text);
                self.shapes.add(p, u32::try_from(self.shape_kinds.len()).unwrap_or(u32::MAX));
                self.shape_kinds.push(shape);
            }
        }
        Ok(())
    }

    fn add_acts(&mut self, file: &ActsFile) {
        let null =
            TriggerRule { act: Act::Attack, told: Told::Null, weak: true, rank: 0, effect: false, patient_only: false };
        for text in &file.null.phrases {
            let p = self.words.pattern(text);
            self.add_trigger(p, null);
        }
        for entry in &file.act {
            let Some(act) = Act::parse(&entry.id) else { continue };
            let rule = |told, weak| TriggerRule {
                act,
                told,
                weak,
                rank: entry.rank,
                effect: entry.effect,
                patient_only: entry.patient_only,
            };
            for v in entry.verbs.split(';').map(str::trim).filter(|v| !v.is_empty()) {
                if let Some((verb, _)) = self.words.verb(v) {
                    let element =
                        Element { gap: 0, optional: false, head: true, atoms: vec![Atom::Verb { verb, then: vec![] }] };
                    self.add_trigger(Pattern::new(vec![element]), rule(Told::Verb, false));
                }
            }
            let weak: Vec<Vec<u32>> = entry.weak_nouns.iter().map(|n| self.words.phrase(n)).collect();
            for n in &entry.nouns {
                for ids in self.words.plurals(n) {
                    let is_weak = weak.contains(&ids);
                    let elements = ids
                        .into_iter()
                        .map(|w| Element { gap: 0, optional: false, head: false, atoms: vec![Atom::Word(w)] })
                        .collect();
                    self.add_trigger(Pattern::new(elements), rule(Told::Noun, is_weak));
                }
            }
            for (list, told) in
                [(&entry.patterns, Told::Phrase), (&entry.suffered, Told::Suffered), (&entry.source, Told::Source)]
            {
                for p in list {
                    let pattern = self.words.pattern(p);
                    self.add_trigger(pattern, rule(told, false));
                }
            }
        }
    }

    fn add_trigger(&mut self, pattern: Pattern, rule: TriggerRule) {
        self.acts.add(pattern, u32::try_from(self.triggers.len()).unwrap_or(u32::MAX));
        self.triggers.push(rule);
    }

    fn add_kinds(&mut self, file: KindsFile) {
        for entry in file.rule {
            let Some(kind) = kind(&entry.kind) else { continue };
            let n = u32::try_from(self.rules.len()).unwrap_or(0);
            for (list, bits) in [(&entry.patterns, 0), (&entry.not, tag::NOT)] {
                for p in list {
                    let pattern = self.words.pattern(p);
                    self.kinds.add(pattern, n | bits);
                }
            }
            let acts = |list: &[String]| list.iter().filter_map(|a| Act::parse(a)).collect();
            self.rules.push(KindRule {
                kind,
                relations: entry.relations,
                has_patterns: !entry.patterns.is_empty(),
                acts: acts(&entry.acts),
                not_acts: acts(&entry.not_acts),
                groups: entry
                    .groups
                    .iter()
                    .filter_map(|g| GROUPS.iter().find(|(n, _)| n == g))
                    .map(|(_, g)| *g)
                    .collect(),
                needs: entry.needs,
                bearer_from: entry.bearer.as_deref() == Some("from"),
                id: entry.id,
            });
        }
        let p = &file.polarity;
        for (list, t) in [(&p.open, tag::OPEN), (&p.negated, tag::NEGATED), (&p.not_negated, tag::NOT_NEGATED)] {
            for text in list {
                let pattern = self.words.pattern(text);
                self.kinds.add(pattern, t);
            }
        }
    }
}

fn kind(name: &str) -> Option<ClaimKind> {
    KINDS.iter().find(|(n, _)| *n == name).map(|(_, k)| *k)
}

#[cfg(test)]
mod test {
    use super::Files;

    /// A fault in a data file would silently turn the reader off; so it fails here.
    #[test]
    fn data_files_compile() {
        if let Err(e) = super::Language::build(&language!("en")) {
            panic!("lang/en: {e}");
        }
    }
}
