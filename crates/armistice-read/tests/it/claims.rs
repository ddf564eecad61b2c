//! Claims: a table language for sentences, and what must hold for any text.
//!
//! A row is a text and what must be read from it. An expectation is `kind; key=value; …`; at least one claim must agree with
//! all of it. `!` before it: no claim may. Keys: act, by (author), on (affected), n (`what/status/best` or `what/best`, `-` for a
//! figure that is not stated), via (`role:words`), pol, place, time. `-` as value: none. Kind `*`: any.

use armistice_core::{
    claim::{ActorMention, ChainRole, Claim, ClaimKind, Polarity},
    id::DocumentId,
    span::Span,
};
use armistice_read::{
    block::{Block, BlockKind, CutReason, Fate},
    claims::{ClaimContext, read_claims},
    elements::gazetteer::Gazetteer,
    source::SourceText,
};
use proptest::prelude::*;

/// Paragraphs are lines.
pub(crate) fn lines(text: &str) -> Vec<Block> {
    let mut at = 0;
    let mut out = Vec::new();
    for line in text.split_inclusive('\n') {
        let body = line.trim_end();
        if !body.trim().is_empty() {
            out.push(Block { span: Span::new(at, at + body.len()), kind: BlockKind::Paragraph, fate: Fate::Main });
        }
        at += line.len();
    }
    out
}

pub(crate) fn read_blocks(text: &str, blocks: &[Block]) -> Vec<Claim> {
    let gazetteer = Gazetteer::empty();
    let source = SourceText::identity(text.to_owned());
    let ctx = ClaimContext {
        document: DocumentId::of(&[text.as_bytes()]),
        outlet: Some("The Test Post".to_owned()),
        language: "en",
        gazetteer: &gazetteer,
        countries: &[],
        actor_aliases: &[],
        text_agency: None,
    };
    read_claims(&source, blocks, &ctx)
}

pub(crate) fn read(text: &str) -> Vec<Claim> {
    read_blocks(text, &lines(text))
}

fn snake(debug: &str) -> String {
    let mut out = String::new();
    for (i, c) in debug.chars().enumerate() {
        if c.is_uppercase() && i > 0 {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}

pub(crate) fn holds(c: &Claim, expected: &str) -> bool {
    let mut parts = expected.split(';').map(str::trim);
    let kind = parts.next().unwrap_or("*");
    if kind != "*" && !kind.split('|').any(|k| k == snake(&format!("{:?}", c.kind))) {
        return false;
    }
    let mention = |list: &[ActorMention], value: &str| {
        if value == "-" {
            list.is_empty()
        } else {
            list.iter().any(|m| m.text.to_lowercase().contains(&value.to_lowercase()))
        }
    };
    parts.filter(|p| !p.is_empty()).all(|part| {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        match key {
            "act" => value.split('|').any(|v| c.act.map_or("-", |a| a.id()) == v),
            "by" => mention(&c.alleged_authors, value),
            "on" => mention(&c.affected, value),
            "pol" => snake(&format!("{:?}", c.polarity)) == value,
            "place" => c.place.as_ref().map_or(value == "-", |p| p.text.contains(value)),
            "time" => c.time.as_ref().map_or(value == "-", |t| t.text.contains(value)),
            "quote" => c.quote.contains(value),
            "n" => {
                if value == "-" {
                    return c.counts.is_empty();
                }
                let fields: Vec<&str> = value.split('/').collect();
                let best = fields.last().copied().unwrap_or("-");
                c.counts.iter().any(|n| {
                    snake(&format!("{:?}", n.what)) == fields[0]
                        && (fields.len() < 3 || snake(&format!("{:?}", n.status)) == fields[1])
                        && n.best.map_or("-".to_owned(), |b| b.to_string()) == best
                })
            }
            "via" => {
                let (role, words) = value.split_once(':').unwrap_or((value, ""));
                c.chain.iter().any(|l| {
                    snake(&format!("{:?}", l.role)) == role && l.name.to_lowercase().contains(&words.to_lowercase())
                })
            }
            other => panic!("unknown key {other:?} in {expected:?}"),
        }
    })
}

pub(crate) fn show(claims: &[Claim]) -> String {
    let names = |l: &[ActorMention]| l.iter().map(|m| m.text.clone()).collect::<Vec<_>>().join("+");
    claims
        .iter()
        .map(|c| {
            let counts: Vec<String> =
                c.counts.iter().map(|n| format!("{:?}/{:?}/{:?}", n.what, n.status, n.best)).collect();
            let chain: Vec<String> = c.chain.iter().skip(1).map(|l| format!("{:?}:{}", l.role, l.name)).collect();
            format!(
                "      {:?} act={} by={} on={} n=[{}] via=[{}] {:?} place={:?} time={:?}\n        «{}» {}\n",
                c.kind,
                c.act.map_or("-", |a| a.id()),
                names(&c.alleged_authors),
                names(&c.affected),
                counts.join(", "),
                chain.join(" <- "),
                c.polarity,
                c.place.as_ref().map(|p| &p.text),
                c.time.as_ref().map(|t| &t.text),
                c.quote,
                c.rules.join(" ")
            )
        })
        .collect()
}

/// Reads every text and reports all rows that fail.
pub(crate) fn check(rows: &[(&str, &[&str])]) {
    let mut failed = String::new();
    for (text, expected) in rows {
        let claims = read(text);
        for e in *expected {
            let good = match e.strip_prefix('!') {
                Some(e) => !claims.iter().any(|c| holds(c, e.trim())),
                None => claims.iter().any(|c| holds(c, e)),
            };
            if !good {
                failed.push_str(&format!("  {text}\n    wanted {e}\n{}", show(&claims)));
            }
        }
    }
    assert!(failed.is_empty(), "\n{failed}");
}

pub(crate) fn sound(text: &str, claims: &[Claim]) {
    for c in claims {
        assert_eq!(text.get(c.span.range()), Some(c.quote.as_str()), "quote is the bytes of its span");
        assert!(!c.quote.is_empty(), "no empty quote");
        assert!(!c.rules.is_empty(), "every claim says which rules made it");
        assert_eq!(c.chain.first().map(|l| l.role), Some(ChainRole::Outlet), "the outlet is the first link");
        for m in c.alleged_authors.iter().chain(&c.affected) {
            assert_eq!(text.get(m.span.range()), Some(m.text.as_str()), "mentions are words of the document");
        }
        for l in c.chain.iter().filter(|l| l.span.is_some()) {
            assert_eq!(
                l.span.and_then(|s| text.get(s.range())),
                Some(l.name.as_str()),
                "links are words of the document"
            );
        }
        if let Some(t) = &c.time {
            assert_eq!(text.get(t.span.range()), Some(t.text.as_str()), "times are words of the document");
        }
    }
    assert!(claims.windows(2).all(|w| w[0].span <= w[1].span), "claims are in order");
    let ids: std::collections::BTreeSet<&str> = claims.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(ids.len(), claims.len(), "ids differ");
}

/// Words that set off most rules, in any order and with any marks between.
const WORDS: &[&str] = &[
    "the army",
    "rebels",
    "said",
    "told",
    "AFP",
    "accused",
    "of",
    "shelling",
    "killed",
    "five",
    "civilians",
    ",",
    ".",
    "“",
    "”",
    "\"",
    "’",
    "that",
    "which",
    "who",
    "and",
    "but",
    "while",
    "if",
    "until",
    "will not",
    "sign",
    "by",
    "Russia’s",
    "its",
    "warplanes",
    "bombed",
    "in",
    "on Monday",
    "according to",
    "citing",
    "as saying",
    "(",
    ")",
    "--",
    "–",
    ";",
    "violations",
    "were registered",
    "none",
    "31",
    "ceasefire",
    "aid",
    "to",
    "released",
    "he",
    "they",
    "it",
    "was",
    "had",
    "quoted",
    "a source",
    "monitors",
    "\n",
    "é",
    "١٢",
    "会",
    "'",
    "«",
    "»",
    "Mr.",
    "U.S.",
    "n’t",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,300}") {
        sound(&text, &read(&text));
    }

    #[test]
    fn any_sentence_is_read_soundly(words in proptest::collection::vec(proptest::sample::select(WORDS), 0..60)) {
        let text = words.join(" ");
        let claims = read(&text);
        sound(&text, &claims);
        prop_assert_eq!(claims, read(&text), "the same text gives the same claims");
    }

    #[test]
    fn glued_words_are_read_soundly(words in proptest::collection::vec(proptest::sample::select(WORDS), 0..60)) {
        let text = words.concat();
        sound(&text, &read(&text));
    }
}

#[test]
fn a_caption_tells_no_incident() {
    let text = "Smoke rises after air strikes killed ten people in Marib. The Houthi delegation said it would not sign any document.";
    let block = Block { span: Span::new(0, text.len()), kind: BlockKind::Caption, fate: Fate::Cut(CutReason::Caption) };
    let claims = read_blocks(text, &[block]);
    sound(text, &claims);
    assert!(claims.iter().all(|c| c.kind != ClaimKind::Incident), "{}", show(&claims));
    assert!(
        claims.iter().any(|c| c.kind == ClaimKind::Refusal && c.polarity == Polarity::Negated),
        "{}",
        show(&claims)
    );
}

#[test]
fn what_is_cut_makes_no_claim() {
    let text = "The army shelled the village.";
    let block =
        Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph, fate: Fate::Cut(CutReason::RelatedLink) };
    assert!(read_blocks(text, &[block]).is_empty());
}

#[test]
fn an_agency_of_the_whole_text_stands_between_outlet_and_speaker() {
    let text = "The army shelled the village, residents told the Agence France-Presse. Rebels shelled the market, residents said.";
    let gazetteer = Gazetteer::empty();
    let source = SourceText::identity(text.to_owned());
    let ctx = ClaimContext {
        document: DocumentId::of(&[b"x"]),
        outlet: None,
        language: "en",
        gazetteer: &gazetteer,
        countries: &[],
        actor_aliases: &[],
        text_agency: Some("AFP".to_owned()),
    };
    let claims = read_claims(&source, &lines(text), &ctx);
    let chains: Vec<Vec<(ChainRole, &str)>> =
        claims.iter().map(|c| c.chain.iter().map(|l| (l.role, l.name.as_str())).collect()).collect();
    assert_eq!(
        chains,
        [
            vec![
                (ChainRole::Outlet, ""),
                (ChainRole::Agency, "Agence France-Presse"),
                (ChainRole::UnnamedSource, "residents")
            ],
            vec![(ChainRole::Outlet, ""), (ChainRole::Agency, "AFP"), (ChainRole::UnnamedSource, "residents")],
        ]
    );
    let other = ClaimContext { language: "xx", ..ctx };
    assert!(read_claims(&source, &lines(text), &other).is_empty(), "a language without rules gives nothing");
}

#[test]
fn names_from_the_agreement_help_to_find_actors() {
    let text = "zorgan fighters and grey column shelling killed two people.";
    let gazetteer = Gazetteer::empty();
    let source = SourceText::identity(text.to_owned());
    let aliases = ["Grey Column".to_owned()];
    let ctx = ClaimContext {
        document: DocumentId::of(&[b"x"]),
        outlet: None,
        language: "en",
        gazetteer: &gazetteer,
        countries: &[],
        actor_aliases: &aliases,
        text_agency: None,
    };
    let claims = read_claims(&source, &lines(text), &ctx);
    assert!(
        claims.iter().any(|c| c.alleged_authors.iter().any(|m| m.text.contains("grey column"))),
        "{}",
        show(&claims)
    );
}
