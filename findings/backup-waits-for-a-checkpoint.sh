#!/usr/bin/env bash
# pgBackRest 2.45 on PostgreSQL 15 (Debian 12), as its guide sets them up: a backup of 30 MB that were just written begins
# by waiting until the server has spread a checkpoint over its usual minutes, and says nothing meanwhile. With
# `start-fast=y` it is done in seconds.
cd "$(dirname "$0")" && . ./lib.sh && . ./postgres.sh
debian postgresql pgbackrest
mkdir -m 777 "$place/repo" "$place/log"
cat >"$place/pgbackrest.conf" <<C
[global]
repo1-path=$place/repo
log-path=$place/log
lock-path=$place/log
[quiet]
pg1-path=$place/C
pg1-socket-path=$place/C
pg1-user=postgres
C
start_postgres C
as_postgres "$bin/pg_ctl" -s -m fast -D "$place/C" stop
cat >>"$place/C/postgresql.conf" <<C
archive_mode=on
archive_command='pgbackrest --config=$place/pgbackrest.conf --stanza=quiet archive-push %p'
C
as_postgres "$bin/pg_ctl" -s -w -D "$place/C" -o "-c listen_addresses='' -k $place/C" -l "$place/C/log" start
backrest() { as_postgres pgbackrest --config="$place/pgbackrest.conf" --stanza=quiet --log-level-console=off "$@"; }
backrest stanza-create
write() { ask C "DROP TABLE IF EXISTS line; CREATE TABLE line AS SELECT n, repeat('x', 500) AS words FROM generate_series(1, 60000) n" >/dev/null; }
full() {
  local waiting=40
  backrest --type=full "$@" backup >/dev/null 2>&1 &
  while [ "$waiting" -gt 0 ] && kill -0 $! 2>/dev/null; do sleep 1; waiting=$((waiting - 1)); done
  if kill -0 $! 2>/dev/null; then
    echo "not done after 40 seconds"
    kill $(ps -o pid= --ppid $!) $!
  else
    wait $! && echo "done within 40 seconds"
  fi
}
{
  write
  echo "start-fast: $(full --start-fast)"
  write
  echo "as it comes: $(full)"
} 2>/dev/null >"$place/seen"
expect <<'SEEN'
start-fast: done within 40 seconds
as it comes: not done after 40 seconds
SEEN
