#!/bin/sh
# Every check against the tools of others, a summary line at the end. Each script also runs by itself.
# Ends with 1 when a check failed; a tool that cannot be had is told, and fails only with --strict.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
strict=""
[ "${1:-}" != --strict ] || strict=yes
failed="" skipped="" passed=""
for script in litewitness torchwood fsck scitt mldsa witness program s3 pages desk; do
  [ -e "$here/$script.sh" ] || continue
  status=0
  sh "$here/$script.sh" || status=$?
  case $status in
    0) passed="$passed $script" ;;
    3) skipped="$skipped $script" ;;
    *) failed="$failed $script" ;;
  esac
done
echo "interop: passed:${passed:- none}; failed:${failed:- none}; skipped:${skipped:- none}"
[ -z "$failed" ] && { [ -z "$skipped" ] || [ -z "$strict" ]; }
