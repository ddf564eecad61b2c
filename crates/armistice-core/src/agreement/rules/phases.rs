//! The conditions of phases: whether they can be read, and whether what they name is in the file.
//!
//! Must not: evaluate one.

use super::{C, DeTable, Problems, dated, tables, text};
use crate::condition::{self, Condition, Confirmed};
use std::collections::BTreeSet;

pub(super) fn check(file: &DeTable<'_>, problems: &mut Problems<'_>) {
    let ids = |list: &str| -> BTreeSet<String> {
        tables(file, list).into_iter().filter_map(|t| Some(text(t, "id")?.to_owned())).collect()
    };
    let (obligations, statements, events) = (ids("obligations"), ids("statements"), dated(file));
    let areas = areas(file);
    let known = |list: &mut dyn Iterator<Item = &String>| {
        let list: Vec<String> = list.take(20).map(|s| format!("`{s}`")).collect();
        if list.is_empty() { "The file has none.".to_owned() } else { format!("Known: {}.", list.join(", ")) }
    };
    for (i, t) in tables(file, "phases").into_iter().enumerate() {
        let items = t.get("agreed_conditions").and_then(|v| v.get_ref().as_array());
        for (j, value) in items.into_iter().flat_map(|a| a.iter()).enumerate() {
            let Some(written) = value.get_ref().as_str() else { continue };
            let path = format!("phases[{i}].agreed_conditions[{j}]");
            match condition::parse(written) {
                Err(e) => {
                    let at = problems.inside(&value.span(), written, e.at);
                    let sentence =
                        format!("This condition cannot be read: expected {}, found {}.", e.expected, e.found);
                    problems.add(at, C::BadCondition, &path, sentence, e.next_step);
                }
                Ok(condition) => condition.walk(&mut |part| {
                    let (what, id, next) = match part {
                        Condition::Met(id) if !obligations.contains(id.as_str()) => {
                            ("obligation", id.as_str(), known(&mut obligations.iter()))
                        }
                        Condition::Within { of, .. } if !events.contains(of) => {
                            ("event with a known date", of.as_str(), known(&mut events.iter()))
                        }
                        Condition::No { area: Some(area), .. } if !areas.contains(area) => {
                            ("zone or division", area.as_str(), known(&mut areas.iter()))
                        }
                        Condition::GuarantorsConfirm(Confirmed::Statement(id)) if !statements.contains(id) => {
                            ("statement", id.as_str(), known(&mut statements.iter()))
                        }
                        Condition::At(_)
                        | Condition::Within { .. }
                        | Condition::All(_)
                        | Condition::Any(_)
                        | Condition::Not(_)
                        | Condition::Met(_)
                        | Condition::No { .. }
                        | Condition::GuarantorsConfirm(_) => return,
                    };
                    let found = written.find(id).unwrap_or(0);
                    let at = problems.inside(&value.span(), written, found);
                    problems.add(at, C::DanglingId, &path, format!("There is no {what} `{id}`."), next);
                }),
            }
        }
    }
}

/// What `in:` may name: zones by id, divisions by name.
fn areas(file: &DeTable<'_>) -> BTreeSet<String> {
    let Some(scope) = file.get("scope").and_then(|v| v.get_ref().as_table()) else { return BTreeSet::new() };
    let zones = tables(scope, "zones").into_iter().filter_map(|t| text(t, "id"));
    let territory = scope.get("territory").and_then(|v| v.get_ref().as_table());
    let divisions = territory.map(|t| tables(t, "divisions")).unwrap_or_default();
    zones.chain(divisions.into_iter().filter_map(|t| text(t, "name"))).map(str::to_owned).collect()
}
