"""One page."""

# --8<-- [start:view]
from django.shortcuts import redirect, render

from .forms import GuestForm
from .models import Guest


def guests(request):
    if request.method == "POST":
        form = GuestForm(request.POST)
        if form.is_valid():
            form.save()
            return redirect("guests")
    else:
        form = GuestForm()
    context = {"form": form, "guests": Guest.objects.order_by("pk")}
    return render(request, "guests/index.html", context)


# --8<-- [end:view]
