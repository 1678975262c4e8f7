"""What the pages of the two big guides show of their steps, against the steps themselves."""

import functools
import json
import re

import pytest
import steps

GUIDES = ("flask-to-django", "django-to-flask")
STEPS = [(guide, step) for guide in GUIDES for step in range(1, steps.last(guide) + 1)]
around = functools.cache(steps.around)
NAMED = re.compile(
    r"^(?:\+\+\+ b/(.+)|--- a/(.+)|removed (.+)|moved (.+) to (.+)"
    r"|new (.+) \(empty\)|changed (.+) \(binary\))$",
    re.M,
)


@pytest.mark.parametrize(("guide", "step"), STEPS)
def test_a_diff_names_every_file_that_differs_and_no_other(guide, step):
    old, new = around(guide, step)
    differing = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    found = NAMED.finditer((steps.GUIDES / guide / f"step_{step}.diff").read_text())
    assert {path for one in found for path in one.groups() if path} == differing


@pytest.mark.parametrize(("guide", "step"), STEPS)
def test_the_published_diff_is_that_of_the_step_folders(guide, step):
    shown = steps.GUIDES / guide / f"step_{step}.diff"
    assert shown.read_text() == steps.compare(*around(guide, step))


@pytest.mark.parametrize("guide", GUIDES)
def test_the_sizes_of_the_plan_are_those_of_the_published_diffs(guide):
    home = steps.GUIDES / guide
    for row in json.loads((home / "steps.json").read_text()):
        lines = (home / f"step_{row['step']}.diff").read_text().splitlines()
        heads = [line for line in lines if line.startswith("+++ ")]
        assert row["added"] == len([line for line in lines if line[:1] == "+"]) - len(heads)


def test_an_empty_file_that_is_new_beside_others_like_it_is_named():
    old = {"a/__init__.py": b"", "b.py": b"text"}
    new = {"a/__init__.py": b"", "c.py": b"text", "d/__init__.py": b"", "e.py": b"text"}
    assert steps.moves(old, new) == {"b.py": "c.py"}
