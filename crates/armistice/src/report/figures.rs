//! Charts and the map of a report, as shapes.
//!
//! Must not: draw a thing where it is not known to be, or a quiet day where nobody could look.

pub mod days;
pub mod funnel;
pub mod map;

use crate::output::drawing::{Anchor, Shape};

/// Thousandths of a point.
const POINT: i32 = 1000;

/// Width of every figure: the text width of an A4 page with margins of 20 mm, in points.
pub const WIDTH: i32 = 480 * POINT;

/// Height of small letters.
const SMALL: i32 = 8 * POINT;

fn text(x: i32, y: i32, anchor: Anchor, text: impl Into<String>) -> Shape {
    Shape::Text { x, y, size: SMALL, anchor, text: text.into() }
}

/// `a * b / c` without overflow; all are not negative, and `c` is above zero.
fn scaled(a: u64, b: i32, c: u64) -> i32 {
    let n = u128::from(a) * u128::try_from(b).unwrap_or(0) / u128::from(c.max(1));
    i32::try_from(n).unwrap_or(i32::MAX)
}
