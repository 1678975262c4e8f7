"""Write docs/migrate/upgrading/recorded.json: the old apps on old versions: `upgrading.py [DATE]`.

It needs uv and a Python 3.12 (UV and PYTHON name them) and makes its environments in /tmp.
"""

import datetime as dt
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent / "docs/migrate/upgrading"
VERSIONS = {
    "flask": {
        "2.0": ["flask==2.0.*", "werkzeug==2.0.*"],
        "2.1": ["flask==2.1.*", "werkzeug==2.1.*"],
        "2.2": ["flask==2.2.*", "werkzeug==2.2.*"],
        "2.3": ["flask==2.3.*", "werkzeug==2.3.*"],
        "3.0": ["flask==3.0.*"],
        "3.1": ["flask==3.1.*"],
    },
    "django": {"4.2": ["django==4.2.*"], "5.2": ["django==5.2.*"], "6.1": ["django==6.1.*"]},
}
UNPINNED = ["flask==2.0.*"]  # with the newest Werkzeug, as an install without a lock file has it
TOOLS = ["django-upgrade", "pyupgrade", "ruff", "mypy", "django-stubs"]
START = {"flask": "from flask import Flask\n\napp = Flask(__name__)", "django": ""}
SETTING = re.compile(r' {4}"(\w+)": (.*),')
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


def project(app, folder, framework):
    """Each block in a file of its own, as a project has it: imports first, models in models.py."""
    files = {}
    for name, code in BLOCK.findall(app.read_text()):
        lines = code.replace("  # noqa: E402", "").splitlines()
        imports = [line for line in lines if line.startswith(("from ", "import "))]
        others = [line for line in lines if line not in imports]
        if name == "settings" and app.suffix == ".txt":  # a dict there, a module in a project
            others = [SETTING.sub(r"\1 = \2", line) for line in lines[1:-1]]
        kind = "models" if "models.Model" in code else "settings" if name == "settings" else "views"
        files[name] = folder / name / f"{kind}.py"
        files[name].parent.mkdir(parents=True)
        text = "\n".join([*imports, START[framework], *others])
        files[name].write_text(f"{text.strip()}\n")
    return files


def rewritten(tool, files):
    """The blocks that a tool changes, and the names of the settings; the files stay as they are."""
    found = []
    for name, file in files.items():
        before = file.read_text()
        run(*tool, file)
        after = file.read_text()
        file.write_text(before)
        if name == "settings":
            lines = set(before.splitlines()) - set(after.splitlines())
            found += sorted(line.split(" = ")[0] for line in lines)
        elif after != before:
            found.append(name)
    return found


def flagged(ruff, rules, folder):
    """The blocks in which ruff finds one of the rules."""
    words = (ruff, "check", "--isolated", "--preview", "--select", rules, folder)
    blocks = {}
    for error in json.loads(run(*words, "--output-format", "json").stdout):
        blocks.setdefault(Path(error["filename"]).parent.name, set()).add(error["code"])
    return {name: sorted(codes) for name, codes in sorted(blocks.items())}


def mistyped(python, old, new):
    """What mypy says about the old blocks and not about the mended, on the newest version."""
    mypy = (python, "-m", "mypy", "--config-file=", "--no-error-summary", "--check-untyped-defs")

    def errors(file):
        lines = run(*mypy, "--cache-dir", file.parents[2] / "mypy", file).stdout.splitlines()
        return [line.partition(" error: ")[2] for line in lines if " error: " in line]

    found = {name: set(errors(file)) - set(errors(new[name])) for name, file in old.items()}
    return {name: sorted(said) for name, said in found.items() if said}


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
        newest = [package for lines in VERSIONS.values() for package in list(lines.values())[-1]]
        python = environment(folder / "tools", [*TOOLS, *newest])
        record["tools"] = {tool: version(python, tool) for tool in TOOLS}
        for framework in VERSIONS:
            apps = [HOME / f"{framework}_before.txt", HOME / f"{framework}_after.py"]
            old, new = (project(app, folder / app.stem, framework) for app in apps)
            finds = {
                "mypy": mistyped(python, old, new),
                "pyupgrade": rewritten((python.parent / "pyupgrade", "--py312-plus"), old),
                "ruff": flagged(python.parent / "ruff", "UP,DJ,DTZ", folder / apps[0].stem),
            }
            if framework == "django":
                for target in ("5.2", "6.1"):
                    tool = (python.parent / "django-upgrade", "--target-version", target)
                    finds[f"django-upgrade {target}"] = rewritten(tool, old)
            record["finds"][framework] = finds
    record["counts"] = {name: counted(record["apps"][f"{name}_before"]) for name in VERSIONS}
    (HOME / "recorded.json").write_text(json.dumps(record, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else dt.date.today().isoformat())
