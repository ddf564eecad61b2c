#!/bin/sh
# scitt-cose verifies a statement of ours and its RFC 9942 receipt; altered ones are refused.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
need scitt
build_ours
ours keys "$work"
size=1333
statements=$(cat "$work/statements.hex") checkpoints=$(cat "$work/checkpoints.hex")
py="$tools/venv/bin/python"
check_scitt() { "$py" "$here/scitt_check.py" "$@"; }
for index in 0 1 700 1332; do
  ours entry $index "$work/$index.entry"
  ours receipt $size $index "$work/$index.receipt"
  check "statement $index" 0 check_scitt statement "$work/$index.entry" "$statements"
  check "receipt of $index" 0 check_scitt receipt "$work/$index.entry" "$work/$index.receipt" "$checkpoints" $size $index
done
check "a statement under another key is refused" 1 check_scitt statement "$work/700.entry" "$checkpoints"
check "a receipt under another key is refused" 1 check_scitt receipt "$work/700.entry" "$work/700.receipt" "$statements"
check "another entry's receipt is refused" 1 check_scitt receipt "$work/1.entry" "$work/700.receipt" "$checkpoints"
for at in 90 150 200; do
  cp "$work/700.entry" "$work/altered.entry"
  python3 "$here/flip.py" "$work/altered.entry" $at
  check "a statement with a flipped bit in byte $at is refused" 1 check_scitt statement "$work/altered.entry" "$statements"
  check "the receipt does not fit it (byte $at)" 1 check_scitt receipt "$work/altered.entry" "$work/700.receipt" "$checkpoints"
done
length=$(wc -c <"$work/700.receipt")
for at in 5 60 $((length / 2)) $((length - 10)); do
  cp "$work/700.receipt" "$work/altered.receipt"
  python3 "$here/flip.py" "$work/altered.receipt" "$at"
  check "a receipt with a flipped bit in byte $at of $length is refused" 1 check_scitt receipt "$work/700.entry" "$work/altered.receipt" "$checkpoints"
done
finish
