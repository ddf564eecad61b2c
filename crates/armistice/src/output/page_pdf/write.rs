//! Pages as the objects of a file: content, faces, links, bookmarks, structure.
//!
//! Must not: decide where anything stands.

use super::{
    Length, PdfError, figure,
    fonts::{Coded, Fonts, Weight},
    layout::{HEIGHT, Op, Pages, WIDTH},
    text::{Line, Run},
};
use crate::output::{
    document::{Direction, Document},
    drawing::Ink,
    escape::{plain, tag},
};
use pdf_writer::{
    Content, Filter, Finish as _, Name, Pdf, Rect, Ref, Str, TextStr,
    types::{
        ActionType, AnnotationType, CidFontType, Direction as Reading, FontFlags, PageMode, PaintType, StructRole,
        SystemInfo, TableHeaderScope, TilingType, UnicodeCmap,
    },
};
use sha2::{Digest as _, Sha256};
use subsetter::{GlyphRemapper, subset};

const ADOBE: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
const HATCHED: [Ink; 4] = [Ink::Second, Ink::Third, Ink::Unseen, Ink::Unknown];

/// A length in points.
pub(super) fn points(length: Length) -> f32 {
    length as f32 / 1000.0
}

/// A place from the top as one from below.
fn up(y: Length) -> f32 {
    points(HEIGHT - y)
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(bytes, 6)
}

fn resource(weight: Weight) -> Name<'static> {
    match weight {
        Weight::Regular => Name(b"F0"),
        Weight::Bold => Name(b"F1"),
    }
}

/// Glyphs of one mark, from a place on. Those that say nothing are left for [`silent`].
pub(super) fn run(content: &mut Content, fonts: &Fonts, run: &Run, matrix: [f32; 6]) {
    let em = fonts.face(run.mark.weight).units_per_em().max(1) as f32;
    let coded = fonts.coded(run.mark.weight);
    let size = points(run.mark.size);
    content.begin_text();
    content.set_font(resource(run.mark.weight), size);
    content.set_text_matrix(matrix);
    let mut pen = 0;
    for level in run.glyphs.chunk_by(|a, b| a.dy == b.dy || a.silent || b.silent) {
        let rise = level.iter().find(|g| !g.silent).map_or(0, |g| g.dy);
        content.set_rise(rise as f32 * size / em);
        let mut positioned = content.show_positioned();
        let mut items = positioned.items();
        let mut bytes: Vec<u8> = Vec::new();
        for glyph in level {
            if glyph.silent {
                pen += glyph.advance;
                continue;
            }
            pen += glyph.dx;
            if pen != 0 {
                if !bytes.is_empty() {
                    items.show(Str(&bytes));
                    bytes.clear();
                }
                items.adjust(-(pen as f32) * 1000.0 / em);
            }
            bytes.extend(glyph.code.to_be_bytes());
            let width = coded.get(usize::from(glyph.code)).map_or(0, |c| c.width);
            pen = glyph.advance - glyph.dx - width;
        }
        if !bytes.is_empty() {
            items.show(Str(&bytes));
        }
    }
    content.end_text();
}

/// The glyphs of a run that say nothing, because the letters that they belong to say their text too: vowel signs. They are drawn
/// last, so that nothing stands between letters.
pub(super) fn silent(content: &mut Content, fonts: &Fonts, run: &Run, [a, b, c, d, e, f]: [f32; 6]) {
    let em = fonts.face(run.mark.weight).units_per_em().max(1) as f32;
    let size = points(run.mark.size);
    content.begin_text();
    content.set_font(resource(run.mark.weight), size);
    let mut from = 0;
    for glyph in &run.glyphs {
        if glyph.silent {
            let right = (from + glyph.dx) as f32 * size / em;
            let upwards = glyph.dy as f32 * size / em;
            content.set_text_matrix([a, b, c, d, e + a * right, f + d * upwards]);
            content.show(Str(&glyph.code.to_be_bytes()));
        }
        from += glyph.advance;
    }
    content.end_text();
}

/// Opens and closes the marks that tie content to the parts of the report. They are never one within the other: not every reader
/// of structure follows that.
struct Marks<'m> {
    part: Option<(usize, StructRole)>,
    page: usize,
    parents: &'m mut Vec<usize>,
    kids: &'m mut Vec<Vec<Kid>>,
    /// The language of what is open.
    open: Option<Option<String>>,
}

impl Marks<'_> {
    /// What follows is of that language, or of the report's.
    fn begin(&mut self, content: &mut Content, language: Option<&str>) {
        let Some((part, role)) = self.part else {
            if self.open.is_none() {
                content.begin_marked_content(Name(b"Artifact"));
                self.open = Some(None);
            }
            return;
        };
        if self.open.as_ref().is_some_and(|o| o.as_deref() == language) {
            return;
        }
        self.end(content);
        let number = i32::try_from(self.parents.len()).unwrap_or(i32::MAX);
        self.parents.push(part);
        if let Some(kids) = self.kids.get_mut(part) {
            kids.push(Kid::Content(self.page, number));
        }
        let mut mark = content.begin_marked_content_with_properties(role.to_name());
        let mut properties = mark.properties();
        properties.identify(number);
        if let Some(language) = language {
            properties.pair(Name(b"Lang"), TextStr(language));
        }
        self.open = Some(language.map(str::to_owned));
    }

    fn end(&mut self, content: &mut Content) {
        if self.open.take().is_some() {
            content.end_marked_content();
        }
    }

    /// What follows belongs to no part, and is no text.
    fn aside(&mut self, content: &mut Content) {
        self.end(content);
        content.begin_marked_content_with_properties(Name(b"Artifact")).properties().actual_text(TextStr(""));
        self.open = Some(None);
    }
}

/// What a part of the report consists of.
enum Kid {
    Part(usize),
    /// Content of a page, by its number there.
    Content(usize, i32),
}

struct Written {
    pdf: Pdf,
    next: i32,
    pages: Vec<Ref>,
    kids: Vec<Vec<Kid>>,
    /// For each page, the part of each of its contents.
    parents: Vec<Vec<usize>>,
}

impl Written {
    fn new_ref(&mut self) -> Ref {
        self.next += 1;
        Ref::new(self.next)
    }
}

pub(super) fn write(document: &Document, fonts: &Fonts, laid: &Pages<'_>) -> Result<Vec<u8>, PdfError> {
    let mut w = Written {
        pdf: Pdf::new(),
        next: 0,
        pages: Vec::new(),
        kids: laid.parts.iter().map(|_| Vec::new()).collect(),
        parents: Vec::new(),
    };
    for (n, part) in laid.parts.iter().enumerate() {
        if let Some(kids) = part.parent.and_then(|p| w.kids.get_mut(p)) {
            kids.push(Kid::Part(n));
        }
    }
    let (catalog, tree, info) = (w.new_ref(), w.new_ref(), w.new_ref());
    w.pages = laid.pages.iter().map(|_| w.new_ref()).collect();
    let patterns = HATCHED.map(|ink| (ink, w.new_ref()));
    for (ink, id) in patterns {
        let Some((side, content)) = figure::tile(ink) else { continue };
        let bytes = content.finish();
        let mut pattern = w.pdf.tiling_pattern(id, &bytes);
        pattern.paint_type(PaintType::Colored).tiling_type(TilingType::ConstantSpacing);
        pattern.bbox(Rect::new(0.0, 0.0, side, side)).x_step(side).y_step(side);
        pattern.resources().finish();
    }
    let mut faces = Vec::new();
    for weight in Weight::ALL {
        if fonts.coded(weight).len() > 1 {
            faces.push((weight, w.face(fonts, weight)?));
        }
    }
    for n in 0..laid.pages.len() {
        w.page(fonts, laid, n, tree);
    }
    let mut pages = w.pdf.pages(tree);
    pages.kids(w.pages.iter().copied()).count(i32::try_from(w.pages.len()).unwrap_or(i32::MAX));
    pages.media_box(Rect::new(0.0, 0.0, points(WIDTH), points(HEIGHT)));
    let mut resources = pages.resources();
    let mut dictionary = resources.fonts();
    for (weight, id) in faces {
        dictionary.pair(resource(weight), id);
    }
    dictionary.finish();
    let mut dictionary = resources.patterns();
    for (ink, id) in patterns {
        dictionary.pair(figure::pattern(ink), id);
    }
    dictionary.finish();
    resources.finish();
    pages.finish();
    let outline = w.outline(laid);
    let structure = w.structure(laid);
    w.pdf.document_info(info).title(TextStr(&plain(&document.title))).producer(TextStr("armistice"));
    let mut root = w.pdf.catalog(catalog);
    root.pages(tree).lang(TextStr(tag(&document.language)));
    root.mark_info().marked(true);
    root.pair(Name(b"StructTreeRoot"), structure);
    if let Some(outline) = outline {
        root.outlines(outline).page_mode(PageMode::UseOutlines);
    }
    let mut preferences = root.viewer_preferences();
    preferences.display_doc_title(true).direction(match document.direction {
        Direction::Ltr => Reading::L2R,
        Direction::Rtl => Reading::R2L,
    });
    preferences.finish();
    root.finish();
    // The id is that of the content, so that the same report has the same.
    let id = Sha256::digest(w.pdf.as_bytes())[..16].to_vec();
    w.pdf.set_file_id((id.clone(), id));
    Ok(w.pdf.finish())
}

impl Written {
    fn face(&mut self, fonts: &Fonts, weight: Weight) -> Result<Ref, PdfError> {
        let coded = fonts.coded(weight);
        let face = fonts.face(weight);
        let em = face.units_per_em().max(1) as f32;
        let scaled = |units: i32| units as f32 * 1000.0 / em;
        let mut used: Vec<u16> = coded.iter().map(|c| c.glyph).collect();
        used.sort_unstable();
        used.dedup();
        let remapper = GlyphRemapper::new_from_glyphs_sorted(&used);
        let bytes = subset(weight.bytes(), 0, &remapper).map_err(|_| PdfError::Face { name: weight.name() })?;
        // Six letters that differ where the glyphs differ.
        let digest = Sha256::digest(used.iter().flat_map(|g| g.to_be_bytes()).collect::<Vec<u8>>());
        let letters: String = digest.iter().take(6).map(|b| char::from(b'A' + b % 26)).collect();
        let name = format!("{letters}+{}", weight.name());
        let name = Name(name.as_bytes());
        let [font, cid, descriptor, file, map, unicode] = [(); 6].map(|()| self.new_ref());
        let mut f = self.pdf.type0_font(font);
        f.base_font(name).encoding_predefined(Name(b"Identity-H")).descendant_font(cid).to_unicode(unicode);
        f.finish();
        let mut c = self.pdf.cid_font(cid);
        c.subtype(CidFontType::Type2).base_font(name).system_info(ADOBE).font_descriptor(descriptor);
        c.default_width(0.0).cid_to_gid_map_stream(map);
        c.widths().consecutive(0, coded.iter().map(|c| scaled(c.width)));
        c.finish();
        let b = face.global_bounding_box();
        let bbox = [b.x_min, b.y_min, b.x_max, b.y_max].map(|v| scaled(i32::from(v)));
        let mut d = self.pdf.font_descriptor(descriptor);
        d.name(name).flags(FontFlags::SYMBOLIC).bbox(Rect::new(bbox[0], bbox[1], bbox[2], bbox[3])).italic_angle(0.0);
        d.ascent(scaled(i32::from(face.ascender()))).descent(scaled(i32::from(face.descender())));
        d.cap_height(scaled(face.capital_height().map_or(1493, i32::from)));
        d.stem_v(if weight == Weight::Bold { 150.0 } else { 80.0 }).font_file2(file);
        d.finish();
        let packed_file = packed(&bytes);
        let mut stream = self.pdf.stream(file, &packed_file);
        stream.filter(Filter::FlateDecode).pair(Name(b"Length1"), i32::try_from(bytes.len()).unwrap_or(i32::MAX));
        stream.finish();
        let glyphs: Vec<u8> =
            coded.iter().flat_map(|c| remapper.get(c.glyph).unwrap_or_default().to_be_bytes()).collect();
        let glyphs = packed(&glyphs);
        self.pdf.stream(map, &glyphs).filter(Filter::FlateDecode);
        let mut cmap = UnicodeCmap::new(Name(b"Said"), ADOBE);
        for (code, Coded { text, .. }) in coded.iter().enumerate() {
            if let (Ok(code), false) = (u16::try_from(code), text.is_empty()) {
                cmap.pair_with_multiple(code, text.chars());
            }
        }
        let cmap = packed(&cmap.finish());
        self.pdf.cmap(unicode, &cmap).filter(Filter::FlateDecode);
        Ok(font)
    }

    fn page(&mut self, fonts: &Fonts, laid: &Pages<'_>, n: usize, tree: Ref) {
        let (Some(page), Some(id)) = (laid.pages.get(n), self.pages.get(n).copied()) else { return };
        let mut content = Content::new();
        let mut links: Vec<(Rect, usize)> = Vec::new();
        let mut parents = Vec::new();
        for group in page.ops.chunk_by(|a, b| a.0 == b.0) {
            let part = group.first().and_then(|g| g.0);
            let part = part.and_then(|p| laid.parts.get(p).map(|found| (p, found.role)));
            let mut marks = Marks { part, page: n, parents: &mut parents, kids: &mut self.kids, open: None };
            for (_, op) in group {
                draw(&mut content, fonts, laid, op, &mut links, &mut marks);
            }
            marks.end(&mut content);
        }
        let key = i32::try_from(n).unwrap_or(i32::MAX);
        self.parents.push(parents);
        let stream = self.new_ref();
        let bytes = packed(&content.finish());
        self.pdf.stream(stream, &bytes).filter(Filter::FlateDecode);
        let annotations: Vec<Ref> = links.iter().map(|_| self.new_ref()).collect();
        for (id, (rect, heading)) in annotations.iter().zip(&links) {
            let Some((target, y)) = self.target(laid, *heading) else { continue };
            let mut a = self.pdf.annotation(*id);
            a.subtype(AnnotationType::Link).rect(*rect).border(0.0, 0.0, 0.0, None);
            if let Some(heading) = laid.headings.get(*heading) {
                a.contents(TextStr(&plain(&heading.text)));
            }
            a.action().action_type(ActionType::GoTo).destination().page(target).xyz(0.0, y, None);
        }
        let mut p = self.pdf.page(id);
        p.parent(tree).contents(stream).struct_parents(key);
        if !annotations.is_empty() {
            p.annotations(annotations);
        }
    }

    fn target(&self, laid: &Pages<'_>, heading: usize) -> Option<(Ref, f32)> {
        let heading = laid.headings.get(heading)?;
        Some((*self.pages.get(heading.page)?, up(heading.y)))
    }

    /// Bookmarks: the headings by their levels.
    fn outline(&mut self, laid: &Pages<'_>) -> Option<Ref> {
        if laid.headings.is_empty() {
            return None;
        }
        let root = self.new_ref();
        let ids: Vec<Ref> = laid.headings.iter().map(|_| self.new_ref()).collect();
        // The heading above each: the last one of a smaller level.
        let mut above: Vec<Option<usize>> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for (n, h) in laid.headings.iter().enumerate() {
            while open.last().and_then(|o| laid.headings.get(*o)).is_some_and(|o| o.level >= h.level) {
                open.pop();
            }
            above.push(open.last().copied());
            open.push(n);
        }
        let mut below: Vec<Vec<usize>> = vec![Vec::new(); ids.len() + 1];
        let mut place = Vec::new();
        for (n, a) in above.iter().enumerate() {
            let list = &mut below[a.map_or(0, |a| a + 1)];
            place.push(list.len());
            list.push(n);
        }
        let count = |list: &[usize]| i32::try_from(list.len()).unwrap_or(i32::MAX);
        let mut o = self.pdf.outline(root);
        if let [first, ..] = below[0][..] {
            o.first(ids[first]);
        }
        if let [.., last] = below[0][..] {
            o.last(ids[last]);
        }
        o.count(count(&below[0]));
        o.finish();
        for (n, heading) in laid.headings.iter().enumerate() {
            let target = self.target(laid, n);
            let mut item = self.pdf.outline_item(ids[n]);
            item.title(TextStr(&plain(&heading.text))).parent(above[n].map_or(root, |a| ids[a]));
            let siblings = &below[above[n].map_or(0, |a| a + 1)];
            if let Some(p) = place[n].checked_sub(1).and_then(|p| siblings.get(p)) {
                item.prev(ids[*p]);
            }
            if let Some(p) = siblings.get(place[n] + 1) {
                item.next(ids[*p]);
            }
            if let ([first, ..], [.., last]) = (&below[n + 1][..], &below[n + 1][..]) {
                // Closed: what is below is counted with a minus.
                item.first(ids[*first]).last(ids[*last]).count(-count(&below[n + 1]));
            }
            if let Some((page, y)) = target {
                item.dest().page(page).xyz(0.0, y, None);
            }
        }
        Some(root)
    }

    /// The parts of the report, and which content each has on which page.
    fn structure(&mut self, laid: &Pages<'_>) -> Ref {
        let (root, parents) = (self.new_ref(), self.new_ref());
        let ids: Vec<Ref> = laid.parts.iter().map(|_| self.new_ref()).collect();
        let mut head_row = vec![false; laid.parts.len()];
        for (n, part) in laid.parts.iter().enumerate() {
            let siblings = part.parent.and_then(|p| self.kids.get(p));
            // In the first row of a table that has nothing but heads, each is the head of its column; else of its row.
            head_row[n] = part.role == StructRole::TH
                && siblings.is_some_and(|s| {
                    s.iter().all(
                        |k| matches!(k, Kid::Part(p) if laid.parts.get(*p).is_some_and(|p| p.role == StructRole::TH)),
                    )
                });
        }
        for (n, part) in laid.parts.iter().enumerate() {
            let mut element = self.pdf.struct_element(ids[n]);
            element.kind(part.role).parent(part.parent.map_or(root, |p| ids[p]));
            if let Some(alternative) = &part.alternative {
                element.alt(TextStr(&plain(alternative)));
            }
            if let Some(said) = &part.said {
                element.actual_text(TextStr(said));
            }
            if part.role == StructRole::TH {
                let scope = if head_row[n] { TableHeaderScope::Column } else { TableHeaderScope::Row };
                element.attributes().push().table().scope(scope);
            }
            let mut children = element.children();
            for kid in &self.kids[n] {
                match kid {
                    Kid::Part(p) => drop(children.struct_element(ids[*p])),
                    Kid::Content(page, number) => {
                        children.marked_content_ref().page(self.pages[*page]).marked_content_id(*number);
                    }
                }
            }
        }
        let count = self.parents.len();
        let lists: Vec<Ref> = (0..count).map(|_| self.new_ref()).collect();
        for (id, list) in lists.iter().zip(&self.parents) {
            self.pdf.indirect(*id).array().items(list.iter().map(|part| ids[*part]));
        }
        let mut numbers = self.pdf.number_tree::<Ref>(parents);
        let mut entries = numbers.nums();
        for (n, id) in lists.iter().enumerate() {
            entries.insert(i32::try_from(n).unwrap_or(i32::MAX), *id);
        }
        entries.finish();
        numbers.finish();
        let mut tree = self.pdf.indirect(root).dict();
        tree.pair(Name(b"Type"), Name(b"StructTreeRoot")).pair(Name(b"ParentTree"), parents);
        tree.insert(Name(b"K")).array().items(ids.first().copied());
        tree.finish();
        root
    }
}

fn draw(
    content: &mut Content,
    fonts: &Fonts,
    laid: &Pages<'_>,
    op: &Op<'_>,
    links: &mut Vec<(Rect, usize)>,
    marks: &mut Marks<'_>,
) {
    if !matches!(op, Op::Text { .. }) {
        marks.begin(content, None);
    }
    match op {
        Op::Text { x, y, line } => text(content, fonts, laid, (*x, *y), line, links, marks),
        Op::Rule { from, to, width } => {
            content.set_stroke_gray(0.45).set_line_width(points(*width)).set_dash_pattern([], 0.0);
            content.move_to(points(from.0), up(from.1)).line_to(points(to.0), up(to.1)).stroke();
        }
        Op::Border { x, y, width, height } => {
            content.set_stroke_gray(0.0).set_line_width(1.2).set_dash_pattern([], 0.0);
            content.rect(points(*x), up(y + height), points(*width), points(*height)).stroke();
        }
        Op::Drawing { x, y, width, drawing, texts } => {
            figure::draw(content, fonts, drawing, texts, (points(*x), up(*y), points(*width)));
        }
    }
}

fn text(
    content: &mut Content,
    fonts: &Fonts,
    laid: &Pages<'_>,
    (x, y): (Length, Length),
    line: &Line,
    links: &mut Vec<(Rect, usize)>,
    marks: &mut Marks<'_>,
) {
    let matrix = |at: Length| [1.0, 0.0, 0.0, 1.0, points(at), up(y)];
    let mut at = x;
    for r in &line.runs {
        let language = r.mark.language.as_deref().map(tag).filter(|l| !l.is_empty());
        marks.begin(content, language);
        content.set_fill_gray(0.0);
        run(content, fonts, r, matrix(at));
        at += r.width;
    }
    let signs = line.runs.iter().any(|r| r.glyphs.iter().any(|g| g.silent));
    let drawn = |r: &Run| r.mark.boxed || r.mark.link.as_ref().is_some_and(|l| laid.anchors.contains_key(l));
    if !signs && !line.runs.iter().any(drawn) {
        return;
    }
    marks.aside(content);
    content.set_fill_gray(0.0);
    let mut at = x;
    for group in line.runs.chunk_by(|a, b| a.mark.link == b.mark.link && a.mark.boxed == b.mark.boxed) {
        let begin = at;
        for r in group {
            if r.glyphs.iter().any(|g| g.silent) {
                silent(content, fonts, r, matrix(at));
            }
            at += r.width;
        }
        let Some(first) = group.first() else { continue };
        let size = first.mark.size;
        if first.mark.boxed {
            let (low, high) = (y + size * 3 / 10, y - size * 95 / 100);
            content.set_stroke_gray(0.0).set_line_width(0.7).set_dash_pattern([], 0.0);
            content.rect(points(begin), up(low), points(at - begin), points(low - high)).stroke();
        }
        let target = first.mark.link.as_ref().and_then(|l| laid.anchors.get(l));
        if let Some(heading) = target {
            content.set_stroke_gray(0.55).set_line_width(0.4).set_dash_pattern([], 0.0);
            content.move_to(points(begin), up(y + 1_600)).line_to(points(at), up(y + 1_600)).stroke();
            let rect = Rect::new(points(begin), up(y + size * 3 / 10), points(at), up(y - size * 95 / 100));
            links.push((rect, *heading));
        }
    }
    marks.end(content);
}
