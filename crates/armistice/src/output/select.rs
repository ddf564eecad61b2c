//! What a reader of the brief is shown, in which order, and what is shown once: the same for text and page.
//!
//! Must not: leave anything out for good. What is cut short is counted, and the JSON has it.

use super::brief_v1::{Brief, Claim, Incident, Link};
use crate::cli::terminal::printable;

/// A passage: a claim, the documents that print it, and the acts of all claims that were read from it.
#[derive(Debug)]
pub struct Passage<'a> {
    /// The first claim.
    pub claim: &'a Claim,
    /// Ids of the documents that print it.
    pub documents: Vec<&'a str>,
    /// The acts, in order.
    pub acts: Vec<&'a str>,
}

/// Groups claims by their words: the same words of one document, or of a copy of it, are one passage. The documents that print
/// it keep their order.
#[must_use]
pub fn passages<'a>(claims: impl IntoIterator<Item = &'a Claim>) -> Vec<Passage<'a>> {
    let mut out: Vec<Passage<'a>> = Vec::new();
    for c in claims {
        let same = out.iter_mut().find(|p| {
            let one_page = p.claim.document == c.document;
            let inside = p.claim.quote.contains(&c.quote) || c.quote.contains(&p.claim.quote);
            one_page && inside || p.claim.copied_in.contains(&c.document) && alike(&p.claim.quote, &c.quote)
        });
        let passage = match same {
            Some(p) => p,
            None => {
                out.push(Passage { claim: c, documents: vec![], acts: vec![] });
                let Some(last) = out.last_mut() else { continue };
                last
            }
        };
        // Of one page the longest words stand; of copies the one that says best from whom it has them.
        let better = if passage.claim.document == c.document {
            c.quote.len() > passage.claim.quote.len()
        } else {
            links(c).len() > links(passage.claim).len()
        };
        if better {
            passage.claim = c;
        }
        if !passage.documents.contains(&c.document.as_str()) {
            passage.documents.push(&c.document);
        }
        if let Some(act) = c.act.as_deref().filter(|a| !passage.acts.contains(a)) {
            passage.acts.push(act);
        }
    }
    out
}

/// Whether two quotes are the same words, but for case, marks and what a cut lost at an end.
fn alike(a: &str, b: &str) -> bool {
    let fold = |s: &str| {
        s.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect::<Vec<_>>()
    };
    let (a, b) = (fold(a), fold(b));
    let common = a.iter().filter(|w| b.contains(w)).count();
    common * 10 >= a.len().max(b.len()) * 6
}

/// Incidents as a reader wants them: what is or may be in scope, then what is out of scope under every text, then stretches of
/// time that count in no day.
#[must_use]
pub fn incidents(brief: &Brief) -> Vec<&Incident> {
    let mut all: Vec<&Incident> = brief.incidents.iter().collect();
    all.sort_by_key(|i| {
        let out = !i.scope.is_empty() && i.scope.iter().all(|s| s.scope == "out_of_scope");
        (i.aggregate, out)
    });
    all
}

/// The scope test, texts with the same answer together: "under A and B: out of scope (excluded actor)".
#[must_use]
pub fn scopes(incident: &Incident) -> Vec<String> {
    let mut groups: Vec<((&str, &str), Vec<&str>)> = Vec::new();
    for s in &incident.scope {
        let answer = (s.scope.as_str(), s.why.as_str());
        match groups.iter_mut().find(|g| g.0 == answer) {
            Some(g) => g.1.push(&s.text),
            None => groups.push((answer, vec![&s.text])),
        }
    }
    groups
        .into_iter()
        .map(|((scope, why), texts)| {
            let texts = match texts.split_last() {
                Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
                _ => texts.concat(),
            };
            format!("under {texts}: {} ({})", scope.replace('_', " "), printable(why))
        })
        .collect()
}

/// The links of a chain that tell a reader something: no nameless outlet, and no group that the speaker's words name already.
#[must_use]
pub fn links(claim: &Claim) -> Vec<&Link> {
    let mut out: Vec<&Link> = Vec::new();
    for l in &claim.chain {
        let Some(name) = l.name.as_deref() else { continue };
        let said = |other: &&Link| {
            let words = |s: &str| s.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
            let (all, own) = (words(other.name.as_deref().unwrap_or_default()), words(name));
            all.windows(own.len().max(1)).any(|w| w == own)
        };
        if l.role == "cited_group" && out.iter().any(said) {
            continue;
        }
        out.push(l);
    }
    out
}

/// The relation of claims that differ, for people.
#[must_use]
pub fn relation(id: &str) -> &str {
    match id {
        "contradiction" => "Cannot both hold",
        "update" => "An update",
        "different_scope" => "No contradiction, different scope",
        "different_definition" => "No contradiction, different definition",
        other => other,
    }
}
