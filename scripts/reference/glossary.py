"""The glossary: what one says in Flask and in Django for the same need, and the site's words."""

import re
from collections import Counter
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from reference.data import Mistake, Record, load, validate
from reference.models import LINK, Framework, Slug, Text

LISTED = "docs/glossary/terms.yml"
PAGE = "glossary/index.md"
SLOT = "<!-- terms -->"
MOST_NEED = 60
ABBR = re.compile(r'<abbr title="[^"]*">([^<]*)</abbr>')
HEADING_OR_LINK = re.compile(r"<(h[1-6]|a|title)\b.*?</\1>", re.S)
CODE = re.compile(r"^( *)(```+|~~~+).*?^\1\2$|`[^`\n]+`", re.S | re.M)
Name = Annotated[str, StringConstraints(pattern=r"^([a-z]+:)?[\w.-]+$")]
Number = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+$")]


class Side(Record):
    """What one framework calls it; `names` are what a test looks for in the packages."""

    term: Text
    says: Text | None = None
    since: Number | None = None
    names: list[Name] = []


class Row(Record):
    """One need and its word on either side; with `only` the other side has the usual answer."""

    id: Slug
    need: Annotated[str, StringConstraints(min_length=1, max_length=MOST_NEED)]
    topic: Slug
    only: Framework | None = None
    flask: Side
    django: Side

    @model_validator(mode="after")
    def says_who_has_none(self):
        """A side that has none says so in the same words everywhere."""
        for key, other in ("flask", "django"), ("django", "flask"):
            none = getattr(self, key).term == f"None in {key.title()}"
            if none != (self.only == other):
                raise ValueError(f"`only: {other}` and `None in {key.title()}` come together")
        return self


class Term(Record):
    """One word of the site, explained in one sentence."""

    id: Slug
    term: Text
    says: Text
    topic: Slug
    tooltip: bool = False

    @model_validator(mode="after")
    def fits_into_a_tooltip(self):
        """A tooltip is one line of plain text, and its word is found as it stands."""
        if self.tooltip and re.search(r"[`\[\]*_\n]", self.term + self.says):
            raise ValueError("a tooltip shows plain text, without code, links or emphasis")
        return self


class Glossary(Record):
    """All of `docs/glossary/terms.yml`."""

    rows: Annotated[list[Row], Field(min_length=1)]
    terms: Annotated[list[Term], Field(min_length=1)]


def glossary(library):
    """The checked glossary: ids are unique, and every topic is one of the comparison."""
    found = validate(Glossary, load(library.root / LISTED, library.root), LISTED, "the glossary")
    for kind, entries in ("rows", found.rows), ("terms", found.terms):
        for entry, count in Counter(entry.id for entry in entries).items():
            if count > 1:
                raise Mistake(LISTED, f"{kind} {entry}", "the id is used twice", "rename one")
        for entry in entries:
            if entry.topic not in library.topics:
                place = f"{kind} {entry.id}.topic"
                raise Mistake(LISTED, place, f"no topic {entry.topic}", "correct the slug")
    return found


def concepts(library):
    """The rows by group of topics, both in the order of the comparison."""
    place = {slug: number for number, slug in enumerate(library.topics)}
    rows = sorted(library.glossary.rows, key=lambda row: place[row.topic])
    groups = {group: [] for group in library.groups}
    for row in rows:
        groups[library.topics[row.topic].group].append(row)
    return {group: rows for group, rows in groups.items() if rows}


def terms(library):
    """The terms by the alphabet."""
    return sorted(library.glossary.terms, key=lambda term: term.term.strip("`").lower())


def abbreviations(library, markdown):
    """Lines for the Markdown extension `abbr`: the terms with a tooltip that a page's prose uses.

    The page that explains the terms gets none.
    """
    if SLOT in markdown:
        return ""
    prose = LINK.sub(r"\1", CODE.sub("", markdown))
    explained = {term.term: term.says for term in terms(library) if term.tooltip}
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, explained))})\b")
    used = set(words.findall(prose))
    return "".join(f"\n*[{term}]: {says}" for term, says in explained.items() if term in used)


def once(html):
    """The page with the first mention of each term explained, outside of headings and links."""
    html = HEADING_OR_LINK.sub(lambda found: ABBR.sub(r"\1", found[0]), html)
    seen = set()

    def first(found):
        new = found[1] not in seen
        seen.add(found[1])
        return found[0] if new else found[1]

    return ABBR.sub(first, html)


def lines(library):
    """The glossary as Markdown, for the page's twin."""
    for group, rows in concepts(library).items():
        yield f"## {group}\n"
        for row in rows:
            sides = [
                f"{name}: {' '.join(filter(None, (side.term, says(side))))}"
                for name, side in (("Flask", row.flask), ("Django", row.django))
            ]
            yield f"- {row.need}. {'. '.join(part.rstrip('.') for part in sides)}."
    yield "## Terms\n"
    yield from (f"- {term.term}: {term.says}" for term in terms(library))


def says(side):
    """The line below a term, in brackets."""
    return side.says and f"({side.says.rstrip('.')})"
