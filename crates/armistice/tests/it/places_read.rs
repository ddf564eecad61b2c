//! What the words of a recorder's list mean as places, in the countries of the agreements.

use armistice::places;
use std::collections::BTreeSet;

fn read(words: &str, countries: &[&str]) -> Option<String> {
    let gazetteer = places::gazetteer().expect("the built-in gazetteer");
    let countries: BTreeSet<String> = countries.iter().map(|c| (*c).to_owned()).collect();
    places::read(gazetteer, words, &countries)
}

/// A division before a place of the same name, as lists count by divisions; nothing where none has the name, or where it
/// lies in a country that no agreement names.
#[test]
fn words_of_a_list_as_places() {
    let rows: &[(&str, &[&str], Option<&str>)] = &[
        ("Hama", &["SY"], Some("SY/Hama")),
        ("  Hama ", &["SY"], Some("SY/Hama")),
        ("Idlib", &["SY", "TR"], Some("SY/Idlib")),
        ("Idlib", &[], None),
        ("Hama", &["CO"], None),
        ("nowhere at all", &["SY"], None),
        ("", &["SY"], None),
    ];
    for (words, countries, expected) in rows {
        assert_eq!(read(words, countries).as_deref(), *expected, "{words:?} in {countries:?}");
    }
}
