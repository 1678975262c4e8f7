#!/bin/sh
# Install PostgreSQL and Redis for the tests that use them when they are there; they do without.
set -u

missing=
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || missing=postgresql
command -v redis-server >/dev/null || missing="$missing redis-server"
[ -n "$missing" ] || exit 0

root=
[ "$(id -u)" -eq 0 ] || root="sudo -n"
if ! command -v apt-get >/dev/null || ! { [ -z "$root" ] || $root true 2>/dev/null; }; then
    echo "services: install ${missing# } yourself to test with real servers; without, the tests use SQLite and memory."
    exit 0
fi

# shellcheck disable=SC2086 # several words on purpose
{ $root apt-get -qq update && $root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y $missing; } >/dev/null 2>&1 ||
    echo "services: apt-get could not install ${missing# }; without, the tests use SQLite and memory."
exit 0
