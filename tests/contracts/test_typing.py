"""What both apps of docs/compare/typing promise, and what mypy says about them."""

import ast
import importlib.resources
import re
import sysconfig
import venv
from pathlib import Path

import pytest

PREPARE = {"django": ["python manage.py migrate"]}
CODE = {"flask": ["flask_app"], "django": ["."]}
BARE = ["--strict", "--config-file=", "."]  # no plugin
MISTAKES = {"flask": "flask_app/mistakes.py", "django": "shop/mistakes.py"}
FOUND_BY_BOTH = {"misspelt_column", "weight_that_may_be_none"}
FOUND_BY_NEITHER = {"misspelt_route", "number_as_text"}
REST = {"misspelt_keyword", "misspelt_setting"}
EXTENSIONS = """
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.orm import DeclarativeBase
class Base(DeclarativeBase): ...
db = SQLAlchemy(model_class=Base)
class Product(db.Model): ...
import flask_login, flask_wtf, flask_admin
import rest_framework
"""
TYPED = ["flask", "werkzeug", "jinja2", "sqlalchemy"]


@pytest.fixture(scope="module")
def checked(served, tmp_path_factory):
    """Run mypy once for each command; give what it printed."""
    caches, said = tmp_path_factory.mktemp("mypy"), {}

    def check(framework, *words, cache="", **env):
        key = (framework, words, *env)
        if key not in said:
            env["MYPY_CACHE_DIR"] = str(caches / (framework + cache))
            command = ["mypy", *(words or CODE[framework])]
            done = served(framework).run(command, check=False, **env)
            said[key] = done.stdout + done.stderr
        return said[key]

    return check


def errors(output):
    """The errors of mypy, as (file, line, code)."""
    found = re.findall(r"^(\S+?):(\d+): error: .*\[([\w-]+)\]$", output, re.M)
    assert f"Found {len(found)} error" in output
    return [(path, int(line), code) for path, line, code in found]


def mistakes(served, framework, output):
    """The names of the mistakes in which mypy found an error."""
    tree = ast.parse((served(framework).shown.folder / MISTAKES[framework]).read_text())
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return {
        function.name
        for path, line, _ in errors(output)
        for function in functions
        if path == MISTAKES[framework] and function.lineno <= line <= function.end_lineno
    }


def test_a_product_is_added_and_shown(client):
    for form, shown in [
        ({"name": "Tea", "price": "4"}, "Corner shop: Tea, 4, not weighed"),
        ({"name": "Salt", "price": "2", "weight": "500"}, "Corner shop: Salt, 2, 0.5 kg"),
    ]:
        response = client.post("/products/", data=form)
        assert client.get(response.headers["location"]).text == shown
    assert client.get("/products/9999/").status_code == 404


def test_each_mistake_fails_for_the_visitor(client):
    assert client.post("/products/", data={"name": "Tea", "price": "4"}).is_redirect
    for name in FOUND_BY_BOTH | FOUND_BY_NEITHER | REST:
        path = f"/mistakes/{name.replace('_', '-')}/" + "1/" * (name == "number_as_text")
        assert client.get(path).status_code == 500, path


def test_mypy_strict_finds_errors_in_nothing_but_the_mistakes(app, checked):
    found = errors(checked(app.framework))
    assert {path for path, _, _ in found} == {MISTAKES[app.framework]}
    assert len(found) == {"flask": 2, "django": 4}[app.framework]


def test_mypy_finds_a_misspelt_column_and_a_forgotten_none_in_both(app, served, checked):
    assert mistakes(served, app.framework, checked(app.framework)) >= FOUND_BY_BOTH


def test_mypy_finds_a_misspelt_keyword_and_setting_in_django_only(served, checked):
    assert not REST & mistakes(served, "flask", checked("flask"))
    assert mistakes(served, "django", checked("django")) >= REST


def test_mypy_finds_neither_a_wrong_route_name_nor_a_wrong_type_from_the_url(app, served, checked):
    assert not FOUND_BY_NEITHER & mistakes(served, app.framework, checked(app.framework))


def test_without_its_plugin_mypy_finds_no_mistake_in_django_and_complains_of_every_field(
    served, checked
):
    output = checked("django", *BARE, cache="-bare")
    assert mistakes(served, "django", output) == set()
    fields = [(path, code) for path, _, code in errors(output)]
    assert fields == [("shop/models.py", "var-annotated")] * 3


def test_flask_and_its_parts_ship_types_and_django_ships_none(served, checked, tmp_path):
    assert all((importlib.resources.files(name) / "py.typed").is_file() for name in TYPED)
    # An environment that holds Django and no stubs.
    venv.create(tmp_path, with_pip=False)
    packages = Path(sysconfig.get_path("purelib", "venv", vars={"base": str(tmp_path)}))
    (packages / "django").symlink_to(importlib.resources.files("django"))
    python = f"--python-executable={tmp_path}/bin/python"
    found = errors(checked("django", python, *BARE, cache="-untyped"))
    untyped = {(path, line) for path, line, code in found if code == "import-untyped"}
    for path in ["shop/models.py", "shop/views.py", "shop/urls.py"]:
        lines = (served("django").shown.folder / path).read_text().splitlines()
        imports = {(path, n) for n, line in enumerate(lines, 1) if line.startswith("from django")}
        assert imports and imports <= untyped


def test_mypy_loads_the_settings_of_django_and_stops_when_they_fail(served, checked, tmp_path):
    config = tmp_path / "mypy.ini"
    shown = (served("django").shown.folder / "mypy.ini").read_text()
    config.write_text(shown.replace("config.settings", "config.production"))
    words = [f"--config-file={config}", "config/production.py"]
    served("django").run(
        "python manage.py check", DJANGO_SETTINGS_MODULE="config.production", SECRET_KEY="any"
    )
    stopped = checked("django", *words, cache="-production")
    assert "Error constructing plugin instance" in stopped and "Success" not in stopped
    assert "Success" in checked("django", *words, cache="-production", SECRET_KEY="any")


def test_strict_mypy_refuses_popular_extensions_of_both(checked):
    output = checked("flask", "--strict", "-c", EXTENSIONS)
    assert 'Name "db.Model" is not defined' in output
    for name in ["flask_login", "flask_wtf", "flask_admin", "rest_framework"]:
        assert f'Skipping analyzing "{name}"' in output
    assert '"flask_sqlalchemy"' not in output
