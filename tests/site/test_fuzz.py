"""Whatever stands in a file, the loaders answer with data or with one line that mends it."""

import copy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harness import ROOT
from reference import tree as trees
from reference.data import Mistake, front_matter, load, parse, validate
from reference.models import Claim, Example, Matter, Myth, Topic, Tree, Versions

MANY = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
SIGNS = "-:{}[]&*!|>'\"%@`#,?\n\t\\ \x00\ufeffé"
WORDS = (
    "---\n",
    "<<: *a",
    "&a ",
    "!!python/object:os.system ",
    "title: x\n",
    "claims:\n  - id: a\n",
)
VALUES_OF_YAML = ("0x", "2026-13-45", "1e999", "~", "no", "? ")
SCRAPS = st.sampled_from([*SIGNS, *WORDS, *VALUES_OF_YAML])
TEXTS = st.lists(SCRAPS | st.text(max_size=8), max_size=14).map("".join)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
TREE = load(ROOT / "docs/decide/tree.yml", ROOT)
MYTH = load(ROOT / "docs/myths/records/flask-no-async.yml", ROOT)
TOPIC = front_matter(ROOT / "docs/compare/routing/index.md", ROOT)
EXAMPLE = front_matter(ROOT / "docs/examples/records-staff-edit/index.md", ROOT)
VERSIONS = load(ROOT / "docs/_data/versions.yml", ROOT)


def answered(work):
    """Run `work`: what it returns, or the one line that it stops with."""
    try:
        return work()
    except Mistake as mistake:
        line = str(mistake)
        assert "\n" not in line and ". Mend: " in line and line.count(": ") >= 3, line
        return line


def places(value, path=()):
    """The path of every value inside a record."""
    yield path
    if not isinstance(value, dict | list):
        return
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield from places(inner, (*path, key))


@st.composite
def spoiled(draw, record):
    """A record in which one value was removed, replaced or doubled."""
    value = copy.deepcopy(record)
    path = draw(st.sampled_from([path for path in places(record) if path]))
    parent = value
    for key in path[:-1]:
        parent = parent[key]
    how = draw(st.sampled_from(["remove", "replace", "double", "misspell"]))
    if how == "remove":
        del parent[path[-1]]
    elif how == "replace":
        parent[path[-1]] = draw(VALUES)
    elif how == "double" and isinstance(parent, list):
        parent.append(parent[path[-1]])
    elif isinstance(parent, dict):
        parent[f"{path[-1]}x"] = parent.pop(path[-1])
    return value


@MANY
@given(TEXTS)
def test_any_text_is_yaml_or_a_mistake(text):
    answered(lambda: parse(text, "some.yml"))


@MANY
@given(TEXTS)
def test_any_page_has_front_matter_or_a_mistake(tmp_path_factory, text):
    page = tmp_path_factory.mktemp("page") / "page.md"
    page.write_text(f"---\n{text}\n---\nWords.\n", encoding="utf-8")
    meta = answered(lambda: front_matter(page, page.parent))
    assert isinstance(meta, dict | str)


@pytest.mark.parametrize("model", [Claim, Example, Matter, Myth, Topic, Tree, Versions])
def test_any_value_is_a_record_or_a_mistake(model):
    @MANY
    @given(VALUES)
    def hold(value):
        answered(lambda: validate(model, value, "some.yml"))

    hold()


@pytest.mark.parametrize(
    ("model", "record"), [(Topic, TOPIC), (Example, EXAMPLE), (Myth, MYTH), (Versions, VERSIONS)]
)
def test_a_spoiled_record_is_refused_or_keeps_all_that_was_written(model, record):
    @MANY
    @given(spoiled(record))
    def hold(value):
        made = answered(lambda: validate(model, value, "some.yml"))
        if not isinstance(made, str):
            assert set(value) <= set(type(made).model_fields)

    hold()


@MANY
@given(spoiled(TREE))
def test_a_spoiled_tree_is_refused_or_can_be_walked_to_the_end(value):
    def work():
        tree = validate(Tree, value, "tree.yml", "tree")
        trees.check(tree, "tree.yml", None)
        return tree

    tree = answered(work)
    if not isinstance(tree, str):
        assert all(end in tree.verdicts for _, end in trees.paths(tree))
