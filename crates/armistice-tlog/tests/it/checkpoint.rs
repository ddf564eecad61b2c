//! Checkpoints: every refusal with its line, and that there is one text of each.

use armistice_tlog::checkpoint::{Checkpoint, CheckpointError, MAX_SIZE, MAX_TEXT};
use armistice_tlog::hash::{Hash, empty_root};
use expect_test::{Expect, expect};
use proptest::prelude::*;

const ROOT: &str = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

#[test]
fn what_is_no_checkpoint() {
    let check = |text: &str, expected: Expect| {
        expected.assert_eq(&match Checkpoint::parse(text) {
            Ok(Checkpoint { origin, size, root: _, extensions }) => format!("{origin:?} {size} {extensions:?}"),
            Err(error) => error.to_string(),
        });
    };
    check(&format!("a log\n0\n{ROOT}\n"), expect![[r#""a log" 0 []"#]]);
    check(
        &format!("é+\n9223372036854775807\n{ROOT}\none\ntwo\n"),
        expect![[r#""é+" 9223372036854775807 ["one", "two"]"#]],
    );
    check("", expect!["line 1: the checkpoint ends before its origin"]);
    check("a\n", expect!["line 2: the checkpoint ends before its size"]);
    check("a\n1\n", expect!["line 3: the checkpoint ends before its root"]);
    check("a", expect!["line 1: the last line has no newline"]);
    check(&format!("a\n1\n{ROOT}"), expect!["line 3: the last line has no newline"]);
    check(&format!("a\n1\n{ROOT}\nx"), expect!["line 4: the last line has no newline"]);
    check(&format!("\n1\n{ROOT}\n"), expect!["line 1: the line is empty"]);
    check(&format!("a\n1\n{ROOT}\n\n"), expect!["line 4: the line is empty"]);
    check(&format!("a\n1\n{ROOT}\nx\n\ny\n"), expect!["line 5: the line is empty"]);
    check(&format!("a\tb\n1\n{ROOT}\n"), expect!["line 1: control character 0x09"]);
    check(&format!("a\n1\r\n{ROOT}\n"), expect!["line 2: control character 0x0d"]);
    for size in ["", "00", "01", "+1", "-1", "1 ", " 1", "1.0", "1e3", "0x1", "१", "a"] {
        let expected = if size.is_empty() {
            expect!["line 2: the line is empty"]
        } else {
            expect!["line 2: the size is not a decimal number without leading zeroes"]
        };
        check(&format!("a\n{size}\n{ROOT}\n"), expected);
    }
    for size in ["9223372036854775808", "18446744073709551616", "99999999999999999999999999999999999999999999"] {
        check(&format!("a\n{size}\n{ROOT}\n"), expect!["line 2: the size is larger than 9223372036854775807"]);
    }
    let unpadded = ROOT.trim_end_matches('=');
    for root in [
        unpadded,
        &ROOT.replace("FU=", "FV="),
        &ROOT.replace('+', "-"),
        "AAAA",
        // Padding within: the same 32 bytes as with it at the end, to decoders that take pieces. Found by fuzzing.
        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA=j2jxq27h",
        &format!("{ROOT} "),
        &format!(" {ROOT}"),
        &format!("AAAA{ROOT}"),
    ] {
        check(&format!("a\n1\n{root}\n"), expect!["line 3: the root is not the canonical base64 of 32 bytes"]);
    }
}

#[test]
fn limits() {
    let text = |len: usize| format!("{}\n0\n{ROOT}\n", "x".repeat(len - ROOT.len() - 4));
    assert!(Checkpoint::parse(&text(MAX_TEXT)).is_ok());
    assert_eq!(Checkpoint::parse(&text(MAX_TEXT + 1)), Err(CheckpointError::TooLarge { len: MAX_TEXT + 1 }));
    assert_eq!(Checkpoint::new("a", MAX_SIZE + 1, empty_root()), Err(CheckpointError::Huge));
    assert_eq!(Checkpoint::new("", 0, empty_root()), Err(CheckpointError::Empty { line: 1 }));
    assert_eq!(Checkpoint::new("a\nb", 0, empty_root()), Err(CheckpointError::Control { line: 1, byte: b'\n' }));
    assert_eq!(Checkpoint::new("a", 0, empty_root()).map(|c| c.to_text()), Ok(format!("a\n0\n{ROOT}\n")));
}

proptest! {
    #[test]
    fn round_trip(
        origin in "[ -~é]{1,40}",
        size in 0..=MAX_SIZE,
        root in any::<[u8; 32]>(),
        extensions in prop::collection::vec("[ -~é]{1,20}", 0..4),
    ) {
        let checkpoint = Checkpoint { origin, size, root: Hash::from_bytes(root), extensions };
        prop_assert_eq!(Checkpoint::parse(&checkpoint.to_text()), Ok(checkpoint));
    }

    /// What is read is what was written: there is one text of a checkpoint.
    #[test]
    fn one_text(text in prop_oneof![
        ".{0,80}",
        "a?\n?[01]{0,3}\n?(47DEQpj8HBSa\\+/TImW\\+5JCeuQeRkm5NMpJWZG3hSuFU=)?\n?[x\n]{0,4}",
    ]) {
        if let Ok(checkpoint) = Checkpoint::parse(&text) {
            prop_assert_eq!(checkpoint.to_text(), text);
        }
    }
}
