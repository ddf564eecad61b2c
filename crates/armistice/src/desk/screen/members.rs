//! Members and witnesses: whose registers are here, how large, who has seen what of whom, and what contradicts itself.
//!
//! Must not: call a register that is behind false, or accuse beyond what is proved.

use super::{
    Context, Screen,
    values::{self, list, text},
};
use crate::{
    cli::{member, policy},
    desk::{locale::Locale, page::Shell, problem::Problem},
};
use armistice_core::statement::{Decoded, Header};
use maud::{Markup, html};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The members.
#[derive(Debug, Serialize)]
pub struct Members {
    /// As `armistice member list --json` prints them.
    pub members: Vec<Value>,
    /// As `armistice policy list --json` prints them.
    pub policies: Vec<Value>,
    /// The registers that the record was computed from.
    pub registers: Vec<Held>,
    /// Who has seen how much of whom.
    pub seen: Vec<Seen>,
    /// Proofs that a key signed two things which cannot both be.
    pub evidence: Vec<Proof>,
}

/// A register as it is held here.
#[derive(Debug, Serialize)]
pub struct Held {
    /// The member.
    pub member: String,
    /// Entries.
    pub size: u64,
    /// The root.
    pub root: String,
    /// The time of its last statement, by its author: seconds since 1970.
    pub last: Option<i64>,
    /// Times that a witness's cosigned checkpoint of it was seen by other members.
    pub cosigned: usize,
    /// Where it stops, and why.
    pub stopped: Option<(u64, String)>,
}

/// What one member had of another's register by its last statement.
#[derive(Debug, Serialize)]
pub struct Seen {
    /// Who.
    pub by: String,
    /// Whose register.
    pub of: String,
    /// Entries that it had.
    pub size: u64,
    /// Entries that are here and that it had not said to have.
    pub behind: u64,
}

/// A proof of two histories.
#[derive(Debug, Serialize)]
pub struct Proof {
    /// Its id.
    pub id: String,
    /// What it proves.
    pub what: String,
    /// The register.
    pub origin: String,
    /// At which place.
    pub slot: u64,
}

/// Makes it.
pub fn view(asked: &Context) -> Result<Members, Problem> {
    let mission = &asked.desk.mission;
    let holdings = mission.read()?;
    let (members, policies) = (member::rows(mission, &holdings), policy::rows(&asked.snapshot.record));
    let sizes: BTreeMap<String, u64> =
        holdings.registers.iter().map(|r| (r.register.origin.clone(), r.reading.size())).collect();
    let mut seen: BTreeMap<(String, String), u64> = BTreeMap::new();
    let mut cosigned: BTreeMap<String, usize> = BTreeMap::new();
    let mut last: BTreeMap<String, i64> = BTreeMap::new();
    for register in holdings.registers.iter().map(|r| &r.register) {
        for header in register.entries.iter().map(|(_, entry)| header(entry)) {
            last.insert(register.member.clone(), header.asserted);
            for s in &header.seen {
                let size = seen.entry((register.member.clone(), s.origin.clone())).or_default();
                *size = s.size.max(*size);
                if s.note.is_some() {
                    *cosigned.entry(s.origin.clone()).or_default() += 1;
                }
            }
        }
    }
    let evidence = holdings.evidence.iter().map(|e| Proof {
        id: e.id.hex(),
        what: e.proven.what.name().to_owned(),
        origin: e.proven.origin.clone(),
        slot: e.proven.slot,
    });
    let member_of = |origin: &str| origin.rsplit('/').next().unwrap_or(origin).to_owned();
    let registers = asked.snapshot.as_of().iter().map(|r| Held {
        last: last.get(&r.member).copied(),
        cosigned: cosigned.get(&r.origin).copied().unwrap_or(0),
        stopped: asked
            .snapshot
            .record
            .stopped
            .iter()
            .find(|(m, _, _)| *m == r.member)
            .map(|(_, i, w)| (*i, w.to_string())),
        member: r.member.clone(),
        size: r.size,
        root: r.root.clone(),
    });
    Ok(Members {
        members,
        policies,
        registers: registers.collect(),
        seen: seen
            .into_iter()
            .map(|((by, origin), size)| Seen {
                by,
                behind: sizes.get(&origin).copied().unwrap_or(size).saturating_sub(size),
                of: member_of(&origin),
                size,
            })
            .collect(),
        evidence: evidence.collect(),
    })
}

const fn header(entry: &Decoded) -> &Header {
    match entry {
        Decoded::Known(s) => &s.header,
        Decoded::Unknown { header, .. } => header,
    }
}

fn count(n: u64, l: &Locale) -> String {
    l.number(i64::try_from(n).unwrap_or(i64::MAX))
}

impl Screen for Members {
    fn title(&self, locale: &Locale) -> String {
        locale.t("nav-members")
    }

    fn place(&self) -> &'static str {
        "/members"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            section { h2 { (l.t("members-histories")) }
                @if self.evidence.is_empty() { p { (l.t("members-no-evidence")) } }
                ul { @for e in &self.evidence { li class="problem" { (values::word(l, "misbehaviour", &e.what)) " · " bdi { (e.origin) } " #" (count(e.slot, l)) " · " code { (e.id) } } }
                    @for r in self.registers.iter().filter_map(|r| r.stopped.as_ref().map(|s| (r, s))) { li class="problem" { bdi { (r.0.member) } " #" (count(r.1.0, l)) ": " (r.1.1) } } } }
            section { h2 { (l.t("members-registers")) }
                div class="table" tabindex="0" role="region" aria-label=(l.t("members-registers")) { table {
                    (values::head(l, &["col-member", "members-entries", "members-root", "members-last", "members-cosigned"]))
                    tbody { @for r in &self.registers { tr { th scope="row" { bdi { (r.member) } } td class="number" { (count(r.size, l)) } td { code class="digest" { (r.root) } }
                        td { @match r.last { Some(t) => (values::moment(t, l)), None => (values::unknown(l)) } } td class="number" { (count(r.cosigned as u64, l)) } } } }
                } } }
            section { h2 { (l.t("members-seen")) }
                @if self.seen.is_empty() { p class="empty" { (l.t("members-nothing-seen")) } } @else {
                    div class="table" tabindex="0" role="region" aria-label=(l.t("members-seen")) { table {
                        (values::head(l, &["col-member", "members-of", "members-entries", "members-lag"]))
                        tbody { @for s in &self.seen { tr { th scope="row" { bdi { (s.by) } } td { bdi { (s.of) } } td class="number" { (count(s.size, l)) } td class="number" { @if s.behind == 0 { (l.t("members-up-to-date")) } @else { (l.t_with("members-behind", &[("count", s.behind.into())])) } } } } }
                    } }
                    p class="note" { (l.t("members-behind-note")) } } }
            section { h2 { (l.t("members-recognised")) }
                @for m in &self.members {
                    h3 { bdi { (text(m, "member")) } }
                    @if list(m, "recognised").is_empty() && m.get("own").and_then(Value::as_bool) != Some(true) { p class="notice" { (l.t("members-not-recognised")) } }
                    ul { @for r in list(m, "recognised") { li { bdi { (text(r, "by")) } ": " code class="digest" { (text(r, "key")) } " " span dir="auto" { (text(r, "how")) }
                        @if r.get("is_the_register_here").and_then(Value::as_bool) == Some(false) { " " strong { (l.t("members-other-key")) } } } } }
                } }
            section { h2 { (l.t("members-policies")) }
                @if self.policies.is_empty() { p class="empty" { (l.t("members-no-policy")) } }
                ul { @for p in &self.policies { li { strong { bdi { (text(p, "name")) } } " · " bdi { (text(p, "adopted_by")) }
                    @if let Some(n) = p.get("liars").and_then(Value::as_i64) { " · " (l.t_with("members-liars", &[("n", n.into())])) }
                    " · " code class="digest" { (text(p, "sha256")) } } } } }
        }
    }
}
