"""The views of the notes."""

from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from .models import Note


def index(request):
    return render(request, "notes/index.html", {"notes": Note.objects.visible_to(request.user)})


# --8<-- [start:role]
@require_POST
@permission_required("notes.publish_note", raise_exception=True)
def publish(request, pk):
    note = get_object_or_404(Note, pk=pk)
    note.published = True
    note.save()
    return redirect("index")


# --8<-- [end:role]
# --8<-- [start:redirects]
@require_POST
@permission_required("notes.publish_note")  # without raise_exception: to the log-in page
def retract(request, pk):
    Note.objects.filter(pk=pk).update(published=False)
    return redirect("index")


# --8<-- [end:redirects]
# --8<-- [start:object]
@require_POST
def edit(request, pk):
    note = get_object_or_404(Note.objects.visible_to(request.user), pk=pk)
    if not request.user.has_perm("notes.change_note", note):
        raise PermissionDenied
    note.title = request.POST["title"]
    note.save()
    return redirect("index")


# --8<-- [end:object]
# --8<-- [start:mistake]
@require_POST  # no check: only the template hides the button
def pin(request, pk):
    Note.objects.filter(pk=pk).update(pinned=True)
    return redirect("index")


# --8<-- [end:mistake]
