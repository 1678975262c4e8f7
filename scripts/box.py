"""Write docs/_data/box.json, what the installed Flask and Django ship: `box.py [DATE]`."""

import ast
import datetime as dt
import importlib.metadata
import importlib.util
import json
import sys
from pathlib import Path

from packaging.requirements import Requirement

BOX = Path(__file__).resolve().parent.parent / "docs/_data/box.json"


def folder(package):
    """The folder of an installed package, found without importing it."""
    return Path(importlib.util.find_spec(package).origin).parent


def classes(pattern, suffix):
    """Dotted paths of the classes in Django's files whose names end so; bases are left out."""
    django = folder("django")
    for path in django.glob(pattern):
        module = ".".join(path.relative_to(django.parent).with_suffix("").parts)
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            found = isinstance(node, ast.ClassDef) and node.name.endswith(suffix)
            if found and path.stem != "base" and not node.name.startswith("Base"):
                yield f"{module}.{node.name}"


def packages(parent, marker):
    """Dotted paths of the packages below a folder of Django that hold the marker file."""
    for path in folder("django").glob(f"{parent}/*/{marker}"):
        if path.parent.name not in ("base", "dummy"):  # stand-ins that nobody chooses
            yield ".".join(["django", *parent.split("/"), path.parent.name])


def commands():
    """The management commands of Django and of its contrib apps."""
    for path in folder("django").glob("**/management/commands/[!_]*.py"):
        yield path.stem


def middleware():
    """The middleware of Django and of its contrib apps."""
    yield from classes("middleware/*.py", "Middleware")
    yield from classes("contrib/*/middleware.py", "Middleware")


def django_groups():
    """What Django ships: settings take the dotted paths, `manage.py` takes the commands."""
    return {
        "Apps": packages("contrib", "apps.py"),
        "Middleware": middleware(),
        "Databases": packages("db/backends", "base.py"),
        "Template engines": classes("template/backends/*.py", ("Templates", "Jinja2")),
        "Caches": classes("core/cache/backends/*.py", "Cache"),
        "Email": classes("core/mail/backends/*.py", "EmailBackend"),
        "Password hashers": classes("contrib/auth/hashers.py", "PasswordHasher"),
        "Task back ends": classes("tasks/backends/*.py", "Backend"),
        "Commands": commands(),
    }


def exports():
    """The names that `import flask` offers, as (module, name) pairs: those re-exported by name."""
    tree = ast.parse((folder("flask") / "__init__.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.level:
            yield from ((node.module, a.name) for a in node.names if a.name == a.asname)


def requirements(extra=""):
    """The packages that Flask needs here, or with an extra those that only the extra adds."""
    for text in importlib.metadata.requires("flask"):
        need = Requirement(text)
        wanted = not need.marker or need.marker.evaluate({"extra": extra})
        if wanted and ("extra ==" in text) == bool(extra):
            yield need.name


def flask_groups():
    """What Flask ships, and the packages that it is built on."""
    from flask.cli import FlaskGroup

    extras = importlib.metadata.metadata("flask").get_all("Provides-Extra")
    return {
        "Names to import": (name for module, name in exports() if module != "signals"),
        "Signals": (name for module, name in exports() if module == "signals"),
        "Commands": FlaskGroup().commands,
        "Packages it depends on": requirements(),
        "Optional packages": (f"{name} ({e})" for e in extras for name in requirements(e)),
    }


def shipped(name, groups):
    """One framework: its version, and its groups with their items in order."""
    lists = [{"title": title, "items": in_order(items)} for title, items in groups.items()]
    return {"version": importlib.metadata.version(name), "groups": lists}


def in_order(items):
    """Each item once, sorted as a reader looks it up; a command may ship in two apps."""
    return sorted(set(items), key=lambda item: (item.lower(), item))


def box(checked):
    """Both frameworks, and the day on which somebody looked."""
    flask, django = shipped("flask", flask_groups()), shipped("django", django_groups())
    return {"checked": checked, "flask": flask, "django": django}


if __name__ == "__main__":
    day = dt.date.fromisoformat(sys.argv[1]) if len(sys.argv) > 1 else dt.date.today()
    BOX.write_text(json.dumps(box(day.isoformat()), indent=1) + "\n", encoding="utf-8")
