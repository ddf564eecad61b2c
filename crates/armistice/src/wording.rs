//! Every sentence and label of a report, in every language: templates with typed slots. Who recorded, who is alleged, to whom
//! something was attributed and what was determined are different types, so that none can stand in the place of another.
//!
//! Must not: hold a template (those are in `wording/en.rs` and `wording/ar.rs`), or take a value for a slot of another meaning.

mod ar;
pub mod counts;
mod en;
pub mod partisan;
mod slots;

pub use slots::{
    AccusedBy, ActName, AffectedSides, AllegedAuthors, AllegedSides, AsOf, AttributedSides, AttributedTo, BearerSides,
    Code, Counted, DeterminedAs, HinderingSides, Label, Member, Name, Noun, Number, Of, Outcomes, PeriodDays, Place,
    Previous, Recorder, Slot, Time, Verbatim, direction, side, tally,
};

use crate::output::document::{Direction, Inline};

/// A language that reports are drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// English.
    English,
    /// Arabic.
    Arabic,
}

/// What a language file holds.
#[derive(Clone, Copy, Debug)]
pub struct Catalogue {
    /// Templates of sentences by key, slots in braces.
    pub sentences: &'static [(&'static str, &'static str)],
    /// Labels by key.
    pub labels: &'static [(&'static str, &'static str)],
    /// Nouns with their forms: zero, one, two, few, many, other (CLDR). `{n}` is the number.
    pub nouns: &'static [(&'static str, [&'static str; 6])],
}

impl Language {
    /// Every language, in the order of their tags.
    pub const ALL: &'static [Language] = &[Language::Arabic, Language::English];

    /// BCP 47.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Arabic => "ar",
        }
    }

    /// Reads a tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|l| l.tag() == tag)
    }

    /// Which way it runs.
    #[must_use]
    pub const fn direction(self) -> Direction {
        match self {
            Language::English => Direction::Ltr,
            Language::Arabic => Direction::Rtl,
        }
    }

    /// Its words.
    #[must_use]
    pub const fn catalogue(self) -> Catalogue {
        match self {
            Language::English => en::CATALOGUE,
            Language::Arabic => ar::CATALOGUE,
        }
    }

    /// What stands between two things of a list.
    #[must_use]
    pub const fn comma(self) -> &'static str {
        match self {
            Language::English => ", ",
            Language::Arabic => "، ",
        }
    }

    /// What stands between two lists.
    #[must_use]
    pub const fn semicolon(self) -> &'static str {
        match self {
            Language::English => "; ",
            Language::Arabic => "؛ ",
        }
    }

    /// The form of a noun for a number: index into the six forms of a [`Catalogue`]. Rules of CLDR 44.
    #[must_use]
    pub const fn form(self, n: u64) -> usize {
        match self {
            Language::English => match n {
                0 => 0,
                1 => 1,
                _ => 5,
            },
            Language::Arabic => match (n, n % 100) {
                (0, _) => 0,
                (1, _) => 1,
                (2, _) => 2,
                (_, 3..=10) => 3,
                (_, 11..=99) => 4,
                (_, _) => 5,
            },
        }
    }
}

/// A label, by group and word: `act`, `shelling`.
#[must_use]
pub fn label(language: Language, group: &str, word: &str) -> String {
    let found = language.catalogue().labels.iter().find(|(key, _)| {
        key.strip_prefix(group).and_then(|rest| rest.strip_prefix('.')).is_some_and(|rest| rest == word)
    });
    // A word that the catalogues do not have yet is shown as it is, never dropped.
    found.map_or_else(|| word.replace('_', " "), |(_, text)| (*text).to_owned())
}

/// Whether the catalogue of a language has a label.
#[must_use]
pub fn has_label(language: Language, group: &str, word: &str) -> bool {
    language.catalogue().labels.iter().any(|(key, _)| *key == format!("{group}.{word}"))
}

/// A number with its noun.
#[must_use]
pub fn counted(language: Language, noun: Noun, n: u64) -> String {
    let found = language.catalogue().nouns.iter().find(|(key, _)| *key == noun.key());
    let form = found.map_or("{n}", |(_, forms)| forms[language.form(n)]);
    form.replace("{n}", &n.to_string())
}

/// The words of inlines, quotations in quotation marks: for formats that have text only.
#[must_use]
pub fn flat(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for i in inlines {
        match i {
            Inline::Text(t) | Inline::Strong(t) | Inline::Code(t) => out.push_str(t),
            Inline::Ref { text, .. } => out.push_str(text),
            Inline::Quote { text, .. } => {
                out.push('“');
                out.push_str(text);
                out.push('”');
            }
            Inline::Redacted(class) => {
                out.push('[');
                out.push_str(class);
                out.push(']');
            }
        }
    }
    out
}

/// Puts the slots into a template.
fn fill(template: &str, slots: &[(&'static str, Vec<Inline>)]) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    let mut rest = template;
    let text = |out: &mut Vec<Inline>, t: &str| match out.last_mut() {
        Some(Inline::Text(last)) => last.push_str(t),
        _ if t.is_empty() => {}
        _ => out.push(Inline::Text(t.to_owned())),
    };
    while let Some((before, after)) = rest.split_once('{') {
        text(&mut out, before);
        let Some((name, tail)) = after.split_once('}') else { break };
        for inline in slots.iter().filter(|(n, _)| *n == name).flat_map(|(_, value)| value) {
            match inline {
                Inline::Text(t) => text(&mut out, t),
                other => out.push(other.clone()),
            }
        }
        rest = tail;
    }
    text(&mut out, rest);
    out
}

/// Declares the sentences: a key and the types of the slots.
macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident = $key:literal { $($slot:ident: $type:ty),* $(,)? })*) => {
        /// A sentence of a report.
        #[derive(Clone, Debug)]
        pub enum Sentence<'a> { $($(#[$doc])* $name { $(#[doc = stringify!($type)] $slot: $type),* },)* }

        impl Sentence<'_> {
            /// Every key, with its slots.
            pub const KEYS: &'static [(&'static str, &'static [&'static str])] = &[$(($key, &[$(stringify!($slot)),*])),*];

            /// The key of its templates.
            #[must_use]
            pub const fn key(&self) -> &'static str {
                match self { $(Self::$name { .. } => $key,)* }
            }

            fn slots(&self, language: Language) -> Vec<(&'static str, Vec<Inline>)> {
                match self { $(Self::$name { $($slot),* } => {
                    let _ = language;
                    vec![$((stringify!($slot), $slot.inlines(language))),*]
                })* }
            }
        }
    };
}

sentences! {
    /// Title of a report.
    ReportTitle = "title" { mechanism: Name<'a>, kind: Label<'a>, number: Number }
    /// The period and the cut-off.
    TitlePeriod = "title.period" { period: PeriodDays<'a>, zone: Code<'a>, cut_off: Code<'a> }
    /// The report that this one takes the place of.
    TitleSupersedes = "title.supersedes" { number: Number, digest: Code<'a> }
    /// The report before.
    TitleFollows = "title.follows" { number: Number, digest: Code<'a> }
    /// The first of its series.
    TitleFirst = "title.first" {}
    /// An objection to publication.
    TitleObjected = "title.objected" { objector: Member<'a>, words: Verbatim<'a> }
    /// Which languages.
    TitleLanguages = "title.languages" { languages: Name<'a> }
    /// How to check.
    TitleCheck = "title.check" { command: Code<'a> }
    /// Foot of every page.
    Foot = "foot" { mechanism: Name<'a>, number: Number, as_of: AsOf<'a> }
    /// A part says nothing.
    Nothing = "nothing" { why: Label<'a> }
    /// Bullet: received.
    BulletReceived = "bullet.received" { now: Counted, previous: Previous, sides: AllegedSides<'a> }
    /// Bullet: in scope.
    BulletInScope = "bullet.in_scope" { now: Counted, previous: Previous, sides: AllegedSides<'a> }
    /// Bullet: corroborated.
    BulletCorroborated = "bullet.corroborated" { now: Counted, previous: Previous, sides: AllegedSides<'a> }
    /// Bullet: determined.
    BulletDetermined = "bullet.determined" { now: Counted, previous: Previous, sides: AttributedSides<'a> }
    /// Bullet: harm to people.
    BulletHarm = "bullet.harm" { now: Counted, previous: Previous, sides: AffectedSides<'a> }
    /// Bullet: recorded by no guarantor.
    BulletUnrecorded = "bullet.unrecorded" { now: Counted, previous: Previous, sides: AllegedSides<'a> }
    /// Bullet: obligations that are late.
    BulletObligations = "bullet.obligations" { now: Counted, previous: Previous, sides: BearerSides<'a> }
    /// Bullet: what could not be seen.
    BulletCoverage = "bullet.coverage" { now: Counted, previous: Previous, sides: HinderingSides<'a> }
    /// How the report is made.
    MethodText = "method.text" {}
    /// Units of count.
    MethodUnit = "method.unit" {}
    /// Words.
    MethodWords = "method.words" {}
    /// Versions.
    MethodVersions = "method.versions" { reader: Number, report: Number }
    /// A change of method.
    MethodChange = "method.change" { what: Label<'a> }
    /// No change of method.
    MethodNoChange = "method.no_change" {}
    /// Standard of proof.
    MethodStandard = "method.standard" { agreement: Name<'a>, standard: Label<'a>, source: Label<'a> }
    /// Decision rule.
    MethodRule = "method.rule" { agreement: Name<'a>, rule: Label<'a>, source: Label<'a> }
    /// Lists that are missing.
    RecorderAbsent = "coverage.recorder_absent" { recorder: Recorder<'a> }
    /// A language that is not read.
    LanguageUnread = "coverage.language" { language: Code<'a>, number: Counted }
    /// Documents of unknown language.
    LanguageUnknown = "coverage.language_unknown" { number: Counted }
    /// Problems of the record.
    Problems = "coverage.problems" { number: Counted }
    /// Nothing is recorded of what could be seen.
    CoverageUnknown = "coverage.unknown" {}
    /// Caption of the coverage table.
    CoverageCaption = "coverage.caption" { period: PeriodDays<'a> }
    /// Caption of the funnel.
    FunnelCaption = "funnel.caption" { period: PeriodDays<'a> }
    /// What the funnel does not say.
    FunnelNote = "funnel.note" {}
    /// Undetermined share.
    FunnelShare = "funnel.share" { share: Of }
    /// No case in the period.
    FunnelNoCases = "funnel.no_cases" {}
    /// Caption of the table of steps in cases that the rules do not allow.
    IrregularCaption = "irregular.caption" { period: PeriodDays<'a> }
    /// Caption of the table under each text.
    TextsCaption = "texts.caption" { period: PeriodDays<'a> }
    /// Its note.
    TextsNote = "texts.note" {}
    /// Caption of the stretches that are compared.
    StretchesCaption = "stretches.caption" {}
    /// Their note.
    StretchesNote = "stretches.note" {}
    /// Caption of a breakdown.
    BreakdownCaption = "breakdown.caption" { by: Label<'a>, period: PeriodDays<'a> }
    /// Its note.
    BreakdownNote = "breakdown.note" {}
    /// Caption of incidents per day.
    DaysCaption = "days.caption" { period: PeriodDays<'a>, not_placed: Counted, gaps: Counted }
    /// The chart in words.
    DaysAlternative = "days.alternative" { list: Name<'a> }
    /// Caption of the map.
    MapCaption = "map.caption" { period: PeriodDays<'a>, beside: Counted, gaps: Counted }
    /// The map in words.
    MapAlternative = "map.alternative" { places: Counted, zones: Counted }
    /// Aggregates.
    Aggregates = "aggregates" { number: Counted }
    /// Caption of observations.
    ObservationsCaption = "observations.caption" { unit: Label<'a>, period: PeriodDays<'a> }
    /// Note of observations.
    ObservationsNote = "observations.note" {}
    /// Caption of recorders.
    RecordersCaption = "recorders.caption" { period: PeriodDays<'a> }
    /// Note of recorders.
    RecordersNote = "recorders.note" {}
    /// One recorder confirms so many of another.
    PairLine = "recorders.pair" { by: Recorder<'a>, of: Recorder<'a>, share: Of }
    /// Caption of bulletins.
    BulletinsCaption = "bulletins.caption" { period: PeriodDays<'a> }
    /// Note of bulletins.
    BulletinsNote = "bulletins.note" {}
    /// Confirmation in a bulletin.
    BulletinConfirms = "bulletins.confirms" { by: Recorder<'a>, of: Recorder<'a>, share: Name<'a> }
    /// By no guarantor.
    ByNoGuarantor = "recorders.by_no_guarantor" { number: Counted }
    /// A determination.
    Determined = "case.determined" { outcome: DeterminedAs<'a>, how: Label<'a> }
    /// Attribution, as found.
    AttributedLine = "case.attributed" { grade: Label<'a>, to: AttributedTo<'a> }
    /// No attribution.
    NotAttributed = "case.not_attributed" {}
    /// Not determined.
    NotDetermined = "case.not_determined" { how: Label<'a> }
    /// Where a pending case stands.
    CasePending = "case.pending" { state: Label<'a> }
    /// The allegation.
    AllegationLine = "case.allegation" { complainant: Member<'a>, accused: AllegedAuthors<'a>, words: Verbatim<'a> }
    /// Nobody answered.
    NoResponse = "case.no_response" { accused: AccusedBy<'a> }
    /// A response.
    ResponseLine = "case.response" { by: Member<'a> }
    /// A position.
    PositionLine = "case.position" { constituency: Member<'a>, position: Label<'a> }
    /// A finding.
    FindingLine = "case.finding" { about: Label<'a>, reached: Label<'a>, words: Verbatim<'a> }
    /// Contrary evidence.
    ContraryLine = "case.contrary" { number: Counted }
    /// A term.
    ClauseLine = "case.clause" { clause: Code<'a>, text: Code<'a>, broken: Label<'a> }
    /// Note on obligations.
    ObligationsNote = "obligations.note" {}
    /// Caption of obligations.
    ObligationsCaption = "obligations.caption" { cut_off: Code<'a> }
    /// Note on humanitarian figures.
    HumanitarianNote = "humanitarian.note" {}
    /// Caption of humanitarian incidents.
    HumanitarianCaption = "humanitarian.caption" { period: PeriodDays<'a> }
    /// Caption of figures.
    FiguresCaption = "figures.caption" { period: PeriodDays<'a> }
    /// Caption of casualties.
    CasualtiesCaption = "casualties.caption" { period: PeriodDays<'a> }
    /// Note of casualties.
    CasualtiesNote = "casualties.note" {}
    /// Caption of access.
    AccessCaption = "access.caption" { period: PeriodDays<'a> }
    /// Hindered share.
    AccessHindered = "access.hindered" { share: Of }
    /// An incident in a list: act, place, time; reported.
    IncidentLine = "incident.line" { act: ActName<'a>, place: Place<'a>, time: Time<'a> }
    /// Caption of remedies.
    RemediesCaption = "remedies.caption" { cut_off: Code<'a> }
    /// Caption of calls.
    CallsCaption = "calls.caption" { period: PeriodDays<'a> }
    /// Results of calls.
    CallsResults = "calls.results" { results: Outcomes<'a> }
    /// Median of calls.
    CallsMedian = "calls.median" { minutes: Name<'a>, timed: Counted, unanswered: Counted }
    /// No call has both times.
    CallsNoMedian = "calls.no_median" {}
    /// Compared with which report.
    Since = "corrections.since" { number: Number, digest: Code<'a> }
    /// There is none.
    SinceNone = "corrections.none" {}
    /// Caption of changes.
    ChangesCaption = "corrections.caption" {}
    /// A withdrawn document.
    WithdrawnLine = "corrections.withdrawn" { recorder: Recorder<'a>, by: Member<'a>, claims: Counted, words: Verbatim<'a> }
    /// Findings that rest on it.
    WithdrawnFindings = "corrections.findings" { list: Name<'a> }
    /// Determinations to revisit.
    WithdrawnDeterminations = "corrections.determinations" { list: Name<'a> }
    /// Reports that relied on it.
    WithdrawnReports = "corrections.reports" { list: Name<'a> }
    /// Caption of effects.
    EffectsCaption = "corrections.effects" {}
    /// A case taken up again.
    ReopenedLine = "corrections.reopened" { case: Code<'a>, by: Member<'a>, words: Verbatim<'a> }
    /// Caption of the table of incidents.
    IncidentsCaption = "annex.incidents" { period: PeriodDays<'a>, gaps: Counted }
    /// Its note.
    IncidentsNote = "annex.note" {}
    /// Caption of the table of how the cases of each side were handled.
    TreatmentCaption = "annex.treatment" { period: PeriodDays<'a> }
    /// Its note.
    TreatmentNote = "annex.treatment_note" {}
    /// Who recorded.
    RecordedBy = "recorded_by" { recorder: Recorder<'a> }
    /// Machine-readable file.
    MachineReadable = "annex.machine" {}
}

impl Sentence<'_> {
    /// The sentence as inlines.
    #[must_use]
    pub fn inlines(&self, language: Language) -> Vec<Inline> {
        let found = language.catalogue().sentences.iter().find(|(key, _)| *key == self.key());
        fill(found.map_or("", |(_, template)| template), &self.slots(language))
    }

    /// The sentence as text.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        flat(&self.inlines(language))
    }
}
