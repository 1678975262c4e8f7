"""The root URLconf: the list, the editors' side, and Wagtail for every article."""

from django.urls import include, path
from press import views
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("", views.index),
    path("admin/", include(wagtailadmin_urls)),
    path("", include(wagtail_urls)),
]
