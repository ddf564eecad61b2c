//! The witness protocol: a row for each status, and for each thing a request can have wrong.

use armistice_tlog::checkpoint::Checkpoint;
use armistice_tlog::cosignature;
use armistice_tlog::hash::{Hash, empty_root, leaf_hash};
use armistice_tlog::note::{Algorithm, Note, SignatureLine, VerifierKey, sign};
use armistice_tlog::tree::Tree;
use armistice_tlog::witness::{
    Decision, MAX_PROOF, MAX_REQUEST, Reply, ReplyError, Request, RequestError, SIZE_TYPE, TEXT_TYPE, cosigned, decide,
};
use ed25519_dalek::SigningKey;
use proptest::prelude::*;

const ORIGIN: &str = "example.org/log";

fn secret(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn verifier(name: &str, seed: u8) -> VerifierKey {
    VerifierKey::new(name, Algorithm::Ed25519, secret(seed).verifying_key().as_bytes()).expect("a key")
}

fn tree(size: u64) -> Tree {
    let mut tree = Tree::new();
    for n in 0..size {
        tree.push(leaf_hash(&n.to_be_bytes()));
    }
    tree
}

/// Another history: it differs from the first entry on.
fn other(size: u64) -> Tree {
    let mut tree = Tree::new();
    for n in 0..size {
        tree.push(leaf_hash(&(n + 1_000_000).to_be_bytes()));
    }
    tree
}

fn text(size: u64, root: Hash) -> String {
    Checkpoint::new(ORIGIN, size, root).expect("a checkpoint").to_text()
}

fn signed(text: &str, lines: &[SignatureLine]) -> Note {
    Note::new(text, lines.to_vec()).expect("a note")
}

fn by_log(text: &str) -> SignatureLine {
    sign(text, ORIGIN, &secret(1)).expect("signs")
}

fn request(old: u64, proof: Vec<Hash>, size: u64, root: Hash) -> Request {
    let text = text(size, root);
    Request::new(old, proof, signed(&text, &[by_log(&text)])).expect("a request")
}

/// One row: what is held, what is asked, which keys are known; the status, and the body.
fn check(what: &str, held: Option<(u64, Hash)>, request: &Request, keys: &[VerifierKey], status: u16, body: &str) {
    // What the witness gets are bytes.
    let read = Request::parse(&request.to_bytes()).expect("reads back");
    assert_eq!(&read, request, "{what}");
    let decision = decide(held, &read, keys);
    let answer = match decision.refusal() {
        Some(answer) => answer,
        None => {
            assert_eq!(decision, Decision::Cosign(request.checkpoint().clone()), "{what}");
            let line = cosignature::sign(request.note().text(), "example.org/w", &secret(9), 1).expect("cosigns");
            cosigned(&[line])
        }
    };
    let shown =
        answer.body.split(' ').map(|word| if word.len() >= 64 { "…" } else { word }).collect::<Vec<_>>().join(" ");
    assert_eq!((answer.status, shown.trim_end()), (status, body), "{what}");
    let media = if status == 409 { SIZE_TYPE } else { TEXT_TYPE };
    assert_eq!(answer.content_type, media, "{what}");
    // What the log makes of it.
    let expected = match status {
        200 => Ok(Reply::Cosigned(vec![
            cosignature::sign(request.note().text(), "example.org/w", &secret(9), 1).expect("cosigns"),
        ])),
        409 => Ok(Reply::Conflict { size: body.parse().expect("a size") }),
        status => Ok(Reply::Refused { status }),
    };
    assert_eq!(Reply::parse(answer.status, answer.body.as_bytes()), expected, "{what}");
}

#[test]
fn every_status() {
    let (log, fork) = (tree(20), other(20));
    let at = |size| log.root_at(size).expect("in it");
    let proof = |old, new| log.consistency(old, new).expect("in it");
    let held = |size| Some((size, at(size)));
    let keys = [verifier(ORIGIN, 1)];
    let wrong_proof = "the proof leads to root … but the earlier tree has root …";

    // 200
    check("first", None, &request(0, vec![], 7, at(7)), &keys, 200, "— example.org/w …");
    check("first, of an empty log", None, &request(0, vec![], 0, empty_root()), &keys, 200, "— example.org/w …");
    check("grown", held(7), &request(7, proof(7, 20), 20, at(20)), &keys, 200, "— example.org/w …");
    check("from a power of two", held(8), &request(8, proof(8, 9), 9, at(9)), &keys, 200, "— example.org/w …");
    check("the same again", held(7), &request(7, vec![], 7, at(7)), &keys, 200, "— example.org/w …");
    check("after an empty one", held(0), &request(0, vec![], 7, at(7)), &keys, 200, "— example.org/w …");
    // Signatures of others are ignored, however many: they may be anything.
    let grease = SignatureLine { name: "example.org/new".into(), key_hash: [1, 2, 3, 4], signature: vec![0; 77] };
    let same_name = SignatureLine { name: ORIGIN.into(), key_hash: [9, 9, 9, 9], signature: vec![0; 64] };
    let t = text(20, at(20));
    let greased = signed(&t, &[grease.clone(), same_name, by_log(&t), grease]);
    let greased = Request::new(7, proof(7, 20), greased).expect("a request");
    check("unknown signatures", held(7), &greased, &keys, 200, "— example.org/w …");
    let rotated = [verifier(ORIGIN, 5), verifier(ORIGIN, 1)];
    check("one of two keys", held(7), &greased, &rotated, 200, "— example.org/w …");

    // 404
    check("unknown origin", None, &request(0, vec![], 7, at(7)), &[], 404, "this witness does not know the origin");

    // 403
    let untrusted = "no signature is by a key that is trusted for example.org/log";
    check("another key", None, &request(0, vec![], 7, at(7)), &[verifier(ORIGIN, 5)], 403, untrusted);
    check("another name", None, &request(0, vec![], 7, at(7)), &[verifier("example.org/x", 1)], 403, untrusted);
    let t = text(7, at(7));
    let stolen = signed(&t, &[by_log(&text(8, at(8)))]);
    let stolen = Request::new(0, vec![], stolen).expect("a request");
    check("of another text", None, &stolen, &keys, 403, "line 5: the signature of example.org/log does not hold");
    let both = signed(&t, &[by_log(&t), by_log(&text(8, at(8)))]);
    let both = Request::new(0, vec![], both).expect("a request");
    check("one holds, one does not", None, &both, &keys, 403, "line 6: the signature of example.org/log does not hold");
    // Trust comes before everything that is said of the tree.
    check("untrusted and out of order", held(9), &request(8, vec![], 7, at(7)), &[verifier(ORIGIN, 5)], 403, untrusted);

    // 400
    let larger = "the old size 8 is larger than the size of the checkpoint, 7";
    check("old is larger", held(8), &request(8, vec![], 7, at(7)), &keys, 400, larger);
    check("old is larger, whatever is held", None, &request(8, vec![], 7, at(7)), &keys, 400, larger);

    // 409
    check("never cosigned", None, &request(7, proof(7, 20), 20, at(20)), &keys, 409, "0");
    check("behind", held(9), &request(7, proof(7, 20), 20, at(20)), &keys, 409, "9");
    check("ahead", held(5), &request(7, proof(7, 20), 20, at(20)), &keys, 409, "5");
    check("asks for the size", held(20), &request(0, vec![], 20, at(20)), &keys, 409, "20");
    check("going back", held(20), &request(7, vec![], 7, at(7)), &keys, 409, "20");
    let two = request(7, vec![], 7, fork.root_at(7).expect("in it"));
    check("two roots of one size", held(7), &two, &keys, 409, "7");
    assert!(matches!(decide(held(7), &two, &keys), Decision::TwoRoots { size: 7, .. }));

    // 422
    check(
        "no proof",
        held(7),
        &request(7, vec![], 20, at(20)),
        &keys,
        422,
        "the proof has 0 hashes where exactly 6 are needed",
    );
    check(
        "another history",
        held(7),
        &request(7, proof(7, 20), 20, fork.root()),
        &keys,
        422,
        "the proof leads to root … but the later tree has root …",
    );
    let forked = request(7, fork.consistency(7, 20).expect("in it"), 20, fork.root());
    check("a proof of another history", held(7), &forked, &keys, 422, wrong_proof);
    let mut altered = proof(7, 20);
    altered[2] = leaf_hash(b"altered");
    check("an altered proof", held(7), &request(7, altered, 20, at(20)), &keys, 422, wrong_proof);
    let longer = [proof(7, 20), vec![at(1)]].concat();
    check(
        "a longer proof",
        held(7),
        &request(7, longer, 20, at(20)),
        &keys,
        422,
        "the proof has 7 hashes where exactly 6 are needed",
    );
    check(
        "a proof from nothing",
        None,
        &request(0, vec![at(3)], 7, at(7)),
        &keys,
        422,
        "the proof has 1 hashes where exactly 0 are needed",
    );
    check(
        "a proof of the same",
        held(7),
        &request(7, vec![at(3)], 7, at(7)),
        &keys,
        422,
        "the proof has 1 hashes where exactly 0 are needed",
    );
    check(
        "no empty tree",
        None,
        &request(0, vec![], 0, at(7)),
        &keys,
        422,
        "the proof leads to root … but the later tree has root …",
    );
}

#[test]
fn the_example_of_the_specification() {
    // The request of the text of tlog-witness v1.0.0; its keys are not published.
    let body = "old 20852014\n\
        PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n\
        jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=\n\
        5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=\n\
        /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=\n\
        \n\
        example.com/behind-the-sofa\n\
        20852163\n\
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\
        \n\
        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n\
        — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=\n";
    let read = Request::parse(body.as_bytes()).expect("the example");
    assert_eq!((read.old(), read.proof().len(), read.checkpoint().size), (20_852_014, 4, 20_852_163));
    assert_eq!(read.to_bytes(), body.as_bytes());

    let refused = |from: &str, to: &str, expected: RequestError| {
        let changed = body.replacen(from, to, 1);
        assert_ne!(changed, body, "{to}");
        assert_eq!(Request::parse(changed.as_bytes()), Err(expected), "{to}");
    };
    for old in [
        "old -1",
        "old +1",
        "old 01",
        "old",
        "old ",
        "old 1 ",
        "OLD 1",
        " old 1",
        "old  1",
        "old 1\r",
        "old 18446744073709551615",
        "old 99999999999999999999999",
    ] {
        refused("old 20852014", old, RequestError::Old);
    }
    refused("PlRN", "PlR", RequestError::Hash { line: 2 });
    refused("kaw=", "kax=", RequestError::Hash { line: 2 });
    refused("PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=", "AAAA", RequestError::Hash { line: 2 });
    refused("pkaw=\n", "pkaw= \n", RequestError::Hash { line: 2 });
    refused("j/0=\n\n", "j/0=\n \n", RequestError::Hash { line: 6 });
    refused(
        "\n20852163\n",
        "\n020852163\n",
        RequestError::Checkpoint(armistice_tlog::checkpoint::CheckpointError::Size),
    );
    assert!(matches!(Request::parse(&body.as_bytes()[..body.len() - 1]), Err(RequestError::Note(_))));
    assert_eq!(Request::parse(b""), Err(RequestError::NoBlankLine));
    assert_eq!(Request::parse(b"\xff\n\nx"), Err(RequestError::NotUtf8));
    let len = MAX_REQUEST + 1;
    assert_eq!(Request::parse(&vec![b'\n'; len]), Err(RequestError::TooLarge { len }));
    let hash = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n";
    let many = |count| body.replacen(hash, &hash.repeat(count), 1);
    assert_eq!(Request::parse(many(MAX_PROOF - 3).as_bytes()).map(|r| r.proof().len()), Ok(MAX_PROOF));
    assert_eq!(Request::parse(many(MAX_PROOF - 2).as_bytes()), Err(RequestError::TooMany));
    let note = read.note().clone();
    assert_eq!(Request::new(0, vec![empty_root(); MAX_PROOF + 1], note), Err(RequestError::TooMany));
}

#[test]
fn answers_that_say_nothing() {
    let line = by_log("text\n").to_line();
    let check = |status, body: &str, expected: Result<Reply, ReplyError>| {
        assert_eq!(Reply::parse(status, body.as_bytes()), expected, "{status} {body}");
    };
    check(200, "", Err(ReplyError::NoLines));
    check(200, &line, Err(ReplyError::NoLines));
    check(200, &format!("{line}\n"), Ok(Reply::Cosigned(vec![by_log("text\n")])));
    let problem = armistice_tlog::note::LineProblem::Prefix;
    check(200, &format!("{line}\n\n"), Err(ReplyError::Line { line: 2, problem }));
    check(200, &format!("{line}\n").repeat(65), Err(ReplyError::TooMany));
    check(409, "7\n", Ok(Reply::Conflict { size: 7 }));
    for body in ["", "7", "07\n", "-7\n", "seven\n", "7 \n", "7\n\n", "99999999999999999999\n"] {
        check(409, body, Err(ReplyError::NoSize));
    }
    check(500, "anything", Ok(Reply::Refused { status: 500 }));
    assert_eq!(Reply::parse(200, &vec![0; 65_537]), Err(ReplyError::TooLarge { len: 65_537 }));
}

proptest! {
    #[test]
    fn what_is_read_is_what_was_written(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(request) = Request::parse(&bytes) {
            prop_assert_eq!(request.to_bytes(), bytes.clone());
        }
        for status in [200, 409, 422] {
            let _ = Reply::parse(status, &bytes);
        }
    }

    /// Whatever is held and asked: what is cosigned continues what was cosigned.
    #[test]
    fn what_is_cosigned_continues(held in 0_u64..40, old in 0_u64..40, new in 0_u64..40, forked: bool, flip in 0_usize..4000) {
        let log = tree(40);
        let offered = if forked { other(40) } else { tree(40) };
        let proof = offered.consistency(old.min(new), new).expect("in it");
        let sound = request(old, proof, new, offered.root_at(new).expect("in it"));
        let mut bytes = sound.to_bytes();
        let keys = [verifier(ORIGIN, 1)];
        let state = (held > 0).then(|| (held, log.root_at(held).expect("in it")));
        let decision = decide(state, &sound, &keys);
        let continues = held == old && old <= new && (!forked || held == 0);
        prop_assert_eq!(matches!(decision, Decision::Cosign(_)), continues, "{:?}", decision);
        // One bit of the request flipped: refused, or still the same checkpoint.
        let at = flip / 8 % bytes.len();
        bytes[at] ^= 1 << (flip % 8);
        if let Ok(changed) = Request::parse(&bytes)
            && let Decision::Cosign(checkpoint) = decide(state, &changed, &keys)
        {
            prop_assert_eq!(&checkpoint, sound.checkpoint());
        }
    }
}
