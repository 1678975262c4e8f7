"""API tokens of people."""

from django.conf import settings
from django.db import models


# --8<-- [start:token]
class ApiToken(models.Model):
    digest = models.CharField(max_length=64, primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)


# --8<-- [end:token]
