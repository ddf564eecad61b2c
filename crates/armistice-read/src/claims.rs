//! Claims: what a text says that somebody did, wants, promises, denies; tied to its exact words, with who says that who says it.
//!
//! Rule based and deterministic. The words are data (`lang/<language>/*.toml`); every claim names the rules that made it.
//! Layers: `tokens` and `lexicon` (words and classes), `sentences` (sentences, quotations), `nouns` (noun groups, subjects,
//! objects), `speech` and `sources` (who says it), `acts` (what was done, by whom, to whom), `clauses` and `kinds` (what kind of
//! statement), `ledgers` (recorders' lists), `assemble` (the claim). The frames are those of event coding (TABARI and PETRARCH: a verb, who before it, whom
//! after it), the speech layer follows PolNeAR's source, cue and content.
//!
//! Must not: judge a claim, or say more than the words do. Unknown is a value.

mod acts;
mod assemble;
mod attach;
mod clauses;
mod kinds;
mod ledgers;
mod lexicon;
mod merge;
mod nouns;
mod pattern;
mod rules;
mod sentences;
mod sources;
mod speech;
mod tokens;

use crate::{
    block::{Block, BlockKind, CutReason, Fate},
    elements::gazetteer::Gazetteer,
    source::SourceText,
};
use armistice_core::{claim::Claim, id::DocumentId};

/// What is known of a document before its claims are read.
pub struct ClaimContext<'a> {
    /// The document.
    pub document: DocumentId,
    /// The outlet that publishes the page; none when unknown.
    pub outlet: Option<String>,
    /// ISO 639-1 code of the text's language. A language without rules gives no claims.
    pub language: &'a str,
    /// Names of places.
    pub gazetteer: &'a Gazetteer,
    /// ISO 3166-1 alpha-2 codes of the countries that places are looked for in first.
    pub countries: &'a [String],
    /// Names of parties and groups, from the agreement. They help to find actors; they decide nothing.
    pub actor_aliases: &'a [String],
    /// The agency that the whole text is credited to.
    pub text_agency: Option<String>,
}

/// Longest text of one block that is read, in bytes: no paragraph of news is as long, and the rest of a broken page is left out
/// of the claims (it stays in the document).
const MAX_BLOCK: usize = 100_000;

/// Reads the claims of a document, ordered by place, then kind. Spans are bytes of the captured file.
#[must_use]
pub fn read_claims(text: &SourceText, blocks: &[Block], ctx: &ClaimContext<'_>) -> Vec<Claim> {
    let Some(language) = rules::Language::get(ctx.language) else { return Vec::new() };
    let aliases = tokens::Aliases::new(ctx.actor_aliases, &language.words);
    let mut reader = assemble::Reader::new(text, ctx, language);
    for block in blocks {
        let caption = block.kind == BlockKind::Caption || block.fate == Fate::Cut(CutReason::Caption);
        let furniture = matches!(block.kind, BlockKind::Byline | BlockKind::CreditLine | BlockKind::PageDate);
        if !(caption || block.fate == Fate::Main && !furniture) {
            continue;
        }
        let range = block.span.range();
        let Some(piece) = text.text.get(range.clone()) else { continue };
        let mut end = piece.len().min(MAX_BLOCK);
        while !piece.is_char_boundary(end) {
            end -= 1;
        }
        let kind = if caption { BlockKind::Caption } else { block.kind };
        let paragraph =
            sentences::Paragraph::new(&text.text, range.start..range.start + end, kind, &language.words, &aliases);
        reader.paragraph(&paragraph);
    }
    reader.finish()
}
