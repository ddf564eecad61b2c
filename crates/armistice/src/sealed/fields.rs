//! Fields from a TOML text: nested tables become paths (`source.phone`), values become CBOR.
//!
//! Must not: repeat anything of the text in an error. A line number is all that an error tells.

use crate::vault::item::{DECOY, LEAVES_MAX, PATH_MAX, VALUE_MAX};
use armistice_tlog::cbor::Writer;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};
use zeroize::Zeroizing;

/// The largest text of fields that is read: as many values as there may be, each as large as it may be.
pub const TEXT_MAX: usize = (LEAVES_MAX + 1) * VALUE_MAX;

/// Tables inside tables.
const DEPTH_MAX: usize = 8;

/// Why a text gives no fields, by the line at which it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FieldsError {
    /// Not UTF-8, or no TOML.
    #[error("line {line} of the fields is no TOML")]
    Toml { line: usize },
    /// Nothing in it.
    #[error("there are no fields")]
    Empty,
    /// The text is too long.
    #[error("the fields have more than {TEXT_MAX} bytes; attach what is long: --attach FILE")]
    TooLong,
    /// More than a tree of commitments holds.
    #[error("there are more than {LEAVES_MAX} fields; seal two items, or put lists in brackets")]
    TooMany,
    /// A number with a point.
    #[error("line {line} of the fields: a number with a point has no exact form; write it in quotes")]
    Float { line: usize },
    /// A whole number that does not fit 64 bits.
    #[error("line {line} of the fields: this number is too large; write it in quotes")]
    Integer { line: usize },
    /// A name of a field that cannot stand in a path.
    #[error(
        "line {line} of the fields: a name must not be empty, begin with `{DECOY}`, or hold a point or a control character"
    )]
    Name { line: usize },
    /// Path or value too long, or tables too deep.
    #[error(
        "line {line} of the fields: more than {PATH_MAX} bytes of names, {VALUE_MAX} bytes of value or {DEPTH_MAX} tables inside each other"
    )]
    Large { line: usize },
}

/// Paths with their values; each value is one item of strict CBOR, and no path stands twice.
pub type Fields = Vec<(Zeroizing<String>, Zeroizing<Vec<u8>>)>;

/// Reads the fields of a TOML text.
pub fn read(bytes: &[u8]) -> Result<Fields, FieldsError> {
    if bytes.len() > TEXT_MAX {
        return Err(FieldsError::TooLong);
    }
    let lines = |upto: usize| 1 + bytes.iter().take(upto).filter(|b| **b == b'\n').count();
    let text = std::str::from_utf8(bytes).map_err(|e| FieldsError::Toml { line: lines(e.valid_up_to()) })?;
    let table =
        DeTable::parse(text).map_err(|e| FieldsError::Toml { line: lines(e.span().map_or(0, |span| span.start)) })?;
    let mut fields = Fields::new();
    flatten(&mut fields, "", table.get_ref(), 0, &lines)?;
    if fields.is_empty() {
        return Err(FieldsError::Empty);
    }
    Ok(fields)
}

fn flatten(
    fields: &mut Fields,
    above: &str,
    table: &DeTable<'_>,
    depth: usize,
    lines: &dyn Fn(usize) -> usize,
) -> Result<(), FieldsError> {
    for (name, value) in table {
        let line = lines(name.span().start);
        let letters = name.get_ref();
        if letters.is_empty() || letters.starts_with(DECOY) || letters.contains(|c: char| c == '.' || c.is_control()) {
            return Err(FieldsError::Name { line });
        }
        add(fields, join(above, letters), value, depth, lines)?;
    }
    Ok(())
}

fn join(above: &str, name: &str) -> Zeroizing<String> {
    Zeroizing::new(if above.is_empty() { name.to_owned() } else { format!("{above}.{name}") })
}

fn add(
    fields: &mut Fields,
    path: Zeroizing<String>,
    value: &Spanned<DeValue<'_>>,
    depth: usize,
    lines: &dyn Fn(usize) -> usize,
) -> Result<(), FieldsError> {
    let line = lines(value.span().start);
    if path.len() > PATH_MAX || depth > DEPTH_MAX {
        return Err(FieldsError::Large { line });
    }
    match value.get_ref() {
        DeValue::Table(table) => return flatten(fields, &path, table, depth + 1, lines),
        // A list of tables: each table is a field of its own, so that one of them can be opened alone.
        DeValue::Array(list) if list.iter().any(|v| v.get_ref().is_table()) => {
            for (n, v) in list.iter().enumerate() {
                add(fields, join(&path, &n.to_string()), v, depth + 1, lines)?;
            }
            return Ok(());
        }
        DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_)
        | DeValue::Array(_) => {}
    }
    let encoded = Zeroizing::new(encode(Writer::new(), value, depth, lines)?.finish());
    if encoded.len() > VALUE_MAX {
        return Err(FieldsError::Large { line });
    }
    if fields.len() >= LEAVES_MAX {
        return Err(FieldsError::TooMany);
    }
    fields.push((path, encoded));
    Ok(())
}

fn encode(
    w: Writer,
    value: &Spanned<DeValue<'_>>,
    depth: usize,
    lines: &dyn Fn(usize) -> usize,
) -> Result<Writer, FieldsError> {
    let line = lines(value.span().start);
    if depth > DEPTH_MAX {
        return Err(FieldsError::Large { line });
    }
    match value.get_ref() {
        DeValue::String(s) => Ok(w.text(s)),
        DeValue::Integer(n) => {
            let digits = n.as_str().replace('_', "");
            let parsed = i64::from_str_radix(&digits, n.radix()).map_err(|_| FieldsError::Integer { line })?;
            Ok(w.integer(parsed))
        }
        DeValue::Boolean(b) => Ok(w.boolean(*b)),
        // As it was written: what a zone or a missing second means is for the reader.
        DeValue::Datetime(d) => Ok(w.text(&d.to_string())),
        DeValue::Array(list) => {
            let mut w = w.array(list.len());
            for v in list.iter() {
                w = encode(w, v, depth + 1, lines)?;
            }
            Ok(w)
        }
        DeValue::Float(_) => Err(FieldsError::Float { line }),
        DeValue::Table(_) => Err(FieldsError::Large { line }),
    }
}
