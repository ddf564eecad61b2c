#!/bin/sh
# Publishes a register to an S3-compatible store on this machine (moto, a Python package) and reads it back from there.
# Must not: talk to another machine, or need a credential that is one. Skips itself where moto cannot be had.
#
# usage: s3.sh ARMISTICE     (a binary built with --features s3)
set -eu
armistice=$1
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT

if ! python3 -c 'import moto.server' 2>/dev/null; then
  python3 -m venv "$work/venv" >/dev/null 2>&1 && "$work/venv/bin/pip" install -q 'moto[server]' >/dev/null 2>&1 ||
    { echo "skipped: the Python package moto is not here and cannot be installed"; exit 0; }
  PATH=$work/venv/bin:$PATH
fi

cat >"$work/serve.py" <<'PY'
import sys, threading, time
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
server.start()
print(server.get_host_and_port()[1], flush=True)
time.sleep(300)
PY
python3 "$work/serve.py" >"$work/port" 2>"$work/server.log" &
server=$!
tries=0
while [ ! -s "$work/port" ]; do
  tries=$((tries + 1))
  [ "$tries" -lt 300 ] || { echo "FAILED: the store does not start"; cat "$work/server.log"; exit 1; }
  sleep 0.1
done
export AWS_ENDPOINT="http://127.0.0.1:$(cat "$work/port")" AWS_REGION=us-east-1 AWS_ALLOW_HTTP=true
export AWS_ACCESS_KEY_ID=nobody AWS_SECRET_ACCESS_KEY=nothing
python3 - "$AWS_ENDPOINT" <<'PY'
import sys, urllib.request
urllib.request.urlopen(urllib.request.Request(sys.argv[1] + "/bucket", method="PUT"))
PY

fail() { echo "FAILED: $1"; exit 1; }
m=$work/m
"$armistice" init "$m" --member analyst -q
"$armistice" publish "$m" --to s3://bucket/register -q || fail "the first copy"
"$armistice" beat "$m" --slots 300 -q
"$armistice" publish "$m" --to s3://bucket/register -q || fail "the second copy"
# What the store serves is what was published, byte for byte.
published=$m/registers/analyst/published
(cd "$published" && find . -type f ! -path './tile/*.p/*') | sed 's,^\./,,' | while read -r name; do
  python3 -c 'import sys, urllib.request; sys.stdout.buffer.write(urllib.request.urlopen(sys.argv[1]).read())' \
    "$AWS_ENDPOINT/bucket/register/$name" >"$work/got" || fail "$name is not served"
  cmp -s "$work/got" "$published/$name" || fail "$name differs"
done
# A tile that somebody put there is not overwritten, and named.
python3 - "$AWS_ENDPOINT" <<'PY'
import sys, urllib.request
for method, name, data in [("PUT", "tile/0/000", b"altered"), ("DELETE", "checkpoint", None)]:
    urllib.request.urlopen(urllib.request.Request(sys.argv[1] + "/bucket/register/" + name, data=data, method=method))
PY
if "$armistice" publish "$m" --to s3://bucket/register -q 2>"$work/said"; then fail "an altered tile was accepted"; fi
grep -q "has other bytes in tile/0/000" "$work/said" || fail "the altered tile was not named: $(cat "$work/said")"
echo "published to an S3-compatible store, read back, an altered tile refused"
