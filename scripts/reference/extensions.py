"""The extensions of both frameworks: what people wrote of each, and what was read of each."""

import datetime as dt
import importlib.metadata
from collections import Counter
from typing import Annotated, Literal

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version
from pydantic import Field, StringConstraints

from reference.data import Mistake, Record, load, load_json, name, validate
from reference.models import Framework, Slug, Source, Text, Url

LISTED = "docs/_data/extensions.yml"
RECORDED = "docs/_data/extensions.json"
ACTIVE = 18  # months: an extension with no release for longer is not called active
STALE = 90  # days: commits that end so long before the latest release are not counted
# The same site, and then what such a site often needs next: what each choice installs.
CHOICES = {
    "flask": (
        *("flask", "flask-sqlalchemy", "flask-migrate", "flask-wtf", "flask-login"),
        *("flask-admin", "flask-caching"),
    ),
    "django": ("django",),
    "django_more": (
        *("django", "djangorestframework", "drf-spectacular", "django-allauth", "django-axes"),
        *("django-tasks-db", "whitenoise"),
    ),
}
Package = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}(-\d{2})?$")]


class Need(Record):
    """One need, and what each framework has for it without an extension."""

    title: Text
    flask: Text
    django: Text


class Extension(Record):
    """One extension of one framework, as somebody judged it."""

    package: Package
    framework: Framework
    need: Slug
    does: Text
    repository: Url
    kept_by: Literal["organisation", "person", "company"]
    alive: Literal["active", "quiet", "at risk"]
    why: Text
    risk: Text
    alternatives: Text
    source: Source | None = None


class Listed(Record):
    """All of `docs/_data/extensions.yml`."""

    needs: dict[Slug, Need]
    extensions: Annotated[list[Extension], Field(min_length=1)]


class Reading(Record):
    """What was read of one package: its latest release, and what a release declares."""

    latest: Text
    released: Day
    declared_in: Text
    python: str
    requires: dict[Framework, str]
    classifiers: list[str]
    last_commit: Day | None
    commits: int | None
    authors: int | None

    @property
    def current(self):
        """Whether the declaration is that of the latest release."""
        return self.declared_in[0].isdigit() and Version(self.declared_in) == Version(self.latest)


class Carried(Record):
    """What one choice of packages installs."""

    asked: list[Package]
    installed: list[Package]
    asks: int
    brings: int


class Recorded(Record):
    """All of `docs/_data/extensions.json`; the counts are what the claims cite."""

    read: dt.date
    counts: dict[Framework, dict[str, int]]
    carried: dict[str, Carried]
    packages: dict[Package, Reading]


def listed(root):
    """The hand-kept list; a need without a title and a package listed twice are mistakes."""
    found = validate(Listed, load(root / LISTED, root), LISTED, "the list")
    seen = set()
    for entry in found.extensions:
        place = f"extensions {entry.package} ({entry.framework})"
        if entry.need not in found.needs:
            known = ", ".join(found.needs)
            raise Mistake(LISTED, place, f"no need is called {entry.need}", f"use one of {known}")
        if (entry.package, entry.framework) in seen:
            raise Mistake(LISTED, place, "is listed twice", "remove one")
        seen.add((entry.package, entry.framework))
    return found


def recorded(root):
    """What the script wrote."""
    path = root / RECORDED
    return validate(Recorded, load_json(path, root), name(path, root), "the record")


def check(root):
    """Every extension has a reading and every reading an extension; raise the first `Mistake`."""
    names = {entry.package for entry in listed(root).extensions}
    read_of = set(recorded(root).packages)
    for odd in sorted(names ^ read_of):
        if odd in names:
            raise Mistake(
                LISTED, odd, f"{RECORDED} has no reading of it", "run scripts/extensions.py"
            )
        raise Mistake(RECORDED, odd, f"{LISTED} does not list it", "run scripts/extensions.py")


def months(day, now):
    """Whole months from a day, or from the end of a month, to now."""
    year, month, *rest = (int(part) for part in day.split("-"))
    early = bool(rest) and now.day < rest[0]
    return (now.year - year) * 12 + now.month - month - early


def stale(seen, released):
    """Whether the last commit that was read is long before a release; a month is its first day."""
    newest = dt.date.fromisoformat(f"{released}-01"[:10])
    return (newest - dt.date.fromisoformat(seen)).days > STALE


def counts(extensions, packages, now, framework, release):
    """The counts of one framework's list that the claims cite; `release` is its latest."""
    rows = [(entry, packages[entry.package]) for entry in extensions]
    line = release.rpartition(".")[0]
    ages = [months(reading.released, now) for _, reading in rows]
    kept = Counter(entry.kept_by for entry, _ in rows)
    homes = Counter(entry.repository.split("/")[3] for entry, _ in rows)
    named = [reading.classifiers for _, reading in rows if reading.classifiers and reading.current]
    return {
        "packages": len(rows),
        **{kind: kept[kind] for kind in ("organisation", "person", "company")},
        **{home: homes[home] for home in ("pallets-eco", "jazzband", "django-commons")},
        "within_a_year": sum(age < 12 for age in ages),
        "over_two_years": sum(age >= 24 for age in ages),
        "names_lines": len(named) if framework == "django" else 0,
        "names_this_line": sum(line in lines for lines in named) if framework == "django" else 0,
        "refuses_this_line": sum(refuses(reading, framework, release) for _, reading in rows),
    }


def refuses(reading, framework, release):
    """Whether the requirement that was read leaves out a release of the framework."""
    limits = reading.requires.get(framework, "")
    return not SpecifierSet(limits).contains(release)


def carried(choice):
    """What a choice of packages installs here, itself included, by the installed metadata."""
    found, waiting = set(), list(choice)
    while waiting:
        package = canonicalize_name(waiting.pop())
        if package in found:
            continue
        found.add(package)
        for text in importlib.metadata.requires(package) or []:
            need = Requirement(text)
            if not need.marker or need.marker.evaluate({"extra": ""}):
                waiting.append(need.name)
    installed = sorted(found)
    return Carried(asked=list(choice), installed=installed, asks=len(choice), brings=len(installed))


def by_need(root, framework):
    """The record, and the needs in order, each with its extensions and their readings."""
    known, record = listed(root), recorded(root)
    mine = [entry for entry in known.extensions if entry.framework == framework]
    needs = [
        (slug, need, [(e, record.packages[e.package]) for e in mine if e.need == slug])
        for slug, need in known.needs.items()
    ]
    return record, needs
