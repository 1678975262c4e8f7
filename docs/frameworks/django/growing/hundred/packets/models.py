"""The table of packets, which was made when this model lived in the app `seeds`."""

from django.db import models


class Packet(models.Model):
    seed = models.ForeignKey("seeds.Seed", on_delete=models.CASCADE)
    gardener = models.CharField(max_length=80)

    class Meta:
        db_table = "seeds_packet"
