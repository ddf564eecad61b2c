//! `in_territory`: did it happen where the text holds?
//!
//! Must not: place a coarse place at its centre. What reaches across a border cannot be determined.

use super::facts::IncidentFacts;
use super::plane::{self, Side};
use super::reason::{Reason, WouldChange};
use super::{Answer, Verdict};
use crate::agreement::geometry::Polygon;
use crate::agreement::resolve::same_name;
use crate::agreement::words::{Cover, GeometryStatus, TerritoryKind};
use crate::agreement::{Agreement, Text, Zone};
use crate::limits;
use crate::place::{Place, PlacePrecision};
use std::collections::BTreeSet;

pub(super) fn run(agreement: &Agreement, _: &Text, facts: &IncidentFacts) -> Vec<Verdict> {
    let verdict = match &facts.place {
        None => unknown(Reason::PlaceUnknown),
        Some(place) => judge(agreement, place),
    };
    vec![verdict.relying_on(facts.or_all(&facts.place_claims))]
}

fn unknown(reason: Reason) -> Verdict {
    Verdict::new(Answer::CannotBeDetermined, reason).unless(WouldChange::FinerPlace)
}

fn judge(agreement: &Agreement, place: &Place) -> Verdict {
    let territory = &agreement.scope.territory;
    let Some(country) = &place.country else {
        return unknown(if place.precision == PlacePrecision::Unknown {
            Reason::PlaceUnknown
        } else {
            Reason::CountryUnknown
        });
    };
    if !territory.countries.contains(country) {
        return Verdict::new(Answer::No, Reason::OtherCountry { country: country.clone() });
    }
    match territory.default {
        TerritoryKind::WholeCountry => Verdict::new(Answer::Yes, Reason::WholeCountry { country: country.clone() }),
        TerritoryKind::Unknown => {
            Verdict::new(Answer::CannotBeDetermined, Reason::TerritoryUnknown).unless(WouldChange::Border)
        }
        TerritoryKind::ZonesOnly => zones(agreement, place),
        TerritoryKind::ListedDivisions => {
            let Some(admin1) = &place.admin1 else { return unknown(Reason::TooCoarse) };
            let listed = territory.divisions.iter().find(|d| {
                d.country == *country && std::iter::once(&d.name).chain(&d.aliases).any(|n| same_name(n, admin1))
            });
            match listed {
                None => Verdict::new(Answer::No, Reason::OtherDivision { name: admin1.clone() }),
                Some(d) => {
                    let reason = Reason::Division { name: d.name.clone(), cover: d.cover };
                    match d.cover {
                        Cover::Whole => Verdict::new(Answer::Yes, reason),
                        // A zone with a border may tell which part.
                        Cover::Part => match zones(agreement, place) {
                            v if v.answer == Answer::Yes => v,
                            _ => unknown(reason).unless(WouldChange::Border),
                        },
                    }
                }
            }
        }
    }
}

/// The areas of an agreement that a place surely lies in, and those that it surely does not lie in. What is in neither list is
/// not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// Ids of zones and names of first-order divisions.
    pub inside: BTreeSet<String>,
    /// The same.
    pub outside: BTreeSet<String>,
}

/// In which zones and divisions of an agreement a place lies.
#[must_use]
pub fn areas_of(agreement: &Agreement, place: &Place) -> Areas {
    let mut out = Areas::default();
    let scope = &agreement.scope;
    for zone in &scope.zones {
        match side(zone, place) {
            Ok(true) => out.inside.insert(zone.id.to_string()),
            Ok(false) => out.outside.insert(zone.id.to_string()),
            Err(_) => continue,
        };
    }
    let Some(admin1) = &place.admin1 else { return out };
    let listed = scope.territory.divisions.iter().flat_map(|d| std::iter::once(&d.name).chain(&d.aliases));
    for name in listed.chain(scope.zones.iter().flat_map(|z| &z.divisions)) {
        let list = if same_name(name, admin1) { &mut out.inside } else { &mut out.outside };
        list.insert(name.clone());
    }
    out.inside.insert(admin1.clone());
    // Another name of the division that it lies in is no other division.
    let same = |d: &crate::agreement::Division| {
        let names: Vec<&String> = std::iter::once(&d.name).chain(&d.aliases).collect();
        names.iter().any(|n| same_name(n, admin1)).then(|| names.into_iter().cloned().collect::<Vec<_>>())
    };
    for name in scope.territory.divisions.iter().filter_map(same).flatten() {
        out.outside.remove(&name);
        out.inside.insert(name);
    }
    out
}

fn zones(agreement: &Agreement, place: &Place) -> Verdict {
    let mut open = Vec::new();
    for zone in &agreement.scope.zones {
        match side(zone, place) {
            Ok(true) => return Verdict::new(Answer::Yes, Reason::InsideZone { zone: zone.id.clone() }),
            Ok(false) => {}
            Err(reason) => open.push(reason),
        }
    }
    let mut open = open.into_iter();
    let Some(first) = open.next() else { return Verdict::new(Answer::No, Reason::OutsideZones) };
    let border = matches!(first, Reason::ZoneNotExact { .. } | Reason::NearIndicative { .. });
    let mut verdict = unknown(first);
    verdict.reasons.extend(open);
    if border { verdict.unless(WouldChange::Border) } else { verdict }
}

/// How far the truth may be from the place's point; `None` for what has no point.
fn metres(precision: PlacePrecision) -> Option<i64> {
    match precision {
        PlacePrecision::Exact => Some(0),
        PlacePrecision::Settlement => Some(limits::SETTLEMENT_METRES),
        PlacePrecision::Near => Some(limits::NEAR_METRES),
        PlacePrecision::Admin3
        | PlacePrecision::Admin2
        | PlacePrecision::Admin1
        | PlacePrecision::Region
        | PlacePrecision::Country
        | PlacePrecision::Unknown => None,
    }
}

/// Whether the place lies in the zone; or why that cannot be told.
fn side(zone: &Zone, place: &Place) -> Result<bool, Reason> {
    // Another country, or a division that the zone does not touch, is outside whatever the border.
    if let (Some(a), Some(b)) = (&zone.country, &place.country)
        && a != b
    {
        return Ok(false);
    }
    if let Some(admin1) = &place.admin1
        && !zone.divisions.is_empty()
        && !zone.divisions.iter().any(|d| same_name(d, admin1))
    {
        return Ok(false);
    }
    // An indicative border decides only for what is far enough from it.
    let margin = match zone.geometry {
        GeometryStatus::None => return Err(Reason::ZoneNotExact { zone: zone.id.clone() }),
        GeometryStatus::Indicative => limits::INDICATIVE_METRES,
        GeometryStatus::Exact => 0,
    };
    let (Some(point), Some(metres)) = (place.point, metres(place.precision)) else { return Err(Reason::TooCoarse) };
    let Some(from_border) = borders(zone).filter_map(|ring| plane::distance_to_ring(ring, point)).min() else {
        return Err(Reason::ZoneNotExact { zone: zone.id.clone() });
    };
    match areas(zone, point, metres + margin) {
        Side::Inside => Ok(true),
        Side::Outside => Ok(false),
        Side::Across if from_border <= metres => {
            Err(Reason::AcrossBorder { zone: zone.id.clone(), metres, from_border })
        }
        Side::Across => Err(Reason::NearIndicative { zone: zone.id.clone(), metres, from_border }),
    }
}

/// Every border of the zone: of its areas and of their holes.
fn borders(zone: &Zone) -> impl Iterator<Item = &[(i32, i32)]> {
    zone.polygons.iter().flat_map(|area| std::iter::once(&area.outer).chain(&area.holes)).map(Vec::as_slice)
}

/// Inside one of the zone's areas and in none of its holes, outside all, or too near to a border to tell.
fn areas(zone: &Zone, point: (i32, i32), radius: i64) -> Side {
    let side = |ring: &[(i32, i32)]| plane::side(ring, point, radius);
    let one = |area: &Polygon| match side(&area.outer) {
        Side::Inside => {
            let holes: Vec<Side> = area.holes.iter().map(|hole| side(hole)).collect();
            if holes.contains(&Side::Inside) {
                Side::Outside
            } else if holes.contains(&Side::Across) {
                Side::Across
            } else {
                Side::Inside
            }
        }
        Side::Outside => Side::Outside,
        Side::Across => Side::Across,
    };
    let all: Vec<Side> = zone.polygons.iter().map(one).collect();
    if all.contains(&Side::Inside) {
        Side::Inside
    } else if all.contains(&Side::Across) {
        Side::Across
    } else {
        Side::Outside
    }
}
