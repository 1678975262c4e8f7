"""docs/_data/box.json says what the installed Flask and Django ship."""

import json

import pytest
from box import BOX, box

COMMITTED = json.loads(BOX.read_text(encoding="utf-8"))


def looked_at(name):
    """The framework; with an older version than the one looked at, the test must fail."""
    return pytest.param(name, marks=pytest.mark.since(**{name: COMMITTED[name]["version"]}))


@pytest.mark.parametrize("framework", [looked_at("flask"), looked_at("django")])
def test_the_committed_box_is_what_the_installed_package_ships(framework):
    assert box("any day")[framework] == COMMITTED[framework], "run `python scripts/box.py`"


@pytest.mark.parametrize("framework", ["flask", "django"])
def test_no_group_of_the_box_is_empty(framework):
    assert all(group["items"] for group in COMMITTED[framework]["groups"])
