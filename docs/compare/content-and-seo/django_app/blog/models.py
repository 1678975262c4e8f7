"""Posts."""

from django.db import models
from django.urls import reverse


class PublicPosts(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(published__isnull=False).order_by("-published")


class Post(models.Model):
    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=200)
    published = models.DateTimeField(null=True, blank=True)

    objects = models.Manager()
    public = PublicPosts()

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("post", args=[self.slug])
