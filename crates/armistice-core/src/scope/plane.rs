//! Which side of a border a place lies on and how far from it, in whole numbers: the answer is the same on every machine.
//! The plane is the equirectangular one around the place, good to a percent for zones of a few hundred kilometres.
//! Points are in micro-degrees (WGS 84), latitude first; distances in metres.
//!
//! Must not: use floating point.

/// Where a disc lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Wholly inside.
    Inside,
    /// Wholly outside.
    Outside,
    /// The border runs through it.
    Across,
}

/// Metres in a degree of latitude (mean).
const METRES_PER_DEGREE: i128 = 111_195;

/// Where the disc of `radius` metres around `point` lies. A ring without points has no inside.
#[must_use]
pub fn side(ring: &[(i32, i32)], point: (i32, i32), radius: i64) -> Side {
    match distance_to_ring(ring, point) {
        Some(d) if d <= radius => Side::Across,
        Some(_) if in_ring(ring, point) => Side::Inside,
        Some(_) | None => Side::Outside,
    }
}

/// Whether a point lies in a ring (not closed by repetition). A point on the border may count as either.
#[must_use]
pub fn in_ring(ring: &[(i32, i32)], point: (i32, i32)) -> bool {
    let local = local(ring, point);
    let edges = local.iter().zip(local.iter().cycle().skip(1));
    // Crossings of the ray from the origin eastwards; each edge owns its lower end.
    edges.filter(|(a, b)| crosses(**a, **b)).count() % 2 == 1
}

/// How far a point lies from the border of a ring, inside or outside; `None` without a border.
#[must_use]
pub fn distance_to_ring(ring: &[(i32, i32)], point: (i32, i32)) -> Option<i64> {
    let local = local(ring, point);
    nearest(local.iter().zip(local.iter().cycle().skip(1)))
}

/// How far a point lies from a line; `None` without points.
#[must_use]
pub fn distance_to_line(line: &[(i32, i32)], point: (i32, i32)) -> Option<i64> {
    let local = local(line, point);
    match local[..] {
        [only] => nearest([(&only, &only)].into_iter()),
        _ => nearest(local.iter().zip(local.iter().skip(1))),
    }
}

/// East and north of `point`, in metres. The line is laid out from its first point, so that no edge jumps round the earth.
fn local(line: &[(i32, i32)], point: (i32, i32)) -> Vec<(i128, i128)> {
    let Some(first) = line.first() else { return Vec::new() };
    let start = wrapped(i128::from(first.1) - i128::from(point.1));
    let east = |p: &(i32, i32)| start + wrapped(i128::from(p.1) - i128::from(first.1));
    line.iter().map(|p| metres(p.0, east(p), point.0)).collect()
}

type Local = (i128, i128);

fn nearest<'a>(edges: impl Iterator<Item = (&'a Local, &'a Local)>) -> Option<i64> {
    let least = edges.map(|(a, b)| distance(*a, *b)).min()?;
    Some(i64::try_from(least).unwrap_or(i64::MAX))
}

/// A difference of longitudes, the short way round.
fn wrapped(micro: i128) -> i128 {
    match micro {
        m if m > 180_000_000 => m - 360_000_000,
        m if m < -180_000_000 => m + 360_000_000,
        m => m,
    }
}

/// East and north of the centre, in metres, from a latitude and a difference of longitudes.
fn metres(lat: i32, east: i128, centre: i32) -> Local {
    let north = i128::from(lat) - i128::from(centre);
    // Bhaskara's approximation of the cosine, exact at 0, 60 and 90 degrees and off by at most 0.17 percent.
    let lat = i128::from(centre) / 1_000;
    let (num, den) = (4 * (8_100_000_000 - lat * lat), 32_400_000_000 + lat * lat);
    (east * METRES_PER_DEGREE * num / den / 1_000_000, north * METRES_PER_DEGREE / 1_000_000)
}

/// Metres from the origin to a segment, rounded down.
fn distance(a: Local, b: Local) -> u128 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let len2 = dx * dx + dy * dy;
    // The foot of the perpendicular, as a fraction of the segment.
    let t = -(a.0 * dx + a.1 * dy);
    let root = |square: i128| square.unsigned_abs().isqrt();
    if t <= 0 || len2 == 0 {
        root(a.0 * a.0 + a.1 * a.1)
    } else if t >= len2 {
        root(b.0 * b.0 + b.1 * b.1)
    } else {
        let cross = a.0 * b.1 - a.1 * b.0;
        root(cross * cross / len2)
    }
}

fn crosses(a: Local, b: Local) -> bool {
    if (a.1 > 0) == (b.1 > 0) {
        return false;
    }
    // East of the origin where the edge meets the ray: a.x + (0 - a.y)(b.x - a.x)/(b.y - a.y) > 0.
    let cross = a.0 * (b.1 - a.1) - a.1 * (b.0 - a.0);
    if b.1 > a.1 { cross > 0 } else { cross < 0 }
}
