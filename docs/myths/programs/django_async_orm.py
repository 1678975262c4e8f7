"""In which thread Django runs an async query, and what it says to one without await."""

import asyncio
from threading import get_ident

from django import conf, db, setup
from django.db.migrations.recorder import MigrationRecorder

FILE = {"ENGINE": "django.db.backends.sqlite3", "NAME": "file"}
conf.settings.configure(DATABASES={"default": FILE})
setup()
MigrationRecorder(db.connection).ensure_schema()  # a table that every project has
rows, readers = MigrationRecorder.Migration.objects, []
db.backends.signals.connection_created.connect(lambda **_: readers.append(get_ident()), weak=0)


async def main():
    print(f"rows: {await rows.acount()}, by the event loop's thread: {get_ident() in readers}")
    rows.count()


try:
    asyncio.run(main())
except Exception as error:
    print("without await:", type(error).__name__)
