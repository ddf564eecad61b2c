# What every script here begins with: folders, checks with a line each, witnesses that other people wrote.
# Must not: be run; it is read with `.`, with $here set to this folder.
# shellcheck shell=sh disable=SC2154 # `here` is set by the script that reads this

root=$(cd "$here/../.." && pwd)
tools="${ARMISTICE_INTEROP:-$root/target/interop}"
mkdir -p "$tools/run"
tools=$(cd "$tools" && pwd)
bin="$tools/bin"
topic=$(basename "$0" .sh)
work="$tools/run/$topic"
rm -rf "$work"
mkdir -p "$work/log"
passed=0
failed=0
running=""

# Ends the script: 0 when every check passed, 1 when one failed, 3 when a tool cannot be had.
skip() {
  echo "skipped  $topic: $*"
  exit 3
}

need() { sh "$here/tools.sh" "$@" 2>"$work/tools.log" || { cat "$work/tools.log" >&2; skip "$(tail -n 1 "$work/tools.log")"; }; }

# check NAME STATUS COMMAND…: the command ends with that status. What it said stands in the log folder.
check() {
  name=$1
  expected=$2
  shift 2
  log="$work/log/$(printf '%s' "$name" | tr -c 'a-zA-Z0-9\n' '-').txt"
  status=0
  "$@" >"$log" 2>&1 || status=$?
  if [ "$status" = "$expected" ]; then
    passed=$((passed + 1))
    echo "ok       $topic: $name"
  else
    failed=$((failed + 1))
    echo "FAILED   $topic: $name: ended with $status, expected $expected"
    sed 's/^/         | /' "$log" | tail -n 20
  fi
}

# says TEXT COMMAND…: the command's output has the text in it; its own status is passed over.
says() {
  text=$1
  shift
  "$@" >"$work/said" 2>&1 || true
  cat "$work/said"
  grep -qF -- "$text" "$work/said"
}

finish() {
  stop_all
  echo "$topic: $passed passed, $failed failed"
  [ "$failed" = 0 ]
}

# Processes that this script started, and only those, end with it.
started() { running="$running $1"; }
stop_all() {
  for id in $running; do
    kill "$id" 2>/dev/null || true
    wait "$id" 2>/dev/null || true
  done
  running=""
  [ -z "${sockets:-}" ] || rm -rf "$sockets"
}
trap stop_all EXIT
trap 'exit 130' INT TERM

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# wait_for PORT: until something listens there, at most 20 seconds.
wait_for() {
  python3 - "$1" <<'PY'
import socket, sys, time
end = time.monotonic() + 20
while time.monotonic() < end:
    try:
        socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1).close()
        sys.exit(0)
    except OSError:
        time.sleep(0.05)
sys.exit("nothing listens on port " + sys.argv[1])
PY
}

# Our side for the formats alone: crates/armistice-tlog/examples/strangers.rs.
ours() { "$strangers" "$@"; }
build_ours() {
  (cd "$root" && cargo build --quiet --locked -p armistice-tlog --example strangers) >"$work/build.log" 2>&1 || { cat "$work/build.log" >&2; exit 1; }
  strangers="${CARGO_TARGET_DIR:-$root/target}/debug/examples/strangers"
}

# The program itself, or the one that ARMISTICE_PROGRAM names.
build_program() {
  program="${ARMISTICE_PROGRAM:-}"
  [ -z "$program" ] || return 0
  (cd "$root" && cargo build --quiet --locked -p armistice) >"$work/build.log" 2>&1 || { cat "$work/build.log" >&2; exit 1; }
  program="${CARGO_TARGET_DIR:-$root/target}/debug/armistice"
}

# witness NAME ORIGIN VKEY-FILE…: a litewitness of its own, with a key that an ssh-agent of its own holds. It trusts the keys for the origin.
# Sets $witness_url and writes its verifier key to $work/NAME.vkey.
witness() {
  w=$1
  origin=$2
  shift 2
  [ -n "${sockets:-}" ] || sockets=$(mktemp -d)
  d="$work/$w"
  mkdir -p "$d"
  ssh-keygen -q -t ed25519 -N '' -C "$w" -f "$d/key"
  ssh-agent -a "$sockets/$w" -D >"$d/agent.log" 2>&1 &
  started $!
  python3 - "$sockets/$w" <<'PY'
import os, stat, sys, time
end = time.monotonic() + 20
while time.monotonic() < end:
    if os.path.exists(sys.argv[1]) and stat.S_ISSOCK(os.stat(sys.argv[1]).st_mode):
        sys.exit(0)
    time.sleep(0.02)
sys.exit("ssh-agent does not begin")
PY
  SSH_AUTH_SOCK="$sockets/$w" ssh-add -q "$d/key" >"$d/add.log" 2>&1
  "$bin/witnessctl" add-log -db "$d/db" -origin "$origin" >"$d/ctl.log" 2>&1
  for vkey in "$@"; do "$bin/witnessctl" add-key -db "$d/db" -origin "$origin" -key "$(cat "$vkey")" >>"$d/ctl.log" 2>&1; done
  port=$(free_port)
  "$bin/litewitness" -db "$d/db" -ssh-agent "$sockets/$w" -key "$(ssh-keygen -lf "$d/key.pub" | cut -d ' ' -f 2)" \
    -name "$w.example/witness" -listen "127.0.0.1:$port" >"$d/log" 2>&1 &
  started $!
  wait_for "$port" || { cat "$d/log" >&2; exit 1; }
  sed -n 's/.*vkey=//p' "$d/log" >"$work/$w.vkey"
  witness_url="http://127.0.0.1:$port"
  echo "$witness_url" >"$work/$w.url"
}

# submit WITNESS BODY ANSWER: prints the status and content type.
submit() { python3 "$here/post.py" "$(cat "$work/$1.url")/add-checkpoint" "$2" "$3"; }

# policy NAME K WITNESS…: a tlog-policy of the log (key of this script's log) and k of these witnesses.
policy() {
  k=$1
  shift
  echo "log $(cat "$work/log.vkey")"
  for w in "$@"; do echo "witness $w $(cat "$work/$w.vkey")"; done
  echo "group all-of-them $k $*"
  echo "quorum all-of-them"
}
