//! Cases as text for people, from the same values as the JSON.
//!
//! Must not: say less than a reader needs to see who said what, or call an allegation a finding.

use crate::{cli::terminal::printable, output::text};
use serde_json::Value;
use std::fmt::Write as _;

/// A text, on one line: what a member wrote cannot look like a line of ours.
fn s(value: &Value, key: &str) -> String {
    value[key].as_str().map_or_else(|| "unknown".to_owned(), printable)
}

/// A word of a list as people read it.
fn word(value: &Value, key: &str) -> String {
    value[key].as_str().map_or_else(|| "unknown".to_owned(), text::words)
}

fn names(value: &Value) -> String {
    let list: Vec<&str> = value.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if list.is_empty() { "unknown".to_owned() } else { printable(&list.join(", ")) }
}

fn rows<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().into_iter().flatten()
}

fn empty(value: &Value) -> bool {
    value.as_array().is_none_or(Vec::is_empty)
}

/// Who recorded it, for whom, when.
fn by(mark: &Value) -> String {
    let constituency = mark["constituency"].as_str().map(|c| format!(" for {c}")).unwrap_or_default();
    format!("{}{constituency} (#{}, {})", s(mark, "recorded_by"), mark["index"], s(mark, "time"))
}

/// Why a case was not determined, in words.
fn why(value: &Value) -> String {
    match value["reason"].as_str() {
        Some("facts_only") => "under the agreement facts are reported and nobody decides".to_owned(),
        Some("seats_contested") => format!("the seats of {} are contested", names(&value["groups"])),
        Some("no_quorum") => format!("no quorum; missing: {}", names(&value["groups"])),
        Some("lapsed") => format!("lapsed; nothing was said by {}", names(&value["groups"])),
        Some("deadlock") if value["alone"] == true => {
            format!("{} would agree alone, or only with who is concerned", names(&value["agree"]))
        }
        Some("deadlock") => format!("deadlock; against: {}", names(&value["against"])),
        Some("standard_not_reached") => format!(
            "the standard of proof ({}) is not reached for the {}: {}",
            word(value, "standard"),
            word(value, "about"),
            word(value, "reached")
        ),
        _ => "unknown".to_owned(),
    }
}

fn state(value: &Value) -> String {
    let name = word(value, "name");
    let details = match value["name"].as_str().unwrap_or_default() {
        "screened_out" => {
            format!(" ({}); objections until {}", word(value, "ground"), s(value, "objections_until"))
        }
        "notice_sent" => format!("; awaited: {}, until {}", names(&value["awaited"]), s(value, "until")),
        "no_response" => format!(" of {}; that is no admission", names(&value["silent"])),
        "draft" => format!(" {}; opinions until {}", value["draft"], s(value, "opinions_until")),
        "component_review" => format!(
            " of draft {}; awaited: {}; opinions until {}",
            value["draft"],
            names(&value["awaited"]),
            s(value, "opinions_until")
        ),
        "not_determined" => {
            let until = value["may_change_until"].as_str().map(|u| format!("; it may change until {u}"));
            format!(": {}{}", why(&value["why"]), until.unwrap_or_default())
        }
        "access_blocked" => format!(" ({}) by {}", word(value, "outcome"), names(&value["by"])),
        "not_verifiable" => format!(": {}", word(value, "obstacle")),
        "closed" => format!(" ({}) since {}", word(value, "ground"), s(value, "since")),
        "follow_up" => {
            format!(
                ": {} done, {} refused, {} overdue, {} open",
                value["done"], value["refused"], value["overdue"], value["open"]
            )
        }
        _ => String::new(),
    };
    format!("{name}{details}")
}

fn refused(out: &mut String, value: &Value) {
    if empty(&value["irregular"]) {
        return;
    }
    let _ = writeln!(out, "\nNot allowed, and without effect");
    for i in rows(value, "irregular") {
        let _ = writeln!(
            out,
            "  {} #{} {}: case-{}: {} {}",
            s(i, "recorded_by"),
            i["index"],
            s(i, "kind"),
            i["code"],
            s(i, "sentence"),
            s(i, "on")
        );
    }
}

/// The list.
pub(super) fn list(value: &Value) -> String {
    let mut out = format!("Cases as of {}\n", s(value, "as_of"));
    if empty(&value["cases"]) {
        out.push_str("  none\n");
    }
    for c in rows(value, "cases") {
        let number = c["number"].as_str().map_or_else(|| "no number".to_owned(), printable);
        let _ = writeln!(
            out,
            "  {} ({number}): {}; accused: {}{}",
            s(c, "id"),
            word(c, "state"),
            names(&c["accused"]),
            if c["urgent"] == true { "; urgent" } else { "" }
        );
        for o in rows(c, "overdue") {
            let _ = writeln!(
                out,
                "    overdue: {}, held by {}, due {}",
                word(o, "step"),
                names(&o["held_by"]),
                s(o, "due")
            );
        }
    }
    let _ = writeln!(out, "\nSeats");
    for seat in rows(value, "seats") {
        let mut line = format!("  {}: {} ({})", s(seat, "constituency"), s(seat, "member"), s(seat, "standing"));
        if seat["left"].is_object() {
            let _ = write!(line, ", left {}: {}", s(&seat["left"], "time"), s(&seat["left"], "why"));
        }
        for c in rows(seat, "contested_by") {
            let _ = write!(line, ", CONTESTED by {}: {}", by(c), s(c, "why"));
        }
        let _ = writeln!(out, "{line}");
    }
    refused(&mut out, value);
    for o in rows(value, "of_another") {
        let _ = writeln!(
            out,
            "  {} #{} {}: begins {} under an id that is not its own; not folded",
            s(o, "recorded_by"),
            o["index"],
            s(o, "kind"),
            s(o, "id")
        );
    }
    out
}

/// One case.
pub(super) fn case(value: &Value) -> String {
    let mut out = format!(
        "Case {} ({})\n",
        s(value, "id"),
        value["number"].as_str().map_or_else(|| "no number".to_owned(), printable)
    );
    let _ = writeln!(out, "  {}", state(&value["state"]));
    let _ = writeln!(out, "  as of {}", s(value, "as_of"));
    let _ = writeln!(out, "  complainant: {}", s(value, "complainant"));
    let _ = writeln!(out, "  accused: {}", names(&value["accused"]));
    let _ = writeln!(out, "  alleged: “{}”", s(value, "allegation"));
    let _ = writeln!(out, "  recorded by {}", by(&value["received"]));
    for r in rows(value, "settled_on_the_ground") {
        let _ = writeln!(out, "  settled between {}: “{}”; the fact stands", names(&r["between"]), s(r, "text"));
    }
    investigation(&mut out, value);
    decision(&mut out, value);
    let _ = writeln!(out, "\nClocks");
    for c in rows(value, "clocks") {
        let held = if empty(&c["held_by"]) { String::new() } else { format!(", held by {}", names(&c["held_by"])) };
        let _ = writeln!(
            out,
            "  {}: {}, due {}{held} ({})",
            word(c, "step"),
            word(c, "standing"),
            s(c, "due"),
            word(c, "source")
        );
    }
    let _ = writeln!(out, "\nHistory");
    for e in rows(value, "history") {
        let cause = match (&e["by"], e["time_passed"].as_str(), e["opinions_complete"].as_str()) {
            (Value::Object(_), ..) => format!("{}: {}", by(&e["by"]), s(&e["by"], "why")),
            (_, Some(at), _) => format!("time passed ({at})"),
            (_, None, Some(at)) => format!("all had spoken ({at})"),
            (_, None, None) => String::new(),
        };
        let _ = writeln!(out, "  {} -> {}: {}; {cause}", word(e, "from"), word(e, "to"), word(e, "what"));
    }
    refused(&mut out, value);
    out
}

fn investigation(out: &mut String, value: &Value) {
    for o in rows(value, "obstructions") {
        let _ = writeln!(
            out,
            "  obstruction: access {} at {}, by {}; recorded by {}: {}",
            word(o, "outcome"),
            s(o, "place"),
            names(&o["by"]),
            by(&o["recorded"]),
            s(&o["recorded"], "why")
        );
    }
    if !empty(&value["findings"]) {
        let _ = writeln!(out, "\nFindings");
    }
    for f in rows(value, "findings") {
        let gone = f["superseded_by"].as_str().map(|i| format!(" (superseded by {i})")).unwrap_or_default();
        let _ = writeln!(
            out,
            "  {} of {}, {}: {}{gone}; made by {}",
            s(f, "id"),
            word(f, "about"),
            word(f, "reached"),
            s(f, "text"),
            by(&f["made"])
        );
        if !empty(&f["adverse_inference"]) {
            let _ = writeln!(out, "    a ground is the refusal of access by {}", names(&f["adverse_inference"]));
        }
    }
    for r in rows(value, "replies") {
        let answered = r["answered"]
            .as_str()
            .map_or_else(|| format!("no answer yet; until {}", s(r, "until")), |at| format!("answered {at}"));
        let _ = writeln!(out, "  notice to {} on {}: {answered}", s(r, "actor"), s(r, "told"));
    }
    for r in rows(value, "responses") {
        let late = if r["late"] == true { " (late)" } else { "" };
        let _ =
            writeln!(out, "  answer of {}{late}: “{}”; handed in by {}", s(r, "of"), s(r, "text"), by(&r["handed_in"]));
    }
}

fn opinion(out: &mut String, o: &Value, kind: &str) {
    let other = o["outcome"].as_str().map(|x| format!(", holding {}", text::words(x))).unwrap_or_default();
    let _ = writeln!(
        out,
        "    {kind}{}: {}{other}, {} behind it: “{}”",
        s(o, "constituency"),
        word(o, "position"),
        o["persons"],
        s(o, "text")
    );
}

fn decision(out: &mut String, value: &Value) {
    for d in rows(value, "drafts") {
        let replaced = if d["replaced_by"].is_string() { " (replaced)" } else { "" };
        let _ = writeln!(
            out,
            "\nDraft {}{replaced}: {}, {} ({}); presented by {}",
            d["number"],
            word(d, "outcome"),
            word(d, "attribution"),
            names(&d["attributed_to"]),
            by(&d["presented"])
        );
        let _ = writeln!(out, "    {}", s(d, "text"));
        for o in rows(d, "opinions") {
            let kind = match (o["void"] == true, o["replaced"] == true) {
                (true, _) => "VOID, on a draft that was replaced: ",
                (false, true) => "replaced by a later one: ",
                (false, false) => "",
            };
            opinion(out, o, kind);
        }
    }
    for m in rows(value, "determinations") {
        let superseded = if m["superseded"] == true { " (superseded)" } else { "" };
        let again = if m["taken_up_again"].is_object() { " (taken up again)" } else { "" };
        let _ = writeln!(out, "\n{} on {}{superseded}{again}", word(m, "kind"), s(m, "at"));
        let d = &m["determined"];
        if d.is_object() {
            let attribution =
                d["attribution"].as_str().map_or_else(|| "no attribution is agreed on".to_owned(), text::words);
            let to =
                if empty(&d["attributed_to"]) { String::new() } else { format!(" to {}", names(&d["attributed_to"])) };
            let _ = writeln!(out, "    {}, {attribution}{to}", word(d, "outcome"));
            for c in rows(d, "clauses") {
                let _ = writeln!(
                    out,
                    "    {} under the text {}: broken: {}",
                    s(c, "clause"),
                    s(c, "text"),
                    word(c, "broken")
                );
            }
            let _ = writeln!(
                out,
                "    standard of proof: {} ({}); rule: {}",
                word(d, "standard_of_proof"),
                word(d, "standard_from"),
                word(d, "rule")
            );
            if let Some(naming) = d["standard_for_naming"].as_str() {
                let _ = writeln!(out, "    standard for naming the author: {}", text::words(naming));
            }
            for i in rows(d, "adverse_inferences") {
                let by = names(&i["from_refusal_of_access_by"]);
                let _ = writeln!(out, "    the finding {} rests on the refusal of access by {by} too", s(i, "finding"));
            }
            for o in rows(d, "dissents") {
                opinion(out, o, "dissent of ");
            }
            for o in rows(d, "qualifications") {
                opinion(out, o, "reservation of ");
            }
        } else {
            let _ = writeln!(out, "    {}", why(&m["why"]));
            for o in rows(m, "positions") {
                opinion(out, o, "");
            }
        }
    }
    for r in rows(value, "remedies") {
        let progress = r["progress"].as_str().map_or_else(|| "nothing said yet".to_owned(), text::words);
        let _ = writeln!(
            out,
            "\n{} {} asked of {}: {}; due {}; {progress}",
            if r["interim"] == true { "Interim measure" } else { "Remedial action" },
            s(r, "id"),
            s(r, "of"),
            s(r, "act"),
            s(r, "due")
        );
    }
    for c in rows(value, "closings_proposed") {
        let _ =
            writeln!(out, "\nAsked to close ({}); objections until {}", word(c, "ground"), s(c, "objections_until"));
    }
}
