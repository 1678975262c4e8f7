"""The front page."""

from django.shortcuts import render

from .models import Article


def index(request):
    articles = Article.objects.live().public().order_by("-first_published_at")
    return render(request, "press/index.html", {"articles": articles})
