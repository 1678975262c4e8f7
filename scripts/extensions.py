"""Write docs/_data/extensions.json from the repositories of the listed extensions.

    extensions.py CLONES [--clone] [--index FILE] [--read DATE]
    extensions.py --check

CLONES holds one bare or plain clone a repository, as CLONES/owner+name; `--clone` fetches those
that are missing. `--index` is a list of releases, one a line: name, version, month, with tabs
between. What is pinned here is read from the installed package, and its date from what `make lock`
left in uv's cache. `--check` compares the names of the list with those of the record, offline.
"""

import argparse
import ast
import configparser
import datetime as dt
import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
import tomllib
from functools import partial
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from reference import extensions
from reference.data import Mistake, jsonable, load
from reference.extensions import CHOICES, carried

ROOT = Path(__file__).resolve().parent.parent
LINE = re.compile(r"Framework :: Django :: (\d+\.\d+)")
CARET = re.compile(r"^\^(\d+)\.?(\S*)$")
NEVER = "2005-01-01"


def git(clone, *command):
    """The output of one git command in a clone."""
    done = subprocess.run(["git", "-C", clone, *command], capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else ""


def clone_of(repository, clones, fetch):
    """The clone of a repository, or None when there is none."""
    place = clones / "+".join(repository.rstrip("/").split("/")[3:5])
    if fetch and not place.exists():
        command = ["git", "clone", "--quiet", "--bare", "--filter=blob:none", repository, place]
        subprocess.run(command, check=True)
    return next((p for p in (place / "repo", place) if git(p, "rev-parse", "--git-dir")), None)


def version(text):
    """A version, or None when the text is none or is no final or beta release."""
    try:
        found = Version(re.sub(r"^\D*(?=\d)", "", text))
    except InvalidVersion:
        return None
    return None if found.is_devrelease or found.local else found


def tags(clone):
    """The versions tagged in a clone, with tag and day."""
    lines = git(
        clone, "for-each-ref", "refs/tags", "--format=%(refname:short) %(creatordate:short)"
    )
    for line in lines.splitlines():
        tag, day = line.rsplit(" ", 1)
        if (found := version(tag)) and not found.is_prerelease:
            yield found, tag, day


def released(package, number):
    """The day of a release, from what uv has in its cache; None when it has nothing."""

    def there(day):
        until = f"{day + dt.timedelta(days=1)}T00:00:00Z"
        command = ["uv", "pip", "compile", "--offline", "--quiet", "--no-deps", "--no-header"]
        command += ["--python-version", "3.13", "--prerelease", "allow", "--exclude-newer", until]
        wanted = f"{package}=={number}"
        return not subprocess.run(
            [*command, "-"], input=wanted, capture_output=True, text=True
        ).returncode

    early, late = dt.date.fromisoformat(NEVER), dt.date.today()
    if not shutil.which("uv") or not there(late):
        return None
    while (late - early).days > 1:
        middle = early + (late - early) // 2
        early, late = (early, middle) if there(middle) else (middle, late)
    return late.isoformat()


def from_clone(clone, newest):
    """What the build files say at the newest release; at the newest tag, or commit, without one."""
    known = sorted(tags(clone))
    seen = git(clone, "log", "-1", "--format=%cs").strip()
    rows = [row for row in known if row[0] == newest] or known[-1:] or [(None, None, NEVER)]
    number, tag, day = rows[0]
    if number != newest and int(seen[:4]) - int(day[:4]) > 1:  # it does not tag its releases
        number, tag = f"the commit of {seen}", "HEAD"
    files = {file: git(clone, "show", f"{tag}:{file}") for file in FILES}
    pythons, wanted = zip(*(reader(files[file]) for file, reader in FILES.items()), strict=True)
    return {
        "declared_in": str(number),
        "python": tidy(next(filter(None, pythons), "")),
        "requires": requires([text for texts in wanted for text in texts]),
        "classifiers": sorted(set(LINE.findall("\n".join(files.values()))), key=Version),
    }


def from_pyproject(text):
    """The required Python and the requirements of a pyproject.toml."""
    build = tomllib.loads(text)
    project, poetry = build.get("project", {}), build.get("tool", {}).get("poetry", {})
    wanted = list(project.get("dependencies", []))
    for texts in project.get("optional-dependencies", {}).values():
        wanted += [f"{text}; extra == 'any'" for text in texts if ";" not in text]
    for name, limit in poetry.get("dependencies", {}).items():
        wanted += [f"{name} {CARET.sub(caret, limit)}"] if isinstance(limit, str) else []
    python = next(
        (text.removeprefix("python ") for text in wanted if text.startswith("python ")), ""
    )
    return project.get("requires-python", python), wanted


def from_setup_cfg(text):
    """The same of a setup.cfg."""
    options = configparser.ConfigParser(interpolation=None)
    options.read_string(text)
    get = partial(options.get, "options", fallback="")
    return get("python_requires"), get("install_requires").splitlines()


def from_setup_py(text):
    """The same of a setup.py: what is written in the call itself, since nothing is run."""
    told = {"python_requires": [], "install_requires": [], "extras_require": []}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.keyword) and node.arg in told:
            parts = (part.value for part in ast.walk(node.value) if isinstance(part, ast.Constant))
            told[node.arg] += [part for part in parts if isinstance(part, str)]
    extras = [f"{text}; extra == 'any'" for text in told["extras_require"] if ";" not in text]
    return ",".join(told["python_requires"]), told["install_requires"] + extras


FILES = {
    "pyproject.toml": from_pyproject,
    "setup.cfg": from_setup_cfg,
    "setup.py": from_setup_py,
}


def from_installed(package):
    """What the metadata of the installed package says."""
    meta = importlib.metadata.metadata(package)
    return {
        "declared_in": meta["Version"],
        "python": tidy(meta.get("Requires-Python") or ""),
        "requires": requires(importlib.metadata.requires(package) or []),
        "classifiers": LINE.findall("\n".join(meta.get_all("Classifier") or [])),
    }


def requires(texts):
    """The requirement of each framework; those without an extra come first."""
    found = {}
    for text in texts:
        try:
            need = Requirement(text.strip())
        except InvalidRequirement:
            continue
        framework = canonicalize_name(need.name)
        if framework in ("flask", "django"):
            rank = ("extra" not in str(need.marker), bool(need.specifier))
            found[framework] = max(
                found.get(framework, ((), "")), (rank, tidy(str(need.specifier)))
            )
    return {framework: found[framework][1] for framework in sorted(found)}


def caret(found):
    """Poetry's caret in the words of everybody else."""
    return f">={found[1]}.{found[2] or 0},<{int(found[1]) + 1}"


def tidy(limits):
    """The limits of a requirement in one order and spacing."""
    parts = [part.strip() for part in limits.strip(" ()").split(",") if part.strip()]
    return ", ".join(sorted(parts, key=lambda part: (part[0] != ">", part)))


def latest(package, index, clone):
    """The newest release that anything here knows, and its day or month."""
    days = {number: day for number, _, day in tags(clone)} if clone else {}
    known = {**({} if index else days), **index.get(package, {})}
    try:
        mine = Version(importlib.metadata.version(package))
        known.setdefault(mine, None)
    except importlib.metadata.PackageNotFoundError:
        pass
    newest = max(known or days)
    day = released(package, newest) or days.get(newest) or known.get(newest)
    return newest, day


def reading(package, repository, clones, fetch, index):
    """All that is read of one package."""
    clone = clone_of(repository, clones, fetch)
    newest, day = latest(package, index, clone)
    try:
        installed = from_installed(package)
    except importlib.metadata.PackageNotFoundError:
        installed = None
    if not clone and not installed:
        cause = "is neither cloned nor installed"
        raise Mistake(extensions.LISTED, package, cause, "run again with --clone")
    exact = installed and Version(installed["declared_in"]) == newest
    said = installed if exact or not clone else from_clone(clone, newest) or installed
    seen = git(clone, "log", "-1", "--format=%cs").strip() if clone else None
    if seen and extensions.stale(seen, day):
        seen = None
    year_ago = f"{dt.date.fromisoformat(seen) - dt.timedelta(days=365)}" if seen else None
    who = git(clone, "log", f"--since={year_ago}", "--format=%an").splitlines() if seen else []
    return {
        "latest": str(newest),
        "released": day,
        **said,
        "last_commit": seen,
        "commits": len(who) if seen else None,
        "authors": len({name for name in who if "[bot]" not in name}) if seen else None,
    }


def listing(path):
    """The newest release of each package in a list: its version and its month."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path else []:
        package, number, month, *_ = [*line.split("\t"), "", ""]
        if parsed := version(number):
            found[package] = {parsed: month}
    return found


def main():
    """Read every listed extension and write the record, or check it."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("clones", type=Path, nargs="?")
    ask.add_argument("--clone", action="store_true")
    ask.add_argument("--index", type=Path)
    ask.add_argument("--read", type=dt.date.fromisoformat, default=dt.date.today())
    ask.add_argument("--check", action="store_true")
    told = ask.parse_args()
    if told.check:
        return extensions.check(ROOT)
    if not told.clones:
        ask.error("name the folder of the clones, or --check")
    entries, index = extensions.listed(ROOT).extensions, listing(told.index)
    packages = {}
    for package, repository in sorted({e.package: e.repository for e in entries}.items()):
        packages[package] = reading(package, repository, told.clones, told.clone, index)
        print(package, packages[package]["latest"], packages[package]["released"], flush=True)
    versions = load(ROOT / "docs/_data/versions.yml", ROOT)
    readings = {p: extensions.Reading.model_validate(r) for p, r in packages.items()}
    counts = {
        framework: extensions.counts(
            [entry for entry in entries if entry.framework == framework],
            readings,
            told.read,
            framework,
            str(versions[framework]["releases"][0]["latest"]),
        )
        for framework in ("flask", "django")
    }
    record = {
        "read": told.read.isoformat(),
        "counts": counts,
        "carried": {name: jsonable(carried(choice)) for name, choice in CHOICES.items()},
        "packages": packages,
    }
    text = json.dumps(record, indent=1) + "\n"
    (ROOT / extensions.RECORDED).write_text(text, encoding="utf-8")
    return None


if __name__ == "__main__":
    try:
        main()
    except Mistake as mistake:
        sys.exit(str(mistake))
