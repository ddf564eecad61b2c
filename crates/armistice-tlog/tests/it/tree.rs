//! The tree against a naive recursion straight from RFC 9162 2.1: every size, every entry, every altered hash.

use armistice_tlog::hash::{Hash, empty_root, leaf_hash, node_hash};
use armistice_tlog::tree::{Frontier, ProofError, Tree, TreeError, verify_consistency, verify_inclusion};
use proptest::prelude::*;

const LARGEST: u64 = 200;

fn leaves(count: u64) -> Vec<Hash> {
    (0..count).map(|n| leaf_hash(&n.to_be_bytes())).collect()
}

fn tree_of(leaves: &[Hash]) -> Tree {
    let mut tree = Tree::new();
    for (n, leaf) in leaves.iter().enumerate() {
        assert_eq!(tree.push(*leaf), n as u64);
    }
    tree
}

/// MTH of RFC 9162 2.1.1.
fn naive_root(d: &[Hash]) -> Hash {
    match d {
        [] => empty_root(),
        [one] => *one,
        _ => {
            let (left, right) = d.split_at(naive_split(d.len()));
            node_hash(&naive_root(left), &naive_root(right))
        }
    }
}

/// PATH of 2.1.3.1.
fn naive_path(m: usize, d: &[Hash]) -> Vec<Hash> {
    if d.len() == 1 {
        return Vec::new();
    }
    let k = naive_split(d.len());
    let (mut path, sibling) = if m < k {
        (naive_path(m, &d[..k]), naive_root(&d[k..]))
    } else {
        (naive_path(m - k, &d[k..]), naive_root(&d[..k]))
    };
    path.push(sibling);
    path
}

/// SUBPROOF of 2.1.4.1.
fn naive_subproof(m: usize, d: &[Hash], complete: bool) -> Vec<Hash> {
    if m == d.len() {
        return if complete { Vec::new() } else { vec![naive_root(d)] };
    }
    let k = naive_split(d.len());
    let (mut proof, other) = if m <= k {
        (naive_subproof(m, &d[..k], complete), naive_root(&d[k..]))
    } else {
        (naive_subproof(m - k, &d[k..], false), naive_root(&d[..k]))
    };
    proof.push(other);
    proof
}

fn naive_split(n: usize) -> usize {
    let mut k = 1;
    while k * 2 < n {
        k *= 2;
    }
    k
}

fn altered(hash: Hash) -> Hash {
    let mut bytes = *hash.as_bytes();
    bytes[17] ^= 0x10;
    Hash::from_bytes(bytes)
}

#[test]
fn roots_of_every_size() {
    let leaves = leaves(LARGEST);
    let tree = tree_of(&leaves);
    let mut edge = Frontier::new();
    for size in 0..=LARGEST {
        let expected = naive_root(&leaves[..size as usize]);
        assert_eq!(edge.root(), expected, "frontier at {size}");
        assert_eq!(edge.size(), size);
        assert_eq!(tree.root_at(size), Ok(expected), "tree at {size}");
        assert_eq!(tree_of(&leaves[..size as usize]).root(), expected, "whole tree at {size}");
        if let Some(leaf) = leaves.get(size as usize) {
            edge.push(*leaf);
        }
    }
}

#[test]
fn inclusion_of_every_entry_in_every_size() {
    let leaves = leaves(LARGEST);
    let tree = tree_of(&leaves);
    for size in 1..=LARGEST {
        let held = &leaves[..size as usize];
        let root = naive_root(held);
        for index in 0..size {
            let leaf = held[index as usize];
            let path = tree.inclusion(index, size).expect("in the tree");
            // The naive path costs the square of the size: all of them for small trees, a sample for larger ones.
            if size <= 40 || (index * 7 + size) % 23 == 0 {
                assert_eq!(path, naive_path(index as usize, held), "path of {index} in {size}");
            }
            assert_eq!(verify_inclusion(&leaf, index, size, &path, &root), Ok(()), "{index} in {size}");
            let refused = |leaf: &Hash, index, size, path: &[Hash], root: &Hash, what: &str| {
                assert!(verify_inclusion(leaf, index, size, path, root).is_err(), "{what}: {index} in {size}");
            };
            for n in 0..path.len() {
                let mut path = path.clone();
                path[n] = altered(path[n]);
                refused(&leaf, index, size, &path, &root, "altered path");
            }
            refused(&altered(leaf), index, size, &path, &root, "altered leaf");
            refused(&leaf, index, size, &path, &altered(root), "altered root");
            refused(&leaf, (index + 1) % (size + 1), size, &path, &root, "other index");
            refused(&leaf, index, size, &[&path[..], &[root]].concat(), &root, "longer path");
            if let Some((_, shorter)) = path.split_last() {
                refused(&leaf, index, size, shorter, &root, "shorter path");
            }
        }
    }
}

#[test]
fn consistency_of_every_pair_of_sizes() {
    let leaves = leaves(LARGEST);
    let tree = tree_of(&leaves);
    let roots: Vec<Hash> = (0..=leaves.len()).map(|size| naive_root(&leaves[..size])).collect();
    for new in 0..=LARGEST {
        for old in 0..=new {
            let (old_root, new_root) = (roots[old as usize], roots[new as usize]);
            let proof = tree.consistency(old, new).expect("in the tree");
            if old > 0 && (new <= 40 || (old * 7 + new) % 23 == 0) {
                let naive = naive_subproof(old as usize, &leaves[..new as usize], true);
                assert_eq!(proof, naive, "proof from {old} to {new}");
            }
            assert_eq!(verify_consistency(old, new, &proof, &old_root, &new_root), Ok(()), "{old} to {new}");
            let refused = |proof: &[Hash], old_root: &Hash, new_root: &Hash, what: &str| {
                assert!(verify_consistency(old, new, proof, old_root, new_root).is_err(), "{what}: {old} to {new}");
            };
            for n in 0..proof.len() {
                let mut proof = proof.clone();
                proof[n] = altered(proof[n]);
                refused(&proof, &old_root, &new_root, "altered proof");
            }
            refused(&proof, &altered(old_root), &new_root, "altered earlier root");
            // Nothing is known of a later tree from the empty one: any root is consistent with it.
            if old > 0 || new == 0 {
                refused(&proof, &old_root, &altered(new_root), "altered later root");
            }
            refused(&[&proof[..], &[new_root]].concat(), &old_root, &new_root, "longer proof");
            if let Some((_, shorter)) = proof.split_last() {
                refused(shorter, &old_root, &new_root, "shorter proof");
            }
        }
    }
}

#[test]
fn impossible_requests_say_why() {
    let tree = tree_of(&leaves(5));
    assert_eq!(tree.root_at(6), Err(TreeError::NoSuchSize { asked: 6, size: 5 }));
    assert_eq!(tree.inclusion(5, 5), Err(TreeError::NoSuchEntry { index: 5, size: 5 }));
    assert_eq!(tree.inclusion(0, 6), Err(TreeError::NoSuchSize { asked: 6, size: 5 }));
    assert_eq!(tree.consistency(4, 3), Err(TreeError::SizesReversed { old: 4, new: 3 }));
    let root = tree.root();
    assert_eq!(verify_inclusion(&root, 5, 5, &[], &root), Err(ProofError::NoSuchEntry { index: 5, size: 5 }));
    assert_eq!(verify_inclusion(&root, 0, 5, &[], &root), Err(ProofError::Length { expected: 3, found: 0 }));
    assert_eq!(verify_consistency(4, 3, &[], &root, &root), Err(ProofError::SizesReversed { old: 4, new: 3 }));
}

proptest! {
    /// Whatever the sizes and hashes claimed, verifying ends with an answer.
    #[test]
    fn verifiers_bear_anything(a: u64, b: u64, hashes in prop::collection::vec(any::<[u8; 32]>(), 0..70)) {
        let hashes: Vec<Hash> = hashes.into_iter().map(Hash::from_bytes).collect();
        let root = leaf_hash(b"root");
        prop_assert!(verify_inclusion(&root, a, b, &hashes, &altered(root)).is_err());
        if a != 0 {
            prop_assert!(verify_consistency(a, b, &hashes, &root, &altered(root)).is_err());
        }
    }

    #[test]
    fn frontier_and_tree_agree(count in 0_u64..3000, cut in 0_u64..3000) {
        let leaves = leaves(count);
        let tree = tree_of(&leaves);
        let mut edge = Frontier::new();
        for leaf in &leaves {
            edge.push(*leaf);
        }
        prop_assert_eq!(tree.root(), edge.root());
        let cut = cut.min(count);
        let proof = tree.consistency(cut, count).expect("in the tree");
        let earlier = tree.root_at(cut).expect("in the tree");
        prop_assert_eq!(verify_consistency(cut, count, &proof, &earlier, &tree.root()), Ok(()));
    }
}
