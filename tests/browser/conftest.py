"""A built site, a plain server for it, and the Chromium that scripts/browser.py found."""

import os
import subprocess
import sys

import pytest

from builds import ROOT, built
from serving import serve


@pytest.fixture(scope="session")
def base_url(tmp_path_factory):
    """The address of the built site on a plain static server, below a sub-path."""
    root = tmp_path_factory.mktemp("www")
    server = serve(root)
    address = f"http://127.0.0.1:{server.server_port}/guide/"
    built(root / "guide", SITE_URL=address)
    yield address
    server.shutdown()


@pytest.fixture(scope="session")
def site_folder(base_url, tmp_path_factory):
    """The folder of the built site."""
    return next(tmp_path_factory.getbasetemp().glob("www*/guide"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Use the Chromium that is here, and keep it from calling anybody."""
    path = (
        os.environ.get("CHROMIUM")
        or subprocess.run(
            [sys.executable, ROOT / "scripts/browser.py"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
    )
    quiet = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    return {**browser_type_launch_args, "executable_path": path, "args": quiet}


@pytest.fixture
def page(page):
    """A page on which an error in a script, or one printed to the console, fails the test."""
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    yield page
    assert errors == []


@pytest.fixture
def until(page):
    """Wait until a script answers true. Playwright's own wait evaluates text inside the page,
    which the site's policy refuses whenever the first look was too early."""

    def wait(script):
        for _ in range(100):
            if page.evaluate(script):
                return
            page.wait_for_timeout(50)
        pytest.fail(f"{page.url} did not come to {script}")

    return wait
