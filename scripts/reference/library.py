"""Load everything the pages are made of, and check that the parts refer to each other rightly."""

import ast
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reference import extensions
from reference import glossary as glossaries
from reference import tree as trees
from reference.data import Mistake, front_matter, load, load_json, name, read, validate
from reference.models import Claim, Example, Matter, Measured, Myth, Topic, Versions

CLAIM_LINK = re.compile(r"\]\(claim:([^)\s]*)\)")
CODE = re.compile(r"^( *)```.*?^\1```$|`[^`\n]+`", re.S | re.M)
FIELDS_OF_ANY_PAGE = {
    "title",
    "description",
    "template",
    "hide",
    "search",
    "claims",
    "framework",
    "status",
    "asked",
}
MYTHS = "myths/index.md"
GROUPS = (
    "Requests and pages",
    "Data",
    "People and access",
    "APIs and live",
    "Structure and tools",
    "Running it",
    "People and time",
)


@dataclass(frozen=True)
class Evidence:
    """A claim and the page that carries it."""

    claim: Claim
    page: str


class Library:
    """All data of the site, read once. `root` is the repository; every check raises `Mistake`."""

    def __init__(self, root):
        self.root = Path(root)
        self.docs = self.root / "docs"
        self._tests = {}

    groups = GROUPS

    @cached_property
    def pages(self):
        """Front matter of every page, by its path below docs/."""
        return {
            path.relative_to(self.docs).as_posix(): front_matter(path, self.root)
            for path in sorted(self.docs.rglob("*.md"))
        }

    @cached_property
    def topics(self):
        """Topics by slug, in the order of the nav."""
        found = self._records("compare", Topic, lambda meta: "short" not in meta)
        for slug, topic in found.items():
            if topic.group not in GROUPS:
                raise Mistake(
                    f"docs/compare/{slug}/index.md",
                    "group",
                    f"no group is called {topic.group}",
                    f"use one of {', '.join(GROUPS)}",
                )
        return self._in_nav_order(found)

    @cached_property
    def matters(self):
        """The pages of the comparison that have no contract, by slug."""
        found = self._records("compare", Matter, lambda meta: "short" in meta)
        return self._in_nav_order(found)

    @cached_property
    def myths(self):
        """Myths by id; each stands in a file of that name, its program beside what it printed."""
        found = {}
        for path in sorted((self.docs / "myths/records").glob("*.yml")):
            file = name(path, self.root)
            myth = validate(Myth, load(path, self.root), file, "record")
            if myth.id != path.stem:
                raise Mistake(file, "id", f"is not {path.stem}", "name the file as the id")
            if myth.shows:
                program = self.docs / "myths/programs" / myth.shows
                for needed in (program, program.with_suffix(".txt")):
                    if not needed.is_file():
                        mend = "write the program, then run make myths"
                        raise Mistake(file, "shows", f"{needed.name} does not exist", mend)
            found[myth.id] = myth
        return dict(sorted(found.items(), key=lambda item: not item[0].startswith("start-")))

    @cached_property
    def measured(self):
        """What `make bench` wrote, by the name of its file."""
        found = {}
        for path in sorted((self.docs / "_data/measurements").glob("*.json")):
            file, value = name(path, self.root), load_json(path, self.root)
            validate(Measured, value, file, "measurement")
            found[path.stem] = value
        return found

    @cached_property
    def examples(self):
        """Worked decisions by slug."""
        return self._in_nav_order(self._records("examples", Example))

    def _in_nav_order(self, records):
        """Records by slug, as mkdocs.yml lists their pages; MkDocs reports those it lacks."""
        nav = re.findall(r"/([\w-]+)/index\.md", read(self.root / "mkdocs.yml", self.root))
        return dict(
            sorted(
                records.items(),
                key=lambda item: (item[0] not in nav, item[0] in nav and nav.index(item[0])),
            )
        )

    def _records(self, folder, model, wanted=lambda meta: True):
        """The record of every page `docs/<folder>/<slug>/index.md` whose front matter is wanted."""
        found = {}
        for page, meta in self.pages.items():
            parts = page.split("/")
            if parts[0] == folder and len(parts) == 3 and parts[2] == "index.md" and wanted(meta):
                found[parts[1]] = validate(model, meta, f"docs/{page}")
        return found

    @cached_property
    def claims(self):
        """Every claim by id, with the page that carries it."""
        found = {}
        stated = [
            (page, validate(Claim, value, f"docs/{page}", f"claims.{index}"))
            for page, meta in self.pages.items()
            for index, value in enumerate(self._claims_of(page, meta))
        ]
        stated += [(MYTHS, myth.claim) for myth in self.myths.values()]
        for page, claim in stated:
            if claim.id in found:
                raise Mistake(
                    f"docs/{page}",
                    f"claims.{claim.id}",
                    f"docs/{found[claim.id].page} has this id too",
                    "rename one",
                )
            self._check_evidence(claim, page)
            found[claim.id] = Evidence(self._with_figures(claim, page), page)
        return found

    @staticmethod
    def _claims_of(page, meta):
        """The raw claims of a page: nothing, or a list."""
        value = meta.get("claims") or []
        if not isinstance(value, list):
            raise Mistake(f"docs/{page}", "claims", "is not a list", "write one `- id:` a claim")
        return value

    def _check_evidence(self, claim, page):
        """The test, or the file of the measurement, exists."""
        place = f"claims.{claim.id}"
        if claim.measurement and not (self.root / claim.measurement.data).is_file():
            raise Mistake(
                f"docs/{page}",
                place,
                f"{claim.measurement.data} does not exist",
                f"run {claim.measurement.command}",
            )
        if claim.test:
            self.test_source(claim.test, f"docs/{page}", place)

    def _with_figures(self, claim, page):
        """A measured claim with its figures filled in: `{shares[live][total]}` from its data."""
        if not claim.measurement:
            return claim
        data = load_json(self.root / claim.measurement.data, self.root)
        try:
            return claim.model_copy(update={"says": claim.says.format_map(data)})
        except (LookupError, ValueError, AttributeError) as error:
            raise Mistake(
                f"docs/{page}",
                f"claims.{claim.id}.says",
                f"{claim.measurement.data} has no figure {error}",
                "correct the name between the braces",
            ) from error

    def test_source(self, test, file="docs", place="test"):
        """The source of an evidence test, decorators included."""
        path, function = test.split("::")
        if not (self.root / path).is_file():
            raise Mistake(file, place, f"{path} does not exist", "correct the path")
        tests = self.tests(path)
        if function not in tests:
            raise Mistake(file, place, f"{path} has no test {function}", "correct the name")
        return tests[function]

    def tests(self, path):
        """The test functions of a module, as {name: source}; read once."""
        if path not in self._tests:
            self._tests[path] = functions(read(self.root / path, self.root), path)
        return self._tests[path]

    @cached_property
    def tree(self):
        """The decision tree, checked against the claims."""
        return trees.load_tree(self.docs / "decide/tree.yml", self.root, self.claims)

    @cached_property
    def tree_alone(self):
        """The decision tree before any claim is known: what the back-test measures."""
        return trees.load_tree(self.docs / "decide/tree.yml", self.root)

    @cached_property
    def versions(self):
        """Pinned versions and support dates."""
        path = self.docs / "_data/versions.yml"
        return validate(Versions, load(path, self.root), name(path, self.root), place="versions")

    @cached_property
    def glossary(self):
        """The concept map and the terms."""
        return glossaries.glossary(self)

    @cached_property
    def ages(self):
        """The most days that each kind of dated record may have."""
        return load(self.docs / "_data/ages.yml", self.root)

    @cached_property
    def cited(self):
        """Where each claim id is cited: in prose, in the tree."""
        found = {}
        for page in self.pages:
            prose = CODE.sub("", read(self.docs / page, self.root))
            for claim in CLAIM_LINK.findall(prose):
                found.setdefault(claim, set()).add(f"docs/{page}")
        for myth in self.myths.values():
            for claim in [myth.claim.id, *CLAIM_LINK.findall(myth.short + myth.because)]:
                found.setdefault(claim, set()).add(f"docs/myths/records/{myth.id}.yml")
        tree = self.tree
        reasons = [o.because for n in tree.nodes.values() for o in n.options]
        for because in [*reasons, *(v.because for v in tree.verdicts.values())]:
            for claim in because:
                found.setdefault(claim, set()).add("docs/decide/tree.yml")
        return found

    def check(self):
        """Check every record and reference; raise the first `Mistake`."""
        for page, meta in self.pages.items():
            self._check_page(page, meta)
        for claim, places in self.cited.items():
            if claim not in self.claims:
                raise Mistake(
                    min(places),
                    f"claim:{claim}",
                    "no claim has this id",
                    "correct the id or add the claim to a page's front matter",
                )
        for claim, evidence in self.claims.items():
            if claim not in self.cited:
                raise Mistake(
                    f"docs/{evidence.page}",
                    f"claims.{claim}",
                    "nothing cites it",
                    f"link a sentence to it, [words](claim:{claim}), or remove it",
                )
        for slug, example in self.examples.items():
            self._check_example(slug, example)
        extensions.check(self.root)
        self.glossary, self.measured  # noqa: B018 - reading them checks them
        return self.versions

    def _check_page(self, page, meta):
        """Pages that are no record may use the common fields only."""
        parts = page.split("/")
        slug = parts[1] if len(parts) == 3 else None
        if (parts[0] == "compare" and slug in self.topics | self.matters) or (
            parts[0] == "examples" and slug in self.examples
        ):
            return
        for field in meta:
            if field not in FIELDS_OF_ANY_PAGE:
                raise Mistake(
                    f"docs/{page}",
                    field,
                    "is not a field of a page",
                    f"use one of {', '.join(sorted(FIELDS_OF_ANY_PAGE))}",
                )

    def _check_example(self, slug, example):
        """The answers of an example, walked through the tree, end at the verdict it states."""
        file = f"docs/examples/{slug}/index.md"
        given = {answer.node: answer.option for answer in example.answers}
        steps, end = trees.walk(self.tree, given)
        if steps != [(answer.node, answer.option) for answer in example.answers]:
            raise Mistake(
                file,
                "answers",
                f"the tree follows only {trees.fragment(steps) or 'none'}",
                f"answer {end} next, in the order asked, and nothing else",
            )
        if end != example.verdict:
            raise Mistake(
                file,
                "verdict",
                f"the tree ends at {end}, not {example.verdict}",
                "correct the verdict, and the page with it",
            )


def functions(text, file):
    """The top-level test functions of a module, as {name: source}."""
    try:
        nodes = ast.parse(text).body
    except SyntaxError as error:
        raise Mistake(
            file, f"line {error.lineno}", error.msg, "correct the Python there"
        ) from error
    lines, found = text.splitlines(), {}
    for node in nodes:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
            found[node.name] = "\n".join(lines[first - 1 : node.end_lineno])
    return found
