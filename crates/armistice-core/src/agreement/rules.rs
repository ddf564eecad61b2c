//! Rules of the agreement language that need more than one key: dates in order, keys that go together, circles, aliases.
//!
//! Must not: repeat what the tables of `shape` say; a value of a wrong type is passed over here.

mod phases;
mod places;

use super::build;
use super::problem::{ProblemCode as C, Problems};
use super::resolve::alias_key;
use crate::limits;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

type Value<'i> = Spanned<DeValue<'i>>;

fn tables<'a, 'i>(file: &'a DeTable<'i>, key: &str) -> Vec<&'a DeTable<'i>> {
    let array = file.get(key).and_then(|v| v.get_ref().as_array());
    array.into_iter().flat_map(|a| a.iter()).take(limits::LIST_ITEMS).filter_map(|v| v.get_ref().as_table()).collect()
}

fn text<'a>(table: &'a DeTable<'_>, key: &str) -> Option<&'a str> {
    table.get(key)?.get_ref().as_str()
}

fn strings<'a, 'i>(table: &'a DeTable<'i>, key: &str) -> Vec<(&'a str, usize)> {
    let array = table.get(key).and_then(|v| v.get_ref().as_array());
    array.into_iter().flat_map(|a| a.iter()).filter_map(|v| Some((v.get_ref().as_str()?, v.span().start))).collect()
}

/// Applies all rules.
pub(crate) fn check(file: &DeTable<'_>, problems: &mut Problems<'_>) {
    head(file, problems);
    moments(file, problems);
    actors(file, problems);
    roles(file, problems);
    clocks(file, problems);
    places::check(file, problems);
    texts(file, problems);
    clauses(file, problems);
    phases::check(file, problems);
    quorum(file, problems);
}

fn head(file: &DeTable<'_>, problems: &mut Problems<'_>) {
    let Some(head) = file.get("agreement").and_then(|v| v.get_ref().as_table()) else { return };
    let moment = |key: &str| head.get(key).and_then(|v| v.get_ref().as_table()).and_then(build::moment);
    let effective = moment("effective");
    // The day is compared even where the zone is wrong.
    if let (Some(signed), Some(at)) = (head.get("signed"), head.get("effective"))
        && let Some(day) = build::date(signed.get_ref())
        && let Some(start) = at.get_ref().as_table().and_then(|t| build::date_time(t.get("at")?.get_ref()))
        && day > start.date()
    {
        let sentence = format!("The agreement takes effect on {}, before its signature on {day}.", start.date());
        problems.add(at.span().start, C::DateOrder, "agreement.effective", sentence, "Check both dates.".into());
    }
    if let (Some(at), Some(start), Some(end)) = (head.get("ends"), &effective, moment("ends"))
        && end.instant <= start.instant
    {
        problems.add(
            at.span().start,
            C::DateOrder,
            "agreement.ends",
            "The agreement ends before it takes effect.".into(),
            "Check both times.".into(),
        );
    }
    version(head, effective.as_ref(), problems);
    let ends = head.get("ends");
    let at = head.get("ending").map_or(0, |v| v.span().start);
    match (text(head, "ending"), ends) {
        (Some("fixed" | "terminated"), None) => {
            problems.add(
                at,
                C::Inconsistent,
                "agreement.ending",
                "The end has a time, and `ends` is missing.".into(),
                "Add `ends`, or write `unknown`.".into(),
            );
        }
        (Some("open" | "unknown"), Some(ends)) => {
            problems.add(
                ends.span().start,
                C::Inconsistent,
                "agreement.ends",
                "There is a time of the end, and `ending` says that there is none.".into(),
                "Write `fixed` or `terminated`, or remove `ends`.".into(),
            );
        }
        _ => {}
    }
}

/// A later version says of what, and since when; a first one does not.
fn version(head: &DeTable<'_>, effective: Option<&super::EffectiveMoment>, problems: &mut Problems<'_>) {
    let number = head.get("version").and_then(|v| build::whole(v.get_ref())).unwrap_or(1);
    let keys = ["amends", "in_force_from"];
    for key in keys {
        let sentence = match (number > 1 || keys.iter().any(|k| head.contains_key(*k)), head.get(key)) {
            (true, None) => format!("A later version needs `{key}`."),
            (true | false, _) => continue,
        };
        let at = head.get("version").or_else(|| keys.iter().find_map(|k| head.get(*k))).map_or(0, |v| v.span().start);
        let next = "A first version has neither `amends` nor `in_force_from`; a later one has both, and a `version`.";
        problems.add(at, C::Inconsistent, &format!("agreement.{key}"), sentence, next.into());
    }
    if let Some(amends) = head.get("amends")
        && number == 1
    {
        problems.add(
            amends.span().start,
            C::Inconsistent,
            "agreement.version",
            "This file amends another, and its version is the first.".into(),
            "Add `version = 2`, or the number that it is.".into(),
        );
    }
    if let (Some(value), Some(effective)) = (head.get("in_force_from"), effective)
        && let Some(from) = value.get_ref().as_table().and_then(build::moment)
        && from.instant < effective.instant
    {
        problems.add(
            value.span().start,
            C::DateOrder,
            "agreement.in_force_from",
            "This version is in force before the agreement takes effect.".into(),
            "`effective` stays that of the agreement as first agreed; check both times.".into(),
        );
    }
}

/// Local times that a zone skips or has twice.
fn moments(file: &DeTable<'_>, problems: &mut Problems<'_>) {
    let mut one = |table: &DeTable<'_>, key: &str, path: String| {
        let Some(value) = table.get(key) else { return };
        let Some(inner) = value.get_ref().as_table() else { return };
        let zone_known = text(inner, "zone").is_some_and(|z| jiff::tz::TimeZone::get(z).is_ok());
        let time_known = inner.get("at").is_some_and(|v| build::date_time(v.get_ref()).is_some());
        if zone_known && time_known && build::moment(inner).is_none() {
            problems.add(
                value.span().start,
                C::BadZone,
                &path,
                "The clocks were changed at this time: it names no single instant.".into(),
                "Write the time before or after the change.".into(),
            );
        }
    };
    if let Some(head) = file.get("agreement").and_then(|v| v.get_ref().as_table()) {
        one(head, "effective", "agreement.effective".into());
        one(head, "ends", "agreement.ends".into());
        one(head, "in_force_from", "agreement.in_force_from".into());
    }
    for (i, t) in tables(file, "instruments").into_iter().enumerate() {
        one(t, "effective", format!("instruments[{i}].effective"));
        one(t, "ends", format!("instruments[{i}].ends"));
    }
}

fn actors(file: &DeTable<'_>, problems: &mut Problems<'_>) {
    let list = tables(file, "actors");
    let up: BTreeMap<&str, &str> = list.iter().filter_map(|t| Some((text(t, "id")?, text(t, "belongs_to")?))).collect();
    let mut owner: BTreeMap<String, &str> = BTreeMap::new();
    let mut count = 0_usize;
    for (i, t) in list.iter().enumerate() {
        let Some(id) = text(t, "id") else { continue };
        let mut at = id;
        // More steps than actors is a circle that does not pass through `id`; its members report it.
        for _ in 0..=up.len() {
            let Some(next) = up.get(at) else { break };
            at = next;
            if at == id {
                let start = t.get("belongs_to").map_or(0, |v| v.span().start);
                problems.add(
                    start,
                    C::Circle,
                    &format!("actors[{i}].belongs_to"),
                    format!("The actor `{id}` belongs to itself."),
                    "Break the circle.".into(),
                );
                break;
            }
        }
        let name = t.get("name").and_then(|v| Some((v.get_ref().as_str()?, v.span().start)));
        for (j, (alias, start)) in strings(t, "aliases").into_iter().chain(name).enumerate() {
            count += 1;
            let path = format!("actors[{i}].aliases[{j}]");
            let Some(key) = alias_key(alias) else {
                problems.add(
                    start,
                    C::Empty,
                    &path,
                    format!("The alias `{alias}` has no letters."),
                    "Remove it.".into(),
                );
                continue;
            };
            match owner.get(&key) {
                Some(other) if *other != id => {
                    problems.add(
                        start,
                        C::SharedAlias,
                        &path,
                        format!("`{alias}` already means the actor `{other}`."),
                        "Give words for several groups to the party that they belong to, and to nobody else.".into(),
                    );
                }
                Some(_) => {}
                None => {
                    owner.insert(key, id);
                }
            }
        }
    }
    if count > limits::ALIASES {
        let start = file.get("actors").map_or(0, |v| v.span().start);
        problems.add(
            start,
            C::TooLong,
            "actors",
            format!("The actors have {count} aliases; at most {} are read.", limits::ALIASES),
            "Remove some.".into(),
        );
    }
}

/// Parties, guarantors and excluded actors must be of the kind that they are listed as.
fn roles(file: &DeTable<'_>, problems: &mut Problems<'_>) {
    let kinds: BTreeMap<String, String> = tables(file, "actors")
        .into_iter()
        .filter_map(|t| Some((text(t, "id")?.to_owned(), text(t, "kind")?.to_owned())))
        .collect();
    let parties: Vec<String> =
        tables(file, "parties").into_iter().filter_map(|t| Some(text(t, "actor")?.to_owned())).collect();
    let mut kind = |value: Option<&Value<'_>>, wanted: &str, path: String| {
        if let Some(value) = value
            && let Some(id) = value.get_ref().as_str()
            && let Some(found) = kinds.get(id)
            && found != wanted
        {
            problems.add(
                value.span().start,
                C::Inconsistent,
                &path,
                format!("The actor `{id}` is of kind `{found}`."),
                format!("Only actors of kind `{wanted}` stand here."),
            );
        }
    };
    for (i, t) in tables(file, "parties").into_iter().enumerate() {
        kind(t.get("actor"), "party", format!("parties[{i}].actor"));
        kind(t.get("guarantor"), "guarantor", format!("parties[{i}].guarantor"));
    }
    for (i, t) in tables(file, "guarantors").into_iter().enumerate() {
        kind(t.get("actor"), "guarantor", format!("guarantors[{i}].actor"));
    }
    let scope = file.get("scope").and_then(|v| v.get_ref().as_table());
    for (i, t) in scope.map(|s| tables(s, "excluded_actors")).unwrap_or_default().into_iter().enumerate() {
        kind(t.get("actor"), "excluded", format!("scope.excluded_actors[{i}].actor"));
    }
    let lists = [("guarantors", "guarantor_of"), ("guarantors", "contested_by"), ("texts", "held_by")];
    for (list, key) in lists {
        for (i, t) in tables(file, list).into_iter().enumerate() {
            for (j, (id, at)) in strings(t, key).into_iter().enumerate() {
                if kinds.contains_key(id) && !parties.iter().any(|p| p == id) {
                    problems.add(
                        at,
                        C::Inconsistent,
                        &format!("{list}[{i}].{key}[{j}]"),
                        format!("The actor `{id}` is not listed in `parties`."),
                        "Name a party.".into(),
                    );
                }
            }
        }
    }
}

/// The events that the file gives a date: `<id>.signed`, `<id>.effective`.
fn dated(file: &DeTable<'_>) -> Vec<String> {
    let head = file.get("agreement").and_then(|v| v.get_ref().as_table());
    let mut dated: Vec<String> = Vec::new();
    for t in head.into_iter().chain(tables(file, "instruments")) {
        let Some(id) = text(t, "id") else { continue };
        for (key, event) in [("signed", "signed"), ("date", "signed"), ("effective", "effective")] {
            if t.contains_key(key) {
                dated.push(format!("{id}.{event}"));
            }
        }
    }
    dated
}

fn clocks(file: &DeTable<'_>, problems: &mut Problems<'_>) {
    let dated = dated(file);
    for (i, t) in tables(file, "obligations").into_iter().enumerate() {
        let Some(value) = t.get("clock") else { continue };
        let Some(clock) = value.get_ref().as_table() else { continue };
        let needed: &[&str] = match text(clock, "kind") {
            Some("by") => &["by"],
            Some("within") => &["within", "from"],
            Some("recurring") => &["every"],
            Some("continuous" | "none" | "unknown") => &[],
            _ => continue,
        };
        let path = format!("obligations[{i}].clock");
        for key in ["by", "within", "from", "every"] {
            match (needed.contains(&key), clock.get(key)) {
                (true, None) => problems.add(
                    value.span().start,
                    C::Inconsistent,
                    &path,
                    format!("A clock of this kind needs `{key}`."),
                    format!("Add `{key}`, or change `kind`."),
                ),
                (false, Some(v)) => problems.add(
                    v.span().start,
                    C::Inconsistent,
                    &path,
                    format!("A clock of this kind has no `{key}`."),
                    format!("Remove `{key}`, or change `kind`."),
                ),
                _ => {}
            }
        }
        if let Some(from) = clock.get("from")
            && let Some(event) = from.get_ref().as_str()
            && !dated.iter().any(|d| d == event)
        {
            let known = dated.iter().map(|d| format!("`{d}`")).collect::<Vec<_>>().join(", ");
            problems.add(
                from.span().start,
                C::DanglingId,
                &format!("{path}.from"),
                "This is not an event with a known date.".into(),
                format!("Known: {known}."),
            );
        }
    }
}

fn texts(file: &DeTable<'_>, problems: &mut Problems<'_>) {
    let list = tables(file, "texts");
    let tested = |t: &&&DeTable<'_>| t.get("tested").and_then(|v| v.get_ref().as_bool()) != Some(false);
    if let Some(value) = file.get("texts")
        && !list.iter().any(|t| tested(&t))
    {
        problems.add(
            value.span().start,
            C::Inconsistent,
            "texts",
            "No text is tested, so no incident can be.".into(),
            "Remove `tested = false` from at least one.".into(),
        );
    }
    let of: BTreeMap<&str, &str> = list.iter().filter_map(|t| Some((text(t, "id")?, text(t, "of")?))).collect();
    for (i, t) in tables(file, "adherence").into_iter().enumerate() {
        if let (Some(instrument), Some(value)) = (text(t, "instrument"), t.get("text"))
            && let Some(id) = value.get_ref().as_str()
            && of.get(id).is_some_and(|found| *found != instrument)
        {
            problems.add(
                value.span().start,
                C::Inconsistent,
                &format!("adherence[{i}].text"),
                format!("The text `{id}` is not one of the instrument `{instrument}`."),
                "Name a text of it.".into(),
            );
        }
    }
}

/// A clause under no text or without an act can never hold.
fn clauses(file: &DeTable<'_>, problems: &mut Problems<'_>) {
    for list in ["prohibited_acts", "permitted"] {
        for (i, t) in tables(file, list).into_iter().enumerate() {
            for key in ["texts", "acts", "bearers"] {
                let Some(v) = t.get(key) else { continue };
                let empty = v.get_ref().as_array().is_some_and(|a| a.is_empty());
                let possible = key == "acts" && !strings(t, "possible_acts").is_empty();
                if empty && !possible {
                    problems.add(
                        v.span().start,
                        C::Empty,
                        &format!("{list}[{i}].{key}"),
                        "This list is empty, so the term can never hold.".into(),
                        "Add at least one.".into(),
                    );
                }
            }
        }
    }
}

/// A quorum names each constituency once, and somebody for each.
fn quorum(file: &DeTable<'_>, problems: &mut Problems<'_>) {
    let modalities = file.get("modalities").and_then(|v| v.get_ref().as_table());
    let Some(quorum) = modalities.and_then(|m| m.get("quorum")).and_then(|v| v.get_ref().as_table()) else { return };
    for list in ["constituencies", "emergency"] {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for (i, t) in tables(quorum, list).into_iter().enumerate() {
            let path = format!("modalities.quorum.{list}[{i}]");
            if let Some(v) = t.get("id")
                && let Some(id) = v.get_ref().as_str()
                && seen.insert(id, i).is_some()
            {
                problems.add(
                    v.span().start,
                    C::DuplicateId,
                    &format!("{path}.id"),
                    format!("The constituency `{id}` stands twice in this quorum."),
                    "Give one of them another name, or add its number to the first.".into(),
                );
            }
            if let Some(v) = t.get("actors")
                && v.get_ref().as_array().is_some_and(|a| a.is_empty())
            {
                problems.add(
                    v.span().start,
                    C::Empty,
                    &format!("{path}.actors"),
                    "Nobody belongs to this constituency.".into(),
                    "Name at least one actor.".into(),
                );
            }
        }
    }
}
