"""The user of this project."""

# --8<-- [start:user]
from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    email = models.EmailField(unique=True)


# --8<-- [end:user]
