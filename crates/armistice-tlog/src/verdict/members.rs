//! The members of a proof bundle: their names, and how one is put together.
//!
//! Must not: check what it packs. A bundle that does not verify can be packed; that is how the tests damage one.

use std::collections::BTreeMap;

use crate::cbor::Writer;
use crate::commitment::Disclosure;
use crate::container::{ContainerError, write};
use crate::hash::sha256;

/// The statement: one entry, exactly as logged.
pub const STATEMENT: &str = "statement.cose";
/// The proof that it is in the register (C2SP tlog-proof).
pub const PROOF: &str = "proof.tlog-proof";
/// The same proof as a COSE receipt (RFC 9942); optional.
pub const RECEIPT: &str = "receipt.cose";
/// Fields that were opened; optional.
pub const DISCLOSURES: &str = "disclosures.cbor";
/// How to check the file without this program. The same text in every bundle of this version.
pub const README: &str = "README.txt";
/// Folder of files that the statement names, each under its SHA-256.
pub const BLOBS: &str = "blobs/";
/// Folder of the register's key entries, `<index>.cose` with `<index>.tlog-proof`.
pub const REGISTRY: &str = "registry/";
/// Folder of the checkpoint notes that the statement names in `seen`, each under its SHA-256.
pub const BEACONS: &str = "beacons/";
/// Folder of policies, `<name>.txt` (C2SP tlog-policy with a `log` line).
pub const POLICIES: &str = "policies/";

/// The text of [`README`].
pub const README_TEXT: &str = include_str!("README.txt");

/// SHA-256 of [`README_TEXT`] in hexadecimal: a verifier that must be small does not carry the text.
pub const README_SHA256: &str = "2187c2e3e862bfdea505528a28a8188e3a8f22a79f80d5c7c0ce9fe01d8909f1";

/// What goes into a bundle.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// The entry, exactly as logged.
    pub statement: Vec<u8>,
    /// Its proof, a C2SP tlog-proof.
    pub proof: Vec<u8>,
    /// Its COSE receipt.
    pub receipt: Option<Vec<u8>>,
    /// Fields that are opened.
    pub disclosures: Vec<Disclosure>,
    /// Files that the statement names.
    pub blobs: Vec<Vec<u8>>,
    /// The register's key entries by index, each with its proof in the same checkpoint.
    pub registry: BTreeMap<u64, (Vec<u8>, Vec<u8>)>,
    /// The checkpoint notes that the statement names.
    pub beacons: Vec<Vec<u8>>,
    /// Policies by name (letters, digits, `.`, `-`, `_`).
    pub policies: BTreeMap<String, Vec<u8>>,
}

impl Parts {
    /// The members by name, README included.
    #[must_use]
    pub fn members(&self) -> BTreeMap<String, Vec<u8>> {
        let mut members = BTreeMap::from([
            (README.to_owned(), README_TEXT.as_bytes().to_vec()),
            (STATEMENT.to_owned(), self.statement.clone()),
            (PROOF.to_owned(), self.proof.clone()),
        ]);
        if let Some(receipt) = &self.receipt {
            members.insert(RECEIPT.to_owned(), receipt.clone());
        }
        if !self.disclosures.is_empty() {
            let list = Writer::new().array(self.disclosures.len());
            let list = self.disclosures.iter().fold(list, |w, one| w.bytes(&one.encode()));
            members.insert(DISCLOSURES.to_owned(), list.finish());
        }
        for (folder, files) in [(BLOBS, &self.blobs), (BEACONS, &self.beacons)] {
            for bytes in files {
                members.insert(format!("{folder}{}", sha256(bytes)), bytes.clone());
            }
        }
        for (index, (entry, proof)) in &self.registry {
            members.insert(format!("{REGISTRY}{index}.cose"), entry.clone());
            members.insert(format!("{REGISTRY}{index}.tlog-proof"), proof.clone());
        }
        for (name, text) in &self.policies {
            members.insert(format!("{POLICIES}{name}.txt"), text.clone());
        }
        members
    }

    /// The bundle. The same parts give the same bytes.
    pub fn pack(&self) -> Result<Vec<u8>, ContainerError> {
        write(&self.members())
    }
}
