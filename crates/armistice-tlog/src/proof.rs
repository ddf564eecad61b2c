//! Stub until the owner's module is merged.
//!
//! Must not: stay.
#![allow(missing_docs)]
use crate::hash::Hash;
use crate::note::Note;
use data_encoding::BASE64;
#[derive(Debug, Clone)]
pub struct Proof {
    index: u64,
    hashes: Vec<Hash>,
    note: Note,
}
impl Proof {
    pub fn new(index: u64, hashes: Vec<Hash>, note: Note) -> Proof { Proof { index, hashes, note } }
    pub fn parse(bytes: &[u8]) -> Result<Proof, String> {
        let text = core::str::from_utf8(bytes).map_err(|e| e.to_string())?;
        let (head, rest) = text.split_once("\n\n").ok_or("no blank line")?;
        let mut lines = head.lines();
        if lines.next() != Some("c2sp.org/tlog-proof@v1") { return Err("header".into()); }
        let index = lines.next().and_then(|l| l.strip_prefix("index ")).and_then(|n| n.parse().ok()).ok_or("index")?;
        let mut hashes = Vec::new();
        for line in lines {
            let b: [u8; 32] = BASE64.decode(line.as_bytes()).ok().and_then(|b| b.try_into().ok()).ok_or("hash")?;
            hashes.push(Hash::from_bytes(b));
        }
        Ok(Proof { index, hashes, note: Note::parse(rest.as_bytes()).map_err(|e| e.to_string())? })
    }
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut s = format!("c2sp.org/tlog-proof@v1\nindex {}\n", self.index);
        for h in &self.hashes { s += &BASE64.encode(h.as_bytes()); s.push('\n'); }
        s.push('\n');
        [s.as_bytes(), &self.note.to_bytes()].concat()
    }
    pub fn index(&self) -> u64 { self.index }
    pub fn hashes(&self) -> &[Hash] { &self.hashes }
    pub fn note(&self) -> &Note { &self.note }
}
