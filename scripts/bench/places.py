"""Where the apps stand, how they are prepared, and what a process of theirs is given."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HOME = ROOT / "docs/compare/performance"
RESULTS = ROOT / "docs/_data/measurements"
SIDES = ("flask", "django")
MODULES = {"flask": "flask_app", "django": "config.wsgi"}
ASGI_MODULES = {"flask": "flask_app.asgi", "django": "config.asgi"}
PASSWORD = "correct-horse-9"
COMMANDS = {
    "flask": ["-m flask --app flask_app fill --password"],
    "django": ["-m django migrate --verbosity 0", "-m django fill --password"],
}


def steps():
    """The steps that the apps grow through, as the apps name them."""
    os.environ.setdefault("DATABASE", "")
    spec = importlib.util.spec_from_file_location("shared", HOME / "shared.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.STEPS


def environment(side, step, database, **more):
    """The environment of one app: its step and database, and hashes that repeat."""
    folders = [HOME, *([HOME / "django_app"] if side == "django" else []), ROOT / "scripts"]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, folders)),
        "PYTHONHASHSEED": "0",
        "STEP": step,
        "DATABASE": str(database),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        **more,
    }


def python(words, env, **options):
    """Run this Python with these words; return what it prints."""
    done = subprocess.run(
        [sys.executable, *words], env=env, cwd=HOME, text=True, capture_output=True, **options
    )
    if done.returncode:
        raise SystemExit(f"bench: {' '.join(map(str, words))} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def prepare(side, database):
    """Make the tables, the rows and the user of one app."""
    for command in COMMANDS[side]:
        words = command.split()
        words += [PASSWORD] if words[-1] == "--password" else []
        python(words, environment(side, "user-read", database))


def prepared(folder):
    """Both apps on SQLite files in a folder: the database of each side."""
    databases = {side: Path(folder) / f"{side}.sqlite3" for side in SIDES}
    for side, database in databases.items():
        prepare(side, database)
    return databases
