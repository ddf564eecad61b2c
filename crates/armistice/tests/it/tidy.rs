//! The house rules as tests: what every file must have and must not have, which way dependencies point, and which licences
//! come in. What documents say is held to in `documents`.
//!
//! Must not: need the network, or change a file.

use crate::support::repository;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Folders that are made by building, fetching and running; git does not hold them.
pub(crate) const MADE: &[&str] = &[
    "target",
    ".git",
    "assets/gazetteer.bin",
    "assets/cache",
    "assets/fonts",
    "assets/desk",
    "fuzz/target",
    "fuzz/corpus",
    "fuzz/artifacts",
    "fuzz/coverage",
    "node_modules",
    "web/node_modules",
    "armistice-demo",
];

/// The most lines of a Rust file: what one reads at a sitting.
const LINES_MAX: usize = 700;

/// Files that are longer, each with its reason. Shorten one, and its row must go.
const LONGER: &[(&str, usize, &str)] = &[
    (
        "crates/armistice-core/src/statement/v1.rs",
        1030,
        "the frozen layouts and their conversions: a list, read by kind",
    ),
    (
        "crates/armistice-read/src/elements/places.rs",
        960,
        "to be divided: phrases and appositions want a file of their own",
    ),
    ("crates/armistice-read/src/elements/counts.rs", 760, "to be divided: sums of persons want a file of their own"),
    ("crates/armistice-read/src/html.rs", 720, "one pass over the tokens, read from top to bottom"),
    ("crates/armistice/src/intake.rs", 720, "one linear function, and what it calls in the order of the calls"),
];

/// Which module of the program may use which. A row more needs a sentence of reason in its commit.
/// `terminal` is `cli/terminal.rs`, the one part of the command line that others may use.
const EDGES: &[(&str, &[&str])] = &[
    ("agreements", &["failure", "mission"]),
    ("beat", &["clock", "failure", "mission", "sealed", "vault"]),
    ("blobs", &["durable"]),
    ("brief", &["agreements", "compare", "mission", "output", "sealed"]),
    ("cases", &["agreements"]),
    ("gates", &["cases"]),
    (
        "cli",
        &[
            "agreements",
            "beat",
            "blobs",
            "brief",
            "cases",
            "clock",
            "compare",
            "desk",
            "disk",
            "durable",
            "exchange",
            "failure",
            "gates",
            "intake",
            "journal",
            "judgement",
            "keys",
            "ledger_file",
            "mission",
            "output",
            "places",
            "projection",
            "prove",
            "publish",
            "report",
            "retest",
            "review",
            "sealed",
            "serve",
            "terminal",
            "vault",
            "witnessing",
            "wording",
        ],
    ),
    ("clock", &[]),
    ("compare", &["blobs", "failure", "intake", "mission"]),
    (
        "desk",
        &[
            "about",
            "agreements",
            "blobs",
            "brief",
            "cases",
            "cli",
            "clock",
            "disk",
            "durable",
            "exchange",
            "failure",
            "intake",
            "keys",
            "ledger_file",
            "mission",
            "output",
            "prove",
            "report",
            "review",
            "serve",
            "wording",
        ],
    ),
    ("disk", &[]),
    ("durable", &["disk"]),
    ("exchange", &["disk", "durable", "failure", "journal", "keys", "mission", "publish", "witnessing"]),
    ("failure", &[]),
    (
        "intake",
        &["agreements", "blobs", "clock", "compare", "durable", "failure", "keys", "mission", "output", "places"],
    ),
    ("journal", &["disk", "durable", "keys"]),
    ("judgement", &["failure", "output"]),
    ("keys", &["durable"]),
    ("ledger_file", &[]),
    ("mission", &["blobs", "clock", "disk", "durable", "failure", "journal", "keys", "publish"]),
    ("output", &["terminal"]),
    ("places", &["failure"]),
    ("projection", &["about", "failure", "mission"]),
    ("prove", &["blobs", "failure", "journal", "keys", "mission", "sealed"]),
    ("publish", &["disk", "durable", "journal"]),
    ("report", &["agreements", "brief", "cases", "gates", "output", "retest", "wording"]),
    ("retest", &["agreements", "brief", "terminal"]),
    ("review", &["failure", "places"]),
    ("serve", &["clock", "exchange", "failure", "keys", "mission", "witnessing"]),
    ("sealed", &["clock", "durable", "failure", "keys", "mission", "output", "vault"]),
    ("terminal", &["cli", "failure"]),
    ("vault", &["durable", "journal", "keys"]),
    ("witnessing", &["durable", "failure", "journal"]),
    ("wording", &["output"]),
];

/// What the pure crates do not say, and what does it instead.
const IMPURE: &[(&str, &str)] = &[
    ("std::fs", "the caller reads, and hands over bytes"),
    ("std::net", "nothing here talks"),
    ("std::env", "the caller hands over what it knows"),
    ("std::process", "nothing here runs anything"),
    ("std::thread", "the caller divides the work"),
    ("SystemTime", "a time comes in as data"),
    ("Instant", "a duration is the caller's to measure"),
    ("Timestamp::now", "a time comes in as data"),
    ("Zoned::now", "a time comes in as data"),
    ("thread_rng", "nothing here is random"),
    ("getrandom", "nothing here is random"),
    ("rand::", "nothing here is random"),
    ("println!", "return data; the caller prints"),
    ("eprintln!", "return data; the caller prints"),
    ("RandomState", "order must not depend on the process"),
];

pub(crate) fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// A path as documents write it.
pub(crate) fn name(path: &Path) -> String {
    path.strip_prefix(repository()).expect("inside the repository").to_string_lossy().replace('\\', "/")
}

fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        let name = name(&path);
        if MADE.contains(&name.as_str()) || name.ends_with("__pycache__") {
            continue;
        }
        if path.is_dir() { walk(&path, out) } else { out.push(path) }
    }
}

/// Every file of the repository that people wrote.
fn files() -> Vec<PathBuf> {
    let mut out = Vec::new();
    walk(&repository(), &mut out);
    assert!(out.len() > 100, "the repository is not where it was");
    out
}

pub(crate) fn with_extension(extension: &str) -> Vec<PathBuf> {
    files().into_iter().filter(|p| p.extension().is_some_and(|e| e == extension)).collect()
}

/// Fails with everything that was found, not only the first.
pub(crate) fn none(found: Vec<String>, what: &str) {
    assert!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
}

#[test]
fn every_rust_file_says_what_it_is_and_what_it_must_not_do() {
    let mut found = Vec::new();
    for path in with_extension("rs") {
        let (name, text) = (name(&path), text(&path));
        let head: Vec<&str> = text.lines().take_while(|l| l.starts_with("//!")).collect();
        if head.first().is_none_or(|l| l.len() < 8) {
            found.push(format!("{name}: its first line does not say what it is (`//! …`)"));
        }
        let exempt = name.contains("/tests/") || name.contains("/examples/") || name.ends_with("build.rs");
        if !exempt && !head.iter().any(|l| l.contains("Must not:")) {
            found.push(format!("{name}: no line `//! Must not: …`"));
        }
    }
    none(found, "module documentation is missing");
}

#[test]
fn files_are_read_at_a_sitting() {
    let mut found = Vec::new();
    let mut used = BTreeSet::new();
    for path in with_extension("rs") {
        let (name, lines) = (name(&path), text(&path).lines().count());
        if lines <= LINES_MAX {
            continue;
        }
        match LONGER.iter().find(|(n, ..)| *n == name) {
            Some((n, most, _)) if lines <= *most => drop(used.insert(*n)),
            Some((_, most, why)) => found.push(format!("{name}: {lines} lines, {most} were granted because: {why}")),
            None => found.push(format!("{name}: {lines} lines; divide it, or grant it a row in LONGER with a reason")),
        }
    }
    for (name, ..) in LONGER {
        if !used.contains(name) && !found.iter().any(|f| f.starts_with(name)) {
            found.push(format!("{name}: short enough now; take its row out of LONGER"));
        }
    }
    none(found, "files of more than 700 lines");
}

/// Source text without comments.
pub(crate) fn code(text: &str) -> String {
    text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The first words of the paths after `crate::`, one or a `{list}` of them.
fn uses(code: &str) -> BTreeSet<String> {
    let word = |s: &str| s.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut out = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let path = |rest: &str| {
            // The one module that is looked into.
            let first = word(rest);
            let deeper = rest.trim_start().strip_prefix("cli::").map(word);
            if deeper.as_deref() == Some("terminal") { "terminal".to_owned() } else { first }
        };
        let Some(list) = rest.strip_prefix('{') else {
            out.insert(path(rest));
            continue;
        };
        let (mut depth, mut start) = (1, 0);
        for (i, c) in list.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 || (depth == 1 && c == ',') {
                out.insert(path(&list[start..i]));
                start = i + 1;
            }
            if depth == 0 {
                break;
            }
        }
    }
    out.retain(|w| !w.is_empty());
    out
}

#[test]
fn uses_are_read_from_source() {
    let found = uses("use crate::{a, b::{c, d}, cli::terminal::X,\n e::f};\nlet x = crate::g::h();");
    assert_eq!(found.into_iter().collect::<Vec<_>>().join(" "), "a b e g terminal");
}

#[test]
fn dependencies_inside_the_program_point_one_way() {
    let src = repository().join("crates/armistice/src");
    let allowed: BTreeMap<&str, &[&str]> = EDGES.iter().copied().collect();
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    for path in with_extension("rs").into_iter().filter(|p| p.starts_with(&src)) {
        let inside = path.strip_prefix(&src).expect("inside").with_extension("");
        let parts: Vec<String> = inside.iter().map(|p| p.to_string_lossy().into_owned()).collect();
        let module = match parts.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["main" | "lib"] => continue,
            ["cli", "terminal"] => "terminal".to_owned(),
            [first, ..] => first.to_owned(),
            [] => continue,
        };
        for used in uses(&code(&text(&path))) {
            if used == module {
                continue;
            }
            match allowed.get(module.as_str()) {
                Some(list) if list.contains(&used.as_str()) => drop(seen.insert((module.clone(), used))),
                Some(_) => found.push(format!("{}: `{module}` may not use `{used}`", name(&path))),
                None => found.push(format!("{}: `{module}` has no row in EDGES", name(&path))),
            }
        }
    }
    for (module, list) in EDGES {
        let file = src.join(format!("{module}.rs"));
        if *module != "terminal" && !file.exists() && !src.join(module).exists() {
            found.push(format!("`{module}` has a row in EDGES and is not there"));
        }
        // `super::` reaches the terminal from the other files of `cli`, so that edge does not show as `crate::`.
        for used in list.iter().filter(|u| **u != "terminal" && *module != "terminal") {
            if !seen.contains(&((*module).to_owned(), (*used).to_owned())) {
                found.push(format!("`{module}` does not use `{used}` any more; take it out of EDGES"));
            }
        }
    }
    none(found, "edges between modules");
}

#[test]
fn crates_point_one_way() {
    let expected: &[(&str, &[&str])] = &[
        ("armistice", &["armistice-core", "armistice-read", "armistice-tlog"]),
        ("armistice-core", &[]),
        ("armistice-lanes", &[]),
        ("armistice-read", &["armistice-core"]),
        ("armistice-tlog", &["armistice-lanes"]),
        ("armistice-verify", &["armistice-tlog"]),
    ];
    for (krate, on) in expected {
        let manifest: toml::Table =
            text(&repository().join("crates").join(krate).join("Cargo.toml")).parse().expect("a manifest");
        let dependencies = manifest["dependencies"].as_table().expect("dependencies");
        let ours: Vec<&str> = dependencies.keys().map(String::as_str).filter(|k| k.starts_with("armistice")).collect();
        assert_eq!(&ours[..], *on, "dependencies of {krate}");
        let dev = manifest
            .get("dev-dependencies")
            .and_then(|d| d.as_table())
            .map_or(0, |d| d.keys().filter(|k| k.starts_with("armistice")).count());
        assert_eq!(dev, 0, "{krate} tests itself with its own crates");
    }
}

#[test]
fn pure_crates_touch_nothing() {
    let mut found = Vec::new();
    for krate in ["armistice-core", "armistice-read", "armistice-tlog"] {
        let src = repository().join("crates").join(krate).join("src");
        for path in with_extension("rs").into_iter().filter(|p| p.starts_with(&src)) {
            for (n, line) in text(&path).lines().enumerate().filter(|(_, l)| !l.trim_start().starts_with("//")) {
                for (banned, instead) in IMPURE {
                    if contains_word(line, banned) {
                        found.push(format!("{}:{}: `{banned}`; {instead}", name(&path), n + 1));
                    }
                }
            }
        }
    }
    none(found, "impure words in pure crates");
}

/// Whether `text` has `word` with no letter or underscore before it.
fn contains_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(i, _)| {
        let before = text[..i].chars().next_back();
        let after = text[i + word.len()..].chars().next();
        let joined = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        !joined(before) && (word.ends_with(':') || word.ends_with('!') || !joined(after))
    })
}

/// Walks that are not of a hash map, or whose order does not show; each with its reason.
const WALKS: &[(&str, &str, &str)] = &[
    ("claims/lexicon.rs", "file.verbs.values()", "another `verbs`, which is ordered"),
    ("claims/lexicon.rs", "w.verbs.iter()", "another `verbs`, a list"),
    ("elements/names.rs", "a.given.iter()", "another `given`, a list"),
    ("elements/token.rs", "self.by_first.keys()", "for an index of words, which has no order"),
    ("maintext/crf.rs", "file.weights.into_iter()", "from one hash map into another"),
];

/// A map that hashes has another order in every process. It may be asked; it may not be walked.
#[test]
fn nothing_walks_a_hash_map() {
    let mut found = Vec::new();
    for krate in ["armistice-core", "armistice-read", "armistice-tlog"] {
        let src = repository().join("crates").join(krate).join("src");
        for path in with_extension("rs").into_iter().filter(|p| p.starts_with(&src)) {
            let code = code(&text(&path));
            let hashed: BTreeSet<&str> = code
                .lines()
                .filter(|l| {
                    l.contains("HashMap<")
                        || l.contains("HashSet<")
                        || l.contains("HashMap::")
                        || l.contains("HashSet::")
                })
                .filter_map(|l| {
                    let l = l.trim().trim_start_matches("pub(crate) ").trim_start_matches("pub ");
                    let l = l.trim_start_matches("let ").trim_start_matches("mut ");
                    let end = l.find([':', '='])?;
                    let word = l[..end].trim();
                    (!word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || c == '_')).then_some(word)
                })
                .collect();
            for (n, line) in code.lines().enumerate() {
                for map in &hashed {
                    let walks = [".iter()", ".keys()", ".values()", ".into_iter()", ".drain("];
                    let known = WALKS.iter().any(|(f, w, _)| name(&path).ends_with(f) && line.contains(w));
                    if known {
                        continue;
                    }
                    if walks.iter().any(|w| contains_word(line, &format!("{map}{w}")))
                        || line.trim_end().ends_with(&format!("in &{map} {{"))
                        || line.trim_end().ends_with(&format!("in {map} {{"))
                    {
                        found.push(format!("{}, line {} of code: `{}`", name(&path), n + 1, line.trim()));
                    }
                }
            }
        }
    }
    none(found, "a hash map is walked; use a BTreeMap, or sort");
}

#[test]
fn nothing_is_left_over() {
    let todo = concat!("TO", "DO");
    let banned = [
        (concat!("FIX", "ME"), "mend it before it lands"),
        (concat!("/wo", "rk/"), "a path of one machine"),
        (concat!("/ro", "ot/"), "a path of one machine"),
        (concat!("/ho", "me/"), "a path of one machine"),
        (concat!("Cla", "ude"), "a tool"),
        (concat!("Chat", "GPT"), "a tool"),
        (concat!("sub", "agent"), "a tool"),
    ];
    let mut found = Vec::new();
    for path in files() {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for (n, line) in text.lines().enumerate() {
            let at = format!("{}:{}", name(&path), n + 1);
            for (word, why) in banned {
                if line.contains(word) {
                    found.push(format!("{at}: `{word}`: {why}"));
                }
            }
            if let Some((_, rest)) = line.split_once(todo)
                && !rest.starts_with("(#")
                && contains_word(line, todo)
            {
                found.push(format!("{at}: `{todo}` without the number of an issue, `{todo}(#12)`"));
            }
        }
    }
    none(found, "left over");
}

/// The licences that `deny.toml` allows, and the crates that it bans, held against what is built here.
#[test]
fn licences_of_dependencies_are_allowed() {
    let root = repository();
    let deny: toml::Table = text(&root.join("deny.toml")).parse().expect("TOML");
    let list = |t: &toml::Value| -> BTreeSet<String> {
        t.as_array().expect("a list").iter().filter_map(|v| v.as_str().map(str::to_owned)).collect()
    };
    let allowed = list(&deny["licenses"]["allow"]);
    let banned: BTreeSet<&str> =
        deny["bans"]["deny"].as_array().expect("a list").iter().filter_map(|b| b["name"].as_str()).collect();
    let rustc = Command::new("rustc").arg("-vV").output().expect("rustc");
    let rustc = String::from_utf8_lossy(&rustc.stdout).into_owned();
    let host = rustc.lines().find_map(|l| l.strip_prefix("host: ")).expect("the host");
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", host])
        .current_dir(&root)
        .output()
        .expect("cargo");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    assert!(packages.len() > 50, "{} packages", packages.len());
    let mut found = Vec::new();
    for p in packages {
        let (name, version) = (p["name"].as_str().expect("a name"), p["version"].as_str().expect("a version"));
        let licence = p["license"].as_str().unwrap_or("none stated");
        if !permitted(licence, &allowed) {
            found.push(format!("{name} {version}: {licence}"));
        }
        if banned.contains(name) {
            found.push(format!("{name} {version}: banned"));
        }
        if p["source"].as_str().is_some_and(|s| s.starts_with("git+")) {
            found.push(format!("{name} {version}: from a git repository"));
        }
    }
    none(found, "deny.toml does not allow");
}

/// An SPDX expression: `OR` needs one side, `AND` both; `/` is the old way to write `OR`.
fn permitted(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let text = expression.trim().replace('/', " OR ");
    // Splits at a word outside of brackets.
    let split = |word: &str| -> Option<(String, String)> {
        let mut depth = 0;
        let mut at = 0;
        for part in text.split_inclusive(' ') {
            depth += i32::try_from(part.matches('(').count()).ok()? - i32::try_from(part.matches(')').count()).ok()?;
            if depth == 0 && part.trim() == word {
                return Some((text[..at].to_owned(), text[at + part.len()..].to_owned()));
            }
            at += part.len();
        }
        None
    };
    if let Some((a, b)) = split("OR") {
        return permitted(&a, allowed) || permitted(&b, allowed);
    }
    if let Some((a, b)) = split("AND") {
        return permitted(&a, allowed) && permitted(&b, allowed);
    }
    match text.trim().strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        Some(inner) => permitted(inner, allowed),
        None => allowed.contains(text.trim()),
    }
}

#[test]
fn licence_expressions_are_read() {
    let allowed: BTreeSet<String> = ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned).into();
    let rows = [
        ("MIT", true),
        ("GPL-3.0-only", false),
        ("GPL-3.0-only OR MIT", true),
        ("GPL-3.0-only AND MIT", false),
        ("(MIT OR GPL-3.0-only) AND Zlib", true),
        ("(MIT AND GPL-3.0-only) OR LGPL-3.0-only", false),
        ("BSD-3-Clause/MIT", true),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("none stated", false),
    ];
    for (expression, expected) in rows {
        assert_eq!(permitted(expression, &allowed), expected, "{expression}");
    }
}
