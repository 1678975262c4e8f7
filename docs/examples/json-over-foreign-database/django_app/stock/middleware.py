"""No answer without a partner's key."""

import json
from hashlib import sha256

from django.conf import settings
from django.http import JsonResponse


# --8<-- [start:key]
def require_key(get_response):
    def middleware(request):
        scheme, _, key = request.headers.get("Authorization", "").partition(" ")
        file = settings.DATA / "partners.json"
        partners = json.loads(file.read_text()) if file.exists() else {}
        if scheme.lower() != "bearer" or sha256(key.encode()).hexdigest() not in partners:
            error = {"error": "Send your key."}
            return JsonResponse(error, status=401, headers={"WWW-Authenticate": "Bearer"})
        return get_response(request)

    return middleware


# --8<-- [end:key]
