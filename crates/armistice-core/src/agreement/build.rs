//! Builds an [`Agreement`] from a document that the checker has passed.
//!
//! Must not: invent a value. What is absent stays absent; only modalities have defaults, and they are marked.

mod modalities;

use super::check::{integer, micro_degrees};
use super::geometry::{self, Geometry, Point, Polygon};
use super::name::{
    ActorId, AgreementId, AreaId, ClauseId, InstrumentId, LineId, ObligationId, PhaseId, StatementId, TextId, ZoneId,
};
use super::words::ModalitySource;
use super::{
    Actor, Adherence, Agreement, Bearer, Clock, Division, EffectiveMoment, ExcludedActor, ExcludedArea, Guarantor,
    Instrument, Line, LineSide, Marks, Modality, Obligation, Observer, Party, Permission, Phase, Prohibition,
    Publication, Scope, Statement, Territory, Text, Texts, Zone,
};
use crate::act::Act;
use jiff::civil::{Date, DateTime};
use toml::de::{DeTable, DeValue};

/// Access to a checked table. A `None` from a required getter is a fault of the checker, never a default.
struct T<'a, 'i>(&'a DeTable<'i>);

impl<'a, 'i> T<'a, 'i> {
    fn get(&self, key: &str) -> Option<&'a DeValue<'i>> {
        self.0.get(key).map(toml::Spanned::get_ref)
    }
    fn str(&self, key: &str) -> Option<String> {
        self.get(key)?.as_str().map(str::to_owned)
    }
    fn bool(&self, key: &str) -> Option<bool> {
        self.get(key)?.as_bool()
    }
    fn date(&self, key: &str) -> Option<Date> {
        date(self.get(key)?)
    }
    fn number(&self, key: &str) -> Option<u32> {
        u32::try_from(integer(self.get(key)?.as_integer()?)?).ok()
    }
    fn numbers(&self, key: &str) -> Option<Vec<u32>> {
        let items = self.get(key).and_then(DeValue::as_array)?;
        items.iter().map(|v| u32::try_from(integer(v.get_ref().as_integer()?)?).ok()).collect()
    }
    fn table(&self, key: &str) -> Option<T<'a, 'i>> {
        self.get(key)?.as_table().map(T)
    }
    fn moment(&self, key: &str) -> Option<EffectiveMoment> {
        moment(self.table(key)?.0)
    }
    fn strings(&self, key: &str) -> Vec<String> {
        let items = self.get(key).and_then(DeValue::as_array);
        items.into_iter().flat_map(|a| a.iter()).filter_map(|v| v.get_ref().as_str().map(str::to_owned)).collect()
    }
    fn list<X>(&self, key: &str, make: impl Fn(&str) -> X) -> Vec<X> {
        self.strings(key).iter().map(|s| make(s)).collect()
    }
    fn actors(&self, key: &str) -> Vec<ActorId> {
        self.list(key, ActorId::new)
    }
    fn acts(&self, key: &str) -> Vec<Act> {
        self.strings(key).iter().filter_map(|s| Act::parse(s)).collect()
    }
    fn texts(&self) -> Texts {
        let list = self.strings("texts");
        if list.iter().any(|t| t == "all") {
            Texts::All
        } else {
            Texts::These(list.iter().map(|t| TextId::new(t)).collect())
        }
    }
    fn bearers(&self) -> Vec<Bearer> {
        self.list("bearers", |s| match s {
            "all_parties" => Bearer::AllParties,
            "all_guarantors" => Bearer::AllGuarantors,
            id => Bearer::Actor(ActorId::new(id)),
        })
    }
    fn word<W>(&self, key: &str, read: fn(&str) -> Option<W>) -> Option<W> {
        read(self.get(key)?.as_str()?)
    }
    fn marks(&self) -> Marks {
        Marks {
            note: self.str("note"),
            refs: self.strings("refs"),
            to_be_confirmed: self.bool("to_be_confirmed") == Some(true),
        }
    }
    /// All tables of a list; `None` if one of them is not as the checker promised.
    fn many<X>(&self, key: &str, make: impl Fn(&T<'a, 'i>) -> Option<X>) -> Option<Vec<X>> {
        let Some(array) = self.get(key).and_then(DeValue::as_array) else { return Some(Vec::new()) };
        array.iter().map(|item| make(&T(item.get_ref().as_table()?))).collect()
    }
    /// A modality, or the mechanism's default.
    fn modality<X>(&self, key: &str, default: X, make: impl Fn(&T<'a, 'i>) -> Option<X>) -> Option<Modality<X>> {
        match self.table(key) {
            None => {
                Some(Modality { value: default, source: ModalitySource::MechanismDefault, marks: Marks::default() })
            }
            Some(t) => {
                Some(Modality { value: make(&t)?, source: t.word("source", ModalitySource::read)?, marks: t.marks() })
            }
        }
    }
}

pub(crate) fn date(value: &DeValue<'_>) -> Option<Date> {
    let d = value.as_datetime().filter(|d| d.time.is_none() && d.offset.is_none())?.date?;
    Date::new(i16::try_from(d.year).ok()?, i8::try_from(d.month).ok()?, i8::try_from(d.day).ok()?).ok()
}

pub(crate) fn date_time(value: &DeValue<'_>) -> Option<DateTime> {
    let d = value.as_datetime().filter(|d| d.offset.is_none())?;
    let (date, time) = (d.date?, d.time?);
    let date =
        Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()?;
    let (hour, minute) = (i8::try_from(time.hour).ok()?, i8::try_from(time.minute).ok()?);
    // TOML 1.1 lets seconds be left out.
    let second = i8::try_from(time.second.unwrap_or(0)).ok()?;
    Some(date.to_datetime(jiff::civil::Time::new(hour, minute, second, 0).ok()?))
}

/// A whole number.
pub(crate) fn whole(value: &DeValue<'_>) -> Option<i64> {
    integer(value.as_integer()?)
}

/// A duration of calendar units only; hours would need a zone.
pub(crate) fn duration(text: &str) -> Option<jiff::Span> {
    let span: jiff::Span = text.parse().ok()?;
    let calendar_only = text.starts_with('P') && !text.contains('T');
    (calendar_only && span.is_positive()).then_some(span)
}

pub(crate) fn moment(table: &DeTable<'_>) -> Option<EffectiveMoment> {
    let local = date_time(table.get("at")?.get_ref())?;
    let zone = table.get("zone")?.get_ref().as_str()?.to_owned();
    let tz = jiff::tz::TimeZone::get(&zone).ok()?;
    // A time in a gap or a fold of daylight saving names no single instant: the author must choose another.
    let instant = tz.to_ambiguous_timestamp(local).unambiguous().ok()?;
    Some(EffectiveMoment { local, zone, instant })
}

fn instrument(t: &T<'_, '_>) -> Option<Instrument> {
    Some(Instrument {
        id: InstrumentId::new(&t.str("id")?),
        title: t.str("title")?,
        kind: t.word("kind", super::words::InstrumentKind::read)?,
        date: t.date("date"),
        issuers: t.actors("issuers"),
        endorsed_by_parties: t.word("endorsed_by_parties", super::words::Endorsement::read),
        effective: t.moment("effective"),
        ends: t.moment("ends"),
        term: t.str("term"),
        renewal: t.str("renewal"),
        marks: t.marks(),
    })
}

fn text(t: &T<'_, '_>) -> Option<Text> {
    Some(Text {
        id: TextId::new(&t.str("id")?),
        of: InstrumentId::new(&t.str("of")?),
        languages: t.strings("language"),
        authority: t.str("authority")?,
        status: t.word("status", super::words::TextStatus::read)?,
        held_by: t.actors("held_by"),
        differs_on: t.strings("differs_on"),
        tested: t.bool("tested") != Some(false),
        marks: t.marks(),
    })
}

fn actor(t: &T<'_, '_>) -> Option<Actor> {
    Some(Actor {
        id: ActorId::new(&t.str("id")?),
        name: t.str("name")?,
        kind: t.word("kind", super::words::ActorKind::read)?,
        aliases: t.strings("aliases"),
        belongs_to: t.str("belongs_to").as_deref().map(ActorId::new),
        marks: t.marks(),
    })
}

fn adherence(t: &T<'_, '_>) -> Option<Adherence> {
    Some(Adherence {
        actor: ActorId::new(&t.str("actor")?),
        instrument: InstrumentId::new(&t.str("instrument")?),
        text: t.str("text").as_deref().map(TextId::new),
        status: t.word("status", super::words::AdherenceStatus::read)?,
        according_to: t.str("according_to")?,
        date: t.date("date"),
        disputed_by: t.strings("disputed_by"),
        marks: t.marks(),
    })
}

fn scope(t: &T<'_, '_>) -> Option<Scope> {
    let territory = t.table("territory")?;
    Some(Scope {
        territory: Territory {
            countries: territory.strings("countries"),
            default: territory.word("default", super::words::TerritoryKind::read)?,
            divisions: territory.many("divisions", |t| {
                Some(Division {
                    country: t.str("country")?,
                    name: t.str("name")?,
                    aliases: t.strings("aliases"),
                    cover: t.word("cover", super::words::Cover::read)?,
                    marks: t.marks(),
                })
            })?,
            excluded_areas: territory.many("excluded_areas", |t| {
                Some(ExcludedArea {
                    id: AreaId::new(&t.str("id")?),
                    condition: t.str("condition")?,
                    criterion: t.word("criterion", super::words::AreaCriterion::read)?,
                    actors: t.actors("actors"),
                    texts: t.texts(),
                    marks: t.marks(),
                })
            })?,
            marks: territory.marks(),
        },
        excluded_actors: t.many("excluded_actors", |t| {
            Some(ExcludedActor {
                actor: ActorId::new(&t.str("actor")?),
                texts: t.texts(),
                contested: t.bool("contested")?,
                may_be_among: t.actors("may_be_among"),
                marks: t.marks(),
            })
        })?,
        zones: t.many("zones", zone)?,
        lines: t.many("lines", line)?,
        marks: t.marks(),
    })
}

/// The points of a list `[latitude, longitude]`.
fn points(t: &T<'_, '_>, key: &str) -> Option<Vec<Point>> {
    let list = t.get(key).and_then(DeValue::as_array);
    let point = |v: &DeValue<'_>| {
        let pair = v.as_array()?;
        Some((micro_degrees(pair.first()?.get_ref(), 90)?, micro_degrees(pair.get(1)?.get_ref(), 180)?))
    };
    list.into_iter().flat_map(|r| r.iter()).map(|v| point(v.get_ref())).collect()
}

fn geojson(t: &T<'_, '_>) -> Option<Option<Geometry>> {
    match t.str("geojson") {
        None => Some(None),
        Some(text) => geometry::parse(&text).ok().map(Some),
    }
}

fn zone(t: &T<'_, '_>) -> Option<Zone> {
    let drawn = points(t, "ring")?;
    let polygons = match geojson(t)? {
        Some(Geometry::Areas(areas)) => areas,
        Some(Geometry::Lines(_)) => return None,
        None if drawn.is_empty() => Vec::new(),
        None => vec![Polygon { outer: drawn, holes: Vec::new() }],
    };
    let ring = match &polygons[..] {
        [only] if only.holes.is_empty() => only.outer.clone(),
        _ => Vec::new(),
    };
    Some(Zone {
        id: ZoneId::new(&t.str("id")?),
        name: t.str("name")?,
        kind: t.str("kind")?,
        geometry: t.word("geometry", super::words::GeometryStatus::read)?,
        country: t.str("country"),
        divisions: t.strings("divisions"),
        ring,
        polygons,
        marks: t.marks(),
    })
}

fn line(t: &T<'_, '_>) -> Option<Line> {
    let drawn = points(t, "path")?;
    let paths = match geojson(t)? {
        Some(Geometry::Lines(lines)) => lines,
        Some(Geometry::Areas(_)) => return None,
        None if drawn.is_empty() => Vec::new(),
        None => vec![drawn],
    };
    Some(Line {
        id: LineId::new(&t.str("id")?),
        name: t.str("name")?,
        kind: t.str("kind")?,
        geometry: t.word("geometry", super::words::GeometryStatus::read)?,
        country: t.str("country"),
        divisions: t.strings("divisions"),
        paths,
        sides: t.many("sides", |t| Some(LineSide { actor: ActorId::new(&t.str("actor")?), side: t.str("side")? }))?,
        marks: t.marks(),
    })
}

/// The agreement of a checked document.
pub(crate) fn agreement(file: &DeTable<'_>) -> Option<Agreement> {
    let file = T(file);
    let head = file.table("agreement")?;
    let empty = DeTable::new();
    let no_modalities = T(&empty);
    let actors = file.many("actors", actor)?;
    let index = super::resolve::AliasIndex::new(&actors);
    Some(Agreement {
        id: AgreementId::new(&head.str("id")?),
        title: head.str("title")?,
        version: head.number("version").unwrap_or(1),
        amends: head.str("amends").as_deref().map(AgreementId::new),
        in_force_from: head.moment("in_force_from"),
        external_refs: head.strings("external_refs"),
        signed: head.date("signed")?,
        effective: head.moment("effective")?,
        ending: head.word("ending", super::words::Ending::read)?,
        ends: head.moment("ends"),
        instruments: file.many("instruments", instrument)?,
        texts: file.many("texts", text)?,
        actors,
        parties: file.many("parties", |t| {
            Some(Party {
                actor: ActorId::new(&t.str("actor")?),
                guarantor: t.str("guarantor").as_deref().map(ActorId::new),
                membership: t.word("membership", super::words::Membership::read)?,
                marks: t.marks(),
            })
        })?,
        adherence: file.many("adherence", adherence)?,
        guarantors: file.many("guarantors", |t| {
            Some(Guarantor {
                actor: ActorId::new(&t.str("actor")?),
                since: t.date("since")?,
                guarantor_of: t.actors("guarantor_of"),
                contested_by: t.actors("contested_by"),
                own_forces_bound: t.word("own_forces_bound", super::words::Known::read)?,
                marks: t.marks(),
            })
        })?,
        observers: file.many("observers", |t| {
            Some(Observer {
                actor: ActorId::new(&t.str("actor")?),
                role: t.str("role")?,
                vote: t.bool("vote")?,
                marks: t.marks(),
            })
        })?,
        scope: scope(&file.table("scope")?)?,
        prohibitions: file.many("prohibited_acts", |t| {
            Some(Prohibition {
                id: ClauseId::new(&t.str("id")?),
                summary: t.str("summary")?,
                acts: t.acts("acts"),
                possible_acts: t.acts("possible_acts"),
                texts: t.texts(),
                bearers: t.bearers(),
                marks: t.marks(),
            })
        })?,
        permissions: file.many("permitted", |t| {
            Some(Permission {
                id: ClauseId::new(&t.str("id")?),
                kind: t.word("kind", super::words::PermissionKind::read)?,
                summary: t.str("summary")?,
                acts: t.acts("acts"),
                conditions: t.strings("conditions").iter().filter_map(|s| super::words::Condition::read(s)).collect(),
                texts: t.texts(),
                marks: t.marks(),
            })
        })?,
        obligations: file.many("obligations", |t| {
            let clock = t.table("clock")?;
            Some(Obligation {
                id: ObligationId::new(&t.str("id")?),
                instrument: InstrumentId::new(&t.str("instrument")?),
                summary: t.str("summary")?,
                bearers: t.bearers(),
                clock: Clock {
                    kind: clock.word("kind", super::words::ClockKind::read)?,
                    by: clock.date("by"),
                    within: clock.str("within"),
                    from: clock.str("from"),
                    every: clock.str("every"),
                },
                measure: t.str("measure"),
                marks: t.marks(),
            })
        })?,
        statements: file.many("statements", |t| {
            Some(Statement {
                id: StatementId::new(&t.str("id")?),
                kind: t.word("kind", super::words::StatementKind::read)?,
                by: ActorId::new(&t.str("by")?),
                to: t.actors("to"),
                summary: t.str("summary")?,
                date: t.date("date"),
                marks: t.marks(),
            })
        })?,
        phases: file.many("phases", |t| {
            Some(Phase {
                id: PhaseId::new(&t.str("id")?),
                name: t.str("name")?,
                entry: t.date("entry"),
                planned: t.date("planned"),
                gates: t
                    .strings("agreed_conditions")
                    .iter()
                    .map(|c| crate::condition::parse(c).ok())
                    .collect::<Option<_>>()?,
                agreed_conditions: t.strings("agreed_conditions"),
                declared_conditions: t.list("declared_conditions", StatementId::new),
                marks: t.marks(),
            })
        })?,
        modalities: modalities::modalities(&file.table("modalities").unwrap_or(no_modalities))?,
        publication: file.modality(
            "publication",
            Publication {
                internal: "members".into(),
                public: "after consultation of the parties".into(),
                cadence: Vec::new(),
            },
            |t| {
                Some(Publication {
                    internal: t.str("internal")?,
                    public: t.str("public")?,
                    cadence: t.strings("cadence"),
                })
            },
        )?,
        marks: head.marks(),
        index,
    })
}
