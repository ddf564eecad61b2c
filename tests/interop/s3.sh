#!/bin/sh
# A register published to an S3-compatible store that somebody else wrote (moto), on this machine: crates/armistice/tests/faults/s3.sh with
# a program built with the feature `s3`.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
need moto
program="${ARMISTICE_PROGRAM_S3:-}"
if [ -z "$program" ]; then
  (cd "$root" && cargo build --quiet --locked -p armistice --features s3) >"$work/build.log" 2>&1 || { cat "$work/build.log" >&2; exit 1; }
  # A copy: the next build without the feature takes the place of this one.
  cp "${CARGO_TARGET_DIR:-$root/target}/debug/armistice" "$work/armistice"
  program="$work/armistice"
fi
check "published to moto, read back, conditions kept" 0 env PATH="$tools/venv/bin:$PATH" \
  sh "$root/crates/armistice/tests/faults/s3.sh" "$program"
finish
