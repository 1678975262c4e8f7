"""What both apps of docs/compare/project-structure promise, and where they differ."""

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import flask as flask_package
import pytest

PREPARE = {
    "flask": ["flask create-letters"],
    "django": ["python manage.py migrate -v 0"],
}
HOME = Path(__file__).parents[2] / "docs/compare/project-structure"

# A project of one app and no settings but `apps`, set up as manage.py would do it.
SET_UP = """
import django
from django.conf import settings
settings.configure(INSTALLED_APPS={apps}, ROOT_URLCONF="urls")
django.setup()
"""
MODELS = {
    "flask": """
        from shop.extensions import db
        class Product(db.Model):
            id = db.Column(db.Integer, primary_key=True)
    """,
    "django": """
        from django.db import models
        class Product(models.Model):
            pass
    """,
}
EXTENSIONS = "from flask_sqlalchemy import SQLAlchemy\ndb = SQLAlchemy()\n"


def python(folder, code):
    """Run code in a folder, in a Python of its own; return what it printed, errors and all."""
    words = [sys.executable, "-c", dedent(code)]
    done = subprocess.run(words, cwd=folder, text=True, capture_output=True, timeout=60)
    return done.stdout + done.stderr


def write(folder, files):
    for name, code in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(dedent(code))


@pytest.mark.parametrize("module", ["one_file_flask", "one_file_django"])
def test_one_file_is_a_project(module):
    get = "from werkzeug.test import Client; print(Client(app).get('/').text)"
    assert python(HOME, f"from {module} import app; {get}") == "Front page\n"


def test_the_one_file_of_django_runs_its_commands():
    words = [sys.executable, "one_file_django.py", "check"]
    assert b"no issues" in subprocess.run(words, cwd=HOME, capture_output=True, timeout=60).stdout


def test_django_refuses_a_model_that_lives_in_no_installed_app():
    model = dedent(MODELS["django"])
    labelled = model.replace("pass", "class Meta: app_label = 'shop'")
    out = python(HOME, f"import one_file_django{labelled}print(Product._meta.label){model}")
    assert out.startswith("shop.Product\n") and "doesn't declare an explicit app_label" in out


def test_django_generates_a_project_and_an_app_and_flask_generates_nothing(tmp_path):
    call = "from django.core.management import call_command as call; "
    assert (
        python(tmp_path, f"{call}call('startproject', 'magazine'); call('startapp', 'letters')")
        == ""
    )
    assert len(list((tmp_path / "magazine").rglob("*.py"))) == 6
    assert len(list((tmp_path / "letters").rglob("*.py"))) == 7
    assert set(flask_package.cli.FlaskGroup().commands) == {"run", "shell", "routes"}


def test_one_part_serves_two_sections_each_with_its_own_letters(client):
    for section in ("articles", "recipes"):
        answer = client.post(f"/{section}/letters/", data={"text": f"About {section}"})
        assert answer.headers["location"] == f"/{section}/letters/"
    page = client.get("/articles/letters/").text
    assert "About articles" in page and "About recipes" not in page
    assert "About recipes" in client.get("/recipes/letters/").text


def test_a_link_in_a_template_stays_in_its_section(client):
    for section in ("articles", "recipes"):
        assert f'action="/{section}/letters/"' in client.get(f"/{section}/letters/").text


def test_flask_raises_for_a_link_that_does_not_say_which_mount(flask, served):
    assert flask.get("/articles/letters/mistake/").status_code == 500
    assert "BuildError" in served("flask").output()


def test_django_sends_a_link_that_does_not_say_which_mount_to_the_last_one(django):
    answer = django.get("/articles/letters/mistake/")
    assert answer.headers["location"] == "/recipes/letters/"


def test_flask_refuses_two_mounts_of_one_name_and_django_warns(tmp_path):
    app, part = flask_package.Flask(__name__), flask_package.Blueprint("letters", __name__)
    app.register_blueprint(part, url_prefix="/articles")
    with pytest.raises(ValueError, match="Use 'name=' to provide a unique name"):
        app.register_blueprint(part, url_prefix="/recipes")
    urls = """
        from django.urls import include, path
        urlpatterns = [path(p, include(([], "letters"))) for p in ("articles/", "recipes/")]
    """
    write(tmp_path, {"urls.py": urls})
    check = "from django.core.management import call_command; call_command('check')"
    out = python(tmp_path, SET_UP.format(apps=[]) + check)
    assert "urls.W005" in out and "Traceback" not in out


def test_django_installs_an_app_once():
    out = python(HOME, SET_UP.format(apps=["django.contrib.sites"] * 2))
    assert "Application labels aren't unique" in out


def test_flask_sqlalchemy_creates_only_the_tables_of_imported_modules(tmp_path):
    write(tmp_path, {"shop/__init__.py": "", "shop/models.py": MODELS["flask"]})
    write(tmp_path, {"shop/extensions.py": EXTENSIONS})
    count = """
        from flask import Flask
        from shop.extensions import db
        app = Flask("shop")
        app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
        db.init_app(app)
        with app.app_context():
            db.create_all()
            print(db.inspect(db.engine).get_table_names())
    """
    once = dedent(count)
    assert python(tmp_path, f"{once}import shop.models{once}") == "[]\n['product']\n"


def test_django_imports_the_models_of_every_installed_app(tmp_path):
    write(tmp_path, {"shop/__init__.py": "", "shop/models.py": MODELS["django"]})
    names = "print([model.__name__ for model in django.apps.apps.get_models()])"
    assert python(tmp_path, SET_UP.format(apps=[]) + names) == "[]\n"
    assert python(tmp_path, SET_UP.format(apps=["shop"]) + names) == "['Product']\n"


def test_flask_modules_that_import_each_other_fail_and_a_third_module_mends_it(tmp_path):
    app = "from flask import Flask\nfrom shop.models import Product\n"
    made = "from flask_sqlalchemy import SQLAlchemy\ndb = SQLAlchemy(Flask(__name__))\n"
    models = dedent(MODELS["flask"])
    write(tmp_path, {"shop/app.py": app + made})
    write(tmp_path, {"shop/models.py": models.replace("shop.extensions", "shop.app")})
    assert "circular import" in python(tmp_path, "import shop.app")
    write(tmp_path, {"shop/app.py": app, "shop/models.py": models})
    write(tmp_path, {"shop/extensions.py": EXTENSIONS})
    assert python(tmp_path, "import shop.app") == ""


def test_django_models_that_import_each_other_fail_and_a_name_mends_it(tmp_path):
    shop = """
        from django.db import models
        from stock.models import Shelf
        class Product(models.Model):
            shelf = models.ForeignKey(Shelf, models.CASCADE)
    """
    stock = shop.replace("stock", "shop").replace("Shelf", "Product")
    stock = stock.replace("class Product", "class Shelf").replace("shelf =", "best =")
    write(tmp_path, {"stock/__init__.py": "", "stock/models.py": stock})
    write(tmp_path, {"shop/__init__.py": "", "shop/models.py": shop})
    set_up = SET_UP.format(apps=["shop", "stock"])
    assert "circular import" in python(tmp_path, set_up)
    mended = shop.replace("(Shelf", "('stock.Shelf'").replace("from stock.models import Shelf", "")
    write(tmp_path, {"shop/models.py": mended})
    assert python(tmp_path, set_up) == ""


def test_django_refuses_models_that_the_package_of_the_app_imports(tmp_path):
    write(tmp_path, {"shop/models.py": MODELS["django"]})
    write(tmp_path, {"shop/__init__.py": "from .models import Product"})
    out = python(tmp_path, SET_UP.format(apps=["shop"]))
    assert "AppRegistryNotReady: Apps aren't loaded yet." in out
    write(tmp_path, {"shop/__init__.py": ""})
    assert python(tmp_path, SET_UP.format(apps=["shop"])) == ""
