"""Count the dated releases of docs/compare/ecosystem-health; `--check` fails if stale."""

import itertools
import json
import sys
from pathlib import Path

from generated import keep
from reference.data import load

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs/compare/ecosystem-health"
YEARS = 3
ROWS = {
    "total": "Releases",
    "features": "Of these, feature releases",
    "days": "Days with a release",
    "security_days": "Of these, days with a security fix",
    "longest_gap": "Longest time without a release, in days",
    "latest": "Latest release",
}


def window(checked):
    """The day after which releases count, and the last day that counts."""
    return checked.replace(year=checked.year - YEARS), checked


def longest_gap(dates, end):
    """The most days that passed without a release; the time since the last one counts."""
    return max((b - a).days for a, b in itertools.pairwise([*sorted(dates), end]))


def is_feature(version):
    """A feature release is numbered 6.1 in Django and 3.1.0 in Pallets' projects."""
    numbers = version.split(".")
    return len(numbers) == 2 or numbers[2] == "0"


def address(source, version):
    """Where the date of one release stands."""
    return source.format(version=version, dashed=version.replace(".", "-"))


def counted(project, checked):
    """One project: its releases with their sources, and the figures that pages cite."""
    since, until = window(checked)
    days = {day["date"]: day for day in project["days"]}
    if len(days) != len(project["days"]) or not all(since < date <= until for date in days):
        sys.exit(f"releases.yml: {project['name']}: a day stands twice or outside the three years.")
    releases = [
        {"version": v, "date": date.isoformat(), "source": address(project["source"], v)}
        for date, day in days.items()
        for v in day["versions"]
    ]
    latest = max(days)
    return {
        "name": project["name"],
        "total": len(releases),
        "features": sum(is_feature(release["version"]) for release in releases),
        "days": len(days),
        "security_days": sum(day.get("security", False) for day in days.values()),
        "latest": f"{latest.day} {latest:%B %Y}",
        "longest_gap": longest_gap(days, checked),
        "releases": releases,
    }


def table(counts):
    """The figures as the table of the page."""
    head = ["In three years", *(count["name"] for count in counts.values())]
    rows = [[label, *(count[key] for count in counts.values())] for key, label in ROWS.items()]
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def results():
    """The text of each file: the same input gives the same bytes."""
    data = load(FOLDER / "releases.yml", ROOT)
    counts = {key: counted(one, data["checked"]) for key, one in data["projects"].items()}
    after, until = (day.isoformat() for day in window(data["checked"]))
    text = json.dumps({"after": after, "until": until, **counts}, indent=1) + "\n"
    return {"releases.json": text, "releases.txt": table(counts)}


if __name__ == "__main__":
    for name, text in results().items():
        keep(FOLDER / name, text, "python scripts/release_dates.py")
