#!/bin/sh
# Throughput of `armistice add`: N articles (10,000 unless told), documents per second, memory; then each stage apart.
# Must not: be a test. Figures go to standard output.
set -eu
cd "$(dirname "$0")/../.."
n=${1:-10000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo build --release --locked -q -p armistice --bin armistice --example stages
python3 bench/add/make.py "$work/articles" "$n"
du -sk "$work/articles" | awk '{print "articles: " $1/1024 " MiB in '"$n"' files"}'
./target/release/armistice init "$work/m" --agreement agreements/syria-2016-12-30.toml --member bench -q
python3 - "$work" <<'P'
import os, resource, subprocess, sys, time
work = sys.argv[1]
def run(what, *args):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    out = subprocess.run(["./target/release/armistice", *args], capture_output=True, text=True)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{what}: {wall:.1f} s wall, {cpu:.1f} s CPU, peak {after.ru_maxrss / 1024:.0f} MiB, exit {out.returncode}")
    return wall
n = len(os.listdir(f"{work}/articles"))
wall = run("add", "add", f"{work}/m", f"{work}/articles")
print(f"add: {n / wall:.0f} documents per second")
run("add again (all known)", "add", f"{work}/m", f"{work}/articles")
run("brief --json", "brief", f"{work}/m", "--json")
P
./target/release/examples/stages "$work/articles"
