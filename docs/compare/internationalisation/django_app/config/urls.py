"""The root URLconf."""

# --8<-- [start:urls]
from django.urls import include, path
from tickets import views

urlpatterns = [
    path("", views.index, name="index"),
    path("timezone/", views.set_timezone, name="set_timezone"),
    path("i18n/", include("django.conf.urls.i18n")),  # `i18n/setlang/` stores the language
]
# --8<-- [end:urls]
