//! Sealed items in the brief, version 1: what everybody may see of them, and the sentences that say it.
//!
//! Must not: hold anything that is sealed. A revealed field is shown only when it matches what was sealed.

use super::text::counted;
use crate::cli::terminal::printable;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// A field that was opened to everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpenField {
    /// Where it stands: `source.phone`.
    pub path: String,
    /// What it holds.
    pub value: Value,
}

/// A hand-over, as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Released {
    /// How many fields and files.
    pub fields: u32,
    /// To whom.
    pub to: String,
    /// Why.
    pub why: String,
    /// Until when it may be used; `null`: nothing was agreed.
    pub until: Option<String>,
}

/// An erasure, as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Erased {
    /// `fields` or `all`.
    pub scope: String,
    /// On which basis.
    pub basis: String,
    /// Who decided it.
    pub by: String,
}

/// A sealed item as everybody sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SealedItem {
    /// Its id.
    pub id: String,
    /// The member who sealed it; `null` while only others speak of it.
    pub sealed_by: Option<String>,
    /// The public label.
    pub about: String,
    /// The most fields that it can have: a class, no count.
    pub fields_at_most: u32,
    /// Sealed files.
    pub files: u32,
    /// Members that it is to be opened together with.
    pub together: Vec<String>,
    /// The opening together that it belongs to.
    pub opening_together: Option<OpeningTogether>,
    /// What was opened to everybody and matches what was sealed.
    pub revealed: Vec<OpenField>,
    /// Whether every leaf was opened, so that no second value of a field can be held back.
    pub wholly_open: bool,
    /// Hand-overs.
    pub released: Vec<Released>,
    /// Erasures.
    pub erased: Vec<Erased>,
    /// What does not fit: openings that do not match, two sealings under one id.
    pub problems: Vec<String>,
}

/// Whether all had sealed before anybody opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpeningTogether {
    /// How many items each member sealed under the label; more than one lets it choose.
    pub sealed: BTreeMap<String, u32>,
    /// Who has opened.
    pub opened: Vec<String>,
    /// `nobody_opened`, `all_sealed_first`, `not_shown`: whether all had sealed before anybody opened.
    pub order: String,
}

impl SealedItem {
    /// The item in one line, then a line for each thing that happened to it.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let by = self.sealed_by.as_deref().map_or_else(|| "not yet received".to_owned(), |m| format!("sealed by {m}"));
        let about = if self.about.is_empty() { String::new() } else { format!(" ({})", printable(&self.about)) };
        let files = if self.files == 0 {
            String::new()
        } else {
            format!(", {}", counted(self.files as usize, "file", "files"))
        };
        let mut out = vec![format!("{}{about}: {by}, at most {} fields{files}", self.id, self.fields_at_most)];
        for field in &self.revealed {
            let value = field.value.as_str().map_or_else(|| field.value.to_string(), str::to_owned);
            out.push(format!("revealed: {} is {}", printable(&field.path), printable(&value)));
        }
        if !self.released.is_empty() {
            out.push(format!("released {}", counted(self.released.len(), "time", "times")));
        }
        for erased in &self.erased {
            let by = printable(&erased.by);
            out.push(format!("erased ({}) by {by}: {}", erased.scope, printable(&erased.basis)));
        }
        if let Some(t) = &self.opening_together {
            out.push(match t.order.as_str() {
                "nobody_opened" => format!("to be opened together with {}; nobody has", self.together.join(", ")),
                "all_sealed_first" => "all had sealed before anybody opened".to_owned(),
                _ => "it is not shown that all had sealed before anybody opened".to_owned(),
            });
            for (member, n) in t.sealed.iter().filter(|(_, n)| **n > 1) {
                out.push(format!("{member} sealed {n} items under this label, and could choose"));
            }
        }
        out.extend(self.problems.iter().map(|p| printable(p)));
        out
    }
}
