"""What both apps of docs/compare/content-and-seo promise, and where they differ."""

from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

PREPARE = {
    "flask": ["flask init-db"],
    "django": ["python manage.py migrate -v 0", "python manage.py loaddata -v 0 posts"],
}
BASE = "https://blog.example"
POSTS = [f"{BASE}/posts/post-{day}/" for day in range(5, 0, -1)]


def canonical(response):
    return BeautifulSoup(response.text, "html.parser").select_one("link[rel=canonical]")["href"]


def links(response):
    return [a["href"] for a in BeautifulSoup(response.text, "html.parser").select("li a")]


def found(response, tag):
    """The elements of an XML document with this tag, in whatever namespace."""
    return [e for e in ElementTree.fromstring(response.content).iter() if e.tag.endswith("}" + tag)]


def shell(app, *lines, **env):
    command = ["python", "manage.py", "shell", "-v", "0", "-c", "\n".join(lines)]
    return app.run(command, **env).stdout.strip()


def test_the_sitemap_lists_what_is_published_at_its_public_address(client):
    response = client.get("/sitemap.xml")
    assert response.headers["content-type"].startswith("application/xml")
    assert [loc.text for loc in found(response, "loc")] == POSTS
    assert found(response, "lastmod")[0].text == "2026-11-05"


def test_the_feed_is_valid_atom_with_public_addresses(client):
    response = client.get("/feed/")
    assert response.headers["content-type"].startswith("application/atom+xml")
    entries = found(response, "entry")
    hrefs = [link.get("href").split("://")[1] for e in entries for link in e if "link" in link.tag]
    assert hrefs == [post.split("://")[1] for post in POSTS]
    assert found(response, "title")[1].text == "Post 5 & more"
    assert found(response, "updated")[1].text == "2026-11-05T09:00:00+00:00"


def test_a_page_points_a_feed_reader_to_the_feed(client):
    assert 'type="application/atom+xml" href="/feed/"' in client.get("/").text


def test_a_draft_is_nowhere(client):
    assert client.get("/posts/draft/").status_code == 404
    for path in ("/", "/?page=3", "/sitemap.xml", "/feed/"):
        assert "draft" not in client.get(path).text.lower()


def test_a_page_names_one_address_whatever_it_was_asked_for(client):
    assert canonical(client.get("/posts/post-1/?utm_source=mail")) == f"{BASE}/posts/post-1/"
    assert canonical(client.get("/?page=1")) == canonical(client.get("/")) == f"{BASE}/"
    assert canonical(client.get("/?page=2&utm_source=mail")) == f"{BASE}/?page=2"


def test_the_list_is_cut_into_pages(client):
    assert links(client.get("/")) == ["/posts/post-5/", "/posts/post-4/"]
    assert links(client.get("/?page=3")) == ["/posts/post-1/"]
    assert 'rel="next"' not in client.get("/?page=3").text


@pytest.mark.parametrize("page", ["4", "0", "-1", "x"])
def test_a_page_that_does_not_exist_is_404(client, page):
    assert client.get("/", params={"page": page}).status_code == 404


def test_django_get_page_answers_any_number_with_a_page_that_exists(django):
    for page in ("4", "-1", "999999"):
        response = django.get("/careless/", params={"page": page})
        assert response.status_code == 200 and links(response) == ["/posts/post-1/"]


def test_an_old_address_redirects_for_good(client):
    response = client.get("/2019/first.html")
    assert response.status_code == 301 and response.headers["location"] == "/posts/post-1/"


def test_what_is_gone_for_good_says_so(client):
    assert client.get("/2019/gone.html").status_code == 410
    assert client.get("/2019/unknown.html").status_code == 404


def test_django_does_not_find_an_old_address_with_a_query_that_it_does_not_know(flask, django):
    answer = flask.get("/2019/first.html?utm_source=mail")
    assert answer.status_code == 301 and answer.headers["location"] == "/posts/post-1/"
    assert django.get("/2019/first.html?utm_source=mail").status_code == 404


def test_django_calls_every_new_site_example_com(served, tmp_path):
    app, domain = served("django"), "from django.contrib.sites.models import Site"
    ask = (domain, "print(Site.objects.get_current().domain)")
    app.run("python manage.py migrate -v 0 sites", APP_DATA=str(tmp_path))
    assert shell(app, *ask, APP_DATA=str(tmp_path)) == "example.com"
    assert shell(app, *ask) == "blog.example"


def test_django_refuses_a_host_that_it_does_not_know(served):
    lines = [
        "from django.test import RequestFactory",
        "request = RequestFactory().get('/', headers={'host': 'evil.example'})",
        "try: request.build_absolute_uri()",
        "except Exception as error: print(type(error).__name__)",
    ]
    assert shell(served("django"), *lines) == "DisallowedHost"


def test_django_cuts_a_long_sitemap_into_pages(served):
    lines = [
        "from blog.seo import PostSitemap as Posts",
        "print(Posts.limit)",
        "Posts.limit = 2",
        "print(Posts().paginator.num_pages, len(Posts().get_urls(page=3)))",
    ]
    assert shell(served("django"), *lines).split() == ["50000", "3", "1"]


def test_django_escapes_the_title_of_a_feed_entry_unless_told_not_to(served):
    lines = [
        "from blog.seo import Feed, LatestPosts",
        "from blog.models import Post",
        "for feed in Feed(), LatestPosts(): print(feed.item_title(Post(title='a & b')))",
    ]
    assert shell(served("django"), *lines).splitlines() == ["a &amp; b", "a & b"]
