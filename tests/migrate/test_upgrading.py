"""The upgraded apps of docs/migrate/upgrading on the pinned versions, and the old ones there."""

import importlib.metadata
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest

from harness import ROOT

HOME = ROOT / "docs/migrate/upgrading"
RECORD = json.loads((HOME / "recorded.json").read_text())


@cache
def probed(app):
    """What each block of an app does on the installed versions."""
    run = [sys.executable, HOME / "probe.py", *HOME.glob(f"{app}.*")]
    return json.loads(subprocess.run(run, text=True, capture_output=True, check=True).stdout)


def recorded(app):
    """The same, as recorded for the line that is installed."""
    framework = app.partition("_")[0]
    line = ".".join(importlib.metadata.version(framework).split(".")[:2])
    return RECORD["apps"][app][line]


def broken(app):
    return {name for name, block in probed(app).items() if block["breaks"]}


def test_what_was_recorded_for_the_installed_versions_is_so():
    for app in ("flask_before", "flask_after", "django_before", "django_after"):
        for name, block in probed(app).items():
            told = recorded(app)[name]
            assert (block["shows"], block["breaks"]) == (told["shows"], told["breaks"]), name
            assert len(block["warns"]) == len(told["warns"]), name


def test_eight_old_spellings_break_on_flask_3():
    names = {"start", "escape", "encoder", "file", "join", "quote", "stack", "env"}
    assert broken("flask_before") == names


def test_the_mended_flask_app_does_what_the_old_one_did_without_a_warning():
    old = RECORD["apps"]["flask_before"]["2.0"]
    for name, block in probed("flask_after").items():
        assert not block["breaks"] and not block["warns"], name
        assert block["shows"] == old[name]["shows"], name


def test_flask_ignores_a_removed_setting_and_refuses_a_long_text_silently():
    old = probed("flask_before")
    for name, shows in {"order": ["id", "name"], "form": 413}.items():
        assert old[name] == {"shows": shows, "warns": [], "breaks": None}


def test_old_spellings_break_on_django():
    names = {"utc", "index", "template", "password"}
    if importlib.metadata.version("django") >= "6":
        names |= {"constraint", "html"}
    assert broken("django_before") == names


def test_the_mended_django_app_does_what_the_old_one_did_without_a_warning():
    old = RECORD["apps"]["django_before"]["4.2"]
    for name, block in probed("django_after").items():
        assert not block["breaks"] and not block["warns"], name
        if name != "url":
            assert block["shows"] == old[name]["shows"], name
    assert probed("django_after")["url"]["shows"] == "https://example.com"


def test_django_ignores_old_settings_and_refuses_a_log_out_by_link_silently():
    old = probed("django_before")
    for name, shows in {"settings": False, "number": "1,5", "logout": 405, "zone": True}.items():
        assert old[name]["shows"] == shows and old[name]["breaks"] is None
        said = " ".join(old[name]["warns"])
        assert not any(word in said for word in ("STORAGE", "L10N", "Log out", "USE_TZ"))


def whole(app):
    """How an app that is started whole ends."""
    (path,) = HOME.glob(f"{app}.*")
    run = [sys.executable, "-c", f"exec(open('{path.name}').read())"]
    done = subprocess.run(run, cwd=HOME, text=True, capture_output=True)
    return done.returncode, done.stderr


def test_the_whole_mended_apps_start_and_the_old_ones_do_not():
    apps = ["flask_after", "django_after", "flask_before", "django_before"]
    with ThreadPoolExecutor(2) as pool:
        done = dict(zip(apps, pool.map(whole, apps), strict=True))
    assert [done[app][0] for app in apps] == [0, 0, 1, 1]
    assert "before_first_request" in done["flask_before"][1]
    assert "utc" in done["django_before"][1]


def test_the_tools_find_few_of_them():
    flask, django = RECORD["finds"]["flask"], RECORD["finds"]["django"]
    assert flask["pyupgrade"] == [] and flask["ruff"] == {} and django["pyupgrade"] == []
    rewritten = {"STATICFILES_STORAGE", "utc", "index", "constraint", "mail"}
    assert set(django["django-upgrade 6.1"]) == rewritten
    told = {code for codes in django["ruff"].values() for code in codes}
    assert told <= {"DJ008"}  # a model without __str__, which is another matter


def test_types_find_what_breaks_in_flask_and_half_of_it_in_django():
    finds = {framework: set(RECORD["finds"][framework]["mypy"]) for framework in ROWS}
    breaks = {
        framework: {
            n for n in ROWS[framework].values() if first(framework, n, "breaks") != "not yet"
        }
        for framework in ROWS
    }
    assert finds["flask"] == breaks["flask"] | {"version"}
    assert finds["django"] - {"mail"} < breaks["django"]
    assert len(finds["django"] - {"mail"}) * 2 == len(breaks["django"])


# The rows of the two tables: what stands in the first cell, and the block of the app that it is.
ROWS = {
    "flask": {
        "attachment_filename": "file",
        "safe_join": "join",
        "before_first_request": "start",
        "JSONEncoder": "encoder",
        "app.env": "env",
        "_request_ctx_stack": "stack",
        "Markup": "escape",
        "url_quote": "quote",
        "__version__": "version",
    },
    "django": {
        "import utc": "utc",
        "index_together": "index",
        "length_is": "template",
        "make_random_password": "password",
        "CheckConstraint": "constraint",
        "format_html": "html",
        "send_mail": "mail",
        "select_related": "related",
        "EMAIL_BACKEND": "settings",
    },
}


def first(framework, name, kind, word=""):
    """The first release line on which a block warns or breaks, with this word in what is said."""
    lines = RECORD["apps"][f"{framework}_before"].items()
    said = ((line, blocks[name][kind]) for line, blocks in lines)
    return next((line for line, words in said if words and word in str(words)), "not yet")


def found_by(framework, word, name):
    """The first tool that finds a spelling: one that mends it, one that reads it, a test run."""
    finds = RECORD["finds"][framework]
    if {word, name} & set(finds.get("django-upgrade 6.1", [])):
        return "django-upgrade"
    return "mypy" if name in finds["mypy"] else "`-W error`"


@pytest.mark.parametrize("framework", ROWS)
def test_each_row_says_what_was_recorded(framework):
    page = (HOME / "index.md").read_text().splitlines()
    table = [line.strip("| ").split(" | ") for line in page if line.count(" | ") == 4]
    for word, name in ROWS[framework].items():
        ((_, warns, breaks, tool, _),) = [cells for cells in table if word in cells[0]]
        own = word if name == "settings" else ""  # others of these settings warn, too
        assert warns == first(framework, name, "warns", own), word
        assert breaks == first(framework, name, "breaks"), word
        assert tool == found_by(framework, word, name), word
    (names,) = {tuple(blocks) for blocks in RECORD["apps"][f"{framework}_before"].values()}
    broken = {name for name in names if first(framework, name, "breaks") != "not yet"}
    assert broken <= set(ROWS[framework].values())
