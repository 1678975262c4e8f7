"""Write what the programs of docs/myths print beside them; `--check` fails if a text is stale."""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generated import keep

PROGRAMS = Path(__file__).resolve().parent.parent / "docs/myths/programs"


def printed(program):
    """What a program prints when a reader runs it, alone and in an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, program],
            cwd=folder,
            env={**os.environ, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )
    if done.returncode:
        raise RuntimeError(f"{program.name} failed:\n{done.stderr}")
    return done.stdout


def all_printed():
    """Every program and what it prints now, run side by side."""
    programs = sorted(PROGRAMS.glob("*.py"))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(programs, pool.map(printed, programs), strict=True))


if __name__ == "__main__":
    for program, text in all_printed().items():
        keep(program.with_suffix(".txt"), text, "make myths")
