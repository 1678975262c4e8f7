"""The table of registrations."""

# --8<-- [start:model]
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models


class Registration(models.Model):
    name = models.CharField(max_length=40)
    email = models.EmailField(unique=True)
    seats = models.PositiveIntegerField(validators=[MinValueValidator(1), MaxValueValidator(4)])
    children = models.PositiveIntegerField(default=0, validators=[MaxValueValidator(3)])


# --8<-- [end:model]
