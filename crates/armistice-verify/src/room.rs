//! Memory for the browser: one block after the other, never given back.
//!
//! Must not: grow beyond its limit. The page makes a new instance for every file, and its memory ends with it. As nothing is given back, the
//! compiler leaves out the code that would: a twentieth of the verifier.
#![expect(
    unsafe_code,
    reason = "an allocator is an unsafe trait; the only code here that touches memory is the copy of its default"
)]

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32::{memory_grow, memory_size};
use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// Bytes of a WebAssembly page.
const PAGE: usize = 65_536;

/// Most memory in bytes: the largest file (64 MiB) many times over. Then the verifier stops, and the page says so.
const MOST: usize = 1 << 30;

/// Where the next block may begin; 0 before the first.
static NEXT: AtomicUsize = AtomicUsize::new(0);

struct Room;

#[global_allocator]
static ROOM: Room = Room;

/// The end of a block of `size` bytes at `at`, with memory up to there.
fn reserve(at: usize, size: usize) -> Option<usize> {
    let end = at.checked_add(size).filter(|end| *end <= MOST)?;
    let missing = end.div_ceil(PAGE).saturating_sub(memory_size(0));
    (missing == 0 || memory_grow(0, missing) != usize::MAX).then_some(end)
}

// SAFETY: blocks do not overlap, as NEXT only moves on; there is one thread.
unsafe impl GlobalAlloc for Room {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let start = match NEXT.load(Relaxed) {
            // What is there at the start is the program's own; memory beyond it is ours.
            0 => memory_size(0) * PAGE,
            next => next,
        };
        let at = start.next_multiple_of(layout.align());
        let Some(end) = reserve(at, layout.size()) else { return core::ptr::null_mut() };
        NEXT.store(end, Relaxed);
        core::ptr::with_exposed_provenance_mut(at)
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // The last block grows where it is, and every block may shrink.
        if at.addr() + layout.size() == NEXT.load(Relaxed) {
            let Some(end) = reserve(at.addr(), size) else { return core::ptr::null_mut() };
            NEXT.store(end, Relaxed);
            return at;
        }
        if size <= layout.size() {
            return at;
        }
        // SAFETY: the caller's promises for `realloc` are those for `alloc` with the new size, and both blocks hold
        // `layout.size()` bytes.
        unsafe {
            let new = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !new.is_null() {
                core::ptr::copy_nonoverlapping(at, new, layout.size());
            }
            new
        }
    }
}
