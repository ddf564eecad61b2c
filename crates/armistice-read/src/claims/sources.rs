//! Who a noun group is as a source: outlet, agency, document, named or unnamed speaker, group; and who spoke before.
//!
//! Must not: name an unnamed source.

use super::{
    lexicon as lx,
    nouns::{Range, View},
    rules::Relation,
    tokens::Mark,
};
use armistice_core::claim::ChainRole;

/// A link of a chain; the span is in bytes of the clean text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) name: String,
    pub(super) role: ChainRole,
    pub(super) verb: Option<String>,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Found through a pronoun or "the source".
    pub(super) resolved: bool,
    /// One human being, named or not; else a body, a group, a document.
    pub(super) person: bool,
}

impl Link {
    pub(super) fn new(view: View<'_, '_>, range: Range, role: ChainRole, verb: Option<String>) -> Self {
        let range = trim(view, range);
        let tokens = &view.par.tokens;
        Self {
            // A soft hyphen is no letter of a name.
            name: view.par.words(range.0, range.1).replace('\u{ad}', ""),
            role,
            verb,
            start: tokens[range.0].start as usize,
            end: tokens[range.1 - 1].end as usize,
            resolved: false,
            person: false,
        }
    }
}

/// Without the article of a name ("the Guardian"), and without marks at its ends.
fn trim(view: View<'_, '_>, (mut from, mut to): Range) -> Range {
    while from + 1 < to
        && (view.mark(from) == Some(Mark::Quote) || view.is(from, lx::DEFINITE) && view.par.tokens[from + 1].capital)
    {
        from += 1;
    }
    while to > from + 1 && matches!(view.mark(to - 1), Some(Mark::Quote | Mark::Comma | Mark::Open)) {
        to -= 1;
    }
    (from, to)
}

/// What kind of being the last word of the name is.
struct Shape {
    head: usize,
    /// Capitalised words that are no people's or country's name.
    names: usize,
}

fn shape(view: View<'_, '_>, (from, to): Range) -> Shape {
    let mut end = from;
    while end < to && !(end > from && view.is(end, lx::PREP) || matches!(view.mark(end), Some(Mark::Open))) {
        end += 1;
    }
    // A name after a role: the role is what counts, but the name is there.
    let mut head = end.max(from + 1) - 1;
    while head > from && view.is(head, lx::POSSESSIVE) {
        head -= 1;
    }
    // After a dateline's dash or an opening quotation mark any word has a capital.
    let opens = |i: usize| {
        i == view.lo || matches!(view.mark(i - 1), Some(Mark::Dash | Mark::Quote | Mark::Colon | Mark::Close))
    };
    let names = (from..end)
        .filter(|i| {
            view.is(*i, lx::CAP)
                && !view.is(*i, lx::DEMONYM | lx::COUNTRY | lx::KNOWN_GROUP | lx::TIME_WORD)
                && !(opens(*i) && view.is(*i, NOUNS))
        })
        .count();
    Shape { head, names }
}

/// Words that may stand first in a sentence with a capital and are no names.
const NOUNS: u128 = lx::UNNAMED
    | lx::VIEW_GROUP
    | lx::ACTOR
    | lx::INSTITUTION
    | lx::ROLE
    | lx::CIVILIAN
    | lx::DOCUMENT
    | lx::OUTLET_NOUN
    | lx::DET
    | lx::PERSON
    | lx::NUM;

/// The links that a noun group stands for as the source of something. Empty when it can say nothing.
pub(super) fn classify(view: View<'_, '_>, group: Range, relation: Relation, memory: &Memory, verb: &str) -> Vec<Link> {
    let verb = Some(verb.to_owned());
    if view.is(group.0, lx::PRON) && group.1 == group.0 + 1 {
        return memory.pronoun(view, group.0, verb);
    }
    let Shape { head, names } = shape(view, group);
    let any = |mask| (group.0..=head).any(|i| view.is(i, mask));
    let at_head = |mask| view.is(head, mask);
    let person = any(lx::ROLE | lx::TITLE | lx::PERSON);
    if relation == Relation::Record {
        return vec![Link::new(view, group, ChainRole::Recorder, verb)];
    }
    if any(lx::AGENCY | lx::OUTLET) && !(person && names > 1) || at_head(lx::OUTLET_NOUN) {
        return vec![Link::new(view, group, ChainRole::CitedOutlet, verb)];
    }
    if relation == Relation::Report && names > 0 && !person && any(lx::AGENCY_NOUN) {
        return vec![Link::new(view, group, ChainRole::Agency, verb)];
    }
    // Who reports under a name that no list has is a paper or a station, unless the name is a body's or a side's.
    let side = lx::INSTITUTION | lx::ACTOR | lx::KNOWN_GROUP | lx::COUNTRY | lx::DEMONYM | lx::MONITOR;
    let paper = relation == Relation::Report && (at_head(lx::OUTLET_WORD) || !any(side));
    if (any(lx::OUTLET_NOUN) || paper) && names > 0 && !person {
        return vec![Link::new(view, group, ChainRole::CitedOutlet, verb)];
    }
    if at_head(lx::COMMENTS) && !at_head(lx::DOCUMENT) {
        return vec![];
    }
    if at_head(lx::DOCUMENT) || any(lx::DOCUMENT) && names == 0 && !person {
        return vec![Link::new(view, group, ChainRole::Document, verb)];
    }
    if any(lx::UNNAMED) && names == 0 {
        let noun = (group.0..=head).rev().find(|i| view.is(*i, lx::UNNAMED)).unwrap_or(head);
        if view.is(group.0, lx::DEFINITE)
            && let Some(link) = memory.same_noun(view, noun)
        {
            return vec![Link { verb, resolved: true, ..link }];
        }
        let group_noun = view.is(noun, lx::VIEW_GROUP) && !view.is(noun, lx::PERSON);
        let institution = view.is(noun, lx::INSTITUTION) && view.is(group.0, lx::DEFINITE);
        let role = match (group_noun, institution) {
            (true, _) => ChainRole::CitedGroup,
            (false, true) => ChainRole::Speaker,
            (false, false) => ChainRole::UnnamedSource,
        };
        let mut links = vec![Link::new(view, group, role, verb)];
        links[0].person = role == ChainRole::UnnamedSource;
        links.extend(spoken_for(view, group, noun));
        return links;
    }
    if names == 0 && at_head(lx::VIEW_GROUP) {
        return vec![Link::new(view, group, ChainRole::CitedGroup, verb)];
    }
    // "A nurse", "farmers": somebody, but nobody whom the words name. "The governor" is an office that one person holds.
    let indefinite = view.is(group.0, lx::DET) && !view.is(group.0, lx::DEFINITE);
    let body = any(lx::INSTITUTION | lx::ACTOR | lx::KNOWN_GROUP) && !person;
    if names == 0 && !body && (indefinite && person || at_head(lx::CIVILIAN)) {
        let mut links = vec![Link::new(view, group, ChainRole::UnnamedSource, verb)];
        links[0].person = true;
        if let Some(role) = (group.0..=head).find(|i| view.is(*i, lx::ROLE)) {
            links.extend(spoken_for(view, group, role));
        }
        return links;
    }
    let nameable = names > 0
        || any(lx::INSTITUTION
            | lx::COUNTRY
            | lx::KNOWN_GROUP
            | lx::ROLE
            | lx::TITLE
            | lx::ACTOR
            | lx::DEMONYM
            | lx::MONITOR
            | lx::BACKER);
    if !nameable {
        // Whoever says or tells something is somebody, though no list has the word.
        let talks = matches!(relation, Relation::Say | Relation::Tell)
            && !any(lx::TALKS | lx::AGREEMENT | lx::TRUCE | lx::WEAPON)
            && !at_head(lx::ABSTRACT);
        return if any(lx::CIVILIAN) || talks {
            vec![Link::new(view, group, ChainRole::UnnamedSource, verb)]
        } else {
            vec![]
        };
    }
    let mut links = vec![Link::new(view, group, ChainRole::Speaker, verb)];
    links[0].person = person || names > 0 && !any(lx::INSTITUTION | lx::ACTOR | lx::KNOWN_GROUP);
    if let Some(role) = (group.0..=head).find(|i| view.is(*i, lx::ROLE)) {
        links.extend(spoken_for(view, group, role));
    }
    links
}

/// The group that somebody speaks for: "rebel spokesman X", "a member of the delegation", "spokesman for the army".
pub(super) fn spoken_for(view: View<'_, '_>, group: Range, role: usize) -> Option<Link> {
    let sides = lx::ACTOR | lx::ACTOR_ADJ | lx::DEMONYM | lx::KNOWN_GROUP | lx::COUNTRY | lx::INSTITUTION;
    let of = (role + 1..group.1).find(|i| view.is(*i, lx::PREP));
    if let Some(of) = of
        && of + 1 < group.1
        && (view.is(of, lx::OF) || view.is(role, lx::ROLE))
        && (of + 1..group.1).any(|i| view.is(i, sides))
    {
        return Some(Link::new(view, (of + 1, group.1), ChainRole::CitedGroup, None));
    }
    let end = (group.0..role).rev().find(|i| view.is(*i, sides))? + 1;
    let mut start = end - 1;
    while start > group.0 && view.is(start - 1, sides | lx::CAP) {
        start -= 1;
    }
    Some(Link::new(view, (start, end), ChainRole::CitedGroup, None))
}

/// Who spoke before, for pronouns and for quotations that go on.
#[derive(Default)]
pub(super) struct Memory {
    person: Option<Vec<Link>>,
    many: Option<Vec<Link>>,
    body: Option<Vec<Link>>,
    unnamed: Vec<(u32, Link)>,
    document: Option<Link>,
    /// Who spoke the last quotation, with the paragraph's number.
    pub(super) quotation: Option<Vec<Link>>,
}

impl Memory {
    /// Remembers documents that are mentioned, for "quoted it as saying".
    pub(super) fn note_documents(&mut self, view: View<'_, '_>) {
        // The first of a sentence is what it is about.
        for i in view.lo..view.hi {
            if view.is(i, lx::DOCUMENT)
                && !view.is_verb(i)
                && !view.is(i + 1, lx::DOCUMENT)
                && let Some((a, b)) = view.group_before(i + 1)
            {
                let near = (a..b).rev().find(|p| view.is(*p, lx::PREP)).map_or(a, |p| p + 1);
                self.document = Some(Link::new(view, (near, b), ChainRole::Document, None));
                return;
            }
        }
    }

    /// The document that "it" means.
    pub(super) fn document(&self, _at: usize, _view: View<'_, '_>, verb: &str) -> Vec<Link> {
        self.document.iter().map(|l| Link { verb: Some(verb.to_owned()), resolved: true, ..l.clone() }).collect()
    }

    fn same_noun(&self, view: View<'_, '_>, noun: usize) -> Option<Link> {
        let word = view.par.tokens.get(noun)?.word;
        self.unnamed.iter().rev().find(|(w, _)| *w == word).map(|(_, l)| l.clone())
    }

    fn pronoun(&self, view: View<'_, '_>, at: usize, verb: Option<String>) -> Vec<Link> {
        let links = if view.is(at, lx::PRON_HE) {
            self.person.clone()
        } else if view.is(at, lx::PRON_THEY) {
            self.many.clone()
        } else if view.is(at, lx::PRON_IT) {
            self.body.clone()
        } else {
            None
        };
        let mut links = links.unwrap_or_default();
        links.retain(|l| l.role != ChainRole::Agency);
        for l in &mut links {
            l.resolved = true;
            if l.verb.is_some() {
                l.verb.clone_from(&verb);
            }
        }
        links
    }

    /// Remembers the links of an attribution.
    pub(super) fn remember(&mut self, view: View<'_, '_>, links: &[Link]) {
        let Some(main) = links.iter().find(|l| {
            matches!(
                l.role,
                ChainRole::Speaker
                    | ChainRole::UnnamedSource
                    | ChainRole::CitedGroup
                    | ChainRole::Recorder
                    | ChainRole::Document
                    | ChainRole::CitedOutlet
            )
        }) else {
            return;
        };
        if main.resolved {
            return;
        }
        let tokens = &view.par.tokens;
        let from = tokens.partition_point(|t| (t.start as usize) < main.start);
        let to = tokens.partition_point(|t| (t.end as usize) <= main.end);
        if from >= to {
            return;
        }
        let Shape { head, .. } = shape(view, (from, to));
        let any = |mask| (from..=head).any(|i| view.is(i, mask));
        let kept: Vec<Link> = links.iter().filter(|l| l.role != ChainRole::Agency).cloned().collect();
        let person = main.person;
        match main.role {
            ChainRole::Speaker if person => self.person = Some(kept),
            ChainRole::Speaker | ChainRole::Recorder | ChainRole::Document | ChainRole::CitedOutlet => {
                self.body = Some(kept)
            }
            ChainRole::CitedGroup => self.many = Some(kept),
            ChainRole::UnnamedSource => {
                if let Some(noun) = (from..=head).rev().find(|i| view.is(*i, lx::UNNAMED)) {
                    self.unnamed.push((tokens[noun].word, main.clone()));
                }
                if any(lx::PERSON) {
                    self.person = Some(kept);
                } else {
                    self.many = Some(kept);
                }
            }
            ChainRole::Outlet | ChainRole::Agency => {}
        }
    }
}
