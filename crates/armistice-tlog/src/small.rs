//! The page's own primitives: SHA-2, Keccak, Ed25519 and ML-DSA-44 in few bytes, to check and never to sign (docs/adr/0011).
//!
//! Must not: be what the program checks with, or meet a secret. Nothing here is constant in time, and all of it is slower than the libraries.
//!
//! A page that somebody keeps has to be small, and the libraries are made to be fast. These give the same answers in a fifth of the code:
//! tables are computed instead of stored, and what a reader's machine does in a hundredth of a second is not made faster. The feature
//! `small` puts them in the place of the libraries; without it they are compiled for the tests that hold them to the libraries.

pub mod ed25519;
pub mod keccak;
pub mod mldsa;
pub mod sha2;
