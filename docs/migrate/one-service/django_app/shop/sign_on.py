"""Tells the service who is logged in."""

# --8<-- [start:tell]
from django.conf import settings
from itsdangerous import URLSafeTimedSerializer

signed = URLSafeTimedSerializer(settings.WHO_KEY, salt="who")


def tell_who(get_response):
    """Each page renews a signed cookie that lives for five minutes; the log-out removes it."""

    def middleware(request):
        response = get_response(request)
        if request.user.is_authenticated:
            who = signed.dumps({"id": request.user.pk, "driver": request.user.is_staff})
            secure = settings.SESSION_COOKIE_SECURE
            response.set_cookie(
                "who", who, max_age=300, httponly=True, samesite="Lax", secure=secure
            )
        elif "who" in request.COOKIES:
            response.delete_cookie("who", samesite="Lax")
        return response

    return middleware


# --8<-- [end:tell]
