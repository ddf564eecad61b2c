//! A report as one static page: no script, nothing from another host, readable on a telephone and on paper.
//!
//! Must not: put text into the page other than as escaped text, or say left and right where it means start and end.

use super::{
    document::{Block, Cell, Direction, Document, Inline},
    escape::{css_string, id, plain, set, tag},
    page_words::PageWords,
    svg::{Label, labelled},
};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::collections::{BTreeMap, BTreeSet};

/// What the page may load: nothing but the styles in it.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const STYLE: &str = "
:root{color-scheme:light dark;--ink:#1a1a1a;--faint:#595959;--line:#b8b8b8;--band:#f1f1ee;--paper:#fff;--strong:#0b4f8a}
@media(prefers-color-scheme:dark){:root{--ink:#ececec;--faint:#b4b4b4;--line:#565656;--band:#24272a;--paper:#16181a;--strong:#8ec5f5}}
*{box-sizing:border-box}
body{font:1rem/1.55 system-ui,'DejaVu Sans',sans-serif;color:var(--ink);background:var(--paper);max-inline-size:52rem;margin-block:0;margin-inline:auto;padding:1rem;overflow-wrap:break-word}
h1{font-size:1.7rem;line-height:1.3;margin-block:1.2rem}
h2{font-size:1.3rem;line-height:1.35;margin-block:2.4rem .6rem;border-block-end:1px solid var(--line);padding-block-end:.2rem}
h3{font-size:1.1rem;margin-block:1.7rem .4rem}h4,h5{font-size:1rem;margin-block:1.2rem .3rem}
p{margin-block:.5rem}a{color:var(--strong)}
ul,ol{padding-inline-start:1.6rem}li{margin-block:.25rem}
.skip{position:absolute;inset-block-start:-6rem}.skip:focus{inset-block-start:.5rem;background:var(--paper);padding:.5rem}
.marking{text-align:center;font-weight:700;letter-spacing:.04em;border:1px solid var(--line);padding:.3rem .6rem}
.foot{color:var(--faint);font-size:.88rem;text-align:center}
nav{background:var(--band);padding:.6rem 1rem;margin-block:1.2rem}nav h2{font-size:1rem;margin-block:0;border:0}
nav ol{list-style:none;padding:0;margin:0}nav li{margin-block:.15rem}.l2{padding-inline-start:1.2rem}.l3{padding-inline-start:2.4rem}.l4{padding-inline-start:3.6rem}
figure{margin-block:1.2rem;margin-inline:0}figcaption,caption{font-weight:600;font-size:.92rem;text-align:start;padding-block-end:.35rem}
.drawing{background:#fff;padding:.4rem;border:1px solid var(--line);overflow-x:auto}.drawing svg{display:block;max-inline-size:100%;block-size:auto;margin-inline:auto}
summary{color:var(--faint);font-size:.9rem;padding-block:.3rem}
.wide{overflow-x:auto;margin-block:1.2rem .3rem}.wide:focus{outline:2px solid var(--strong)}
table{border-collapse:collapse;inline-size:100%;font-size:.9rem;line-height:1.4}
th,td{text-align:start;vertical-align:top;border-block-start:1px solid var(--line);padding-block:.35rem;padding-inline:0 .7rem;min-inline-size:3.2rem}
thead th{border-block:2px solid var(--ink);vertical-align:bottom}tbody th{font-weight:400}tbody tr:last-child>*{border-block-end:1px solid var(--ink)}
.figure{text-align:end;font-variant-numeric:tabular-nums}.note{color:var(--faint);font-size:.86rem}
code{font-size:.86em;overflow-wrap:anywhere}
blockquote{margin:0;padding-block:.1rem;padding-inline:1rem;border-inline-start:4px solid var(--line)}
.notice{border:2px solid var(--ink);padding:.6rem .9rem}
.redacted{border:1px solid var(--ink);border-block-width:2px;padding-inline:.35em;background:var(--band)}
.break{break-after:page}
@media(max-width:34rem){body{padding:.7rem;font-size:.97rem}h1{font-size:1.4rem}h2{font-size:1.15rem}ul,ol{padding-inline-start:1.2rem}}
@media print{:root{color-scheme:light;--ink:#000;--faint:#333;--line:#888;--band:#fff;--paper:#fff;--strong:#000}
body{max-inline-size:none;padding:0;font-size:10pt}a{text-decoration:none}.skip,header .marking,footer{display:none}
nav{border:1px solid var(--line)}h1,h2,h3,h4,h5{break-after:avoid}figure,blockquote,tr,.notice{break-inside:avoid}
thead{display:table-header-group}.wide,.drawing{overflow:visible}p,li{orphans:2;widows:2}details::details-content{content-visibility:visible}}
";

/// The page.
#[must_use]
pub fn render(document: &Document) -> String {
    let mut page = Page { document, words: PageWords::of(&document.language), ids: BTreeMap::new(), own: Vec::new() };
    page.name();
    page.markup().into_string()
}

struct Page<'a> {
    document: &'a Document,
    words: &'static PageWords,
    /// The id of each anchor that a heading has.
    ids: BTreeMap<&'a str, String>,
    /// The id of each heading, in order.
    own: Vec<String>,
}

fn way(direction: Direction) -> &'static str {
    match direction {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    }
}

impl<'a> Page<'a> {
    /// Gives each heading an id of its own. Where two have the same anchor, links lead to the first.
    fn name(&mut self) {
        let mut taken: BTreeSet<String> = ["report", "contents"].map(str::to_owned).into();
        for block in &self.document.blocks {
            let Block::Heading { anchor, .. } = block else { continue };
            let wanted = match id(anchor) {
                // A number is no beginning of an id that every tool can name.
                i if i.starts_with(|c: char| c.is_ascii_alphabetic()) => i,
                i => format!("s{i}"),
            };
            let mut free = wanted.clone();
            let mut n = 2;
            while !taken.insert(free.clone()) {
                free = format!("{wanted}_{n}");
                n += 1;
            }
            self.ids.entry(anchor).or_insert_with(|| free.clone());
            self.own.push(free);
        }
    }

    fn markup(&self) -> Markup {
        let d = self.document;
        html! {
            (DOCTYPE)
            html lang=(tag(&d.language)) dir=(way(d.direction)) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    meta name="referrer" content="no-referrer";
                    title { (plain(&d.title)) }
                    style { (PreEscaped(STYLE)) (PreEscaped(self.margins())) }
                }
                body {
                    a.skip href="#report" lang=[self.own_language()] { (self.words.skip) }
                    header {
                        (self.marking())
                        h1 { (set(&d.title, d.direction)) }
                    }
                    (self.contents())
                    main id="report" { (self.blocks()) }
                    footer {
                        @if !d.foot.is_empty() { p.foot { (set(&d.foot, d.direction)) } }
                        (self.marking())
                    }
                }
            }
        }
    }

    /// The language of this page's own words, where it is not that of the report.
    fn own_language(&self) -> Option<&'static str> {
        let primary = self.document.language.split(['-', '_']).next().unwrap_or_default();
        (!primary.eq_ignore_ascii_case(self.words.language)).then_some(self.words.language)
    }

    /// The report's own words, in lines of its direction.
    fn set(&self, text: &str) -> String {
        set(text, self.document.direction)
    }

    fn marking(&self) -> Markup {
        html! { @if !self.document.marking.is_empty() { p.marking { (self.set(&self.document.marking)) } } }
    }

    /// What every printed page has above and below: the marking, the foot, the number.
    fn margins(&self) -> String {
        let [before, between, after] = self.words.page.map(css_string);
        let (marking, foot) = (css_string(&self.document.marking), css_string(&self.document.foot));
        format!(
            "@page{{size:A4;margin:22mm 18mm 24mm;@top-center{{content:{marking};font:bold 9pt sans-serif}}\
             @bottom-center{{content:{marking} \"\\a \" {foot} \"\\a \" {before} counter(page) {between} counter(pages) {after};\
             white-space:pre-wrap;font:8pt sans-serif}}}}"
        )
    }

    fn contents(&self) -> Markup {
        let headings = self.document.blocks.iter().filter_map(|b| match b {
            Block::Heading { level, text, .. } => Some((*level, text)),
            _ => None,
        });
        html! { @if !self.own.is_empty() {
            nav aria-labelledby="contents" {
                h2 id="contents" lang=[self.own_language()] { (self.words.contents) }
                ol { @for ((level, text), id) in headings.zip(&self.own) {
                    li.{ "l" (level.clamp(1, 4)) } { a href={ "#" (id) } { (self.set(text)) } }
                } }
            }
        } }
    }

    fn blocks(&self) -> Markup {
        let mut headings = self.own.iter();
        html! { @for (n, block) in self.document.blocks.iter().enumerate() {
            @match block {
                Block::Heading { level, text, .. } => (heading(*level, headings.next(), text, self.document.direction)),
                Block::Paragraph(content) => p { (self.line(content)) },
                Block::List { ordered: true, items } => ol { @for item in items { li { (self.line(item)) } } },
                Block::List { ordered: false, items } => ul { @for item in items { li { (self.line(item)) } } },
                Block::Table { caption, head, rows, note } => (self.table(n, caption, head, rows, note.as_deref())),
                Block::Figure { caption, alternative, drawing } => figure {
                    figcaption { (self.set(caption)) }
                    div.drawing { (PreEscaped(labelled(drawing, &Label {
                        prefix: &format!("figure-{n}"),
                        title: caption,
                        description: alternative,
                        direction: self.document.direction,
                    }))) }
                    @if !alternative.is_empty() {
                        details { summary lang=[self.own_language()] { (self.words.in_words) } p { (self.set(alternative)) } }
                    }
                },
                Block::Statement { by, text, direction } => figure {
                    figcaption { bdi { (plain(by)) } }
                    blockquote dir=(way(*direction)) lang="" { @for line in text.lines().filter(|l| !l.trim().is_empty()) {
                        p { (plain(line)) }
                    } }
                },
                Block::Notice(content) => div.notice role="note" { p { (self.line(content)) } },
                Block::PageBreak => div.break {},
            }
        } }
    }

    fn line(&self, content: &'a [Inline]) -> Markup {
        html! { @for piece in content { @match piece {
            Inline::Text(text) => (self.set(text)),
            Inline::Strong(text) => strong { (self.set(text)) },
            Inline::Quote { text, language, direction } => {
                (self.words.marks[0])
                // No language is said to be none, not that of the report.
                bdi lang=(tag(language.as_deref().unwrap_or_default())) dir=(way(*direction)) { (plain(text)) }
                (self.words.marks[1])
            },
            Inline::Ref { anchor, text } => @match self.ids.get(anchor.as_str()) {
                Some(id) => a href={ "#" (id) } { (self.set(text)) },
                None => (self.set(text)),
            },
            Inline::Code(text) => code dir="ltr" { (plain(text)) },
            Inline::Redacted(class) => span.redacted {
                span lang=[self.own_language()] { (self.words.redacted) } @if !class.is_empty() { ": " bdi { (plain(class)) } }
            },
        } } }
    }

    fn table(&self, n: usize, caption: &str, head: &[String], rows: &'a [Vec<Cell>], note: Option<&str>) -> Markup {
        // A column of figures has its head over the figures.
        let figures = |column: usize| {
            let mut cells = rows.iter().filter_map(|r| r.get(column)).filter(|c| !c.content.is_empty()).peekable();
            cells.peek().is_some() && cells.all(|c| c.figure)
        };
        let name = format!("table-{n}");
        html! {
            div.wide role="region" tabindex="0" aria-labelledby=(name) {
                table {
                    caption id=(name) { (self.set(caption)) }
                    @if head.iter().any(|h| !h.trim().is_empty()) { thead { tr { @for (column, text) in head.iter().enumerate() {
                        @if text.trim().is_empty() { td {} }
                        @else { th class=[figures(column).then_some("figure")] scope="col" { (self.set(text)) } }
                    } } } }
                    tbody { @for row in rows { tr { @for (column, cell) in row.iter().enumerate() {
                        @if column == 0 && row.len() > 1 && !cell.figure && !cell.content.is_empty() {
                            th scope="row" { (self.line(&cell.content)) }
                        } @else {
                            td class=[cell.figure.then_some("figure")] { (self.line(&cell.content)) }
                        }
                    } } } }
                }
            }
            @if let Some(note) = note { p.note { (self.set(note)) } }
        }
    }
}

fn heading(level: u8, id: Option<&String>, text: &str, direction: Direction) -> Markup {
    let text = set(text, direction);
    match level {
        0 | 1 => html! { h2 id=[id] { (text) } },
        2 => html! { h3 id=[id] { (text) } },
        3 => html! { h4 id=[id] { (text) } },
        _ => html! { h5 id=[id] { (text) } },
    }
}
