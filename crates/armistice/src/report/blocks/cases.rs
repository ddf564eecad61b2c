//! Parts 7, 8, 9, 13: cases, obligations, remedial actions.
//!
//! Must not: say that something was attributed or determined where no decision says so, or shorten a dissent.

use super::{Page, figure, plain};
use crate::{
    output::{
        document::{Block, Inline},
        report_v1::{DecidedRow, StatementOf},
    },
    wording::{
        AccusedBy, AllegedAuthors, AttributedTo, Code, Counted, DeterminedAs, Label, Member, Noun, Sentence, Verbatim,
        direction,
    },
};

impl Page<'_> {
    pub(super) fn determinations(&mut self) {
        let d = &self.report.determinations;
        if self.part(&d.head) {
            for case in &d.cases {
                self.case(case);
            }
        }
    }

    pub(super) fn undetermined(&mut self) {
        let u = &self.report.undetermined;
        if self.part(&u.head) {
            for case in &u.cases {
                self.case(case);
            }
        }
    }

    fn case(&mut self, c: &DecidedRow) {
        self.blocks.push(Block::PageBreak);
        let name = c.number.clone().unwrap_or_else(|| c.case.clone());
        self.heading(2, c.case.clone(), format!("{} {name}", self.word("word", "case")));
        let decided = DeterminedAs::decided(c);
        match decided {
            Some(outcome) => self.say(Sentence::Determined { outcome, how: Label("how", &c.how) }),
            None if c.how == "pending" => {
                self.say(Sentence::CasePending { state: Label("stage", &c.state) });
            }
            None => self.say(Sentence::NotDetermined { how: Label("how", &c.how) }),
        }
        if decided.is_some() {
            match (AttributedTo::decided(c), &c.attribution) {
                (Some(to), Some(grade)) => {
                    self.say(Sentence::AttributedLine { grade: Label("attribution", grade), to });
                }
                _ => self.say(Sentence::NotAttributed {}),
            }
        }
        self.say(Sentence::AllegationLine {
            complainant: Member(&c.complainant),
            accused: AllegedAuthors::alleged(&c.accused),
            words: Verbatim(&c.allegation),
        });
        let items = c.incidents.iter().map(|i| self.incident(i)).collect();
        self.list(items);
        let items = c.clauses.iter().map(|x| {
            let broken = Label("answer", &x.broken);
            Sentence::ClauseLine { clause: Code(&x.clause), text: Code(&x.text), broken }.inlines(self.l)
        });
        let items = items.collect();
        self.list(items);
        let items = c.findings.iter().map(|f| {
            let (about, reached) = (Label("about", &f.about), Label("reached", &f.reached));
            Sentence::FindingLine { about, reached, words: Verbatim(&f.text) }.inlines(self.l)
        });
        let items = items.collect();
        self.list(items);
        self.say(Sentence::ContraryLine { number: Counted::exactly(Noun::Claim, c.contrary) });
        if c.no_response {
            self.say(Sentence::NoResponse { accused: AccusedBy(&c.accused) });
        }
        for r in &c.responses {
            let by = Sentence::ResponseLine { by: Member(&r.by) }.text(self.l);
            self.verbatim(by, &r.text);
        }
        for o in &c.opinions {
            let position = Label("position", &o.position);
            let line = Sentence::PositionLine { constituency: Member(&o.constituency), position };
            if o.text.is_empty() {
                self.say(line);
            } else {
                let by = line.text(self.l);
                self.verbatim(by, &o.text);
            }
        }
    }

    fn verbatim(&mut self, by: String, text: &str) {
        self.blocks.push(Block::Statement { by, text: text.to_owned(), direction: direction(text) });
    }

    /// Statements of an annex.
    pub(super) fn statements(&mut self, list: &[StatementOf]) {
        for s in list {
            let by = match &s.case {
                Some(case) => format!("{} ({case})", s.by),
                None => s.by.clone(),
            };
            self.verbatim(by, &s.text);
        }
    }

    pub(super) fn obligations(&mut self) {
        let o = &self.report.obligations;
        if !self.part(&o.head) {
            return;
        }
        self.say(Sentence::ObligationsNote {});
        let rows = o.rows.iter().map(|r| {
            let reports = r.reports.iter().map(|[by, what]| format!("{by}: {}", self.word("performance", what)));
            let reports = reports.collect::<Vec<_>>().join(self.l.semicolon());
            vec![
                plain(r.id.clone()),
                plain(r.summary.clone()),
                plain(r.bearers.iter().map(|b| self.bearer(b)).collect::<Vec<_>>().join(self.l.comma())),
                r.due.as_ref().map_or_else(|| self.labelled("word", "no_date"), |d| figure(d.clone())),
                self.labelled("obligation", &r.state),
                if reports.is_empty() { self.labelled("word", "no_report") } else { plain(reports) },
                self.labelled("word", if r.to_be_confirmed { "to_be_confirmed" } else { "checked" }),
            ]
        });
        let rows = rows.collect();
        let cut_off = Code(&self.report.title.period.cut_off);
        self.table(
            Sentence::ObligationsCaption { cut_off },
            &["id", "what", "bearer", "due", "state", "reports", "checked"],
            rows,
            None,
        );
        for (n, p) in o.phases.iter().enumerate() {
            self.heading(2, format!("part-9-phase-{}", n + 1), p.name.clone());
            let agreed = p
                .agreed
                .iter()
                .map(|[condition, answer]| vec![Inline::Text(format!("{condition}: {}", self.word("answer", answer)))]);
            let declared = p
                .declared
                .iter()
                .map(|d| vec![Inline::Text(format!("{d}: {}", self.word("word", "declared_condition")))]);
            let items = agreed.chain(declared).collect();
            self.list(items);
        }
    }

    fn bearer(&self, b: &str) -> String {
        match b {
            word @ ("all_parties" | "all_guarantors") => self.word("bearer", word),
            name => name.to_owned(),
        }
    }

    pub(super) fn remedies(&mut self) {
        let r = &self.report.remedies;
        if !self.part(&r.head) {
            return;
        }
        let rows = r.rows.iter().map(|x| {
            vec![
                plain(x.case.clone()),
                self.put(&AccusedBy(std::slice::from_ref(&x.of))),
                self.put(&Verbatim(&x.act)),
                figure(x.due.clone()),
                self.put(&Verbatim(&x.test)),
                self.labelled("remedy", &x.state),
            ]
        });
        let rows = rows.collect();
        let cut_off = Code(&self.report.title.period.cut_off);
        self.table(
            Sentence::RemediesCaption { cut_off },
            &["case", "asked_of", "what", "due", "test", "state"],
            rows,
            None,
        );
    }
}
