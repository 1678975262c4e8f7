"""Where parcels have been."""

from django.conf import settings
from django.db import models
from shop.models import Order


# --8<-- [start:models]
class Scan(models.Model):
    order = models.ForeignKey(Order, models.CASCADE, to_field="number", db_column="number")
    place = models.CharField(max_length=100)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)


# --8<-- [end:models]
