//! The joint record is the same for everybody after any order and split of exchanges: over a model in memory, with lines that
//! are cut, processes that die at any operation of their store, and a member who tells two histories.

use crate::exchange_world::{Author, Dice, Line, MISSION, NOW, Node, name};
use armistice::exchange::{report::Report, with_server};
use rayon::prelude::*;

const MEMBERS: [&str; 4] = ["astra", "borea", "ceres", "delos"];

/// Two of the nodes, by index.
fn two(nodes: &mut [Node], a: usize, b: usize) -> (&mut Node, &mut Node) {
    assert_ne!(a, b);
    let (low, high) = nodes.split_at_mut(a.max(b));
    if a < b { (&mut low[a], &mut high[0]) } else { (&mut high[0], &mut low[b]) }
}

/// One exchange, perhaps cut short. Whoever died starts again.
fn exchange(nodes: &mut [Node], a: usize, b: usize, requests: usize, die: Option<(bool, usize)>) -> Option<Report> {
    let (from, to) = two(nodes, a, b);
    match die {
        Some((true, at)) => from.die_at(at),
        Some((false, at)) => to.die_at(at),
        None => {}
    }
    let report = with_server(&mut from.replica, &Line::to(to, requests), None, NOW).ok();
    if die.is_some() {
        from.restart();
        to.restart();
    }
    report
}

/// Plays a mission of four from a seed, and says what differs at the end.
fn play(seed: u64) -> Result<(), String> {
    let mut dice = Dice::new(seed);
    let liar = dice.below(3) == 0;
    let mut nodes: Vec<Node> = MEMBERS.iter().map(|m| Node::new(Author::new(m, &MEMBERS), &MEMBERS)).collect();
    if liar {
        // The last member keeps a second set of books, at a place of its own.
        let mut second = nodes[3].author.clone();
        second.judge("the other history", vec![]);
        nodes.push(Node::new(second, &MEMBERS));
        nodes[3].author.judge("this history", vec![]);
        nodes[3].publish();
    }
    for node in &mut nodes {
        node.replica.set_batch(1 + dice.below(5));
    }
    for step in 0..24 + dice.below(24) {
        let a = dice.below(nodes.len());
        match dice.below(3) {
            0 => {
                let seen = nodes[a].seen();
                for i in 0..1 + dice.below(4) {
                    nodes[a].author.judge(&format!("{step}.{i}"), seen.clone());
                }
                nodes[a].publish();
            }
            _ => {
                let b = (a + 1 + dice.below(nodes.len() - 1)) % nodes.len();
                let requests = if dice.below(2) == 0 { dice.below(40) } else { usize::MAX };
                let die = (dice.below(3) == 0).then(|| (dice.below(2) == 0, dice.below(24)));
                exchange(&mut nodes, a, b, requests, die);
            }
        }
    }
    // Everybody meets everybody, the liar's two places too, until nothing more moves.
    for _ in 0..2 {
        for a in 0..nodes.len() {
            for b in (0..nodes.len()).filter(|b| *b != a) {
                exchange(&mut nodes, a, b, usize::MAX, None);
            }
        }
    }
    let honest = if liar { 3 } else { 4 };
    let records: Vec<String> = nodes[..honest].iter().map(Node::record).collect();
    for (record, member) in records.iter().zip(MEMBERS) {
        if *record != records[0] {
            return Err(format!("seed {seed}: {member} computes another record than {}", MEMBERS[0]));
        }
    }
    for node in &nodes[..honest] {
        for other in &nodes[..honest] {
            let held = node.replica.copies().get(&other.author.member).map_or(0, |c| c.size());
            if held != other.author.entries.len() as u64 {
                return Err(format!("seed {seed}: {} lacks entries of {}", node.author.member, other.author.member));
            }
        }
        if liar != node.replica.conflicts().contains_key(&name(MEMBERS[3])) {
            return Err(format!("seed {seed}: {} does not see the two histories", node.author.member));
        }
    }
    Ok(())
}

fn run(seeds: std::ops::Range<u64>) {
    let wrong: Vec<String> = seeds.into_par_iter().filter_map(|seed| play(seed).err()).collect();
    assert!(wrong.is_empty(), "{} seeds: {wrong:#?}", wrong.len());
}

#[test]
fn everybody_computes_one_record_after_any_exchanges() {
    assert_eq!(MISSION, "m");
    run(0..8);
}

mod slow {
    #[test]
    fn everybody_computes_one_record_after_thousands_of_orders() {
        super::run(1000..3000);
    }
}
