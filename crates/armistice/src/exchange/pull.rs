//! Taking from a peer: read its files, hold them against what is held, take what follows, batch by batch.
//!
//! Must not: take an entry before it was found in the tree of a signed checkpoint, or lose what was taken when the peer fails.

use crate::{
    exchange::{
        copy::{self, Copy, Fault},
        fork,
        layout::{self, Index},
        replica::{Refusal, Replica, Store},
        report::Report,
        source::{Source, SourceError},
    },
    failure::Failure,
    keys::MemberName,
};
use armistice_tlog::{
    checkpoint::Checkpoint,
    hash::{Hash, sha256},
    note::Note,
    tile::{Row, Tile, reader::TileReader},
    tree,
};

/// Entry bytes that one batch has at the least before it is taken: one sync of the disk is paid for each.
const BATCH_BYTES: usize = 4 << 20;

/// Entry bytes that are read ahead, untaken, to find the key that signed the checkpoint.
const AHEAD_BYTES: usize = 64 << 20;

/// Archived notes that are taken of a register in one exchange.
const NOTES_MAX: usize = 1024;

/// How taking ended, apart from what the report says.
enum Stop {
    /// The peer cannot be read any further.
    Source(SourceError),
    /// Our own disk failed.
    Store(Failure),
    /// This register is refused; the others go on.
    Refused(String),
}

impl From<SourceError> for Stop {
    fn from(e: SourceError) -> Self {
        Self::Source(e)
    }
}

impl From<Refusal> for Stop {
    fn from(e: Refusal) -> Self {
        match e {
            Refusal::Store(failure) => Self::Store(failure),
            other => Self::Refused(other.to_string()),
        }
    }
}

/// Takes everything from a peer that is new and verifies. What fails is in the report; an error is our own disk's.
pub fn pull<S: Store>(
    replica: &mut Replica<S>,
    source: &dyn Source,
    now: i64,
    report: &mut Report,
) -> Result<Option<Index>, Failure> {
    let index = match index(replica, source) {
        Ok(Some(index)) => index,
        Ok(None) => return Ok(None),
        Err(Stop::Source(e)) => {
            report.broken = Some(e.to_string());
            return Ok(None);
        }
        Err(Stop::Refused(why)) => {
            report.refused.push(why);
            return Ok(None);
        }
        Err(Stop::Store(failure)) => return Err(failure),
    };
    report.peer = Some(index.server.clone());
    for offered in &index.registers {
        let before = replica.copies().get(&offered.member).map_or(0, Copy::size);
        let row = report.row(&offered.member);
        (row.before, row.now) = (before, before);
        let done = register(replica, source, &offered.member, now, report);
        replica.store().rest()?;
        let held = replica.copies().get(&offered.member).map_or(0, Copy::size);
        report.row(&offered.member).now = held;
        match done {
            Ok(()) => {}
            Err(Stop::Refused(why)) => report.row(&offered.member).refused.push(why),
            Err(Stop::Store(failure)) => return Err(failure),
            Err(Stop::Source(e)) => {
                report.broken = Some(e.to_string());
                return Ok(Some(index));
            }
        }
    }
    for digest in &index.evidence {
        if replica.evidence().contains_key(digest) {
            continue;
        }
        let path = layout::evidence(digest);
        let bytes = match source.get(&path, layout::EVIDENCE_FILE_MAX) {
            Ok(Some(bytes)) if sha256(&bytes) == *digest => bytes,
            Ok(Some(_)) => {
                report.refused.push(format!("{path}: its digest is another"));
                continue;
            }
            Ok(None) => continue,
            Err(e) => {
                report.broken = Some(e.to_string());
                return Ok(Some(index));
            }
        };
        match replica.keep_evidence(&bytes) {
            Ok(new) => report.evidence_taken += u64::from(new),
            Err(Refusal::Store(failure)) => return Err(failure),
            Err(other) => report.refused.push(format!("{path}: {other}")),
        }
    }
    Ok(Some(index))
}

fn index<S: Store>(replica: &Replica<S>, source: &dyn Source) -> Result<Option<Index>, Stop> {
    let Some(bytes) = source.get(layout::INDEX, layout::INDEX_MAX)? else { return Ok(None) };
    let index = Index::parse(&bytes).map_err(|e| Stop::Refused(format!("{}: {e}", layout::INDEX)))?;
    if index.mission != replica.mission() {
        return Err(Stop::Refused(format!("the peer has mission {}, this is {}", index.mission, replica.mission())));
    }
    Ok(Some(index))
}

/// One register of the peer.
fn register<S: Store>(
    replica: &mut Replica<S>,
    source: &dyn Source,
    member: &MemberName,
    now: i64,
    report: &mut Report,
) -> Result<(), Stop> {
    let path = layout::register(member, "checkpoint");
    let Some(bytes) = source.get(&path, layout::NOTE_MAX)? else {
        return Err(Stop::Refused(format!("{path} is not there")));
    };
    let located = |e: &dyn std::fmt::Display| Stop::Refused(format!("{path}: {e}"));
    let (note, checkpoint) =
        copy::read_note(&bytes, &format!("{}/{member}", replica.mission())).map_err(|e| located(&e))?;
    report.row(member).offered = Some(checkpoint.size);
    let held = replica.copies().get(member).map_or(0, Copy::size);
    if *member == *replica.own() && !replica.recovering() {
        return own(replica, source, member, &note, &checkpoint, &bytes, report);
    }
    if held == 0 && !replica.recognised().contains_key(member) {
        return Err(Refusal::NotRecognised { member: member.clone() }.into());
    }
    // With keys that are known already, a checkpoint that is wrong is refused before anything else is fetched.
    if let Some(keyring) = replica.copies().get(member).and_then(Copy::keyring) {
        match copy::signed(keyring, &note, checkpoint.size) {
            Ok(()) | Err(Fault::Unsigned { .. }) => {}
            Err(other) => return Err(located(&other)),
        }
    }
    let read = |tile: Tile| {
        let max = match tile.row() {
            Row::Level(_) => layout::TILE_MAX,
            Row::Entries => layout::BUNDLE_MAX,
        };
        source.get(&layout::register(member, &tile.to_string()), max)
    };
    let reader = TileReader::open(checkpoint.size, checkpoint.root, read).map_err(|e| tile(member, e))?;

    // Does the peer's history begin as ours, or ours as the peer's?
    if let Some(copy) = replica.copies().get(member).filter(|c| c.size() > 0) {
        let common = copy.size().min(checkpoint.size);
        let ours = copy.tree().root_at(common).map_err(|e| located(&e))?;
        let theirs = tree::root(&reader, common).map_err(|e| nodes(member, e))?;
        if ours != theirs {
            return conflict(replica, &reader, member, &note, &checkpoint, now, report);
        }
    }
    if checkpoint.size < held {
        report.row(member).older = Some(checkpoint.size);
    }
    if checkpoint.size > held {
        follow(replica, &reader, member, &note, checkpoint.size, now, report)?;
    }
    let reached = replica.copies().get(member).map_or(0, Copy::size);
    if reached >= checkpoint.size {
        report.row(member).notes += u64::from(replica.receive_note(member, &bytes)?);
    }
    notes(replica, source, member, report)
}

/// A peer's copy of our own register: it can bring cosignatures, and it can show that we are an old copy of ourselves.
fn own<S: Store>(
    replica: &mut Replica<S>,
    source: &dyn Source,
    member: &MemberName,
    note: &Note,
    checkpoint: &Checkpoint,
    bytes: &[u8],
    report: &mut Report,
) -> Result<(), Stop> {
    if replica.own_elsewhere(note, checkpoint)? {
        report.row(member).rollback = true;
        return Ok(());
    }
    match replica.receive_note(member, bytes) {
        Ok(brought) => report.row(member).notes += u64::from(brought),
        // A note that we did not sign, of a size that we do not have: somebody's invention.
        Err(other) => return Err(other.into()),
    }
    notes(replica, source, member, report)
}

/// Takes the entries after those that are held.
fn follow<S: Store, R>(
    replica: &mut Replica<S>,
    reader: &TileReader<R>,
    member: &MemberName,
    note: &Note,
    size: u64,
    now: i64,
    report: &mut Report,
) -> Result<(), Stop>
where
    R: armistice_tlog::tile::reader::TileSource<Error = SourceError>,
{
    let mut next = replica.copies().get(member).map_or(0, Copy::size);
    let mut batch: Vec<Vec<u8>> = Vec::new();
    let (mut bytes, mut cost) = (0, 0);
    // Entries in hand that cannot be taken yet: the batch is ready when it has as many again.
    let mut ahead = 0;
    let ready = |replica: &Replica<S>, batch: &[Vec<u8>], ahead: usize, bytes: usize| {
        batch.len() >= replica.batch().max(2 * ahead) || (ahead == 0 && bytes >= BATCH_BYTES)
    };
    while next < size {
        let left = replica.left_today(member, now);
        let mut full = false;
        let bundle = reader.bundle(next / 256).map_err(|e| tile(member, e))?;
        for entry in bundle.entries().into_iter().skip(usize::try_from(next % 256).unwrap_or_default()) {
            if cost + Replica::<S>::cost(entry) > left {
                full = true;
                break;
            }
            if ready(replica, &batch, ahead, bytes) {
                break;
            }
            cost += Replica::<S>::cost(entry);
            bytes += entry.len();
            batch.push(entry.to_vec());
            next += 1;
        }
        if !full && next < size && !ready(replica, &batch, ahead, bytes) {
            continue;
        }
        let entries: Vec<&[u8]> = batch.iter().map(Vec::as_slice).collect();
        match if entries.is_empty() { Ok(()) } else { replica.admit(member, &entries, note, size, now) } {
            Ok(()) => {
                batch.clear();
                (bytes, cost, ahead) = (0, 0, 0);
            }
            // The key that signed the checkpoint may be declared further on: read on, and take nothing until it shows.
            Err(Refusal::Fault { fault: Fault::Unsigned { .. }, .. })
                if next < size && !full && bytes < AHEAD_BYTES =>
            {
                ahead = batch.len();
                continue;
            }
            Err(other) => return Err(other.into()),
        }
        if full {
            report.row(member).not_yet_taken = size - next;
            return Ok(());
        }
    }
    Ok(())
}

/// The peer's history is another one. Where does it begin to be? Who signed both?
fn conflict<S: Store, R>(
    replica: &mut Replica<S>,
    reader: &TileReader<R>,
    member: &MemberName,
    note: &Note,
    checkpoint: &Checkpoint,
    now: i64,
    report: &mut Report,
) -> Result<(), Stop>
where
    R: armistice_tlog::tile::reader::TileSource<Error = SourceError>,
{
    let Some(copy) = replica.copies().get(member) else { return Ok(()) };
    let index = first_difference(copy, reader, member, checkpoint.size)?;
    // Not signed by the register's own keys: an invention of the peer, and no conflict.
    let Some(keyring) = copy.keyring() else { return Ok(()) };
    if let Err(fault) = copy::signed(keyring, note, checkpoint.size) {
        return Err(Stop::Refused(format!(
            "another history from entry {index} on, which its author did not sign: {fault}"
        )));
    }
    report.row(member).conflict = Some(index);
    if replica.conflicts().get(member).is_some_and(|at| *at <= index) {
        // Proved before, and what the other history says was kept then.
        return Ok(());
    }
    let bundle = reader.bundle(index / 256).map_err(|e| tile(member, e))?;
    let slot = usize::try_from(index % 256).unwrap_or_default();
    let theirs = bundle.entries().get(slot).map(|e| e.to_vec());
    let evidence = theirs.and_then(|theirs| fork::of_entries(copy, index, &theirs));
    let Some(evidence) = evidence.or_else(|| fork::of_notes(copy, note)) else {
        return Err(Stop::Refused(format!("another history from entry {index} on, and no proof of who made it")));
    };
    replica.keep_evidence(&evidence)?;
    // What the other history says is not lost: kept as it came, within the day's quota.
    let mut at = index;
    while at < checkpoint.size {
        let bundle = reader.bundle(at / 256).map_err(|e| tile(member, e))?;
        if bundle.bytes().len() as u64 > replica.left_today(member, now) {
            report.row(member).not_yet_taken = checkpoint.size - at;
            break;
        }
        replica.keep_other_history(member, at / 256 * 256, bundle.bytes())?;
        at = (at / 256 + 1) * 256;
    }
    Ok(())
}

/// The first index at which two trees differ, found by halving. The trees differ within their common size.
fn first_difference<R>(copy: &Copy, reader: &TileReader<R>, member: &MemberName, size: u64) -> Result<u64, Stop>
where
    R: armistice_tlog::tile::reader::TileSource<Error = SourceError>,
{
    // Equal up to `low`, different at `high`.
    let (mut low, mut high) = (0, copy.size().min(size));
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        let ours = copy.tree().root_at(middle).map_err(|e| Stop::Refused(e.to_string()))?;
        if ours == tree::root(reader, middle).map_err(|e| nodes(member, e))? {
            low = middle;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

/// Archived notes that the peer has and we do not.
fn notes<S: Store>(
    replica: &mut Replica<S>,
    source: &dyn Source,
    member: &MemberName,
    report: &mut Report,
) -> Result<(), Stop> {
    let path = layout::register(member, "notes/list");
    let Some(bytes) = source.get(&path, layout::LIST_MAX)? else { return Ok(()) };
    let listed = layout::parse_list(&bytes).map_err(|e| Stop::Refused(format!("{path}: {e}")))?;
    let held = |digest: &Hash| replica.copies().get(member).is_some_and(|c| c.archive().contains_key(digest));
    let new: Vec<Hash> = listed.into_iter().filter(|d| !held(d)).take(NOTES_MAX).collect();
    for digest in new {
        let path = layout::note(member, &digest);
        let Some(bytes) = source.get(&path, layout::NOTE_MAX)? else { continue };
        if sha256(&bytes) != digest {
            report.row(member).refused.push(format!("{path}: its digest is another"));
            continue;
        }
        match replica.receive_note(member, &bytes) {
            Ok(brought) => report.row(member).notes += u64::from(brought),
            // Of entries that are not taken yet: another time.
            Err(Refusal::Elsewhere { .. }) => {}
            Err(Refusal::Conflict { index, .. }) => report.row(member).conflict = Some(index),
            Err(Refusal::Store(failure)) => return Err(Stop::Store(failure)),
            Err(other) => report.row(member).refused.push(format!("{path}: {other}")),
        }
    }
    Ok(())
}

fn tile(member: &MemberName, error: armistice_tlog::tile::reader::ReadError<SourceError>) -> Stop {
    match error {
        armistice_tlog::tile::reader::ReadError::Source { source, .. } => Stop::Source(source),
        other => Stop::Refused(format!("{}: {other}", layout::register(member, ""))),
    }
}

fn nodes(member: &MemberName, error: tree::TreeError<armistice_tlog::tile::reader::ReadError<SourceError>>) -> Stop {
    match error {
        tree::TreeError::Node { source, .. } => tile(member, source),
        tree::TreeError::NoSuchEntry { .. }
        | tree::TreeError::NoSuchSize { .. }
        | tree::TreeError::SizesReversed { .. } => {
            Stop::Refused("its tree is smaller than its checkpoint says".to_owned())
        }
    }
}
