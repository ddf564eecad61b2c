//! An agreement as a flat list: every element with its fields in words. Two files are compared, and one is printed for
//! programs, by this list.
//!
//! Must not: leave a field out; what is not here cannot be seen to differ.

use super::geometry::{Point, Polygon};
use super::{Agreement, Bearer, EffectiveMoment, Marks, Modality, Texts};
use crate::act::Act;
use crate::agreement::modality::Constituency;
use std::fmt::Display;

/// One element of an agreement's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// The table of the file, such as `obligations` or `modalities.quorum`.
    pub kind: &'static str,
    /// Its id; for elements without one, what tells them apart; empty where there is only one.
    pub id: String,
    /// Its fields, in the order of the file. Absent ones are not listed. A list is one field, with its items apart.
    pub fields: Vec<(&'static str, Vec<String>)>,
}

/// A list of fields that is being filled.
struct Fields(Vec<(&'static str, Vec<String>)>);

impl Fields {
    fn one(mut self, name: &'static str, value: impl Display) -> Self {
        self.0.push((name, vec![value.to_string()]));
        self
    }
    fn may(self, name: &'static str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.one(name, value),
            None => self,
        }
    }
    fn list(mut self, name: &'static str, values: impl IntoIterator<Item = impl Display>) -> Self {
        let values: Vec<String> = values.into_iter().map(|v| v.to_string()).collect();
        if !values.is_empty() {
            self.0.push((name, values));
        }
        self
    }
    fn acts(self, name: &'static str, values: &[Act]) -> Self {
        self.list(name, values.iter().map(|a| a.id()))
    }
    fn texts(self, texts: &Texts) -> Self {
        match texts {
            Texts::All => self.one("texts", "all"),
            Texts::These(list) => self.list("texts", list),
        }
    }
    fn bearers(self, bearers: &[Bearer]) -> Self {
        self.list(
            "bearers",
            bearers.iter().map(|b| match b {
                Bearer::AllParties => "all_parties",
                Bearer::AllGuarantors => "all_guarantors",
                Bearer::Actor(id) => id.as_str(),
            }),
        )
    }
    fn marks(self, marks: &Marks) -> Self {
        let confirm = marks.to_be_confirmed.then_some("true");
        self.may("note", marks.note.as_ref()).list("refs", &marks.refs).may("to_be_confirmed", confirm)
    }
    fn of(self, kind: &'static str, id: impl Display) -> Element {
        Element { kind, id: id.to_string(), fields: self.0 }
    }
}

fn fields() -> Fields {
    Fields(Vec::new())
}

fn moment(m: &EffectiveMoment) -> String {
    format!("{} {}", m.local.strftime("%Y-%m-%dT%H:%M:%S"), m.zone)
}

fn points(list: &[Point]) -> String {
    list.iter().map(|p| format!("{},{}", p.0, p.1)).collect::<Vec<_>>().join(" ")
}

fn polygon(p: &Polygon) -> String {
    let rings: Vec<String> = std::iter::once(&p.outer).chain(&p.holes).map(|r| points(r)).collect();
    rings.join(" without ")
}

fn modality<T>(m: &Modality<T>, fill: impl FnOnce(Fields) -> Fields) -> Fields {
    fill(fields()).one("source", m.source.word()).marks(&m.marks)
}

fn constituency(c: &Constituency) -> String {
    let actors: Vec<&str> = c.actors.iter().map(|a| a.as_str()).collect();
    format!("{}: {} of {}", c.id, c.present, actors.join(", "))
}

impl Agreement {
    /// Every element, in the order of the file.
    #[must_use]
    pub fn elements(&self) -> Vec<Element> {
        let mut out = vec![
            fields()
                .one("id", &self.id)
                .one("title", &self.title)
                .one("version", self.version)
                .may("amends", self.amends.as_ref())
                .may("in_force_from", self.in_force_from.as_ref().map(moment))
                .list("external_refs", &self.external_refs)
                .one("signed", self.signed)
                .one("effective", moment(&self.effective))
                .one("ending", self.ending.word())
                .may("ends", self.ends.as_ref().map(moment))
                .marks(&self.marks)
                .of("agreement", ""),
        ];
        self.documents(&mut out);
        self.people(&mut out);
        self.places(&mut out);
        self.terms(&mut out);
        self.mechanism(&mut out);
        out
    }

    fn documents(&self, out: &mut Vec<Element>) {
        for i in &self.instruments {
            let f = fields()
                .one("title", &i.title)
                .one("kind", i.kind.word())
                .may("date", i.date)
                .list("issuers", &i.issuers)
                .may("endorsed_by_parties", i.endorsed_by_parties.map(|e| e.word()))
                .may("effective", i.effective.as_ref().map(moment))
                .may("ends", i.ends.as_ref().map(moment))
                .may("term", i.term.as_ref())
                .may("renewal", i.renewal.as_ref());
            out.push(f.marks(&i.marks).of("instruments", &i.id));
        }
        for t in &self.texts {
            let f = fields()
                .one("of", &t.of)
                .list("language", &t.languages)
                .one("authority", &t.authority)
                .one("status", t.status.word())
                .list("held_by", &t.held_by)
                .list("differs_on", &t.differs_on)
                .may("tested", (!t.tested).then_some("false"));
            out.push(f.marks(&t.marks).of("texts", &t.id));
        }
    }

    fn people(&self, out: &mut Vec<Element>) {
        for a in &self.actors {
            let f = fields()
                .one("name", &a.name)
                .one("kind", a.kind.word())
                .list("aliases", &a.aliases)
                .may("belongs_to", a.belongs_to.as_ref());
            out.push(f.marks(&a.marks).of("actors", &a.id));
        }
        for p in &self.parties {
            let f = fields().may("guarantor", p.guarantor.as_ref()).one("membership", p.membership.word());
            out.push(f.marks(&p.marks).of("parties", &p.actor));
        }
        for (i, a) in self.adherence.iter().enumerate() {
            // Several records of one actor differ in who says so; those that do not are told apart by their number.
            let same =
                self.adherence.iter().take(i).filter(|b| {
                    (&b.actor, &b.instrument, &b.according_to) == (&a.actor, &a.instrument, &a.according_to)
                });
            let again = match same.count() {
                0 => String::new(),
                n => format!(" ({})", n + 1),
            };
            let f = fields()
                .may("text", a.text.as_ref())
                .one("status", a.status.word())
                .may("date", a.date)
                .list("disputed_by", &a.disputed_by);
            let id = format!("{} to {}, according to {}{again}", a.actor, a.instrument, a.according_to);
            out.push(f.marks(&a.marks).of("adherence", id));
        }
        for g in &self.guarantors {
            let f = fields()
                .one("since", g.since)
                .list("guarantor_of", &g.guarantor_of)
                .list("contested_by", &g.contested_by)
                .one("own_forces_bound", g.own_forces_bound.word());
            out.push(f.marks(&g.marks).of("guarantors", &g.actor));
        }
        for o in &self.observers {
            let f = fields().one("role", &o.role).one("vote", o.vote);
            out.push(f.marks(&o.marks).of("observers", &o.actor));
        }
    }

    fn places(&self, out: &mut Vec<Element>) {
        let t = &self.scope.territory;
        out.push(fields().marks(&self.scope.marks).of("scope", ""));
        let f = fields().list("countries", &t.countries).one("default", t.default.word());
        out.push(f.marks(&t.marks).of("scope.territory", ""));
        for d in &t.divisions {
            let f = fields().list("aliases", &d.aliases).one("cover", d.cover.word());
            out.push(f.marks(&d.marks).of("scope.territory.divisions", format!("{} {}", d.country, d.name)));
        }
        for a in &t.excluded_areas {
            let f = fields()
                .one("condition", &a.condition)
                .one("criterion", a.criterion.word())
                .list("actors", &a.actors)
                .texts(&a.texts);
            out.push(f.marks(&a.marks).of("scope.territory.excluded_areas", &a.id));
        }
        for e in &self.scope.excluded_actors {
            let f = fields().texts(&e.texts).one("contested", e.contested).list("may_be_among", &e.may_be_among);
            out.push(f.marks(&e.marks).of("scope.excluded_actors", &e.actor));
        }
        for z in &self.scope.zones {
            let f = fields()
                .one("name", &z.name)
                .one("kind", &z.kind)
                .one("geometry", z.geometry.word())
                .may("country", z.country.as_ref())
                .list("divisions", &z.divisions)
                .list("border", z.polygons.iter().map(polygon));
            out.push(f.marks(&z.marks).of("scope.zones", &z.id));
        }
        for l in &self.scope.lines {
            let f = fields()
                .one("name", &l.name)
                .one("kind", &l.kind)
                .one("geometry", l.geometry.word())
                .may("country", l.country.as_ref())
                .list("divisions", &l.divisions)
                .list("course", l.paths.iter().map(|p| points(p)))
                .list("sides", l.sides.iter().map(|s| format!("{}: {}", s.actor, s.side)));
            out.push(f.marks(&l.marks).of("scope.lines", &l.id));
        }
    }

    fn terms(&self, out: &mut Vec<Element>) {
        for p in &self.prohibitions {
            let f = fields()
                .one("summary", &p.summary)
                .acts("acts", &p.acts)
                .acts("possible_acts", &p.possible_acts)
                .texts(&p.texts)
                .bearers(&p.bearers);
            out.push(f.marks(&p.marks).of("prohibited_acts", &p.id));
        }
        for p in &self.permissions {
            let f = fields()
                .one("kind", p.kind.word())
                .one("summary", &p.summary)
                .acts("acts", &p.acts)
                .list("conditions", p.conditions.iter().map(|c| c.word()))
                .texts(&p.texts);
            out.push(f.marks(&p.marks).of("permitted", &p.id));
        }
        for o in &self.obligations {
            let f = fields()
                .one("instrument", &o.instrument)
                .one("summary", &o.summary)
                .bearers(&o.bearers)
                .one("clock.kind", o.clock.kind.word())
                .may("clock.by", o.clock.by)
                .may("clock.within", o.clock.within.as_ref())
                .may("clock.from", o.clock.from.as_ref())
                .may("clock.every", o.clock.every.as_ref())
                .may("measure", o.measure.as_ref());
            out.push(f.marks(&o.marks).of("obligations", &o.id));
        }
        for s in &self.statements {
            let f = fields()
                .one("kind", s.kind.word())
                .one("by", &s.by)
                .list("to", &s.to)
                .one("summary", &s.summary)
                .may("date", s.date);
            out.push(f.marks(&s.marks).of("statements", &s.id));
        }
        for p in &self.phases {
            let f = fields()
                .one("name", &p.name)
                .may("entry", p.entry)
                .may("planned", p.planned)
                .list("agreed_conditions", &p.gates)
                .list("declared_conditions", &p.declared_conditions);
            out.push(f.marks(&p.marks).of("phases", &p.id));
        }
    }

    fn mechanism(&self, out: &mut Vec<Element>) {
        let m = &self.modalities;
        for o in &m.organs {
            let f = fields()
                .one("name", &o.name)
                .list("members", &o.members)
                .list("advisers", &o.advisers)
                .may("from", o.from.as_ref());
            out.push(f.marks(&o.marks).of("modalities.organs", &o.id));
        }
        let f = modality(&m.complaints, |f| f.list("from", &m.complaints.value));
        out.push(f.of("modalities.complaints", ""));
        for (id, standard) in [
            ("determination", &m.standard_of_proof),
            ("urgent_action", &m.urgent_standard),
            ("naming", &m.naming_standard),
        ] {
            let f = modality(standard, |f| f.one("standard", standard.value.word()));
            out.push(f.of("modalities.standard_of_proof", id));
        }
        let f = modality(&m.decision_rule, |f| f.one("determination", m.decision_rule.value.word()));
        out.push(f.of("modalities.decision_rule", ""));
        let q = &m.quorum.value;
        let f = modality(&m.quorum, |f| {
            f.list("of", &q.of)
                .one("per_member", q.per_member)
                .list("constituencies", q.constituencies.iter().map(constituency))
                .list("emergency", q.emergency.iter().map(constituency))
        });
        out.push(f.of("modalities.quorum", ""));
        let f = modality(&m.recusal, |f| f.one("rule", m.recusal.value.word()));
        out.push(f.of("modalities.recusal", ""));
        let r = m.right_of_reply.value;
        let f = modality(&m.right_of_reply, |f| f.one("days", r.days).may("urgent_hours", r.urgent_hours));
        out.push(f.of("modalities.right_of_reply", ""));
        let s = m.silence_procedure.value;
        let f = modality(&m.silence_procedure, |f| f.one("days", s.days).one("on_expiry", s.on_expiry.word()));
        out.push(f.of("modalities.silence_procedure", ""));
        let c = &m.clocks.value;
        let f = modality(&m.clocks, |f| {
            f.one("screening_hours", c.screening_hours)
                .one("assessment_hours", c.assessment_hours)
                .one("tasking_hours", c.tasking_hours)
                .one("report_days", c.report_days)
                .one("opinions_days", c.opinions_days)
                .one("objection_days", c.objection_days)
                .one("publication_hours", c.publication_hours)
                .list("follow_up_days", &c.follow_up_days)
                .list("left_to_default", &m.silent_clocks)
        });
        out.push(f.of("modalities.clocks", ""));
        let f = modality(&m.adverse_inference, |f| f.one("adverse_inference", m.adverse_inference.value.word()));
        out.push(f.of("modalities.access", ""));
        let f = modality(&m.sanctions, |f| f.list("ladder", &m.sanctions.value));
        out.push(f.of("modalities.sanctions", ""));
        let f = modality(&self.publication, |f| {
            let p = &self.publication.value;
            f.one("internal", &p.internal).one("public", &p.public).list("cadence", &p.cadence)
        });
        out.push(f.of("publication", ""));
    }
}
