//! The accountability report: sixteen parts, composed from registers, agreements, a period and a cut-off.
//!
//! Must not: use a clock, randomness, files or the network. From the same registers it is the same, byte for byte, in whatever
//! order they came. It decides nothing: what it says of a case follows from the casework, what it says of a fact from the record.

mod annexes;
pub mod as_of;
pub mod blocks;
mod casualties;
mod concordance;
mod corrections;
mod coverage;
pub mod csv;
mod cut;
mod determinations;
pub mod edition;
pub mod figures;
pub mod geojson;
mod humanitarian;
mod mandate;
mod obligations;
mod obstruction;
mod prevention;
mod remedies;
mod sides;
mod status;
mod summary;
mod title;
mod treatment;
mod undetermined;
mod window;
mod world;

use crate::{
    brief,
    output::{
        brief_v1::RegisterAsOf,
        report_v1::{Head, Report},
    },
};
use armistice_core::{id::DocumentId, named::Named as _, record::Register, statement::ledger::Edition};
use jiff::civil::Date;
use std::collections::BTreeSet;
use world::World;

/// The version of the layout and of the rules by which it is filled.
pub const VERSION: u32 = 1;

/// Which report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// One day.
    Daily,
    /// Seven days.
    Weekly,
    /// Any number of days.
    Period,
    /// From the day that the agreement took effect.
    Closing,
}

impl Kind {
    /// Every kind.
    pub const ALL: &'static [Kind] = &[Kind::Daily, Kind::Weekly, Kind::Period, Kind::Closing];

    /// The stable text form.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Kind::Daily => "daily",
            Kind::Weekly => "weekly",
            Kind::Period => "period",
            Kind::Closing => "closing",
        }
    }

    /// Parts that a report of this kind leaves to others. They stand there with a line that says so.
    #[must_use]
    pub const fn leaves_out(self) -> &'static [u8] {
        match self {
            Kind::Daily => &[7, 8, 9, 13],
            Kind::Weekly => &[7, 8],
            Kind::Period | Kind::Closing => &[],
        }
    }
}

/// All that a report is composed from.
#[derive(Clone, Debug)]
pub struct Inputs<'a> {
    /// The mission's id.
    pub mission: &'a str,
    /// Its title, should no register open the mission.
    pub title: &'a str,
    /// The registers.
    pub registers: &'a [Register],
    /// Their sizes and roots.
    pub as_of: &'a [RegisterAsOf],
    /// First day, in the time zone of the agreement's effective moment.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Statements that their authors date later are left out: seconds since 1970.
    pub cut_off: i64,
    /// Which kind.
    pub kind: Kind,
    /// For whom.
    pub edition: Edition,
}

/// Why there is no such report.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The period ends before it begins.
    #[error("the period ends on {to}, before it begins on {from}")]
    Backwards {
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    },
    /// The kind wants another number of days.
    #[error("a {kind} report is about {wanted}, and {from} to {to} are {days} days")]
    Length {
        /// The kind.
        kind: &'static str,
        /// What it wants.
        wanted: &'static str,
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
        /// Days.
        days: i32,
    },
    /// The period is longer than one report can show.
    #[error("{days} days are more than the {most} of one report")]
    TooLong {
        /// Days.
        days: i32,
        /// The most.
        most: i32,
    },
    /// A closing report begins when the agreement took effect.
    #[error("a closing report begins on {effective}, when the agreement took effect, and not on {from}")]
    Closing {
        /// First day asked for.
        from: Date,
        /// The day that the agreement took effect.
        effective: Date,
    },
}

/// Days of one report at most: ten years, a row each in the table of days.
const DAYS_MAX: i32 = 3660;

/// Composes a report.
pub fn compose(inputs: &Inputs<'_>) -> Result<Report, Refused> {
    let days = window::days(inputs.from, inputs.to);
    if days < 1 {
        return Err(Refused::Backwards { from: inputs.from, to: inputs.to });
    }
    let length = |kind, wanted| Refused::Length { kind, wanted, from: inputs.from, to: inputs.to, days };
    match inputs.kind {
        Kind::Daily if days != 1 => return Err(length("daily", "one day")),
        Kind::Weekly if days != 7 => return Err(length("weekly", "seven days")),
        Kind::Daily | Kind::Weekly | Kind::Period | Kind::Closing => {}
    }
    if days > DAYS_MAX {
        return Err(Refused::TooLong { days, most: DAYS_MAX });
    }
    let mut ordered: Vec<Register> = inputs.registers.to_vec();
    ordered.sort_by(|a, b| a.origin.cmp(&b.origin));
    let (registers, as_of) = cut::at(&ordered, inputs.as_of, inputs.cut_off);
    let of = |registers: &[Register], without: BTreeSet<DocumentId>| {
        brief::of(brief::Source { id: inputs.mission, title: inputs.title, registers, as_of: as_of.clone(), without })
    };
    let whole = of(&registers, BTreeSet::new());
    let ledgers = armistice_core::ledger::fold(&whole.record.ledger);
    let withdrawn: BTreeSet<DocumentId> = ledgers.withdrawn.keys().cloned().collect();
    // What was withdrawn supports nothing; the figures are without it, and part 15 says what it had supported.
    let sound = if withdrawn.is_empty() { None } else { Some(of(&registers, withdrawn)) };
    let world = World::new(inputs, &registers, &as_of, &whole, sound.as_ref(), &ledgers);
    if let (Kind::Closing, Some(effective)) = (inputs.kind, world.effective)
        && inputs.from != effective
    {
        return Err(Refused::Closing { from: inputs.from, effective });
    }
    let mut report = Report {
        version: VERSION,
        edition: inputs.edition.id().to_owned(),
        kind: inputs.kind.id().to_owned(),
        title: title::part(&world),
        summary: summary::part(&world),
        method: mandate::part(&world),
        coverage: coverage::part(&world),
        status: status::part(&world),
        concordance: concordance::part(&world),
        determinations: determinations::part(&world),
        undetermined: undetermined::part(&world),
        obligations: obligations::part(&world),
        humanitarian: humanitarian::part(&world),
        casualties: casualties::part(&world),
        obstruction: obstruction::part(&world),
        remedies: remedies::part(&world),
        prevention: prevention::part(&world),
        corrections: corrections::part(&world),
        annexes: annexes::part(&world),
    };
    if inputs.edition == Edition::Public {
        edition::make_public(&mut report, &world.areas());
    }
    Ok(report)
}

/// The bytes whose digest is issued: the JSON form, one line.
pub fn json(report: &Report) -> Result<String, serde_json::Error> {
    serde_json::to_string(report)
}

/// The head of a part that says something unless it is empty; `empty` says why it would be.
fn head(world: &World<'_>, part: u8, is_empty: bool, empty: &str) -> Head {
    let left_out = world.inputs.kind.leaves_out().contains(&part);
    let nothing = match (left_out, is_empty) {
        (true, _) => Some("not_in_this_kind"),
        (false, true) => Some(empty),
        (false, false) => None,
    };
    Head { part, nothing: nothing.map(str::to_owned) }
}
