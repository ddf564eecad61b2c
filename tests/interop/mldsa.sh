#!/bin/sh
# Go's crypto/mldsa verifies our ML-DSA-44 lines: the log's own signature of a checkpoint, and a witness's cosignature.
# That we verify Go's is a vector (crates/armistice-tlog/tests/it/vectors.rs).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
need go
build_ours
ours keys "$work"
m="$bin/mldsa-check"
for size in 1 1333 71333; do
  ours checkpoint $size "$work/$size.note"
  check "the log's signature at size $size" 0 "$m" "$work/$size.note" "$work/log.mldsa.vkey"
  ours cosign "$work/$size.note" "$work/$size.cosigned" 1790000000
  check "a cosignature at size $size" 0 "$m" "$work/$size.cosigned" "$work/witness.mldsa.vkey"
done
sed '2s/.*/1334/' "$work/1333.cosigned" >"$work/altered.note"
check "another size is refused (log)" 1 "$m" "$work/altered.note" "$work/log.mldsa.vkey"
check "another size is refused (witness)" 1 "$m" "$work/altered.note" "$work/witness.mldsa.vkey"
sed '1s/.*/elsewhere.example\/other/' "$work/1333.cosigned" >"$work/altered.note"
check "another origin is refused" 1 "$m" "$work/altered.note" "$work/witness.mldsa.vkey"
finish
