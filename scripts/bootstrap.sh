#!/bin/sh
# Make a virtual environment and install locked requirements: bootstrap.sh FOLDER REQUIREMENTS
set -eu

venv=$1
lock=$2
stamp="$venv/.installed-$(basename "$lock" .txt)"
cd "$(dirname "$0")/.."

# Nothing to do while the lock is older than what was installed from it.
if [ -f "$stamp" ] && cmp -s "$lock" "$stamp"; then exit 0; fi

suitable() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; }

python=
for candidate in "${PYTHON:-}" python3.13 python3 python3.14 python3.12 python; do
    if [ -n "$candidate" ] && suitable "$candidate"; then python=$candidate && break; fi
done

# uv: the one on the machine, else one of our own beside the environment.
uv=$(command -v uv || true)
if [ -z "$uv" ] && [ -n "$python" ]; then
    if [ ! -x .uv/bin/uv ]; then
        echo "Installing uv into .uv"
        "$python" -m venv .uv
        .uv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
    fi
    uv=.uv/bin/uv
fi
if [ -z "$uv" ]; then
    echo "bootstrap: no Python 3.12 or newer and no uv here. Mend: install Python 3.13 (python.org) or uv (docs.astral.sh/uv), then run make again." >&2
    exit 1
fi

[ -x "$venv/bin/python" ] || "$uv" venv --quiet --python "${python:-3.13}" "$venv"
echo "Installing $lock into $venv"
"$uv" pip install --quiet --compile-bytecode --python "$venv/bin/python" --require-hashes -r "$lock"
cp "$lock" "$stamp"
