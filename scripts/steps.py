"""Put the steps of a migration guide together, and write what each of them changes.

A guide, `docs/migrate/<guide>/`, holds `step_0/`, the whole app, and `step_1/`, `step_2/`, …, each
with only the files that are new or changed since the step before. Two lists may stand beside them:

- `REMOVED`: the files or folders that go, one a line;
- `MOVED`: `old new`, files or folders that move unchanged, one a line. It is read before the rest.

`assemble(guide, step, folder)` builds the whole app of a step in a folder. `diff(guide, step)` is
the unified diff to the step before, in which a file that only moved is a line of its own.
`python scripts/steps.py` writes `step_N.diff` and `steps.json`, how many lines each step adds, of
every guide; `--check` fails when one is stale.
"""

import difflib
import json
import shutil
import sys
import tempfile
from pathlib import Path

GUIDES = Path(__file__).resolve().parent.parent / "docs/migrate"
LISTS = {"REMOVED", "MOVED"}
MADE = shutil.ignore_patterns("__pycache__", "*.pyc", *LISTS)


def last(guide):
    """The number of the last step of a guide."""
    return max(int(path.name.removeprefix("step_")) for path in folders(guide))


def folders(guide):
    """The folders of a guide's steps."""
    return [path for path in (GUIDES / guide).glob("step_*") if path.is_dir()]


def words(path):
    """The lines of a list as words; none when there is no list."""
    lines = path.read_text().splitlines() if path.is_file() else []
    return [line.split() for line in lines if line.strip()]


def assemble(guide, step, folder):
    """Build the whole app of a step in a folder, which it returns."""
    folder = Path(folder)
    for number in range(step + 1):
        apply(GUIDES / guide / f"step_{number}", folder)
    return folder


def apply(changes, folder):
    """Bring a folder from the step before to this one."""
    for old, new in words(changes / "MOVED"):
        (folder / new).parent.mkdir(parents=True, exist_ok=True)
        (folder / old).rename(folder / new)
    for (gone,) in words(changes / "REMOVED"):
        target = folder / gone
        if not target.resolve().is_relative_to(folder.resolve()):
            raise ValueError(f"{changes}/REMOVED: {gone} is not inside the app")
        if target.is_dir():
            shutil.rmtree(target)
        else:
            target.unlink()
    shutil.copytree(changes, folder, dirs_exist_ok=True, ignore=MADE)


def contents(folder):
    """The bytes of every file by its path."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def diff(guide, step):
    """What a step changes, as a unified diff with short notes for moved and binary files."""
    return compare(*around(guide, step))


def compare(old, new):
    """The diff of two apps, each the contents of its files by their paths."""
    moved = moves(old, new)
    lines = []
    for path in sorted(old.keys() | new.keys()):
        before, after = old.get(path), new.get(path)
        if before == after or path in moved.values():
            continue
        if after is not None:
            lines += unified(path, before, after)
        else:
            lines += [f"moved {path} to {moved[path]}" if path in moved else f"removed {path}"]
    return "\n".join(lines) + "\n" if lines else ""


def around(guide, step):
    """The files of the app before a step and after it."""
    with tempfile.TemporaryDirectory() as place:
        old = contents(assemble(guide, step - 1, Path(place) / "old")) if step else {}
        return old, contents(assemble(guide, step, Path(place) / "new"))


def moves(old, new):
    """Where each file went that is gone from one path and new, unchanged, at another."""
    added, found = [path for path in new if path not in old], {}
    for path in sorted(old.keys() - new.keys()):
        twin = next((one for one in added if new[one] == old[path]), None)
        if twin:
            added.remove(twin)
            found[path] = twin
    return found


def unified(path, before, after):
    """The unified diff of one file; a new one stands against nothing."""
    try:
        old, new = [(side or b"").decode().splitlines() for side in (before, after)]
    except UnicodeDecodeError:
        return [f"changed {path} (binary)"]
    name = "/dev/null" if before is None else f"a/{path}"
    lines = difflib.unified_diff(old, new, name, f"b/{path}", lineterm="", n=2)
    return [*lines] or [f"new {path} (empty)"]


def added(text):
    """How many lines a diff adds; a file that only moved adds none."""
    return sum(line.startswith("+") and not line.startswith("+++ ") for line in text.splitlines())


def published(guide):
    """What a guide's page shows of its steps: each file's name and text."""
    texts = {step: diff(guide, step) for step in range(1, last(guide) + 1)}
    yield from ((f"step_{step}.diff", text) for step, text in texts.items())
    sizes = [{"step": step, "added": added(text)} for step, text in texts.items()]
    yield "steps.json", json.dumps(sizes, indent=1) + "\n"


def main(check=False):
    """Write what the pages of the guides show of their steps, or name what is stale."""
    stale = []
    for guide in sorted(home.name for home in GUIDES.iterdir() if folders(home.name)):
        for name, text in published(guide):
            file = GUIDES / guide / name
            if not file.is_file() or file.read_text() != text:
                stale.append(file.relative_to(GUIDES))
                if not check:
                    file.write_text(text)
    if check and stale:
        sys.exit(f"stale: {', '.join(map(str, stale))}; run python scripts/steps.py")


if __name__ == "__main__":
    main("--check" in sys.argv)
