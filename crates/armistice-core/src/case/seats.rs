//! Who speaks for whom: the seats that members took, left and contested.
//!
//! Must not: settle who is right. A contested seat does not count, and both sides are shown.

use super::Mark;
use super::rules::{Group, Standing};
use crate::agreement::name::ActorId;
use crate::statement::wire::Digest;

/// A member's claim to act for a constituency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Under which agreement.
    pub agreement: Digest,
    /// For whom.
    pub constituency: ActorId,
    /// What the seat allows.
    pub standing: Standing,
    /// Who took it, when, on what ground.
    pub taken: Mark,
    /// When it was left, and why.
    pub left: Option<Mark>,
}

impl Seat {
    /// The member.
    #[must_use]
    pub fn member(&self) -> &str {
        &self.taken.at.member
    }
}

/// A member says that another one does not act for a constituency. It holds for as long as both hold their seats, also if the
/// other leaves its seat and takes it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contest {
    /// Under which agreement.
    pub agreement: Digest,
    /// Whose seat is contested.
    pub member: String,
    /// The seat.
    pub constituency: ActorId,
    /// Who contests it, when, why.
    pub by: Mark,
}

/// All seats, in canonical order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seats {
    /// Every claim that was ever made.
    pub claims: Vec<Seat>,
    /// Every contest that was ever begun.
    pub contests: Vec<Contest>,
}

impl Seats {
    /// The seat that a member holds under an agreement, contested or not.
    #[must_use]
    pub fn held(&self, agreement: &Digest, member: &str) -> Option<&Seat> {
        self.claims.iter().find(|s| s.left.is_none() && s.agreement == *agreement && s.member() == member)
    }

    /// The seats that are held under an agreement, contested or not.
    pub fn live<'a>(&'a self, agreement: &'a Digest) -> impl Iterator<Item = &'a Seat> {
        self.claims.iter().filter(move |s| s.left.is_none() && s.agreement == *agreement)
    }

    /// The contests of a seat that hold: of members that hold a seat themselves.
    pub fn contests_of<'a>(&'a self, seat: &'a Seat) -> impl Iterator<Item = &'a Contest> {
        self.contests.iter().filter(|c| {
            c.agreement == seat.agreement
                && c.member == seat.member()
                && c.constituency == seat.constituency
                && self
                    .held(&c.agreement, &c.by.at.member)
                    .is_some_and(|s| Some(&s.constituency) == c.by.constituency.as_ref())
        })
    }

    /// Whether nobody contests the seat.
    #[must_use]
    pub fn undisputed(&self, seat: &Seat) -> bool {
        self.contests_of(seat).next().is_none()
    }

    /// The seat of a member if it counts: held, and contested by nobody.
    #[must_use]
    pub fn counts(&self, agreement: &Digest, member: &str) -> Option<&Seat> {
        self.held(agreement, member).filter(|s| self.undisputed(s))
    }

    /// Whether a member may contest another's seat: nobody contests its own, or only the one whose seat it is about. So who was
    /// contested can answer, and order does not decide between two that contest each other.
    #[must_use]
    pub fn may_contest(&self, seat: &Seat, other: &str) -> bool {
        self.contests_of(seat).all(|c| c.by.at.member == other)
    }

    /// What is known of the seats that speak for a group.
    #[must_use]
    pub fn of_group(&self, agreement: &Digest, group: &Group) -> GroupSeats {
        let mut found = GroupSeats { members: vec![], contested: vec![] };
        for seat in self.live(agreement).filter(|s| group.has(&s.constituency)) {
            if self.undisputed(seat) {
                found.members.push(seat.member().to_owned());
            } else {
                found.contested.push(seat.member().to_owned());
            }
        }
        found
    }
}

/// Who speaks for a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupSeats {
    /// Members whose seats count.
    pub members: Vec<String>,
    /// Members whose seats are contested.
    pub contested: Vec<String>,
}
