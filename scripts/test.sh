#!/bin/sh
# Run every check once; coverage of the shown code must be complete.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin

make --no-print-directory check
CHROMIUM=$("$bin/python" scripts/browser.py)
export CHROMIUM
"$bin/coverage" erase
"$bin/coverage" run -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder "$@"
"$bin/coverage" combine --quiet
"$bin/coverage" report
