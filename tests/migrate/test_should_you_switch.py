"""What docs/migrate/index.md counts: signs in our own apps, moves in the sample."""

import importlib.util
import re
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


def sample():
    """The sampled projects by their names."""
    projects = yaml.safe_load((ROOT / "docs/decide/projects.yml").read_text())["projects"]
    return {project["name"]: project for project in projects}


def moves():
    projects = sample()
    return len(projects), {name: one for name, one in projects.items() if one["migration"]}


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


def test_the_code_of_others_below_the_folder_is_not_counted(tmp_path):
    for name in (
        "app.py",
        ".venv/lib/site-packages/one.py",
        "node_modules/two.py",
        "tests/three.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("abort(403)\n")
    found, touched, total = script.signs(tmp_path)
    assert found["rights"] == ["app.py"]
    assert (touched, total) == (1, 1)


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


def test_what_became_of_each_move_is_recorded():
    required = {
        "Anthias": "django 5.2",
        "Big Cases Bot 2": "django 5.1",
        "consumerfinance.gov": "django 4.2",
        "Lando (Mozilla)": "django 6.0",
        "Timesketch": "flask 3.1",
        "Chrome Platform Status": "flask 3.1",
        "SearXNG": "flask 3.1",
        "Open Event Server": "flask 1.1",
        "LNbits": "fastapi 0.116",
    }
    projects = sample()
    for name, requirement in required.items():
        line = projects[name]["evidence"][0]["line"].lower()
        assert " ".join(re.search(r"([a-z]+)\W+(\d+\.\d+)", line).groups()) == requirement
    assert "2024" in projects["Open Event Server"]["evidence_basis"]


def test_two_moves_have_no_reason_on_record():
    projects = sample()
    for name in ("consumerfinance.gov", "Lando (Mozilla)"):
        assert projects[name]["documented_reason"]["kind"] in ("none", "partial")
