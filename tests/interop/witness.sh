#!/bin/sh
# `armistice witness` beside the others: a client that follows the specification word by word, Tessera's own witness client, and
# torchwood's policy check over a checkpoint that litewitness and our witness cosigned.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
need litewitness go
build_ours
build_program
"$program" witness --help >"$work/help.txt" 2>&1 || skip "this program has no witness"

ours keys "$work"
origin=$(ours origin)
"$bin/tessera-log" key tessera.example/log "$work/tessera"
cat "$work/log.vkey" "$work/tessera/log.vkey" >"$work/logs.txt"

begin_witness() {
  "$program" --json witness --dir "$work/witness" --name guarantor.example/witness --logs "$work/logs.txt" --listen 127.0.0.1:0 \
    >"$work/witness.json" 2>"$work/witness.log" &
  witness_process=$!
  started $witness_process
  python3 "$here/said.py" "$work/witness.json" address >"$work/ours.url" || { cat "$work/witness.log" >&2; exit 1; }
  python3 "$here/said.py" "$work/witness.json" vkey >"$work/ours.vkey"
}
begin_witness

status_is() { # BODY STATUS TYPE
  found=$(submit ours "$1" "$work/answer")
  echo "$found"; cat "$work/answer"
  case "$found" in "$2 $3"*) ;; *) return 1 ;; esac
}
ours request 0 1000 "$work/first.body"
ours request 1000 1333 "$work/growth.body"
ours request 999 1333 "$work/wrong-size.body"
ours request 1000 1333 "$work/bad-proof.body" --spoil-proof
ours request 1000 1000 "$work/two-roots.body" --other-root
ours request 1000 1333 "$work/bad-signature.body" --spoil-signature
sed 's/observer$/somebody-else/' "$work/first.body" >"$work/unknown.body"
printf 'old 01000\n\n' | cat - "$work/first.body" >"$work/malformed.body"
check "a first checkpoint" 0 status_is "$work/first.body" 200 text/plain
check "a wrong old size: 409 and the size" 0 status_is "$work/wrong-size.body" 409 text/x.tlog.size
check "the size that it holds" 0 grep -qx 1000 "$work/answer"
check "a bad proof: 422" 0 status_is "$work/bad-proof.body" 422 text/plain
# Version 1.0.0 of tlog-witness asks for 409 here, its later text (and litewitness 0.9.0) for 422.
check "another root for the same size: 409" 0 status_is "$work/two-roots.body" 409 text/x.tlog.size
check "and the proof that the log contradicts itself is kept" 0 sh -c 'ls "$1"/state/evidence/*.evidence' sh "$work/witness"
check "a wrong signature: 403" 0 status_is "$work/bad-signature.body" 403 text/plain
check "an unknown log: 404" 0 status_is "$work/unknown.body" 404 text/plain
check "no request: 400" 0 status_is "$work/malformed.body" 400 text/plain
check "growth" 0 status_is "$work/growth.body" 200 text/plain
cp "$work/answer" "$work/ours.lines"

# It comes back with the same key and the size that it held.
kill -9 "$witness_process"
wait "$witness_process" 2>/dev/null || true
cp "$work/ours.vkey" "$work/before.vkey"
begin_witness
check "after kill -9: the same key" 0 cmp "$work/before.vkey" "$work/ours.vkey"
check "after kill -9: the old size is refused" 0 status_is "$work/growth.body" 409 text/x.tlog.size
check "after kill -9: it holds what it cosigned" 0 grep -qx 1333 "$work/answer"

# Cosigned by two litewitnesses and by ours, judged by torchwood and by us.
for w in w1 w2; do
  witness $w "$origin" "$work/log.vkey"
  ours request 0 1333 "$work/body"
  submit $w "$work/body" "$work/$w.lines" >"$work/$w.status"
done
ours checkpoint 1333 "$work/signed.note"
ours merge "$work/signed.note" "$work/all.note" "$work/w1.lines" "$work/w2.lines" "$work/ours.lines"
ours merge "$work/signed.note" "$work/two.note" "$work/w1.lines" "$work/w2.lines"
policy 3 w1 w2 ours >"$work/three.policy"
check "torchwood counts our witness's cosignature" 0 "$bin/torchwood-check" checkpoint "$work/three.policy" "$work/all.note"
check "torchwood misses it where it is not" 1 "$bin/torchwood-check" checkpoint "$work/three.policy" "$work/two.note"
check "our policy code agrees" 0 ours policy "$work/three.policy" "$work/all.note"

# A log that Tessera runs, with our witness in its policy: Tessera publishes nothing that we did not cosign.
{
  echo "witness ours $(cat "$work/ours.vkey") $(cat "$work/ours.url")"
  echo "quorum ours"
} >"$work/tessera.policy"
{
  echo "log $(cat "$work/tessera/log.vkey")"
  cat "$work/tessera.policy"
} >"$work/read.policy"
check "Tessera publishes with our cosignature" 0 "$bin/tessera-log" run "$work/tessera.policy" "$work/tessera/log.skey" "$work/tessera/log" 0 100
check "and again when it has grown" 0 "$bin/tessera-log" run "$work/tessera.policy" "$work/tessera/log.skey" "$work/tessera/log" 100 400
check "torchwood reads Tessera's log under a policy with our witness" 0 "$bin/torchwood-check" log "$work/read.policy" "$work/tessera/log"
finish
