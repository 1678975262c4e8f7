"""The paths that Django serves, spelt as Flask spells them."""

from club import accounts, pages
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
urlpatterns = [
    path("", include((page_paths, "pages"))),
    path("", include((account_paths, "accounts"))),
]
