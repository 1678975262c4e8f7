"""The times of the club become moments: from its wall to UTC, and back when reversed."""

from datetime import UTC
from zoneinfo import ZoneInfo

from django.db import migrations

CLUB = ZoneInfo("Europe/Berlin")
TIMES = [
    ("Event", "starts_at"),
    ("Booking", "made_at"),
    ("Job", "made_at"),
    ("Job", "done_at"),
]


def rewrite(apps, moment_of):
    for model, field in TIMES:
        rows = apps.get_model("club", model).objects
        for row in rows.exclude(**{field: None}):
            rows.filter(pk=row.pk).update(**{field: moment_of(getattr(row, field))})


def to_utc(apps, schema_editor):
    """With `USE_TZ` the old rows are read as if they were UTC; the figures are the club's.

    Of the hour that the autumn has twice, the first is taken: the figures do not say which.
    """
    rewrite(apps, lambda read: read.replace(tzinfo=CLUB))


def to_wall(apps, schema_editor):
    rewrite(apps, lambda moment: moment.astimezone(CLUB).replace(tzinfo=UTC))


class Migration(migrations.Migration):
    dependencies = [("club", "0001_initial")]
    operations = [migrations.RunPython(to_utc, to_wall)]
