//! Giving to a peer: what it lacks of what is held and published here. To a server in requests, to a folder as files.
//!
//! Must not: give out what is beyond a register's newest note, take back a file that the peer has, or give captured
//! originals, keys or anything of the vault.

use crate::{
    exchange::{
        copy::{self, Copy},
        layout::{self, Index, Offered, Push},
        replica::{Refusal, Replica, Store},
        report::{Answer, Report},
        source::{Directory, Peer, SourceError},
    },
    keys::MemberName,
};
use armistice_tlog::{hash::Hash, note::Note, tile};
use std::collections::BTreeSet;

/// Archived notes that are sent of a register in one exchange.
const NOTES_MAX: usize = 1024;

/// Sends a server what it lacks. What it refuses is in the report; an error means that it cannot be reached any more.
pub fn push<S: Store>(
    replica: &Replica<S>,
    peer: &dyn Peer,
    index: &Index,
    report: &mut Report,
) -> Result<(), SourceError> {
    for (member, held) in replica.copies() {
        let Some(note) = held.note() else { continue };
        // Its own register a peer writes itself; where there are two histories, the proof goes, and nothing else.
        if *member == index.server || report.row(member).conflict.is_some() || report.row(member).rollback {
            if *member == index.server && report.row(member).conflict.is_none() {
                notes(held, note, peer, report)?;
            }
            continue;
        }
        let offered = index.registers.iter().find(|o| o.member == *member).map_or(0, |o| o.size);
        let row = report.row(member);
        (row.before, row.now) = (row.before.max(if row.now == 0 { held.size() } else { 0 }), held.size());
        if entries(replica, held, note, peer, offered, report)? {
            notes(held, note, peer, report)?;
        }
    }
    for (digest, bytes) in replica.evidence() {
        if index.evidence.contains(digest) {
            continue;
        }
        match peer.push_evidence(bytes)? {
            Answer::Held(new) => report.evidence_sent += new.min(1),
            Answer::Elsewhere(_) | Answer::Quota(_) => {}
            Answer::Refused(why) => report.refused.push(format!("the peer refused evidence {digest}: {why}")),
        }
    }
    Ok(())
}

/// Sends the entries that follow what the peer has. True if it has all of them then.
fn entries<S: Store>(
    replica: &Replica<S>,
    held: &Copy,
    note: &Note,
    peer: &dyn Peer,
    offered: u64,
    report: &mut Report,
) -> Result<bool, SourceError> {
    let (member, published) = (held.member(), held.published());
    let (mut at, mut corrected) = (offered, false);
    while at < published {
        let Some(request) = request(held, note, at, published, replica.batch()) else { return Ok(false) };
        let sent = request.entries.len() as u64;
        match peer.push(member, &request)? {
            Answer::Held(now) if now > at => {
                report.row(member).sent += sent.min(now - at);
                at = now;
            }
            // It counts otherwise than its index said: an index is a hint. Once.
            Answer::Elsewhere(now) if !corrected && now <= published => (at, corrected) = (now, true),
            Answer::Held(_) | Answer::Elsewhere(_) => return Ok(false),
            Answer::Quota(now) => {
                let rest = published.saturating_sub(now);
                report
                    .row(member)
                    .refused
                    .push(format!("the peer takes no more today; {rest} entries are not yet taken there"));
                return Ok(false);
            }
            Answer::Refused(why) => {
                report.row(member).refused.push(format!("by the peer: {why}"));
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// The next request: as many entries as fit, and the proof that they stand in the tree of the note.
fn request(held: &Copy, note: &Note, at: u64, published: u64, most: usize) -> Option<Push> {
    let (mut entries, mut bytes, mut to) = (Vec::new(), 0, at);
    while to < published && entries.len() < most {
        let entry = held.entry(to)?;
        if bytes + entry.len() + 2 > layout::PUSH_ENTRIES {
            break;
        }
        bytes += entry.len() + 2;
        entries.push(entry.to_vec());
        to += 1;
    }
    let proof = held.tree().consistency(to, published).ok()?;
    Some(Push { from: at, note: note.to_bytes(), proof, entries })
}

/// Sends the newest note and the archived ones that the peer does not list.
fn notes(held: &Copy, note: &Note, peer: &dyn Peer, report: &mut Report) -> Result<(), SourceError> {
    let member = held.member();
    let theirs = peer.get(&layout::register(member, "checkpoint"), layout::NOTE_MAX)?;
    let mut send: Vec<Vec<u8>> = Vec::new();
    let list = peer.get(&layout::register(member, "notes/list"), layout::LIST_MAX)?.unwrap_or_default();
    let listed: BTreeSet<Hash> = layout::parse_list(&list).unwrap_or_default().into_iter().collect();
    let lacking = held.archive().iter().filter(|(digest, _)| !listed.contains(digest)).take(NOTES_MAX);
    send.extend(lacking.map(|(_, note)| note.to_bytes()));
    let bytes = note.to_bytes();
    if theirs.as_ref() != Some(&bytes) && !send.contains(&bytes) {
        send.push(bytes);
    }
    for note in send {
        match peer.push_note(member, &note)? {
            Answer::Held(_) | Answer::Elsewhere(_) | Answer::Quota(_) => {}
            Answer::Refused(why) => report.row(member).refused.push(format!("by the peer, a note: {why}")),
        }
    }
    Ok(())
}

/// Writes into a folder what it lacks: tiles first, notes, the checkpoint, and the index last, so that whatever moment a
/// stick is pulled out, what is readable is whole.
pub fn export<S: Store>(
    replica: &Replica<S>,
    folder: &Directory,
    there: Option<&Index>,
    report: &mut Report,
) -> Result<(), SourceError> {
    let mut registers: Vec<Offered> = there.map(|i| i.registers.clone()).unwrap_or_default();
    for (member, held) in replica.copies() {
        let Some(note) = held.note() else { continue };
        if report.row(member).conflict.is_some() || report.row(member).rollback {
            continue;
        }
        let row = report.row(member);
        row.now = held.size();
        if row.offered.is_none() {
            row.before = held.size();
        }
        let published = held.published();
        // What is on the stick is believed as far as its own checkpoint goes: it was read and compared just now.
        let before = row.offered.unwrap_or(0);
        if published > before {
            let tiles = tile::tiles_between(before, published).chain(tile::bundles_between(before, published));
            for tile in tiles {
                let Some(bytes) = held.file(tile, published) else { continue };
                folder.put(&layout::register(member, &tile.to_string()), &bytes)?;
            }
            report.row(member).sent = published - before;
        }
        for (digest, note) in held.archive() {
            let path = layout::note(member, digest);
            if !folder.has(&path)? {
                folder.put(&path, &note.to_bytes())?;
            }
        }
        let notes = folder.digests(&layout::register(member, "notes"), "");
        folder.put(&layout::register(member, "notes/list"), layout::list_text(&notes).as_bytes())?;
        if published >= before {
            folder.put(&layout::register(member, "checkpoint"), &note.to_bytes())?;
            match registers.iter_mut().find(|o| o.member == *member) {
                Some(offered) => offered.size = published,
                None => registers.push(Offered { member: member.clone(), size: published }),
            }
        }
    }
    for (digest, bytes) in replica.evidence() {
        let path = layout::evidence(digest);
        if !folder.has(&path)? {
            folder.put(&path, bytes)?;
            report.evidence_sent += 1;
        }
    }
    registers.sort_by(|a, b| a.member.cmp(&b.member));
    let index = Index {
        mission: replica.mission().to_owned(),
        server: replica.own().clone(),
        registers,
        evidence: folder.digests("evidence", ".evidence"),
    };
    folder.put(layout::INDEX, index.to_text().as_bytes())
}

/// Reads again what a peer shows of the registers that it was sent: cosignatures that it made meanwhile.
pub fn collect<S: Store>(
    replica: &mut Replica<S>,
    peer: &dyn Peer,
    report: &mut Report,
) -> Result<Result<(), crate::failure::Failure>, SourceError> {
    let members: Vec<MemberName> = replica.copies().keys().cloned().collect();
    for member in members {
        // What the peer's witness has seen of a register that is not the peer's: nobody can show us less than that.
        let origin = format!("{}/{member}", replica.mission());
        if let Some(bytes) = peer.get(&format!("witness/{}", layout::monitor(&origin)), layout::NOTE_MAX)?
            && let Ok((_, checkpoint)) = copy::read_note(&bytes, &origin)
        {
            match replica.receive_note(&member, &bytes) {
                Ok(brought) => report.row(&member).notes += u64::from(brought),
                Err(Refusal::Store(failure)) => return Ok(Err(failure)),
                Err(Refusal::Elsewhere { held }) if checkpoint.size > held => {
                    report.row(&member).seen_by_witness = Some(checkpoint.size);
                }
                Err(Refusal::Conflict { index, .. }) => {
                    let row = report.row(&member);
                    row.conflict = Some(row.conflict.unwrap_or(index));
                }
                // Not signed by the register: the page shows nothing.
                Err(_) => {}
            }
        }
        let Some(bytes) = peer.get(&layout::register(&member, "checkpoint"), layout::NOTE_MAX)? else { continue };
        let same = |c: &Copy| c.note().is_some_and(|n| n.to_bytes() == bytes);
        if replica.copies().get(&member).is_some_and(same) {
            continue;
        }
        if copy::read_note(&bytes, &origin).is_err() {
            continue;
        }
        match replica.receive_note(&member, &bytes) {
            Ok(brought) => report.row(&member).notes += u64::from(brought),
            Err(Refusal::Store(failure)) => return Ok(Err(failure)),
            // Newer than what was taken, or refused before: said already.
            Err(_) => {}
        }
    }
    Ok(Ok(()))
}
