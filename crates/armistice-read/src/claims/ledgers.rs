//! Lists of recorders, each with its own figure: "31 according to the one side, while the other confirmed none".
//!
//! Must not: make a recorder an author, or give one recorder another's figure.

use super::{
    assemble::{Draft, Sentence},
    attach, lexicon as lx,
    nouns::View,
    rules::{Language, Relation},
    sources::Link,
    speech,
    tokens::Mark,
};
use armistice_core::{
    act::Act,
    claim::{ChainRole, ClaimKind, Polarity},
    count::{Count, CountStatus, CountWhat},
};

/// Lists of recorders: "31 according to the one side, while the other confirmed none".
pub(super) fn add(
    view: View<'_, '_>,
    language: &Language,
    code: &str,
    s: &Sentence,
    before: Option<&Sentence>,
    drafts: &mut Vec<Draft>,
) {
    let tells = |s: &Sentence| s.events.iter().any(|e| e.act() == Act::Violation);
    if !(tells(s) || before.is_some_and(tells)) {
        return;
    }
    let add_one = |drafts: &mut Vec<Draft>,
                   from: usize,
                   to: usize,
                   key: usize,
                   number: u64,
                   links: Vec<Link>,
                   rule: &str| {
        let links: Vec<Link> = links
            .into_iter()
            .map(|l| Link {
                role: if matches!(l.role, ChainRole::Agency | ChainRole::CitedOutlet) {
                    l.role
                } else {
                    ChainRole::Recorder
                },
                ..l
            })
            .collect();
        let span = attach::byte_span(view, from, to);
        let n = Some(number);
        drafts.push(Draft {
            span,
            kind: ClaimKind::Incident,
            polarity: Polarity::Asserted,
            act: Some(Act::Violation),
            authors: vec![],
            affected: vec![],
            links,
            rules: vec![rule.to_owned()],
            key,
            counts: vec![Count { what: CountWhat::Violations, status: CountStatus::Unknown, min: n, best: n, max: n }],
            clause: span,
        });
    };
    for a in s.said.iter().filter(|a| a.rule == "speech.according" && !a.links.is_empty()) {
        let at = a.clause.0;
        if at > view.lo
            && view.is(at - 1, lx::NUM)
            && let Some(number) = attach::number(view, at - 1, code)
        {
            // The figure is this recorder's, not the whole sentence's.
            let links = &a.links;
            for d in drafts.iter_mut() {
                d.counts.retain(|c| c.best != Some(number));
                d.links.retain(|l| !links.iter().any(|o| o.start == l.start));
            }
            drafts.retain(|d| !(d.act == Some(Act::Violation) && d.counts.is_empty() && d.links.is_empty()));
            add_one(drafts, at - 1, a.clause.1, at - 1, number, a.links.clone(), "ledger.according");
        }
    }
    short(view, code, s, &mut |from, to, number, links| {
        let span = attach::byte_span(view, from, to);
        drafts.retain(|d| !(d.span.0 < span.1 && span.0 < d.span.1 && d.act.is_none()));
        for d in drafts.iter_mut().filter(|d| d.span.0 < span.1 && span.0 < d.span.1) {
            d.counts.retain(|c| c.best != Some(number));
        }
        add_one(drafts, from, to, from, number, links, "ledger.short");
    });
    for m in speech::zeros(view, language) {
        let links =
            s.said.iter().find(|a| a.verb >= m.start && a.verb < m.end && !a.links.is_empty()).map(|a| a.links.clone());
        if let Some(links) = links {
            let from = s.said.iter().find(|a| a.verb >= m.start && a.verb < m.end).map_or(m.start, |a| a.clause.0);
            let to = (m.end..view.hi)
                .find(|i| matches!(view.mark(*i), Some(Mark::Comma | Mark::Semicolon | Mark::Stop)))
                .unwrap_or(view.hi);
            let span = attach::byte_span(view, from, to);
            drafts.retain(|d| {
                !(d.span.0 <= span.0 && span.1 <= d.span.1 && d.act == Some(Act::Violation) && d.counts.is_empty())
                    && !(d.kind == ClaimKind::Position && d.span.0 <= span.1 && span.0 <= d.span.1 && d.act.is_none())
            });
            add_one(drafts, from, to, m.start, 0, links, "ledger.none");
        }
    }
}

/// "The one side registered nine", "the other side 12": a recorder and its figure, what is counted was said before.
fn short(view: View<'_, '_>, code: &str, s: &Sentence, found: &mut dyn FnMut(usize, usize, u64, Vec<Link>)) {
    let ends = |at: usize| {
        !matches!(view.mark(at), Some(Mark::Word | Mark::Number)) || view.is(at, lx::AND | lx::BUT | lx::PREP)
    };
    let stop = |from: usize| (from..view.hi).find(|i| ends(*i)).unwrap_or(view.hi);
    let mut recorded = false;
    for a in s.said.iter().filter(|a| a.relation == Relation::Record && !a.passive && !a.links.is_empty()) {
        let at = (a.verb + 1..view.hi).find(|i| !view.is(*i, lx::ADV | lx::NUM_MOD)).unwrap_or(view.hi);
        recorded = true;
        if view.is(at, lx::NUM)
            && ends(at + 1)
            && let Some(number) = attach::number(view, at, code)
        {
            found(a.clause.0, stop(at), number, a.links.clone());
        }
    }
    recorded |= s.said.iter().any(|a| a.relation == Relation::Record);
    // Without a verb: after a comma, a semicolon or a conjunction, a side and its figure.
    for at in (view.lo + 2..view.hi).filter(|i| recorded && view.is(*i, lx::NUM) && ends(i + 1)) {
        let Some(group) = view.group_before(at) else { continue };
        let opened = group.0 > view.lo
            && (matches!(view.mark(group.0 - 1), Some(Mark::Comma | Mark::Semicolon))
                || view.is(group.0 - 1, lx::AND | lx::CONTRAST));
        let side = (group.0..group.1).any(|i| view.is(i, lx::ACTOR | lx::DEMONYM | lx::COUNTRY | lx::KNOWN_GROUP));
        if opened
            && side
            && view.is(group.0, lx::DEFINITE | lx::CAP)
            && let Some(number) = attach::number(view, at, code)
        {
            let link = Link::new(view, group, ChainRole::Recorder, None);
            found(group.0, stop(at), number, vec![link]);
        }
    }
}
