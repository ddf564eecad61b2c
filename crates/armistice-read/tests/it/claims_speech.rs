//! The speech layer: who says that who says it.

use super::claims::check;

#[test]
fn who_says_it() {
    check(&[
        (
            "Rebels shelled the town, the governor of Taiz, Nabil Shamsan, said.",
            &["incident; via=speaker:governor of Taiz"],
        ),
        ("\"They bombed the market,\" said Amina Yusuf, a resident of Zamzam.", &["incident; via=speaker:Amina Yusuf"]),
        (
            "The rebels had shelled the school, army spokesman Oleh Danko told Interfax.",
            &[
                "incident; act=shelling; by=rebels; via=agency:Interfax",
                "*; via=speaker:Oleh Danko",
                "*; via=cited_group:army",
            ],
        ),
        (
            "Spokeswoman Lina Haddad told reporters that jets had bombed the bridge.",
            &["incident; via=speaker:Lina Haddad", "!*; via=agency"],
        ),
        (
            "According to a monitoring group, shelling killed four people.",
            &["incident; via=unnamed_source:a monitoring group; n=killed/4"],
        ),
        ("Shelling killed four people, according to the Red Cross.", &["incident; via=speaker:Red Cross"]),
        (
            "A source close to the delegation said the rebels had attacked a post.",
            &["incident; via=unnamed_source:source close to the delegation; by=rebels"],
        ),
        (
            "The daily Al-Hayat reported that militants had killed two guards.",
            &["incident; via=cited_outlet:Al-Hayat; by=militants"],
        ),
        (
            "Gunmen killed two guards, Reuters reported, citing the interior ministry.",
            &["incident; via=cited_outlet:Reuters", "*; via=speaker:interior ministry"],
        ),
        (
            "\"The truce is holding,\" Yusuf said in comments carried by the state agency SUNA.",
            &["*; via=cited_outlet:SUNA", "*; via=speaker:Yusuf"],
        ),
        (
            "The agency Interfax quoted commander Igor Petrov as saying that his men had destroyed two tanks of the army.",
            &["*; via=cited_outlet:Interfax", "*; via=speaker:Igor Petrov"],
        ),
        ("Malik was quoted as saying that rebels had attacked the camp.", &["incident; via=speaker:Malik; by=rebels"]),
        (
            "The defence ministry said its warplanes had bombed militants near Afrin.",
            &["incident; by=defence ministry; on=militants; via=speaker:defence ministry"],
        ),
        (
            "Turkey's army said its jets had bombed militants near Afrin.",
            &["incident; by=Turkey; via=speaker:Turkey's army"],
        ),
        (
            "Armenia said Azerbaijani troops had shelled two villages, while Azerbaijan said Armenian forces had fired mortars at Terter.",
            &[
                "incident; by=Azerbaijani troops; via=speaker:Armenia",
                "incident; by=Armenian forces; via=speaker:Azerbaijan",
                "!*; by=Azerbaijani; via=speaker:Azerbaijan",
                "!*; by=Armenian forces; via=speaker:Armenia said",
            ],
        ),
        ("Mr. Salim spoke in Doha. He said rebels had attacked the port.", &["incident; by=rebels"]),
        (
            "General Karim said the truce was holding. He said rebels had attacked the port.",
            &["incident; by=rebels; via=speaker:General Karim"],
        ),
        (
            "An aid worker said shells hit the camp. The aid worker said soldiers attacked it again later.",
            &["incident; act=attack; by=soldiers; via=unnamed_source:aid worker"],
        ),
        (
            "A draft communique was seen by journalists. \"The mechanism would observe and ensure compliance with the truce,\" the news agency Reuters quoted it as saying.",
            &["proposal; act=monitoring_set_up; via=document:draft communique; via=cited_outlet:Reuters"],
        ),
    ]);
}

#[test]
fn quotations() {
    check(&[
        (
            "“The army shelled our village,” said Peter Lado. “Soldiers killed five people and burned the houses.”",
            &[
                "incident; act=shelling; by=army; via=speaker:Peter Lado",
                "incident; n=killed/5; by=Soldiers; via=speaker:Peter Lado",
            ],
        ),
        (
            "“The army shelled our village. They killed five people. Soldiers burned houses,” Peter Lado said.",
            &[
                "incident; act=shelling; via=speaker:Peter Lado",
                "incident; act=destruction_of_property; via=speaker:Peter Lado",
            ],
        ),
        (
            "“The truce is dead,” commander Said Omar told reporters.\n“Government soldiers attacked our posts last night.”",
            &["incident; act=attack; by=Government soldiers; via=speaker:Said Omar"],
        ),
        ("He said: «The rebels attacked our posts.»", &["incident; act=attack; by=rebels"]),
        ("Omar said “no agreements” would be signed.", &["refusal; act=signing; via=speaker:Omar"]),
        (
            "'We will not sign the document,' the rebel leader said.",
            &["refusal; act=signing; via=speaker:rebel leader"],
        ),
        (
            "\"Rebels attacked the base,\" the ministry said, \"and killed two soldiers.\"",
            &["incident; via=speaker:ministry; n=killed/2"],
        ),
    ]);
}

#[test]
fn places_and_times() {
    check(&[
        ("On Sunday rebels shelled the village of Krasnohorivka.", &["incident; time=Sunday; place=Krasnohorivka"]),
        (
            "Rebels shelled a bus near Volnovakha on Tuesday, the ministry said on Wednesday.",
            &["incident; place=near Volnovakha; time=Tuesday"],
        ),
        (
            "Clashes broke out in the Abyei region on Monday. Five people were killed.",
            &["incident; n=killed/5; time=Monday"],
        ),
        (
            "Clashes broke out in the Abyei region on Monday.\nFive people were killed.",
            &["incident; n=killed/5; time=-; place=-"],
        ),
    ]);
}

#[test]
fn chains() {
    check(&[
        (
            "\"Every such strike is a breach,\" Karim Sabri, an Iraqi official close to the talks, told Reuters.",
            &["allegation|position; via=speaker:Karim Sabri; via=agency:Reuters"],
        ),
        ("\"The army shelled us,\" al-Rashid said.", &["*; via=speaker:al-Rashid"]),
        (
            "A source close to the government delegation said the army had shelled Marib.",
            &["incident; via=unnamed_source:source close to the government delegation"],
        ),
        (
            "Farmers who live by the road said that soldiers had shelled the hills.",
            &["incident; via=unnamed_source:Farmers"],
        ),
        ("A teacher who fled said that soldiers had burned houses.", &["incident; via=unnamed_source:teacher"]),
        (
            "Soldiers burned houses, a nurse told The Test Post.",
            &["incident; via=unnamed_source:nurse", "!*; via=agency", "!*; via=cited_outlet"],
        ),
        ("Two shells hit the port, the Delta Herald reported.", &["incident; via=cited_outlet:Delta Herald"]),
        (
            "The parties agreed on the need to respect the truce.",
            &["!*; via=speaker:need", "!*; via=unnamed_source:need"],
        ),
        ("There is a common saying about the truce in the valley.", &["!*; via=unnamed_source"]),
        ("Po\u{ad}lice said soldiers had shelled the hills.", &["incident; via=speaker:police"]),
    ]);
}
