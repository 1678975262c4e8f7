"""The one entry point: it hands each group of addresses to the app that has it."""

import os
from pathlib import Path

from config.wsgi import app as old
from jobbook import create_app

DATA = Path(os.environ.get("APP_DATA", Path(__file__).parent))

# The groups that Flask answers. Everything else is Django's.
MOVED = ["/health", "/api/parts"]


def has(groups, path):
    """Is the path in one of the groups? `/jobs` and `/jobs/1/` are in `/jobs`, `/jobsheet/` not."""
    return any(group == "/" or f"{path}/".startswith(f"{group}/") for group in groups)


def held_back():
    """The way back without a new release: groups named in the file STAY go to Django again."""
    try:
        return (DATA / "STAY").read_text().split()
    except FileNotFoundError:
        return []


class Front:
    def __init__(self, old, new):
        self.old, self.new = old, new

    def __call__(self, environ, start_response):
        path = environ.get("PATH_INFO", "")
        moved = has(MOVED, path) and not has(held_back(), path)
        return (self.new if moved else self.old)(environ, start_response)


app = Front(old, create_app())
