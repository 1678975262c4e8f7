#!/bin/sh
# Install PostgreSQL and Redis, where the system lets us: without, tests that need them are skipped or do with less.
set -u

missing=
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || missing=postgresql
command -v redis-server >/dev/null || missing="$missing redis-server"
[ -n "$missing" ] || exit 0

root=
[ "$(id -u)" -eq 0 ] || root="sudo -n"
if ! command -v apt-get >/dev/null || ! { [ -z "$root" ] || $root true 2>/dev/null; }; then
    echo "services: install ${missing# } yourself to test with real servers; without, some tests are skipped."
    exit 0
fi

# shellcheck disable=SC2086 # several words on purpose
{ $root apt-get -qq update && $root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y $missing; } >/dev/null 2>&1 ||
    echo "services: apt-get could not install ${missing# }; without, some tests are skipped."
exit 0
