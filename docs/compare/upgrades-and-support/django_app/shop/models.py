"""The models of the shop."""

from django.db import models


class Maker(models.Model):
    name = models.CharField(max_length=80)


class Product(models.Model):
    name = models.CharField(max_length=80)
    maker = models.ForeignKey(Maker, models.PROTECT)
