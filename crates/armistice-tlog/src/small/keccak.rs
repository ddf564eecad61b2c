//! SHAKE128 and SHAKE256 (FIPS 202).
//!
//! Must not: be used where time counts: offsets and constants are computed in every round.

/// A sponge that took its whole message and gives bytes without end.
pub struct Shake {
    state: [u64; 25],
    /// Bytes of a block, and how many of this one are used.
    rate: usize,
    used: usize,
}

impl Shake {
    /// SHAKE128 (`rate` 168) or SHAKE256 (`rate` 136) of the parts, one after the other.
    #[must_use]
    pub fn new(rate: usize, parts: &[&[u8]]) -> Shake {
        let mut shake = Shake { state: [0; 25], rate, used: 0 };
        for byte in parts.iter().copied().flatten() {
            shake.mix(*byte);
            shake.used += 1;
            shake.turn();
        }
        shake.mix(0x1f);
        shake.used = rate - 1;
        shake.mix(0x80);
        shake.used = rate;
        shake.turn();
        shake
    }

    fn mix(&mut self, byte: u8) {
        self.state[self.used / 8] ^= u64::from(byte) << (self.used % 8 * 8);
    }

    /// Goes to the next block when this one is used.
    fn turn(&mut self) {
        if self.used < self.rate {
            return;
        }
        self.used = 0;
        let a = &mut self.state;
        let mut register = 1_u8;
        for _ in 0..24 {
            let mut sums = [0; 5];
            for n in 0..25 {
                sums[n % 5] ^= a[n];
            }
            for n in 0..25 {
                a[n] ^= sums[(n + 4) % 5] ^ sums[(n + 1) % 5].rotate_left(1);
            }
            let (mut x, mut y) = (1, 0);
            let mut carried = a[1];
            for n in 0..24 {
                (x, y) = (y, (2 * x + 3 * y) % 5);
                let lane = &mut a[x + 5 * y];
                (carried, *lane) = (*lane, carried.rotate_left((n + 1) * (n + 2) / 2 % 64));
            }
            for row in a.chunks_exact_mut(5) {
                let old = [row[0], row[1], row[2], row[3], row[4]];
                for n in 0..5 {
                    row[n] ^= !old[(n + 1) % 5] & old[(n + 2) % 5];
                }
            }
            for n in 0..7 {
                a[0] ^= u64::from(register & 1) << ((1 << n) - 1);
                register = register << 1 ^ if register > 127 { 0x71 } else { 0 };
            }
        }
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        self.turn();
        let byte = self.state[self.used / 8] >> (self.used % 8 * 8);
        self.used += 1;
        byte as u8
    }

    /// The next `N` bytes.
    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        bytes.iter_mut().for_each(|byte| *byte = self.byte());
        bytes
    }
}
