//! Counts as reports give them: what, of whom, and between which bounds.
//!
//! Must not: turn "not stated" into zero, or add across units.

/// The unit of a count. Different units are never added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CountWhat {
    /// Dead.
    Killed,
    /// Wounded.
    Injured,
    /// Dead or wounded, not told apart ("casualties").
    Casualties,
    /// Missing.
    Missing,
    /// Detained, arrested, held.
    Detained,
    /// Abducted.
    Abducted,
    /// Released.
    Released,
    /// Displaced.
    Displaced,
    /// Violations or breaches of an agreement, as a recorder counts them.
    Violations,
    /// Air strikes, raids, sorties.
    Strikes,
    /// Shells, rockets, mortar rounds.
    Rounds,
    /// Explosions.
    Explosions,
    /// Attacks or incidents, not told apart.
    Attacks,
    /// Vehicles, trucks, tanks.
    Vehicles,
    /// Houses and other buildings.
    Buildings,
    /// Settlements.
    Settlements,
    /// Persons present, members, fighters in a force.
    Persons,
    /// Some other unit; the claim's words say which.
    Other,
}

/// Whom a count is of. A civilian is counted as such only when the words say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CountStatus {
    /// Civilians, villagers, residents, journalists, aid workers.
    Civilians,
    /// Children, among civilians.
    Children,
    /// Women, among civilians.
    Women,
    /// Fighters of armed groups.
    Fighters,
    /// Soldiers, police, members of state forces.
    Soldiers,
    /// Members of the mechanism or of a mission.
    Monitors,
    /// Everybody, as the report gives one figure for all ("nine people").
    All,
    /// The words do not say.
    Unknown,
}

/// A bounded number. `None` is "not stated": an open end of the interval, or no best figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count {
    /// What is counted.
    pub what: CountWhat,
    /// Of whom.
    pub status: CountStatus,
    /// The least that the words allow ("at least five" → 5; "dozens" → 24).
    pub min: Option<u64>,
    /// The figure that the words give ("five" → 5; "more than 300" → 300; "dozens" → none).
    pub best: Option<u64>,
    /// The most that the words allow ("up to five" → 5; "five" → 5; "at least five" → none).
    pub max: Option<u64>,
}

impl CountWhat {
    /// Whether people came to harm.
    #[must_use]
    pub const fn is_harm(self) -> bool {
        match self {
            Self::Killed | Self::Injured | Self::Casualties | Self::Missing | Self::Detained | Self::Abducted => true,
            Self::Released
            | Self::Displaced
            | Self::Violations
            | Self::Strikes
            | Self::Rounds
            | Self::Explosions
            | Self::Attacks
            | Self::Vehicles
            | Self::Buildings
            | Self::Settlements
            | Self::Persons
            | Self::Other => false,
        }
    }
}

/// A number as people read it: `310,000`.
#[must_use]
pub fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}
