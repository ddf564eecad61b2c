//! `armistice check`: recomputes everything and compares. Says what was checked, and where anything differs.
//!
//! Must not: repair. What it finds is for a person to judge.

use super::terminal::{Terminal, printable};
use crate::{
    agreements, compare,
    failure::{Exit, Failure},
    intake,
    keys::{self, KeyError, MemberKey},
    mission::{self, Mission},
    projection::Projection,
};
use armistice_core::record;
use armistice_read::document;
use armistice_tlog::keyring::{Life, Role};
use rayon::prelude::*;
use serde_json::json;
use std::path::PathBuf;

/// Recompute everything and compare.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The mission folder.
    pub dir: PathBuf,
}

/// One check.
struct Line {
    what: String,
    ok: bool,
    /// Where it differs, or what somebody should know.
    notes: Vec<String>,
}

/// Runs it.
pub fn run(args: &Args, terminal: &Terminal) -> Result<Exit, Failure> {
    let mission = Mission::open(&args.dir)?;
    // Reading verifies: file format, chain, envelope, signature, numbering, previous hash, root. It says where.
    let holdings = mission.read()?;
    let mut lines = Vec::new();
    for r in &holdings.registers {
        let stopped = r.register.stopped.as_ref().map(|(i, e)| format!("entry {i}: {e}"));
        let mut notes: Vec<String> = r.reading.warnings().iter().map(ToString::to_string).collect();
        let doubtful = r.doubtful();
        if !doubtful.is_empty() {
            let shown = super::key::ranges(doubtful.iter().map(|(index, _)| *index)).join(", ");
            notes.push(format!("in doubt, because a key is said to have been in other hands: entries {shown}"));
        }
        match r.keyring.life() {
            Life::Open => {}
            state @ (Life::AwaitsRecovery | Life::Closed) => {
                notes.push(format!("the register is {}", super::key::life(state)));
            }
        }
        lines.push(Line {
            what: format!(
                "register of {}: {} entries, every signature, the chain and the root {}",
                r.member,
                r.reading.size(),
                r.reading.root().hex()
            ),
            ok: stopped.is_none(),
            notes: {
                notes.extend(stopped);
                notes
            },
        });
    }
    for r in &holdings.registers {
        let (size, notes) = mission.examine(r)?;
        if size.is_some() || !notes.is_empty() {
            let what = format!("published of {}: {} entries", r.member, size.unwrap_or_default());
            lines.push(Line {
                what: format!("{what}, every tile and bundle, the checkpoint, the archive"),
                ok: notes.is_empty(),
                notes,
            });
        }
    }
    if !holdings.evidence.is_empty() || !holdings.no_evidence.is_empty() {
        let held =
            holdings.evidence.iter().map(|h| format!("{}: {} of {}", h.id, h.proven.what.name(), h.proven.origin));
        lines.push(Line {
            what: format!("evidence: {} proofs of misbehaviour, every signature", holdings.evidence.len()),
            // A proof against somebody is no damage here.
            ok: holdings.no_evidence.is_empty(),
            notes: held.chain(holdings.no_evidence.iter().cloned()).collect(),
        });
    }
    let record = record::fold(&mission::statements(&holdings.registers));
    let context = intake::context_of(&record)?;
    let documents: Vec<_> = record.documents.iter().filter(|(_, d)| !d.captured.is_empty()).collect();
    let bar = terminal.progress(documents.len() as u64, "reading again");
    let found: Vec<(Vec<String>, Vec<String>, Vec<String>)> = documents
        .par_iter()
        .map(|(id, state)| {
            let (mut bytes, mut reading, mut open) = (vec![], vec![], vec![]);
            match intake::reread(&mission, &record, id, &context) {
                Err(e) => bytes.push(format!("{id}: {e}")),
                Ok(read) => {
                    let version = document::engine();
                    match state.text() {
                        Some((at, text)) if text.engine == version => {
                            let again = intake::said(&read);
                            let said = again
                                .iter()
                                .any(|b| matches!(b, armistice_core::statement::Body::TextRead(t) if **t == *text));
                            if !said {
                                reading
                                    .push(format!("{id}: the text in {} #{} reads otherwise now", at.member, at.index));
                            }
                        }
                        Some(_) => {}
                        None => open.push(format!("{id}: captured and not read")),
                    }
                    match state.claims() {
                        Some((at, claims)) if claims.engine == version => {
                            let said: Vec<_> = claims.parts.values().flat_map(|(c, _)| c).collect();
                            if said != read.claims.iter().collect::<Vec<_>>() {
                                reading.push(format!(
                                    "{id}: the claims in {} #{} read otherwise now",
                                    at.member, at.index
                                ));
                            }
                        }
                        Some(_) => {}
                        None => open.push(format!("{id}: its claims were not read to the end")),
                    }
                }
            }
            if record.compared.get(*id).is_none_or(|v| *v < compare::VERSION) {
                open.push(format!("{id}: not compared with the others"));
            }
            bar.inc(1);
            (bytes, reading, open)
        })
        .collect();
    bar.finish_and_clear();
    let (mut bytes, mut reading, mut open) = (vec![], vec![], vec![]);
    for (b, r, o) in found {
        bytes.extend(b);
        reading.extend(r);
        open.extend(o);
    }
    lines.push(Line {
        what: format!("originals: {} files against their digests", documents.len()),
        ok: bytes.is_empty(),
        notes: bytes,
    });
    lines.push(Line {
        what: format!(
            "readings: text and claims of {} documents, read again by reader version {}",
            documents.len(),
            document::VERSION
        ),
        ok: reading.is_empty(),
        notes: reading,
    });
    let (_, problems) = agreements::of_record(&record);
    lines.push(Line {
        what: format!("agreements: {} against their digests", record.agreements.len()),
        ok: problems.is_empty(),
        notes: problems.into_iter().map(|(thing, why)| format!("{thing}: {why}")).collect(),
    });
    let rebuilt = Projection::rebuilt(&holdings.registers)?.digest()?;
    let path = mission.root.join("projection.sqlite");
    let kept = Projection::follow(&path, &holdings.registers).and_then(|p| p.digest());
    let differs = match kept {
        Ok(kept) if kept == rebuilt => None,
        Ok(_) => Some("they say something else than the registers".to_owned()),
        Err(e) => Some(e.to_string()),
    };
    lines.push(Line {
        what: "tables: equal to tables built anew from the registers".to_owned(),
        ok: differs.is_none(),
        notes: differs
            .into_iter()
            .map(|why| format!("{}: {why}; delete the file, it is built anew", path.display()))
            .collect(),
    });
    lines.push(key(&mission));
    if !open.is_empty() {
        open.push(format!("Run `armistice add {}` to finish; nothing is lost.", mission.root.display()));
    }
    lines.push(Line {
        what: if open.is_empty() {
            "work: nothing was left undone"
        } else {
            "work: left undone by a run that ended early"
        }
        .to_owned(),
        // Not done is not damaged.
        ok: true,
        notes: open,
    });
    let ok = lines.iter().all(|l| l.ok);
    if terminal.json {
        let checks: Vec<_> = lines.iter().map(|l| json!({ "what": l.what, "ok": l.ok, "notes": l.notes })).collect();
        terminal.result(&json!({ "ok": ok, "checks": checks }).to_string());
    } else {
        for l in &lines {
            terminal.result(&format!("{}  {}", if l.ok { "ok     " } else { "DIFFERS" }, l.what));
            for n in &l.notes {
                terminal.result(&format!("         {}", printable(n)));
            }
        }
    }
    Ok(if ok { Exit::Done } else { Exit::NotVerified })
}

/// The secret keys: there, for their owner only, and of this register (reading compared the public half already).
fn key(mission: &Mission) -> Line {
    let what = format!("key of {}: there, and for its owner only", mission.member);
    let mut notes = Vec::new();
    let mut ok = true;
    for role in [Role::Statements, Role::Checkpoints, Role::Witness] {
        let path = keys::path_of(&mission.keys(), &mission.member, role);
        // What a passphrase protects is not opened for a check.
        let found = match keys::is_protected(&path) {
            Ok(true) => Ok(()),
            Ok(false) => MemberKey::load_role(&mission.keys(), &mission.member, role, mission.passphrases()).map(drop),
            Err(e) => Err(e),
        };
        match (found, role) {
            (Ok(()), _) => {}
            // A copy of a mission, made for readers, has none.
            (Err(e @ KeyError::Missing { .. }), Role::Statements) => {
                return Line {
                    what: format!("key of {}: not here, so nothing can be added", mission.member),
                    ok: true,
                    notes: vec![e.to_string()],
                };
            }
            (Err(KeyError::Missing { .. }), _) => {
                notes.push(format!("there is no {role} key; `armistice key add` makes one"));
            }
            (Err(e), _) => {
                ok = false;
                notes.push(e.to_string());
            }
        }
    }
    Line { what, ok, notes }
}
