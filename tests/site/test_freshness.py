"""Old records are found, whatever their kind, and so are releases that have moved on."""

import datetime as dt
import subprocess
import sys

import pytest

from harness import ROOT
from reference.freshness import KINDS, Dated, newer, records, stale

DAY = dt.timedelta(days=1)


@pytest.fixture(scope="module")
def found(library):
    """Every dated record."""
    return list(records(library))


def test_every_claim_is_listed_once(library, found):
    listed = [one.id for one in found if one.kind in ("source", "test", "measurement")]
    assert sorted(listed) == sorted(library.claims)


def test_every_release_line_is_listed(library, found):
    lines = {
        f"{p} {r.line}" for p in ("flask", "django") for r in getattr(library.versions, p).releases
    }
    assert lines <= {one.id for one in found}


def test_every_kind_has_an_age(library):
    assert set(library.ages) == set(KINDS)


def test_a_record_is_stale_the_day_after_its_last_and_not_before(library, found):
    most = library.ages
    for one in found[:: len(found) // 10]:
        last = one.day + DAY * most[one.kind]
        fresh = Dated(one.kind, one.id, one.file, one.day)
        assert not stale(fresh, most, last) and stale(fresh, most, last + DAY)


def test_a_record_of_an_older_release_has_moved_on(library):
    assert (
        newer("0.1", "flask") and not newer("999", "flask") and not newer("1.0", "no-such-package")
    )
    old = Dated("version", "flask", "", dt.date(2026, 1, 1), newer("0.1", "flask"))
    assert stale(old, library.ages, dt.date(2026, 1, 1))


def test_the_command_fails_when_something_is_too_old_and_names_it():
    command = [sys.executable, ROOT / "scripts/freshness.py"]
    done = subprocess.run([*command, "2126-01-01"], capture_output=True, text=True)
    assert done.returncode == 1 and "STALE" in done.stdout and "Mend:" in done.stderr
