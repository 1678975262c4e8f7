"""The extensions listed for Flask and Django: the list, the record of releases, the claims."""

import importlib.metadata
import os
import shutil
import sqlite3
import subprocess
import sys
import tomllib
from types import SimpleNamespace

import django
import pytest
from extensions import (
    from_installed,
    from_pyproject,
    from_setup_cfg,
    from_setup_py,
    requires,
    tidy,
)
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from harness import ROOT
from reference import extensions
from reference.blocks import Blocks
from reference.data import Mistake, load
from reference.library import Library

LISTED = extensions.listed(ROOT).extensions
RECORD = extensions.recorded(ROOT)
FRAMEWORKS = ("flask", "django")


def installed():
    """Each listed package that is installed here, with its version."""
    for package in RECORD.packages:
        try:
            yield package, Version(importlib.metadata.version(package))
        except importlib.metadata.PackageNotFoundError:
            continue


def extends(package):
    """Whether a package is an extension: by its name, its classifiers or what it always needs."""
    meta = importlib.metadata.metadata(package)
    needs = [Requirement(text) for text in importlib.metadata.requires(package) or []]
    always = {need.name.lower() for need in needs if "extra" not in str(need.marker)}
    kinds = meta.get_all("Classifier") or []
    return (
        any(framework in package for framework in FRAMEWORKS)
        or not always.isdisjoint(FRAMEWORKS)
        or any(kind.startswith(("Framework :: Flask", "Framework :: Django")) for kind in kinds)
    )


def test_every_extension_has_a_reading_and_every_reading_an_extension():
    extensions.check(ROOT)


def test_the_check_needs_no_network_and_no_tool():
    script = [sys.executable, ROOT / "scripts/extensions.py", "--check"]
    subprocess.run(script, check=True, env={"PATH": ""})


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("package: rules\n", "package: rulez\n", "rules: docs/_data/extensions.yml does not list"),
        ("need: cms\n", "need: shop\n", "no need is called shop"),
        ("package: rules\n", "package: django-axes\n", "django-axes (django): is listed twice"),
        ("alive: at risk\n", "alive: fine\n", "extensions.0.alive: Input should be"),
        ("    does:", "    done:", "extensions.0.does: Field required"),
    ],
)
def test_a_mistake_in_the_list_is_told_in_one_line(tmp_path, old, new, line):
    data = tmp_path / "docs/_data"
    data.mkdir(parents=True)
    shutil.copy(ROOT / extensions.RECORDED, data)
    text = (ROOT / extensions.LISTED).read_text(encoding="utf-8")
    assert old in text
    (data / "extensions.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Mistake) as mistake:
        extensions.check(tmp_path)
    assert line in str(mistake.value)
    assert "\n" not in str(mistake.value)


def test_every_extension_that_our_apps_use_is_listed():
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    apps = {Requirement(text).name for text in groups["dependency-groups"]["apps"]}
    used = {package for package in apps - set(FRAMEWORKS) if extends(package)}
    assert len(used) > 20
    assert used <= set(RECORD.packages)


def test_nothing_installed_here_is_newer_than_the_record():
    found = dict(installed())
    assert len(found) > 20
    newer = {
        package: str(number)
        for package, number in found.items()
        if number > Version(RECORD.packages[package].latest)
    }
    assert not newer, "run scripts/extensions.py"


def test_the_judgement_agrees_with_the_latest_release():
    for entry in LISTED:
        age = extensions.months(RECORD.packages[entry.package].released, RECORD.read)
        active = {"active": True, "quiet": False}.get(entry.alive)
        assert active in (None, age < extensions.ACTIVE), entry.package


def test_no_commits_are_counted_that_end_long_before_the_latest_release():
    for package, reading in RECORD.packages.items():
        counted = reading.last_commit, reading.commits, reading.authors
        if None in counted:
            assert {*counted} == {None}, package
        else:
            assert not extensions.stale(reading.last_commit, reading.released), package


def test_the_commits_of_ninety_days_before_a_release_still_count():
    assert not extensions.stale("2026-01-31", "2026-05-01")
    assert extensions.stale("2026-01-30", "2026-05-01")
    assert extensions.stale("2026-01-30", "2026-05")
    assert not extensions.stale("2026-07-01", "2026-05")


def test_what_is_called_at_risk_says_where_that_is_written():
    assert all(entry.source for entry in LISTED if entry.alive == "at risk")


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_at_least_twelve_needs_have_an_extension(framework):
    assert len({entry.need for entry in LISTED if entry.framework == framework}) >= 12


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_the_counts_are_those_of_the_list(framework):
    mine = [entry for entry in LISTED if entry.framework == framework]
    versions = load(ROOT / "docs/_data/versions.yml", ROOT)
    release = str(versions[framework]["releases"][0]["latest"])
    counted = extensions.counts(mine, RECORD.packages, RECORD.read, framework, release)
    assert counted == RECORD.counts[framework], "run scripts/extensions.py"


@pytest.mark.parametrize("choice", extensions.CHOICES)
def test_each_choice_installs_what_the_record_says(choice):
    assert extensions.carried(extensions.CHOICES[choice]) == RECORD.carried[choice]


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_the_block_shows_each_extension_once(framework):
    env = Blocks(Library(ROOT), ROOT / "overrides", "").env
    blocks = SimpleNamespace(extensions=lambda name: extensions.by_need(ROOT, name))
    html = env.get_template("blocks/extensions.html").render(blocks=blocks, argument=framework)
    mine = [entry for entry in LISTED if entry.framework == framework]
    assert html.count("<dt>") == len(mine)
    for entry in mine:
        assert html.count(f'<dt><a href="{entry.repository}">{entry.package}</a>') == 1


def test_no_extension_can_name_the_flask_releases_it_supports():
    kinds = [
        kind
        for package, _ in installed()
        for kind in importlib.metadata.metadata(package).get_all("Classifier") or []
    ]
    assert "Framework :: Flask" in kinds
    assert "Framework :: Django :: 6.0" in kinds
    assert not [kind for kind in kinds if kind.startswith("Framework :: Flask ::")]


def test_wagtail_keeps_an_extension_below_its_latest_release():
    needs = map(Requirement, importlib.metadata.requires("wagtail"))
    (limit,) = (need.specifier for need in needs if need.name == "django-treebeard")
    assert limit.contains(importlib.metadata.version("django-treebeard"))
    assert not limit.contains(RECORD.packages["django-treebeard"].latest)


def test_django_prometheus_refuses_the_current_django():
    (limit,) = RECORD.packages["django-prometheus"].requires.values()
    assert SpecifierSet(limit).contains("6.0")
    assert not SpecifierSet(limit).contains("6.1")


SETTINGS = """
import os
SECRET_KEY = "for this test"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", *os.environ["MORE"].split()]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "site.sqlite3"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = 1
SILENCED_SYSTEM_CHECKS = ["axes.W001", "axes.W002", "axes.W003"]  # no request comes in here
"""


def python(folder, more, *command):
    """What a command prints in a small site with some more apps."""
    (folder / "settings.py").write_text(SETTINGS, encoding="utf-8")
    env = os.environ | {
        "MORE": more,
        "DJANGO_SETTINGS_MODULE": "settings",
        "PYTHONPATH": str(folder),
    }
    words = [sys.executable, *command]
    done = subprocess.run(words, cwd=folder, env=env, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.strip()


def migrate(folder, more):
    """The tables of django-axes, once the migrations of a site have run."""
    python(folder, more, "-m", "django", "migrate", "--verbosity=0")
    with sqlite3.connect(folder / "site.sqlite3") as database:
        rows = database.execute("select name from sqlite_master where name like 'axes%'")
        return {name for (name,) in rows}


def test_the_tables_of_an_app_stay_when_it_is_taken_out(tmp_path):
    assert "axes_accessattempt" not in migrate(tmp_path, "")
    assert "axes_accessattempt" in migrate(tmp_path, "axes")
    assert "axes_accessattempt" in migrate(tmp_path, "")


LOG_IN = """
import django
django.setup()
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.test import RequestFactory
User.objects.create_user("ada", password="right")
request = RequestFactory().post("/")
for word in ("right", "wrong", "right"):
    print(authenticate(request, username="ada", password=word), end=" ")
"""


@pytest.mark.since(django="6.1")
def test_django_axes_works_on_a_django_that_it_does_not_name(tmp_path):
    major, minor, *_ = django.VERSION
    named = from_installed("django-axes")["classifiers"]
    assert named == RECORD.packages["django-axes"].classifiers
    assert max(named, key=Version) == "6.0"
    assert f"{major}.{minor}" not in named
    assert "axes_accessattempt" in migrate(tmp_path, "axes")
    assert python(tmp_path, "axes", "-c", LOG_IN) == "ada None None"


def test_a_release_is_read_from_any_of_the_three_build_files():
    modern = '[project]\nrequires-python = ">=3.10"\ndependencies = ["Flask>=3", "x"]'
    assert from_pyproject(modern) == (">=3.10", ["Flask>=3", "x"])
    poetry = '[tool.poetry.dependencies]\npython = "^3.9"\ndjango = "^4.2"'
    assert from_pyproject(poetry) == (">=3.9,<4", ["python >=3.9,<4", "django >=4.2,<5"])
    config = "[options]\npython_requires = >=3.8\ninstall_requires =\n  Django>=4"
    assert from_setup_cfg(config) == (">=3.8", ["", "Django>=4"])
    script = "setup(python_requires='>=3.7', install_requires=['flask>=2'], keywords=['django'])"
    assert from_setup_py(script) == (">=3.7", ["flask>=2"])


def test_a_requirement_that_always_holds_comes_before_that_of_an_extra():
    assert requires(["django<6; extra == 'old'", "Django>=5.2", "flask"]) == {
        "django": ">=5.2",
        "flask": "",
    }
    assert tidy("<4.0,>=3.10") == ">=3.10, <4.0"
