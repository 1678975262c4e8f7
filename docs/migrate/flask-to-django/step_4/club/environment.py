"""What Flask's Jinja templates expect, from Django."""

from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext, ngettext
from jinja2 import Environment


def url_for(endpoint, **values):
    """The path of a view, by the name that Flask gave it; Flask knows those not moved yet."""
    if endpoint == "static":
        return static(values["filename"])
    try:
        return reverse(endpoint.replace(".", ":"), kwargs=values)
    except NoReverseMatch:
        from front import legacy

        return legacy.url_map.bind("").build(endpoint, values)


def when(value):
    return value.strftime("%Y-%m-%d %H:%M")


def environment(**options):
    made = Environment(extensions=["jinja2.ext.i18n"], **options)
    made.install_gettext_callables(gettext, ngettext, newstyle=True)
    made.globals["url_for"] = url_for
    made.filters["when"] = when
    return made


def visitor(request):
    """The names that each page of Flask had."""

    def get_flashed_messages():
        return [message.message for message in get_messages(request)]

    return {"current_user": request.user, "get_flashed_messages": get_flashed_messages}
