//! The two lanes beside the library that hashes one message at a time; the lints beside the workspace's.
//!
//! Must not: pass for having compared where the processor has no instructions for it; then a test says so.

use armistice_lanes::{BLOCK, compress_pair, present};
use proptest::prelude::*;
use sha2::block_api::compress256;

/// Both ways over the same states and blocks.
fn check(states: [[u32; 8]; 2], blocks: [&[[u8; BLOCK]]; 2]) {
    let [mut one, mut other] = states;
    let done = compress_pair([&mut one, &mut other], blocks);
    let both = blocks[0].len().min(blocks[1].len());
    assert_eq!(done, if present() { both } else { 0 });
    for (state, (start, blocks)) in [one, other].into_iter().zip(states.into_iter().zip(blocks)) {
        let mut alone = start;
        compress256(&mut alone, &blocks[..done]);
        assert_eq!(state, alone, "after {done} blocks");
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
fn it_says_where_it_does_nothing() {
    if !present() {
        eprintln!("skipped: this processor has no SHA instructions that are used here; nothing was compared");
    }
    check([[0; 8], [u32::MAX; 8]], [&[], &[]]);
    check([[0; 8], [u32::MAX; 8]], [&[[0; BLOCK]], &[]]);
}

/// The example of FIPS 180-2 appendix B.1 in one lane, nothing but zeros in the other.
#[test]
fn abc() {
    const START: [u32; 8] =
        [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];
    let mut block = [0; BLOCK];
    block[..4].copy_from_slice(b"abc\x80");
    block[BLOCK - 1] = 24;
    for place in 0..2 {
        let (mut abc, mut zeros) = (START, START);
        let blocks = [[block], [[0; BLOCK]]];
        let [first, second] = if place == 0 { [&mut abc, &mut zeros] } else { [&mut zeros, &mut abc] };
        let done = compress_pair([first, second], [&blocks[place], &blocks[1 - place]]);
        if done == 0 {
            assert!(!present());
            continue;
        }
        let stated =
            [0xba78_16bf, 0x8f01_cfea, 0x4141_40de, 0x5dae_2223, 0xb003_61a3, 0x9617_7a9c, 0xb410_ff61, 0xf200_15ad];
        assert_eq!(abc, stated, "lane {place}");
    }
}

proptest! {
    #[test]
    fn as_one_at_a_time(
        states in any::<[[u32; 8]; 2]>(),
        one in prop::collection::vec(any::<[u8; BLOCK]>(), 0..20),
        other in prop::collection::vec(any::<[u8; BLOCK]>(), 0..20),
    ) {
        check(states, [&one, &other]);
    }
}

/// The lints of this crate are the workspace's, but for `unsafe_code`; and unsafe code is in one place.
#[test]
fn the_lints_are_the_workspaces() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let read = |path: &str| std::fs::read_to_string(root.join(path)).expect("a file of the repository");
    let lints = |path: &str, section: &str| -> Vec<String> {
        let text = read(path);
        let start = text.find(section).expect("a section") + section.len();
        let lines = text[start..].lines().skip(1).take_while(|line| !line.starts_with('['));
        lines.filter(|line| !line.is_empty() && !line.starts_with("unsafe_code")).map(str::to_owned).collect()
    };
    for part in ["rust", "clippy"] {
        let workspace = lints("Cargo.toml", &format!("[workspace.lints.{part}]"));
        assert!(workspace.len() > 1);
        assert_eq!(lints("crates/armistice-lanes/Cargo.toml", &format!("[lints.{part}]")), workspace, "{part}");
    }
    assert_eq!(read("crates/armistice-lanes/src/lib.rs").matches("unsafe {").count(), 1);
}
