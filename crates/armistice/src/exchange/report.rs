//! What an exchange did, for people and for programs.
//!
//! Must not: leave out what was not taken, or say anything about contents.

use crate::{exchange::replica::Refusal, keys::MemberName};
use serde_json::{Value, json};

/// What a server answers to something that it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Taken; so many entries are held now.
    Held(u64),
    /// It holds another number of entries than the request begins with.
    Elsewhere(u64),
    /// Today's quota is used up; so many are held.
    Quota(u64),
    /// Not taken, for a reason.
    Refused(String),
}

/// Longest reason of a peer that is repeated.
const REASON_MAX: usize = 500;

impl Answer {
    /// Status and body of an HTTP answer.
    #[must_use]
    pub fn read(status: u16, body: &[u8]) -> Self {
        let text = String::from_utf8_lossy(body);
        let first = text.lines().next().unwrap_or_default();
        let size = first.strip_prefix("size ").and_then(|n| n.parse().ok());
        match (status, size) {
            (200, Some(size)) => Self::Held(size),
            (409, Some(size)) => Self::Elsewhere(size),
            (429, Some(size)) => Self::Quota(size),
            _ => Self::Refused(format!("{status} {}", first.chars().take(REASON_MAX).collect::<String>())),
        }
    }

    /// As status and body.
    #[must_use]
    pub fn to_http(&self) -> (u16, String) {
        match self {
            Self::Held(size) => (200, format!("size {size}\n")),
            Self::Elsewhere(size) => (409, format!("size {size}\n")),
            Self::Quota(size) => (429, format!("size {size}\n")),
            Self::Refused(why) => (422, format!("{why}\n")),
        }
    }

    /// The answer to something refused.
    #[must_use]
    pub fn of(refusal: &Refusal) -> Self {
        match refusal {
            Refusal::Elsewhere { held } => Self::Elsewhere(*held),
            Refusal::Quota { held, .. } => Self::Quota(*held),
            Refusal::NotRecognised { .. }
            | Refusal::OtherKey { .. }
            | Refusal::Conflict { .. }
            | Refusal::Fault { .. }
            | Refusal::Other(_) => Self::Refused(refusal.to_string()),
            // What is wrong with our disk is not the peer's business.
            Refusal::Store(_) => Self::Refused("not stored".to_owned()),
        }
    }
}

/// What became of one register.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegisterReport {
    /// Entries held before.
    pub before: u64,
    /// Entries held now.
    pub now: u64,
    /// Entries under the peer's checkpoint, if it offers one.
    pub offered: Option<u64>,
    /// Entries that the peer has and today's quota does not let in.
    pub not_yet_taken: u64,
    /// Entries that the peer took from us.
    pub sent: u64,
    /// The peer shows an older checkpoint than what we hold: its size.
    pub older: Option<u64>,
    /// The peer's witness has seen more of the register than is held here, and the peer gave no more: its size.
    pub seen_by_witness: Option<u64>,
    /// The first index at which the peer's history differs from ours.
    pub conflict: Option<u64>,
    /// The peer holds more of our own register than we do, or something else.
    pub rollback: bool,
    /// Whether the peer's note brought cosignatures or a newer checkpoint.
    pub notes: u64,
    /// Seconds since the newest cosignature on the register's note.
    pub newest_cosignature: Option<i64>,
    /// Why something was refused: located.
    pub refused: Vec<String>,
}

/// What an exchange did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// With whom.
    pub peer: Option<MemberName>,
    /// Register by register.
    pub registers: Vec<(MemberName, RegisterReport)>,
    /// Proofs of misbehaviour that came.
    pub evidence_taken: u64,
    /// Proofs of misbehaviour that went.
    pub evidence_sent: u64,
    /// Registers that were cosigned.
    pub cosigned: Vec<MemberName>,
    /// What did not verify, or could not be read, apart from registers.
    pub refused: Vec<String>,
    /// Why the exchange ended early; what was taken before is kept.
    pub broken: Option<String>,
}

impl Report {
    /// The row of a register.
    pub fn row(&mut self, member: &MemberName) -> &mut RegisterReport {
        let at = match self.registers.iter().position(|(m, _)| m == member) {
            Some(at) => at,
            None => {
                self.registers.push((member.clone(), RegisterReport::default()));
                self.registers.len() - 1
            }
        };
        &mut self.registers[at].1
    }

    /// Whether two histories, or another copy of ourselves, showed.
    #[must_use]
    pub fn conflicts(&self) -> bool {
        self.registers.iter().any(|(_, r)| r.conflict.is_some() || r.rollback)
    }

    /// Whether anything was refused.
    #[must_use]
    pub fn refusals(&self) -> bool {
        !self.refused.is_empty() || self.registers.iter().any(|(_, r)| !r.refused.is_empty())
    }

    /// For programs.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let registers: Vec<Value> = self
            .registers
            .iter()
            .map(|(member, r)| {
                json!({
                    "member": member.as_str(),
                    "before": r.before,
                    "now": r.now,
                    "offered": r.offered,
                    "not_yet_taken": r.not_yet_taken,
                    "sent": r.sent,
                    "older": r.older,
                    "seen_by_witness": r.seen_by_witness,
                    "conflict": r.conflict,
                    "rollback": r.rollback,
                    "notes": r.notes,
                    "newest_cosignature_age": r.newest_cosignature,
                    "refused": r.refused,
                })
            })
            .collect();
        json!({
            "peer": self.peer.as_ref().map(MemberName::as_str),
            "registers": registers,
            "evidence_taken": self.evidence_taken,
            "evidence_sent": self.evidence_sent,
            "cosigned": self.cosigned.iter().map(MemberName::as_str).collect::<Vec<_>>(),
            "refused": self.refused,
            "broken": self.broken,
        })
    }

    /// For people.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut out = Vec::new();
        for (member, r) in &self.registers {
            let mut line = format!("{member}: {} entries held", r.now);
            if r.now > r.before {
                line += &format!(", {} of them new", r.now - r.before);
            }
            if r.sent > 0 {
                line += &format!(", {} sent", r.sent);
            }
            if let Some(age) = r.newest_cosignature {
                line += &format!(", newest cosignature {} old", duration(age));
            }
            out.push(line);
            if r.not_yet_taken > 0 {
                out.push(format!("  not yet taken: {} entries; today's quota is used up", r.not_yet_taken));
            }
            if let Some(size) = r.older {
                out.push(format!("  the peer's checkpoint is older than what we hold: {size} < {}", r.now));
            }
            if let Some(size) = r.seen_by_witness {
                out.push(format!(
                    "  the peer's witness has seen {size} entries; more than the {} that are held here",
                    r.now
                ));
            }
            if let Some(index) = r.conflict {
                out.push(format!(
                    "  TWO HISTORIES: the peer has another one from entry {index} on; ours is kept, the proof is in evidence/"
                ));
            }
            if r.rollback {
                out.push(
                    "  ROLLBACK SUSPECTED: the peer holds more of this register than this folder, which wrote it; nothing is signed until this is settled"
                        .to_owned(),
                );
            }
            out.extend(r.refused.iter().map(|why| format!("  refused: {why}")));
        }
        if !self.cosigned.is_empty() {
            let names: Vec<&str> = self.cosigned.iter().map(MemberName::as_str).collect();
            out.push(format!("cosigned: {}", names.join(", ")));
        }
        if self.evidence_taken + self.evidence_sent > 0 {
            out.push(format!("evidence: {} taken, {} sent", self.evidence_taken, self.evidence_sent));
        }
        out.extend(self.refused.iter().map(|why| format!("refused: {why}")));
        out.extend(self.broken.iter().map(|why| format!("ended early: {why}; what was taken is kept")));
        out
    }
}

/// A length of time in its largest whole unit.
fn duration(seconds: i64) -> String {
    match seconds {
        s if s < 0 => format!("{} s in the future", -s),
        s if s < 120 => format!("{s} s"),
        s if s < 7200 => format!("{} min", s / 60),
        s if s < 172_800 => format!("{} h", s / 3600),
        s => format!("{} d", s / 86_400),
    }
}
