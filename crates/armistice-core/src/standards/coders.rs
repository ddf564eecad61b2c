//! A second coding: how far coders agree, per field and per two coders, and what they disagree on.
//!
//! Percent agreement and Cohen's kappa for two; Krippendorff's alpha (nominal) for any number, with values missing. Computed in
//! whole numbers and given in thousandths, rounded to the nearest, halves away from zero, so that every machine gives the same.
//!
//! Must not: use floating point, or count a value that was given in sight of the others' values.

use crate::{record::Step, statement::ledger::Coded};
use std::collections::{BTreeMap, BTreeSet};

/// A coder: member and code.
pub type Coder = (String, String);

/// How far two coders agree on a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairAgreement {
    /// One coder.
    pub a: Coder,
    /// The other.
    pub b: Coder,
    /// Things that both coded.
    pub both: u64,
    /// Of these, with the same value.
    pub same: u64,
    /// Cohen's kappa, in thousandths. `None` where chance alone would give full agreement: there is nothing to tell.
    pub kappa_permille: Option<i32>,
}

impl PairAgreement {
    /// Agreement in thousandths of the things that both coded; `None` if there are none.
    #[must_use]
    pub fn agreement_permille(&self) -> Option<i32> {
        thousandths(i128::from(self.same), i128::from(self.both))
    }
}

/// How far all coders agree on a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldAgreement {
    /// The field.
    pub field: String,
    /// Coders who gave values.
    pub coders: BTreeSet<Coder>,
    /// Things with at least two values.
    pub things: u64,
    /// Values that were given in sight of the others': left out.
    pub not_blind: u64,
    /// Two and two.
    pub pairs: Vec<PairAgreement>,
    /// Krippendorff's alpha for nominal values, in thousandths. `None` without two values of one thing, or if all values are
    /// the same.
    pub alpha_permille: Option<i32>,
}

/// Something that coders coded differently: work for the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// The thing.
    pub thing: String,
    /// The field.
    pub field: String,
    /// Who gave which value.
    pub values: BTreeMap<String, BTreeSet<Coder>>,
}

/// `a / b` in thousandths, to the nearest, halves away from zero.
fn thousandths(a: i128, b: i128) -> Option<i32> {
    let (a, b) = if b < 0 { (-a, -b) } else { (a, b) };
    if b == 0 {
        return None;
    }
    let scaled = a.checked_mul(2_000)?;
    let half = if scaled < 0 { scaled.checked_sub(b)? } else { scaled.checked_add(b)? };
    i32::try_from(half / b.checked_mul(2)?).ok()
}

/// The values of a field: thing, coder, value. The latest of each coder.
type Values<'a> = BTreeMap<&'a str, BTreeMap<Coder, (&'a str, bool)>>;

fn values(codings: &[Step<Coded>]) -> BTreeMap<&str, Values<'_>> {
    let mut fields: BTreeMap<&str, Values<'_>> = BTreeMap::new();
    for s in codings {
        let coder = (s.at.member.clone(), s.body.coder.clone());
        let thing = fields.entry(&s.body.field).or_default().entry(&s.body.thing).or_default();
        thing.insert(coder, (&s.body.value, s.body.blind));
    }
    fields
}

/// How far coders agree, field by field. Give the codings in canonical order.
#[must_use]
pub fn coder_agreement(codings: &[Step<Coded>]) -> Vec<FieldAgreement> {
    values(codings).into_iter().map(|(field, values)| field_agreement(field, &values)).collect()
}

fn field_agreement(field: &str, values: &Values<'_>) -> FieldAgreement {
    let all = || values.values().flatten();
    let coders: BTreeSet<Coder> = all().map(|(c, _)| c.clone()).collect();
    let blind: Vec<BTreeMap<&Coder, &str>> = values
        .values()
        .map(|of| of.iter().filter(|(_, (_, blind))| *blind).map(|(c, (v, _))| (c, *v)).collect())
        .collect();
    let mut pairs = Vec::new();
    for (i, a) in coders.iter().enumerate() {
        for b in coders.iter().skip(i + 1) {
            let both: Vec<(&str, &str)> = blind.iter().filter_map(|of| Some((*of.get(a)?, *of.get(b)?))).collect();
            if !both.is_empty() {
                pairs.push(pair(a, b, &both));
            }
        }
    }
    FieldAgreement {
        field: field.to_owned(),
        things: blind.iter().filter(|of| of.len() > 1).count() as u64,
        not_blind: all().filter(|(_, (_, blind))| !blind).count() as u64,
        pairs,
        alpha_permille: alpha(&blind),
        coders,
    }
}

fn pair(a: &Coder, b: &Coder, both: &[(&str, &str)]) -> PairAgreement {
    let n = both.len() as i128;
    let same = both.iter().filter(|(x, y)| x == y).count();
    let mut counts: BTreeMap<&str, (i128, i128)> = BTreeMap::new();
    for (x, y) in both {
        counts.entry(x).or_default().0 += 1;
        counts.entry(y).or_default().1 += 1;
    }
    // (po - pe) / (1 - pe), with po = same / n and pe = chance / n².
    let chance: i128 = counts.values().map(|(x, y)| x * y).sum();
    PairAgreement {
        a: a.clone(),
        b: b.clone(),
        both: both.len() as u64,
        same: same as u64,
        kappa_permille: thousandths(same as i128 * n - chance, n * n - chance),
    }
}

/// Krippendorff's alpha for nominal values. With n values in things of m each, of which n(c) are c:
/// alpha = 1 - (n - 1) · Σ over things of (m² - Σ m(c)²) / (m - 1), over n² - Σ n(c)².
fn alpha(things: &[BTreeMap<&Coder, &str>]) -> Option<i32> {
    let mut by_size: BTreeMap<i128, i128> = BTreeMap::new();
    let mut totals: BTreeMap<&str, i128> = BTreeMap::new();
    for of in things.iter().filter(|of| of.len() > 1) {
        let m = of.len() as i128;
        let mut counts: BTreeMap<&str, i128> = BTreeMap::new();
        for value in of.values() {
            *counts.entry(value).or_default() += 1;
            *totals.entry(value).or_default() += 1;
        }
        *by_size.entry(m - 1).or_default() += m * m - counts.values().map(|c| c * c).sum::<i128>();
    }
    let n: i128 = totals.values().sum();
    let expected = n.checked_mul(n)? - totals.values().map(|c| c * c).sum::<i128>();
    if expected == 0 {
        return None;
    }
    // The sum of fractions over one denominator, kept small.
    let (mut top, mut bottom) = (0_i128, 1_i128);
    for (divisor, sum) in by_size {
        let common = divisor / gcd(bottom, divisor);
        top = top.checked_mul(common)?.checked_add(sum.checked_mul(bottom.checked_mul(common)? / divisor)?)?;
        bottom = bottom.checked_mul(common)?;
        let shared = gcd(top, bottom);
        (top, bottom) = (top / shared, bottom / shared);
    }
    let denominator = bottom.checked_mul(expected)?;
    thousandths(denominator.checked_sub(top.checked_mul(n - 1)?)?, denominator)
}

fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

/// What coders coded differently, by field and thing. Values in sight of others' count here: the work is there either way.
#[must_use]
pub fn disagreements(codings: &[Step<Coded>]) -> Vec<Disagreement> {
    let mut out = Vec::new();
    for (field, things) in values(codings) {
        for (thing, of) in things {
            let mut by_value: BTreeMap<String, BTreeSet<Coder>> = BTreeMap::new();
            for (coder, (value, _)) in of {
                by_value.entry(value.to_owned()).or_default().insert(coder);
            }
            if by_value.len() > 1 {
                out.push(Disagreement { thing: thing.to_owned(), field: field.to_owned(), values: by_value });
            }
        }
    }
    out
}
