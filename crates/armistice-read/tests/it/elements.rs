//! Times and counts: rows of text with what must be found.

#![expect(clippy::print_stdout, reason = "tests say what they measured or skipped")]

use armistice_core::{
    count::{CountStatus, CountWhat},
    time::{Direction, PartOfDay, TimeExpr, Unit},
};
use armistice_read::elements::{Found, counts, languages, times};

fn expr(e: &TimeExpr) -> String {
    let dir = |d: &Direction| match d {
        Direction::Past => "<",
        Direction::Future => ">",
        Direction::Nearest => "~",
    };
    let unit = |u: &Unit| match u {
        Unit::Hour => "h",
        Unit::Day => "d",
        Unit::Week => "w",
        Unit::Month => "m",
        Unit::Year => "y",
    };
    let day = |d: &Option<Box<TimeExpr>>| d.as_ref().map_or(String::new(), |d| format!(" @ {}", expr(d)));
    match e {
        TimeExpr::Calendar { year, month, day, weekday } => {
            let part = |x: Option<i64>| x.map_or("?".to_owned(), |n| n.to_string());
            let w = weekday.map_or(String::new(), |w| format!(" {w:?}"));
            format!("{}-{}-{}{w}", part(year.map(i64::from)), part(month.map(i64::from)), part(day.map(i64::from)))
        }
        TimeExpr::Weekday { weekday, direction } => format!("{}{weekday:?}", dir(direction)),
        TimeExpr::Month { month, direction } => format!("{}month {month}", dir(direction)),
        TimeExpr::Offset { amount, unit: u, approx } => {
            format!("{}{amount}{}", if *approx { "~" } else { "" }, unit(u))
        }
        TimeExpr::Past { amount, unit: u } => {
            format!("past {}{}", amount.map_or("?".to_owned(), |n| n.to_string()), unit(u))
        }
        TimeExpr::Since(x) => format!("since {}", expr(x)),
        TimeExpr::Between(a, b) => format!("{}..{}", expr(a), expr(b)),
        TimeExpr::Clock { hour, minute, offset_minutes, day: d } => {
            format!("{hour:02}:{minute:02}{}{}", offset_minutes.map_or(String::new(), |o| format!("{o:+}")), day(d))
        }
        TimeExpr::PartOfDay { part, day: d } => {
            let p = match part {
                PartOfDay::Morning => "morning",
                PartOfDay::Afternoon => "afternoon",
                PartOfDay::Evening => "evening",
                PartOfDay::Night => "night",
                PartOfDay::Overnight => "overnight",
            };
            format!("{p}{}", day(d))
        }
        TimeExpr::Columns { .. } => "columns".to_owned(),
    }
}

fn check_times(text: &str, expected: &str) {
    let got: Vec<String> = times::find(text, "en").iter().map(|f| expr(&f.value)).collect();
    assert_eq!(got.join("; "), expected, "{text}");
}

#[test]
fn language_data_is_whole() {
    assert_eq!(languages(), ["en"]);
    assert_eq!(times::form_problems("en"), Vec::<String>::new());
    assert!(times::find("on Monday", "xx").is_empty());
}

#[test]
fn time_expressions() {
    for (text, expected) in [
        ("The pact was signed on June 26, 2016 in Havana.", "2016-6-26"),
        ("It entered into force on 5 September 2014.", "2014-9-5"),
        ("Shells fell on Sept. 5.", "?-9-5"),
        ("The 12th of February agreement", "?-2-12"),
        ("the December 13 accord on Hodeidah", "?-12-13"),
        ("reported on Tuesday, 10 November 2020", "2020-11-10 Tuesday"),
        ("Date: 27/09/2020", "2020-9-27"),
        ("Date: 04/05/2017", "2017-?-?"),
        ("Date: 2021-02-01", "2021-2-1"),
        ("Date: 09.11.2020", "2020-11-9"),
        ("Troops withdrew on Monday.", "<Monday"),
        ("The delegations will meet on Monday.", ">Monday"),
        ("Talks are due to resume on Thursday in Muscat", ">Thursday"),
        ("The army said on Monday that it will withdraw.", "<Monday"),
        ("They were killed last Friday", "<Friday"),
        ("The council meets next Tuesday", ">Tuesday"),
        ("Heavy weapons must leave by Saturday.", ">Saturday"),
        ("The truce collapsed in December.", "<month 12"),
        ("Elections are planned in May.", ">month 5"),
        ("fighting last April", "<month 4"),
        ("in March 2011", "2011-3-?"),
        ("in 2015", "2015-?-?"),
        ("Two died yesterday.", "-1d"),
        ("Shelling was heard today", "0d"),
        ("The envoy arrives tomorrow", "1d"),
        ("last month a deal, this week a breach, next year peace", "-1m; 0w; 1y"),
        ("two days ago", "-2d"),
        ("about three weeks ago", "~-3w"),
        ("six weeks earlier", "-6w"),
        ("the three-week-old truce", "-3w"),
        ("in recent weeks", "past ?w"),
        ("over the past 24 hours", "past 24h"),
        ("in the last two days", "past 2d"),
        ("over the past week", "past 1w"),
        ("since March 2011", "since 2011-3-?"),
        ("since the war began in April 2023", "since 2023-4-?"),
        ("since Sunday", "since <Sunday"),
        ("since 2014", "since 2014-?-?"),
        ("between 12 and 15 May 2018", "2018-5-12..2018-5-15"),
        ("from October 10 to November 9, 2020", "2020-10-10..2020-11-9"),
        ("between December 20 and January 3, 2017", "2016-12-20..2017-1-3"),
        ("from 2012 to 2016", "2012-?-?..2016-?-?"),
        ("at 2 pm (0800 GMT)", "14:00+360"),
        ("10:30 a.m. local time (07:30 GMT)", "10:30+180"),
        ("at 18:00 UTC", "18:00+0"),
        ("at 6:45 pm on Friday", "18:45 @ <Friday"),
        ("from midnight tonight", "night @ 0d"),
        ("Shelling continued overnight.", "overnight"),
        ("on Sunday morning", "morning @ <Sunday"),
        ("early on Monday", "morning @ <Monday"),
        ("Friday evening", "evening @ <Friday"),
        ("last night", "night @ -1d"),
        ("between 1 and 20 November", "?-11-1..?-11-20"),
        ("late on Monday", "evening @ <Monday"),
        ("On Sunday afternoon, 15 January, shells fell.", "afternoon @ ?-1-15"),
        ("A shell hit the yard on the same evening.", "evening"),
        ("at about 08:00 on Sunday", "08:00 @ <Sunday"),
        ("at about 4 pm (1400 GMT) on Tuesday", "16:00+120 @ <Tuesday"),
        ("a block that they had put up the night before", "night"),
        ("from 10:00 to 12:30", "10:00..12:30"),
        ("between 10:00 and 12:30 on Friday", "10:00 @ <Friday..12:30 @ <Friday"),
        ("Several houses were looted on 14 November.", "?-11-14"),
        ("over the past 24 hours", "past 24h"),
        // Ordinary words are no times.
        ("They may march for a second under the sun.", ""),
        ("The Sun sat on Mar; Jan Egeland and April Glaspie said no.", ""),
        ("Resolution 2254 and Article 12", ""),
        ("a 12-year-old girl", ""),
        ("a 14-day ceasefire of 2,000 troops", ""),
        ("5 of 7 members", ""),
    ] {
        check_times(text, expected);
    }
}

fn count(f: &Found<armistice_core::count::Count>) -> String {
    let n = |x: Option<u64>| x.map_or("-".to_owned(), |n| n.to_string());
    let c = &f.value;
    let status = match c.status {
        CountStatus::Unknown => String::new(),
        s => format!(" {s:?}").to_lowercase(),
    };
    let bounds =
        if c.min == c.best && c.best == c.max { n(c.best) } else { format!("{}/{}/{}", n(c.min), n(c.best), n(c.max)) };
    format!(
        "{} {bounds}{status}",
        match c.what {
            CountWhat::Killed => "killed".to_owned(),
            w => format!("{w:?}").to_lowercase(),
        }
    )
}

fn check_counts(text: &str, expected: &str) -> bool {
    let got: Vec<String> = counts::find(text, "en").iter().map(count).collect();
    let same = got.join("; ") == expected;
    if !same {
        println!("{text}\n  expected: {expected}\n  found:    {}", got.join("; "));
    }
    same
}

/// Sentences and their counts: what, min/best/max (one number when all three are the same), status.
const COUNTS: &[(&str, &str)] = &[
    ("Nine people were killed.", "killed 9 all"),
    ("Nine people, including two children, were killed.", "killed 9 all; killed 2 children"),
    ("Three soldiers and five civilians were killed.", "killed 3 soldiers; killed 5 civilians"),
    ("The raid killed nine civilians and wounded 20.", "killed 9 civilians; injured 20"),
    ("At least 12 fighters died in the ambush.", "killed 12/12/- fighters"),
    ("More than 300 people have been displaced.", "displaced 300/300/- all"),
    ("Over 1,500 families fled their homes.", "displaced 1500/1500/-"),
    ("Up to 40 rebels were captured.", "detained -/40/40 fighters"),
    ("As many as 60 prisoners were released.", "released -/60/60"),
    ("About 200 civilians fled.", "displaced -/200/- civilians"),
    ("Some 5,000 residents were evacuated.", "displaced -/5000/- civilians"),
    ("Nearly 100 houses burned down.", "buildings -/100/-"),
    ("Dozens of villagers were abducted.", "abducted 24/-/- civilians"),
    ("Hundreds of people were killed.", "killed 200/-/- all"),
    ("Scores were wounded.", "injured 40/-/-"),
    ("Tens of thousands of civilians have fled.", "displaced 20000/-/- civilians"),
    ("Between 5 and 7 soldiers were injured.", "injured 5/-/7 soldiers"),
    ("The blast injured 5-7 people.", "injured 5/-/7 all"),
    ("Half a million people were uprooted.", "displaced 500000 all"),
    ("2.5 million people have been displaced.", "displaced 2500000 all"),
    ("No civilians were killed.", "killed 0 civilians"),
    ("No one was hurt.", "injured 0 all"),
    ("There were no casualties.", "casualties 0"),
    ("A dozen militants were killed.", "killed 12 fighters"),
    ("Two dozen people were arrested.", "detained 24 all"),
    ("Twenty-five policemen are missing.", "missing 25 soldiers"),
    ("Two hundred and fifty detainees were freed.", "released 250"),
    ("The mission recorded 317 ceasefire violations.", "violations 317"),
    ("Eight breaches were registered over the past 24 hours.", "violations 8"),
    ("They fired 14 shells and three rockets.", "rounds 14; rounds 3"),
    ("Warplanes carried out six air strikes.", "strikes 6"),
    ("Monitors heard 42 explosions.", "explosions 42"),
    ("Rebels destroyed two tanks and a truck.", "vehicles 2"),
    ("The army retook seven villages.", "settlements 7"),
    ("The death toll rose to 35.", "killed 35"),
    ("The attack left five dead and 12 injured.", "killed 5; injured 12"),
    ("Gunmen kidnapped four aid workers.", "abducted 4 civilians"),
    ("Six peacekeepers were wounded.", "injured 6 monitors"),
    ("The shelling killed a woman and wounded three children.", "killed 1 women; injured 3 children"),
    ("A soldier was killed.", "killed 1 soldiers"),
    ("Two of the soldiers died of their wounds.", "killed 2 soldiers"),
    ("Another 30 people were wounded.", "injured 30 all"),
    ("A further 18 were detained.", "detained 18"),
    ("The explosion claimed the lives of 11 people.", "killed 11 all"),
    ("Four people lost their lives.", "killed 4 all"),
    ("Killing at least 16 and wounding 40, the strike was the worst.", "killed 16/16/-; injured 40"),
    ("The side reported 31 violations, the other side 12.", "violations 31; violations 12"),
    ("Seven government soldiers died, and the rebels fled.", "killed 7 soldiers"),
    ("There are 120 observers in the country.", "persons 120 monitors"),
    ("Around 15 incidents were reported.", "attacks -/15/-"),
    ("At least 3 dead and 9 wounded, medics say.", "killed 3/3/-; injured 9"),
    ("Of the 14 people killed, three were children.", "killed 14 all; killed 3 children"),
    ("Fighting killed 20 people while 30 soldiers guarded the base.", "killed 20 all; persons 30 soldiers"),
    ("The parties exchanged 900 prisoners.", "released 900"),
    ("Thirteen journalists were arrested and two are missing.", "detained 13 civilians; missing 2 civilians"),
    ("One person died.", "killed 1 all"),
    ("Mortar fire killed 2 and injured 11 civilians.", "killed 2; injured 11 civilians"),
    ("Six houses and a clinic were damaged.", "buildings 6"),
    ("The rebels freed three hostages.", "released 3"),
    ("60\u{a0}000 people live there.", "persons 60000 all"),
    ("Not a single violation was recorded.", "violations 0"),
    ("No violations were recorded by the Turkish side.", "violations 0"),
    ("Several civilians were injured.", "injured 3/-/- civilians"),
    ("Eleven Ukrainian servicemen were killed and 27 wounded.", "killed 11 soldiers; injured 27 soldiers"),
    ("Almost 4,000 troops took part.", "persons -/4000/- soldiers"),
    ("They opened fire 12 times.", ""),
    ("He was aged 12.", ""),
    ("A 12-year-old boy spoke.", ""),
    ("Resolution 2254 and Article 5 apply.", ""),
    ("The T-72 was seen near the line.", ""),
    ("A 500-kilogram bomb fell.", ""),
    ("The first and the second convoy arrived.", ""),
    ("The 3rd brigade moved.", ""),
    ("Prices rose 20 percent, or 15%.", ""),
    ("He paid $500 for it.", ""),
    ("They met on 5 May 2018 at 10:30.", ""),
    ("The town is 30 km from the border.", ""),
    ("Half of the population has left.", ""),
    ("The talks took three days.", ""),
    ("One of the sides refused.", ""),
    ("Phase 2 begins.", ""),
    ("Several rounds of talks failed.", ""),
    ("The two sides met.", ""),
    ("The 14-member delegation arrived.", ""),
    ("Five of them were killed.", "killed 5"),
    ("Drones hit 3 ambulances and killed two medics.", "vehicles 3; killed 2 civilians"),
    ("Some 11 million others have been displaced.", "displaced -/11000000/-"),
    // One person, without a number.
    ("A 58-year-old man was wounded when a shell exploded.", "injured 1"),
    ("A landmine killed a shepherd on Saturday.", "killed 1 civilians"),
    ("The drone hit a lorry and killed one of the drivers.", "killed 1 civilians"),
    ("The drone hit a lorry and killed its driver.", "killed 1 civilians"),
    ("A mortar round killed a father and his two sons in their house.", "killed 3"),
    ("The blast wounded a nurse and a patient.", "injured 2 civilians"),
    ("The blast killed a woman and a child.", "killed 1 women; killed 1 children"),
    ("A leader of the community council was shot dead.", "killed 1"),
    ("A leader of the youth league, Imre Tovar Casals, was shot dead near the river.", "killed 1"),
    ("A teacher who fled said that it was over.", ""),
    ("A ten-year-old girl was killed by a mine.", "killed 1 children"),
    ("A farmer spoke to a soldier.", ""),
    ("A man in the queue said that nobody came.", ""),
    ("She had counted eleven dead in Lower Marl, four of them children.", "killed 11; killed 4 children"),
    ("Two soldiers were killed and five wounded in an ambush.", "killed 2 soldiers; injured 5 soldiers"),
    ("Two soldiers were killed and five civilians wounded.", "killed 2 soldiers; injured 5 civilians"),
    ("One side reported 31 violations; the other confirmed none.", "violations 31; violations 0"),
    ("No fewer than seven people were killed by mines.", "killed 7/7/- all"),
    ("The number of people wounded when shells hit a shelter on Sunday has risen to 26.", "injured 26 all"),
    ("An unknown number of civilians were killed.", "killed 1/-/- civilians"),
    ("A few civilians were wounded.", "injured 3/-/- civilians"),
    ("Two to three rockets landed outside the town.", "rounds 2/-/3"),
    ("Shelling drove some 600 people from two villages.", "persons -/600/- all; settlements 2"),
    ("About 10 000 foreign fighters were in the country.", "persons -/10000/- fighters"),
    ("They burned fifteen (15) houses.", "buildings 15"),
    ("Seven fishermen were detained.", "detained 7 civilians"),
    ("Police detained at least another 22 protesters.", "detained 22/22/- civilians"),
];

#[test]
fn count_sentences() {
    assert!(COUNTS.len() >= 80);
    let wrong = COUNTS.iter().filter(|(text, expected)| !check_counts(text, expected)).count();
    println!("counts: {} of {} sentences right", COUNTS.len() - wrong, COUNTS.len());
    assert_eq!(wrong, 0);
}
