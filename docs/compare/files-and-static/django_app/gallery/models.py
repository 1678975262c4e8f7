"""What visitors send."""

# --8<-- [start:model]
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models


def validate_size(file):
    if file.size > 1_000_000:
        raise ValidationError("Send at most one megabyte.")


class Document(models.Model):
    file = models.FileField(
        upload_to="uploads/",
        validators=[FileExtensionValidator(["txt", "pdf"]), validate_size],
    )


# --8<-- [end:model]
