//! Incidents per day: bars; hatched where one could not see, dotted where nothing is entered of what could be seen; what is
//! not placed stands apart.
//!
//! Must not: spread what is not placed over the days.

use super::{POINT, WIDTH, scaled, text};
use crate::{
    output::{
        drawing::{Anchor, Drawing, Ink, Shape},
        report_v1::Series,
    },
    wording::{Language, label},
};

/// The chart.
#[must_use]
pub fn draw(series: &Series, language: Language) -> Drawing {
    let (left, top, plot, high) = (28 * POINT, 12 * POINT, 372 * POINT, 110 * POINT);
    let bottom = top + high;
    let most = series.days.iter().map(|d| d.incidents).chain([series.not_placed, 1]).max().unwrap_or(1);
    let mut shapes = Vec::new();
    let n = series.days.len() as u64;
    let at = |i: usize| left + scaled(i as u64, plot, n);
    for (i, d) in series.days.iter().enumerate() {
        let (x, width) = (at(i), at(i + 1) - at(i));
        let ground = match (d.unseen > 0, d.coverage_known) {
            (true, _) => Some(Ink::Unseen),
            (false, false) => Some(Ink::Unknown),
            (false, true) => None,
        };
        if let Some(ink) = ground {
            shapes.push(Shape::Rect { x, y: top, width, height: high, ink });
        }
        let tall = scaled(d.incidents, high, most);
        if tall > 0 {
            let gap = width / 8;
            shapes.push(Shape::Rect {
                x: x + gap,
                y: bottom - tall,
                width: width - 2 * gap,
                height: tall,
                ink: Ink::First,
            });
        }
    }
    let apart = left + plot + 16 * POINT;
    let tall = scaled(series.not_placed, high, most);
    if tall > 0 {
        shapes.push(Shape::Rect { x: apart, y: bottom - tall, width: 24 * POINT, height: tall, ink: Ink::Second });
    }
    shapes.push(Shape::Line {
        points: vec![(left, top), (left, bottom), (left + plot, bottom)],
        ink: Ink::Line,
        dashed: false,
    });
    shapes.push(Shape::Line {
        points: vec![(apart, bottom), (apart + 24 * POINT, bottom)],
        ink: Ink::Line,
        dashed: false,
    });
    shapes.push(text(left - 4 * POINT, top + 6 * POINT, Anchor::End, most.to_string()));
    shapes.push(text(left - 4 * POINT, bottom, Anchor::End, "0"));
    if let (Some(first), Some(last)) = (series.days.first(), series.days.last()) {
        shapes.push(text(left, bottom + 12 * POINT, Anchor::Start, first.day.clone()));
        if last.day != first.day {
            shapes.push(text(left + plot, bottom + 12 * POINT, Anchor::End, last.day.clone()));
        }
    }
    shapes.push(text(apart, bottom + 12 * POINT, Anchor::Start, label(language, "figure", "not_placed")));
    shapes.push(text(apart + 12 * POINT, bottom - tall - 2 * POINT, Anchor::Middle, series.not_placed.to_string()));
    let key = bottom + 22 * POINT;
    for (i, (ink, word)) in
        [(Ink::First, "reported"), (Ink::Unseen, "unseen"), (Ink::Unknown, "no_entry")].into_iter().enumerate()
    {
        let x = left + i32::try_from(i).unwrap_or(0) * 130 * POINT;
        shapes.push(Shape::Rect { x, y: key, width: 12 * POINT, height: 8 * POINT, ink });
        shapes.push(text(x + 16 * POINT, key + 7 * POINT, Anchor::Start, label(language, "figure", word)));
    }
    Drawing { width: WIDTH, height: key + 12 * POINT, shapes }
}
