#!/usr/bin/env bash
# Every check and test of Holdfast, in parts. A part that fails does not stop the others; the last
# line counts the tests of all parts and names the parts that failed. HOLDFAST_SOAK=1: full counts.
set -uo pipefail
cd "$(dirname "$0")/.."
: "${CARGO_TARGET_DIR:=${XDG_CACHE_HOME:-$HOME/.cache}/holdfast/target}"
export CARGO_TARGET_DIR CARGO_TERM_COLOR=never
[ -z "${HOLDFAST_SOAK:-}" ] || export PROPTEST_CASES="${PROPTEST_CASES:-5000}"

scripts/install.sh test || exit 1

scratch=$(mktemp -d)
# PostgreSQL, which runs as a user of its own when this is root, must get through.
chmod 711 "$scratch"
part_pid=
clean_up() {
  [ -z "$part_pid" ] || kill -- "-$part_pid" 2>/dev/null
  scripts/postgres.sh stop "$scratch/postgres"
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

passed=0
failed=0
broken=()

# One part: a name and a command. What test runners say about their counts is read from the output.
part() {
  local name=$1 start=$SECONDS log=$scratch/part.log code=0
  shift
  echo
  echo "== $name"
  # The part is a process group of its own, so that its servers and displays end with it. What it
  # says goes through a `tee` outside of the group, which ends when the last of them has.
  exec 3> >(exec tee "$log")
  local tee_pid=$!
  set -m
  "$@" >&3 2>&1 3>&- &
  part_pid=$!
  set +m
  wait "$part_pid" || code=$?
  kill -- "-$part_pid" 2>/dev/null
  part_pid=
  exec 3>&-
  # A daemon that left the group may hold the pipe open: it is not waited for.
  timeout 2 tail --pid="$tee_pid" -f /dev/null
  kill "$tee_pid" 2>/dev/null
  local counts right wrong
  counts=$(scripts/count.sh <"$log")
  right=${counts% *}
  wrong=${counts#* }
  passed=$((passed + right))
  failed=$((failed + wrong))
  if [ "$code" -ne 0 ]; then
    broken+=("$name")
    echo "== $name: FAILED ($right passed, $wrong failed, $((SECONDS - start)) s)"
  else
    echo "== $name: ok ($right passed, $((SECONDS - start)) s)"
  fi
}

screens() { npm run --silent --prefix ui "$1"; }

browser() {
  HOLDFAST_DEVHOST=$CARGO_TARGET_DIR/debug/holdfast-devhost screens e2e
}

window() {
  # WebKitGTK's faster way to the screen needs a graphics card, which Xvfb has not.
  # NO_AT_BRIDGE: no accessibility bus to wait for in a session that has none.
  WEBKIT_DISABLE_DMABUF_RENDERER=1 NO_AT_BRIDGE=1 \
    xvfb-run -a -s "-screen 0 1280x1024x24" dbus-run-session -- scripts/rust-tests.sh window
}

part "screens: types, lint, accessibility" screens check
part "screens: tests" screens test
part "screens: build" screens build
part "format" cargo fmt --check
part "lint" cargo clippy --quiet --workspace --all-targets -- -D warnings
part "programs" cargo build --quiet --workspace
if server=$(scripts/postgres.sh start "$scratch/postgres"); then
  export HOLDFAST_TEST_POSTGRES=$server
  part "rooms and journeys" scripts/rust-tests.sh default
  part "browser" browser
  part "window" window
else
  broken+=("PostgreSQL")
fi

echo
if [ ${#broken[@]} -eq 0 ] && [ "$failed" -eq 0 ]; then
  echo "$passed passed, 0 failed"
else
  printf '%s passed, %s failed; parts that failed:' "$passed" "$failed"
  printf ' [%s]' "${broken[@]}"
  echo
  exit 1
fi
