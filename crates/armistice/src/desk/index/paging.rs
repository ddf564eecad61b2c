//! Rows in an order, from a place on: by key and never by counting off, so that the thousandth page costs what the first does.
//!
//! Must not: leave out or repeat a row because others came in.

use super::{bits::Bits, cursor::At, found::Found, rows::Rows};
use crate::desk::query::{Sort, SortBy};
use std::cmp::Ordering;

/// Below one row in so many, the rows are taken out and put in order; above, the whole order is walked and others passed over.
const SPARSE: usize = 48;

/// Where a row stands.
pub(super) fn at(list: &Rows, found: &Found, sort: Sort, row: u32) -> At {
    let relevance = sort.by == SortBy::Relevance;
    let tier = if relevance { found.tier(row) } else { 0 };
    let by = if relevance { SortBy::When } else { sort.by };
    At { tier, key: list.key(by, row), tie: list.tie[row as usize] }
}

/// How two keys follow. What is not known comes last in either direction.
fn compare(descending: bool, a: At, b: At) -> Ordering {
    match (a.key, b.key) {
        (Some(x), Some(y)) => {
            let rising = x.cmp(&y).then(a.tie.cmp(&b.tie));
            if descending { rising.reverse() } else { rising }
        }
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => a.tie.cmp(&b.tie),
    }
}

/// Up to `most` rows after a place.
pub(super) fn after(list: &Rows, found: &Found, sort: Sort, place: Option<At>, most: usize) -> Vec<u32> {
    if sort.by != SortBy::Relevance {
        return ordered(list, &found.rows, found.total, sort, place, most);
    }
    // By relevance, equals follow the newest first, whichever way the fit is read.
    let newest = Sort { by: SortBy::When, descending: true };
    let mut tiers: Vec<u8> = vec![3, 2, 1];
    if !sort.descending {
        tiers.reverse();
    }
    let mut out = Vec::new();
    for tier in tiers {
        let before = place.is_some_and(|p| if sort.descending { p.tier < tier } else { p.tier > tier });
        if before || out.len() >= most {
            continue;
        }
        let place = place.filter(|p| p.tier == tier);
        match found.tiers.as_ref().and_then(|t| t.get(usize::from(tier) - 1)) {
            Some((bits, count)) => out.extend(ordered(list, bits, *count, newest, place, most - out.len())),
            // Without words everything fits alike.
            None if tier == 1 => {
                out.extend(ordered(list, &found.rows, found.total, newest, place, most - out.len()));
            }
            None => {}
        }
    }
    out
}

fn ordered(list: &Rows, rows: &Bits, count: usize, sort: Sort, place: Option<At>, most: usize) -> Vec<u32> {
    let Some(order) = list.orders.get(&sort.by) else { return Vec::new() };
    let at = |row: u32| At { tier: 0, key: list.key(sort.by, row), tie: list.tie[row as usize] };
    let past = |row: u32| place.is_none_or(|p| compare(sort.descending, p, at(row)) == Ordering::Less);
    if count * SPARSE < list.len() {
        let mut sorted: Vec<(At, u32)> = rows.rows().filter(|r| past(*r)).map(|r| (at(r), r)).collect();
        let order = |a: &(At, u32), b: &(At, u32)| compare(sort.descending, a.0, b.0).then(a.1.cmp(&b.1));
        if most > 0 && sorted.len() > most {
            sorted.select_nth_unstable_by(most - 1, order);
        }
        sorted.truncate(most);
        sorted.sort_unstable_by(order);
        return sorted.into_iter().map(|(_, r)| r).collect();
    }
    let (known, unknown) = order.rows.split_at(order.known);
    let wanted = |r: &u32| rows.has(*r);
    let start = unknown.partition_point(|r| !past(*r));
    let last = unknown[start..].iter().copied().filter(wanted);
    if sort.descending {
        let end = known.partition_point(|r| past(*r));
        known[..end].iter().rev().copied().filter(wanted).chain(last).take(most).collect()
    } else {
        let start = known.partition_point(|r| !past(*r));
        known[start..].iter().copied().filter(wanted).chain(last).take(most).collect()
    }
}
