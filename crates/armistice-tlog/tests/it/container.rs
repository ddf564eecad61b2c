//! The container: one spelling, every byte accounted for, and other people's programs open it.

use std::collections::BTreeMap;
use std::process::Command;

use armistice_tlog::container::{Container, MAX_MEMBERS, MAX_NAME, Rule, write};
use proptest::prelude::*;

fn members(list: &[(&str, &[u8])]) -> BTreeMap<String, Vec<u8>> {
    list.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect()
}

fn sample() -> Vec<u8> {
    write(&members(&[
        ("README.txt", b"read me\n"),
        ("blobs/ab", b""),
        ("blobs/cd", &[0xff; 300]),
        ("statement.cose", b"x"),
    ]))
    .expect("a container")
}

fn refusal(bytes: &[u8]) -> String {
    Container::read(bytes).expect_err("to be refused").to_string()
}

#[test]
fn the_bytes_are_frozen() {
    let bytes = write(&members(&[("a", b"hi")])).expect("a container");
    // A local header, its name and content; the directory's row; the end record.
    let by_hand = "504b0304 0a00 0000 0000 0000 2100 ac2a93d8 02000000 02000000 0100 0000 61 6869
        504b0102 0a00 0a00 0000 0000 0000 2100 ac2a93d8 02000000 02000000 0100 0000 0000 0000 0000 00000000 00000000 61
        504b0506 0000 0000 0100 0100 2f000000 21000000 0000";
    let by_hand: String = by_hand.split_whitespace().collect();
    assert_eq!(data_encoding::HEXLOWER.encode(&bytes), by_hand);
}

/// Bytes of a container that are changed, the rule that is broken and where.
#[test]
fn damaged() {
    let good = sample();
    let name = "README.txt".len();
    let directory = good.windows(4).position(|w| w == b"PK\x01\x02").expect("a directory");
    let end = good.len() - 22;
    let rows: &[(&str, usize, &[u8], &str)] = &[
        ("no zip", 0, b"XX", "byte 0: neither a member nor the central directory begins here"),
        (
            "a later version",
            4,
            &[20],
            "byte 4, member `README.txt`: the version needed (10 is 1.0) is 20, only 10 is allowed",
        ),
        (
            "encrypted",
            6,
            &[1],
            "byte 6, member `README.txt`: the flags field (encryption, data descriptor) is 1, only 0 is allowed",
        ),
        (
            "data descriptor",
            6,
            &[8],
            "byte 6, member `README.txt`: the flags field (encryption, data descriptor) is 8, only 0 is allowed",
        ),
        (
            "deflated",
            8,
            &[8],
            "byte 8, member `README.txt`: the compression method (0 is stored) is 8, only 0 is allowed",
        ),
        ("a time", 10, &[1], "byte 10, member `README.txt`: the time is 1, only 0 is allowed"),
        ("a date", 12, &[0x22], "byte 12, member `README.txt`: the date (33 is 1980-01-01) is 34, only 33 is allowed"),
        ("zip64 sizes", 18, &[0xff; 8], "byte 40, member `README.txt`: the bytes end within a member"),
        ("two sizes", 22, &[9], "byte 22, member `README.txt`: the uncompressed size is 9, only 8 is allowed"),
        (
            "an extra field",
            28,
            &[4],
            "byte 28, member `README.txt`: the length of the extra field is 4, only 0 is allowed",
        ),
        ("a way up", 30, b"../.././ab", "byte 30: the name has a part that is empty or has a dot at an end"),
        ("absolute", 30, b"/", "byte 30: the name has a part that is empty or has a dot at an end"),
        ("a drive", 30, b"C:", "byte 30: the name has a character that is no letter, digit, `.`, `-`, `_` or `/`"),
        ("backslash", 30, b"a\\b", "byte 30: the name has a character that is no letter, digit, `.`, `-`, `_` or `/`"),
        ("a nul", 30, b"a\0", "byte 30: the name has a character that is no letter, digit, `.`, `-`, `_` or `/`"),
        (
            "order",
            30,
            b"c",
            "byte 78, member `blobs/ab`: stands after `cEADME.txt`; members are in rising order of their names, each once",
        ),
        ("content", 30 + name, b"R", "byte 14, member `README.txt`: the checksum is e5a1a605, the bytes have 1cd7c453"),
        (
            "another name in the directory",
            directory + 46,
            b"S",
            "member `README.txt`: the central directory gives another name to this member",
        ),
        (
            "another offset in the directory",
            directory + 42,
            &[1],
            "the offset is 1 in the central directory and 0 at the member itself",
        ),
        (
            "another method in the directory",
            directory + 10,
            &[8],
            "the compression method is 8 in the central directory and 0 at the member itself",
        ),
        (
            "another size in the directory",
            directory + 24,
            &[1],
            "the uncompressed size is 1 in the central directory and 8 at the member itself",
        ),
        ("another checksum in the directory", directory + 16, &[1], "the checksum is "),
        ("a comment in the directory", directory + 32, &[1], "the length of the comment is 1, only 0 is allowed"),
        ("a symbolic link", directory + 41, &[0xa0], "the external attributes field is 2684354560, only 0 is allowed"),
        ("another end", end, b"PK\x06\x06", "neither a member nor the central directory begins here"),
        ("fewer members in the end record", end + 10, &[3], "the number of members is 3, only 4 is allowed"),
        ("a directory elsewhere", end + 16, &[0], "the offset of the central directory is "),
        ("a comment", end + 20, &[1], "the length of the comment is 1, only 0 is allowed"),
    ];
    for (what, at, bytes, expected) in rows {
        let mut damaged = good.clone();
        damaged[*at..at + bytes.len()].copy_from_slice(bytes);
        let found = refusal(&damaged);
        assert!(found.contains(expected), "{what}: {found}");
    }
}

#[test]
fn more_and_less() {
    let good = sample();
    assert!(refusal(&[&good[..], b"\0"].concat()).contains("bytes follow after the end record"));
    // A whole second archive behind or before it: front and back readers would disagree.
    assert!(refusal(&[&good[..], &good[..]].concat()).contains("bytes follow after the end record"));
    assert!(refusal(&[b"MZ", &good[..]].concat()).contains("byte 0: neither a member"));
    for len in 0..good.len() {
        let found = Container::read(&good[..len]).expect_err("a part is no container");
        assert!(found.offset <= len, "cut at {len}: {found}");
    }
    assert_eq!(
        Container::read(&vec![0; (64 << 20) + 1]).map_err(|e| e.rule),
        Err(Rule::TooLarge { len: (64 << 20) + 1 })
    );
    assert_eq!(Container::read(&write(&members(&[])).expect("empty")).expect("empty").members(), []);
}

#[test]
fn names() {
    let long = "n".repeat(MAX_NAME + 1);
    let rows: &[(&[&str], &str)] = &[
        (&[""], "the name is empty"),
        (&[&long], "the name is longer than 160 bytes"),
        (&[".hidden"], "the name has a part that is empty or has a dot at an end"),
        (&["a/../b"], "the name has a part that is empty or has a dot at an end"),
        (&["a//b"], "the name has a part that is empty or has a dot at an end"),
        (&["folder/"], "the name has a part that is empty or has a dot at an end"),
        (&["dot."], "the name has a part that is empty or has a dot at an end"),
        (&["a b"], "the name has a character that is no letter, digit, `.`, `-`, `_` or `/`"),
        (&["é"], "the name has a character that is no letter, digit, `.`, `-`, `_` or `/`"),
        (&["README", "readme"], "the name differs from an earlier one only in case"),
        (&["a", "a/b"], "a file stands where `a` is a file as well"),
        (&["a", "a-b", "a/b"], "a file stands where `a` is a file as well"),
        (&["A/b", "a"], "a file stands where `a` is a file as well"),
        (&["B/x", "a", "b/x/y"], "a file stands where `b/x` is a file as well"),
    ];
    for (names, expected) in rows {
        let list: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, &b""[..])).collect();
        let found = write(&members(&list)).expect_err("to be refused").to_string();
        assert!(found.ends_with(expected), "{names:?}: {found}");
    }
    let many = (0..=MAX_MEMBERS).map(|n| (n.to_string(), Vec::new())).collect();
    assert_eq!(write(&many).map_err(|e| e.rule), Err(Rule::TooMany));
}

/// Two members of one name, and one member twice in the directory, written by hand.
#[test]
fn duplicates() {
    let once = write(&members(&[("aa", b"1")])).expect("a container");
    let local = &once[..30 + 3];
    let mut twice = [local, local].concat();
    twice.extend_from_slice(&once[33..]);
    assert_eq!(
        refusal(&twice),
        "byte 63, member `aa`: stands after `aa`; members are in rising order of their names, each once"
    );
    let row = &once[33..33 + 46 + 2];
    let mut again = once[..33 + 48].to_vec();
    again.extend_from_slice(row);
    again.extend_from_slice(&once[33 + 48..]);
    assert_eq!(refusal(&again), "byte 81: neither a member nor the central directory begins here");
}

#[test]
fn one_flipped_bit_is_always_found() {
    let good = sample();
    for bit in 0..good.len() * 8 {
        let mut bytes = good.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        assert!(Container::read(&bytes).is_err(), "bit {bit}");
    }
}

/// `unzip` and Python's zipfile, where they are installed.
#[test]
fn other_programs_open_it() {
    let folder = std::env::temp_dir().join(format!("armistice-container-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("sample.armistice");
    #[expect(clippy::disallowed_methods, reason = "a test's own file")]
    std::fs::write(&file, sample()).expect("a file");
    let script = "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n\
                  print(*[(i.filename,len(z.read(i)),i.date_time[0]) for i in z.infolist()])";
    let path = file.to_str().expect("a plain path");
    for (program, arguments, expected) in [
        ("unzip", vec!["-t", path], "No errors detected"),
        ("unzip", vec!["-p", path, "README.txt"], "read me\n"),
        (
            "python3",
            vec!["-c", script, path],
            "('README.txt', 8, 1980) ('blobs/ab', 0, 1980) ('blobs/cd', 300, 1980) ('statement.cose', 1, 1980)",
        ),
    ] {
        // Not installed is no failure: the rows of bytes above say the same.
        if let Ok(output) = Command::new(program).args(&arguments).output() {
            let text = String::from_utf8_lossy(&output.stdout);
            assert!(output.status.success() && text.contains(expected), "{program}: {output:?}");
        }
    }
    std::fs::remove_dir_all(&folder).expect("the folder goes");
}

proptest! {
    #[test]
    fn round_trip(list in prop::collection::btree_map("[a-z]{1,3}(/[a-z]{4,5}){0,2}", prop::collection::vec(any::<u8>(), 0..200), 0..20)) {
        if let Ok(bytes) = write(&list) {
            let read = Container::read(&bytes).expect("just written");
            let back: BTreeMap<String, Vec<u8>> = read.members().iter().map(|m| (m.name.to_owned(), m.bytes.to_vec())).collect();
            prop_assert_eq!(&back, &list);
            for member in read.members() {
                prop_assert_eq!(&bytes[member.offset..][..member.bytes.len()], member.bytes);
                prop_assert_eq!(read.get(member.name), Some(*member));
            }
            prop_assert_eq!(read.get("no such member"), None);
        }
    }
}
