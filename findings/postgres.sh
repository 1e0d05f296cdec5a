# Throw-away PostgreSQL clusters without a port; read by the scripts about databases. `start_postgres LC_CTYPE` starts
# one, `ask LC_CTYPE STATEMENT` asks it.
bin=/usr/lib/postgresql/15/bin
as_postgres() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi
}
[ "$(id -u)" != 0 ] || chown postgres "$place"
start_postgres() {
  local data="$place/$1"
  as_postgres "$bin/initdb" -D "$data" -U postgres -E UTF8 --locale=C --lc-ctype="$1" -A trust >/dev/null
  as_postgres "$bin/pg_ctl" -s -w -D "$data" -o "-c listen_addresses='' -k $data -F" -l "$data/log" start
  ends+=("as_postgres $bin/pg_ctl -s -m immediate -D $data stop")
}
ask() { "$bin/psql" -h "$place/$1" -U postgres -Atc "$2"; }
