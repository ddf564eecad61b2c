#!/bin/sh
# The register store beside Tessera's POSIX driver on the same disk, in one run, in turns; then what checking costs, and folding a million.
#   sh bench/store/run.sh [ENTRIES] [ROUNDS] [STATEMENTS]
# ENTRIES of 1 KiB in each turn (200000), ROUNDS of all turns (5), STATEMENTS to fold (1000000); 0 leaves a part out.
# Needs what tests/interop/tools.sh needs. Leaves nothing but target/. BENCH_FOLDER is where the registers stand while it runs.
# Figures are of this machine and this hour: the load is printed with them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
entries=${1:-200000} rounds=${2:-5} statements=${3:-1000000}
work="${BENCH_FOLDER:-$root/target/bench-store}"
tools="${ARMISTICE_INTEROP:-$root/target/interop}"
out="$work/figures.txt"
mkdir -p "$work"
: >"$out"

(cd "$root" && cargo build --quiet --release --locked -p armistice --example store_round --example trust_measure --example fold_measure)
ours="${CARGO_TARGET_DIR:-$root/target}/release/examples"
peer=""
if [ "$rounds" != 0 ]; then
  if sh "$root/tests/interop/tools.sh" go; then
    (cd "$here" && "$root/tests/interop/go.sh" build -o "$tools/bin/tessera-bench" ./tessera)
    peer="$tools/bin/tessera-bench"
  else
    echo "without Tessera: ours alone" >&2
  fi
fi

# One turn: a register on the disk, measured, and removed again. What the turn before left to be written is written first.
turn() {
  rm -rf "$work/turn"
  sync
  "$@" >>"$out" 2>"$work/turn.log" || { cat "$work/turn.log" >&2; exit 1; }
  tail -n 1 "$out"
  rm -rf "$work/turn"
}

echo "load before: $(cut -d ' ' -f 1-3 /proc/loadavg), processors: $(nproc)"
round=1
while [ "$round" -le "$rounds" ]; do
  echo "round $round of $rounds"
  for batch in 256 4096; do
    writers=$((batch == 256 ? 1024 : 8192))
    [ -z "$peer" ] || turn "$peer" "$work/turn" "$entries" $writers $batch 100
    turn "$ours/store_round" "$work/turn" "$entries" batch $batch
    turn "$ours/store_round" "$work/turn" "$entries" writers $writers
  done
  round=$((round + 1))
done
[ "$rounds" = 0 ] || python3 "$here/report.py" "$out"

if [ "$entries" != 0 ]; then
  echo "one core:"
  RAYON_NUM_THREADS=1 "$ours/trust_measure" "$entries" "$work"
  echo "all cores:"
  "$ours/trust_measure" "$entries" "$work"
fi
[ "$statements" = 0 ] || "$ours/fold_measure" "$statements" "$work"
echo "load after: $(cut -d ' ' -f 1-3 /proc/loadavg)"
