"""The root URLconf."""

# --8<-- [start:urls]
from django.contrib import admin
from django.urls import include, path
from tokens import views

urlpatterns = [
    path("", views.index, name="index"),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("tokens/", views.issue, name="issue"),
    path("tokens/revoke/", views.revoke, name="revoke"),
    path("api/me/", views.me, name="me"),
]
# --8<-- [end:urls]
