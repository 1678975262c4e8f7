"""The root URLconf."""

from django.urls import include, path

urlpatterns = [path("", include("stock.urls"))]
handler404 = "stock.views.not_found"
