//! Parts 1 to 4: title block, summary, method, coverage.
//!
//! Must not: show a seal without the way to check it.

use super::{Page, figure, plain, title};
use crate::{
    output::document::{Block, Inline},
    report::summary,
    wording::{
        Code, Counted, Label, Language, Member, Name, Noun, Number, PeriodDays, Recorder, Sentence, Time, Verbatim,
    },
};

impl Page<'_> {
    pub(super) fn front(&mut self) {
        let r = self.report;
        let t = &r.title;
        let text = title(r).text(self.l);
        self.heading(1, "part-1", text);
        self.say(Sentence::TitlePeriod {
            period: PeriodDays(&t.period),
            zone: Code(&t.period.zone),
            cut_off: Code(&t.period.cut_off),
        });
        let items = t.agreements.iter().map(|a| vec![Inline::Text(a.clone())]).collect();
        self.list(items);
        match (&t.supersedes, &t.follows) {
            (Some(s), _) => {
                self.notice(Sentence::TitleSupersedes { number: Number(s.number.into()), digest: Code(&s.digest) });
            }
            (None, Some(f)) => {
                self.say(Sentence::TitleFollows { number: Number(f.number.into()), digest: Code(&f.digest) });
            }
            (None, None) => self.say(Sentence::TitleFirst {}),
        }
        for o in &t.objections {
            self.notice(Sentence::TitleObjected { objector: Member(&o.by), words: Verbatim(&o.text) });
        }
        let tags: Vec<&str> = t.languages.iter().map(String::as_str).collect();
        self.say(Sentence::TitleLanguages { languages: Name(&tags.join(self.l.comma())) });
        let rows = t.as_of.iter().map(|a| {
            let root = super::Cell { content: vec![Inline::Code(a.root.clone())], figure: false };
            vec![plain(a.member.clone()), plain(a.origin.clone()), figure(a.size.to_string()), root]
        });
        let rows = rows.collect();
        self.table(
            Sentence::TitleCheck { command: Code(&t.check) },
            &["member", "register", "entries", "root"],
            rows,
            None,
        );
    }

    pub(super) fn summary(&mut self) {
        let s = &self.report.summary;
        if self.part(&s.head) {
            let items = s.bullets.iter().filter_map(summary::sentence).map(|x| x.inlines(self.l)).collect();
            self.list(items);
        }
    }

    pub(super) fn method(&mut self) {
        let m = &self.report.method;
        if !self.part(&m.head) {
            return;
        }
        self.say(Sentence::MethodText {});
        self.say(Sentence::MethodUnit {});
        self.say(Sentence::MethodWords {});
        let l = self.l;
        let rows = m.texts.iter().map(|t| {
            vec![
                plain(t.text.clone()),
                plain(t.agreement.clone()),
                plain(t.authority.clone()),
                self.labelled("text_status", &t.status),
                plain(if t.held_by.is_empty() { self.word("word", "not_said") } else { t.held_by.join(l.comma()) }),
                self.labelled("word", if t.to_be_confirmed { "to_be_confirmed" } else { "checked" }),
            ]
        });
        let rows = rows.collect();
        let report = Number(m.report_version.into());
        self.table(
            Sentence::MethodVersions { reader: Number(m.reader_version.into()), report },
            &["text", "agreement", "authority", "text_status", "held_by", "checked"],
            rows,
            None,
        );
        for [agreement, standard, source] in &m.standards {
            self.say(Sentence::MethodStandard {
                agreement: Name(agreement),
                standard: Label("standard", standard),
                source: Label("source", source),
            });
        }
        for [agreement, rule, source] in &m.decision_rules {
            self.say(Sentence::MethodRule {
                agreement: Name(agreement),
                rule: Label("rule", rule),
                source: Label("source", source),
            });
        }
        if m.changes.is_empty() {
            self.say(Sentence::MethodNoChange {});
        }
        for c in &m.changes {
            self.say(Sentence::MethodChange { what: Label("method_change", c) });
        }
    }

    pub(super) fn coverage(&mut self) {
        let c = &self.report.coverage;
        if !self.part(&c.head) {
            return;
        }
        let period = &self.report.title.period;
        if c.rows.is_empty() {
            self.notice(Sentence::CoverageUnknown {});
        }
        let rows = c.rows.iter().map(|r| {
            let units = match r.units.value() {
                Some(Some(n)) => figure(n.to_string()),
                Some(None) => self.labelled("word", "not_said"),
                None => self.redacted("operational"),
            };
            vec![
                self.shown(&r.area),
                self.put(&Time(Some(&r.time))),
                self.labelled("means", &r.means),
                self.labelled("watch", &r.watch),
                self.optional("hindrance", r.hindrance.as_deref().or((r.watch == "observed").then_some("none"))),
                self.caused(&r.by),
                units,
                plain(r.recorded_by.clone()),
            ]
        });
        let rows = rows.collect();
        self.table(
            Sentence::CoverageCaption { period: PeriodDays(period) },
            &["area", "time", "means", "watch", "hindrance", "caused_by", "units", "recorded_by"],
            rows,
            None,
        );
        let mut items: Vec<Vec<Inline>> = Vec::new();
        let l: Language = self.l;
        items.extend(
            c.recorders_absent.iter().map(|g| Sentence::RecorderAbsent { recorder: Recorder::of_list(g) }.inlines(l)),
        );
        items.extend(c.languages.iter().map(|(tag, n)| {
            Sentence::LanguageUnread { language: Code(tag), number: Counted::exactly(Noun::Document, *n) }.inlines(l)
        }));
        if c.language_unknown > 0 {
            let number = Counted::exactly(Noun::Document, c.language_unknown);
            items.push(Sentence::LanguageUnknown { number }.inlines(l));
        }
        if c.problems > 0 {
            items.push(Sentence::Problems { number: Counted::exactly(Noun::Problem, c.problems) }.inlines(l));
        }
        self.list(items);
        let rows = c.irregular.iter().map(|r| {
            let why = Inline::Quote {
                text: r.why.clone(),
                language: Some("en".to_owned()),
                direction: crate::output::document::Direction::Ltr,
            };
            vec![
                r.case.as_ref().map_or_else(|| self.labelled("word", "none"), |c| plain(c.clone())),
                super::Cell { content: vec![Inline::Code(r.kind.clone())], figure: false },
                plain(format!("{} #{}", r.recorded_by, r.index)),
                super::Cell {
                    content: vec![Inline::Code(format!("case-{}", r.code)), Inline::Text(" ".to_owned()), why],
                    figure: false,
                },
            ]
        });
        let rows = rows.collect();
        self.table(
            Sentence::IrregularCaption { period: PeriodDays(period) },
            &["case", "what", "recorded_by", "why"],
            rows,
            None,
        );
        // The words of the program, in its language, as quotations of it.
        let limitations = c.limitations.iter().flatten().map(|p| {
            let text = format!("{}: {}", p.thing, p.what);
            let direction = crate::output::document::Direction::Ltr;
            vec![Inline::Quote { text, language: Some("en".to_owned()), direction }]
        });
        let items: Vec<Vec<Inline>> = limitations.collect();
        if !items.is_empty() {
            self.blocks.push(Block::List { ordered: false, items });
        }
    }

    pub(super) fn caused(&self, by: &[crate::output::report_v1::Actor]) -> super::Cell {
        if by.is_empty() { self.labelled("word", "nobody_named") } else { self.put(&crate::wording::AccusedBy(by)) }
    }
}
