//! ML-DSA-44 signatures (FIPS 204, algorithms 3 and 8), with an empty context.
//!
//! Must not: sign.

use super::keccak::Shake;
use crate::mldsa::{KEY_LEN, SIGNATURE_LEN};

/// The modulus.
const Q: u64 = 8_380_417;

/// A polynomial, or its values at the 256 roots.
type Poly = [u32; 256];

/// The values of a polynomial at the odd powers of 1753 in FIPS 204's order; or, `back`, the polynomial of such values. By the definition:
/// 65,536 products are no time for a few signatures.
fn transform(a: &Poly, powers: &[u32; 512], back: bool) -> Poly {
    core::array::from_fn(|to| {
        let mut sum = 0;
        for (n, value) in a.iter().enumerate() {
            let (root, power) = if back { (n, 512 - to) } else { (to, n) };
            let odd = 2 * usize::from((root as u8).reverse_bits()) + 1;
            sum += u64::from(*value) * u64::from(powers[odd * power % 512]);
        }
        // 8347681 is 1/256.
        (sum % Q * if back { 8_347_681 } else { 1 } % Q) as u32
    })
}

/// Number `n` of `width` bits each, lowest first.
fn bits(bytes: &[u8], width: usize, n: usize) -> u32 {
    (n * width..(n + 1) * width).rev().fold(0, |sum, at| sum << 1 | u32::from(bytes[at / 8] >> (at % 8) & 1))
}

/// See [`crate::mldsa::verify`].
#[must_use]
pub fn verify(key: &[u8; KEY_LEN], message: &[u8], signature: &[u8; SIGNATURE_LEN]) -> bool {
    let mut powers = [1; 512];
    for n in 1..512 {
        powers[n] = (u64::from(powers[n - 1]) * 1753 % Q) as u32;
    }
    let (rho, t1) = key.split_at(32);
    let (claimed, rest) = signature.split_at(32);
    let (z, hint) = rest.split_at(4 * 576);

    // What the signer multiplied with: 39 places are 1 or -1.
    let mut stream = Shake::new(136, &[claimed]);
    let signs = u64::from_le_bytes(stream.bytes());
    let mut c: Poly = [0; 256];
    for n in 217..256 {
        let at = loop {
            let at = usize::from(stream.byte());
            if at <= n {
                break at;
            }
        };
        c[n] = c[at];
        c[at] = if signs >> (n - 217) & 1 == 1 { Q as u32 - 1 } else { 1 };
    }
    let c = transform(&c, &powers, false);

    // The answer, which must be small.
    let mut small = true;
    let z: [Poly; 4] = core::array::from_fn(|row| {
        let poly = core::array::from_fn(|n| {
            let value = bits(z, 18, row * 256 + n);
            small &= value.abs_diff(1 << 17) < (1 << 17) - 78;
            (Q as u32 + (1 << 17) - value) % Q as u32
        });
        transform(&poly, &powers, false)
    });

    let mut packed = [0_u8; 768];
    let mut hints = 0;
    for row in 0..4 {
        let mut sum: Poly = core::array::from_fn(|n| bits(t1, 10, row * 256 + n) << 13);
        sum = transform(&sum, &powers, false);
        sum = core::array::from_fn(|n| ((Q - u64::from(sum[n])) * u64::from(c[n]) % Q) as u32);
        for (column, z) in z.iter().enumerate() {
            let mut stream = Shake::new(168, &[rho, &[column as u8, row as u8]]);
            for (sum, z) in sum.iter_mut().zip(z) {
                let a = loop {
                    let [low, middle, high] = stream.bytes();
                    let a = u64::from(u32::from_le_bytes([low, middle, high & 127, 0]));
                    if a < Q {
                        break a;
                    }
                };
                *sum = ((a * u64::from(*z) + u64::from(*sum)) % Q) as u32;
            }
        }
        sum = transform(&sum, &powers, true);

        // Where the hints of this row end; they rise within it.
        let end = usize::from(hint[80 + row]);
        if end < hints || end > 80 {
            return false;
        }
        let of_row = &hint[hints..end];
        if of_row.windows(2).any(|two| two[0] >= two[1]) {
            return false;
        }
        hints = end;
        for (n, value) in sum.iter().enumerate() {
            // The nearest multiple of 190464; the last one is zero.
            let high = (value + 95_231) / 190_464;
            let above = *value > high * 190_464;
            let mut high = high;
            if of_row.contains(&(n as u8)) {
                high = if above { high + 1 } else { high + 43 };
            }
            for bit in 0..6 {
                let at = (row * 256 + n) * 6 + bit;
                packed[at / 8] |= ((((high % 44) >> bit) & 1) << (at % 8)) as u8;
            }
        }
    }
    if !small || hint[hints..80].iter().any(|byte| *byte > 0) {
        return false;
    }
    let name: [u8; 64] = Shake::new(136, &[key]).bytes();
    let mu: [u8; 64] = Shake::new(136, &[&name, &[0, 0], message]).bytes();
    Shake::new(136, &[&mu, &packed]).bytes::<32>() == claimed
}
