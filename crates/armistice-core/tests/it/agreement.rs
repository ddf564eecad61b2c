//! Agreement files: the shipped ones, broken ones, and the words that mean actors.

use armistice_core::agreement::parse;

#[test]
fn shipped() {
    for name in ["syria-2016-12-30", "ukraine-2020-07-27"] {
        let path = format!("{}/../../agreements/{name}.toml", env!("CARGO_MANIFEST_DIR"));
        let (a, problems) = parse(&std::fs::read_to_string(path).expect("file"));
        assert!(problems.is_empty(), "{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>());
        assert!(a.is_some());
    }
}
