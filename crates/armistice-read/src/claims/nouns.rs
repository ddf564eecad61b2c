//! Noun groups, verbs and their subjects and objects, by closed word classes and position. No parser, no statistics.
//!
//! Must not: guess. Where the words do not tell, there is no noun group.

use super::{lexicon as lx, sentences::Paragraph, tokens::Mark};

/// How far a subject may stand from its verb, in tokens.
const REACH: usize = 40;

/// A token range of a noun group.
pub(super) type Range = (usize, usize);

/// One sentence of a paragraph, with what is known about its tokens.
#[derive(Clone, Copy)]
pub(super) struct View<'p, 't> {
    pub(super) par: &'p Paragraph<'t>,
    pub(super) lo: usize,
    pub(super) hi: usize,
    /// For each token of the sentence: it belongs to an expression of time.
    pub(super) time: &'p [bool],
}

impl View<'_, '_> {
    pub(super) fn is(&self, at: usize, mask: u128) -> bool {
        at >= self.lo && at < self.hi && self.par.is(at, mask)
    }

    pub(super) fn mark(&self, at: usize) -> Option<Mark> {
        if at >= self.lo && at < self.hi { self.par.mark(at) } else { None }
    }

    pub(super) fn in_time(&self, at: usize) -> bool {
        at >= self.lo && (self.time.get(at - self.lo).copied().unwrap_or(false) || self.is(at, lx::TIME_WORD))
    }

    /// Whether the token does the work of a verb here. Words that are nouns as well are told by their neighbours.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        if !self.is(at, lx::VERB) {
            return self.is(at, lx::BE | lx::HAVE | lx::DO | lx::MODAL);
        }
        if self.name(at) {
            return false;
        }
        let mut before = at;
        while before > self.lo && self.is(before - 1, lx::ADV | lx::NOT) && !self.is(before - 1, lx::NOUN_TOO) {
            before -= 1;
        }
        let has = before > self.lo;
        let prev = |mask| has && self.is(before - 1, mask);
        if prev(lx::MODAL | lx::DO | lx::TO) && self.is(at, lx::BASE) {
            return true;
        }
        if self.is(at, lx::NOT_VERB) {
            return false;
        }
        if self.is(at, lx::PAST | lx::PART) {
            if prev(lx::BE | lx::HAVE) {
                return true;
            }
            let adjective_place = !has
                || prev(lx::DET | lx::POSS_PRON | lx::PREP | lx::NUM | lx::POSSESSIVE | lx::AND)
                || matches!(self.mark(before - 1), Some(Mark::Comma));
            let noun_next = at + 1 < self.hi
                && self.mark(at + 1) == Some(Mark::Word)
                && !self.is(at + 1, FUNCTION | lx::DET | lx::POSS_PRON)
                && !self.in_time(at + 1)
                // "…, told Reuters", "…, told reporters": whoever stands after it is told.
                && !(has && self.mark(before - 1) == Some(Mark::Comma) && self.is(at + 1, lx::CAP | lx::LISTENER));
            if adjective_place && noun_next && !prev(lx::AND) {
                // "which, the army said, shelled villages" is rare; "the besieged town" is not.
                return false;
            }
            if prev(lx::AND)
                && noun_next
                && before >= self.lo + 2
                && !self.is_verb_shallow(before - 2)
                && self.is(before - 2, lx::DET | lx::VERB)
            {
                return false;
            }
            return true;
        }
        if self.is(at, lx::ING) && !self.is(at, lx::BASE | lx::PRES | lx::PAST) {
            // A gerund after an article is a noun.
            return !(prev(lx::DET | lx::POSS_PRON | lx::POSSESSIVE) || self.is(at, lx::NOT_GERUND));
        }
        if self.is(at, lx::NOUN_TOO) {
            if prev(lx::DET | lx::POSS_PRON | lx::POSSESSIVE | lx::PREP | lx::NUM | lx::AGREEMENT) || !has {
                return false;
            }
            if prev(lx::PRON & !lx::REL) && !prev(lx::DET) || prev(lx::REL_PERSON) {
                return true;
            }
            let object_next = self.is(at + 1, lx::DET | lx::POSS_PRON | lx::COMP | lx::PRON_THEM)
                || (self.is(at + 1, lx::TO) && !self.is(at, lx::PRES));
            let subject_before = has && self.mark(before - 1) == Some(Mark::Word) && !self.is(before - 1, FUNCTION);
            return subject_before && object_next;
        }
        true
    }

    /// A capital letter in the middle of a sentence, beside a title or another name, makes a name of a verb ("commander Said Omar").
    fn name(&self, at: usize) -> bool {
        if at <= self.lo || !self.par.tokens[at].capital || !self.is(at - 1, lx::ROLE | lx::TITLE | lx::CAP) {
            return false;
        }
        // Headlines have capitals everywhere.
        let count = |f: &dyn Fn(usize) -> bool| (self.lo..self.hi).filter(|i| f(*i)).count();
        count(&|i| self.par.tokens[i].capital) * 2 < count(&|i| self.par.tokens[i].is_word())
    }

    fn is_verb_shallow(&self, at: usize) -> bool {
        self.is(at, lx::VERB) && !self.is(at, lx::NOUN_TOO)
    }

    /// Whether the token can be part of a noun group.
    pub(super) fn nominal(&self, at: usize) -> bool {
        if self.in_time(at) {
            return false;
        }
        match self.mark(at) {
            Some(Mark::Word) => {}
            Some(Mark::Number) => return true,
            _ => return self.is(at, lx::POSSESSIVE),
        }
        // "the internationally recognised government"
        if self.is(at, lx::ADV) && at > self.lo && self.is(at - 1, lx::DET) && self.is(at + 1, lx::PART) {
            return true;
        }
        if self.is(at, lx::POSSESSIVE | lx::DET | lx::POSS_PRON | lx::NUM | lx::NUM_MOD) {
            return !self.is(at, lx::COMP & !lx::DET) || self.is(at, lx::POSSESSIVE);
        }
        !self.is(at, FUNCTION) && !self.is_verb(at)
    }

    /// The noun group that ends just before `end`, widened over prepositions that belong to it. Gives the whole range.
    pub(super) fn group_before(&self, end: usize) -> Option<Range> {
        let mut start = end;
        let floor = self.lo.max(end.saturating_sub(REACH));
        while start > floor {
            let at = start - 1;
            if self.nominal(at) && !self.is(at, lx::COMP) {
                start = at;
                // An article begins a group; what stands before it belongs to another, unless a preposition joins them.
                if self.is(at, lx::DET | lx::POSS_PRON)
                    && start > floor
                    && !self.is(start - 1, lx::PREP | lx::AND | lx::DET | lx::NUM_MOD)
                {
                    break;
                }
                continue;
            }
            if start == end {
                return None;
            }
            let joins = (self.is(at, lx::PREP) && !self.is(at, lx::SUB) || self.is(at, lx::AND))
                && at > floor
                && self.nominal(at - 1);
            if joins {
                if self.is(at, lx::AND) && self.object_before(at) {
                    break;
                }
                start = at;
                continue;
            }
            // A bracket belongs to the name before it.
            if self.mark(at) == Some(Mark::Close) {
                let open = (floor..at).rev().find(|i| self.mark(*i) == Some(Mark::Open));
                match open {
                    Some(o) if o > floor && at - o < 12 => {
                        start = o;
                        continue;
                    }
                    _ => break,
                }
            }
            break;
        }
        while start < end && self.is(start, lx::PREP | lx::AND | lx::POSSESSIVE) {
            start += 1;
        }
        (start < end).then_some((start, end))
    }

    /// Whether the noun group that ends before the conjunction at `at` is the object of a verb.
    fn object_before(&self, at: usize) -> bool {
        let mut i = at;
        while i > self.lo && (self.nominal(i - 1) || self.is(i - 1, lx::OF)) {
            i -= 1;
        }
        i > self.lo && self.is_verb(i - 1) && !self.is(i - 1, lx::BE | lx::PERCEIVE)
    }

    /// The noun group that begins at `start` (after adverbs). "of" continues it, and so does "and" between like words.
    pub(super) fn group_after(&self, start: usize) -> Option<Range> {
        let mut from = start;
        while self.is(from, lx::ADV) && !self.is(from, lx::NUM_MOD) || self.mark(from) == Some(Mark::Quote) {
            from += 1;
        }
        let mut end = from;
        let mut seen_noun = false;
        while end < self.hi && end < from + REACH {
            if self.nominal(end) && !(self.is(end, lx::COMP)) {
                let article = self.is(end, lx::DET | lx::POSS_PRON);
                if article && seen_noun && !self.is(end - 1, lx::OF | lx::AND | lx::PREP | lx::DET | lx::NUM_MOD) {
                    break;
                }
                seen_noun |= !article && !self.is(end, lx::NUM_MOD);
                end += 1;
                continue;
            }
            let role_link = seen_noun
                && self.is(end, lx::PREP)
                && end > from
                && self.is(end - 1, lx::ROLE)
                && self.nominal(end + 1);
            if seen_noun && (self.is(end, lx::OF) || role_link) && self.nominal(end + 1) {
                end += 1;
                continue;
            }
            if seen_noun && self.is(end, lx::AND) && self.nominal(end + 1) && !self.finite_soon(end + 1) {
                end += 1;
                continue;
            }
            if self.mark(end) == Some(Mark::Quote)
                && seen_noun
                && self.nominal(end + 1)
                && self.par.quote_of.get(end + 1) != Some(&0)
            {
                end += 1;
                continue;
            }
            break;
        }
        while end > from && self.is(end - 1, lx::DET | lx::AND | lx::OF) {
            end -= 1;
        }
        (end > from && seen_noun).then_some((from, end))
    }

    /// Whether the noun group at `at` is the subject of a verb of its own.
    fn finite_soon(&self, at: usize) -> bool {
        let mut i = at;
        while i < self.hi && i < at + 8 && self.nominal(i) {
            i += 1;
        }
        i < self.hi
            && self.is_verb(i)
            && self.is(i, lx::PAST | lx::PRES | lx::BE | lx::HAVE | lx::MODAL | lx::DO)
            && !self.is(i, lx::ING)
    }

    /// The group without articles, figures and what follows its first preposition of place.
    pub(super) fn head(&self, (start, end): Range) -> Range {
        let mut from = start;
        while from + 1 < end && (self.is(from, lx::DET | lx::NUM_MOD | lx::NUM | lx::ADV) || self.is(from, lx::OF)) {
            from += 1;
        }
        let mut to = from;
        while to < end {
            // "the forces 60 days": a figure with its unit is no part of a name.
            let figure = self.is(to, lx::NUM)
                && to + 1 < end
                && self.mark(to + 1) == Some(Mark::Word)
                && !self.par.tokens[to + 1].capital;
            let cut = figure
                || self.is(to, lx::PREP) && !self.is(to, lx::OF)
                || matches!(self.mark(to), Some(Mark::Open | Mark::Comma));
            if to > from && cut {
                break;
            }
            to += 1;
        }
        (from, to)
    }

    /// The subject of the verb at `verb`, in the words of the sentence.
    pub(super) fn subject(&self, verb: usize) -> Option<Range> {
        self.subject_within(verb, 4)
    }

    fn subject_within(&self, verb: usize, depth: u8) -> Option<Range> {
        if depth == 0 {
            return None;
        }
        let mut i = verb;
        let gerund = self.is(verb, lx::ING) && !self.is(verb, lx::BASE | lx::PAST);
        let mut auxiliary = false;
        loop {
            if i <= self.lo {
                return None;
            }
            let at = i - 1;
            if self.is(at, lx::BE | lx::HAVE | lx::DO | lx::MODAL) {
                auxiliary = true;
                i = at;
            } else if self.is(at, lx::ADV | lx::NOT) && !self.is(at, lx::DET)
                || self.in_time(at)
                || self.is(at, lx::PREP) && i < verb && self.in_time(i)
            {
                i = at;
            } else if self.mark(at) == Some(Mark::Close) {
                let open = (self.lo..at).rev().take(12).find(|o| self.mark(*o) == Some(Mark::Open))?;
                i = open;
            } else if self.mark(at) == Some(Mark::Dash) && !gerund {
                let open = (self.lo..at).rev().take(15).find(|o| self.mark(*o) == Some(Mark::Dash))?;
                i = open;
            } else {
                break;
            }
        }
        let at = i - 1;
        if self.is(at, lx::TO) {
            return self.controller(at, depth);
        }
        if gerund && !auxiliary && (self.is(at, lx::PREP) || self.is_verb(at)) {
            let governor = (self.lo..at + 1).rev().find(|v| self.is_verb(*v) && !self.is(*v, lx::BE | lx::HAVE))?;
            return self.subject_within(governor, depth - 1);
        }
        if self.is(at, lx::AND | lx::BUT) || self.is(at, lx::CLAUSE_START) {
            if gerund && !auxiliary && self.is(at, lx::PREP | lx::SUB) {
                let governor = (self.lo..at).rev().find(|v| self.is_verb(*v) && !self.is(*v, lx::BE | lx::HAVE))?;
                return self.subject_within(governor, depth - 1);
            }
            if self.is(at, lx::REL) {
                return self.antecedent(at);
            }
            // The subject of the verb before.
            let earlier = (self.lo..at)
                .rev()
                .take(REACH)
                .find(|v| self.is_verb(*v) && !self.is(*v, lx::ING) && !self.is(*v, lx::BE | lx::HAVE))?;
            return self.subject_within(earlier, depth - 1);
        }
        if self.is(at, lx::REL) && !self.is(at, lx::DET) || self.is(at, lx::COMP) {
            return self.antecedent(at);
        }
        if self.mark(at) == Some(Mark::Comma) {
            // An apposition or a relative clause between commas.
            if gerund && !auxiliary {
                return None;
            }
            let open = (self.lo..at).rev().take(25).find(|o| self.mark(*o) == Some(Mark::Comma))?;
            let inner_verb = (open + 1..at).any(|v| self.is_verb(v));
            let relative = self.is(open + 1, lx::REL) || self.is(open + 2, lx::REL) || self.is(open + 1, lx::VERB);
            if inner_verb && !relative {
                return None;
            }
            let group = self.group_before(open)?;
            // "An abbot, U Pandita, said": the name belongs to the subject.
            let capital = |a: usize, b: usize| (a..b).any(|t| self.is(t, lx::CAP) && t > self.lo);
            let named = !inner_verb && at - open < 6 && capital(open + 1, at) && !capital(group.0, group.1);
            return Some(if named { (group.0, at) } else { group });
        }
        if self.is(at, lx::PRON) {
            return Some((at, at + 1));
        }
        // "A teacher who fled said": the verb of a relative clause stands before.
        if self.is_verb(at)
            && let Some(rel) = (self.lo..at).rev().take(6).find(|r| self.is(*r, lx::REL_PERSON))
        {
            return self.antecedent(rel);
        }
        let near = self.group_before(i)?;
        Some(self.over_relative(near))
    }

    /// "A nurse who worked in the clinic told": the subject is the nurse, not the clinic.
    fn over_relative(&self, near: Range) -> Range {
        let mut i = near.0;
        let mut verbs = 0;
        while i > self.lo && near.0 - i < 14 {
            let at = i - 1;
            if matches!(self.mark(at), Some(Mark::Comma | Mark::Semicolon | Mark::Quote | Mark::Dash))
                || self.is(at, lx::CLAUSE_START) && !self.is(at, lx::REL)
            {
                break;
            }
            if self.is(at, lx::REL_PERSON | lx::PRON_REL)
                && (verbs > 0 || self.is(at, lx::REL_PERSON) && at + 1 < near.0)
            {
                return self.antecedent(at).unwrap_or(near);
            }
            if self.is(at, lx::COMP | lx::PERCEIVE) {
                break;
            }
            // "The forces based in the east denied": a participle that tells where they are.
            let place_next = self.is(at + 1, lx::PREP) && !self.is(at + 1, lx::BY | lx::OF | lx::TO);
            if verbs == 0
                && self.is(at, lx::PART)
                && self.is_verb(at)
                && place_next
                && at > self.lo
                && self.nominal(at - 1)
                && let Some(group) = self.group_before(at)
            {
                return (group.0, near.1);
            }
            // "Members of the group carrying rifles entered".
            let gerund = self.is(at, lx::ING) && !self.is(at, lx::BASE | lx::PAST) && self.is_verb(at);
            if verbs == 0 && gerund && at + 1 == near.0 && at > self.lo && self.nominal(at - 1) {
                return self.group_before(at).unwrap_or(near);
            }
            verbs += usize::from(self.is_verb(at));
            i = at;
        }
        near
    }

    /// Who is meant to do what follows "to": the object of the verb before, or its subject.
    fn controller(&self, to: usize, depth: u8) -> Option<Range> {
        let governor = (self.lo..to).rev().take(14).find(|v| {
            // "did this to …": here "did" is no auxiliary.
            let does = self.is(*v, lx::DO) && *v + 2 == to && self.is(v + 1, lx::PRON | lx::DET);
            self.is_verb(*v) && (does || !self.is(*v, lx::BE | lx::HAVE | lx::DO))
        })?;
        if governor + 1 < to {
            let mut from = governor + 1;
            while from < to && self.is(from, lx::PREP | lx::ADV) {
                from += 1;
            }
            if let Some(object) = self.group_after(from)
                && object.1 <= to
                && object.1 + 2 >= to
                && !self.is(object.0, lx::TIME_WORD)
            {
                return Some(object);
            }
            if self.is(from, lx::PRON_THEM) && from + 1 == to {
                return None;
            }
        }
        self.subject_within(governor, depth - 1)
    }

    /// The noun group that a relative pronoun at `at` stands for.
    pub(super) fn antecedent(&self, at: usize) -> Option<Range> {
        let mut end = at;
        while end > self.lo
            && (matches!(self.mark(end - 1), Some(Mark::Comma | Mark::Quote | Mark::Dash))
                || self.is(end - 1, lx::PREP))
        {
            end -= 1;
        }
        let group = self.group_before(end)?;
        // The nearest part: "the draft of the group which" is the group, but "of" stays.
        let sides = lx::ACTOR | lx::KNOWN_GROUP | lx::COUNTRY | lx::VIEW_GROUP;
        let near = (group.0..group.1)
            .rev()
            .find(|i| self.is(*i, lx::PREP) && (!self.is(*i, lx::OF) || (*i..group.1).any(|t| self.is(t, sides))));
        Some((near.map_or(group.0, |n| n + 1), group.1))
    }

    /// Whether the verb at `at` is passive.
    pub(super) fn passive(&self, at: usize, patient_only: bool) -> bool {
        if !self.is(at, lx::PART) {
            return false;
        }
        let mut i = at;
        while i > self.lo
            && (self.is(i - 1, lx::ADV | lx::NOT | lx::AND)
                || i - 1 > self.lo && self.is(i - 1, lx::PART) && self.is(i - 2, lx::BE | lx::AND))
        {
            i -= 1;
        }
        if i > self.lo && self.is(i - 1, lx::BE) {
            return true;
        }
        if i > self.lo && self.is(i - 1, lx::HAVE) {
            return false;
        }
        let mut next = at + 1;
        while self.is(next, lx::ADV) {
            next += 1;
        }
        if self.is(next, lx::BY) && !self.is(next + 1, lx::MEANS) {
            return true;
        }
        patient_only
            && (next >= self.hi
                || self.in_time(next)
                || self.is(next, lx::PREP | lx::CLAUSE_START | lx::AND | lx::ADV)
                || matches!(self.mark(next), Some(Mark::Stop | Mark::Comma | Mark::Semicolon)))
    }
}

/// Words that stand in no noun group.
pub(super) const FUNCTION: u128 = lx::PREP
    | lx::CONJ
    | lx::SUB
    | lx::REL
    | lx::MODAL
    | lx::BE
    | lx::HAVE
    | lx::DO
    | lx::PRON
    | lx::NOT
    | lx::TO
    | lx::ADV
    | lx::COMP;
