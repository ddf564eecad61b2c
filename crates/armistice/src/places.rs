//! The gazetteer that is built into the program: GeoNames by way of public packages, made by `tools/gazetteer/build.py`.
//!
//! Must not: look anything up in a network.

use crate::failure::{Exit, Failure};
use armistice_core::statement::ledger::BulletinRow;
use armistice_read::elements::gazetteer::{EntryKind, Gazetteer};
use std::{collections::BTreeSet, sync::OnceLock};

/// `build.rs` sees to it that the file is there, and says what to do when it is not.
static BYTES: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/gazetteer.bin"));

/// The gazetteer, checked once.
pub fn gazetteer() -> Result<&'static Gazetteer, Failure> {
    static GAZETTEER: OnceLock<Result<Gazetteer, String>> = OnceLock::new();
    GAZETTEER.get_or_init(|| Gazetteer::from_bytes(BYTES).map_err(|e| e.to_string())).as_ref().map_err(|e| {
        Failure::new(Exit::Failed, format!("the built-in gazetteer: {e}"), "Build the program again: make")
    })
}

/// Which place the words of a recorder's list mean, in the countries of the agreements: `SY/Hama` a first-order division, as which
/// lists count, `SY/Hama/Salamiyah` a place in it. Words that fit several are said to; `None`: no place there has the name.
#[must_use]
pub fn read(gazetteer: &Gazetteer, words: &str, countries: &BTreeSet<String>) -> Option<String> {
    let entries = gazetteer.lookup(words.trim());
    let of = |divisions: bool| -> BTreeSet<String> {
        let kind = |k: EntryKind| match k {
            EntryKind::Admin1 => divisions,
            EntryKind::Admin2 | EntryKind::Settlement => !divisions,
            EntryKind::Country => false,
        };
        let inside = entries.iter().filter(|e| kind(e.kind)).filter_map(|e| {
            let country = e.country.as_ref().filter(|c| countries.contains(*c))?;
            let division = e.admin1.as_deref().unwrap_or("?");
            Some(if divisions { format!("{country}/{division}") } else { format!("{country}/{division}/{}", e.name) })
        });
        inside.collect()
    };
    let found = Some(of(true)).filter(|d| !d.is_empty()).unwrap_or_else(|| of(false));
    match found.len() {
        0 => None,
        1 => found.into_iter().next(),
        _ => Some(BulletinRow::SEVERAL.to_owned()),
    }
}
