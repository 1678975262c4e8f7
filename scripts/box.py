"""Write docs/_data/box.json, what the installed Flask and Django ship: `box.py [DATE]`."""

import ast
import datetime as dt
import importlib
import importlib.metadata
import importlib.util
import inspect
import json
import sys
from pathlib import Path

from packaging.requirements import Requirement

BOX = Path(__file__).resolve().parent.parent / "docs/_data/box.json"


def folder(package):
    """The folder of an installed package, found without importing it."""
    return Path(importlib.util.find_spec(package).origin).parent


def tree(path):
    """The top level of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8")).body


def inside(path, kind):
    """Every node of one kind in a Python file."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(module) if isinstance(node, kind))


def targets(node):
    """The names that an assignment gives a value to."""
    return [t.id for t in getattr(node, "targets", []) if isinstance(t, ast.Name)]


def public(thing):
    """The public names of a class or an object."""
    return (name for name in dir(thing) if not name.startswith("_"))


def of(dotted):
    """The value at a dotted path: `of("flask.Flask.default_config")`."""
    module, _, name = dotted.rpartition(".")
    try:
        return importlib.import_module(dotted)
    except ModuleNotFoundError:
        return getattr(of(module), name)


def own(module):
    """The public functions and classes that a module defines itself."""
    for name, value in vars(of(module)).items():
        is_code = inspect.isfunction(value) or inspect.isclass(value)
        if is_code and value.__module__ == module and not name.startswith("_"):
            yield name


def kinds(module, base):
    """The public classes of a module that are kinds of one base."""
    for name, value in vars(of(module)).items():
        is_kind = inspect.isclass(value) and issubclass(value, of(base)) and value is not of(base)
        if is_kind and not name.startswith("_"):
            yield name


def exports(package):
    """What a package re-exports by name, as (module, name) pairs."""
    for node in tree(folder(package) / "__init__.py"):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield from ((node.module, a.name) for a in node.names if a.name == a.asname)


def names(package, *leave_out):
    """The names that a package re-exports, but for those of some of its modules."""
    return (name for module, name in exports(package) if module not in leave_out)


# Django is one package. Its files are read, not imported, where an import would need settings.


def defined(pattern, kind, suffix=""):
    """(module, name) of the classes or functions in Django's files whose names end so."""
    django = folder("django")
    for path in django.glob(pattern):
        module = ".".join(path.relative_to(django.parent).with_suffix("").parts)
        for node in tree(path):
            if isinstance(node, kind) and node.name.endswith(suffix) and node.name[0] != "_":
                yield module, node.name


def classes(pattern, suffix):
    """Dotted paths of the classes in Django's files whose names end so; bases are left out."""
    for module, name in defined(pattern, ast.ClassDef, suffix):
        if not module.endswith(".base") and not name.startswith("Base"):
            yield f"{module}.{name}"


def bare(pattern, kind=(ast.ClassDef, ast.FunctionDef), suffix=""):
    """The same classes and functions by their names alone."""
    return (name for _, name in defined(pattern, kind, suffix))


def modules(pattern):
    """The names of Django's modules in a folder; `base` is no choice."""
    return (path.stem for path in folder("django").glob(pattern) if path.stem != "base")


def packages(parent, marker):
    """Dotted paths of the packages below a folder of Django that hold the marker file."""
    for path in folder("django").glob(f"{parent}/*/{marker}"):
        if path.parent.name not in ("base", "dummy"):  # stand-ins that nobody chooses
            yield ".".join(["django", *parent.split("/"), path.parent.name])


def assigned(pattern, is_wanted):
    """The names that Django's files assign at their top level, if the value is wanted."""
    for path in folder("django").glob(pattern):
        for node in tree(path):
            if isinstance(node, ast.Assign) and is_wanted(node.value):
                yield from targets(node)


def named(pattern):
    """What Django's files name in `__all__`."""
    for path in folder("django").glob(pattern):
        for node in tree(path):
            if targets(node) == ["__all__"]:
                yield from ast.literal_eval(node.value)


def is_call(value):
    """Whether a value is the result of a call."""
    return isinstance(value, ast.Call)


def is_signal(value):
    """Whether a value is `Signal()` or `ModelSignal()`."""
    return is_call(value) and getattr(value.func, "id", "").endswith("Signal")


def model_fields():
    """The fields of a model, but for those that only old migrations may name."""
    for name in kinds("django.db.models", "django.db.models.Field"):
        gone = of(f"django.db.models.{name}").system_check_removed_details
        if not gone and name != "OrderWrt":  # Django adds that one itself
            yield name


def fields_in(pattern):
    """The same for the model fields of apps that cannot be imported without their database."""
    for path in folder("django").glob(pattern):
        for node in tree(path):
            if isinstance(node, ast.ClassDef) and node.name.endswith("Field"):
                gone = any("system_check_removed_details" in targets(n) for n in node.body)
                if not gone and not node.name.startswith("Base"):
                    yield node.name


def lookups():
    """What a query may write after two underscores, on fields and inside JSON."""
    for path in folder("django").glob("db/models/**/*.py"):
        for node in inside(path, ast.Assign):
            name = node.value.value if isinstance(node.value, ast.Constant) else None
            if targets(node) == ["lookup_name"] and name:
                yield name


def views():
    """The class-based views."""
    return (name for name in of("django.views.generic.__all__") if name.endswith("View"))


def settings():
    """The settings that have a default."""
    return (name for name in public(of("django.conf.global_settings")) if name.isupper())


def validators():
    """The validators for fields: classes to set up, and some that are set up already."""
    yield from bare("core/validators.py")
    ready = assigned("core/validators.py", is_call)
    yield from (name for name in ready if not name.startswith("_") and not name.endswith("_re"))


def tags():
    """The template tags that need no `{% load %}`."""
    yield from of("django.template.defaulttags.register.tags")
    yield from of("django.template.loader_tags.register.tags")


def on(dotted):
    """What an instance of a class of Django offers: its class says it, or `__init__` sets it."""
    yield from public(of(dotted))
    for kind in of(dotted).__mro__[:-1]:
        for node in ast.walk(ast.parse(inspect.getsource(kind))):
            if isinstance(node, ast.FunctionDef) and node.name == "__init__":
                yield from set_in(node)


def set_in(function):
    """The public attributes of itself that a method assigns."""
    for node in ast.walk(function):
        is_set = isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
        if is_set and getattr(node.value, "id", "") == "self" and not node.attr.startswith("_"):
            yield node.attr


def languages():
    """The languages that Django's own messages have a translation for."""
    return (path.parent.parent.name for path in folder("django").glob("conf/locale/*/*/django.mo"))


def assertions():
    """The assertions that Django's test cases add to those of Python."""
    theirs = of("unittest.TestCase")
    return (
        n
        for n in public(of("django.test.TransactionTestCase"))
        if n.startswith("assert") and not hasattr(theirs, n)
    )


def django_parts():
    """What Django ships, by need: settings take the dotted paths, `manage.py` the commands."""
    auth = "contrib/auth"
    return {
        "Requests and pages": {
            "Middleware": [
                *classes("middleware/*.py", "Middleware"),
                *classes("contrib/*/middleware.py", "Middleware"),
            ],
            "URL converters": of("django.urls.converters.DEFAULT_CONVERTERS"),
            "On a request": on("django.http.HttpRequest"),
            "On a response": on("django.http.HttpResponse"),
            "Kinds of response": kinds("django.http", "django.http.HttpResponseBase"),
            "Shortcuts": own("django.shortcuts"),
            "Class-based views": views(),
            "View decorators": [
                *bare("views/decorators/[!_]*.py", ast.FunctionDef),
                *assigned("views/decorators/[!_]*.py", is_call),
            ],
            "Template engines": classes("template/backends/*.py", ("Templates", "Jinja2")),
            "Template tags": tags(),
            "Template filters": of("django.template.defaultfilters.register.filters"),
            "Tag libraries to load": modules("**/templatetags/[!_]*.py"),
            "Context processors": bare("**/context_processors.py", ast.FunctionDef),
            "Form fields": kinds("django.forms", "django.forms.Field"),
            "Form widgets": kinds("django.forms", "django.forms.Widget"),
            "Validators": validators(),
            "Session back ends": modules("contrib/sessions/backends/[!_]*.py"),
            "Message storages": classes("contrib/messages/storage/*.py", "Storage"),
            "File storages": [
                *classes("core/files/storage/[!_]*.py", "Storage"),
                *classes("contrib/staticfiles/storage.py", "FilesStorage"),
            ],
            "Upload handlers": bare("core/files/uploadhandler.py", ast.ClassDef, "Handler"),
        },
        "Data": {
            "Databases": [
                *packages("db/backends", "base.py"),
                *packages("contrib/gis/db/backends", "base.py"),
            ],
            "Model fields": model_fields(),
            "Model fields of PostgreSQL": fields_in("contrib/postgres/fields/*.py"),
            "Model fields for maps": fields_in("contrib/gis/db/models/fields.py"),
            "Constraints and indexes": [
                *kinds("django.db.models", "django.db.models.BaseConstraint"),
                "Index",
                *bare("contrib/postgres/indexes.py", ast.ClassDef, "Index"),
                *bare("contrib/postgres/constraints.py", ast.ClassDef, "Constraint"),
            ],
            "Methods of a query": public(of("django.db.models.QuerySet")),
            "Lookups": lookups(),
            "Aggregates": of("django.db.models.aggregates.__all__"),
            "Database functions": of("django.db.models.functions.__all__"),
            "Migration operations": of("django.db.migrations.operations.__all__"),
            "Serialisation formats": of("django.core.serializers.BUILTIN_SERIALIZERS"),
            "Caches": classes("core/cache/backends/*.py", "Cache"),
            "Tasks, to import": named("tasks/__init__.py"),
            "Task back ends": classes("tasks/backends/*.py", "Backend"),
        },
        "People and access": {
            "Ways to sign in": classes(f"{auth}/backends.py", "Backend"),
            "Account views": classes(f"{auth}/views.py", "View"),
            "Account forms": classes(f"{auth}/forms.py", "Form"),
            "To limit who sees a view": [
                *bare(f"{auth}/decorators.py", ast.FunctionDef),
                *bare(f"{auth}/mixins.py", ast.ClassDef, "Mixin"),
            ],
            "Password hashers": classes(f"{auth}/hashers.py", "PasswordHasher"),
            "Password validators": classes(f"{auth}/password_validation.py", "Validator"),
            "Signing": bare("core/signing.py"),
        },
        "Structure and tools": {
            "Apps": packages("contrib", "apps.py"),
            "Commands": modules("**/management/commands/[!_]*.py"),
            "Settings with a default": settings(),
            "Signals": assigned("**/*signals.py", is_signal),
            "Email": classes("core/mail/backends/*.py", "EmailBackend"),
            "Languages it is translated into": languages(),
        },
        "Running it": {
            "Gateways": bare("core/[aw]sgi.py", ast.FunctionDef),
            "Logging": bare("utils/log.py", ast.ClassDef),
            "Groups of checks": public(of("django.core.checks.Tags")),
        },
        "Testing": {
            "To import": {*of("django.test.__all__"), *of("django.test.utils.__all__")},
            "Assertions": assertions(),
            "Methods of the test client": public(of("django.test.Client")),
        },
    }


# Flask stands on six packages; what an app imports from them comes with `pip install flask`.


def set_up():
    """The methods of an app or a blueprint that may only be called before the first request."""
    for path in folder("flask").glob("sansio/*.py"):
        for node in inside(path, ast.FunctionDef):
            if "setupmethod" in [getattr(d, "id", "") for d in node.decorator_list]:
                yield node.name


def methods():
    """The other methods of an app."""
    app, others = of("flask.Flask"), {*set_up()}
    return (n for n in public(app) if inspect.isfunction(getattr(app, n)) and n not in others)


def requirements(extra=""):
    """The packages that Flask needs here, or with an extra those that only the extra adds."""
    for text in importlib.metadata.requires("flask"):
        need = Requirement(text)
        wanted = not need.marker or need.marker.evaluate({"extra": extra})
        if wanted and ("extra ==" in text) == bool(extra):
            yield need.name


def optional():
    """The packages that make a part of Flask work once they are installed."""
    for extra in importlib.metadata.metadata("flask").get_all("Provides-Extra"):
        yield from (f"{name} ({extra})" for name in requirements(extra))


def werkzeug_middleware():
    """Dotted paths of the middleware of Werkzeug."""
    for path in folder("werkzeug").glob("middleware/[!_]*.py"):
        module = f"werkzeug.middleware.{path.stem}"
        yield from (f"{module}.{n}" for n in own(module) if n.endswith(("Middleware", "Fix")))


def extensions():
    """The extensions of Jinja, by their classes; each has a short name too."""
    kinds_of_it = kinds("jinja2.ext", "jinja2.ext.Extension")
    return (name for name in kinds_of_it if name.endswith("Extension"))


def flask_parts():
    """What Flask ships, by need, with what comes along from the packages that it is built on."""
    app = of("flask.Flask")("box")
    with app.test_request_context():
        request = [*public(of("flask.request")._get_current_object())]
    errors = of("werkzeug.exceptions.default_exceptions")
    return {
        "Requests and pages": {
            "Names to import": names("flask", "signals"),
            "Methods that set up an app or blueprint": set_up(),
            "Other methods of an app": methods(),
            "Class-based views": own("flask.views"),
            "JSON": [*own("flask.json"), *own("flask.json.provider"), *own("flask.json.tag")],
            "Sessions": own("flask.sessions"),
            "URL converters, from Werkzeug": of("werkzeug.routing.converters.DEFAULT_CONVERTERS"),
            "On a request, mostly from Werkzeug": request,
            "On a response, mostly from Werkzeug": public(of("flask.Response")()),
            "HTTP errors, from Werkzeug": (f"{c} {e.__name__}" for c, e in errors.items()),
            "Headers and forms as objects, from Werkzeug": names("werkzeug.datastructures"),
            "Middleware, from Werkzeug": werkzeug_middleware(),
            "Template tags, from Jinja": of("jinja2.parser._statement_keywords"),
            "Template filters, from Jinja": of("jinja2.filters.FILTERS"),
            "Template tests, from Jinja": of("jinja2.tests.TESTS"),
            "Template globals": app.jinja_env.globals,
            "Template extensions, from Jinja": extensions(),
            "Loaders and environments, from Jinja": names("jinja2", "exceptions"),
        },
        "Data": {},
        "People and access": {
            "Passwords and paths, from Werkzeug": own("werkzeug.security"),
            "Signing, from ItsDangerous": names("itsdangerous"),
        },
        "Structure and tools": {
            "Configuration keys": of("flask.Flask.default_config"),
            "Ways to load configuration": (
                n for n in public(of("flask.Config")) if n.startswith("from_")
            ),
            "Commands": of("flask.cli.FlaskGroup")().commands,
            "To write commands": own("flask.cli"),
            "Command line, from Click": names("click"),
            "Signals": (name for module, name in exports("flask") if module == "signals"),
            "Signals of your own, from Blinker": of("blinker.__all__"),
            "Packages it depends on": requirements(),
            "Optional packages": optional(),
        },
        "Running it": {
            "Logging": own("flask.logging"),
            "Development server, from Werkzeug": own("werkzeug.serving"),
            "Reloaders, from Werkzeug": of("werkzeug._reloader.reloader_loops"),
            "Debugger, from Werkzeug": own("werkzeug.debug"),
        },
        "Testing": {
            "To import": own("flask.testing"),
            "Methods of the test client": public(of("flask.testing.FlaskClient")),
            "Requests and answers, from Werkzeug": own("werkzeug.test"),
            "Running commands, from Click": own("click.testing"),
        },
    }


def shipped(name, parts):
    """One framework: its version, and its parts by need with their items in order."""
    needs = [
        {"title": need, "groups": [{"title": t, "items": in_order(i)} for t, i in groups.items()]}
        for need, groups in parts.items()
    ]
    return {"version": importlib.metadata.version(name), "needs": needs}


def in_order(items):
    """Each item once, sorted as a reader looks it up; a command may ship in two apps."""
    return sorted(set(items), key=lambda item: (item.lower(), item))


def box(checked):
    """Both frameworks, and the day on which somebody looked."""
    flask, django = shipped("flask", flask_parts()), shipped("django", django_parts())
    return {"checked": checked, "flask": flask, "django": django}


if __name__ == "__main__":
    day = dt.date.fromisoformat(sys.argv[1]) if len(sys.argv) > 1 else dt.date.today()
    BOX.write_text(json.dumps(box(day.isoformat()), indent=1) + "\n", encoding="utf-8")
