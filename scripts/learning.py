"""Write docs/compare/learning/learning.json, what our apps ask to be read; `--check` if stale."""

import ast
import json
import re
import sys
from pathlib import Path

from generated import keep

ROOT = Path(__file__).resolve().parent.parent
RESULT = ROOT / "docs/compare/learning/learning.json"
APPS = {
    "guest_list": "docs/frameworks/{0}/{0}_app",
    "routing": "docs/compare/routing/{0}_app",
    "form": "docs/compare/forms-and-validation/{0}_app",
    "back_office": "docs/compare/admin/{0}_app",
    "accounts": "docs/compare/authentication/{0}_app",
}
WRITTEN_FOR_YOU = {"manage.py", "wsgi.py", "asgi.py"}
LOOKED_AT = ("Admin", "AppConfig", "Converter", "Manager", "Mixin", "View")


def files(app):
    """The files of an app that somebody writes: not empty, not a test, not made by a command."""
    if not app.is_dir():
        return [app.with_suffix(".py")]
    found = (p for p in sorted(app.rglob("*")) if p.suffix in (".py", ".html"))
    by_hand = (p for p in found if p.name not in WRITTEN_FOR_YOU and "migrations" not in p.parts)
    return [p for p in by_hand if lines(p) and not p.name.startswith("test")]


def lines(path):
    """How many lines of a file say something: no blank ones, comments, or lines of quotes."""
    found = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return sum(bool(line) and not re.match(r'#|"""|\{#', line) for line in found)


def imports(source):
    """The names that Python code takes from elsewhere, as (module, name) pairs."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from ((node.module, alias.name) for alias in node.names)


def settings(path):
    """The settings that a Python file gives a value: `DEBUG = …` or `app.config["DEBUG"] = …`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and path.name.startswith("settings"):
            yield from (t.id for t in node.targets if isinstance(t, ast.Name) and t.id.isupper())
        elif isinstance(node, ast.Subscript) and getattr(node.value, "attr", "") == "config":
            yield getattr(node.slice, "value", "")
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "from_mapping":
            yield from (keyword.arg for keyword in node.keywords)


def options(path):
    """What a class that a package looks at sets or overrides: in `Meta`, a view, an admin."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            bases = [ast.unparse(base) for base in node.bases]
            if node.name == "Meta" or any(base.endswith(LOOKED_AT) for base in bases):
                for item in node.body:
                    yield from (t.id for t in getattr(item, "targets", []))
                    yield from [item.name] if isinstance(item, ast.FunctionDef) else []


def ours(app):
    """The modules and folders of an app: what it imports from itself."""
    below = app.rglob("*") if app.is_dir() else []
    return {app.name} | {path.stem for path in below if path.is_dir() or path.suffix == ".py"}


def count(app):
    """What one app asks to be read and known."""
    found = files(app)
    python = [path for path in found if path.suffix == ".py"]
    known = ours(app) | set(sys.stdlib_module_names)
    names = {pair for path in python for pair in imports(path.read_text(encoding="utf-8"))}
    names = {pair for pair in names if pair[0].split(".")[0] not in known}
    packages = sorted({module.split(".")[0] for module, _ in names})
    counted = {
        "names": len(names),
        "settings": len({key for path in python for key in settings(path) if key.isupper()}),
        "options": len({name for path in python for name in options(path)}),
    }
    return {
        "files": len(found),
        "lines": sum(map(lines, found)),
        **counted,
        "words": sum(counted.values()),
        "packages": len(packages),
        "from": packages,
    }


def result():
    """All apps, as JSON text: the same apps give the same bytes."""
    counted = {
        title: {side: count(ROOT / place.format(side)) for side in ("flask", "django")}
        for title, place in APPS.items()
    }
    return json.dumps(counted, indent=1) + "\n"


if __name__ == "__main__":
    keep(RESULT, result(), "python scripts/learning.py")
