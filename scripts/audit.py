"""The long measurements: build time, growth, every look of every page, Lighthouse where Node is.

`python scripts/audit.py [lighthouse|growth|looks]…`: these parts, or all.
"""

import gzip
import json
import mimetypes
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import browser
from serving import Quiet, serve

ROOT = Path(__file__).resolve().parent.parent
BESIDE = "bare/compare/routing/"  # a page of the theme without our hooks and templates
PAGES = [
    *("", "decide/", "compare/", "compare/routing/", "compare/performance/", "examples/"),
    *("frameworks/flask/extensions/", "migrate/flask-to-django/", "myths/", "glossary/", "claims/"),
]
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
BARE = """
INHERIT: mkdocs.yml
hooks: []
theme: {{ custom_dir: "{folder}/plain" }}
validation: {{ links: {{ not_found: ignore, unrecognized_links: ignore, anchors: ignore }} }}
"""


class Zipped(Quiet):
    """A static server that sends gzip, as hosts do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        """Answer with the file over gzip."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", mimetypes.guess_type(path)[0] or "text/plain")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return self.wfile.write(body)


def seconds(folder, *words):
    """The processor time that one build takes."""
    before = os.times()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", *words],
        cwd=folder,
        env=QUIET,
        check=True,
    )
    after = os.times()
    return after.children_user - before.children_user


def hooks_cost(folder):
    """Builds of our pages with our hooks, the first and another, and one without."""
    for template in (ROOT / "overrides").glob("*.html"):
        stub = Path(folder) / "plain" / template.name
        stub.parent.mkdir(exist_ok=True)
        stub.write_text('{% extends "base.html" %}')
    bare = ROOT / ".bare.yml"
    bare.write_text(BARE.format(folder=folder))
    try:
        plain = seconds(ROOT, "--config-file", str(bare), "--site-dir", f"{folder}/bare")
    finally:
        bare.unlink()
    shutil.rmtree(ROOT / ".cache", ignore_errors=True)
    print(f"build: {plain:.1f} s of processor time without hooks")
    for which in ("the first", "another"):
        ours = seconds(ROOT, "--site-dir", f"{folder}/ours")
        print(f"build: {which} with hooks {ours:.1f} s, {ours / plain:.2f} times")


def growth(folder, sizes=(100, 500)):
    """Builds of sites with more topics: the time a topic must not grow."""
    page = (ROOT / "docs/compare/routing/index.md").read_text()
    contract = (ROOT / "tests/contracts/test_routing.py").read_text()
    for size in sizes:
        copy = Path(folder) / str(size)
        ignore = shutil.ignore_patterns(".*", "__pycache__")
        shutil.copytree(ROOT, copy, ignore=ignore)
        shutil.copytree(ROOT / "docs/compare/routing", copy / "original")
        lines = []
        for n in range(size):
            shutil.copytree(copy / "original", copy / f"docs/compare/more-{n}")
            text = page.replace("routing-", f"more{n}-").replace(
                "title: Routing", f"title: More {n}"
            )
            (copy / f"docs/compare/more-{n}/index.md").write_text(text)
            (copy / f"tests/contracts/test_more_{n}.py").write_text(contract)
            lines.append(f"          - compare/more-{n}/index.md\n")
        nav = (copy / "mkdocs.yml").read_text()
        first = "          - compare/routing/index.md\n"
        (copy / "mkdocs.yml").write_text(nav.replace(first, first + "".join(lines)))
        spent = seconds(copy, "--site-dir", f"{folder}/site")
        print(f"growth: {size} more topics take {spent:.1f} s of processor time")


def lighthouse(folder):
    """Lighthouse's scores for the kinds of pages, as a phone; left out where there is no Node."""
    if not shutil.which("npx"):
        return print("lighthouse: left out, there is no npx here. Mend: install Node.")
    server = serve(folder, Zipped)
    chromium = browser.found()
    report = f"{folder}/report.json"
    for page in [BESIDE, *(f"ours/{page}" for page in PAGES)]:
        url = f"http://127.0.0.1:{server.server_port}/{page}"
        flags = "--chrome-flags=--headless --no-sandbox --disable-gpu"
        words = ["npx", "--yes", "lighthouse", url, "--quiet", flags, "--output=json"]
        env = {**os.environ, "CHROME_PATH": chromium}
        subprocess.run([*words, f"--output-path={report}"], env=env, check=True)
        found = json.loads(Path(report).read_text())
        scores = [round(part["score"] * 100) for part in found["categories"].values()]
        shown = {
            name: found["audits"][name]["displayValue"]
            for name in ("largest-contentful-paint", "cumulative-layout-shift", "total-byte-weight")
        }
        print(f"lighthouse: /{page} {scores} {shown}")
    return None


def looks(folder):
    """axe on every page in every look."""
    words = ["-m", "pytest", "-q", "tests/browser/test_pages.py", "-k", "axe"]
    subprocess.run([sys.executable, *words], cwd=ROOT, env={**QUIET, "AUDIT": "1"}, check=True)


PARTS = {"lighthouse": lighthouse, "growth": growth, "looks": looks}

if __name__ == "__main__":
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        hooks_cost(scratch)  # it also builds what Lighthouse visits
        for part in sys.argv[1:] or PARTS:
            PARTS[part](scratch)
    print(f"audit: {time.monotonic() - started:.0f} s")
