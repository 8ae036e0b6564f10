#!/usr/bin/env bash
# Runs the Rust tests of one profile of .config/nextest.toml: `default`, or `window` for those that
# need a display. Without cargo-nextest, cargo's own runner does the same, more slowly.
set -euo pipefail
cd "$(dirname "$0")/.."

profile=${1:-default}
if cargo nextest --version >/dev/null 2>&1; then
  exec cargo nextest run --workspace --profile "$profile"
fi
case $profile in
  window) exec cargo test --workspace --no-fail-fast -- window_ --test-threads 1 ;;
  *) exec cargo test --workspace --no-fail-fast -- --skip window_ ;;
esac
