"""Each page once more as plain Markdown, for programs that read text."""

import posixpath
import re
from pathlib import Path

from markupsafe import Markup

from reference import glossary
from reference.blocks import SLOT
from reference.data import Mistake, read
from reference.published import url

SNIPPET = re.compile(r'^( *)--8<-- "([^":]+)(?::([\w-]+))?"$', re.M)
SLOT_ALONE = re.compile(rf"^{SLOT.pattern}\n*", re.M)
CLAIM = re.compile(r"\]\(claim:([a-z0-9-]+)\)")
ATTRIBUTES = re.compile(r" *\{ ?[#.:][^}\n]*\}")
MARKER = re.compile(r"^.*--8<-- \[(?:start|end):[\w-]+\].*\n?", re.M)
LINK = re.compile(r"\]\(([\w./-]+\.md)(#[\w-]+)?\)")
DIVS = re.compile(r"^</?div[^>]*>\n", re.M)


def section(text, name):
    """The named section of a file, its own markers and those inside it left out."""
    begun = text.partition(f"--8<-- [start:{name}]")[2].partition("\n")[2]
    return begun.partition(f"--8<-- [end:{name}]")[0].rpartition("\n")[0]


def dedent(text):
    """Remove the indent that all lines share."""
    lines = text.splitlines()
    least = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[least:] for line in lines)


def evidence(claim):
    """Where the evidence of a claim is."""
    return claim.test or (claim.source.url if claim.source else claim.measurement.data)


class Twins:
    """The pages as Markdown for programs that read text, made from the same sources."""

    def __init__(self, library, blocks):
        self.library, self.blocks = library, blocks

    def expand(self, page, found):
        """The code that a snippet line stands for, at its indent."""
        indent, file, name = found.groups()
        folder = (self.library.docs / page).parent
        paths = [path for path in (folder / file, self.library.root / file) if path.is_file()]
        if not paths:
            raise Mistake(f"docs/{page}", file, "does not exist", "correct the snippet's path")
        text = read(paths[0], self.library.root)
        text = MARKER.sub("", section(text, name) if name else text)
        return "\n".join(indent + line if line else "" for line in dedent(text).splitlines())

    def link(self, page, found):
        """A link to another page becomes a link to its twin."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), found[1]))
        return f"]({self.blocks.link(page, url(path) + 'index.md')}{found[2] or ''})"

    def inline(self, page, slot):
        """The words that fill a slot inside a sentence or a table."""
        return Markup(self.blocks.fill(slot[1], slot[2], page)).striptags()

    def head(self, page):
        """What the record of a page says before its prose, as Markdown."""
        kind, slug = self.blocks.record(page)
        if kind == "topic":
            topic = self.library.topics[slug]
            for name in ("flask", "django"):
                offer = getattr(topic, name)
                yield f"{name.title()} ({offer.support}): {offer.uses}. {offer.costs}"
            yield f"Leans to {topic.leans}: {topic.when}"
            yield topic.answer
        elif kind == "example":
            example = self.library.examples[slug]
            verdict = self.library.tree.verdicts[example.verdict]
            for key, value in example.brief.model_dump().items():
                yield f"{key.title()}: {value}"
            yield f"Verdict: {verdict.title}. {verdict.summary}"
        elif kind == "matter":
            yield self.library.matters[slug].short
        elif page == "glossary/index.md":
            yield from glossary.lines(self.library)
        elif page == "myths/index.md":
            for myth in self.library.myths.values():
                until = myth.until and f"{myth.until.framework.title()} {myth.until.version}"
                says = f"True until {until}" if until else myth.verdict.capitalize()
                yield f"## {myth.says}\n\n{says}: {myth.short} {myth.because}\n"

    def twin(self, page):
        """One page as Markdown."""
        text = read(self.library.docs / page, self.library.root)
        meta, body = self.library.pages[page], text.split("\n---\n", 1)[-1]
        body = SNIPPET.sub(lambda found: self.expand(page, found), body)
        body = DIVS.sub("", SLOT_ALONE.sub("", body))
        body = SLOT.sub(lambda slot: self.inline(page, slot), body)
        body = LINK.sub(lambda found: self.link(page, found), body)
        claims = [f"- {c.says} ({c.kind}: {evidence(c)})" for c in self.blocks.claims_of(page)]
        parts = [f"# {meta['title']}", f"> {meta['description']}", *self.head(page)]
        parts += [ATTRIBUTES.sub("", body).strip()]
        parts += ["## Evidence\n\n" + "\n".join(claims)] if claims and "myths" not in page else []
        whole = re.sub(r"\n{3,}", "\n\n", "\n\n".join(parts)) + "\n"
        return CLAIM.sub(lambda c: f"]({self.blocks.claim_link(page, c[1])})", whole)

    def write(self, folder):
        """Write the twin of each page beside it, below the folder of the built site."""
        for page in self.library.pages:
            path = Path(folder) / url(page) / "index.md"
            path.write_text(self.twin(page), encoding="utf-8")
