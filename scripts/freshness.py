"""List every dated record by age and by whether a release has moved on; fail if one is too old."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

from reference.freshness import records, stale
from reference.library import Library

ROOT = Path(__file__).resolve().parent.parent


def upgrades():
    """With the network: the lines of uv that say which locked packages have newer releases."""
    command = ["uv", "pip", "list", "--outdated", "--python", sys.executable]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main(today, online=False):
    """Print the table, the oldest first; return the number of stale records."""
    library = Library(ROOT)
    most, found = library.ages, list(records(library))
    for one in sorted(found, key=lambda one: one.day):
        mark = "STALE" if stale(one, most, today) else "ok"
        print(f"{mark:5} {one.age(today):5} d  {one.kind:11} {one.id:44} {one.file}  {one.moved}")
    late = [one for one in found if stale(one, most, today)]
    print(f"{len(found)} records, {len(late)} stale")
    if online:
        print(upgrades())
    return len(late)


if __name__ == "__main__":
    dates = [word for word in sys.argv[1:] if not word.startswith("--")]
    day = dt.date.fromisoformat(dates[0]) if dates else dt.date.today()
    if main(day, "--online" in sys.argv):
        sys.exit("freshness: stale records. Mend: read each again, then set its date.")
