#!/bin/sh
# Refresh the locked requirements, with hashes for all platforms and without any host in them.
set -eu
cd "$(dirname "$0")/.."
uv=$(command -v uv || echo .uv/bin/uv)

compile() {
    "$uv" pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-header --no-annotate "$@"
}

compile pyproject.toml --group site --group apps --group test --output-file requirements/all.txt
compile pyproject.toml --group site --constraints requirements/all.txt --output-file requirements/site.txt
compile pyproject.toml --group site --group apps --group test --overrides requirements/lts.in --output-file requirements/lts.txt
echo uv | compile - --output-file requirements/uv.txt
