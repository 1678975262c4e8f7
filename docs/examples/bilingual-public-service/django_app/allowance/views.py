"""The pages of the public."""

from django.conf import settings
from django.shortcuts import redirect, render
from django.urls import translate_url
from django.utils.translation import get_language

from .forms import ApplicationForm


# --8<-- [start:apply]
def show(request, page, **context):
    here = request.path
    others = [
        (code, name, translate_url(here, code))
        for code, name in settings.LANGUAGES
        if code != get_language()
    ]
    return render(request, f"allowance/{page}.html", {"others": others, **context})


def apply(request):
    if "switch" in request.POST:  # the page in the other language, with what is typed so far
        return show(request, "apply", form=ApplicationForm(initial=request.POST.dict()))
    form = ApplicationForm(request.POST or None)
    form.instance.language = get_language()
    if form.is_valid():
        request.session["number"] = form.save().pk
        return redirect("allowance:received")
    return show(request, "apply", form=form)


# --8<-- [end:apply]
def received(request):
    if "number" not in request.session:
        return redirect("allowance:apply")
    return show(request, "received", number=request.session["number"])
