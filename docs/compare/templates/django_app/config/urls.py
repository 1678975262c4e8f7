"""The root URLconf."""

from comments import views
from django.urls import path

urlpatterns = [
    path("", views.page),
    path("comments/", views.fragment),
    path("partial/", views.partial),
    path("board/", views.board),
    path("jinja/", views.jinja),
    path("mail/", views.mail),
    path("mail-escaped/", views.mail_escaped),
    path("careless/", views.careless),
    path("string/", views.string),
]
