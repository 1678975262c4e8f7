"""What both apps share: how far they have grown, their rows, and plain SQL on one connection."""

import importlib
import os
import threading

# --8<-- [start:steps]
STEPS = [
    "bare",
    "headers",
    "sessions",
    "common",
    "csrf",
    "accounts",
    "messages",
    "frame",
    "orm",
    "session-read",
    "user-read",
]
STEP = os.environ.get("STEP", STEPS[-1])


def grown(step):
    """Whether the app has grown to this step."""
    return STEPS.index(STEP) >= STEPS.index(step)


# --8<-- [end:steps]
DATABASE = os.environ["DATABASE"]  # the path of an SQLite file, or postgresql://…
POSTGRES = DATABASE.startswith("postgresql://")
COLUMNS = ("author", "id", "pages", "title")  # Flask sorts the keys of JSON, so both do
BOOKS = [(f"Author {n % 7}", n, 100 + n, f"Title & tale {n:03}") for n in range(1, 101)]
SELECT = "SELECT author, id, pages, title FROM book"
HERE = threading.local()


def connection():
    """This thread's connection, opened once; the same driver for both apps."""
    if not hasattr(HERE, "connection"):
        driver = importlib.import_module("psycopg" if POSTGRES else "sqlite3")
        HERE.connection = driver.connect(DATABASE)
        HERE.connection.autocommit = True
    return HERE.connection


def one_row(number):
    """One book by its number, in plain SQL."""
    mark = "%s" if POSTGRES else "?"
    found = connection().execute(f"{SELECT} WHERE id = {mark}", [number]).fetchone()
    return dict(zip(COLUMNS, found, strict=True))


def all_rows():
    """All books, in plain SQL."""
    found = connection().execute(f"{SELECT} ORDER BY id")
    return [dict(zip(COLUMNS, row, strict=True)) for row in found]


def as_dict(book):
    """A book of either ORM as a dictionary."""
    return {name: getattr(book, name) for name in COLUMNS}
