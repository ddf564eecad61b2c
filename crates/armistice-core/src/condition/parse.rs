//! Reads a condition. An error says at which byte, what was expected there, what was found, and what to do.
//!
//! Must not: accept what it does not understand, or need more stack than the depth limit allows.

use super::{Condition, Confirmed, Length, Subject, Time};
use crate::agreement::name::{ObligationId, is_name};
use crate::limits;
use jiff::civil::{Date, DateTime};

/// What is wrong with a condition.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("At byte {at}: expected {expected}, found {found}. {next_step}")]
pub struct ConditionError {
    /// Offset in bytes, from 0.
    pub at: usize,
    /// What could have stood there.
    pub expected: String,
    /// What stands there.
    pub found: String,
    /// What to do.
    pub next_step: String,
}

const TERMS: [&str; 8] = ["at", "within", "all", "any", "not", "met", "no", "guarantors_confirm"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Letters, digits and `_ - .`, beginning with a letter.
    Word,
    /// Digits, `-`, `:` and `T`, beginning with a digit.
    Time,
    /// In double quotes, without them.
    Quoted,
    Open,
    Close,
    Comma,
    Colon,
    End,
    /// Anything else.
    Other,
}

#[derive(Clone, Copy)]
struct Token<'t> {
    kind: Kind,
    text: &'t str,
    at: usize,
}

impl Token<'_> {
    fn shown(&self) -> String {
        match self.kind {
            Kind::End => "the end".to_owned(),
            Kind::Quoted => "words in quotes".to_owned(),
            Kind::Word | Kind::Time | Kind::Open | Kind::Close | Kind::Comma | Kind::Colon | Kind::Other => {
                let mut text: String =
                    self.text.chars().take(40).map(|c| if c.is_control() { ' ' } else { c }).collect();
                if self.text.chars().count() > 40 {
                    text.push('…');
                }
                format!("`{text}`")
            }
        }
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    terms: usize,
}

/// Reads a condition; all of `text` must be one.
///
/// # Errors
///
/// The first mistake: where it stands, what was expected, what was found, and what to do.
pub fn parse(text: &str) -> Result<Condition, ConditionError> {
    if text.len() > limits::CONDITION_BYTES {
        return Err(ConditionError {
            at: limits::CONDITION_BYTES,
            expected: format!("at most {} bytes", limits::CONDITION_BYTES),
            found: format!("{}", text.len()),
            next_step: "Split it into several conditions: all of a list must hold.".to_owned(),
        });
    }
    let mut reader = Reader { text, at: 0, terms: 0 };
    let condition = reader.condition(0)?;
    let end = reader.next();
    if end.kind == Kind::End {
        Ok(condition)
    } else {
        Err(wrong(end, "the end", "Join several conditions with `all(…, …)` or `any(…, …)`."))
    }
}

fn wrong(token: Token<'_>, expected: &str, next_step: &str) -> ConditionError {
    ConditionError {
        at: token.at,
        expected: expected.to_owned(),
        found: token.shown(),
        next_step: next_step.to_owned(),
    }
}

impl<'t> Reader<'t> {
    fn next(&mut self) -> Token<'t> {
        let rest = self.text.get(self.at..).unwrap_or("");
        let trimmed = rest.trim_start();
        let start = self.at + rest.len() - trimmed.len();
        let run = |ok: fn(char) -> bool| trimmed.find(|c| !ok(c)).unwrap_or(trimmed.len());
        let (kind, from, len, all) = match trimmed.chars().next() {
            None => (Kind::End, 0, 0, 0),
            Some('(') => (Kind::Open, 0, 1, 1),
            Some(')') => (Kind::Close, 0, 1, 1),
            Some(',') => (Kind::Comma, 0, 1, 1),
            Some(':') => (Kind::Colon, 0, 1, 1),
            Some('"') => match trimmed.get(1..).and_then(|s| s.find('"')) {
                Some(len) => (Kind::Quoted, 1, len, len + 2),
                None => (Kind::Other, 0, 1, 1),
            },
            Some(c) if c.is_ascii_alphabetic() => {
                let len = run(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'));
                (Kind::Word, 0, len, len)
            }
            Some(c) if c.is_ascii_digit() => {
                let len = run(|c| c.is_ascii_digit() || matches!(c, '-' | ':' | 'T'));
                (Kind::Time, 0, len, len)
            }
            Some(c) => (Kind::Other, 0, c.len_utf8(), c.len_utf8()),
        };
        self.at = start + all;
        Token { kind, text: trimmed.get(from..from + len).unwrap_or(""), at: start }
    }

    fn peek(&mut self) -> Token<'t> {
        let at = self.at;
        let token = self.next();
        self.at = at;
        token
    }

    fn expect(&mut self, kind: Kind, expected: &str, next_step: &str) -> Result<Token<'t>, ConditionError> {
        let token = self.next();
        if token.kind == kind { Ok(token) } else { Err(wrong(token, expected, next_step)) }
    }

    fn condition(&mut self, depth: usize) -> Result<Condition, ConditionError> {
        let token = self.next();
        let known = || TERMS.iter().map(|t| format!("`{t}(…)`")).collect::<Vec<_>>().join(", ");
        if token.kind != Kind::Word {
            return Err(wrong(token, "a condition", &format!("Known: {}.", known())));
        }
        self.terms += 1;
        if self.terms > limits::CONDITION_TERMS || depth >= limits::CONDITION_DEPTH {
            let expected = format!(
                "at most {} conditions, nested at most {} deep",
                limits::CONDITION_TERMS,
                limits::CONDITION_DEPTH
            );
            return Err(wrong(token, &expected, "Split it into several conditions: all of a list must hold."));
        }
        if !TERMS.contains(&token.text) {
            return Err(wrong(token, "a condition", &format!("Known: {}.", known())));
        }
        self.expect(Kind::Open, "`(`", "Write what the condition is about in brackets.")?;
        let condition = match token.text {
            "at" => Condition::At(self.time()?),
            "within" => {
                let length = self.length()?;
                self.comma("`, of: <event>`")?;
                self.label("of", "Write `within(P14D, of: <id>.signed)`.")?;
                let of = self.expect(
                    Kind::Word,
                    "an event such as `DM.signed`",
                    "Name the agreement or an instrument, then `.signed` or `.effective`.",
                )?;
                if !of.text.ends_with(".signed") && !of.text.ends_with(".effective") {
                    return Err(wrong(
                        of,
                        "an event such as `DM.signed`",
                        "Name the agreement or an instrument, then `.signed` or `.effective`.",
                    ));
                }
                Condition::Within { length, of: of.text.to_owned() }
            }
            "all" => Condition::All(self.list(depth)?),
            "any" => Condition::Any(self.list(depth)?),
            "not" => Condition::Not(Box::new(self.condition(depth + 1)?)),
            "met" => {
                let id = self.expect(Kind::Word, "the id of an obligation", "Write `met(<id>)`.")?;
                Condition::Met(ObligationId::new(id.text))
            }
            "no" => self.no()?,
            // The list above leaves one.
            _ => {
                let said = self.next();
                Condition::GuarantorsConfirm(match said.kind {
                    Kind::Word if is_name(said.text) => Confirmed::Statement(said.text.to_owned()),
                    Kind::Quoted if !said.text.trim().is_empty() => Confirmed::Words(said.text.to_owned()),
                    Kind::Word
                    | Kind::Quoted
                    | Kind::Time
                    | Kind::Open
                    | Kind::Close
                    | Kind::Comma
                    | Kind::Colon
                    | Kind::End
                    | Kind::Other => {
                        return Err(wrong(
                            said,
                            "the id of a statement, or words in double quotes",
                            "Write `guarantors_confirm(<id>)` or `guarantors_confirm(\"…\")`.",
                        ));
                    }
                })
            }
        };
        self.expect(Kind::Close, "`)`", &format!("Close the bracket of `{}(`.", token.text))?;
        Ok(condition)
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Condition>, ConditionError> {
        let mut items = vec![self.condition(depth + 1)?];
        while self.peek().kind == Kind::Comma {
            self.next();
            items.push(self.condition(depth + 1)?);
        }
        Ok(items)
    }

    fn comma(&mut self, expected: &str) -> Result<(), ConditionError> {
        self.expect(Kind::Comma, expected, "Add what is missing.").map(|_| ())
    }

    fn label(&mut self, label: &str, next_step: &str) -> Result<(), ConditionError> {
        let expected = format!("`{label}:`");
        let token = self.expect(Kind::Word, &expected, next_step)?;
        if token.text != label {
            return Err(wrong(token, &expected, next_step));
        }
        self.expect(Kind::Colon, "`:`", next_step).map(|_| ())
    }

    fn length(&mut self) -> Result<Length, ConditionError> {
        let token = self.next();
        let expected = "a length of time such as `P14D`";
        let next_step = "Use years, months, weeks and days: `P6M`, `P14D`; hours are not known here.";
        match token.kind {
            Kind::Word => Length::new(token.text).ok_or_else(|| wrong(token, expected, next_step)),
            Kind::Time
            | Kind::Quoted
            | Kind::Open
            | Kind::Close
            | Kind::Comma
            | Kind::Colon
            | Kind::End
            | Kind::Other => Err(wrong(token, expected, next_step)),
        }
    }

    fn time(&mut self) -> Result<Time, ConditionError> {
        let expected = "a date such as `2017-05-06`, or a local time such as `2017-05-06T00:00`";
        let next_step = "Write a day of the calendar without quotes; it begins in the time zone of the agreement.";
        let token = self.next();
        let read = |text: &str| match text.len() {
            10 => text.parse::<Date>().ok().map(Time::Day),
            16 => DateTime::strptime("%Y-%m-%dT%H:%M", text).ok().map(Time::Minute),
            _ => None,
        };
        let time = if token.kind == Kind::Time { read(token.text) } else { None };
        time.ok_or_else(|| wrong(token, expected, next_step))
    }

    fn no(&mut self) -> Result<Condition, ConditionError> {
        let next_step = "Write `no(serious_violations, in: <area>, for: P7D)`; `in:` may be left out.";
        let known = "`serious_violations` or `violations`";
        let token = self.expect(Kind::Word, known, next_step)?;
        let what =
            Subject::ALL.into_iter().find(|s| s.word() == token.text).ok_or_else(|| wrong(token, known, next_step))?;
        self.comma("`, for: P7D`")?;
        let mut area = None;
        if self.peek().text == "in" {
            self.label("in", next_step)?;
            let token = self.next();
            let named = match token.kind {
                Kind::Word => is_name(token.text),
                Kind::Quoted => !token.text.trim().is_empty(),
                Kind::Time | Kind::Open | Kind::Close | Kind::Comma | Kind::Colon | Kind::End | Kind::Other => false,
            };
            if !named {
                return Err(wrong(token, "a zone, or a division in quotes", next_step));
            }
            area = Some(token.text.to_owned());
            self.comma("`, for: P7D`")?;
        }
        self.label("for", next_step)?;
        Ok(Condition::No { what, area, length: self.length()? })
    }
}
