"""The root URLconf."""

from django.contrib import admin
from django.urls import path
from labels import views

urlpatterns = [
    path("", views.Index.as_view(), name="index"),
    path("tasks/<int:key>/", views.Label.as_view(), name="label"),
    path("agreement/", views.Agreement.as_view(), name="agreement"),
    path("admin/", admin.site.urls),
]
