"""An attack on a query by way of the ORM, of parameters and of an f-string."""

import django
from django.conf import settings
from django.db import connection, models

MEMORY = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
settings.configure(DATABASES={"default": MEMORY})
django.setup()


class Note(models.Model):
    owner = models.TextField()

    class Meta:
        app_label, db_table = "notes", "note"


with connection.schema_editor() as editor:
    editor.create_model(Note)
Note.objects.create(owner="ada")
attack, query = "x' OR '1'='1", "SELECT * FROM note WHERE owner = "
print("rows by filter():", Note.objects.filter(owner=attack).count())
print("rows by raw() with parameters:", len(Note.objects.raw(query + "%s", [attack])))
print("rows by raw() with an f-string:", len(Note.objects.raw(f"{query}'{attack}'")))
