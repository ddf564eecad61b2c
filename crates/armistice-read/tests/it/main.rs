//! The one test binary of this crate.

mod claims;
mod claims_acts;
mod claims_kinds;
mod claims_scenarios;
mod claims_seeds;
mod claims_speech;
