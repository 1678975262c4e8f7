"""Look for names in the installed packages: JSON of (side, name) on stdin, those missing on stdout.

A name without a prefix is imported; `command:db.migrate` is a command of the framework's command
line, `option:run.--debug` one of its options, `param:flask.Blueprint.url_prefix` an argument,
`program:pybabel` a program;
`setting:`, `tag:`, `filter:` and `variable:` belong to the side's settings and templates.
"""

import importlib
import inspect
import json
import os
import sys
from importlib.metadata import entry_points
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "probe"
SECRET_KEY = "for the probe"
APPS = ("admin", "auth", "contenttypes", "messages", "sessions", "staticfiles")
INSTALLED_APPS = [f"django.contrib.{app}" for app in APPS] + ["allauth", "allauth.account"]
MIDDLEWARE = ["allauth.account.middleware.AccountMiddleware"]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]


def flask_app():
    """A Flask app with the extensions whose commands and variables are named, and a database."""
    import flask
    import flask_migrate
    import flask_sqlalchemy
    import flask_wtf

    app = flask.Flask("probe")
    app.config |= {"SECRET_KEY": "for the probe", "SQLALCHEMY_DATABASE_URI": "sqlite://"}
    db = flask_sqlalchemy.SQLAlchemy(app)
    flask_migrate.Migrate(app, db)
    flask_wtf.CSRFProtect(app)
    return app, db


def imported(path):
    """The object at a path, and of a class also what its objects have."""
    parts = path.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for number, part in enumerate(parts[length:], length):
            above = ".".join(parts[:number])
            made = OBJECTS.get(above)
            found = getattr(made, part) if hasattr(made, part) else getattr(found, part)
        return found
    raise ModuleNotFoundError(path)


class Flask:
    """What Flask's command line, settings and templates have."""

    def command(self, path):
        """A Click command, a group's commands behind a dot."""
        import click
        from flask.cli import FlaskGroup, ScriptInfo

        found = FlaskGroup()
        context = click.Context(found, obj=ScriptInfo(create_app=lambda: APP))
        for name in path.split("."):
            found = found.get_command(context, name)
            assert found is not None, path
        return found

    def option(self, path):
        """An option of a command."""
        command, _, option = path.rpartition(".")
        assert option in {o for p in self.command(command).params for o in p.opts}

    def setting(self, name):
        """A setting that Flask itself has."""
        assert name in type(APP).default_config

    def tag(self, name):
        """A tag that Jinja knows: another one is refused as unknown."""
        from jinja2 import TemplateSyntaxError

        try:
            APP.jinja_env.parse(f"{{% {name} %}}")
        except TemplateSyntaxError as error:
            assert "unknown tag" not in error.message, name

    def filter(self, name):
        """A filter of templates."""
        assert name in APP.jinja_env.filters

    def variable(self, name):
        """A name that every template has."""
        assert name in APP.jinja_env.globals


class Django:
    """What Django's command line, settings and templates have."""

    def command(self, name):
        """A command of manage.py."""
        from django.core.management import get_commands

        assert name in get_commands()

    def option(self, path):
        """An option of a command."""
        from django.core.management import get_commands, load_command_class

        command, _, option = path.rpartition(".")
        parser = load_command_class(get_commands()[command], command).create_parser("", command)
        assert option in parser.format_help()

    def setting(self, name):
        """A setting that Django itself has, or that a new project has."""
        from django.conf import global_settings

        new = Path(django.__path__[0], "conf/project_template/project_name/settings.py-tpl")
        assert hasattr(global_settings, name) or f"\n{name} = " in new.read_text(), name

    def _known(self, kind):
        """The built-in tags or filters, and those that a template may load."""
        from django.template import engines

        engine = engines["django"].engine
        libraries = [*engine.template_builtins, *engine.template_libraries.values()]
        return {name for library in libraries for name in getattr(library, kind)}

    def tag(self, name):
        """A tag of templates."""
        assert name in self._known("tags")

    def filter(self, name):
        """A filter of templates."""
        assert name in self._known("filters")


def param(path):
    """An argument of a function, or of a class's constructor."""
    path, _, name = path.rpartition(".")
    assert name in inspect.signature(imported(path)).parameters


def program(name):
    """A program that an installed package brings."""
    assert entry_points(group="console_scripts", name=name)


def look(side, name):
    """Raise unless the name is there."""
    kind, _, rest = name.rpartition(":")
    if not kind:
        imported(rest)
    elif kind in ("param", "program"):
        {"param": param, "program": program}[kind](rest)
    else:
        getattr(SIDES[side], kind)(rest)


if __name__ == "__main__":
    from django.test.utils import setup_test_environment

    django.setup()
    setup_test_environment()
    APP, DB = flask_app()
    OBJECTS = {"flask.Flask": APP, "flask_sqlalchemy.SQLAlchemy": DB}
    SIDES = {"flask": Flask(), "django": Django()}
    missing = []
    for side, name in json.load(sys.stdin):
        try:
            look(side, name)
        except Exception as error:
            missing.append([side, name, f"{type(error).__name__}: {error}"])
    json.dump(missing, sys.stdout)
