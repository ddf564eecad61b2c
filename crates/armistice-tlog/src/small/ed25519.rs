//! Ed25519 signatures (RFC 8032 5.1.7), checked as strictly as `crate::ed25519` says.
//!
//! Must not: sign. The time that it takes depends on what it is given.
//!
//! Numbers below 2^255 - 19 have sixteen limbs of sixteen bits and some room, as in TweetNaCl (D. J. Bernstein and others, 2014, public
//! domain); points have four coordinates and one formula for sums and doubles (H. Hisil and others, 2008).

use super::sha2::sha512;
use crate::ed25519::{KEY_LEN, KeyProblem, SIGNATURE_LEN};

/// A number modulo 2^255 - 19, lowest limb first.
pub(super) type Field = [i64; 16];

/// X, Y, Z and T with x = X/Z, y = Y/Z, xy = T/Z.
type Point = [Field; 4];

/// The order of the base point, lowest word first.
const ORDER: [u32; 8] = [0x5cf5_d3ed, 0x5812_631a, 0xa2f7_9cd6, 0x14de_f9de, 0, 0, 0, 0x1000_0000];

/// A public key: a canonical encoding of a point that is not of small order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerifyingKey([u8; KEY_LEN]);

impl VerifyingKey {
    /// The key as it was given.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; KEY_LEN] {
        &self.0
    }

    /// The key as it was given.
    #[must_use]
    pub const fn to_bytes(&self) -> [u8; KEY_LEN] {
        self.0
    }
}

/// A small number.
fn small(n: i64) -> Field {
    let mut number = [0; 16];
    number[0] = n;
    number
}

/// Brings the limbs near to sixteen bits.
fn carry(a: &mut Field) {
    for n in 0..16 {
        let over = a[n] >> 16;
        a[n] -= over << 16;
        a[(n + 1) % 16] += if n < 15 { over } else { 38 * over };
    }
}

/// `a + by * b`.
fn sum(a: &Field, by: i64, b: &Field) -> Field {
    core::array::from_fn(|n| a[n] + by * b[n])
}

/// `a * b`.
pub(super) fn multiply(a: &Field, b: &Field) -> Field {
    let mut to = [0; 16];
    for i in 0..16 {
        for j in 0..16 {
            // What is beyond 2^256 counts 38 times.
            to[(i + j) % 16] += a[i] * b[j] * if i + j < 16 { 1 } else { 38 };
        }
    }
    carry(&mut to);
    carry(&mut to);
    to
}

/// `a` to the power of 2^`top` - 1 less the bits in `without`.
fn power(a: &Field, top: u32, without: u32) -> Field {
    let mut to = *a;
    for bit in (0..top - 1).rev() {
        to = multiply(&to, &to);
        if bit > 5 || without >> bit & 1 == 0 {
            to = multiply(&to, a);
        }
    }
    to
}

/// `1 / a`, and 0 for 0.
fn inverse(a: &Field) -> Field {
    power(a, 255, 20)
}

/// The one way to write a number: 32 bytes, lowest first, below 2^255 - 19.
pub(super) fn pack(a: &Field) -> [u8; 32] {
    let mut a = *a;
    (0..3).for_each(|_| carry(&mut a));
    // The modulus is taken away as long as that does not go below zero: twice at most.
    for _ in 0..2 {
        let mut less = a;
        less[0] += 19;
        for n in 0..15 {
            less[n + 1] += less[n] >> 16;
            less[n] &= 0xffff;
        }
        less[15] -= 0x8000;
        if less[15] >= 0 {
            a = less;
        }
    }
    core::array::from_fn(|n| (a[n / 2] >> (n % 2 * 8)) as u8)
}

fn same(a: &Field, b: &Field) -> bool {
    pack(a) == pack(b)
}

/// The curve's own constant: -121665 / 121666.
fn constant() -> Field {
    multiply(&small(-121_665), &inverse(&small(121_666)))
}

/// The sum of two points, which may be the same.
fn add(p: &Point, q: &Point, d: &Field) -> Point {
    let a = multiply(&sum(&p[1], -1, &p[0]), &sum(&q[1], -1, &q[0]));
    let b = multiply(&sum(&p[1], 1, &p[0]), &sum(&q[1], 1, &q[0]));
    let c = multiply(&multiply(&p[3], &q[3]), d);
    let z = multiply(&p[2], &q[2]);
    let (e, h) = (sum(&b, -1, &a), sum(&b, 1, &a));
    // Twice z and c: carried, so that products of sums stay within their room.
    let (f, g) = (sum(&sum(&z, 1, &z), -2, &c), sum(&sum(&z, 1, &z), 2, &c));
    [multiply(&e, &f), multiply(&h, &g), multiply(&g, &f), multiply(&e, &h)]
}

/// The point of these 32 bytes, of which the last bit says which of the two; `negative` takes the other one.
fn point(bytes: &[u8; 32], negative: bool, d: &Field) -> Option<Point> {
    let mut y: Field = core::array::from_fn(|n| i64::from(bytes[2 * n]) + 256 * i64::from(bytes[2 * n + 1]));
    y[15] &= 0x7fff;
    let yy = multiply(&y, &y);
    let over = sum(&yy, -1, &small(1));
    let under = sum(&multiply(&yy, d), 1, &small(1));
    // The root of over/under, by a power of over * under^7 (RFC 8032 5.1.3).
    let two = multiply(&under, &under);
    let three = multiply(&two, &under);
    let x = multiply(&over, &three);
    let mut x = multiply(&x, &power(&multiply(&x, &multiply(&two, &two)), 252, 2));
    let holds = |x: &Field| same(&multiply(&multiply(x, x), &under), &over);
    if !holds(&x) {
        // The root of -1: a power of 2.
        x = multiply(&x, &power(&small(2), 253, 4));
    }
    if !holds(&x) {
        return None;
    }
    if (pack(&x)[0] & 1 != bytes[31] >> 7) != negative {
        x = sum(&small(0), -1, &x);
    }
    Some([x, y, small(1), multiply(&x, &y)])
}

/// Whether it becomes the neutral element when it is doubled three times.
fn of_small_order(p: &Point, d: &Field) -> bool {
    let mut p = *p;
    for _ in 0..3 {
        p = add(&p, &p, d);
    }
    same(&p[0], &small(0))
}

/// See [`crate::ed25519::key`].
pub fn key(bytes: &[u8; KEY_LEN]) -> Result<VerifyingKey, KeyProblem> {
    if !crate::ed25519::canonical(bytes) {
        return Err(KeyProblem::NotCanonical);
    }
    let d = constant();
    let point = point(bytes, false, &d).ok_or(KeyProblem::NoPoint)?;
    if of_small_order(&point, &d) { Err(KeyProblem::SmallOrder) } else { Ok(VerifyingKey(*bytes)) }
}

/// Takes the order away if that does not go below zero; says whether it did.
fn reduce(a: &mut [u32; 8]) -> bool {
    let mut less = [0; 8];
    let mut over = 0;
    for n in 0..8 {
        over += i64::from(a[n]) - i64::from(ORDER[n]);
        less[n] = over as u32;
        over >>= 32;
    }
    if over == 0 {
        *a = less;
    }
    over == 0
}

/// Bit `n` of bytes, lowest first.
fn bit(bytes: &[u8], n: usize) -> bool {
    bytes[n / 8] >> (n % 8) & 1 == 1
}

/// See [`crate::ed25519::verify`].
#[must_use]
pub fn verify(key: &VerifyingKey, message: &[u8], signature: &[u8; SIGNATURE_LEN]) -> bool {
    let (r, s) = signature.split_at(32);
    let d = constant();
    // The base point is the one with y = 4/5.
    let mut base = [0x66; 32];
    base[0] = 0x58;
    let (Some(minus), Some(base)) = (point(&key.0, true, &d), point(&base, false, &d)) else { return false };
    let number = |bytes: &[u8], to: &mut [u32; 8], top: usize| {
        let mut reduced = false;
        for n in (0..top).rev() {
            for n in (0..8).rev() {
                to[n] = to[n] << 1 | if n > 0 { to[n - 1] >> 31 } else { 0 };
            }
            to[0] |= u32::from(bit(bytes, n));
            reduced |= reduce(to);
        }
        reduced
    };
    let (mut k, mut own) = ([0; 8], [0; 8]);
    number(&sha512(&[r, &key.0, message]), &mut k, 512);
    if number(s, &mut own, 256) {
        return false;
    }
    let mut at: Point = [small(0), small(1), small(1), small(0)];
    for n in (0..256).rev() {
        at = add(&at, &at, &d);
        if bit(s, n) {
            at = add(&at, &base, &d);
        }
        if k[n / 32] >> (n % 32) & 1 == 1 {
            at = add(&at, &minus, &d);
        }
    }
    let under = inverse(&at[2]);
    let mut found = pack(&multiply(&at[1], &under));
    found[31] |= pack(&multiply(&at[0], &under))[0] << 7;
    r == found && !of_small_order(&at, &d)
}
