#!/bin/sh
# Makes crates/armistice-tlog/testdata/vectors anew: our log at two sizes with what litewitness, Tessera and Go's crypto/mldsa signed.
# Every run gives other signatures (the witnesses' keys are new); the log itself is always the same. Look at the difference, then commit.
# Must not: be needed by a test. The committed files are.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
need litewitness go scitt
build_ours
out="$work/vectors"
mkdir -p "$out"

ours keys "$out"
cp "$out/log.vkey" "$work/log.vkey"
origin=$(ours origin)
for w in w1 w2 w3; do witness "$w" "$origin" "$out/log.vkey"; cp "$work/$w.vkey" "$out/$w.vkey"; done
policy 2 w1 w2 w3 >"$out/two-of-three.policy"
policy 3 w1 w2 w3 >"$out/three-of-three.policy"

# What the witnesses answered, to a first checkpoint, to growth, to a wrong size, a bad proof and a wrong signature.
ours request 0 5 "$out/first.request"
ours request 5 300 "$out/growth.request"
ours request 4 300 "$work/wrong-size.request"
ours request 5 300 "$work/bad-proof.request" --spoil-proof
ours request 5 300 "$work/bad-signature.request" --spoil-signature
answers() { # FILE WITNESS REQUEST
  submit "$2" "$3" "$work/body" >"$work/status"
  { cut -d ' ' -f 1 "$work/status"; cat "$work/body"; } >"$1"
}
for w in w1 w2 w3; do answers "$out/first.$w.answer" "$w" "$out/first.request"; done
answers "$out/wrong-size.answer" w1 "$work/wrong-size.request"
answers "$out/bad-proof.answer" w1 "$work/bad-proof.request"
answers "$out/bad-signature.answer" w1 "$work/bad-signature.request"
for w in w1 w2 w3; do answers "$out/growth.$w.answer" "$w" "$out/growth.request"; done

for row in "5 first" "300 growth"; do
  size=${row% *} name=${row#* }
  ours log "$out/log-$size" "$size"
  for w in w1 w2 w3; do tail -n +2 "$out/$name.$w.answer" >"$work/$w.lines"; done
  cp "$out/log-$size/checkpoint" "$work/signed.note"
  ours merge "$work/signed.note" "$out/log-$size/checkpoint" "$work/w1.lines" "$work/w2.lines" "$work/w3.lines"
  ours merge "$work/signed.note" "$work/two.note" "$work/w1.lines" "$work/w3.lines"
  ours merge "$work/signed.note" "$work/one.note" "$work/w2.lines"
  ours proof "$work/one.note" $((size * 2 / 3)) "$out/$size.one.tlog-proof"
  ours proof "$work/two.note" $((size * 2 / 3)) "$out/$size.two.tlog-proof"
  "$bin/torchwood-check" prove "$out/three-of-three.policy" "$out/log-$size" $((size * 2 / 3)) "$out/$size.three.tlog-proof" >"$work/prove.txt"
  ours receipt "$size" $((size * 2 / 3)) "$out/$size.receipt"
  ours entry $((size * 2 / 3)) "$work/entry"
  "$bin/torchwood-check" proof "$out/two-of-three.policy" "$out/$size.two.tlog-proof" "$work/entry" >"$work/accepted.txt"
  "$tools/venv/bin/python" "$here/scitt_check.py" receipt "$work/entry" "$out/$size.receipt" "$(cat "$out/checkpoints.hex")" >>"$work/accepted.txt"
done

# ML-DSA-44 both ways: a line that Go made, beside ours.
"$bin/mldsa-check" sign "$out/log-300/checkpoint" go.example/witness 1790000000 "$out/go.mldsa.vkey" >"$work/go.lines"
ours cosign "$out/log-300/checkpoint" "$work/ours.note" 1790000000
ours merge "$work/ours.note" "$out/mldsa.note" "$work/go.lines"
"$bin/mldsa-check" "$out/mldsa.note" "$out/witness.mldsa.vkey" >>"$work/accepted.txt"

# A log that Tessera keeps, for our reader.
"$bin/tessera-log" key tessera.example/log "$work/tessera"
cp "$work/tessera/log.vkey" "$out/tessera.vkey"
echo "quorum none" >"$work/none.policy"
"$bin/tessera-log" run "$work/none.policy" "$work/tessera/log.skey" "$out/tessera" 0 270 >"$work/tessera.txt" 2>"$work/tessera.log"
rm -rf "$out/tessera/.state"
find "$out/tessera" -type d -name '*.p' | while read -r partial; do
  # Partial files of sizes that were passed on the way are not needed.
  if [ -e "${partial%.p}" ]; then rm -r "$partial"; else find "$partial" -type f | sort -V | sed '$d' | while read -r old; do rm "$old"; done; fi
done

target="$root/crates/armistice-tlog/testdata/vectors"
rm -rf "$target"
mkdir -p "$target"
cp -r "$out/." "$target/"
find "$target" -type f -exec chmod 644 {} +
{
  sed 's/^/torchwood /' "$tools/torchwood.version"
  cat "$tools/libraries.ok"
  "$here/go.sh" version
  echo "scitt-cose $("$tools/venv/bin/python" -c 'import importlib.metadata as m; print(m.version("scitt-cose"))')"
} >"$target/made-with.txt"
cat "$work/accepted.txt"
find "$target" -type f -exec cat {} + | wc -c | sed 's/$/ bytes of vectors/'
