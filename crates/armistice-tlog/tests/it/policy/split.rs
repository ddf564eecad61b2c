//! The split-view laboratory: how many witnesses must lie for two views of one log to pass. The bound is compared with
//! every choice of liars and every division of the honest, on trees of groups, and then with real signatures.

use super::{Note, checkpoint, cosignature, log_line, log_signature, policy, witness_line};
use armistice_tlog::hash::leaf_hash;
use armistice_tlog::policy::Policy;
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::fmt::Write as _;

/// A rule, apart from the code that is tested: witness number, or at least so many of these.
#[derive(Debug, Clone)]
pub(super) enum Tree {
    Witness(usize),
    Group(usize, Vec<Tree>),
}

impl Tree {
    /// Whether these witnesses (bits) satisfy the rule.
    fn satisfied(&self, cosigned: u32) -> bool {
        match self {
            Tree::Witness(number) => cosigned >> number & 1 == 1,
            Tree::Group(needed, members) => {
                members.iter().filter(|member| member.satisfied(cosigned)).count() >= *needed
            }
        }
    }

    pub(super) fn witnesses(&self) -> usize {
        match self {
            Tree::Witness(_) => 1,
            Tree::Group(_, members) => members.iter().map(Tree::witnesses).sum(),
        }
    }

    /// Numbers the witnesses from left to right.
    fn numbered(mut self) -> Tree {
        fn number(tree: &mut Tree, next: &mut usize) {
            match tree {
                Tree::Witness(own) => {
                    *own = *next;
                    *next += 1;
                }
                Tree::Group(_, members) => members.iter_mut().for_each(|member| number(member, next)),
            }
        }
        number(&mut self, &mut 0);
        self
    }

    /// The rule as a policy file, without logs.
    pub(super) fn policy(&self) -> String {
        fn write(tree: &Tree, text: &mut String, groups: &mut usize) -> String {
            match tree {
                Tree::Witness(number) => {
                    *text += &witness_line(*number as u8 + 1);
                    format!("w{}", number + 1)
                }
                Tree::Group(needed, members) => {
                    let names: Vec<_> = members.iter().map(|member| write(member, text, groups)).collect();
                    *groups += 1;
                    let name = format!("g{groups}");
                    let _ = writeln!(text, "group {name} {needed} {}", names.join(" "));
                    name
                }
            }
        }
        let mut text = String::new();
        let quorum = write(self, &mut text, &mut 0);
        text + &format!("quorum {quorum}\n")
    }

    /// Whether these liars (bits) can have two views satisfied: they cosign both, and for some division of the honest,
    /// each of whom cosigns one, both views pass.
    fn can_be_split(&self, liars: u32) -> bool {
        let all = (1 << self.witnesses()) - 1;
        let honest = all & !liars;
        let mut first = honest;
        // Every subset of the honest.
        loop {
            if self.satisfied(first | liars) && self.satisfied((honest & !first) | liars) {
                return true;
            }
            if first == 0 {
                return false;
            }
            first = (first - 1) & honest;
        }
    }
}

/// A group of n witnesses of which k are needed.
fn flat(needed: usize, members: usize) -> Tree {
    Tree::Group(needed, vec![Tree::Witness(0); members])
}

/// Every rule of two groups of at most three and their own threshold, with the groups' numbers.
fn two_groups(largest: usize) -> impl Iterator<Item = (usize, [(usize, usize); 2], Tree)> {
    let groups = move || (1..=largest).flat_map(|members| (1..=members).map(move |needed| (needed, members)));
    (1..=2).flat_map(move |outer| {
        groups().flat_map(move |a| {
            groups().map(move |b| (outer, [a, b], Tree::Group(outer, vec![flat(a.0, a.1), flat(b.0, b.1)]).numbered()))
        })
    })
}

/// Trees of groups with at most six witnesses.
pub(super) fn trees() -> impl Strategy<Value = Tree> {
    let leaf = Just(Tree::Witness(0));
    leaf.prop_recursive(3, 9, 4, |inner| {
        (prop::collection::vec(inner, 1..=4), any::<prop::sample::Index>())
            .prop_map(|(members, needed)| Tree::Group(1 + needed.index(members.len()), members))
    })
    .prop_filter("at most six witnesses", |tree| tree.witnesses() <= 6)
    .prop_map(Tree::numbered)
}

fn names(liars: u32) -> Vec<String> {
    (0..32).filter(|number| liars >> number & 1 == 1).map(|number| format!("w{}", number + 1)).collect()
}

/// The rule's own numbers against every choice of liars.
fn check_bound(tree: &Tree) {
    let policy = policy(&tree.policy());
    let bound = policy.collusion_bound();
    let mut least = u32::MAX;
    for liars in 0..1_u32 << tree.witnesses() {
        let names = names(liars);
        let names: Vec<_> = names.iter().map(|name| name.as_bytes()).collect();
        let split = tree.can_be_split(liars);
        assert_eq!(policy.can_be_split_by(&names), split, "{tree:?}, liars {liars:b}");
        if split {
            least = least.min(liars.count_ones());
        }
    }
    assert_eq!((bound.liars, bound.witnesses), (least as usize, tree.witnesses()), "{tree:?}");
    // The example is one: those liars suffice.
    let example: Vec<_> = bound.example.iter().map(|name| name.as_bytes()).collect();
    assert!(example.len() == bound.liars && policy.can_be_split_by(&example), "{tree:?}");

    let sizes = |wanted: &dyn Fn(u32) -> bool| {
        (0..1_u32 << tree.witnesses()).filter(|set| wanted(*set)).map(|set| set.count_ones() as usize).min()
    };
    assert_eq!(Some(policy.smallest_quorum()), sizes(&|set| tree.satisfied(set)), "{tree:?}");
    assert_eq!(policy.stopped_by(), sizes(&|silent| !tree.satisfied(!silent)), "{tree:?}");
}

#[test]
fn bound_of_flat_groups() {
    for members in 1..=6 {
        for needed in 1..=members {
            let tree = flat(needed, members).numbered();
            check_bound(&tree);
            let bound = policy(&tree.policy()).collusion_bound();
            assert_eq!(bound.liars, (2 * needed).saturating_sub(members));
            assert_eq!(bound.groups[0].overlap, bound.liars);
        }
    }
}

#[test]
fn bound_of_two_groups() {
    for (outer, groups, tree) in two_groups(3) {
        check_bound(&tree);
        let [a, b] = groups.map(|(needed, members)| (2 * needed).saturating_sub(members));
        // Both are needed: both must be split. One is enough: each view takes its own, for nothing.
        let liars = if outer == 2 { a + b } else { 0 };
        assert_eq!(policy(&tree.policy()).collusion_bound().liars, liars, "{groups:?}");
    }
}

proptest! {
    #[test]
    fn bound_of_any_tree(tree in trees()) {
        check_bound(&tree);
    }
}

#[test]
fn the_bound_in_words() {
    let check = |policy: &Policy, expected: Expect| expected.assert_eq(&policy.collusion_bound().to_string());
    let w = |lines: &str| policy(&super::with_witnesses(8, lines));
    check(
        &w("quorum none\n"),
        expect!["Two views of one log can both pass if its key signs both: this policy asks for no witness."],
    );
    check(
        &w("quorum w1\n"),
        expect!["Two views of one log can both pass only if its key signs both and at least 1 of 1 witnesses lie: w1."],
    );
    check(
        &w("group g any w1 w2\nquorum g\n"),
        expect![
            "Two views of one log can both pass if its key signs both, and no witness need lie: the honest witnesses alone can be divided into two quorums."
        ],
    );
    check(
        &w("group g 2 w1 w2 w3\nquorum g\n"),
        expect![
            "Two views of one log can both pass only if its key signs both and at least 1 of 3 witnesses lie: at least 1 of the 3 in g."
        ],
    );
    check(
        &w("group g all w1 w2 w3\nquorum g\n"),
        expect![
            "Two views of one log can both pass only if its key signs both and at least 3 of 3 witnesses lie: all 3 in g."
        ],
    );
    check(
        &w("group g 2 w1 w2 w3\ngroup h 3 w4 w5 w6 w7\ngroup both all g h\nquorum both\n"),
        expect![
            "Two views of one log can both pass only if its key signs both and at least 3 of 7 witnesses lie: at least 1 of the 3 in g and at least 2 of the 4 in h."
        ],
    );
    check(
        &w("group g 2 w1 w2 w3\ngroup all3 all g w7 w8\nquorum all3\n"),
        expect![
            "Two views of one log can both pass only if its key signs both and at least 3 of 5 witnesses lie: at least 1 of the 3 in g and w7 and w8."
        ],
    );
    check(
        &w("group g any w1 w2\ngroup h all w3 w4\ngroup both all g h\nquorum both\n"),
        expect![
            "Two views of one log can both pass only if its key signs both and at least 2 of 4 witnesses lie: all 2 in h."
        ],
    );
    check(
        &w("group g 2 w1 w2 w3\ngroup h 2 w4 w5 w6\ngroup two 2 g h w7\nquorum two\n"),
        expect![
            "Two views of one log can both pass only if its key signs both and at least 1 of 7 witnesses lie: 1 of these 3: (at least 1 of the 3 in g), (at least 1 of the 3 in h), (w7)."
        ],
    );
    let three = w("group g 2 w1 w2 w3\ngroup h 2 w4 w5 w6\ngroup i all w7\ngroup j all w8\n\
                   group three 3 g h i j\nquorum three\n");
    check(
        &three,
        expect![
            "Two views of one log can both pass only if its key signs both and at least 2 of 8 witnesses lie: 2 of these 4: (at least 1 of the 3 in g), (at least 1 of the 3 in h), (w7), (w8)."
        ],
    );
}

/// The laboratory with real signatures. The log signs two checkpoints of one size; liars cosign both, of the honest each
/// cosigns one. Both notes are evaluated as a reader would.
struct Laboratory {
    texts: [String; 2],
    log: [armistice_tlog::note::SignatureLine; 2],
    cosigned: [Vec<armistice_tlog::note::SignatureLine>; 2],
}

impl Laboratory {
    fn new() -> Laboratory {
        let texts = [checkpoint(leaf_hash(b"shown to one")), checkpoint(leaf_hash(b"shown to the other"))];
        let log = texts.each_ref().map(|text| log_signature(text));
        let cosigned = texts.each_ref().map(|text| (1..=6).map(|number| cosignature(text, number, 1000)).collect());
        Laboratory { texts, log, cosigned }
    }

    /// Whether both views pass if these witnesses cosigned the first, and these the second.
    fn both_pass(&self, policy: &Policy, cosigned: [u32; 2]) -> bool {
        (0..2).all(|view| {
            let lines = (0..6).filter(|number| cosigned[view] >> number & 1 == 1);
            let lines = lines.map(|number| self.cosigned[view][number].clone());
            let note = Note::new(&self.texts[view], std::iter::once(self.log[view].clone()).chain(lines).collect());
            policy.evaluate(&note.expect("a note")).satisfied()
        })
    }
}

/// n witnesses of which f lie: two views pass, for the best division of the honest, exactly when f ≥ 2k − n.
#[test]
fn real_signatures() {
    let laboratory = Laboratory::new();
    for members in 1..=6 {
        for needed in 1..=members {
            let tree = flat(needed, members).numbered();
            let policy = policy(&(log_line() + &tree.policy()));
            for liars in 0..=members {
                let lying = (1_u32 << liars) - 1;
                // The honest are alike: only how many of them see the first view matters.
                let accepted = (0..=members - liars).any(|first| {
                    let first = ((1_u32 << first) - 1) << liars;
                    let second = ((1_u32 << members) - 1) & !lying & !first;
                    laboratory.both_pass(&policy, [lying | first, lying | second])
                });
                assert_eq!(accepted, liars + members >= 2 * needed, "{needed} of {members}, {liars} lie");
                assert_eq!(accepted, liars >= policy.collusion_bound().liars);
            }
        }
    }
}

/// Two groups, both or either needed, every number of liars in each.
#[test]
fn real_signatures_of_two_groups() {
    let laboratory = Laboratory::new();
    for (outer, groups, tree) in two_groups(3) {
        let policy = policy(&(log_line() + &tree.policy()));
        let [(need_a, a), (need_b, b)] = groups;
        for (lying_a, lying_b) in (0..=a).flat_map(|x| (0..=b).map(move |y| (x, y))) {
            let ones = |count: usize, from: usize| ((1_u32 << count) - 1) << from;
            let lying = ones(lying_a, 0) | ones(lying_b, a);
            let divisions = (0..=a - lying_a).flat_map(|x| (0..=b - lying_b).map(move |y| (x, y)));
            let accepted = divisions.into_iter().any(|(x, y)| {
                let first = ones(x, lying_a) | ones(y, a + lying_b);
                let second = ones(a + b, 0) & !lying & !first;
                laboratory.both_pass(&policy, [lying | first, lying | second])
            });
            let splits = [lying_a + a >= 2 * need_a, lying_b + b >= 2 * need_b];
            let expected = if outer == 2 { splits == [true, true] } else { true };
            assert_eq!(accepted, expected, "{outer} of {groups:?}, {lying_a} and {lying_b} lie");
            let liars = names(lying);
            let liars: Vec<_> = liars.iter().map(|name| name.as_bytes()).collect();
            assert_eq!(accepted, policy.can_be_split_by(&liars));
        }
    }
}
