//! Reports that were issued, as far as casework needs them: what can be objected to, and whether a determination was published.
//!
//! Must not: take an edition for members for a publication, or a report that does not reach a determination for one that does.

use super::{Case, Made};
use crate::agreement::Agreement;
use crate::record::{EntryRef, Step};
use crate::statement::ledger::{AsOf, Edition, Ledger, ReportIssued};
use crate::statement::wire::{Digest, Interval};
use jiff::{Timestamp, tz::TimeZone};

/// A report that somebody issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// The statement that issued it.
    pub at: EntryRef,
    /// When, by its author's word: seconds since 1970.
    pub time: i64,
    /// For whom.
    pub edition: Edition,
    /// The period that it is about.
    pub period: Interval,
    /// The registers that it was computed from.
    pub as_of: Vec<AsOf>,
}

impl Publication {
    /// The report that a statement of the ledgers issues, if it issues one.
    #[must_use]
    pub(crate) fn of(step: &Step<Ledger>) -> Option<Self> {
        let Ledger::Report(ReportIssued { edition, period, as_of, .. }) = &step.body else { return None };
        let (at, time, edition) = (step.at.clone(), step.asserted, *edition);
        Some(Publication { at, time, edition, period: *period, as_of: as_of.clone() })
    }

    /// The statement's id.
    #[must_use]
    pub fn id(&self) -> Digest {
        Digest(self.at.id)
    }

    /// Whether it reaches a statement: the register was read that far.
    fn reaches(&self, entry: &EntryRef) -> bool {
        let of = |a: &&AsOf| a.origin.rsplit_once('/').is_some_and(|(_, member)| member == entry.member);
        self.as_of.iter().find(of).is_some_and(|a| a.size > entry.index)
    }

    /// Whether a determination stands in it: it is for everybody, came after, its period holds the day of the determination, and it
    /// was computed from registers that reach the draft and every opinion that counted.
    #[must_use]
    pub fn shows(&self, case: &Case, made: &Made, agreement: &Agreement) -> bool {
        let Some(draft) = case.drafts.iter().find(|d| d.mark.id() == made.draft) else { return false };
        let zone = TimeZone::get(&agreement.effective.zone).unwrap_or(TimeZone::UTC);
        let Ok(at) = Timestamp::from_second(made.at) else { return false };
        let day = at.to_zoned(zone).date();
        let within = self.period.from.is_none_or(|f| f.date <= day) && self.period.to.is_none_or(|t| day <= t.date);
        self.edition == Edition::Public
            && self.time >= made.at
            && within
            && self.reaches(&draft.mark.at)
            && draft.opinions.iter().filter(|o| !o.replaced).all(|o| self.reaches(&o.mark.at))
    }
}
