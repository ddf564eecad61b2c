//! The two faces that are built in: shaping with them, and what of them a file must carry.
//!
//! Must not: look for a font on the machine. Two machines that draw the same report write the same bytes.

use super::{Length, PdfError};
use rustybuzz::{BufferClusterLevel, Face, GlyphInfo, GlyphPosition, UnicodeBuffer, ttf_parser::GlyphId};
use std::collections::BTreeMap;

/// DejaVu Sans 2.37, from the package `dejavu-fonts-ttf`. `tools/fonts.sh` fetches it.
const REGULAR: &[u8] = include_bytes!("../../../../../assets/fonts/DejaVuSans.ttf");
/// Its bold face.
const BOLD: &[u8] = include_bytes!("../../../../../assets/fonts/DejaVuSans-Bold.ttf");

/// One of the faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// For running text.
    Regular,
    /// For headings and words that carry weight.
    Bold,
}

impl Weight {
    pub(super) const ALL: [Self; 2] = [Self::Regular, Self::Bold];

    fn index(self) -> usize {
        match self {
            Self::Regular => 0,
            Self::Bold => 1,
        }
    }

    /// The name of the face without the mark of a subset.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Regular => "DejaVuSans",
            Self::Bold => "DejaVuSans-Bold",
        }
    }

    pub(super) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Bold => BOLD,
        }
    }
}

/// A glyph where it stands. Lengths are in units of the face.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    /// Its code in the file.
    pub(super) code: u16,
    /// The byte of the text that it begins at.
    pub(super) at: usize,
    /// How far the pen goes on.
    pub(super) advance: i32,
    /// Where it is drawn, from the pen.
    pub(super) dx: i32,
    /// The same, upwards.
    pub(super) dy: i32,
    /// It is drawn and says nothing: another glyph says its text.
    pub(super) silent: bool,
}

/// What a code of the file means.
#[derive(Clone, Debug)]
pub(super) struct Coded {
    /// The glyph of the face.
    pub(super) glyph: u16,
    /// The text that it stands for.
    pub(super) text: String,
    /// The width that the file states, in units of the face.
    pub(super) width: i32,
}

struct Loaded {
    face: Face<'static>,
    /// A code is given to a glyph *and* its text, so that what is copied out of the file is what was written, also where one
    /// glyph stands for two texts.
    codes: BTreeMap<(u16, String), u16>,
    coded: Vec<Coded>,
}

/// Both faces, and the codes that were given so far.
pub(super) struct Fonts {
    loaded: [Loaded; 2],
}

impl Fonts {
    pub(super) fn load() -> Result<Self, PdfError> {
        let load = |weight: Weight| {
            let face = Face::from_slice(weight.bytes(), 0).ok_or(PdfError::Face { name: weight.name() })?;
            let nothing = Coded { glyph: 0, text: String::new(), width: advance(&face, 0) };
            Ok(Loaded { face, codes: BTreeMap::new(), coded: vec![nothing] })
        };
        Ok(Self { loaded: [load(Weight::Regular)?, load(Weight::Bold)?] })
    }

    pub(super) fn face(&self, weight: Weight) -> &Face<'static> {
        &self.loaded[weight.index()].face
    }

    /// The codes of a face, in order. The first stands for nothing.
    pub(super) fn coded(&self, weight: Weight) -> &[Coded] {
        &self.loaded[weight.index()].coded
    }

    /// A length in units of the face as a length on paper.
    pub(super) fn scaled(&self, weight: Weight, units: i32, size: Length) -> Length {
        let em = i64::from(self.face(weight).units_per_em().max(1));
        let long = i64::from(units) * i64::from(size) / em;
        Length::try_from(long).unwrap_or(if long < 0 { Length::MIN / 4 } else { Length::MAX / 4 })
    }

    /// Shapes a run of one level. Glyphs come in the order of the page, from the left.
    pub(super) fn shape(&mut self, weight: Weight, text: &str, offset: usize, rtl: bool) -> Vec<Glyph> {
        let loaded = &mut self.loaded[weight.index()];
        let mut buffer = UnicodeBuffer::new();
        for (at, c) in text.char_indices() {
            buffer.add(c, u32::try_from(at).unwrap_or(u32::MAX));
        }
        buffer.set_cluster_level(BufferClusterLevel::MonotoneGraphemes);
        buffer.guess_segment_properties();
        buffer.set_direction(if rtl { rustybuzz::Direction::RightToLeft } else { rustybuzz::Direction::LeftToRight });
        let shaped = rustybuzz::shape(&loaded.face, &[], buffer);
        let glyphs: Vec<_> = shaped.glyph_infos().iter().zip(shaped.glyph_positions()).collect();
        let mut out = Vec::with_capacity(glyphs.len());
        // The text of a cluster ends where the next one begins: to its right, or to its left in a run from the right.
        let mut clusters = glyphs.chunk_by(|a, b| a.0.cluster == b.0.cluster).peekable();
        let mut edge = text.len();
        while let Some(cluster) = clusters.next() {
            let start = cluster.first().map_or(0, |g| g.0.cluster as usize);
            let next = clusters.peek().and_then(|c| c.first()).map(|g| g.0.cluster as usize);
            let end = if rtl { edge } else { next.unwrap_or(text.len()) };
            edge = start;
            let words = text.get(start..end).unwrap_or_default();
            loaded.cluster(cluster, words, offset + start, rtl, &mut out);
        }
        out
    }
}

impl Loaded {
    /// The glyphs of a base and what belongs to it. One of them says the text. Where it runs from the right, programs that copy
    /// text out of a file take glyphs one by one from the right and turn over the text of one that has several characters; so each
    /// character after the first has a blank of its own, to the left of the glyph.
    fn cluster(
        &mut self,
        cluster: &[(&GlyphInfo, &GlyphPosition)],
        words: &str,
        at: usize,
        rtl: bool,
        out: &mut Vec<Glyph>,
    ) {
        let widest = cluster.iter().map(|g| g.1.x_advance).max().unwrap_or(0);
        let bearer = cluster.iter().position(|g| g.1.x_advance == widest);
        for (n, (info, position)) in cluster.iter().enumerate() {
            let glyph = u16::try_from(info.glyph_id).unwrap_or_default();
            let silent = Some(n) != bearer;
            let mut said = if silent { "" } else { words };
            if let (true, Some(first)) = (rtl, said.chars().next()) {
                let (one, rest) = said.split_at(first.len_utf8());
                said = one;
                for c in rest.chars().rev() {
                    let code = self.code(Self::BLANK, c.encode_utf8(&mut [0; 4]));
                    out.push(Glyph { code, at, advance: 0, dx: 0, dy: 0, silent: false });
                }
            }
            out.push(Glyph {
                code: self.code(glyph, said),
                at,
                advance: position.x_advance,
                dx: position.x_offset,
                dy: position.y_offset,
                silent,
            });
        }
    }

    /// Stands for a blank among the glyphs until the code is made.
    const BLANK: u16 = u16::MAX;

    fn code(&mut self, glyph: u16, text: &str) -> u16 {
        if let Some(code) = self.codes.get(&(glyph, text.to_owned())) {
            return *code;
        }
        let Ok(code) = u16::try_from(self.coded.len()) else { return 0 };
        self.codes.insert((glyph, text.to_owned()), code);
        let coded = match glyph {
            // Narrow, so that no program takes it for a space or for something printed over its neighbour.
            Self::BLANK => {
                let glyph = self.face.glyph_index(' ').map_or(0, |g| g.0);
                Coded { glyph, text: text.to_owned(), width: self.face.units_per_em() / 20 }
            }
            glyph => Coded { glyph, text: text.to_owned(), width: advance(&self.face, glyph) },
        };
        self.coded.push(coded);
        code
    }
}

fn advance(face: &Face<'_>, glyph: u16) -> i32 {
    face.glyph_hor_advance(GlyphId(glyph)).map_or(0, i32::from)
}
