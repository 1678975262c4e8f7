"""All addresses: those of the accounts come from Django's own views."""

from django.contrib.auth import views as auth
from django.urls import path, reverse_lazy
from planner import billing, views

page = {"template_name": "form.html"}
mailed = {"email_template_name": "reset.txt", "success_url": reverse_lazy("login")}

# --8<-- [start:urls]
urlpatterns = [
    path("signup/", views.SignUp.as_view(), name="signup"),
    path("login/", auth.LoginView.as_view(**page), name="login"),
    path("logout/", auth.LogoutView.as_view(), name="logout"),
    path("reset/", auth.PasswordResetView.as_view(**page, **mailed), name="password_reset"),
    path(
        "reset/<uidb64>/<token>/",
        auth.PasswordResetConfirmView.as_view(**page, success_url=reverse_lazy("login")),
        name="password_reset_confirm",
    ),
    path("timetables/", views.timetables, name="timetables"),
    path("billing/events", billing.events),
]
# --8<-- [end:urls]
