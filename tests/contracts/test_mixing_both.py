"""What both apps of docs/compare/mixing-both promise: Django in Flask, and Flask in Django."""

import sys

import pytest

SUPERUSER = (
    " createsuperuser --noinput --username anna --email anna@example.com",
    "env DJANGO_SUPERUSER_PASSWORD=secret DJANGO_SETTINGS_MODULE={} python -m django",
)
PREPARE = {
    "flask": [
        "flask init-db",
        "python -m django migrate --settings office.settings",
        SUPERUSER[1].format("office.settings") + SUPERUSER[0],
    ],
    "django": [
        "python manage.py migrate",
        SUPERUSER[1].format("config.settings").replace("-m django", "manage.py") + SUPERUSER[0],
    ],
}
# Where each part is mounted: the page of the Flask part and the log-in of the Django part.
PAGE = {"flask": "/products/", "django": "/api/products/"}
LOGIN = {"flask": "/office/login/", "django": "/login/"}
LOGOUT = {"flask": "/office/logout/", "django": "/logout/"}
SETTINGS = {"flask": "from flask_app import app", "django": "from config.wsgi import app"}


@pytest.fixture
def page(app):
    return PAGE[app.framework]


def post(client, url, **fields):
    """Send a form of the Django part with its token."""
    token = {"csrfmiddlewaretoken": client.cookies["csrftoken"]}
    return client.post(url, data={**fields, **token})


def log_in(client, url):
    """Log in at the Django part."""
    client.get(url)
    post(client, url, username="anna", password="secret")
    return client


@pytest.fixture
def anna(app, client):
    """A client that is logged in by the Django part."""
    return log_in(client, LOGIN[app.framework])


def add(client, page, name):
    """Add a product in the Flask part, with the token of the Flask part."""
    token = client.get(page).json()["token"]
    return client.post(page, json={"name": name}, headers={"x-csrftoken": token})


def test_who_logs_in_with_django_is_known_to_flask(app, client, page):
    assert client.get(page).status_code == 401
    log_in(client, LOGIN[app.framework])
    assert client.get(page).json()["user"] == "anna"


def test_who_logs_out_with_django_is_a_stranger_to_flask(app, anna, page):
    old = {"cookie": f"sessionid={anna.cookies['sessionid']}"}
    assert anna.get(page, headers=old).status_code == 200
    post(anna, LOGOUT[app.framework])
    assert anna.get(page).status_code == 401
    assert anna.get(page, headers=old).status_code == 401


def test_what_flask_writes_is_read_by_django(app, anna, page):
    assert add(anna, page, "Lamp").status_code == 201
    assert (
        "Lamp" in anna.get({"flask": "/office/office/product/", "django": "/"}[app.framework]).text
    )


def test_each_part_builds_urls_with_its_mount(app, anna, page):
    assert anna.get(page).json()["here"] == page
    if app.framework == "django":
        assert anna.get("/").json()["here"] == "/"
    else:
        assert 'href="/office/office/product/"' in anna.get("/office/").text


def test_the_admin_of_django_edits_the_table_of_flask(served, flask):
    log_in(flask, "/office/login/")
    post(flask, "/office/office/product/add/", name="Chair")
    assert "Chair" in flask.get("/products/").json()["products"]


def test_the_middleware_of_django_does_not_cover_flask(app, anna, page):
    django_page = {"flask": "/office/", "django": "/"}[app.framework]
    assert "x-frame-options" in anna.get(django_page).headers
    assert "x-frame-options" not in anna.get(page).headers


def test_a_form_of_the_flask_part_needs_a_token_of_its_own(anna, page):
    assert anna.post(page, json={"name": "Forged"}).status_code == 400
    django = {"x-csrftoken": anna.cookies["csrftoken"]}
    assert anna.post(page, json={"name": "Forged"}, headers=django).status_code == 400
    assert "Forged" not in anna.get(page).json()["products"]


CONNECTIONS = """
{start}
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from flask import Flask

bare = Flask("bare")
bare.add_url_rule("/", view_func=lambda: str(User.objects.count()))
bare.test_client().get("/")
print(connection.connection is None)
connection.close()
shown = app if isinstance(app, Flask) else app.mounts["/api"]
visitor = shown.test_client()
visitor.set_cookie("sessionid", "an-old-one")  # for which the table of sessions is asked
with CaptureQueriesContext(connection) as asked:
    print(visitor.get("/products/").status_code, end=" ")
print(len(asked), connection.connection is None)
"""


def test_django_closes_its_connection_after_a_request_of_flask_only_when_told(app):
    code = CONNECTIONS.format(start=SETTINGS[app.framework])
    assert app.run([sys.executable, "-c", code]).stdout.split() == ["False", "401", "1", "True"]


TRANSACTIONS = """
from django.db import transaction
from flask_app import app
from flask_app.models import Product, db
from office import models

with app.app_context():
    before = models.Product.objects.count()
    db.session.add(Product(name="Half"))
    db.session.flush()
    print(models.Product.objects.count() - before)
    db.session.commit()
    print(models.Product.objects.count() - before)
    with transaction.atomic():
        models.Product.objects.create(name="Other half")
        print(db.session.query(Product).count() - before)
        db.session.rollback()
    print(db.session.query(Product).count() - before)
"""


def test_two_orms_are_two_transactions(served):
    done = served("flask").run([sys.executable, "-c", TRANSACTIONS])
    assert done.stdout.split() == ["0", "1", "1", "2"]
