"""How old each dated record is, and whether its versions are still those in use."""

import datetime as dt
import importlib.metadata
from dataclasses import dataclass

from packaging.version import Version

from reference.data import load_json

KINDS = ("source", "test", "measurement", "version", "extension")


@dataclass(frozen=True)
class Dated:
    """One dated record: what kind, its id, the file to edit, its day, and what has moved on."""

    kind: str
    id: str
    file: str
    day: dt.date
    moved: str = ""

    def age(self, today):
        """Its age in days."""
        return (today - self.day).days


def newer(recorded, name):
    """What has moved on: the installed release of a package, where it is newer than recorded."""
    try:
        installed = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
    is_newer = Version(installed) > Version(recorded)
    return f"recorded {recorded}, pinned {installed}" if is_newer else ""


def records(library):
    """Every dated record of the site."""
    for key, evidence in library.claims.items():
        claim = evidence.claim
        day = claim.source.checked if claim.source else library.versions.checked
        if claim.measurement:
            day = measured(library, claim.measurement.data) or day
        yield Dated(claim.kind, key, f"docs/{evidence.page}", day)
    versions = "docs/_data/versions.yml"
    for name in ("flask", "django"):
        project = getattr(library.versions, name)
        moved = newer(project.pinned, name)
        yield Dated("version", name, versions, library.versions.checked, moved)
        for release in project.releases:
            yield Dated("version", f"{name} {release.line}", versions, release.source.checked)
    yield from extensions(library)


def measured(library, file):
    """The day on which a data file was measured, if it says so."""
    data = load_json(library.root / file, library.root)
    day = data.get("date") or data.get("read") if isinstance(data, dict) else None
    return dt.date.fromisoformat(day[:10]) if day else None


def extensions(library):
    """The recorded releases of extensions."""
    path = library.docs / "_data/extensions.json"
    if path.is_file():
        data = load_json(path, library.root)
        day = dt.date.fromisoformat(data["read"])
        for name, package in data["packages"].items():
            moved = newer(package["latest"], name)
            yield Dated("extension", name, "docs/_data/extensions.json", day, moved)


def stale(found, most, today):
    """Whether a record is past its age, or a pinned release has moved on from it."""
    return bool(found.moved) or found.age(today) > most[found.kind]
