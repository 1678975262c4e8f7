"""Languages and formats: Django's catalogue, Django's cookie, the clock of the workshop."""

from pathlib import Path

from flask import request
from flask_babel import Babel, format_decimal, get_locale
from markupsafe import Markup, escape

from .models import WORKSHOP

LANGUAGES = ["en", "de"]
COOKIE = "django_language"
LOCALE = Path(__file__).resolve().parent.parent / "locale"


def language():
    chosen = request.cookies.get(COOKIE)
    return chosen if chosen in LANGUAGES else request.accept_languages.best_match(LANGUAGES, "en")


def clock(moment):
    return moment.astimezone(WORKSHOP).strftime("%d.%m.%Y %H:%M")


def money(amount):
    return format_decimal(amount, "0.00")


def breaks(text):
    return Markup("<br>").join(escape(text).splitlines())


def init_app(app):
    # --8<-- [start:babel]
    Babel(
        app,
        locale_selector=language,
        default_domain="django",  # locale/de/LC_MESSAGES/django.mo, as it is
        default_translation_directories=str(LOCALE),
    )
    # --8<-- [end:babel]
    app.jinja_env.filters.update(clock=clock, money=money, breaks=breaks)
    app.jinja_env.globals["language"] = get_locale
