#!/usr/bin/env bash
# Starts PostgreSQL; on an empty volume it first makes the cluster, the user, the database and what
# /docker-entrypoint-initdb.d says. Knows the official image's variables, each also as NAME_FILE.
set -euo pipefail

say() {
  echo "docker-entrypoint.sh: $1"
}

fail() {
  say "$1" >&2
  exit 1
}

# Exports a variable: its own value, the text of the file that NAME_FILE names, or the default.
setting() {
  local name=$1 file=$1_FILE value
  [ -z "${!name:-}" ] || [ -z "${!file:-}" ] || fail "set $name or $file, not both"
  value=${!name:-${2:-}}
  [ -z "${!file:-}" ] || value=$(<"${!file}")
  export "$name=$value"
}

sql() {
  psql --set=ON_ERROR_STOP=1 --no-psqlrc --no-password --username="$POSTGRES_USER" "$@"
}

make_cluster() {
  local arguments=(--username="$POSTGRES_USER")
  [ -z "${POSTGRES_INITDB_WALDIR:-}" ] || arguments+=(--waldir="$POSTGRES_INITDB_WALDIR")
  # the variable may quote its words
  eval "arguments+=($POSTGRES_INITDB_ARGS)"
  initdb "${arguments[@]}" --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD")
  printf '\nhost all all all %s\n' "$auth" >>"$PGDATA/pg_hba.conf"
}

run_scripts() {
  local script
  for script in /docker-entrypoint-initdb.d/*; do
    say "running $script"
    case "$script" in
      *.sh) if [ -x "$script" ]; then "$script"; else . "$script"; fi ;;
      *.sql) sql --dbname="$POSTGRES_DB" --file="$script" ;;
      *.sql.gz) gunzip --stdout "$script" | sql --dbname="$POSTGRES_DB" ;;
      *) say "passing over $script" ;;
    esac
  done
}

# By a server that only this container reaches, with the options of the later one.
fill_cluster() {
  pg_ctl --wait --options="${*@Q} -c listen_addresses=''" start
  if [ "$POSTGRES_DB" != postgres ]; then
    sql --dbname=postgres --set=name="$POSTGRES_DB" <<<'CREATE DATABASE :"name";'
  fi
  run_scripts
  pg_ctl --wait --mode=fast stop
  printf '\nPostgreSQL init process complete; ready for start up.\n\n'
}

[ "${1:--}" = "${1#-}" ] || set -- postgres "$@"
[ "$1" = postgres ] || exec "$@"

mkdir -p "$PGDATA"
if [ "$(id -u)" = 0 ]; then
  chown -R postgres: "$PGDATA" /var/run/postgresql
  chmod 700 "$PGDATA"
  exec setpriv --reuid=postgres --regid=postgres --init-groups "${BASH_SOURCE[0]}" "$@"
fi
chmod 700 "$PGDATA"

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  setting POSTGRES_USER postgres
  setting POSTGRES_PASSWORD
  setting POSTGRES_DB "$POSTGRES_USER"
  setting POSTGRES_INITDB_ARGS
  auth=${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}
  [ -n "$POSTGRES_PASSWORD" ] || [ "$auth" = trust ] || fail "set POSTGRES_PASSWORD"
  shopt -s nullglob
  make_cluster
  PGPASSWORD=$POSTGRES_PASSWORD fill_cluster "${@:2}"
fi
exec "$@"
