"""What visitors and API clients get when something is wrong."""

# --8<-- [start:errors]
from django.http import JsonResponse
from django.views import defaults


def problem(request, status, error):
    body = {"status": status, "error": error, "request_id": request.id}
    return JsonResponse(body, status=status)


def not_found(request, exception):
    if request.path.startswith("/api/"):
        return problem(request, 404, "Not Found")
    return defaults.page_not_found(request, exception)  # templates/404.html


def server_error(request):
    if request.path.startswith("/api/"):
        return problem(request, 500, "Internal Server Error")
    return defaults.server_error(request)  # templates/500.html


# --8<-- [end:errors]
