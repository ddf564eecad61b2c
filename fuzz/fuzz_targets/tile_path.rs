//! A path is a tile with that path, or refused; and whatever stands in tiles and bundles, reading them ends.
//!
//! Must not: find a root that was not asked for. `cargo +nightly fuzz run tile_path`
#![no_main]

use armistice_tlog::hash::leaf_hash;
use armistice_tlog::tile::audit::audit;
use armistice_tlog::tile::reader::{TileReader, root_of_bundles};
use armistice_tlog::tile::{Tile, tile_hash};
use std::convert::Infallible;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Ok(tile) = text.parse::<Tile>()
    {
        assert_eq!(tile.to_string(), text);
        assert!(tile.start() < tile.end());
        // The bytes as every file of a tree that ends with this tile.
        let size = tile.end() % 100_000;
        let read = |_: Tile| Ok::<_, Infallible>(Some(bytes));
        let root = leaf_hash(b"a root");
        assert!(TileReader::open(size, root, read).is_err());
        assert!(!audit(size, root, &read).is_sound());
        assert_ne!(root_of_bundles(size, &read), Ok(root));
    }
    assert_eq!(tile_hash(bytes).is_some(), bytes.len() == 8192);
});
