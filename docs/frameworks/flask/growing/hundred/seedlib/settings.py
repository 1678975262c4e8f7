"""The only module that reads the environment; what is missing stops the start."""

from pathlib import Path


def read(environ):
    return {
        "SQLALCHEMY_DATABASE_URI": f"sqlite:///{Path(environ['APP_DATA']) / 'db.sqlite3'}",
        "PACKETS_EACH": int(environ.get("PACKETS_EACH", "2")),
    }
