"""The bias audit of the tree: its sums hold, and it sees a slope where there is one."""

import json
from collections import Counter
from fractions import Fraction

import pytest

from harness import ROOT
from reference import audit
from reference import tree as trees
from reference.backtest import load_projects
from reference.models import Tree

VERDICT = {
    "title": "Take it",
    "strength": "lean",
    "summary": "It fits.",
    "because": ["known"],
    "costs": ["Some."],
    "confirm": "Try it.",
    "start": [{"run": "true", "does": "Nothing."}],
}
SLOPE = Tree.model_validate(
    {
        "start": "work",
        "nodes": {
            "work": {
                "ask": "What?",
                "why": "Because.",
                "options": [
                    {"id": "own-records", "say": "Ours", "then": "d", "because": ["known"]},
                    {"id": "other-data", "say": "Theirs", "then": "f", "because": ["known"]},
                    {"id": "unknown", "say": "I don't know yet", "then": "f"},
                ],
            }
        },
        "verdicts": {
            "d": VERDICT | {"framework": "django"},
            "f": VERDICT | {"framework": "flask"},
        },
    }
)


def project(**facts):
    return {"profile": {key: {"value": value} for key, value in facts.items()}}


@pytest.fixture(scope="module")
def result():
    """The committed result."""
    return json.loads((ROOT / "docs/decide/backtest.json").read_text())


def test_the_chances_of_a_reader_sum_to_one(library):
    for weigh in (lambda node: [1] * len(node.options), audit.heavier(0), audit.heavier(-1)):
        assert sum(audit.chances(library.tree_alone, weigh).values()) == 1


def test_a_preferred_answer_counts_twice_and_unsure_is_never_the_preferred_one():
    assert audit.chances(SLOPE) == Counter(flask=Fraction(2, 3), django=Fraction(1, 3))
    assert audit.chances(SLOPE, audit.heavier(0))["django"] == Fraction(1, 2)
    assert audit.chances(SLOPE, audit.heavier(-1))["django"] == Fraction(1, 4)


def test_a_question_turns_a_project_only_if_the_framework_changes():
    own, others = project(relational_data=True), project(non_relational_or_no_db=True)
    assert audit.turns(SLOPE, [own, others]) == {"work": 1}


def test_every_path_is_counted_once(library, result):
    paths = list(trees.paths(library.tree_alone))
    assert result["audit"]["paths"] == len(paths)
    assert 98 <= sum(result["audit"]["by_path"].values()) <= 102


def test_no_question_turns_more_projects_than_the_sample_has(library, result):
    projects = load_projects(ROOT / "docs/decide/projects.yml", ROOT)
    turned = result["audit"]["turned_by_question"]
    assert set(turned) <= set(library.tree_alone.nodes)
    assert max(turned.values()) <= len(projects) == result["audit"]["sample"]
