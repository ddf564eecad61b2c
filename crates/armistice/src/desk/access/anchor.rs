//! The head of the audit trail as a statement in the member's register: whoever changes the trail afterwards is found out, and
//! the register names nobody.
//!
//! Must not: say more than numbers and a digest.

use super::{audit::Stretch, store::Store};
use crate::{failure::Failure, mission::Mission};
use armistice_core::statement::{
    Body,
    desk::{Desk, DeskAudited},
    wire::Digest,
};

/// The statement about a stretch.
#[must_use]
pub fn statement(stretch: Stretch) -> Body {
    let Stretch { from, to, head } = stretch;
    Body::Desk(Box::new(Desk::Audited(DeskAudited { from_seq: from, to_seq: to, head: Digest(head) })))
}

/// Says what the trail has since the last time; does nothing when there is nothing new. `serve` calls it at intervals and when
/// it stops. Killed between the two steps, the same stretch is said again with more rows: readers take the last.
pub fn run(mission: &Mission, store: &Store, now: i64) -> Result<Option<Stretch>, Failure> {
    let Some(stretch) = store.unanchored()? else { return Ok(None) };
    let mut writer = mission.writer()?;
    writer.say(vec![statement(stretch)])?;
    writer.finish()?;
    store.anchored(stretch, now)?;
    Ok(Some(stretch))
}
