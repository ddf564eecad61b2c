//! Lists of a mission with 100,000 incidents and 1,000,000 claims of our own making: how long each question to the index takes, in
//! one thread and in many, and what the index holds on the disk and in memory. `sh bench/desk/run.sh [INCIDENTS [CLAIMS [QUESTIONS]]]`

#![expect(clippy::print_stdout, reason = "a measurement prints its figures")]

use armistice::desk::{
    index::{Access, Count, Index, IndexError, Item, Place, Settings, Time},
    query::{Bbox, Has, Is, Kind, Query},
};
use jiff::{civil, tz::TimeZone};
use std::{path::Path, time::Instant};

/// A row of numbers that is the same in every run (xorshift64*).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11
    }

    fn below(&mut self, n: u64) -> u64 {
        self.roll() % n.max(1)
    }

    /// Small numbers often, great ones seldom: about 1/n.
    fn skewed(&mut self, n: u64) -> u64 {
        let (a, b) = (self.below(1 << 20) as f64 / f64::from(1 << 20), n as f64);
        (b.powf(a) - 1.0) as u64 % n
    }
}

const ACTS: [&str; 5] = ["shelling", "air_strike", "small_arms_fire", "attack", "abduction"];
const STATUSES: [&str; 5] = ["single_origin", "corroborated", "unverified", "contradicted", "verified"];
const CLAIM_KINDS: [&str; 6] = ["incident", "allegation", "denial", "total", "demand", "context"];
const DIVISIONS: [&str; 14] = [
    "North", "South", "East", "West", "Coast", "Hills", "Plain", "Lakes", "Marsh", "Steppe", "Delta", "Forest",
    "Valley", "Capital",
];
const NAMES: [&str; 12] =
    ["Aridi", "العريضي", "Yahya", "يحيى", "Yehya", "Hama", "حماة", "Хама", "Mohammed", "محمد", "Halid", "خالد"];
const SYLLABLES: [&str; 20] = [
    "ba", "ka", "lo", "mir", "ten", "sha", "du", "ris", "vol", "gan", "pe", "nor", "hal", "im", "ze", "qua", "fi",
    "tor", "us", "wen",
];

fn word(n: u64) -> String {
    let mut out = String::new();
    let mut n = n + 20;
    while n > 0 {
        out.push_str(SYLLABLES[usize::try_from(n % 20).unwrap_or(0)]);
        n /= 20;
    }
    out
}

fn text(dice: &mut Dice, words: u64) -> String {
    let mut out = String::new();
    for n in 0..words {
        if n > 0 {
            out.push(' ');
        }
        if dice.below(40) == 0 {
            out.push_str(NAMES[usize::try_from(dice.skewed(12)).unwrap_or(0)]);
        } else {
            out.push_str(&word(dice.skewed(20_000)));
        }
    }
    out
}

fn time(dice: &mut Dice) -> Option<Time> {
    let first = civil::date(2016, 12, 30);
    let day = |n: u64| first.checked_add(jiff::Span::new().days(i64::try_from(n).unwrap_or(0))).unwrap_or(first);
    let at = dice.below(1_000);
    Some(match dice.below(20) {
        0 => return None,
        1 | 2 => {
            Time { from: Some(day(at).to_string()), to: Some(day(at + 30).to_string()), precision: "month".into() }
        }
        3 => Time { from: None, to: Some(day(at).to_string()), precision: "period".into() },
        _ => Time { from: Some(day(at).to_string()), to: Some(day(at).to_string()), precision: "day".into() },
    })
}

fn place(dice: &mut Dice) -> Option<Place> {
    let division = dice.skewed(14);
    let adm1 = Some(DIVISIONS[usize::try_from(division).unwrap_or(0)].to_owned());
    let town = dice.skewed(3_000);
    let mut place =
        Place { country: Some("XX".into()), adm1, adm1_code: Some(format!("XX{division:02}")), ..Place::default() };
    match dice.below(10) {
        0 => return None,
        1 | 2 => "admin1".clone_into(&mut place.precision),
        _ => {
            "settlement".clone_into(&mut place.precision);
            let mut own = Dice(town * 7_919 + 3);
            own.roll();
            let lat = 33_000_000 + i32::try_from(own.below(4_000_000)).unwrap_or(0);
            let lon = 36_000_000 + i32::try_from(own.below(6_000_000)).unwrap_or(0);
            place.point = Some((lat, lon));
            place.radius_m = Some(3_000);
            place.name = Some(format!("{} town", word(town)));
        }
    }
    place.text = place.name.clone().or_else(|| place.adm1.clone()).unwrap_or_default();
    Some(place)
}

fn pick<'a>(dice: &mut Dice, list: &[&'a str]) -> &'a str {
    list[usize::try_from(dice.skewed(list.len() as u64)).unwrap_or(0)]
}

fn item(kind: Kind, n: u64, dice: &mut Dice, incidents: u64) -> Item {
    let prefix = if kind == Kind::Incidents { "inc" } else { "clm" };
    let title = text(dice, 7);
    let mut item = Item::new(kind, &format!("{prefix}-{:016x}", n.wrapping_mul(0x9e37_79b9_7f4a_7c15)), &title);
    item.when = time(dice);
    item.place = place(dice);
    item.parties = (0..dice.below(3)).map(|_| format!("party {}", dice.skewed(6))).collect();
    item.sources = vec![format!("outlet {}", dice.skewed(300))];
    item.documents = vec![format!("doc-{:06}", dice.below(20_000))];
    item.received = Some(1_485_000_000 + i64::try_from(dice.below(90_000_000)).unwrap_or(0));
    item.updated = item.received;
    let low = u32::try_from(dice.skewed(6)).unwrap_or(0) + 1;
    item.origins = Count { low: Some(low), high: Some(low + u32::try_from(dice.below(3)).unwrap_or(0)) };
    if dice.below(3) == 0 {
        let dead = u32::try_from(dice.skewed(200)).unwrap_or(0);
        item.harm = Count { low: Some(dead), high: Some(dead + 3) };
        item.has.push(Has::Harm);
    }
    if item.when.is_none() {
        item.is.push(Is::Undated);
    }
    match &item.place {
        None => item.is.push(Is::Unplaced),
        Some(p) if p.point.is_none() => item.is.push(Is::AreaOnly),
        Some(_) => item.has.push(Has::Point),
    }
    if kind == Kind::Incidents {
        item.kinds = vec![pick(dice, &ACTS).to_owned()];
        item.status = Some(pick(dice, &STATUSES).to_owned());
        item.scope = vec![pick(dice, &["cannot_be_determined", "in_scope", "out_of_scope"]).to_owned()];
        item.text = text(dice, 12);
        if low == 1 {
            item.is.push(Is::SingleOrigin);
        }
        if dice.below(25) == 0 {
            item.recorded_by = vec![format!("recorder {}", dice.below(3))];
        }
        item.restricted = dice.below(500) == 0;
    } else {
        item.kinds = vec![pick(dice, &CLAIM_KINDS).to_owned(), pick(dice, &ACTS).to_owned()];
        item.status = Some("asserted".to_owned());
        item.text = text(dice, 24);
        item.languages = vec![pick(dice, &["en", "ar", "ru", "tr"]).to_owned()];
        item.about = vec![format!("inc-{:016x}", dice.below(incidents).wrapping_mul(0x9e37_79b9_7f4a_7c15))];
    }
    item
}

/// A query with a different window, division or word each time, so that no answer that was kept helps.
fn ask(kind: Kind, what: &str, n: u64, dice: &mut Dice) -> Query {
    let day = |n: u64| civil::date(2017, 1, 1).checked_add(jiff::Span::new().days(i64::try_from(n).unwrap_or(0)));
    let from = day(dice.below(700)).map_or_else(|_| "2017-01-20".to_owned(), |d| d.to_string());
    let to = day(720 + dice.below(300)).map_or_else(|_| "2019-06-30".to_owned(), |d| d.to_string());
    let division = DIVISIONS[usize::try_from(dice.below(14)).unwrap_or(0)];
    let act = pick(dice, &ACTS);
    let words = match what {
        "everything" => String::new(),
        "by status and act" => format!("kind:{act} origins>=2 adm1:{division} harm>={}", n % 9),
        "a stretch of time" => format!("since:{from} until:{to}"),
        "facets of half" => format!("since:{from} -kind:{act}"),
        "a rare word" => word(2_000 + dice.below(18_000)),
        "a frequent word" => word(n % 30),
        "two words" => format!("{} {}", word(dice.skewed(300)), word(dice.skewed(300))),
        "a name by sound" => NAMES[usize::try_from(n % 12).unwrap_or(0)].to_owned(),
        "a phrase" => format!("\"{} {}\"", word(dice.skewed(40)), word(dice.skewed(40))),
        "a prefix" => format!("{}*", word(dice.below(400))),
        "word and filters" => format!("adm1:{division} kind:{act} {}", word(dice.skewed(500))),
        _ => format!("since:{from} until:{to} kind:{act}"),
    };
    let mut q = Query::from_words(kind, &words).unwrap_or_else(|p| panic_with(&words, p.len()));
    q.sort = None;
    q
}

fn panic_with(words: &str, problems: usize) -> Query {
    println!("`{words}` has {problems} problems");
    Query::all(Kind::Incidents)
}

fn figures(name: &str, kind: Kind, mut taken: Vec<f64>) {
    taken.sort_by(f64::total_cmp);
    let at = |share: f64| taken[((taken.len() - 1) as f64 * share).round() as usize];
    println!("| {} | {name} | {:.1} | {:.1} | {:.1} | {:.1} |", kind.id(), at(0.5), at(0.95), at(0.99), at(1.0));
}

fn milliseconds(from: Instant) -> f64 {
    from.elapsed().as_secs_f64() * 1e3
}

fn status(name: &str) -> String {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find(|l| l.starts_with(name)).unwrap_or_default();
    line.split_whitespace()
        .nth(1)
        .and_then(|k| k.parse::<u64>().ok())
        .map_or("?".into(), |k| format!("{} MB", k / 1024))
}

fn main() -> Result<(), IndexError> {
    let number = |n: usize, otherwise: u64| std::env::args().nth(n).and_then(|a| a.parse().ok()).unwrap_or(otherwise);
    let (incidents, claims, rounds) = (number(1, 100_000), number(2, 1_000_000), number(3, 100));
    let folder = std::env::args().nth(4).unwrap_or_else(|| ".".to_owned());
    let path = Path::new(&folder).join("index.sqlite");
    let settings = Settings { zone: TimeZone::UTC, as_of: 1_580_000_000 };
    let mut dice = Dice(42);
    let made = (0..incidents).map(|n| (Kind::Incidents, n)).chain((0..claims).map(|n| (Kind::Claims, n)));
    let begun = Instant::now();
    let mut items = made.map(|(kind, n)| item(kind, n, &mut dice, incidents));
    let index = Index::build(Some(&path), settings.clone(), &mut items)?;
    println!("{incidents} incidents, {claims} claims, {rounds} questions of each kind");
    println!("built in {:.1} s, of which the making of the items is a part", begun.elapsed().as_secs_f64());
    println!("on the disk: {} MB", std::fs::metadata(&path).map_or(0, |m| m.len() / 1_000_000));
    drop(index);
    let begun = Instant::now();
    let mut index = Index::open(&path, settings)?;
    println!("opened again in {:.1} s; columns {} MB", begun.elapsed().as_secs_f64(), index.memory() / 1_000_000);
    println!("resident {}, at most {}\n", status("VmRSS"), status("VmHWM"));
    println!("| list | question | p50 ms | p95 ms | p99 ms | most ms |\n|---|---|---|---|---|---|");
    for kind in [Kind::Incidents, Kind::Claims] {
        for what in [
            "everything",
            "by status and act",
            "a stretch of time",
            "facets of half",
            "a rare word",
            "a frequent word",
            "two words",
            "a name by sound",
            "a phrase",
            "a prefix",
            "word and filters",
        ] {
            let mut taken = Vec::new();
            for n in 0..rounds {
                index.forget();
                let query = ask(kind, what, n, &mut dice);
                let begun = Instant::now();
                index.page(&query, &Access::OPEN)?;
                taken.push(milliseconds(begun));
            }
            figures(&format!("{what}: first page with facets and days"), kind, taken);
        }
        deep(&mut index, kind, rounds, &mut dice)?;
        viewport(&mut index, kind, rounds, &mut dice)?;
    }
    many(&index, rounds)?;
    println!("\nresident {}, at most {}", status("VmRSS"), status("VmHWM"));
    Ok(())
}

fn deep(index: &mut Index, kind: Kind, rounds: u64, dice: &mut Dice) -> Result<(), IndexError> {
    let mut query = ask(kind, "facets of half", 0, dice);
    query.limit = 500;
    for _ in 0..100 {
        let page = index.page(&query, &Access::OPEN)?;
        if page.next.is_none() {
            break;
        }
        query.cursor = page.next;
    }
    query.limit = 50;
    let mut taken = Vec::new();
    for _ in 0..rounds {
        index.forget();
        let begun = Instant::now();
        index.page(&query, &Access::OPEN)?;
        taken.push(milliseconds(begun));
    }
    figures("after 50,000 rows: one page", kind, taken);
    Ok(())
}

fn viewport(index: &mut Index, kind: Kind, rounds: u64, dice: &mut Dice) -> Result<(), IndexError> {
    for (name, kept, zoom) in [("whole map", false, 5), ("pan at zoom 9", true, 9), ("street at zoom 13", true, 13)] {
        let mut taken = Vec::new();
        let base = ask(kind, "facets of half", 0, dice);
        for _ in 0..rounds {
            if !kept {
                index.forget();
            }
            let mut query = if kept { base.clone() } else { ask(kind, "facets of half", 0, dice) };
            let wide = 360_000_000 >> (zoom - 2);
            let west = 36_000_000 + i32::try_from(dice.below(5_000_000)).unwrap_or(0);
            let south = 33_000_000 + i32::try_from(dice.below(3_000_000)).unwrap_or(0);
            query.zoom = Some(zoom);
            if kept {
                query.bbox = Some(Bbox { west, south, east: west + wide, north: south + wide / 2 });
            }
            let begun = Instant::now();
            index.map(&query, &Access::OPEN)?;
            taken.push(milliseconds(begun));
        }
        figures(&format!("map: {name}"), kind, taken);
    }
    Ok(())
}

/// Readers at once, without HTTP: each asks one question after another.
fn many(index: &Index, rounds: u64) -> Result<(), IndexError> {
    const READERS: u64 = 200;
    let whats =
        ["everything", "by status and act", "a stretch of time", "a rare word", "word and filters", "two words"];
    let begun = Instant::now();
    let taken: Vec<f64> = std::thread::scope(|scope| {
        let reader = |r: u64| {
            let mut dice = Dice(r * 977 + 5);
            let mut taken = Vec::new();
            for n in 0..(rounds / 10).max(5) {
                let kind = if dice.below(2) == 0 { Kind::Incidents } else { Kind::Claims };
                let what = whats[usize::try_from(dice.below(whats.len() as u64)).unwrap_or(0)];
                let query = ask(kind, what, n, &mut dice);
                let begun = Instant::now();
                if index.page(&query, &Access::OPEN).is_ok() {
                    taken.push(milliseconds(begun));
                }
                // A reader looks at a page before the next question.
                std::thread::sleep(std::time::Duration::from_millis(1_000 + dice.below(2_000)));
            }
            taken
        };
        let readers: Vec<_> = (0..READERS).map(|r| scope.spawn(move || reader(r))).collect();
        readers.into_iter().flat_map(|r| r.join().unwrap_or_default()).collect()
    });
    let rate = taken.len() as f64 / begun.elapsed().as_secs_f64();
    println!("\n{READERS} readers at once, 1 to 3 s at each page, {rate:.0} questions a second:");
    figures("mixed", Kind::Incidents, taken);
    Ok(())
}
