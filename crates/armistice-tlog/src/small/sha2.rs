//! SHA-256 and SHA-512 (FIPS 180-4) by one function.
//!
//! Must not: be used where time counts: a word of SHA-256 goes through the steps of SHA-512's, and the constants are computed.

use std::sync::OnceLock;

use super::ed25519::{Field, multiply, pack};

/// What both functions start with, and what they add in each round: the first 64 bits of the fractions of roots of primes.
struct Constants {
    start: [u64; 8],
    rounds: [u64; 80],
}

/// The first 64 bits of the fraction of the second or third root of a small number that has no whole one.
fn root(of: u64, third: bool) -> u64 {
    let mut x: Field = [0; 16];
    // Five limbs of sixteen bits: a root below eight, and 64 bits of its fraction. The powers stay below 2^255 - 19, so nothing is reduced.
    for bit in (0..67).rev() {
        x[bit / 16] ^= 1 << (bit % 16);
        let mut power = multiply(&x, &x);
        if third {
            power = multiply(&power, &x);
        }
        let bytes = pack(&power);
        let whole = if third { 24 } else { 16 };
        if u64::from(bytes[whole]) + 256 * u64::from(bytes[whole + 1]) >= of {
            x[bit / 16] ^= 1 << (bit % 16);
        }
    }
    x.iter().take(4).rev().fold(0, |n, limb| n << 16 | limb.cast_unsigned())
}

fn constants() -> &'static Constants {
    static MADE: OnceLock<Constants> = OnceLock::new();
    MADE.get_or_init(|| {
        let mut made = Constants { start: [0; 8], rounds: [0; 80] };
        let (mut prime, mut found) = (2, 0);
        while found < 80 {
            if (2..prime).all(|n| prime % n != 0) {
                if found < 8 {
                    made.start[found] = root(prime, false);
                }
                made.rounds[found] = root(prime, true);
                found += 1;
            }
            prime += 1;
        }
        made
    })
}

/// By how much the words are turned: SHA-512, then SHA-256.
const TURNS: [[u8; 12]; 2] =
    [[28, 34, 39, 14, 18, 41, 1, 8, 7, 19, 61, 6], [2, 13, 22, 6, 11, 25, 7, 18, 3, 17, 19, 10]];

/// Hashes the parts, one after the other. `wide` is SHA-512; SHA-256 is in the upper half of each word.
fn words(wide: bool, parts: &[&[u8]]) -> [u64; 8] {
    let shift = if wide { 0 } else { 32 };
    let turns = TURNS[usize::from(!wide)].map(u32::from);
    let Constants { start, rounds } = constants();
    let mut state = start.map(|word| word >> shift);
    let size = if wide { 8 } else { 4 };
    let keep = u64::MAX >> shift;
    let turn = |x: u64, by: u32| if wide { x.rotate_right(by) } else { x >> by | x << (32 - by) & keep };
    let mix = |x: u64, at: usize, last: u64| turn(x, turns[at]) ^ turn(x, turns[at + 1]) ^ last;
    let mut block = [0_u64; 80];
    let mut used = 0;
    let mut take = |byte: u8| {
        let at = used / size % 16;
        block[at] = (block[at] << 8 | u64::from(byte)) & keep;
        used += 1;
        if used % (16 * size) > 0 {
            return;
        }
        let count = if wide { 80 } else { 64 };
        for n in 16..count {
            let (near, far) = (block[n - 2], block[n - 15]);
            block[n] = mix(near, 9, near >> turns[11])
                .wrapping_add(mix(far, 6, far >> turns[8]))
                .wrapping_add(block[n - 7])
                .wrapping_add(block[n - 16])
                & keep;
        }
        let mut w = state;
        for n in 0..count {
            let [a, b, c, _, e, f, g, h] = w;
            let one = mix(e, 3, turn(e, turns[5]))
                .wrapping_add(h)
                .wrapping_add(e & f ^ !e & g)
                .wrapping_add(rounds[n] >> shift)
                .wrapping_add(block[n]);
            let two = mix(a, 0, turn(a, turns[2])).wrapping_add(a & b ^ a & c ^ b & c);
            w.rotate_right(1);
            w[4] = w[4].wrapping_add(one) & keep;
            w[0] = one.wrapping_add(two) & keep;
        }
        for (word, more) in state.iter_mut().zip(w) {
            *word = word.wrapping_add(more) & keep;
        }
    };
    let mut length = 0_u64;
    for part in parts {
        length += part.len() as u64;
        part.iter().for_each(|byte| take(*byte));
    }
    take(0x80);
    // Zeros, until eight bytes are left of a block. SHA-512 has sixteen bytes for the length; half of them are always zero here.
    let block = 16 * size as u64;
    let zeros = (3 * block - 9 - length % block - if wide { 8 } else { 0 }) % block + if wide { 8 } else { 0 };
    (0..zeros).for_each(|_| take(0));
    (length * 8).to_be_bytes().into_iter().for_each(take);
    state
}

/// SHA-512 of the parts, one after the other.
#[must_use]
pub fn sha512(parts: &[&[u8]]) -> [u8; 64] {
    let mut hash = [0; 64];
    for (eight, word) in hash.chunks_exact_mut(8).zip(words(true, parts)) {
        eight.copy_from_slice(&word.to_be_bytes());
    }
    hash
}

/// SHA-256 of the parts, one after the other.
#[must_use]
pub fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut hash = [0; 32];
    for (four, word) in hash.chunks_exact_mut(4).zip(words(false, parts)) {
        four.copy_from_slice(&word.to_be_bytes()[4..]);
    }
    hash
}
