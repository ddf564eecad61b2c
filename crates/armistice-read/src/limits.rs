//! Every limit of the reader, in one place, each with its reason.
//!
//! Must not: hold anything but constants.

/// The largest document that is read, in bytes. The longest saved news pages seen are below 10 MiB; spans are `u32`.
pub const MAX_DOCUMENT_BYTES: usize = 32 * 1024 * 1024;

/// Bytes looked at to tell the format and a declared charset. HTML asks for the charset in the first 1024; real pages
/// put scripts first.
pub const SNIFF_BYTES: usize = 16 * 1024;

/// More control characters than one in this many bytes and a file is taken for binary.
pub const CONTROL_ONE_IN: usize = 50;

/// Open elements that are tracked. Browsers stop at 512; deeper tags still split text but carry no features.
pub const MAX_HTML_DEPTH: usize = 512;

/// Tags that are read before the rest of a page counts as markup. The largest pages of WCXB have some 40,000.
pub const MAX_HTML_TAGS: usize = 1_000_000;

/// Attributes that are looked at in one tag, and bytes of one attribute value that are kept.
pub const MAX_ATTRIBUTES: usize = 64;
/// Attributes of one tag after which the rest of that tag is skipped. The tokenizer goes one call deeper with each
/// quoted attribute (html5gum 0.9), and worker threads have 2 MiB of stack; real tags have a few dozen at most.
pub const MAX_TAG_ATTRIBUTES: usize = 192;
/// See [`MAX_ATTRIBUTES`]. Long values are data URIs and inline scripts.
pub const MAX_ATTRIBUTE_BYTES: usize = 4096;

/// Lines of one document that the line model judges; what follows is kept without a judgement. The largest news pages
/// have some 5,000.
pub const MAX_LINES: usize = 50_000;

/// Pages larger than this, with more tags than this, or nested deeper than this do not go to the DOM extractor (its
/// time and stack grow faster than the page); the line model judges alone.
pub const MAX_DOM_BYTES: usize = 4 * 1024 * 1024;
/// See [`MAX_DOM_BYTES`].
pub const MAX_DOM_TAGS: usize = 40_000;
/// See [`MAX_DOM_BYTES`].
pub const MAX_DOM_DEPTH: usize = 200;

/// Bytes of one JSON-LD block that are searched for dates and names.
pub const MAX_JSON_LD_BYTES: usize = 512 * 1024;

/// Dates of one document that are listed. A page with more is an archive list, not an article.
pub const MAX_PAGE_DATES: usize = 2_000;

/// Warnings of one kind that are spelled out with their place; the rest are counted.
pub const MAX_WARNINGS: usize = 20;
