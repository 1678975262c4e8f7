"""What the pages on versions and support say, and how scripts/releases.py counts."""

import ast
import importlib.metadata
import json
import re

import box
import flask
import pytest
import releases
from packaging.specifiers import SpecifierSet
from packaging.version import Version

from harness import ROOT
from reference.library import Library

COUNTED = json.loads(releases.RESULT.read_text(encoding="utf-8"))


def oldest(package):
    """The oldest Python that an installed package takes."""
    (need,) = SpecifierSet(importlib.metadata.metadata(package)["Requires-Python"])
    assert need.operator == ">="
    return Version(need.version)


@pytest.mark.parametrize("name", ["flask", "django"])
def test_the_table_names_the_installed_version_and_its_oldest_python(name):
    project = getattr(Library(ROOT).versions, name)
    installed = importlib.metadata.version(name)
    line = next(r for r in project.releases if installed.startswith(r.line.split()[0] + "."))
    assert installed == line.latest
    assert oldest(name) == Version(re.match(r"\d+\.\d+", line.python)[0])


def deprecations(package):
    """The categories of the warnings in a package's files."""
    for path in box.folder(package).rglob("*.py"):
        for call in box.inside(path, ast.Call):
            words = [*call.args[1:], *(k.value for k in call.keywords if k.arg == "category")]
            yield from (w.id for w in words if getattr(w, "id", "").endswith("Warning"))


def test_flask_warns_of_one_thing_only():
    assert [*deprecations("flask")] == ["DeprecationWarning"]
    with pytest.warns(DeprecationWarning, match=r"__version__.*removed in Flask 3\.2"):
        assert flask.__version__ == importlib.metadata.version("flask")


@pytest.mark.since(django="6.1")
def test_no_warning_of_django_names_its_next_release():
    found = {name for name in deprecations("django") if name.startswith("Removed")}
    assert found == {"RemovedInDjango2028Warning"}


def test_quart_stands_on_flask_and_needs_a_newer_python():
    assert any(re.match(r"flask\b", need, re.I) for need in importlib.metadata.requires("quart"))
    assert oldest("quart") > oldest("flask")


@pytest.mark.parametrize("name", ["flask", "django"])
def test_each_supported_line_is_counted(name):
    lines = {r.line.split()[0] for r in getattr(Library(ROOT).versions, name).releases}
    assert lines <= {row["release"] for row in COUNTED[name]}


NOTES = """
Backwards incompatible changes in 9.1
=====================================

Database backend API
--------------------

* For the authors of back ends.

Models
------

* One thing.

  * A detail of it.

* Another.

Dropped support for a database
------------------------------

It was old.

Features deprecated in 9.1
==========================

* A third.
"""


def test_an_entry_is_a_bullet_or_a_section_without_any():
    breaks = releases.section(NOTES, "Backwards incompatible changes in 9.1", "=")
    assert releases.entries(breaks) == 3
    deprecated = releases.section(NOTES, "Features deprecated in 9.1", "=")
    assert releases.entries(deprecated) == 1
    assert releases.entries(releases.section(NOTES, "Features removed in 9.1", "=")) == 0


LOG = """Version 2.2.0
-------------

Released 2030-01-01

-   Remove previously deprecated code.

    -   One.
    -   Two.

-   ``x`` is deprecated. Use ``y``.
-   A new thing.
    It does not remove anything.


Version 2.1.9
-------------

-   ``z`` is deprecated.
"""


def test_a_removal_stands_below_its_heading_in_a_change_log(tmp_path, monkeypatch):
    monkeypatch.setattr(releases, "PALLETS", ["2.2.0"])
    log = tmp_path / "CHANGES.rst"
    log.write_text(LOG)
    row = {"release": "2.2", "date": "2030-01-01", "deprecates": 1, "removes": 2}
    assert [*releases.pallets(log)] == [row]


@pytest.mark.parametrize(
    ("old", "new", "removes"),
    [
        ("\n\n    -   One.\n    -   Two.", " :pr:`5`", None),
        (".\n\n    -   One.\n    -   Two.", ": ``a`` and ``b``. :pr:`5`", 2),
        ("-   Remove previously deprecated code.", "-   Mend a thing.", 0),
    ],
)
def test_a_removal_that_names_nothing_is_not_counted(tmp_path, monkeypatch, old, new, removes):
    monkeypatch.setattr(releases, "PALLETS", ["2.2.0"])
    log = tmp_path / "CHANGES.rst"
    assert old in LOG
    log.write_text(LOG.replace(old, new))
    (row,) = releases.pallets(log)
    assert row["removes"] == removes


def test_the_largest_release_is_the_one_that_the_page_names():
    assert max(COUNTED["django"], key=lambda row: row["breaks"])["release"] == "6.1"
    assert max(COUNTED["django"], key=lambda row: row["deprecates"])["release"] == "6.1"
