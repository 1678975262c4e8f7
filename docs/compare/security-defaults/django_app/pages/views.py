"""Two pages that remember a name in the session."""

# --8<-- [start:pages]
from django.http import HttpResponse
from django.shortcuts import redirect, render


def index(request):
    name = request.session.get("username")
    return HttpResponse(f"Logged in as {name}" if name else "Not logged in")


def login(request):
    if request.method == "POST":
        request.session["username"] = request.POST["username"]
        return redirect("index")
    return render(request, "pages/login.html")


# --8<-- [end:pages]
