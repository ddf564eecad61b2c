//! Two documents side by side: the runs that they share, and what was changed in them.
//!
//! Must not: say who copied whom; the bond and its reasons do.

use super::{
    Context, Screen,
    reader::{self, Mark, Of, Shown},
};
use crate::{
    desk::{locale::Locale, page::Shell, problem::Problem},
    output::brief_v1 as brief,
};
use maud::{Markup, html};
use schemars::JsonSchema;
use serde::Serialize;

/// Two documents that share text.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Beside {
    /// The one.
    pub a: Side,
    /// The other.
    pub b: Side,
    /// The runs; `null` when the two share no text.
    pub copy: Option<brief::Copy>,
}

/// One of the two.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Side {
    /// The document.
    pub document: brief::Document,
    /// Its text, marked where it stands in the other too.
    pub blocks: Vec<Shown>,
    /// Why there is no text.
    pub missing: Option<String>,
    /// Main text that stands in the other too, in hundredths of its bytes; `null` without text.
    pub share: Option<u32>,
}

/// The two documents that are named in the path.
pub fn view(asked: &Context) -> Result<Beside, Problem> {
    let all = &asked.brief;
    let (a, b) = (asked.named("id"), asked.named("other"));
    let copy = all.copies.iter().find(|c| (c.a == a && c.b == b) || (c.a == b && c.b == a));
    let side = |id: &str, other: &str| {
        let document =
            all.documents.iter().find(|d| d.id == id).ok_or_else(|| Problem::not_here("document of this id"))?;
        let marks: Vec<Mark> = copy
            .iter()
            .flat_map(|c| c.runs.iter().map(|r| if c.a == id { r.a } else { r.b }))
            .map(|span| Mark { span, of: Of::Copy(other.to_owned()) })
            .collect();
        let (blocks, missing) = match reader::text_of(asked, document) {
            Ok(read) => (reader::blocks(&read, &marks), None),
            Err(why) => (Vec::new(), Some(why)),
        };
        let main = blocks.iter().filter(|b| b.cut.is_none()).flat_map(|b| &b.pieces);
        let (mut whole, mut shared) = (0, 0);
        for piece in main {
            whole += piece.text.len();
            shared += if piece.copied.is_empty() { 0 } else { piece.text.len() };
        }
        let share = (shared * 100).checked_div(whole).and_then(|s| u32::try_from(s).ok());
        Ok::<_, Problem>(Side { document: document.clone(), blocks, missing, share })
    };
    Ok(Beside { a: side(a, b)?, b: side(b, a)?, copy: copy.cloned() })
}

impl Screen for Beside {
    fn title(&self, locale: &Locale) -> String {
        locale.t("beside-title")
    }

    fn place(&self) -> &'static str {
        "/inbox"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            @match &self.copy {
                Some(c) => { p { (shell.pill("bond", &c.bond)) " " @for r in &c.reasons { (r) " " } } }
                None => { p class="empty" { (l.t("beside-nothing")) } }
            }
            div class="beside" data-island="reader" {
                @for side in [&self.a, &self.b] {
                    section lang=[side.document.language.as_deref()] {
                        h2 { a href={ "/documents/" (side.document.id) } { (shell.name(side.document.title.as_deref().unwrap_or(&side.document.file))) } }
                        p class="note" { (l.time(&side.document.published)) @if let Some(s) = side.share { " · " (l.t_with("beside-share", &[("percent", i64::from(s).into())])) } }
                        @if let Some(why) = &side.missing { p class="problem" role="alert" { (l.t("reader-missing")) " " (why) } }
                        (reader::text(&side.blocks, side.document.language.as_deref(), l))
                    }
                }
            }
        }
    }
}
