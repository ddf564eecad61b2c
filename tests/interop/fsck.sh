#!/bin/sh
# Tessera's fsck passes our tiles, and does not pass one flipped bit (version 1.0.4 then hangs for ever: issue 1098 there; a timeout ends it).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
need go
build_ours
ours keys "$work"

# It logs a failure and still ends with 0, so its words decide: 0 sound, 1 not sound, 124 no answer in time.
fsck() { # FOLDER SECONDS
  status=0
  timeout "$2" "$bin/tessera-fsck" -ui=false -N 2 -v 1 -storage_url "file://$1/" -public_key "$work/log.vkey" >"$work/said" 2>&1 || status=$?
  cat "$work/said"
  [ "$status" = 0 ] || return "$status"
  ! grep -q 'fsck failed' "$work/said"
}
not_passed() { # FOLDER SECONDS
  if fsck "$@"; then return 1; else echo "ended with $? (124: it hung, and was ended)"; fi
}

for size in 1 2 255 256 257 1333 70001; do
  ours log "$work/$size" $size
  check "passes a log of $size entries" 0 fsck "$work/$size" 120
done
flip() { # NAME FILE BYTE
  cp -r "$work/1333" "$work/$1"
  python3 "$here/flip.py" "$work/$1/$2" "$3"
  check "does not pass one flipped bit in $2" 0 not_passed "$work/$1" 10
}
flip entries tile/entries/002 5000
flip leaves tile/0/003 777
flip upper tile/1/000.p/5 40
flip partial tile/entries/005.p/53 100
flip signature checkpoint 120
finish
