"""The URLs of the articles app."""

# --8<-- [start:route]
from django.urls import path, register_converter

from . import views
from .converters import YearConverter

register_converter(YearConverter, "year")

app_name = "articles"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<year:year>/", views.archive, name="archive"),
    path("<slug:slug>/", views.detail, name="detail"),
    # --8<-- [end:route]
    path("files/<path:name>", views.file, name="file"),
    # --8<-- [start:mistake]
    # Too late: `<slug:slug>/` above takes this URL first.
    path("help/", views.index, name="help"),
    # --8<-- [end:mistake]
]
