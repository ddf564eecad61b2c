//! Blocks: the paragraphs, headings and lines of a page, and what became of each.
//!
//! Must not: decide anything; the classifiers in `maintext` do.

use armistice_core::span::Span;

/// What a block is on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The article's own headline.
    Title,
    /// A heading inside the article.
    Heading,
    /// Running text.
    Paragraph,
    /// A list item.
    ListItem,
    /// A pull quote or block quotation.
    Quote,
    /// Cells of one table row.
    TableRow,
    /// Text that belongs to a picture or video (may end in a photo credit).
    Caption,
    /// Who wrote it ("By …", an agency's name alone on a line).
    Byline,
    /// Where the whole text is from ("Courtesy: …", "Source: …").
    CreditLine,
    /// A date that the page shows (header, "Published …").
    PageDate,
    /// None of these.
    Other,
}

/// Why a block is not main text. The reader greys it and says this; it is never lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CutReason {
    /// Tags, scripts, styles, comments and attributes of a marked-up page.
    Markup,
    /// White space between blocks.
    Whitespace,
    /// Menus, breadcrumbs, "skip to content", site header and footer.
    Navigation,
    /// Share buttons, sign-up boxes, sorters, players, other widgets.
    Widget,
    /// Reader comments and their prompts.
    Comments,
    /// Links to and headlines of other articles.
    RelatedLink,
    /// Captions of pictures and video, with their photo credits. Not text credits.
    Caption,
    /// The article's own headline (kept apart as the document's title).
    Title,
    /// The byline.
    Byline,
    /// A credit line for the whole text.
    CreditLine,
    /// Dates shown by the page (its header, or the publication line).
    PageDate,
    /// Cookie, copyright and legal notices.
    Legal,
    /// Advertisements.
    Advertisement,
    /// Error notices ("this page is not available").
    ErrorNotice,
    /// The same text again.
    Repeat,
    /// Not main text, and nothing says what else.
    Other,
}

/// Whether a block belongs to the main text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// Main text.
    Main,
    /// Cut, with its reason.
    Cut(CutReason),
}

/// One block, as a span of the clean text ([`crate::source::SourceText`]). Blocks are in order and do not overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Bytes of the clean text.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Kept or cut.
    pub fate: Fate,
}
