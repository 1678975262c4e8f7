"""The decision tree: its graph, its words, and the mistakes that its loader must refuse."""

import copy

import pytest

from reference import tree as trees
from reference.data import Mistake
from reference.models import Tree

SMALL = {
    "start": "one",
    "nodes": {
        "one": {
            "ask": "One?",
            "why": "Because.",
            "options": [
                {"id": "yes", "say": "Yes", "then": "end", "because": ["known"]},
                {"id": "unknown", "say": "I don't know yet", "then": "end"},
            ],
        }
    },
    "verdicts": {
        "end": {
            "title": "Take Flask",
            "framework": "flask",
            "strength": "lean",
            "summary": "It fits.",
            "because": ["known"],
            "costs": ["Some."],
            "confirm": "Try it.",
            "start": [{"run": "true", "does": "Nothing."}],
        }
    },
}


def check(change):
    """Apply a change to the small tree and check it as the build does."""
    data = copy.deepcopy(SMALL)
    change(data)
    trees.check(Tree.model_validate(data), "tree.yml", {"known"})


def add_node(data, key, then):
    """Add a question whose every answer leads to `then`."""
    data["nodes"][key] = copy.deepcopy(SMALL["nodes"]["one"])
    for option in data["nodes"][key]["options"]:
        option["then"] = then


def chain(data, length):
    """Make a path of `length` questions."""
    for i in range(length - 1):
        add_node(data, f"more-{i}", f"more-{i + 1}" if i < length - 2 else "end")
    data["nodes"]["one"]["options"][0]["then"] = "more-0"


def first_option(data):
    return data["nodes"]["one"]["options"][0]


MISTAKES = {
    "no node is called nowhere": lambda d: d.update(start="nowhere"),
    "no node or verdict is called nowhere": lambda d: first_option(d).update(then="nowhere"),
    "has the option unknown twice": lambda d: first_option(d).update(id="unknown"),
    "cannot be answered": lambda d: d["nodes"]["one"]["options"][1].update(id="no"),
    "no claim has the id dead": lambda d: first_option(d).update(because=["dead"]),
    "is asked again": lambda d: first_option(d).update(then="one"),
    "no answer leads to it": lambda d: add_node(d, "orphan", "end"),
    "is question 8": lambda d: chain(d, 8),
    "is also the name of a node": lambda d: d["verdicts"].update(one=d["verdicts"]["end"]),
}


@pytest.mark.parametrize("cause", MISTAKES)
def test_a_mistake_is_refused_with_file_place_cause_and_mend(cause):
    with pytest.raises(Mistake, match=cause) as caught:
        check(MISTAKES[cause])
    message = str(caught.value)
    assert message.startswith("tree.yml: ") and " Mend: " in message and "\n" not in message


def test_the_small_tree_without_a_mistake_is_accepted():
    check(lambda data: None)
    check(lambda data: chain(data, 7))


def test_every_path_ends_in_a_verdict_within_seven_questions(library):
    lengths = []
    for steps, verdict in trees.paths(library.tree):
        assert verdict in library.tree.verdicts
        lengths.append(len(steps))
    assert max(lengths) <= 7
    assert sum(length < 5 for length in lengths) > len(lengths) / 2


def test_every_answer_that_takes_a_side_has_a_reason(library):
    for key, node in library.tree.nodes.items():
        for option in node.options:
            assert option.because or option.id == trees.UNSURE, f"{key}.{option.id}"


def test_the_verdicts_an_answer_can_lead_to_are_those_of_the_paths_through_it(library):
    tree = library.tree
    ends = {}
    for steps, verdict in trees.paths(tree):
        for step in steps:
            ends.setdefault(step, set()).add(verdict)
    for key, node in tree.nodes.items():
        for option in node.options:
            assert set(trees.leads_to(tree, option.then)) == ends[key, option.id]


def test_all_four_verdicts_and_both_strengths_occur(library):
    verdicts = library.tree.verdicts.values()
    assert {v.framework for v in verdicts} == {"flask", "django", "either", "neither"}
    assert {v.strength for v in verdicts} == {"strong", "lean"}


def test_the_questions_name_no_framework_unless_they_ask_what_the_team_knows(library):
    for node in library.tree.nodes.values():
        assert "Flask" not in node.ask and "Django" not in node.ask


def test_the_shortest_path_to_a_place_leads_there(library):
    tree = library.tree
    for key in [*tree.nodes, *tree.verdicts]:
        text = trees.shortest(tree, key)
        answers = dict(pair.split("=") for pair in text.split("&")) if text else {}
        assert trees.walk(tree, answers)[1] == key
