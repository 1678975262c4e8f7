"""What the publication prints."""

# --8<-- [start:article]
from django.db import models
from wagtail.models import Page


class Article(Page):
    body = models.TextField()

    content_panels = [*Page.content_panels, "body"]


# --8<-- [end:article]
