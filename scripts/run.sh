#!/usr/bin/env bash
# Opens Holdfast. With a display: the window. Without: the same screens for a browser on this
# machine, at the address that is printed. Arguments go to the program, e.g. --casebook DIR.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${CARGO_TARGET_DIR:=${XDG_CACHE_HOME:-$HOME/.cache}/holdfast/target}"
export CARGO_TARGET_DIR

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  scripts/install.sh run
  npm run --silent --prefix ui build
  cargo build -p holdfast-desktop
  exec "$CARGO_TARGET_DIR/debug/holdfast-desktop" "$@"
fi

scripts/install.sh browser
npm run --silent --prefix ui build
cargo build -p devhost
echo "No display here. Open this address in a browser on this machine; Ctrl+C ends it:"
exec "$CARGO_TARGET_DIR/debug/holdfast-devhost" --ui ui/build "$@"
