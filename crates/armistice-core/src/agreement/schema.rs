//! The agreement language as JSON Schema (draft 2020-12) and as a reference for people, both from the tables of `shape`.
//!
//! Must not: say what the tables do not say. Rules between elements are the checker's.

use super::check::describe_type;
use super::shape::{FILE, Field, Shape, Ty};
use crate::act::Act;
use std::fmt::Write as _;

/// The JSON Schema of an agreement file, as it is published in `docs/agreement.schema.json`. Dates are strings in JSON.
#[must_use]
pub fn json_schema() -> String {
    let mut out = String::from("{\n");
    out.push_str("  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n");
    out.push_str("  \"title\": \"Armistice agreement file, format 1\",\n");
    object(&mut out, &FILE, 1);
    out.push_str("\n}\n");
    out
}

fn pad(out: &mut String, depth: usize) {
    for _ in 0..depth {
        out.push_str("  ");
    }
}

/// The members of an object schema, without its braces.
fn object(out: &mut String, shape: &Shape, depth: usize) {
    pad(out, depth);
    let _ = writeln!(out, "\"description\": {},", quote(shape.doc));
    pad(out, depth);
    out.push_str("\"type\": \"object\",\n");
    pad(out, depth);
    out.push_str("\"additionalProperties\": false,\n");
    pad(out, depth);
    let required: Vec<String> = shape.all_fields().filter(|f| f.required).map(|f| quote(f.name)).collect();
    let _ = writeln!(out, "\"required\": [{}],", required.join(", "));
    pad(out, depth);
    out.push_str("\"properties\": {\n");
    let fields: Vec<&Field> = shape.all_fields().collect();
    for (i, field) in fields.iter().enumerate() {
        pad(out, depth + 1);
        let _ = writeln!(out, "{}: {{", quote(field.name));
        value(out, &field.ty, field.doc, depth + 2);
        out.push('\n');
        pad(out, depth + 1);
        out.push_str(if i + 1 == fields.len() { "}\n" } else { "},\n" });
    }
    pad(out, depth);
    out.push('}');
}

fn value(out: &mut String, ty: &Ty, doc: &str, depth: usize) {
    if !doc.is_empty() && !matches!(ty, Ty::One(_)) {
        pad(out, depth);
        let _ = writeln!(out, "\"description\": {},", quote(doc));
    }
    let line = match ty {
        Ty::Text | Ty::Ref(..) | Ty::Zone | Ty::GeoJson => "\"type\": \"string\", \"minLength\": 1".to_owned(),
        Ty::Id(_) | Ty::Name => "\"type\": \"string\", \"pattern\": \"^[A-Za-z][A-Za-z0-9_.-]{0,63}$\"".to_owned(),
        Ty::Word(words) => format!("\"enum\": [{}]", words.iter().map(|w| quote(w)).collect::<Vec<_>>().join(", ")),
        Ty::Act => format!("\"enum\": [{}]", Act::ALL.iter().map(|a| quote(a.id())).collect::<Vec<_>>().join(", ")),
        Ty::Bool => "\"type\": \"boolean\"".to_owned(),
        Ty::Int(min, max) => format!("\"type\": \"integer\", \"minimum\": {min}, \"maximum\": {max}"),
        Ty::Date => "\"type\": \"string\", \"format\": \"date\"".to_owned(),
        Ty::DateTime => {
            "\"type\": \"string\", \"pattern\": \"^\\\\d{4}-\\\\d{2}-\\\\d{2}T\\\\d{2}:\\\\d{2}(:\\\\d{2})?$\""
                .to_owned()
        }
        Ty::Duration => "\"type\": \"string\", \"pattern\": \"^P(\\\\d+[YMWD])+$\"".to_owned(),
        Ty::Country => "\"type\": \"string\", \"pattern\": \"^[A-Z]{2}$\"".to_owned(),
        Ty::Degrees(max) => format!("\"type\": \"number\", \"minimum\": -{max}, \"maximum\": {max}"),
        Ty::One(shape) => return object(out, shape, depth),
        Ty::List(item) => return items(out, depth, |out, depth| value(out, item, "", depth)),
        Ty::Many(shape) => return items(out, depth, |out, depth| object(out, shape, depth)),
    };
    pad(out, depth);
    out.push_str(&line);
}

fn items(out: &mut String, depth: usize, inner: impl Fn(&mut String, usize)) {
    pad(out, depth);
    let _ = writeln!(out, "\"type\": \"array\", \"maxItems\": {},", crate::limits::LIST_ITEMS);
    pad(out, depth);
    out.push_str("\"items\": {\n");
    inner(out, depth + 1);
    out.push('\n');
    pad(out, depth);
    out.push('}');
}

fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The reference part of `docs/agreement-language.md`: one table per kind of element.
#[must_use]
pub fn reference() -> String {
    let mut out = String::new();
    section(&mut out, &FILE);
    out
}

fn section(out: &mut String, shape: &'static Shape) {
    let _ =
        write!(out, "### `{}`\n\n{}\n\n| key | needed | value | meaning |\n|---|---|---|---|\n", shape.name, shape.doc);
    for field in shape.fields {
        let needed = if field.required { "yes" } else { "" };
        let _ = writeln!(out, "| `{}` | {needed} | {} | {} |", field.name, describe_type(&field.ty), field.doc);
    }
    if shape.marks {
        out.push_str("\nAlso `note`, `refs`, `to_be_confirmed`.\n");
    }
    out.push('\n');
    for field in shape.fields {
        match &field.ty {
            // The moment stands in several places; it is described once, where it stands first.
            Ty::One(inner) if inner.name != "moment" || shape.name == "agreement" && field.name == "effective" => {
                section(out, inner)
            }
            Ty::Many(inner) => section(out, inner),
            _ => {}
        }
    }
}
