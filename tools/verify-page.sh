#!/bin/sh
# Builds the browser's verifier: one page with the verifier in it, target/verify-page/armistice-verify.html.
# Must not: fetch anything but the crates that lock files name, or write outside of target/. The same sources and compiler give the same bytes.
#
# With the sources of the standard library (rustup component rust-src) the library is built anew, for size, and a panic is a bare trap. Without
# them the page is larger by a tenth and has another digest; the last line says which it is.
set -eu
cd "$(dirname "$0")/.."
triple=wasm32-unknown-unknown
if ! [ -d "$(rustc --print target-libdir --target $triple 2>/dev/null)" ]; then
  echo "the compiler cannot build for browsers here. Add the target: rustup target add $triple" >&2
  exit 3
fi
root=$(pwd)
out=$root/${CARGO_TARGET_DIR:-target}/verify-page
case "${CARGO_TARGET_DIR:-}" in /*) out=$CARGO_TARGET_DIR/verify-page ;; esac
# The compact form of SHA-2, and no path of this machine in the bytes.
# The library's sources have one name, whether they are installed here or not.
sources=$(rustc --print sysroot)/lib/rustlib/src/rust
library="$sources=/rustc/$(rustc -vV | sed -n 's/^commit-hash: //p')"
flags="--cfg sha2_backend_soft=\"compact\" --remap-path-prefix=$root=. --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=. --remap-path-prefix=$library"
# As a library for the browser only: as one that other crates may use as well, it would not be optimised as a whole.
set -- rustc --lib --crate-type cdylib --locked --quiet --profile verify-page -p armistice-verify --features small --target $triple
if [ -d "$sources/library/std" ]; then
  how="its own build of the standard library"
  # Building the library is not stable yet; the variable lets this compiler do it, for this one build.
  RUSTC_BOOTSTRAP=1 RUSTFLAGS="$flags -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Zmir-opt-level=4" \
    cargo "$@" -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size
else
  how="the standard library as installed (larger; add it from source: rustup component add rust-src)"
  RUSTFLAGS="$flags" cargo "$@"
fi
mkdir -p "$out"
# Several may build at once: each works in a folder of its own, and what it made is moved into place whole.
work=$(mktemp -d "$out/work.XXXXXX")
trap 'rm -rf "$work"' EXIT
wasm=${out%/verify-page}/$triple/verify-page/armistice_verify.wasm
cp "$wasm" "$work/armistice-verify.wasm"
rustc --edition 2024 -O -o "$work/pack" crates/armistice-verify/page/pack.rs
# Comments, long names and what is before the first word of a line are for those who read the sources.
sed -e 's/^ *//' -e '/^\/\//d' crates/armistice-verify/page/shown.html >"$work/shown"
"$work/pack" "$work/shown" "$work/armistice-verify.wasm" >"$work/packed"
base64 <"$work/packed" | tr -d '\n' >"$work/wasm.base64"
sed -e 's/^ *//' -e '/^\/\//d' -f crates/armistice-verify/page/short.sed -e "/^@WASM@\$/{r $work/wasm.base64
d
}" crates/armistice-verify/page/verify.html >"$work/armistice-verify.html"
mv "$work/armistice-verify.wasm" "$work/armistice-verify.html" "$out/"
echo "$out/armistice-verify.html: $(gzip -9nc "$out/armistice-verify.html" | wc -c) bytes with gzip"
echo "verifier: $(wc -c <"$out/armistice-verify.wasm") bytes, SHA-256 $(sha256sum "$out/armistice-verify.wasm" | cut -d' ' -f1)"
echo "built with $how"
