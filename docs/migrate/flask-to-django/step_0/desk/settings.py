"""The configuration of the Flask app."""

import os
from pathlib import Path

DATA = Path(os.environ.get("APP_DATA", Path(__file__).resolve().parent.parent))
SECRET_KEY = os.environ.get("SECRET_KEY", "for this example only")
SQLALCHEMY_DATABASE_URI = f"sqlite:///{DATA}/desk.sqlite3"
UPLOADS = DATA / "uploads"
OUTBOX = DATA / "outbox"
LARGEST_POSTER = 200_000
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = os.environ.get("SECURE_COOKIES") == "1"
