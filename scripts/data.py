"""Check every record of the site, and that nothing is left to fill in: the fast half of a build."""

import re
import sys
from pathlib import Path

from reference.data import Mistake
from reference.library import Library

ROOT = Path(__file__).resolve().parent.parent
LEFT = re.compile(r"\bFILL\b")
RECIPE = "The recipe: docs/contribute/index.md"


def left(folders=("docs", "tests")):
    """The places that a scaffold wrote and nobody filled in, as FILE:LINE."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".md", ".py", ".yml") or path.name == "FILL":
                for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                    if LEFT.search(line):
                        yield f"{path.relative_to(ROOT)}:{number}: {line.strip()}"


if __name__ == "__main__":
    places = list(left())
    if places:
        print("\n".join(places))
        sys.exit(f"data: {len(places)} places are not filled in. Mend: fill them in. {RECIPE}")
    try:
        Library(ROOT).check()
    except Mistake as mistake:
        sys.exit(f"{mistake} {RECIPE}")
