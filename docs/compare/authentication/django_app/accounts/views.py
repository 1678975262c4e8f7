"""The views that Django leaves to us."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.urls import reverse_lazy
from django.views.generic import CreateView

from .forms import RegisterForm


# --8<-- [start:register]
class Register(CreateView):
    form_class = RegisterForm
    template_name = "registration/register.html"
    success_url = reverse_lazy("login")


# --8<-- [end:register]
def home(request):
    request.session["visits"] = request.session.get("visits", 0) + 1
    return render(request, "home.html", {"visits": request.session["visits"]})


# --8<-- [start:page]
@login_required
def account(request):
    return render(request, "account.html")


# --8<-- [end:page]
