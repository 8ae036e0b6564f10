#!/usr/bin/env bash
# Reads what a test runner printed; prints how many tests passed and failed, e.g. "12 0".
# Knows cargo-nextest, cargo test, vitest and node --test; anything else counts no tests.
set -euo pipefail

sed 's/\x1b\[[0-9;]*m//g' | awk '
  # The number that stands before a word: "12 passed", "1 timed out".
  function before(word,   found) {
    if (!match($0, "[0-9]+ " word)) return 0
    found = substr($0, RSTART, RLENGTH)
    return found + 0
  }
  # cargo-nextest:  Summary [ 1.2s] 13 tests run: 12 passed (1 slow), 1 failed, 3 skipped
  /Summary \[.*tests? run:/ { right += before("passed"); wrong += before("failed") + before("timed out") }
  # cargo test:  test result: FAILED. 12 passed; 1 failed; 0 ignored; ...
  /^test result: / { right += before("passed"); wrong += before("failed") }
  # vitest:  "      Tests  1 failed | 12 passed (13)"
  /^ *Tests  / { right += before("passed"); wrong += before("failed") }
  # node --test:  "# pass 12" or "ℹ pass 12"
  /^(#|ℹ) (pass|fail) [0-9]+$/ { if ($2 == "pass") right += $3; else wrong += $3 }
  END { print right + 0, wrong + 0 }
'
