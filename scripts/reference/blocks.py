"""The parts of pages that are made from data: which slot a page has, and what fills it."""

import posixpath
import re
from functools import cache

import jinja2
import markdown
import pygments
from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from reference import backtest, charts, extensions, glossary, picture, published
from reference import tree as trees
from reference.data import Mistake, load, load_json, read, validate
from reference.kept import Kept
from reference.library import MYTHS
from reference.models import Absent

CONTRACTS = {"topic": "contracts", "example": "examples"}
INLINE = markdown.Markdown()
PLAIN = re.compile(r"[^\W\d_][^`*_\[\]<>&\\\n]*")
PYTHON, HTML = PythonLexer(stripnl=False), HtmlFormatter(cssclass="highlight")
SLOT = re.compile(r"<!-- ([a-z-]+)(?::([a-z-]+))? -->")
CLAIM_HREF = re.compile(r'<a href="claim:([a-z0-9-]+)">')
SUPPORT = {
    "built-in": "Built in",
    "official": "Official extension",
    "third-party": "Third-party package",
    "by-hand": "By hand",
    "none": "Not available",
}


class Blocks:
    """Renders the templates of `overrides/blocks` with the data of the library."""

    def __init__(self, library, overrides, repo_url):
        self.library = library
        self.env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(overrides),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )
        made_by = f"Pygments {pygments.__version__}"
        self.highlighted = Kept(library.root / ".cache/code.json", made_by, highlighted)
        self.env.filters |= {"words": words, "code": self.code, "token": token}
        self.env.globals |= {
            "library": library,
            "glossary": glossary,
            "trees": trees,
            "support": SUPPORT,
            "repo_url": repo_url,
            "picture": picture,
            "charts": charts,
            "fragment": trees.fragment,
        }

    def around(self, page):
        """The slots before and after the prose of a page, as Markdown."""
        kind, _ = self.record(page)
        before = f"<!-- {kind} -->" if kind else ""
        after = ""
        if self.claims_of(page) and page != MYTHS:
            after += "## Evidence {#evidence data-search-exclude=true}\n\n<!-- evidence -->\n\n"
        if kind in CONTRACTS:
            after += "## The contract {#contract data-search-exclude=true}\n\n<!-- contract -->\n"
        return before, after

    def record(self, page):
        """The kind and slug of the record that a page is, or two Nones."""
        folder, _, slug = posixpath.dirname(page).partition("/")
        for kind, room, records in (
            ("topic", "compare", self.library.topics),
            ("example", "examples", self.library.examples),
            ("matter", "compare", self.library.matters),
        ):
            if folder == room and slug in records:
                return kind, slug
        return None, None

    def fill_all(self, html, page):
        """A page with its slots filled."""
        return SLOT.sub(lambda slot: self.fill(slot[1], slot[2], page), html)

    def fill(self, slot, argument, page):
        """The HTML of one slot on a page; an unknown slot is a `Mistake`."""
        try:
            template = self.env.get_template(f"blocks/{slot}.html")
        except jinja2.TemplateNotFound as error:
            raise Mistake(
                f"docs/{page}",
                f"<!-- {slot} -->",
                "no block has this name",
                "correct it, or add the template to overrides/blocks",
            ) from error
        _, slug = self.record(page)
        return template.render(
            page=page,
            slug=slug,
            argument=argument,
            blocks=self,
            link=lambda target: self.link(page, target),
        )

    def link(self, page, target):
        """A relative link from one page to a path of the site, `#anchor` included."""
        path, mark, anchor = target.partition("#")
        here = published.url(page)
        there = published.url(path) if path.endswith(".md") else path
        return relative(here, there) + mark + anchor

    def claim_link(self, page, claim):
        """A link to the evidence of a claim."""
        return self.link(page, f"{self.library.claims[claim].page}#claim-{claim}")

    def link_claims(self, html, page):
        """Turn the claim links of the prose into links to their evidence."""

        def resolve(found):
            kind = self.library.claims[found[1]].claim.kind
            return (
                f'<a class="claim" data-evidence="{kind}" href="{self.claim_link(page, found[1])}">'
            )

        html = CLAIM_HREF.sub(resolve, html)
        if 'href="claim:' in html:
            odd = html.partition('href="claim:')[2].partition('"')[0]
            raise Mistake(
                f"docs/{page}",
                f"claim:{odd}",
                "is not a plain link to a claim",
                "write [words](claim:id), with nothing after the id",
            )
        return html

    def claims_of(self, page):
        """The claims that a page carries, in its order."""
        return [e.claim for e in self.library.claims.values() if e.page == page]

    def contract(self, page):
        """The contract of a topic or example: its path and its tests as {name: source}."""
        kind, slug = self.record(page)
        path = f"tests/{CONTRACTS[kind]}/test_{slug.replace('-', '_')}.py"
        return path, self.library.tests(path)

    def cited_tests(self, page):
        """The tests that prove the claims of a page, once each, as (file, name, source)."""
        tests = dict.fromkeys(c.test for c in self.claims_of(page) if c.test)
        return [(*test.split("::"), self.library.test_source(test)) for test in tests]

    def shows_test(self, page, test):
        """Whether the contract on this page already shows the test."""
        kind, _ = self.record(page)
        return kind in CONTRACTS and test.startswith(self.contract(page)[0] + "::")

    def program(self, myth):
        """The program of a myth and what it printed, as text."""
        path = self.library.docs / "myths/programs" / myth.shows
        printed = path.with_suffix(".txt")
        return read(path, self.library.root), read(printed, self.library.root)

    def test_source(self, test):
        """The source of a test."""
        return self.library.test_source(test)

    def backtest(self):
        """The result of the back-test, with what each miss teaches."""
        folder, root = self.library.docs / "decide", self.library.root
        result = load_json(folder / "backtest.json", root)
        projects = backtest.load_projects(folder / "projects.yml", root)
        lessons = load(folder / "lessons.yml", root)
        rows = backtest.with_lessons(
            result["projects"], projects, lessons, "docs/decide/lessons.yml"
        )
        return result | {"projects": list(rows)}

    def extensions(self, framework):
        """The record of the extensions, and the needs of one framework with its extensions."""
        return extensions.by_need(self.library.root, framework)

    def absent(self, framework):
        """The needs that a framework leaves open, each with the usual answer and a topic."""
        path = self.library.docs / f"frameworks/{framework}/in_the_box/absent.yml"
        file = f"docs/frameworks/{framework}/in_the_box/absent.yml"
        rows = load(path, self.library.root)
        rows = [validate(Absent, row, file, f"row {n}") for n, row in enumerate(rows)]
        for row in rows:
            if row.topic not in self.library.topics:
                raise Mistake(file, row.need, f"no topic {row.topic}", "correct the slug")
        return rows

    def code(self, source):
        """Python source as the theme's code block."""
        return Markup(self.highlighted(source))

    def data(self, name, page="_data/"):
        """A JSON file of docs/_data, or one beside a page."""
        path = self.library.docs / posixpath.dirname(page) / f"{name}.json"
        return load_json(path, self.library.root)


@cache
def relative(here, there):
    """The way from one folder of the site to another path of it."""
    ends_in_folder = there.endswith("/") or not there
    return posixpath.relpath(there or ".", here or ".") + ("/" if ends_in_folder else "")


@cache
def words(text):
    """Inline Markdown of a record as HTML: code, emphasis and links, no paragraph around it."""
    if PLAIN.fullmatch(text):  # the same, and a hundred times as fast
        return Markup(text)
    html = INLINE.reset().convert(text)
    return Markup(html.removeprefix("<p>").removesuffix("</p>"))


def token(text):
    """A text as one word of a data attribute."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower())


def highlighted(source):
    """The HTML of Python source: a tenth of a build is spent here, so it is kept for the next."""
    return highlight(source, PYTHON, HTML)
