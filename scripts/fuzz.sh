#!/usr/bin/env bash
# Feeds broken files to everything that reads files of others, for HOLDFAST_FUZZ_SECONDS each (60 when
# not said). Needs `cargo install cargo-fuzz`; the coverage that it asks of the compiler is not stable.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${CARGO_TARGET_DIR:=${XDG_CACHE_HOME:-$HOME/.cache}/holdfast/target}"
export RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$CARGO_TARGET_DIR/fuzz

cargo fuzz --version >/dev/null 2>&1 || cargo install --quiet cargo-fuzz
for target in form_file google_form packs responses; do
  mkdir -p "fuzz/corpus/$target"
  case $target in
    form_file) cp forms/*.json "fuzz/corpus/$target/" ;;
    google_form) cp crates/exchange/tests/data/google/*.json "fuzz/corpus/$target/" ;;
    packs) cp crates/exchange/tests/data/responses/*.csv "fuzz/corpus/$target/" ;;
    responses) cp crates/exchange/tests/data/responses/* "fuzz/corpus/$target/" ;;
  esac
  cargo fuzz run --fuzz-dir fuzz "$target" -- \
    -max_total_time="${HOLDFAST_FUZZ_SECONDS:-60}" -max_len=65536 -rss_limit_mb=2048 -timeout=10
done
