"""The upgraded apps of docs/migrate/upgrading on the pinned versions, and the old ones there."""

import importlib.metadata
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache

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
    for name, shows in {"settings": False, "logout": 405, "zone": True}.items():
        assert old[name]["shows"] == shows and old[name]["breaks"] is None
        assert not any("STORAGE" in words or "Log out" in words for words in old[name]["warns"])


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
    assert flask == {"pyupgrade": [], "ruff": {}} and django["pyupgrade"] == []
    assert len(django["django-upgrade 6.1"]) == 2 and django["settings.py"]
    told = {code for codes in django["ruff"].values() for code in codes}
    assert told <= {"DJ008"}  # a model without __str__, which is another matter
