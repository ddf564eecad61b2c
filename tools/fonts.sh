#!/bin/sh
# Fetches the two faces that are built into the program, from a pinned version of an npm package, and checks their digest.
# Must not: commit what it fetches (assets/cache and assets/fonts are ignored by git), or take bytes that it does not know.
set -eu
cd "$(dirname "$0")/.."
package=dejavu-fonts-ttf
version=2.37.3
digest=b7013ac58f9225250619db82cfb72e99c37ca8195f2b5a06a9e6a95bc5e1c84a
mkdir -p assets/cache assets/fonts
file="assets/cache/$package-$version.tgz"
known() { echo "$digest  $file" | sha256sum -c --status 2>/dev/null; }
if ! known; then
  rm -f "$file"
  (cd assets/cache && npm pack --silent "$package@$version" >/dev/null)
  known || { echo "$file is not the file that this repository was made with (SHA-256 $digest)" >&2; exit 1; }
fi
new=$(mktemp -d assets/fonts/new.XXXXXX)
trap 'rm -rf "$new"' EXIT
tar -xmzf "$file" -C "$new" --strip-components 1 package/LICENSE package/ttf/DejaVuSans.ttf package/ttf/DejaVuSans-Bold.ttf
mv "$new/LICENSE" "$new/ttf/DejaVuSans-Bold.ttf" assets/fonts/
mv "$new/ttf/DejaVuSans.ttf" assets/fonts/
