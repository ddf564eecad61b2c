//! Parts 5, 6, 10, 11: figures, with unit, period and coverage in every caption.
//!
//! Must not: print a figure without its unit.

use super::{Page, figure, incident, plain};
use crate::{
    output::{
        document::{Block, Cell, Inline},
        report_v1::{Breakdown, BreakdownRow, BulletinRow, Tally, TimeRef},
    },
    report::figures,
    wording::{Counted, Label, Name, Noun, Of, PeriodDays, Recorder, Sentence, Time, counts, tally},
};

impl Page<'_> {
    /// Entries of the period that say that one could not see.
    fn gaps(&self) -> Counted {
        let n = self.report.coverage.rows.iter().filter(|r| r.watch != "observed").count();
        Counted::exactly(Noun::Entry, n as u64)
    }

    fn compared(&self, t: Option<Tally>) -> Cell {
        t.map_or_else(|| self.labelled("word", "not_kept"), |t| figure(tally(t)))
    }

    fn or_not_stated(&self, n: Option<u64>) -> Cell {
        n.map_or_else(|| self.labelled("word", "not_stated"), |n| figure(n.to_string()))
    }

    pub(super) fn status(&mut self) {
        let s = &self.report.status;
        if !self.part(&s.head) {
            return;
        }
        let period = PeriodDays(&self.report.title.period);
        let (l, gaps) = (self.l, self.gaps());
        self.blocks.push(Block::Figure {
            caption: Sentence::FunnelCaption { period }.text(l),
            alternative: s
                .funnel
                .iter()
                .map(|x| format!("{}: {}", self.word("step", &x.step), tally(x.tally)))
                .collect::<Vec<_>>()
                .join(l.semicolon()),
            drawing: figures::funnel::draw(&s.funnel, l),
        });
        let rows = s.funnel.iter().map(|x| {
            vec![
                self.labelled("step", &x.step),
                self.labelled("unit", &x.unit),
                figure(tally(x.tally)),
                self.compared(x.previous),
            ]
        });
        let rows = rows.collect();
        self.table(
            Sentence::FunnelCaption { period },
            &["step", "unit", "now", "previous"],
            rows,
            Some(Sentence::FunnelNote {}),
        );
        if s.undetermined.of > 0 {
            self.say(Sentence::FunnelShare { share: Of(s.undetermined) });
        } else {
            self.say(Sentence::FunnelNoCases {});
        }
        if s.aggregates > 0 {
            self.say(Sentence::Aggregates { number: Counted::exactly(Noun::Entry, s.aggregates) });
        }
        self.texts();
        for table in &s.tables {
            self.breakdown(table);
        }
        let days = s.series.days.iter().map(|d| format!("{}: {}", d.day, d.incidents)).collect::<Vec<_>>();
        self.blocks.push(Block::Figure {
            caption: Sentence::DaysCaption {
                period,
                not_placed: Counted::exactly(Noun::Incident, s.series.not_placed),
                gaps,
            }
            .text(l),
            alternative: Sentence::DaysAlternative { list: Name(&days.join(l.semicolon())) }.text(l),
            drawing: figures::days::draw(&s.series, l),
        });
        self.stretches();
        self.map();
        self.observations();
    }

    fn texts(&mut self) {
        let rows = self.report.status.texts.iter().map(|r| {
            vec![
                plain(r.agreement.clone()),
                plain(r.text.clone()),
                self.labelled("scope", &r.scope),
                figure(tally(r.now)),
                self.compared(r.previous),
            ]
        });
        let rows = rows.collect();
        self.table(
            Sentence::TextsCaption { period: PeriodDays(&self.report.title.period) },
            &["agreement", "text", "state", "now", "previous"],
            rows,
            Some(Sentence::TextsNote {}),
        );
    }

    fn stretches(&mut self) {
        let rows = self.report.status.series.stretches.iter().map(|s| {
            let days = TimeRef { from: Some(s.from.clone()), to: Some(s.to.clone()), precision: "period".to_owned() };
            // Nothing reported where nothing is entered of what could be seen is no zero.
            let silent = s.received == 0 && s.not_placed == 0 && !s.coverage_known;
            let told = |n: u64| if silent { self.labelled("word", "not_kept") } else { figure(n.to_string()) };
            vec![
                self.labelled("stretch", &s.stretch),
                self.put(&Time(Some(&days))),
                told(s.received),
                told(s.in_question),
                told(s.not_placed),
                self.labelled("word", if s.coverage_known { "kept" } else { "not_kept" }),
            ]
        });
        let rows = rows.collect();
        self.table(
            Sentence::StretchesCaption {},
            &["stretch", "time", "received", "in_question", "not_placed", "coverage"],
            rows,
            Some(Sentence::StretchesNote {}),
        );
    }

    fn map(&mut self) {
        let Some(drawing) = figures::map::draw(self.report, self.l) else { return };
        let found = figures::map::places(self.report);
        let beside = Counted::exactly(Noun::Incident, found.beside.values().sum());
        let zones = self.report.annexes.zones.iter().filter(|z| !z.ring.is_empty()).count() as u64;
        self.blocks.push(Block::Figure {
            caption: Sentence::MapCaption { period: PeriodDays(&self.report.title.period), beside, gaps: self.gaps() }
                .text(self.l),
            alternative: Sentence::MapAlternative {
                places: Counted::exactly(Noun::Place, found.points.len() as u64),
                zones: Counted::exactly(Noun::Zone, zones),
            }
            .text(self.l),
            drawing,
        });
    }

    fn observations(&mut self) {
        let rows = &self.report.status.observations;
        let mut units: Vec<&str> = rows.iter().map(|r| r.what.as_str()).collect();
        units.dedup();
        for unit in units {
            let of = rows.iter().filter(|r| r.what == unit).map(|r| {
                vec![
                    self.labelled("means", &r.means),
                    figure(r.entries.to_string()),
                    figure(counts::bounds(r.number, self.l)),
                    r.assessed_as.as_ref().map_or_else(|| self.labelled("word", "none"), |a| plain(a.clone())),
                ]
            });
            let of = of.collect();
            self.table(
                Sentence::ObservationsCaption {
                    unit: Label("observed", unit),
                    period: PeriodDays(&self.report.title.period),
                },
                &["means", "entries", "number", "assessed_as"],
                of,
                Some(Sentence::ObservationsNote {}),
            );
        }
    }

    fn breakdown(&mut self, table: &Breakdown) {
        let rows = table.rows.iter().map(|r| {
            let name = match (table.by.as_str(), &r.key, r.kind.as_deref()) {
                ("act", key, _) => self.word("act", key.as_deref().unwrap_or("none")),
                (_, Some(key), Some(kind @ ("zone" | "country"))) => format!("{key} ({})", self.word("area", kind)),
                (_, Some(key), _) => key.clone(),
                (_, None, Some(kind @ ("others" | "not_said"))) => self.word("side", kind),
                (_, None, _) => self.word("place", "unknown"),
            };
            self.row(name, r)
        });
        let rows = rows.collect();
        self.table(
            Sentence::BreakdownCaption { by: Label("by", &table.by), period: PeriodDays(&self.report.title.period) },
            &["what", "now", "previous", "baseline"],
            rows,
            Some(Sentence::BreakdownNote {}),
        );
    }

    fn row(&self, name: String, r: &BreakdownRow) -> Vec<Cell> {
        vec![plain(name), figure(tally(r.now)), self.compared(r.previous), self.compared(r.baseline)]
    }

    pub(super) fn concordance(&mut self) {
        let c = &self.report.concordance;
        if !self.part(&c.head) {
            return;
        }
        let period = PeriodDays(&self.report.title.period);
        let rows = c.recorders.iter().map(|r| {
            let n = |n: u64| figure(n.to_string());
            vec![
                plain(r.recorder.clone()),
                self.labelled("recorder", if r.guarantor { "guarantor" } else { "other" }),
                n(r.listed),
                n(r.confirmed),
                n(r.rejected),
                n(r.not_addressed),
                n(r.silent),
            ]
        });
        let rows = rows.collect();
        self.table(
            Sentence::RecordersCaption { period },
            &["recorded_by", "role", "listed", "confirmed", "rejected", "not_addressed", "silent"],
            rows,
            Some(Sentence::RecordersNote {}),
        );
        let rates = c.rates.iter().map(|r| {
            let (by, of) = (Recorder::of_list(&r.by), Recorder::of_list(&r.of));
            Sentence::PairLine { by, of, share: Of(r.confirmed) }.inlines(self.l)
        });
        let rates = rates.collect();
        self.list(rates);
        if !c.by_no_guarantor.is_empty() {
            let n = c.by_no_guarantor.len() as u64;
            self.say(Sentence::ByNoGuarantor { number: Counted::exactly(Noun::Incident, n) });
            let items = c.by_no_guarantor.iter().map(|i| self.incident(i)).collect();
            self.list(items);
        }
        let rows = c.bulletins.iter().map(|b| self.bulletin(b)).collect();
        self.table(
            Sentence::BulletinsCaption { period },
            &["recorded_by", "publisher", "window", "unit", "standing", "total", "adds_up"],
            rows,
            Some(Sentence::BulletinsNote {}),
        );
        let said = c.bulletins.iter().flat_map(|b| b.confirmations.iter().map(move |k| (b, k)));
        let said = said.map(|(b, k)| {
            let n = |n: Option<u64>| n.map_or_else(|| self.word("word", "not_stated"), |n| n.to_string());
            let share = format!("{} / {}", n(k.confirmed), n(k.out_of));
            let (by, of) = (Recorder::of_list(&b.recorder), Recorder::of_list(&k.of));
            Sentence::BulletinConfirms { by, of, share: Name(&share) }.inlines(self.l)
        });
        let said: Vec<Vec<Inline>> = said.collect();
        self.list(said);
        let rows = c.cells.iter().map(|x| {
            vec![
                plain(x.place.clone()),
                self.put(&Time(Some(&x.window))),
                self.labelled("counted", &x.unit),
                plain(x.a.clone()),
                self.or_not_stated(x.figure_a),
                plain(x.b.clone()),
                self.or_not_stated(x.figure_b),
                self.labelled("cell", &x.state),
            ]
        });
        let rows = rows.collect();
        self.table(
            Sentence::BulletinsCaption { period },
            &["place", "window", "unit", "recorded_by", "number", "recorded_by", "number", "cell"],
            rows,
            Some(Sentence::BulletinsNote {}),
        );
        let rows = c.totals.iter().map(|t| {
            vec![
                plain(t.recorder.clone()),
                plain(t.publisher.clone()),
                self.labelled("counted", &t.unit),
                self.labelled("standing", &t.standing),
                self.or_not_stated(t.sum),
                figure(t.lists.to_string()),
                figure(t.not_stated.to_string()),
            ]
        });
        let rows = rows.collect();
        self.table(
            Sentence::BulletinsCaption { period },
            &["recorded_by", "publisher", "unit", "standing", "total", "lists", "not_stated"],
            rows,
            None,
        );
    }

    fn bulletin(&self, b: &BulletinRow) -> Vec<Cell> {
        let sum = match (b.disputed, b.adds_up) {
            (true, _) => "disputed",
            (false, Some(true)) => "agrees",
            (false, Some(false)) => "differs",
            (false, None) => "incomplete",
        };
        vec![
            plain(b.recorder.clone()),
            plain(b.publisher.clone()),
            self.put(&Time(Some(&b.window))),
            self.labelled("counted", &b.unit),
            self.labelled("standing", &b.standing),
            self.or_not_stated(b.total),
            self.labelled("sum", sum),
        ]
    }

    pub(super) fn humanitarian(&mut self) {
        let h = &self.report.humanitarian;
        if !self.part(&h.head) {
            return;
        }
        let period = PeriodDays(&self.report.title.period);
        self.say(Sentence::HumanitarianNote {});
        let rows = h.incidents.iter().map(|r| self.row(self.word("act", r.key.as_deref().unwrap_or("none")), r));
        let rows = rows.collect();
        self.table(Sentence::HumanitarianCaption { period }, &["what", "now", "previous", "baseline"], rows, None);
        let rows = h.figures.iter().map(|f| {
            vec![
                self.put(&Line(&f.incident)),
                self.labelled("what", &f.what),
                self.labelled("status_of", &f.status),
                figure(counts::bounds(f.number, self.l)),
            ]
        });
        let rows = rows.collect();
        self.table(Sentence::FiguresCaption { period }, &["incident", "counted", "of_whom", "number"], rows, None);
        self.access(&h.access);
    }

    pub(super) fn casualties(&mut self) {
        let c = &self.report.casualties;
        if !self.part(&c.head) {
            return;
        }
        let rows = c.rows.iter().map(|r| {
            vec![
                self.put(&Line(&r.incident)),
                self.labelled("what", &r.what),
                self.labelled("status_of", &r.status),
                figure(counts::bounds(r.number, self.l)),
                figure(counts::bounds(r.origins, self.l)),
                self.labelled("fact", &r.fact),
            ]
        });
        let rows = rows.collect();
        self.table(
            Sentence::CasualtiesCaption { period: PeriodDays(&self.report.title.period) },
            &["incident", "counted", "of_whom", "number", "origins", "fact"],
            rows,
            Some(Sentence::CasualtiesNote {}),
        );
    }
}

/// An incident in a cell.
pub(super) struct Line<'a>(pub(super) &'a crate::output::report_v1::IncidentRef);

impl crate::wording::Slot for Line<'_> {
    fn inlines(&self, language: crate::wording::Language) -> Vec<Inline> {
        incident(self.0).inlines(language)
    }
}
