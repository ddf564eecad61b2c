#!/bin/sh
# The program itself, from end to end: a mission folder made with it, its register published, cosigned by three litewitnesses, adopted policies,
# a proof bundle; every file checked by strangers' tools.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
need litewitness go scitt
build_ours
build_program
for command in publish sync; do
  "$program" $command --help >"$work/help.txt" 2>&1 || skip "this program has no \`$command\` yet"
done
export ARMISTICE_PASSPHRASE_FILE=

m="$work/mission"
a() { "$program" "$@"; }
for n in 1 2 3; do
  cat >"$work/page-$n.txt" <<TEXT
Shelling reported near the crossing

LAKE CITY, 1$n May 2021 - Four shells fell near the northern crossing on Tuesday, a monitor told the newspaper. Two people were hurt.
TEXT
done
check "a mission folder is made" 0 a init "$m" --member observer --title "Strangers" --no-passphrase
check "pages are taken in" 0 a add "$m" "$work"/page-*.txt
check "the register is published" 0 a publish "$m"
# The verifier key of the checkpoints that are signed now, and the register's origin.
log_key() {
  a --json key list "$m" >"$work/keys.json"
  python3 - "$work/keys.json" <<'PY'
import json, sys
keys = json.load(open(sys.argv[1]))["keys"]
print(next(k["verifier"] for k in keys if k["role"] == "checkpoints" and k["valid"] and k["algorithm"] == "ed25519"))
PY
}
log_key >"$work/log.vkey"
origin=$(cut -d + -f 1 "$work/log.vkey")
published="$m/registers/observer/published"

# Every tile by Tessera, before anybody has cosigned.
fsck_status() { # URL
  timeout 60 "$bin/tessera-fsck" -ui=false -v 1 -storage_url "$1" -public_key "$work/log.vkey" >"$work/said" 2>&1 || return $?
  cat "$work/said"
  ! grep -q 'fsck failed' "$work/said"
}
check "Tessera's fsck passes what was published" 0 fsck_status "file://$published/"

# Three litewitnesses cosign it, asked by the program; then it grows, and they cosign again.
for w in w1 w2 w3; do
  witness $w "$origin" "$work/log.vkey"
  check "$w cosigns the register" 0 a sync "$m" --witness "$(cat "$work/$w.url")" --witness-key "$(cat "$work/$w.vkey")"
done
{
  for w in w1 w2 w3; do echo "witness $w $(cat "$work/$w.vkey")"; done
  echo "group witnesses 2 w1 w2 w3"
  echo "quorum witnesses"
} >"$work/two.txt"
sed 's/witnesses 2/witnesses 3/' "$work/two.txt" >"$work/three.txt"
check "a policy is adopted: 2 of 3" 0 a policy adopt "$m" "$work/two.txt" --name two-of-three
check "a policy is adopted: 3 of 3" 0 a policy adopt "$m" "$work/three.txt" --name three-of-three
check "it is published again" 0 a publish "$m"
for w in w1 w2 w3; do
  check "$w cosigns the grown register" 0 a sync "$m" --witness "$(cat "$work/$w.url")" --witness-key "$(cat "$work/$w.vkey")"
done
a policy show "$m" two-of-three >"$work/two.policy"
a policy show "$m" three-of-three >"$work/three.policy"
check "torchwood holds the checkpoint to the policy that the program prints, 2 of 3" 0 \
  "$bin/torchwood-check" checkpoint "$work/two.policy" "$published/checkpoint"
check "torchwood reads every entry, 3 of 3" 0 "$bin/torchwood-check" log "$work/three.policy" "$published"
check "Tessera's fsck passes what has grown" 0 fsck_status "file://$published/"

# The same over HTTP, from the program's own server.
"$program" --json serve "$m" --listen 127.0.0.1:0 >"$work/serve.json" 2>"$work/serve.log" &
started $!
url="$(python3 "$here/said.py" "$work/serve.json" address)/registers/observer/"
check "Tessera's fsck passes what the program serves" 0 fsck_status "$url"
check "torchwood's client reads what the program serves" 0 "$bin/torchwood-check" log "$work/three.policy" "$url"

# Another checkpoints key: witnesses refuse it until they are told, then everything goes on.
check "the checkpoints key is changed" 0 a key rotate "$m" --role checkpoints
check "a checkpoint under the new key is published" 0 a publish "$m"
not_cosigned() { ! a sync "$m" --witness "$(cat "$work/w1.url")" --witness-key "$(cat "$work/w1.vkey")"; }
check "w1 refuses a key that it was not told of" 0 not_cosigned
log_key >"$work/log.vkey"
for w in w1 w2 w3; do
  "$bin/witnessctl" add-key -db "$work/$w/db" -origin "$origin" -key "$(cat "$work/log.vkey")" >>"$work/$w/ctl.log" 2>&1
  check "$w cosigns under the new key" 0 a sync "$m" --witness "$(cat "$work/$w.url")" --witness-key "$(cat "$work/$w.vkey")"
done
a policy show "$m" three-of-three >"$work/three.policy"
check "torchwood reads every entry under the new key, 3 of 3" 0 "$bin/torchwood-check" log "$work/three.policy" "$published"
check "Tessera's fsck passes it under the new key" 0 fsck_status "file://$published/"

# A bundle about the first statement, taken apart.
if ! "$program" prove --help >"$work/help.txt" 2>&1; then
  echo "skipped  program: bundles: this program has no \`prove\` yet"
  finish
  exit
fi
id=$(python3 "$here/entry_id.py" "$published" 1)
check "a bundle is made" 0 a prove "$m" "$id" --out "$work/one.armistice"
check "our own verifier: valid under a policy that the reader has" 0 a verify "$work/one.armistice" --policy "$work/three.policy"
check "our own verifier: cannot tell without anything of the reader's" 2 a verify "$work/one.armistice"
mkdir -p "$work/bundle"
check "it is an ordinary zip" 0 python3 -m zipfile -e "$work/one.armistice" "$work/bundle"
b="$work/bundle"
leaf_hash() { (printf '\000'; cat "$b/statement.cose") | sha256sum | grep "^$id "; }
check "sha256sum makes its id" 0 leaf_hash
check "torchwood verifies its proof, 3 of 3" 0 "$bin/torchwood-check" proof "$work/three.policy" "$b/proof.tlog-proof" "$b/statement.cose"
key=$(python3 "$here/entry_id.py" "$published" key)
check "scitt-cose verifies its statement" 0 "$tools/venv/bin/python" "$here/scitt_check.py" statement "$b/statement.cose" "$key"
if [ -e "$b/receipt.cose" ]; then
  log_key=$(python3 -c 'import base64, sys; print(base64.b64decode(open(sys.argv[1]).read().strip().split("+", 2)[2])[1:].hex())' "$work/log.vkey")
  check "scitt-cose verifies its receipt" 0 "$tools/venv/bin/python" "$here/scitt_check.py" receipt "$b/statement.cose" "$b/receipt.cose" "$log_key"
fi
python3 "$here/flip.py" "$b/statement.cose" 150
check "torchwood refuses it with one flipped bit" 1 "$bin/torchwood-check" proof "$work/three.policy" "$b/proof.tlog-proof" "$b/statement.cose"
check "scitt-cose refuses it with one flipped bit" 1 "$tools/venv/bin/python" "$here/scitt_check.py" statement "$b/statement.cose" "$key"
finish
