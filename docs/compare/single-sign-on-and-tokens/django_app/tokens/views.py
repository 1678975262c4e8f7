"""Tokens for programs: shown once, stored as a digest, ended by deleting a row."""

# --8<-- [start:api]
import hashlib
import secrets
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from .models import ApiToken


def digest_of(token):
    return hashlib.sha256(token.encode()).hexdigest()


def token_required(view):
    @wraps(view)
    def checked(request, *args, **kwargs):
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        rows = ApiToken.objects.select_related("user").filter(user__is_active=True)
        known = scheme.lower() == "bearer" and rows.filter(digest=digest_of(token))
        found = known and known.first()
        if not found:
            headers = {"WWW-Authenticate": "Bearer"}
            return JsonResponse({"error": "invalid token"}, status=401, headers=headers)
        request.user = found.user
        return view(request, *args, **kwargs)

    return checked


@require_safe
@token_required
def me(request):
    return JsonResponse({"email": request.user.email})


# --8<-- [end:api]
# --8<-- [start:issue]
@require_POST
@login_required
def issue(request):
    token = secrets.token_urlsafe(32)
    ApiToken.objects.create(digest=digest_of(token), user=request.user)
    return HttpResponse(token)  # the only time that anybody sees it


@require_POST
@login_required
def revoke(request):
    ApiToken.objects.filter(user=request.user).delete()
    return HttpResponse(status=204)


# --8<-- [end:issue]
def index(request):
    return render(request, "tokens/index.html")
