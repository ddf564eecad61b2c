//! The public edition: what it shows, what it shows as redacted, what it does not hold. One table of rules, and a list of the
//! fields that may stand in it.
//!
//! Must not: let a field into the public edition that the list does not name.

use crate::output::report_v1::{AccessRow, Actor, HindranceRow, PlaceRef, Report, Shown};
use serde_json::Value;
use std::collections::BTreeSet;

/// What the public edition does with something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// It is not there at all.
    Absent,
    /// It is shown as redacted, with this class of reason.
    Redacted(&'static str),
    /// It is shown less finely.
    Coarser,
}

/// One rule.
#[derive(Clone, Copy)]
pub struct Rule {
    /// The part, 0 for all parts.
    pub part: u8,
    /// What it is about.
    pub what: &'static str,
    /// What the public edition does with it.
    pub public: Treatment,
    apply: fn(&mut Report, &BTreeSet<String>),
}

/// Why something is redacted.
pub const CLASSES: &[&str] = &["source_protection", "observer_safety", "operational"];

/// Every rule. `docs/report.md` has the same table (a test compares).
pub const RULES: &[Rule] = &[
    Rule {
        part: 0,
        what: "words of documents for actors whom the agreement does not name",
        public: Treatment::Absent,
        apply: |r, _| each_actor(r, |a| a.words = None),
    },
    Rule {
        part: 0,
        what: "words of documents for places, and points finer than a settlement",
        public: Treatment::Coarser,
        apply: |r, _| each_place(r, coarser),
    },
    Rule {
        part: 4,
        what: "problems of the record in words",
        public: Treatment::Absent,
        apply: |r, _| r.coverage.limitations = None,
    },
    Rule {
        part: 4,
        what: "areas other than divisions and zones",
        public: Treatment::Redacted("observer_safety"),
        apply: |r, areas| {
            for row in &mut r.coverage.rows {
                area(&mut row.area, areas, "observer_safety");
            }
        },
    },
    Rule {
        part: 4,
        what: "numbers of cameras, posts and patrols",
        public: Treatment::Redacted("operational"),
        apply: |r, _| {
            for row in r.coverage.rows.iter_mut().filter(|row| row.units.value().is_some_and(Option::is_some)) {
                row.units = redacted("operational");
            }
        },
    },
    Rule {
        part: 10,
        what: "what aid asked for, and areas other than divisions and zones",
        public: Treatment::Redacted("operational"),
        apply: |r, areas| r.humanitarian.access.iter_mut().for_each(|a| access(a, areas)),
    },
    Rule {
        part: 12,
        what: "what the mechanism asked for, and areas other than divisions and zones",
        public: Treatment::Redacted("operational"),
        apply: |r, areas| r.obstruction.access.iter_mut().for_each(|a| access(a, areas)),
    },
    Rule {
        part: 12,
        what: "areas of hindrances other than divisions and zones",
        public: Treatment::Redacted("observer_safety"),
        apply: |r, areas| {
            let rows = r.obstruction.hindrances.iter_mut().chain(&mut r.obstruction.blocked);
            rows.for_each(|h: &mut HindranceRow| area(&mut h.area, areas, "observer_safety"));
        },
    },
    Rule {
        part: 14,
        what: "what was said in calls",
        public: Treatment::Redacted("operational"),
        apply: |r, _| r.prevention.calls.iter_mut().for_each(|c| c.text = redacted("operational")),
    },
    Rule {
        part: 15,
        what: "which document was withdrawn, by whom and why",
        public: Treatment::Redacted("source_protection"),
        apply: |r, _| {
            for w in &mut r.corrections.withdrawn {
                w.document = redacted("source_protection");
                w.by = redacted("source_protection");
                w.why = redacted("source_protection");
            }
        },
    },
    Rule {
        part: 16,
        what: "the words that an incident rests on, and the documents",
        public: Treatment::Absent,
        apply: |r, _| r.annexes.incidents.iter_mut().for_each(|i| i.claims = None),
    },
    Rule {
        part: 16,
        what: "what claims disagree on, in words",
        public: Treatment::Absent,
        apply: |r, _| r.annexes.incidents.iter_mut().for_each(|i| i.disagreements = None),
    },
];

/// Makes the public edition of a report. `areas` are the areas that the agreements name themselves.
pub(super) fn make_public(report: &mut Report, areas: &BTreeSet<String>) {
    for rule in RULES {
        (rule.apply)(report, areas);
    }
}

fn redacted<T>(class: &str) -> Shown<T> {
    Shown::Redacted { redacted: class.to_owned() }
}

fn area(shown: &mut Shown<String>, areas: &BTreeSet<String>, class: &str) {
    if shown.value().is_some_and(|a| !areas.contains(a)) {
        *shown = redacted(class);
    }
}

fn access(row: &mut AccessRow, areas: &BTreeSet<String>) {
    row.purpose = redacted("operational");
    area(&mut row.area, areas, "operational");
}

fn coarser(p: &mut PlaceRef) {
    p.words = None;
    if p.precision == "exact" {
        (p.lat, p.lon) = (None, None);
    }
}

fn each_actor(r: &mut Report, f: impl Fn(&mut Actor)) {
    for row in &mut r.coverage.rows {
        row.by.iter_mut().for_each(&f);
    }
    for row in &mut r.annexes.incidents {
        row.alleged_authors.iter_mut().chain(&mut row.affected).for_each(&f);
    }
    for row in r.humanitarian.access.iter_mut().chain(&mut r.obstruction.access) {
        row.of.iter_mut().chain(&mut row.by).for_each(&f);
    }
    for row in r.obstruction.hindrances.iter_mut().chain(&mut r.obstruction.blocked) {
        row.by.iter_mut().for_each(&f);
    }
    for call in &mut r.prevention.calls {
        f(&mut call.from);
        f(&mut call.to);
    }
}

fn each_place(r: &mut Report, f: impl Fn(&mut PlaceRef)) {
    let rows = r.annexes.incidents.iter_mut().filter_map(|i| i.place.as_mut());
    rows.for_each(&f);
    let cases = r.determinations.cases.iter_mut().chain(&mut r.undetermined.cases).flat_map(|c| &mut c.incidents);
    let refs = cases
        .chain(&mut r.concordance.by_no_guarantor)
        .chain(&mut r.obstruction.incidents)
        .chain(r.humanitarian.figures.iter_mut().map(|x| &mut x.incident))
        .chain(r.casualties.rows.iter_mut().map(|x| &mut x.incident))
        .chain(r.prevention.calls.iter_mut().filter_map(|x| x.incident.as_mut()))
        .chain(r.corrections.changes.iter_mut().map(|x| &mut x.incident))
        .chain(r.corrections.withdrawn.iter_mut().flat_map(|x| &mut x.incidents).map(|x| &mut x.incident));
    refs.filter_map(|i| i.place.as_mut()).for_each(&f);
}

/// The fields that may stand in a public edition, one path a line. `[]` is any element, `*` any key.
pub const PUBLIC_PATHS: &str = include_str!("public_paths.txt");

/// Fields that only the internal edition holds, with all that is in them.
pub const INTERNAL: &[&str] =
    &["annexes.incidents[].claims", "annexes.incidents[].disagreements", "coverage.limitations"];

/// Objects whose keys are data.
const MAPS: &[&str] = &["coverage.languages", "prevention.results"];

/// Every path of a value that holds something, in order.
#[must_use]
pub fn paths(value: &Value) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    walk(value, String::new(), &mut out);
    out
}

fn walk(value: &Value, path: String, out: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, v) in fields {
                let key = if MAPS.contains(&path.as_str()) { "*" } else { key };
                walk(v, if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }, out);
            }
        }
        Value::Array(items) => items.iter().for_each(|v| walk(v, format!("{path}[]"), out)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => drop(out.insert(path)),
    }
}

/// Paths of a public edition that the list does not name. Must be empty before anything is published.
#[must_use]
pub fn unlisted(value: &Value) -> Vec<String> {
    let listed: BTreeSet<&str> = PUBLIC_PATHS.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
    paths(value).into_iter().filter(|p| !listed.contains(p.as_str())).collect()
}
