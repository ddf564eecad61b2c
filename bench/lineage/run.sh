#!/bin/sh
# Lineage against datasketch from PyPI, in one run. Arguments go to run.py (--docs N, --ours-only).
# Needs: Python 3 with venv, cargo, a package index. Leaves nothing in the repository but target/.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work="$root/target/bench-lineage"
mkdir -p "$work"
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/python" -c 'import datasketch' 2>/dev/null || "$work/venv/bin/pip" install --quiet 'datasketch==2.0.0'
(cd "$root" && cargo build --quiet --release -p armistice-read --example lineage)
exec "$work/venv/bin/python" "$here/run.py" --work "$work" "$@"
