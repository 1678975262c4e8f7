"""What both apps of docs/compare/upgrades-and-support promise, and where they differ."""

import importlib.metadata
import re

import pytest
from flask import Flask, redirect, request
from packaging.requirements import Requirement

PREPARE = {"django": ["python manage.py migrate"]}
TESTS = {
    "flask": "python {flags} -m pytest -q -p no:cacheprovider test_flask_app.py -k {which}",
    "django": "python {flags} manage.py test -k test_{which}",
}
OLD_SETTINGS = {"DJANGO_SETTINGS_MODULE": "config.settings_before"}


@pytest.fixture
def rehearse(app):
    """Run the app's own tests of the code before or after the upgrade, with flags of Python."""

    def run(which, flags, **env):
        command = TESTS[app.framework].format(which=which, flags=flags)
        env = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", **env}
        return app.run(command, check=False, **env)

    return run


def warnings_of(done):
    """The names of the warnings in what a command has printed, one for each line."""
    lines = re.findall(r": (\w+Warning): ", done.stdout + done.stderr)
    return sorted(name for name in lines if name != "ResourceWarning")


@pytest.mark.since(django="6.1")
def test_the_tests_of_the_old_code_print_its_warnings(app, rehearse):
    env = OLD_SETTINGS if app.framework == "django" else {}
    done = rehearse("before", "-Wa", **env)
    kinds = {
        "flask": ["DeprecationWarning", "LegacyAPIWarning"],
        "django": ["RemovedInDjango2028Warning"] * 3,
    }
    assert done.returncode == 0 and warnings_of(done) == kinds[app.framework]


def test_the_mended_code_gives_no_warning(rehearse):
    done = rehearse("after", "-Wa")
    assert done.returncode == 0 and warnings_of(done) == []


@pytest.mark.since(django="6.1")
def test_deprecation_warnings_as_errors_stop_flask_and_not_django(app, rehearse):
    env = OLD_SETTINGS if app.framework == "django" else {}
    stopped = rehearse("before", "-Werror::DeprecationWarning", **env).returncode != 0
    assert stopped == (app.framework == "flask")
    if app.framework == "django":
        assert rehearse("before", "-Werror::PendingDeprecationWarning").returncode


@pytest.mark.since(django="6.1")
def test_a_warning_of_django_appears_only_when_its_line_runs(served):
    check = served("django").run("python -Wa manage.py check", **OLD_SETTINGS)
    assert "select_related" not in check.stderr
    visit = (
        "from django.test import Client; Client().get('/before/1/', headers={'host': 'localhost'})"
    )
    done = served("django").run(["python", "-Wa", "manage.py", "shell", "-c", visit])
    assert "select_related" in done.stderr


def test_without_a_flag_the_app_says_nothing(app, client):
    for page in ("/before/1/", "/1/"):
        assert client.get(page).status_code in (200, 404)
    assert "Warning" not in app.output()


def test_flask_stands_on_six_packages_and_django_on_two_without_upper_limits():
    needs = {}
    for name in ("flask", "django"):
        parsed = map(Requirement, importlib.metadata.requires(name))
        environment = {"extra": "", "python_version": "3.13", "sys_platform": "linux"}
        needs[name] = [n for n in parsed if not n.marker or n.marker.evaluate(environment)]
    names = {need.name for need in needs["flask"]}
    assert names == {"blinker", "click", "itsdangerous", "jinja2", "markupsafe", "werkzeug"}
    assert {need.name for need in needs["django"]} == {"asgiref", "sqlparse"}
    everything = needs["flask"] + needs["django"]
    assert {part.operator for need in everything for part in need.specifier} == {">="}
    for name in names:
        urls = importlib.metadata.metadata(name).get_all("Project-URL")
        assert re.search(r"github\.com/pallets(-eco)?/", " ".join(urls)), name


def test_a_long_text_in_a_form_is_refused_until_the_limit_is_set():
    app = Flask(__name__)
    app.add_url_rule("/", view_func=lambda: str(len(request.form["text"])), methods=["POST"])

    def post(length):
        form = {"data": {"text": "x" * length}, "content_type": "multipart/form-data"}
        return app.test_client().post("/", **form)

    assert post(500_000).text == "500000"
    assert post(500_001).status_code == 413
    app.config["MAX_FORM_MEMORY_SIZE"] = 1_000_000
    assert post(500_001).text == "500001"


def test_a_redirect_that_names_its_code_does_not_depend_on_the_release():
    app = Flask(__name__)
    app.add_url_rule("/default", "default", lambda: redirect("/"))
    app.add_url_rule("/named", "named", lambda: redirect("/", code=303))
    assert app.test_client().get("/default").status_code == 302
    assert app.test_client().get("/named").status_code == 303
