# --8<-- [start:list]
"""The list as a page and as JSON, and the owner's form."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import JsonResponse
from django.urls import reverse_lazy
from django.views.generic import CreateView, ListView

from .models import Bookmark


class BookmarkList(ListView):
    model = Bookmark


def as_json(request):
    return JsonResponse({"bookmarks": list(Bookmark.objects.values("title", "url"))})


# --8<-- [end:list]
# --8<-- [start:add]
class AddBookmark(LoginRequiredMixin, CreateView):
    model = Bookmark
    fields = ["title", "url"]
    success_url = reverse_lazy("list")
    template_name = "bookmarks/form.html"
    extra_context = {"button": "Add"}


# --8<-- [end:add]
