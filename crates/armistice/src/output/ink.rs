//! How each ink looks, for every format: tone, hatching, dashes. No two look alike when the colour is gone.
//!
//! Must not: know a format.

use super::drawing::Ink;

/// A pattern that fills an area: a square that is repeated. Lengths are in thousandths of a point.
#[derive(Clone, Copy, Debug)]
pub struct Hatch {
    /// Side of the square.
    pub side: i32,
    /// Lines in it: from x, y to x, y.
    pub lines: &'static [[i32; 4]],
    /// Their width.
    pub width: i32,
    /// Radius of a dot in the middle; 0 is none.
    pub dot: i32,
}

/// What an ink is called in ids.
#[must_use]
pub fn name(ink: Ink) -> &'static str {
    match ink {
        Ink::Line => "line",
        Ink::Faint => "faint",
        Ink::First => "first",
        Ink::Second => "second",
        Ink::Third => "third",
        Ink::Unseen => "unseen",
        Ink::Unknown => "unknown",
        Ink::Area => "area",
        Ink::Ground => "ground",
    }
}

/// Its colour as red, green, blue. The hatching tells it apart; the colour only helps.
#[must_use]
pub fn tone(ink: Ink) -> [u8; 3] {
    match ink {
        Ink::Line => [0x1a, 0x1a, 0x1a],
        Ink::Faint => [0x8c, 0x8c, 0x8c],
        Ink::First => [0x0b, 0x3c, 0x6e],
        Ink::Second => [0x8a, 0x4b, 0x00],
        Ink::Third => [0x2d, 0x6a, 0x4f],
        Ink::Unseen | Ink::Unknown => [0x59, 0x59, 0x59],
        Ink::Area => [0xd9, 0xd9, 0xd9],
        Ink::Ground => [0xff, 0xff, 0xff],
    }
}

/// The hatching of an ink that is not one tone: level lines, a grid, slanted lines, dots.
#[must_use]
pub fn hatch(ink: Ink) -> Option<Hatch> {
    match ink {
        Ink::Line | Ink::Faint | Ink::First | Ink::Area | Ink::Ground => None,
        Ink::Second => Some(Hatch { side: 3000, lines: &[[0, 1500, 3000, 1500]], width: 1200, dot: 0 }),
        Ink::Third => {
            Some(Hatch { side: 4500, lines: &[[0, 2250, 4500, 2250], [2250, 0, 2250, 4500]], width: 900, dot: 0 })
        }
        Ink::Unseen => Some(Hatch {
            side: 6000,
            // The short ones close the corners.
            lines: &[[-1500, 1500, 1500, -1500], [0, 6000, 6000, 0], [4500, 7500, 7500, 4500]],
            width: 900,
            dot: 0,
        }),
        Ink::Unknown => Some(Hatch { side: 5000, lines: &[], width: 0, dot: 800 }),
    }
}

/// The colour of the border of an area.
#[must_use]
pub fn border(ink: Ink) -> Option<[u8; 3]> {
    match ink {
        Ink::Ground => None,
        Ink::Area => Some(tone(Ink::Unseen)),
        Ink::Line | Ink::Faint | Ink::First | Ink::Second | Ink::Third | Ink::Unseen | Ink::Unknown => Some(tone(ink)),
    }
}

/// Width of the border of an area.
pub const BORDER: i32 = 600;

/// Lengths of dashes and gaps of a line; none is an unbroken line.
#[must_use]
pub fn dashes(ink: Ink, dashed: bool) -> &'static [u16] {
    match (ink, dashed) {
        (Ink::Second, false) => &[7000, 2000, 1500, 2000],
        (Ink::Second, true) => &[7000, 2000, 1500, 2000, 1500, 2000],
        (Ink::Third, false) => &[1500, 2000],
        (Ink::Third, true) => &[1500, 4500],
        (Ink::Unseen, _) => &[3000, 3000],
        (Ink::Unknown, _) => &[800, 3000],
        (Ink::Line | Ink::Faint | Ink::First | Ink::Area | Ink::Ground, true) => &[5000, 3000],
        (Ink::Line | Ink::Faint | Ink::First | Ink::Area | Ink::Ground, false) => &[],
    }
}

/// Width of a line.
#[must_use]
pub fn thickness(ink: Ink) -> u16 {
    match ink {
        Ink::First | Ink::Second | Ink::Third => 1600,
        Ink::Line | Ink::Unseen | Ink::Unknown | Ink::Area => 900,
        Ink::Faint | Ink::Ground => 500,
    }
}
