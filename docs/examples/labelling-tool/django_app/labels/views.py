"""What annotators and the lead see."""

from django import forms
from django.contrib.auth.mixins import LoginRequiredMixin, PermissionRequiredMixin
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views import View

from . import store
from .models import Species, Task, hand_out


class LabelForm(forms.Form):
    species = forms.ModelChoiceField(
        label="What do you see?",
        queryset=Species.objects.all(),
        widget=forms.RadioSelect,
        empty_label=None,
    )


# --8<-- [start:label]
class Index(LoginRequiredMixin, View):
    raise_exception = True

    def get(self, request):
        task = hand_out(request.user)
        address = task and store.address(task.picture)
        context = {"task": task, "form": LabelForm(), "address": address}
        return render(request, "labels/label.html", context)


class Label(LoginRequiredMixin, View):
    raise_exception = True

    def post(self, request, key):
        form = LabelForm(request.POST)
        if form.is_valid():
            mine = Task.objects.filter(pk=key, person=request.user, species=None)
            if not mine.update(species=form.cleaned_data["species"]):
                said = "This picture is labelled, or has gone to somebody else."
                return HttpResponse(said, status=409)
        return redirect("index")


# --8<-- [end:label]
# --8<-- [start:agreement]
class Agreement(PermissionRequiredMixin, View):
    permission_required = "labels.view_task"
    raise_exception = True

    def get(self, request):
        seen = {"done": Count("species"), "seen": Count("species", distinct=True)}
        pairs = Task.objects.values("picture").annotate(**seen).filter(done=2).order_by("picture")
        disputed = [pair["picture"] for pair in pairs if pair["seen"] == 2]
        context = {"pairs": pairs, "disputed": disputed, "agreed": len(pairs) - len(disputed)}
        return render(request, "labels/agreement.html", context)


# --8<-- [end:agreement]
