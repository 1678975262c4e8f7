"""What both apps of docs/compare/middleware-and-hooks promise, and where they differ."""

import gc

import httpx
import pytest
from blinker import signal
from django.dispatch import Signal

from harness import ROOT, Running, Shown

HOME = ROOT / "docs/compare/middleware-and-hooks"


@pytest.fixture
def maintained(app):
    """While the test runs, the app is closed."""
    file = app.data / "maintenance"
    file.touch()
    yield
    file.unlink()


@pytest.fixture(scope="module")
def wrong_order(tmp_path_factory):
    """Both apps with their hooks in the wrong order, closed for maintenance."""
    started = {}

    def start(framework):
        if framework not in started:
            shown = {
                "flask": Shown(HOME, "flask_app.wrong_order"),
                "django": Shown(HOME / "django_app", "config.wsgi"),
            }[framework]
            app = started[framework] = Running(framework, shown, tmp_path_factory.mktemp("wrong"))
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("DJANGO_SETTINGS_MODULE", "config.wrong_order")
                app.start()
            (app.data / "maintenance").touch()
        return httpx.get(started[framework].url + "/")

    yield start
    for app in started.values():
        app.stop()


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/nowhere/", 404), ("/crash/", 500)])
def test_every_answer_says_how_long_it_took(client, path, status):
    response = client.get(path)
    assert response.status_code == status
    name, duration = response.headers["server-timing"].split("=")
    assert name == "app;dur" and float(duration) >= 0


def test_the_way_out_is_the_way_in_backwards(client):
    assert client.get("/").headers["x-trace"] == "outer in, inner in, inner out, outer out"


def test_a_hook_answers_instead_of_the_view(client, maintained):
    response = client.get("/")
    assert (response.status_code, response.text) == (503, "Back soon")
    assert response.headers["retry-after"] == "60"
    assert "server-timing" in response.headers
    assert client.get("/nowhere/").status_code == 503


def test_after_a_short_cut_flask_runs_every_after_hook_and_django_only_layers_passed(
    app, client, maintained
):
    passed = {
        "flask": "outer in, inner out, outer out",
        "django": "outer in, outer out",
    }
    assert client.get("/").headers["x-trace"] == passed[app.framework]


def test_in_the_wrong_order_a_short_cut_breaks_flask(wrong_order):
    response = wrong_order("flask")
    assert response.status_code == 500 and "server-timing" not in response.headers


def test_in_the_wrong_order_a_short_cut_loses_the_header_in_django(wrong_order):
    response = wrong_order("django")
    assert response.status_code == 503 and "server-timing" not in response.headers


def test_what_belongs_to_one_area_leaves_the_rest_alone(client):
    assert client.get("/reports/").headers["cache-control"] == "no-store"
    assert "cache-control" not in client.get("/").headers


def test_a_hook_of_a_blueprint_does_not_see_what_no_route_matches(flask):
    response = flask.get("/reports/nowhere/")
    assert response.status_code == 404 and "cache-control" not in response.headers


def test_a_signal_tells_of_every_unhandled_error(client):
    def count():
        return client.get("/failures/").json()["failures"]

    before = count()
    client.get("/crash/")
    client.get("/nowhere/")
    assert count() == before + 1


@pytest.mark.parametrize("make", [lambda: signal("sold"), Signal], ids=["flask", "django"])
def test_a_receiver_that_nothing_else_holds_is_forgotten(make):
    sold, heard = make(), []

    def connect(**options):
        def receiver(sender, **extra):
            heard.append(sender)

        sold.connect(receiver, **options)
        return receiver

    connect()
    gc.collect()
    sold.send("lost")
    held = connect()
    sold.send("heard")
    del held
    gc.collect()
    connect(weak=False)
    sold.send("kept")
    assert heard == ["heard", "kept"]
