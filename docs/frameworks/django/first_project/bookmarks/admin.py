"""The owner corrects and deletes bookmarks in the admin."""

from django.contrib import admin

from .models import Bookmark

admin.site.register(Bookmark)
