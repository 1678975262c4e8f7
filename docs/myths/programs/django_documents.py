"""Documents in Django: found by a key deep inside, and the back ends shipped."""

from pathlib import Path

from django import conf, setup
from django.db import backends, connection, models

SQLITE = "django.db.backends.sqlite3"
conf.settings.configure(DATABASES={"default": {"ENGINE": SQLITE, "NAME": ":memory:"}})
setup()


class Order(models.Model):
    data = models.JSONField()
    Meta = type("Meta", (), {"app_label": "orders"})


with connection.schema_editor() as editor:
    editor.create_model(Order)
for city in ("Oslo", "Rome"):
    Order.objects.create(data={"to": {"city": city}, "lines": [{"pieces": 3}]})
print("found by to.city:", Order.objects.filter(data__to__city="Rome").count())
print("found by lines[0].pieces:", Order.objects.filter(data__lines__0__pieces=3).count())
shipped = {file.parent.name for file in Path(backends.__file__).parent.glob("*/base.py")}
print("shipped:", *sorted(shipped - {"base", "dummy"}))
