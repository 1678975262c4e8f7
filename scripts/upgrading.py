"""Write docs/migrate/upgrading/recorded.json: the old apps on old versions: `upgrading.py [DATE]`.

It needs uv and a Python 3.12 (UV and PYTHON name them) and makes its environments in /tmp.
"""

import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent / "docs/migrate/upgrading"
VERSIONS = {
    "flask": {
        "2.0": ["flask==2.0.*", "werkzeug==2.0.*"],
        "2.2": ["flask==2.2.*", "werkzeug==2.2.*"],
        "2.3": ["flask==2.3.*", "werkzeug==2.3.*"],
        "3.0": ["flask==3.0.*"],
        "3.1": ["flask==3.1.*"],
    },
    "django": {"4.2": ["django==4.2.*"], "5.2": ["django==5.2.*"], "6.1": ["django==6.1.*"]},
}
UNPINNED = ["flask==2.0.*"]  # with the newest Werkzeug, as an install without a lock file has it
# Tools look for settings in a file of this name.
PLAIN = """
USE_L10N = True
STATICFILES_STORAGE = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
"""
TOOLS = ["django-upgrade", "pyupgrade", "ruff"]
BLOCK = re.compile(r"# --8<-- \[start:(\w+)\]\n(.*?)# --8<-- \[end:\1\]\n", re.S)


def run(*words, **more):
    """A command with its output as text."""
    return subprocess.run([str(w) for w in words], text=True, capture_output=True, **more)


def environment(folder, packages):
    """A new environment with these packages; its Python."""
    uv = os.environ.get("UV", "uv")
    run(uv, "venv", "-q", "--python", os.environ.get("PYTHON", "3.12"), folder, check=True)
    python = folder / "bin/python"
    run(uv, "pip", "install", "-q", "--python", python, *packages, check=True)
    return python


def version(python, package):
    """The installed version of a package."""
    code = f"import importlib.metadata as m; print(m.version('{package}'))"
    return run(python, "-c", code, check=True).stdout.strip()


def rewritten(tool, path):
    """The blocks that a tool changes in a copy of an app."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(path, Path(folder, "app.py")))
        run(*tool, copy)
        new = dict(BLOCK.findall(copy.read_text()))
    return [name for name, code in BLOCK.findall(path.read_text()) if new[name] != code]


def flagged(ruff, rules, path):
    """The blocks in which ruff finds one of the rules."""
    words = (ruff, "check", "--isolated", "--preview", "--select", rules, path)
    found = json.loads(run(*words, "--output-format", "json").stdout)
    lines = {error["location"]["row"]: error["code"] for error in found}
    text, blocks = path.read_text(), {}
    for block in BLOCK.finditer(text):
        first, last = (text.count("\n", 0, at) + 1 for at in block.span())
        codes = sorted({code for line, code in lines.items() if first <= line < last})
        blocks |= {block[1]: codes} if codes else {}
    return blocks


def counted(lines):
    """How many old blocks break or differ on the newest line, and who was warned of it when."""
    first, *_, last = lines.values()
    breaks = [name for name in last if last[name]["breaks"]]
    differs = [n for n in last if n not in breaks and last[n]["shows"] != first[n]["shows"]]
    before = list(lines.values())[:-1]
    warned = {name for line in before for name in line if line[name]["warns"]}
    changed = [*breaks, *differs]
    return {
        "blocks": len(last),
        "breaks": len(breaks),
        "differs": len(differs),
        "changed": len(changed),
        "warned_first": sum(bool(first[name]["warns"]) for name in changed),
        "warned_ever": len(warned.intersection(changed)),
        "never": sorted(set(changed) - warned),
    }


def main(date):
    """Run both apps on each version, and the tools over the old ones."""
    record = {"date": date, "versions": {}, "apps": {}, "tools": {}, "finds": {}}
    with tempfile.TemporaryDirectory(prefix="upgrading-") as name:
        folder = Path(name)
        for framework, lines in VERSIONS.items():
            for line, packages in lines.items():
                python = environment(folder / f"{framework}-{line}", packages)
                record["versions"][f"{framework} {line}"] = version(python, framework)
                for app in ("before", "after"):
                    path = HOME / f"{framework}_{app}"
                    path = path.with_suffix(".txt" if app == "before" else ".py")
                    done = run(python, HOME / "probe.py", path, check=True)
                    record["apps"].setdefault(f"{framework}_{app}", {})[line] = json.loads(
                        done.stdout
                    )
        python = environment(folder / "unpinned", UNPINNED)
        error = run(python, "-c", "import flask").stderr.strip().splitlines()[-1].split(" (/")[0]
        werkzeug = version(python, "werkzeug")
        record["unpinned"] = {"flask": version(python, "flask"), "werkzeug": werkzeug}
        record["unpinned"]["breaks"] = error
        python = environment(folder / "tools", TOOLS)
        record["tools"] = {tool: version(python, tool) for tool in TOOLS}
        for framework in VERSIONS:
            path = folder / f"{framework}_before.py"
            path.write_text((HOME / f"{framework}_before.txt").read_text())
            finds = {"pyupgrade": rewritten((python.parent / "pyupgrade", "--py312-plus"), path)}
            if framework == "django":
                settings = folder / "settings.py"
                settings.write_text(PLAIN)
                run(python.parent / "django-upgrade", "--target-version", "6.1", settings)
                finds["settings.py"] = "STORAGES" in settings.read_text()
                for target in ("5.2", "6.1"):
                    tool = (python.parent / "django-upgrade", "--target-version", target)
                    finds[f"django-upgrade {target}"] = rewritten(tool, path)
            finds["ruff"] = flagged(python.parent / "ruff", "UP,DJ,DTZ", path)
            record["finds"][framework] = finds
    record["counts"] = {name: counted(record["apps"][f"{name}_before"]) for name in VERSIONS}
    (HOME / "recorded.json").write_text(json.dumps(record, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else dt.date.today().isoformat())
