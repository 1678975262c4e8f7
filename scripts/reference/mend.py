"""Mend in the built HTML what the theme's markup lacks; each mend names the rule it satisfies."""

import re
from itertools import count, cycle

from markupsafe import Markup, escape

NESTED_NAV = re.compile(r'<nav class="md-nav" (data-md-level="[1-9]") [^>]*>')
PALETTE = re.compile(r'<link rel="stylesheet" href="[^"]*/stylesheets/palette[^"]*">')
CODE = re.compile(
    r'<div class="highlight">((?:<span class="filename">[^<]*</span>)?)'
    r"<pre>(?=<span></span><code>|<code>)"
)
TABLE = re.compile(r'<table(?: class="(figures)[^"]*")?>.*?</table>', re.S)
HEAD_CELL = re.compile(r"<th[^>]*>(.*?)</th>", re.S)
CELL = re.compile(r'<(td|th scope="row")>')
WIDE = {None: 3, "figures": 5}  # columns that no phone has room for: of words, of figures


def page(html):
    """A whole page: the search dialog gets a name, nested navigation is no landmark of its own.

    The theme's palettes are not loaded: site.css has ours.
    """
    html = PALETTE.sub("", html, count=1)
    html = html.replace('role="dialog"', 'role="dialog" aria-label="Search"', 1)
    return NESTED_NAV.sub(r'<nav class="md-nav" role="none" \1>', html)


def copy_buttons(html):
    """A copy button on each code block; the theme's own adds a nameless landmark for each."""
    number = count(1)

    def add(block):
        key = f"code-{next(number)}"
        return (
            f'<div class="highlight">{block[1]}<button type="button" '
            f'class="copy" data-clipboard-target="#{key}">Copy</button><pre id="{key}">'
        )

    return CODE.sub(add, html)


def wide_tables(html):
    """Each cell of a wide table names its column: on a phone each row is a card of its own."""

    def name(table):
        head, mark, body = table[0].partition("<tbody>")
        columns = [Markup(cell).striptags() for cell in HEAD_CELL.findall(head)]
        if len(columns) < WIDE[table[1]]:
            return table[0]
        column = cycle(columns)
        body = CELL.sub(lambda cell: f'<{cell[1]} data-label="{escape(next(column))}">', body)
        return f"{head.replace('<table', '<table data-wide', 1)}{mark}{body}"

    return TABLE.sub(name, html)
