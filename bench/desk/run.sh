#!/bin/sh
# Lists of the desk over a mission of our own making: INCIDENTS (100000), CLAIMS (1000000), QUESTIONS of each kind (100).
# Needs: cargo, about 2 GB of disk under target/ and 1.5 GB of memory. Leaves nothing in the repository but target/.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work="$root/target/bench-desk"
mkdir -p "$work"
(cd "$root" && cargo build --quiet --release -p armistice --example desk_index)
"$root/target/release/examples/desk_index" "${1:-100000}" "${2:-1000000}" "${3:-100}" "$work"
