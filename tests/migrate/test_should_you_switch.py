"""What docs/migrate/index.md counts: signs in our own apps, moves in the sample."""

import importlib.util
import subprocess
import sys

import yaml

from harness import ROOT

EXAMPLES = ROOT / "docs/examples"
SCRIPT = ROOT / "docs/migrate/signs.py"
spec = importlib.util.spec_from_file_location("signs", SCRIPT)
script = importlib.util.module_from_spec(spec)
spec.loader.exec_module(script)


def shown(folder):
    """The signs that an app of the examples shows."""
    return {sign for sign, names in script.signs(EXAMPLES / folder)[0].items() if names}


def moves():
    projects = yaml.safe_load((ROOT / "docs/decide/projects.yml").read_text())["projects"]
    return len(projects), {p["name"]: p for p in projects if p["migration"]}


def test_the_grown_app_shows_every_sign():
    folder = EXAMPLES / "grown-flask-app/flask_app"
    run = [sys.executable, SCRIPT, folder]
    said = subprocess.run(run, text=True, capture_output=True, check=True).stdout
    assert shown(folder) == {"accounts", "rights", "staff screens", "migrations"}
    assert said.splitlines() == [
        "accounts            auth.py",
        "rights              auth.py",
        "staff screens       admin.py",
        "migrations          migrations.py",
        "108 of 180 lines stand in modules with a sign",
    ]


def test_no_other_flask_package_of_the_examples_shows_every_sign():
    others = {
        path for path in EXAMPLES.glob("*/flask_app") if path.parent.name != "grown-flask-app"
    }
    counts = {path.parent.name: len(shown(path)) for path in others}
    assert len(counts) > 8
    assert [slug for slug, count in counts.items() if count >= 3] == ["course-project"]
    assert counts["course-project"] == 3


def test_a_django_app_on_foreign_tables_and_accounts_shows_it():
    assert shown("team-knows-one/django_app") == {"tables of others", "accounts of others"}
    assert not shown("records-staff-edit/django_app")


def test_the_moves_of_the_sample_are_counted():
    total, moved = moves()
    assert (total, len(moved)) == (52, 20)
    kinds = {"flask to django": set(), "django to flask": set(), "flask to async": set()}
    for name, project in moved.items():
        left, went = project["migration"]["from"], project["chosen_framework"]
        if "Flask" in left and went == "django":
            kinds["flask to django"].add(name)
        elif "Django" in left and went == "flask":
            kinds["django to flask"].add(name)
        elif left.startswith("Flask"):
            kinds["flask to async"].add(name)
    assert kinds["flask to django"] == {
        "Anthias",
        "Big Cases Bot 2",
        "consumerfinance.gov",
        "Lando (Mozilla)",
    }
    assert kinds["django to flask"] == {"Timesketch", "Chrome Platform Status"}
    assert len(kinds["flask to async"]) == 7


def test_who_moved_is_still_there():
    _, moved = moves()
    for name in ("Anthias", "Big Cases Bot 2", "consumerfinance.gov", "Lando (Mozilla)"):
        assert "django" in moved[name]["evidence"][0]["line"].lower()
    for name in ("Timesketch", "Chrome Platform Status"):
        assert "flask" in moved[name]["evidence"][0]["line"].lower()
