//! The one test binary of this crate.

mod claims;
mod claims_acts;
mod claims_kinds;
mod claims_scenarios;
mod claims_seeds;
mod claims_speech;
mod decode;
mod elements;
mod elements_places;
mod holders;
mod lineage;
mod maintext;
mod meta;
mod seeds;
