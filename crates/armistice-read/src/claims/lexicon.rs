//! The words of a language, read once from its data files: classes, verbs with their forms, and patterns over them.
//!
//! Must not: hold a word of any language itself. All words stand in `lang/<language>/*.toml`.

use super::pattern::{Atom, Element, Pattern};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};

macro_rules! classes {
    ($($name:ident = $text:literal,)*) => {
        #[allow(clippy::upper_case_acronyms, reason = "an index, never seen outside")]
        #[derive(Clone, Copy)]
        #[expect(non_camel_case_types, reason = "the same names as in the data files")]
        enum Index { $($name,)* }
        $(pub(super) const $name: u128 = 1 << (Index::$name as u32);)*
        const CLASSES: &[(&str, u128)] = &[$(($text, $name),)*];
    };
}

classes! {
    DET = "det", DEFINITE = "definite", POSS_PRON = "poss_pron", PREP = "prep", PLACE_PREP = "place_prep", LOCATIVE = "locative_prep", OF = "of",
    BY = "by", TO = "to", ON_TARGET = "on_target", WITH = "with_other", BETWEEN = "between", FROM = "from", CONJ = "conj",
    AND = "and", BUT = "but", SUB = "sub", CLAUSE_START = "clause_start", CAUSE_LINK = "cause_link", CONTRAST = "contrast",
    REL = "rel", REL_PERSON = "rel_person", REL_OBJECT = "rel_object", COMP = "comp", PRON_HE = "pron_he", PRON_THEY = "pron_they",
    PRON_THEM = "pron_them", PRON_IT = "pron_it", PRON_WE = "pron_we", PRON = "pron", POSSESSIVE = "possessive", BE = "be",
    BE_FINITE = "be_finite", HAVE = "have", DO = "do", MODAL = "modal", WILL = "will", MAY = "may", MUST = "must", NEG = "neg",
    NOT = "not", ZERO = "zero", ADV = "adv", TIME_WORD = "time_word", NUM_WORD = "num_word", NUM_MOD = "num_mod",
    NOUN_TOO = "noun_too", AS_PAIR = "as_pair", PERCEIVE = "perceive", LISTENER = "listener", LIGHT = "light", PRON_REL = "pron_rel", NEGATIVE_COUNT = "negative_count",
    NUMBER_OF = "number_of", ACTOR = "actor", ACTOR_ADJ = "actor_adj", CIVILIAN = "civilian", MONITOR = "monitor", ROLE = "role",
    TITLE = "title", UNNAMED = "unnamed", VIEW_GROUP = "view_group", INSTITUTION = "institution", PERSON = "person",
    BACKER = "backer", KNOWN_GROUP = "known_group", DEMONYM = "demonym", COUNTRY = "country", AGENCY = "agency",
    OUTLET = "outlet", OUTLET_NOUN = "outlet_noun", DOCUMENT = "document", PRON_DOCUMENT = "pron_document", COMMENTS = "comments",
    AID = "aid", DETAINEE = "detainee", GROUND = "ground", CITY = "city", PROTECTED = "protected", PROPERTY = "property", HOME = "home",
    WEAPON = "weapon", TRUCE = "truce", AGREEMENT = "agreement", OBLIGATION = "obligation", TALKS = "talks", RELEVANT = "relevant",
    TOLL = "toll", PEACETIME = "peacetime", WARLIKE = "warlike", OUTLET_WORD = "outlet_word", AGENCY_NOUN = "agency_noun", ABSTRACT = "abstract", BLAMES = "blames", MEANS = "means", OBLIGES = "obliges", DURATION = "duration", WAR = "war", AREA = "area", YEAR = "year",
    NUM = "num", CAP = "cap", BASE = "base", PART = "part", ING = "ing", PAST = "past", PRES = "pres", VERB = "verb",
    NOT_ADVERB = "not_adverb", NOT_VERB = "not_verb", NOT_GERUND = "not_gerund", ABBREVIATION = "abbreviation",
}

/// Forms of a verb, as bits.
pub(super) mod form {
    pub(in super::super) const BASE: u8 = 1;
    pub(in super::super) const PRES: u8 = 2;
    pub(in super::super) const PAST: u8 = 4;
    pub(in super::super) const PART: u8 = 8;
    pub(in super::super) const GERUND: u8 = 16;
    pub(super) const ORDER: [u8; 5] = [BASE, PRES, PAST, PART, GERUND];
}

/// What a word can be.
#[derive(Clone, Debug, Default)]
pub(super) struct Word {
    pub(super) classes: u128,
    /// Verb and forms.
    pub(super) verbs: Vec<(u16, u8)>,
}

/// No word of the lexicon.
pub(super) const UNKNOWN: u32 = u32::MAX;

/// Verb or multi-word list as the data files write them.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Words {
    Line(String),
    Phrases(Vec<String>),
}

impl Words {
    fn phrases(&self) -> Vec<&str> {
        match self {
            Words::Line(line) => line.split_whitespace().collect(),
            Words::Phrases(list) => list.iter().map(String::as_str).collect(),
        }
    }
}

#[derive(Deserialize)]
pub(super) struct ModalityFile {
    inflection: BTreeMap<String, [String; 5]>,
    plural: BTreeMap<String, [String; 2]>,
    tokens: TokenRules,
    classes: BTreeMap<String, Words>,
    verbs: BTreeMap<String, String>,
}

/// Rules of the tokenizer.
#[derive(Deserialize)]
pub(super) struct TokenRules {
    pub(super) clitics: Vec<String>,
    pub(super) adverb_suffixes: Vec<String>,
    pub(super) verb_suffixes: Vec<String>,
    pub(super) gerund_suffixes: Vec<String>,
    not_adverb: Vec<String>,
    not_verb: Vec<String>,
    not_gerund: Vec<String>,
    abbreviations: Vec<String>,
}

/// Vocabulary under construction, and later the lookup table.
pub(super) struct Vocabulary {
    ids: HashMap<String, u32>,
    pub(super) words: Vec<Word>,
    /// By first word: the other words, and the classes of the whole phrase.
    phrases: HashMap<u32, Vec<(Vec<u32>, u128)>>,
    verbs: HashMap<String, u16>,
    inflection: BTreeMap<String, [String; 5]>,
    plural: BTreeMap<String, [String; 2]>,
    pub(super) rules: TokenRules,
}

impl Vocabulary {
    /// Reads the file that has the classes, inflections and token rules.
    pub(super) fn new(file: ModalityFile) -> Self {
        let mut v = Self {
            ids: HashMap::new(),
            words: Vec::new(),
            phrases: HashMap::new(),
            verbs: HashMap::new(),
            inflection: file.inflection,
            plural: file.plural,
            rules: file.tokens,
        };
        v.add_classes(&file.classes);
        for (list, class) in [
            (v.rules.not_adverb.clone(), NOT_ADVERB),
            (v.rules.not_verb.clone(), NOT_VERB),
            (v.rules.not_gerund.clone(), NOT_GERUND),
            (v.rules.abbreviations.clone(), ABBREVIATION),
        ] {
            for w in list {
                let id = v.intern(&w);
                v.words[id as usize].classes |= class;
            }
        }
        for line in file.verbs.values() {
            for entry in line.split(';') {
                v.verb(entry.trim());
            }
        }
        v
    }

    /// The id of a lower-case word, if the lexicon has it.
    pub(super) fn lookup(&self, lower: &str) -> u32 {
        self.ids.get(lower).copied().unwrap_or(UNKNOWN)
    }

    /// Multi-word names that begin with `word`.
    pub(super) fn phrases_at(&self, word: u32) -> &[(Vec<u32>, u128)] {
        self.phrases.get(&word).map_or(&[], Vec::as_slice)
    }

    fn intern(&mut self, word: &str) -> u32 {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = u32::try_from(self.words.len()).unwrap_or(UNKNOWN);
        self.ids.insert(word.to_owned(), id);
        self.words.push(Word::default());
        id
    }

    /// The word ids of a phrase, split as the tokenizer splits.
    pub(super) fn phrase(&mut self, text: &str) -> Vec<u32> {
        let mut out = Vec::new();
        for piece in text.split_whitespace() {
            let clitic =
                self.rules.clitics.iter().find(|c| piece.len() > c.len() && piece.ends_with(c.as_str())).cloned();
            match clitic {
                Some(c) => {
                    let head = piece[..piece.len() - c.len()].to_owned();
                    out.push(self.intern(&head));
                    out.push(self.intern(&c));
                }
                None => out.push(self.intern(piece)),
            }
        }
        out
    }

    /// Adds `[classes]` of a data file.
    pub(super) fn add_classes(&mut self, classes: &BTreeMap<String, Words>) {
        for (name, list) in classes {
            let Some(mask) = mask(name) else { continue };
            for text in list.phrases() {
                self.add_phrase(text, mask);
            }
        }
    }

    fn add_phrase(&mut self, text: &str, mask: u128) {
        let ids = self.phrase(text);
        match ids.as_slice() {
            [] => {}
            [one] => self.words[*one as usize].classes |= mask,
            [first, rest @ ..] => {
                let list = self.phrases.entry(*first).or_default();
                list.push((rest.to_vec(), mask));
                list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
            }
        }
    }

    /// Both numbers of a noun phrase written `air strike/s`.
    pub(super) fn plurals(&mut self, text: &str) -> Vec<Vec<u32>> {
        let Some((at, class)) = text.split_whitespace().find_map(|w| w.split_once('/')) else {
            return vec![self.phrase(text)];
        };
        let marked = format!("{at}/{class}");
        let endings = self.plural.get(class).cloned().unwrap_or_else(|| [String::new(), class.to_owned()]);
        endings.iter().map(|e| self.phrase(&text.replacen(&marked, &format!("{at}{e}"), 1))).collect()
    }

    /// Declares a verb written as five forms or `stem/class`; gives its number and its lemma.
    pub(super) fn verb(&mut self, entry: &str) -> Option<(u16, String)> {
        let parts: Vec<&str> = entry.split_whitespace().collect();
        let forms: Vec<String> = match parts.as_slice() {
            [one] => match one.split_once('/') {
                Some((stem, class)) => self.inflection.get(class)?.iter().map(|e| format!("{stem}{e}")).collect(),
                None => return self.verbs.get(*one).map(|v| (*v, (*one).to_owned())),
            },
            [] => return None,
            many => many.iter().map(|s| (*s).to_owned()).collect(),
        };
        let lemma = forms.first()?.clone();
        let next = u16::try_from(self.verbs.len()).ok()?;
        let id = *self.verbs.entry(lemma.clone()).or_insert(next);
        for (f, bit) in forms.iter().zip(form::ORDER) {
            let w = self.intern(f);
            let word = &mut self.words[w as usize];
            match word.verbs.iter_mut().find(|(v, _)| *v == id) {
                Some((_, bits)) => *bits |= bit,
                None => word.verbs.push((id, bit)),
            }
            word.classes |= VERB
                | match bit {
                    form::BASE => BASE,
                    form::PRES => PRES,
                    form::PAST => PAST,
                    form::PART => PART,
                    _ => ING,
                };
        }
        Some((id, lemma))
    }

    /// The number of a verb by its lemma; an unknown lemma is declared as regular.
    fn lemma(&mut self, lemma: &str) -> Option<u16> {
        if let Some(v) = self.verbs.get(lemma) {
            return Some(*v);
        }
        let entry = match (lemma.strip_suffix('e'), lemma.strip_suffix('y')) {
            (Some(stem), _) => format!("{stem}/e"),
            (None, Some(stem)) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}/y"),
            (None, _) => format!("{lemma}/r"),
        };
        self.verb(&entry).map(|(v, _)| v)
    }

    /// Reads a pattern of the data files (see `pattern.rs`).
    pub(super) fn pattern(&mut self, text: &str) -> Pattern {
        let mut elements = Vec::new();
        let mut gap = 0u8;
        for word in text.split_whitespace() {
            if let Some(n) = word.strip_prefix('~') {
                gap = n.parse().unwrap_or(0);
                continue;
            }
            let (word, optional) = word.strip_prefix('?').map_or((word, false), |w| (w, true));
            let (word, head) = word.strip_prefix('*').map_or((word, false), |w| (w, true));
            let atoms = self.atoms(word);
            elements.push(Element { gap, optional, head, atoms });
            gap = 0;
        }
        Pattern::new(elements)
    }

    fn atoms(&mut self, word: &str) -> Vec<Atom> {
        if let Some(inner) = word.strip_prefix('{').and_then(|w| w.strip_suffix('}')) {
            let mask = inner.split('|').filter_map(mask).fold(0, |a, b| a | b);
            return vec![Atom::Class(mask)];
        }
        word.split('|')
            .filter_map(|alt| match alt.strip_prefix('@') {
                Some(rest) => {
                    let mut parts = rest.split('+');
                    let verb = self.lemma(parts.next()?)?;
                    Some(Atom::Verb { verb, then: parts.map(|p| self.intern(p)).collect() })
                }
                None => Some(Atom::Word(self.intern(alt))),
            })
            .collect()
    }

    /// Every word that can begin `atom`; classes are given apart.
    pub(super) fn first_words(&self, atom: &Atom) -> BTreeSet<u32> {
        match atom {
            Atom::Word(w) => BTreeSet::from([*w]),
            Atom::Verb { verb, .. } => (0u32..)
                .zip(&self.words)
                .filter(|(_, w)| w.verbs.iter().any(|(v, _)| v == verb))
                .map(|(id, _)| id)
                .collect(),
            Atom::Class(_) => BTreeSet::new(),
        }
    }
}

/// The bit of a class by the name that the data files use.
pub(super) fn mask(name: &str) -> Option<u128> {
    CLASSES.iter().find(|(n, _)| *n == name).map(|(_, m)| *m)
}

/// A file with nothing but `[classes]`.
#[derive(Deserialize)]
pub(super) struct ClassesFile {
    pub(super) classes: BTreeMap<String, Words>,
}
