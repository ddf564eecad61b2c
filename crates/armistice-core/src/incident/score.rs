//! The score of a pair of claims, in parts. Points are whole numbers, so every machine gets the same.
//!
//! Must not: let likeness in one part hide that two claims cannot be about one act.

use super::feature::{Feature, is_fine};
use super::{LINK, Labels, Part, SourceKey};
use crate::act::Act;
use crate::claim::ClaimKind;
use crate::count::Count;
use crate::place::{Place, PlacePrecision};

/// Two settlements of different names within this distance (metres) may be one: variants, quarters.
const SAME_SPOT_M: i64 = 3_000;
/// How far, in metres, "near X" may reach.
const NEAR_M: i64 = 25_000;
/// A report that gives no day tells of the last days: events further back than this many days do not fit.
const UNDATED_DAYS: i32 = 10;
/// Undated claims published further apart than this are about different things.
const UNDATED_APART: i32 = 31;

/// Takes the parts of a score; the words are made only when wanted.
pub(super) trait Sink {
    fn part(&mut self, name: &'static str, effect: i32, why: impl FnOnce() -> String);
}

struct Sum(i32);

impl Sink for Sum {
    fn part(&mut self, _: &'static str, effect: i32, _: impl FnOnce() -> String) {
        self.0 += effect;
    }
}

impl Sink for Vec<Part> {
    fn part(&mut self, name: &'static str, effect: i32, why: impl FnOnce() -> String) {
        self.push(Part { name, effect, why: why() });
    }
}

/// Two claims that cannot be about one act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cannot;

/// The weight of a pair.
pub(super) fn weight(a: &Feature<'_>, b: &Feature<'_>) -> Result<i32, Cannot> {
    let mut sum = Sum(0);
    parts(a, b, &Labels::default(), &mut sum)?;
    Ok(sum.0)
}

/// The weight of a pair with its parts; empty when they cannot be about one act.
pub(super) fn explain(a: &Feature<'_>, b: &Feature<'_>, labels: &Labels) -> Vec<Part> {
    let mut out = Vec::new();
    match parts(a, b, labels, &mut out) {
        Ok(()) => out,
        Err(Cannot) => vec![],
    }
}

fn parts(a: &Feature<'_>, b: &Feature<'_>, labels: &Labels, out: &mut impl Sink) -> Result<(), Cannot> {
    if a.family != b.family || a.aggregate != b.aggregate {
        return Err(Cannot);
    }
    // A data set lists an incident once: its makers told its rows apart. People may still judge two of them the same.
    if a.from_table && b.from_table && a.rec.document == b.rec.document {
        return Err(Cannot);
    }
    place(a, b, out)?;
    let copied = a.copied(b);
    if copied {
        out.part("wording", 10, || "the same passage stands in both documents".to_owned());
    }
    let one_source = same_source(&a.rec.ultimate_source, &b.rec.ultimate_source);
    let sentence = one_sentence(a, b);
    if sentence {
        out.part("sentence", 8, || "one sentence tells both".to_owned());
    }
    if !copied && !sentence {
        // Vague words could be about any of many incidents: they join only others as vague, of the same speaker.
        if (a.vague || b.vague) && !(a.vague && b.vague && one_source) {
            return Err(Cannot);
        }
        let bare = |f: &Feature<'_>| f.days.is_none() && !f.rec.claim.counts.iter().any(|c| c.best.is_some());
        if (bare(a) && b.days.is_some() || bare(b) && a.days.is_some()) && !one_source {
            return Err(Cannot);
        }
    }
    act(a, b, out);
    time(a, b, out)?;
    actors(a, b, labels, out);
    counts(&a.rec.claim.counts, &b.rec.claim.counts, a.from_table && b.from_table, out);
    if one_source {
        let points = if a.vague && b.vague && !copied { 4 } else { 2 };
        out.part("source", points, || format!("both rest on {}", a.rec.ultimate_source.words(labels)));
    }
    if a.rec.origin == b.rec.origin && a.rec.document != b.rec.document {
        out.part("origin", 1, || "the documents are of one origin".to_owned());
    }
    Ok(())
}

/// Two claims that the reader took from the same words, of one act and place.
fn one_sentence(a: &Feature<'_>, b: &Feature<'_>) -> bool {
    let (x, y) = (a.rec.claim.span, b.rec.claim.span);
    let overlap = x.start < y.end && y.start < x.end;
    let act = a.rec.claim.act.is_some() && a.rec.claim.act == b.rec.claim.act;
    a.rec.document == b.rec.document && overlap && act && a.place_key == b.place_key && !a.from_table
}

fn same_source(a: &SourceKey, b: &SourceKey) -> bool {
    match (a, b) {
        (SourceKey::Named(a), SourceKey::Named(b)) => a == b,
        (SourceKey::Party { party: a, name: x }, SourceKey::Party { party: b, name: y }) => a == b && x == y,
        (SourceKey::Compiled { originals: a, .. }, SourceKey::Compiled { originals: b, .. }) => {
            a.iter().any(|o| b.contains(o))
        }
        (SourceKey::Compiled { originals, .. }, SourceKey::Named(n))
        | (SourceKey::Named(n), SourceKey::Compiled { originals, .. }) => originals.contains(n),
        _ => false,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Acts {
    Same,
    /// One is a kind of the other.
    Narrower,
    /// Often told of as one another.
    Related,
    /// One tells only that force was used, or what it did.
    Generic,
    Unknown,
    Different,
}

fn compare_acts(a: Option<Act>, b: Option<Act>) -> Acts {
    let (Some(a), Some(b)) = (a, b) else { return Acts::Unknown };
    if a == b {
        return Acts::Same;
    }
    let either = |x: &[Act], y: &[Act]| (x.contains(&a) && y.contains(&b)) || (x.contains(&b) && y.contains(&a));
    let bombing = [Act::AirStrike, Act::Shelling, Act::DirectHeavyFire, Act::DroneStrike];
    let generic = [
        Act::Attack,
        Act::Killing,
        Act::Injury,
        Act::AttackOnProtected,
        Act::Destruction,
        Act::AttackOnMonitors,
        Act::Violation,
    ];
    if either(&[Act::Bombardment], &bombing) {
        return Acts::Narrower;
    }
    if generic.contains(&a) || generic.contains(&b) {
        return Acts::Generic;
    }
    let related = either(&[Act::AirStrike], &[Act::DroneStrike])
        || either(&[Act::Shelling], &[Act::DirectHeavyFire])
        || either(&[Act::Explosive], &[Act::SuicideAttack])
        || either(&[Act::ArmedClash], &[Act::GroundAssault, Act::SmallArmsFire, Act::Raid, Act::Seizure])
        || either(&[Act::GroundAssault], &[Act::Raid, Act::Seizure])
        || either(&[Act::Abduction], &[Act::Arrest])
        || either(&[Act::Siege], &[Act::AidObstruction, Act::Closure])
        || either(&[Act::Obstruction], &[Act::SensorInterference]);
    if related { Acts::Related } else { Acts::Different }
}

/// Whether two acts can be words for one thing.
pub(crate) fn acts_compatible(a: Option<Act>, b: Option<Act>) -> bool {
    compare_acts(a, b) != Acts::Different
}

/// Whether `a` says more exactly what `b` says.
pub(super) fn act_rank(a: Act) -> u8 {
    match a {
        Act::Violation | Act::Provocation => 0,
        Act::Attack => 1,
        Act::Killing | Act::Injury | Act::Destruction => 2,
        Act::Bombardment | Act::AttackOnProtected | Act::AttackOnMonitors => 3,
        _ => 4,
    }
}

fn act(a: &Feature<'_>, b: &Feature<'_>, out: &mut impl Sink) {
    let (x, y) = (a.rec.claim.act, b.rec.claim.act);
    let words = |relation: &str| {
        let id = |act: Option<Act>| act.map_or("not stated", Act::id);
        format!("{} {relation} {}", id(x), id(y))
    };
    match compare_acts(x, y) {
        Acts::Same => out.part("act", 3, || words("is the same as")),
        Acts::Narrower => out.part("act", 2, || words("may be said more or less exactly as")),
        Acts::Related => out.part("act", 1, || words("is often told of as")),
        Acts::Generic => out.part("act", 1, || words("does not rule out")),
        Acts::Unknown => {}
        Acts::Different => out.part("act", -4, || words("is another act than")),
    }
}

fn place(a: &Feature<'_>, b: &Feature<'_>, out: &mut impl Sink) -> Result<(), Cannot> {
    let (Some(x), Some(y)) = (a.place, b.place) else { return Ok(()) };
    let (effect, why) = compare_places(x, y, a.place_key.as_deref() == b.place_key.as_deref())?;
    if effect != 0 {
        out.part("place", effect, || format!("{} and {}: {why}", label(x), label(y)));
    }
    Ok(())
}

/// Whether two places cannot be the same, or one within the other.
pub(crate) fn places_conflict(a: &Place, b: &Place) -> bool {
    let key = |p: &Place| super::feature::fold(p.name.as_deref().unwrap_or(&p.text));
    compare_places(a, b, key(a) == key(b)).is_err()
}

fn compare_places(x: &Place, y: &Place, same_name: bool) -> Result<(i32, &'static str), Cannot> {
    let differ = |a: &Option<String>, b: &Option<String>| matches!((a, b), (Some(a), Some(b)) if a != b);
    if differ(&x.country, &y.country) {
        return Err(Cannot);
    }
    let near = x.precision == PlacePrecision::Near || y.precision == PlacePrecision::Near;
    if let (true, Some(p), Some(q)) = (is_fine(x.precision) && is_fine(y.precision), x.point, y.point) {
        let metres = distance_m(p, q);
        return match (same_name, near) {
            (true, false) if metres <= NEAR_M => Ok((5, "the same settlement")),
            (true, true) if metres <= 2 * NEAR_M => Ok((4, "the same settlement or near it")),
            _ if metres <= SAME_SPOT_M => Ok((3, "within 3 km")),
            (_, true) if metres <= NEAR_M => Ok((1, "within 25 km, and one says near")),
            _ => Err(Cannot),
        };
    }
    if differ(&x.admin1, &y.admin1) {
        return Err(Cannot);
    }
    if is_fine(x.precision) && is_fine(y.precision) {
        return match (same_name, near) {
            (true, false) => Ok((5, "the same settlement")),
            (true, true) => Ok((4, "the same settlement or near it")),
            (false, true) => Ok((-3, "other names, and one says near")),
            // Words that the gazetteer does not know may be a variant of the other name.
            (false, false) if x.name.is_none() || y.name.is_none() => Ok((-2, "other words, not resolved")),
            (false, false) => Err(Cannot),
        };
    }
    if x.precision == y.precision && x.precision != PlacePrecision::Country {
        let division = matches!(x.precision, PlacePrecision::Admin1 | PlacePrecision::Admin2 | PlacePrecision::Admin3);
        return match same_name {
            true => Ok((1, "the same division or region")),
            false if division && x.name.is_some() && y.name.is_some() => Err(Cannot),
            false => Ok((0, "")),
        };
    }
    // One page calls the name a settlement, the other only names it; no gazetteer has it.
    let only_named = |p: &Place| p.precision == PlacePrecision::Unknown;
    if same_name && (only_named(x) && is_fine(y.precision) || only_named(y) && is_fine(x.precision)) {
        return Ok((4, "the same name, which one of them calls a settlement"));
    }
    Ok((0, ""))
}

fn label(p: &Place) -> &str {
    p.name.as_deref().unwrap_or(&p.text)
}

/// Metres between two points in micro-degrees, in whole numbers: the meridians' convergence by a table of cosines.
pub(super) fn distance_m(p: (i32, i32), q: (i32, i32)) -> i64 {
    /// 1000 × cosine of 0°, 5°, … 90°.
    const COS: [i64; 19] =
        [1000, 996, 985, 966, 940, 906, 866, 819, 766, 707, 643, 574, 500, 423, 342, 259, 174, 87, 0];
    let north = i64::from(p.0) - i64::from(q.0);
    let east = (i64::from(p.1) - i64::from(q.1)).abs();
    let east = east.min(360_000_000 - east);
    let lat = ((i64::from(p.0) + i64::from(q.0)) / 2).abs().min(90_000_000);
    let (step, rest) = (lat / 5_000_000, lat % 5_000_000);
    let at = |i: i64| COS[usize::try_from(i.min(18)).unwrap_or(18)];
    let cos = at(step) + (at(step + 1) - at(step)) * rest / 5_000_000;
    // A degree of a great circle is 111.19 km; a micro-degree is 0.11119 m.
    let (dy, dx) = (north * 11_119 / 100_000, east * cos / 1000 * 11_119 / 100_000);
    (dy * dy + dx * dx).isqrt()
}

fn time(a: &Feature<'_>, b: &Feature<'_>, out: &mut impl Sink) -> Result<(), Cannot> {
    let words = || format!("{} and {}", a.rec.when.words(), b.rec.when.words());
    match (a.days, b.days) {
        (Some(x), Some(y)) if a.aggregate => {
            if x != y {
                return Err(Cannot);
            }
            out.part("time", 2, || format!("the same stretch: {}", words()));
        }
        (Some(x), Some(y)) => {
            let gap = (y.0 - x.1).max(x.0 - y.1).max(0);
            let longest = (x.1 - x.0).max(y.1 - y.0) + 1;
            match (gap, longest) {
                (0, 1) => out.part("time", 4, || format!("the same day: {}", a.rec.when.words())),
                (0, 2..=6) => out.part("time", 2, || format!("overlap: {}", words())),
                (0, _) => out.part("time", -1, || format!("overlap, but one is long: {}", words())),
                // Coders of data sets take the day of the event or that of the report.
                (1, 1..=6) => out.part("time", if a.from_table && b.from_table { 0 } else { -2 }, || {
                    format!("next to each other: {}", words())
                }),
                _ => return Err(Cannot),
            }
        }
        (None, None) => match gap(a.published, b.published) {
            Some(..=7) => out.part("time", 1, || "no day given; published within a week of each other".to_owned()),
            Some(n) if n > UNDATED_APART => return Err(Cannot),
            Some(_) => out.part("time", -2, || "no day given; published weeks apart".to_owned()),
            None => out.part("time", -1, || "no day given, and no date of publication".to_owned()),
        },
        (Some(days), None) => undated(days, b, out)?,
        (None, Some(days)) => undated(days, a, out)?,
    }
    Ok(())
}

fn undated(days: (i32, i32), bare: &Feature<'_>, out: &mut impl Sink) -> Result<(), Cannot> {
    let late = bare.published.1.is_some_and(|p| days.0 > p);
    let early = bare.published.0.is_some_and(|p| p - days.1 > UNDATED_DAYS);
    if late || early {
        return Err(Cannot);
    }
    if bare.published.0.is_none() || bare.published.1.is_none() {
        out.part("time", -1, || "one gives no day, and its date of publication is open".to_owned());
    }
    Ok(())
}

/// Days between two stretches of which an end may be open; `None` when it cannot be told.
fn gap(a: (Option<i32>, Option<i32>), b: (Option<i32>, Option<i32>)) -> Option<i32> {
    let one = |end: Option<i32>, start: Option<i32>| Some(start? - end?);
    match (one(a.1, b.0), one(b.1, a.0)) {
        (Some(x), Some(y)) => Some(x.max(y).max(0)),
        (Some(x), None) | (None, Some(x)) if x > UNDATED_APART => Some(x),
        _ => None,
    }
}

fn actors(a: &Feature<'_>, b: &Feature<'_>, labels: &Labels, out: &mut impl Sink) {
    let meet = |x: &[String], y: &[String]| x.iter().find(|i| y.contains(i)).cloned();
    let known = |x: &[String], y: &[String]| !x.is_empty() && !y.is_empty();
    let (x, y) = (&a.rec.author_ids, &b.rec.author_ids);
    let clash = |f: &Feature<'_>| f.rec.claim.act == Some(Act::ArmedClash);
    if clash(a) && clash(b) {
        // A clash has no author: both sides are in it, in any order.
        let (x, y) = ([x.as_slice(), &a.rec.affected_ids].concat(), [y.as_slice(), &b.rec.affected_ids].concat());
        let shared = x.iter().filter(|i| y.contains(i)).count();
        match shared {
            0 if known(&x, &y) => out.part("authors", -3, || "between other sides".to_owned()),
            0 => {}
            1 => out.part("authors", 1, || "one side is the same".to_owned()),
            _ => out.part("authors", 2, || "between the same sides".to_owned()),
        }
        return;
    }
    match meet(x, y) {
        Some(who) => out.part("authors", 2, || format!("both name {} as author", labels.of(&who))),
        None if known(x, y) => {
            // Each side accusing the other of one act is common, so this alone does not part what place and day join.
            let allegation = [a, b].iter().any(|f| f.rec.claim.kind == ClaimKind::Allegation);
            let effect = if allegation { -2 } else { -3 };
            out.part("authors", effect, || {
                let list = |ids: &[String]| labels.list(ids.iter().map(String::as_str));
                format!("{} and {} named as authors", list(x), list(y))
            });
        }
        None => {}
    }
    let (x, y) = (&a.rec.affected_ids, &b.rec.affected_ids);
    match meet(x, y) {
        Some(who) => out.part("affected", 1, || format!("both name {} as affected", labels.of(&who))),
        None if known(x, y) => out.part("affected", -1, || "others named as affected".to_owned()),
        None => {}
    }
}

/// Whether two counts of one unit and status can both be right, as far as they are bounded.
pub(crate) fn disjoint(a: &Count, b: &Count) -> bool {
    let below = |a: &Count, b: &Count| matches!((a.max, b.min), (Some(x), Some(y)) if x < y);
    below(a, b) || below(b, a)
}

fn counts(a: &[Count], b: &[Count], tables: bool, out: &mut impl Sink) {
    let (mut best, mut worst) = (0, 0);
    let mut said: Option<(&Count, &Count)> = None;
    for x in a {
        for y in b.iter().filter(|y| (y.what, y.status) == (x.what, x.status)) {
            let effect = if disjoint(x, y) {
                let (low, high) = (x.best.min(y.best).unwrap_or(0), x.best.max(y.best).unwrap_or(0));
                // Several times as many: rather two incidents than two figures for one.
                // Coders of data sets count by rules of their own, so there a difference says less.
                match (high > low.saturating_mul(3), tables) {
                    (true, false) => -6,
                    (true, true) => -2,
                    (false, false) => -3,
                    (false, true) => 0,
                }
            } else if x.best.is_some() && x.best == y.best {
                if x.best >= Some(5) { 3 } else { 2 }
            } else {
                0
            };
            if effect < worst || (worst == 0 && effect > best) {
                said = Some((x, y));
            }
            best = best.max(effect);
            worst = worst.min(effect);
        }
    }
    let Some((x, y)) = said else { return };
    let figure = |c: &Count| c.best.map_or("open".to_owned(), |n| n.to_string());
    let effect = if worst < 0 { worst } else { best };
    out.part("counts", effect, || {
        let relation = if effect < 0 { "cannot both be right" } else { "agree" };
        format!("{} and {} ({:?}, {:?}) {relation}", figure(x), figure(y), x.what, x.status)
    });
}

/// Whether a weight links.
pub(super) const fn links(weight: i32) -> bool {
    weight >= LINK
}
