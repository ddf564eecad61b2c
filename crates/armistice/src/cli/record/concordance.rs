//! `armistice record concordance`: the recorders' lists side by side.
//!
//! Must not: call a recorder an author, give a rate without its fraction, or print a zero without what could be observed.

use super::{
    Held,
    words::{figure, period, window},
};
use crate::{
    cli::terminal::{Terminal, Tone, printable},
    failure::{Exit, Failure},
    output::text,
};
use armistice_core::{
    ledger::{
        CellState, Column, Concordance, Figure, Period, Sum, beside, concordance, concordance_between, observed,
        recorders,
    },
    named::Named as _,
    record::Record,
    statement::wire::{Interval, Number},
};
use serde_json::{Value, json};
use std::{collections::BTreeSet, fmt::Write as _};

fn span(w: &Interval) -> Value {
    json!({ "from": w.from.map(|m| m.to_string()), "to": w.to.map(|m| m.to_string()) })
}

impl Held {
    fn concordance(&self, period: &Period) -> Concordance {
        let guarantors = self.agreements.iter().flat_map(|a| &a.agreement.guarantors);
        let names: BTreeSet<String> = guarantors.map(|g| g.actor.as_str().to_owned()).collect();
        if names.is_empty() {
            concordance(&self.ledgers, period)
        } else {
            concordance_between(&self.ledgers, period, &names)
        }
    }
}

fn sum_id(sum: Sum) -> &'static str {
    match sum {
        Sum::Agrees { .. } => "agrees",
        Sum::Differs { .. } => "differs",
        Sum::Incomplete { .. } => "cannot_be_checked",
    }
}

fn column_json(held: &Held, c: &Column) -> Value {
    let zero = c.total == Some(0) || c.places.values().any(|n| *n == Some(0));
    let found = beside(&held.ledgers, &c.window, None);
    json!({
        "recorded_by": c.recorder,
        "published_by": c.publisher,
        "window": span(&c.window),
        "unit": c.unit.id(),
        "standing": c.standing.id(),
        "definitions": c.definitions,
        "total": c.total,
        "places": c.places.iter().map(|(p, n)| (p.words.clone(), *n)).collect::<std::collections::BTreeMap<_, _>>(),
        "places_read": c.places.keys().filter_map(|p| Some((p.words.clone(), p.read.clone()?))).collect::<std::collections::BTreeMap<_, _>>(),
        "rows_without_place": c.unplaced,
        "sum": { "is": sum_id(c.sum), "words": c.sum.words(&c.rows) },
        "entered": c.entered.iter().map(|(id, member)| json!({ "id": id.as_str(), "member": member })).collect::<Vec<_>>(),
        "entered_differently": c.disputed,
        "alleged_authors": c.alleged.iter().map(|(place, author, n)| json!({
            "place": place, "alleged_author": author, "count": n,
        })).collect::<Vec<_>>(),
        "beside_zero": zero.then(|| json!({
            "entries_of_coverage": found.entries,
            "hindered": found.hindered.iter().map(|h| held.covered(h)).collect::<Vec<_>>(),
        })),
    })
}

/// The concordance of a period, for programs and for the desk.
pub(crate) fn value(record: &Record, period: &Period) -> Value {
    let held = Held::of(record);
    let c = held.concordance(period);
    json(&held, &c)
}

fn json(held: &Held, c: &Concordance) -> Value {
    let list = |i: usize| {
        json!({
            "recorded_by": c.columns[i].recorder, "published_by": c.columns[i].publisher, "window": span(&c.columns[i].window),
        })
    };
    json!({
        "period": span(&c.period),
        "guarantors": c.guarantors,
        "lists": c.columns.iter().map(|x| column_json(held, x)).collect::<Vec<_>>(),
        "pairs": c.pairs.iter().map(|p| json!({
            "a": list(p.a),
            "b": list(p.b),
            "cells": p.cells.iter().map(|x| json!({
                "place": x.place, "a": x.a, "b": x.b, "state": x.state.id(),
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "not_compared": c.apart.iter().map(|a| json!({ "a": list(a.a), "b": list(a.b), "why": a.why })).collect::<Vec<_>>(),
        "confirmed": c.rates.iter().map(|r| json!({
            "by": r.by,
            "of": r.of,
            "unit": r.unit.id(),
            "confirmed": r.confirmed,
            "out_of": r.out_of,
            "nothing_said_of": r.silent,
            "words": r.words(),
            "parts": r.parts.iter().map(|p| json!({
                "window": span(&p.window), "confirmed": p.confirmed, "out_of": p.out_of, "in_the_fraction": p.counts,
                "list_states": p.other_total, "published_by": p.publishers, "told_differently": p.disputed,
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "totals": c.totals.iter().map(|t| json!({
            "recorded_by": t.recorder, "published_by": t.publisher, "unit": t.unit.id(), "standing": t.standing.id(),
            "sum": t.sum, "lists": t.lists, "not_stated": t.not_stated,
        })).collect::<Vec<_>>(),
        "by_no_guarantor": c.third_parties.iter().map(|t| json!({
            "incident": t.incident.as_str(),
            "recorders": t.recorders.iter().map(|f| json!({
                "recorded_by": f.recorder, "unit": f.unit.map(|u| u.id()),
                "count": { "min": f.count.min, "best": f.count.best, "max": f.count.max },
            })).collect::<Vec<_>>(),
            "rejected_by": t.rejected_by,
            "not_addressed_by": t.not_addressed_by,
        })).collect::<Vec<_>>(),
        "incidents": held.ledgers.listings.keys().map(|id| json!({
            "incident": id.as_str(),
            "recorders": recorders(&held.ledgers, id),
            "observations": observed(&held.ledgers, Some(id)).iter().map(|o| json!({
                "unit": o.what.id(), "assessed_as": o.assessed_as, "words": o.total.words(), "best": o.total.best,
                "at_least": o.total.least, "entries": o.total.entries, "not_stated": o.total.not_stated,
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "left_out": c.left_out.iter().map(|b| b.as_str()).collect::<Vec<_>>(),
    })
}

fn bulletins(held: &Held, c: &Concordance, out: &mut String) {
    for x in &c.columns {
        let _ = writeln!(
            out,
            "  {}: {} {} recorded by {}, published by {} (standing: {})",
            window(&x.window),
            figure(x.total),
            text::words(x.unit.id()),
            held.name(&x.recorder),
            held.name(&x.publisher),
            text::words(x.standing.id())
        );
        if x.disputed {
            let _ = writeln!(out, "      entered differently {} times: no figure of it is used", x.entered.len());
            continue;
        }
        let places: Vec<String> =
            x.places.iter().map(|(p, n)| format!("{} {}", printable(&p.words), figure(*n))).collect();
        if !places.is_empty() {
            let _ = writeln!(out, "      {}", places.join(", "));
        }
        let mark = match x.sum {
            Sum::Agrees { .. } => "",
            Sum::Differs { .. } => " (the rows and the total do not agree)",
            Sum::Incomplete { .. } => " (cannot be checked)",
        };
        let _ = writeln!(out, "      {}{mark}", x.sum.words(&x.rows));
        for (place, author, n) in &x.alleged {
            let place = place.as_deref().unwrap_or("no place named");
            let (n, author) = (figure(*n), held.name(author));
            let _ = writeln!(out, "      the list alleges an author for {} ({n}): {author}", printable(place));
        }
        if x.total == Some(0) || x.places.values().any(|n| *n == Some(0)) {
            for line in held.beside(&beside(&held.ledgers, &x.window, None)) {
                let _ = writeln!(out, "      beside the zero: {line}");
            }
        }
    }
}

fn pairs(held: &Held, c: &Concordance, out: &mut String) {
    for p in &c.pairs {
        let (a, b) = (&c.columns[p.a], &c.columns[p.b]);
        let (an, bn) = (held.name(&a.recorder), held.name(&b.recorder));
        let _ = writeln!(out, "  {}: {an} | {bn} ({})", window(&a.window), text::words(a.unit.id()));
        for x in &p.cells {
            let state = match x.state {
                CellState::Matched => "same figure in both lists".to_owned(),
                CellState::OnlyA => format!("only in the list of {an}"),
                CellState::OnlyB => format!("only in the list of {bn}"),
                CellState::Disagree => "in both lists, with different figures".to_owned(),
                CellState::NotStated => "not stated by at least one of them".to_owned(),
                CellState::PlaceOpen => "the same words; whether they mean one place is not known".to_owned(),
            };
            let listed = |n| if n == Some(0) { "none".to_owned() } else { figure(n) };
            let _ = writeln!(out, "      {}: {} | {}  {state}", printable(&x.place), listed(x.a), listed(x.b));
        }
        for h in beside(&held.ledgers, &a.window, None).hindered {
            let _ = writeln!(out, "      in this window: {}", held.covered(h));
        }
    }
    if !c.pairs.is_empty() {
        let _ = writeln!(out, "  The same figure does not show that the incidents are the same.");
    }
}

fn rates(held: &Held, c: &Concordance, out: &mut String) {
    for r in &c.rates {
        let (by, of) = (held.name(&r.by), held.name(&r.of));
        let _ = writeln!(out, "  Of what {of} recorded, {by} confirmed: {}", r.words());
        if r.silent > 0 {
            let unit = text::words(r.unit.id());
            let _ = writeln!(out, "      of {} {unit} recorded by {of}, {by} says nothing", r.silent);
        }
        for p in r.parts.iter().filter(|p| p.disputed || p.other_total.is_some()) {
            let why = match p.other_total {
                Some(n) => format!("the list of {of} states {n}, the confirmation {}", figure(p.out_of)),
                None => "told differently in different places; not in the fraction".to_owned(),
            };
            let _ = writeln!(out, "      {}: {why}", window(&p.window));
        }
    }
}

fn number(n: &Number) -> String {
    match (n.best, n.min, n.max) {
        (Some(best), _, _) => best.to_string(),
        (None, Some(min), Some(max)) => format!("{min} to {max}"),
        (None, Some(min), None) => format!("at least {min}"),
        (None, None, Some(max)) => format!("at most {max}"),
        (None, None, None) => "number not stated".to_owned(),
    }
}

fn third_parties(held: &Held, c: &Concordance, out: &mut String) {
    for t in &c.third_parties {
        let of = |f: &Figure| {
            let unit = f.unit.map_or_else(|| "unit not stated".to_owned(), |u| text::words(u.id()));
            format!("{} ({} {unit})", held.name(&f.recorder), number(&f.count))
        };
        let all: Vec<String> = t.recorders.iter().map(of).collect();
        let _ = writeln!(out, "  {}: recorded by {}", t.incident, all.join(", "));
        for (names, what) in [(&t.rejected_by, "rejected by"), (&t.not_addressed_by, "not addressed by")] {
            if !names.is_empty() {
                let _ = writeln!(out, "      {what} {}", held.names(names));
            }
        }
    }
}

fn incidents(held: &Held, out: &mut String) {
    for id in held.ledgers.listings.keys() {
        let all = recorders(&held.ledgers, id);
        let _ = writeln!(out, "  {id}: {} ({})", text::counted(all.len(), "recorder", "recorders"), held.names(&all));
        for o in observed(&held.ledgers, Some(id)) {
            let apart = o.assessed_as.map_or_else(String::new, |a| format!(", assessed as {}", printable(&a)));
            let _ = writeln!(out, "      observed: {} × {}{apart}", o.total.words(), text::words(o.what.id()));
            if o.by_means.len() > 1 {
                let _ = writeln!(out, "        by different means: some may be the same");
            }
        }
    }
}

/// Runs it.
pub(super) fn run(held: &Held, of: &Period, terminal: &Terminal) -> Result<Exit, Failure> {
    let c = held.concordance(of);
    if terminal.json {
        terminal.result(&json(held, &c).to_string());
        return Ok(Exit::Done);
    }
    let mut out = String::new();
    let head = |out: &mut String, text: &str| {
        let _ = writeln!(out, "\n{}", terminal.tone(Tone::Strong, text));
    };
    let _ = writeln!(out, "Lists of recorders, {}", period(of));
    let _ = writeln!(out, "What stands here was recorded by the one named; who did it is another question.");
    if c.columns.is_empty() && held.ledgers.listings.is_empty() {
        let _ = writeln!(out, "No list is entered for these days (armistice record DIR --from FILE).");
    }
    let mut section = |title: &str, body: String| {
        if !body.is_empty() {
            head(&mut out, title);
            out.push_str(&body);
        }
    };
    let mut body = String::new();
    bulletins(held, &c, &mut body);
    section("Lists", std::mem::take(&mut body));
    pairs(held, &c, &mut body);
    section("Side by side", std::mem::take(&mut body));
    for a in &c.apart {
        let (x, y) = (&c.columns[a.a], &c.columns[a.b]);
        let _ = writeln!(body, "  {} and {}: {}", held.name(&x.recorder), held.name(&y.recorder), a.why);
    }
    section("Not compared", std::mem::take(&mut body));
    rates(held, &c, &mut body);
    section("Confirmed", std::mem::take(&mut body));
    for t in &c.totals {
        let sum = t
            .sum
            .map_or_else(|| "not added, for windows share time or nothing is stated".to_owned(), |n| n.to_string());
        let _ = writeln!(
            body,
            "  {}, recorded by {}, published by {} (standing: {}): {sum} in {}{}",
            text::words(t.unit.id()),
            held.name(&t.recorder),
            held.name(&t.publisher),
            text::words(t.standing.id()),
            text::counted(t.lists, "list", "lists"),
            if t.not_stated > 0 { format!(", {} without a total", t.not_stated) } else { String::new() }
        );
    }
    section("Totals, each of one recorder, unit and standing", std::mem::take(&mut body));
    incidents(held, &mut body);
    section("Incidents in lists", std::mem::take(&mut body));
    third_parties(held, &c, &mut body);
    section("Incidents that third parties have, and no guarantor as far as is entered", std::mem::take(&mut body));
    for b in &c.left_out {
        let _ = writeln!(body, "  {b}: its window lies in these days only in part, or is not known");
    }
    section("Left out", body);
    terminal.result(out.trim_end());
    Ok(Exit::Done)
}
