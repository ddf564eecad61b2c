//! Parts 12, 14, 15, 16: obstruction, calls, corrections, annexes.
//!
//! Must not: say where an observer stood.

use super::{Page, counted::Line, figure, plain};
use crate::{
    output::{
        document::{Block, Cell, Inline},
        report_v1::{AccessRow, Applied, Change, HindranceRow, IncidentRow, Length, Share, TreatmentRow, Withdrawn},
    },
    wording::{
        AccusedBy, ActName, AllegedAuthors, Code, Counted, Member, Name, Noun, Number, Of, Outcomes, PeriodDays, Place,
        Recorder, Sentence, Time, Verbatim, counts,
    },
};

impl Page<'_> {
    pub(super) fn access(&mut self, rows: &[AccessRow]) {
        let rows = rows.iter().map(|r| {
            let purpose = match r.purpose.value() {
                Some(p) => self.put(&Verbatim(p)),
                None => self.redacted("operational"),
            };
            vec![
                purpose,
                self.optional("access_for", r.asked_for.as_deref()),
                self.shown(&r.area),
                self.put(&Time(Some(&r.time))),
                self.caused(&r.of),
                self.labelled("access", &r.outcome),
                self.caused(&r.by),
                plain(r.recorded_by.clone()),
            ]
        });
        let rows = rows.collect();
        self.table(
            Sentence::AccessCaption { period: PeriodDays(&self.report.title.period) },
            &["purpose", "asked_for", "area", "time", "asked_of", "outcome", "decided_by", "recorded_by"],
            rows,
            None,
        );
    }

    pub(super) fn obstruction(&mut self) {
        let o = &self.report.obstruction;
        if !self.part(&o.head) {
            return;
        }
        if o.hindered.of > 0 {
            self.say(Sentence::AccessHindered { share: Of(o.hindered) });
        }
        self.access(&o.access);
        let rows = o.hindrances.iter().chain(&o.blocked).map(|h| self.hindrance(h)).collect();
        self.table(
            Sentence::CoverageCaption { period: PeriodDays(&self.report.title.period) },
            &["hindrance", "area", "time", "caused_by", "recorded_by"],
            rows,
            None,
        );
        let items = o.incidents.iter().map(|i| self.incident(i)).collect();
        self.list(items);
    }

    fn hindrance(&self, h: &HindranceRow) -> Vec<Cell> {
        vec![
            self.labelled("hindrance", &h.what),
            self.shown(&h.area),
            self.put(&Time(Some(&h.time))),
            self.caused(&h.by),
            plain(h.recorded_by.clone()),
        ]
    }

    pub(super) fn prevention(&mut self) {
        let p = &self.report.prevention;
        if !self.part(&p.head) || p.calls.is_empty() {
            return;
        }
        self.say(Sentence::CallsResults { results: Outcomes(&p.results) });
        match p.median_minutes {
            Some(m) => self.say(Sentence::CallsMedian {
                minutes: Name(&counts::bounds(m, self.l)),
                timed: Counted::exactly(Noun::Call, p.timed),
                unanswered: Counted::exactly(Noun::Call, p.unanswered),
            }),
            None => self.say(Sentence::CallsNoMedian {}),
        }
        let rows = p.calls.iter().map(|c| {
            let text = match c.text.value() {
                Some(t) => self.put(&Verbatim(t)),
                None => self.redacted("operational"),
            };
            let minutes =
                c.minutes.map_or_else(|| self.labelled("word", "unknown"), |m| figure(counts::bounds(m, self.l)));
            vec![
                self.put(&Time(Some(&c.time))),
                self.put(&AccusedBy(std::slice::from_ref(&c.from))),
                self.put(&AccusedBy(std::slice::from_ref(&c.to))),
                text,
                self.labelled("call", &c.result),
                minutes,
                c.incident.as_ref().map_or_else(|| self.labelled("word", "none"), |i| self.put(&Line(i))),
            ]
        });
        let rows = rows.collect();
        self.table(
            Sentence::CallsCaption { period: PeriodDays(&self.report.title.period) },
            &["time", "caller", "called", "asked", "result", "minutes", "incident"],
            rows,
            None,
        );
    }

    pub(super) fn corrections(&mut self) {
        let c = &self.report.corrections;
        if !self.part(&c.head) {
            return;
        }
        match &c.since {
            Some(r) => self.say(Sentence::Since { number: Number(r.number.into()), digest: Code(&r.digest) }),
            None => self.say(Sentence::SinceNone {}),
        }
        let rows = c.changes.iter().map(|x| self.change(x)).collect();
        self.table(Sentence::ChangesCaption {}, &["incident", "what", "before", "after"], rows, None);
        for w in &c.withdrawn {
            self.withdrawn(w);
        }
        let items = c.reopened.iter().map(|r| {
            let case = r.number.as_ref().unwrap_or(&r.case);
            Sentence::ReopenedLine { case: Code(case), by: Member(&r.by), words: Verbatim(&r.why) }.inlines(self.l)
        });
        let items = items.collect();
        self.list(items);
    }

    fn change(&self, c: &Change) -> Vec<Cell> {
        let group = match c.what.as_str() {
            "act" => Some("act"),
            "status" => Some("fact"),
            _ => None,
        };
        let value = |v: Option<&str>| match (v, group) {
            (Some(v), Some(group)) => self.labelled(group, v),
            (Some(v), None) => plain(v),
            (None, _) => self.labelled("word", "none"),
        };
        vec![
            self.put(&Line(&c.incident)),
            self.labelled("change", &c.what),
            value(c.before.as_deref()),
            value(c.after.as_deref()),
        ]
    }

    fn withdrawn(&mut self, w: &Withdrawn) {
        let hidden = self.word("redacted", "source_protection");
        let sentence = Sentence::WithdrawnLine {
            recorder: Recorder::of_list(&w.recorded_by),
            by: Member(w.by.value().map_or(hidden.as_str(), String::as_str)),
            claims: Counted::exactly(Noun::Claim, w.claims),
            words: Verbatim(w.why.value().map_or(hidden.as_str(), String::as_str)),
        };
        self.notice(sentence);
        let rows = w.incidents.iter().map(|e| {
            let origins = |o: [u32; 2]| {
                let [low, high] = o.map(u64::from);
                counts::bounds(crate::output::report_v1::Bounds { min: Some(low), max: Some(high) }, self.l)
            };
            let gone = || self.labelled("change", "gone");
            vec![
                self.put(&Line(&e.incident)),
                figure(origins(e.origins_before)),
                e.origins_after.map_or_else(gone, |o| figure(origins(o))),
                self.labelled("fact", &e.status_before),
                e.status_after.as_ref().map_or_else(gone, |s| self.labelled("fact", s)),
            ]
        });
        let rows = rows.collect();
        self.table(
            Sentence::EffectsCaption {},
            &["incident", "origins_before", "origins_after", "before", "after"],
            rows,
            None,
        );
        let comma = self.l.comma();
        if !w.findings.is_empty() {
            self.say(Sentence::WithdrawnFindings { list: Name(&w.findings.join(comma)) });
        }
        if !w.determinations.is_empty() {
            self.notice(Sentence::WithdrawnDeterminations { list: Name(&w.determinations.join(comma)) });
        }
        if !w.reports.is_empty() {
            let numbers: Vec<String> = w.reports.iter().map(|r| r.number.to_string()).collect();
            self.say(Sentence::WithdrawnReports { list: Name(&numbers.join(comma)) });
        }
    }

    pub(super) fn annexes(&mut self) {
        let a = &self.report.annexes;
        self.blocks.push(Block::PageBreak);
        if !self.part(&a.head) {
            return;
        }
        let gaps = self.report.coverage.rows.iter().filter(|r| r.watch != "observed").count() as u64;
        let rows = a.incidents.iter().map(|i| self.annex_row(i)).collect();
        self.table(
            Sentence::IncidentsCaption {
                period: PeriodDays(&self.report.title.period),
                gaps: Counted::exactly(Noun::Entry, gaps),
            },
            &[
                "place",
                "act",
                "time",
                "recorded_by",
                "alleged_author",
                "affected",
                "number",
                "origins",
                "fact",
                "under_texts",
            ],
            rows,
            Some(Sentence::IncidentsNote {}),
        );
        for i in a.incidents.iter().filter(|i| i.claims.as_ref().is_some_and(|c| !c.is_empty())) {
            self.sources(i);
        }
        if !a.responses.is_empty() {
            self.sub(&a.head, "responses");
            self.statements(&a.responses);
        }
        if !a.dissent.is_empty() {
            self.sub(&a.head, "dissent");
            self.statements(&a.dissent);
        }
        let rows = a.treatment.iter().map(|t| self.treatment_row(t)).collect();
        self.table(
            Sentence::TreatmentCaption { period: PeriodDays(&self.report.title.period) },
            &[
                "side",
                "accused_in",
                "notices",
                "time_to_reply",
                "replies_heard",
                "replies_lapsed",
                "reviews_undetermined",
                "standards_applied",
                "access_hindered",
                "time_to_determination",
            ],
            rows,
            Some(Sentence::TreatmentNote {}),
        );
        self.sub(&a.head, "glossary");
        let items = a.glossary.iter().map(|g| {
            vec![Inline::Strong(self.word("term", &g.key)), Inline::Text(format!(": {}", self.word("meaning", &g.key)))]
        });
        let items = items.collect();
        self.list(items);
        self.say(Sentence::MachineReadable {});
    }

    fn treatment_row(&self, t: &TreatmentRow) -> Vec<Cell> {
        let applied = |group: &str, list: &[Applied]| {
            let words: Vec<String> = list.iter().map(|a| format!("{} {}", self.word(group, &a.word), a.n)).collect();
            if words.is_empty() { self.labelled("word", "none") } else { plain(words.join(self.l.semicolon())) }
        };
        // Hours: shortest, middle, longest; and of how many.
        let stretch = |s: &Length| match s.least.zip(s.middle).zip(s.most) {
            Some(((a, b), c)) => plain(format!("{} / {} / {} (n = {})", a / 3_600, b / 3_600, c / 3_600, s.n)),
            None => self.labelled("word", "none"),
        };
        let share = |s: Share| if s.of == 0 { self.labelled("word", "none") } else { self.put(&Of(s)) };
        vec![
            plain(t.side.clone()),
            self.put(&Number(t.accused)),
            self.put(&Number(t.notices)),
            stretch(&t.to_reply),
            share(t.heard),
            share(t.lapsed),
            share(t.undetermined),
            applied("standard", &t.standards),
            applied("access", &t.access),
            stretch(&t.to_determination),
        ]
    }

    fn annex_row(&self, i: &IncidentRow) -> Vec<Cell> {
        let none = |cell: Cell, empty: bool, word: &str| if empty { self.labelled("word", word) } else { cell };
        let standing = i.standing.iter().map(|s| {
            let why: Vec<String> =
                s.clauses.iter().cloned().chain(s.because.iter().map(|q| self.word("question", q))).collect();
            let head = format!("{}: {}", s.text, self.word("scope", &s.scope));
            if why.is_empty() { head } else { format!("{head} ({})", why.join(self.l.comma())) }
        });
        let standing = standing.collect::<Vec<_>>().join(self.l.semicolon());
        let mut time = self.put(&Time(i.time.as_ref()));
        if i.in_period == "uncertain" || i.aggregate {
            let word = self.word("word", if i.aggregate { "aggregate" } else { "in_period_uncertain" });
            time.content.push(Inline::Text(format!(" ({word})")));
        }
        vec![
            self.put(&Place(i.place.as_ref())),
            self.put(&ActName(i.act.as_deref())),
            time,
            none(plain(i.recorders.join(self.l.comma())), i.recorders.is_empty(), "no_list"),
            self.put(&AllegedAuthors::alleged(&i.alleged_authors)),
            none(self.put(&AccusedBy(&i.affected)), i.affected.is_empty(), "not_said"),
            none(plain(counts::list(&i.counts, self.l)), i.counts.is_empty(), "not_stated"),
            figure(counts::bounds(i.origins, self.l)),
            self.labelled("fact", &i.status),
            none(plain(standing.clone()), standing.is_empty(), "not_tested"),
        ]
    }

    fn sources(&mut self, i: &IncidentRow) {
        let line = Sentence::IncidentLine {
            act: ActName(i.act.as_deref()),
            place: Place(i.place.as_ref()),
            time: Time(i.time.as_ref()),
        };
        let text = line.text(self.l);
        self.heading(2, i.id.clone(), text);
        let items = i.claims.iter().flatten().map(|c| {
            let quote = Inline::Quote {
                text: c.quote.clone(),
                language: c.language.clone(),
                direction: crate::wording::direction(&c.quote),
            };
            vec![quote, Inline::Text(" ".to_owned()), Inline::Code(c.document.clone())]
        });
        let items = items.collect();
        self.list(items);
    }
}
