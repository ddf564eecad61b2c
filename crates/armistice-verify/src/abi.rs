//! The boundary to JavaScript: four buffers that are filled, used and emptied by number.
//!
//! Must not: read or write memory through a pointer. The page writes into a buffer that this side owns and keeps.
//!
//! ```text
//! at = armistice_alloc(slot, len)   room of len bytes in slot 0 (file), 1 (keys) or 2 (policy); 0 when that is too much
//! code = armistice_verify()         0 valid, 1 invalid, 2 cannot tell, 3 the keys cannot be read; JSON is in slot 3
//! at = armistice_at(slot)           where the bytes of a slot are; armistice_len(slot) how many
//! armistice_free()                  empties all slots
//! ```
//!
//! An address is good until the next call of `armistice_alloc`, `armistice_verify` or `armistice_free`.
#![expect(
    unsafe_code,
    reason = "`unsafe(no_mangle)` on the exported names is the only use: the functions themselves are safe code"
)]

use std::cell::RefCell;

use armistice_tlog::container;
use armistice_tlog::verdict::Answer;

/// Slot of the file.
pub const FILE: u32 = 0;
/// Slot of the reader's keys, one per line.
pub const KEYS: u32 = 1;
/// Slot of the reader's policy.
pub const POLICY: u32 = 2;
/// Slot of the verdict.
pub const RESULT: u32 = 3;

/// Most bytes of the reader's keys and of the policy: more than a policy may have.
pub const MAX_TEXT: usize = 512 * 1024;

const SLOTS: usize = 4;

thread_local! {
    static BUFFERS: RefCell<[Vec<u8>; SLOTS]> = const { RefCell::new([Vec::new(), Vec::new(), Vec::new(), Vec::new()]) };
}

/// What `f` makes of a slot; the default for a slot that there is not.
fn with<T: Default>(slot: u32, f: impl FnOnce(&mut Vec<u8>) -> T) -> T {
    BUFFERS
        .with_borrow_mut(|buffers| usize::try_from(slot).ok().and_then(|n| buffers.get_mut(n)).map(f))
        .unwrap_or_default()
}

/// Makes room in a slot and says where; 0 when it would be more than a verifier takes.
#[unsafe(no_mangle)]
pub extern "C" fn armistice_alloc(slot: u32, len: u32) -> usize {
    // One byte more than a container may have: the verdict then says that it is too large.
    let most = if slot == FILE { container::MAX_LEN + 1 } else { MAX_TEXT };
    if slot == RESULT || usize::try_from(len).is_ok_and(|len| len > most) {
        return 0;
    }
    with(slot, |buffer| {
        *buffer = vec![0; len as usize];
        buffer.as_ptr().addr()
    })
}

/// Checks the file in slot 0 against slots 1 and 2; the verdict is in slot 3.
#[unsafe(no_mangle)]
pub extern "C" fn armistice_verify() -> u32 {
    BUFFERS.with_borrow_mut(|[file, keys, policy, result]| {
        let (answer, json) = crate::judge(file, keys, policy);
        *result = json.into_bytes();
        match answer {
            Some(Answer::Valid) => 0,
            Some(Answer::Invalid) => 1,
            Some(Answer::CannotTell) => 2,
            None => 3,
        }
    })
}

/// Where the bytes of a slot are.
#[unsafe(no_mangle)]
pub extern "C" fn armistice_at(slot: u32) -> usize {
    with(slot, |buffer| buffer.as_ptr().addr())
}

/// How many bytes a slot has.
#[unsafe(no_mangle)]
pub extern "C" fn armistice_len(slot: u32) -> usize {
    with(slot, |buffer| buffer.len())
}

/// Empties every slot.
#[unsafe(no_mangle)]
pub extern "C" fn armistice_free() {
    BUFFERS.with_borrow_mut(|buffers| buffers.iter_mut().for_each(|buffer| *buffer = Vec::new()));
}
