"""Sign-up and language; log-in, log-out and change of password are Django's own views."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from .forms import LanguageForm, SignUpForm
from .models import Profile


def sign_up(request):
    form = SignUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = form.save()
        phone = form.cleaned_data["phone"]
        Profile.objects.create(user=user, phone=phone, language=request.LANGUAGE_CODE)
        login(request, user)
        return redirect("job_list")
    return render(request, "accounts/sign_up.html", {"form": form})


@require_POST
def language(request):
    """Keep the language in the cookie, and in the profile for letters."""
    form = LanguageForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest("no such language")
    if request.user.is_authenticated:
        Profile.objects.update_or_create(user=request.user, defaults=form.cleaned_data)
    response = redirect("job_list")
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, form.cleaned_data["language"])
    return response
