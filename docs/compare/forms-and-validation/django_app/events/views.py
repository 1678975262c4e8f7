"""Register for the event, and withdraw again."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from .forms import RegistrationForm
from .models import Registration


# --8<-- [start:view]
@require_http_methods(["GET", "HEAD", "POST"])
def register(request):
    if request.method == "POST":
        form = RegistrationForm(request.POST)
        if form.is_valid():
            form.save()
            return redirect("thanks")
    else:
        form = RegistrationForm()
    return render(request, "events/register.html", {"form": form})


# --8<-- [end:view]
@require_safe
def thanks(request):
    return render(request, "events/thanks.html")


# --8<-- [start:withdraw]
@require_POST
def withdraw(request):  # a real one would first prove whose address it is
    Registration.objects.filter(email=request.POST.get("email")).delete()
    return redirect("register")


# --8<-- [end:withdraw]
