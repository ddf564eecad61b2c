//! The browser's verifier says what the program's says.

use std::process::Command;

use crate::bundles::{anchors, corpus, mine, sound};
use crate::page::built;
use armistice_tlog::verdict::{Answer, verify};
use armistice_verify::{
    FILE, KEYS, MAX_TEXT, POLICY, RESULT, armistice_alloc, armistice_free, armistice_len, armistice_verify, judge,
};

/// What a reader would type for these anchors: one key per line, one policy.
fn typed(anchors: &armistice_tlog::verdict::Anchors) -> (String, Vec<u8>) {
    let keys: Vec<String> = anchors.keys.iter().map(|key| data_encoding::HEXLOWER.encode(key)).collect();
    (keys.join("\n"), anchors.policies.first().map(|(_, text)| text.clone()).unwrap_or_default())
}

#[test]
fn what_the_reader_types() {
    let bytes = sound().pack().expect("a bundle");
    let (key, policy) = (typed(&anchors()).0, typed(&mine([1, 2, 3])).1);
    let rows: &[(&str, &[u8], Option<Answer>)] = &[
        ("", b"", Some(Answer::CannotTell)),
        (" \n\n", b" \n", Some(Answer::CannotTell)),
        (&key, b"", Some(Answer::Valid)),
        (&key.to_uppercase(), b"", Some(Answer::Valid)),
        ("", &policy, Some(Answer::Valid)),
        ("", &policy[..policy.len() - 1], Some(Answer::Valid)),
        (&key, b"quorum", Some(Answer::CannotTell)),
        ("nonsense", b"", None),
        (&format!("{key}\nnonsense"), b"", None),
    ];
    for (keys, policy, expected) in rows {
        assert_eq!(judge(&bytes, keys.as_bytes(), policy).0, *expected, "{keys:?}");
    }
    assert_eq!(judge(&bytes, b"my secret words", b"").1, "{\"error\":\"key\"}\n", "what was typed is not repeated");
}

#[test]
fn buffers_have_limits() {
    assert_eq!(armistice_alloc(RESULT, 1), 0);
    assert_eq!(armistice_alloc(9, 1), 0);
    assert_eq!(armistice_alloc(FILE, (64 << 20) + 2), 0);
    assert_eq!(armistice_alloc(KEYS, u32::try_from(MAX_TEXT).expect("small") + 1), 0);
    assert_ne!(armistice_alloc(POLICY, u32::try_from(MAX_TEXT).expect("small")), 0);
    assert_ne!(armistice_alloc(FILE, 3), 0);
    assert_ne!(armistice_alloc(POLICY, 0), 0);
    assert_eq!(armistice_verify(), 1, "three zero bytes are no bundle");
    assert!(armistice_len(RESULT) > 0);
    armistice_free();
    assert_eq!((armistice_len(RESULT), armistice_len(FILE), armistice_len(9)), (0, 0, 0));
}

mod slow {
    //! Against the verifier that was built for browsers.

    use super::*;

    /// Reads a list of `name, file, keys, policy` from a folder and writes the verdicts beside them.
    const RUN: &str = r#"
const fs = require("fs"), [wasm, folder] = process.argv.slice(1);
const module = new WebAssembly.Module(fs.readFileSync(wasm));
for (let n = 0; fs.existsSync(`${folder}/${n}.file`); n++) {
  const x = new WebAssembly.Instance(module, {}).exports;
  ["file", "keys", "policy"].forEach((part, slot) => {
    const bytes = fs.readFileSync(`${folder}/${n}.${part}`), at = x.armistice_alloc(slot, bytes.length);
    new Uint8Array(x.memory.buffer, at, bytes.length).set(bytes);
  });
  const code = x.armistice_verify();
  fs.writeFileSync(`${folder}/${n}.json`, new Uint8Array(x.memory.buffer, x.armistice_at(3), x.armistice_len(3)));
  fs.writeFileSync(`${folder}/${n}.code`, String(code));
}"#;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test's own files")]
    fn wasm_and_native_agree_to_the_byte() {
        let wasm = built().with_file_name("armistice-verify.wasm");
        let folder = tempfile::tempdir().expect("a folder");
        let path = |n: usize, part: &str| folder.path().join(format!("{n}.{part}"));
        let cases = corpus();
        for (n, case) in cases.iter().enumerate() {
            let (keys, policy) = typed(&case.anchors);
            std::fs::write(path(n, "file"), &case.bytes).expect("written");
            std::fs::write(path(n, "keys"), keys).expect("written");
            std::fs::write(path(n, "policy"), policy).expect("written");
        }
        let node = Command::new("node").arg("-e").arg(RUN).arg(&wasm).arg(folder.path()).output();
        let node = node.expect("node runs; install the package nodejs");
        assert!(node.status.success(), "{}", String::from_utf8_lossy(&node.stderr));
        for (n, case) in cases.iter().enumerate() {
            let (keys, policy) = typed(&case.anchors);
            let (answer, expected) = judge(&case.bytes, keys.as_bytes(), &policy);
            let found = std::fs::read_to_string(path(n, "json")).expect("a verdict");
            assert_eq!(found, expected, "{}", case.name);
            assert_eq!(answer, Some(case.answer), "{}", case.name);
            let code = match case.answer {
                Answer::Valid => "0",
                Answer::Invalid => "1",
                Answer::CannotTell => "2",
            };
            assert_eq!(std::fs::read_to_string(path(n, "code")).expect("a code"), code, "{}", case.name);
            // The program's own way, for the cases whose policy has the same name.
            if case.anchors.policies.is_empty() {
                assert_eq!(verify(&case.bytes, &case.anchors).to_json(), expected, "{}", case.name);
            }
        }
        assert!(cases.len() > 60, "{} cases", cases.len());
    }
}
