"""The fixtures of every contract: `client` runs a test for both apps, `flask`, `django` for one."""

import functools
import importlib.metadata
import ssl
from pathlib import Path

import httpx
import pytest
from packaging.version import Version

from harness import ROOT, Running, find
from reference.library import Library
from services import NOT_HERE, postgres_url, redis_url  # noqa: F401

FRAMEWORKS = ("flask", "django")
LACKS = "needs"

# Each client would read all certificates of the machine anew, and every test has a client.
ssl.create_default_context = functools.cache(ssl.create_default_context)


def home_of(module):
    """The folder beside which a contract stands: tests/<room>/test_<slug>.py → docs/…/<slug>."""
    path = Path(module.__file__)
    slug = path.stem.removeprefix("test_").replace("_", "-")
    room = {"contracts": "compare"}.get(path.parent.name, path.parent.name)
    return ROOT / "docs" / room / slug


@pytest.fixture(scope="module")
def served(request, tmp_path_factory):
    """Start an app of this contract once a module: `served("flask")` → a `Running`.

    Another one is started for another environment: `served("flask", DATABASE_URL=…)`.
    """
    started = {}

    def serve(framework, **env):
        key = (framework, *env.items())
        if key not in started:
            shown = find(home_of(request.module), framework)
            more = getattr(request.module, "ENV", {}) | env
            app = Running(framework, shown, tmp_path_factory.mktemp(framework), more)
            for command in getattr(request.module, "PREPARE", {}).get(framework, []):
                app.run(command)
            started[key] = app.start()
        return started[key]

    yield serve
    for app in started.values():
        app.stop()


def connect(app):
    """A client with a cookie jar of its own that shows redirects instead of following them."""
    return httpx.Client(base_url=app.url, timeout=20)


def pytest_generate_tests(metafunc):
    """Run a test that takes `app` for both frameworks, or for the module's `APPS`.

    A module may have an `app` of its own.
    """
    marks = metafunc.definition.iter_markers("parametrize")
    own = hasattr(metafunc.module, "app") or any("app" in mark.args[0] for mark in marks)
    if "app" in metafunc.fixturenames and not own:
        apps = getattr(metafunc.module, "APPS", FRAMEWORKS)
        metafunc.parametrize("app", apps, indirect=True, scope="module")


@pytest.fixture
def app(request, served):
    """The running app, once for each framework: for its name, its commands and its data."""
    return served(request.param)


@pytest.fixture
def client(app):
    """A client of each app in turn: what it sees, both frameworks promise."""
    with connect(app) as session:
        yield session


@pytest.fixture
def flask(served):
    """A client of the Flask app, for what only Flask does."""
    with connect(served("flask")) as session:
        yield session


@pytest.fixture
def django(served):
    """A client of the Django app, for what only Django does."""
    with connect(served("django")) as session:
        yield session


@pytest.fixture(scope="session")
def library():
    """The data of the site."""
    return Library(ROOT)


def lacks(item):
    """The feature marks of a test that the installed versions do not meet, as reasons."""
    params = item.callspec.params if hasattr(item, "callspec") else {}
    for mark in item.iter_markers("since"):
        for framework, version in mark.kwargs.items():
            installed = Version(importlib.metadata.version(framework))
            if params.get("app", framework) == framework and installed < Version(version):
                yield f"{LACKS} {framework} {version}"


def pytest_collection_modifyitems(items):
    """Mark features that the installed version lacks.

    A test of a lacking feature must fail: that checks its mark.
    """
    for item in items:
        for reason in lacks(item):
            item.add_marker(pytest.mark.xfail(reason=reason, strict=True))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """A test that is evidence for a claim may be neither excused nor skipped, but for a server."""
    report = yield
    excused = getattr(report, "wasxfail", "").startswith(LACKS)
    if report.skipped and not excused and NOT_HERE not in str(report.longrepr):
        test = item.nodeid.split("[")[0]
        if test in {evidence.claim.test for evidence in Library(ROOT).claims.values()}:
            report.outcome = "failed"
            report.longrepr = f"{test} is evidence for a claim and did not run: {report.longrepr}"
    return report
