//! What documents say is true: they name only what is there, they name everything that they must, and what is generated is
//! up to date.
//!
//! Must not: need the network, or change a file except where `UPDATE_EXPECT=1` asks for it.

use crate::support::{armistice, repository, stdout};
use crate::tidy::{MADE, code, name, none, text, with_extension};
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
use std::{collections::BTreeSet, fs, path::PathBuf};

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
    // Pages of scenarios are pages; their READMEs are documents.
    let page = |p: &PathBuf| p.starts_with(root.join("scenarios")) && !p.ends_with("README.md");
    for path in with_extension("md").into_iter().filter(|p| !page(p)) {
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
        ("scope test", armistice_core::scope::VERSION.to_string()),
        ("lineage engine", lineage),
    ];
    documented("CHANGELOG.md", rows.map(|(what, version)| format!("| {what} | {version} |")));
}

/// Whoever edits a layout meets this test, and then the rule: a layout that was released is never edited.
#[test]
fn statement_layouts_are_those_that_the_document_describes() {
    let root = repository();
    // The types that are the format stand before the functions. Comments and white space may change; those may not. That
    // the functions write what they wrote is the work of the frozen bytes.
    let files = [
        ("crates/armistice-core/src/statement/v1.rs", "\npub(super) fn to_bytes"),
        ("crates/armistice-core/src/statement/v1/trust.rs", "\npub(super) fn encode"),
        ("crates/armistice-core/src/statement/casework.rs", "\nmod begins;"),
        ("crates/armistice-core/src/statement/ledger.rs", "\nfamily!"),
        ("crates/armistice-core/src/statement/desk.rs", "\nfamily!"),
        ("crates/armistice-core/src/statement/review.rs", "\nimpl"),
    ];
    let mut layouts = String::new();
    for (file, functions) in files {
        let source = text(&root.join(file));
        let (types, _) = source.split_once(functions).expect("the layouts come first");
        layouts.push_str(&code(types));
    }
    assert!(layouts.matches("#[cbor(").count() >= Body::KINDS.len(), "the layouts are elsewhere");
    let source = layouts.split_whitespace().collect::<Vec<_>>().join(" ");
    let hash = data_encoding::HEXLOWER.encode(&Sha256::digest(source.as_bytes()));
    let document = text(&root.join("docs/statement-format.md"));
    assert!(
        document.contains(&hash),
        "a layout changed. If a released layout changed, take it back and add a version. If not, bring \
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
    for (pointer, wrong) in
        [("/documents/0/published", Value::Null), ("/version", "1".into()), ("/claims", Value::Null)]
    {
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
    ("WHAT WAS SAID", &["Demanded"]),
    ("DATES ON PAGES", &["2018"]),
];
/// Lines of one block, and columns of one line, in the picture.
const PICTURE_LINES: usize = 9;
/// See [`PICTURE_LINES`].
const PICTURE_COLUMNS: usize = 120;

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
            out.push(if section.starts_with("Computed from") {
                "Computed from register …".into()
            } else {
                section.to_owned()
            });
            continue;
        };
        let starts: Vec<usize> =
            (1..lines.len()).filter(|i| lines[*i].starts_with("  ") && !lines[*i].starts_with("   ")).collect();
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
    const BEGIN: &str = "<!-- picture: `make bless` writes this -->\n```text";
    const END: &str = "```\n<!-- end of the picture -->";
    let file = repository().join("README.md");
    let readme = text(&file);
    let (before, rest) = readme.split_once(BEGIN).expect("the picture begins");
    let (shown, after) = rest.split_once(END).expect("the picture ends");
    let now = format!("\n{}\n", picture(&demonstration().0));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        #[expect(clippy::disallowed_methods, reason = "a source file, not a mission's")]
        fs::write(&file, [before, BEGIN, &now, END, after].concat()).expect("the README is written");
    } else {
        assert_eq!(
            shown, now,
            "the demonstration prints something else now; run `make bless` and look at the difference"
        );
    }
}
