#!/bin/sh
# Runs every fuzz target for N seconds each (default 60) on its seeds: tools/fuzz.sh [SECONDS] [TARGET…]
# Must not: install a toolchain, or change the seeds. Findings stay in fuzz/artifacts, the corpus in fuzz/corpus (not in git).
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
[ $# -gt 0 ] && shift

missing=""
cargo +nightly --version >/dev/null 2>&1 || missing="$missing
  a nightly toolchain: rustup toolchain install nightly --profile minimal"
cargo fuzz --version >/dev/null 2>&1 || missing="$missing
  cargo-fuzz: cargo install cargo-fuzz --locked"
command -v c++ >/dev/null 2>&1 || missing="$missing
  a C++ compiler for libFuzzer: the package g++"
[ -f assets/gazetteer.bin ] || missing="$missing
  the gazetteer: make gazetteer"
[ -f assets/fonts/DejaVuSans.ttf ] || missing="$missing
  the faces of PDF pages: make fonts"
if [ -n "$missing" ]; then
  echo "fuzzing needs, and these are missing:$missing" >&2
  exit 1
fi

[ $# -gt 0 ] || set -- $(cargo +nightly fuzz list)
cargo +nightly fuzz build
failed=""
for target in "$@"; do
  mkdir -p "fuzz/corpus/$target" "fuzz/seeds/$target"
  log="fuzz/target/$target.log"
  if cargo +nightly fuzz run "$target" "fuzz/corpus/$target" "fuzz/seeds/$target" -- \
    -max_total_time="$seconds" -max_len=65536 -timeout=10 -rss_limit_mb=3072 -print_final_stats=1 >"$log" 2>&1; then
    echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") runs in $seconds s, no finding"
  else
    failed="$failed $target"
    echo "$target: FAILED, see $log" >&2
    tail -n 25 "$log" >&2
  fi
done
[ -z "$failed" ] || { echo "failed:$failed" >&2; exit 1; }
