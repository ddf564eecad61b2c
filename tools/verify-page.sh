#!/bin/sh
# Builds the browser's verifier: one page with the verifier in it, target/verify-page/armistice-verify.html.
# Must not: fetch anything, or write outside of target/. The same sources and compiler give the same bytes.
set -eu
cd "$(dirname "$0")/.."
triple=wasm32-unknown-unknown
if ! [ -d "$(rustc --print target-libdir --target $triple 2>/dev/null)" ]; then
  echo "the compiler cannot build for browsers here. Add the target: rustup target add $triple" >&2
  exit 3
fi
command -v xz >/dev/null || { echo "xz packs the verifier, and is not here. Install the package xz-utils" >&2; exit 3; }
root=$(pwd)
out=$root/${CARGO_TARGET_DIR:-target}/verify-page
case "${CARGO_TARGET_DIR:-}" in /*) out=$CARGO_TARGET_DIR/verify-page ;; esac
# The compact form of SHA-2, and no path of this machine in the bytes.
# The library's sources have one name, whether they are installed here (rust-src) or not.
library="$(rustc --print sysroot)/lib/rustlib/src/rust=/rustc/$(rustc -vV | sed -n 's/^commit-hash: //p')"
flags="--cfg sha2_backend_soft=\"compact\" --remap-path-prefix=$root=. --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=. --remap-path-prefix=$library"
RUSTFLAGS="$flags" cargo build --locked --quiet --profile verify-page -p armistice-verify --target $triple
mkdir -p "$out"
# Several may build at once: each works in a folder of its own, and what it made is moved into place whole.
work=$(mktemp -d "$out/work.XXXXXX")
trap 'rm -rf "$work"' EXIT
wasm=${out%/verify-page}/$triple/verify-page/armistice_verify.wasm
cp "$wasm" "$work/armistice-verify.wasm"
xz --format=lzma --lzma1=preset=9e,pb=0 -c "$work/armistice-verify.wasm" | base64 | tr -d '\n' >"$work/wasm.base64"
sed -e "/^@WASM@\$/{r $work/wasm.base64
d
}" crates/armistice-verify/page/verify.html >"$work/armistice-verify.html"
mv "$work/armistice-verify.wasm" "$work/armistice-verify.html" "$out/"
echo "$out/armistice-verify.html: $(gzip -9nc "$out/armistice-verify.html" | wc -c) bytes with gzip"
echo "verifier: $(wc -c <"$out/armistice-verify.wasm") bytes, SHA-256 $(sha256sum "$out/armistice-verify.wasm" | cut -d' ' -f1)"
