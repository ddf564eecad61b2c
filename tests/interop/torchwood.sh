#!/bin/sh
# torchwood checks our `.tlog-proof` under 2-of-3 and 3-of-3 and reads all of our tiles; too few signatures and an altered entry are refused.
# The other way round, we verify a proof that torchwood made from our tiles.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
need litewitness go
build_ours

ours keys "$work"
size=1333 index=1200
for w in w1 w2 w3; do
  witness "$w" "$(ours origin)" "$work/log.vkey"
  ours request 0 $size "$work/body"
  submit "$w" "$work/body" "$work/$w.lines" >"$work/$w.status"
done
ours log "$work/published" $size
cp "$work/published/checkpoint" "$work/none.note"
ours merge "$work/none.note" "$work/one.note" "$work/w2.lines"
ours merge "$work/none.note" "$work/two.note" "$work/w1.lines" "$work/w3.lines"
ours merge "$work/none.note" "$work/three.note" "$work/w1.lines" "$work/w2.lines" "$work/w3.lines"
for n in one two three; do ours proof "$work/$n.note" $index "$work/$n.tlog-proof"; done
policy 2 w1 w2 w3 >"$work/two-of-three.policy"
policy 3 w1 w2 w3 >"$work/three-of-three.policy"
ours entry $index "$work/entry"
ours entry $((index + 1)) "$work/another"
sed 's/\(.*\)a/\1b/' "$work/entry" >"$work/altered"
cmp -s "$work/entry" "$work/altered" && { echo "nothing was altered" >&2; exit 1; }

t="$bin/torchwood-check"
check "2-of-3: two cosignatures" 0 "$t" proof "$work/two-of-three.policy" "$work/two.tlog-proof" "$work/entry"
check "2-of-3: three cosignatures" 0 "$t" proof "$work/two-of-three.policy" "$work/three.tlog-proof" "$work/entry"
check "3-of-3: three cosignatures" 0 "$t" proof "$work/three-of-three.policy" "$work/three.tlog-proof" "$work/entry"
check "2-of-3: one cosignature is refused" 1 "$t" proof "$work/two-of-three.policy" "$work/one.tlog-proof" "$work/entry"
check "3-of-3: two cosignatures are refused" 1 "$t" proof "$work/three-of-three.policy" "$work/two.tlog-proof" "$work/entry"
check "an altered entry is refused" 1 "$t" proof "$work/two-of-three.policy" "$work/two.tlog-proof" "$work/altered"
check "the neighbour's entry is refused" 1 "$t" proof "$work/two-of-three.policy" "$work/two.tlog-proof" "$work/another"
for n in one two three; do
  for p in two-of-three three-of-three; do
    expected=0
    # Too few is for us no contradiction: 2, cannot tell.
    [ "$n" != one ] || expected=2
    [ "$n $p" != "two three-of-three" ] || expected=2
    check "our verifier: $n cosigned, under $p" $expected ours verify "$work/$p.policy" "$work/$n.tlog-proof" "$work/entry"
  done
done
check "our verifier: an altered entry" 1 ours verify "$work/two-of-three.policy" "$work/two.tlog-proof" "$work/altered"

cp "$work/three.note" "$work/published/checkpoint"
check "torchwood's client reads all our tiles" 0 "$t" log "$work/three-of-three.policy" "$work/published"
check "torchwood makes a proof from our tiles" 0 "$t" prove "$work/three-of-three.policy" "$work/published" $index "$work/theirs.tlog-proof"
check "we verify the proof that torchwood made" 0 ours verify "$work/three-of-three.policy" "$work/theirs.tlog-proof" "$work/entry"
check "both proofs are the same bytes" 0 cmp "$work/theirs.tlog-proof" "$work/three.tlog-proof"
python3 "$here/flip.py" "$work/published/tile/entries/004" 70000
check "torchwood's client refuses one flipped bit" 1 "$t" log "$work/three-of-three.policy" "$work/published"
finish
