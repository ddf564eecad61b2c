#!/bin/sh
# Breaks every file call of a command that says statements and publishes them: killed there, EIO, ENOSPC, nothing written,
# and a full disk at every size. After each: what is there verifies, the command works again, and verifies again.
# Must not: run without end. It stops after SECONDS and says how far it came. Needs strace; without it, says so and ends.
#
# usage: strace.sh ARMISTICE [SECONDS]
set -u
armistice=$1
seconds=${2:-120}
command -v strace >/dev/null 2>&1 || { echo "skipped: strace is not installed"; exit 0; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
deadline=$(($(date +%s) + seconds))
base=$work/base
m=$work/m
"$armistice" init "$base" --member analyst -q || exit 1
"$armistice" beat "$base" --slots 2 -q || exit 1
if ! strace -f -qq -o "$work/probe" true 2>/dev/null; then
  echo "skipped: strace cannot trace here"
  exit 0
fi

fresh() { rm -rf "$m" && cp -a "$base" "$m"; }
size() { "$armistice" publish "$1" --json 2>/dev/null | sed -n 's/.*"size":\([0-9]*\).*/\1/p'; }
act() { "$armistice" beat "$m" --slots 3 -q; }
before=$(size "$base")

# What is there after a fault, and that it goes on. $1: what broke, $2: how the command ended.
judge() {
  if ! "$armistice" check "$m" >"$work/check" 2>&1; then
    echo "FAILED after $1: check says"; cat "$work/check"; exit 1
  fi
  now=$(size "$m")
  case $now in
    "$before" | $((before + 3))) ;;
    *) echo "FAILED after $1: $now entries, there were $before"; exit 1 ;;
  esac
  if [ "$2" = 0 ] && [ "$now" != $((before + 3)) ]; then
    echo "FAILED after $1: it said done, and $now entries are there"; exit 1
  fi
  if ! act >"$work/again" 2>&1; then
    echo "FAILED after $1: the next run says"; cat "$work/again"; exit 1
  fi
  after=$(size "$m")
  if [ "$after" != $((now + 3)) ]; then
    echo "FAILED after $1: $now entries, then $after"; exit 1
  fi
  if ! "$armistice" check "$m" >"$work/check" 2>&1; then
    echo "FAILED after $1 and another run: check says"; cat "$work/check"; exit 1
  fi
}

late() { [ "$(date +%s)" -ge "$deadline" ]; }

# How many calls of each kind the main thread makes. The work of publishing few files is done in it.
calls="pwrite64 write fdatasync fsync syncfs renameat2 rename ftruncate mkdir unlink openat flock pread64 read getdents64"
fresh
strace -f -qq -o "$work/trace" -e trace=file,desc "$armistice" beat "$m" --slots 3 -q || { echo "FAILED: it does not run"; exit 1; }
main=$(head -n 1 "$work/trace" | cut -d' ' -f1)
done=0 planned=0 stopped=
: >"$work/plan"
for call in $calls; do
  count=$(awk -v p="$main" -v c="$call" '$1 == p && index($2, c "(") == 1' "$work/trace" | wc -l)
  [ "$count" -gt 0 ] || continue
  # What only loads the program is of no interest: opening and reading begins with the lock of the mission.
  n=1
  case $call in
    openat | read | pread64)
      n=$(awk -v p="$main" -v c="$call" '$1 == p { if (index($2, c "(") == 1) n++; if (index($0, "mission.toml")) { print n + (c != "openat"); exit } }' "$work/trace")
      ;;
  esac
  while [ "$n" -le "$count" ]; do
    echo "$call $n signal=KILL" >>"$work/plan"
    case $call in
      pwrite64 | write) echo "$call $n error=ENOSPC" >>"$work/plan"; echo "$call $n retval=0" >>"$work/plan"; echo "$call $n error=EIO" >>"$work/plan" ;;
      openat | mkdir | rename | renameat2) echo "$call $n error=EIO" >>"$work/plan"; echo "$call $n error=ENOSPC" >>"$work/plan" ;;
      *) echo "$call $n error=EIO" >>"$work/plan" ;;
    esac
    n=$((n + 1))
  done
done
# A disk that is full after so many KiB in a file: writes that are really short.
for kib in 0 1 2 3 4 5 6 8 10 12 16; do echo "limit $kib full" >>"$work/plan"; done
planned=$(wc -l <"$work/plan")

while read -r call n how; do
  if late; then stopped=yes; break; fi
  fresh
  if [ "$call" = limit ]; then
    (trap '' XFSZ; ulimit -f "$((n * 2))" && act) >/dev/null 2>&1
    code=$?
  else
    strace -f -qq -o /dev/null -e trace="$call" -e inject="$call:$how:when=$n" "$armistice" beat "$m" --slots 3 -q >/dev/null 2>&1
    code=$?
  fi
  judge "$call number $n, $how" "$code"
  done=$((done + 1))
done <"$work/plan"
echo "$done of $planned faults: each leaves what verifies, and the next run goes on${stopped:+ (stopped after $seconds s)}"
