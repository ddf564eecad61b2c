#!/bin/sh
# Every benchmark, one after the other. Each also runs by itself; bench/README.md says what each measures.
set -eu
cd "$(dirname "$0")/.."
sh bench/add/run.sh
sh bench/lineage/run.sh
sh bench/store/run.sh
