//! Points, rings and lines: inside or not, and how far, in whole metres.

use armistice_core::scope::plane::{Side, distance_to_line, distance_to_ring, in_ring, side};
use proptest::prelude::*;

/// A degree square at the equator, and one across the line where longitudes jump.
const SQUARE: &[(i32, i32)] = &[(0, 0), (0, 1_000_000), (1_000_000, 1_000_000), (1_000_000, 0)];
const PACIFIC: &[(i32, i32)] =
    &[(0, 179_500_000), (0, -179_500_000), (1_000_000, -179_500_000), (1_000_000, 179_500_000)];

#[test]
fn distances() {
    // 0.1 degree of latitude is 11,119 m.
    for (ring, point, inside, metres) in [
        (SQUARE, (500_000, 500_000), true, 55_595),
        (SQUARE, (100_000, 500_000), true, 11_119),
        (SQUARE, (-100_000, 500_000), false, 11_119),
        (SQUARE, (500_000, 2_000_000), false, 111_190),
        // Off a corner: the way to the corner.
        (SQUARE, (-100_000, -100_000), false, 15_725),
        (PACIFIC, (500_000, 180_000_000), true, 55_590),
        (PACIFIC, (500_000, -179_000_000), false, 55_590),
    ] {
        assert_eq!(in_ring(ring, point), inside, "{point:?}");
        let found = distance_to_ring(ring, point).unwrap_or(-1);
        assert!((found - metres).abs() <= 20, "{point:?}: {found} and not {metres}");
        // A line along the ring without its last edge is never nearer than the ring.
        assert!(distance_to_line(ring, point).is_some_and(|d| d >= found));
        let just = |radius| side(ring, point, radius);
        assert_eq!(just(found), Side::Across);
        assert_eq!(just(found - 1), if inside { Side::Inside } else { Side::Outside });
    }
    assert_eq!(distance_to_line(&[(0, 0)], (0, 100_000)), Some(11_119));
    assert_eq!(
        (distance_to_line(&[], (0, 0)), distance_to_ring(&[], (0, 0)), in_ring(&[], (0, 0))),
        (None, None, false)
    );
    assert_eq!(side(&[], (0, 0), 1_000_000), Side::Outside);
}

proptest! {
    /// A larger uncertainty never settles what a smaller one leaves open.
    #[test]
    fn a_larger_disc_settles_nothing(lat in -1_500_000..2_500_000i32, lon in -1_500_000..2_500_000i32, r in 0..200_000i64, more in 0..100_000i64) {
        let (small, large) = (side(SQUARE, (lat, lon), r), side(SQUARE, (lat, lon), r + more));
        prop_assert!(large == small || large == Side::Across);
    }
}
