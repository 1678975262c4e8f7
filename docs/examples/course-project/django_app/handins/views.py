"""Hand-ins: given before the deadline, marked by a tutor, seen by their owner."""

from django.core.exceptions import PermissionDenied
from django.forms import modelform_factory
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from .models import Exercise, Handin

# --8<-- [start:handins]
HandinForm = modelform_factory(Handin, fields=["text"])
MarkForm = modelform_factory(Handin, fields=["mark"])


def visible(user):
    """The hand-ins that this person may see: no view reads the table past this."""
    found = Handin.objects.select_related("exercise", "student")
    return found if user.is_staff else found.filter(student=user)


@require_safe
def index(request):
    exercises = Exercise.objects.order_by("deadline")
    shown = {"exercises": exercises, "handins": visible(request.user)}
    return render(request, "handins/index.html", shown)


@require_POST
def hand_in(request, number):
    exercise = get_object_or_404(Exercise, pk=number)
    if exercise.deadline <= timezone.now():
        raise PermissionDenied("The deadline has passed.")
    form = HandinForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest(form.errors.as_text(), "text/plain")
    Handin.objects.update_or_create(
        exercise=exercise, student=request.user, defaults=form.cleaned_data | {"mark": None}
    )
    return redirect("index")


@require_http_methods(["GET", "HEAD", "POST"])
def handin(request, number):
    found = get_object_or_404(visible(request.user), pk=number)
    if request.method != "POST":
        return render(request, "handins/handin.html", {"handin": found})
    if not request.user.is_staff:
        raise PermissionDenied
    form = MarkForm(request.POST, instance=found)
    if not form.is_valid():
        return HttpResponseBadRequest(form.errors.as_text(), "text/plain")
    form.save()
    return redirect("index")


# --8<-- [end:handins]
