"""One Django model, two databases, and a query that only one kind of database answers."""

import django
from django.conf import settings
from django.db import NotSupportedError, connections, models

SQLITE = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
settings.configure(DATABASES={"default": SQLITE, "new": dict(SQLITE)})
django.setup()


class Note(models.Model):
    owner = models.TextField()
    Meta = type("Meta", (), {"app_label": "notes"})


for connection in connections.all():
    with connection.schema_editor() as editor:
        editor.create_model(Note)
Note.objects.create(owner="ada")
print("rows before and after:", Note.objects.count(), Note.objects.using("new").count())
try:
    print(Note.objects.distinct("owner").count())
except NotSupportedError as error:
    print("distinct('owner') on SQLite:", type(error).__name__)
