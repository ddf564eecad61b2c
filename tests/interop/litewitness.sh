#!/bin/sh
# litewitness ×3 cosigns our registers: the first checkpoint, growth with our consistency proofs; a wrong old size and a bad proof are refused.
# Then our policy code and torchwood's judge what they signed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
need litewitness
build_ours

ours keys "$work"
origin=$(ours origin)
for w in w1 w2 w3; do witness "$w" "$origin" "$work/log.vkey"; done

status_is() { # WITNESS BODY ANSWER STATUS…
  w=$1 body=$2 answer=$3
  shift 3
  found=$(submit "$w" "$body" "$answer")
  echo "$found"; cat "$answer"
  [ "$found" = "$*" ]
}

ours checkpoint 1000 "$work/1000.note"
ours request 0 1000 "$work/first.body"
for w in w1 w2 w3; do
  check "$w cosigns a first checkpoint (1000 entries)" 0 status_is "$w" "$work/first.body" "$work/$w.1000.lines" 200 "text/plain; charset=utf-8"
done

ours request 1000 1333 "$work/growth.body"
ours request 999 1333 "$work/wrong-size.body"
ours request 1000 1333 "$work/bad-proof.body" --spoil-proof
ours request 1000 1000 "$work/two-roots.body" --other-root
ours request 1000 1333 "$work/bad-signature.body" --spoil-signature
for w in w1 w2 w3; do
  check "$w refuses a wrong old size" 0 status_is "$w" "$work/wrong-size.body" "$work/$w.answer" 409 text/x.tlog.size
  check "$w answers the size that it holds" 0 grep -qx 1000 "$work/$w.answer"
  check "$w refuses a bad proof" 0 says "422 " submit "$w" "$work/bad-proof.body" "$work/$w.answer"
  check "$w refuses another root for the same size" 0 says "422 " submit "$w" "$work/two-roots.body" "$work/$w.answer"
  check "$w refuses a signature that is not the log's" 0 says "403 " submit "$w" "$work/bad-signature.body" "$work/$w.answer"
  check "$w cosigns growth, 1000 to 1333" 0 status_is "$w" "$work/growth.body" "$work/$w.1333.lines" 200 "text/plain; charset=utf-8"
done
ours request 1333 71333 "$work/long.body"
for w in w1 w2 w3; do
  check "$w cosigns growth, 1333 to 71333" 0 status_is "$w" "$work/long.body" "$work/$w.71333.lines" 200 "text/plain; charset=utf-8"
done

# What they signed, judged by us: k of n, and not more than what is there.
ours checkpoint 71333 "$work/71333.note"
ours merge "$work/71333.note" "$work/one.note" "$work/w1.71333.lines"
ours merge "$work/71333.note" "$work/two.note" "$work/w1.71333.lines" "$work/w3.71333.lines"
ours merge "$work/71333.note" "$work/three.note" "$work/w1.71333.lines" "$work/w2.71333.lines" "$work/w3.71333.lines"
policy 2 w1 w2 w3 >"$work/two-of-three.policy"
policy 3 w1 w2 w3 >"$work/three-of-three.policy"
check "our policy code: two of three hold under 2-of-3" 0 ours policy "$work/two-of-three.policy" "$work/two.note"
check "our policy code: three of three hold under 3-of-3" 0 ours policy "$work/three-of-three.policy" "$work/three.note"
check "our policy code: one is too few for 2-of-3" 1 ours policy "$work/two-of-three.policy" "$work/one.note"
check "our policy code: two are too few for 3-of-3" 1 ours policy "$work/three-of-three.policy" "$work/two.note"
finish
