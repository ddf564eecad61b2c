//! What the program prints for machines. Versioned, frozen, and apart from the domain types.
//!
//! Must not: serialise domain types by derive; conversions are written by hand.

pub mod brief_v1;
pub mod document;
pub mod drawing;
pub mod html;
pub mod report_v1;
pub mod sealed_v1;
pub mod select;
pub mod text;
