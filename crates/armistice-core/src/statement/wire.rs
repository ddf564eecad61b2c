//! How the values of casework and ledger statements stand in CBOR: words from lists and ids as text, digests as bytes, moments
//! in their text form.
//!
//! Must not: be edited once released; the layouts that use it are frozen.

use crate::{
    act::Act,
    claim::{ClaimKind, Polarity},
    count::{CountStatus, CountWhat},
    named::Named,
    place::{Place, PlacePrecision},
    scope::Answer,
    time::{Moment, TimeBasis, When},
};
use minicbor::{
    Decode, Decoder, Encode, Encoder,
    decode::Error as DecodeError,
    encode::{Error as EncodeError, Write},
};

/// 32 bytes: a digest or the id of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl std::fmt::Display for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&data_encoding::HEXLOWER.encode(&self.0))
    }
}

impl<C> Encode<C> for Digest {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.bytes(&self.0)?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Digest {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
        let bytes = d.bytes()?;
        bytes.try_into().map(Self).map_err(|_| DecodeError::message("a digest is not 32 bytes"))
    }
}

/// Reads a word of a list.
pub(crate) fn word<T: Named>(d: &mut Decoder<'_>) -> Result<T, DecodeError> {
    let word = d.str()?;
    T::from_id(word).ok_or_else(|| DecodeError::message(format!("`{word}` is not in the vocabulary")))
}

macro_rules! words {
    ($($name:ident),*) => {$(
        impl<C> Encode<C> for $name {
            fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
                e.str(Named::id(*self))?.ok()
            }
        }

        impl<'b, C> Decode<'b, C> for $name {
            fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
                word(d)
            }
        }
    )*};
}

words!(Act, Answer, ClaimKind, CountStatus, CountWhat, PlacePrecision, Polarity);

impl<C> Encode<C> for Moment {
    fn encode<W: Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
        e.str(&self.to_string())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Moment {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
        d.str()?.parse().map_err(DecodeError::message)
    }
}

/// A time as a statement gives it: both ends inclusive, an open end is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(map)]
pub struct Interval {
    /// The first moment that is possible.
    #[n(0)]
    pub from: Option<Moment>,
    /// The last.
    #[n(1)]
    pub to: Option<Moment>,
}

impl Interval {
    /// The same as a resolved time, stated by who says it. Ends in the wrong order give an unresolved time.
    #[must_use]
    pub fn when(&self) -> When {
        let days = When::days(self.from.map(|m| m.date), self.to.map(|m| m.date), TimeBasis::Stated);
        match days.basis {
            TimeBasis::Stated => When { from: self.from, to: self.to, ..days },
            _ => days,
        }
    }
}

/// A place as a statement gives it; see [`Place`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(map)]
pub struct Site {
    /// The words.
    #[n(0)]
    pub text: String,
    /// The gazetteer's name.
    #[n(1)]
    pub name: Option<String>,
    /// How fine.
    #[n(2)]
    pub precision: PlacePrecision,
    /// Micro-degrees (WGS 84), only for `exact`, `settlement` and `near`.
    #[n(3)]
    pub lat: Option<i32>,
    /// Micro-degrees (WGS 84).
    #[n(4)]
    pub lon: Option<i32>,
    /// ISO 3166-1 alpha-2.
    #[n(5)]
    pub country: Option<String>,
    /// First-order division.
    #[n(6)]
    pub admin1: Option<String>,
}

impl Site {
    /// The same as a place. A point coarser than its words allow is left out.
    #[must_use]
    pub fn place(&self) -> Place {
        let fine = matches!(self.precision, PlacePrecision::Exact | PlacePrecision::Settlement | PlacePrecision::Near);
        Place {
            text: self.text.clone(),
            name: self.name.clone(),
            precision: self.precision,
            point: self.lat.zip(self.lon).filter(|_| fine),
            country: self.country.clone(),
            admin1: self.admin1.clone(),
            zone: None,
        }
    }
}

/// A bounded number: `None` is "not stated", never zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(map)]
pub struct Number {
    /// The least.
    #[n(0)]
    pub min: Option<u64>,
    /// The figure given.
    #[n(1)]
    pub best: Option<u64>,
    /// The most.
    #[n(2)]
    pub max: Option<u64>,
}

impl Number {
    /// Exactly so many.
    #[must_use]
    pub const fn exactly(n: u64) -> Self {
        Self { min: Some(n), best: Some(n), max: Some(n) }
    }
}

/// Declares lists of words as enumerations with stable text forms, which stand in statements as text.
macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $value:ident = $id:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $value,)* }

        impl $crate::named::Named for $name {
            const ALL: &'static [Self] = &[$($name::$value),*];

            fn id(self) -> &'static str {
                match self { $($name::$value => $id),* }
            }
        }

        impl<C> minicbor::Encode<C> for $name {
            fn encode<W: minicbor::encode::Write>(
                &self,
                e: &mut minicbor::Encoder<W>,
                _: &mut C,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                e.str($crate::named::Named::id(*self))?.ok()
            }
        }

        impl<'b, C> minicbor::Decode<'b, C> for $name {
            fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
                $crate::statement::wire::word(d)
            }
        }
    )*};
}

/// Declares a family of statement kinds: one variant, one layout and one kind each.
macro_rules! family {
    ($(#[$doc:meta])* $family:ident { $($(#[$vdoc:meta])* $value:ident($layout:ty) = $kind:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $family { $($(#[$vdoc])* $value($layout),)* }

        impl $family {
            /// The kinds of this family, in order.
            pub const KINDS: &'static [&'static str] = &[$($kind),*];

            /// The kind's stable name.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self { $($family::$value(_) => $kind),* }
            }

            pub(crate) fn to_bytes(&self) -> Vec<u8> {
                match self { $($family::$value(body) => $crate::statement::v1::to_bytes(body)),* }
            }

            /// Reads the body of a kind of this family; `None` for a kind that is not of it.
            pub(crate) fn from_bytes(kind: &str, bytes: &[u8]) -> Option<Result<Self, $crate::statement::v1::Fault>> {
                match kind {
                    $($kind => Some($crate::statement::v1::from_bytes(bytes).map($family::$value)),)*
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use {family, vocabulary};
