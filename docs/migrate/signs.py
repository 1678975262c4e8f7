"""Signs that an app works against its framework: `python signs.py FOLDER`."""

import re
import sys
from pathlib import Path

# --8<-- [start:signs]
FLASK = {  # what Django brings, written again
    "accounts": r"check_password_hash\(|bcrypt\.check",
    "rights": r"abort\(403\)",
    "staff screens": r"__table__\.columns|__mapper__\.",
    "migrations": r"(CREATE|ALTER) TABLE",
}
DJANGO = {  # what Django brings, gone round
    "tables of others": r"managed = False",
    "SQL by hand": r"\.cursor\(\)|\.raw\(",
    "accounts of others": r"\((BaseBackend|BaseAuthentication|RemoteUserBackend)\)",
    "CSRF switched off": r"csrf_exempt",
}
# --8<-- [end:signs]
SKIPPED = {"tests", ".venv", "venv", "site-packages", "node_modules"}


def signs(folder):
    """Each sign with the modules that show it, and their lines; and the lines of all modules."""
    files = [path for path in sorted(Path(folder).rglob("*.py")) if SKIPPED.isdisjoint(path.parts)]
    texts = {str(path.relative_to(folder)): path.read_text() for path in files}
    is_django = any("INSTALLED_APPS" in text for text in texts.values())
    lines = {
        name: sum(bool(line.strip()) for line in text.splitlines()) for name, text in texts.items()
    }
    found = {
        sign: [name for name, text in texts.items() if re.search(pattern, text)]
        for sign, pattern in (DJANGO if is_django else FLASK).items()
    }
    with_a_sign = {name for names in found.values() for name in names}
    return found, sum(lines[name] for name in with_a_sign), sum(lines.values())


if __name__ == "__main__":
    found, touched, total = signs(sys.argv[1])
    for sign, names in found.items():
        print(f"{sign:20}{', '.join(names) or '-'}")
    print(f"{touched} of {total} lines stand in modules with a sign")
