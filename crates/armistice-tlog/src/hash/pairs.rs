//! Leaves and nodes hashed two at a time, for whoever has many.
//!
//! Must not: give another hash than the functions for one, or be called where the processor cannot: then it only costs more.

use armistice_lanes::compress_pair;
use sha2::block_api::compress256;

use super::{BLOCK, Hash, START, hash_of, leaf_hash, node_blocks, pad};

/// Leaf hashes of all entries, in their order. Two that are hashed together should have as many blocks, so the order of
/// hashing is by length.
pub(super) fn leaf_hashes(entries: &[&[u8]]) -> Vec<Hash> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|n| entries[*n].len());
    let mut hashes = vec![Hash([0; Hash::LEN]); entries.len()];
    for some in order.chunks(2) {
        match *some {
            [one, other] => [hashes[one], hashes[other]] = two_leaves(entries[one], entries[other]),
            [one] => hashes[one] = leaf_hash(entries[one]),
            _ => {}
        }
    }
    hashes
}

/// The blocks of a leaf: one with the prefix, those in the middle where they lie, and the padded end.
struct Leaf<'e> {
    first: [[u8; BLOCK]; 1],
    has_first: usize,
    middle: &'e [[u8; BLOCK]],
    last: [[u8; BLOCK]; 2],
    has_last: usize,
}

impl<'e> Leaf<'e> {
    fn of(entry: &'e [u8]) -> Leaf<'e> {
        let mut first = [[0; BLOCK]];
        let (has_first, middle, rest) = match entry.split_first_chunk::<{ BLOCK - 1 }>() {
            None => (0, [].as_slice(), entry),
            Some((head, rest)) => {
                first[0][1..].copy_from_slice(head);
                let (middle, rest) = rest.as_chunks::<BLOCK>();
                (1, middle, rest)
            }
        };
        // A leaf without a first block has its prefix in the last.
        let at = 1 - has_first;
        let mut last = [0; 2 * BLOCK];
        last[at..at + rest.len()].copy_from_slice(rest);
        let has_last = pad(&mut last, at + rest.len(), entry.len() + 1);
        let (blocks, _) = last.as_chunks::<BLOCK>();
        Leaf { first, has_first, middle, last: [blocks[0], blocks[1]], has_last }
    }

    fn parts(&self) -> [&[[u8; BLOCK]]; 3] {
        [&self.first[..self.has_first], self.middle, &self.last[..self.has_last]]
    }
}

fn two_leaves(one: &[u8], other: &[u8]) -> [Hash; 2] {
    let (one, other) = (Leaf::of(one), Leaf::of(other));
    let (mut a, mut b) = (START, START);
    let (mut of_a, mut of_b) = (one.parts().into_iter(), other.parts().into_iter());
    let (mut from_a, mut from_b): (&[_], &[_]) = (&[], &[]);
    loop {
        if from_a.is_empty() {
            match of_a.next() {
                Some(part) => from_a = part,
                None => break,
            }
        } else if from_b.is_empty() {
            match of_b.next() {
                Some(part) => from_b = part,
                None => break,
            }
        } else {
            let both = from_a.len().min(from_b.len());
            pair([&mut a, &mut b], [&from_a[..both], &from_b[..both]]);
            (from_a, from_b) = (&from_a[both..], &from_b[both..]);
        }
    }
    // One of the two has ended; what the other still has goes alone.
    std::iter::once(from_a).chain(of_a).for_each(|part| compress256(&mut a, part));
    std::iter::once(from_b).chain(of_b).for_each(|part| compress256(&mut b, part));
    [hash_of(a), hash_of(b)]
}

/// The nodes over two pairs.
pub(super) fn two_nodes(children: &[Hash; 4]) -> [Hash; 2] {
    let (mut a, mut b) = (START, START);
    let (one, other) = (node_blocks(&children[0], &children[1]), node_blocks(&children[2], &children[3]));
    pair([&mut a, &mut b], [one.as_chunks().0, other.as_chunks().0]);
    [hash_of(a), hash_of(b)]
}

/// As many blocks of both; what the lanes leave goes one at a time.
fn pair([a, b]: [&mut [u32; 8]; 2], blocks: [&[[u8; BLOCK]]; 2]) {
    let done = compress_pair([a, b], blocks);
    if done < blocks[0].len() {
        compress256(a, &blocks[0][done..]);
        compress256(b, &blocks[1][done..]);
    }
}
