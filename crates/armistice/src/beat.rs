//! The beat: at fixed times a fixed number of entries of one size, whether or not anything was sealed.
//!
//! Must not: let number, size or asserted time of the entries tell whether a report came in, or drop what waits.
//!
//! `armistice seal --queue` puts an item into the vault and says nothing. Each beat says as many of those that wait as it
//! has slots, in random order, and fills the other slots with `padded`. What waits beyond that waits for the next beat.
//! There is no list of what waits that could be lost or doubled: what stands in the vault and not in the register waits.
//!
//! Who holds the register sees which entries are `sealed` and which are `padded`; the beat hides from everybody else (who
//! sees sizes, times and traffic) whether there was a report, and from the register's readers *when* it came in.

use crate::{
    clock,
    failure::{Exit, Failure},
    mission::Mission,
    sealed::{
        self,
        fit::{self, Unpadded},
    },
    vault::{Vault, crypt},
};
use armistice_tlog::commitment::permutation;

/// Entries of one beat, if nobody says otherwise.
pub const SLOTS: u32 = 4;

/// The most entries of one beat: one batch of the register holds them, so that a beat is there whole or not at all.
pub const SLOTS_MAX: u32 = 256;

/// Seconds between beats, if nobody says otherwise. Asserted times are whole multiples of it.
pub const PERIOD: u64 = 3600;

/// What a beat said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beat {
    /// Entries said.
    pub entries: u32,
    /// Bytes of each.
    pub size: usize,
    /// How many of them seal something. For the owner's eyes.
    pub sealed: u32,
    /// How many items wait for the next beat. For the owner's eyes.
    pub waiting: usize,
    /// The time that they assert, seconds since 1970.
    pub asserted: i64,
}

/// One beat, now: `slots` entries, whose asserted time is the last whole multiple of `period` seconds.
pub fn run(mission: &Mission, slots: u32, period: u64) -> Result<Beat, Failure> {
    run_at(mission, slots, period, clock::now())
}

/// [`run`] at a given time.
pub fn run_at(mission: &Mission, slots: u32, period: u64, now: i64) -> Result<Beat, Failure> {
    let step = i64::try_from(period).ok().filter(|p| *p > 0);
    let (Some(step), 1..=SLOTS_MAX) = (step, slots) else {
        return Err(Failure::new(
            Exit::Usage,
            format!("a beat has 1 to {SLOTS_MAX} slots and a period of at least a second"),
            "Keep both the same for as long as you can: a change shows.",
        ));
    };
    let asserted = now - now.rem_euclid(step);
    let mut writer = mission.writer()?;
    let registers = writer.registers()?;
    let register = sealed::own(mission, &registers)?;
    let mut vault = Vault::write(&mission.vault_folder(), mission.passphrases()).map_err(|e| sealed::failed(&e))?;
    sealed::settle(&mut writer, register, &mut vault)?;
    let waiting = sealed::waiting(&vault, register);
    let random = |e: crypt::CryptError| Failure::new(Exit::Failed, e.to_string(), "Try again.");
    // Which of those that wait go, and in which slots they stand, is drawn anew each time.
    let order = permutation(waiting.len(), &*crypt::random::<32>().map_err(random)?);
    let chosen: Vec<_> = order.into_iter().filter_map(|i| waiting.get(i)).take(slots as usize).collect();
    let mut what = chosen.iter().map(|id| sealed::unsaid(&vault, id)).collect::<Result<Vec<_>, _>>()?;
    let said = what.len();
    what.resize(slots as usize, Unpadded::Nothing);
    let places = permutation(what.len(), &*crypt::random::<32>().map_err(random)?);
    let class = fit::beat_class(&writer, u64::from(slots), asserted)?;
    let mut bodies = Vec::with_capacity(what.len());
    for (ahead, place) in (0_u64..).zip(places) {
        let Some(unpadded) = what.get(place) else { continue };
        bodies.push(fit::fitted(&writer, ahead, asserted, unpadded, Some(class))?);
    }
    // One batch: killed before the end of it, nothing was said and everything still waits.
    writer.say_at(asserted, bodies)?;
    writer.finish()?;
    Ok(Beat {
        entries: slots,
        size: class,
        sealed: u32::try_from(said).unwrap_or(u32::MAX),
        waiting: waiting.len() - said,
        asserted,
    })
}
