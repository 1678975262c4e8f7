"""The pages for machines: sitemap and feed."""

# --8<-- [start:sitemap]
from django.contrib.sitemaps import Sitemap
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed

from .models import Post


class PostSitemap(Sitemap):
    protocol = "https"

    def items(self):
        return Post.public.all()

    def lastmod(self, post):
        return post.published


# --8<-- [end:sitemap]
# --8<-- [start:feed]
class LatestPosts(Feed):
    feed_type = Atom1Feed
    title = "Blog"
    link = "/"

    def items(self):
        return Post.public.all()[:20]

    def item_title(self, post):
        return post.title  # the inherited one escapes it, which an Atom reader would show

    def item_updateddate(self, post):
        return post.published


# --8<-- [end:feed]
