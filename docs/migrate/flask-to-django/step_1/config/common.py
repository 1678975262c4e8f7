"""What both parts have to agree on. It imports neither of them."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("APP_DATA", BASE_DIR))
SECRET_KEY = os.environ.get("SECRET_KEY", "for this example only")
SECURE_COOKIES = os.environ.get("SECURE_COOKIES") == "1"
UPLOADS = DATA / "uploads"
OUTBOX = DATA / "outbox"
LARGEST_POSTER = 200_000
