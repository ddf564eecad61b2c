//! `armistice record agreement-of-coders`: how far coders agree, and the queue of what they disagree on.
//!
//! Must not: rank coders.

use super::{Held, words::thousandths};
use crate::{
    cli::terminal::{Terminal, printable},
    failure::{Exit, Failure},
    output::text,
};
use armistice_core::standards::{Coder, coder_agreement, disagreements};
use serde_json::json;
use std::fmt::Write as _;

fn coder((member, code): &Coder) -> String {
    format!("{member}/{}", printable(code))
}

/// Runs it.
pub(super) fn run(held: &Held, terminal: &Terminal) -> Result<Exit, Failure> {
    let fields = coder_agreement(&held.ledgers.codings);
    let queue = disagreements(&held.ledgers.codings);
    if terminal.json {
        let object = json!({
            "fields": fields.iter().map(|f| json!({
                "field": f.field,
                "coders": f.coders.iter().map(coder).collect::<Vec<_>>(),
                "things": f.things,
                "not_blind": f.not_blind,
                "alpha_permille": f.alpha_permille,
                "pairs": f.pairs.iter().map(|p| json!({
                    "a": coder(&p.a), "b": coder(&p.b), "both": p.both, "same": p.same,
                    "agreement_permille": p.agreement_permille(), "kappa_permille": p.kappa_permille,
                })).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "disagreements": queue.iter().map(|d| json!({
                "thing": d.thing, "field": d.field,
                "values": d.values.iter().map(|(v, by)| json!({
                    "value": v, "coders": by.iter().map(coder).collect::<Vec<_>>(),
                })).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
        });
        terminal.result(&object.to_string());
        return Ok(Exit::Done);
    }
    let mut out = String::from("Agreement of coders (values coded blind; thousandths, rounded to the nearest)\n");
    if fields.is_empty() {
        let _ = writeln!(out, "  Nothing is coded.");
    }
    for f in &fields {
        let _ = writeln!(
            out,
            "  {}: {} with two values or more; Krippendorff's alpha {}",
            printable(&f.field),
            text::counted(usize::try_from(f.things).unwrap_or(usize::MAX), "thing", "things"),
            thousandths(f.alpha_permille)
        );
        if f.not_blind > 0 {
            let _ = writeln!(out, "      {} values were given in sight of the others and are left out", f.not_blind);
        }
        for p in &f.pairs {
            let _ = writeln!(
                out,
                "      {} and {}: same value {} of {}; Cohen's kappa {}",
                coder(&p.a),
                coder(&p.b),
                p.same,
                p.both,
                thousandths(p.kappa_permille)
            );
        }
    }
    if !queue.is_empty() {
        let _ = writeln!(out, "\nTo be looked at: {}", text::counted(queue.len(), "disagreement", "disagreements"));
    }
    for d in &queue {
        let value = |(v, by): (&String, &std::collections::BTreeSet<Coder>)| {
            format!("{} ({})", printable(v), by.iter().map(coder).collect::<Vec<_>>().join(", "))
        };
        let values: Vec<String> = d.values.iter().map(value).collect();
        let _ = writeln!(out, "  {}, {}: {}", printable(&d.thing), printable(&d.field), values.join("; "));
    }
    terminal.result(out.trim_end());
    Ok(Exit::Done)
}
