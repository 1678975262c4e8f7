"""Write docs/decide/backtest.json, the tree against the sample; `--check` fails if stale."""

import json
from pathlib import Path

from generated import keep
from reference.audit import audit
from reference.backtest import agreement, load_projects, outcomes, shares
from reference.library import Library

ROOT = Path(__file__).resolve().parent.parent
RESULT = ROOT / "docs/decide/backtest.json"


def result(tree):
    """The whole result as JSON text: the same input gives the same bytes."""
    projects = load_projects(ROOT / "docs/decide/projects.yml", ROOT)
    rows = list(outcomes(tree, projects))
    data = {
        "agreement": agreement(rows),
        "audit": audit(tree, projects, rows),
        "shares": shares(projects),
        "projects": rows,
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    text = result(Library(ROOT).tree_alone)
    keep(RESULT, text, "make backtest")
