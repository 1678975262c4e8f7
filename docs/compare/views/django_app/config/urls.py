"""The root URLconf."""

from django.urls import include, path
from notes.api import NoteAPI

# --8<-- [start:register]
urlpatterns = [
    path("notes/", include("notes.urls")),
    path("api/notes/<int:pk>/", NoteAPI.as_view()),
]
# --8<-- [end:register]
