"""Each myth is settled by a short program: it prints today what the record shows."""

import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest

from harness import ROOT
from myths import PROGRAMS, printed
from reference.data import load

RECORDS = [load(path, ROOT) for path in sorted((ROOT / "docs/myths/records").glob("*.yml"))]
SHOWN = [record["shows"] for record in RECORDS if "shows" in record]
POOL = ThreadPoolExecutor(os.cpu_count())


@cache
def running(program):
    """A program on its way, started once."""
    return POOL.submit(printed, PROGRAMS / program)


@pytest.fixture(scope="module", autouse=True)
def side_by_side(request):
    """Start the programs of all selected tests together, since each takes a process."""
    for item in request.session.items:
        if program := getattr(item, "callspec", None) and item.callspec.params.get("program"):
            running(program)


def facts(program):
    """What a program prints now: the part before a colon, and the part behind it."""
    lines = running(f"{program}.py").result().splitlines()
    return {before: after for before, _, after in (line.partition(": ") for line in lines)}


@pytest.mark.parametrize("program", SHOWN)
def test_a_program_prints_what_the_record_shows(program):
    recorded = (PROGRAMS / program).with_suffix(".txt").read_text(encoding="utf-8")
    assert running(program).result() == recorded


def test_each_program_belongs_to_one_record():
    assert sorted(SHOWN) == sorted(path.name for path in PROGRAMS.glob("*.py"))


def test_flask_has_a_core_and_no_parts_around_data():
    parts = facts("flask_parts")
    lacks = {part for part, where in parts.items() if where == "not in Flask"}
    assert lacks == {"db", "models", "migrations", "forms", "auth", "admin"}
    assert {"templating", "sessions", "cli", "testing"} <= parts.keys() - lacks


def test_django_installs_six_apps_and_works_with_none():
    lines = running("django_box.py").result().splitlines()
    assert sum(line.startswith("installed: ") for line in lines) == 6
    assert facts("django_box")["command runworker"] == "no"
    assert lines[-1] == "with 0 apps a page answers 200"


def test_the_first_page_is_shorter_in_flask():
    first = facts("first_page")
    flask, django = (int(first[name].split()[0]) for name in ("Flask", "Django"))
    assert flask < django
    assert first["Flask"].endswith("Hello") and first["Django"].endswith("Hello")


def test_flask_runs_async_views():
    answer = facts("flask_async")
    assert answer["the view is a coroutine function"] == "True"
    assert answer["the page says"] == "answered"


def test_async_views_of_flask_serve_no_more_at_once_than_there_are_workers():
    assert facts("flask_async_worker") == {"answered": "6, in the view at once: 2"}


def test_django_has_many_requests_in_one_thread():
    assert facts("django_async") == {"in the view at once": "6, threads: 1"}


def test_an_async_query_of_django_runs_in_another_thread():
    answer = facts("django_async_orm")
    assert answer["rows"] == "0, by the event loop's thread: False"
    assert answer["without await"] == "SynchronousOnlyOperation"


def test_both_refuse_a_websocket():
    answer = facts("live_connections")
    assert answer["Flask, a page"] == "200"
    assert answer["Flask, a WebSocket"] == "400"
    assert answer["Django, a WebSocket"] == "ValueError"


def test_the_development_server_of_flask_serves_two_at_once():
    assert running("flask_threads.py").result().split("\n")[:2] == ["met: True", "met: True"]


def test_the_development_server_of_flask_warns_and_its_debugger_shows_code():
    assert set(facts("flask_server").values()) == {"True"}


def test_each_request_of_flask_sees_its_own():
    pages = running("flask_request.py").result().splitlines()
    assert [page.split()[-1] for page in pages] == ["/ada", "/bob"]


def test_a_flask_project_has_parts_that_mount_twice():
    pages = running("flask_blueprints.py").result().splitlines()
    assert pages == ["/shop/ basket", "/news/ articles of news", "/jobs/ articles of jobs"]


def test_flask_needs_more_packages_than_django():
    needs = facts("dependencies")
    assert len(needs["flask needs 6"].split(", ")) == 6
    assert len(needs["django needs 2"].split(", ")) == 2


def test_a_plain_page_costs_more_calls_only_with_the_middleware_of_a_new_project():
    calls = {name: float(text.split(", ")[1]) for name, text in facts("calls").items()}
    assert calls["Django, plain"] < calls["Flask"] < calls["Django, new"]


def test_a_json_service_in_django_loads_no_app():
    service = facts("django_service")
    assert service["it answers"] == "{'euro': 42}"
    assert service["apps"] == service["middleware"] == "0"
    loaded = [value for name, value in service.items() if name.endswith("is loaded")]
    assert loaded == ["False"] * 3 and service["a database is set up"] == "False"


def test_one_file_is_a_django_project():
    assert running("django_one_file.py").result() == "welcome / refused: 17\n"


def test_django_ties_models_to_an_app_and_leaves_views_free():
    layout = facts("django_layout")
    assert layout["addresses and views in a module of any name"] == "200"
    assert layout["a model with no app"] == "RuntimeError"


def test_django_works_with_other_templates_and_no_database():
    assert running("django_parts.py").result() == "visit 1 / visit 2 / database: unknown\n"


def test_flask_brings_jinja_and_lets_another_engine_answer():
    choices = facts("flask_choices")
    assert choices["jinja2 is loaded by Flask"] == "True"
    assert choices["sqlalchemy is loaded by Flask"] == "False"
    assert choices["another engine answers"] == "hello, ada"


def test_django_renders_jinja():
    engines = facts("django_jinja")
    assert engines["jinja2"] == "&lt;ADA 42 &lt;ada"
    assert engines["django"] == "TemplateSyntaxError"


def test_each_template_language_refuses_something_of_the_other():
    lines = running("template_languages.py").result().splitlines()
    assert lines[0].endswith("False")
    assert any("Django: refused  Jinja: ADA" in line for line in lines)
    assert any(line.endswith("Django: no  Jinja: refused") for line in lines)


def test_flask_makes_a_page_for_each_request():
    first, second = running("flask_pages.py").result().splitlines()
    assert first.count("<li>") == 1 and second.count("<li>") == 2


def test_flask_takes_what_a_form_sends_unchecked():
    lines = running("flask_forms.py").result().splitlines()
    assert lines == ["names in Flask with form: 0", "pieces: 7", "pieces: minus seven"]


def test_flask_dispatches_by_method_and_answers_errors_in_html():
    answer = facts("flask_methods")
    assert answer["PUT"] == "{'number': 7, 'text': 'milk'}" and answer["DELETE"] == "405"
    assert answer["asked for XML"] == "application/json"
    assert answer["an error of the API"] == "text/html"


def test_flask_accepts_a_form_without_a_token_and_django_does_not():
    assert facts("csrf") == {"Flask": "200", "Django": "403"}


def test_flask_escapes_in_html_templates():
    templates = facts("flask_escaping")
    assert templates["page.html"] == "&lt;script&gt;"
    assert templates["mail.txt"] == templates["safe.html"] == "<script>"


def test_the_session_cookie_of_flask_can_be_read_and_not_changed():
    cookie = facts("flask_session")
    assert cookie["read without the key"] == '{"plan":"free"}'
    assert cookie["after a change of the cookie, the plan is"] == "free"


def test_an_f_string_lets_an_attack_through_the_orm():
    rows = facts("django_sql")
    assert rows["rows by filter()"] == rows["rows by raw() with parameters"] == "0"
    assert rows["rows by raw() with an f-string"] == "1"


def test_escaping_leaves_three_gaps_in_django():
    places = facts("django_escaping")
    assert "<script>" not in places["in the page"]
    assert "<script>" in places["marked safe"]
    assert "x onclick=steal()>" in places["without quotes"]
    assert 'href="javascript:steal()"' in places["as a link"]


def test_only_django_answers_at_the_admin():
    screens = facts("staff_screens")
    assert screens["Flask"] == "404"
    assert screens["Django"] == "200 with a log-in form: True"


def test_the_admin_is_closed_to_customers_and_shows_all_rows():
    admin = facts("django_admin_rows")
    assert (admin["ada may enter"], admin["bob may enter"]) == ("False", "True")
    assert (admin["bob may see the list"], admin["bob's list holds"]) == ("True", "ada bob")


def test_django_ships_no_registration_and_no_log_in_page():
    lines = running("django_registration.py").result().splitlines()
    views = {line.removeprefix("shipped: ") for line in lines[:-1]}
    assert {"login", "logout", "password_reset"} < views
    assert not any(word in view for view in views for word in ("register", "signup"))
    assert lines[-1] == "no template: registration/login.html"


def test_flask_knows_no_users_and_werkzeug_hashes():
    known = facts("flask_accounts")
    assert known.pop("Werkzeug checks a hash") == "True"
    assert set(known.values()) == {"0"}


def test_django_answers_json_by_itself():
    answer = facts("django_json")
    assert answer["POST"] == '201 application/json {"pieces": 14, "euro": 42}'
    assert answer["GET"] == "405"
    assert answer["Django REST Framework is loaded"] == "False"


def test_an_address_in_django_is_no_regular_expression():
    lines = running("django_urls.py").result().splitlines()
    assert lines == ["/notes/7/ note 7, int", "/notes/seven/ 404"]


def test_django_finds_documents_and_ships_relational_back_ends():
    documents = facts("django_documents")
    assert documents["found by to.city"] == "1"
    assert documents["found by lines[0].pieces"] == "2"
    assert documents["shipped"] == "mysql oracle postgresql sqlite3"


def test_django_serves_visitors_without_a_database():
    visits = facts("django_no_database")
    assert visits["first visit"] == visits["second visit"] == "hello, ada"
    assert visits["database"] == "django.db.backends.dummy"


def test_sqlalchemy_works_in_a_django_view_and_not_in_its_forms():
    notes = facts("django_sqlalchemy")
    assert notes["notes in a view"] == "1 2"
    assert notes["a form from the model"] == "AttributeError"


def test_a_new_database_has_no_rows_and_refuses_some_queries():
    switch = facts("django_switch")
    assert switch["rows before and after"] == "1 0"
    assert switch["distinct('owner') on SQLite"] == "NotSupportedError"


def test_flask_has_commands_and_takes_yours():
    commands = facts("flask_cli")
    assert commands["built in"] == "routes run shell"
    assert commands["yours"] == "42 euro"
    assert commands["a wrong argument ends with"] == "2"


def test_no_part_of_django_is_a_controller():
    parts = facts("django_mvc")
    assert parts["a function answers"] == "Hello"
    assert parts["a part of Django is called controller"] == "False"
    assert parts["a part of Django is called template"] == "True"


def test_a_job_of_django_runs_without_celery():
    lines = running("jobs.py").result().splitlines()
    assert lines[0] == "in the queue: True / sent:"
    assert lines[1] == "after the worker's turn / sent: ada"
    assert lines[2] == "Celery is loaded: False"


def test_a_wsgi_server_calls_both_alike():
    answers = facts("wsgi")
    assert answers["Flask"] == answers["Django"] == "200 OK, Hello"
