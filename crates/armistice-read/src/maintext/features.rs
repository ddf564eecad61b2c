//! What the line model looks at: shape, words, place and neighbours of each line. Every feature is a short string.
//!
//! Must not: use floating point, or anything of one language beyond the lists in `lang/`.

use crate::block::CutReason;
use crate::html::{CONTEXT_NAMES, HtmlLine};
use crate::lang::{self, LEXICON, Label};
use crate::meta::dates;
use armistice_core::span::Span;
use std::collections::BTreeMap;

/// A page as the model sees it.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Clean text.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a [Span],
    /// What the markup says, one per line; empty for plain text.
    pub html: &'a [HtmlLine],
    /// What the DOM extractor kept of each line, in tenths (0–10); empty when it was not asked.
    pub extractor: &'a [u8],
}

struct Shape {
    words: usize,
    chars: usize,
    folded: String,
    terminal: u8,
    first: &'static str,
    capitals: usize,
    stop: usize,
    digits: usize,
    commas: usize,
    sentences: usize,
    long: bool,
    repeats: usize,
    known: usize,
    lexicon: &'static str,
    group: Option<(&'static str, u8)>,
    bullet: bool,
}

fn bucket(n: usize, edges: &[usize]) -> usize {
    edges.iter().take_while(|e| n >= **e).count()
}

const WORDS: [usize; 9] = [1, 2, 3, 5, 8, 13, 21, 41, 81];
const GAP: [usize; 6] = [1, 2, 3, 5, 9, 17];

fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '·' | '-' | '*' | '–' | '—' | '▪' | '■' | '›' | '»' | '+' | '>' | '|')
}

fn shape(line: &str, language: Option<usize>) -> Shape {
    let folded = lang::fold(line);
    let body = line.trim_start_matches(|c: char| is_bullet(c) || c.is_whitespace());
    let words = body.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count();
    let end = body.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', ' ', '\u{a0}', '–', '-', '—']);
    let terminal = match end.chars().next_back() {
        Some('.' | '!' | '?' | '…' | '؟' | '۔' | '。' | '।') => 3,
        Some(':' | ';' | '؛') => 2,
        Some(',' | '،') => 1,
        _ => 0,
    };
    let first = match body.chars().next() {
        None => "none",
        Some(c) if c.is_numeric() => "digit",
        Some(c) if c.is_uppercase() => "upper",
        Some(c) if c.is_lowercase() => "lower",
        Some('"' | '“' | '«' | '‘' | '\'' | '„') => "quote",
        Some(c) if c.is_alphabetic() => "letter",
        Some(_) => "other",
    };
    let capitals = body.split_whitespace().filter(|w| w.chars().next().is_some_and(char::is_uppercase)).count();
    let stop = language.map_or(0, |l| folded.split(' ').filter(|w| LEXICON.is_stopword(l, strip(w))).count());
    let chars: Vec<char> = body.chars().collect();
    let sentences = chars
        .windows(2)
        .filter(|w| {
            matches!(w[0], '.' | '!' | '?' | '؟' | '。') && (w[1].is_whitespace() || w[1] == '”' || w[1] == '"')
        })
        .count();
    let lexicon = if LEXICON.exact(&folded).is_some() {
        "exact"
    } else if LEXICON.starts(&folded).is_some() {
        "starts"
    } else {
        match LEXICON.label(line) {
            Some((Label::Caption | Label::PictureCredit, _)) => "picture",
            Some((Label::Byline, _)) if words < 12 => "byline",
            Some((Label::Published | Label::Modified, _)) if words < 14 => "published",
            Some((Label::Credit, _)) if words < 12 => "credit",
            _ => "none",
        }
    };
    let group = LEXICON.exact(&folded).or_else(|| LEXICON.starts(&folded)).map(|reason| match reason {
        CutReason::RelatedLink => ("related", 1),
        CutReason::Comments => ("comments", 2),
        CutReason::Legal | CutReason::ErrorNotice => ("legal", 4),
        CutReason::Widget | CutReason::Advertisement => ("widget", 8),
        _ => ("other", 16),
    });
    Shape {
        group,
        words,
        chars: chars.len(),
        terminal,
        first,
        capitals,
        stop,
        digits: chars.iter().filter(|c| c.is_numeric()).count(),
        commas: chars.iter().filter(|c| matches!(c, ',' | '،' | '、')).count(),
        sentences,
        long: (words >= 16 && terminal >= 2) || words >= 32,
        repeats: 0,
        known: 0,
        lexicon,
        bullet: body.len() < line.len(),
        folded,
    }
}

fn strip(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Calls `emit(line, feature)` for every feature of every line, in a fixed order.
pub fn each(input: Input<'_>, mut emit: impl FnMut(usize, &str)) {
    let text_of = |i: usize| &input.text[input.lines[i].range()];
    let n = input.lines.len();
    let sample: String =
        (0..n).map(text_of).filter(|l| l.len() > 60).take(60).collect::<Vec<_>>().join(" ").to_lowercase();
    let language = LEXICON.language_of(sample.split_whitespace().map(strip));
    let mut shapes: Vec<Shape> = (0..n).map(|i| shape(text_of(i), language)).collect();
    count_repeats(&mut shapes);
    count_known(&mut shapes);
    let chain = Chain::new(&shapes);
    let mut buffer = String::with_capacity(64);
    for i in 0..n {
        let mut put = |name: &str, value: &dyn std::fmt::Display| {
            use std::fmt::Write as _;
            buffer.clear();
            let _ = write!(buffer, "{name}={value}");
            emit(i, &buffer);
        };
        own(&shapes[i], text_of(i), &mut put);
        place(i, &shapes, &chain, &mut put);
        if let Some(html) = input.html.get(i) {
            markup(html, &mut put);
        }
        if let Some(kept) = input.extractor.get(i) {
            let length = bucket(shapes[i].words, &[3, 8, 21]);
            put("x", &kept);
            put("xl", &format_args!("{kept}/{length}"));
            let near = |d: isize| i.checked_add_signed(d).and_then(|j| input.extractor.get(j)).map_or(11, |k| *k / 4);
            put("xn", &format_args!("{}/{}/{}", near(-1), kept / 4, near(1)));
        }
    }
}

type Put<'a> = dyn FnMut(&str, &dyn std::fmt::Display) + 'a;

fn own(s: &Shape, line: &str, put: &mut Put<'_>) {
    let w = bucket(s.words, &WORDS);
    let per = |part: usize| (10 * part).checked_div(s.words).map_or(0, |share| bucket(share, &[1, 2, 3, 4, 5, 7, 9]));
    put("w", &w);
    put("t", &s.terminal);
    put("wt", &format_args!("{w}/{}", s.terminal));
    put("f", &s.first);
    put("fw", &format_args!("{}/{w}", s.first));
    put("c", &per(s.capitals));
    put("cw", &format_args!("{}/{}", per(s.capitals), bucket(s.words, &[3, 8, 21])));
    put("s", &per(s.stop));
    put("sw", &format_args!("{}/{}", per(s.stop), bucket(s.words, &[3, 8, 21])));
    put("d", &bucket(10 * s.digits / s.chars.max(1), &[1, 2, 4, 6]));
    put("cm", &bucket(s.commas, &[1, 2, 4, 8]));
    put("sn", &bucket(s.sentences, &[1, 2, 4]));
    put("wl", &bucket(s.chars / s.words.max(1), &[3, 4, 5, 6, 7, 9, 12, 20]));
    put("r", &bucket(s.repeats, &[2, 3, 5]));
    put("rw", &format_args!("{}/{w}", s.repeats.min(3)));
    put("k", &format_args!("{}/{}", per(s.known), bucket(s.words, &[3, 8, 21])));
    put("b", &format_args!("{}/{w}", u8::from(s.bullet)));
    put("lx", &s.lexicon);
    for (name, hit) in [
        ("url", line.contains("http") || line.contains("www.") || line.contains(".com")),
        ("at", line.contains('@')),
        ("copy", line.contains('©')),
        ("bar", line.contains('|')),
        ("slash", line.contains(" / ") || line.contains(" > ") || line.contains('»') || line.contains('›')),
        ("ell", line.ends_with("...") || line.ends_with('…')),
        ("money", line.contains(['$', '€', '£'])),
        ("quote", line.contains(['"', '“', '«'])),
        ("paren", line.ends_with(')')),
        ("caps", s.words > 0 && !line.chars().any(char::is_lowercase) && line.chars().any(char::is_uppercase)),
        ("hash", line.contains('#')),
        ("q", s.terminal == 3 && line.contains('?') && s.words < 16),
    ] {
        if hit {
            put(name, &bucket(s.words, &[3, 8, 21]));
        }
    }
    if s.words <= 14 && s.digits > 0 && line.len() < 200 && !dates::find(line).is_empty() {
        put("date", &bucket(s.words, &[4, 8]));
    }
    if s.words <= 12 {
        let mut words = s.folded.split(' ').map(strip).filter(|w| !w.is_empty() && w.len() < 24);
        if let Some(first) = words.clone().next() {
            put("w1", &first);
        }
        if let Some(last) = words.next_back() {
            put("w9", &last);
        }
        for word in s.folded.split(' ').map(strip).filter(|w| w.len() > 2 && w.len() < 24) {
            put("v", &word);
        }
    }
}

/// Where long lines, and the densest stretch of them, lie.
struct Chain {
    previous_long: Vec<usize>,
    next_long: Vec<usize>,
    long_before: Vec<usize>,
    segments: [(usize, usize); 2],
    run: Vec<(usize, usize)>,
    /// The last furniture phrase above each line: its group and how many lines ago.
    under: Vec<(&'static str, usize)>,
    /// Which groups of phrases have been seen above, one bit each, since the first long line.
    seen: Vec<u8>,
}

impl Chain {
    fn new(shapes: &[Shape]) -> Self {
        let n = shapes.len();
        let (mut previous_long, mut next_long, mut long_before) = (vec![n; n], vec![n; n], vec![0; n + 1]);
        let mut last = None;
        for i in 0..n {
            previous_long[i] = last.map_or(n, |l: usize| i - l);
            if shapes[i].long {
                last = Some(i);
            }
            long_before[i + 1] = long_before[i] + usize::from(shapes[i].long);
        }
        let mut next = None;
        for i in (0..n).rev() {
            next_long[i] = next.map_or(n, |l: usize| l - i);
            if shapes[i].long {
                next = Some(i);
            }
        }
        let mut run = vec![(0, 0); n];
        let mut i = 0;
        while i < n {
            let same = |s: &Shape| s.bullet || s.words < 8 && s.terminal == 0;
            let mut j = i;
            while j < n && same(&shapes[j]) {
                j += 1;
            }
            let words: usize = shapes[i..j].iter().map(|s| s.words).sum();
            for slot in &mut run[i..j] {
                *slot = (j - i, words / (j - i).max(1));
            }
            i = j.max(i + 1);
        }
        let (mut under, mut seen) = (vec![("none", 0); n], vec![0; n]);
        let (mut marker, mut bits) = (("none", 0), 0_u8);
        for i in 0..n {
            under[i] = (marker.0, i - marker.1);
            seen[i] = bits;
            if let Some((name, bit)) = shapes[i].group {
                marker = (name, i);
                if long_before[i] > 0 {
                    bits |= bit;
                }
            }
        }
        Self {
            under,
            seen,
            previous_long,
            next_long,
            long_before,
            segments: [densest(shapes, 4), densest(shapes, 12)],
            run,
        }
    }
}

/// The stretch with the largest sum of (words of long lines − `penalty` per short line): first and one past last.
fn densest(shapes: &[Shape], penalty: i64) -> (usize, usize) {
    let (mut best, mut best_range) = (0, (0, 0));
    let (mut sum, mut start) = (0, 0);
    for (i, s) in shapes.iter().enumerate() {
        let words = i64::try_from(s.words.min(120)).unwrap_or(120);
        sum += if s.long {
            words
        } else if s.terminal == 3 && s.words > 5 {
            words / 2
        } else {
            -penalty
        };
        if sum <= 0 {
            sum = 0;
            start = i + 1;
        } else if sum > best {
            best = sum;
            best_range = (start, i + 1);
        }
    }
    best_range
}

fn place(i: usize, shapes: &[Shape], chain: &Chain, put: &mut Put<'_>) {
    let n = shapes.len();
    let s = &shapes[i];
    let w = bucket(s.words, &[3, 8, 21]);
    put("p", &(10 * i / n.max(1)));
    if i < 4 {
        put("head", &i);
    }
    if n - i <= 3 {
        put("tail", &(n - i));
    }
    let (before, after) = (bucket(chain.previous_long[i], &GAP), bucket(chain.next_long[i], &GAP));
    let total = chain.long_before[n];
    put("pl", &format_args!("{before}/{}", u8::from(s.long)));
    put("nl", &format_args!("{after}/{}", u8::from(s.long)));
    put("pn", &format_args!("{before}/{after}/{w}"));
    put("lf", &format_args!("{}/{w}", (8 * chain.long_before[i]).checked_div(total).unwrap_or(9)));
    put("first_long", &u8::from(s.long && chain.long_before[i] == 0));
    for (name, half) in [("dn", 4), ("dw", 10)] {
        let from = i.saturating_sub(half);
        let to = (i + half + 1).min(n);
        let long = chain.long_before[to] - chain.long_before[from];
        put(name, &format_args!("{}/{w}", bucket(10 * long / (to - from), &[1, 2, 3, 5, 7])));
    }
    for (name, (from, to)) in ["g4", "g12"].into_iter().zip(chain.segments) {
        let side = if i < from {
            format!("-{}", bucket(from - i, &GAP))
        } else if i >= to {
            format!("+{}", bucket(i - to + 1, &GAP))
        } else {
            format!("in{}", 4 * (i - from) / (to - from))
        };
        put(name, &format_args!("{side}/{w}"));
        put(&format!("{name}t"), &format_args!("{}/{}", &side[..1], s.terminal));
        put(&format!("{name}x"), &format_args!("{}/{}", &side[..1], s.lexicon));
    }
    let (marker, since) = chain.under[i];
    put("u", &format_args!("{marker}/{}/{w}", bucket(since, &[2, 3, 5, 9, 17])));
    for (bit, name) in [(1, "related"), (2, "comments"), (4, "legal"), (8, "widget")] {
        if chain.seen[i] & bit != 0 {
            put("sb", &format_args!("{name}/{}/{w}", u8::from(s.long)));
        }
    }
    let (length, mean) = chain.run[i];
    put("run", &format_args!("{}/{}", bucket(length, &[1, 2, 4, 8, 16]), bucket(mean, &[2, 4, 8, 16])));
    for (name, d) in [("a", -2_isize), ("b", -1), ("n", 1), ("o", 2)] {
        let Some(o) = i.checked_add_signed(d).and_then(|j| shapes.get(j)) else {
            put(&format!("n{name}"), &"edge");
            continue;
        };
        let ow = bucket(o.words, &WORDS);
        put(&format!("n{name}"), &format_args!("{ow}/{}", o.terminal));
        put(&format!("x{name}"), &format_args!("{}/{w}", o.lexicon));
        if d.abs() == 1 {
            put(&format!("j{name}"), &format_args!("{}/{}/{}", bucket(s.words, &WORDS), ow, u8::from(o.long)));
            put(&format!("r{name}"), &format_args!("{}/{w}", o.repeats.min(3)));
            if let Some(word) = o.folded.split(' ').next().filter(|w| o.words <= 5 && !w.is_empty() && w.len() < 24) {
                put(&format!("v{name}"), &strip(word));
            }
        }
    }
}

fn markup(h: &HtmlLine, put: &mut Put<'_>) {
    let links = 10 * h.link_bytes as usize / h.span.len().max(1);
    put("hl", &bucket(links, &[1, 3, 5, 8, 10]));
    put("hd", &bucket(usize::from(h.depth), &[4, 7, 10, 14, 20]));
    for (i, name) in CONTEXT_NAMES.iter().enumerate() {
        if h.context.has(1 << i) {
            put("h", name);
            put("hw", &format_args!("{name}/{}", bucket(h.span.len(), &[20, 60, 140])));
        }
    }
    let p = u8::from(h.context.has(crate::html::bit::PARAGRAPH));
    let article = u8::from(h.context.has(crate::html::bit::ARTICLE | crate::html::bit::MAIN));
    put("hp", &format_args!("{p}{article}/{}", bucket(links, &[1, 5, 9])));
}

fn count_repeats(shapes: &mut [Shape]) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for s in shapes.iter() {
        *counts.entry(s.folded.clone()).or_insert(0) += 1;
    }
    for s in shapes.iter_mut() {
        s.repeats = counts.get(&s.folded).copied().unwrap_or(1);
    }
}

/// How many words of each line also stand in other long lines: headings share words with the text, menus do not.
fn count_known(shapes: &mut [Shape]) {
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    for s in shapes.iter().filter(|s| s.long) {
        for word in s.folded.split(' ').map(strip).filter(|w| w.chars().count() > 3) {
            if let Some(n) = used.get_mut(word) {
                *n += 1;
            } else {
                used.insert(word.to_owned(), 1);
            }
        }
    }
    for s in shapes.iter_mut() {
        let own = usize::from(s.long);
        s.known = s.folded.split(' ').map(strip).filter(|w| used.get(*w).is_some_and(|n| *n > own)).count();
    }
}
