//! The ids that an agreement's author gives to its elements: typed names.
//!
//! Must not: be mixed up with ids made from content ([`crate::id`]).

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Takes a name as it stands in the file.
            #[must_use]
            pub fn new(text: &str) -> Self {
                Self(text.to_owned())
            }

            /// The text form.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

names! {
    /// An actor.
    ActorId;
    /// An agreement.
    AgreementId;
    /// An area that a text leaves out.
    AreaId;
    /// A term that prohibits or permits.
    ClauseId;
    /// An instrument.
    InstrumentId;
    /// A line.
    LineId;
    /// An obligation.
    ObligationId;
    /// An organ of the mechanism.
    OrganId;
    /// A phase.
    PhaseId;
    /// A demand, undertaking or declared condition.
    StatementId;
    /// A version of the words of an instrument.
    TextId;
    /// A zone.
    ZoneId;
}

/// Whether a word may be an id: it begins with a letter and has letters, digits, `_`, `-` and `.` only (ASCII).
#[must_use]
pub(crate) fn is_name(text: &str) -> bool {
    text.len() <= crate::limits::NAME_BYTES
        && text.bytes().next().is_some_and(|b| b.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
}
