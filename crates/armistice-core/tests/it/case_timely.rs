//! Opinions that were given in time, and stand in canonical order behind a step that was made after the end of the review.

use crate::case::{DRAFT, FACTS};
use crate::case_world::{THREE, World, hours};
use armistice_core::case::Cases;
use armistice_core::named::Named as _;
use std::fmt::Write as _;

/// What the case came to, and what was refused. The review of the draft ends at hour 368.
fn check(timeline: &str, now: i64, expected: &str) -> Cases {
    let world = World::new(THREE).all(&format!("{FACTS}; {DRAFT}; ferry 201 opine concur; {timeline}"));
    let cases = world.fold(now);
    assert_eq!(cases.applied as usize + cases.irregular.len(), world.steps.len(), "a step is lost");
    let case = cases.cases.values().next().expect("a case");
    let mut out = case.state.id().to_owned();
    for made in &case.determinations {
        let what = made.why().map_or(made.determination.id(), |w| w.id());
        let _ = write!(out, " ({what} at {})", (made.at - hours(0)) / 3_600);
    }
    for i in &cases.irregular {
        let _ = write!(out, " | {}:{}", i.kind, i.refusal.refusal.code());
    }
    assert_eq!(out, expected, "{timeline}");
    cases
}

#[test]
fn an_opinion_in_time_is_heard_wherever_it_stands() {
    let late_step = "ferry 400 close not_determined";
    // In order.
    check("bank 300 opine concur; warden 301 opine concur", 500, "determined (unanimous at 301)");
    // Behind a step that was made after the end, by members who had not seen it: the review has come to a decision in time, and
    // what assumed that it had not has lost its ground.
    check(
        &format!("{late_step}; bank 300 opine concur; warden 301 opine concur"),
        500,
        "determined (unanimous at 301) | closing_proposed:49",
    );
    check(
        &format!("bank 300 opine concur; {late_step}; warden 368 opine dissent"),
        500,
        "not_determined (deadlock at 368)",
    );
    // One of two in time is not enough; the one that came is counted and shown.
    let cases = check(&format!("{late_step}; bank 300 opine concur"), 500, "not_determined (lapsed at 368)");
    let opinions = cases.cases.values().next().map(|c| c.drafts[0].opinions.len());
    assert_eq!(opinions, Some(2));
    // Too late is too late.
    check(
        &format!("{late_step}; bank 300 opine concur; warden 369 opine concur"),
        500,
        "not_determined (lapsed at 368) | opinion_given:41",
    );
    // The same where the step is about a seat, which lets the time pass in all cases.
    check("heron 400 seat heron; bank 300 opine concur; warden 301 opine concur", 500, "determined (unanimous at 301)");
    // And where another draft came after the end.
    check(
        "ferry 400 draft serious_violation attributed to=south; bank 300 opine concur draft=1; warden 301 opine concur draft=1",
        500,
        "determined (unanimous at 301) | draft_presented:14",
    );
}

#[test]
fn the_authors_word_is_bounded_by_what_it_had_seen() {
    let late_step = "ferry 400 close not_determined";
    let refused = "not_determined (lapsed at 368) | opinion_given:41";
    // Who had seen a step of the case that is dated well after the end did not write before it.
    check(&format!("bank 300 opine concur; {late_step}; warden 301 opine concur saw=ferry"), 500, refused);
    // A clock that runs up to an hour ahead shuts nobody out.
    check(
        "bank 300 opine concur; ferry 369 close not_determined; warden 367 opine concur saw=ferry",
        500,
        "determined (unanimous at 367) | closing_proposed:49",
    );
    // A register's own clock does not run back.
    check(
        &format!("bank 300 opine concur; warden 380 settle north,south; {late_step}; warden 301 opine concur"),
        500,
        refused,
    );
    check(
        &format!("bank 300 opine concur; {late_step}; warden 380 settle north,south; warden 301 opine concur"),
        500,
        refused,
    );
}

#[test]
fn a_step_that_is_refused_leaves_no_trace() {
    // The refused step would have let the time pass; the opinions stand at their own places then.
    check(
        "ferry 400 close determined; bank 300 opine concur; warden 301 opine concur",
        500,
        "determined (unanimous at 301)",
    );
}

#[test]
fn the_order_of_arrival_decides_nothing() {
    // Every order of three concurrent steps comes to the same determination.
    let steps = ["ferry 400 close not_determined", "bank 300 opine concur", "warden 301 opine concur"];
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [2, 0, 1], [1, 2, 0], [2, 1, 0]] {
        let timeline: Vec<&str> = order.iter().map(|i| steps[*i]).collect();
        let cases = World::new(THREE)
            .all(&format!("{FACTS}; {DRAFT}; ferry 201 opine concur; {}", timeline.join("; ")))
            .fold(500);
        let case = cases.cases.values().next().expect("a case");
        let made = case.determination().map(|m| (m.determination.id(), (m.at - hours(0)) / 3_600));
        assert_eq!(made, Some(("unanimous", 301)), "{timeline:?}");
        assert!(
            case.determinations.len() == 1
                && case.determinations[0].decided().is_some_and(|d| d.outcome.id() == "minor_violation")
        );
    }
}
