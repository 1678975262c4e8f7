"""Accounts with their plan, and the timetables that they keep."""

import time

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

LIMITS = {"free": 1, "studio": 20}  # timetables


# --8<-- [start:account]
class AccountManager(BaseUserManager):
    def get_by_natural_key(self, email):
        return super().get_by_natural_key(email.lower())


class Account(AbstractBaseUser):
    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    plan = models.CharField(max_length=20, default="free")
    paid_until = models.BigIntegerField(default=0)  # in seconds, as the provider sends it
    billing_version = models.BigIntegerField(default=0)

    USERNAME_FIELD = "email"
    objects = AccountManager()

    @property
    def limit(self):
        return LIMITS[self.plan if self.paid_until > time.time() else "free"]


# --8<-- [end:account]
class Timetable(models.Model):
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    name = models.CharField(max_length=80)
