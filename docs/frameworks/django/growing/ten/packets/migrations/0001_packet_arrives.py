"""The model Packet arrives from the app `seeds`; its table stays as it is."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("seeds", "0001_initial")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Packet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("gardener", models.CharField(max_length=80)),
                        (
                            "seed",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, to="seeds.seed"
                            ),
                        ),
                    ],
                    options={"db_table": "seeds_packet"},
                ),
            ],
        ),
    ]
