"""The same app, mended: it needs Django 5.2 or newer."""

# --8<-- [start:settings]
SETTINGS = {
    "STORAGES": {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    },
    "USE_TZ": False,  # as the data is
    "DEFAULT_AUTO_FIELD": "django.db.models.AutoField",  # as the tables are
}
# --8<-- [end:settings]
import django  # noqa: E402

# --8<-- [start:mailers]
MEMORY = "django.core.mail.backends.locmem.EmailBackend"
NEW, OLD = {"MAILERS": {"default": {"BACKEND": MEMORY}}}, {"EMAIL_BACKEND": MEMORY}
SETTINGS |= NEW if django.VERSION >= (6, 1) else OLD
# --8<-- [end:mailers]
from django.conf import settings  # noqa: E402

settings.configure(
    **SETTINGS,
    SECRET_KEY="for this example only",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    STATIC_URL="static/",
    STATIC_ROOT="static",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
)
django.setup()
urlpatterns = []

# --8<-- [start:utc]
import datetime  # noqa: E402

zone = str(datetime.datetime(2026, 7, 1, tzinfo=datetime.UTC).tzinfo)
# --8<-- [end:utc]
# --8<-- [start:index]
from django.db import models  # noqa: E402


class Visit(models.Model):
    day = models.DateField()
    room = models.IntegerField()

    class Meta:
        app_label = "shop"
        indexes = [models.Index(fields=["day", "room"], name="visit_day_room")]


# --8<-- [end:index]
# --8<-- [start:constraint]
from django.db import models  # noqa: E402


class Price(models.Model):
    cents = models.IntegerField()

    class Meta:
        app_label = "shop"
        constraints = [
            models.CheckConstraint(condition=models.Q(cents__gte=0), name="not_negative")
        ]


# --8<-- [end:constraint]
# --8<-- [start:html]
from django.utils.safestring import mark_safe  # noqa: E402

bold = mark_safe("<b>new</b>")
# --8<-- [end:html]
# --8<-- [start:url]
from django import forms  # noqa: E402

address = forms.URLField(assume_scheme="https").clean("example.com")
# --8<-- [end:url]
# --8<-- [start:template]
from django.template import Context, Template  # noqa: E402

one = Template("{% if words|length == 1 %}one{% endif %}").render(Context({"words": ["a"]}))
# --8<-- [end:template]
# --8<-- [start:password]
from django.utils.crypto import get_random_string  # noqa: E402

length = len(get_random_string(12))
# --8<-- [end:password]
# --8<-- [start:logout]
from django.contrib.auth.views import LogoutView  # noqa: E402
from django.contrib.sessions.backends.signed_cookies import SessionStore  # noqa: E402
from django.test import RequestFactory  # noqa: E402

request = RequestFactory().post("/logout/")  # a form with a button
request.session = SessionStore()
request._dont_enforce_csrf_checks = True  # the form sends its token
logout = LogoutView.as_view(next_page="/")(request).status_code
# --8<-- [end:logout]
# --8<-- [start:zone]
uses_zones = settings.USE_TZ
# --8<-- [end:zone]
# --8<-- [start:key]
from django.db import models  # noqa: E402


class Note(models.Model):
    class Meta:
        app_label = "shop"


key = Note._meta.pk.get_internal_type()
# --8<-- [end:key]
# --8<-- [start:number]
from django.utils.formats import localize  # noqa: E402
from django.utils.translation import override  # noqa: E402

with override("de"):
    number = localize(1.5, use_l10n=False)
# --8<-- [end:number]
# --8<-- [start:mail]
from django.core.mail import send_mail  # noqa: E402

sent = send_mail("Hello", "text", "us@example.com", ["you@example.com"])
# --8<-- [end:mail]
# --8<-- [start:related]
from django.contrib.auth.models import Permission  # noqa: E402

joins = str(Permission.objects.select_related("content_type").query).count("JOIN")
# --8<-- [end:related]
