//! Tiles: paths, which tiles a size has, making them, reading them against forgeries, and the audit.

use std::collections::BTreeMap;
use std::convert::Infallible;

use armistice_tlog::bundle;
use armistice_tlog::hash::{Hash, empty_root, leaf_hash};
use armistice_tlog::tile::audit::{Audit, Difference, Fault, MAX_DIFFERENCES, audit};
use armistice_tlog::tile::reader::{ReadError, TileReader, root_of_bundles};
use armistice_tlog::tile::{
    Row, Tile, TileError, TileWriter, bundles, bundles_between, tile_hash, tiles, tiles_between,
};
use armistice_tlog::tree::{Nodes as _, Tree, consistency_proof, inclusion_proof, root};
use proptest::prelude::*;

/// A size that has two levels of full and partial tiles is more than 65,536: too slow for every position. Up to this
/// one, level 0 has 0 to 4 full tiles and level 1 a partial one.
const LARGEST: u64 = 1100;

type Files = BTreeMap<Tile, Vec<u8>>;

fn entry(n: u64) -> Vec<u8> {
    vec![b'e'; usize::try_from(n % 5).expect("small")].into_iter().chain(n.to_be_bytes()).collect()
}

fn leaves(range: std::ops::Range<u64>) -> Vec<Hash> {
    range.map(|n| leaf_hash(&entry(n))).collect()
}

/// Every tile and bundle of a register of `size` entries, and its root.
fn register(size: u64) -> (Files, Hash) {
    let mut writer = TileWriter::new();
    let mut files: Files = writer.append(leaves(0..size)).into_iter().collect();
    for tile in bundles(size) {
        let entries: Vec<Vec<u8>> = (tile.start()..tile.end()).map(entry).collect();
        files.insert(tile, bundle::encode(&entries).expect("not empty"));
    }
    (files, writer.root())
}

fn from<'f>(files: &'f Files) -> impl Fn(Tile) -> Result<Option<&'f Vec<u8>>, Infallible> {
    |tile| Ok(files.get(&tile))
}

/// Tiles as if each size had been published: all partial ones are there, as a log must serve them.
fn every_version(largest: u64) -> (Files, Tree) {
    let (mut writer, mut tree, mut files) = (TileWriter::new(), Tree::new(), Files::new());
    for leaf in leaves(0..largest) {
        tree.push(leaf);
        files.extend(writer.append([leaf]));
    }
    (files, tree)
}

#[test]
fn paths() {
    let check = |row, index, width, path: &str| {
        let tile = Tile::new(row, index, width).expect("a tile");
        assert_eq!(tile.to_string(), path);
        assert_eq!(path.parse(), Ok(tile));
    };
    check(Row::Level(0), 0, 256, "tile/0/000");
    check(Row::Level(0), 999, 1, "tile/0/999.p/1");
    check(Row::Level(1), 1000, 256, "tile/1/x001/000");
    check(Row::Level(7), 0, 255, "tile/7/000.p/255");
    check(Row::Entries, 1_234_067, 17, "tile/entries/x001/x234/067.p/17");
    check(Row::Entries, 1_000_000_000_000, 256, "tile/entries/x001/x000/x000/x000/000");
    check(Row::Level(0), (1 << 56) - 1, 255, "tile/0/x072/x057/x594/x037/x927/935.p/255");

    let longest = |path: &str| path.parse::<Tile>().map(|tile| tile.max_len());
    assert_eq!((longest("tile/0/000.p/1"), longest("tile/entries/000.p/1")), (Ok(8192), Ok(256 * 65_537)));

    let refused = |path: &str, expected: TileError| assert_eq!(path.parse::<Tile>(), Err(expected), "{path}");
    let index = |s: &str| TileError::Index(s.into());
    let width = |s: &str| TileError::Width(s.into());
    let level = |s: &str| TileError::Level(s.into());
    refused("", TileError::Prefix);
    refused("/tile/0/000", TileError::Prefix);
    refused("tile/000", TileError::Prefix);
    refused("checkpoint", TileError::Prefix);
    refused(&format!("tile/0/{}000", "x001/".repeat(20)), TileError::Prefix);
    for bad in ["00", "01", "+1", "-1", "64", "256", "", "entry", " 1"] {
        refused(&format!("tile/{bad}/000"), level(bad));
    }
    for bad in [
        "",
        "0",
        "00",
        "0000",
        "x000",
        "x000/001",
        "1/001",
        "001/001",
        "x001/x002",
        "x01/001",
        "X001/001",
        "+01",
        "..",
        "x001//001",
        "001/",
        "00a",
        "x001/00 ",
        "٠٠٠",
    ] {
        refused(&format!("tile/0/{bad}"), index(bad));
    }
    for bad in ["0", "256", "01", "", "+1", "-1", "1/", "1.p/1", "999999999999999999999"] {
        refused(&format!("tile/0/000.p/{bad}"), width(bad));
    }
    refused("tile/0/000.p", index("000.p"));
    refused("tile/8/000.p/1", TileError::Beyond { level: 8, index: 0 });
    refused("tile/7/000", TileError::Beyond { level: 7, index: 0 });
    refused("tile/0/x072/x057/x594/x037/x927/935", TileError::Beyond { level: 0, index: (1 << 56) - 1 });
    refused("tile/0/x999/x999/x999/x999/x999/999", TileError::Beyond { level: 0, index: 999_999_999_999_999_999 });
    assert_eq!(Tile::new(Row::Level(0), 0, 0), Err(width("0")));
    assert_eq!(Tile::new(Row::Level(0), 0, 257), Err(width("257")));
}

#[test]
fn what_is_new_is_what_is_made() {
    // From every size to some later ones: the writer makes exactly the tiles named, in that order, and what is made
    // in steps is what is made at once.
    for step in [1, 3, 255, 256, 257, 700] {
        let (mut writer, mut files) = (TileWriter::new(), Files::new());
        while writer.size() < 1500 {
            let (old, new) = (writer.size(), writer.size() + step);
            let made = writer.append(leaves(old..new));
            let named: Vec<Tile> = tiles_between(old, new).collect();
            assert_eq!(made.iter().map(|(tile, _)| *tile).collect::<Vec<_>>(), named, "{old} to {new}");
            for (tile, bytes) in made {
                assert_eq!(bytes.len(), tile.len_of_hashes(), "{tile}");
                files.insert(tile, bytes);
            }
            assert!(tiles(new).all(|tile| files.contains_key(&tile)), "all of size {new}");
            if old % 7 != 0 && new % 256 > 2 {
                continue;
            }
            let mut at_once = TileWriter::new();
            let whole: Files = at_once.append(leaves(0..new)).into_iter().collect();
            assert!(whole.iter().all(|(tile, bytes)| files.get(tile) == Some(bytes)), "the same bytes at {new}");
            assert_eq!(whole.keys().copied().collect::<Vec<_>>(), tiles(new).collect::<Vec<_>>());
            assert_eq!(at_once, writer);
        }
    }
    assert_eq!(tiles_between(5, 5).count() + tiles_between(6, 5).count() + bundles_between(9, 5).count(), 0);
    assert_eq!(tiles(0).count() + bundles(0).count(), 0);
    assert_eq!(tiles(u64::MAX).take(3).count(), 3);
    let grown: Vec<String> = bundles_between(250, 600).map(|tile| tile.to_string()).collect();
    assert_eq!(grown, ["tile/entries/000", "tile/entries/001", "tile/entries/002.p/88"]);
}

#[test]
fn three_levels() {
    // More than 65,536 entries: a full tile above full tiles, read with all proofs against the tree in memory.
    let size = 70_000;
    let mut writer = TileWriter::new();
    let mut tree = Tree::new();
    let all: Vec<Hash> = (0..size).map(|n: u64| leaf_hash(&n.to_be_bytes())).collect();
    for leaf in &all {
        tree.push(*leaf);
    }
    let mut files: Files = writer.append(all.iter().copied()).into_iter().collect();
    assert_eq!(writer.root(), tree.root());
    let reader = TileReader::open(size, tree.root(), from(&files)).expect("sound");
    for index in (0..size).step_by(997).chain([65_535, 65_536, 69_888, 69_999]) {
        let path = inclusion_proof(&reader, index, size).expect("sound");
        assert_eq!(path, tree.inclusion(index, size).expect("in it"), "{index}");
        let proof = consistency_proof(&reader, index + 1, size).expect("sound");
        assert_eq!(proof, tree.consistency(index + 1, size).expect("in it"), "{index}");
    }
    assert!(reader.writer() == writer);
    drop(reader);
    // The full tile of level 1 altered: refused by its name, and what does not need it is still answered.
    files.get_mut(&"tile/1/000".parse().expect("a path")).expect("is there")[77] ^= 4;
    let reader = TileReader::open(size, tree.root(), from(&files)).expect("the edge is sound");
    match reader.leaf(3) {
        Err(ReadError::Forged { tile, above: 2, .. }) => assert_eq!(tile.to_string(), "tile/1/000"),
        other => panic!("{other:?}"),
    }
    assert_eq!(reader.leaf(69_999), Ok(all[69_999]));
    assert_eq!(reader.leaf(65_700), Ok(all[65_700]));
}

/// What stands in the place of a tile.
fn forgeries(bytes: &[u8], seed: usize) -> Vec<Vec<u8>> {
    let flipped = |at: usize| {
        let mut bytes = bytes.to_vec();
        let at = at % bytes.len();
        bytes[at] ^= 1 << (seed % 8);
        bytes
    };
    let other: Vec<u8> = (0..bytes.len()).map(|n| u8::try_from((n * 7 + seed) % 251).expect("small")).collect();
    let mut turned = bytes.to_vec();
    turned.rotate_left(32);
    vec![flipped(seed * 37), flipped(0), flipped(bytes.len() - 1), other, turned, bytes[32..].to_vec(), Vec::new()]
}

/// Whatever the reader answers from these files is right; and it did refuse something if `must_refuse`.
fn never_used(files: &Files, size: u64, tree: &Tree, forged: Tile, must_refuse: bool) {
    let expected = tree.root_at(size).expect("in it");
    let mut refused = false;
    match TileReader::open(size, expected, from(files)) {
        Err(_) => refused = true,
        Ok(reader) => {
            // The first, a middle and the last leaf under the forged tile, and one of another tile.
            let under = [forged.start(), (forged.start() + forged.end()) / 2, forged.end() - 1, forged.start() ^ 256];
            let indexes = under.into_iter();
            for index in indexes.filter(|index| *index < size) {
                match reader.leaf(index) {
                    Ok(hash) => assert_eq!(Some(hash), tree.leaf(index), "{forged} in {size}: entry {index}"),
                    Err(_) => refused = true,
                }
            }
        }
    }
    assert_eq!(refused, must_refuse, "{forged} in {size}");
}

/// Class of CVE-2026-56865 and CVE-2026-56864: every size, every tile of it forged.
#[test]
fn a_forged_tile_in_every_position_of_every_size() {
    let (mut files, tree) = every_version(LARGEST);
    for size in 1..=LARGEST {
        // Sound files first: what the reader says is what the tree has.
        let expected = tree.root_at(size).expect("in it");
        let reader = TileReader::open(size, expected, from(&files)).expect("sound");
        assert_eq!(root(&reader, size).ok(), Some(expected));
        assert_eq!(reader.writer().root(), expected);
        drop(reader);
        for (n, tile) in tiles(size).enumerate() {
            let sound = files[&tile].clone();
            let kinds = forgeries(&sound, size as usize + n);
            let chosen = &kinds[(size as usize + n) % kinds.len()];
            let same = *chosen == sound;
            files.insert(tile, chosen.clone());
            // A partial tile that is not there may be read from the full one, so removing it is no forgery.
            never_used(&files, size, &tree, tile, !same);
            files.insert(tile, sound);
        }
    }
}

#[test]
fn a_full_tile_stands_in_for_a_partial_one() {
    let (all, tree) = every_version(LARGEST);
    // Only what a tree of 1,100 has, and read at every smaller size: partial tiles of old sizes are gone.
    let (files, _) = register(LARGEST);
    for size in 1..=LARGEST {
        let expected = tree.root_at(size).expect("in it");
        let opened = TileReader::open(size, expected, from(&files));
        // The right edge of today is no full tile: what stood there before cannot be had.
        let gone =
            tiles(size).any(|tile| !files.contains_key(&tile) && tile.full().is_none_or(|f| !files.contains_key(&f)));
        match opened {
            Ok(reader) => {
                assert!(!gone, "{size}");
                assert_eq!(root(&reader, size).ok(), Some(expected), "{size}");
                let bundle = reader.bundle((size - 1) / 256);
                if let Ok(bundle) = bundle {
                    assert_eq!(bundle.tile().end(), size);
                    let last = bundle.entries().last().map(|entry| leaf_hash(entry));
                    assert_eq!(last, tree.leaf(size - 1), "{size}: cut to what the tree has");
                }
                // The answer never reaches beyond the size, though the file does.
                assert_eq!(reader.leaf(size).err(), Some(ReadError::NoSuchNode { level: 0, index: size, size }));
            }
            Err(ReadError::Missing { .. }) => assert!(gone, "{size}"),
            Err(other) => panic!("{size}: {other}"),
        }
    }
    // A full tile under the path of a partial one: its first hashes are used, and they alone.
    let mut files = all;
    let full = files[&"tile/0/000".parse::<Tile>().expect("a path")].clone();
    let partial = Tile::new(Row::Level(0), 0, 100).expect("a tile");
    let mut altered_beyond = full.clone();
    altered_beyond[100 * 32] ^= 1;
    let mut altered_within = full.clone();
    altered_within[99 * 32] ^= 1;
    for (bytes, sound) in
        [(full.clone(), true), (altered_beyond, true), (altered_within, false), (full[..3232].into(), false)]
    {
        files.insert(partial, bytes);
        let opened = TileReader::open(100, tree.root_at(100).expect("in it"), from(&files));
        assert_eq!(opened.is_ok(), sound);
    }
}

#[test]
fn what_the_reader_says() {
    let (files, root) = register(1000);
    let tile = |path: &str| path.parse::<Tile>().expect("a path");
    let check = |change: &dyn Fn(&mut Files), expected: &str| {
        let mut files = files.clone();
        change(&mut files);
        let opened = TileReader::open(1000, root, from(&files));
        let found = opened.and_then(|reader| reader.leaf(300).and(reader.bundle(2)).map(drop));
        let found = found.map_or_else(|error| error.to_string(), |()| "sound".into());
        let found: String = found.split(' ').map(|w| if w.len() >= 64 { "…" } else { w }).collect::<Vec<_>>().join(" ");
        assert_eq!(found, expected);
    };
    check(&|_| {}, "sound");
    check(&|f| drop(f.remove(&tile("tile/0/001"))), "tile/0/001 is not there");
    check(&|f| drop(f.remove(&tile("tile/1/000.p/3"))), "tile/1/000.p/3 is not there");
    check(
        &|f| f.get_mut(&tile("tile/0/001")).expect("there").truncate(8000),
        "tile/0/001 has 8000 bytes where 8192 are needed",
    );
    check(
        &|f| f.get_mut(&tile("tile/0/001")).expect("there")[9] ^= 1,
        "tile/0/001 hashes to … but level 1 says … it is not the tile of this tree",
    );
    check(
        &|f| f.get_mut(&tile("tile/1/000.p/3")).expect("there")[9] ^= 1,
        "the partial tiles (tile/0/003.p/232, tile/1/000.p/3) lead to root … but the checkpoint of size 1000 has root …",
    );
    check(
        &|f| f.get_mut(&tile("tile/entries/002")).expect("there")[3] ^= 1,
        "tile/entries/002: entry 512 hashes to … but the tree has … there",
    );
    check(
        &|f| f.get_mut(&tile("tile/entries/002")).expect("there")[0] ^= 0xff,
        "tile/entries/002: byte 0: entry 0 is cut off (62220 bytes are missing)",
    );
    check(
        &|f| drop(f.insert(tile("tile/entries/002"), b"\0\x01a".into())),
        "tile/entries/002 has 1 entries where 256 are needed",
    );
    let reader = TileReader::open(1000, root, from(&files)).expect("sound");
    assert_eq!(reader.bundle(4).err(), Some(ReadError::NoSuchBundle { index: 4, size: 1000 }));
    assert_eq!(reader.bundle(u64::MAX).err(), Some(ReadError::NoSuchBundle { index: u64::MAX, size: 1000 }));
    for (level, index) in [(0, 1000), (3, 125), (9, 1), (10, 0), (64, 0), (200, 0), (0, u64::MAX), (63, u64::MAX)] {
        let no_such = ReadError::NoSuchNode { level, index, size: 1000 };
        assert_eq!(reader.node(level, index), Err(no_such));
    }
    let source = |_: Tile| Err::<Option<Vec<u8>>, _>("the disk is gone");
    let failed = TileReader::open(3, root, source).expect_err("fails");
    assert_eq!(failed, ReadError::Source { tile: tile("tile/0/000.p/3"), source: "the disk is gone" });
    // The empty tree needs no file, and has one root only.
    assert!(TileReader::open(0, empty_root(), source).is_ok());
    assert!(matches!(TileReader::open(0, root, source), Err(ReadError::Edge { .. })));
}

#[test]
fn the_second_way_to_the_root() {
    for size in (0..40).chain([255, 256, 257, 511, 512, 513, 1000, 1023, 1024, 1025]) {
        let (mut files, root) = register(size);
        assert_eq!(root_of_bundles(size, &from(&files)), Ok(root), "{size}");
        if let Some(last) = bundles(size).last() {
            let bytes = files.get_mut(&last).expect("there");
            let end = bytes.len() - 1;
            bytes[end] ^= 0x80;
            assert_ne!(root_of_bundles(size, &from(&files)), Ok(root), "{size}");
            files.remove(&last);
            assert_eq!(root_of_bundles(size, &from(&files)), Err(ReadError::Missing { tile: last }), "{size}");
        }
    }
}

fn run(files: &Files, size: u64, root: Hash) -> Audit<Infallible> {
    audit(size, root, &from(files))
}

#[test]
fn the_audit_finds_each_flipped_bit_where_it_is() {
    for size in [1, 5, 256, 300, 600] {
        let (mut files, root) = register(size);
        let sound = run(&files, size, root);
        assert!(sound.is_sound() && !sound.is_incomplete(), "{size}");
        assert_eq!((sound.entries, sound.bytes), (size, (0..size).map(|n| entry(n).len() as u64).sum()));
        let paths: Vec<Tile> = files.keys().copied().collect();
        for tile in paths {
            let len = files[&tile].len();
            for at in (0..len).step_by(len.div_ceil(40)) {
                files.get_mut(&tile).expect("there")[at] ^= 1 << (at % 8);
                let found = run(&files, size, root);
                files.get_mut(&tile).expect("there")[at] ^= 1 << (at % 8);
                let what = format!("{size}: {tile}, byte {at}: {:?}", found.differences);
                assert!(!found.is_sound() && !found.is_incomplete(), "{what}");
                match (tile.row(), &found.differences[..]) {
                    // A length in a bundle: the whole bundle cannot be read, or its entries are others.
                    (
                        Row::Entries,
                        [
                            Difference::File(
                                ReadError::Bundle { tile: found, .. } | ReadError::Count { tile: found, .. },
                            ),
                        ],
                    ) => {
                        assert_eq!(*found, tile, "{what}");
                    }
                    (Row::Entries, list) => {
                        for difference in list {
                            let Difference::Hash { tile: above, fault, .. } = difference else { panic!("{what}") };
                            assert_eq!(
                                (above.row(), above.index(), *fault),
                                (Row::Level(0), tile.index(), Fault::Below)
                            );
                        }
                    }
                    (Row::Level(_), [Difference::Hash { tile: found, slot, fault, .. }]) => {
                        assert_eq!((*found, usize::from(*slot), *fault), (tile, at / 32, Fault::Tile), "{what}");
                    }
                    _ => panic!("{what}"),
                }
            }
        }
    }
}

#[test]
fn the_audit_says_more_than_one_thing() {
    let (sound, root) = register(70_000);
    let tile = |path: &str| path.parse::<Tile>().expect("a path");
    let check = |change: &dyn Fn(&mut Files), root: Hash, expected: &[&str]| {
        let mut files = sound.clone();
        change(&mut files);
        let found = run(&files, 70_000, root);
        let short = |word: &str| if word.len() >= 64 { "…".into() } else { word.to_owned() };
        let lines: Vec<String> = found
            .differences
            .iter()
            .map(|d| d.to_string().split(' ').map(short).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(lines, expected);
    };
    let flip = |files: &mut Files, path: &str, at: usize| files.get_mut(&tile(path)).expect("there")[at] ^= 1;
    check(&|_| {}, root, &[]);
    check(
        &|f| {
            flip(f, "tile/0/007", 64);
            flip(f, "tile/1/000", 3200);
            flip(f, "tile/2/000.p/1", 5);
            flip(f, "tile/entries/200", 2);
            flip(f, "tile/0/273.p/112", 32);
        },
        root,
        &[
            "hash 2 of tile/0/007 is altered: it is … entry 1794 has …",
            "entry 51200 is altered: it has … hash 0 of tile/0/200 is …",
            "hash 100 of tile/1/000 is … but what lies under entries 25600 to 25855 has … one of them is altered",
            "hash 1 of tile/0/273.p/112 is … but entry 69889 has … one of them is altered",
            "hash 0 of tile/2/000.p/1 is … but what lies under entries 0 to 65535 has … one of them is altered",
            "the register leads to root … but the checkpoint has …",
        ],
    );
    // Entry, and a tile elsewhere: each has its own line and its own fault.
    check(
        &|f| {
            flip(f, "tile/0/007", 64);
            flip(f, "tile/entries/200", 2);
        },
        root,
        &[
            "hash 2 of tile/0/007 is altered: it is … entry 1794 has …",
            "entry 51200 is altered: it has … hash 0 of tile/0/200 is …",
        ],
    );
    check(&|_| {}, leaf_hash(b"another"), &["the register leads to root … but the checkpoint has …"]);
    check(&|f| drop(f.remove(&tile("tile/entries/003"))), root, &["tile/entries/003 is not there"]);
    check(
        &|f| {
            f.remove(&tile("tile/entries/003"));
            f.remove(&tile("tile/0/003"));
            f.remove(&tile("tile/1/001.p/17"));
        },
        root,
        &["tile/entries/003 is not there", "tile/0/003 is not there", "tile/1/001.p/17 is not there"],
    );
    let mut files = sound.clone();
    files.remove(&tile("tile/entries/003"));
    assert!(run(&files, 70_000, root).is_incomplete());
}

#[test]
fn the_audit_ends() {
    // A checkpoint that claims as much as can be claimed, over nothing.
    let found = audit(u64::MAX, leaf_hash(b"root"), &from(&Files::new()));
    assert!(found.cut_short && !found.is_sound());
    assert!((MAX_DIFFERENCES..MAX_DIFFERENCES + 600).contains(&found.differences.len()), "{}", found.differences.len());
    assert!(audit(0, empty_root(), &from(&Files::new())).is_sound());
    assert!(!audit(0, leaf_hash(b"root"), &from(&Files::new())).is_sound());
}

proptest! {
    #[test]
    fn a_path_has_one_spelling(path in "(tile/)?([0-9]{1,2}|entries)/(x?[0-9]{3}/){0,5}[0-9]{3}(\\.p/[0-9]{1,3})?") {
        if let Ok(tile) = path.parse::<Tile>() {
            prop_assert_eq!(tile.to_string(), path);
        }
    }

    #[test]
    fn a_tile_has_a_path(level in 0_u8..8, index: u64, shift in 0_u32..64, width in 1_u16..=256, entries: bool) {
        let row = if entries { Row::Entries } else { Row::Level(level) };
        if let Ok(tile) = Tile::new(row, index >> shift, width) {
            prop_assert_eq!(tile.to_string().parse(), Ok(tile));
            prop_assert!(tile.start() < tile.end());
            prop_assert!(row.count(tile.end()) == tile.index() * 256 + u64::from(width));
        }
    }

    /// Whatever stands in the files, reading ends with an answer that leads to the root, or with an error.
    #[test]
    fn reading_bears_anything(size: u64, shift in 0_u32..64, bytes in prop::collection::vec(any::<u8>(), 0..9000)) {
        let size = size >> shift;
        let read = |_: Tile| Ok::<_, Infallible>(Some(&bytes));
        let opened = TileReader::open(size, leaf_hash(b"root"), read);
        prop_assert!(opened.is_err());
        prop_assert_eq!(tile_hash(&bytes).is_some(), bytes.len() == 8192);
        if size < 100_000 {
            prop_assert!(!audit(size, leaf_hash(b"root"), &read).is_sound());
            prop_assert!(root_of_bundles(size, &read) != Ok(leaf_hash(b"root")));
        }
    }
}

mod slow {
    use super::*;

    /// Every hash of every tile, one bit of it flipped: all sizes around one full tile, some up to the largest.
    #[test]
    fn every_hash_of_every_tile() {
        let (mut files, tree) = every_version(LARGEST);
        for size in (1..=260).chain((261..=LARGEST).step_by(53)).chain([512, 1024, LARGEST]) {
            for tile in tiles(size) {
                for slot in 0..usize::from(tile.width()) {
                    let (at, bit) = (slot * 32 + (slot + size as usize) % 32, 1 << (size % 8));
                    files.get_mut(&tile).expect("there")[at] ^= bit;
                    never_used(&files, size, &tree, tile, true);
                    files.get_mut(&tile).expect("there")[at] ^= bit;
                }
            }
        }
    }

    /// Every forgery of every tile of every size.
    #[test]
    fn every_forgery_of_every_tile_of_every_size() {
        let (mut files, tree) = every_version(LARGEST);
        for size in 1..=LARGEST {
            for (n, tile) in tiles(size).enumerate() {
                let sound = files[&tile].clone();
                for forged in forgeries(&sound, size as usize + n) {
                    let same = forged == sound;
                    files.insert(tile, forged);
                    never_used(&files, size, &tree, tile, !same);
                }
                files.insert(tile, sound);
            }
        }
    }
}
