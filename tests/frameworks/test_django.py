"""What docs/frameworks/django says of Django: its guest list, its box, and its async views."""

import json
import re
import textwrap

import pytest

from harness import most_at_once

PREPARE = {"django": ["python manage.py migrate"]}


def token(client, path="/"):
    """The CSRF token of the form on a page."""
    return re.search('name="csrfmiddlewaretoken" value="(.+?)"', client.get(path).text)[1]


def add(client, name):
    """Send the form as a browser does."""
    return client.post("/", data={"name": name, "csrfmiddlewaretoken": token(client)})


def test_a_guest_is_added_and_stays(django):
    response = add(django, "Ada")
    assert response.is_redirect and response.headers["location"] == "/"
    assert "<li>Ada</li>" in django.get("/").text


@pytest.mark.parametrize("name", ["", "   ", "x" * 81], ids=["empty", "blank", "long"])
def test_a_wrong_name_is_refused_and_the_form_comes_back(django, name):
    response = add(django, name)
    assert response.status_code == 200 and "errorlist" in response.text
    assert f"<li>{name}</li>" not in django.get("/").text


def test_a_name_cannot_bring_html_along(django):
    add(django, "<b>Bo</b>")
    assert "<li>&lt;b&gt;Bo&lt;/b&gt;</li>" in django.get("/").text


def test_the_shown_test_passes(served):
    assert "Ran 1 test" in served("django").run("python manage.py test").stderr


def test_a_form_without_a_token_is_refused(django):
    assert django.post("/", data={"name": "Eve"}).status_code == 403


def test_a_registered_model_has_its_staff_pages(served, django):
    served("django").run(
        "python manage.py createsuperuser --noinput --username staff --email staff@example.com",
        DJANGO_SUPERUSER_PASSWORD="correct horse",
    )
    add(django, "Grace")
    assert django.get("/admin/guests/guest/").headers["location"].startswith("/admin/login/")
    form = {"username": "staff", "password": "correct horse", "next": "/admin/guests/guest/"}
    form["csrfmiddlewaretoken"] = token(django, "/admin/login/")
    assert django.post("/admin/login/", data=form).is_redirect
    listed = django.get("/admin/guests/guest/").text
    assert "Grace" in listed and 'href="/admin/guests/guest/add/"' in listed
    change, delete = "/admin/guests/guest/1/change/", "/admin/guests/guest/1/delete/"
    assert django.get(change).status_code == django.get(delete).status_code == 200


@pytest.fixture
def python(served):
    """Run code in the folder of the app; return the last line that it printed, or raised."""

    def run(code, check=True):
        done = served("django").run(["python", "-c", textwrap.dedent(code)], check=check)
        return (done.stdout + done.stderr).strip().splitlines()[-1]

    return run


SHOW = "import json, {}.settings as s; print(json.dumps([s.INSTALLED_APPS, s.MIDDLEWARE]))"


@pytest.fixture
def new_project(served, python, tmp_path):
    """A fresh `startproject`: its files, and its settings."""
    served("django").run(f"django-admin startproject mysite {tmp_path}")
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.py")}
    path = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); "
    apps, middleware = json.loads(python(path + SHOW.format("mysite")))
    return files, apps, middleware


def test_startproject_installs_six_apps(new_project):
    _, apps, _ = new_project
    names = ["admin", "auth", "contenttypes", "sessions", "messages", "staticfiles"]
    assert apps == [f"django.contrib.{name}" for name in names]


def test_startproject_writes_six_files(new_project):
    files, _, _ = new_project
    names = ["__init__", "asgi", "settings", "urls", "wsgi"]
    assert files == {"manage.py", *(f"mysite/{name}.py" for name in names)}


def test_the_shown_settings_are_those_of_startproject_and_one_app(new_project, python):
    _, apps, middleware = new_project
    assert json.loads(python(SHOW.format("config"))) == [[*apps, "guests"], middleware]


def test_content_security_policy_ships_and_waits_to_be_turned_on(new_project, python):
    code = """
        from django.conf import settings
        settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__,
                           MIDDLEWARE=["django.middleware.csp.ContentSecurityPolicyMiddleware"],
                           SECURE_CSP={"default-src": ["'self'"]})
        from django.http import HttpResponse
        from django.test import Client
        from django.urls import path
        urlpatterns = [path("", lambda request: HttpResponse())]
        print(Client().get("/")["Content-Security-Policy"])
    """
    assert python(code) == "default-src 'self'"
    _, _, middleware = new_project
    assert not [name for name in middleware if "csp" in name]


def test_a_task_runs_at_once_in_the_caller_or_not_at_all(python):
    code = """
        import threading
        from django.conf import settings
        settings.configure({settings})
        from django.tasks import task

        @task
        def where():
            return threading.get_ident()

        result = where.enqueue()
        done = result.status == "SUCCESSFUL"
        print(result.status, done and result.return_value == threading.get_ident())
    """
    assert python(code.format(settings="")) == "SUCCESSFUL True"
    dummy = 'TASKS={"default": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"}}'
    assert python(code.format(settings=dummy)) == "READY False"


MEETING = """
import asyncio
from django.conf import settings
settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__)
from django.core.{gateway} import get_{gateway}_application
from django.http import HttpResponse
from django.urls import path

here = []
most = 0

async def meet(request):
    global most
    here.append("one more")
    most = max(most, len(here))
    for _ in range({looks}):  # wait until all 20 are here, or give up
        if most < 20:
            await asyncio.sleep(0.01)
    here.pop()
    return HttpResponse(most)

urlpatterns = [path("", meet)]
app = get_{gateway}_application()
"""


def test_under_asgi_an_async_view_needs_no_worker_of_its_own(tmp_path):
    code = MEETING.format(gateway="asgi", looks=2000)
    assert most_at_once(tmp_path, code, asgi=True) == 20


def test_under_wsgi_an_async_view_keeps_its_worker_until_it_is_done(tmp_path):
    code = MEETING.format(gateway="wsgi", looks=50)
    assert most_at_once(tmp_path, code, asgi=False) == 8  # the threads that tests/serve.py gives


def test_the_async_orm_runs_the_blocking_query_in_a_thread(python):
    code = """
        import asyncio, os, threading
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
        import django; django.setup()
        from django.core.exceptions import SynchronousOnlyOperation
        from django.db.backends.signals import connection_created
        from guests.models import Guest

        threads = []
        def note(**kwargs):
            threads.append(threading.get_ident())
        connection_created.connect(note)

        async def main():
            await asyncio.gather(Guest.objects.acount(), Guest.objects.acount())
            try:
                Guest.objects.count()
            except SynchronousOnlyOperation:
                print(len(threads), "connection, ours:", threading.get_ident() in threads)

        asyncio.run(main())
    """
    assert python(code) == "1 connection, ours: False"


def test_the_asgi_handler_refuses_a_websocket(python):
    code = """
        import asyncio
        from django.conf import settings
        settings.configure()
        from django.core.asgi import get_asgi_application

        asyncio.run(get_asgi_application()({"type": "websocket"}, None, None))
    """
    refusal = "ValueError: Django can only handle ASGI/HTTP connections, not websocket."
    assert python(code, check=False) == refusal
