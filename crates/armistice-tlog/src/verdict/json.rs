//! A verdict as JSON, written by hand: the browser and the program print the same bytes.
//!
//! Must not: decide, or leave a character of outside origin unescaped that could end a string or drive a terminal.

use core::fmt::Write as _;

use crate::shown::is_mark;

use super::report::{Disclosed, Finding, PolicyResult, Said, Verdict};

/// Version of this form. A field more is no new version; a field less, or another meaning, is.
pub const VERSION: u32 = 1;

impl Verdict {
    /// The verdict as one JSON object on one line, with a newline. The same verdict gives the same bytes.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = Json { out: String::new() };
        out.raw("{");
        out.key("verdict").number(u64::from(VERSION)).raw(",");
        out.key("answer").text(self.answer.name()).raw(",");
        out.key("statement").option(self.said.as_ref(), Json::said).raw(",");
        out.key("interval").option(self.interval.as_ref(), |j, (policy, not_before, not_after)| {
            j.raw("{").key("policy").text(policy).raw(",");
            j.key("not_before").maybe(*not_before).raw(",").key("not_after").maybe(*not_after).raw("}");
        });
        out.raw(",").key("policies").list(&self.policies, Json::policy).raw(",");
        out.key("disclosed").list(&self.disclosed, Json::disclosed).raw(",");
        out.key("findings").list(&self.findings, Json::finding).raw(",");
        out.key("not_proven").list(&self.not_proven, |j, sentence| {
            j.text(sentence);
        });
        out.raw("}\n");
        out.out
    }
}

struct Json {
    out: String,
}

impl Json {
    fn raw(&mut self, text: &str) -> &mut Json {
        self.out.push_str(text);
        self
    }

    /// A key of ours, which needs no escape.
    fn key(&mut self, key: &str) -> &mut Json {
        self.raw("\"").raw(key).raw("\":")
    }

    fn text(&mut self, text: &str) -> &mut Json {
        self.raw("\"");
        for c in text.chars() {
            match c {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                // Control characters, and marks that turn the direction of the text around them.
                c if c.is_control() || is_mark(c) => {
                    let mut units = [0; 2];
                    for unit in c.encode_utf16(&mut units) {
                        // Writing to a string cannot fail.
                        let _ = write!(self.out, "\\u{unit:04x}");
                    }
                }
                c => self.out.push(c),
            }
        }
        self.raw("\"")
    }

    fn number(&mut self, n: u64) -> &mut Json {
        let _ = write!(self.out, "{n}");
        self
    }

    fn maybe(&mut self, n: Option<u64>) -> &mut Json {
        match n {
            Some(n) => self.number(n),
            None => self.raw("null"),
        }
    }

    fn boolean(&mut self, value: bool) -> &mut Json {
        self.raw(if value { "true" } else { "false" })
    }

    fn option<T>(&mut self, value: Option<&T>, write: impl FnOnce(&mut Json, &T)) -> &mut Json {
        match value {
            Some(value) => write(self, value),
            None => {
                self.raw("null");
            }
        }
        self
    }

    fn list<T>(&mut self, list: &[T], write: impl Fn(&mut Json, &T)) -> &mut Json {
        self.raw("[");
        for (n, item) in list.iter().enumerate() {
            if n > 0 {
                self.raw(",");
            }
            write(self, item);
        }
        self.raw("]")
    }

    fn said(&mut self, said: &Said) {
        self.raw("{").key("id").text(&said.id.hex()).raw(",").key("kind").text(&said.kind).raw(",");
        self.key("version").number(u64::from(said.version)).raw(",").key("origin").text(&said.origin).raw(",");
        self.key("index").maybe(said.index).raw(",").key("asserted");
        let _ = write!(self.out, "{}", said.asserted);
        self.raw(",").key("key").text(&said.key.hex()).raw(",").key("register_key");
        self.option(said.register_key.as_ref(), |j, key| {
            j.text(key);
        });
        self.raw(",").key("checkpoint").option(said.checkpoint.as_ref(), |j, (size, root)| {
            j.raw("{").key("size").number(*size).raw(",").key("root").text(&root.hex()).raw("}");
        });
        self.raw("}");
    }

    fn policy(&mut self, policy: &PolicyResult) {
        self.raw("{").key("name").text(&policy.name).raw(",").key("from_reader").boolean(policy.from_reader).raw(",");
        self.key("holds").boolean(policy.holds).raw(",").key("least_liars").maybe(policy.least_liars).raw(",");
        self.key("not_before").maybe(policy.not_before).raw(",").key("not_after").maybe(policy.not_after).raw("}");
    }

    fn disclosed(&mut self, disclosed: &Disclosed) {
        self.raw("{").key("path").text(&disclosed.path).raw(",").key("value").text(&disclosed.value).raw("}");
    }

    fn finding(&mut self, finding: &Finding) {
        self.raw("{").key("check").text(finding.check.name()).raw(",").key("state").text(finding.state.name()).raw(",");
        self.key("member").text(&finding.member).raw(",");
        self.key("offset").maybe(finding.offset.map(|at| at as u64)).raw(",");
        self.key("sentence").text(&finding.sentence).raw("}");
    }
}
