#!/bin/sh
# html-validate passes our pages, qpdf and poppler our PDF files, and neither passes a damaged one.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
sh "$root/tools/need.sh" npm node qpdf pdftotext >"$work/need.log" 2>&1 || skip "$(tail -n 1 "$work/need.log")"

# The last version for the Node of Debian 12.
validator="$tools/html-validate"
if ! [ -x "$validator/node_modules/.bin/html-validate" ]; then
  mkdir -p "$validator"
  npm install --silent --no-save --prefix "$validator" html-validate@9.7.1 >"$work/npm.log" 2>&1 || skip "html-validate cannot be had: $(tail -n 1 "$work/npm.log")"
fi
echo '{"root": true, "extends": ["html-validate:standard"]}' >"$work/.htmlvalidate.json"
validate() { (cd "$work" && "$validator/node_modules/.bin/html-validate" --config .htmlvalidate.json "$@"); }

(cd "$root" && cargo run --quiet --locked -p armistice --example pages -- "$work") >"$work/build.log" 2>&1 || { cat "$work/build.log" >&2; exit 1; }

for report in english arabic long hostile; do
  check "html-validate passes $report.html" 0 validate "$report.html"
  check "qpdf passes $report.pdf" 0 qpdf --check "$work/$report.pdf"
  pdffonts "$work/$report.pdf" >"$work/$report.fonts"
  check "every face of $report.pdf is embedded, a subset, with its meanings" 1 sh -c "tail -n +3 '$work/$report.fonts' | grep -v 'yes yes yes'"
  pdftotext "$work/$report.pdf" "$work/$report.txt"
done
check "pdftotext gives English words" 0 grep -q 'by two origins that do not depend on each other' "$work/english.txt"
check "pdftotext gives Arabic words in their order" 0 grep -q 'تعذّر رصد منطقتين من أصل خمس مناطق' "$work/arabic.txt"
check "pdftotext gives ligatures in their order" 0 grep -q 'لأعضاء الآلية فقط' "$work/arabic.txt"
check "pdftotext gives the last row of a long table" 0 grep -q 'I-00400' "$work/long.txt"

parse() { python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' "$1"; }
check "an XML parser passes a drawing" 0 parse "$work/drawing.svg"
check "an XML parser passes a drawing with hostile words" 0 parse "$work/hostile.svg"

sed 's|</table>||' "$work/english.html" >"$work/damaged.html"
check "html-validate does not pass a page without the end of a table" 1 validate damaged.html
head -c 20000 "$work/english.pdf" >"$work/damaged.pdf"
not_passed() { if qpdf --check "$1"; then return 1; else return 0; fi; }
check "qpdf does not pass half a file" 0 not_passed "$work/damaged.pdf"
finish
