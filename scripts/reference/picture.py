"""Draw the whole tree as SVG: questions in columns by depth, verdicts in the last column."""

import textwrap
from collections import defaultdict

from markupsafe import Markup, escape

WIDTH, BOX, GAP, LINE, TOP = 1180, 152, 12, 13, 16
LETTERS = 22


def lines(text):
    """The text of a box, wrapped to its width."""
    return textwrap.wrap(text, LETTERS)


def columns(tree):
    """Column of each node and verdict: the longest way to it; all verdicts stand last."""
    column = defaultdict(int)

    def visit(key, at):
        column[key] = max(column[key], at)
        if key in tree.nodes:
            for option in tree.nodes[key].options:
                visit(option.then, at + 1)

    visit(tree.start, 0)
    last = max(column[key] for key in tree.nodes) + 1
    return {key: last if key in tree.verdicts else at for key, at in column.items()}


def label(tree, key):
    """What stands in a box."""
    return lines(tree.nodes[key].ask if key in tree.nodes else tree.verdicts[key].title)


def layout(tree):
    """Place every box: {key: (x, y, height)} and the height of the picture."""
    column = columns(tree)
    stacks = defaultdict(list)
    for key in column:
        stacks[column[key]].append(key)
    heights = {key: LINE * len(label(tree, key)) + 14 for key in column}
    total = {at: sum(heights[k] + GAP for k in keys) - GAP for at, keys in stacks.items()}
    tallest = max(total.values())
    step = (WIDTH - BOX) / max(stacks)
    places = {}
    for at, keys in stacks.items():
        gap = GAP if len(keys) < 2 else min(60, (tallest - total[at]) / (len(keys) - 1) + GAP)
        y = TOP + (tallest - total[at] - (gap - GAP) * (len(keys) - 1)) / 2
        for key in keys:
            places[key] = (round(step * at), round(y), heights[key])
            y += heights[key] + gap
    return places, tallest + 2 * TOP


def edges(tree, places):
    """One curve for each pair of boxes that an answer joins."""
    for key, node in tree.nodes.items():
        x, y, height = places[key]
        for target in dict.fromkeys(option.then for option in node.options):
            tx, ty, theight = places[target]
            sx, sy, ey = x + BOX, y + height / 2, ty + theight / 2
            mid = (sx + tx) / 2
            yield f'<path d="M{sx} {sy:g}C{mid:g} {sy:g} {mid:g} {ey:g} {tx} {ey:g}"/>'


def box(tree, key, place):
    """One question or verdict with its text."""
    x, y, height = place
    kind = "question" if key in tree.nodes else tree.verdicts[key].framework
    shape = 4 if kind in ("question", "django") else height // 2 if kind == "flask" else 10
    text = "".join(
        f'<tspan x="{x + 10}" dy="{LINE}">{escape(line)}</tspan>' for line in label(tree, key)
    )
    return (
        f'<g class="picture__{kind}"><rect x="{x}" y="{y}" width="{BOX}" height="{height}" '
        f'rx="{shape}"/><text x="{x + 10}" y="{y + 4}">{text}</text></g>'
    )


def draw(tree):
    """The whole picture; the list beside it says the same in words."""
    places, height = layout(tree)
    return Markup(
        f'<svg class="picture" viewBox="-2 0 {WIDTH + 4} {height}" '
        f'width="{WIDTH}" height="{height}" '
        f'role="img" aria-label="The whole decision tree. The list below says the same in words.">'
        f'<g class="picture__edges">{"".join(edges(tree, places))}</g>'
        f"{''.join(box(tree, key, place) for key, place in places.items())}</svg>"
    )
