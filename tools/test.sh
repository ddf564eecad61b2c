#!/bin/sh
# Runs the tests: `default` (all but the slow ones) or `slow`. Documentation tests run with the default ones.
# Must not: retry. A test that fails now and then is a bug.
set -eu
profile=${1:-default}
if cargo nextest --version >/dev/null 2>&1; then
  cargo nextest run --workspace --locked --profile "$profile"
elif [ "$profile" = slow ]; then
  cargo test --workspace --locked --tests -- slow::
else
  cargo test --workspace --locked --tests -- --skip slow::
fi
if [ "$profile" = default ]; then
  cargo test --locked --doc -p armistice-tlog -p armistice-core
fi
