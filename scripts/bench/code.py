"""The same app in both, counted over all our topics and examples: code.json."""

import ast
import re
from collections import Counter

import learning
from bench import record
from bench.places import ROOT, SIDES

ROOMS = ("compare", "examples")
OWN = {
    "flask": {"flask", "werkzeug", "jinja2", "click", "itsdangerous", "markupsafe", "blinker"},
    "django": {"django", "asgiref"},
}
ROUTES = {"route", "get", "post", "put", "patch", "delete", "websocket", "api_view", "action"}
CLASSES = {  # the concern of a class, by how the name of a base ends
    "tables": ("Model", "DeclarativeBase", "TextChoices", "Manager", "QuerySet", "AbstractUser"),
    "forms and schemas": ("Form", "Serializer", "Schema", "BaseModel", "FormSet"),
    "staff screens": ("Admin", "ModelView", "AdminIndexView", "TabularInline"),
    "views": ("View", "ViewSet", "Mixin", "Consumer", "Endpoint"),
}
CONCERNS = [
    *("imports", "settings", "addresses", "views", "tables", "forms and schemas"),
    *("staff screens", "templates", "commands", "other"),
]
SAYS = re.compile(r'\s*(?!#|"""|\{#)\S')


def corpus():
    """The folders of topics and examples that show an app in both."""
    for room in ROOMS:
        for home in sorted((ROOT / "docs" / room).iterdir()):
            flask, django = home / "flask_app", home / "django_app"
            is_flask = flask.is_dir() or flask.with_suffix(".py").is_file()
            if is_flask and django.is_dir() and home.name != "performance":
                yield home


def called(node):
    """The last name of a decorator or base: `app.get("/")` → get, `db.Model` → Model."""
    node = node.func if isinstance(node, ast.Call) else node
    node = node.value if isinstance(node, ast.Subscript) else node
    return getattr(node, "attr", getattr(node, "id", ""))


def concern(path, node):
    """What a top-level statement is about."""
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return "imports"
    if path.name.startswith(("settings", "config")):
        return "settings"
    if "commands" in path.parts:
        return "commands"
    if path.name == "urls.py":
        return "addresses"
    if isinstance(node, ast.ClassDef):
        bases = tuple(called(base) for base in node.bases)
        for name, ends in CLASSES.items():
            if any(base.endswith(ends) for base in bases):
                return name
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return of_function(path, node)
    return "settings" if "config" in ast.unparse(node)[:40] else "other"


def of_function(path, node):
    """What a function is about, by its name, its decorators, its first argument."""
    decorators = {called(d) for d in node.decorator_list}
    if node.name == "create_app":
        return "settings"
    if "command" in decorators:
        return "commands"
    first = node.args.args[0].arg if node.args.args else ""
    is_view = decorators & ROUTES or (first == "request" and path.name == "views.py")
    return "views" if is_view else "other"


def ends(node):
    """The line after a node."""
    return (node.end_lineno or node.lineno) + 1


def by_concern(path):
    """Lines of a file by concern."""
    text = path.read_text(encoding="utf-8").splitlines()
    if path.suffix != ".py":
        return Counter(templates=sum(bool(SAYS.match(line)) for line in text))
    found = Counter()
    for node in ast.parse("\n".join(text)).body:
        routes = [d for d in getattr(node, "decorator_list", []) if called(d) in ROUTES]
        at = {n for d in routes for n in range(d.lineno, ends(d))}
        start = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
        about = concern(path, node)
        for number in range(start, ends(node)):
            if SAYS.match(text[number - 1]):
                found["addresses" if number in at else about] += 1
    return found


def names(app, side):
    """The names that an app imports from packages, and whose packages these are."""
    known = learning.ours(app) | learning.sys.stdlib_module_names
    python = [path.read_text() for path in learning.files(app) if path.suffix == ".py"]
    found = {(m.split(".")[0], m, n) for text in python for m, n in learning.imports(text)}
    tops = [top for top, _, _ in found if top not in known]
    return {
        "names": len(tops),
        "framework": sum(top in OWN[side] for top in tops),
        "extension": sum(top not in OWN[side] for top in tops),
        "packages": len(set(tops)),
    }


def counted(home, side):
    """One app: files, lines, names, settings, packages, and its lines by concern."""
    app = home / f"{side}_app"
    concerns = sum((by_concern(path) for path in learning.files(app)), Counter())
    lines = {name: concerns[name] for name in CONCERNS}
    basic = learning.count(app)
    kept = {key: basic[key] for key in ("files", "lines", "settings", "options")}
    return kept | names(app, side) | {"concerns": lines}


def shorter(share):
    """Whose app has fewer lines, by more than a twentieth."""
    return "flask" if share > 1.05 else "django" if share < 0.95 else "level"


def totals(apps):
    """Sums over all pairs, and how the pairs lie: in how many each side has fewer lines."""
    what = ("files", "lines", "names", "settings", "options", "framework", "extension")
    sums: dict = {s: {w: sum(a[s][w] for a in apps.values()) for w in what} for s in SIDES}
    for side in SIDES:
        each = (a[side]["concerns"] for a in apps.values())
        sums[side]["concerns"] = dict(sum(map(Counter, each), Counter()))
    shares = [a["django"]["lines"] / a["flask"]["lines"] for a in apps.values()]
    fewer = dict(Counter(shorter(share) for share in shares))
    return sums | {"pairs": len(apps), "fewer_lines": fewer}


def run(quick):
    """Count and write: the same files give the same figures."""
    apps = {
        str(home.relative_to(ROOT / "docs")): {s: counted(home, s) for s in SIDES}
        for home in corpus()
    }
    apps = {name: app for name, app in apps.items() if all(app[s]["lines"] for s in SIDES)}
    record.keep("code", {"about": record.about(quick), "figures": totals(apps), "apps": apps})
