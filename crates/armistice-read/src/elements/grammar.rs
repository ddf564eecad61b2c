//! The little pattern language of the time rules: words, alternatives, options, sets and slots over tokens.
//!
//! Must not: know what a pattern means; `times` does.
//!
//! A form is items between spaces. `word` or `a|b` match one token; `{name}` a slot or set; a trailing `?` makes an item
//! optional; `{gap}` passes over up to [`MAX_GAP`] words, as few as it can.

use super::{
    numbers::NumberWords,
    times::{Slot, Value},
    token::{Kind, Phrases, Tok},
};

/// How many words a `{gap}` may pass over: a subordinate clause ("since the uprising against … began in"), not a sentence.
pub(crate) const MAX_GAP: usize = 12;

/// How deep sets of rules may refer to each other ("since" a time, "between" two).
pub(crate) const MAX_DEPTH: usize = 3;

/// One item of a form.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) what: What,
    pub(crate) optional: bool,
}

/// What an item matches.
#[derive(Clone, Debug)]
pub(crate) enum What {
    /// One of these tokens.
    Words(Vec<String>),
    /// Words that are passed over.
    Gap,
    /// A slot that the finder reads.
    Slot(Slot),
    /// A set of phrases, by number.
    Set(usize),
    /// Any rule of a group, by number.
    Group(usize),
}

/// Reads a form. Names that are neither slot nor set are groups; `set` and `group` give their numbers.
pub(crate) fn parse(
    form: &str,
    set: impl Fn(&str) -> Option<usize>,
    mut group: impl FnMut(&str) -> usize,
) -> Vec<Item> {
    form.split_whitespace()
        .map(|raw| {
            let (raw, optional) = match raw.strip_suffix('?') {
                Some(rest) if !rest.is_empty() => (rest, true),
                _ => (raw, false),
            };
            let what = match raw.strip_prefix('{').and_then(|r| r.strip_suffix('}')) {
                Some("gap") => What::Gap,
                Some(name) => match Slot::named(name) {
                    Some(slot) => What::Slot(slot),
                    None => set(name).map_or_else(|| What::Group(group(name)), What::Set),
                },
                None => What::Words(raw.split('|').map(str::to_lowercase).collect()),
            };
            Item { what, optional }
        })
        .collect()
}

/// What a matcher needs besides the form.
pub(crate) trait Context {
    /// Reads a slot at a token: the index after it, and the value.
    fn slot(&self, slot: Slot, toks: &[Tok], i: usize) -> Option<(usize, Value)>;
    /// The sets of phrases.
    fn sets(&self) -> &[Phrases<()>];
    /// The longest match of a group at a token.
    fn group(&self, group: usize, toks: &[Tok], i: usize, depth: usize) -> Option<(usize, Value)>;
}

/// The longest match of `items` at token `i`, with what its slots hold.
pub(crate) fn run(
    cx: &impl Context,
    items: &[Item],
    toks: &[Tok],
    i: usize,
    depth: usize,
) -> Option<(usize, Vec<Value>)> {
    let Some((item, rest)) = items.split_first() else { return Some((i, vec![])) };
    let with = |at: usize, value: Option<Value>| {
        // A pattern never leaves its sentence.
        if at > 0 && toks.get(at - 1)?.sent != toks.get(i)?.sent {
            return None;
        }
        let (end, mut values) = run(cx, rest, toks, at, depth)?;
        if let Some(v) = value {
            values.insert(0, v);
        }
        Some((end, values))
    };
    let taken = match &item.what {
        What::Words(words) => toks.get(i).filter(|t| words.contains(&t.lower)).and_then(|_| with(i + 1, None)),
        What::Gap => (1..=MAX_GAP)
            .take_while(|n| toks.get(i + n - 1).is_some_and(|t| t.kind == Kind::Word || t.is("-") && t.glued))
            .find_map(|n| with(i + n, None)),
        What::Slot(slot) => cx.slot(*slot, toks, i).and_then(|(e, v)| with(e, Some(v))),
        What::Set(n) => cx.sets().get(*n).and_then(|s| s.at(toks, i)).and_then(|(e, ())| with(e, Some(Value::Set(*n)))),
        What::Group(group) if depth < MAX_DEPTH => {
            cx.group(*group, toks, i, depth + 1).and_then(|(e, v)| with(e, Some(v)))
        }
        What::Group(_) => None,
    };
    if taken.is_some() || !item.optional {
        return taken;
    }
    run(cx, rest, toks, i, depth)
}

/// The words that a match of `items` can begin with, into `keys`; `true` if it can begin with a number.
pub(crate) fn first_keys(
    items: &[Item],
    slot_words: &impl Fn(Slot) -> (Vec<String>, bool),
    sets: &[Phrases<()>],
    groups: &impl Fn(usize) -> (Vec<String>, bool),
) -> (Vec<String>, bool) {
    let (mut keys, mut number) = (vec![], false);
    for item in items {
        let (more, n) = match &item.what {
            What::Words(w) => (w.clone(), false),
            What::Gap => (vec![], false),
            What::Slot(s) => slot_words(*s),
            What::Set(n) => (sets.get(*n).map(|s| s.first_words().cloned().collect()).unwrap_or_default(), false),
            What::Group(group) => groups(*group),
        };
        keys.extend(more);
        number |= n;
        if !item.optional {
            break;
        }
    }
    (keys, number)
}

/// The number words of a language, for slots.
pub(crate) fn number_first_words(numbers: &NumberWords) -> Vec<String> {
    numbers.first_words().cloned().collect()
}
