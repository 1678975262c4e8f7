"""Lifts to a one-day event, behind an address that only the guests know."""

import os
import sys
from hmac import compare_digest
from pathlib import Path

import django
from django.apps import AppConfig
from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.validators import MaxValueValidator, MinValueValidator
from django.core.wsgi import get_wsgi_application
from django.db import connection, models, transaction
from django.forms import modelform_factory
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template import engines
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

KEY = os.environ["LIFTS_KEY"]  # without it, the app does not start
DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))


# --8<-- [start:settings]
class Lifts(AppConfig):
    name, label = __name__, "lifts"  # this file is the app; the label names the tables


settings.configure(
    ALLOWED_HOSTS=os.environ.get("LIFTS_HOST", "localhost 127.0.0.1").split(),
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA / "lifts.sqlite3"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    INSTALLED_APPS=[f"{__name__}.Lifts"],
    MIDDLEWARE=[
        f"{__name__}.only_who_has_the_address",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
    ],
    ROOT_URLCONF=__name__,
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
)
django.setup()


# --8<-- [end:settings]
# --8<-- [start:tables]
class Lift(models.Model):
    driver = models.CharField(max_length=40)
    leaves = models.TimeField()
    seats = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(8)]
    )
    taken = models.PositiveSmallIntegerField(default=0, editable=False)


class Rider(models.Model):
    lift = models.ForeignKey(Lift, models.CASCADE)
    name = models.CharField(max_length=40)

    def __str__(self):
        return self.name


def init_db():
    """Make the tables: migrations need a folder, so one file has none."""
    with connection.schema_editor() as editor:
        editor.create_model(Lift)
        editor.create_model(Rider)


OfferForm = modelform_factory(Lift, fields=["driver", "leaves", "seats"])
RiderForm = modelform_factory(Rider, fields=["name"])


# --8<-- [end:tables]
# --8<-- [start:views]
def only_who_has_the_address(get_response):
    def middleware(request):
        if not compare_digest(request.path.split("/")[1].encode(), KEY.encode()):
            raise Http404
        return get_response(request)

    return middleware


@require_safe
def lifts(request, key):
    return page(request, OfferForm())


def page(request, offer, status=200):
    found = Lift.objects.order_by("leaves").prefetch_related("rider_set")
    context = {"lifts": found, "offer": offer, "rider": RiderForm(auto_id=False)}
    return HttpResponse(engines["django"].from_string(PAGE).render(context, request), status=status)


@require_POST
def offer(request, key):
    form = OfferForm(request.POST)
    if not form.is_valid():
        return page(request, form, status=400)
    form.save()
    return redirect("lifts", key)


@require_POST
@transaction.atomic
def take(request, key, lift):
    form = RiderForm(request.POST, instance=Rider(lift_id=lift))
    if not form.is_valid():
        return HttpResponse(form.errors["name"], status=400)
    free = Lift.objects.filter(pk=lift, taken__lt=models.F("seats"))
    if not free.update(taken=models.F("taken") + 1):
        return HttpResponse("No seat is left in this lift.", status=409)
    form.save()
    return redirect("lifts", key)


urlpatterns = [
    path("<str:key>/", lifts, name="lifts"),
    path("<str:key>/offer", offer),
    path("<str:key>/take/<int:lift>", take),
]
# --8<-- [end:views]
PAGE = """<!doctype html>
<html lang="en">
<title>Lifts</title>
<h1>Lifts</h1>
{% for lift in lifts %}
<h2>{{ lift.leaves|time:"H:i" }} with {{ lift.driver }}</h2>
<p>{{ lift.taken }} of {{ lift.seats }} seats taken:
{{ lift.rider_set.all|join:", "|default:"nobody yet" }}</p>
<form method="post" action="take/{{ lift.pk }}">{% csrf_token %}
{{ rider }} <button>Take a seat</button>
</form>
{% endfor %}
<h2>Offer a lift</h2>
<form method="post" action="offer">{% csrf_token %}
{{ offer.as_p }}
<button>Offer it</button>
</form>
</html>"""
app = get_wsgi_application()

if __name__ == "__main__":
    init_db() if sys.argv[1:] == ["init-db"] else execute_from_command_line()
