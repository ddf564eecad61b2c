//! Places with their precision. A province is a province, never a pin in its middle.
//!
//! Must not: hold coordinates for anything coarser than the words allow.

/// How finely the words tell where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlacePrecision {
    /// A stated point (coordinates, a building).
    Exact,
    /// A settlement or a quarter of one.
    Settlement,
    /// In the area of, near, outside, around a settlement (within about 25 km).
    Near,
    /// A third-order division (sub-district).
    Admin3,
    /// A second-order division (district, county).
    Admin2,
    /// A first-order division (province, governorate, oblast, state).
    Admin1,
    /// A region without a border of its own (a valley, a front, "the east").
    Region,
    /// A country.
    Country,
    /// The words name no place, or one that cannot be told.
    Unknown,
}

/// A place as a claim names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The words of the document, such as `rebel-held areas of X province`.
    pub text: String,
    /// The gazetteer's name of it, when one entry is meant beyond doubt.
    pub name: Option<String>,
    /// How fine.
    pub precision: PlacePrecision,
    /// Position in micro-degrees (WGS 84), latitude then longitude; only for `Exact`, `Settlement` and `Near`.
    pub point: Option<(i32, i32)>,
    /// ISO 3166-1 alpha-2 code of the country, when known.
    pub country: Option<String>,
    /// Name of the first-order division, when known.
    pub admin1: Option<String>,
    /// IANA time zone of the place, when known.
    pub zone: Option<String>,
}
