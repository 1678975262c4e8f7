"""The configuration of the Flask app."""

from config.common import (  # noqa: F401
    BASE_DIR,
    DATA,
    LARGEST_POSTER,
    OUTBOX,
    SECRET_KEY,
    SECURE_COOKIES,
    UPLOADS,
)

SQLALCHEMY_DATABASE_URI = f"sqlite:///{DATA}/desk.sqlite3"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SECURE_COOKIES
# One catalogue for both parts.
BABEL_DOMAIN = "django"
BABEL_TRANSLATION_DIRECTORIES = str(BASE_DIR / "locale")
