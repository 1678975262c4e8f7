"""The model Packet leaves for the app `packets`; its table stays as it is."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("seeds", "0001_initial"), ("packets", "0001_packet_arrives")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.DeleteModel(name="Packet")],
        ),
    ]
