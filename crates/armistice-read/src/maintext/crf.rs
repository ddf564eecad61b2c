//! A linear-chain model with two labels and integer weights: the same answer on every machine.
//!
//! Must not: compute features, or use floating point.

use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct WeightsFile {
    /// `transitions[from][to]`, 0 = furniture, 1 = main.
    transitions: [[i32; 2]; 2],
    bias: i32,
    weights: HashMap<String, i32>,
}

/// Trained weights: how much each feature speaks for "main", in thousandths of a nat.
#[derive(Debug)]
pub struct Model {
    transitions: [[i64; 2]; 2],
    bias: i64,
    weights: HashMap<String, i64>,
}

/// The model for text without markup.
pub static TEXT: LazyLock<Model> = LazyLock::new(|| Model::parse(include_str!("weights_text.toml")));
/// The model for pages with markup.
pub static HTML: LazyLock<Model> = LazyLock::new(|| Model::parse(include_str!("weights_html.toml")));

impl Model {
    fn parse(file: &str) -> Self {
        let file: WeightsFile = toml::from_str(file).expect("the weights ship with the crate");
        Self {
            transitions: file.transitions.map(|row| row.map(i64::from)),
            bias: i64::from(file.bias),
            weights: file.weights.into_iter().map(|(name, w)| (name, i64::from(w))).collect(),
        }
    }

    /// The weight of one feature; zero if it was not learnt.
    #[must_use]
    pub fn weight(&self, feature: &str) -> i64 {
        self.weights.get(feature).copied().unwrap_or(0)
    }

    /// The most likely labels of a chain, given for each line the sum of its features' weights. Ties: furniture.
    #[must_use]
    pub fn decode(&self, scores: &[i64]) -> Vec<bool> {
        let Some(first) = scores.first() else { return vec![] };
        let mut best = [0, first + self.bias];
        let mut from: Vec<[usize; 2]> = vec![[0, 0]];
        for score in &scores[1..] {
            let mut next = [0; 2];
            let mut back = [0; 2];
            for to in 0..2 {
                let stay = best[0] + self.transitions[0][to];
                let turn = best[1] + self.transitions[1][to];
                back[to] = usize::from(turn > stay);
                next[to] = stay.max(turn) + if to == 1 { score + self.bias } else { 0 };
            }
            best = next;
            from.push(back);
        }
        let mut label = usize::from(best[1] > best[0]);
        let mut labels = vec![false; scores.len()];
        for i in (0..scores.len()).rev() {
            labels[i] = label == 1;
            label = from[i][label];
        }
        labels
    }
}
