//! Who holds a place.

use armistice_read::holders::holders;

fn check(words: &str, expected: &[&str]) {
    assert_eq!(holders(words, Some("en")), expected, "{words}");
}

#[test]
fn holders_of_places() {
    check("miller-held parts of the valley", &["miller"]);
    check("the Northern Side-controlled bank", &["Side"]);
    check("a town held by the reed company", &["reed company"]);
    check("villages under the control of northerners, near the mill", &["northerners"]);
    check("miller‑held and fisher–run banks", &["miller", "fisher"]);
    check("the long-held view of the lake", &["long"]);
    check("the north of the lake", &[]);
    check("held", &[]);
    check("", &[]);
    assert!(holders("miller-held parts", Some("ar")).is_empty(), "no cues in this language");
}
