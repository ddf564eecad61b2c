//! The funnel as bars: incidents, and below them cases, each to its own scale.
//!
//! Must not: draw incidents and cases to one scale, as if they could be compared.

use super::{POINT, WIDTH, scaled, text};
use crate::{
    output::{
        drawing::{Anchor, Drawing, Ink, Shape},
        report_v1::Step,
    },
    wording::{Language, label, tally},
};

/// The chart.
#[must_use]
pub fn draw(steps: &[Step], language: Language) -> Drawing {
    let (left, bar, row) = (170 * POINT, 250 * POINT, 16 * POINT);
    let mut shapes = Vec::new();
    let mut y = 4 * POINT;
    let mut unit = "";
    for s in steps {
        if s.unit != unit {
            unit = &s.unit;
            y += 4 * POINT;
            shapes.push(text(0, y + 8 * POINT, Anchor::Start, label(language, "unit", unit)));
            y += row;
        }
        let of_unit = steps.iter().filter(|x| x.unit == s.unit).map(|x| x.tally.certain + x.tally.uncertain);
        let most = of_unit.max().unwrap_or(1).max(1);
        let sure = scaled(s.tally.certain, bar, most);
        let all = scaled(s.tally.certain + s.tally.uncertain, bar, most);
        shapes.push(text(left - 6 * POINT, y + 8 * POINT, Anchor::End, label(language, "step", &s.step)));
        if sure > 0 {
            shapes.push(Shape::Rect { x: left, y, width: sure, height: 10 * POINT, ink: Ink::First });
        }
        if all > sure {
            shapes.push(Shape::Rect { x: left + sure, y, width: all - sure, height: 10 * POINT, ink: Ink::Unknown });
        }
        shapes.push(text(left + all + 4 * POINT, y + 8 * POINT, Anchor::Start, tally(s.tally)));
        y += row;
    }
    shapes.push(Shape::Line { points: vec![(left, 4 * POINT), (left, y)], ink: Ink::Line, dashed: false });
    Drawing { width: WIDTH, height: y + 4 * POINT, shapes }
}
