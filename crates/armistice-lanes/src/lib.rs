//! Blocks of two messages through SHA-256 side by side: what hashing many small things is bound by.
//!
//! Must not: pad, know what is hashed, touch memory by address, or be the only way: whoever calls has SHA-256 of its own.
//!
//! A round of SHA-256 waits for the round before. The instructions for it (SHA-NI) take four cycles until the result is
//! there, and the processor could begin another after two; so two messages at once take little longer than one. Nothing
//! here is unsafe but one call: of a function that needs those instructions, after asking the processor for them.

/// Bytes in a block.
pub const BLOCK: usize = 64;

/// Takes blocks of two messages into their states (FIPS 180-4 6.2.2), and says how many of each it took: as many as the
/// shorter one has, or none where the processor has no instructions for it. The rest is the caller's.
///
/// ```
/// use armistice_lanes::compress_pair;
/// use sha2::block_api::compress256;
///
/// let (mut one, mut other) = ([1; 8], [2; 8]);
/// let blocks = [[3; 64], [4; 64], [5; 64]];
/// let done = compress_pair([&mut one, &mut other], [&blocks, &blocks[..2]]);
/// assert!(done == 2 || done == 0);
/// compress256(&mut one, &blocks[done..]);
/// compress256(&mut other, &blocks[done..2]);
///
/// let mut alone = [2; 8];
/// compress256(&mut alone, &blocks[..2]);
/// assert_eq!(other, alone);
/// ```
#[must_use]
pub fn compress_pair(states: [&mut [u32; 8]; 2], blocks: [&[[u8; BLOCK]]; 2]) -> usize {
    #[cfg(target_arch = "x86_64")]
    if x86::present() {
        let both = blocks[0].len().min(blocks[1].len());
        let [one, other] = blocks.map(|blocks| &blocks[..both]);
        #[expect(unsafe_code, reason = "the instructions that the function needs are there: asked in the line above")]
        // SAFETY: `present` asked the processor for every feature that `compress` is compiled with.
        unsafe {
            x86::compress(states, one, other);
        }
        return both;
    }
    let _ = (states, blocks);
    0
}

/// Whether [`compress_pair`] does anything on this processor.
#[must_use]
pub fn present() -> bool {
    #[cfg(target_arch = "x86_64")]
    return x86::present();
    #[cfg(not(target_arch = "x86_64"))]
    false
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use core::arch::x86_64::{
        __m128i, _mm_add_epi32, _mm_alignr_epi8, _mm_blend_epi16, _mm_extract_epi32, _mm_set_epi8, _mm_set_epi32,
        _mm_set_epi64x, _mm_sha256msg1_epu32, _mm_sha256msg2_epu32, _mm_sha256rnds2_epu32, _mm_shuffle_epi8,
        _mm_shuffle_epi32,
    };

    use super::BLOCK;

    /// The constants of the 64 rounds (FIPS 180-4 4.2.2), four rounds in a row.
    #[rustfmt::skip]
    const K: [[u32; 4]; 16] = [
        [0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5], [0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5],
        [0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3], [0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174],
        [0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc], [0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da],
        [0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7], [0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967],
        [0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13], [0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85],
        [0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3], [0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070],
        [0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5], [0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3],
        [0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208], [0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2],
    ];

    /// Whether the processor has what [`compress`] needs. The answer is kept by the standard library.
    pub(super) fn present() -> bool {
        is_x86_feature_detected!("sha")
            && is_x86_feature_detected!("sse2")
            && is_x86_feature_detected!("ssse3")
            && is_x86_feature_detected!("sse4.1")
    }

    /// Four words as a vector, the first one lowest.
    #[inline]
    #[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
    fn words([a, b, c, d]: [u32; 4]) -> __m128i {
        _mm_set_epi32(d.cast_signed(), c.cast_signed(), b.cast_signed(), a.cast_signed())
    }

    /// One message: its state in the order of the instructions (ABEF, CDGH) and the 16 newest words of its schedule.
    #[derive(Clone, Copy)]
    struct Lane {
        abef: __m128i,
        cdgh: __m128i,
        words: [__m128i; 4],
    }

    impl Lane {
        #[inline]
        #[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
        fn of(state: &[u32; 8]) -> Lane {
            let [a, b, c, d, e, f, g, h] = *state;
            let none = words([0; 4]);
            Lane { abef: words([f, e, b, a]), cdgh: words([h, g, d, c]), words: [none; 4] }
        }

        #[inline]
        #[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
        fn state(self) -> [u32; 8] {
            // As words from high to low: A B E F and C D G H.
            let cdab = _mm_shuffle_epi32(self.abef, 0x1B);
            let ghcd = _mm_shuffle_epi32(self.cdgh, 0xB1);
            let abcd = _mm_blend_epi16(cdab, ghcd, 0xF0);
            let efgh = _mm_alignr_epi8(ghcd, cdab, 8);
            let four = |v: __m128i| {
                [
                    _mm_extract_epi32(v, 0).cast_unsigned(),
                    _mm_extract_epi32(v, 1).cast_unsigned(),
                    _mm_extract_epi32(v, 2).cast_unsigned(),
                    _mm_extract_epi32(v, 3).cast_unsigned(),
                ]
            };
            let ([a, b, c, d], [e, f, g, h]) = (four(abcd), four(efgh));
            [a, b, c, d, e, f, g, h]
        }

        /// Begins a block: its 16 words, which are big-endian.
        #[inline]
        #[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
        fn begin(&mut self, block: &[u8; BLOCK]) {
            let turn = _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
            let (eights, _) = block.as_chunks::<8>();
            for (word, two) in self.words.iter_mut().zip(eights.chunks_exact(2)) {
                let four = _mm_set_epi64x(i64::from_le_bytes(two[1]), i64::from_le_bytes(two[0]));
                *word = _mm_shuffle_epi8(four, turn);
            }
        }

        /// Four rounds.
        #[inline]
        #[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
        fn rounds(&mut self, at: usize) {
            let two = _mm_add_epi32(self.words[at % 4], words(K[at]));
            self.cdgh = _mm_sha256rnds2_epu32(self.cdgh, self.abef, two);
            self.abef = _mm_sha256rnds2_epu32(self.abef, self.cdgh, _mm_shuffle_epi32(two, 0x0E));
        }

        /// The next four words of the schedule, in the place of those that the rounds have just used.
        #[inline]
        #[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
        fn extend(&mut self, at: usize) {
            let [first, second, third, fourth] =
                [self.words[at % 4], self.words[(at + 1) % 4], self.words[(at + 2) % 4], self.words[(at + 3) % 4]];
            let sum = _mm_add_epi32(_mm_sha256msg1_epu32(first, second), _mm_alignr_epi8(fourth, third, 4));
            self.words[at % 4] = _mm_sha256msg2_epu32(sum, fourth);
        }
    }

    /// Both messages have as many blocks.
    #[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
    pub(super) fn compress(states: [&mut [u32; 8]; 2], one: &[[u8; BLOCK]], other: &[[u8; BLOCK]]) {
        let [first, second] = states;
        let (mut a, mut b) = (Lane::of(first), Lane::of(second));
        for (of_a, of_b) in one.iter().zip(other) {
            let (before_a, before_b) = (a, b);
            a.begin(of_a);
            b.begin(of_b);
            // Written out, so that every place in an array is known when this is compiled.
            macro_rules! steps {
                ($($at:literal)*) => {
                    $(
                        a.rounds($at);
                        b.rounds($at);
                        if $at < 12 {
                            a.extend($at);
                            b.extend($at);
                        }
                    )*
                };
            }
            steps!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15);
            for (lane, before) in [(&mut a, before_a), (&mut b, before_b)] {
                lane.abef = _mm_add_epi32(lane.abef, before.abef);
                lane.cdgh = _mm_add_epi32(lane.cdgh, before.cdgh);
            }
        }
        *first = a.state();
        *second = b.state();
    }
}
