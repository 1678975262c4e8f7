"""The paths that Django serves, spelt as Flask spells them."""

from club import accounts, events, pages
from django.urls import include, path

account_paths = [
    path("login", accounts.login, name="login"),
    path("logout", accounts.logout, name="logout"),
    path("account", accounts.account, name="account"),
]
page_paths = [
    path("healthz", pages.health, name="health"),
    path("language", pages.language, name="language"),
]
event_paths = [
    path("", events.index, name="index"),
    path("events/", events.listing, name="listing"),
    path("events/<int:id>", events.show, name="show"),
    path("events/<int:id>/book", events.book, name="book"),
    path("events/<int:id>/cancel", events.cancel, name="cancel"),
    path("uploads/<str:name>", events.upload, name="upload"),
]
urlpatterns = [
    path("", include((page_paths, "pages"))),
    path("", include((account_paths, "accounts"))),
    path("", include((event_paths, "events"))),
]
