//! The habits of the command line: help, exit codes, pipes, ids.
//!
//! Must not: check what a brief says; the scenarios do.

use crate::support::{Mission, armistice, repository, stdout};
use serde_json::Value;
use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs,
    io::Read as _,
    process::{Command, Stdio},
};

fn demo() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mission = folder.path().join("m").display().to_string();
    stdout(&armistice(["demo", &mission, "--json"]));
    (folder, mission)
}

#[test]
fn help_completions_and_manual() {
    for command in ["init", "add", "brief", "show", "check", "demo", "completions", "man"] {
        let text = stdout(&armistice([command, "--help"]));
        assert!(text.contains("Usage:") && text.contains("--json"), "{command}: {text}");
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(stdout(&armistice(["completions", shell])).contains("armistice"), "{shell}");
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pages = folder.path().join("man");
    stdout(&armistice([OsStr::new("man"), OsStr::new("--out"), pages.as_os_str()]));
    assert!(pages.join("armistice.1").exists() && pages.join("armistice-add.1").exists());
    let page = stdout(&armistice(["man"]));
    for (exit, meaning) in armistice::failure::Exit::ALL {
        assert!(page.contains(&meaning[..meaning.len().min(12)]), "{exit:?} is not in the manual");
    }
}

/// Words that are off end with 2, and say what may have been meant.
#[test]
fn usage() {
    for (args, words) in [
        (&["breif", "m"][..], "brief"),
        (&["add"][..], "<DIR>"),
        (&["brief", "m", "--jsn"][..], "--json"),
        (&["completions", "csh"][..], "bash"),
        (&["init", "m"][..], "--member"),
    ] {
        let output = armistice(args);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(said.contains(words), "{args:?}: {said}");
    }
}

#[test]
fn quiet_and_plain() {
    let mission = Mission::new(None);
    let file = repository().join("scenarios/demo/01-harbour-courier.txt");
    let output = armistice([OsStr::new("add"), mission.path().as_os_str(), file.as_os_str(), OsStr::new("-q")]);
    assert!(output.status.success() && output.stdout.is_empty() && output.stderr.is_empty());
    let coloured = |key: &str, value: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_armistice"))
            .args([OsStr::new("brief"), mission.path().as_os_str()])
            .env("FORCE_COLOR", "1")
            .env(key, value)
            .output()
            .expect("the binary runs");
        stdout(&output).contains('\u{1b}')
    };
    assert!(coloured("OTHER", "1") && !coloured("NO_COLOR", "1"));
}

/// A reader that goes away is no error and no panic; a place without room is an error.
#[test]
fn closed_pipe_and_full_output() {
    let (_folder, mission) = demo();
    for args in [&["brief", &mission][..], &["brief", &mission, "--json"], &["check", &mission], &["man"], &["--help"]]
    {
        let mut child = Command::new(env!("CARGO_BIN_EXE_armistice"))
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut said).expect("text");
        assert_eq!(child.wait().expect("it ends").code(), Some(0), "{args:?}: {said}");
        assert!(!said.contains("panicked"), "{args:?}: {said}");
    }
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else {
        println!("skipped: no /dev/full here");
        return;
    };
    let output = Command::new(env!("CARGO_BIN_EXE_armistice")).args(["brief", &mission]).stdout(full).output();
    let output = output.expect("the binary runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("could not be written"));
}

/// Whatever a brief or a statement names can be shown.
#[test]
fn every_id_can_be_shown() {
    let (_folder, mission) = demo();
    let brief: Value = serde_json::from_str(&stdout(&armistice(["brief", &mission, "--json"]))).expect("JSON");
    let mut statements = BTreeSet::new();
    let mut shown = 0;
    for list in ["documents", "origins", "people", "claims", "incidents", "contradictions"] {
        // Enough of each to be sure of the kind: every run of the binary verifies the whole register.
        for thing in brief[list].as_array().expect("a list").iter().take(8) {
            let id = thing["id"].as_str().expect("an id");
            let found: Value =
                serde_json::from_str(&stdout(&armistice(["show", &mission, id, "--json"]))).expect("JSON");
            assert_eq!(found["thing"]["id"], id);
            let said = found["statements"].as_array().expect("a list");
            assert!(!said.is_empty(), "{id} rests on no statement");
            statements.extend(said.iter().filter_map(|s| s["statement"].as_str().map(str::to_owned)));
            shown += 1;
        }
    }
    assert!(shown > 12 && statements.len() > 6, "{shown} {}", statements.len());
    for id in statements.iter().take(12) {
        let found: Value = serde_json::from_str(&stdout(&armistice(["show", &mission, id, "--json"]))).expect("JSON");
        assert_eq!(found["statements"][0]["statement"], *id);
    }
    let document = brief["documents"][1]["id"].as_str().expect("an id");
    let file = brief["documents"][1]["file"].as_str().expect("a name");
    for way in ["2", file, &document[..12]] {
        let found: Value = serde_json::from_str(&stdout(&armistice(["show", &mission, way, "--json"]))).expect("JSON");
        assert_eq!(found["id"], document, "{way}");
    }
    for (way, words) in [
        ("doc-0000000000000000", "nothing here"),
        ("999", "nothing here"),
        ("doc-", "beginning of"),
        ("\u{1b}[2J", "nothing here"),
    ] {
        let output = armistice(["show", &mission, way]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(4), "{way}: {said}");
        assert!(said.contains(words) && said.contains("hint: ") && !said.contains('\u{1b}'), "{said}");
    }
}

#[test]
fn the_page_stands_alone_and_obeys_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (file, page) = (folder.path().join("<script>alert(1)<script>.txt"), folder.path().join("out.html"));
    let text = "<script>alert(1)</script> \u{202e}Shelling\u{2066} & more\n\nNine soldiers were killed on Monday <img src=https://x.example/a>, a spokesman said.\n";
    fs::write(&file, text).expect("a file");
    let mission = Mission::new(None);
    mission.add([file]);
    let html = |args: &[&OsStr]| {
        stdout(&armistice(
            [&[OsStr::new("brief"), mission.path().as_os_str(), OsStr::new("--html"), page.as_os_str()], args].concat(),
        ));
        fs::read_to_string(&page).expect("text")
    };
    let written = html(&[]);
    assert_eq!(written, html(&[]), "the same bytes twice");
    for bad in ["<script", "<img", "http-equiv", "@import", "url("] {
        assert!(!written.contains(bad), "{bad}");
    }
    assert!(
        !written.contains("href=\"http") && written.starts_with("<!DOCTYPE html>") && written.contains("&lt;script")
    );
    for tag in ["html", "head", "body", "main", "section", "table", "ul", "dl", "blockquote"] {
        assert_eq!(
            written.matches(&format!("<{tag}>")).count() + written.matches(&format!("<{tag} ")).count(),
            written.matches(&format!("</{tag}>")).count(),
            "{tag}"
        );
    }
}
