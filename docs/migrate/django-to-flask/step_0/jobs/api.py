"""The API: JSON, by token or by session."""

import json
from functools import wraps

from accounts.models import Token
from django.http import JsonResponse
from django.views.decorators.csrf import csrf_exempt

from .forms import JobForm
from .models import Part
from .views import visible_jobs


def problem(status, message, **more):
    return JsonResponse({"error": message, **more}, status=status)


def needs_user(view):
    """A token in the header, or for reading the session of the pages."""

    @csrf_exempt  # only a token may write, and no other site's page can send one
    @wraps(view)
    def wrapped(request, **kwargs):
        kind, _, key = request.headers.get("Authorization", "").partition(" ")
        token = Token.objects.select_related("user").filter(key=key, user__is_active=True).first()
        if kind == "Bearer" and token:
            request.user = token.user
        elif not (request.method == "GET" and request.user.is_authenticated):
            return problem(401, "send a token")
        return view(request, **kwargs)

    return wrapped


def as_json(job):
    return {
        "id": job.id,
        "tool": job.tool.name,
        "owner": job.tool.owner.username,
        "mechanic": job.mechanic and job.mechanic.username,
        "fault": job.fault,
        "state": job.state,
        "received_at": job.received_at,
        "due": job.due,
        "total": job.total(),
        "photos": [photo.name for photo in job.photos.all()],
    }


def parts(request):
    if request.method != "GET":
        return problem(405, "GET only")
    return JsonResponse({"parts": list(Part.objects.values("id", "name", "price"))})


@needs_user
def jobs(request):
    if request.method == "GET":
        found = visible_jobs(request.user).prefetch_related("used__part", "photos")
        return JsonResponse({"jobs": [as_json(job) for job in found]})
    if request.method != "POST":
        return problem(405, "GET or POST")
    try:
        given = dict(json.loads(request.body))
    except (ValueError, TypeError):
        return problem(400, "send a JSON object")
    form = JobForm(given, user=request.user)
    if not form.is_valid():
        return problem(400, "not valid", fields=sorted(form.errors))
    return JsonResponse(as_json(form.save()), status=201)


@needs_user
def job(request, id):
    if request.method != "GET":
        return problem(405, "GET only")
    found = visible_jobs(request.user).filter(id=id).first()
    return JsonResponse(as_json(found)) if found else problem(404, "no such job")
