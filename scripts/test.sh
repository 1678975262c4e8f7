#!/bin/sh
# Run every check once; coverage of the shown code must be complete.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin

make --no-print-directory check
CHROMIUM=$("$bin/python" scripts/browser.py)
export CHROMIUM
# Tests wait for servers a third of their time: two processes more than there are processors.
workers=$(($(getconf _NPROCESSORS_ONLN) + 2))
"$bin/coverage" erase
"$bin/coverage" run -m pytest --numprocesses "$workers" --dist loadfile --no-loadscope-reorder "$@"
"$bin/coverage" combine --quiet
"$bin/coverage" report
