"""Write the files of a new topic, example, claim or myth, to be filled in."""

import datetime as dt
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILL = "FILL"
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CLAIM = """\
  - id: {id}
    says: FILL one plain sentence that would change a decision if it were wrong.
    source:
      url: https://example.org/FILL
      title: "FILL, or give `test` or `measurement` instead"
      checked: {today}
"""
TOPIC = {
    "docs/compare/{id}/index.md": """\
---
title: FILL
description: FILL 50 to 160 characters that say what the reader will know after this page.
group: FILL one of the groups of the matrix
question: FILL the question that a reader has
answer: FILL the answer in one or two sentences
flask:
  support: FILL built-in, official, third-party, by-hand or none
  uses: FILL
  costs: FILL
django:
  support: FILL
  uses: FILL
  costs: FILL
leans: FILL flask, django or neither
when: FILL when this should decide
claims:
{claim}---

FILL the apps side by side, in tabs.

## What you take on

FILL

## When this should decide

FILL
""",
    "docs/compare/{id}/flask_app.py": '"""FILL: the Flask app of this topic."""\n',
    "docs/compare/{id}/django_app/FILL": "FILL: the Django project, with manage.py.\n",
    "tests/contracts/test_{module}.py": '"""FILL: what both apps promise."""\n',
}
EXAMPLE = {
    "docs/examples/{id}/index.md": """\
---
title: FILL the situation as a reader would say it
description: FILL 50 to 160 characters that say who decides, about what.
need: FILL
needs: [FILL]
people: FILL alone, few or many
knows: FILL flask, django, both or neither
brief: {{ who: FILL, users: FILL, data: FILL, team: FILL, deadline: FILL, constraints: FILL }}
answers:
  - {{ node: work, option: FILL, because: FILL }}
verdict: FILL
claims:
{claim}---

## What decides

FILL

## The slice, running

## What the other choice costs

## What would flip it

## Decision record
""",
    "docs/examples/{id}/flask_app.py": '"""FILL: the slice in Flask."""\n',
    "docs/examples/{id}/django_app/FILL": "FILL: the slice in Django, with manage.py.\n",
    "tests/examples/test_{module}.py": '"""FILL: what both slices promise."""\n',
}
MYTH = {
    "docs/myths/records/{id}.yml": """\
id: {id}
says: FILL the statement in our words.
about: FILL flask, django or both
subject: FILL
met:
  - {{ kind: article, year: 2026, url: https://example.org/FILL }}
verdict: FILL true, true-until, half-true or false
short: FILL
because: FILL
test: tests/myths/test_myths.py::test_FILL
shows: {module}.py
""",
    "docs/myths/programs/{module}.py": '"""FILL: the shortest program that settles it."""\n',
}


def write(files, name):
    """Write the files, none of which may exist; print what is left to do."""
    values = {"id": name, "module": name.replace("-", "_")}
    values["claim"] = CLAIM.format(id=f"{name}-FILL", today=dt.date.today())
    paths = {ROOT / path.format(**values): text.format(**values) for path, text in files.items()}
    for path in paths:
        if path.exists():
            sys.exit(f"{path.relative_to(ROOT)}: exists already. Mend: choose another id.")
    for path, text in paths.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(f"{path.relative_to(ROOT)}: {text.count(FILL)} places to fill in")


def add_claim(name, page):
    """Add a claim to the front matter of a page."""
    path = ROOT / page
    if not path.is_file():
        sys.exit(f"{page}: does not exist. Mend: give the page, docs/….md.")
    head, mark, body = path.read_text(encoding="utf-8").partition("\n---\n")
    found = re.search(r"^claims:\n(?:[ #].*\n?)*", head + "\n", re.M)
    block = CLAIM.format(id=name, today=dt.date.today())
    if found:
        head = (head + "\n")[: found.end()] + block + (head + "\n")[found.end() :]
    else:
        head = f"{head}\nclaims:\n{block}"
    path.write_text(head.rstrip("\n") + mark + body, encoding="utf-8")
    print(f"{page}: fill in the claim {name}, then cite it: [words](claim:{name})")


def main(kind, name, page=None):
    """Write what the kind needs."""
    if not ID.fullmatch(name):
        sys.exit(f"new: {name}: is no id. Mend: use lower-case words joined by hyphens.")
    if kind == "claim":
        add_claim(name, page or "")
    else:
        write({"topic": TOPIC, "example": EXAMPLE, "myth": MYTH}[kind], name)
    if kind in ("topic", "example"):
        print("mkdocs.yml: add the page to the nav")
    print("Then run make check. The recipe: docs/contribute/index.md")


if __name__ == "__main__":
    if len(sys.argv) < 3 or (sys.argv[1] == "claim" and len(sys.argv) < 4):
        sys.exit(
            "new: say what. Mend: make new-topic ID=…, new-example ID=…, new-myth ID=…, "
            "or new-claim ID=… PAGE=docs/….md"
        )
    main(*sys.argv[1:4])
