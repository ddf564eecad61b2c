//! Kinds and polarity: what is wanted, promised, refused, planned, agreed; totals against incidents.

use super::claims::check;

#[test]
fn totals() {
    check(&[
        (
            "More than 13,000 people have been killed since the conflict began in 2014.",
            &["total; act=killing; n=killed/13000; by=-", "!incident"],
        ),
        (
            "The war has killed more than 150,000 people and displaced four million.",
            &["total; n=killed/150000", "!incident"],
        ),
        ("The five-year conflict has claimed tens of thousands of lives.", &["total", "!incident"]),
        ("At least 220,000 people died in the 52-year conflict.", &["total", "!incident"]),
        (
            "Some 17,400 violations have been recorded since the ceasefire took effect in December.",
            &["total; n=violations/17400", "!incident"],
        ),
        ("The fighting has displaced two million people since April.", &["total", "!incident"]),
        (
            "Clashes broke out in a war that has killed 100,000 people.",
            &["total; n=killed/100000", "incident; act=armed_clash"],
        ),
    ]);
}

#[test]
fn demands() {
    check(&[
        (
            "The rebels demanded the release of all prisoners.",
            &["demand; act=release_of_detainees; via=cited_group:rebels"],
        ),
        ("The UN called on both sides to stop the fighting.", &["demand; by=sides; via=speaker:UN"]),
        (
            "Kyiv insisted that the separatists lay down their arms.",
            &["demand; act=disarmament; by=separatists; via=speaker:Kyiv"],
        ),
        (
            "The delegation would push for the lifting of the blockade, the release of detainees and aid deliveries, its head said.",
            &["demand; act=siege", "demand; act=release_of_detainees", "demand; act=aid_delivery"],
        ),
        (
            "The government must withdraw its forces from the city, the movement said.",
            &["demand; act=withdrawal; by=government"],
        ),
        ("The ELN wants the government to halt its operations.", &["demand; by=government"]),
        (
            "The envoy urged the parties to extend the truce.",
            &["demand; act=ceasefire_upkeep; by=parties; via=unnamed_source:envoy"],
        ),
        ("\"We want an independent investigation into the killings,\" she said.", &["demand; act=monitoring_set_up"]),
        ("The opposition called for an immediate ceasefire.", &["demand; act=ceasefire_upkeep"]),
        ("Armed groups should allow humanitarian access, the report recommends.", &["demand; act=aid_delivery"]),
        ("The council demanded that the Houthis withdraw from the port.", &["demand; act=withdrawal; by=Houthis"]),
    ]);
}

#[test]
fn pledges() {
    check(&[
        (
            "The rebels promised to release 20 hostages.",
            &["pledge; act=release_of_detainees; by=rebels; n=released/20"],
        ),
        ("The junta pledged to respect the truce.", &["pledge; by=junta"]),
        (
            "There are pledges from the Saudi side to reopen the airport, the mediator said.",
            &["pledge; by=Saudi side; via=unnamed_source:mediator"],
        ),
        ("Abiy vowed to allow aid into the region.", &["pledge; act=aid_delivery; by=Abiy"]),
        (
            "The army committed to withdrawing its tanks from the zone by Friday.",
            &["pledge; act=withdrawal; by=army; time=Friday"],
        ),
        ("Turkey guaranteed that the groups would observe the ceasefire.", &["pledge; via=speaker:Turkey"]),
    ]);
}

#[test]
fn conditions() {
    check(&[
        (
            "\"We will not withdraw until the prisoners are released,\" the commander said.",
            &["condition; via=unnamed_source:commander"],
        ),
        ("The group will hand over its weapons only if the government grants an amnesty.", &["condition"]),
        ("If the attacks stop, then we will return to the talks, he said.", &["condition"]),
        ("The rebels vowed to resume fighting if the talks fail.", &["condition", "!pledge"]),
        ("They agreed to a truce on condition that the siege is lifted.", &["condition"]),
        ("The army said it would not leave the town unless the militia disarms.", &["condition; via=speaker:army"]),
        ("The talks cannot continue as long as the bombing goes on, the delegation said.", &["condition"]),
        ("The movement said it would release prisoners in exchange for the lifting of the blockade.", &["condition"]),
    ]);
}

#[test]
fn proposals_and_plans() {
    check(&[
        ("The draft agreement would give the monitors access to all depots.", &["proposal"]),
        ("Norway proposed a joint monitoring mechanism.", &["proposal; act=monitoring_set_up; via=speaker:Norway"]),
        ("The plan envisages a withdrawal of heavy weapons.", &["proposal; act=withdrawal"]),
        (
            "The parties are expected to sign the agreement on Thursday.",
            &["plan; act=signing; by=parties; time=Thursday"],
        ),
        ("Talks are due to resume in Doha next week.", &["plan; time=next week"]),
        (
            "A second exchange of prisoners is scheduled for Monday, the Red Cross said.",
            &["plan; via=speaker:Red Cross"],
        ),
        ("The two sides will meet again in Geneva in June.", &["plan"]),
        ("A deal meant to be signed on Sunday was postponed.", &["plan; act=signing"]),
        ("The observers are set to deploy along the line.", &["plan"]),
        ("The mission plans to open a base in Hodeidah.", &["plan"]),
    ]);
}

#[test]
fn refusals() {
    check(&[
        (
            "The rebels refused to sign the accord.",
            &["refusal; act=signing; by=rebels; pol=negated; via=cited_group:rebels"],
        ),
        ("The movement said it would not attend the talks.", &["refusal; act=talks; pol=negated"]),
        ("\"No agreement will be signed,\" the chief negotiator said.", &["refusal; act=signing; pol=negated"]),
        ("Israel ruled out any withdrawal from the hills.", &["refusal; act=withdrawal; via=speaker:Israel"]),
        ("The government rejected the proposal.", &["refusal; via=speaker:government", "!denial"]),
        ("The group declined to take part in the conference, but began separate talks.", &["refusal"]),
    ]);
}

#[test]
fn the_agreement() {
    check(&[
        ("Al-Shabaab is excluded from the truce.", &["agreement_scope; on=Al-Shabaab"]),
        ("The ceasefire does not cover the Islamic State.", &["agreement_scope; on=Islamic State"]),
        ("The agreement applies to the whole of Hodeidah governorate.", &["agreement_scope"]),
        ("The ceasefire was brokered by Norway and Cuba.", &["agreement_fact"]),
        ("The truce took effect at midnight on Saturday.", &["agreement_fact"]),
        ("Russia and Turkey are guarantors of the deal.", &["agreement_fact"]),
        ("The two sides signed a ceasefire agreement in Stockholm last December.", &["agreement_fact; act=signing"]),
        ("The ceasefire will be monitored by a joint committee.", &["agreement_fact|plan; act=monitoring_set_up"]),
        ("Talks between the government and the ELN broke down in April.", &["agreement_fact"]),
        ("The UN envoy said he was optimistic about the talks.", &["position; via=unnamed_source:UN envoy"]),
        ("The deputy leader welcomed the truce.", &["position"]),
    ]);
}

#[test]
fn polarity() {
    check(&[
        (
            "The army did not attack the village, the governor said.",
            &["denial; act=attack; by=army; pol=negated; via=speaker:governor"],
        ),
        ("The rebels may have shelled the school.", &["incident; pol=open"]),
        ("It was unclear whether the town had been captured by the rebels.", &["incident; pol=open"]),
        ("No air strikes were reported on Friday.", &["incident; act=air_strike; pol=negated"]),
        ("The army attacked the village.", &["incident; pol=asserted"]),
    ]);
}

#[test]
fn terms_and_what_is_told_of_them() {
    check(&[
        (
            "The agreement gives Sudanese forces 60 days to withdraw and requires the army to take over.",
            &["agreement_fact", "!demand", "!incident"],
        ),
        ("Foreign fighters are to leave the country by 23 January.", &["agreement_fact|plan", "!demand", "!incident"]),
        ("The committee is to meet in Naqoura on Monday.", &["plan", "!incident"]),
        ("The remaining three posts are to open by Wednesday.", &["plan"]),
        ("The guerrillas are expected to have moved into the zones by 31 January.", &["plan", "!incident"]),
        ("The rebels pledged to hand over the maps of the minefields.", &["pledge; by=rebels"]),
        ("\"We will not take our seats until the guns fall silent,\" the envoy said.", &["condition"]),
        ("The group said it would keep the ceasefire as long as the other side did.", &["condition"]),
        ("The deal leaves out the Islamic State group.", &["agreement_scope"]),
        (
            "The government and the rebels agreed in 2002 not to carry out abductions.",
            &["agreement_fact", "!incident", "!pledge"],
        ),
        ("The commission received 118 complaints about compliance.", &["total|context", "!incident"]),
        (
            "The forces based in the west denied having drones in the area.",
            &["denial; via=speaker:forces based in the west"],
        ),
        ("The ministry denied that its troops had fired on Gori.", &["denial; act=small_arms_fire"]),
        ("Previous pushes failed, with the sides trading accusations over violations.", &["!allegation"]),
        ("The initiative has been widely welcomed.", &["!position"]),
        ("The minister said that the weather had been fine.", &["!position", "!incident"]),
    ]);
}
