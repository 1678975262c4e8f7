"""What both apps of docs/compare/files-and-static promise, and where they differ."""

import re
from hashlib import md5, sha256

import httpx
import pytest

from harness import ROOT, Running, Shown, find

HOME = ROOT / "docs/compare/files-and-static"
PREPARE = {
    "django": ["python manage.py migrate", "python manage.py collectstatic --noinput"],
}
FOLDER = {"flask": "uploads", "django": "media/uploads"}
WITHOUT_WHITENOISE = """
import config.settings
config.settings.MIDDLEWARE = []
from config.wsgi import app
from django.test import RequestFactory
request = RequestFactory(SERVER_NAME="localhost").get("/static/gallery/site.css")
print(app.get_response(request).status_code)
"""


def style(client):
    """The address of the style sheet, as the page links to it."""
    return re.search('href="(.*?)"', client.get("/").text)[1]


def send(client, name, content=b"text", path="/uploads/"):
    return client.post(path, files={"file": (name, content)})


@pytest.fixture
def stored(app):
    """Count the files that uploads have left in their folder."""
    return lambda: len(list((app.data / FOLDER[app.framework]).glob("*")))


@pytest.fixture
def started(tmp_path):
    """Start another app of this page."""
    running = []

    def start(framework, shown):
        running.append(Running(framework, shown, tmp_path).start())
        return httpx.Client(base_url=running[-1].url, timeout=20)

    yield start
    for app in running:
        app.stop()


def test_the_page_links_to_an_address_that_holds_a_hash_and_may_be_kept_for_a_year(client):
    found = re.search(r"(?:\?v=|site\.)([0-9a-f]{12})", style(client))[1]
    response = client.get(style(client))
    assert response.status_code == 200 and "background" in response.text
    assert found in {hash(response.content).hexdigest()[:12] for hash in (sha256, md5)}
    assert int(re.search(r"max-age=(\d+)", response.headers["cache-control"])[1]) >= 31536000


def test_an_address_without_the_hash_is_not_kept_long(app, client):
    path = {"flask": "/static/site.css", "django": "/static/gallery/site.css"}[app.framework]
    response = client.get(path)
    kept = {"flask": "no-cache", "django": "max-age=60, public"}[app.framework]
    assert response.headers["cache-control"] == kept
    validator = {"If-None-Match": response.headers["etag"]}
    assert client.get(path, headers=validator).status_code == 304


def test_only_django_puts_the_hash_into_links_inside_a_style_sheet(flask, django):
    assert "url(logo.svg)" in flask.get(style(flask)).text
    assert re.search(r'url\("?logo\.[0-9a-f]{12}\.svg"?\)', django.get(style(django)).text)


def test_in_production_flask_serves_static_files_by_itself_and_django_does_not(served, flask):
    assert flask.get("/static/site.css").status_code == 200
    done = served("django").run(["python", "-c", WITHOUT_WHITENOISE])
    assert done.stdout == "404\n"


def test_a_page_of_django_breaks_when_collectstatic_was_forgotten(started, django):
    forgotten = started("django", find(HOME, "django"))
    assert forgotten.get("/").status_code == 500
    assert django.get("/").status_code == 200


def test_whitenoise_serves_the_files_of_flask_as_wsgi_middleware(started):
    client = started("flask", Shown(HOME, "flask_app.with_whitenoise"))
    response = client.get(style(client))
    assert response.headers["cache-control"] == "max-age=60, public"
    assert send(client, "a.txt").status_code == 201


def test_whitenoise_serves_compressed_files_in_django(django):
    assert django.get(style(django)).headers["content-encoding"] == "gzip"


def test_an_upload_comes_back_as_a_download(client):
    response = send(client, "letter.txt", b"Dear all")
    assert response.status_code == 201
    back = client.get(response.json()["url"])
    assert back.content == b"Dear all"
    assert back.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize("name", ["page.html", "letter.txt.html", "..", "noextension"])
def test_what_is_not_allowed_is_refused(client, stored, name):
    before = stored()
    assert send(client, name).status_code == 400
    assert stored() == before


@pytest.mark.parametrize("name", ["../../escaped.txt", "/tmp/escaped.txt", "..\\escaped.txt"])
def test_a_hostile_name_stays_in_its_folder(app, client, stored, name):
    before = stored()
    assert send(client, name).status_code == 201
    assert stored() == before + 1
    assert not list(app.data.glob("escaped*"))


def test_two_uploads_of_one_name_are_both_kept(client):
    urls = [send(client, "same.txt", content).json()["url"] for content in (b"one", b"two")]
    assert [client.get(url).text for url in urls] == ["one", "two"]


def test_the_name_as_sent_leaves_the_folder_in_flask(served, flask):
    assert send(flask, "../escaped-unsafe.txt", path="/uploads/unsafe/").status_code == 201
    assert (served("flask").data / "escaped-unsafe.txt").exists()


def test_flask_refuses_a_large_request_and_django_a_large_file(app, client, stored):
    before = stored()
    status = {"flask": 413, "django": 400}[app.framework]
    assert send(client, "large.txt", b"x" * 1_000_001).status_code == status
    assert stored() == before


def test_the_memory_settings_of_django_do_not_limit_a_file(django):
    assert send(django, "medium.txt", b"x" * 500_000).status_code == 201
    assert django.post("/uploads/", data={"text": "x" * 500_000}).status_code == 400
