//! Facts of the five saved articles, when they are at hand. Needles only; the texts stay outside the repository.

#![expect(clippy::print_stdout, reason = "says that tests were skipped")]

use armistice_read::block::{CutReason, Fate};
use armistice_read::meta::DateRole;
use armistice_read::reading::{Reading, read};
use std::path::PathBuf;

fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("ARMISTICE_SHARED").map(PathBuf::from);
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    [named, Some(beside)].into_iter().flatten().map(|p| p.join("seeds")).find(|p| p.is_dir())
}

fn seed(number: &str) -> Option<Reading> {
    let folder = folder()?;
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the folder").map(|e| e.expect("an entry").path()).collect();
    files.sort();
    let file = files.into_iter().find(|f| f.file_name().is_some_and(|n| n.to_string_lossy().starts_with(number)))?;
    Some(read(&std::fs::read(&file).expect("the file"), None).expect("reads"))
}

fn check(number: &str, title: &str, main: &[&str], cut: &[(&str, CutReason)]) {
    let Some(r) = seed(number) else { return println!("skipped: no shared folder with seeds") };
    let text = r.main_text();
    assert_eq!(r.meta.title.as_ref().map(|t| t.text.as_str()), Some(title));
    for needle in main {
        assert!(text.contains(needle), "{number}: {needle} is cut");
    }
    for (needle, reason) in cut {
        let hits: Vec<_> = r.blocks.iter().filter(|b| r.text.slice(b.span).contains(needle)).collect();
        assert!(!hits.is_empty(), "{number}: {needle}");
        assert!(hits.iter().any(|b| b.fate == Fate::Cut(*reason)), "{number}: {needle}: {hits:?}");
    }
    assert_eq!(r.language, Some("en"));
    assert!(r.warnings.is_empty(), "{:?}", r.warnings);
}

#[test]
fn main_text_and_cuts() {
    use CutReason as C;
    check(
        "000",
        "First day of Syria peace talks in Astana ends ‘without breakthrough’",
        &["A first day of indirect", "The talks are scheduled", "More than 310,000", "long and productive"],
        &[
            ("Skip to main", C::Navigation),
            ("Kudryavtsev, AFP |", C::Caption),
            ("is 'just broken'", C::RelatedLink),
            ("This page is not", C::ErrorNotice),
            ("The page no longer", C::ErrorNotice),
        ],
    );
    check(
        "001",
        "First day of Syrian peace talks end without breakthrough",
        &["A first day of indirect", "Deir Ezzor", "next phases until"],
        &[
            ("17 October", C::PageDate),
            ("Home / International", C::Navigation),
            ("Courtesy : Dawn", C::CreditLine),
            ("Show Buttons", C::Widget),
            ("Hide Buttons", C::Widget),
        ],
    );
    check(
        "002",
        "Syria peace talks off to rocky start",
        &[
            "ASTANA, Kazakhstan",
            "(3rd UPDATE) Rebel",
            "‘Common ground’",
            "‘No shortcut’",
            "nine civilians",
            "not so much to ask",
        ],
        &[
            ("Agence France-Presse", C::Byline),
            ("Add a comment", C::Comments),
            ("Sort by", C::Widget),
            ("There are no comments", C::Comments),
        ],
    );
    check(
        "003",
        "Syria peace talks continue in Astana after rocky first day",
        &["Peace talks between", "2 pm (0800 GMT)", "that initiative,\" Kushkumbayev"],
        &[
            ("Breaking Headline", C::Navigation),
            ("Published January", C::PageDate),
            ("(AFP/Kiril", C::Caption),
            ("Subscribe", C::Widget),
            ("Sign up to our", C::Widget),
        ],
    );
    check(
        "004",
        "Syria conflict: Astana peace talks seek to reinforce truce",
        &["A second day of peace talks", "no agreements", "just statements", "little progress having been made"],
        &[
            ("A rebel fighter stands", C::Caption),
            ("The rebel delegation said it", C::Caption),
            ("Media caption", C::Caption),
            ("sat opposite each other", C::Caption),
            ("reinforce truce}", C::Repeat),
        ],
    );
}

#[test]
fn dates_and_credits() {
    let roles = |number: &str| {
        let r = seed(number)?;
        let of =
            |role| r.meta.dates.iter().filter(|d| d.role == role).map(|d| d.found.text.clone()).collect::<Vec<_>>();
        Some((of(DateRole::PageHeader), of(DateRole::PublicationLine), of(DateRole::Caption), r.meta))
    };
    let (Some(a), Some(b), Some(c), Some(d)) = (roles("000"), roles("001"), roles("002"), roles("003")) else {
        return println!("skipped: no shared folder with seeds");
    };
    assert_eq!((a.0.len(), a.1.len(), a.2), (0, 0, vec!["January 23, 2017".to_owned()]));
    assert_eq!((b.0, b.1), (vec!["Tuesday , 17 October 2017".to_owned()], vec![]));
    assert_eq!((c.0.len(), c.1.len()), (0, 0));
    assert_eq!((d.0.len(), d.1), (0, vec!["January 24th, 2017 - 08:00 GMT".to_owned()]));
    let agencies =
        |m: &armistice_read::meta::Meta| m.credits.iter().flat_map(|c| c.agencies.clone()).collect::<Vec<_>>();
    assert_eq!(agencies(&a.3), Vec::<String>::new());
    assert_eq!(agencies(&c.3), ["afp"]);
    assert_eq!(agencies(&d.3), Vec::<String>::new());
    assert_eq!(d.3.photo_credits.len(), 1);
    assert_eq!(b.3.dateline.map(|d| d.place.text), Some("ASTANA".to_owned()));
    assert_eq!(c.3.dateline.map(|d| d.place.text), Some("ASTANA, Kazakhstan".to_owned()));
}
