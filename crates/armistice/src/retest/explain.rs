//! One incident, question by question under each text: the answer, why, what it rests on, what speaks against it, and what
//! would change it.
//!
//! Must not: leave out what speaks against an answer, or print a word of a document unescaped.

use super::{Line, Retest, State, view, word};
use crate::{
    brief::tests::{Held, Tested},
    cli::terminal::printable,
};
use armistice_core::{id::ClaimId, named::Named as _, scope::TestAnswer, scope::summary};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// The most characters of a claim's words that are printed; the JSON has all.
const QUOTE_SHOWN: usize = 160;

/// The incidents that an id, or the beginning of one, means.
#[must_use]
pub fn find<'r, 'a>(retest: &'r Retest<'a>, given: &str) -> Vec<&'r Held<'a>> {
    let exact: Vec<&Held<'_>> = retest.held.iter().filter(|h| h.incident.id.as_str() == given).collect();
    if exact.is_empty() {
        retest.held.iter().filter(|h| h.incident.id.as_str().starts_with(given)).collect()
    } else {
        exact
    }
}

fn lines<'r>(retest: &'r Retest<'_>, held: &Held<'_>) -> Vec<&'r Line> {
    retest.lines.iter().filter(|l| l.incident == held.incident.id && l.state != State::Gone).collect()
}

/// The object that `armistice test DIR INCIDENT --json` prints.
#[must_use]
pub fn json(retest: &Retest<'_>, held: &Held<'_>) -> Value {
    let quote = |c: &ClaimId| {
        let words = retest.words.get(c);
        json!({ "claim": c.as_str(), "file": words.map(|w| &w.file), "quote": words.map(|w| &w.quote) })
    };
    let tests: Vec<Value> = held
        .tests
        .iter()
        .zip(lines(retest, held))
        .map(|(t, line)| {
            let mut object = view::line_json(line);
            let answers: Vec<Value> = t
                .answers
                .iter()
                .map(|a| {
                    let mut answer = view::answer_json(a);
                    answer["reasons"] = a.reasons.iter().map(|r| r.plain(&t.file.agreement)).collect();
                    answer["would_change"] = a.would_change.iter().map(|w| w.plain(&t.file.agreement)).collect();
                    answer["relied"] = a.claims.iter().map(quote).collect();
                    answer["against"] = a.contrary.iter().map(quote).collect();
                    answer
                })
                .collect();
            object["answers"] = answers.into();
            object["findings"] = t
                .found
                .iter()
                .map(|f| {
                    json!({
                        "finding": f.finding.as_str(), "member": f.member, "text": f.text, "reached": f.reached.id(),
                        "criterion": f.fact.criterion, "actor": f.fact.actor, "state": f.fact.state.id(),
                    })
                })
                .collect();
            object["findings_not_read"] = t.unread.iter().map(|f| f.finding.to_string()).collect();
            object
        })
        .collect();
    json!({ "version": 1, "incident": held.incident.id.as_str(), "title": held.incident.title, "tests": tests })
}

/// What people read.
#[must_use]
pub fn text(retest: &Retest<'_>, held: &Held<'_>) -> String {
    let mut out = format!("{}\n{}\n", held.incident.id, printable(&held.incident.title));
    for (t, line) in held.tests.iter().zip(lines(retest, held)) {
        let agreement = &t.file.agreement;
        let _ = writeln!(out, "\n{} ({}), {}", printable(&agreement.title), agreement.id, line.state.id());
        if line.state == State::Changed {
            out.push_str(&view::changed(line));
        }
        for (id, standing) in summary::summary(&t.answers).texts {
            let (head, why) = standing.words();
            let _ = writeln!(out, "\n{head} under {id}: {}", printable(&why));
            for a in t.answers.iter().filter(|a| a.text == id) {
                answer(&mut out, retest, t, a);
            }
        }
        if !t.unread.is_empty() {
            let ids: Vec<&str> = t.unread.iter().map(|f| f.finding.as_str()).collect();
            let _ = writeln!(out, "\nfindings that this agreement has no word or actor for: {}", ids.join(", "));
        }
    }
    out
}

fn answer(out: &mut String, retest: &Retest<'_>, t: &Tested<'_>, a: &TestAnswer) {
    let clause = a.clause.as_ref().map(|c| format!(" ({c})")).unwrap_or_default();
    let _ = writeln!(out, "  {}{clause}: {}", a.question.plain(), word(Some(a.answer)).replace('_', " "));
    for r in &a.reasons {
        let _ = writeln!(out, "    because {}", printable(&r.plain(&t.file.agreement)));
    }
    let quoted = |out: &mut String, what: &str, ids: &[ClaimId]| {
        for c in ids {
            let words = retest.words.get(c);
            let file = words.map_or("not received", |w| w.file.as_str());
            let quote: String = words.map_or("", |w| w.quote.as_str()).chars().take(QUOTE_SHOWN).collect();
            let cut = words.is_some_and(|w| w.quote.chars().count() > QUOTE_SHOWN);
            let dots = if cut { "…" } else { "" };
            let _ = writeln!(out, "    {what} {c} ({}): “{}{dots}”", printable(file), printable(&quote));
        }
    };
    quoted(out, "relied on", &a.claims);
    quoted(out, "to the contrary", &a.contrary);
    for (what, ids) in [("found", &a.findings), ("found to the contrary", &a.contrary_findings)] {
        for f in t.found.iter().filter(|f| ids.contains(&f.finding)) {
            let _ = writeln!(
                out,
                "    {what} {} by {}, {}: “{}”",
                f.finding,
                f.member,
                f.reached.id().replace('_', " "),
                printable(&f.text)
            );
        }
    }
    for w in &a.would_change {
        let _ = writeln!(out, "    would change: {}", printable(&w.plain(&t.file.agreement)));
    }
}
