"""The counts of docs/compare/ecosystem-health are of its dated releases; its program runs."""

import datetime as dt
import json
import subprocess
import sys

from harness import ROOT
from reference.data import load

FOLDER = ROOT / "docs/compare/ecosystem-health"
DATED = load(FOLDER / "releases.yml", ROOT)
COUNTED = json.loads((FOLDER / "releases.json").read_text(encoding="utf-8"))


def run(program, *arguments):
    """What a program prints; it must succeed."""
    command = [sys.executable, str(program), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def test_the_written_counts_are_those_of_the_dated_releases():
    run(ROOT / "scripts/release_dates.py", "--check")
    for key, project in DATED["projects"].items():
        versions = [version for day in project["days"] for version in day["versions"]]
        assert COUNTED[key]["total"] == len(set(versions)) == len(versions)


def test_every_release_has_the_address_of_its_date():
    releases = [r for key in DATED["projects"] for r in COUNTED[key]["releases"]]
    assert all(r["source"].startswith("https://") and "{" not in r["source"] for r in releases)
    assert len({r["source"] for r in releases}) == len(releases)


def test_the_releases_are_of_the_three_years_before_the_check_newest_first():
    end = DATED["checked"]
    for project in DATED["projects"].values():
        dates = [day["date"] for day in project["days"]]
        assert dates == sorted(dates, reverse=True)
        assert dt.timedelta(0) <= end - dates[0] and end - dates[-1] < dt.timedelta(3 * 365 + 1)


def test_the_program_names_the_home_of_each_package():
    homes = dict(line.split(" ", 1) for line in run(FOLDER / "homes.py").splitlines())
    assert homes["Flask"].endswith(" https://github.com/pallets/flask/")
    assert homes["Django"].endswith(" https://github.com/django/django")
    assert {"asgiref", "Werkzeug"} <= set(homes)
