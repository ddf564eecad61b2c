//! One item of the strict CBOR subset in diagnostic notation (RFC 8949 8), for a person to read.
//!
//! Must not: be read back, or grow without bound.

use crate::cbor::{CborError, Kind, Reader, check};

/// Longest text that is printed, in bytes; then it is cut, visibly.
const MOST: usize = 4096;

/// The item as text, cut after a few thousand bytes.
pub(super) fn diagnostic(bytes: &[u8]) -> Result<String, CborError> {
    check(bytes)?;
    let (mut out, mut reader) = (String::new(), Reader::new(bytes));
    item(&mut reader, &mut out)?;
    if out.len() > MOST {
        let cut = (0..=MOST).rev().find(|at| out.is_char_boundary(*at)).unwrap_or(0);
        out.truncate(cut);
        out.push('…');
    }
    Ok(out)
}

/// The depth is bounded by [`check`].
fn item(r: &mut Reader<'_>, out: &mut String) -> Result<(), CborError> {
    match r.kind()? {
        Kind::Unsigned => out.push_str(&r.unsigned()?.to_string()),
        // A number below the range of 64 bits with sign is not turned into another one.
        Kind::Negative => match r.clone().integer() {
            Ok(n) => {
                out.push_str(&n.to_string());
                r.skip()?;
            }
            Err(_) => {
                out.push_str("a number below -2^63");
                r.skip()?;
            }
        },
        Kind::Bytes => {
            let bytes = r.bytes()?;
            out.push_str("h'");
            if out.len() <= MOST {
                out.push_str(&crate::codec::HEXLOWER.encode(bytes.get(..MOST).unwrap_or(bytes)));
            }
            out.push('\'');
        }
        Kind::Text => {
            out.push('"');
            out.push_str(&r.text()?.replace('\\', "\\\\").replace('"', "\\\""));
            out.push('"');
        }
        Kind::Array => {
            out.push('[');
            for n in 0..r.array()? {
                comma(n, out);
                item(r, out)?;
            }
            out.push(']');
        }
        Kind::Map => {
            out.push('{');
            for n in 0..r.map()? {
                comma(n, out);
                item(r, out)?;
                out.push_str(": ");
                item(r, out)?;
            }
            out.push('}');
        }
        Kind::Bool => out.push_str(if r.boolean()? { "true" } else { "false" }),
        Kind::Null => {
            r.null()?;
            out.push_str("null");
        }
        // The subset has none.
        Kind::Tag => r.skip()?,
    }
    Ok(())
}

fn comma(n: usize, out: &mut String) {
    if n > 0 {
        out.push_str(", ");
    }
}
