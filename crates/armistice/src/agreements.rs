//! Agreement files: read from disk, adopted into the register in parts, and read back from there.
//!
//! Must not: interpret an agreement; `armistice-core` does.

use crate::{
    failure::{Exit, Failure},
    mission::PAYLOAD_MAX,
};
use armistice_core::{
    agreement::{self, Agreement, problem::Severity},
    record::Record,
    statement::Body,
};
use sha2::{Digest as _, Sha256};
use std::{io::Read as _, path::Path};

/// An agreement, and the bytes that it was read from.
#[derive(Debug)]
pub struct AgreementFile {
    /// The agreement.
    pub agreement: Agreement,
    /// The file.
    pub bytes: Vec<u8>,
    /// Its digest.
    pub sha256: [u8; 32],
    /// What the checker warns of.
    pub warnings: Vec<String>,
}

/// The largest agreement file.
const FILE_MAX: u64 = 4 << 20;

/// Room for the rest of a statement beside a part of the file.
const PART_MAX: usize = PAYLOAD_MAX - 1024;

/// The bytes of an agreement file.
pub fn bytes_of(path: &Path) -> Result<Vec<u8>, Failure> {
    let cannot = |e: std::io::Error| {
        let exit = match e.kind() {
            std::io::ErrorKind::NotFound => Exit::NotFound,
            std::io::ErrorKind::PermissionDenied => Exit::Denied,
            // The kinds of the system are not ours to list.
            _ => Exit::Failed,
        };
        Failure::new(exit, format!("{}: {e}", path.display()), "Give the agreement's TOML file.")
    };
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(cannot)?;
    file.take(FILE_MAX + 1).read_to_end(&mut bytes).map_err(cannot)?;
    if bytes.len() as u64 > FILE_MAX {
        return Err(Failure::new(
            Exit::InputRefused,
            format!("{}: an agreement file has at most {FILE_MAX} bytes", path.display()),
            "Give the agreement's TOML file.",
        ));
    }
    Ok(bytes)
}

/// Reads and checks a file. All its problems are named, not only the first.
pub fn read_file(path: &Path) -> Result<AgreementFile, Failure> {
    parse(bytes_of(path)?).map_err(|problems| {
        Failure::new(
            Exit::InputRefused,
            format!("{} is no agreement that can be used:\n{}", path.display(), problems.join("\n")),
            "Mend the lines named above; docs/agreement-language.md describes the format.",
        )
    })
}

/// Reads the bytes of an agreement file, or says everything that is wrong with them.
pub fn parse(bytes: Vec<u8>) -> Result<AgreementFile, Vec<String>> {
    let text = std::str::from_utf8(&bytes).map_err(|e| vec![format!("  byte {}: not UTF-8", e.valid_up_to())])?;
    let (agreement, problems) = agreement::parse(text);
    let lines: Vec<(Severity, String)> = problems.iter().map(|p| (p.severity(), format!("  {p}"))).collect();
    let bad = lines.iter().any(|(s, _)| *s == Severity::Error);
    let lines: Vec<String> = lines.into_iter().map(|(_, l)| l).collect();
    match agreement {
        Some(agreement) if !bad => {
            let sha256 = Sha256::digest(&bytes).into();
            Ok(AgreementFile { agreement, bytes, sha256, warnings: lines })
        }
        _ => Err(lines),
    }
}

/// The statements that adopt an agreement.
#[must_use]
pub fn adopt(file: &AgreementFile) -> Vec<Body> {
    let parts = file.bytes.chunks(PART_MAX);
    let total = u32::try_from(parts.len()).unwrap_or(u32::MAX);
    parts
        .zip(0..)
        .map(|(bytes, part)| Body::AgreementAdopted { sha256: file.sha256, part, parts: total, bytes: bytes.to_vec() })
        .collect()
}

/// The agreements of a record, in the order in which they were adopted; and those that cannot be used, with why.
#[must_use]
pub fn of_record(record: &Record) -> (Vec<AgreementFile>, Vec<(String, String)>) {
    let mut order: Vec<_> = record.agreements.iter().map(|(sha, text)| (text.adopted.first(), sha, text)).collect();
    order.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for (_, sha256, text) in order {
        let name = data_encoding::HEXLOWER.encode(sha256);
        let Some(bytes) = text.bytes() else {
            problems.push((name, "a part of its text is not here yet".to_owned()));
            continue;
        };
        if Sha256::digest(&bytes)[..] != sha256[..] {
            problems.push((name, "its parts do not give the digest that was adopted".to_owned()));
            continue;
        }
        match parse(bytes) {
            Ok(file) => files.push(file),
            Err(lines) => problems.push((name, lines.join(" "))),
        }
    }
    (files, problems)
}
