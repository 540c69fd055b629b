#!/usr/bin/env bash
# Starts OpenSearch with the settings among the environment's variables: those with a dot in their name.
set -euo pipefail

[ "${1:--}" = "${1#-}" ] || set -- opensearch "$@"
[ "$1" = opensearch ] || exec "$@"
if [ "$(id -u)" = 0 ]; then
  echo "OpenSearch cannot run as root: start the container as another user." >&2
  exit 1
fi

while IFS= read -r -d '' variable; do
  if [[ "$variable" =~ ^([a-z0-9_]+(\.[a-z0-9_]+)+|processors)=. ]]; then
    set -- "$@" "-E$variable"
  fi
done < <(env --null)
exec "$@"
