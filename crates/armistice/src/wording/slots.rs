//! The slots of sentences. Each type is one meaning: a recorder, an alleged author, an attributed author, an outcome that was
//! determined.
//!
//! Must not: offer a way from one meaning to another. What was attributed or determined comes from a decided case only.

use super::{Language, counted, label};
use crate::output::{
    brief_v1::RegisterAsOf,
    document::{Direction, Inline},
    report_v1::{Actor, DecidedRow, Period, PlaceRef, Share, Side, SideTally, Tally, TimeRef},
};
use std::collections::BTreeMap;

/// What can stand in a template.
pub trait Slot {
    /// Its words.
    fn inlines(&self, language: Language) -> Vec<Inline>;
}

fn text(t: impl Into<String>) -> Vec<Inline> {
    vec![Inline::Text(t.into())]
}

/// Which way a text of outside origin runs: by its first letter that has a direction.
#[must_use]
pub fn direction(text: &str) -> Direction {
    let rtl = |c: char| matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    match text.chars().find(|c| c.is_alphabetic()) {
        Some(c) if rtl(c) => Direction::Rtl,
        _ => Direction::Ltr,
    }
}

fn quote(words: &str) -> Inline {
    Inline::Quote { text: words.to_owned(), language: None, direction: direction(words) }
}

/// Whoever entered something in a list.
#[derive(Clone, Copy, Debug)]
pub struct Recorder<'a>(&'a str);

impl<'a> Recorder<'a> {
    /// Whose list or register it is.
    #[must_use]
    pub const fn of_list(name: &'a str) -> Self {
        Self(name)
    }
}

impl Slot for Recorder<'_> {
    fn inlines(&self, _: Language) -> Vec<Inline> {
        text(self.0)
    }
}

/// Who is alleged, by somebody, to have done something.
#[derive(Clone, Copy, Debug)]
pub struct AllegedAuthors<'a>(&'a [Actor]);

impl<'a> AllegedAuthors<'a> {
    /// As claims or a complaint name them.
    #[must_use]
    pub const fn alleged(actors: &'a [Actor]) -> Self {
        Self(actors)
    }
}

fn actors(list: &[Actor], language: Language, none: &str) -> Vec<Inline> {
    if list.is_empty() {
        return text(label(language, "word", none));
    }
    let mut out = Vec::new();
    for (i, a) in list.iter().enumerate() {
        if i > 0 {
            out.extend(text(language.comma()));
        }
        match (&a.name, &a.words) {
            (Some(name), _) => out.extend(text(name.as_str())),
            (None, Some(words)) => out.push(quote(words)),
            (None, None) => out.extend(text(label(language, "word", none))),
        }
    }
    out
}

impl Slot for AllegedAuthors<'_> {
    fn inlines(&self, language: Language) -> Vec<Inline> {
        actors(self.0, language, "author_not_said")
    }
}

/// Who was accused in a case, where the sentence is about their answer.
#[derive(Clone, Copy, Debug)]
pub struct AccusedBy<'a>(pub &'a [Actor]);

impl Slot for AccusedBy<'_> {
    fn inlines(&self, language: Language) -> Vec<Inline> {
        actors(self.0, language, "unknown")
    }
}

/// To whom a decided case attributes an act.
#[derive(Clone, Copy, Debug)]
pub struct AttributedTo<'a>(&'a [Actor]);

impl<'a> AttributedTo<'a> {
    /// What the decision says; nothing without a decision that attributes.
    #[must_use]
    pub fn decided(case: &'a DecidedRow) -> Option<Self> {
        let attributes = matches!(case.attribution.as_deref(), Some("attributed" | "probably_attributed" | "several"));
        (case.outcome.is_some() && attributes).then_some(Self(&case.attributed_to))
    }
}

impl Slot for AttributedTo<'_> {
    fn inlines(&self, language: Language) -> Vec<Inline> {
        actors(self.0, language, "unknown")
    }
}

/// What was determined in a case.
#[derive(Clone, Copy, Debug)]
pub struct DeterminedAs<'a>(&'a str);

impl<'a> DeterminedAs<'a> {
    /// What the decision says; nothing without one.
    #[must_use]
    pub fn decided(case: &'a DecidedRow) -> Option<Self> {
        case.outcome.as_deref().map(Self)
    }
}

impl Slot for DeterminedAs<'_> {
    fn inlines(&self, language: Language) -> Vec<Inline> {
        vec![Inline::Strong(label(language, "outcome", self.0))]
    }
}

/// A name of a side, for every kind of row.
#[must_use]
pub fn side(side: &Side, language: Language) -> String {
    side.party.clone().unwrap_or_else(|| label(language, "side", &side.kind))
}

fn sides(list: &[SideTally], language: Language) -> Vec<Inline> {
    let part = |s: &SideTally| format!("{}: {}", side(&s.side, language), tally(s.tally));
    text(list.iter().map(part).collect::<Vec<_>>().join(language.semicolon()))
}

macro_rules! sides {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name<'a>(pub &'a [SideTally]);

        impl Slot for $name<'_> {
            fn inlines(&self, language: Language) -> Vec<Inline> {
                sides(self.0, language)
            }
        }
    )*};
}

sides! {
    /// Figures by the side that is alleged to have done it.
    AllegedSides
    /// Figures by the side that is affected.
    AffectedSides
    /// Figures by the side that decided cases attribute to.
    AttributedSides
    /// Figures by the side that must do something.
    BearerSides
    /// Figures by the side that is said to have hindered.
    HinderingSides
}

/// Digits of a tally: `12`, or `12–15` when three more may lie in the period.
#[must_use]
pub fn tally(t: Tally) -> String {
    if t.uncertain == 0 { t.certain.to_string() } else { format!("{}–{}", t.certain, t.certain + t.uncertain) }
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// Call.
    Call,
    /// Case.
    Case,
    /// Claim.
    Claim,
    /// Day.
    Day,
    /// Document.
    Document,
    /// Entry of a ledger.
    Entry,
    /// Incident.
    Incident,
    /// Minute.
    Minute,
    /// Obligation.
    Obligation,
    /// Place.
    Place,
    /// Problem of the record.
    Problem,
    /// Zone.
    Zone,
}

impl Noun {
    /// Every noun.
    pub const ALL: &'static [Noun] = &[
        Noun::Call,
        Noun::Case,
        Noun::Claim,
        Noun::Day,
        Noun::Document,
        Noun::Entry,
        Noun::Incident,
        Noun::Minute,
        Noun::Obligation,
        Noun::Place,
        Noun::Problem,
        Noun::Zone,
    ];

    /// Its key in the catalogues.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Noun::Call => "call",
            Noun::Case => "case",
            Noun::Claim => "claim",
            Noun::Day => "day",
            Noun::Document => "document",
            Noun::Entry => "entry",
            Noun::Incident => "incident",
            Noun::Minute => "minute",
            Noun::Obligation => "obligation",
            Noun::Place => "place",
            Noun::Problem => "problem",
            Noun::Zone => "zone",
        }
    }
}

/// So many of something.
#[derive(Clone, Copy, Debug)]
pub struct Counted(pub Noun, pub Tally);

impl Counted {
    /// A number that does not depend on a period.
    #[must_use]
    pub const fn exactly(noun: Noun, n: u64) -> Self {
        Self(noun, Tally { certain: n, uncertain: 0 })
    }
}

impl Slot for Counted {
    fn inlines(&self, language: Language) -> Vec<Inline> {
        let sure = counted(language, self.0, self.1.certain);
        if self.1.uncertain == 0 {
            return text(sure);
        }
        let more = label(language, "tally", "uncertain").replace("{n}", &self.1.uncertain.to_string());
        text(format!("{sure} {more}"))
    }
}

/// The figure of the period before.
#[derive(Clone, Copy, Debug)]
pub struct Previous(pub Option<Tally>);

impl Slot for Previous {
    fn inlines(&self, language: Language) -> Vec<Inline> {
        match self.0 {
            Some(t) => text(label(language, "tally", "previous").replace("{n}", &tally(t))),
            None => text(label(language, "tally", "not_compared")),
        }
    }
}

/// A part of a whole.
#[derive(Clone, Copy, Debug)]
pub struct Of(pub Share);

impl Slot for Of {
    fn inlines(&self, language: Language) -> Vec<Inline> {
        let words = label(language, "tally", "of");
        text(words.replace("{part}", &self.0.part.to_string()).replace("{of}", &self.0.of.to_string()))
    }
}

/// A plain number.
#[derive(Clone, Copy, Debug)]
pub struct Number(pub u64);

impl Slot for Number {
    fn inlines(&self, _: Language) -> Vec<Inline> {
        text(self.0.to_string())
    }
}

/// The days of a period.
#[derive(Clone, Copy, Debug)]
pub struct PeriodDays<'a>(pub &'a Period);

impl Slot for PeriodDays<'_> {
    fn inlines(&self, language: Language) -> Vec<Inline> {
        text(interval(Some(&self.0.from), Some(&self.0.to), language))
    }
}

fn interval(from: Option<&str>, to: Option<&str>, language: Language) -> String {
    let put = |key: &str| label(language, "time", key);
    match (from, to) {
        (Some(a), Some(b)) if a == b => a.to_owned(),
        (Some(a), Some(b)) => put("from_to").replace("{a}", a).replace("{b}", b),
        (Some(a), None) => put("not_before").replace("{a}", a),
        (None, Some(b)) => put("not_after").replace("{b}", b),
        (None, None) => put("unknown"),
    }
}

/// A time with its precision.
#[derive(Clone, Copy, Debug)]
pub struct Time<'a>(pub Option<&'a TimeRef>);

impl Slot for Time<'_> {
    fn inlines(&self, language: Language) -> Vec<Inline> {
        text(self.0.map_or_else(
            || label(language, "time", "unknown"),
            |t| interval(t.from.as_deref(), t.to.as_deref(), language),
        ))
    }
}

/// A place, with how fine it is known when that is not a settlement or finer.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a>(pub Option<&'a PlaceRef>);

impl Slot for Place<'_> {
    fn inlines(&self, language: Language) -> Vec<Inline> {
        let Some(p) = self.0 else { return text(label(language, "place", "unknown")) };
        let fine = matches!(p.precision.as_str(), "exact" | "settlement");
        let mut out = match (&p.name, &p.words) {
            (Some(name), _) => text(name.as_str()),
            (None, Some(words)) => vec![quote(words)],
            (None, None) => text(label(language, "place", "unknown")),
        };
        if let Some(division) = p.division.as_ref().filter(|d| Some(*d) != p.name.as_ref()) {
            out.extend(text(format!("{}{division}", language.comma())));
        }
        if !fine {
            out.extend(text(format!(" ({})", label(language, "precision", &p.precision))));
        }
        out
    }
}

/// An act of the taxonomy; none is said as such.
#[derive(Clone, Copy, Debug)]
pub struct ActName<'a>(pub Option<&'a str>);

impl Slot for ActName<'_> {
    fn inlines(&self, language: Language) -> Vec<Inline> {
        text(label(language, "act", self.0.unwrap_or("none")))
    }
}

/// A word of a list, in the words of the catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Label<'a>(pub &'a str, pub &'a str);

impl Slot for Label<'_> {
    fn inlines(&self, language: Language) -> Vec<Inline> {
        text(label(language, self.0, self.1))
    }
}

/// A name that stands for itself: of a mechanism, an agreement, a list of ids.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a>(pub &'a str);

impl Slot for Name<'_> {
    fn inlines(&self, _: Language) -> Vec<Inline> {
        text(self.0)
    }
}

/// Who takes part: a constituency, a complainant, whoever took something back.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a>(pub &'a str);

impl Slot for Member<'_> {
    fn inlines(&self, language: Language) -> Vec<Inline> {
        match self.0 {
            word @ ("public" | "own_initiative") => text(label(language, "complainant", word)),
            name => text(name),
        }
    }
}

/// Something that is copied, not read.
#[derive(Clone, Copy, Debug)]
pub struct Code<'a>(pub &'a str);

impl Slot for Code<'_> {
    fn inlines(&self, _: Language) -> Vec<Inline> {
        vec![Inline::Code(self.0.to_owned())]
    }
}

/// Words of somebody, verbatim.
#[derive(Clone, Copy, Debug)]
pub struct Verbatim<'a>(pub &'a str);

impl Slot for Verbatim<'_> {
    fn inlines(&self, _: Language) -> Vec<Inline> {
        vec![quote(self.0)]
    }
}

/// Registers with their sizes.
#[derive(Clone, Copy, Debug)]
pub struct AsOf<'a>(pub &'a [RegisterAsOf]);

impl Slot for AsOf<'_> {
    fn inlines(&self, language: Language) -> Vec<Inline> {
        let row = |r: &RegisterAsOf| format!("{} {} {}", r.member, r.size, r.root.get(..16).unwrap_or(&r.root));
        text(self.0.iter().map(row).collect::<Vec<_>>().join(language.semicolon()))
    }
}

/// Calls by what they came to.
#[derive(Clone, Copy, Debug)]
pub struct Outcomes<'a>(pub &'a BTreeMap<String, u64>);

impl Slot for Outcomes<'_> {
    fn inlines(&self, language: Language) -> Vec<Inline> {
        let part = |(k, n): (&String, &u64)| format!("{}: {n}", label(language, "call", k));
        text(self.0.iter().map(part).collect::<Vec<_>>().join(language.semicolon()))
    }
}
