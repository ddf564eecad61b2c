#!/bin/sh
# Publishes a register to an S3-compatible store on this machine (moto, a Python package) and reads it back from there.
# Must not: talk to another machine (but to fetch moto), or need a credential that is one.
#
# usage: s3.sh ARMISTICE     (a binary built with --features s3); ends with 3 where moto cannot be had. tests/interop/s3.sh builds and runs it.
set -eu
armistice=$1
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT

if ! python3 -c 'import moto.server' 2>/dev/null; then
  python3 -m venv "$work/venv" >/dev/null 2>&1 && "$work/venv/bin/pip" install -q 'moto[server]' >/dev/null 2>&1 ||
    { echo "skipped: the Python package moto is not here and cannot be installed"; exit 3; }
  PATH=$work/venv/bin:$PATH
fi

# The store, with a line for each file that it was asked to take: its name, and on what condition.
cat >"$work/serve.py" <<'PY'
import os, sys
from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server
folder = sys.argv[1]
asked = open(folder + "/asked", "a")
store = DomainDispatcherApplication(create_backend_app)
def app(environ, start):
    if environ["REQUEST_METHOD"] == "PUT":
        conditions = [name[5:] for name in ("HTTP_IF_MATCH", "HTTP_IF_NONE_MATCH") if name in environ]
        print(environ["PATH_INFO"], *conditions, file=asked, flush=True)
    return store(environ, start)
server = make_server("127.0.0.1", 0, app, threaded=True)
with open(folder + "/port.new", "w") as port:
    print(server.server_port, file=port)
os.rename(folder + "/port.new", folder + "/port")
server.serve_forever()
PY
python3 "$work/serve.py" "$work" >"$work/server.log" 2>&1 &
server=$!
tries=0
while [ ! -e "$work/port" ]; do
  tries=$((tries + 1))
  [ "$tries" -lt 300 ] || { echo "FAILED: the store does not start"; cat "$work/server.log"; exit 1; }
  sleep 0.1
done
export AWS_ENDPOINT="http://127.0.0.1:$(cat "$work/port")" AWS_REGION=us-east-1 AWS_ALLOW_HTTP=true
export AWS_ACCESS_KEY_ID=nobody AWS_SECRET_ACCESS_KEY=nothing
# Everybody may read it, and somebody else may write to it.
python3 - "$AWS_ENDPOINT" <<'PY'
import json, sys, urllib.request
policy = {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::bucket/*"}]}
for name, data in [("/bucket", None), ("/bucket?policy", json.dumps(policy).encode())]:
    request = urllib.request.Request(sys.argv[1] + name, data=data, method="PUT", headers={"Content-Type": "application/json"})
    urllib.request.urlopen(request)
PY

fail() { echo "FAILED: $1"; exit 1; }
m=$work/m
"$armistice" init "$m" --member analyst -q
"$armistice" publish "$m" --to s3://bucket/register -q || fail "the first copy"
"$armistice" beat "$m" --slots 256 -q
"$armistice" publish "$m" --to s3://bucket/register -q || fail "the second copy"
# What the store serves is what was published, byte for byte.
published=$m/registers/analyst/published
(cd "$published" && find . -type f ! -path './tile/*.p/*') | sed 's,^\./,,' | while read -r name; do
  python3 -c 'import sys, urllib.request; sys.stdout.buffer.write(urllib.request.urlopen(sys.argv[1]).read())' \
    "$AWS_ENDPOINT/bucket/register/$name" >"$work/got" || fail "$name is not served"
  cmp -s "$work/got" "$published/$name" || fail "$name differs"
done
# Every file was to be created, but for the second checkpoint: that was to come in place of the first.
grep -v "^/bucket$" "$work/asked" | sed 's,^/bucket/register/,,' >"$work/puts"
[ "$(grep -c IF_NONE_MATCH "$work/puts")" -gt 5 ] || fail "few files were created: $(cat "$work/puts")"
[ "$(grep -v IF_NONE_MATCH "$work/puts")" = "checkpoint IF_MATCH" ] || fail "a file was put without its condition: $(cat "$work/puts")"
# A third time there is nothing to do.
"$armistice" publish "$m" --to s3://bucket/register -q || fail "the third copy"
[ "$(grep -vc "^/bucket$" "$work/asked")" = "$(wc -l <"$work/puts")" ] || fail "it was copied again: $(tail -n 3 "$work/asked")"
# A tile that somebody put there is not overwritten, and named.
python3 - "$AWS_ENDPOINT" <<'PY'
import sys, urllib.request
for method, name, data in [("PUT", "tile/0/000", b"altered"), ("DELETE", "checkpoint", None)]:
    request = urllib.request.Request(sys.argv[1] + "/bucket/register/" + name, data=data, method=method)
    request.add_header("Content-Type", "application/octet-stream")
    urllib.request.urlopen(request)
PY
if "$armistice" publish "$m" --to s3://bucket/register -q 2>"$work/said"; then fail "an altered tile was accepted"; fi
grep -q "has other bytes in tile/0/000" "$work/said" || fail "the altered tile was not named: $(cat "$work/said")"
# Without credentials it asks nobody for some, and says what is missing.
if env -u AWS_ACCESS_KEY_ID "$armistice" publish "$m" --to s3://bucket/register -q 2>"$work/said"; then fail "no credentials, and it went on"; fi
grep -q "AWS_ACCESS_KEY_ID is not set" "$work/said" || fail "missing credentials were not named: $(cat "$work/said")"
# An address without TLS only where that is allowed.
if env -u AWS_ALLOW_HTTP "$armistice" publish "$m" --to s3://bucket/register -q 2>"$work/said"; then fail "it went without TLS"; fi
echo "published to an S3-compatible store, read back, an altered tile refused"
