//! The page as a reader meets it: one file, no request, in a browser.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The repository's root.
fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("two folders up").to_path_buf()
}

/// Both halves of the page's source: what unpacks, and what is shown.
fn template() -> String {
    let half = |name| std::fs::read_to_string(repository().join("crates/armistice-verify/page").join(name));
    half("verify.html").expect("the template") + &half("shown.html").expect("the template")
}

/// The page, built once by the script that everybody uses.
pub(crate) fn built() -> PathBuf {
    static PAGE: OnceLock<PathBuf> = OnceLock::new();
    PAGE.get_or_init(|| {
        let script =
            Command::new("sh").arg("tools/verify-page.sh").current_dir(repository()).output().expect("sh runs");
        let said = String::from_utf8_lossy(&script.stdout).into_owned();
        assert!(script.status.success(), "{said}{}", String::from_utf8_lossy(&script.stderr));
        let path = said.lines().find_map(|line| line.split_once(".html:")).expect("the script names the page").0;
        PathBuf::from(format!("{path}.html"))
    })
    .clone()
}

#[test]
fn the_page_asks_nothing_of_anybody() {
    let page = template();
    for word in ["http:", "https:", "src=", "href=", "import", "fetch(", "XMLHttpRequest", "url(", "innerHTML", "eval("]
    {
        let page = page.replace("'wasm-unsafe-eval'", "");
        assert!(!page.contains(word), "`{word}` in the page");
    }
    assert!(page.contains("default-src 'none'"), "the browser forbids requests");
}

/// Each language has every word, and the page works in both directions.
#[test]
fn every_language_has_every_word() {
    let page = template();
    let start = page.find("const words = {").expect("the words");
    let words = &page[start..start + page[start..].find("} };").expect("their end")];
    let mut languages = words.split("\", working:").count() - 1;
    assert_eq!(languages, 2);
    for key in page.match_indices("data-t=\"").map(|(at, m)| page[at + m.len()..].split('"').next().expect("a key")) {
        languages =
            words.match_indices(&format!(" {key}: \"")).count() + words.match_indices(&format!("\n {key}: \"")).count();
        assert!(languages >= 2, "`{key}` in {languages} languages");
    }
    // Left and right do not stand in the styles: start and end do.
    let style = &page[page.find("<style>").expect("styles")..page.find("</style>").expect("their end")];
    for word in ["left", "right"] {
        assert!(!style.contains(word), "`{word}` in the styles");
    }
}

/// The page is built without the texts of `Debug`: a sentence that used one would be shorter there than in the program.
#[test]
fn no_sentence_of_a_verdict_is_of_debug() {
    let folder = repository().join("crates/armistice-tlog/src");
    let mut folders = vec![folder.clone()];
    while let Some(some) = folders.pop() {
        for item in some.read_dir().expect("sources") {
            let path = item.expect("a source").path();
            // Names of tiles are no part of a bundle.
            if path.is_dir() {
                folders.push(path);
            } else if path != folder.join("tile.rs") {
                let text = std::fs::read_to_string(&path).expect("a source");
                assert!(!text.contains(":?}"), "{}", path.display());
            }
        }
    }
}

/// The lints of this crate are the workspace's, but for `unsafe_code`.
#[test]
fn the_lints_are_the_workspaces() {
    let lints = |path: &str, section: &str| -> Vec<String> {
        let text = std::fs::read_to_string(repository().join(path)).expect("a manifest");
        let start = text.find(section).expect("a section") + section.len();
        let lines = text[start..].lines().skip(1).take_while(|line| !line.starts_with('['));
        lines.filter(|line| !line.is_empty() && !line.starts_with("unsafe_code")).map(str::to_owned).collect()
    };
    for part in ["rust", "clippy"] {
        let workspace = lints("Cargo.toml", &format!("[workspace.lints.{part}]"));
        assert!(workspace.len() > 1);
        assert_eq!(lints("crates/armistice-verify/Cargo.toml", &format!("[lints.{part}]")), workspace, "{part}");
    }
}

mod slow {
    //! The built page.

    use super::*;
    use crate::bundles::{anchors, corpus, sound};
    use data_encoding::{BASE64, HEXLOWER};

    /// Bytes of the whole page after gzip: what it has now and some room, so that it does not grow unseen. The bar is 50,000.
    const MOST: usize = 49_700;
    /// The same with the standard library as it is installed, where its sources are not.
    const MOST_AS_INSTALLED: usize = 54_800;

    #[test]
    fn the_page_is_small() {
        let gzip = Command::new("gzip").arg("-9nc").arg(built()).output().expect("gzip runs");
        assert!(gzip.status.success());
        let size = gzip.stdout.len();
        let sysroot = Command::new("rustc").args(["--print", "sysroot"]).current_dir(repository()).output();
        let sysroot = String::from_utf8(sysroot.expect("rustc runs").stdout).expect("a path");
        let sources = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/std");
        let most = if sources.is_dir() { MOST } else { MOST_AS_INSTALLED };
        assert!(size < most, "{size} bytes with gzip, {most} at most (the bar is 50,000)");
    }

    /// Takes the packed verifier out of a page, and unpacks it with the page's own function.
    const UNPACK: &str = r#"
const fs = require("fs"), [page, to] = process.argv.slice(1), text = fs.readFileSync(page, "utf8");
const own = text.slice(text.indexOf("function unpack("), text.indexOf("const packed"));
const packed = text.match(/id="wasm">([^<]*)</)[1].trim();
const bytes = Uint8Array.from(atob(packed), c => c.charCodeAt(0)), unpack = new Function(own + "return unpack;")();
fs.writeFileSync(to, unpack(bytes).subarray(bytes[14] * 256 + bytes[15]));"#;

    /// The packer has one model in Rust, the page one in JavaScript: they are the same to the last bit.
    #[test]
    fn the_page_unpacks_what_was_built() {
        let folder = tempfile::tempdir().expect("a folder");
        let to = folder.path().join("unpacked.wasm");
        let node = Command::new("node").arg("-e").arg(UNPACK).arg(built()).arg(&to).output().expect("node runs");
        assert!(node.status.success(), "{}", String::from_utf8_lossy(&node.stderr));
        let unpacked = std::fs::read(to).expect("unpacked");
        let was = std::fs::read(built().with_file_name("armistice-verify.wasm")).expect("built");
        assert!(unpacked == was, "{} bytes unpacked, {} built", unpacked.len(), was.len());
    }

    /// Opens a page in Chromium, waits until it shows a verdict or says why not, and prints what it shows. There is no clock but the last
    /// resort of 90 seconds: a busy machine may take its time.
    const SHOW: &str = r#"
const [profile, page] = process.argv.slice(1);
const own = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--user-data-dir=" + profile, "about:blank"];
const browser = require("child_process").spawn("chromium", own, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
const [, , , to, from] = browser.stdio, waits = new Map();
const end = (why, code) => { process.exitCode = code; if (why) console.error(why); browser.kill("SIGKILL"); };
browser.on("error", error => end("chromium does not run; install the package chromium: " + error.message, 1));
to.on("error", () => {});
let last = 0, rest = Buffer.alloc(0);
from.on("data", data => {
  rest = Buffer.concat([rest, data]);
  for (let at; (at = rest.indexOf(0)) >= 0; rest = rest.subarray(at + 1)) {
    const { id, result, error } = JSON.parse(rest.subarray(0, at).toString());
    if (!waits.has(id)) continue;
    const [done, failed] = waits.get(id);
    if (error) failed(new Error(error.message)); else done(result);
  }
});
const call = (method, params, sessionId) => new Promise((done, failed) => {
  waits.set(++last, [done, failed]);
  to.write(JSON.stringify({ id: last, method, params, sessionId }) + "\0");
});
const settled = `(() => { const says = document.querySelector("[role=status]");
  return !!document.querySelector("[data-answer]") || !!says && says.textContent !== t.working; })()`;
(async () => {
  const { targetId } = await call("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await call("Target.attachToTarget", { targetId, flatten: true });
  await call("Page.navigate", { url: page }, sessionId);
  const value = async expression => (await call("Runtime.evaluate", { expression, returnByValue: true }, sessionId)).result.value;
  for (const until = Date.now() + 90000; Date.now() < until && await value(settled) !== true;) await new Promise(done => setTimeout(done, 50));
  process.stdout.write(String(await value("document.documentElement.outerHTML")), () => end("", 0));
})().catch(error => end(error.message, 1));"#;

    /// The page as the browser shows it after a file was chosen.
    #[expect(clippy::disallowed_methods, reason = "a test's own file")]
    fn shown(language: &str, file: &[u8], key: &str) -> String {
        let page = std::fs::read_to_string(built()).expect("the page");
        // A person chooses a file; the same event, by a script.
        let script = format!(
            "<script>{{ const d = new DataTransfer();
             d.items.add(new File([Uint8Array.from(atob('{}'), c => c.charCodeAt(0))], 'x.armistice'));
             document.getElementById('key').value = '{key}';
             const i = document.getElementById('file'); i.files = d.files; i.dispatchEvent(new Event('change')); }}</script>",
            BASE64.encode(file)
        );
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("page.html");
        std::fs::write(&path, page.replace("</body>", &format!("{script}</body>"))).expect("written");
        let browser = Command::new("node")
            .arg("-e")
            .arg(SHOW)
            .arg(folder.path().join("profile"))
            .arg(format!("file://{}#language={language}", path.display()))
            .output()
            .expect("node runs; install the package nodejs");
        assert!(browser.status.success(), "{}", String::from_utf8_lossy(&browser.stderr));
        String::from_utf8_lossy(&browser.stdout).into_owned()
    }

    #[test]
    fn a_browser_shows_the_verdict() {
        let key = HEXLOWER.encode(&anchors().keys[0]);
        let good = sound().pack().expect("a bundle");
        let mut bad = good.clone();
        bad[4000] ^= 1;
        let stolen = corpus().into_iter().find(|case| case.name == "a stolen key").expect("a case").bytes;
        type Row<'a> = (&'a str, &'a str, &'a [u8], &'a str, &'a [&'a str]);
        let rows: &[Row<'_>] = &[
            (
                "valid",
                "en",
                &good,
                &key,
                &[
                    "data-answer=\"valid\"",
                    "✓ Valid",
                    "the ferry landing",
                    "2031-05-01 00:07:00",
                    "That the statement is true",
                    "dir=\"ltr\"",
                ],
            ),
            (
                "no key",
                "en",
                &good,
                "",
                &["data-answer=\"cannot_tell\"", "? Cannot be told", "Nothing outside of this file"],
            ),
            ("a bad key", "en", &good, "12", &["The key cannot be read"]),
            ("damaged", "en", &bad, &key, &["data-answer=\"invalid\"", "✗ Invalid", "the checksum is"]),
            ("doubtful", "en", &stolen, &key, &["data-answer=\"cannot_tell\"", "in other hands at that time"]),
            ("right to left", "ar", &good, &key, &["data-answer=\"valid\"", "✓ صحيح", "dir=\"rtl\" lang=\"ar\""]),
        ];
        for (name, language, file, key, words) in rows {
            let page = shown(language, file, key);
            for word in *words {
                // The attributes of the root may come in either order.
                let found =
                    page.contains(word) || (word.starts_with("dir=") && page.contains("lang=\"ar\" dir=\"rtl\""));
                assert!(found, "{name}: `{word}` is not there:\n{}", page.split("<main>").nth(1).unwrap_or(&page));
            }
        }
    }
}
