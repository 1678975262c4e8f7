"""What the tests of both apps of docs/compare/testing get, and where they differ."""

import re

import httpx
import pytest

PREPARE = {
    "flask": ["flask init-db"],
    "django": ["python manage.py migrate -v 0"],
}
# Only the plugins that a test names: loading all that are installed takes longer than the tests.
PYTEST = "env PYTEST_DISABLE_PLUGIN_AUTOLOAD=1 python -m pytest -p no:cacheprovider"
PYTEST_DJANGO = f"{PYTEST} -p pytest_django.plugin"
SUITES = {"flask": f"{PYTEST} -v", "django": "python manage.py test -v 2"}


@pytest.fixture(scope="module")
def passed(served):
    """Run a project's own tests once: `passed("django")` → the names of those that passed."""
    names = {}

    def run(framework):
        if framework not in names:
            app = served(framework)
            httpx.post(f"{app.url}/bookings/", data={"name": "Real guest"})
            done = app.run(SUITES[framework])
            lines = (done.stdout + done.stderr).splitlines()
            found = [
                re.search(r"\btest_\w+(?= PASSED)|^test_\w+(?=.* ok$)", line) for line in lines
            ]
            names[framework] = {name[0] for name in found if name}
        return names[framework]

    return run


@pytest.fixture
def suite(app, passed):
    return passed(app.framework)


def test_the_client_calls_the_app_without_a_server(suite):
    assert "test_a_booking_is_stored" in suite
    assert "test_the_kitchen_is_told" in suite  # the test sees the app's log: one process


def test_what_a_test_commits_is_gone_in_the_next(suite):
    assert {"test_a_booking_is_stored", "test_the_next_test_starts_empty"} <= suite


def test_a_test_travels_in_time(suite):
    assert "test_a_booking_expires" in suite


def test_a_test_counts_queries(suite):
    assert "test_one_query_is_enough" in suite


def test_the_tests_leave_the_projects_own_database_alone(suite, client):
    assert "test_the_next_test_starts_empty" in suite
    assert client.get("/bookings/").json() == {"count": 1}  # the guest whom `passed` put there
    assert client.get("/bookings/1/").json() == {"held": True}


def test_django_runs_no_on_commit_hook_in_a_test_case_unless_told_to(passed):
    told, untold = "is_told", "is_not_told_while_the_test_holds_the_transaction"
    assert {f"test_the_kitchen_{told}", f"test_the_kitchen_{untold}"} <= passed("django")


# The fixture that many projects start with. It undoes only what nobody has committed.
NAIVE = """
@pytest.fixture
def app(database):
    with database.app_context():
        yield database
        db.session.rollback()
"""
TWICE = """
import pytest

@pytest.mark.parametrize("attempt", [1, 2])
def test_{name}(client, attempt):
    client.post("/bookings/", data={{"name": "Bob"}})
    assert client.get("/bookings/").json == {{"count": 1}}
"""


def test_flask_rollback_in_the_fixture_does_not_undo_what_the_view_committed(served, tmp_path):
    app = served("flask")
    fixtures = (app.shown.folder / "tests/conftest.py").read_text()
    for name, more in {"shown": "", "naive": NAIVE}.items():  # the later definition wins
        (tmp_path / name).mkdir()
        (tmp_path / name / "conftest.py").write_text(fixtures + more)
        (tmp_path / name / f"test_{name}.py").write_text(TWICE.format(name=name))
    command = f"{PYTEST} -v -c pytest.ini --rootdir {tmp_path} {tmp_path}"
    found = re.findall(
        r"::test_(\w+)\[(\d)\] (PASSED|FAILED)", app.run(command, check=False).stdout
    )
    assert set(found) == {
        ("shown", "1", "PASSED"),
        ("shown", "2", "PASSED"),
        ("naive", "1", "PASSED"),
        ("naive", "2", "FAILED"),
    }


def test_pytest_django_runs_the_same_tests(served, passed):
    done = served("django").run(f"{PYTEST_DJANGO} -q")
    assert f"{len(passed('django'))} passed" in done.stdout


COUNT = """
def test_count(client):
    assert client.get("/bookings/").json()["count"] == 0
"""


def test_pytest_django_refuses_the_database_to_a_test_that_does_not_ask(served, tmp_path):
    app, test = served("django"), tmp_path / "tests.py"
    command = f"{PYTEST_DJANGO} -q -c pytest.ini --rootdir {tmp_path} {tmp_path}"
    asking = "\nimport pytest\n@pytest.mark.django_db" + COUNT.replace("count(", "asking(")
    test.write_text(COUNT + asking)
    out = app.run(command, check=False).stdout
    assert "Database access not allowed" in out
    assert "1 failed, 1 passed" in out and re.search(r"FAILED \S*::test_count", out)


def test_django_gives_each_process_a_database_of_its_own(served, passed):
    done = served("django").run("python manage.py test --parallel 2 -v 2")
    assert done.stderr.count("Cloning test database") == 2
    assert f"Ran {len(passed('django'))} tests" in done.stderr


def test_flask_tests_run_in_parallel_when_the_fixture_names_a_database_for_each_process(
    served, passed
):
    done = served("flask").run(f"{PYTEST} -p xdist -v -n 2")
    assert f"{len(passed('flask'))} passed" in done.stdout
    assert {"[gw0]", "[gw1]"} <= set(done.stdout.split())
