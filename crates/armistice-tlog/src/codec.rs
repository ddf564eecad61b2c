//! Base64, base32 and hexadecimal (RFC 4648), strict: one text for the same bytes.
//!
//! Must not: accept white space, another case, missing padding, or spare bits that are not zero.
//!
//! By hand because the general crate for it would be a third of the verifier that a browser has to load.

/// Base64 with padding (RFC 4648 4).
pub const BASE64: Encoding =
    Encoding { symbols: b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", bits: 6, padded: true };

/// Base32 in upper case without padding (RFC 4648 6).
pub const BASE32_NOPAD: Encoding = Encoding { symbols: b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", bits: 5, padded: false };

/// Hexadecimal in lower case (RFC 4648 8).
pub const HEXLOWER: Encoding = Encoding { symbols: b"0123456789abcdef", bits: 4, padded: false };

/// One way to write bytes as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoding {
    symbols: &'static [u8],
    /// Bits that one symbol stands for.
    bits: u32,
    /// Whether `=` fills up to a multiple of four symbols.
    padded: bool,
}

/// The text is not what [`Encoding::encode`] writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("byte {position} does not belong there")]
pub struct DecodeError {
    /// Byte offset of the first symbol at fault.
    pub position: usize,
}

impl Encoding {
    /// Writes bytes.
    ///
    /// ```
    /// use armistice_tlog::codec::{BASE64, HEXLOWER};
    ///
    /// assert_eq!(BASE64.encode(b"truce"), "dHJ1Y2U=");
    /// assert_eq!(HEXLOWER.decode(b"0aff"), Ok(vec![0x0a, 0xff]));
    /// // Spare bits, upper case: other texts for bytes that have one.
    /// assert_eq!(BASE64.decode(b"dHJ1Y2V=").map_err(|e| e.position), Err(6));
    /// assert_eq!(HEXLOWER.decode(b"0aFF").map_err(|e| e.position), Err(2));
    /// ```
    #[must_use]
    pub fn encode(&self, bytes: &[u8]) -> String {
        let mut out = String::with_capacity(bytes.len() * 2);
        let (mut held, mut count) = (0_u32, 0);
        let symbol = |n: u32| char::from(self.symbols[(n & self.mask()) as usize]);
        for byte in bytes {
            held = held << 8 | u32::from(*byte);
            count += 8;
            while count >= self.bits {
                count -= self.bits;
                out.push(symbol(held >> count));
            }
        }
        if count > 0 {
            out.push(symbol(held << (self.bits - count)));
        }
        while self.padded && !out.len().is_multiple_of(4) {
            out.push('=');
        }
        out
    }

    /// Reads what [`Encoding::encode`] wrote, and nothing else.
    pub fn decode(&self, text: &[u8]) -> Result<Vec<u8>, DecodeError> {
        let mut symbols = text;
        if self.padded {
            while let Some(rest) = symbols.strip_suffix(b"=") {
                symbols = rest;
            }
            if text.len() != symbols.len().next_multiple_of(4) {
                return Err(DecodeError { position: symbols.len() });
            }
        }
        let mut out = Vec::with_capacity(symbols.len());
        let (mut held, mut count) = (0_u32, 0);
        for (position, symbol) in symbols.iter().enumerate() {
            let value = self.symbols.iter().position(|s| s == symbol).ok_or(DecodeError { position })?;
            held = (held << self.bits | value as u32) & 0xffff;
            count += self.bits;
            if count >= 8 {
                count -= 8;
                out.push((held >> count) as u8);
            }
        }
        // What is left over is less than a symbol, and zero.
        if count >= self.bits || held & ((1 << count) - 1) != 0 {
            return Err(DecodeError { position: symbols.len() - 1 });
        }
        Ok(out)
    }

    const fn mask(&self) -> u32 {
        (1 << self.bits) - 1
    }
}
