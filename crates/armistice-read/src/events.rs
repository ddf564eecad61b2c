//! Event data: each row of a known CSV layout becomes one claim whose span is the row.
//!
//! Sources: UCDP GED codebook 19.1 (`where_prec`, `date_prec`, `event_clarity`, sides, death columns); ACLED codebook
//! (`geo_precision`, `time_precision`, event types). In neither is the first actor the attacker, so no row has an author
//! unless the layout says who did it (UCDP one-sided violence). Must not: place an interval at its first day, make a
//! point of a province, or take a missing figure for zero.

use crate::elements::gazetteer::{EntryKind, Gazetteer};
use armistice_core::{
    act::Act,
    claim::{ActorMention, ChainLink, ChainRole, Claim, ClaimKind, Polarity},
    count::{Count, CountStatus, CountWhat},
    id::DocumentId,
    place::{Place, PlacePrecision},
    span::Span,
    time::{TimeExpr, TimeMention, TimePrecision},
};
use csv::{ByteRecord, ReaderBuilder, Trim};
use jiff::civil::{Date, date};
use std::collections::BTreeMap;

/// Rows of one file. The largest yearly exports have some 300,000; a claim takes about 1 KiB.
pub const EVENT_ROWS_MAX: u64 = 1_000_000;

/// A layout that this reader knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// UCDP GED and UCDP Candidate.
    UcdpGed,
    /// ACLED.
    Acled,
}

impl Layout {
    /// The name that stands in a claim's chain.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Layout::UcdpGed => "UCDP GED layout",
            Layout::Acled => "ACLED layout",
        }
    }
}

/// A row that could not be read. The rest goes on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("row {row} (byte {byte}): {why}")]
pub struct RowProblem {
    /// Row number, the header being row 1.
    pub row: u64,
    /// Where it begins.
    pub byte: u64,
    /// What is wrong with it.
    pub why: String,
}

/// What a file of event data holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Events {
    /// The layout.
    pub layout: Layout,
    /// One claim per sound row.
    pub claims: Vec<Claim>,
    /// Rows that were refused.
    pub problems: Vec<RowProblem>,
}

/// Which layout the header row is of; `None` if of none that is known.
#[must_use]
pub fn layout(bytes: &[u8]) -> Option<Layout> {
    let first = bytes.split(|b| *b == b'\n').next()?;
    let mut reader = ReaderBuilder::new().has_headers(false).trim(Trim::All).flexible(true).from_reader(first);
    let mut record = ByteRecord::new();
    reader.read_byte_record(&mut record).ok()?;
    let names: Vec<String> = record.iter().map(name).collect();
    let has = |all: &[&str]| all.iter().all(|n| names.iter().any(|x| x == n));
    if has(&["type_of_violence", "where_prec", "date_prec", "date_start", "date_end", "best"]) {
        Some(Layout::UcdpGed)
    } else if has(&["event_date", "event_type", "actor1", "geo_precision"]) {
        Some(Layout::Acled)
    } else {
        None
    }
}

/// A column's name without a byte order mark, white space or capitals.
fn name(field: &[u8]) -> String {
    String::from_utf8_lossy(field).trim_start_matches('\u{feff}').trim().to_lowercase()
}

/// Reads every row. `document` is the captured file; the gazetteer knows the codes of the countries that rows name.
#[must_use]
pub fn read(bytes: &[u8], layout: Layout, document: &DocumentId, gazetteer: &Gazetteer) -> Events {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let mut record = ByteRecord::new();
    let mut events = Events { layout, claims: vec![], problems: vec![] };
    let mut columns: BTreeMap<String, usize> = BTreeMap::new();
    let mut countries: BTreeMap<String, Option<String>> = BTreeMap::new();
    let mut row = 0u64;
    loop {
        let start = reader.position().byte();
        match reader.read_byte_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(e) => {
                events.problems.push(RowProblem { row: row + 1, byte: start, why: e.to_string() });
                break;
            }
        }
        row += 1;
        if row == 1 {
            columns = record.iter().enumerate().map(|(i, f)| (name(f), i)).collect();
            continue;
        }
        if row > EVENT_ROWS_MAX {
            let why = format!("more than {EVENT_ROWS_MAX} rows; split the file");
            events.problems.push(RowProblem { row, byte: start, why });
            break;
        }
        let span = row_span(bytes, start, reader.position().byte());
        let fields = Row { bytes, span, columns: &columns, record: &record, document, layout };
        let claim = match layout {
            Layout::UcdpGed => fields.ucdp(),
            Layout::Acled => fields.acled(),
        };
        match claim {
            Ok(mut claim) => {
                if let (Some(place), Some(name)) = (&mut claim.place, fields.text("country")) {
                    place.country = countries.entry(name).or_insert_with_key(|n| country(n, gazetteer)).clone();
                }
                events.claims.push(claim);
            }
            Err(why) => events.problems.push(RowProblem { row, byte: u64::from(span.start), why }),
        }
    }
    events
}

/// The code of the one country of this name. UCDP writes other names in brackets after it.
fn country(name: &str, gazetteer: &Gazetteer) -> Option<String> {
    let plain = name.split('(').next().unwrap_or(name).trim();
    let mut codes: Vec<String> = gazetteer
        .lookup(plain)
        .into_iter()
        .filter(|e| e.kind == EntryKind::Country)
        .filter_map(|e| e.country)
        .collect();
    codes.dedup();
    if codes.len() == 1 { codes.pop() } else { None }
}

/// The row's bytes without the line ends around it.
fn row_span(bytes: &[u8], start: u64, end: u64) -> Span {
    let clamp = |n: u64| usize::try_from(n).unwrap_or(usize::MAX).min(bytes.len());
    let (mut start, mut end) = (clamp(start), clamp(end));
    while start < end && matches!(bytes[start], b'\n' | b'\r') {
        start += 1;
    }
    while end > start && matches!(bytes[end - 1], b'\n' | b'\r') {
        end -= 1;
    }
    Span::new(start, end)
}

struct Row<'a> {
    bytes: &'a [u8],
    span: Span,
    columns: &'a BTreeMap<String, usize>,
    record: &'a ByteRecord,
    document: &'a DocumentId,
    layout: Layout,
}

impl Row<'_> {
    /// A field that says something. Empty and `NA` say nothing.
    fn text(&self, column: &str) -> Option<String> {
        let field = self.record.get(*self.columns.get(column)?)?;
        let text = String::from_utf8_lossy(field).trim().to_owned();
        (!text.is_empty() && !matches!(text.as_str(), "NA" | "NULL" | "-")).then_some(text)
    }

    fn number(&self, column: &str) -> Result<Option<u64>, String> {
        self.text(column).map(|t| t.parse().map_err(|_| format!("`{column}` is no number: {t}"))).transpose()
    }

    fn date(&self, column: &str) -> Result<Option<Date>, String> {
        let Some(text) = self.text(column) else { return Ok(None) };
        // Newer files carry a time of day that is always midnight.
        let day = text.split([' ', 'T']).next().unwrap_or(&text);
        let wrong = || format!("`{column}` is no date: {text}");
        let parsed: Date = day.parse().or_else(|_| english_date(&text).ok_or(())).map_err(|()| wrong())?;
        // A year such as 0025 is a broken export, not antiquity.
        if !(1900..=2200).contains(&parsed.year()) {
            return Err(wrong());
        }
        Ok(Some(parsed))
    }

    fn degrees(&self, column: &str, limit: f64) -> Result<Option<i32>, String> {
        let Some(text) = self.text(column) else { return Ok(None) };
        let value: f64 = text.parse().map_err(|_| format!("`{column}` is no number: {text}"))?;
        if !value.is_finite() || value.abs() > limit {
            return Err(format!("`{column}` is outside the globe: {text}"));
        }
        #[expect(clippy::cast_possible_truncation, reason = "checked to be within ±180 degrees")]
        Ok(Some((value * 1e6).round() as i32))
    }

    /// Where the field's words stand; the row itself when they stand there otherwise written (quotes doubled).
    fn span_of(&self, words: &str) -> Span {
        let row = &self.bytes[self.span.range()];
        let found = memchr::memmem::find(row, words.as_bytes());
        found.map_or(self.span, |at| {
            let start = self.span.start as usize + at;
            Span::new(start, start + words.len())
        })
    }

    fn actor(&self, column: &str) -> Option<ActorMention> {
        self.text(column).map(|text| ActorMention { span: self.span_of(&text), text })
    }

    /// The claim, with what the layouts have in common.
    fn claim(&self, act: Option<Act>) -> Claim {
        let quote = String::from_utf8_lossy(&self.bytes[self.span.range()]).into_owned();
        let mut chain =
            vec![ChainLink { name: self.layout.name().to_owned(), role: ChainRole::Outlet, verb: None, span: None }];
        // Lists such as "A;A" name one source twice: it is one source.
        let mut sources: Vec<String> = Vec::new();
        for column in ["source_original", "source_office", "source"] {
            for part in self.text(column).unwrap_or_default().split(';') {
                let part = part.trim().trim_matches('"').to_owned();
                if !part.is_empty() && !sources.contains(&part) {
                    sources.push(part);
                }
            }
            if !sources.is_empty() {
                break;
            }
        }
        chain.extend(sources.into_iter().map(|name| ChainLink {
            span: Some(self.span_of(&name)),
            name,
            role: ChainRole::Speaker,
            verb: None,
        }));
        Claim {
            id: Claim::make_id(self.document, self.span, ClaimKind::Incident, 0),
            document: self.document.clone(),
            span: self.span,
            quote,
            kind: ClaimKind::Incident,
            act,
            alleged_authors: vec![],
            affected: vec![],
            place: None,
            time: None,
            counts: vec![],
            chain,
            polarity: Polarity::Asserted,
            rules: vec![],
        }
    }

    fn ucdp(&self) -> Result<Claim, String> {
        let kind = self.number("type_of_violence")?.ok_or("`type_of_violence` is empty")?;
        let one_sided = kind == 3;
        if !(1..=3).contains(&kind) {
            return Err(format!("`type_of_violence` is 1, 2 or 3, not {kind}"));
        }
        // State-based and non-state events carry no weapon and no initiator: the act is not known.
        let mut claim = self.claim(one_sided.then_some(Act::Killing));
        if one_sided {
            claim.alleged_authors.extend(self.actor("side_a"));
            claim.affected.extend(self.actor("side_b"));
        } else {
            claim.affected.extend(self.actor("side_a"));
            claim.affected.extend(self.actor("side_b"));
        }
        let from = self.date("date_start")?.ok_or("`date_start` is empty")?;
        let to = self.date("date_end")?.ok_or("`date_end` is empty")?;
        if from > to {
            return Err(format!("`date_start` {from} is after `date_end` {to}"));
        }
        let precision = match self.number("date_prec")? {
            Some(1) => TimePrecision::Day,
            Some(2) => TimePrecision::Days,
            Some(3) => TimePrecision::Week,
            Some(4) => TimePrecision::Month,
            Some(5) => TimePrecision::Year,
            other => return Err(format!("`date_prec` is 1 to 5, not {other:?}")),
        };
        claim.time = Some(self.time("date_start", TimeExpr::Columns { from, to, precision }));
        let precision = match self.number("where_prec")? {
            Some(1) => PlacePrecision::Settlement,
            Some(2) => PlacePrecision::Near,
            Some(3) => PlacePrecision::Admin2,
            Some(4) => PlacePrecision::Admin1,
            Some(5 | 7) => PlacePrecision::Region,
            Some(6) => PlacePrecision::Country,
            other => return Err(format!("`where_prec` is 1 to 7, not {other:?}")),
        };
        let text = self.text("where_coordinates").or_else(|| self.text("adm_1")).or_else(|| self.text("country"));
        claim.place = Some(self.place(text, precision, self.text("adm_1"))?);
        let (low, best, high) = (self.number("low")?, self.number("best")?, self.number("high")?);
        // Deaths that were reported and not believed stand as zero to so many.
        if high.max(best).is_some_and(|n| n > 0) {
            claim.counts.push(killed(CountStatus::All, low, best, high));
        }
        // A side's own dead are told apart only in events between sides. The dead of two groups are fighters of two columns
        // and of one status; they are different people, and one figure of the row.
        let (a, b) = if one_sided { (None, None) } else { (self.number("deaths_a")?, self.number("deaths_b")?) };
        let (soldiers, fighters) = match kind {
            1 => (a, b),
            _ => (None, a.zip(b).map(|(a, b)| a.saturating_add(b)).or(a).or(b)),
        };
        for (n, status) in [
            (self.number("deaths_civilians")?, CountStatus::Civilians),
            (self.number("deaths_unknown")?, CountStatus::Unknown),
            (soldiers, CountStatus::Soldiers),
            (fighters, CountStatus::Fighters),
        ] {
            if let Some(n) = n.filter(|n| *n > 0) {
                claim.counts.push(killed(status, Some(n), Some(n), Some(n)));
            }
        }
        claim.rules.push("events.ucdp_ged".to_owned());
        if self.number("event_clarity")? == Some(2) {
            claim.rules.push("events.ucdp_aggregate".to_owned());
        }
        Ok(claim)
    }

    fn acled(&self) -> Result<Claim, String> {
        let event = self.text("event_type").ok_or("`event_type` is empty")?;
        let sub = self.text("sub_event_type").unwrap_or_default();
        let mut claim = self.claim(acled_act(&event, &sub));
        if claim.act.is_none() {
            // Protests, agreements and the like are no incident under a ceasefire by themselves.
            claim.kind = ClaimKind::Context;
            claim.id = Claim::make_id(self.document, self.span, ClaimKind::Context, 0);
        }
        claim.affected.extend(self.actor("actor1"));
        claim.affected.extend(self.actor("actor2"));
        let day = self.date("event_date")?.ok_or("`event_date` is empty")?;
        let expr = match self.number("time_precision")? {
            Some(1) | None => TimeExpr::Columns { from: day, to: day, precision: TimePrecision::Day },
            Some(2) => TimeExpr::Columns {
                from: day.saturating_sub(jiff::Span::new().days(3)),
                to: day.saturating_add(jiff::Span::new().days(3)),
                precision: TimePrecision::Week,
            },
            Some(3) => TimeExpr::Columns {
                from: date(day.year(), day.month(), 1),
                to: day.last_of_month(),
                precision: TimePrecision::Month,
            },
            Some(other) => return Err(format!("`time_precision` is 1 to 3, not {other}")),
        };
        claim.time = Some(self.time("event_date", expr));
        let precision = match self.number("geo_precision")? {
            Some(1) => PlacePrecision::Settlement,
            Some(2) => PlacePrecision::Near,
            Some(3) => PlacePrecision::Admin1,
            other => return Err(format!("`geo_precision` is 1 to 3, not {other:?}")),
        };
        let text = match precision {
            PlacePrecision::Admin1 => self.text("admin1").or_else(|| self.text("location")),
            _ => self.text("location"),
        };
        claim.place = Some(self.place(text, precision, self.text("admin1"))?);
        if let Some(n) = self.number("fatalities")?.filter(|n| *n > 0) {
            // An estimate of unstated bounds.
            claim.counts.push(killed(CountStatus::All, None, Some(n), None));
        }
        claim.rules.push("events.acled".to_owned());
        Ok(claim)
    }

    fn time(&self, column: &str, expr: TimeExpr) -> TimeMention {
        let text = self.text(column).unwrap_or_default();
        TimeMention { span: self.span_of(&text), text, expr }
    }

    fn place(&self, text: Option<String>, precision: PlacePrecision, admin1: Option<String>) -> Result<Place, String> {
        let fine = matches!(precision, PlacePrecision::Settlement | PlacePrecision::Near);
        let point = match (self.degrees("latitude", 90.0)?, self.degrees("longitude", 180.0)?) {
            (Some(lat), Some(lon)) if fine => Some((lat, lon)),
            _ => None,
        };
        let text = text.unwrap_or_default();
        Ok(Place {
            name: (!text.is_empty()).then(|| text.clone()),
            precision: if text.is_empty() { PlacePrecision::Unknown } else { precision },
            text,
            point,
            country: None,
            admin1,
            zone: None,
        })
    }
}

fn killed(status: CountStatus, min: Option<u64>, best: Option<u64>, max: Option<u64>) -> Count {
    Count { what: CountWhat::Killed, status, min, best, max }
}

/// ACLED's "22 January 2017" form of older exports.
fn english_date(text: &str) -> Option<Date> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let mut parts = text.split(|c: char| c.is_whitespace() || c == '-').filter(|p| !p.is_empty());
    let day: i8 = parts.next()?.parse().ok()?;
    let month = parts.next()?.to_lowercase();
    let month = MONTHS.iter().position(|m| month.starts_with(m))? + 1;
    let year: i16 = parts.next()?.parse().ok()?;
    Date::new(year, i8::try_from(month).ok()?, day).ok()
}

/// ACLED's event types in the words of the taxonomy. `None`: no act under a ceasefire.
fn acled_act(event: &str, sub: &str) -> Option<Act> {
    let (event, sub) = (event.to_lowercase(), sub.to_lowercase());
    Some(match (event.as_str(), sub.as_str()) {
        (_, "armed clash") => Act::ArmedClash,
        (_, "government regains territory" | "non-state actor overtakes territory") => Act::Seizure,
        (_, "non-violent transfer of territory") => Act::Withdrawal,
        (_, "air/drone strike") => Act::AirStrike,
        (_, "shelling/artillery/missile attack") => Act::Shelling,
        (_, "chemical weapon") => Act::ChemicalAttack,
        (_, "suicide bomb") => Act::SuicideAttack,
        (_, "remote explosive/landmine/ied" | "grenade") => Act::Explosive,
        (_, "sexual violence") => Act::SexualViolence,
        (_, "abduction/forced disappearance") => Act::Abduction,
        (_, "arrests") => Act::Arrest,
        (_, "looting/property destruction") => Act::Destruction,
        (_, "attack") | ("violence against civilians" | "explosions/remote violence", _) => Act::Attack,
        ("battles", _) => Act::ArmedClash,
        _ => return None,
    })
}
