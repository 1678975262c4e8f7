"""Build the site for tests, and read what was built."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup

ROOT = Path(__file__).resolve().parent.parent.parent


def build(target, root=ROOT, **env):
    """Build `root` strictly into a folder; return the finished process."""
    clean = {k: v for k, v in os.environ.items() if k not in ("SITE_URL", "REPO_URL")}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    return subprocess.run(
        command,
        cwd=root,
        text=True,
        capture_output=True,
        env={**clean, "NO_MKDOCS_2_WARNING": "1", **env},
    )


def built(target, **env):
    """Build into a folder that must succeed."""
    done = build(target, **env)
    assert done.returncode == 0, done.stderr
    return target


@cache
def soup(path):
    """A built page as a document."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


@cache
def ids(path):
    """The anchors of a built page."""
    return {tag["id"] for tag in soup(path).find_all(id=True)}


def pages(site):
    """Every built HTML page."""
    return sorted(site.rglob("*.html"))


def address(site, path, base="/"):
    """The path under which a plain server gives out a file."""
    return base + path.relative_to(site).as_posix().removesuffix("index.html")


def links(page):
    """Every address that a page mentions, as (tag, address) pairs."""
    for tag in soup(page).find_all(True):
        if tag.name == "template":
            continue
        for attribute in ("href", "src"):
            if tag.get(attribute):
                yield tag, tag[attribute]


def resolve(site, page, target, base="/"):
    """The file and anchor that a link of a page means, or None where it leaves the site."""
    parts = urlsplit(urljoin(address(site, page, base), target))
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if not path.startswith(base):
        return site / "outside", ""
    file = site / path[len(base) :]
    return (file / "index.html" if path.endswith("/") else file), unquote(parts.fragment)
