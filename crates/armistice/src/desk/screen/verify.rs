//! A bundle or evidence that somebody holds, checked as `armistice verify` checks it; and the bundle of a statement.
//!
//! Must not: keep what was sent, or say what a proof shows without what it does not.

use super::{
    Context, Screen,
    files::Part,
    shown,
    values::{self, list, text, texts, word},
};
use crate::{
    cli::{terminal::Terminal, verify},
    desk::{locale::Locale, page::Shell, problem::Problem},
    prove::{self, Wanted},
};
use armistice_tlog::verdict::Anchors;
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use maud::{Markup, html};
use serde::Serialize;
use serde_json::Value;

/// The form, and what came of a file.
#[derive(Debug, Default, Serialize)]
pub struct Verify {
    /// As `armistice verify --json` prints it; `null`: nothing was sent yet.
    pub verdict: Option<Value>,
}

/// The empty form.
pub fn view(_: &Context) -> Result<Verify, Problem> {
    Ok(Verify::default())
}

/// Checks a file. Nothing of it is kept.
pub fn check(asked: &Context, parts: Vec<Part>) -> Result<Response, Problem> {
    Ok(shown(asked, StatusCode::OK, &Verify { verdict: Some(verdict_of(parts)?) }))
}

/// What is to be said of a file that was sent.
pub fn verdict_of(parts: Vec<Part>) -> Result<Value, Problem> {
    let mut anchors = Anchors::default();
    let keys = parts.iter().filter(|p| p.field == "key" && p.file.is_none());
    for key in
        keys.flat_map(|p| String::from_utf8_lossy(&p.bytes).split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    {
        let read = Anchors::parse_key(&key).ok_or_else(|| {
            Problem::new(422, "That is no key.", "A key has 64 hexadecimal digits.").at("key", "64 hexadecimal digits")
        })?;
        anchors.keys.push(read);
    }
    let file = parts.into_iter().find(|p| p.file.is_some() && !p.bytes.is_empty());
    let file = file.ok_or_else(|| Problem::new(422, "No file was sent.", "Choose the file that you were given."))?;
    let terminal = Terminal::keeping();
    let evidence = file.file.as_deref().is_some_and(|n| n.ends_with(crate::mission::forks::ENDING));
    verify::of_bytes(&file.bytes, &anchors, evidence, &terminal)?;
    let (result, _) = terminal.kept();
    serde_json::from_str(&result).map_err(|e| Problem::new(500, e.to_string(), "Report this."))
}

/// The bundle of a statement: its id, or `member#index`.
pub fn bundle(asked: &Context) -> Result<Response, Problem> {
    let id = asked.named("id");
    let proved = prove::prove(&asked.desk.mission, id, &Wanted::default())?;
    // The path names a statement; what is restricted is what the statement is about.
    let mut hidden = asked.reader.sight.hidden.iter().filter_map(|key| key.split_once(':'));
    if hidden.any(|(_, thing)| proved.about.contains(thing)) {
        return Err(Problem::not_here("statement of this id"));
    }
    let safe: String = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(64).collect();
    Ok((
        [
            (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
            (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{safe}.armistice\"")),
        ],
        proved.bytes,
    )
        .into_response())
}

impl Screen for Verify {
    fn title(&self, locale: &Locale) -> String {
        locale.t("verify-title")
    }

    fn place(&self) -> &'static str {
        "/verify"
    }

    fn body(&self, shell: &Shell<'_>) -> Markup {
        let l = shell.locale;
        html! {
            @if let Some(v) = &self.verdict { (outcome(v, l)) }
            (form(&super::files::action(shell, "/verify"), l))
            p { (l.t("verify-offline")) ": " code dir="ltr" { "armistice verify FILE --key KEY" } }
        }
    }
}

/// The form for a file.
#[must_use]
pub fn form(action: &str, l: &Locale) -> Markup {
    html! {
            form class="stack" method="post" action=(action) enctype="multipart/form-data" {
                p { (l.t("verify-note")) }
                p class="field" { label for="verify-file" { (l.t("verify-file")) } input id="verify-file" type="file" name="file" accept=".armistice,.evidence,application/octet-stream" required; }
                p class="field" { label for="verify-key" { (l.t("verify-key")) } input id="verify-key" name="key" dir="ltr" maxlength="600" spellcheck="false" autocomplete="off"; }
                button class="button" { (l.t("do-verify")) }
            }
    }
}

/// A verdict as people read it; what it does not prove comes last.
#[must_use]
pub fn outcome(v: &Value, l: &Locale) -> Markup {
    let answer = text(v, "answer");
    let sign = match answer {
        "valid" => ("good", "✔"),
        "invalid" => ("bad", "✘"),
        _ => ("open", "?"),
    };
    html! {
        section class="box verify" role="status" aria-labelledby="verdict" {
            h2 id="verdict" class=(sign.0) { (sign.1) " " (word(l, "verify", answer)) }
            @if !text(v, "says").is_empty() { p { (text(v, "says")) } }
            @if let Some(s) = v.get("statement").filter(|s| !s.is_null()) {
                dl class="facts" {
                    dt { (l.t("verify-statement")) } dd { code class="digest" { (text(s, "id")) } " " (word(l, "statement", text(s, "kind"))) }
                    dt { (l.t("col-register")) } dd { bdi { (text(s, "origin")) } @if let Some(n) = s.get("index").and_then(Value::as_i64) { " #" (l.number(n)) } }
                    @if let Some(t) = s.get("asserted").and_then(Value::as_i64) { dt { (l.t("verify-time")) } dd { (values::moment(t, l)) } }
                }
            }
            @if !list(v, "findings").is_empty() { h3 { (l.t("verify-checked")) }
                ul class="checks" { @for f in list(v, "findings") { li class=(match text(f, "state") { "holds" => "good", "fails" => "bad", _ => "" }) {
                    (match text(f, "state") { "holds" => "✔", "fails" => "✘", "open" => "?", _ => "·" }) " " span class="visually-hidden" { (word(l, "check", text(f, "state"))) } " " bdi { (text(f, "sentence")) } } } } }
            h3 { (l.t("verify-limits")) }
            ul { @for s in texts(v, "not_proven") { li { bdi { (s) } } } }
            p { (l.t("verify-limits-said")) }
        }
    }
}
