//! What the program prints for machines. Versioned, frozen, and apart from the domain types.
//!
//! Must not: serialise domain types by derive; conversions are written by hand.

pub mod brief_v1;
pub mod case_v1;
pub mod document;
pub mod drawing;
pub mod escape;
pub mod html;
pub mod ink;
pub mod page_html;
pub mod page_pdf;
pub mod page_words;
pub mod report_v1;
pub mod sealed_v1;
pub mod select;
pub mod svg;
pub mod text;
