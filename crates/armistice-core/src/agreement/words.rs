//! The closed word lists of the agreement language, each an enum with its text form.
//!
//! Must not: have a default. A word that the file leaves out is absent, not the first of the list.

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// The words of the list, in order.
            pub const WORDS: &'static [&'static str] = &[$($word,)*];

            /// The word as it stands in the file.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }

            /// Reads the word.
            #[must_use]
            pub fn read(word: &str) -> Option<Self> {
                match word { $($word => Some($name::$variant),)* _ => None }
            }
        }
    )*};
}

words! {
    /// How an agreement or instrument ends.
    Ending {
        /// Until somebody ends it.
        Open = "open",
        /// At a time written in it.
        Fixed = "fixed",
        /// Somebody has ended it.
        Terminated = "terminated",
        /// Not known.
        Unknown = "unknown",
    }
    /// What kind of document an instrument is.
    InstrumentKind {
        /// A statement.
        Statement = "statement",
        /// An agreement.
        Agreement = "agreement",
        /// A memorandum.
        Memorandum = "memorandum",
        /// A protocol or annex.
        Protocol = "protocol",
        /// Terms of reference of a body.
        TermsOfReference = "terms_of_reference",
        /// A resolution of an organisation.
        Resolution = "resolution",
        /// Orders of commanders.
        Orders = "orders",
        /// Something else; the note says what.
        Other = "other",
    }
    /// Who of the parties has endorsed an instrument.
    Endorsement {
        /// All.
        All = "all",
        /// Some.
        Some = "some",
        /// None.
        None = "none",
        /// Not known.
        Unknown = "unknown",
    }
    /// What is known of the words of a text.
    TextStatus {
        /// Published by who holds the original.
        Authentic = "authentic",
        /// Published by somebody else.
        Leaked = "leaked",
        /// Not final.
        Draft = "draft",
        /// Not known.
        Unknown = "unknown",
    }
    /// The part that an actor has in the agreement.
    ActorKind {
        /// Bound by the agreement, or a body of one that is.
        Party = "party",
        /// Fights beside a party.
        SupportingForce = "supporting_force",
        /// Left out of the agreement's protection.
        Excluded = "excluded",
        /// Has undertaken to secure the compliance of a party.
        Guarantor = "guarantor",
        /// Observes or supports the mechanism.
        Observer = "observer",
        /// Stands outside the agreement.
        Third = "third",
    }
    /// Which bodies a party binds.
    Membership {
        /// All that belong to it.
        All = "all",
        /// Those only that have joined (see the adherence records).
        Joined = "joined",
    }
    /// What is said of an actor's acceptance of an instrument.
    AdherenceStatus {
        /// Signed.
        Signed = "signed",
        /// Accepted later, or in another form.
        Joined = "joined",
        /// Somebody else says that it accepts.
        Claimed = "claimed",
        /// It, or somebody for it, says that it does not.
        Denied = "denied",
    }
    /// Yes, no, or not known.
    Known {
        /// The text says yes.
        Yes = "yes",
        /// The text says no.
        No = "no",
        /// The text does not say, or is not known.
        Unknown = "unknown",
    }
    /// What the territory of the agreement is.
    TerritoryKind {
        /// The whole of the countries.
        WholeCountry = "whole_country",
        /// The listed first-order divisions.
        ListedDivisions = "listed_divisions",
        /// The zones only.
        ZonesOnly = "zones_only",
        /// Not known.
        Unknown = "unknown",
    }
    /// How much of a first-order division is covered.
    Cover {
        /// All of it.
        Whole = "whole",
        /// A part, whose border the file does not give.
        Part = "part",
    }
    /// What puts an area outside the agreement.
    AreaCriterion {
        /// An excluded actor holds it.
        Control = "control",
        /// Combat operations against an excluded actor go on there.
        Operations = "operations",
        /// An excluded actor is there.
        Presence = "presence",
    }
    /// What is known of a zone's border.
    GeometryStatus {
        /// The agreement gives it.
        Exact = "exact",
        /// Drawn by somebody from words.
        Indicative = "indicative",
        /// No border is given.
        None = "none",
    }
    /// What kind of exception a permission is.
    PermissionKind {
        /// Force in self-defence.
        SelfDefence = "self_defence",
        /// Force against an excluded actor.
        AgainstExcluded = "against_excluded_actor",
        /// Training and exercises.
        Exercise = "exercise",
        /// Movement that was notified.
        NotifiedMovement = "notified_movement",
        /// Aid, evacuation, repairs.
        Humanitarian = "humanitarian",
        /// Something else.
        Other = "other",
    }
    /// A condition of a permission.
    Condition {
        /// In response to an attack.
        Response = "response",
        /// Proportionate.
        Proportionate = "proportionate",
        /// Against an immediate threat.
        ImmediateThreat = "immediate_threat",
        /// By order of the command named in the text.
        Ordered = "ordered",
        /// After the coordination mechanism or hotline had failed.
        HotlineExhausted = "hotline_exhausted",
        /// Notified beforehand.
        Notified = "notified",
        /// The target belongs to an excluded actor.
        TargetExcluded = "target_excluded",
    }
    /// How the clock of an obligation runs.
    ClockKind {
        /// By a date.
        By = "by",
        /// Within a time from an event.
        Within = "within",
        /// Again and again.
        Recurring = "recurring",
        /// For as long as the agreement is in force.
        Continuous = "continuous",
        /// No time is given.
        None = "none",
        /// Not known.
        Unknown = "unknown",
    }
    /// What kind of statement. None of them is an obligation.
    StatementKind {
        /// Somebody wants another to do something.
        Demand = "demand",
        /// Somebody promises something outside the agreement.
        Undertaking = "undertaking",
        /// Somebody makes a step depend on something.
        DeclaredCondition = "declared_condition",
    }
    /// Where a modality comes from.
    ModalitySource {
        /// The agreement says so.
        Text = "text",
        /// The agreement is silent; the mechanism's default applies.
        MechanismDefault = "mechanism_default",
    }
    /// How well a finding must be shown.
    Standard {
        /// A report that is credible.
        CredibleReport = "credible_report",
        /// Reasonable grounds to believe.
        ReasonableGrounds = "reasonable_grounds",
        /// More likely than not.
        BalanceOfProbabilities = "balance_of_probabilities",
        /// Clear and convincing.
        ClearAndConvincing = "clear_and_convincing",
    }
    /// How the mechanism decides.
    DecisionRule {
        /// All agree.
        Unanimous = "unanimous",
        /// Nobody objects.
        Consensus = "consensus",
        /// A majority of each constituency.
        MajorityPerConstituency = "majority_per_constituency",
        /// A majority.
        Majority = "majority",
        /// The chair decides.
        Chair = "chair",
        /// Nobody decides: facts are reported only.
        FactsOnly = "facts_only",
    }
    /// What becomes of the vote of a guarantor whose own side is accused.
    RecusalRule {
        /// It counts like any other.
        None = "none",
        /// It gives its opinion, and does not count alone.
        NotAlone = "not_alone",
        /// It takes no part.
        Recused = "recused",
    }
    /// What follows when nobody answers in a silence procedure.
    OnExpiry {
        /// Not determined; the positions are published.
        NotDetermined = "not_determined_with_positions",
        /// Silence counts as consent, because the text says so.
        Consent = "consent",
    }
}
