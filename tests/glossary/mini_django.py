"""A Django project in one file, run in an empty folder: prints as JSON what its words mean."""

import json
import sys
from pathlib import Path

import django
from django.conf import settings
from django.http import HttpResponse
from django.template import Context, Engine, TemplateSyntaxError
from django.urls import include, path, reverse

sys.path.insert(0, str(Path.cwd()))
Path("shop").mkdir()
Path("shop/__init__.py").touch()
Path("shop/models.py").write_text(
    "from django.db import models\nclass Thing(models.Model): name = models.CharField(max_length=9)"
)
Path("groups.json").write_text('[{"model": "auth.group", "pk": 1, "fields": {"name": "staff"}}]')
APPS = ["django.contrib.contenttypes", "django.contrib.auth", "shop"]
settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["*"],
    INSTALLED_APPS=APPS,
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "rows.sqlite3"}},
    MIDDLEWARE=[f"{__name__}.marks"],
)
SEEN = []


def marks(get_response):
    """Set an attribute on the request of `/first/`, and on no other."""

    def middleware(request):
        SEEN.append(hasattr(request, "mark"))
        if request.path == "/shop/first/":
            request.mark = "set"
        return get_response(request)

    return middleware


def show(request, name):
    """Tell what the view was handed."""
    return HttpResponse(f"{type(request).__name__} {name} {getattr(request, 'mark', 'none')}")


urlpatterns = [path("shop/", include(([path("<slug:name>/", show, name="show")], "shop")))]


def accepted(source):
    """What a template makes of a list, or None where the language refuses it."""
    try:
        return Engine().from_string(source).render(Context({"words": ["a", "b"]}, autoescape=False))
    except TemplateSyntaxError:
        return None


if __name__ == "__main__":
    django.setup()
    from django.apps import apps
    from django.contrib.auth.models import Group
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    def step(*command):
        """Run a command; say which migration files and tables of the app are there after it."""
        call_command(*command, verbosity=0)
        files = [file.name for file in Path("shop").glob("migrations/0*.py")]
        return [files, "shop_thing" in connection.introspection.table_names()]

    facts = {
        "apps": {app.label: callable(app) for app in apps.get_app_configs()},
        "answers": [Client().get(f"/shop/{name}/").content.decode() for name in ("first", "next")],
        "already set": SEEN,
        "link": reverse("shop:show", args=["first"]),
        "filters": [accepted(text) for text in ('{{ words|join:"-" }}', '{{ words|join("-") }}')],
        "makemigrations": step("makemigrations", "shop"),
        "migrate": step("migrate"),
        "before loaddata": Group.objects.count(),
    }
    call_command("loaddata", "groups.json", verbosity=0)
    print(json.dumps(facts | {"after loaddata": Group.objects.get().name}))
