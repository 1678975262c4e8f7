"""Print the path of a Chromium: one that is here, else Playwright's download, else the system's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALLERS = (
    (
        "apt-get",
        ["apt-get install --yes chromium"],
        ["apt-get update", "apt-get install --yes chromium"],
    ),
    ("dnf", ["dnf install --assumeyes chromium"]),
    ("apk", ["apk add chromium"]),
    ("brew", ["brew install --cask chromium"]),
)
MEND = "install Chromium or Chrome, or set CHROMIUM to the path of one"


def installed():
    """A browser named by CHROMIUM or found on the path, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if os.access(named, os.X_OK) else None
    return next(filter(None, map(shutil.which, NAMES)), None)


def quiet(command):
    """Run a command with its output on standard error; say whether it succeeded."""
    return subprocess.run(command, stdout=sys.stderr, stdin=subprocess.DEVNULL).returncode == 0


def downloaded():
    """Playwright's own Chromium, which it downloads where it can, or None."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    if not path.exists():
        print("Asking Playwright for a Chromium", file=sys.stderr)
        quiet([sys.executable, "-m", "playwright", "install", "chromium"])
    return str(path) if path.exists() else None


def from_system():
    """A Chromium from the system's package manager, or None."""
    for manager, *attempts in INSTALLERS:
        if not shutil.which(manager):
            continue
        for commands in attempts:
            print(f"Asking {manager} for a Chromium", file=sys.stderr)
            if all(quiet(command.split()) for command in commands):
                return installed()
    return None


def found():
    """The path of a Chromium, which is installed where it can be; else stop with one line."""
    path = installed() or downloaded() or from_system()
    return path or sys.exit(f"browser: no Chromium here and none could be installed. Mend: {MEND}.")


if __name__ == "__main__":
    print(found())
