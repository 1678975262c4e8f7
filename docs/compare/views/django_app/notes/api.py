"""One note as JSON: a class with a method for each HTTP method."""

# --8<-- [start:class]
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views import View

from .keys import key_required
from .models import Note


@method_decorator(key_required, name="dispatch")
class NoteAPI(View):
    def get(self, request, pk):
        note = get_object_or_404(Note, pk=pk)
        return JsonResponse({"title": note.title, "archived": note.archived})

    def delete(self, request, pk):
        get_object_or_404(Note, pk=pk).delete()
        return HttpResponse(status=204)


# --8<-- [end:class]
