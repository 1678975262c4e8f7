"""One table."""

# --8<-- [start:model]
from django.db import models


class Guest(models.Model):
    name = models.CharField(max_length=80)

    def __str__(self):
        return self.name


# --8<-- [end:model]
