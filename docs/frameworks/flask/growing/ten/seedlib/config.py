"""The settings, read from the environment."""

import os
from pathlib import Path


class Config:
    DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))
    SQLALCHEMY_DATABASE_URI = f"sqlite:///{DATA / 'db.sqlite3'}"
    PACKETS_EACH = 2
