//! Reviews of claims: of each member the newest counts, members do not replace each other, and what was not shown is not reviewed.

use armistice_core::{
    act::Act,
    claim::{Claim, ClaimKind, Polarity},
    id::DocumentId,
    named::Named as _,
    record::{Register, fold},
    review::{ReviewState, corrected, in_force, standing},
    span::Span,
    statement::{
        Body, Decoded, Header, Statement, claim_digest,
        desk::Desk,
        review::{ClaimChanges, ClaimField, ClaimReviewed, ReviewVerdict},
        wire::Digest,
    },
};
use proptest::prelude::*;

fn claim() -> Claim {
    let (document, span) = (DocumentId::of(&[b"a document"]), Span { start: 10, end: 42 });
    Claim {
        id: Claim::make_id(&document, span, ClaimKind::Incident, 0),
        document,
        span,
        quote: "two shells hit the village".to_owned(),
        kind: ClaimKind::Incident,
        act: Some(Act::Shelling),
        alleged_authors: vec![],
        affected: vec![],
        place: None,
        time: None,
        counts: vec![],
        chain: vec![],
        polarity: Polarity::Asserted,
        rules: vec![],
    }
}

/// One letter per review: `a` accept, `r` reject, `c` correct to an air strike, `d` correct to a clash, `u` take back, `o` accept
/// another reading.
fn review(letter: char) -> ClaimReviewed {
    let to = |act| Some(ClaimChanges { act: Some(act), ..ClaimChanges::default() });
    let (verdict, changes) = match letter {
        'a' | 'o' => (ReviewVerdict::Accepted, None),
        'r' => (ReviewVerdict::Rejected, None),
        'c' => (ReviewVerdict::Corrected, to(Act::AirStrike)),
        'd' => (ReviewVerdict::Corrected, to(Act::Violation)),
        'u' => (ReviewVerdict::Withdrawn, None),
        other => panic!("{other}"),
    };
    let shown = if letter == 'o' { Digest([1; 32]) } else { Digest(claim_digest(&claim())) };
    ClaimReviewed { claim: claim().id, shown, verdict, reason: Some("seen".to_owned()), changes }
}

fn register(member: &str, letters: &str) -> Register {
    let entries = letters.chars().enumerate().map(|(n, letter)| {
        let header = Header {
            mission: "m".to_owned(),
            member: member.to_owned(),
            seq: n as u64,
            prev: None,
            asserted: 0,
            seen: vec![],
        };
        let body = Body::Desk(Box::new(Desk::Reviewed(Box::new(review(letter)))));
        ([n as u8; 32], Decoded::Known(Box::new(Statement { header, body })))
    });
    Register { origin: format!("m/{member}"), member: member.to_owned(), entries: entries.collect(), stopped: None }
}

/// The state, and what each member says, such as `north:accepted`.
fn said(registers: &[Register]) -> (String, String) {
    let record = fold(registers);
    let claim = claim();
    let reviews = in_force(&record).remove(&claim.id).unwrap_or_default();
    let standing = standing(&reviews, &claim);
    let each: Vec<String> = standing
        .given
        .iter()
        .map(|g| {
            let stale = if g.current { "" } else { " (stale)" };
            format!("{}:{}{stale}", g.step.at.member, g.step.body.verdict.id())
        })
        .collect();
    (standing.state.id().to_owned(), each.join(" "))
}

#[test]
fn members_do_not_replace_each_other_and_the_newest_word_of_each_counts() {
    #[track_caller]
    fn check(north: &str, south: &str, state: &str, each: &str) {
        let found = said(&[register("north", north), register("south", south)]);
        assert_eq!((found.0.as_str(), found.1.as_str()), (state, each), "{north:?} {south:?}");
    }
    check("", "", "unreviewed", "");
    check("a", "", "accepted", "north:accepted");
    check("ar", "", "rejected", "north:rejected");
    check("ra", "", "accepted", "north:accepted");
    check("r", "r", "rejected", "north:rejected south:rejected");
    check("r", "a", "disputed", "north:rejected south:accepted");
    check("a", "rrr", "disputed", "north:accepted south:rejected");
    check("c", "c", "corrected", "north:corrected south:corrected");
    check("c", "d", "disputed", "north:corrected south:corrected");
    check("c", "a", "disputed", "north:corrected south:accepted");
    // Taken back: as if it had not been said. Of another reading: shown, and it counts for nothing.
    check("ru", "", "unreviewed", "");
    check("ru", "a", "accepted", "south:accepted");
    check("rua", "r", "disputed", "south:rejected north:accepted");
    check("o", "", "stale", "north:accepted (stale)");
    check("o", "r", "rejected", "north:accepted (stale) south:rejected");
}

#[test]
fn only_an_agreed_correction_is_used_and_the_words_stay() {
    let record = fold(&[register("north", "c")]);
    let claim = claim();
    let reviews = in_force(&record).remove(&claim.id).expect("one");
    let changes = standing(&reviews, &claim).correction().expect("a correction");
    let read = corrected(&claim, changes);
    assert_eq!(read.act, Some(Act::AirStrike));
    assert_eq!((&read.id, &read.quote, read.span), (&claim.id, &claim.quote, claim.span));
    let unstated = ClaimChanges { unstated: vec![ClaimField::Act], ..ClaimChanges::default() };
    assert_eq!(corrected(&claim, &unstated).act, None);
    // Nothing but what is given is changed.
    assert_eq!(corrected(&claim, &ClaimChanges::default()), claim);
    let record = fold(&[register("north", "c"), register("south", "d")]);
    let reviews = in_force(&record).remove(&claim.id).expect("two");
    assert_eq!(standing(&reviews, &claim).correction(), None);
}

#[test]
fn the_digest_is_of_everything_that_was_read() {
    let other = Claim { act: Some(Act::AirStrike), ..claim() };
    assert_ne!(claim_digest(&claim()), claim_digest(&other));
    let elsewhere = Claim { document: DocumentId::of(&[b"another"]), ..claim() };
    assert_ne!(claim_digest(&claim()), claim_digest(&elsewhere));
}

proptest! {
    /// Whatever was said in whatever order the registers came: the state is that of the last words, and no member is lost.
    #[test]
    fn the_state_is_that_of_the_last_words(north in "[arcdu]{0,6}", south in "[arcdu]{0,6}", east in "[arcdu]{0,6}") {
        let all = [register("north", &north), register("south", &south), register("east", &east)];
        let found = said(&all);
        let turned: Vec<Register> = all.iter().rev().cloned().collect();
        prop_assert_eq!(&found, &said(&turned));
        let last: Vec<char> = [&north, &south, &east].iter().filter_map(|w| w.chars().last()).filter(|c| *c != 'u').collect();
        prop_assert_eq!(found.1.split_whitespace().count(), last.len());
        let state = match last.as_slice() {
            [] => ReviewState::Unreviewed,
            [first, rest @ ..] if rest.iter().any(|c| c != first) => ReviewState::Disputed,
            ['a', ..] => ReviewState::Accepted,
            ['r', ..] => ReviewState::Rejected,
            _ => ReviewState::Corrected,
        };
        prop_assert_eq!(found.0, state.id());
    }
}
