"""The form, and the page of a run."""

# --8<-- [start:views]
import jobs
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from .forms import RunForm


@require_http_methods(["GET", "POST"])
def upload(request):
    form = RunForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        number = jobs.start(form.cleaned_data["choice"], form.cleaned_data["file"])
        return redirect("job", number=number)
    return render(request, "levels/upload.html", {"form": form})


@require_safe
def job(request, number):
    found = jobs.look(number)
    if found is None:
        raise Http404
    return render(request, "levels/job.html", found)


# --8<-- [end:views]
