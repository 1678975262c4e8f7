"""What Flask did around each request, around Django's."""

from django.http import HttpResponsePermanentRedirect
from django.middleware.common import CommonMiddleware
from django.utils import translation


def language(get_response):
    """The language is that of the session, as before, and not that of the browser."""

    def chosen(request):
        with translation.override(request.session.get("language", "en")):
            return get_response(request)

    return chosen


class KeepMethod(HttpResponsePermanentRedirect):
    """Flask adds a missing slash with 308, on which a POST stays a POST."""

    status_code = 308


class Slashes(CommonMiddleware):
    response_redirect_class = KeepMethod
