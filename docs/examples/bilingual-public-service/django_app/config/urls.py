"""The root URLconf: the pages of the public have their language in the address."""

# --8<-- [start:urls]
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    *i18n_patterns(path("", include("allowance.urls"))),
]
# --8<-- [end:urls]
