//! How fast entries of 1 KiB are taken into a keyring, in CPU time. `cargo run --release -p armistice-tlog --example keyring_measure`
//!
//! Must not: be a test. Figures depend on the machine; docs quote them with the command.

#![expect(clippy::print_stdout, reason = "an example that prints what it measured")]

use armistice_tlog::cbor::Writer;
use armistice_tlog::entry::{Entry, Unsigned, key_id};
use armistice_tlog::envelope::Stated;
use armistice_tlog::hash::leaf_hash;
use armistice_tlog::keyring::Keyring;
use ed25519_dalek::SigningKey;
use std::time::Duration;

/// Entries, beside the one that opens the register.
const COUNT: u64 = 50_000;

/// CPU time of this process, as Linux counts it: other programs on the machine do not show.
fn cpu() -> Result<Duration, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string("/proc/self/schedstat")?;
    Ok(Duration::from_nanos(text.split(' ').next().unwrap_or_default().parse()?))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let key = SigningKey::from_bytes(&[7; 32]);
    let kid = key_id(&key.verifying_key());
    let mut entries: Vec<Vec<u8>> = Vec::new();
    for seq in 0..=COUNT {
        let (kind, body) = match seq {
            0 => {
                let w = Writer::new().map(2).integer(0).text("Truce").integer(1);
                ("mission_opened", w.bytes(key.verifying_key().as_bytes()).finish())
            }
            _ => ("padded", Writer::new().map(1).integer(0).bytes(&[0; 700]).finish()),
        };
        let prev = entries.last().map(|e| leaf_hash(e));
        let mut w = Writer::new().map(if prev.is_some() { 9 } else { 8 }).integer(0).text(kind);
        w = w.integer(1).integer(1).integer(2).text("truce").integer(3).text("observer");
        w = w.integer(4).integer(i64::try_from(seq)?);
        if let Some(prev) = prev {
            w = w.integer(5).bytes(prev.as_bytes());
        }
        let payload = w.integer(6).integer(1_700_000_000).integer(7).array(0).integer(8).bytes(&body).finish();
        let (iss, sub) = ("observer".to_owned(), "truce".to_owned());
        entries.push(Unsigned { iss, sub, iat: 1_700_000_000, kid, payload }.sign(&key)?);
    }
    let bytes: usize = entries.iter().map(Vec::len).sum();
    println!("{COUNT} entries, {} bytes each", bytes as u64 / (COUNT + 1));

    for round in 1..=3 {
        let start = cpu()?;
        let mut keyring = Keyring::open("truce/observer", &Entry::parse(&entries[0])?)?;
        for (index, bytes) in (1..).zip(&entries[1..]) {
            keyring.admit(index, &Entry::parse(bytes)?)?;
        }
        let whole = cpu()? - start;

        let start = cpu()?;
        let (mut keyring, _) = Keyring::open_stated("truce/observer", &Stated::parse(&entries[0])?)?;
        for (index, bytes) in (1..).zip(&entries[1..]) {
            keyring.admit_stated(index, &Stated::parse(bytes)?)?;
        }
        let rules = cpu()? - start;
        let per_second = |t: Duration| COUNT as f64 / t.as_secs_f64();
        println!(
            "round {round}: {:.0} entries per CPU-second with signatures, {:.0} without (form, place, rules, hash)",
            per_second(whole),
            per_second(rules)
        );
    }
    Ok(())
}
