//! A report as blocks, in a language. HTML and PDF are drawn from these; they are made from the report and from nothing else.
//!
//! Must not: hold a sentence (those are in `wording`), or leave out a part that has nothing to say.

mod cases;
mod counted;
mod front;
mod listed;

use crate::{
    output::{
        document::{Block, Cell, Document, Inline},
        report_v1::{Head, IncidentRef, Report, Shown},
    },
    wording::{ActName, AsOf, Label, Language, Name, Number, Place, Sentence, Slot, Time, label},
};

/// The pages of a report.
#[must_use]
pub fn document(report: &Report, language: Language) -> Document {
    let mut page = Page { report, l: language, blocks: Vec::new() };
    page.front();
    page.summary();
    page.method();
    page.coverage();
    page.status();
    page.concordance();
    page.determinations();
    page.undetermined();
    page.obligations();
    page.humanitarian();
    page.casualties();
    page.obstruction();
    page.remedies();
    page.prevention();
    page.corrections();
    page.annexes();
    let title = title(report);
    let foot = Sentence::Foot {
        mechanism: Name(&report.title.mechanism),
        number: number(report),
        as_of: AsOf(&report.title.as_of),
    };
    Document {
        title: title.text(language),
        language: language.tag().to_owned(),
        direction: language.direction(),
        marking: marking(report, language),
        foot: foot.text(language),
        blocks: page.blocks,
    }
}

fn title(report: &Report) -> Sentence<'_> {
    Sentence::ReportTitle {
        mechanism: Name(&report.title.mechanism),
        kind: Label("kind", &report.kind),
        number: number(report),
    }
}

/// The handling; and that a constituency objected to the publication.
fn marking(report: &Report, language: Language) -> String {
    let handling = label(language, "handling", &report.title.handling);
    if report.title.objections.is_empty() {
        return handling;
    }
    format!("{handling}{}{}", language.semicolon(), label(language, "handling", "objected"))
}

fn number(report: &Report) -> Number {
    Number(report.title.number.into())
}

/// The blocks as they are made.
struct Page<'a> {
    report: &'a Report,
    l: Language,
    blocks: Vec<Block>,
}

impl<'a> Page<'a> {
    fn word(&self, group: &str, word: &str) -> String {
        label(self.l, group, word)
    }

    fn heading(&mut self, level: u8, anchor: impl Into<String>, text: String) {
        self.blocks.push(Block::Heading { level, anchor: anchor.into(), text });
    }

    /// The heading of a part. Whether it says more: a part that does not says why.
    fn part(&mut self, head: &'a Head) -> bool {
        let name = self.word("part", &head.part.to_string());
        self.heading(1, format!("part-{}", head.part), format!("{}. {name}", head.part));
        if let Some(why) = &head.nothing {
            self.say(Sentence::Nothing { why: Label("nothing", why) });
        }
        // A part that has little to say of the period still says what it has.
        head.nothing.as_deref() != Some("not_in_this_kind")
    }

    fn sub(&mut self, head: &Head, key: &str) {
        let text = self.word("sub", key);
        self.heading(2, format!("part-{}-{key}", head.part), text);
    }

    fn say(&mut self, sentence: Sentence<'_>) {
        let inlines = sentence.inlines(self.l);
        self.blocks.push(Block::Paragraph(inlines));
    }

    fn notice(&mut self, sentence: Sentence<'_>) {
        let inlines = sentence.inlines(self.l);
        self.blocks.push(Block::Notice(inlines));
    }

    fn list(&mut self, items: Vec<Vec<Inline>>) {
        if !items.is_empty() {
            self.blocks.push(Block::List { ordered: false, items });
        }
    }

    /// A table, if it has rows. The heads are labels.
    fn table(&mut self, caption: Sentence<'_>, head: &[&str], rows: Vec<Vec<Cell>>, note: Option<Sentence<'_>>) {
        if rows.is_empty() {
            return;
        }
        self.blocks.push(Block::Table {
            caption: caption.text(self.l),
            head: head.iter().map(|h| self.word("head", h)).collect(),
            rows,
            note: note.map(|n| n.text(self.l)),
        });
    }

    fn put(&self, slot: &dyn Slot) -> Cell {
        Cell { content: slot.inlines(self.l), figure: false }
    }

    fn labelled(&self, group: &str, word: &str) -> Cell {
        plain(self.word(group, word))
    }

    /// A label, or that it is not said.
    fn optional(&self, group: &str, word: Option<&str>) -> Cell {
        match word {
            Some(word) => self.labelled(group, word),
            None => self.labelled("word", "not_said"),
        }
    }

    fn shown(&self, value: &Shown<String>) -> Cell {
        match value {
            Shown::Value(v) => plain(v.clone()),
            Shown::Redacted { redacted } => self.redacted(redacted),
        }
    }

    fn redacted(&self, class: &str) -> Cell {
        Cell { content: vec![Inline::Redacted(self.word("redacted", class))], figure: false }
    }

    /// An incident in one line.
    fn incident(&self, i: &IncidentRef) -> Vec<Inline> {
        incident(i).inlines(self.l)
    }
}

fn incident(i: &IncidentRef) -> Sentence<'_> {
    Sentence::IncidentLine {
        act: ActName(i.act.as_deref()),
        place: Place(i.place.as_ref()),
        time: Time(i.time.as_ref()),
    }
}

fn plain(text: impl Into<String>) -> Cell {
    Cell { content: vec![Inline::Text(text.into())], figure: false }
}

fn figure(text: impl Into<String>) -> Cell {
    Cell { content: vec![Inline::Text(text.into())], figure: true }
}
