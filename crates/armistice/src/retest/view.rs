//! The comparison as JSON and as text. From the same registers both are the same, byte for byte.
//!
//! Must not: compute anything, or print a word of a document unescaped.

use super::{Line, Moved, Retest, State, word};
use crate::cli::terminal::printable;
use armistice_core::{
    scope::{self, TestAnswer, summary},
    statement::wire::Digest,
};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// How many claims are named beside an answer that moved; the JSON names all.
const CLAIMS_SHOWN: usize = 5;

/// The object that `armistice test --json` prints.
#[must_use]
pub fn json(retest: &Retest<'_>, said: usize) -> Value {
    let states = [State::New, State::Changed, State::Unchanged, State::Gone];
    let counts: serde_json::Map<String, Value> =
        states.iter().map(|s| (s.id().to_owned(), Value::from(count(retest, *s)))).collect();
    json!({
        "version": 1,
        "engine": scope::VERSION,
        "counts": counts,
        "tests": retest.lines.iter().map(line_json).collect::<Vec<_>>(),
        "said": said,
    })
}

pub(super) fn line_json(l: &Line) -> Value {
    let texts: Vec<Value> = summary::summary(&l.answers)
        .texts
        .iter()
        .map(|(text, s)| json!({ "text": text.as_str(), "standing": s.id(), "why": s.words().1 }))
        .collect();
    json!({
        "incident": l.incident.as_str(),
        "title": l.title,
        "agreement": l.agreement,
        "agreement_sha256": Digest(l.sha256).to_string(),
        "facts": l.digest.map(|d| Digest(d).to_string()),
        "state": l.state.id(),
        "supersedes": l.before.as_ref().map(|b| Digest(b.statement).to_string()),
        "other_facts": l.other_facts(),
        "other_rules": l.other_rules(),
        "other_agreement": l.other_agreement(),
        "texts": texts,
        "moved": l.moved.iter().map(moved_json).collect::<Vec<_>>(),
        "answers": l.answers.iter().map(answer_json).collect::<Vec<_>>(),
    })
}

fn moved_json(m: &Moved) -> Value {
    json!({
        "text": m.text, "clause": m.clause, "question": m.question, "was": word(m.was), "now": word(m.now),
        "claims_more": ids(&m.more), "claims_fewer": ids(&m.fewer),
    })
}

pub(super) fn answer_json(a: &TestAnswer) -> Value {
    json!({
        "text": a.text.as_str(),
        "clause": a.clause.as_ref().map(armistice_core::agreement::name::ClauseId::as_str),
        "question": a.question.id(),
        "answer": a.answer.id(),
        "claims": ids(&a.claims),
        "contrary": ids(&a.contrary),
        "findings": a.findings.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "contrary_findings": a.contrary_findings.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn ids(list: &[armistice_core::id::ClaimId]) -> Vec<&str> {
    list.iter().map(armistice_core::id::ClaimId::as_str).collect()
}

fn count(retest: &Retest<'_>, state: State) -> usize {
    retest.lines.iter().filter(|l| l.state == state).count()
}

/// What people read: what is new, changed and gone, and how much is unchanged.
#[must_use]
pub fn text(retest: &Retest<'_>) -> String {
    let mut out = String::new();
    for (state, heading) in [
        (State::New, "New"),
        (State::Changed, "Changed"),
        (State::Gone, "Gone from the record; what was said stays said"),
    ] {
        let lines: Vec<&Line> = retest.lines.iter().filter(|l| l.state == state).collect();
        if lines.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{heading} ({})", lines.len());
        for l in lines {
            let _ = writeln!(out, "  {} {}", l.incident, printable(&l.title));
            if state != State::Gone {
                let _ = writeln!(out, "    {}: {}", l.agreement, printable(&l.standing()));
            }
            if state == State::Changed {
                out.push_str(&changed(l));
            }
        }
        out.push('\n');
    }
    let _ = writeln!(
        out,
        "{} new, {} changed, {} unchanged, {} gone",
        count(retest, State::New),
        count(retest, State::Changed),
        count(retest, State::Unchanged),
        count(retest, State::Gone)
    );
    out
}

/// Why a test is another than before, and which answers moved by which claims.
pub(super) fn changed(l: &Line) -> String {
    let mut out = String::new();
    let why: Vec<&str> = [
        (l.other_facts(), "other facts"),
        (l.other_rules(), "other rules of the test"),
        (l.other_agreement(), "another version of the agreement"),
    ]
    .iter()
    .filter(|(is, _)| *is)
    .map(|(_, words)| *words)
    .collect();
    let _ = writeln!(out, "    because of {}", why.join(" and "));
    if l.moved.is_empty() {
        out.push_str("    no answer moved\n");
    }
    for m in &l.moved {
        let clause = m.clause.as_ref().map(|c| format!(" {c}")).unwrap_or_default();
        let _ = write!(out, "    {} {}{clause}: {} -> {}", m.text, m.question, word(m.was), word(m.now));
        for (sign, list) in [("with", &m.more), ("without", &m.fewer)] {
            if !list.is_empty() {
                let shown: Vec<&str> = ids(list).into_iter().take(CLAIMS_SHOWN).collect();
                let rest = list.len() - shown.len();
                let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
                let _ = write!(out, ", {sign} {}{more}", shown.join(" "));
            }
        }
        out.push('\n');
    }
    out
}
