"""What an account has beside Django's user."""

import secrets

from django.conf import settings
from django.db import models


def new_key():
    return secrets.token_hex(20)


class Profile(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE)
    phone = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=5, choices=settings.LANGUAGES, default="en")

    def __str__(self):
        return f"profile of {self.user}"


class Token(models.Model):
    """A key to the API."""

    key = models.CharField(max_length=40, primary_key=True, default=new_key)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tokens")

    def __str__(self):
        return self.key[:6]
