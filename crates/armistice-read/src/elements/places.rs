//! Places as texts name them, with the precision that the words allow.
//!
//! Must not: put a pin in the middle of a province, or take an actor ("X said", "X's envoy") for a place.

use super::{
    Analysis, Found,
    gazetteer::{Entry, EntryKind, Gazetteer, fold},
    lang::Lang,
    place_choice::{self, pick},
    place_rules::{Rules, Type},
    token::Tok,
};
use armistice_core::{
    place::{Place, PlacePrecision},
    span::Span,
};
use std::{
    cell::RefCell,
    collections::{BTreeSet, HashSet},
    ops::Range,
};

/// Words of the longest name that is looked up ("Khan al-Assal al-Gharbi" and the like).
const MAX_WORDS: usize = 9;
/// Words between the article of an apposition and its type word.
const MAX_ADJECTIVES: usize = 4;
/// Tokens of a list of names up to the type word that ends it.
const MAX_LIST: usize = 16;
/// Outside the territory a settlement must have this many people to be meant after "in" …
const MIN_POPULATION: u32 = 5_000;
/// … and this many after words that also stand before persons ("of", "from").
const MIN_POPULATION_WEAK: u32 = 100_000;

/// What is known about where the texts of a mission play.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceContext {
    /// ISO codes of the agreement's territory; their places are preferred, in this order.
    pub countries: Vec<String>,
}

/// A place name that stands for a government or another actor, not for a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metonym {
    /// The words.
    pub text: String,
    /// The country whose government is meant, when the gazetteer tells.
    pub country: Option<String>,
}

/// What the words around a name say.
struct Phrase {
    /// Tokens of the whole phrase.
    range: Range<usize>,
    kind: Option<Type>,
    near: bool,
    direction: bool,
    area: bool,
    /// Country told by the words around it.
    country: Option<String>,
    strong: bool,
    weak: bool,
    listed: bool,
    /// The type is told beside the name, not in the phrase: "X, a village near Y", "X, Y and Z provinces".
    told: bool,
    /// Divisions that the words after the name put it in: country, name.
    inside: Vec<(String, String)>,
}

/// What a name turns out to be.
enum Outcome {
    Place(Range<usize>, Place),
    Metonym(Range<usize>, Metonym),
    Nothing,
}

struct Cx<'a> {
    text: &'a str,
    lang: &'a Lang,
    gaz: &'a Gazetteer,
    ctx: &'a PlaceContext,
    toks: &'a [Tok],
    in_time: &'a [bool],
    /// Tokens of persons' names.
    in_name: Vec<bool>,
    headline: &'a HashSet<u32>,
    /// Countries that the text names, in order.
    nations: Vec<String>,
    /// Folded names that words call settlements.
    told: RefCell<BTreeSet<String>>,
}

impl Cx<'_> {
    fn rules(&self) -> &Rules {
        &self.lang.places
    }

    fn slice(&self, r: &Range<usize>) -> &str {
        match (self.toks.get(r.start), r.end.checked_sub(1).and_then(|e| self.toks.get(e))) {
            (Some(a), Some(b)) if a.start <= b.end => &self.text[a.start..b.end],
            _ => "",
        }
    }

    /// Names that begin at `i`, longest first: their ends.
    fn name_ends(&self, i: usize) -> Vec<usize> {
        let toks = self.toks;
        let mut ends = vec![i + 1];
        let mut k = i + 1;
        while k < toks.len() && k < i + MAX_WORDS && toks[k].sent == toks[i].sent {
            let t = &toks[k];
            if t.is("-") && t.glued && toks.get(k + 1).is_some_and(|n| n.glued && n.word()) {
                k += 1;
                continue;
            }
            let particle = t.word()
                && !t.cap
                && t.lower.chars().count() <= 3
                && toks.get(k + 1).is_some_and(|n| n.cap || n.is("-"));
            let hyphened = toks[k - 1].is("-") && t.glued && t.word();
            if !(t.word() && t.cap || particle || hyphened)
                || self.in_time[k]
                || self.lang.possessive.contains(&t.lower)
            {
                break;
            }
            let cue = self.rules().locative.at(toks, k).is_some() || self.rules().weak.at(toks, k).is_some();
            if particle && cue {
                break;
            }
            k += 1;
            if !particle || hyphened {
                ends.push(k);
            }
        }
        ends.reverse();
        ends
    }

    /// Reads the words around the name at `name`.
    fn phrase(&self, name: &Range<usize>, after_place: bool) -> Phrase {
        let (r, toks) = (self.rules(), self.toks);
        let sent = toks[name.start].sent;
        let (mut kind, mut near, mut direction, mut area, mut country) = (None, false, false, false, None);
        let mut end = name.end;
        let mut start = name.start;
        // After: "X province", "X countryside"; not "X state media".
        if let Some((e, t)) = r.types.at(toks, end)
            && toks[end].sent == sent
            && r.actor_nouns.at(toks, end).is_none()
        {
            kind = Some(*t);
            end = e;
            if let Some((e2, t2)) = r.types.at(toks, end).filter(|_| *t != Type::Region) {
                kind = Some(*t2);
                end = e2;
            }
        }
        // Before, outwards.
        let mut strong = false;
        let mut weak = false;
        let mut listed = false;
        for _ in 0..6 {
            if start == 0 || toks[start - 1].sent != sent {
                break;
            }
            if let Some((s, ())) = r.directions.before(toks, start) {
                (direction, start) = (true, s);
                continue;
            }
            if let Some((s, code)) = r.demonyms.before(toks, start) {
                country = country.or_else(|| Some(code.clone()));
                start = s;
                continue;
            }
            // "the town X", "Kazakhstan's capital X"
            if let Some((s, t)) = r.types.before(toks, start)
                && (start == name.start || kind.is_none())
                && kind != Some(*t)
            {
                kind = kind.or(Some(*t));
                start = s;
                continue;
            }
            if start >= 2
                && self.lang.possessive.contains(&toks[start - 1].lower)
                && let Some((s, (code, _))) = r.countries.before(toks, start - 1)
            {
                country = Some(code.clone());
                start = s;
                continue;
            }
            // "province of X", "parts of X", "areas in X"
            let link = r.of.contains(&toks[start - 1].lower)
                || r.locative.before(toks, start).is_some_and(|(s, ())| s == start - 1);
            let of = r.of.contains(&toks[start - 1].lower);
            if link && start >= 2 {
                if let Some((s, t)) = r.types.before(toks, start - 1).filter(|_| of) {
                    if kind.is_none() {
                        kind = Some(*t);
                    } else if *t != Type::Settlement {
                        area = true;
                    }
                    start = s;
                    continue;
                }
                if r.area.contains(&toks[start - 2].lower) {
                    area = true;
                    start -= 2;
                    // "rebel-held areas"
                    while start >= 3
                        && toks[start - 2].is("-")
                        && toks[start - 2].glued
                        && toks[start - 1].glued
                        && toks[start - 3].sent == sent
                    {
                        start -= 3;
                    }
                    strong = true;
                    continue;
                }
            }
            let bare = start - usize::from(r.articles.contains(&toks[start - 1].lower));
            if let Some((s, ())) = [start, bare].into_iter().find_map(|k| r.near.before(toks, k)) {
                (near, start, strong) = (true, s, true);
                break;
            }
            if bare < start {
                start = bare;
                continue;
            }
            break;
        }
        if start > 0 && toks[start - 1].sent == sent {
            let p = &toks[start - 1];
            strong |= r.locative.before(toks, start).is_some();
            weak = r.weak.before(toks, start).is_some();
            listed = after_place && r.list.contains(&p.lower);
            if r.by.before(toks, start).is_some() {
                strong = false;
            }
        }
        // "X, Country", "X in Country", "X (Country)"
        let gap = toks.get(end).filter(|t| t.is(",") || t.is("(") || t.word() && r.locative.at(toks, end).is_some());
        if gap.is_some() {
            let at = end
                + 1
                + usize::from(toks.get(end + 1).is_some_and(|t| r.directions.at(toks, end + 1).is_some() && !t.cap));
            if let Some((_, (code, _))) = r.countries.at(toks, at).filter(|_| toks[at].cap && toks[at].sent == sent) {
                country = country.or_else(|| Some(code.clone()));
            }
        }
        let (mut told, mut inside) = (false, vec![]);
        if kind.is_none() {
            if let Some(t) = self.apposition(end, sent) {
                (kind, told) = (Some(t), true);
            } else if let Some(t) = self.type_of_list(end, sent) {
                (kind, told, listed) = (Some(t), true, true);
            }
        }
        if gap.is_some() {
            inside = self.division_after(end + 1, sent);
        }
        while end > name.end && !toks[end - 1].word() {
            end -= 1;
        }
        while start < name.start
            && r.articles.contains(&toks[start].lower)
            && !near
            && kind.is_none()
            && !area
            && !direction
        {
            start += 1;
        }
        Phrase { range: start..end, kind, near, direction, area, country, strong, weak, listed, told, inside }
    }

    /// "X, a small village near Y": the type that the apposition gives.
    fn apposition(&self, comma: usize, sent: u32) -> Option<Type> {
        let (r, toks) = (self.rules(), self.toks);
        if !toks.get(comma)?.is(",") || !r.appositive.contains(&toks.get(comma + 1)?.lower) {
            return None;
        }
        for k in comma + 2..comma + 2 + MAX_ADJECTIVES {
            let t = toks.get(k).filter(|t| t.sent == sent && t.word())?;
            if let Some((e, kind)) = r.types.at(toks, k) {
                // "the town's mayor" is none.
                let owned = toks.get(e).is_some_and(|n| n.glued && self.lang.possessive.contains(&n.lower));
                return (!owned).then_some(*kind);
            }
            if self.lang.names.function(&t.lower) || t.cap && r.demonyms.at(toks, k).is_none() {
                return None;
            }
        }
        None
    }

    /// "X, Y and Z provinces": the type at the end of the list.
    fn type_of_list(&self, end: usize, sent: u32) -> Option<Type> {
        let (r, toks) = (self.rules(), self.toks);
        if !r.list.contains(&toks.get(end)?.lower) {
            return None;
        }
        let mut name = false;
        for k in end..end + MAX_LIST {
            let t = toks.get(k).filter(|t| t.sent == sent && !self.in_time[k])?;
            if r.list.contains(&t.lower) || r.articles.contains(&t.lower) {
                name = false;
            } else if t.cap || t.is("-") && t.glued || name && self.lang.names.particle(&t.lower) {
                name = true;
            } else {
                let (e, kind) = r.types.at(toks, k).filter(|_| name)?;
                return (!toks.get(e).is_some_and(|n| r.of.contains(&n.lower))).then_some(*kind);
            }
        }
        None
    }

    /// "X, Y" and "X in the department of Y": the first-order divisions that Y may be.
    fn division_after(&self, at: usize, sent: u32) -> Vec<(String, String)> {
        let (r, toks) = (self.rules(), self.toks);
        let mut at = at;
        for _ in 0..4 {
            let Some(t) = toks.get(at) else { return vec![] };
            if t.cap {
                break;
            }
            at = match r.types.at(toks, at) {
                Some((e, _)) => e,
                None if r.articles.contains(&t.lower)
                    || r.of.contains(&t.lower)
                    || r.directions.at(toks, at).is_some() =>
                {
                    at + 1
                }
                None => return vec![],
            };
        }
        if !toks.get(at).is_some_and(|t| t.cap && t.word() && t.sent == sent && !self.in_time[at]) {
            return vec![];
        }
        for end in self.name_ends(at) {
            let found: Vec<(String, String)> = self
                .gaz
                .lookup(self.slice(&(at..end)))
                .into_iter()
                .filter(|e| e.kind == EntryKind::Admin1)
                .filter_map(|e| e.country.zip(e.admin1))
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        vec![]
    }

    /// Whether the words after the name make it an actor; after "in" a verb does not.
    fn actor(&self, end: usize, located: bool) -> bool {
        let (r, toks) = (self.rules(), self.toks);
        let Some(t) = toks.get(end) else { return false };
        if t.sent != toks[end - 1].sent {
            return false;
        }
        if t.glued && self.lang.possessive.contains(&t.lower) {
            // "X's outskirts", "X's capital Y" are places.
            return r.types.at(toks, end + 1).is_none()
                && !toks.get(end + 1).is_some_and(|n| r.area.contains(&n.lower));
        }
        r.actor_nouns.at(toks, end).is_some()
            || toks.get(end).is_some_and(|t| t.is("-") && t.glued)
            || !located && r.metonym_verbs.contains(&t.lower) && !t.cap
    }

    fn at(&self, i: usize, after_place: bool) -> Outcome {
        let (r, toks) = (self.rules(), self.toks);
        let t = &toks[i];
        if !t.word() || !t.cap || self.in_time[i] {
            return self.direction_noun(i);
        }
        let opener = t.first
            && (r.locative.at(toks, i).is_some() || r.near.at(toks, i).is_some() || self.lang.names.function(&t.lower));
        if opener || r.demonyms.at(toks, i).is_some() || self.in_name[i] && !self.cue_before(i) {
            return Outcome::Nothing;
        }
        if let Some((end, (code, name))) = r.countries.at(toks, i) {
            if t.lower == "us" && !t.all_caps {
                return Outcome::Nothing;
            }
            return self.country(i..end, code, name, after_place);
        }
        if let Some((end, (name, code))) = r.regions.at(toks, i) {
            let p = self.phrase(&(i..end), after_place);
            if self.handed_on(&p, end) {
                return Outcome::Nothing;
            }
            if self.actor(p.range.end, p.strong) || !(p.strong || p.weak || p.listed || p.kind.is_some() || !t.first) {
                return self.metonym(i..end, (!code.is_empty()).then(|| code.clone()));
            }
            let place = self.place(
                &p,
                PlacePrecision::Region,
                Some(name.clone()),
                None,
                (!code.is_empty()).then(|| code.clone()),
            );
            return Outcome::Place(p.range.clone(), place);
        }
        let ends = self.name_ends(i);
        // "X and Y" is a name only when the gazetteer has it.
        let joined = |end: usize| toks[i..end].iter().any(|t| r.list.contains(&t.lower));
        let whole_end = ends.iter().copied().find(|e| !joined(*e));
        for end in ends {
            let words = &toks[i..end];
            // Never a part of a name with a particle or hyphen: "Khan" of "Khan al-Assal".
            let goes_on = toks.get(end).is_some_and(|n| {
                whole_end.is_some_and(|w| end < w)
                    && (self.lang.names.particle(&n.lower)
                        || n.is("-") && n.glued && toks.get(end + 1).is_some_and(|m| m.cap))
            });
            if goes_on || joined(end) && !self.gaz.knows(self.slice(&(i..end))) {
                continue;
            }
            let one = words.len() == 1;
            if one
                && (r.stop.contains(&t.lower)
                    || t.lower.chars().count() < 3
                    || self.lang.names.function(&t.lower) && t.first)
            {
                continue;
            }
            if one && t.all_caps && !self.headline.contains(&t.sent) {
                continue;
            }
            let name = self.slice(&(i..end));
            let p = self.phrase(&(i..end), after_place);
            if self.handed_on(&p, end) {
                return Outcome::Nothing;
            }
            let typed = p.kind.is_some() && (p.range.start < i || p.range.end > end);
            if !self.gaz.knows(name) {
                // A name that the gazetteer lacks is a place only when its type or nearness is said, and nothing follows.
                let whole = Some(end) == whole_end;
                let and = p.listed && i > 0 && !toks[i - 1].is(",");
                let bare = !typed && p.kind.is_none() && !p.near;
                if bare
                    && whole
                    && (p.strong || and)
                    && self.unknown(i, end)
                    && !self.actor(end, p.strong)
                    && !self.person(i, end)
                {
                    return Outcome::Place(
                        p.range.clone(),
                        self.place(&p, PlacePrecision::Unknown, None, None, p.country.clone()),
                    );
                }
                if whole
                    && (p.told && (p.strong || p.listed || p.weak || !t.first)
                        || typed
                            && (p.strong
                                || p.weak
                                || p.listed
                                || p.range.start < i
                                || matches!(p.kind, Some(Type::Admin1 | Type::Admin2)) && words.len() <= 3)
                        || p.near && p.strong)
                    && !self.actor(p.range.end, p.strong)
                    && !self.person(i, end)
                    && !words.iter().any(|w| w.cap && r.stop.contains(&w.lower))
                {
                    let precision = precision(&p, None);
                    if p.near && p.kind.is_none() && words.iter().any(|w| self.lang.names.given(&w.lower)) {
                        continue;
                    }
                    self.tell(&p, name);
                    return Outcome::Place(p.range.clone(), self.place(&p, precision, None, None, p.country.clone()));
                }
                continue;
            }
            return self.known(i..end, name, &p, typed);
        }
        Outcome::Nothing
    }

    /// Whether a name that nobody knows may be a place: no person's, no organisation's, no common word.
    fn unknown(&self, start: usize, end: usize) -> bool {
        let (r, n) = (self.rules(), &self.lang.names);
        let words = &self.toks[start..end];
        let plain = |t: &Tok| !r.stop.contains(&t.lower) && !n.not_person(&t.lower) && !t.all_caps;
        !self.headline.contains(&self.toks[start].sent)
            && words
                .iter()
                .filter(|t| t.word() && t.cap)
                .all(|t| plain(t) && (!n.function(&t.lower) || words.len() > 1))
            && !n.given(&words[0].lower)
            && words.iter().any(|t| t.lower.chars().count() >= 4)
            && r.demonyms.at(self.toks, start).is_none()
            && n.title_at(self.toks, start).is_none()
    }

    /// Remembers that words call this name a settlement.
    fn tell(&self, p: &Phrase, name: &str) {
        if p.kind == Some(Type::Settlement) && !p.near {
            self.told.borrow_mut().insert(fold(name));
        }
    }

    /// Whether other capitals around the name make it a person's or an organisation's.
    fn person(&self, start: usize, end: usize) -> bool {
        let (r, toks) = (self.rules(), self.toks);
        if start > 0 {
            let p = &toks[start - 1];
            let cap = p.word() && p.cap && p.sent == toks[start].sent;
            let cue = r.types.before(toks, start).is_some()
                || r.directions.before(toks, start).is_some()
                || r.demonyms.before(toks, start).is_some()
                || r.locative.before(toks, start).is_some()
                || r.near.before(toks, start).is_some()
                || r.weak.before(toks, start).is_some();
            let article = r.articles.contains(&p.lower);
            if cap && !cue && !article && !self.lang.names.function(&p.lower)
                || p.is("-") && p.glued && toks[start].glued
            {
                return true;
            }
            if self.lang.names.title_before(toks, start) && r.types.before(toks, start).is_none() {
                return true;
            }
        }
        toks.get(end).is_some_and(|n| {
            n.sent == toks[start].sent
                && n.word()
                && n.cap
                && !self.in_time[end]
                && r.types.at(toks, end).is_none()
                && r.nation(toks, end).is_none()
                && !self.headline.contains(&n.sent)
        })
    }

    fn country(&self, name: Range<usize>, code: &str, main: &str, after_place: bool) -> Outcome {
        let toks = self.toks;
        // "X's capital Y": the words of Y take it up.
        if toks.get(name.end).is_some_and(|t| t.glued && self.lang.possessive.contains(&t.lower))
            && self.rules().types.at(toks, name.end + 1).is_some()
        {
            return Outcome::Nothing;
        }
        let p = self.phrase(&name, after_place);
        let first = toks[name.start].first;
        let dateline = toks.get(name.end).is_some_and(|t| t.is("(") || t.is(":"));
        let actor = self.actor(name.end, p.strong) || self.person(name.start, name.end);
        if actor
            || !(p.strong
                || p.near
                || p.listed
                || p.direction
                || p.area
                || p.weak && self.rules().of.contains(&toks[p.range.start.max(1) - 1].lower)
                || dateline && !first)
        {
            return self.metonym(name, Some(code.to_owned()));
        }
        let precision = if p.near || p.direction || p.area || p.kind.is_some() {
            PlacePrecision::Region
        } else {
            PlacePrecision::Country
        };
        let name = (precision == PlacePrecision::Country).then(|| main.to_owned());
        Outcome::Place(p.range.clone(), self.place(&p, precision, name, None, Some(code.to_owned())))
    }

    /// "the X town of Y": the type word belongs to Y.
    fn handed_on(&self, p: &Phrase, name_end: usize) -> bool {
        p.range.end > name_end
            && self.toks.get(p.range.end).is_some_and(|t| self.rules().of.contains(&t.lower))
            && self.toks.get(p.range.end + 1).is_some_and(|t| t.cap)
    }

    /// Whether words that only stand before places stand before token `i`.
    fn cue_before(&self, i: usize) -> bool {
        let r = self.rules();
        let bare = i - usize::from(i > 0 && r.articles.contains(&self.toks[i - 1].lower));
        r.locative.before(self.toks, bare).is_some()
            || r.near.before(self.toks, i).is_some()
            || r.types.before(self.toks, i).is_some()
    }

    fn metonym(&self, range: Range<usize>, country: Option<String>) -> Outcome {
        Outcome::Metonym(range.clone(), Metonym { text: self.slice(&range).to_owned(), country })
    }

    fn place(
        &self,
        p: &Phrase,
        precision: PlacePrecision,
        name: Option<String>,
        entry: Option<&Entry>,
        country: Option<String>,
    ) -> Place {
        let pin = matches!(precision, PlacePrecision::Settlement | PlacePrecision::Near);
        Place {
            text: self.slice(&p.range).to_owned(),
            name,
            precision,
            point: entry.and_then(|e| e.point).filter(|_| pin),
            country: entry.and_then(|e| e.country.clone()).or(country),
            admin1: entry.and_then(|e| e.admin1.clone()),
            zone: entry.and_then(|e| e.zone.clone()),
        }
    }

    /// A name that the gazetteer has.
    fn known(&self, range: Range<usize>, name: &str, p: &Phrase, typed: bool) -> Outcome {
        let toks = self.toks;
        let mut all = self.gaz.lookup(name);
        let within = |e: &Entry| {
            e.kind != EntryKind::Admin1
                && p.inside.iter().any(|(c, a)| e.country.as_ref() == Some(c) && e.admin1.as_ref() == Some(a))
        };
        if all.iter().any(within) {
            all.retain(within);
        }
        if self.actor(range.end, p.strong) && !typed {
            let country = place_choice::country(self.ctx, &all, name, p.country.as_deref(), p.kind, p.near)
                .or_else(|| all.first().and_then(|e| e.country.clone()));
            let large = all.iter().any(|e| {
                e.country == country
                    && (e.population >= MIN_POPULATION_WEAK || matches!(e.kind, EntryKind::Admin1 | EntryKind::Country))
            });
            return if large { self.metonym(range, country) } else { Outcome::Nothing };
        }
        if self.person(range.start, range.end) {
            return Outcome::Nothing;
        }
        let said = p.country.clone().or_else(|| {
            let mut of = p.inside.iter().map(|(c, _)| c).filter(|c| all.iter().any(|e| e.country.as_ref() == Some(c)));
            let first = of.next()?;
            of.all(|c| c == first).then(|| first.clone())
        });
        let country = match place_choice::country(self.ctx, &all, name, said.as_deref(), p.kind, p.near) {
            c if said.is_none() => place_choice::of_text(&self.nations, &all, c),
            c => c,
        };
        let near_home = country.as_ref().is_some_and(|c| {
            self.ctx.countries.is_empty()
                || self.ctx.countries.contains(c)
                || said.as_ref() == Some(c)
                || self.nations.contains(c)
        });
        let lacking = p.country.as_ref().is_some_and(|c| country.as_ref() != Some(c));
        if lacking || !near_home && !place_choice::world(&all, country.as_deref(), p.kind, p.near) {
            // A namesake elsewhere: the words stay, without a point.
            let kept = typed || p.told || p.near && p.strong || p.strong && self.unknown(range.start, range.end);
            if !kept || p.direction && !typed {
                return Outcome::Nothing;
            }
            self.tell(p, name);
            return Outcome::Place(p.range.clone(), self.place(p, precision(p, None), None, None, p.country.clone()));
        }
        let home = country.as_ref().is_some_and(|c| self.ctx.countries.contains(c) || p.country.as_ref() == Some(c));
        let big = all.iter().map(|e| e.population).max().unwrap_or(0);
        let division = all.iter().any(|e| e.kind != EntryKind::Settlement && e.kind != EntryKind::Admin2);
        let (first, common) = (toks[range.start].first, self.lang.names.given(&toks[range.start].lower));
        let typed = typed || p.told;
        let enough = if typed || p.near || p.strong || p.listed {
            home || typed || big >= MIN_POPULATION || division
        } else if p.weak {
            home && !common || big >= MIN_POPULATION_WEAK
        } else {
            // Bare, in running text: only a place of the territory, of some size, and no sentence's first word.
            home && !first && !common && big >= MIN_POPULATION && !self.by_words(p)
        };
        if !enough || common && range.len() == 1 && !typed && !p.strong {
            return Outcome::Nothing;
        }
        let entries: Vec<&Entry> = all.iter().filter(|e| country.is_none() || e.country == country).collect();
        Outcome::Place(p.range.clone(), self.resolve(&entries, name, p, country))
    }

    fn by_words(&self, p: &Phrase) -> bool {
        p.range.start > 0 && self.rules().by.before(self.toks, p.range.start).is_some()
    }

    /// The place that a name means among the entries of one country.
    fn resolve(&self, entries: &[&Entry], name: &str, p: &Phrase, country: Option<String>) -> Place {
        let key = fold(name);
        let settlements: Vec<&Entry> = entries.iter().copied().filter(|e| e.kind == EntryKind::Settlement).collect();
        let of = |kind| entries.iter().copied().find(|e| e.kind == kind);
        let town = pick(&settlements, &key);
        // A province is also known by the other names of the town that gave it its name.
        let named_after = town.and_then(|t| t.admin1.clone().filter(|a| fold(&t.name) == fold(a)).map(|a| (t, a)));
        let admin1_name =
            of(EntryKind::Admin1).map(|e| e.name.clone()).or_else(|| named_after.as_ref().map(|(_, a)| a.clone()));
        let admin1_zone = town.filter(|t| t.admin1 == admin1_name).and_then(|t| t.zone.clone());
        let division = |name: Option<String>, precision| Place {
            text: self.slice(&p.range).to_owned(),
            admin1: if precision == PlacePrecision::Admin2 {
                of(EntryKind::Admin2).and_then(|e| e.admin1.clone())
            } else {
                name.clone()
            },
            name,
            precision,
            point: None,
            country: country.clone(),
            zone: admin1_zone.clone(),
        };
        match p.kind {
            _ if p.near && p.kind != Some(Type::Admin1) && !settlements.is_empty() => {
                self.settlement(town, p, PlacePrecision::Near, country)
            }
            Some(Type::Admin1) => {
                let precision = if p.direction || p.area { PlacePrecision::Admin1 } else { precision(p, None) };
                division(admin1_name, precision)
            }
            Some(Type::Admin2) => match of(EntryKind::Admin2) {
                Some(e) => division(Some(e.name.clone()), PlacePrecision::Admin2),
                None => division(None, PlacePrecision::Admin2),
            },
            // The countryside of a province's town is somewhere in the province.
            Some(Type::Region) if admin1_name.is_some() => division(admin1_name, PlacePrecision::Admin1),
            Some(Type::Region) => {
                let mut place = self.settlement(town, p, PlacePrecision::Region, country);
                place.name = None;
                place
            }
            Some(Type::Settlement) if !settlements.is_empty() => {
                self.settlement(town, p, PlacePrecision::Settlement, country)
            }
            Some(Type::Settlement) => division(None, PlacePrecision::Settlement),
            None if admin1_name.is_some() => division(admin1_name, PlacePrecision::Admin1),
            None if !settlements.is_empty() => {
                let precision = if p.area || p.direction { PlacePrecision::Near } else { PlacePrecision::Settlement };
                self.settlement(town, p, precision, country)
            }
            None => match of(EntryKind::Admin2) {
                Some(e) => division(Some(e.name.clone()), PlacePrecision::Admin2),
                None => match of(EntryKind::Country) {
                    Some(e) => Place {
                        admin1: None,
                        ..division(
                            Some(e.name.clone()),
                            if p.direction || p.area { PlacePrecision::Region } else { PlacePrecision::Country },
                        )
                    },
                    None => division(None, PlacePrecision::Unknown),
                },
            },
        }
    }

    /// A settlement; without name and point when namesakes cannot be told apart.
    fn settlement(
        &self,
        town: Option<&Entry>,
        p: &Phrase,
        precision: PlacePrecision,
        country: Option<String>,
    ) -> Place {
        self.place(p, precision, town.map(|t| t.name.clone()), town, country)
    }

    /// "in the south", "in the east of the country".
    fn direction_noun(&self, i: usize) -> Outcome {
        let (r, toks) = (self.rules(), self.toks);
        let Some((mut end, ())) = r.direction_nouns.at(toks, i) else { return Outcome::Nothing };
        let Some(article) = i.checked_sub(1).filter(|a| r.articles.contains(&toks[*a].lower)) else {
            return Outcome::Nothing;
        };
        if r.locative.before(toks, article).is_none() {
            return Outcome::Nothing;
        }
        let mut code = (self.ctx.countries.len() == 1).then(|| self.ctx.countries[0].clone());
        if let Some((e, ())) = r.direction_tail.at(toks, end) {
            end = e;
        } else if toks.get(end).is_some_and(|t| r.of.contains(&t.lower)) {
            match r.countries.at(toks, end + 1).filter(|_| toks[end + 1].cap) {
                Some((e, (c, _))) => (end, code) = (e, Some(c.clone())),
                None => return Outcome::Nothing,
            }
        } else if toks.get(end).is_some_and(|t| t.word() && r.types.at(toks, end).is_some()) {
            return Outcome::Nothing;
        }
        let range = article..end;
        let place = Place {
            text: self.slice(&range).to_owned(),
            name: None,
            precision: PlacePrecision::Region,
            point: None,
            country: code,
            admin1: None,
            zone: None,
        };
        Outcome::Place(range, place)
    }

    fn walk(&self) -> (Vec<Found<Place>>, Vec<Found<Metonym>>) {
        let (mut places, mut metonyms) = (vec![], vec![]);
        let (mut i, mut last_end, mut done) = (0, None::<usize>, 0usize);
        while i < self.toks.len() {
            let r = self.rules();
            let listed = last_end.is_some_and(|e| {
                e < i
                    && i - e <= 3
                    && self.toks[e..i].iter().all(|t| r.list.contains(&t.lower) || r.articles.contains(&t.lower))
            });
            let span = |r: &Range<usize>| Span::new(self.toks[r.start].start, self.toks[r.end - 1].end);
            match self.at(i, listed) {
                Outcome::Place(range, mut value) => {
                    let range = range.start.max(done)..range.end.max(i + 1);
                    value.text = self.slice(&range).to_owned();
                    (i, done) = (range.end, range.end);
                    last_end = Some(i);
                    places.push(Found { span: span(&range), value });
                }
                Outcome::Metonym(range, value) => {
                    i = range.end.max(i + 1);
                    if range.start >= done {
                        metonyms.push(Found { span: span(&range), value });
                    }
                }
                // The rest of a run of capitals is part of the same name.
                Outcome::Nothing => {
                    let cap = self.toks[i].word() && self.toks[i].cap && !self.toks[i].first;
                    i += 1;
                    while cap && i < self.toks.len() && self.toks[i].is("-") && self.toks[i].glued {
                        i += 2;
                    }
                }
            }
        }
        self.finish(&mut places);
        (places, metonyms)
    }

    /// What one mention of a place tells of another: a settlement stays one, and unknown names lie where their neighbours do.
    fn finish(&self, places: &mut [Found<Place>]) {
        let told = self.told.borrow();
        for f in places.iter_mut().filter(|f| f.value.precision == PlacePrecision::Unknown && f.value.name.is_none()) {
            if told.contains(&fold(&f.value.text)) {
                f.value.precision = PlacePrecision::Settlement;
            }
        }
        let sent = |f: &Found<Place>| {
            let at = self.toks.partition_point(|t| t.start < f.span.start as usize);
            self.toks.get(at).map(|t| t.sent)
        };
        let all: Vec<(Option<u32>, Option<String>)> =
            places.iter().map(|f| (sent(f), f.value.country.clone())).collect();
        for (i, f) in places.iter_mut().enumerate() {
            if f.value.country.is_some() || f.value.name.is_some() {
                continue;
            }
            let mut near = all.iter().filter(|(s, _)| *s == all[i].0).filter_map(|(_, c)| c.as_ref());
            if let Some(c) = near.next()
                && near.all(|n| n == c)
                && self.ctx.countries.contains(c)
            {
                f.value.country = Some(c.clone());
            } else if f.value.precision == PlacePrecision::Region && self.ctx.countries.len() == 1 {
                f.value.country = self.ctx.countries.first().cloned();
            }
        }
    }
}

/// Countries that a text names, and those of its regions, in order.
fn nations(toks: &[Tok], rules: &Rules) -> Vec<String> {
    let mut out: Vec<String> = vec![];
    for i in (0..toks.len()).filter(|i| toks[*i].cap) {
        let country = rules.countries.at(toks, i).map(|(_, (code, _))| code);
        let code = country.or_else(|| rules.regions.at(toks, i).map(|(_, (_, code))| code));
        if let Some(code) = code.filter(|c| !c.is_empty() && !out.contains(c)) {
            out.push(code.clone());
        }
    }
    out
}

/// The precision that the words allow by themselves.
fn precision(p: &Phrase, fallback: Option<PlacePrecision>) -> PlacePrecision {
    if p.near {
        return PlacePrecision::Near;
    }
    match p.kind {
        Some(Type::Admin1) => PlacePrecision::Admin1,
        Some(Type::Admin2) => PlacePrecision::Admin2,
        Some(Type::Settlement) => PlacePrecision::Settlement,
        Some(Type::Region) => PlacePrecision::Region,
        None => fallback.unwrap_or(PlacePrecision::Unknown),
    }
}

/// As [`find`] and [`find_metonyms`], over an analysed text.
pub(super) fn find_in(
    a: &Analysis<'_>,
    gaz: &Gazetteer,
    ctx: &PlaceContext,
    told: &BTreeSet<String>,
) -> (Vec<Found<Place>>, Vec<Found<Metonym>>, BTreeSet<String>) {
    let Some(lang) = a.lang else { return (vec![], vec![], BTreeSet::new()) };
    let mut in_name = vec![false; a.toks.len()];
    for (range, _) in a.name_ranges() {
        in_name[range.clone()].fill(true);
    }
    let nations = nations(&a.toks, &lang.places);
    let told = RefCell::new(told.clone());
    let cx = Cx {
        nations,
        told,
        text: a.text,
        lang,
        gaz,
        ctx,
        toks: &a.toks,
        in_time: &a.in_time,
        in_name,
        headline: a.headlines(),
    };
    let (places, metonyms) = cx.walk();
    (places, metonyms, cx.told.into_inner())
}

/// Finds the places that `text` names, in the language `lang`.
///
/// Spans are bytes of `text`, ordered, not overlapping, and hold the whole phrase without its preposition ("the central
/// province of X"; but "near X"). Coordinates only for settlements and nearness to one; a name that is both a town and a
/// province is the province unless the words say which.
#[must_use]
pub fn find(text: &str, lang: &str, gaz: &Gazetteer, ctx: &PlaceContext) -> Vec<Found<Place>> {
    Analysis::new(text, lang).places(gaz, ctx)
}

/// The place names of `text` that stand for governments and other actors ("X said", "X's envoy").
#[must_use]
pub fn find_metonyms(text: &str, lang: &str, gaz: &Gazetteer, ctx: &PlaceContext) -> Vec<Found<Metonym>> {
    Analysis::new(text, lang).metonyms(gaz, ctx)
}
