//! A mission's own place lists are read or refused, line by line, and the names that were read are found again.
//!
//! Must not: make a coordinate up. `cargo +nightly fuzz run gazetteer`
#![no_main]

use armistice_read::elements::gazetteer::{Gazetteer, Imported, parse_csv, parse_geonames_dump};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for imported in [parse_geonames_dump(bytes), parse_csv(bytes)] {
        let Ok(Imported { rows, .. }) = imported else { continue };
        let gazetteer = Gazetteer::from_rows(rows);
        for name in ["Alpha", "ألف", "Альфа"] {
            for entry in gazetteer.lookup(name) {
                if let Some((lat, lon)) = entry.point {
                    assert!(lat.abs() <= 90_000_000 && lon.abs() <= 180_000_000, "{lat} {lon}");
                }
            }
        }
    }
});
