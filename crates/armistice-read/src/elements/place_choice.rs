//! Which of the namesakes a name means.
//!
//! Must not: choose when the words and sizes leave it open.

use super::{
    gazetteer::{Entry, EntryKind, fold},
    place_rules::Type,
    places::PlaceContext,
};

/// Of namesakes in one country the largest is meant only when it is so many times the next.
const DOMINANCE: u32 = 10;
/// And has at least so many people.
const MIN_DOMINANT: u32 = 20_000;
/// A city whose name everybody takes to mean it.
const WORLD_CITY: u32 = 300_000;
/// A place of the territory is meant when its largest namesake is no more than so many times its size.
const NAMESAKE: u32 = 20;

/// The country that is meant: said by the words, of the territory, or of the largest bearer of the name.
pub(super) fn country(
    ctx: &PlaceContext,
    all: &[Entry],
    name: &str,
    said: Option<&str>,
    kind: Option<Type>,
    near: bool,
) -> Option<String> {
    let has = |c: &str| all.iter().any(|e| e.country.as_deref() == Some(c));
    if let Some(c) = said.filter(|c| has(c)) {
        return Some(c.to_owned());
    }
    let key = fold(name);
    let largest = all.iter().map(weight).max().unwrap_or(0);
    // A village of the territory gives way to a city of the world that has the name as its own.
    let home = ctx.countries.iter().find(|c| {
        all.iter().filter(|e| e.country.as_ref() == Some(c)).any(|e| {
            let own = fold(&e.name) == key || weight(e) >= WORLD_CITY / 10;
            weight(e) >= largest / NAMESAKE || own && (largest < WORLD_CITY || near || kind == Some(Type::Settlement))
        })
    });
    if let Some(c) = home {
        return Some(c.clone());
    }
    let divisions = kind == Some(Type::Admin1) && all.iter().any(|e| e.kind == EntryKind::Admin1);
    all.iter()
        .filter(|e| !divisions || e.kind == EntryKind::Admin1)
        .max_by(|a, b| weight(a).cmp(&weight(b)).then_with(|| b.name.cmp(&a.name)))
        .and_then(|e| e.country.clone())
}

/// The country among those that the text names, when it has a bearer of the name that is no dwarf beside the one of `chosen`.
pub(super) fn of_text(nations: &[String], all: &[Entry], chosen: Option<String>) -> Option<String> {
    if chosen.as_ref().is_some_and(|c| nations.contains(c)) {
        return chosen;
    }
    let largest = all.iter().map(weight).max().unwrap_or(0);
    let fits = |e: &Entry| weight(e) >= largest / 3 || largest < WORLD_CITY / 3;
    let mut named = nations.iter().filter(|c| all.iter().any(|e| e.country.as_ref() == Some(c) && fits(e)));
    match (named.next(), named.next()) {
        (Some(only), None) => Some(only.clone()),
        _ => chosen,
    }
}

/// Whether a name far from the territory is known to everybody: a large city, a first-order division, a country.
pub(super) fn world(all: &[Entry], country: Option<&str>, kind: Option<Type>, near: bool) -> bool {
    all.iter().filter(|e| country.is_none() || e.country.as_deref() == country).any(|e| match e.kind {
        // A province's own city is known as the province is.
        EntryKind::Settlement => {
            e.population >= WORLD_CITY
                || e.population >= WORLD_CITY / 3 && e.admin1.as_deref().is_some_and(|a| fold(a) == fold(&e.name))
        }
        EntryKind::Admin1 => kind != Some(Type::Settlement) && !near,
        EntryKind::Admin2 => kind == Some(Type::Admin2),
        EntryKind::Country => true,
    })
}

/// How much an entry weighs against namesakes: its people; a division or country at least a city's worth.
fn weight(e: &Entry) -> u32 {
    match e.kind {
        EntryKind::Settlement => e.population,
        EntryKind::Admin2 => e.population.max(5_000),
        EntryKind::Admin1 => e.population.max(100_000),
        EntryKind::Country => e.population.max(1_000_000),
    }
}

/// The one settlement that a name means: the only one, the only one that bears it as its main name, or by far the largest.
pub(super) fn pick<'a>(settlements: &[&'a Entry], key: &str) -> Option<&'a Entry> {
    let mut sorted: Vec<&Entry> = settlements.to_vec();
    sorted.sort_by_key(|e| std::cmp::Reverse(e.population));
    let largest = match sorted[..] {
        [] => return None,
        [only] => return Some(only),
        [first, second, ..]
            if first.population >= MIN_DOMINANT && first.population / DOMINANCE >= second.population =>
        {
            return Some(first);
        }
        [first, ..] => first.population,
    };
    // The one that bears it as its main name, unless a larger place is also called so.
    let mut main = sorted.into_iter().filter(|e| fold(&e.name) == key);
    match (main.next(), main.next()) {
        (Some(only), None) if only.population >= largest / 2 => Some(only),
        _ => None,
    }
}
