#!/usr/bin/env bash
# Writes the TypeScript of the api into the screens. The same test, run without this, fails when
# that file is stale.
set -euo pipefail
cd "$(dirname "$0")/.."

HOLDFAST_WRITE_TYPES=1 cargo test --quiet -p journeys --test generated
echo "Written: ui/src/lib/api/generated.ts"
