"""Logging in and out, and one's own account."""

from django.contrib import auth, messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.signals import user_logged_in
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from .environment import url_for
from .forms import AccountForm, LoginForm
from .takeover import keys_of


def tell_flask(sender, request, user, **_):
    """Flask-Login looks for a key of its own in the session."""
    request.session.update(keys_of(user))


user_logged_in.connect(tell_flask)


def login(request):
    form = LoginForm(request.POST or None)
    if form.is_valid():
        email, password = form.cleaned_data["email"].lower(), form.cleaned_data["password"]
        member = auth.authenticate(request, email=email, password=password)
        if member:
            auth.login(request, member)
            request.session["language"] = member.language
            target = request.GET.get("next", "")
            inside = target.startswith("/") and url_has_allowed_host_and_scheme(target, None)
            return redirect(target if inside else url_for("events.index"))
        form.add_error("password", _("This email and password do not match."))
    status = 422 if form.errors else 200
    return render(request, "accounts/login.html", {"form": form}, status=status)


@require_POST
def logout(request):
    language = request.session.get("language")
    auth.logout(request)
    if language:
        request.session["language"] = language
    return redirect(url_for("events.index"))


@login_required
def account(request):
    form = AccountForm(request.POST or None, initial={"name": request.user.name})
    if form.is_valid():
        request.user.name = form.cleaned_data["name"]
        if form.cleaned_data["password"]:
            request.user.set_password(form.cleaned_data["password"])
        request.user.save()
        auth.update_session_auth_hash(request, request.user)
        messages.success(request, _("Saved."))
        return redirect("accounts:account")
    status = 422 if form.errors else 200
    return render(request, "accounts/account.html", {"form": form}, status=status)
