//! Which side of a zone's border a place lies on, in whole numbers: the answer is the same on every machine.
//! The plane is the equirectangular one around the place, good to a percent for zones of a few hundred kilometres.
//!
//! Must not: use floating point.

/// Where a disc lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Inside,
    Outside,
    Across,
}

/// Metres in a degree of latitude (mean).
const METRES_PER_DEGREE: i128 = 111_195;

/// Where the disc of `radius` metres around `point` lies, points in micro-degrees, latitude first.
pub(super) fn side(ring: &[(i32, i32)], point: (i32, i32), radius: i64) -> Side {
    let Some(first) = ring.first() else { return Side::Outside };
    // The border is laid out from its first point, so that no edge of it jumps round the earth.
    let start = i128::from(point.1) + wrapped(i128::from(first.1) - i128::from(point.1));
    let east = |p: &(i32, i32)| start + wrapped(i128::from(p.1) - i128::from(first.1)) - i128::from(point.1);
    let local: Vec<(i128, i128)> = ring.iter().map(|p| metres(p.0, east(p), point.0)).collect();
    let edges = || local.iter().zip(local.iter().cycle().skip(1));
    if edges().any(|(a, b)| near(*a, *b, i128::from(radius))) {
        return Side::Across;
    }
    // Crossings of the ray from the origin eastwards; each edge owns its lower end.
    let odd = edges().filter(|(a, b)| crosses(**a, **b)).count() % 2 == 1;
    if odd { Side::Inside } else { Side::Outside }
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
fn metres(lat: i32, east: i128, centre: i32) -> (i128, i128) {
    let north = i128::from(lat) - i128::from(centre);
    // Bhaskara's approximation of the cosine, exact at 0, 60 and 90 degrees and off by at most 0.17 percent.
    let lat = i128::from(centre) / 1_000;
    let (num, den) = (4 * (8_100_000_000 - lat * lat), 32_400_000_000 + lat * lat);
    (east * METRES_PER_DEGREE * num / den / 1_000_000, north * METRES_PER_DEGREE / 1_000_000)
}

/// Whether the segment comes within `r` of the origin.
fn near(a: (i128, i128), b: (i128, i128), r: i128) -> bool {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let len2 = dx * dx + dy * dy;
    // The foot of the perpendicular, as a fraction of the segment.
    let t = -(a.0 * dx + a.1 * dy);
    if t <= 0 || len2 == 0 {
        return a.0 * a.0 + a.1 * a.1 <= r * r;
    }
    if t >= len2 {
        return b.0 * b.0 + b.1 * b.1 <= r * r;
    }
    let cross = a.0 * b.1 - a.1 * b.0;
    cross * cross <= r * r * len2
}

fn crosses(a: (i128, i128), b: (i128, i128)) -> bool {
    if (a.1 > 0) == (b.1 > 0) {
        return false;
    }
    // East of the origin where the edge meets the ray: a.x + (0 - a.y)(b.x - a.x)/(b.y - a.y) > 0.
    let cross = a.0 * (b.1 - a.1) - a.1 * (b.0 - a.0);
    if b.1 > a.1 { cross > 0 } else { cross < 0 }
}
