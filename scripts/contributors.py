"""Count who wrote the commits and who tagged the releases in clones of the projects.

Run `python scripts/contributors.py flask=<clone> werkzeug=<clone>`, each a full clone of the
project's repository. Bots and merge commits are left out; names are taken as git records them.
"""

import datetime as dt
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "docs/compare/ecosystem-health"
YEARS = 3


def git(clone, *arguments):
    """The lines that git prints."""
    done = subprocess.run(
        ["git", "-C", clone, *arguments], check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.splitlines()


def people(names):
    """How often each person occurs; a bot says so in its name."""
    return Counter(name for name in names if name and not name.endswith("[bot]"))


def half(counts):
    """How many people, the busiest first, it takes to reach half of the commits."""
    total, sum_ = counts.total(), 0
    for number, (_, commits) in enumerate(counts.most_common(), 1):
        sum_ += commits
        if 2 * sum_ >= total:
            return number
    return 0


def taggers(clone, since):
    """Who tagged a release such as 3.1.3 after a day."""
    form = "--format=%(taggerdate:short) %(refname:short) %(taggername)"
    tags = (line.split(" ", 2) for line in git(clone, "for-each-ref", form, "refs/tags"))
    return people(
        tag[2]
        for tag in tags
        if len(tag) == 3 and tag[0] > since and tag[1].replace(".", "").isdigit()
    )


def measured(clone):
    """The figures of one clone, for the three years before its last commit."""
    (last,) = git(clone, "log", "-1", "--format=%cs %H")
    until, commit = last.split()
    since = f"{int(until[:4]) - YEARS}{until[4:]}"
    lines = (line.split(" ", 1) for line in git(clone, "log", "--no-merges", "--format=%cs %aN"))
    counts = people(name for day, name in lines if day > since)
    tags = taggers(clone, since)
    top = counts.most_common(1)[0][1]
    return {
        "after": since,
        "until": until,
        "last_day": f"{dt.date.fromisoformat(until):%-d %B %Y}",
        "commit": commit,
        "commits": counts.total(),
        "people": len(counts),
        "once": sum(commits == 1 for commits in counts.values()),
        "top_percent": round(100 * top / counts.total()),
        "people_for_half": half(counts),
        "tags": tags.total(),
        "taggers": len(tags),
    }


if __name__ == "__main__":
    clones = dict(argument.split("=", 1) for argument in sys.argv[1:])
    if not clones:
        sys.exit(__doc__)
    data = {name: measured(clone) for name, clone in clones.items()}
    text = json.dumps(data, indent=1) + "\n"
    (FOLDER / "contributors.json").write_text(text, encoding="utf-8")
