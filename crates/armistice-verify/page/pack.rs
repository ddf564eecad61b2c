//! Packs the verifier for the page: a context-mixing coder that knows the layout of WebAssembly code. `tools/verify-page.sh` compiles it by
//! itself; the other side is `unpack` in `verify.html`, step by step the same.
//!
//! Must not: compute with anything but `+`, `-`, `*`, `/` and integers, or write what does not unpack to the same bytes. Both sides have to get
//! the same numbers to the last bit, and functions such as `exp` differ between machines.
//!
//! ```text
//! pack SHOWN WASM      the packed bytes of both to stdout: length, begin and end of the code, length of what is shown (4 bytes each,
//!                      big-endian), then the coded bits
//! ```
//!
//! Each bit is predicted by tables under several contexts (the bytes before, the instructions before, operands of the same sort), by the
//! longest match with what was before, and by what a mixer with five sets of weights makes of all of them. About a quarter smaller than LZMA.

use std::io::{self, Write as _};

/// Contexts of a byte.
const CONTEXTS: usize = 20;
/// Entries of a context's table, as a power of two. Four bits of a byte share a row of sixteen: a row is what a processor fetches at once.
const BITS: usize = 21;
/// What the mixer is given: two of each context, two of the match, one that is always the same.
const INPUTS: usize = 2 * CONTEXTS + 3;
/// Sets of weights.
const SETS: usize = 5;
/// Spreads bits.
const SPREAD: u32 = 0x9E37_79B1;
/// Spreads zeros.
const MORE: u32 = 0x3D4D_51CB;

/// One number from two.
fn join(h: u32, x: u32) -> u32 {
    let h = (h ^ x).wrapping_add(MORE).wrapping_mul(SPREAD);
    h ^ h >> 15
}

/// One number from six.
fn hash(parts: [u32; 6]) -> u32 {
    parts.into_iter().fold(0, join)
}

/// The logistic function, by multiplication only.
fn squash(x: f64) -> f64 {
    let mut y = 1.0 - x / 1024.0;
    for _ in 0..10 {
        y *= y;
    }
    1.0 / (1.0 + y)
}

fn clamp(x: f64, most: f64) -> f64 {
    x.clamp(-most, most)
}

/// The sorts of operands that an instruction has, or a sort of header.
fn operands(op: u32) -> &'static [u8] {
    match op {
        2..=4 => &[1],
        12 | 13 => &[2],
        14 => &[3],
        16 => &[4],
        17 => &[5, 6],
        32..=34 => &[7],
        35 | 36 => &[8],
        40..=62 => &[9, 10],
        63 | 64 => &[6],
        65 | 66 => &[11],
        252 => &[13],
        _ => &[],
    }
}

/// Where in the code we are: what the next byte is part of, and what stood before. Any bytes are taken: it only guesses worse when they are
/// no code.
struct Place {
    /// Bytes so far.
    at: usize,
    code: (usize, usize),
    /// Sort of the operand that comes; 0 an instruction, 15 outside of the code.
    sort: u32,
    /// Sorts to come, the next one last.
    want: Vec<u8>,
    depth: i32,
    /// Bytes of the operand so far, its value, and how far its bits are shifted.
    part: u32,
    value: u32,
    shift: u32,
    /// The newest first.
    ops: [u32; 8],
    values: [u32; 2],
    /// Last value of each sort, and of each instruction.
    last: [u32; 16],
    of: [u32; 256],
    /// The word of a text.
    word: u32,
    near: [u32; 5],
    /// What followed the same byte, and the same two bytes, the newest in the lowest bits.
    after_one: Vec<u32>,
    after_two: Vec<u32>,
    /// The last three variables, each one more than its number.
    variables: Vec<u32>,
    /// The byte that the match expects, with a one before it.
    expected: u32,
}

impl Place {
    fn new(code: (usize, usize)) -> Self {
        Self {
            at: 0,
            code,
            sort: 15,
            want: Vec::new(),
            depth: 0,
            part: 0,
            value: 0,
            shift: 0,
            ops: [0; 8],
            values: [0; 2],
            last: [0; 16],
            of: [0; 256],
            word: 0,
            near: [0; 5],
            after_one: vec![0; 256],
            after_two: vec![0; 1 << 16],
            variables: vec![0; 3],
            expected: 0,
        }
    }

    fn contexts(&self) -> [u32; CONTEXTS] {
        let [o0, o1, o2, o3, o4, o5, o6, o7] = self.ops;
        let [b1, b2, b3, b4, b5] = self.near;
        let (s, part, [v0, v1]) = (self.sort, self.part, self.values);
        let (one, two) = (self.after_one[b1 as usize], self.after_two[(b1 | b2 << 8) as usize]);
        let op = s << 8 | o0;
        let four = o0 | o1 << 8 | o2 << 16 | o3 << 24;
        let mut n = 0;
        [
            [b1, 0, 0, 0, 0],
            [b1, b2, b3, 0, 0],
            [b1, b2, b3, b4, b5],
            [b2, b3, 0, 0, 0],
            [self.word, s, b1, 0, 0],
            [op, part, o1, 0, 0],
            [s, o1, b1, b2, 0],
            [s, part, four, 0, 0],
            [s, four, o4, o5, 0],
            [s, part, four, o4 | o5 << 8 | o6 << 16 | o7 << 24, 0],
            [op, part, v0, v1, 0],
            [s, part, four, v0, 0],
            [s, part, four, v0, v1],
            [op, part, self.of[o0 as usize], 0, 0],
            [op, part, self.depth as u32, o1, 0],
            [op, part, self.last[s as usize], o1, o2],
            [two & 0xffff, b1, s, 0, 0],
            [self.expected, b1, s, 0, 0],
            [one & 0xff_ffff, s, o0, 0, 0],
            [op, part, self.variables[0], self.variables[1], self.variables[2]],
        ]
        .map(|[a, b, c, d, e]| {
            n += 1;
            hash([n - 1, a, b, c, d, e])
        })
    }

    fn take(&mut self, b: u32) {
        let [b1, b2, ..] = self.near;
        for after in [&mut self.after_one[b1 as usize], &mut self.after_two[(b1 | b2 << 8) as usize]] {
            *after = *after << 8 | b;
        }
        self.near.rotate_right(1);
        self.near[0] = b;
        self.at += 1;
        if self.at == self.code.0 {
            // How many functions; then for each its length (14), how many groups of locals (12), and those.
            self.want = vec![12, 14];
            self.sort = 14;
            return;
        }
        if self.at >= self.code.1 {
            self.sort = 15;
        }
        if self.sort == 15 {
            self.word = if (b | 32).wrapping_sub(97) < 26 { join(self.word, b) } else { 0 };
            return;
        }
        if self.sort == 0 {
            self.ops.rotate_right(1);
            self.ops[0] = b;
            self.want = operands(b).iter().rev().copied().collect();
            if (2..=4).contains(&b) {
                self.depth += 1;
            }
            if b == 11 {
                self.depth -= 1;
                if self.depth < 0 {
                    self.depth = 0;
                    self.ops = [0; 8];
                    self.want = vec![12, 14];
                }
            }
        } else {
            if self.shift < 32 {
                self.value |= (b & 127) << self.shift;
            }
            self.shift += 7;
            if b > 127 {
                self.part = self.part << 8 | b;
                return;
            }
            let value = self.value;
            (self.values[1], self.values[0]) = (self.values[0], value);
            self.last[self.sort as usize] = value;
            self.of[self.ops[0] as usize] = value;
            if self.sort == 7 {
                let variable = value.wrapping_add(1);
                self.variables.retain(|other| *other != variable);
                self.variables.insert(0, variable);
                self.variables.truncate(3);
            }
            let few = if value < 9999 { value as usize } else { 0 };
            match self.sort {
                3 => self.want = vec![2; few + 1],
                12 => self.want = vec![1; 2 * few],
                13 if value == 10 => self.want = vec![6, 6],
                13 if value == 11 => self.want = vec![6],
                _ => {}
            }
        }
        (self.part, self.value, self.shift) = (0, 0, 0);
        self.sort = u32::from(self.want.pop().unwrap_or(0));
    }
}

/// The model: says how likely the next bit is a one, then is told which it was.
struct Model {
    place: Place,
    /// For each context and partial byte: a probability in the upper 22 bits, how often it was met in the lower 10.
    tables: Vec<u32>,
    /// `ln(p / (1 - p))`, by the upper 12 bits of `p`.
    stretch: Vec<f64>,
    /// Sets of weights, 512 of each, chosen by the partial byte, by the place, by the match, by the instruction, and by the byte before.
    weights: Vec<f64>,
    /// How the sets are weighed, by the sort.
    sets: [[f64; SETS]; 16],
    /// Corrections of the probability, in 33 steps, by the byte before and by the instruction.
    steps: [Vec<f64>; 2],
    /// Bytes so far; where the match goes on, and its length; places by the four bytes before them.
    seen: Vec<u8>,
    going: usize,
    length: usize,
    found: Vec<usize>,
    /// How often a match of each length was right.
    right: Vec<(f64, f64)>,
    hashes: [u32; CONTEXTS],
    /// The partial byte, with a one before it.
    partial: u32,
    // What the guess was made of.
    inputs: [f64; INPUTS],
    chosen: [usize; CONTEXTS],
    rows: [usize; CONTEXTS],
    used: [(usize, f64); SETS],
    mixed: f64,
    step: (usize, f64, [usize; 2]),
    bit_of_match: u32,
    agrees: usize,
}

impl Model {
    fn new(code: (usize, usize)) -> Self {
        let mut stretch = vec![0.0; 4096];
        for n in 2048..4095 {
            let p = f64::from(n + 1) / 4096.0;
            stretch[n as usize + 1] = stretch[n as usize] + 1.0 / (4096.0 * p * (1.0 - p));
        }
        for n in 0..2048 {
            stretch[n] = -stretch[4095 - n];
        }
        let step = |n: usize| squash((n % 33) as f64 / 2.0 - 8.0);
        let steps: Vec<f64> = (0..33 << 16).map(step).collect();
        let weight = |n: usize| if n % INPUTS < 2 * CONTEXTS && n % INPUTS % 2 == 0 { 0.15 } else { 0.0 };
        let mut model = Self {
            place: Place::new(code),
            tables: vec![1 << 31; CONTEXTS << BITS],
            stretch,
            weights: (0..2560 * INPUTS).map(weight).collect(),
            sets: [[0.2; SETS]; 16],
            steps: [steps.clone(), steps],
            seen: Vec::new(),
            going: 0,
            length: 0,
            found: vec![0; 1 << 18],
            right: vec![(0.5, 0.0); 33],
            hashes: [0; CONTEXTS],
            partial: 1,
            inputs: [0.0; INPUTS],
            chosen: [0; CONTEXTS],
            rows: [0; CONTEXTS],
            used: [(0, 0.0); SETS],
            mixed: 0.0,
            step: (0, 0.0, [0; 2]),
            bit_of_match: 0,
            agrees: 0,
        };
        model.hashes = model.place.contexts();
        model
    }

    /// How likely a one is.
    fn guess(&mut self, bit: usize) -> f64 {
        for n in 0..CONTEXTS {
            if bit == 7 || bit == 3 {
                let spread = self.hashes[n].wrapping_add(self.partial.wrapping_mul(MORE)).wrapping_mul(SPREAD);
                self.rows[n] = n << BITS | (spread >> (36 - BITS) << 4) as usize;
            }
            let within = if bit > 3 { self.partial } else { self.partial & ((1 << (3 - bit)) - 1) | 1 << (3 - bit) };
            let at = self.rows[n] | within as usize;
            let entry = self.tables[at];
            let met = f64::from(entry & 1023);
            self.chosen[n] = at;
            self.inputs[2 * n] = if met > 0.0 { self.stretch[(entry >> 20) as usize] } else { 0.0 };
            let sure = if met > 8.0 { 4.0 } else { met / 2.0 };
            self.inputs[2 * n + 1] = (f64::from(entry >> 10) / 4_194_304.0 - 0.5) * sure;
        }
        self.agrees = 0;
        let mut says = [0.0; 2];
        if self.length > 0 {
            let byte = u32::from(self.seen[self.going]) | 256;
            if byte >> (bit + 1) == self.partial {
                self.bit_of_match = byte >> bit & 1;
                self.agrees = self.length.min(32);
                let p = self.right[self.agrees].0;
                let sign = if self.bit_of_match == 1 { 1.0 } else { -1.0 };
                says = [sign * self.stretch[(p * 4096.0) as usize], sign * (p - 0.5)];
            } else {
                self.length = 0;
            }
        }
        self.inputs[2 * CONTEXTS] = says[0];
        self.inputs[2 * CONTEXTS + 1] = says[1];
        self.inputs[2 * CONTEXTS + 2] = 0.3;

        let sort = self.place.sort as usize;
        let chosen = [
            self.partial as usize,
            512 + sort * 16 + if self.place.part > 0 { 8 } else { 0 } + bit,
            1024 + self.agrees * 8 + bit,
            1536 + if sort > 0 { 256 } else { 0 } + self.place.ops[0] as usize,
            2048 + self.place.near[0] as usize,
        ];
        let mut mixed = 0.0;
        for (set, chosen) in chosen.into_iter().enumerate() {
            let mut sum = 0.0;
            for n in 0..INPUTS {
                sum += self.weights[chosen * INPUTS + n] * self.inputs[n];
            }
            let sum = clamp(sum, 12.0);
            self.used[set] = (chosen, sum);
            mixed += self.sets[sort][set] * sum;
        }
        let mixed = clamp(mixed, 11.0);
        self.mixed = squash(mixed);

        let place = (clamp(mixed, 7.999) + 8.0) * 2.0;
        let low = place as usize;
        let between = place - low as f64;
        let near = self.place.near[0];
        let by_op = join(join(0, self.place.sort << 8 | self.place.ops[0]), self.partial) >> 16;
        let rows = [(self.partial | near << 8) as usize * 33 + low, by_op as usize * 33 + low];
        self.step = (low, between, rows);
        let mut p = self.mixed / 2.0;
        for (steps, row) in self.steps.iter().zip(rows) {
            p += (steps[row] * (1.0 - between) + steps[row + 1] * between) / 4.0;
        }
        p.clamp(1.0 / 65536.0, 65535.0 / 65536.0)
    }

    /// The bit was this.
    fn learn(&mut self, y: u32) {
        let one = f64::from(y);
        let (_, between, rows) = self.step;
        for (steps, row) in self.steps.iter_mut().zip(rows) {
            steps[row] += (one - steps[row]) * 0.03 * (1.0 - between);
            steps[row + 1] += (one - steps[row + 1]) * 0.03 * between;
        }
        let sort = self.place.sort as usize;
        let rate = 0.01 + 0.03 / (1.0 + self.seen.len() as f64 / 10000.0);
        for (set, (chosen, sum)) in self.used.into_iter().enumerate() {
            let wrong = (one - squash(sum)) * rate;
            for n in 0..INPUTS {
                self.weights[chosen * INPUTS + n] += wrong * self.inputs[n];
            }
            self.sets[sort][set] += (one - self.mixed) * sum * 0.002;
        }
        for at in self.chosen {
            let entry = self.tables[at];
            let (p, met) = (f64::from(entry >> 10), entry & 1023);
            let p = p + (one * 4_194_303.0 - p) / (f64::from(met) + 1.5);
            self.tables[at] = (p.clamp(512.0, 4_193_791.0) as u32) << 10 | if met < 127 { met + 1 } else { met };
        }
        if self.agrees > 0 {
            let (p, met) = &mut self.right[self.agrees];
            let hit = if self.bit_of_match == y { 1.0 } else { 0.0 };
            *met = if *met < 200.0 { *met + 1.0 } else { *met };
            *p = (*p + (hit - *p) / (*met + 1.5)).clamp(0.001, 0.9998);
        }
        self.partial = self.partial << 1 | y;
        if self.partial > 255 {
            self.byte(self.partial & 255);
            self.partial = 1;
        }
    }

    fn byte(&mut self, b: u32) {
        self.seen.push(b as u8);
        self.place.take(b);
        let at = self.seen.len();
        let agreed = self.length > 0 && u32::from(self.seen[self.going]) == b;
        (self.going, self.length) = if agreed { (self.going + 1, self.length + 1) } else { (0, 0) };
        let [b1, b2, b3, b4, _] = self.place.near;
        let slot = (hash([0, b1, b2, b3, b4, 0]) >> 14) as usize;
        if self.length == 0 && at > 3 {
            self.going = self.found[slot];
            let most = self.going.min(32);
            self.length = (0..most).take_while(|n| self.seen[self.going - 1 - n] == self.seen[at - 1 - n]).count();
            if self.length < 4 {
                self.length = 0;
            }
        }
        self.found[slot] = at;
        self.place.expected = if self.length > 0 { u32::from(self.seen[self.going]) | 256 } else { 0 };
        self.hashes = self.place.contexts();
    }
}

/// Both ends of the range of a coder.
struct Range(u32, u32);

impl Range {
    /// Where a one ends that is as likely as this.
    fn middle(&self, p: f64) -> u32 {
        self.0 + (f64::from(self.1 - self.0) * p) as u32
    }

    /// The bit was this; `shifted` is told of each byte that is settled.
    fn narrow(&mut self, middle: u32, y: u32, mut shifted: impl FnMut(u8)) {
        if y == 1 {
            self.1 = middle;
        } else {
            self.0 = middle + 1;
        }
        while (self.0 ^ self.1) >> 24 == 0 {
            shifted((self.1 >> 24) as u8);
            self.0 <<= 8;
            self.1 = self.1 << 8 | 255;
        }
    }
}

/// What was packed; none where there is not even a header. Damaged bytes give other bytes.
fn unpack(from: &[u8]) -> Option<Vec<u8>> {
    let number = |n: usize| Some(u32::from_be_bytes(from.get(4 * n..4 * n + 4)?.try_into().ok()?) as usize);
    let (length, code) = (number(0)?, (number(1)?, number(2)?));
    let mut rest = from[16..].iter().copied().chain(std::iter::repeat(0));
    let mut model = Model::new(code);
    let mut range = Range(0, u32::MAX);
    let mut coded = rest.by_ref().take(4).fold(0, |n, b| n << 8 | u32::from(b));
    while model.seen.len() < length {
        for bit in (0..8).rev() {
            let middle = range.middle(model.guess(bit));
            let y = u32::from(coded <= middle);
            range.narrow(middle, y, |_| coded = coded << 8 | u32::from(rest.next().unwrap_or(0)));
            model.learn(y);
        }
    }
    Some(model.seen)
}

/// Where the code begins and ends in a module.
fn code(wasm: &[u8]) -> Option<(usize, usize)> {
    let mut at = 8;
    while at < wasm.len() {
        let section = wasm[at];
        let (mut length, mut shift) = (0, 0);
        loop {
            at += 1;
            let b = *wasm.get(at)? as usize;
            length |= (b & 127) << shift;
            shift += 7;
            if b < 128 {
                break;
            }
        }
        at += 1;
        if section == 10 {
            return Some((at, at + length));
        }
        at += length;
    }
    None
}

fn pack(all: &[u8], code: (usize, usize), shown: usize) -> Vec<u8> {
    let mut to: Vec<u8> = [all.len(), code.0, code.1, shown].iter().flat_map(|n| (*n as u32).to_be_bytes()).collect();
    let mut model = Model::new(code);
    let mut range = Range(0, u32::MAX);
    for byte in all {
        for bit in (0..8).rev() {
            let y = u32::from(byte >> bit & 1);
            let middle = range.middle(model.guess(bit));
            range.narrow(middle, y, |byte| to.push(byte));
            model.learn(y);
        }
    }
    to.extend((range.1).to_be_bytes());
    to
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = |n| std::env::args_os().nth(n).ok_or("usage: pack SHOWN WASM");
    let (mut all, wasm) = (std::fs::read(path(1)?)?, std::fs::read(path(2)?)?);
    let shown = all.len();
    let (begin, end) = code(&wasm).ok_or("no section of code")?;
    all.extend(wasm);
    let packed = pack(&all, (shown + begin, shown + end), shown);
    if unpack(&packed).as_ref() != Some(&all) {
        return Err("what was packed does not unpack to the same".into());
    }
    io::stdout().write_all(&packed)?;
    Ok(())
}
