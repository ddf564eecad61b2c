#!/bin/sh
# Installs what a target needs, by Debian package name, where it is missing and we may. Says what to do where we may not.
# `wasm32` and `rust-src` are no packages but a target and a component of the Rust toolchain, which brings them.
# Must not: fetch anything but distribution packages and those two.
set -eu
missing=""
for tool in "$@"; do
  case "$tool" in
    wasm32)
      triple=wasm32-unknown-unknown
      if ! [ -d "$(rustc --print target-libdir --target $triple 2>/dev/null)" ]; then
        rustup target add $triple >&2 || { echo "the Rust toolchain needs the target $triple" >&2; exit 1; }
      fi
      ;;
    pip) python3 -m pip --version >/dev/null 2>&1 || missing="$missing python3-pip" ;;
    gdal) command -v ogr2ogr >/dev/null 2>&1 || missing="$missing gdal-bin" ;;
    java) command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless" ;;
    pdftotext) command -v pdftotext >/dev/null 2>&1 || missing="$missing poppler-utils" ;;
    rust-src)
      # Without it the same is built, larger.
      [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library/std" ] || rustup component add rust-src >&2 ||
        echo "the Rust toolchain has no component rust-src; the page will be larger" >&2
      ;;
    node) command -v node >/dev/null 2>&1 || missing="$missing nodejs" ;;
    *) command -v "$tool" >/dev/null 2>&1 || missing="$missing $tool" ;;
  esac
done
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing:$missing" >&2
  apt-get update -q >&2
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >&2
else
  echo "missing:$missing. Install these packages, then run the command again." >&2
  exit 1
fi
