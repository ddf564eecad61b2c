//! The five articles that the project started from, where they are at hand. They are not part of the repository; the rows name no
//! person, place or figure of them, only the turns of phrase that a reader must not miss.

use super::claims::{holds, read, show};
use std::path::PathBuf;

fn folder() -> Option<PathBuf> {
    let shared = std::env::var_os("ARMISTICE_SHARED").map(PathBuf::from);
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    [shared, Some(beside)].into_iter().flatten().map(|p| p.join("seeds")).find(|p| p.is_dir())
}

/// Words of the page, what a claim that holds them must be, and in how many of the pages at least.
const ROWS: &[(&str, &str, usize)] = &[
    (
        "air strikes killed nine",
        "incident; act=air_strike; by=regime; on=civilians; via=unnamed_source:a monitoring group",
        1,
    ),
    ("air strikes killed nine", "*; n=killed/civilians/9", 1),
    ("bombardment and attacks", "incident|allegation; act=bombardment; by=regime; place=near", 3),
    ("warplanes had bombed", "incident; act=air_strike|bombardment; via=speaker:defence ministry; on=group", 1),
    ("joint air strikes against", "incident; act=air_strike; on=targets", 1),
    ("have been killed and", "total; n=killed/all/310000", 1),
    ("have been killed and", "total; n=killed/all/300000", 1),
    ("have been killed and", "total; n=displaced/11000000", 1),
    ("conflict that has killed", "total; n=killed/310000", 2),
    ("expected to sign", "plan; act=signing; via=unnamed_source:source", 1),
    ("meant to be signed", "plan; act=signing; via=cited_outlet", 1),
    ("no agreements", "refusal; act=signing; pol=negated; via=speaker:spokesman", 1),
    ("any document", "refusal; act=signing; pol=negated; via=speaker:delegation", 1),
    ("would push for", "demand; act=siege", 1),
    ("would push for", "demand; act=release_of_detainees", 1),
    ("would push for", "demand; act=aid_delivery", 1),
    ("lay down their arms", "demand; act=disarmament; by=rebels; via=speaker", 2),
    ("There are pledges from", "pledge; act=ceasefire_upkeep; by=side; via=speaker:negotiator", 1),
    ("not proceed to the next phases until", "condition; via=speaker", 1),
    ("excluded from the initiative", "agreement_scope; on=group", 1),
    ("observe and ensure full compliance", "proposal; act=monitoring_set_up; via=document:draft", 1),
    ("observe and ensure full compliance", "proposal; via=cited_outlet", 1),
    ("as a guarantor of the truce", "position|demand; via=unnamed_source:member of the rebel delegation", 1),
    ("accountability mechanisms", "demand; act=monitoring_set_up; via=speaker", 1),
    (
        "accused rebel groups of violating",
        "allegation; act=violation_unspecified; by=rebel groups; via=speaker:negotiator",
        1,
    ),
    ("accuse of repeatedly violating", "allegation; act=violation_unspecified; by=militia groups; via=cited_outlet", 1),
];

#[test]
#[expect(clippy::print_stderr, reason = "says that it was skipped")]
fn seeds() {
    let Some(folder) = folder() else {
        eprintln!("skipped: no shared folder");
        return;
    };
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("seeds").filter_map(|e| e.ok()).map(|e| e.path()).collect();
    files.sort();
    let pages: Vec<String> = files.iter().map(|f| std::fs::read_to_string(f).expect("a seed")).collect();
    let mut failed = String::new();
    for (needle, expected, least) in ROWS {
        let mut good = 0;
        let mut seen = String::new();
        for page in &pages {
            let meets: Vec<_> = page.match_indices(needle).map(|(at, _)| (at, at + needle.len())).collect();
            let claims: Vec<_> = read(page)
                .into_iter()
                .filter(|c| meets.iter().any(|(a, b)| c.span.range().start < *b && *a < c.span.range().end))
                .collect();
            good += usize::from(claims.iter().any(|c| holds(c, expected)));
            seen.push_str(&show(&claims));
        }
        if good < *least {
            failed.push_str(&format!("  «{needle}» wanted {expected} in {least}, was in {good}\n{seen}"));
        }
    }
    assert!(failed.is_empty(), "\n{failed}");
    for page in &pages {
        super::claims::sound(page, &read(page));
    }
}
