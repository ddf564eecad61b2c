//! The agreement language, format 1, as tables: which keys a table has and what stands in them. The checker, the JSON
//! Schema and the reference in `docs/agreement-language.md` are all made from these tables, so they cannot differ.
//!
//! Must not: hold rules that need two elements at once; those are in `rules`.

use super::words as w;

/// The version of the language that this crate reads.
pub const FORMAT: i64 = 1;

/// The spaces of ids. An id is unique in its space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Space {
    Actor,
    Agreement,
    Area,
    Clause,
    Instrument,
    Line,
    Obligation,
    Organ,
    Phase,
    Statement,
    Text,
    Zone,
}

impl Space {
    pub(crate) const fn noun(self) -> &'static str {
        match self {
            Space::Actor => "actor",
            Space::Agreement => "agreement",
            Space::Area => "excluded area",
            Space::Clause => "clause",
            Space::Instrument => "instrument",
            Space::Line => "line",
            Space::Obligation => "obligation",
            Space::Organ => "organ",
            Space::Phase => "phase",
            Space::Statement => "statement",
            Space::Text => "text",
            Space::Zone => "zone",
        }
    }
}

/// What may stand as a value.
pub(crate) enum Ty {
    /// Words for people; not empty.
    Text,
    /// Defines an id.
    Id(Space),
    /// Names an id of the file; with words that stand for several.
    Ref(Space, &'static [&'static str]),
    /// An id that defines nothing and need not be defined.
    Name,
    /// One word of a closed list.
    Word(&'static [&'static str]),
    /// One act of the taxonomy.
    Act,
    Bool,
    Int(i64, i64),
    Date,
    DateTime,
    Zone,
    Duration,
    Country,
    /// A GeoJSON geometry in a string.
    GeoJson,
    /// Decimal degrees, up to so many.
    Degrees(i64),
    List(&'static Ty),
    One(&'static Shape),
    Many(&'static Shape),
}

pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) ty: Ty,
    pub(crate) required: bool,
    pub(crate) doc: &'static str,
}

pub(crate) struct Shape {
    pub(crate) name: &'static str,
    pub(crate) doc: &'static str,
    /// Whether `note`, `refs` and `to_be_confirmed` may stand here too.
    pub(crate) marks: bool,
    pub(crate) fields: &'static [Field],
}

impl Shape {
    pub(crate) fn all_fields(&self) -> impl Iterator<Item = &'static Field> {
        let marks: &'static [Field] = if self.marks { MARKS } else { &[] };
        self.fields.iter().chain(marks)
    }
}

const fn need(name: &'static str, ty: Ty, doc: &'static str) -> Field {
    Field { name, ty, required: true, doc }
}
const fn may(name: &'static str, ty: Ty, doc: &'static str) -> Field {
    Field { name, ty, required: false, doc }
}
const fn shape(name: &'static str, doc: &'static str, fields: &'static [Field]) -> Shape {
    Shape { name, doc, marks: true, fields }
}

const TEXTS: Ty = Ty::List(&Ty::Text);
const ACTOR: Ty = Ty::Ref(Space::Actor, &[]);
const ACTORS: Ty = Ty::List(&ACTOR);
const WHICH_TEXTS: Ty = Ty::List(&Ty::Ref(Space::Text, &["all"]));
const BEARERS: Ty = Ty::List(&Ty::Ref(Space::Actor, &["all_parties", "all_guarantors"]));
const ACTS: Ty = Ty::List(&Ty::Act);
const SOURCE: Field = need(
    "source",
    Ty::Word(w::ModalitySource::WORDS),
    "`text` when the agreement says so, `mechanism_default` when it is silent",
);

static MARKS: &[Field] = &[
    may("note", Ty::Text, "anything a reader should know"),
    may("refs", TEXTS, "where this stands: document symbols, articles, pages"),
    may(
        "to_be_confirmed",
        Ty::Bool,
        "`true` when this was not checked against the text of the instrument; say why in `note`",
    ),
];

static MOMENT: Shape = Shape {
    name: "moment",
    doc: "A local time and its zone.",
    marks: false,
    fields: &[
        need("at", Ty::DateTime, "local date and time, such as `2030-01-15T12:00:00`"),
        need("zone", Ty::Zone, "IANA time zone, such as `America/Bogota`"),
    ],
};

static AGREEMENT: Shape = shape(
    "agreement",
    "What the file is about.",
    &[
        need("id", Ty::Id(Space::Agreement), "short name, such as `xx-2020-01-31`"),
        need("title", Ty::Text, "neutral title"),
        may("version", Ty::Int(1, 10_000), "which version of the agreement this file is; left out: the first"),
        may("amends", Ty::Name, "the `id` of the file that this one is a later version of"),
        may("in_force_from", Ty::One(&MOMENT), "with `amends`: since when this version holds"),
        may("external_refs", TEXTS, "symbols of the documents elsewhere"),
        need("signed", Ty::Date, "day of signature or announcement"),
        need("effective", Ty::One(&MOMENT), "when it takes effect; not the same as signature"),
        need("ending", Ty::Word(w::Ending::WORDS), "how it ends"),
        may("ends", Ty::One(&MOMENT), "when it ends; with `fixed` and `terminated` only"),
    ],
);

static INSTRUMENT: Shape = shape(
    "instruments",
    "A document of the agreement.",
    &[
        need("id", Ty::Id(Space::Instrument), ""),
        need("title", Ty::Text, ""),
        need("kind", Ty::Word(w::InstrumentKind::WORDS), ""),
        may("date", Ty::Date, "day of signature or issue"),
        may("issuers", ACTORS, "who issued or signed it"),
        may("endorsed_by_parties", Ty::Word(w::Endorsement::WORDS), "who of the parties endorsed it"),
        may("effective", Ty::One(&MOMENT), "when it takes effect, if not with the agreement"),
        may("ends", Ty::One(&MOMENT), "when it ends, if not with the agreement"),
        may("term", Ty::Duration, "how long it runs, such as `P6M`"),
        may("renewal", Ty::Text, "how it is renewed"),
    ],
);

static TEXT: Shape = shape(
    "texts",
    "One version of the words of an instrument. Parties may hold different ones; incidents are tested under each.",
    &[
        need("id", Ty::Id(Space::Text), "`all` is reserved"),
        need("of", Ty::Ref(Space::Instrument, &[]), "the instrument"),
        need("language", Ty::List(&Ty::Text), "BCP 47 tags of the languages seen"),
        need("authority", Ty::Text, "who vouches for these words"),
        need("status", Ty::Word(w::TextStatus::WORDS), ""),
        may("held_by", ACTORS, "who relies on this text"),
        may("differs_on", TEXTS, "on what it differs from the others"),
        may("tested", Ty::Bool, "`false` when incidents are not tested under it"),
    ],
);

static ACTOR_SHAPE: Shape = shape(
    "actors",
    "Somebody whom documents name.",
    &[
        need("id", Ty::Id(Space::Actor), ""),
        need("name", Ty::Text, "neutral name; the only one that is printed"),
        need("kind", Ty::Word(w::ActorKind::WORDS), ""),
        may(
            "aliases",
            TEXTS,
            "words that mean it, in any script, for matching only; all-capital ones of up to four letters match capitals only",
        ),
        may("belongs_to", ACTOR, "the actor that it is a body or member of, or fights beside"),
    ],
);

static PARTY: Shape = shape(
    "parties",
    "A side that the agreement binds.",
    &[
        need("actor", ACTOR, ""),
        may("guarantor", ACTOR, "who first undertook to secure its compliance"),
        need(
            "membership",
            Ty::Word(w::Membership::WORDS),
            "`joined` when only those members are bound that have an adherence record",
        ),
    ],
);

static ADHERENCE: Shape = shape(
    "adherence",
    "Who accepted what, according to whom.",
    &[
        need("actor", ACTOR, ""),
        need("instrument", Ty::Ref(Space::Instrument, &[]), ""),
        may("text", Ty::Ref(Space::Text, &[]), "the version that it accepted, when known"),
        need("status", Ty::Word(w::AdherenceStatus::WORDS), ""),
        need("according_to", Ty::Text, "who says so"),
        may("date", Ty::Date, "since when"),
        may("disputed_by", TEXTS, "who says otherwise"),
    ],
);

static GUARANTOR: Shape = shape(
    "guarantors",
    "Who undertook to secure the compliance of whom.",
    &[
        need("actor", ACTOR, ""),
        need("since", Ty::Date, ""),
        need("guarantor_of", ACTORS, "parties; may be empty"),
        may("contested_by", ACTORS, "parties that do not accept it"),
        need("own_forces_bound", Ty::Word(w::Known::WORDS), "whether its own forces are bound by the prohibitions"),
    ],
);

static OBSERVER: Shape = shape(
    "observers",
    "Who observes or supports.",
    &[
        need("actor", ACTOR, ""),
        need("role", Ty::Text, ""),
        need("vote", Ty::Bool, "whether it has a vote in the mechanism"),
    ],
);

static DIVISION: Shape = shape(
    "scope.territory.divisions",
    "A first-order division (province, governorate, oblast) of the territory.",
    &[
        need("country", Ty::Country, ""),
        need("name", Ty::Text, ""),
        may("aliases", TEXTS, "other spellings"),
        need("cover", Ty::Word(w::Cover::WORDS), ""),
    ],
);

static AREA: Shape = shape(
    "scope.territory.excluded_areas",
    "An area outside the agreement. Not the same as an excluded actor.",
    &[
        need("id", Ty::Id(Space::Area), ""),
        need("condition", Ty::Text, "what the text says, in our own words"),
        need("criterion", Ty::Word(w::AreaCriterion::WORDS), "what puts an area outside"),
        need("actors", ACTORS, "the actors that the criterion is about"),
        need("texts", WHICH_TEXTS, ""),
    ],
);

static TERRITORY: Shape = shape(
    "scope.territory",
    "Where the agreement holds.",
    &[
        need("countries", Ty::List(&Ty::Country), "ISO 3166-1 alpha-2"),
        need("default", Ty::Word(w::TerritoryKind::WORDS), ""),
        may("divisions", Ty::Many(&DIVISION), ""),
        may("excluded_areas", Ty::Many(&AREA), ""),
    ],
);

static EXCLUDED: Shape = shape(
    "scope.excluded_actors",
    "An actor outside the agreement's protection.",
    &[
        need("actor", ACTOR, ""),
        need("texts", WHICH_TEXTS, "the texts that exclude it, or `all`"),
        need("contested", Ty::Bool, "whether the parties disagree on it"),
        may("may_be_among", ACTORS, "parties in whose areas its fighters may also be"),
    ],
);

static ZONE: Shape = shape(
    "scope.zones",
    "A zone that the agreement names.",
    &[
        need("id", Ty::Id(Space::Zone), ""),
        need("name", Ty::Text, ""),
        need("kind", Ty::Text, "what it is: de-escalation area, withdrawal area, security zone, …"),
        need("geometry", Ty::Word(w::GeometryStatus::WORDS), ""),
        may("country", Ty::Country, ""),
        may("divisions", TEXTS, "first-order divisions that it touches"),
        may(
            "ring",
            Ty::List(&Ty::List(&Ty::Degrees(180))),
            "its border: `[latitude, longitude]` in decimal degrees, WGS 84, at least three",
        ),
        may("geojson", Ty::GeoJson, "instead of `ring`: a GeoJSON `Polygon` or `MultiPolygon`, holes included"),
    ],
);

static LINE_SIDE: Shape = Shape {
    name: "scope.lines.sides",
    doc: "Who is on which side of a line.",
    marks: false,
    fields: &[need("actor", ACTOR, ""), need("side", Ty::Text, "in words, such as `west of the line`")],
};

static LINE: Shape = shape(
    "scope.lines",
    "A line that the agreement names: line of contact, withdrawal line, border of a security zone.",
    &[
        need("id", Ty::Id(Space::Line), ""),
        need("name", Ty::Text, ""),
        need("kind", Ty::Text, "what it is: line of contact, withdrawal line, …"),
        need("geometry", Ty::Word(w::GeometryStatus::WORDS), ""),
        may("country", Ty::Country, ""),
        may("divisions", TEXTS, "first-order divisions that it runs through"),
        may(
            "path",
            Ty::List(&Ty::List(&Ty::Degrees(180))),
            "its course: `[latitude, longitude]` in decimal degrees, WGS 84, at least two",
        ),
        may("geojson", Ty::GeoJson, "instead of `path`: a GeoJSON `LineString` or `MultiLineString`"),
        may("sides", Ty::Many(&LINE_SIDE), "who is on which side, where that is known"),
    ],
);

static SCOPE: Shape = shape(
    "scope",
    "Where and against whom the agreement holds.",
    &[
        need("territory", Ty::One(&TERRITORY), ""),
        may("excluded_actors", Ty::Many(&EXCLUDED), ""),
        may("zones", Ty::Many(&ZONE), ""),
        may("lines", Ty::Many(&LINE), ""),
    ],
);

static PROHIBITED: Shape = shape(
    "prohibited_acts",
    "A term that prohibits.",
    &[
        need("id", Ty::Id(Space::Clause), ""),
        need("summary", Ty::Text, "what it says, in our own words"),
        need("acts", ACTS, "acts that fall under it"),
        may(
            "possible_acts",
            ACTS,
            "acts that fall under it only if more is known, such as a killing by means not said",
        ),
        need("texts", WHICH_TEXTS, ""),
        need("bearers", BEARERS, "whom it binds"),
    ],
);

static PERMITTED: Shape = shape(
    "permitted",
    "A term that permits what a prohibition would forbid.",
    &[
        need("id", Ty::Id(Space::Clause), ""),
        need("kind", Ty::Word(w::PermissionKind::WORDS), ""),
        need("summary", Ty::Text, "what it says, in our own words"),
        need("acts", ACTS, "acts that it can cover"),
        may("conditions", Ty::List(&Ty::Word(w::Condition::WORDS)), "all must be met"),
        need("texts", WHICH_TEXTS, ""),
    ],
);

static CLOCK: Shape = Shape {
    name: "clock",
    doc: "When an obligation is due.",
    marks: false,
    fields: &[
        need("kind", Ty::Word(w::ClockKind::WORDS), ""),
        may("by", Ty::Date, "with `by`"),
        may("within", Ty::Duration, "with `within`"),
        may("from", Ty::Text, "with `within`: `<id>.signed` or `<id>.effective` of the agreement or an instrument"),
        may("every", Ty::Duration, "with `recurring`"),
    ],
};

static OBLIGATION: Shape = shape(
    "obligations",
    "Something that somebody must do.",
    &[
        need("id", Ty::Id(Space::Obligation), ""),
        need("instrument", Ty::Ref(Space::Instrument, &[]), ""),
        need("summary", Ty::Text, ""),
        need("bearers", BEARERS, ""),
        need("clock", Ty::One(&CLOCK), ""),
        may("measure", Ty::Text, "how one can tell that it is done"),
    ],
);

static STATEMENT: Shape = shape(
    "statements",
    "A demand, an undertaking or a declared condition. None is an obligation: none can be overdue.",
    &[
        need("id", Ty::Id(Space::Statement), ""),
        need("kind", Ty::Word(w::StatementKind::WORDS), ""),
        need("by", ACTOR, ""),
        may("to", ACTORS, ""),
        need("summary", Ty::Text, ""),
        may("date", Ty::Date, ""),
    ],
);

static PHASE: Shape = shape(
    "phases",
    "A stage of the process.",
    &[
        need("id", Ty::Id(Space::Phase), ""),
        need("name", Ty::Text, ""),
        may("entry", Ty::Date, "when it began"),
        may("planned", Ty::Date, "when it was to begin"),
        may(
            "agreed_conditions",
            TEXTS,
            "agreed conditions in the condition language, such as `met(DM.maps)`; all must hold, so they can hold the phase back",
        ),
        may(
            "declared_conditions",
            Ty::List(&Ty::Ref(Space::Statement, &[])),
            "conditions that one side declared; shown only",
        ),
    ],
);

static ORGAN: Shape = shape(
    "modalities.organs",
    "A body of the mechanism.",
    &[
        need("id", Ty::Id(Space::Organ), ""),
        need("name", Ty::Text, ""),
        need("members", ACTORS, ""),
        may("advisers", ACTORS, ""),
        may("from", Ty::Ref(Space::Instrument, &[]), "the instrument that sets it up"),
    ],
);

static COMPLAINTS: Shape = shape("modalities.complaints", "Who may complain.", &[need("from", TEXTS, ""), SOURCE]);
static PROOF: Shape = shape(
    "modalities.standard_of_proof",
    "How well a finding must be shown.",
    &[
        need("determination", Ty::Word(w::Standard::WORDS), ""),
        may("urgent_action", Ty::Word(w::Standard::WORDS), "for urgent preventive action; default `credible_report`"),
        may(
            "naming",
            Ty::Word(w::Standard::WORDS),
            "for naming somebody or proposing sanctions; default `clear_and_convincing`",
        ),
        SOURCE,
    ],
);
static DECISION: Shape = shape(
    "modalities.decision_rule",
    "How a determination is made.",
    &[need("determination", Ty::Word(w::DecisionRule::WORDS), ""), SOURCE],
);
static QUORUM: Shape = shape(
    "modalities.quorum",
    "Who must take part.",
    &[
        need("of", ACTORS, "who decides: each is a constituency of its own unless `constituencies` says otherwise"),
        need("per_member", Ty::Int(0, 1_000), "how many from each must be present"),
        may("constituencies", Ty::Many(&CONSTITUENCY), "the groups that must be present, where they differ in number"),
        may("emergency", Ty::Many(&EMERGENCY), "the same, for urgent decisions"),
        SOURCE,
    ],
);
static CONSTITUENCY: Shape = Shape {
    name: "modalities.quorum.constituencies",
    doc: "A group within a joint body whose presence is needed.",
    marks: false,
    fields: CONSTITUENCY_FIELDS,
};
static EMERGENCY: Shape = Shape {
    name: "modalities.quorum.emergency",
    doc: "A group whose presence is needed for urgent decisions.",
    marks: false,
    fields: CONSTITUENCY_FIELDS,
};
static CONSTITUENCY_FIELDS: &[Field] = &[
    need("id", Ty::Name, "its own name, or the id of the actor that it is"),
    need("actors", ACTORS, "who belongs to it"),
    need("present", Ty::Int(0, 1_000), "how many of its representatives must be present"),
];
static RECUSAL: Shape = shape(
    "modalities.recusal",
    "What becomes of the opinion of a guarantor whose own side is accused.",
    &[need("rule", Ty::Word(w::RecusalRule::WORDS), ""), SOURCE],
);
static CLOCKS: Shape = shape(
    "modalities.clocks",
    "How long each step of a case may take. What is left out is the mechanism's default, whatever `source` says.",
    &[
        may("screening_hours", Ty::Int(0, 87_600), "from registration to screening; default 24"),
        may("assessment_hours", Ty::Int(0, 87_600), "to the preliminary assessment; default 72"),
        may("tasking_hours", Ty::Int(0, 87_600), "to the tasking of a team; default 72"),
        may("report_days", Ty::Int(0, 3_650), "to the team's report; default 21"),
        may("opinions_days", Ty::Int(0, 3_650), "for the opinions of the constituencies; default 7"),
        may("objection_days", Ty::Int(0, 3_650), "for objections to a dismissal at screening; default 7"),
        may("publication_hours", Ty::Int(0, 87_600), "from determination to publication; default 48"),
        may(
            "follow_up_days",
            Ty::List(&Ty::Int(0, 3_650)),
            "when remedial action is looked at again; default 7 and 30",
        ),
        SOURCE,
    ],
);
static ACCESS: Shape = shape(
    "modalities.access",
    "What may be inferred when monitors are kept out. Left out: the text is silent, so nothing may.",
    &[need("adverse_inference", Ty::Word(w::Known::WORDS), "whether a denial may count against who denied"), SOURCE],
);
static REPLY: Shape = shape(
    "modalities.right_of_reply",
    "How long the accused has.",
    &[need("days", Ty::Int(0, 3_650), ""), may("urgent_hours", Ty::Int(0, 8_760), ""), SOURCE],
);
static SILENCE: Shape = shape(
    "modalities.silence_procedure",
    "What silence means.",
    &[need("days", Ty::Int(0, 3_650), ""), need("on_expiry", Ty::Word(w::OnExpiry::WORDS), ""), SOURCE],
);
static SANCTIONS: Shape = shape(
    "modalities.sanctions",
    "What may be asked of an author.",
    &[need("ladder", TEXTS, "from the mildest; may be empty"), SOURCE],
);
static MODALITIES: Shape = shape(
    "modalities",
    "How compliance is observed and decided. What is left out is the mechanism's default and is marked so.",
    &[
        may("organs", Ty::Many(&ORGAN), ""),
        may("complaints", Ty::One(&COMPLAINTS), ""),
        may("standard_of_proof", Ty::One(&PROOF), ""),
        may("decision_rule", Ty::One(&DECISION), ""),
        may("quorum", Ty::One(&QUORUM), ""),
        may("recusal", Ty::One(&RECUSAL), ""),
        may("right_of_reply", Ty::One(&REPLY), ""),
        may("silence_procedure", Ty::One(&SILENCE), ""),
        may("clocks", Ty::One(&CLOCKS), ""),
        may("access", Ty::One(&ACCESS), ""),
        may("sanctions", Ty::One(&SANCTIONS), ""),
    ],
);

static PUBLICATION: Shape = shape(
    "publication",
    "Who may read reports.",
    &[need("internal", Ty::Text, ""), need("public", Ty::Text, ""), may("cadence", TEXTS, ""), SOURCE],
);

/// The file.
pub(crate) static FILE: Shape = Shape {
    name: "file",
    doc: "One agreement.",
    marks: false,
    fields: &[
        need("format", Ty::Int(FORMAT, FORMAT), "version of this language: 1"),
        need("agreement", Ty::One(&AGREEMENT), ""),
        need("instruments", Ty::Many(&INSTRUMENT), ""),
        need("texts", Ty::Many(&TEXT), ""),
        need("actors", Ty::Many(&ACTOR_SHAPE), ""),
        need("parties", Ty::Many(&PARTY), ""),
        may("adherence", Ty::Many(&ADHERENCE), ""),
        may("guarantors", Ty::Many(&GUARANTOR), ""),
        may("observers", Ty::Many(&OBSERVER), ""),
        need("scope", Ty::One(&SCOPE), ""),
        need("prohibited_acts", Ty::Many(&PROHIBITED), ""),
        may("permitted", Ty::Many(&PERMITTED), ""),
        may("obligations", Ty::Many(&OBLIGATION), ""),
        may("statements", Ty::Many(&STATEMENT), ""),
        may("phases", Ty::Many(&PHASE), ""),
        may("modalities", Ty::One(&MODALITIES), ""),
        may("publication", Ty::One(&PUBLICATION), ""),
    ],
};
