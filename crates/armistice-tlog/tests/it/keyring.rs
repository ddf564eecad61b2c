//! The keys of a register: every rule as a row, rotation, compromise and loss as scripts, and what attackers try.
//!
//! Must not: build bytes that only this crate could build; `book` writes entries as anybody would.

use crate::book::{Book, ORIGIN, Parts, id, key};
use armistice_tlog::cbor::Writer;
use armistice_tlog::entry::{Entry, Unsigned};
use armistice_tlog::envelope::Stated;
use armistice_tlog::hash::leaf_hash;
use armistice_tlog::keyring::{Algorithm, Keyring, KeyringError, Life, Reason, Role, Standing, possession_message};
use proptest::prelude::*;

/// A script: each sentence with `ok`, or words of the refusal.
type Script<'a> = &'a [(&'a str, &'a str)];

/// Says a script; then how the register stands.
fn check(name: &str, script: Script<'_>, life: Life, standings: &str) {
    let mut book = Book::open();
    for (sentence, expected) in script {
        let before = book.keyring.clone();
        match (book.say(sentence), *expected) {
            (Ok(_), "ok") => {}
            (Err(error), words) if words != "ok" && error.to_string().contains(words) => {
                assert_eq!(book.keyring, before, "{name}: {sentence}: it was refused and changed something");
            }
            (result, _) => panic!("{name}: {sentence}: {result:?}, expected {expected}"),
        }
    }
    assert_eq!(book.keyring.life(), life, "{name}");
    assert_eq!(book.standings(), standings, "{name}");
}

#[test]
fn rotation_compromise_and_loss() {
    use Life::{AwaitsRecovery, Closed, Open};
    let rows: &[(&str, Script<'_>, Life, &str)] = &[
        ("nothing happens", &[("a says", "ok"), ("a says", "ok")], Open, "..."),
        (
            "rotation: two keys live at once, then one",
            &[
                ("a says", "ok"),
                ("a adds statements b", "ok"),
                ("a says", "ok"),
                ("b says", "ok"),
                ("b revokes a rotated", "ok"),
                ("a says", "signs nothing from entry 5 on: entry 5 revoked it"),
                ("b says", "ok"),
            ],
            Open,
            ".......",
        ),
        (
            "rotation by the old key itself",
            &[
                ("a adds statements b", "ok"),
                ("a revokes a rotated", "ok"),
                ("a says", "signs nothing"),
                ("b says", "ok"),
            ],
            Open,
            "....",
        ),
        (
            "compromise: what the thief may have written is flagged and stays; the owner confirms what is theirs",
            &[
                ("a says", "ok"),
                ("a adds statements b", "ok"),
                ("a says", "ok"),
                ("a says", "ok"),
                ("b revokes a compromised from 3", "ok"),
                ("a says", "signs nothing"),
                ("b says", "ok"),
                ("b reaffirms 3", "ok"),
            ],
            Open,
            "....?...",
        ),
        (
            "compromise, nobody knows since when: everything by that key, and by the key that it declared",
            &[("a says", "ok"), ("a adds statements b", "ok"), ("b revokes a compromised", "ok"), ("b says", "ok")],
            Open,
            "?????",
        ),
        (
            "a thief adds a key of his own: what it signs is doubtful too, and it cannot vouch for itself",
            &[
                ("a adds recovery r", "ok"),
                ("a says", "ok"),
                ("a adds statements x", "ok"),
                ("x says", "ok"),
                ("r revokes a compromised from 3", "ok"),
                ("x reaffirms 3 4", "ok"),
                ("x says", "ok"),
                ("r revokes x compromised", "ok"),
                ("x says", "signs nothing"),
                ("r adds statements b", "ok"),
                ("b reaffirms 7", "ok"),
            ],
            Open,
            "...??.?....",
        ),
        (
            "whoever vouches for the statement that declared a key vouches for what that key signed",
            &[
                ("a adds statements b", "ok"),
                ("a adds statements c", "ok"),
                ("c says", "ok"),
                ("b revokes a compromised from 2", "ok"),
                ("c says", "ok"),
                ("b reaffirms 2", "ok"),
            ],
            Open,
            ".......",
        ),
        (
            "a key is found to be stolen after it was rotated: whose is the one that it declared?",
            &[
                ("a says", "ok"),
                ("a says", "ok"),
                ("a adds statements b", "ok"),
                ("b revokes a rotated", "ok"),
                ("b says", "ok"),
                ("b revokes a compromised from 2 until 4", "ok"),
            ],
            Open,
            "..?????",
        ),
        (
            "a wider doubt holds, a narrower one takes nothing back",
            &[
                ("a adds statements b", "ok"),
                ("a says", "ok"),
                ("a says", "ok"),
                ("b revokes a compromised from 2 until 4", "ok"),
                ("b revokes a compromised from 3 until 4", "ok"),
            ],
            Open,
            "..??..",
        ),
        (
            "compromise, and the successor was declared in the doubtful range: it may be the thief's, and stays in doubt",
            &[
                ("a says", "ok"),
                ("a adds statements b", "ok"),
                ("b revokes a compromised from 1", "ok"),
                ("b reaffirms 1 2", "ok"),
            ],
            Open,
            ".????",
        ),
        (
            "the same with a recovery key: its successor is in no doubt, and says what holds",
            &[
                ("a adds recovery r", "ok"),
                ("a says", "ok"),
                ("a adds statements b", "ok"),
                ("b says", "ok"),
                ("r revokes a compromised from 2", "ok"),
                ("r adds statements c", "ok"),
                ("c reaffirms 2 3", "ok"),
            ],
            Open,
            "........",
        ),
        (
            "loss with a recovery key: the register goes on",
            &[
                ("a adds recovery r", "ok"),
                ("a says", "ok"),
                ("r revokes a lost", "ok"),
                ("a says", "signs nothing"),
                ("r says", "signs statements about keys, not a `padded`"),
                ("r adds statements b", "ok"),
                ("b says", "ok"),
            ],
            Open,
            "......",
        ),
        (
            "loss with a recovery key, which waits",
            &[("a adds recovery r", "ok"), ("r revokes a lost", "ok")],
            AwaitsRecovery,
            "...",
        ),
        (
            "loss without a recovery key: nobody can say anything any more, so nobody can revoke either",
            &[("a says", "ok"), ("b revokes a lost", "none that the register declares")],
            Open,
            "..",
        ),
        (
            "the last key does not go by accident",
            &[
                ("a revokes a rotated", "is the last that can sign here"),
                ("a revokes a lost", "is the last"),
                ("a revokes a compromised from 0", "is the last"),
                ("a revokes a retired", "ok"),
                ("a says", "signs nothing from entry 1 on"),
                ("a adds statements b", "signs nothing"),
            ],
            Closed,
            "..",
        ),
        (
            "a register is retired, and the recovery key with it",
            &[
                ("a adds recovery r", "ok"),
                ("a revokes a retired", "ok"),
                ("r revokes r lost", "is the last"),
                ("r revokes r retired", "ok"),
                ("r adds statements b", "signs nothing"),
            ],
            Closed,
            "....",
        ),
        (
            "a thief cannot keep the owner out",
            &[
                ("a adds recovery r", "ok"),
                ("a revokes r compromised", "revokes a recovery key, which only a recovery key may sign"),
                ("a adds recovery s", "declares a recovery key, which only a recovery key may sign"),
                ("a revokes a retired", "ok"),
                ("r adds statements b", "ok"),
                ("b adds statements a", "was declared before"),
                ("b says", "ok"),
            ],
            Open,
            ".....",
        ),
        (
            "the recovery key itself is changed",
            &[
                ("a adds recovery r", "ok"),
                ("r adds recovery s", "ok"),
                ("s revokes r rotated", "ok"),
                ("r revokes a lost", "signs nothing"),
                ("s revokes s retired", "ok"),
                ("a adds recovery t", "ok"),
            ],
            Open,
            "......",
        ),
        (
            "recovery keys reaffirm nothing",
            &[("a adds recovery r", "ok"), ("a says", "ok"), ("r reaffirms 1", "not a `reaffirmed`")],
            Open,
            "...",
        ),
        (
            "keys of other roles sign no statements",
            &[
                ("a adds checkpoints c", "ok"),
                ("a adds witness w", "ok"),
                ("c says", "is a checkpoints key, which signs no statements"),
                ("w says", "is a witness key"),
                ("a revokes c compromised from 2", "ok"),
                ("a revokes w lost", "ok"),
            ],
            Open,
            ".....",
        ),
        (
            "one key, one role, once",
            &[
                ("a adds statements a", "was declared before"),
                ("a adds checkpoints b", "ok"),
                ("a adds statements b", "was declared before"),
                ("a adds witness b", "was declared before"),
            ],
            Open,
            "..",
        ),
        (
            "a key is declared by whom it belongs to, under its name",
            &[
                ("a adds statements b by c", "the signature by the new key does not hold"),
                ("a adds witness w as truce/other/witness", "where truce/observer/witness is its name"),
                ("a adds checkpoints c as truce/other", "where truce/observer is its name"),
                ("a adds recovery r as other", "where observer is its name"),
            ],
            Open,
            ".",
        ),
        (
            "an end that cannot be",
            &[
                ("a says", "ok"),
                ("a adds statements b", "ok"),
                ("a says", "ok"),
                ("b revokes a rotated until 3", "it can end between 4 (after what it signed) and 4"),
                ("b revokes a rotated until 5", "it can end between 4"),
                ("b says", "ok"),
                ("b revokes a rotated until 4", "ok"),
                ("b revokes a rotated until 5", "it can end between 4 (after what it signed) and 4"),
                ("b revokes a lost until 4", "ok"),
            ],
            Open,
            ".......",
        ),
        (
            "a doubt that cannot be",
            &[
                ("a adds statements b", "ok"),
                ("b revokes a rotated from 1", "only when a key was compromised"),
                ("b revokes a lost from 1", "only when a key was compromised"),
                ("b revokes a compromised from 3 until 2", "only before the key ends"),
                ("b revokes c lost", "none that the register declares"),
            ],
            Open,
            "..",
        ),
    ];
    for (name, script, life, standings) in rows {
        check(name, script, *life, standings);
    }
}

#[test]
fn what_a_reader_is_told() {
    let mut book = Book::open();
    for sentence in
        ["a adds statements b", "a adds checkpoints c", "a adds witness v", "b revokes a compromised from 2", "b says"]
    {
        book.say(sentence).expect(sentence);
    }
    let keyring = &book.keyring;
    let a = keyring.key(&id("a")).expect("declared");
    let revoked = a.revoked().expect("revoked");
    assert_eq!((revoked.at, revoked.until, revoked.reason, revoked.by), (4, 4, Reason::Compromised, id("b")));
    assert_eq!((a.valid_at(0), a.valid_at(3), a.valid_at(4), a.last_signed()), (true, true, false, Some(3)));
    let b = keyring.key(&id("b")).expect("declared");
    assert_eq!((b.from(), b.added_at(), b.valid_at(1), b.valid_at(2)), (2, 1, false, true));
    assert_eq!(keyring.valid(Role::Statements).map(|k| k.id()).collect::<Vec<_>>(), [id("b")]);
    assert_eq!(keyring.signer_of(3).map(|k| k.id()), Some(id("a")));
    assert_eq!(keyring.signer_of(5).map(|k| k.id()), Some(id("b")));
    assert_eq!(keyring.signer_of(6), None);
    assert_eq!(keyring.standing(2, &leaf_hash(&book.entries[2])), Some(Standing::Doubtful { revoked_at: 4 }));
    let checkpoints: Vec<String> =
        keyring.checkpoint_keys().filter_map(|k| k.verifier()).map(|v| v.name().into()).collect();
    assert_eq!(checkpoints, [ORIGIN]);
    let witness = keyring.witness_key().and_then(|k| k.verifier()).expect("a witness key");
    assert_eq!((witness.name(), witness.algorithm() as u8), ("truce/observer/witness", 4));
    assert!(keyring.keys().iter().all(|k| k.algorithm() == Algorithm::Ed25519));
}

/// What somebody with the bytes, and without the key, could try.
#[test]
fn entries_that_attackers_make() {
    let mut book = Book::open();
    book.say("a says").expect("sound");
    let right = || book.next("padded", Writer::new().map(1).integer(0).bytes(&[]).finish());
    let changed = |change: fn(&mut Parts)| {
        let mut parts = right();
        change(&mut parts);
        parts.sign(&key("a"))
    };
    let good = right().sign(&key("a"));
    let forged = |kid: &str, signature: &[u8; 64]| {
        let parts = right();
        let unsigned = Unsigned {
            iss: "observer".into(),
            sub: "truce".into(),
            iat: parts.asserted,
            kid: id(kid),
            payload: parts.payload(),
        };
        unsigned.finish(signature).expect("well formed")
    };
    let entry = Entry::parse(&good).expect("an entry");
    let signature = *entry.signature();
    let first = book.entries[0].clone();
    let rows: Vec<(&str, Vec<u8>, &str)> = vec![
        ("somebody else's key", right().sign(&key("x")), "none that the register declares"),
        (
            "her name over his signature",
            forged("a", Entry::parse(&right().sign(&key("x"))).expect("").signature()),
            "does not hold",
        ),
        ("his name over her signature", forged("x", &signature), "none that the register declares"),
        (
            "S and the order of the group: the same signature in other bytes",
            forged("a", &plus_order(signature)),
            "does not hold",
        ),
        (
            "a payload altered",
            {
                let mut bytes = good.clone();
                let at = bytes.len() - 64 - 3;
                bytes[at] ^= 1;
                bytes
            },
            "",
        ),
        ("replayed from another mission", changed(|p| p.mission = "other".into()), "it is of mission other"),
        ("replayed from another register", changed(|p| p.member = "other".into()), "it is of member other"),
        ("replayed from this register", book.entries[1].clone(), "so one is missing or doubled"),
        ("the first entry again", first, "so one is missing or doubled"),
        ("opened again", changed(|p| p.kind = "mission_opened"), "a second `mission_opened`"),
        ("a number left out", changed(|p| p.seq += 1), "so one is missing or doubled: 2 belongs here"),
        ("a number again", changed(|p| p.seq -= 1), "so one is missing or doubled"),
        ("another entry before it", changed(|p| p.prev = Some(leaf_hash(b""))), "follows another entry"),
        ("no entry before it", changed(|p| p.prev = None), "follows another entry"),
        (
            "keys in words that are not known yet",
            changed(|p| {
                p.kind = "key_added";
                p.version = 2;
            }),
            "`key_added` of version 2",
        ),
        (
            "a revocation in words that are not known yet",
            changed(|p| {
                p.kind = "key_revoked";
                p.version = 2;
            }),
            "use a newer one",
        ),
        ("a body that does not fit", changed(|p| p.kind = "key_revoked"), "does not fit its layout"),
    ];
    for (name, bytes, expected) in rows {
        let mut book = book.clone();
        let before = book.keyring.clone();
        let refused = book.take(bytes).expect_err(name).to_string();
        assert!(refused.contains(expected), "{name}: {refused}");
        assert_eq!(book.keyring, before, "{name}");
    }
    book.take(good).expect("the rows differ from a good entry in one thing each");
}

/// `S + L` in the second half of a signature: valid under a lax reading of RFC 8032 5.1.7.
fn plus_order(mut signature: [u8; 64]) -> [u8; 64] {
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let mut carry = 0_u16;
    for (byte, order) in signature[32..].iter_mut().zip(ORDER) {
        let sum = u16::from(*byte) + u16::from(order) + carry;
        *byte = sum.to_le_bytes()[0];
        carry = sum >> 8;
    }
    signature
}

/// Registers that do not open as they must.
#[test]
fn openings_that_are_refused() {
    let opening = |kind, key: &[u8]| {
        let book = Book::open();
        let body = Writer::new().map(2).integer(0).text("Truce").integer(1).bytes(key).finish();
        Parts { seq: 0, prev: None, ..book.next(kind, body) }
    };
    let own = *key("a").verifying_key().as_bytes();
    let mut neutral = [0; 32];
    neutral[0] = 1;
    let mut not_canonical = [0xff; 32];
    not_canonical[0] = 0xee;
    not_canonical[31] = 0x7f;
    let rows: [(&str, Parts, &str, &str); 7] = [
        ("another statement", opening("padded", &own), ORIGIN, "a `padded` stands where the register should open"),
        ("another version", Parts { version: 2, ..opening("mission_opened", &own) }, ORIGIN, "of version 2"),
        ("a key that holds for everything", opening("mission_opened", &neutral), ORIGIN, "small order"),
        ("a second spelling of a key", opening("mission_opened", &not_canonical), ORIGIN, "non-canonical"),
        (
            "a key that it is not signed with",
            opening("mission_opened", key("b").verifying_key().as_bytes()),
            ORIGIN,
            "none that the register declares",
        ),
        ("another register", opening("mission_opened", &own), "truce/other", "it is of member observer"),
        ("another mission", opening("mission_opened", &own), "other/observer", "it is of mission truce"),
    ];
    for (name, parts, origin, expected) in rows {
        let bytes = parts.sign(&key("a"));
        let refused = Keyring::open(origin, &Entry::parse(&bytes).expect("an entry")).expect_err(name).to_string();
        assert!(refused.contains(expected), "{name}: {refused}");
    }
}

/// ML-DSA-44 keys are for checkpoints and witnesses, with their own proof of possession.
#[cfg(feature = "ml-dsa")]
#[test]
fn keys_that_outlive_curves() {
    let secret = armistice_tlog::mldsa::SecretKey::from_seed(&[7; 32]);
    let added = |book: &Book, role: Role, possession: &[u8]| {
        let w = Writer::new().map(5).integer(0).text(role.name()).integer(1).text("ml-dsa-44");
        let w = w.integer(2).bytes(secret.public()).integer(3).text(&role.key_name(ORIGIN));
        book.next("key_added", w.integer(4).bytes(possession).finish()).sign(&key("a"))
    };
    let message = possession_message(ORIGIN, Role::Checkpoints, ORIGIN, secret.public());
    let possession = secret.sign(&message).expect("a signature");
    let mut book = Book::open();
    let for_statements = added(&book, Role::Statements, &possession);
    let refused = book.take(for_statements).expect_err("entries are signed with Ed25519");
    assert_eq!(refused, KeyringError::Algorithm { role: Role::Statements, algorithm: "ml-dsa-44" });
    let wrong = added(&book, Role::Witness, &possession);
    assert!(matches!(book.take(wrong), Err(KeyringError::Possession { .. })), "a proof for another role");
    let right = added(&book, Role::Checkpoints, &possession);
    book.take(right).expect("a checkpoints key");
    let verifier = book.keyring.checkpoint_keys().next().and_then(|k| k.verifier()).expect("a key for notes");
    assert_eq!(verifier.algorithm() as u8, 6);
}

/// A bundle carries the entries about keys, and not what stands between.
#[test]
fn entries_with_gaps() {
    let mut book = Book::open();
    for sentence in ["a says", "a adds statements b", "a says", "b revokes a rotated", "b says", "b says"] {
        book.say(sentence).expect(sentence);
    }
    let entry = |at: usize| Entry::parse(&book.entries[at]).expect("an entry");
    let sparse = || {
        let mut keyring = Keyring::open(ORIGIN, &entry(0)).expect("opened");
        keyring.admit_after_gap(2, &entry(2)).expect("declares b");
        keyring
    };
    let mut keyring = sparse();
    assert_eq!(keyring.admit_after_gap(6, &entry(6)), Ok(Standing::Sound));
    assert_eq!((keyring.size(), keyring.signer_of(6).map(|k| k.id())), (7, Some(id("b"))));
    assert_eq!((keyring.standing(5, &entry(5).id()), keyring.signer_of(1)), (None, None));
    // Backwards, or under another number, it does not go.
    assert!(matches!(keyring.admit_after_gap(3, &entry(3)), Err(KeyringError::Place { index: 3, expected: 7 })));
    assert!(matches!(sparse().admit_after_gap(5, &entry(6)), Err(KeyringError::Place { index: 6, expected: 5 })));
    // A key whose declaration is not at hand is none.
    let mut bare = Keyring::open(ORIGIN, &entry(0)).expect("opened");
    assert_eq!(bare.admit_after_gap(6, &entry(6)), Err(KeyringError::UnknownKey { key: id("b") }));
    // The plain way takes no gap.
    assert!(matches!(sparse().admit(6, &entry(6)), Err(KeyringError::Place { .. })));
}

fn sentence() -> impl Strategy<Value = String> {
    let letter = || prop::sample::select(vec!["a", "b", "c", "r", "s"]);
    let role = prop::sample::select(vec!["statements", "statements", "checkpoints", "witness", "recovery"]);
    let reason = prop::sample::select(vec!["rotated", "lost", "compromised", "retired"]);
    prop_oneof![
        4 => letter().prop_map(|who| format!("{who} says")),
        2 => (letter(), role, letter()).prop_map(|(who, role, key)| format!("{who} adds {role} {key}")),
        2 => (letter(), letter(), reason, 0_usize..12)
            .prop_map(|(who, key, reason, from)| match reason {
                "compromised" if from < 8 => format!("{who} revokes {key} {reason} from {from}"),
                _ => format!("{who} revokes {key} {reason}"),
            }),
        1 => letter().prop_map(|who| format!("{who} reaffirms 0")),
    ]
}

proptest! {
    /// Whatever is tried: refused entries change nothing, no entry is lost, no key comes back, a closed register stays
    /// closed, and both ways to verify agree.
    #[test]
    fn rules_that_always_hold(script in prop::collection::vec(sentence(), 0..40)) {
        let mut book = Book::open();
        for sentence in &script {
            let before = book.keyring.clone();
            let result = book.say(sentence);
            if let Err(error) = &result {
                prop_assert_eq!(&book.keyring, &before, "{}: {}", sentence, error);
            }
            if before.life() == Life::Closed {
                prop_assert!(result.is_err(), "{}: said in a closed register", sentence);
            }
            for key in before.keys().iter().filter(|k| k.revoked().is_some()) {
                let now = book.keyring.key(&key.id()).expect("declared is declared");
                prop_assert!(!now.valid_at(book.keyring.size()), "{}: a revoked key came back", sentence);
                let (was, is) = (key.revoked().expect("revoked").until, now.revoked().expect("revoked").until);
                prop_assert!(is <= was);
            }
        }
        prop_assert!(!book.standings().contains('x'));
        // In two steps, as many threads do it: all places first, then all signatures.
        let stated: Vec<Stated<'_>> = book.entries.iter().map(|e| Stated::parse(e).expect("a statement")).collect();
        let (mut keyring, first) = Keyring::open_stated(ORIGIN, &stated[0]).expect("opened");
        let mut signers = vec![first];
        for (index, stated) in stated.iter().enumerate().skip(1) {
            signers.push(keyring.admit_stated(index as u64, stated).expect("was taken before"));
        }
        for (signer, stated) in signers.iter().zip(&stated) {
            prop_assert_eq!(keyring.verify(*signer, &stated.entry), Ok(()));
        }
        prop_assert_eq!(&keyring, &book.keyring);
    }

    /// Standing, told again by the definition: an entry is doubtful if a note names it or names the entry that declared its
    /// key, and so on, and nobody in no doubt confirmed any of these up to the note.
    #[test]
    fn standing_is_what_the_notes_say(script in prop::collection::vec(sentence(), 0..40)) {
        let mut book = Book::open();
        for sentence in &script {
            let _: Result<Standing, KeyringError> = book.say(sentence);
        }
        let keyring = &book.keyring;
        let named = |at: u64| {
            let key = keyring.signer_of(at).expect("taken");
            let doubt = key.revoked().and_then(|r| r.doubt);
            doubt.is_some_and(|d| (d.from..d.until).contains(&at))
        };
        let declared = |at: u64| keyring.signer_of(at).map(|k| k.added_at()).filter(|added| *added > 0);
        let chain = |at: u64| std::iter::successors(Some(at), |at| declared(*at)).collect::<Vec<_>>();
        let tainted = |at: u64| chain(at).into_iter().any(named);
        // The only entry that scripts reaffirm is the first.
        let confirms: Vec<u64> = book.entries.iter().enumerate().filter(|(_, e)| {
            Stated::parse(e).expect("a statement").envelope.kind == "reaffirmed"
        }).map(|(at, _)| at as u64).collect();
        let confirmed = |at: u64| at == 0 && confirms.iter().any(|c| !tainted(*c));
        for (at, found) in book.standings().chars().enumerate() {
            let mut doubtful = false;
            for at in chain(at as u64) {
                if confirmed(at) { break }
                if named(at) { doubtful = true; break }
            }
            prop_assert_eq!(found, if doubtful { '?' } else { '.' }, "entry {} of {:?}", at, script);
        }
    }
}
