"""Write docs/_data/releases.json, what releases deprecate and remove by the frameworks' own notes.

`releases.py DJANGO FLASK WERKZEUG` reads the unpacked source of Django and the change logs of the
other two. The installed packages lack these; run it again when a release appears.
"""

import datetime as dt
import json
import re
import sys
from pathlib import Path

RESULT = Path(__file__).resolve().parent.parent / "docs/_data/releases.json"
DJANGO = ["4.2", "5.0", "5.1", "5.2", "6.0", "6.1"]
PALLETS = ["2.2.0", "2.3.0", "3.0.0", "3.1.0", "3.2.0"]
SECTIONS = {
    "breaks": "Backwards incompatible changes in {}",
    "deprecates": "Features deprecated in {}",
    "removes": "Features removed in {}",
}
OLD_CODE = re.compile(r"Remove previous(ly)? deprecated code")
NAMED = re.compile(r"``[^`]+``")


def section(text, title, line):
    """The text below a heading that is underlined with one sign, up to the next such heading."""
    _, _, rest = f"\n{text}".partition(f"\n{title}\n{line * len(title)}\n")
    return re.split(rf"\n[^\n]+\n{re.escape(line)}{{3,}}\n", rest)[0]


def entries(text):
    """How many changes a section of Django's notes lists: bullets, or a subsection without any.

    What concerns only the authors of other database back ends is left out.
    """
    first, *parts = re.split(r"\n([^\n]+)\n[-~]{4,}\n", f"\n{text}")
    found = bullets_in(first)
    for title, part in zip(parts[::2], parts[1::2], strict=True):
        if title != "Database backend API":
            found += bullets_in(part) or bool(part.strip())
    return found


def bullets_in(text):
    """The bullets at the margin."""
    return len(re.findall(r"^\* ", text, re.M))


def django(source):
    """Each feature release of Django, with the number of entries in three sections of its notes."""
    for release in DJANGO:
        text = (source / f"docs/releases/{release}.txt").read_text(encoding="utf-8")
        counted = {
            key: entries(section(text, title.format(release), "="))
            for key, title in SECTIONS.items()
        }
        yield {"release": release, "date": re.search(r"\*(.+?)\*", text)[1], **counted}


def timeline(source):
    """How many removals Django has announced for the release after its next LTS."""
    text = (source / "docs/internals/deprecation.txt").read_text(encoding="utf-8")
    return bullets_in(section(text, "2028", "-"))


def bullets(text):
    """The entries of a change log; one that has bullets below it stands with each of them."""
    for entry in re.split(r"^-   ", text, flags=re.M)[1:]:
        head, *below = re.split(r"^    -   ", entry, flags=re.M)
        yield head, below


def pallets(changes):
    """Each feature release of a Pallets project, with its deprecations and removals.

    A log may say that old code was removed without saying what: then the removals are None.
    """
    text = changes.read_text(encoding="utf-8")
    for release in PALLETS:
        notes = section(text, f"Version {release}", "-")
        deprecates, removed = 0, []
        for head, below in bullets(notes):
            if OLD_CODE.match(head):
                removed.append(below or NAMED.findall(head))
            else:
                deprecates += sum("deprecat" in item.lower() for item in [head, *below])
        found = re.search(r"^Released (.+)$", notes, re.M)
        yield {
            "release": release.removesuffix(".0"),
            "date": found[1] if found else "not released",
            "deprecates": deprecates,
            "removes": sum(map(len, removed)) if all(removed) else None,
        }


def result(source, flask, werkzeug):
    """Everything counted, ready for the pages."""
    rows = list(django(source))
    return {
        "read": dt.date.today().isoformat(),
        "django": rows,
        "from_4_2_to_5_2": total(rows, "5.0", "5.2"),
        "from_5_2_to_6_1": total(rows, "6.0", "6.1"),
        "announced_for_2028": timeline(source),
        "flask": list(pallets(flask)),
        "werkzeug": list(pallets(werkzeug)),
    }


def total(rows, first, last):
    """The sums over a run of releases."""
    run = rows[DJANGO.index(first) : DJANGO.index(last) + 1]
    return {key: sum(row[key] for row in run) for key in SECTIONS}


if __name__ == "__main__":
    counted = result(*(Path(word) for word in sys.argv[1:4]))
    RESULT.write_text(json.dumps(counted, indent=1) + "\n", encoding="utf-8")
