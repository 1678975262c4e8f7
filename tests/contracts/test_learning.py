"""What docs/compare/learning says of the effort, and how scripts/learning.py counts it."""

import json

import learning

COUNTED = json.loads(learning.RESULT.read_text(encoding="utf-8"))
FILE = '''"""A view."""

import os

from django.contrib.admin import ModelAdmin
from django.db import models
from django.db import models as again

from .forms import MineForm

# A comment.


class BookAdmin(ModelAdmin):
    list_display = ["title"]

    def get_queryset(self, request):
        return None


class Book(models.Model):
    title = models.TextField()

    class Meta:
        ordering = ["title"]
'''


def words(app):
    """The words of Flask's and of Django's version of an app."""
    return [COUNTED[app][framework]["words"] for framework in ("flask", "django")]


def test_the_counts_are_those_of_the_apps_as_they_are():
    assert learning.RESULT.read_text(encoding="utf-8") == learning.result()


def test_flask_asks_less_for_pages_and_django_for_records_and_people():
    less = {app: min(range(2), key=words(app).__getitem__) for app in COUNTED}
    assert less == {"guest_list": 0, "routing": 0, "form": 1, "back_office": 1, "accounts": 1}
    assert 0.4 < words("back_office")[1] / words("back_office")[0] < 0.6
    assert 0.7 < words("accounts")[1] / words("accounts")[0] < 0.8


def test_a_word_is_a_name_a_setting_or_an_option(tmp_path):
    app = tmp_path / "django_app"
    (app / "config").mkdir(parents=True)
    (app / "books.py").write_text(FILE)
    (app / "forms.py").write_text("class MineForm: ...\n")
    (app / "config/settings.py").write_text("DEBUG = False\nTIME_ZONE = 'UTC'\nhere = 1\n")
    (app / "manage.py").write_text("import django\n")
    (app / "test_books.py").write_text("import django\n")
    counted = learning.count(app)
    assert counted == {
        "files": 3,
        "lines": 17,
        "names": 2,
        "settings": 2,
        "options": 3,
        "words": 7,
        "packages": 1,
        "from": ["django"],
    }


def test_the_configuration_of_flask_is_counted_as_settings(tmp_path):
    app = tmp_path / "flask_app.py"
    app.write_text(
        "from flask import Flask\napp = Flask(__name__)\n"
        "app.config['DEBUG'] = True\napp.config.from_mapping(SECRET_KEY='x', DEBUG=False)\n"
    )
    counted = learning.count(app.with_suffix(""))
    assert (counted["names"], counted["settings"], counted["packages"]) == (1, 2, 1)
