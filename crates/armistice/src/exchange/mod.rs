//! Exchange: registers between mission folders, over HTTP and through plain folders.
//!
//! Must not: judge what is said, settle which of two histories is right, or take what does not verify.
//!
//! - [`layout`]: names of files; the index, the list of notes, the push request.
//! - [`source`]: a peer behind HTTP, or a folder.
//! - [`copy`]: a register as held, and how entries and notes of it are checked.
//! - [`replica`]: all that a member holds, and the rules by which it takes more.
//! - [`pull`], [`push`]: the two directions.
//! - [`submit`]: asking a witness that is no member.
//! - [`fork`]: two histories, and the proof of it.
//! - [`disk`]: a replica in a mission folder.
//! - [`report`]: what was done, for people and programs.
//!
//! `docs/exchange.md` describes files and requests for those who write other programs.

pub mod copy;
pub mod disk;
pub mod fork;
pub mod layout;
pub mod pull;
pub mod push;
pub mod replica;
pub mod report;
pub mod source;
pub mod submit;

use crate::{
    exchange::{
        replica::{Replica, Store},
        report::Report,
        source::{Directory, Peer},
    },
    failure::Failure,
    witnessing::Witness,
};
use armistice_tlog::note::Note;

/// Exchanges with a server: takes, cosigns, gives, collects what it cosigned.
pub fn with_server<S: Store>(
    replica: &mut Replica<S>,
    peer: &dyn Peer,
    witness: Option<&Witness>,
    now: i64,
) -> Result<Report, Failure> {
    let mut report = Report::default();
    let Some(index) = pull::pull(replica, peer, now, &mut report)? else { return Ok(finish(replica, report, now)) };
    cosign(replica, witness, now, &mut report)?;
    if report.broken.is_none() {
        let sent = match push::push(replica, peer, &index, &mut report) {
            Ok(()) => push::collect(replica, peer, &mut report),
            Err(e) => Err(e),
        };
        match sent {
            Ok(stored) => stored?,
            Err(e) => report.broken = Some(e.to_string()),
        }
    }
    Ok(finish(replica, report, now))
}

/// Exchanges with a folder: takes, cosigns, writes.
pub fn with_folder<S: Store>(
    replica: &mut Replica<S>,
    folder: &Directory,
    witness: Option<&Witness>,
    now: i64,
) -> Result<Report, Failure> {
    let mut report = Report::default();
    let there = pull::pull(replica, folder, now, &mut report)?;
    cosign(replica, witness, now, &mut report)?;
    // A folder that holds another mission, or something that is no index, is left alone.
    if report.broken.is_none()
        && report.refused.is_empty()
        && let Err(e) = push::export(replica, folder, there.as_ref(), &mut report)
    {
        report.broken = Some(e.to_string());
    }
    Ok(finish(replica, report, now))
}

fn cosign<S: Store>(
    replica: &mut Replica<S>,
    witness: Option<&Witness>,
    now: i64,
    report: &mut Report,
) -> Result<(), Failure> {
    let Some(witness) = witness else { return Ok(()) };
    let (cosigned, refused) = replica.cosign(witness, now)?;
    report.cosigned = cosigned;
    for (member, why) in refused {
        report.row(&member).refused.push(why);
    }
    Ok(())
}

/// Adds how fresh each register is.
fn finish<S: Store>(replica: &Replica<S>, mut report: Report, now: i64) -> Report {
    let witnesses = replica.witnesses();
    let newest = |note: &Note| {
        let times = witnesses.iter().filter_map(|w| note.verify(w).ok().flatten().and_then(|v| v.latest()));
        times.filter_map(|t| i64::try_from(t).ok()).max()
    };
    for (member, held) in replica.copies() {
        if let Some((_, row)) = report.registers.iter_mut().find(|(m, _)| m == member) {
            row.now = held.size();
            row.newest_cosignature = held.note().and_then(newest).map(|t| now - t);
        }
    }
    report.registers.sort_by(|a, b| a.0.cmp(&b.0));
    report
}
