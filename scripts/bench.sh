#!/usr/bin/env bash
# Measures each act beside its limit in the same run, in release builds. Needs no network.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/install.sh hub
exec cargo bench -p journeys "$@"
