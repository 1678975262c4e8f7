"""The tables: seeds, and the packets that gardeners take."""

# --8<-- [start:models]
from django.db import models


class Seed(models.Model):
    name = models.CharField(max_length=80, unique=True)


class Packet(models.Model):
    seed = models.ForeignKey(Seed, on_delete=models.CASCADE)
    gardener = models.CharField(max_length=80)


# --8<-- [end:models]
