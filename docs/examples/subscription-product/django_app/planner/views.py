"""The pages: signing up, and the timetables that the plan allows."""

from django import forms
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import BaseUserCreationForm
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.views.generic import CreateView

from .models import Account, Timetable


# --8<-- [start:signup]
class SignUpForm(BaseUserCreationForm):
    class Meta:
        model = Account
        fields = ["email"]

    def clean_email(self):
        return self.cleaned_data["email"].lower()


class SignUp(CreateView):
    form_class = SignUpForm
    template_name = "form.html"
    success_url = reverse_lazy("timetables")

    def form_valid(self, form):
        answer = super().form_valid(form)
        login(self.request, self.object)
        return answer


# --8<-- [end:signup]
class TimetableForm(forms.ModelForm):
    class Meta:
        model = Timetable
        fields = ["name"]


# --8<-- [start:timetables]
@login_required
def timetables(request):
    kept = request.user.timetable_set.order_by("name")
    form = TimetableForm(request.POST or None, instance=Timetable(account=request.user))
    status = 200
    if form.is_valid():
        if kept.count() < request.user.limit:
            form.save()
            return redirect("timetables")
        form.add_error(None, f"Your plan keeps {request.user.limit}.")
        status = 402
    shown = {"kept": kept, "form": form, "account": request.user}
    return render(request, "timetables.html", shown, status=status)


# --8<-- [end:timetables]
