//! Every root and every proof, three ways: this crate, the recursion of RFC 9162 2.1 read word by word, and the crate
//! `ct-merkle`, which others wrote.

use std::collections::HashMap;

use armistice_tlog::hash::{Hash, leaf_hash, node_hash};
use armistice_tlog::tree::{Tree, verify_consistency, verify_inclusion};
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use sha2::Sha256;

/// Sizes that the issue of tiles has to be right for.
const LARGEST: usize = 1100;

/// MTH, PATH and SUBPROOF as RFC 9162 2.1 defines them; a range that was hashed is not hashed again.
#[derive(Default)]
struct Naive {
    leaves: Vec<Hash>,
    known: HashMap<(usize, usize), Hash>,
}

/// The largest power of two smaller than n.
fn k(n: usize) -> usize {
    let mut k = 1;
    while k * 2 < n {
        k *= 2;
    }
    k
}

impl Naive {
    fn mth(&mut self, from: usize, to: usize) -> Hash {
        if to - from == 1 {
            return self.leaves[from];
        }
        if let Some(hash) = self.known.get(&(from, to)) {
            return *hash;
        }
        let middle = from + k(to - from);
        let hash = node_hash(&self.mth(from, middle), &self.mth(middle, to));
        self.known.insert((from, to), hash);
        hash
    }

    fn path(&mut self, m: usize, from: usize, to: usize) -> Vec<Hash> {
        if to - from == 1 {
            return Vec::new();
        }
        let middle = from + k(to - from);
        let (mut path, sibling) = if m < middle {
            (self.path(m, from, middle), self.mth(middle, to))
        } else {
            (self.path(m, middle, to), self.mth(from, middle))
        };
        path.push(sibling);
        path
    }

    fn subproof(&mut self, m: usize, from: usize, to: usize, complete: bool) -> Vec<Hash> {
        if m == to {
            return if complete { Vec::new() } else { vec![self.mth(from, to)] };
        }
        let middle = from + k(to - from);
        let (mut proof, other) = if m <= middle {
            (self.subproof(m, from, middle, complete), self.mth(middle, to))
        } else {
            (self.subproof(m, middle, to, false), self.mth(from, middle))
        };
        proof.push(other);
        proof
    }
}

fn bytes(hashes: &[Hash]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| *hash.as_bytes()).collect()
}

/// Compares the sizes asked for; at each, all entries and all earlier sizes, or one in `step` of them.
fn compare(asked: impl Fn(usize) -> bool, step: usize) {
    let (mut tree, mut naive) = (Tree::new(), Naive::default());
    let mut peer: MemoryBackedTree<Sha256, Vec<u8>> = MemoryBackedTree::new();
    let mut roots = vec![tree.root()];
    for size in 1..=LARGEST {
        let entry = format!("entry {size}").into_bytes();
        let leaf = leaf_hash(&entry);
        tree.push(leaf);
        naive.leaves.push(leaf);
        peer.push(entry);
        let root = tree.root();
        roots.push(root);
        assert_eq!(naive.mth(0, size), root, "root of {size}");
        assert_eq!(peer.root().as_bytes()[..], root.as_bytes()[..], "peer's root of {size}");
        if !asked(size) {
            continue;
        }
        let wide = size as u64;
        for n in (size % step..size).step_by(step) {
            let path = tree.inclusion(n as u64, wide).expect("in it");
            assert_eq!(path, naive.path(n, 0, size), "path of {n} in {size}");
            assert_eq!(bytes(&path), peer.prove_inclusion(n).as_bytes(), "peer's path of {n} in {size}");
            assert_eq!(verify_inclusion(&naive.leaves[n], n as u64, wide, &path, &root), Ok(()), "{n} in {size}");
            // From n + 1 entries to all of them.
            let old = n + 1;
            let proof = tree.consistency(old as u64, wide).expect("in it");
            assert_eq!(proof, naive.subproof(old, 0, size, true), "proof from {old} to {size}");
            if old < size {
                let peers = peer.prove_consistency(size - old);
                assert_eq!(bytes(&proof), peers.as_bytes(), "peer's proof from {old} to {size}");
            }
            assert_eq!(verify_consistency(old as u64, wide, &proof, &roots[old], &root), Ok(()), "{old} to {size}");
        }
    }
}

#[test]
fn all_proofs_at_some_sizes() {
    compare(|size| size <= 70 || size % 97 == 0 || (size & (size - 1)) < 2 || size == LARGEST, 3);
}

mod slow {
    #[test]
    fn all_proofs_at_every_size() {
        super::compare(|_| true, 1);
    }
}
