#!/bin/sh
# Other people's clients at a desk on loopback: schemathesis asks everything that the description of the API names, GDAL copies the features
# with paging, feedparser and icalendar read the feed and the calendar, the Nu HTML checker passes every page in English and Arabic.
# shellcheck disable=SC2154 # `tools` and `root` are set by lib.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
need desk
sh "$root/tools/need.sh" gdal java npm >"$work/need.log" 2>&1 || skip "$(tail -n 1 "$work/need.log")"
checker="$tools/vnu"
if ! [ -e "$checker/node_modules/vnu-jar/build/dist/vnu.jar" ]; then
  mkdir -p "$checker"
  npm install --silent --no-save --ignore-scripts --prefix "$checker" vnu-jar@26.9.27 >"$work/npm.log" 2>&1 || skip "vnu-jar cannot be had: $(tail -n 1 "$work/npm.log")"
fi
build_program
py() { "$tools/venv/bin/python" "$@"; }
client() { py "$here/desk_client.py" "$@"; }

# The demonstration, with a report and a case of its own, so that no screen stands empty.
m="$work/mission"
"$program" demo "$m" >"$work/demo.txt"
"$program" --json serve "$m" --listen 127.0.0.1:0 >"$work/serve.json" 2>"$work/serve.log" &
started $!
address=$(py "$here/said.py" "$work/serve.json" address)
check "signed in by the link, a token is made" 0 client enter "$work/serve.json" "$work"
token=$(cat "$work/token")
check "a case and reports are made through the API" 0 client fill "$address" "$work"

# GDAL: four features a page, so that every collection with more goes over several pages.
GDAL_HTTP_HEADERS="Authorization: Bearer $token"
export GDAL_HTTP_HEADERS
layers() { ogrinfo -q "OAPIF:$address/ogc" | tee "$work/layers.txt" | grep -c 'incidents\|claims\|ledger' | grep -qx 3; }
check "GDAL lists the three collections" 0 layers
copied() { # COLLECTION LIST
  ogr2ogr -f GPKG "$work/$1.gpkg" "OAPIF:$address/ogc" -oo PAGE_SIZE=4 "$1" --debug on 2>"$work/$1.log" || { tail -n 5 "$work/$1.log"; return 1; }
  rows=$(ogrinfo -so "$work/$1.gpkg" "$1" | sed -n 's/^Feature Count: //p')
  asked=$(grep -c 'Fetch(.*/items?' "$work/$1.log")
  total=$(client total "$address" "$work" "$2")
  echo "$1: $rows rows, $total in the list, $asked requests"
  [ "$rows" = "$total" ] && [ "$asked" -ge $((rows / 4)) ] && [ "$rows" -gt 4 ]
}
check "GDAL copies the incidents into a GeoPackage, page by page" 0 copied incidents incidents
check "GDAL copies the claims into a GeoPackage, page by page" 0 copied claims claims
# Its usual page is 1,000 features in later versions: more than a page of ours, and no error.
large() { ogr2ogr -f GPKG "$work/large.gpkg" "OAPIF:$address/ogc" -oo PAGE_SIZE=1000 claims && ogrinfo -so "$work/large.gpkg" claims | grep -qx "Feature Count: $(client total "$address" "$work" claims)"; }
check "GDAL asks for more than a page holds and gets all" 0 large
refused() { if GDAL_HTTP_HEADERS='' ogrinfo -q "OAPIF:$address/ogc"; then return 1; else return 0; fi; }
check "GDAL without a token gets nothing" 0 refused
unset GDAL_HTTP_HEADERS

check "feedparser and icalendar read the feed and the calendar" 0 client feeds "$address" "$work"

# Every screen as browsers get it.
vnu() { java -jar "$checker/node_modules/vnu-jar/build/dist/vnu.jar" --errors-only --skip-non-html "$1"; }
check "every screen is had, in English and Arabic" 0 client pages "$address" "$work" "$work/pages"
check "the Nu HTML checker finds no error in $(find "$work/pages" -name '*.html' | wc -l) pages" 0 vnu "$work/pages"
mkdir -p "$work/damaged"
sed 's|</main>|</section>|' "$work/pages/en-incidents.html" >"$work/damaged/en-incidents.html"
check "the Nu HTML checker does not pass a damaged page" 1 vnu "$work/damaged"

# schemathesis: reads at their rate, then changes at theirs, so that the limits of requests are not what is tested.
st() { # NAME SECONDS-AT-MOST RATE CASES METHOD…
  log="$work/$1.txt"
  limit=$2 rate=$3 cases=$4
  shift 4
  status=0
  (cd "$work" && timeout "$limit" "$tools/venv/bin/schemathesis" run "$address/openapi.json" -H "Authorization: Bearer $token" \
    --checks not_a_server_error,response_schema_conformance,content_type_conformance,status_code_conformance \
    --phases examples,coverage,fuzzing -n "$cases" --rate-limit "$rate" --seed 1 --no-shrink --continue-on-failure "$@") >"$log" 2>&1 || status=$?
  cat "$log"
  sed -n 's/^ *\(Tested: .*\|.* generated.*\)/\1/p' "$log" | tr -s '\n ' ' ' >&3 && echo >&3
  [ "$status" = 0 ] && ! grep -q '429 Too Many' "$log"
}
check "ids that are there, for schemathesis" 0 client known "$address" "$work"
exec 3>"$work/figures.txt"
check "schemathesis finds no 5xx and no schema break in what is read" 0 st reads 400 45/s 20 --include-method GET
check "schemathesis finds no 5xx and no schema break in what is changed" 0 st changes 400 4/s 20 --include-method POST
exec 3>&-
sed 's/^/         | /' "$work/figures.txt"
check "the desk still answers, and its record is sound" 0 "$program" check "$m"
finish
