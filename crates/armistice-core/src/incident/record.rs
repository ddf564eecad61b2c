//! What is said of an incident as a whole: place, time, figures, origins, status, title.
//!
//! Must not: settle a disagreement, or use a word of one side.

use super::cluster::Judged;
use super::feature::{Family, Feature, fold, is_fine};
use super::score::{act_rank, disjoint, explain};
use super::{
    AllegedAuthor, Incident, Independence, Labels, Link, Part, RecordedClaim, Verdict, VerificationStatus,
    acts_compatible, independence, places_conflict,
};
use crate::act::Act;
use crate::claim::ClaimKind;
use crate::count::{Count, CountStatus, CountWhat, grouped};
use crate::id::{ClaimId, IncidentId};
use crate::named::Named as _;
use crate::place::{Place, PlacePrecision};
use crate::said::{Said, Slot, apart};
use crate::time::{Moment, TimeBasis, TimePrecision, When};
use std::collections::{BTreeMap, BTreeSet};

/// A denial without a day is of acts reported in the days before it.
const DENIAL_DAYS: i32 = 14;

/// The incidents of all groups, each in canonical order.
pub(super) fn incidents(
    features: &[Feature<'_>],
    clusters: Vec<Vec<usize>>,
    denials: &[&RecordedClaim],
    judged: &Judged,
    labels: &Labels,
) -> Vec<Incident> {
    let denied = denied(features, &clusters, denials);
    let groups = clusters.into_iter().zip(denied);
    groups
        .map(|(members, denials)| incident(members.iter().map(|i| &features[*i]).collect(), &denials, judged, labels))
        .collect()
}

fn incident(members: Vec<&Feature<'_>>, denials: &[&RecordedClaim], judged: &Judged, labels: &Labels) -> Incident {
    let records: Vec<&RecordedClaim> = members.iter().map(|f| f.rec).collect();
    let mut disagreements = Vec::new();
    let act = act(&records, &mut disagreements);
    let place = place(&records, &mut disagreements);
    let time = time(&records, &mut disagreements);
    let counts = counts(&records, &mut disagreements);
    let alleged_authors = authors(&records, labels, &mut disagreements);
    let affected: BTreeSet<String> = records.iter().flat_map(|r| r.affected_ids.iter().cloned()).collect();
    let claims: Vec<ClaimId> = records.iter().map(|r| r.claim.id.clone()).collect();
    for (i, a) in claims.iter().enumerate() {
        let others: BTreeSet<&ClaimId> = judged.not_joined(a).collect();
        for b in claims.iter().skip(i + 1).filter(|b| others.contains(b)) {
            disagreements.push((
                format!("{a} and {b} are held together by other claims, although people keep them apart or are unsure"),
                Said::new("differ-kept-apart").text("a", a.as_str()).text("b", b.as_str()),
            ));
        }
    }
    let independent_origins = independence(&records, labels);
    let (verification_status, reasons) = status(&records, &independent_origins, denials, labels);
    let (verification_reasons, verification_said) = apart(reasons);
    let (disagreements, disagreements_said) = apart(disagreements);
    Incident {
        id: IncidentId::of(&[claims.first().map_or("", |c| c.as_str()).as_bytes()]),
        title: title(act, place.as_ref(), &time),
        act,
        alleged_authors,
        affected: affected.into_iter().collect(),
        place,
        time,
        counts,
        disagreements,
        disagreements_said,
        independent_origins,
        verification_status,
        verification_reasons,
        verification_said,
        links: links(&members, judged, labels),
        denials: denials.iter().map(|d| d.claim.id.clone()).collect(),
        aggregate: members.iter().any(|f| f.aggregate),
        claims,
    }
}

/// For each claim but the first the heaviest link to an earlier one, and every link that people judged.
fn links(members: &[&Feature<'_>], judged: &Judged, labels: &Labels) -> Vec<Link> {
    /// Each claim is held against so many earlier ones: enough to find its copy, and linear in the whole.
    const EARLIER: usize = 32;
    let mut out = Vec::new();
    for (n, b) in members.iter().enumerate() {
        let id = |f: &Feature<'_>| f.rec.claim.id.clone();
        let mut best: Option<Link> = None;
        for a in members[..n].iter().take(EARLIER) {
            let mut parts = explain(a, b, labels);
            let people: Vec<String> = judged
                .on(&a.rec.claim.id, &b.rec.claim.id)
                .map(|(v, by)| format!("{by} judged: {}", verdict(*v)))
                .collect();
            let settled = !people.is_empty();
            if settled {
                parts.push(Part { name: "judgement", effect: 0, why: people.join("; ") });
            }
            let weight = parts.iter().map(|p| p.effect).sum();
            let link = Link { a: id(a), b: id(b), weight, parts };
            if settled {
                out.push(link);
            } else if best.as_ref().is_none_or(|old| weight > old.weight) && weight > 0 {
                best = Some(link);
            }
        }
        out.extend(best);
    }
    out
}

const fn verdict(v: Verdict) -> &'static str {
    match v {
        Verdict::Same => "the same incident",
        Verdict::Different => "different incidents",
        Verdict::Unsure => "cannot be told",
    }
}

fn act(records: &[&RecordedClaim], disagreements: &mut Vec<(String, Said)>) -> Option<Act> {
    let acts: BTreeSet<Act> = records.iter().filter_map(|r| r.claim.act).collect();
    let words = || acts.iter().map(|a| a.id()).collect::<Vec<_>>().join(", ");
    // The most exact act that all others allow; two of the same rank leave the less exact one.
    let mut ranked: Vec<Act> = acts.iter().copied().collect();
    ranked.sort_by_key(|a| (std::cmp::Reverse(act_rank(*a)), *a));
    let top: Vec<Act> = ranked.iter().copied().filter(|a| act_rank(*a) == act_rank(ranked[0])).collect();
    let all = |a: Act| acts.iter().all(|b| acts_compatible(Some(a), Some(*b)));
    match top[..] {
        [] => None,
        [only] if all(only) => Some(only),
        _ => {
            let ids = Slot::Words("act", acts.iter().map(|a| a.id()).collect());
            disagreements.push((format!("act: {}", words()), Said::new("differ-act").with("acts", ids)));
            let lower = ranked.iter().copied().find(|a| act_rank(*a) < act_rank(top[0]) && all(*a));
            // Without a word that covers all, the act that most claims name, if there is one.
            lower.or_else(|| {
                let mut n: BTreeMap<Act, usize> = BTreeMap::new();
                for r in records {
                    if let Some(a) = r.claim.act {
                        *n.entry(a).or_default() += 1;
                    }
                }
                let most = n.values().copied().max()?;
                let mut first = n.iter().filter(|(_, c)| **c == most).map(|(a, _)| *a);
                let only = first.next();
                if first.next().is_some() { None } else { only }
            })
        }
    }
}

fn place(records: &[&RecordedClaim], disagreements: &mut Vec<(String, Said)>) -> Option<Place> {
    let mut places: Vec<&Place> = Vec::new();
    for r in records {
        if let Some(p) = r.claim.place.as_ref().filter(|p| p.precision != PlacePrecision::Unknown)
            && !places.contains(&p)
        {
            places.push(p);
        }
    }
    // Stable: among equally fine ones the earliest claim's, one with a resolved name first.
    places.sort_by_key(|p| (p.precision, p.name.is_none()));
    let fits = |p: &Place| places.iter().all(|q| !places_conflict(p, q));
    let names: BTreeSet<String> = places
        .iter()
        .filter(|p| is_fine(p.precision))
        .map(|p| p.name.clone().unwrap_or_else(|| p.text.clone()))
        .collect();
    let folded: BTreeSet<String> = names.iter().map(|n| fold(n)).collect();
    if folded.len() > 1 {
        let names: Vec<String> = names.into_iter().collect();
        let plain = format!("place: {}", names.join(", "));
        disagreements.push((plain, Said::new("differ-place").with("places", Slot::Texts(names))));
    }
    if let Some(p) = places.iter().find(|p| fits(p)) {
        // Of two settlements that are not shown to be one, neither is the place.
        let fine = places.iter().filter(|q| is_fine(q.precision) && q.precision <= p.precision);
        let rival = fine.into_iter().any(|q| fold(&name(q)) != fold(&name(p)) && q.point != p.point);
        if !rival || !is_fine(p.precision) {
            return Some((*p).clone());
        }
    }
    // The division that all agree on.
    let only = |get: fn(&Place) -> &Option<String>| {
        let found: BTreeSet<&String> = places.iter().filter_map(|p| get(p).as_ref()).collect();
        if found.len() == 1 { found.into_iter().next().cloned() } else { None }
    };
    let (country, admin1) = (only(|p| &p.country), only(|p| &p.admin1));
    let (named, precision) = match (&admin1, &country) {
        (Some(a), _) => (a.clone(), PlacePrecision::Admin1),
        (None, Some(c)) => (c.clone(), PlacePrecision::Country),
        (None, None) => return None,
    };
    Some(Place {
        text: named.clone(),
        name: Some(named),
        precision,
        point: None,
        country,
        admin1,
        zone: only(|p| &p.zone),
    })
}

fn name(p: &Place) -> String {
    p.name.clone().unwrap_or_else(|| p.text.clone())
}

fn time(records: &[&RecordedClaim], disagreements: &mut Vec<(String, Said)>) -> When {
    let known: Vec<&When> = records.iter().map(|r| &r.when).filter(|w| w.from.is_some() || w.to.is_some()).collect();
    let Some(narrowest) = known.iter().min_by_key(|w| (w.length_days().unwrap_or(i32::MAX), w.precision)) else {
        return records.first().map_or(When::unknown(TimeBasis::NotStated), |r| When::unknown(r.when.basis));
    };
    let from = known.iter().filter_map(|w| w.first_day()).max();
    let to = known.iter().filter_map(|w| w.last_day()).min();
    if let (Some(a), Some(b)) = (from, to)
        && a > b
    {
        let all: BTreeMap<String, When> = known.iter().map(|w| (w.words(), **w)).collect();
        let times = Slot::Row(all.values().map(|w| Slot::Time(*w)).collect());
        let plain = format!("time: {}", all.into_keys().collect::<Vec<_>>().join("; "));
        disagreements.push((plain, Said::new("differ-time").with("times", times)));
        let first = known.iter().map(|w| w.first_day()).min().flatten();
        let last =
            if known.iter().any(|w| w.to.is_none()) { None } else { known.iter().filter_map(|w| w.last_day()).max() };
        return When::days(first, last, narrowest.basis);
    }
    // Clock times are kept when the narrowest claim has them and lies within all others.
    if (narrowest.first_day(), narrowest.last_day()) == (from, to) {
        return **narrowest;
    }
    When { from: from.map(Moment::day), to: to.map(Moment::day), ..When::days(from, to, narrowest.basis) }
}

fn counts(records: &[&RecordedClaim], disagreements: &mut Vec<(String, Said)>) -> Vec<Count> {
    let mut slots: BTreeMap<(CountWhat, CountStatus), Vec<&Count>> = BTreeMap::new();
    for c in records.iter().flat_map(|r| &r.claim.counts) {
        slots.entry((c.what, c.status)).or_default().push(c);
    }
    let mut out = Vec::new();
    for ((what, status), all) in slots {
        let agreed = all.iter().all(|c| c.best == all[0].best);
        let apart = all.iter().enumerate().any(|(i, a)| all[..i].iter().any(|b| disjoint(a, b)));
        if apart {
            let figures: BTreeMap<String, Count> = all.iter().map(|c| (figure(c), **c)).collect();
            let said = Said::new("differ-count")
                .word("what", "count", what.id())
                .word("status", "person", status.id())
                .with("figures", Slot::Row(figures.values().map(|c| Slot::Figure(*c)).collect()));
            let figures = figures.into_keys().collect::<Vec<_>>().join(", ");
            disagreements.push((format!("{} ({}): {figures}", what_words(what), status_words(status)), said));
        }
        out.push(Count {
            what,
            status,
            // An open end of one report leaves the envelope open.
            min: all.iter().map(|c| c.min).min().flatten(),
            best: if agreed { all[0].best } else { None },
            max: if all.iter().any(|c| c.max.is_none()) { None } else { all.iter().filter_map(|c| c.max).max() },
        });
    }
    out
}

/// A count in words: `9`, `at least 5`, `up to 7`, `5 to 7`.
pub(crate) fn figure(c: &Count) -> String {
    match (c.min, c.max) {
        (Some(a), Some(b)) if a == b => grouped(a),
        (Some(a), Some(b)) => format!("{} to {}", grouped(a), grouped(b)),
        (Some(a), None) => format!("at least {}", grouped(a)),
        (None, Some(b)) => format!("up to {}", grouped(b)),
        (None, None) => "not stated".to_owned(),
    }
}

/// A unit in words.
pub(crate) fn what_words(what: CountWhat) -> String {
    format!("{what:?}").to_lowercase()
}

/// A status in words.
pub(crate) const fn status_words(status: CountStatus) -> &'static str {
    match status {
        CountStatus::Civilians => "civilians",
        CountStatus::Children => "children",
        CountStatus::Women => "women",
        CountStatus::Fighters => "fighters",
        CountStatus::Soldiers => "soldiers",
        CountStatus::Monitors => "monitors",
        CountStatus::All => "all persons",
        CountStatus::Unknown => "status not stated",
    }
}

fn authors(records: &[&RecordedClaim], labels: &Labels, disagreements: &mut Vec<(String, Said)>) -> Vec<AllegedAuthor> {
    let mut by: BTreeMap<&String, Vec<ClaimId>> = BTreeMap::new();
    for r in records {
        for id in &r.author_ids {
            let claims = by.entry(id).or_default();
            if claims.last() != Some(&r.claim.id) {
                claims.push(r.claim.id.clone());
            }
        }
    }
    let sets: Vec<&Vec<String>> = records.iter().map(|r| &r.author_ids).filter(|a| !a.is_empty()).collect();
    if sets.iter().any(|a| sets[0].iter().all(|x| !a.contains(x))) {
        let keys = || by.keys().map(|s| s.as_str());
        let names: BTreeSet<String> = keys().map(|k| labels.of(k).to_owned()).collect();
        disagreements.push((
            format!("alleged author: {}", labels.list(keys())),
            Said::new("differ-author").with("names", Slot::Texts(names.into_iter().collect())),
        ));
    }
    by.into_iter().map(|(id, claims)| AllegedAuthor { id: id.clone(), claims }).collect()
}

fn status(
    records: &[&RecordedClaim],
    origins: &Independence,
    denials: &[&RecordedClaim],
    labels: &Labels,
) -> (VerificationStatus, Vec<(String, Said)>) {
    let mut reasons = Vec::new();
    let who = |d: &RecordedClaim| d.ultimate_source.said(labels);
    if records.is_empty() {
        return (VerificationStatus::Unassessed, reasons);
    }
    let (outside, by_party): (Vec<&&RecordedClaim>, Vec<_>) = denials.iter().partition(|d| independent_denial(d));
    for d in by_party {
        reasons.push((
            format!("denied by {}; the denial of a party does not change the status", d.ultimate_source.words(labels)),
            Said::new("status-why-denied-by-party").with("who", who(d)),
        ));
    }
    if !outside.is_empty() {
        reasons.extend(outside.iter().map(|d| {
            let plain = format!("{} says the opposite", d.ultimate_source.words(labels));
            (plain, Said::new("status-why-opposite").with("who", who(d)))
        }));
        return (VerificationStatus::Contradicted, reasons);
    }
    let status = if origins.only_parties {
        reasons.push(("only parties to the conflict say so".to_owned(), Said::new("status-why-only-parties")));
        VerificationStatus::Unverified
    } else if origins.low >= 2 {
        reasons.push((
            format!("at least {} independent origins, not all of them parties", origins.low),
            Said::new("status-why-origins").with("n", Slot::Number(origins.low.into())),
        ));
        VerificationStatus::Corroborated
    } else {
        let range = if origins.high > 1 {
            (
                format!("between 1 and {} independent origins", origins.high),
                Said::new("status-why-between").with("n", Slot::Number(origins.high.into())),
            )
        } else {
            ("one origin".to_owned(), Said::new("status-why-one-origin"))
        };
        reasons.push(range);
        VerificationStatus::SingleOrigin
    };
    (status, reasons)
}

/// A denial of somebody named who is no party.
fn independent_denial(d: &RecordedClaim) -> bool {
    use super::SourceKey::{Compiled, Named, Own, Party, Unnamed, Unstated};
    match d.ultimate_source {
        Named(_) | Own | Compiled { .. } => true,
        Party { .. } | Unnamed(_) | Unstated => false,
    }
}

/// For each group the denials that are about it.
fn denied<'a>(
    features: &[Feature<'_>],
    clusters: &[Vec<usize>],
    denials: &[&'a RecordedClaim],
) -> Vec<Vec<&'a RecordedClaim>> {
    /// By author, by place, by document.
    const AUTHOR: u8 = 0;
    const PLACE: u8 = 1;
    const DOCUMENT: u8 = 2;
    let mut index: BTreeMap<(Family, u8, &str), BTreeSet<usize>> = BTreeMap::new();
    for (g, members) in clusters.iter().enumerate() {
        for f in members.iter().map(|i| &features[*i]).filter(|f| !f.from_table) {
            // A denial may name the act or not.
            for family in [f.family, Family::Other] {
                for id in &f.rec.author_ids {
                    index.entry((family, AUTHOR, id)).or_default().insert(g);
                }
                if let Some(key) = &f.place_key {
                    index.entry((family, PLACE, key)).or_default().insert(g);
                }
                index.entry((family, DOCUMENT, f.rec.document.as_str())).or_default().insert(g);
            }
        }
    }
    let mut out = vec![Vec::new(); clusters.len()];
    for d in denials {
        let f = Feature::new(d);
        let authors = d.author_ids.iter().map(|a| (f.family, AUTHOR, a.as_str()));
        let place = f.place_key.iter().map(|p| (f.family, PLACE, p.as_str()));
        let named: BTreeSet<usize> = authors.chain(place).filter_map(|k| index.get(&k)).flatten().copied().collect();
        let groups: Vec<usize> =
            named.into_iter().filter(|g| clusters[*g].iter().any(|i| denies_it(&f, &features[*i]))).collect();
        for g in &groups {
            out[*g].push(*d);
        }
        if groups.is_empty() && f.place.is_none() {
            // "X denied it": of what stands before it in the document, the last that it can be about.
            let here = index.get(&(f.family, DOCUMENT, d.document.as_str())).into_iter().flatten();
            let before = here.flat_map(|g| clusters[*g].iter().map(move |i| (*g, &features[*i])));
            let last = before
                .filter(|(_, c)| c.rec.document == d.document && c.rec.claim.span.start < d.claim.span.start)
                .filter(|(_, c)| accused(&f, c) && denies_it(&f, c))
                .max_by_key(|(_, c)| c.rec.claim.span.start);
            if let Some((g, _)) = last {
                out[g].push(*d);
            }
        }
    }
    out
}

/// Who denies without saying what is the alleged author or of its side, or nobody knows who, of an accusation.
fn accused(d: &Feature<'_>, c: &Feature<'_>) -> bool {
    let accusation = c.rec.claim.kind == ClaimKind::Allegation;
    match &d.rec.ultimate_source {
        super::SourceKey::Party { party: name, .. } | super::SourceKey::Named(name) => {
            c.rec.author_ids.contains(name) || accusation && c.rec.author_ids.is_empty()
        }
        super::SourceKey::Own
        | super::SourceKey::Unstated
        | super::SourceKey::Unnamed(_)
        | super::SourceKey::Compiled { .. } => accusation,
    }
}

/// Whether a denial is about this claim: an act that may be the same, by the same author or with nobody named, no other place,
/// no other time; and where it names neither place nor day, reported in the days before.
fn denies_it(d: &Feature<'_>, c: &Feature<'_>) -> bool {
    if !acts_compatible(d.rec.claim.act, c.rec.claim.act) || c.aggregate {
        return false;
    }
    let author = |a: &&String| c.rec.author_ids.contains(a);
    if !d.rec.author_ids.is_empty() && !c.rec.author_ids.is_empty() && !d.rec.author_ids.iter().any(|a| author(&a)) {
        return false;
    }
    if let (Some(p), Some(q)) = (d.place, c.place)
        && (places_conflict(p, q) || (is_fine(p.precision) && d.place_key != c.place_key))
    {
        return false;
    }
    if d.days.is_some() && c.days.is_some() {
        return d.rec.when.gap_days(&c.rec.when) <= 1;
    }
    let told = c.days.map(|x| x.1).or(c.published.0);
    let recent = matches!((told, d.published.0), (Some(a), Some(b)) if (-1..=DENIAL_DAYS).contains(&(b - a)));
    let same_place = d.place.is_some() && d.place_key == c.place_key;
    let one_page = c.rec.document == d.rec.document;
    one_page || recent && (same_place || c.rec.claim.kind == ClaimKind::Allegation)
}

/// Whether words are a name and nothing else: each begins with a capital, but for short particles. Other words may be those
/// of one side ("rebel-held areas") and stand in no title.
fn is_name(text: &str) -> bool {
    let capital = |w: &str| w.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_lowercase());
    let words: Vec<&str> = text.split_whitespace().collect();
    let particle = |w: &str| w.chars().count() <= 3;
    (1..=4).contains(&words.len()) && capital(words[0]) && words.iter().all(|w| capital(w) || particle(w))
}

/// "Air strike, X province, 12 May 2021 (reported)": act from the taxonomy, the gazetteer's name, the day or days.
fn title(act: Option<Act>, place: Option<&Place>, time: &When) -> String {
    let act = act.map_or("incident, act not stated".to_owned(), |a| a.id().replace('_', " "));
    let mut letters = act.chars();
    let act: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    // A division without an entry of its own may still be known by its name.
    let named = |p: &'_ Place| match p.precision {
        PlacePrecision::Admin1 => p.name.clone().or_else(|| p.admin1.clone()),
        // A bare name that no gazetteer has is still the settlement's name.
        PlacePrecision::Settlement | PlacePrecision::Unknown => {
            p.name.clone().or_else(|| is_name(&p.text).then(|| p.text.clone()))
        }
        _ => p.name.clone(),
    };
    let at = match place.and_then(|p| Some((p.precision, named(p)?))).as_ref().map(|(p, n)| (*p, n.as_str())) {
        Some((PlacePrecision::Exact | PlacePrecision::Settlement, name)) => name.to_owned(),
        Some((PlacePrecision::Near, name)) => format!("near {name}"),
        Some((PlacePrecision::Admin3, name)) => format!("{name} sub-district"),
        Some((PlacePrecision::Admin2, name)) => format!("{name} district"),
        Some((PlacePrecision::Admin1, name)) if says_its_kind(name) => name.to_owned(),
        Some((PlacePrecision::Admin1, name)) => format!("{name} province"),
        Some((PlacePrecision::Region | PlacePrecision::Country, name)) => name.to_owned(),
        Some((PlacePrecision::Unknown, name)) => format!("{name} (not located)"),
        // Words that no gazetteer entry stands for may be the words of one side; what is known around them is said.
        None => match place.map(|p| (p.precision, p.admin1.as_deref(), p.country.as_deref())) {
            Some((_, Some(name), _)) if says_its_kind(name) => name.to_owned(),
            Some((_, Some(name), _)) => format!("{name} province"),
            Some((_, None, Some(country))) => format!("place not identified in {country}"),
            Some((PlacePrecision::Unknown, None, None)) | None => "place not stated".to_owned(),
            Some((_, None, None)) => "place not identified".to_owned(),
        },
    };
    let day = |m: Moment| m.date.strftime("%-d %B %Y").to_string();
    let month = |m: Moment| m.date.strftime("%B %Y").to_string();
    let when = match (time.from, time.to) {
        (Some(a), Some(b)) if a.date == b.date => day(a),
        (Some(a), Some(b)) if time.precision == TimePrecision::Month && month(a) == month(b) => month(a),
        (Some(a), Some(b)) => format!("{} to {}", day(a), day(b)),
        (Some(a), None) => format!("not before {}", day(a)),
        (None, Some(b)) => format!("not after {}", day(b)),
        (None, None) => "date not stated".to_owned(),
    };
    format!("{act}, {at}, {when} (reported)")
}

/// Whether a gazetteer's name of a division already says what it is, as "X Governorate" does.
fn says_its_kind(name: &str) -> bool {
    const KINDS: [&str; 9] =
        ["province", "governorate", "oblast", "state", "region", "department", "county", "district", "prefecture"];
    fold(name).split(' ').any(|w| KINDS.contains(&w))
}
