//! A map or chart as shapes in a plane, for SVG and PDF alike.
//!
//! Must not: know what is drawn, or use colour as the only sign of anything.

/// How an area is filled or a line is drawn. Each differs from the others in print without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    /// Text, axes, borders.
    Line,
    /// A faint line: a grid, a border of second rank.
    Faint,
    /// First series.
    First,
    /// Second series.
    Second,
    /// Third series.
    Third,
    /// What could not be seen: hatched.
    Unseen,
    /// What is not known: dotted.
    Unknown,
    /// An area as a whole, such as a province with reports that say no more.
    Area,
    /// Background.
    Ground,
}

/// Where a text is tied to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// One shape. Lengths are in thousandths of a point (1/72 inch), y downwards, so that the same shapes give the same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A rectangle.
    Rect { x: i32, y: i32, width: i32, height: i32, ink: Ink },
    /// A line of straight pieces.
    Line { points: Vec<(i32, i32)>, ink: Ink, dashed: bool },
    /// A closed area.
    Polygon { points: Vec<(i32, i32)>, ink: Ink },
    /// A circle.
    Circle { x: i32, y: i32, radius: i32, ink: Ink },
    /// A text.
    Text {
        x: i32,
        y: i32,
        /// Height of the letters.
        size: i32,
        anchor: Anchor,
        text: String,
    },
}

/// A drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Width, in thousandths of a point.
    pub width: i32,
    /// Height.
    pub height: i32,
    /// From back to front.
    pub shapes: Vec<Shape>,
}
