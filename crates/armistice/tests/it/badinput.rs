//! Bad input to `armistice add`: each file is named with place, reason and next step, and the rest is taken.
//!
//! Must not: use anything but the real binary and files written here.

use crate::support::{Mission, armistice, stdout};
use serde_json::Value;
use std::{
    ffi::{OsStr, OsString},
    fs,
    io::Write as _,
    os::unix::{ffi::OsStrExt as _, fs::symlink, net::UnixListener},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// A sound page, different for each number.
pub(crate) fn article(n: usize) -> String {
    format!(
        "Shelling hits village number {n}\n\nFirst paragraph of report {n}.\n\n{n} soldiers were killed in the town of \
         Maaret on Monday, a spokesman said. The rebels denied report number {n}.\n"
    )
}

fn add(mission: &Path, flags: &[&str], files: &[PathBuf]) -> Output {
    let mut args: Vec<OsString> = vec!["add".into(), mission.into()];
    args.extend(flags.iter().map(OsString::from));
    args.extend(files.iter().map(OsString::from));
    armistice(args)
}

fn refused(output: &Output) -> Vec<(String, String)> {
    let json: Value = serde_json::from_slice(&output.stdout).expect("one JSON object");
    let list = json["refused"].as_array().expect("a list");
    list.iter().map(|r| (r["file"].as_str().expect("text").into(), r["why"].as_str().expect("text").into())).collect()
}

/// Adds a bad file together with a sound one: the bad one is named with `why`, the sound one is taken.
fn check(name: &str, bytes: &[u8], why: &str) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (bad, good) = (folder.path().join(name), folder.path().join("good.txt"));
    fs::write(&bad, bytes).expect("a file");
    fs::write(&good, article(1)).expect("a file");
    let mission = Mission::new(None);
    let output = add(&mission.path(), &["--json"], &[bad.clone(), good.clone()]);
    assert_eq!(output.status.code(), Some(3), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    let named = refused(&output);
    assert_eq!(named.len(), 1, "{name}: {named:?}");
    assert_eq!(named[0].0, bad.display().to_string());
    assert!(named[0].1.contains(why), "{name}: {named:?}");
    let again = add(&mission.path(), &["--allow-partial"], &[bad, good]);
    let words = String::from_utf8_lossy(&again.stderr).into_owned();
    assert_eq!(again.status.code(), Some(0), "{words}");
    assert!(words.contains(name) && words.contains(why) && words.contains("known already"), "{words}");
    assert_eq!(mission.brief()["documents"].as_array().map(Vec::len), Some(1));
    assert_eq!(armistice([OsStr::new("check"), mission.path().as_os_str()]).status.code(), Some(0));
}

#[test]
fn refused_files() {
    check("empty.txt", b"", "the file is empty");
    check("white.txt", b" \n\t\r\n ", "the file is empty");
    check("mark.txt", b"\xef\xbb\xbf", "the file is empty");
    check("a.pdf", b"%PDF-1.7\n1 0 obj", "pdftotext");
    check("a.html", b"PK\x03\x04 and more", "unpack it");
    check("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "pictures are not read");
    check("zeros.txt", &[0; 4000], "no text");
    let noise: Vec<u8> = (0..40_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8 % 27).collect();
    check("noise.bin", &noise, "control character");
    check("table.csv", b"date,lat,lon,deaths,event,actor\n1,2,3,4,5,6\n", "event");
}

/// A file that is too large is refused by its length: the limit on the process's memory is far below it.
#[test]
fn large_files_are_refused_unread() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mission = Mission::new(None);
    for megabytes in [33_u64, 65, 200, 40_000] {
        let path = folder.path().join("large.txt");
        fs::File::create(&path).and_then(|f| f.set_len(megabytes << 20)).expect("a sparse file");
        let output = add(&mission.path(), &["--json"], std::slice::from_ref(&path));
        assert_eq!(output.status.code(), Some(3));
        let why = &refused(&output)[0].1;
        assert!(why.contains(&format!("{} bytes, more than", megabytes << 20)) && why.contains("Split it"), "{why}");
    }
}

/// Text in any charset is read; what does not fit is told in the reading, and never refused.
#[test]
fn charsets_are_read() {
    let words = article(7).replace("village", "wioska-żółw");
    let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> =
        [&b"\xfe\xff"[..], &words.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>()].concat();
    let mixed = [words.as_bytes(), b"caf\xe9 \x93quoted\x94 ", "дом".as_bytes(), b" \xff\xfe end.\n"].concat();
    let broken = [words.as_bytes(), b"\xc3\x28 \xe2\x82 \xf0\x9f\x92 done.\n"].concat();
    let legacy = [article(7).as_bytes(), b"na\xefve r\xe9sum\xe9 caf\xe9\n"].concat();
    for (name, bytes) in [("wide", wide), ("marked", marked), ("mixed", mixed), ("broken", broken), ("legacy", legacy)]
    {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join(format!("{name}.txt"));
        fs::write(&path, bytes).expect("a file");
        let mission = Mission::new(None);
        mission.add([path]);
        let brief = mission.brief();
        assert!(!brief["claims"].as_array().expect("a list").is_empty(), "{name}");
        assert_eq!(armistice([OsStr::new("check"), mission.path().as_os_str()]).status.code(), Some(0), "{name}");
    }
}

/// Pages that are made to break readers end with a document or a refusal, not with a dead process.
fn survives(bombs: &[(&str, String)]) {
    for (name, text) in bombs {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join(format!("{name}.html"));
        fs::write(&path, text).expect("a file");
        let mission = Mission::new(None);
        let output = add(&mission.path(), &["--json"], &[path]);
        let code = output.status.code();
        assert!(matches!(code, Some(0 | 3)), "{name}: {code:?} {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(armistice([OsStr::new("check"), mission.path().as_os_str()]).status.code(), Some(0), "{name}");
    }
}

fn bombs(scale: usize) -> Vec<(&'static str, String)> {
    let page =
        |inside: String| format!("<html><body>{inside}<p>Five soldiers were killed on Monday.</p></body></html>");
    let attributes = |quote: &str| {
        let list: String = (0..scale).map(|n| format!(" a{n}={quote}x{quote}")).collect();
        page(format!("<p{list}>Three were killed.</p>"))
    };
    vec![
        ("depth", page("<div>".repeat(scale))),
        ("inline depth", page("<b><i><a><table>".repeat(scale / 4))),
        ("attributes", attributes("\"")),
        ("bare attributes", attributes("")),
        ("entities", page("&amp;&#x10ffff;&nbsp;".repeat(scale))),
        (
            "doctype",
            format!("<!DOCTYPE html [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>{}", page("&b;".repeat(scale))),
        ),
        ("brackets", page("<".repeat(scale * 4))),
        ("comments", page("<!--".repeat(scale))),
        ("scripts", page("<script>".repeat(scale / 8))),
        ("json", page(format!("<script type=\"application/ld+json\">{}</script>", "[".repeat(scale)))),
        (
            "title",
            format!("<html><head><title>{}</title></head><body><p>Nine killed.</p>", "long title ".repeat(scale / 8)),
        ),
        ("heading", page(format!("<h1>{}</h1>", "long title ".repeat(scale / 8)))),
    ]
}

#[test]
fn html_bombs() {
    survives(&bombs(20_000));
}

mod slow {
    #[test]
    fn html_bombs_at_full_size() {
        let large: Vec<_> = super::bombs(1_000_000);
        let large: Vec<_> = large.into_iter().filter(|(name, _)| ["depth", "attributes"].contains(name)).collect();
        super::survives(&large);
        super::survives(&super::bombs(100_000));
        super::survives(&[("brackets", format!("<html><body>{}", "<".repeat(4 << 20)))]);
    }
}

/// One crowded tag costs its own attributes, not the page behind it.
#[test]
fn text_behind_a_crowded_tag_is_read() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("crowded.html");
    let list: String = (0..5000).map(|n| format!(" a{n}=\"x\"")).collect();
    let words = "Nine soldiers were killed in the town of Maaret on Monday, a spokesman said on Tuesday evening.";
    fs::write(&path, format!("<html><body><h1>Shelling</h1><div{list}><p>{words}</p></div></body></html>"))
        .expect("a file");
    let mission = Mission::new(None);
    mission.add([path]);
    assert!(
        mission.brief()["claims"]
            .as_array()
            .expect("a list")
            .iter()
            .any(|c| c["quote"].as_str().is_some_and(|q| q.contains("Nine soldiers")))
    );
}

#[test]
fn broken_rows_are_named_and_the_rest_is_taken() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("events.csv");
    let sound =
        fs::read_to_string(crate::support::repository().join("scenarios/demo/events.csv")).expect("the demo's rows");
    let claims = |text: &str| {
        fs::write(&path, text).expect("a file");
        let mission = Mission::new(None);
        let output = add(&mission.path(), &["--json"], std::slice::from_ref(&path));
        let claims = mission.brief()["claims"].as_array().map_or(0, Vec::len);
        (output.status.code(), refused(&output), claims)
    };
    let (code, _, all) = claims(&sound);
    assert!(code == Some(0) && all > 0);
    let (code, named, kept) = claims(&format!("{}\nnot,a,row\n", sound.trim_end()));
    assert_eq!((code, kept, named.len()), (Some(3), all, 1), "{named:?}");
    assert!(
        named[0].0.ends_with("events.csv") && named[0].1.contains("row ") && named[0].1.contains("byte "),
        "{named:?}"
    );
}

/// What is no plain file, in a folder: each is named, nothing is waited for, nothing is followed.
#[test]
fn odd_things_in_a_folder() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let at = |name: &str| folder.path().join("in").join(name);
    fs::create_dir(folder.path().join("in")).expect("a folder");
    fs::write(at("good.txt"), article(1)).expect("a file");
    symlink(at("nowhere"), at("dangling")).expect("a link");
    symlink(folder.path().join("in"), at("loop")).expect("a link");
    assert!(Command::new("mkfifo").arg(at("pipe")).status().expect("mkfifo runs").success());
    let _socket = UnixListener::bind(at("socket")).expect("a socket");
    let mission = Mission::new(None);
    let output = add(&mission.path(), &["--json"], &[folder.path().join("in"), at("pipe"), at("nowhere")]);
    assert_eq!(output.status.code(), Some(3));
    let mut named: Vec<(String, String)> = refused(&output);
    named.sort();
    let reasons = [
        ("dangling", "a link"),
        ("loop", "a link"),
        ("nowhere", "No such file"),
        ("pipe", "neither"),
        ("pipe", "neither"),
        ("socket", "neither"),
    ];
    assert_eq!(named.len(), reasons.len(), "{named:?}");
    for ((file, why), (name, reason)) in named.iter().zip(reasons) {
        assert!(file.ends_with(name) && why.contains(reason), "{file}: {why}");
    }
    assert_eq!(mission.brief()["documents"].as_array().map(Vec::len), Some(1));
}

/// A file that is there when the folder is listed and gone, or a pipe, when it is opened.
#[test]
fn a_file_that_vanishes() {
    use armistice::{intake, mission};
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mission = Mission::new(None);
    let (gone, pipe, good) =
        (folder.path().join("gone.txt"), folder.path().join("pipe.txt"), folder.path().join("good.txt"));
    fs::write(&good, article(1)).expect("a file");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    let opened = mission::Mission::open(&mission.path()).expect("a mission");
    let sources = [gone, pipe, good].map(intake::Source::File).into_iter().collect();
    let (outcome, done) = intake::add(&opened, sources, &|_| {}, &|_| {});
    done.expect("the rest goes on");
    assert_eq!((outcome.added.len(), outcome.refused.len()), (1, 2), "{outcome:?}");
    assert!(
        outcome.refused[0].why.contains("No such file") && outcome.refused[1].why.contains("plain file"),
        "{outcome:?}"
    );
}

#[test]
fn strange_names() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let names: [&[u8]; 5] =
        [b"new\nline.txt", b"esc\x1b[31mred.txt", b"bytes\xff\xfe.txt", "\u{202e}txt.live".as_bytes(), b"- .txt"];
    let empty = folder.path().join(OsStr::from_bytes(b"empty\n\x1b[2J.txt"));
    let mut files = vec![empty.clone()];
    fs::write(&empty, "").expect("a file");
    for (n, name) in names.iter().enumerate() {
        let path = folder.path().join(OsStr::from_bytes(name));
        fs::write(&path, article(n)).expect("a file");
        files.push(path);
    }
    let mission = Mission::new(None);
    let output = add(&mission.path(), &[], &files);
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(3), "{words}");
    assert!(
        !words.contains('\u{1b}')
            && words.lines().any(|l| l.contains("empty \u{fffd}[2J.txt") && l.contains("the file is empty")),
        "{words:?}"
    );
    assert_eq!(mission.brief()["documents"].as_array().map(Vec::len), Some(5));
    for command in ["brief", "check"] {
        let text = stdout(&armistice([OsStr::new(command), mission.path().as_os_str()]));
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{command}: {text:?}");
    }
    for n in 1..=5 {
        let text = stdout(&armistice([OsStr::new("show"), mission.path().as_os_str(), OsStr::new(&n.to_string())]));
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
    }
}

fn piped(mission: &Path, args: &[&str], text: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_armistice"))
        .arg("add")
        .arg(mission)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    child.stdin.take().expect("a pipe").write_all(text).expect("it reads");
    child.wait_with_output().expect("it ends")
}

#[test]
fn standard_input() {
    let mission = Mission::new(None);
    let output = piped(&mission.path(), &["-", "--stdin-name", "/collector/page.txt"], article(1).as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(mission.brief()["documents"][0]["file"], "page.txt", "no folder goes into the register");
    let output = piped(&mission.path(), &["-"], b"");
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("standard input: the file is empty"));
}

#[test]
fn the_same_content_twice() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let at = |name: &str| folder.path().join(name);
    for (name, text) in
        [("a.txt", article(1)), ("b.txt", article(1)), ("c.txt", String::new()), ("d.txt", String::new())]
    {
        fs::write(at(name), text).expect("a file");
    }
    let mission = Mission::new(None);
    let output = add(&mission.path(), &["--json"], &[at("a.txt"), at("a.txt"), at("b.txt"), at("c.txt"), at("d.txt")]);
    let json: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let counts = ["added", "known", "refused"].map(|k| json[k].as_array().map_or(0, Vec::len));
    assert_eq!(counts, [1, 2, 2], "two empty files are both refused, not one of them known: {json}");
    let before = mission.brief();
    let again = stdout(&add(&mission.path(), &["--json"], &[at("a.txt"), at("b.txt")]));
    let json: Value = serde_json::from_str(&again).expect("JSON");
    assert_eq!((json["added"].as_array().map(Vec::len), json["known"].as_array().map(Vec::len)), (Some(0), Some(2)));
    assert_eq!(mission.brief(), before, "adding what is known says nothing");
}

/// A folder that holds the mission: the mission's own files, its secret key above all, are not taken.
#[test]
fn a_mission_does_not_take_its_own_key() {
    let mission = Mission::new(None);
    let above = mission.path().parent().expect("a folder").to_path_buf();
    fs::write(above.join("good.txt"), article(1)).expect("a file");
    let key = mission.path().join("keys/analyst.key");
    fs::copy(&key, above.join("copy.txt")).expect("a file");
    let output = add(&mission.path(), &["--json"], &[above.clone(), key]);
    assert_eq!(output.status.code(), Some(3));
    let mut named = refused(&output);
    named.sort();
    assert_eq!(named.len(), 3, "{named:?}");
    assert!(
        named[0].1.contains("secret key") && named[1].1.contains("mission folder") && named[2].1.contains("secret key"),
        "{named:?}"
    );
    assert_eq!(mission.brief()["documents"].as_array().map(Vec::len), Some(1));
}
