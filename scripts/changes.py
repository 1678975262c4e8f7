"""Record in docs/_data/changes.json which claims came, changed or went; `--check` if stale."""

import datetime as dt
import hashlib
import json
import sys
from pathlib import Path

from reference.library import Library

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "docs/_data/changes.json"


def digest(says):
    """A short fingerprint of what a claim says."""
    return hashlib.sha256(says.encode()).hexdigest()[:12]


def changed(before, claims):
    """What happened to each claim since `before` ({id: digest}), as (id, what) pairs."""
    now = {key: digest(e.claim.says) for key, e in claims.items()}
    for key in sorted(before.keys() | now.keys()):
        if key not in before:
            yield key, "added"
        elif key not in now:
            yield key, "removed"
        elif before[key] != now[key]:
            yield key, "changed"


def record(old, claims, today):
    """The record brought up to date, as JSON text, the newest first."""
    day = {}
    for key, what in changed(old["claims"], claims):
        day.setdefault(what, []).append(key)
    entries = [{"date": today, "what": what, "ids": ids} for what, ids in sorted(day.items())]
    now = {key: digest(e.claim.says) for key, e in sorted(claims.items())}
    data = {"changes": entries + old["changes"], "claims": now}
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    old = json.loads(RECORD.read_text()) if RECORD.is_file() else {"changes": [], "claims": {}}
    claims = Library(ROOT).claims
    if "--check" not in sys.argv:
        RECORD.write_text(record(old, claims, dt.date.today().isoformat()), encoding="utf-8")
    elif any(changed(old["claims"], claims)):
        key, what = next(iter(changed(old["claims"], claims)))
        sys.exit(
            f"docs/_data/changes.json: {key}: was {what} and is not recorded. "
            "Mend: run make changes and commit the file."
        )
