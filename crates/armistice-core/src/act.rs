//! The taxonomy of acts: the union of the lists that ceasefire missions use (domain reference, 2.3).
//!
//! Must not: say whether an act is prohibited; the agreement does.

macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident = $id:literal in $group:ident;)*) => {
        /// An act. The text form is stable and part of the public formats.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Act { $($(#[$doc])* $name,)* }

        impl Act {
            /// Every act, in the order of the taxonomy.
            pub const ALL: &'static [Act] = &[$(Act::$name,)*];

            /// The stable text form.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Act::$name => $id,)* }
            }

            /// The family that the act belongs to.
            #[must_use]
            pub const fn group(self) -> ActGroup {
                match self { $(Act::$name => ActGroup::$group,)* }
            }

            /// Reads the stable text form.
            #[must_use]
            pub fn parse(id: &str) -> Option<Act> {
                Act::ALL.iter().copied().find(|a| a.id() == id)
            }
        }
    };
}

impl Act {
    /// Whether it is something done on the ground, of which an incident can consist. Talks, signatures, the upkeep of a
    /// ceasefire, organs being set up and acts that are not said are none.
    #[must_use]
    pub const fn is_deed(self) -> bool {
        match self.group() {
            ActGroup::Hostile
            | ActGroup::Territorial
            | ActGroup::Persons
            | ActGroup::Humanitarian
            | ActGroup::Provocative => true,
            ActGroup::Mechanism => !matches!(self, Act::MonitoringSetUp),
            ActGroup::NonPerformance | ActGroup::Unspecified => false,
        }
    }
}

/// The families of acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActGroup {
    /// Use of force.
    Hostile,
    /// Ground, positions, weapons, movement of forces.
    Territorial,
    /// Against persons and protected objects.
    Persons,
    /// Aid, sieges, movement of civilians.
    Humanitarian,
    /// Against the monitoring mechanism.
    Mechanism,
    /// Provocation and propaganda.
    Provocative,
    /// A positive obligation not kept by its time.
    NonPerformance,
    /// Breach of the agreement, not said how.
    Unspecified,
}

acts! {
    /// Small arms or sniper fire.
    SmallArmsFire = "small_arms_fire" in Hostile;
    /// Mortar, artillery, rockets.
    Shelling = "shelling" in Hostile;
    /// Anti-tank and other direct heavy fire.
    DirectHeavyFire = "direct_heavy_fire" in Hostile;
    /// Air strike, helicopter attack.
    AirStrike = "air_strike" in Hostile;
    /// Armed drone.
    DroneStrike = "drone_strike" in Hostile;
    /// Bombardment, means not said.
    Bombardment = "bombardment" in Hostile;
    /// Armed clash; no initiator said.
    ArmedClash = "armed_clash" in Hostile;
    /// Ground assault, offensive.
    GroundAssault = "ground_assault" in Hostile;
    /// Raid, ambush, sabotage, infiltration.
    Raid = "raid" in Hostile;
    /// Mine or improvised explosive device.
    Explosive = "explosive" in Hostile;
    /// Suicide attack.
    SuicideAttack = "suicide_attack" in Hostile;
    /// Chemical agent.
    ChemicalAttack = "chemical_attack" in Hostile;
    /// An attack, means not said.
    Attack = "attack" in Hostile;
    /// Advance, seizure of ground.
    Seizure = "seizure_of_ground" in Territorial;
    /// New position or fortification.
    Fortification = "fortification" in Territorial;
    /// Reinforcement, movement of troops.
    TroopMovement = "troop_movement" in Territorial;
    /// Heavy weapon where it may not be.
    WeaponInZone = "weapon_in_zone" in Territorial;
    /// Overflight, reconnaissance.
    Overflight = "overflight" in Territorial;
    /// Killing, when no other act is said.
    Killing = "killing" in Persons;
    /// Injury, when no other act is said.
    Injury = "injury" in Persons;
    /// Attack on a hospital, school, water works or other protected object.
    AttackOnProtected = "attack_on_protected_object" in Persons;
    /// Abduction, hostage taking.
    Abduction = "abduction" in Persons;
    /// Arrest, detention.
    Arrest = "arrest" in Persons;
    /// Forced or child recruitment.
    ForcedRecruitment = "forced_recruitment" in Persons;
    /// Sexual violence.
    SexualViolence = "sexual_violence" in Persons;
    /// Forced displacement.
    ForcedDisplacement = "forced_displacement" in Persons;
    /// Burning, looting, destruction of property.
    Destruction = "destruction_of_property" in Persons;
    /// Siege, blockade.
    Siege = "siege" in Humanitarian;
    /// Aid denied, delayed or taken.
    AidObstruction = "aid_obstruction" in Humanitarian;
    /// Aid delivered or let through.
    AidDelivery = "aid_delivery" in Humanitarian;
    /// Water or power cut.
    UtilityCut = "utility_cut" in Humanitarian;
    /// Crossing or road closed.
    Closure = "closure" in Humanitarian;
    /// Release of detainees, exchange of prisoners.
    Release = "release_of_detainees" in Humanitarian;
    /// Monitors denied, delayed or hindered.
    Obstruction = "obstruction_of_monitors" in Mechanism;
    /// Attack on monitors.
    AttackOnMonitors = "attack_on_monitors" in Mechanism;
    /// Interference with sensors.
    SensorInterference = "sensor_interference" in Mechanism;
    /// Incitement, hostile propaganda.
    Incitement = "incitement" in Provocative;
    /// Provocation not said how.
    Provocation = "provocation" in Provocative;
    /// Something promised not done in time.
    NonPerformance = "non_performance" in NonPerformance;
    /// "Violation", "breach", not said how.
    Violation = "violation_unspecified" in Unspecified;
    /// Signing an instrument.
    Signing = "signing" in Unspecified;
    /// Taking part in or leaving talks.
    Talks = "talks" in Unspecified;
    /// Withdrawal of forces or weapons.
    Withdrawal = "withdrawal" in Territorial;
    /// Laying down arms, disarmament.
    Disarmament = "disarmament" in Territorial;
    /// Keeping or restoring the ceasefire.
    CeasefireUpkeep = "ceasefire_upkeep" in Unspecified;
    /// Monitoring, investigation or accountability being set up.
    MonitoringSetUp = "monitoring_set_up" in Mechanism;
}
