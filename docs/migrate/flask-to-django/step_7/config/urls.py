"""The paths that Django serves, spelt as Flask spells them."""

from club import accounts, api, events, pages, staff
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
staff_paths = [
    path("events/new", staff.event, name="event"),
    path("events/<int:id>", staff.event, name="event"),
    path("events/<int:id>/delete", staff.delete_event, name="delete_event"),
    path("members/", staff.members, name="members"),
    path("members/<int:id>/delete", staff.delete_member, name="delete_member"),
]
api_paths = [
    path("events", api.events, name="events"),
    path("events/<int:id>", api.event, name="event"),
    path("bookings", api.bookings, name="bookings"),
]
urlpatterns = [
    path("", include((page_paths, "pages"))),
    path("", include((account_paths, "accounts"))),
    path("", include((event_paths, "events"))),
    path("desk/", include((staff_paths, "staff"))),
    path("api/", include((api_paths, "api"))),
]
