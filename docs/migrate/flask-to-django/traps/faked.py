"""What `--fake-initial` takes as done, and is not there."""

from io import StringIO

from club.models import Event
from common import says
from django.core.management import call_command
from django.db import connection


def indexes():
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        return {name for (name,) in cursor if name.startswith(("event_", "booking_"))}


def made(table):
    """The statement that made a table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [table])
        return cursor.fetchone()[0]


def wanted():
    """The statements of the migration that make an index."""
    lines = StringIO()
    call_command("sqlmigrate", "club", "0001", stdout=lines)
    return [line for line in lines.getvalue().splitlines() if line.startswith("CREATE INDEX")]


state = StringIO()
call_command("showmigrations", "club", stdout=state)
says("0001_initial recorded as done", "[X] 0001_initial" in state.getvalue())
says("events that are still there", Event.objects.count())
says("one_place_each is in the old table", "one_place_each" in made("booking"))
says("indexes that the migration makes", len(wanted()))
says("indexes that the old tables have", len(indexes()))
for statement in wanted():
    connection.cursor().execute(statement)
says("indexes after those lines of sqlmigrate", len(indexes()))
