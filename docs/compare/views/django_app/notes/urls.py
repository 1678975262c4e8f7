"""The URLs of the notes."""

from django.urls import path

from . import views

app_name = "notes"
urlpatterns = [
    path("", views.NoteList.as_view(), name="list"),
    path("<int:pk>/", views.NoteDetail.as_view(), name="detail"),
    path("<int:pk>/archive/", views.archive, name="archive"),
    path("<int:pk>/archive-by-any-method/", views.archive_by_any_method),
    path("count/", views.count),
    path("count-without-head/", views.count_without_head),
    path("export-open/", views.ExportOpen.as_view()),
    path("export/", views.Export.as_view()),
]
