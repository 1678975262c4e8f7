"""The root URLconf."""

from blog import views
from blog.seo import LatestPosts, PostSitemap
from django.contrib.sitemaps.views import sitemap
from django.urls import path

urlpatterns = [
    path("", views.PostList.as_view(), name="index"),
    path("careless/", views.careless),
    path("posts/<slug:slug>/", views.PostDetail.as_view(), name="post"),
    # --8<-- [start:machines]
    path("sitemap.xml", sitemap, {"sitemaps": {"posts": PostSitemap}}),
    path("feed/", LatestPosts(), name="feed"),
    # --8<-- [end:machines]
]
