#!/bin/sh
# Starts or stops a PostgreSQL of its own in a folder, reached by a socket in that folder alone.
#   scripts/postgres.sh start DIR   prints the connection string
#   scripts/postgres.sh stop DIR
# Never touches a cluster that the machine runs already.
set -eu

die() { echo "postgres.sh: $*" >&2; exit 1; }

[ $# -eq 2 ] || die "usage: postgres.sh start|stop DIR"
verb=$1
dir=$2
case $dir in
  /*) ;;
  *) dir=$PWD/$dir ;;
esac

binaries() {
  for folder in /usr/lib/postgresql/*/bin; do
    [ -x "$folder/initdb" ] && found=$folder
  done
  [ -n "${found:-}" ] || found=$(dirname "$(command -v initdb || true)")
  [ -x "$found/initdb" ] || die "PostgreSQL is not installed (Debian: apt-get install postgresql)"
  echo "$found"
}
bin=$(binaries)

# PostgreSQL refuses to run as root.
if [ "$(id -u)" -eq 0 ]; then
  as() { runuser -u postgres -- "$@"; }
else
  as() { "$@"; }
fi

running() { [ -f "$dir/data/postmaster.pid" ] && as "$bin/pg_ctl" -D "$dir/data" status >/dev/null 2>&1; }

start() {
  mkdir -p "$dir"
  # Whoever can enter this folder can use the database: its owner alone.
  chmod 700 "$dir"
  if [ "$(id -u)" -eq 0 ]; then chown postgres "$dir"; fi
  as test -x "$dir" || die "the user postgres cannot reach $dir: choose a folder outside a private home"
  # A socket's path may have 107 bytes.
  [ "${#dir}" -le 80 ] || die "the path of $dir is too long for a socket"
  if [ ! -f "$dir/data/PG_VERSION" ]; then
    # Made under another name first: an interrupted initdb leaves nothing that looks complete.
    as rm -rf "$dir/data.new"
    as "$bin/initdb" -D "$dir/data.new" -U holdfast --auth=trust --encoding=UTF8 --no-locale --data-checksums \
      >"$dir/initdb.log" 2>&1 || die "initdb failed, see $dir/initdb.log"
    as mv "$dir/data.new" "$dir/data"
  fi
  running || (cd / && as "$bin/pg_ctl" -D "$dir/data" -w -t 60 -l "$dir/postgres.log" \
    -o "-k '$dir' -c listen_addresses='' -c max_connections=200" start >/dev/null 2>&1) \
    || die "PostgreSQL did not start, see $dir/postgres.log"
  echo "host='$dir' user=holdfast dbname=postgres"
}

stop() {
  if running; then
    (cd / && as "$bin/pg_ctl" -D "$dir/data" -w -t 60 -m fast stop >/dev/null)
  fi
}

case $verb in
  start) start ;;
  stop) stop ;;
  *) die "usage: postgres.sh start|stop DIR" ;;
esac
