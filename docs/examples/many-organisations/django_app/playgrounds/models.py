"""Councils, their people, and what they keep."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class Organisation(models.Model):
    name = models.CharField(max_length=80)

    class Meta:
        permissions = [("see_all", "May look into every organisation")]


class User(AbstractUser):
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True)


# --8<-- [start:owned]
class OwnedQuerySet(models.QuerySet):
    def of(self, user):
        if user.has_perm("playgrounds.see_all"):
            return self
        return self.filter(organisation=user.organisation_id)  # without one: nothing


class Owned(models.Model):
    organisation = models.ForeignKey(Organisation, models.PROTECT)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        abstract = True


class Playground(Owned):
    name = models.CharField(max_length=80)

    def __str__(self):
        return self.name


class Inspection(Owned):
    playground = models.ForeignKey(Playground, models.CASCADE, related_name="inspections")
    found = models.CharField(max_length=200)


# --8<-- [end:owned]
