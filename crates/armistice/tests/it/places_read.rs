//! What the words of a recorder's list mean as places, in the countries of the agreements.

use armistice::places;
use expect_test::expect;
use std::collections::BTreeSet;

fn read(words: &str, countries: &[&str]) -> String {
    let gazetteer = places::gazetteer().expect("the built-in gazetteer");
    let countries: BTreeSet<String> = countries.iter().map(|c| (*c).to_owned()).collect();
    places::read(gazetteer, words, &countries).unwrap_or_else(|| "none".to_owned())
}

/// A division before a place of the same name, as lists count by divisions; several where several have the name; nothing
/// where none has it, or where it lies in a country that no agreement names.
#[test]
fn words_of_a_list_as_places() {
    let mut out = String::new();
    for words in ["Hama", " Hama ", "حماة", "Salamiyah", "Damascus", "Tall Rif`at", "Khirbat", "Nowhere at all", ""] {
        out.push_str(&format!("{words:?}: {}; elsewhere {}\n", read(words, &["SY"]), read(words, &["CO"])));
    }
    expect![""].assert_eq(&out);
    assert_eq!(read("Hama", &[]), "none", "no agreement, no country");
    assert_eq!(read("Tripoli", &["LY", "LB"]), "several");
}
