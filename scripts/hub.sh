#!/bin/sh
# `make hub`: a hub on this machine, with a PostgreSQL of its own, for trying things out.
# Prints an enrol code, serves on 127.0.0.1:8470 until Ctrl-C, then stops PostgreSQL.
set -eu
cd "$(dirname "$0")/.."

home=${XDG_DATA_HOME:-$HOME/.local/share}/holdfast-hub
# PostgreSQL does not run as root, and its own user cannot look into root's home.
if [ "$(id -u)" -eq 0 ] && ! runuser -u postgres -- test -x "$(dirname "$HOME")/$(basename "$HOME")"; then
  case $home in
    "$HOME"/*) home=/var/lib/holdfast-hub ;;
  esac
fi
listen=${HOLDFAST_HUB_LISTEN:-127.0.0.1:8470}

cargo build -q -p hub
target=${CARGO_TARGET_DIR:-target}
hub=$target/debug/holdfast-hub

mkdir -p "$home"
# The traps come first, so that PostgreSQL is stopped however this ends.
stop() { scripts/postgres.sh stop "$home/postgres" || true; }
trap stop EXIT
trap 'exit 130' INT TERM
server=$(scripts/postgres.sh start "$home/postgres")
HOLDFAST_HUB_DATABASE=$(echo "$server" | sed 's/dbname=postgres/dbname=hub/')
HOLDFAST_HUB_DATA=$home/key
export HOLDFAST_HUB_DATABASE HOLDFAST_HUB_DATA
if ! psql -qAt "$server" -c "SELECT 1 FROM pg_database WHERE datname = 'hub'" | grep -q 1; then
  psql -q "$server" -c "CREATE DATABASE hub"
fi
[ -f "$home/key/hub.key" ] || "$hub" init

echo "The hub keeps its data in $home."
echo "Enrol code for one device, good for 24 hours:"
"$hub" enrol-code --address "http://$listen"
"$hub" serve --listen "$listen" &
server_pid=$!
trap 'kill -TERM "$server_pid" 2>/dev/null || true; wait "$server_pid" || true; exit 130' INT TERM
wait "$server_pid"
