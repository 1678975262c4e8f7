"""What belongs to no group of its own."""

from django.http import HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from .environment import url_for

LANGUAGES = ("en", "de")


def health(request):
    return JsonResponse({"ok": True})


@require_POST
def language(request):
    wanted = request.POST.get("language")
    if wanted not in LANGUAGES:
        return HttpResponseBadRequest()
    request.session["language"] = wanted
    if request.user.is_authenticated:
        request.user.language = wanted
        request.user.save(update_fields=["language"])
    return redirect(url_for("events.index"))
