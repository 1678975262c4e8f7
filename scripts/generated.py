"""Keep a file that a script makes from others: write it, or with `--check` stop if it is stale."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def keep(path, text, command):
    """Write the text, or with `--check` on the command line compare it with what is committed."""
    if "--check" not in sys.argv:
        path.write_text(text, encoding="utf-8")
    elif not path.is_file() or path.read_text(encoding="utf-8") != text:
        place = path.relative_to(ROOT)
        sys.exit(f"{place}: is stale. Mend: run {command} and commit it.")
