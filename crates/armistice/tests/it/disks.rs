//! Two disks for tests: one on which a chosen call breaks, and one in memory that loses power.
//!
//! Must not: be kinder than a real disk. What is not synced may be kept or lost, sector by sector and name by name.

use armistice::disk::{Disk, DiskFile, Open};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicU64, Ordering},
    },
};

/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// Numbers that look random and are the same in every run (splitmix64).
#[derive(Debug, Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// 0 to `below`, not included.
    pub(crate) fn below(&mut self, below: u64) -> u64 {
        self.next() % below.max(1)
    }

    pub(crate) fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

/// How a call breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Broken {
    /// Nothing is done, and the call fails.
    Before(ErrorKind),
    /// All is done, and the call fails all the same.
    After(ErrorKind),
    /// Of a write so many bytes are done, then it fails. Of another call, nothing.
    Short(usize, ErrorKind),
    /// The process dies before the call: this one and every later one do nothing.
    Killed,
    /// The process dies after the call.
    KilledAfter,
    /// The thread that makes the call panics, and the process goes on.
    Panics,
}

/// A disk on which one call that changes something breaks.
#[derive(Debug, Clone)]
pub(crate) struct Faulty {
    inner: Arc<dyn Disk>,
    plan: Arc<Plan>,
}

#[derive(Debug)]
struct Plan {
    at: u64,
    broken: Broken,
    calls: AtomicU64,
    seen: Mutex<Vec<String>>,
}

impl Faulty {
    /// Breaks the call number `at`, counted from 0.
    pub(crate) fn new(inner: Arc<dyn Disk>, at: u64, broken: Broken) -> Faulty {
        let plan = Plan { at, broken, calls: AtomicU64::new(0), seen: Mutex::default() };
        Faulty { inner, plan: Arc::new(plan) }
    }

    /// Breaks nothing, and lists the calls.
    pub(crate) fn sound(inner: Arc<dyn Disk>) -> Faulty {
        Faulty::new(inner, u64::MAX, Broken::Killed)
    }

    /// The calls that change something, so far: what, and of which file.
    pub(crate) fn seen(&self) -> Vec<String> {
        self.plan.seen.lock().expect("no test panics in here").clone()
    }
}

impl Plan {
    /// Does a call, or breaks it.
    fn call(&self, what: &str, path: &Path, mut run: impl FnMut(Option<usize>) -> io::Result<()>) -> io::Result<()> {
        let number = self.calls.fetch_add(1, Ordering::Relaxed);
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        self.seen.lock().expect("no test panics in here").push(format!("{what} {name}"));
        let dead = || Err(io::Error::other("the process is dead"));
        match self.broken {
            Broken::Killed if number >= self.at => dead(),
            Broken::KilledAfter if number > self.at => dead(),
            Broken::KilledAfter if number == self.at => run(None).and(dead()),
            Broken::Panics if number == self.at => panic!("the disk panics, as the test wants"),
            Broken::Before(kind) if number == self.at => Err(kind.into()),
            Broken::After(kind) if number == self.at => run(None).and(Err(kind.into())),
            Broken::Short(bytes, kind) if number == self.at => run(Some(bytes)).and(Err(kind.into())),
            Broken::Before(_)
            | Broken::After(_)
            | Broken::Short(..)
            | Broken::Killed
            | Broken::KilledAfter
            | Broken::Panics => run(None),
        }
    }

    /// The same for a call that only a whole one makes sense of.
    fn whole(&self, what: &str, path: &Path, run: impl Fn() -> io::Result<()>) -> io::Result<()> {
        self.call(what, path, |short| if short.is_some() { Ok(()) } else { run() })
    }
}

impl Disk for Faulty {
    fn open(&self, path: &Path, open: Open) -> io::Result<Box<dyn DiskFile>> {
        let mut file = None;
        let mut get = || {
            file = Some(self.inner.open(path, open)?);
            Ok(())
        };
        match open {
            Open::New => self.plan.call("create", path, |short| if short.is_some() { Ok(()) } else { get() })?,
            Open::Read | Open::Write | Open::Lock => get()?,
        }
        let inner = file.ok_or(ErrorKind::Other)?;
        Ok(Box::new(FaultyFile { inner, plan: self.plan.clone(), path: path.to_path_buf(), open }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.plan.whole("rename", to, || self.inner.rename(from, to))
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.plan.whole("rename", to, || self.inner.rename_new(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.plan.whole("remove", path, || self.inner.remove(path))
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.plan.whole("folder", path, || self.inner.create_folder(path))
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.inner.is_folder(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        self.inner.list(folder)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.plan.whole("sync folder", folder, || self.inner.sync_folder(folder))
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.inner.resolve(path)
    }
}

#[derive(Debug)]
struct FaultyFile {
    inner: Box<dyn DiskFile>,
    plan: Arc<Plan>,
    path: PathBuf,
    open: Open,
}

impl DiskFile for FaultyFile {
    fn size(&self) -> io::Result<u64> {
        self.inner.size()
    }

    fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize> {
        self.inner.read_at(into, offset)
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        if self.open == Open::Lock {
            return self.inner.write_at(bytes, offset);
        }
        self.plan.call("write", &self.path, |short| {
            self.inner.write_at(&bytes[..short.unwrap_or(bytes.len()).min(bytes.len())], offset)
        })
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        if self.open == Open::Lock {
            return self.inner.set_len(len);
        }
        self.plan.whole("cut", &self.path, || self.inner.set_len(len))
    }

    fn sync_data(&self) -> io::Result<()> {
        self.plan.whole("sync", &self.path, || self.inner.sync_data())
    }

    fn try_lock(&self, exclusive: bool) -> io::Result<bool> {
        self.inner.try_lock(exclusive)
    }

    fn unlock(&self) {
        self.inner.unlock();
    }
}

/// A disk in memory. It can die at a call, fail a sync, lose power.
#[derive(Debug, Clone, Default)]
pub(crate) struct Simulated(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    files: Vec<Stored>,
    /// What a process sees.
    names: BTreeMap<PathBuf, Node>,
    /// What is there after power was lost, if nothing else got there by itself.
    durable: BTreeMap<PathBuf, Node>,
    /// Changes of names that are not synced, in their order, by folder.
    pending: BTreeMap<PathBuf, Vec<Vec<(PathBuf, Option<Node>)>>>,
    calls: u64,
    dies_at: Option<u64>,
    /// This call fails if it is a sync, and what it was to sync is lost in part, though a process still sees it.
    fails_at: Option<u64>,
    dice: Option<Dice>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Node {
    Folder,
    File(usize),
}

#[derive(Debug, Default, Clone)]
struct Stored {
    now: Vec<u8>,
    durable: Vec<u8>,
    /// What the file looked like after each write since it was last synced.
    versions: Vec<Vec<u8>>,
    dirty: BTreeSet<usize>,
    exclusive: bool,
    shared: u32,
}

fn sector(of: &[u8], number: usize) -> [u8; SECTOR] {
    let mut out = [0; SECTOR];
    let from = (number * SECTOR).min(of.len());
    let to = ((number + 1) * SECTOR).min(of.len());
    out[..to - from].copy_from_slice(&of[from..to]);
    out
}

impl Stored {
    fn changed(&mut self, from: usize, to: usize) {
        if self.versions.is_empty() {
            self.versions.push(self.durable.clone());
        }
        self.versions.push(self.now.clone());
        self.dirty.extend(from / SECTOR..to.div_ceil(SECTOR));
    }

    /// What is on the disk when all, or any part, of what is not synced got there.
    fn settled(&self, dice: Option<&mut Dice>) -> Vec<u8> {
        let Some(dice) = dice else {
            let mut whole = self.durable.clone();
            whole.resize(self.now.len(), 0);
            for n in &self.dirty {
                put(&mut whole, *n, &sector(&self.now, *n));
            }
            return whole;
        };
        if self.versions.is_empty() {
            return self.durable.clone();
        }
        let any = |dice: &mut Dice| dice.below(self.versions.len() as u64) as usize;
        let last = self.versions.len() - 1;
        // Now and then all of one kind, as those states are few among many.
        let habit = dice.below(4);
        let pick = |dice: &mut Dice| match habit {
            0 => last,
            1 => 0,
            _ => any(dice),
        };
        let mut whole = self.durable.clone();
        let length = if habit == 1 && dice.one_in(2) { last } else { pick(dice) };
        whole.resize(self.versions[length].len(), 0);
        for n in &self.dirty {
            let version = pick(dice);
            put(&mut whole, *n, &sector(&self.versions[version], *n));
        }
        whole
    }
}

fn put(whole: &mut [u8], number: usize, bytes: &[u8; SECTOR]) {
    let from = (number * SECTOR).min(whole.len());
    let to = ((number + 1) * SECTOR).min(whole.len());
    whole[from..to].copy_from_slice(&bytes[..to - from]);
}

fn parent(path: &Path) -> PathBuf {
    path.parent().map(Path::to_path_buf).unwrap_or_default()
}

impl Simulated {
    /// A disk with one folder.
    pub(crate) fn new(folder: &Path) -> Simulated {
        let disk = Simulated::default();
        let mut state = disk.state();
        for above in folder.ancestors() {
            state.names.insert(above.to_path_buf(), Node::Folder);
            state.durable.insert(above.to_path_buf(), Node::Folder);
        }
        drop(state);
        disk
    }

    pub(crate) fn shared(&self) -> Arc<dyn Disk> {
        Arc::new(self.clone())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no test panics in here")
    }

    /// Calls so far.
    pub(crate) fn calls(&self) -> u64 {
        self.state().calls
    }

    /// From the call with this number on, nothing is done any more.
    pub(crate) fn die_at(&self, call: u64) {
        self.state().dies_at = Some(call);
    }

    /// The next sync from this call on fails; what it was to sync is lost in part.
    pub(crate) fn fail_sync_from(&self, call: u64, seed: u64) {
        let mut state = self.state();
        state.fails_at = Some(call);
        state.dice = Some(Dice::new(seed));
    }

    /// The disk after the process is gone and the machine goes on.
    pub(crate) fn after_kill(&self) -> Simulated {
        let state = self.state();
        let files = state.files.iter().map(|f| Stored { exclusive: false, shared: 0, ..f.clone() }).collect();
        let (names, durable, pending) = (state.names.clone(), state.durable.clone(), state.pending.clone());
        Simulated(Arc::new(Mutex::new(State { files, names, durable, pending, ..State::default() })))
    }

    /// The disk after the power was lost.
    pub(crate) fn after_power_loss(&self, dice: &mut Dice) -> Simulated {
        let state = self.state();
        let settled = |f: &Stored, dice: &mut Dice| {
            let bytes = f.settled(Some(dice));
            Stored { now: bytes.clone(), durable: bytes, ..Stored::default() }
        };
        let files: Vec<Stored> = state.files.iter().map(|f| settled(f, dice)).collect();
        let mut names = state.durable.clone();
        for changes in state.pending.values() {
            let habit = dice.below(4);
            for change in changes {
                let kept = match habit {
                    0 => true,
                    1 => false,
                    _ => dice.one_in(2),
                };
                if kept {
                    apply(&mut names, change);
                }
            }
        }
        // What stands in a folder that is not there is gone.
        let folders: BTreeSet<PathBuf> =
            names.iter().filter(|(_, n)| **n == Node::Folder).map(|(p, _)| p.clone()).collect();
        names.retain(|path, _| path.ancestors().skip(1).all(|above| folders.contains(above)));
        Simulated(Arc::new(Mutex::new(State { files, durable: names.clone(), names, ..State::default() })))
    }

    /// The bytes of a file, as a process sees them.
    pub(crate) fn bytes(&self, path: &Path) -> Option<Vec<u8>> {
        let state = self.state();
        match state.names.get(path)? {
            Node::File(n) => Some(state.files[*n].now.clone()),
            Node::Folder => None,
        }
    }

    /// Every file there is.
    pub(crate) fn paths(&self) -> Vec<PathBuf> {
        self.state().names.iter().filter(|(_, n)| **n != Node::Folder).map(|(p, _)| p.clone()).collect()
    }

    /// Puts bytes into a file that is there, past everything.
    pub(crate) fn tamper(&self, path: &Path, bytes: Vec<u8>) {
        let mut state = self.state();
        let Some(Node::File(n)) = state.names.get(path).copied() else { panic!("{} is no file", path.display()) };
        state.files[n].now = bytes.clone();
        state.files[n].durable = bytes;
        state.files[n].versions.clear();
        state.files[n].dirty.clear();
    }

    /// A copy that does not change with this one.
    pub(crate) fn copy(&self) -> Simulated {
        self.after_kill()
    }
}

fn apply(names: &mut BTreeMap<PathBuf, Node>, change: &[(PathBuf, Option<Node>)]) {
    for (path, node) in change {
        match node {
            Some(node) => names.insert(path.clone(), *node),
            None => names.remove(path),
        };
    }
}

impl State {
    /// Counts a call, and fails it if the process is dead.
    fn call(&mut self) -> io::Result<u64> {
        let number = self.calls;
        self.calls += 1;
        if self.dies_at.is_some_and(|at| number >= at) {
            return Err(io::Error::other("the power is gone"));
        }
        Ok(number)
    }

    fn change(&mut self, change: Vec<(PathBuf, Option<Node>)>) {
        apply(&mut self.names, &change);
        let folder = parent(&change[0].0);
        self.pending.entry(folder).or_default().push(change);
    }

    fn file(&self, path: &Path) -> io::Result<usize> {
        match self.names.get(path) {
            Some(Node::File(n)) => Ok(*n),
            Some(Node::Folder) => Err(ErrorKind::IsADirectory.into()),
            None => Err(ErrorKind::NotFound.into()),
        }
    }
}

impl Disk for Simulated {
    fn open(&self, path: &Path, open: Open) -> io::Result<Box<dyn DiskFile>> {
        let mut state = self.state();
        state.call()?;
        let found = state.file(path);
        let number = match (open, found) {
            (Open::New, Ok(_)) => return Err(ErrorKind::AlreadyExists.into()),
            (Open::New | Open::Lock, Err(e)) if e.kind() == ErrorKind::NotFound => {
                if state.names.get(&parent(path)) != Some(&Node::Folder) {
                    return Err(e);
                }
                state.files.push(Stored::default());
                let number = state.files.len() - 1;
                state.change(vec![(path.to_path_buf(), Some(Node::File(number)))]);
                number
            }
            (_, found) => found?,
        };
        Ok(Box::new(SimulatedFile { disk: self.clone(), number, holds: Mutex::new(None) }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call()?;
        let number = state.file(from)?;
        state.change(vec![(to.to_path_buf(), Some(Node::File(number))), (from.to_path_buf(), None)]);
        Ok(())
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.state().names.contains_key(to) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        self.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call()?;
        state.file(path)?;
        state.change(vec![(path.to_path_buf(), None)]);
        Ok(())
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call()?;
        if state.names.contains_key(path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        if state.names.get(&parent(path)) != Some(&Node::Folder) {
            return Err(ErrorKind::NotFound.into());
        }
        state.change(vec![(path.to_path_buf(), Some(Node::Folder))]);
        Ok(())
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.state().names.get(path) == Some(&Node::Folder)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        let mut state = self.state();
        state.call()?;
        if state.names.get(folder) != Some(&Node::Folder) {
            return Err(ErrorKind::NotFound.into());
        }
        let inside = state.names.keys().filter(|p| p.parent() == Some(folder));
        Ok(inside.filter_map(|p| Some(p.file_name()?.to_string_lossy().into_owned())).collect())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        let number = state.call()?;
        if state.names.get(folder) != Some(&Node::Folder) {
            return Err(ErrorKind::NotFound.into());
        }
        if state.fails_at.is_some_and(|at| number >= at) {
            state.fails_at = None;
            return Err(io::Error::other("the disk failed"));
        }
        for change in state.pending.remove(folder).unwrap_or_default() {
            apply(&mut state.durable, &change);
        }
        Ok(())
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        if self.state().names.contains_key(path) { Ok(path.to_path_buf()) } else { Err(ErrorKind::NotFound.into()) }
    }
}

#[derive(Debug)]
struct SimulatedFile {
    disk: Simulated,
    number: usize,
    /// The lock that this open file holds: exclusive or shared.
    holds: Mutex<Option<bool>>,
}

impl DiskFile for SimulatedFile {
    fn size(&self) -> io::Result<u64> {
        let mut state = self.disk.state();
        state.call()?;
        Ok(state.files[self.number].now.len() as u64)
    }

    fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize> {
        let mut state = self.disk.state();
        state.call()?;
        let bytes = &state.files[self.number].now;
        let from = bytes.len().min(offset as usize);
        let len = into.len().min(bytes.len() - from);
        into[..len].copy_from_slice(&bytes[from..from + len]);
        Ok(len)
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        let mut state = self.disk.state();
        state.call()?;
        let file = &mut state.files[self.number];
        let (from, to) = (offset as usize, offset as usize + bytes.len());
        let before = file.now.len();
        if before < to {
            file.now.resize(to, 0);
        }
        file.now[from..to].copy_from_slice(bytes);
        file.changed(from.min(before), to);
        Ok(())
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        let mut state = self.disk.state();
        state.call()?;
        let file = &mut state.files[self.number];
        let before = file.now.len();
        file.now.resize(len as usize, 0);
        file.changed(before.min(len as usize), before.max(len as usize));
        Ok(())
    }

    fn sync_data(&self) -> io::Result<()> {
        let mut state = self.disk.state();
        let number = state.call()?;
        let failed = state.fails_at.is_some_and(|at| number >= at);
        let mut dice = state.dice.clone();
        let file = &mut state.files[self.number];
        // After a sync that failed the pages count as clean: what was not written then is never written again.
        file.durable = file.settled(if failed { dice.as_mut() } else { None });
        file.dirty.clear();
        file.versions.clear();
        if failed {
            state.fails_at = None;
            return Err(io::Error::other("the disk failed"));
        }
        Ok(())
    }

    fn try_lock(&self, exclusive: bool) -> io::Result<bool> {
        let mut state = self.disk.state();
        state.call()?;
        let file = &mut state.files[self.number];
        let free = !file.exclusive && (file.shared == 0 || !exclusive);
        if free {
            file.exclusive = exclusive;
            file.shared += u32::from(!exclusive);
            *self.holds.lock().expect("no test panics in here") = Some(exclusive);
        }
        Ok(free)
    }

    fn unlock(&self) {
        let held = self.holds.lock().ok().and_then(|mut held| held.take());
        let mut state = self.disk.state();
        let file = &mut state.files[self.number];
        match held {
            Some(true) => file.exclusive = false,
            Some(false) => file.shared -= 1,
            None => {}
        }
    }
}

impl Drop for SimulatedFile {
    fn drop(&mut self) {
        self.unlock();
    }
}
