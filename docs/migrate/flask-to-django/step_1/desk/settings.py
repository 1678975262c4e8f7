"""The configuration of the Flask app."""

from config.common import DATA, LARGEST_POSTER, OUTBOX, SECRET_KEY, UPLOADS  # noqa: F401

SQLALCHEMY_DATABASE_URI = f"sqlite:///{DATA}/desk.sqlite3"
SESSION_COOKIE_SAMESITE = "Lax"
