#!/usr/bin/env bash
# Installs what this machine lacks for one purpose:
#
#   scripts/install.sh run      the window
#   scripts/install.sh browser  the same screens for a browser, where there is no display
#   scripts/install.sh hub      the hub
#   scripts/install.sh test     all of these, and what the tests need
#
# On a machine that has everything it only looks, and needs no network.
set -euo pipefail
cd "$(dirname "$0")/.."

purpose=${1:-run}
build="build-essential perl pkg-config"
window="libwebkit2gtk-4.1-dev libgtk-3-dev librsvg2-dev"
case $purpose in
  run) packages="$build $window" ;;
  browser) packages=$build ;;
  hub) packages="$build postgresql" ;;
  test) packages="$build $window postgresql webkit2gtk-driver xvfb xauth dbus-x11 chromium" ;;
  *)
    echo "install.sh: say run, browser, hub or test, not \"$purpose\"" >&2
    exit 2
    ;;
esac

for tool in cargo node npm; do
  [ "$purpose" = hub ] && [ "$tool" != cargo ] && continue
  command -v "$tool" >/dev/null || {
    echo "Holdfast needs $tool, which is not installed. See README.md, \"What you need\"." >&2
    exit 1
  }
done

if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
  missing=()
  for package in $packages; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing Debian packages: ${missing[*]}"
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -q -y --no-install-recommends "${missing[@]}"
  fi
else
  echo "Not a Debian system: please see to it that the equivalents of these are installed:"
  echo "  $packages"
fi

[ "$purpose" = hub ] && exit 0

# npm writes this file last, so an interrupted install is done again.
if [ ! ui/node_modules/.package-lock.json -nt ui/package-lock.json ]; then
  echo "Installing the packages of the screens (npm ci)"
  npm ci --prefix ui --no-audit --no-fund
  touch ui/node_modules/.package-lock.json
fi
