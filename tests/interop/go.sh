#!/bin/sh
# The go command of target/interop with the libraries from Debian packages: no module proxy, nothing is fetched.
# Must not: touch another Go installation's caches.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tools="${ARMISTICE_INTEROP:-$here/../../target/interop}"
tools=$(cd "$tools" && pwd)
export GOROOT="$tools/go" GOPATH="$tools/libraries/usr/share/gocode" GO111MODULE=off GOFLAGS='' GOTOOLCHAIN=local GOPROXY=off
export GOCACHE="$tools/gocache" GOENV=off CGO_ENABLED=0
exec "$tools/go/bin/go" "$@"
