"""The answer to whoever asks whether this process can work."""

# --8<-- [start:health]
from django.db import DatabaseError, connection
from django.http import HttpResponse


def answer_probes(get_response):
    """The first middleware, before the check of the host: a probe asks by IP address."""

    def middleware(request):
        if request.path != "/health/":
            return get_response(request)
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
        except DatabaseError:
            return HttpResponse("no database", status=503)
        return HttpResponse("ok")

    return middleware


# --8<-- [end:health]
