"""Charts as SVG, drawn by pygal and coloured by the site's style sheet, so they follow the theme.

Flask's bars are open and Django's are full, as their marks are, and each value stands beside its
bar: a chart can be read without colour. The block that shows one has the same figures as a table.
"""

import pygal
from markupsafe import Markup
from pygal.etree import etree

SIDES = ("flask", "django")
WIDTH = 420  # narrow, so that words stay legible on a phone
OURS = {"css": (), "js": (), "width": WIDTH, "truncate_label": -1}
OURS |= {"margin": 4, "spacing": 8, "show_legend": False}
NOT_OURS = {"defs", "title", "desc", "comment", "background", "plot tooltip-overlay"}


def bars(says, rows, unit="", digits=0):
    """Horizontal bars, a pair for each row: {label: {"flask": value, "django": value}}."""
    most = max(row[side] or 0 for row in rows.values() for side in SIDES)
    chart = pygal.HorizontalBar(
        **OURS,
        height=40 * len(rows) + 20,
        print_values=True,
        print_values_position="top",
        formatter=lambda value: f"{value:,.{digits}f}{unit}",
        show_x_labels=False,
        range=(0, most * 1.25),  # room for the value
    )
    chart.x_labels = list(reversed(rows))
    for side in SIDES:
        chart.add(side, [row[side] for row in reversed(rows.values())])
    return drawn(chart, says, "bars")


def ranges(says, ratios):
    """Ratios with their intervals, beside a line at 1 where both cost the same: {label: ratio}."""
    chart = pygal.XY(**OURS, height=28 * len(ratios) + 40, show_y_guides=False, dots_size=4)
    ends = [end for ratio in ratios.values() for end in (ratio["low"], ratio["high"], 1)]
    chart.xrange = (min(ends) - 0.05, max(ends) + 0.05)
    chart.range = (0.4, len(ratios) + 0.6)
    rows = list(enumerate(reversed(ratios.items()), 1))
    chart.y_labels = [{"label": name, "value": at} for at, (name, _) in rows]
    chart.add("equal", [(1, 0.4), (1, len(ratios) + 0.6)], show_dots=False)
    for at, (name, ratio) in rows:
        chart.add(name, [(ratio["low"], at), (ratio["high"], at)], show_dots=False)
    chart.add("ratio", [(ratio["value"], at) for at, (_, ratio) in rows], stroke=False)
    return drawn(chart, says, "ranges")


def curves(says, lines):
    """Lines over the same x, each with its name on it: {label: [(x, y)]}."""
    chart = pygal.XY(**OURS, height=300, print_labels=True, dots_size=2)
    for name, points in lines.items():
        _, named, *others = [{"value": point} for point in points]
        chart.add(name, [{"value": points[0]}, named | {"label": name}, *others])
    return drawn(chart, says, "curves")


def drawn(chart, says, kind):
    """The SVG of a chart without pygal's style, script and tooltips; what it says is its name."""
    tree = chart.render_tree()
    for parent in list(tree.iter()):
        for child in list(parent):
            if named(child) in NOT_OURS:
                parent.remove(child)
        parent.attrib.pop("id", None)  # the same in every chart
    tree.attrib.update({"class": f"chart chart--{kind}", "role": "img", "aria-label": says})
    return Markup(etree.tostring(tree, encoding="unicode"))


def named(element):
    """The tag of an element without its namespace, or the class of one that has no other use."""
    if not isinstance(element.tag, str):
        return "comment"
    kind = element.get("class")
    return kind if kind in NOT_OURS - {"title"} else element.tag.rpartition("}")[2]
