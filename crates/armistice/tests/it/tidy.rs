//! The house rules as tests: what every file must have and must not have, which way dependencies point, and that the
//! documents name only what is there.
//!
//! Must not: need the network, or change a file except where `UPDATE_EXPECT=1` asks for it.

use crate::support::{armistice, repository, stdout};
use armistice::{cli::Cli, compare, failure::Exit, output::brief_v1::Brief};
use armistice_core::{
    agreement::FORMAT,
    claim::ClaimKind,
    named::Named as _,
    scope::Question,
    statement::{Body, FATES},
};
use armistice_read::document;
use clap::CommandFactory as _;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Folders that are made by building, fetching and running; git does not hold them.
const MADE: &[&str] =
    &["target", ".git", "assets/gazetteer.bin", "assets/cache", "fuzz/target", "fuzz/corpus", "fuzz/artifacts",
      "fuzz/coverage", "node_modules", "web/node_modules", "armistice-demo"];

/// The most lines of a Rust file: what one reads at a sitting.
const LINES_MAX: usize = 700;

/// Files that are longer, each with its reason. Shorten one, and its row must go.
const LONGER: &[(&str, usize, &str)] = &[
    ("crates/armistice-core/src/statement/v1.rs", 1000, "the frozen layouts and their conversions: a list, read by kind"),
    ("crates/armistice/src/brief.rs", 900, "to be divided: the conversions to output types want a file of their own"),
    ("crates/armistice-read/src/elements/times.rs", 800, "to be divided: the rules' compiler and the finder are two things"),
];

/// Which module of the program may use which. A row more needs a sentence of reason in its commit.
/// `terminal` is `cli/terminal.rs`, the one part of the command line that others may use.
const EDGES: &[(&str, &[&str])] = &[
    ("agreements", &["failure", "mission"]),
    ("blobs", &["durable"]),
    ("brief", &["agreements", "compare", "mission", "output"]),
    ("cli", &["agreements", "brief", "durable", "failure", "intake", "mission", "output", "projection", "terminal"]),
    ("clock", &[]),
    ("compare", &["blobs", "failure", "intake", "mission"]),
    ("durable", &[]),
    ("failure", &[]),
    ("intake", &["agreements", "blobs", "compare", "failure", "mission", "output", "places"]),
    ("journal", &["durable", "keys"]),
    ("keys", &["durable"]),
    ("mission", &["blobs", "clock", "durable", "failure", "journal", "keys"]),
    ("output", &["terminal"]),
    ("places", &["failure"]),
    ("projection", &["failure", "mission"]),
    ("terminal", &["cli", "failure"]),
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

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// A path as documents write it.
fn name(path: &Path) -> String {
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

fn with_extension(extension: &str) -> Vec<PathBuf> {
    files().into_iter().filter(|p| p.extension().is_some_and(|e| e == extension)).collect()
}

/// Fails with everything that was found, not only the first.
fn none(found: Vec<String>, what: &str) {
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
fn code(text: &str) -> String {
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
        ("armistice-read", &["armistice-core"]),
        ("armistice-tlog", &[]),
    ];
    for (krate, on) in expected {
        let manifest: toml::Table =
            text(&repository().join("crates").join(krate).join("Cargo.toml")).parse().expect("a manifest");
        let dependencies = manifest["dependencies"].as_table().expect("dependencies");
        let ours: Vec<&str> = dependencies.keys().map(String::as_str).filter(|k| k.starts_with("armistice")).collect();
        assert_eq!(&ours[..], *on, "dependencies of {krate}");
        let dev = manifest.get("dev-dependencies").and_then(|d| d.as_table()).map_or(0, |d| {
            d.keys().filter(|k| k.starts_with("armistice")).count()
        });
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
                .filter(|l| l.contains("HashMap<") || l.contains("HashSet<") || l.contains("HashMap::") || l.contains("HashSet::"))
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

/// Code in Markdown: what stands between backticks, and the lines of blocks that are not output.
fn code_in(markdown: &str) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    let mut block: Option<bool> = None;
    for (n, line) in markdown.lines().enumerate() {
        if let Some(language) = line.trim_start().strip_prefix("```") {
            block = match block {
                Some(_) => None,
                None => Some(matches!(language, "sh" | "" | "toml")),
            };
            continue;
        }
        match block {
            Some(true) => out.push((n + 1, line.to_owned())),
            Some(false) => {}
            None => out.extend(line.split('`').skip(1).step_by(2).map(|c| (n + 1, c.to_owned()))),
        }
    }
    out
}

#[test]
fn documents_name_what_is_there() {
    let root = repository();
    let top: BTreeSet<String> = fs::read_dir(&root)
        .expect("the root")
        .map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    let makefile = text(&root.join("Makefile"));
    let command = Cli::command();
    let commands: BTreeSet<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    let mut found = Vec::new();
    for path in with_extension("md") {
        let text = text(&path);
        let folder = path.parent().expect("a folder");
        if text.lines().filter(|l| l.starts_with("# ")).count() == 0 {
            found.push(format!("{}: no title", name(&path)));
        }
        for (n, code) in code_in(&text) {
            let at = format!("{}:{n}", name(&path));
            let words: Vec<&str> = code.split(|c: char| c.is_whitespace() || "()\"'…,;".contains(c)).collect();
            for word in &words {
                let word = word.trim_end_matches(['.', ':', '/']).trim_start_matches("./");
                let first = word.split('/').next().unwrap_or_default();
                // A path of the repository, with no place holder in it.
                let is_path = word.contains('/') && top.contains(first) && !word.contains(['<', '*', '{', '$', '|']);
                let made = MADE.iter().any(|m| word == *m || word.starts_with(&format!("{m}/")));
                let upper = word.split('/').any(|p| p.len() > 1 && p.chars().all(|c| c.is_ascii_uppercase()));
                if is_path && !made && !upper && !root.join(word).exists() {
                    found.push(format!("{at}: `{word}` is not there"));
                }
            }
            for pair in words.windows(2) {
                if pair[0] == "make"
                    && pair[1].chars().next().is_some_and(|c| c.is_ascii_lowercase())
                    && !makefile.lines().any(|l| l.starts_with(&format!("{}:", pair[1])))
                {
                    found.push(format!("{at}: `make {}` is no target", pair[1]));
                }
                if (pair[0] == "armistice" || pair[0].ends_with("/armistice"))
                    && pair[1].len() > 1
                    && pair[1].chars().all(|c| c.is_ascii_lowercase())
                    && pair[1] != "help"
                    && !commands.contains(pair[1])
                {
                    found.push(format!("{at}: `armistice {}` is no command", pair[1]));
                }
            }
        }
        for (i, _) in text.match_indices("](") {
            let target: String = text[i + 2..].chars().take_while(|c| *c != ')').collect();
            let file = target.split('#').next().unwrap_or_default();
            if !file.is_empty() && !file.contains("://") && !folder.join(file).exists() {
                found.push(format!("{}: the link to `{target}` leads nowhere", name(&path)));
            }
        }
    }
    none(found, "documents name what is not there");
}

/// That a document has each of these between backticks or as a heading.
fn documented(document: &str, things: impl IntoIterator<Item = String>) {
    let text = text(&repository().join(document));
    let missing: Vec<String> = things.into_iter().filter(|t| !text.contains(t)).collect();
    none(missing, &format!("not in {document}"));
}

#[test]
fn every_name_is_in_its_document() {
    let statement = text(&repository().join("docs/statement-format.md"));
    for (kind, versions) in Body::KINDS {
        for version in *versions {
            let heading = format!("### `{kind}`, version {version}");
            assert!(statement.lines().any(|l| l == heading), "docs/statement-format.md has no heading “{heading}”");
        }
    }
    documented("docs/statement-format.md", FATES.iter().zip(0..).map(|(f, n)| format!("{n} `{f}`")));
    documented("docs/scope-tests.md", Question::all().map(|q| format!("## `{}`", q.id())));
    documented("docs/glossary.md", ClaimKind::ALL.iter().map(|k| format!("`{}`", k.id())));
    documented("docs/cli.md", Exit::ALL.iter().map(|(e, meaning)| format!("| {} | {meaning} |", e.code())));
    let command = Cli::command();
    for sub in command.get_subcommands() {
        let heading = format!("## `armistice {}", sub.get_name());
        documented("docs/cli.md", [heading]);
        documented("docs/cli.md", sub.get_arguments().filter_map(|a| a.get_long()).map(|l| format!("`--{l}")));
    }
    documented("docs/cli.md", command.get_arguments().filter_map(|a| a.get_long()).map(|l| format!("`--{l}")));
    let targets: Vec<PathBuf> =
        with_extension("rs").into_iter().filter(|p| p.starts_with(repository().join("fuzz/fuzz_targets"))).collect();
    let stem = |p: &PathBuf| p.file_stem().expect("a name").to_string_lossy().into_owned();
    documented("fuzz/README.md", targets.iter().map(|p| format!("| `{}` |", stem(p))));
    documented("fuzz/Cargo.toml", targets.iter().map(|p| format!("fuzz_targets/{}.rs", stem(p))));
    documented("scenarios/README.md", folders("scenarios").map(|f| format!("| `{f}` |")));
    documented("docs/adr/README.md", folder_names("docs/adr").filter(|f| f != "README.md").map(|f| format!("({f})")));
    documented("ARCHITECTURE.md", folders("crates").map(|c| format!("`{c}`")));
    documented("CONTRIBUTING.md", makefile_targets().map(|t| format!("`make {t}`")));
}

fn folder_names(folder: &str) -> impl Iterator<Item = String> {
    let entries = fs::read_dir(repository().join(folder)).expect("a folder");
    entries.map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
}

fn folders(folder: &str) -> impl Iterator<Item = String> {
    let at = repository().join(folder);
    folder_names(folder).filter(move |f| at.join(f).is_dir() && !f.starts_with(['.', '_']))
}

fn makefile_targets() -> impl Iterator<Item = String> {
    let text = text(&repository().join("Makefile"));
    let line = text.lines().find(|l| l.starts_with(".PHONY:")).expect("the list of targets").to_owned();
    line.split_whitespace().skip(1).map(str::to_owned).collect::<Vec<_>>().into_iter()
}

#[test]
fn every_module_is_in_the_architecture() {
    let document = text(&repository().join("ARCHITECTURE.md"));
    let mut missing = Vec::new();
    for krate in folders("crates") {
        let src = repository().join("crates").join(&krate).join("src");
        let section = document.split(&format!("### `{krate}`")).nth(1).unwrap_or_default();
        let section = section.split("\n### ").next().unwrap_or_default();
        for line in text(&src.join("lib.rs")).lines() {
            if let Some(module) = line.strip_prefix("pub mod ").and_then(|m| m.strip_suffix(';'))
                && !section.contains(&format!("`{module}`"))
            {
                missing.push(format!("`{module}` of {krate}"));
            }
        }
    }
    none(missing, "modules that ARCHITECTURE.md does not name in the section of their crate");
}

/// The version numbers that people depend on stand in the change log, so that none moves unseen.
#[test]
fn versions_are_in_the_change_log() {
    let reader = document::VERSION.to_string();
    let lineage = compare::VERSION.to_string();
    let kinds: BTreeSet<u32> = Body::KINDS.iter().flat_map(|(_, v)| v.iter().copied()).collect();
    let newest = kinds.last().expect("a version").to_string();
    let rows = [
        ("program", env!("CARGO_PKG_VERSION").to_owned()),
        ("statement layouts", newest),
        ("brief JSON", "1".to_owned()),
        ("agreement language", FORMAT.to_string()),
        ("register file", "1".to_owned()),
        ("reader", reader),
        ("lineage engine", lineage),
    ];
    documented("CHANGELOG.md", rows.map(|(what, version)| format!("| {what} | {version} |")));
}

/// Whoever edits a layout meets this test, and then the rule: a layout that was released is never edited.
#[test]
fn statement_layouts_are_those_that_the_document_describes() {
    let root = repository();
    let file = "crates/armistice-core/src/statement/v1.rs";
    // Comments and white space may change; what is written to registers may not.
    let source: String = code(&text(&root.join(file))).split_whitespace().collect::<Vec<_>>().join(" ");
    let hash = data_encoding::HEXLOWER.encode(&Sha256::digest(source.as_bytes()));
    let document = text(&root.join("docs/statement-format.md"));
    assert!(
        document.contains(&hash),
        "{file} changed. If a released layout changed, take it back and add a version. If not, bring \
         docs/statement-format.md up to date and put this hash there: {hash}"
    );
}

fn schema() -> Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Brief>().to_value();
    let object = schema.as_object_mut().expect("an object");
    object.insert("title".to_owned(), "armistice brief --json, version 1".into());
    schema
}

#[test]
fn the_published_schema_of_the_brief_is_that_of_its_types() {
    let text = serde_json::to_string_pretty(&schema()).expect("JSON") + "\n";
    expect_test::expect_file![repository().join("docs/brief.schema.json")].assert_eq(&text);
}

/// The demonstration, run once for every test that looks at it.
fn demonstration() -> (String, Value) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let dir = folder.path().join("demo");
    let printed = stdout(&armistice(["demo".as_ref(), dir.as_os_str()]));
    let brief = stdout(&armistice(["brief".as_ref(), dir.as_os_str(), "--json".as_ref()]));
    (printed, serde_json::from_str(&brief).expect("JSON"))
}

#[test]
fn the_brief_is_of_its_published_schema() {
    let published: Value = serde_json::from_str(&text(&repository().join("docs/brief.schema.json"))).expect("JSON");
    let validator = jsonschema::validator_for(&published).expect("a schema");
    let (_, brief) = demonstration();
    let errors: Vec<String> = validator.iter_errors(&brief).map(|e| format!("{}: {e}", e.instance_path())).collect();
    none(errors, "the brief is not of its schema");
    // The schema refuses what is not a brief; else the lines above would prove nothing.
    for (pointer, wrong) in [("/documents/0/published", Value::Null), ("/version", "1".into()), ("/claims", Value::Null)] {
        let mut other = brief.clone();
        *other.pointer_mut(pointer).expect("it is there") = wrong;
        assert!(!validator.is_valid(&other), "{pointer} may be anything");
    }
    let mut other = brief.clone();
    other.as_object_mut().expect("an object").remove("as_of");
    assert!(!validator.is_valid(&other), "a brief without `as_of` passes");
}

/// What the picture in the README keeps of a section: its heading, and blocks that contain one of the words (the first
/// block if none does). The rest is "…".
const PICTURE: &[(&str, &[&str])] = &[
    ("WHO TELLS IT", &["The Harbour Courier ·"]),
    ("WHAT IS REPORTED", &["near Al Bāb", "near Damascus"]),
    ("WHAT DOES NOT FIT", &["cannot both hold", "different scope"]),
    ("WHAT WAS SAID", &["Planned or expected", "Demanded"]),
    ("DATES ON PAGES", &["2018"]),
];
/// Lines of one block, and columns of one line, in the picture.
const PICTURE_LINES: usize = 10;
/// See [`PICTURE_LINES`].
const PICTURE_COLUMNS: usize = 132;

/// Shortens the demonstration's output by the rule of [`PICTURE`]. Blocks begin at lines indented by two.
fn picture(printed: &str) -> String {
    let mut out = Vec::new();
    for section in printed.trim_end().split("\n\n") {
        let lines: Vec<&str> = section.lines().collect();
        let Some((_, words)) = PICTURE.iter().find(|(heading, _)| lines[0].starts_with(heading)) else {
            if lines[0].chars().take(3).all(|c| c.is_ascii_uppercase()) {
                continue; // a section that the picture leaves out
            }
            // A register's id and root are new in each run.
            out.push(if section.starts_with("Computed from") { "Computed from register …".into() } else { section.to_owned() });
            continue;
        };
        let starts: Vec<usize> = (1..lines.len()).filter(|i| lines[*i].starts_with("  ") && !lines[*i].starts_with("   ")).collect();
        let blocks: Vec<&[&str]> = starts
            .iter()
            .enumerate()
            .map(|(n, start)| &lines[*start..starts.get(n + 1).copied().unwrap_or(lines.len())])
            .collect();
        let mut kept: Vec<usize> =
            words.iter().filter_map(|w| blocks.iter().position(|b| b.join("\n").contains(w))).collect();
        if kept.is_empty() && !blocks.is_empty() {
            kept.push(0);
        }
        kept.sort_unstable();
        kept.dedup();
        let mut part = vec![lines[0].to_owned()];
        let mut next = 0;
        for k in kept {
            if k > next {
                part.push("  …".to_owned());
            }
            let block = blocks[k];
            part.extend(block.iter().take(PICTURE_LINES).map(|l| shortened(l)));
            if block.len() > PICTURE_LINES {
                part.push("    …".to_owned());
            }
            next = k + 1;
        }
        if next < blocks.len() {
            part.push("  …".to_owned());
        }
        out.push(part.join("\n"));
    }
    out.join("\n\n")
}

fn shortened(line: &str) -> String {
    if line.chars().count() <= PICTURE_COLUMNS {
        return line.to_owned();
    }
    line.chars().take(PICTURE_COLUMNS - 1).collect::<String>() + "…"
}

/// The README shows what the demonstration prints. `make bless` puts the new picture in.
#[test]
fn the_picture_in_the_readme_is_what_the_demonstration_prints() {
    const BEGIN: &str = "<!-- picture: `make bless` writes this -->\n```text\n";
    const END: &str = "\n```\n<!-- end of the picture -->";
    let file = repository().join("README.md");
    let readme = text(&file);
    let (before, rest) = readme.split_once(BEGIN).expect("the picture begins");
    let (shown, after) = rest.split_once(END).expect("the picture ends");
    let now = picture(&demonstration().0);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        #[expect(clippy::disallowed_methods, reason = "a source file, not a mission's")]
        fs::write(&file, [before, BEGIN, &now, END, after].concat()).expect("the README is written");
    } else {
        assert_eq!(shown, now, "the demonstration prints something else now; run `make bless` and look at the difference");
    }
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
