"""The root URLconf."""

from django.urls import include, path
from django.views.generic import RedirectView

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="job_list")),
    path("accounts/", include("accounts.urls")),
    path("", include("jobs.urls")),
]
