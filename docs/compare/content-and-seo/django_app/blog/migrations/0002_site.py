"""Say where the blog lives: a new database calls every site example.com."""

# --8<-- [start:site]
from django.db import migrations


def name_site(apps, schema_editor):
    Site = apps.get_model("sites", "Site")
    Site.objects.update_or_create(pk=1, defaults={"domain": "blog.example", "name": "Blog"})


class Migration(migrations.Migration):
    dependencies = [("blog", "0001_initial"), ("sites", "0002_alter_domain_unique")]
    operations = [migrations.RunPython(name_site, migrations.RunPython.noop)]


# --8<-- [end:site]
