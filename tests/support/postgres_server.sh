#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A PostgreSQL server for one test program: in a folder of its own, reached by a socket in that folder and by
# nothing else. Prints the folder once it serves, then serves until its standard input ends, in whatever way the
# program that holds the other end has ended; then it is stopped, at once, and the folder is gone. The user is muster, the
# database to begin from postgres. Ends with 3, and says why, where Debian's package is not installed.
set -euo pipefail

programs=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
if [ ! -x "$programs/initdb" ]; then
  echo "PostgreSQL's server is not installed (Debian's package postgresql)" >&2
  exit 3
fi
folder=$(mktemp -d "${TMPDIR:-/tmp}/muster-postgres-XXXXXX")
server=
end() {
  trap '' INT TERM
  if [ -n "$server" ]; then
    kill -QUIT "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  cd /
  rm -rf "$folder"
}
trap end EXIT
trap 'exit 1' INT TERM
cd "$folder"

# PostgreSQL refuses to run as root; its package has made a user for it.
as_owner=()
if [ "$(id -u)" -eq 0 ]; then
  chown postgres: "$folder"
  as_owner=(setpriv --reuid=postgres --regid=postgres --init-groups)
fi
# Sorted as people sort and not by bytes, as servers mostly are: what relies on bytes must say so.
"${as_owner[@]}" "$programs/initdb" -D "$folder/data" -U muster -E UTF8 --locale=C.UTF-8 --locale-provider=icu \
  --icu-locale=en-US -A trust --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 4; }
"${as_owner[@]}" "$programs/postgres" -D "$folder/data" -c listen_addresses= -c unix_socket_directories="$folder" \
  </dev/null >>"$folder/log" 2>&1 &
server=$!
until "$programs/pg_isready" -q -h "$folder" -U muster -d postgres; do
  kill -0 "$server" 2>/dev/null || { cat "$folder/log" >&2; exit 4; }
  sleep 0.02
done
echo "$folder"
cat >/dev/null
