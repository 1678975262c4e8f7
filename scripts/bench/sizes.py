"""What is installed: packages and bytes of a requirement with all that it needs."""

import importlib.metadata

from packaging.requirements import Requirement

SETS = {
    "flask": ["flask"],
    "flask_equal": ["flask", "flask-sqlalchemy", "flask-session", "flask-wtf", "flask-login"],
    "django": ["django"],
}
# Two more for what Django has and our app does not use, so that like stands beside like.
SETS["flask_equal_to_startproject"] = [*SETS["flask_equal"], "flask-migrate", "flask-admin"]


def needed(name, extras=frozenset(), seen=None):
    """The names of a package and of all packages that it needs, as installed here."""
    seen = set() if seen is None else seen
    if (name, extras) in seen:
        return seen
    seen.add((name, extras))
    for line in importlib.metadata.requires(name) or []:
        requirement = Requirement(line)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": e}) for e in (extras or {""})):
            needed(requirement.name.lower(), frozenset(requirement.extras), seen)
    return seen


def weight(name):
    """The bytes of a package's files; compiled ones are left out, since Python makes them."""
    files = importlib.metadata.files(name) or []
    return sum(f.size or 0 for f in files if f.suffix != ".pyc" and ".." not in f.parts)


def translations(name):
    """The megabytes of a package that are translations."""
    files = importlib.metadata.files(name) or []
    return round(sum(f.size or 0 for f in files if "locale" in f.parts) / 1e6, 1)


def measured():
    """Packages and size of each set."""
    found = {}
    for title, names in SETS.items():
        packages = sorted({n for wanted in names for n, _ in needed(wanted)})
        sizes = {name: weight(name) for name in packages}
        found[title] = {
            "asked_for": names,
            "packages": len(packages),
            "megabytes": round(sum(sizes.values()) / 1e6, 1),
            "bytes": sizes,
        }
    return found
