"""What both apps of docs/compare/configuration promise, and where they differ."""

import subprocess
import sys

import pytest
from environ import Env
from flask import Flask, session

KEY = "a long random value, made for this test only"
START = {"flask": "from flask_app import app", "django": "from config.wsgi import app"}
SHOWN = {"flask": "app.config['{}']", "django": "__import__('django.conf').conf.settings.{}"}


@pytest.fixture(scope="module", autouse=True)
def environment():
    """The environment in which both apps are served."""
    with pytest.MonkeyPatch.context() as env:
        env.setenv("SHOP_SECRET_KEY", KEY)
        env.setenv("SHOP_PAGE_SIZE", "3")
        yield env


@pytest.fixture
def start(app):
    """Start the app anew with other values, and print one of those that it then has."""

    def run(name="PAGE_SIZE", check=True, **env):
        shown = SHOWN[app.framework].format(name)
        code = f"{START[app.framework]}; print({shown})"
        return app.run([sys.executable, "-c", code], check, **env)

    return run


def python(code, folder):
    """Run code as a new process in a folder."""
    words = [sys.executable, "-c", code]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=60)


def test_values_come_from_the_environment_and_otherwise_from_the_code(client):
    assert client.get("/products/").json() == {"products": [0, 1, 2], "prices": False}


@pytest.mark.parametrize(("text", "value"), [("False", "False"), ("true", "True"), ("1", "True")])
def test_a_boolean_is_read_as_people_write_it(start, text, value):
    assert start("SHOW_PRICES", SHOP_SHOW_PRICES=text).stdout.strip() == value


def test_wrong_values_stop_the_start_and_are_named_without_being_shown(start):
    wrong = {"PAGE_SIZE": "eleven", "SHOW_PRICES": "ture", "SECRET_KEY": "hunter2"}
    done = start(check=False, **{f"SHOP_{name}": value for name, value in wrong.items()})
    assert done.returncode and all(name in done.stderr for name in wrong)
    assert not any(value in done.stderr for value in wrong.values())
    assert start(check=False, SHOP_PAGE_SIZE="0").returncode


def test_a_secret_can_come_from_a_file(start, environment, tmp_path):
    (tmp_path / "SHOP_SECRET_KEY").write_text("the key that a platform has mounted as a file\n")
    with environment.context() as env:
        env.delenv("SHOP_SECRET_KEY")
        where = {"SHOP_SECRETS": tmp_path, "SHOP_SECRET_KEY_FILE": tmp_path / "SHOP_SECRET_KEY"}
        done = start("SECRET_KEY", **{name: str(path) for name, path in where.items()})
    assert done.stdout == "the key that a platform has mounted as a file\n"


def test_a_missing_secret_key_is_noticed_only_when_it_is_used(tmp_path):
    flask = Flask("bare")
    flask.testing = True  # let the error through
    flask.add_url_rule("/", view_func=lambda: session.update(seen=True) or "")
    with pytest.raises(RuntimeError, match="no secret key was set"):
        flask.test_client().get("/")
    (tmp_path / "bare.py").write_text("ROOT_URLCONF = 'bare'\nurlpatterns = []\n")
    code = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "bare"
from django.core.wsgi import get_wsgi_application
get_wsgi_application()
print("started")
from django.core.signing import dumps
dumps("x")
"""
    done = python(code, tmp_path)
    assert done.stdout == "started\n" and "SECRET_KEY setting must not be empty" in done.stderr


def test_flask_reads_json_and_keeps_any_other_text(monkeypatch):
    texts = {"SIZE": "10", "PRICES": "false", "BANNER": "False", "LIMIT": "ten"}
    for name, text in texts.items():
        monkeypatch.setenv(f"SHOP_{name}", text)
    app = Flask("bare")
    app.config.from_prefixed_env("SHOP")
    values = [app.config[name] for name in texts]
    assert values == [10, False, "False", "ten"] and app.config["BANNER"]


def test_in_django_the_text_false_turns_debug_on(tmp_path):
    lines = """
import os
from django.urls import path
SECRET_KEY, DEBUG = "x", os.environ.get("DEBUG", False)
ALLOWED_HOSTS, ROOT_URLCONF = ["*"], "bare"
urlpatterns = [path("known/", print)]
"""
    (tmp_path / "bare.py").write_text(lines)
    code = """
import os, django
os.environ.update(DJANGO_SETTINGS_MODULE="bare", DEBUG="False")
django.setup()
from django.test import Client
print("DEBUG = True" in Client().get("/nowhere/").text)
"""
    assert python(code, tmp_path).stdout == "True\n"


def test_flasks_command_reads_a_dotenv_file_and_a_server_does_not(tmp_path):
    (tmp_path / ".env").write_text("FLASK_COLOUR=red\n")
    lines = "from flask import Flask\napp = Flask(__name__)\napp.config.from_prefixed_env()\n"
    lines += "@app.cli.command()\ndef colour():\n    print(app.config.get('COLOUR'))\n"
    (tmp_path / "app.py").write_text(lines)
    command = "import sys; sys.argv[1:] = ['colour']; from flask.cli import main; main()"
    served = "from app import app; print(app.config.get('COLOUR'))"
    mended = f"from flask.cli import load_dotenv; load_dotenv(); {served}"
    colours = [python(code, tmp_path).stdout for code in (command, served, mended)]
    assert colours == ["red\n", "None\n", "red\n"]


def test_one_process_holds_flask_apps_of_different_settings_and_one_django(served):
    code = """
from flask_app import app, create_app
from flask_app.config import Settings
other = create_app(Settings(PAGE_SIZE=99))
print(app.config["PAGE_SIZE"], other.config["PAGE_SIZE"])
"""
    assert served("flask").run([sys.executable, "-c", code]).stdout == "3 99\n"
    code = f"{START['django']}\nfrom django.conf import settings\nsettings.configure(PAGE_SIZE=99)"
    done = served("django").run([sys.executable, "-c", code], check=False)
    assert "RuntimeError: Settings already configured." in done.stderr


def test_django_environ_takes_a_mistyped_boolean_for_false(monkeypatch):
    monkeypatch.setenv("SHOP_SHOW_PRICES", "ture")
    assert Env().bool("SHOP_SHOW_PRICES") is False
