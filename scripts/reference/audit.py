"""The bias audit of the tree: what it favours before anybody has said anything."""

from collections import Counter
from fractions import Fraction

from reference import tree as trees
from reference.backtest import answers, facts

SIDES = ("flask", "django", "either", "neither")


def says(tree, verdict):
    """The framework that a verdict names."""
    return tree.verdicts[verdict].framework


def chances(tree, weigh=lambda node: [1] * len(node.options), key=None):
    """How likely each verdict is, in parts of one, for a reader whose answers are drawn.

    `weigh` gives a weight to each option of a question; equal weights know nothing of the reader.
    """
    key = key or tree.start
    if key in tree.verdicts:
        return Counter({says(tree, key): Fraction(1)})
    node, total = tree.nodes[key], Counter()
    weights = weigh(node)
    for option, weight in zip(node.options, weights, strict=True):
        for side, chance in chances(tree, weigh, option.then).items():
            total[side] += chance * Fraction(weight, sum(weights))
    return total


def heavier(place):
    """Weights of a reader who takes the known answer at `place` twice as often as another."""

    def weigh(node):
        weights = [1] * len(node.options)
        known = [i for i, option in enumerate(node.options) if option.id != trees.UNSURE]
        weights[known[place]] = 2
        return weights

    return weigh


def turns(tree, projects):
    """How many projects get another framework when one question is answered "I don't know yet"."""
    count = Counter()
    for project in projects:
        given = answers(facts(project))
        steps, end = trees.walk(tree, given)
        for node, option in steps:
            if option == trees.UNSURE:
                continue
            _, other = trees.walk(tree, given | {node: trees.UNSURE})
            count[node] += says(tree, other) != says(tree, end)
    return {node: count[node] for node in tree.nodes if count[node]}


def percent(counts):
    """Shares of the four sides in whole percent."""
    total = sum(counts.values())
    return {side: round(100 * counts.get(side, 0) / total) for side in SIDES}


def audit(tree, projects, rows):
    """All figures of the audit; shares are in whole percent."""
    ends = [verdict for _, verdict in trees.paths(tree)]
    first, last = chances(tree, heavier(0)), chances(tree, heavier(-1))
    turned = turns(tree, projects)
    most = max(turned, key=turned.get)
    return {
        "paths": len(ends),
        "longest": trees.depth(tree, tree.start),
        "by_path": percent(Counter(says(tree, end) for end in ends)),
        "by_chance": percent(chances(tree)),
        "by_sample": percent(Counter(row["says"] for row in rows)),
        "first_option_doubled": percent(first),
        "last_option_doubled": percent(last),
        "order_moves": max(round(100 * abs(first[side] - last[side])) for side in SIDES),
        "turned_by_question": turned,
        "most_turned": {"ask": tree.nodes[most].ask, "projects": turned[most]},
        "sample": len(projects),
    }
