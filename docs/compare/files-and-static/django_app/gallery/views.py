"""The views of the gallery."""

from django.forms import modelform_factory
from django.http import FileResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from .models import Document


@require_safe
def home(request):
    return render(request, "home.html")


# --8<-- [start:upload]
DocumentForm = modelform_factory(Document, fields=["file"])


@require_POST
def upload(request):
    form = DocumentForm(request.POST, request.FILES)
    if not form.is_valid():
        return JsonResponse(form.errors, status=400)
    document = form.save()
    return JsonResponse({"url": reverse("download", args=[document.pk])}, status=201)


@require_safe
def download(request, pk):
    document = get_object_or_404(Document, pk=pk)
    return FileResponse(document.file.open(), as_attachment=True)


# --8<-- [end:upload]
