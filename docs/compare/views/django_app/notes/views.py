"""The pages of the notes: generic classes for lists and records, functions for the rest."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.views import View
from django.views.decorators.http import require_GET, require_POST, require_safe
from django.views.generic import DetailView, ListView

from .keys import KeyRequiredMixin, key_required
from .models import Note


# --8<-- [start:list]
class NoteList(ListView):
    model = Note
    ordering = "pk"
    paginate_by = 2


class NoteDetail(DetailView):
    model = Note


# --8<-- [end:list]
# --8<-- [start:methods]
@require_safe
def count(request):
    return JsonResponse({"notes": Note.objects.count()})


@require_POST
@key_required
def archive(request, pk):
    note = get_object_or_404(Note, pk=pk)
    note.archived = True
    note.save()
    return redirect("notes:detail", pk=pk)


# --8<-- [end:methods]
# --8<-- [start:unguarded]
def archive_by_any_method(request, pk):  # runs for GET too
    Note.objects.filter(pk=pk).update(archived=True)
    return HttpResponse("archived")


@require_GET  # refuses HEAD; `require_safe` allows it
def count_without_head(request):
    return JsonResponse({"notes": Note.objects.count()})


# --8<-- [end:unguarded]
# --8<-- [start:mistake]
class ExportOpen(View, KeyRequiredMixin):  # too late: `View.dispatch` comes first
    def get(self, request):
        return HttpResponse("every note there is")


class Export(KeyRequiredMixin, View):
    def get(self, request):
        return HttpResponse("every note there is")


# --8<-- [end:mistake]
