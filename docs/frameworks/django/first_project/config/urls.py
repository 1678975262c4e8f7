# --8<-- [start:list]
"""Which view answers at which address."""

from bookmarks import views
from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

urlpatterns = [
    path("", views.BookmarkList.as_view(), name="list"),
    path("bookmarks.json", views.as_json, name="json"),
    path("admin/", admin.site.urls),
]
# --8<-- [end:list]
# --8<-- [start:owner]
log_in = {"template_name": "bookmarks/form.html", "extra_context": {"button": "Log in"}}
urlpatterns += [
    path("add/", views.AddBookmark.as_view(), name="add"),
    path("log-in/", LoginView.as_view(**log_in), name="login"),
    path("log-out/", LogoutView.as_view(), name="logout"),
]
# --8<-- [end:owner]
