//! What every part of a report looks at: the record without withdrawn documents, placed in the period.
//!
//! Must not: print, or count a row of a data set that covers a stretch of time.

use super::{
    Inputs,
    sides::Sides,
    window::{self, Placed, Window},
};
use crate::{
    agreements::AgreementFile,
    brief::Composed,
    cases,
    output::{
        brief_v1::{self, Claim, Incident, RegisterAsOf},
        report_v1::{Actor, IncidentRef, Period, PlaceRef, Side, SideTally, Tally, TimeRef},
    },
};
use armistice_core::{
    case::Cases,
    id::IncidentId,
    incident::VerificationStatus,
    ledger::Ledgers,
    record::{Register, Step},
    standards,
    statement::{ledger::ReportIssued, wire::Interval},
    time::Moment,
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::collections::{BTreeMap, BTreeSet};

/// Which stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// The period.
    Now,
    /// As many days right before.
    Before,
    /// As many days before the agreement took effect.
    Baseline,
}

/// An incident, with what the parts ask of it.
#[derive(Debug)]
pub(super) struct Placing<'a> {
    pub(super) incident: &'a Incident,
    now: Placed,
    before: Placed,
    baseline: Placed,
    pub(super) authors: Vec<Actor>,
    pub(super) affected: Vec<Actor>,
    pub(super) author_sides: BTreeSet<Side>,
    pub(super) affected_sides: BTreeSet<Side>,
    /// Status of the fact: the documents' and the mechanism's own work.
    pub(super) status: &'static str,
    pub(super) zones: Vec<String>,
}

impl Placing<'_> {
    pub(super) fn at(&self, when: When) -> Placed {
        match when {
            When::Now => self.now,
            When::Before => self.before,
            When::Baseline => self.baseline,
        }
    }

    /// Under at least one text it is in scope.
    pub(super) fn in_scope(&self) -> bool {
        self.incident.scope.iter().any(|s| s.scope == "in_scope")
    }

    /// Under every text it is out of scope.
    pub(super) fn out_of_scope(&self) -> bool {
        !self.incident.scope.is_empty() && self.incident.scope.iter().all(|s| s.scope == "out_of_scope")
    }

    pub(super) fn corroborated(&self) -> bool {
        matches!(self.status, "corroborated" | "verified")
    }

    pub(super) fn harms(&self) -> bool {
        self.incident.counts.iter().any(|c| matches!(c.what.as_str(), "killed" | "injured" | "casualties"))
    }
}

/// What every part looks at.
#[derive(Debug)]
pub(super) struct World<'a> {
    pub(super) inputs: &'a Inputs<'a>,
    pub(super) registers: &'a [Register],
    pub(super) as_of: &'a [RegisterAsOf],
    /// With withdrawn documents.
    pub(super) whole: &'a Composed,
    /// Without them: what the figures are of.
    pub(super) sound: &'a Composed,
    pub(super) ledgers: &'a Ledgers,
    pub(super) cases: Cases,
    pub(super) sides: Sides,
    pub(super) zone: TimeZone,
    zone_name: String,
    pub(super) effective: Option<Date>,
    pub(super) window: Window,
    /// The incidents that are counted.
    pub(super) incidents: Vec<Placing<'a>>,
    /// Rows of data sets that cover a stretch of time.
    pub(super) aggregates: Vec<Placing<'a>>,
    pub(super) claims: BTreeMap<&'a str, &'a Claim>,
}

impl<'a> World<'a> {
    pub(super) fn new(
        inputs: &'a Inputs<'a>,
        registers: &'a [Register],
        as_of: &'a [RegisterAsOf],
        whole: &'a Composed,
        sound: Option<&'a Composed>,
        ledgers: &'a Ledgers,
    ) -> Self {
        let sound = sound.unwrap_or(whole);
        // The agreement that took effect first gives the zone.
        let first = sound.agreements.iter().map(|a| &a.agreement.effective).min_by_key(|e| e.instant);
        let zone = first.and_then(|e| TimeZone::get(&e.zone).ok());
        let zone_name = first.filter(|_| zone.is_some()).map_or_else(|| "UTC".to_owned(), |e| e.zone.clone());
        let mut world = Self {
            inputs,
            registers,
            as_of,
            whole,
            sound,
            ledgers,
            cases: cases::of_record(&whole.record, &cases::agreements(&whole.record), inputs.cut_off),
            sides: Sides::new(&sound.agreements),
            zone: zone.unwrap_or(TimeZone::UTC),
            zone_name,
            effective: first.map(|e| e.local.date()),
            window: Window { from: inputs.from, to: inputs.to },
            incidents: Vec::new(),
            aggregates: Vec::new(),
            claims: sound.brief.claims.iter().map(|c| (c.id.as_str(), c)).collect(),
        };
        for i in &sound.brief.incidents {
            let placing = world.placing(i);
            if i.aggregate { world.aggregates.push(placing) } else { world.incidents.push(placing) }
        }
        world
    }

    fn placing(&self, i: &'a Incident) -> Placing<'a> {
        let (from, to) = window::ends(i.time.as_ref(), &self.zone);
        let place = |w: Option<Window>| w.map_or(Placed::Outside, |w| w.place(from, to));
        let authors: Vec<Actor> = i.alleged_authors.iter().map(|n| self.sides.actor(n)).collect();
        let mut affected: Vec<Actor> = Vec::new();
        let claims = i.claims.iter().filter_map(|c| self.claims.get(c.as_str()));
        for name in claims.filter_map(|c| c.affected.as_deref()).flat_map(|a| a.split("; ")) {
            let actor = self.sides.actor(name);
            if !affected.contains(&actor) {
                affected.push(actor);
            }
        }
        Placing {
            incident: i,
            now: place(Some(self.window)),
            before: place(self.window.before()),
            baseline: place(self.baseline()),
            author_sides: self.sides.of(&authors),
            affected_sides: self.sides.of(&affected),
            authors,
            affected,
            status: self.fact(&i.id, &i.verification_status),
            zones: self.zones(i),
        }
    }

    /// Documents, and the mechanism's own work.
    pub(super) fn fact(&self, incident: &str, documents: &str) -> &'static str {
        fact(self.ledgers, incident, documents)
    }

    fn baseline(&self) -> Option<Window> {
        let effective = self.effective.filter(|e| *e <= self.window.from)?;
        Window::ending(effective.yesterday().ok()?, window::days(self.window.from, self.window.to))
    }

    pub(super) fn windowed(&self, when: When) -> Option<Window> {
        match when {
            When::Now => Some(self.window),
            When::Before => self.window.before(),
            When::Baseline => self.baseline(),
        }
    }

    /// How many incidents of a stretch are so.
    pub(super) fn tally(&self, when: When, so: impl Fn(&Placing<'_>) -> bool) -> Tally {
        let mut tally = Tally::default();
        for p in self.incidents.iter().filter(|p| so(p)) {
            window::count(&mut tally, p.at(when));
        }
        tally
    }

    /// The same for a stretch to compare with; nothing where the record has nothing of it, for that is no zero.
    pub(super) fn compared(&self, when: When, so: impl Fn(&Placing<'_>) -> bool) -> Option<Tally> {
        let window = self.windowed(when)?;
        let told = self.incidents.iter().any(|p| p.at(when) == Placed::Certain)
            || self.ledgers.coverage.iter().any(|c| self.place(&c.body.period, window) != Placed::Outside);
        told.then(|| self.tally(when, so))
    }

    /// A figure, with every side's part.
    pub(super) fn by_side(
        &self,
        so: impl Fn(&Placing<'_>) -> bool,
        sides: impl Fn(&Placing<'_>) -> BTreeSet<Side>,
    ) -> Vec<SideTally> {
        let row = |side: Side| {
            let tally = self.tally(When::Now, |p| so(p) && sides(p).contains(&side));
            SideTally { side, tally }
        };
        self.sides.rows().into_iter().map(row).collect()
    }

    /// Where a time of a ledger lies.
    pub(super) fn place(&self, when: &Interval, window: Window) -> Placed {
        let end = |m: Option<Moment>| m.map(|m| window::day(m, &self.zone));
        window.place(end(when.from), end(when.to))
    }

    /// The period as ledgers take it.
    pub(super) fn interval(&self) -> Interval {
        Interval { from: Some(Moment::day(self.window.from)), to: Some(Moment::day(self.window.to)) }
    }

    pub(super) fn period(&self) -> Period {
        Period {
            from: self.window.from.to_string(),
            to: self.window.to.to_string(),
            zone: self.zone_name.clone(),
            cut_off: self.moment(self.inputs.cut_off),
        }
    }

    /// A second in the zone, with its offset.
    pub(super) fn moment(&self, seconds: i64) -> String {
        let Ok(at) = Timestamp::from_second(seconds) else { return seconds.to_string() };
        at.to_zoned(self.zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    /// The day of a second in the zone.
    pub(super) fn day_of(&self, seconds: i64) -> Option<Date> {
        Some(self.zone.to_datetime(Timestamp::from_second(seconds).ok()?).date())
    }

    pub(super) fn agreements(&self) -> &'a [AgreementFile] {
        &self.sound.agreements
    }

    /// Names of areas that the agreements name themselves, and of first-order divisions: no observer is found by them.
    pub(super) fn areas(&self) -> BTreeSet<String> {
        let scopes = self.agreements().iter().map(|a| &a.agreement.scope);
        let names = scopes.flat_map(|s| {
            let divisions = s.territory.divisions.iter().flat_map(|d| std::iter::once(&d.name).chain(&d.aliases));
            let zones = s.zones.iter().flat_map(|z| std::iter::once(&z.name).chain(&z.divisions));
            divisions.chain(zones).chain(&s.territory.countries)
        });
        // First-order divisions, as places of the record name them, are as wide.
        let places = self.sound.brief.claims.iter().filter_map(|c| c.place.as_ref());
        names.chain(places.filter_map(|p| p.admin1.as_ref())).cloned().collect()
    }

    /// Whether a second lies in the period.
    pub(super) fn in_period(&self, seconds: i64) -> bool {
        self.day_of(seconds).is_some_and(|d| self.window.from <= d && d <= self.window.to)
    }

    /// Whether a second lies in a stretch.
    pub(super) fn within(&self, when: When, seconds: i64) -> bool {
        let window = self.windowed(when);
        self.day_of(seconds).zip(window).is_some_and(|(d, w)| w.from <= d && d <= w.to)
    }

    /// Whether this kind of report leaves a part to longer ones.
    pub(super) fn leaves_out(&self, part: u8) -> bool {
        self.inputs.kind.leaves_out().contains(&part)
    }

    /// Cases that are about an incident, by number or id.
    pub(super) fn cases_of(&self, incident: &str) -> Vec<String> {
        let about = self.cases.cases.values().filter(|c| c.incidents.iter().any(|i| i.as_str() == incident));
        about.map(|c| c.number.clone().unwrap_or_else(|| c.id.to_string())).collect()
    }

    pub(super) fn case_number(&self, case: &str) -> Option<String> {
        self.cases.cases.values().find(|c| c.id.as_str() == case)?.number.clone()
    }

    /// Cases in which something was determined.
    pub(super) fn determined(&self) -> BTreeSet<String> {
        let decided = self.cases.cases.values().filter(|c| c.determinations.iter().any(|m| m.decided().is_some()));
        decided.map(|c| c.id.to_string()).collect()
    }

    /// Zones whose divisions the place lies in, or whose exact border holds its point.
    fn zones(&self, i: &Incident) -> Vec<String> {
        let Some(place) = &i.place else { return vec![] };
        let mut out = Vec::new();
        for zone in self.sound.agreements.iter().flat_map(|a| &a.agreement.scope.zones) {
            let inside = match place.lat.zip(place.lon) {
                Some((lat, lon)) if !zone.ring.is_empty() => holds(&zone.ring, micro(lat), micro(lon)),
                _ => false,
            };
            if inside && !out.contains(&zone.name) {
                out.push(zone.name.clone());
            }
        }
        out
    }

    /// Reports of this edition that were issued, in their order.
    pub(super) fn issued(&self) -> Vec<&'a Step<ReportIssued>> {
        let mut all: Vec<_> = self.ledgers.reports.values().filter(|r| r.body.edition == self.inputs.edition).collect();
        all.sort_by(|a, b| (a.body.number, a.asserted, &a.at).cmp(&(b.body.number, b.asserted, &b.at)));
        all
    }

    pub(super) fn incident_ref(&self, i: &Incident) -> IncidentRef {
        IncidentRef {
            id: i.id.clone(),
            act: i.act.clone(),
            place: i.place.as_ref().map(place_ref),
            time: i.time.as_ref().map(time_ref),
        }
    }

    /// An incident by its id, as the record has it; only the id where it has it no more.
    pub(super) fn incident_of(&self, id: &str) -> IncidentRef {
        let found = self.sound.brief.incidents.iter().find(|i| i.id == id);
        found.map_or_else(
            || IncidentRef { id: id.to_owned(), act: None, place: None, time: None },
            |i| self.incident_ref(i),
        )
    }
}

/// The status of a fact: what documents lead to, and the mechanism's own work.
pub(super) fn fact(ledgers: &Ledgers, incident: &str, documents: &str) -> &'static str {
    let checks = IncidentId::parse(incident).and_then(|id| ledgers.checks.get(&id));
    standards::fact(status(documents), checks.map_or(&[][..], Vec::as_slice)).status.id()
}

/// Micro-degrees.
#[expect(clippy::cast_possible_truncation, reason = "degrees are at most 180, a ninth of what fits")]
fn micro(degrees: f64) -> i32 {
    (degrees * 1e6).round() as i32
}

/// Whether a ring holds a point; one on the border may fall on either side.
fn holds(ring: &[(i32, i32)], lat: i32, lon: i32) -> bool {
    let mut inside = false;
    let edges = ring.iter().zip(ring.iter().cycle().skip(1));
    for (&(ya, xa), &(yb, xb)) in edges {
        let (ya, xa, yb, xb) = (i64::from(ya), i64::from(xa), i64::from(yb), i64::from(xb));
        let (y, x) = (i64::from(lat), i64::from(lon));
        if (ya > y) != (yb > y) {
            let left = (x - xa) * (yb - ya);
            let right = (xb - xa) * (y - ya);
            if (left < right) == (yb > ya) {
                inside = !inside;
            }
        }
    }
    inside
}

fn status(id: &str) -> VerificationStatus {
    use VerificationStatus as V;
    let all =
        [V::Unverified, V::SingleOrigin, V::Corroborated, V::Verified, V::Contradicted, V::Refuted, V::NotVerifiable];
    all.into_iter().find(|s| s.id() == id).unwrap_or(V::Unassessed)
}

/// A place of the brief. Words of the document stand only where the gazetteer has no name, and are marked as words.
#[must_use]
pub(super) fn place_ref(p: &brief_v1::Place) -> PlaceRef {
    let name = p.name.clone().or_else(|| p.admin1.clone());
    PlaceRef {
        words: name.is_none().then(|| p.text.clone()),
        name,
        precision: p.precision.clone(),
        division: p.admin1.clone(),
        country: p.country.clone(),
        lat: p.lat.map(micro),
        lon: p.lon.map(micro),
    }
}

#[must_use]
pub(super) fn time_ref(t: &brief_v1::Time) -> TimeRef {
    TimeRef { from: t.from.clone(), to: t.to.clone(), precision: t.precision.clone() }
}

/// A time of a statement.
#[must_use]
pub(super) fn interval_ref(when: &Interval) -> TimeRef {
    use armistice_core::named::Named as _;
    let w = when.when();
    TimeRef {
        from: w.from.map(|m| m.to_string()),
        to: w.to.map(|m| m.to_string()),
        precision: w.precision.id().to_owned(),
    }
}
