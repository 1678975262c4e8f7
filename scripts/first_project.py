"""Write docs/_data/first_project.json, what both first projects take; `--check` fails if stale."""

import json
import re
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

from generated import keep
from learning import imports
from reference.library import Library
from reference.twins import SNIPPET, Twins

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
SHOW = Twins(Library(ROOT), None)  # only for the code that a page shows
FIGURES = DOCS / "_data/first_project.json"
STEP = re.compile(r"^## (?=\d\. )", re.M)
BLOCK = re.compile(r'^```(\S+)(?: title="([^"]+)")?\n(.*?)^```$', re.S | re.M)
INSTALL = "python -m pip install "


@dataclass(frozen=True)
class Block:
    """What a page has its reader do: write `text` to `file`, or run the `commands`."""

    text: str
    title: str = ""

    @property
    def file(self):
        """The path of the file, without the words that say where in it."""
        return self.title.partition(", ")[0]

    @property
    def place(self):
        """Where in the file: nowhere said is the whole file."""
        return self.title.partition(", ")[2]

    @property
    def commands(self):
        """The command lines, in order."""
        return [line.removeprefix("$ ") for line in self.text.splitlines() if line[:2] == "$ "]


def home(framework):
    """The folder of the page."""
    return DOCS / "frameworks" / framework


def steps(framework):
    """The numbered sections of a page, each the list of its blocks."""
    page = (home(framework) / "first-project.md").read_text(encoding="utf-8")
    page = SNIPPET.sub(
        lambda line: SHOW.expand(f"frameworks/{framework}/first-project.md", line), page
    )
    for step in STEP.split(page)[1:]:
        yield [Block(text, title) for _, title, text in BLOCK.findall(step)]


def imported(source, own):
    """The names that a module imports from packages, as dotted paths."""
    for module, name in imports(source):
        if module.split(".")[0] not in sys.stdlib_module_names | own:
            yield name if name == module else f"{module}.{name}"


def names(framework):
    """The names of packages that the Python of a page imports."""
    shown = [b for step in steps(framework) for b in step if b.file.endswith(".py")]
    own = {block.file.split("/")[0].removesuffix(".py") for block in shown}
    return {name for b in shown for name in imported(textwrap.dedent(b.text), own)}


def lines(blocks):
    """How many lines there are that are not empty."""
    return sum(bool(line.strip()) for block in blocks for line in block.text.splitlines())


def figures(framework):
    """How much a reader of one page writes, and what it stands on."""
    blocks = [block for step in steps(framework) for block in step]
    python = [block for block in blocks if block.file.endswith(".py")]
    tests = [block for block in python if "test" in block.file]
    commands = [command for block in blocks if not block.title for command in block.commands]
    installs = [command for command in commands if command.startswith(INSTALL)]
    return {
        "files": len({block.file for block in blocks if block.title}),
        "app_lines": lines(python) - lines(tests),
        "test_lines": lines(tests),
        "names": len(names(framework)),
        "packages": [name for line in installs for name in line.removeprefix(INSTALL).split()],
        "commands": len(commands),
    }


def text():
    """The figures of both pages: the same pages give the same bytes."""
    data = {framework: figures(framework) for framework in ("flask", "django")}
    return json.dumps(data, indent=1) + "\n"


if __name__ == "__main__":
    keep(FIGURES, text(), "python scripts/first_project.py")
