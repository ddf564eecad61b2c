//! What the desk keeps of accounts: secrets by their digests only, the audit trail, and its head in the register. The words.
//!
//! Must not: need a server.

use crate::support::repository;
use armistice::{
    desk::{
        access::{
            Role, Scope, Store, anchor,
            audit::{Event, Say},
            first_link,
            role::{Action, allowed},
            session::Method,
        },
        locale::{Language, Locale},
    },
    mission::Mission,
};
use armistice_core::{
    named::Named as _,
    statement::{Body, Decoded, desk::Desk},
};
use std::{collections::BTreeSet, os::unix::fs::PermissionsExt as _};

const NOW: i64 = 1_800_000_000;

#[test]
fn the_file_is_for_its_owner_and_holds_no_secret() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path()).expect("a store");
    let owner = store.open_account("Owner", Role::Administrator, None, NOW).expect("an account");
    let mut secrets =
        vec![store.begin_session(&owner, Method::Link, None, NOW).expect("a session").reveal().to_owned()];
    secrets.push(store.make_link(&owner, None, NOW).expect("a link").secret.reveal().to_owned());
    secrets.push(store.invite(Role::Head, "x", &owner, NOW).expect("invited").0.reveal().to_owned());
    secrets.push(
        store.make_token(&owner, "x", &BTreeSet::from([Scope::Read]), 1, NOW).expect("a token").0.reveal().to_owned(),
    );
    secrets.extend(store.make_recovery(&owner, NOW).expect("codes").into_iter().map(|c| c.replace('-', "")));
    let mut looked = 0;
    for entry in std::fs::read_dir(folder.path().join("desk")).expect("a folder") {
        let path = entry.expect("an entry").path();
        let mode = path.metadata().expect("metadata").permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", path.display());
        let bytes = std::fs::read(&path).expect("bytes");
        looked += bytes.len();
        for secret in &secrets {
            let text = secret.as_bytes();
            assert!(!bytes.windows(text.len()).any(|w| w == text), "a secret in {}", path.display());
        }
    }
    assert!(looked > 10_000);
    // What was acknowledged is there for the next one who opens it.
    let again = Store::open(folder.path()).expect("a store");
    assert_eq!(again.desk(), store.desk());
    assert_eq!(again.accounts().expect("accounts").len(), 1);
}

fn some_rows(store: &Store) {
    let a = store.open_account("Ann Other", Role::Administrator, None, NOW).expect("an account");
    store.begin_session(&a, Method::Link, None, NOW + 1).expect("a session");
    let say = Say { event: Event::Exported, actor: Some(&a), object: "incidents", detail: "status:open 14" };
    store.note(NOW + 2, say).expect("noted");
}

#[test]
fn the_trail_cannot_be_changed_unnoticed() {
    let changes = [
        ("nothing", "SELECT 1", None),
        ("a detail", "UPDATE audit SET detail = 'status:open 13' WHERE seq = 3", Some(3)),
        ("an actor", "UPDATE audit SET actor = '' WHERE seq = 2", Some(2)),
        ("a row taken out", "DELETE FROM audit WHERE seq = 2", Some(3)),
        ("the first row taken out", "DELETE FROM audit WHERE seq = 1", Some(2)),
        ("time", "UPDATE audit SET at = at + 1 WHERE seq = 1", Some(1)),
    ];
    for (what, sql, expected) in changes {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path()).expect("a store");
        some_rows(&store);
        let whole = store.check_audit().expect("checked");
        assert_eq!((whole.rows, whole.broken_at), (3, None));
        let db = rusqlite::Connection::open(folder.path().join("desk/access.sqlite")).expect("opens");
        if expected.is_some() {
            assert!(db.execute_batch(sql).is_err(), "{what}: the tables refuse");
            db.execute_batch("DROP TRIGGER audit_kept; DROP TRIGGER audit_unchanged;").expect("dropped by force");
        }
        db.execute_batch(sql).expect("changed by force");
        assert_eq!(store.check_audit().expect("checked").broken_at, expected, "{what}");
    }
}

#[test]
fn the_trail_names_nobody_and_its_head_stands_in_the_register() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("m");
    let mission = Mission::create(&root, "A mission", "north", vec![]).expect("a mission");
    let store = Store::open(&root).expect("a store");
    some_rows(&store);
    let text = serde_json::to_string(&store.audit(0, 100).expect("rows")).expect("JSON");
    assert!(!text.contains("Ann") && !text.contains("Other"), "{text}");
    let first = anchor::run(&mission, &store, NOW).expect("said").expect("something new");
    assert_eq!((first.from, first.to), (1, 3));
    assert_eq!(anchor::run(&mission, &store, NOW).expect("nothing new"), None);
    first_link(&store, NOW).expect("a link");
    let second = anchor::run(&mission, &store, NOW).expect("said").expect("something new");
    assert_eq!((second.from, second.to), (4, 4));
    let registers = mission.read().expect("read").registers;
    let said: Vec<(u64, u64, String)> = registers
        .iter()
        .flat_map(|r| &r.register.entries)
        .filter_map(|(_, e)| match e {
            Decoded::Known(s) => Some(s.body.clone()),
            Decoded::Unknown { .. } => None,
        })
        .filter_map(|body| match body {
            Body::Desk(d) => {
                let Desk::Audited(a) = *d else { panic!("a review") };
                Some((a.from_seq, a.to_seq, a.head.to_string()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(said.last().map(|(_, _, head)| head.clone()), Some(store.check_audit().expect("checked").head));
    assert_eq!(said.iter().map(|(f, t, _)| (*f, *t)).collect::<Vec<_>>(), [(1, 3), (4, 4)]);
}

#[test]
fn the_keeper_of_the_desk_does_not_read_what_is_sealed() {
    assert!(!allowed(Role::Administrator).contains(&Action::ReadSealed));
    for role in Role::OF_ACCOUNTS {
        assert!(allowed(Role::Public).iter().all(|a| allowed(*role).contains(a)), "{role:?} may less than anybody");
    }
    assert!(Role::ALL.iter().filter(|r| allowed(**r).contains(&Action::ManageAccounts)).eq([&Role::Administrator]));
}

#[test]
fn every_word_of_the_pages_is_there_in_every_language() {
    let mut ids = BTreeSet::new();
    let mut folders = vec![repository().join("crates/armistice/src/desk/access")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("text");
            for (at, _) in text.match_indices("\"access-") {
                let id: String = text[at + 1..].chars().take_while(|c| *c != '"').collect();
                ids.insert(id);
            }
        }
    }
    for kind in ["access-role", "access-action", "access-scope", "access-event", "access-method"] {
        let values: Vec<&str> = match kind {
            "access-role" => Role::ALL.iter().map(|v| v.id()).collect(),
            "access-action" => Action::ALL.iter().map(|v| v.id()).collect(),
            "access-scope" => Scope::ALL.iter().map(|v| v.id()).collect(),
            "access-event" => Event::ALL.iter().map(|v| v.id()).collect(),
            _ => [Method::Link, Method::Password, Method::Recovery, Method::Passkey, Method::Invitation]
                .map(Method::id)
                .to_vec(),
        };
        if kind != "access-role" {
            ids.remove(kind);
        }
        ids.extend(values.into_iter().map(|v| format!("{kind}-{}", v.replace('_', "-"))));
    }
    ids.insert("access-not-found-title".to_owned());
    ids.insert("access-role-denied-title".to_owned());
    assert!(ids.len() > 150, "{}", ids.len());
    for language in Language::ALL {
        let locale = Locale::of(*language);
        let missing: Vec<&String> = ids.iter().filter(|id| !locale.has(id)).collect();
        assert!(missing.is_empty(), "{language:?}: {missing:?}");
    }
}
