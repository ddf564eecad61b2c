//! Acts, authors, affected and figures, on sentences that we wrote about many conflicts.

use super::claims::check;

#[test]
fn active_verbs() {
    check(&[
        (
            "Separatists shelled a checkpoint near Mariinka on Sunday, killing three soldiers.",
            &["incident; act=shelling; by=Separatists; on=checkpoint; n=killed/soldiers/3"],
        ),
        (
            "Houthi fighters attacked a military base in Marib, killing at least 20 soldiers.",
            &["incident; act=attack; by=Houthi fighters; n=killed/soldiers/20"],
        ),
        (
            "Government forces bombed a market in Juba, wounding dozens of people.",
            &["incident; act=bombardment; by=Government forces; on=market"],
        ),
        ("The army stormed the rebel stronghold of Bani Walid on Friday.", &["incident; act=ground_assault; by=army"]),
        (
            "Gunmen ambushed a convoy of the Colombian army in Cauca, killing two.",
            &["incident; act=raid; by=Gunmen; on=convoy"],
        ),
        (
            "Rebels kidnapped four teachers in Catatumbo.",
            &["incident; act=abduction; by=Rebels; on=teachers; n=abducted/4"],
        ),
        (
            "Police arrested 12 activists in Mandalay on Tuesday.",
            &["incident; act=arrest; by=Police; on=activists; n=detained/12"],
        ),
        (
            "The junta's jets bombed a school in Sagaing, killing 11 children.",
            &["incident; act=air_strike; by=jets; on=school; n=killed/children/11"],
        ),
        ("Militants blew up a bridge near Cotabato.", &["incident; act=explosive; by=Militants; on=bridge"]),
        (
            "Fighters of the RSF looted homes in Omdurman, residents said.",
            &["incident; act=destruction_of_property; by=Fighters of the RSF; on=homes; via=unnamed_source:residents"],
        ),
        (
            "Azerbaijani forces captured three villages in the Hadrut district.",
            &["incident; act=seizure_of_ground; by=Azerbaijani forces; on=villages"],
        ),
        ("The militia besieged the town for three months.", &["incident; act=siege; by=militia; on=town"]),
        (
            "Soldiers raped at least 30 women in the camp, the report said.",
            &["incident; act=sexual_violence; by=Soldiers; via=document:the report"],
        ),
        (
            "Settlers torched houses in two villages.",
            &["incident; act=destruction_of_property; by=Settlers; on=houses"],
        ),
        ("Rebels shot down a drone of the monitoring mission.", &["incident; act=sensor_interference; by=Rebels"]),
        (
            "Armed men stopped a patrol of the observers and denied the monitors access to the village.",
            &["incident; act=obstruction_of_monitors; by=Armed men"],
        ),
        (
            "Troops blocked an aid convoy on the road to Malakal.",
            &["incident; act=aid_obstruction; by=Troops; on=aid convoy"],
        ),
        (
            "The army deployed tanks and heavy artillery inside the security zone.",
            &["incident; act=weapon_in_zone|troop_movement; by=army"],
        ),
        ("Rebels dug new trenches along the contact line.", &["incident; act=fortification; by=Rebels"]),
        ("Hezbollah fired rockets at northern Israel.", &["incident; act=shelling; by=Hezbollah"]),
        (
            "Israeli warplanes struck targets in the Bekaa valley overnight.",
            &["incident; act=air_strike; by=Israeli warplanes; time=overnight"],
        ),
        ("A drone struck a car near Tyre, killing one man.", &["incident; act=drone_strike; n=killed/1"]),
        ("Snipers killed a nurse outside the hospital in Taiz.", &["incident; act=small_arms_fire|killing; on=nurse"]),
        ("The authorities closed the crossing at Stanytsia Luhanska.", &["incident; act=closure; by=authorities"]),
        ("Engineers of the militia cut off water and electricity to the city.", &["incident; act=utility_cut"]),
    ]);
}

#[test]
fn passives() {
    check(&[
        (
            "The village of Shyrokyne was shelled by separatists on Monday night.",
            &["incident; act=shelling; by=separatists; on=village of Shyrokyne"],
        ),
        (
            "Three villagers were killed by naval fire off Hodeidah.",
            &["incident; act=killing; on=villagers; n=killed/civilians/3; by=-"],
        ),
        (
            "Two peacekeepers were abducted by armed men near Bentiu.",
            &["incident; act=abduction; by=armed men; on=peacekeepers"],
        ),
        ("A hospital was attacked in Zalingei.", &["incident; act=attack_on_protected_object; by=-; on=hospital"]),
        (
            "Five people were killed when a shell hit a bus in Horlivka.",
            &["incident; act=shelling; n=killed/5; by=-", "!*; act=killing"],
        ),
        ("Dozens of houses were burned in the attack.", &["incident; act=destruction_of_property"]),
        ("Monitors were denied access to the depot by local commanders.", &["incident; act=obstruction_of_monitors"]),
        (
            "Seven soldiers were wounded in clashes with rebels in Kayin State.",
            &["incident; act=armed_clash; n=injured/soldiers/7; by=-"],
        ),
        (
            "Our positions came under mortar fire, the military said.",
            &["incident; act=shelling; on=positions; via=speaker:the military"],
        ),
        ("The convoy was ambushed by unidentified gunmen.", &["incident; act=raid; by=unidentified gunmen; on=convoy"]),
        ("Civilians killed by shelling were buried on Tuesday.", &["incident; act=shelling; by=-; on=Civilians"]),
        ("The town came under attack from rebel fighters.", &["incident; act=attack; on=town"]),
        ("About 40 villagers were forced to flee their homes.", &["incident; act=forced_displacement"]),
    ]);
}

#[test]
fn nouns() {
    check(&[
        (
            "Government air strikes killed 14 civilians in Saada province, medics said.",
            &[
                "incident; act=air_strike; by=Government; on=civilians; n=killed/civilians/14; via=unnamed_source:medics",
            ],
        ),
        (
            "Two militia bombardments wounded six villagers in Abyei.",
            &["incident; act=bombardment; by=militia; n=injured/6"],
        ),
        (
            "The shelling of Stepanakert by Azerbaijani forces continued on Saturday.",
            &["incident; act=shelling; by=Azerbaijani forces; on=Stepanakert"],
        ),
        (
            "Saudi-led coalition air strikes on Hodeidah killed eight people.",
            &["incident; act=air_strike; by=coalition; on=Hodeidah; n=killed/8"],
        ),
        (
            "The army's bombardment of the camp went on through the night.",
            &["incident; act=bombardment; by=army; on=camp"],
        ),
        (
            "Clashes between the NPA and soldiers erupted in Samar.",
            &["incident; act=armed_clash; by=-; on=NPA", "incident; on=soldiers"],
        ),
        (
            "A suicide attack on a mosque in Kandahar killed 30 worshippers.",
            &["incident; act=suicide_attack; by=-; on=mosque; n=killed/30"],
        ),
        ("A roadside bomb wounded four policemen in Maguindanao.", &["incident; act=explosive; by=-; n=injured/4"]),
        ("A Boko Haram attack on a farm left 40 people dead.", &["incident; act=attack; by=Boko Haram; n=killed/40"]),
        ("Rebel rocket attacks on Sderot injured two people.", &["incident; act=shelling; by=Rebel; n=injured/2"]),
        ("Heavy fighting was reported in the hills around Aden.", &["incident; act=armed_clash; by=-"]),
        (
            "Israel carried out three air strikes on Tyre.",
            &["incident; act=air_strike; by=Israel; on=Tyre; n=strikes/3"],
        ),
        ("The navy launched an offensive against pirates.", &["incident; act=ground_assault; by=navy; on=pirates"]),
        (
            "The air strikes were carried out by the Ethiopian air force.",
            &["incident; act=air_strike; by=Ethiopian air force"],
        ),
        (
            "Cross-border attacks by militants killed nine soldiers.",
            &["incident; act=attack; by=militants; n=killed/soldiers/9"],
        ),
        (
            "The blockade of the port by government forces entered its third week.",
            &["incident; act=siege; by=government forces"],
        ),
        ("An explosion killed three people in Tripoli.", &["incident; act=explosive; by=-; n=killed/3"]),
        (
            "A prisoner exchange took place at the Mayorske checkpoint on Thursday.",
            &["incident|agreement_fact; act=release_of_detainees"],
        ),
        ("Overflights by Israeli jets were observed over Beirut.", &["incident; act=overflight; by=Israeli jets"]),
    ]);
}

#[test]
fn recorders_are_no_authors() {
    check(&[
        (
            "Six violations were registered by the Russian side.",
            &["incident; act=violation_unspecified; by=-; via=recorder:Russian side; n=violations/6", "!*; by=Russian"],
        ),
        (
            "Eleven breaches of the truce were recorded by the Turkish side in Hama.",
            &["incident; by=-; via=recorder:Turkish side; n=violations/11", "!*; by=Turkish"],
        ),
        (
            "The Russian side recorded 12 violations in Idlib over the past 24 hours.",
            &["incident; by=-; via=recorder:Russian side; n=violations/12", "!*; by=Russian"],
        ),
        (
            "The observer mission documented 47 ceasefire violations in Donetsk region.",
            &["incident; by=-; via=recorder:observer mission; n=violations/47"],
        ),
        (
            "Of the 34 violations, 31 according to the Syrian side, while the Russian side confirmed none.",
            &[
                "incident; via=recorder:Syrian side; n=violations/31",
                "incident; via=recorder:Russian side; n=violations/0; pol=asserted",
                "!*; by=side",
            ],
        ),
        (
            "The joint committee logged 9 violations on Sunday.",
            &["incident; by=-; via=recorder:joint committee; n=violations/9"],
        ),
        (
            "The government's operations room registered 53 violations in Hays district.",
            &["incident; by=-; via=recorder:operations room; n=violations/53", "!*; by=government"],
        ),
        (
            "Two attacks by rebels were recorded by the mission.",
            &["incident; by=rebels; via=recorder:mission", "!*; by=mission"],
        ),
        (
            "The centre documented the shelling of two villages by government forces.",
            &["incident; act=shelling; by=government forces; via=recorder:centre"],
        ),
    ]);
}

#[test]
fn accusations() {
    check(&[
        (
            "Kyiv accused the separatists of shelling Avdiivka.",
            &["allegation; act=shelling; by=separatists; on=Avdiivka; via=speaker:Kyiv"],
        ),
        (
            "The SPLM-IO accused government troops of attacking its positions.",
            &["allegation; act=attack; by=government troops; via=speaker:SPLM-IO"],
        ),
        (
            "The government blamed the rebels for the attack on the convoy.",
            &["allegation; act=attack|attack_on_protected_object; by=rebels; on=convoy"],
        ),
        (
            "The rebels were accused by the mediators of violating the truce.",
            &["allegation; act=violation_unspecified; by=rebels"],
        ),
        (
            "Officials objected to Qatar having a role because of its support of armed groups which they accuse of repeatedly violating the ceasefire.",
            &["allegation; act=violation_unspecified; by=armed groups"],
        ),
        (
            "Armenia accused Azerbaijan of breaking the ceasefire.",
            &["allegation; act=violation_unspecified; by=Azerbaijan; via=speaker:Armenia"],
        ),
        (
            "The army violated the truce 14 times on Friday, the rebels said.",
            &["allegation; act=violation_unspecified; by=army; via=cited_group:rebels"],
        ),
        ("Both sides traded accusations over violations of the truce.", &["context", "!allegation"]),
        ("The ELN accused the army of failing to withdraw from the zone.", &["allegation; by=army"]),
        (
            "Khartoum denied that its planes had bombed the village.",
            &["denial; act=air_strike|bombardment; by=Khartoum; pol=negated"],
        ),
        ("The army denied shelling the village.", &["denial; act=shelling; by=army; pol=negated; via=speaker:army"]),
        ("The Taliban rejected the accusation that they had attacked the school.", &["denial"]),
        ("A spokesman dismissed the reports as false.", &["denial"]),
    ]);
}

#[test]
fn unknown_stays_unknown() {
    check(&[
        ("A shell hit a house in Horlivka.", &["incident; act=shelling; by=-"]),
        ("It was not clear who fired the rockets.", &["!*; by=who"]),
        (
            "Attribution of the attack could not be made, the verification team said.",
            &["!*; by=team", "!*; by=verification"],
        ),
        ("The truck exploded near a checkpoint.", &["incident; act=explosive; by=-"]),
        ("No casualties were reported.", &["!incident; pol=asserted"]),
        ("The minister had a heart attack.", &["!incident"]),
        ("Workers threatened a general strike over pay.", &["!incident"]),
        ("The village has three shops and a school.", &["!*"]),
        ("Prices of bread rose again last month.", &["!*"]),
    ]);
}

#[test]
fn recorders_with_their_own_figures() {
    check(&[
        (
            "Five violations were registered by the Kenyan side of the joint commission. The Ethiopian side registered nine.",
            &[
                "incident; act=violation_unspecified; n=violations/9; via=recorder:Ethiopian side; by=-",
                "!incident; by=Kenyan",
            ],
        ),
        (
            "The northern side recorded 31 violations, the southern side 12.",
            &["incident; n=violations/12; via=recorder:southern side; by=-"],
        ),
        (
            "Three breaches were registered in Hpakant. The Myanmar side registered seven: four in the north and three in the south.",
            &["incident; n=violations/7; via=recorder:Myanmar side; by=-"],
        ),
        ("The mission registered nine vehicles at the crossing.", &["!*; n=violations/9"]),
    ]);
}

#[test]
fn blame() {
    check(&[
        (
            "The governor accused the armed formations of firing from the ridge and said that his men had not returned fire.",
            &["allegation; act=small_arms_fire; by=armed formations", "!allegation; by=governor"],
        ),
        (
            "The ministry blamed the shelling on the rebels.",
            &["allegation; act=shelling; by=rebels; via=speaker:ministry"],
        ),
        ("The army blamed the ELN.", &["allegation; by=ELN; via=speaker:army"]),
        ("The rebels were blamed for the ambush.", &["allegation; act=raid; by=rebels"]),
        (
            "Al-Shabaab claimed responsibility for a car bomb that killed five soldiers in Baidoa.",
            &["incident; act=explosive; by=Al-Shabaab; n=killed/5"],
        ),
        (
            "The farmer said that the shells had come from an army post across the river.",
            &["incident|allegation; act=shelling; by=army post; via=unnamed_source:farmer"],
        ),
        ("\"The militia did this to break the ceasefire,\" a colonel told reporters.", &["allegation; by=militia"]),
        (
            "Monitors ruled on Friday that Hamas had broken the truce when its members abducted a teacher.",
            &["!*; by=Monitors"],
        ),
        ("The minister condemned the attack on the hospital.", &["!*; by=hospital"]),
    ]);
}

#[test]
fn the_means_is_the_act() {
    check(&[
        (
            "A drone destroyed two lorries near Kidal and killed one of the drivers.",
            &["incident; act=drone_strike; n=killed/1", "!incident; act=killing"],
        ),
        (
            "Shells landed in the market of Taiz and damaged houses.",
            &["incident; act=shelling", "!incident; act=destruction_of_property"],
        ),
        ("Barrel bombs dropped by helicopters hit Latamneh.", &["incident; act=air_strike"]),
        (
            "Twelve homes were burned and two men killed when soldiers attacked Wau on Monday.",
            &["incident; by=soldiers; n=killed/2"],
        ),
        ("A strike from the air set two trucks on fire.", &["incident; act=air_strike; by=-"]),
        (
            "Ethiopian artillery struck Mekelle, killing three.",
            &["incident; act=shelling; by=Ethiopian artillery; n=killed/3"],
        ),
        (
            "Soldiers shot dead two men and burned 15 houses in the village.",
            &["incident; act=small_arms_fire; n=buildings/15; by=Soldiers"],
        ),
        (
            "Indian troops blew up three houses near the line.",
            &["incident; act=destruction_of_property; by=Indian troops"],
        ),
    ]);
}

#[test]
fn ground_and_mechanism() {
    check(&[
        (
            "Members of the ELN carrying rifles entered the village of La Gabarra.",
            &["incident; act=troop_movement; by=Members of the ELN"],
        ),
        ("An army patrol crossed into the security zone.", &["incident; act=troop_movement; by=army patrol"]),
        ("Soldiers had set up a new post on the hill.", &["incident; act=fortification; by=Soldiers"]),
        (
            "At the bridge, soldiers turned back the team's vehicle.",
            &["incident; act=obstruction_of_monitors; by=soldiers"],
        ),
        (
            "Two armed men denied the mission's patrol passage.",
            &["incident; act=obstruction_of_monitors; by=armed men", "!denial"],
        ),
        (
            "Officers of both sides set up the first joint observation post.",
            &["agreement_fact|incident; act=monitoring_set_up", "!allegation"],
        ),
        ("Residents fled; dozens of civilians fled the quarter.", &["incident; act=forced_displacement"]),
        ("The teacher was released on Friday.", &["incident; act=release_of_detainees; on=teacher"]),
    ]);
}

#[test]
fn words_of_war_without_war() {
    check(&[
        ("United bombarded the Rovers goal for twenty minutes.", &["!incident"]),
        ("Dockers ended a strike of nine days after new talks about night pay.", &["!incident"]),
        ("The striker attacked from the left in the second half of the match.", &["!incident"]),
        ("Exports saw explosive growth in the battle for the market.", &["!incident"]),
        ("The monks were besieged in the fortress in 1916.", &["!incident"]),
        ("In 2014 about 9,000 people were killed in the country, a monitoring group said.", &["total; n=killed/9000"]),
        ("The army shelled the stadium during the cup final, killing four fans.", &["incident; act=shelling; by=army"]),
    ]);
}
