//! Standards of assessment: grades of sources and information, standards of proof, a second coding, and the fact apart from
//! the law.
//!
//! Must not: make one score of unlike grades, rank what cannot be judged, or use floating point.

mod admiralty;
mod coders;
mod fact;
mod proof;

pub use admiralty::{BlindView, Graded, InformationNumber, Letter, blind_view, compare, information, letters};
pub use coders::{Coder, Disagreement, FieldAgreement, PairAgreement, coder_agreement, disagreements};
pub use fact::{Axes, FactStanding, fact};
pub use proof::reaches;
