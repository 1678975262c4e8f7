"""No answer without the columns' key."""

from django.http import HttpResponse

from .export import is_column


def columns_only(get_response):
    def middleware(request):
        if not is_column(request.headers.get("X-Column-Key", "")):
            return HttpResponse(status=403)
        return get_response(request)

    return middleware
