"""What the course keeps."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models


# --8<-- [start:models]
class Exercise(models.Model):
    title = models.CharField(max_length=100)
    deadline = models.DateTimeField()

    def __str__(self):
        return self.title


class Handin(models.Model):
    exercise = models.ForeignKey(Exercise, models.PROTECT)
    student = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    text = models.TextField(max_length=20000)
    mark = models.PositiveSmallIntegerField(null=True, validators=[MaxValueValidator(100)])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["exercise", "student"], name="one_per_student")
        ]


# --8<-- [end:models]
