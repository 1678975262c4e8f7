"""Flask's signed cookie, taken over into Django's table of sessions: nobody has to log in again."""

from hashlib import sha1

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.middleware.csrf import CSRF_SESSION_KEY
from flask.json.tag import TaggedJSONSerializer
from itsdangerous import BadSignature, URLSafeTimedSerializer

from .models import Member

OLD_COOKIE = "session"
MONTH = 31 * 24 * 3600
signer = URLSafeTimedSerializer(
    settings.SECRET_KEY,
    salt="cookie-session",
    serializer=TaggedJSONSerializer(),
    signer_kwargs={"key_derivation": "hmac", "digest_method": sha1},
)


def keys_of(member):
    """What Django keeps of who is logged in, beside Flask-Login's `_user_id`."""
    return {
        SESSION_KEY: str(member.pk),
        BACKEND_SESSION_KEY: "django.contrib.auth.backends.ModelBackend",
        HASH_SESSION_KEY: member.get_session_auth_hash(),
        "_user_id": str(member.pk),
    }


def take_over(session, cookies):
    """Copy the log-in and the language of an old cookie; the caller deletes the cookie."""
    if OLD_COOKIE not in cookies or SESSION_KEY in session:
        return
    try:
        old = signer.loads(cookies[OLD_COOKIE], max_age=MONTH)
    except BadSignature:
        return
    if "language" in old:
        session["language"] = old["language"]
    if member := Member.objects.filter(pk=old.get("_user_id")).first():
        session.cycle_key()  # as at any log-in: somebody else may know the old key,
        session.pop(CSRF_SESSION_KEY, None)  # and the secret of its forms
        session.update(keys_of(member))
