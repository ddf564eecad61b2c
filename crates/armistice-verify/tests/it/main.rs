//! The one test binary of this crate.

#[path = "../../../armistice-tlog/tests/it/bundles.rs"]
#[expect(dead_code, reason = "made for more than is needed here")]
mod bundles;
mod page;
mod same;
