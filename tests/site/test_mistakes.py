"""Mistakes in the data stop the build with one line: the file, the place, the cause, the mend."""

import shutil

import pytest

from builds import ROOT, build
from reference.data import Mistake
from reference.library import Library

ROUTING = "docs/compare/routing/index.md"
EXAMPLE = "docs/examples/records-staff-edit/index.md"
TREE = "docs/decide/tree.yml"

# What is changed where, and the start of the line that must come of it.
CASES = [
    (ROUTING, "leans: neither", "leans: nobody", f"{ROUTING}: front matter leans"),
    (ROUTING, "leans: neither", "leens: neither", f"{ROUTING}: front matter l"),
    (ROUTING, "leans: neither", "leans: neither\nleans: flask", f"{ROUTING}: line"),
    (ROUTING, "group: Requests and pages", "group: Elsewhere", f"{ROUTING}: group"),
    (ROUTING, "](claim:routing-405-allow)", "](claim:nobody)", f"{ROUTING}: claim:nobody"),
    (
        ROUTING,
        "[raises an error instead](claim:routing-django-slash-debug)",
        "raises an error instead",
        f"{ROUTING}: claims.routing-django-slash-debug: nothing cites it",
    ),
    (
        ROUTING,
        "::test_wrong_method_is_405_and_names_the_allowed_ones",
        "::test_nothing",
        f"{ROUTING}: claims.routing-405-allow",
    ),
    (
        ROUTING,
        "test: tests/contracts/test_routing.py::test_wrong",
        "test: tests/contracts/test_gone.py::test_wrong",
        f"{ROUTING}: claims.routing-405-allow",
    ),
    (ROUTING, "- id: routing-405-allow", "- id: routing-flask-options", f"{ROUTING}: claims."),
    (EXAMPLE, "verdict: django-records", "verdict: either", f"{EXAMPLE}: verdict"),
    (EXAMPLE, "node: owner", "node: ownr", f"{EXAMPLE}: answers"),
    (TREE, "then: owner", "then: ownr", f"{TREE}: nodes.work.options.own-records.then"),
    (TREE, "because: [static-needs-no-server]", "because: [gone]", f"{TREE}: nodes.work"),
    ("docs/_data/versions.yml", "pinned:", "pined:", "docs/_data/versions.yml: versions"),
    (
        "docs/glossary/terms.yml",
        "topic: routing",
        "topic: rooting",
        "docs/glossary/terms.yml: rows",
    ),
    (
        "docs/_data/measurements/code.json",
        '"kernel"',
        '"kernels"',
        "docs/_data/measurements/code.json: measurement about.kern",
    ),
    ("docs/_data/extensions.json", "{", "{{", "docs/_data/extensions.json: JSON"),
    (
        "docs/decide/method.md",
        "{agreement[agrees]}",
        "{agreement[agree]}",
        "docs/decide/method.md: claims.sample-agreement.says",
    ),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of everything that a build reads."""
    target = tmp_path_factory.mktemp("copy")
    for folder in ("docs", "overrides", "scripts", "tests"):
        shutil.copytree(
            ROOT / folder,
            target / folder,
            ignore=shutil.ignore_patterns("__pycache__", "*.sqlite3"),
        )
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


@pytest.fixture
def change(copy):
    """Replace text in a file of the copy, and put it back afterwards."""
    before = {}

    def replace(file, old, new):
        path = copy / file
        before[path] = path.read_text()
        assert old in before[path], f"{old} is no longer in {file}: mend this test"
        path.write_text(before[path].replace(old, new, 1))

    yield replace
    for path, text in before.items():
        path.write_text(text)


@pytest.mark.parametrize(("file", "old", "new", "line"), CASES)
def test_bad_data_is_refused_in_one_line_that_names_the_place(copy, change, file, old, new, line):
    change(file, old, new)
    with pytest.raises(Mistake) as caught:
        Library(copy).check()
    message = str(caught.value)
    assert message.startswith(line), message
    assert "Mend: " in message and "\n" not in message


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (TREE, "then: owner", "then: ownr", f"{TREE}: nodes.work.options.own-records.then"),
        ("docs/claims.md", "<!-- ledger -->", "<!-- leger -->", "docs/claims.md: <!-- leger -->"),
        (ROUTING, '"flask_app.py:route"', '"flask_app.py:rote"', "rote"),
        (ROUTING, "](https://flask", "](gone.md), [x](https://flask", "gone.md"),
    ],
)
def test_the_build_stops_and_prints_the_line(copy, change, tmp_path, file, old, new, line):
    change(file, old, new)
    done = build(tmp_path, root=copy)
    assert done.returncode != 0
    assert line in done.stdout + done.stderr


def test_the_unchanged_copy_is_accepted(copy):
    Library(copy).check()
