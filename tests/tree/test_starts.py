"""The first steps that a verdict names: each is run, in order, in an empty folder."""

import importlib.metadata
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from harness import ROOT
from reference.library import Library

INSTALL = re.compile(r"python -m pip install (\S+)$")


def starts():
    """Each different start once, under the id of the first verdict that has it."""
    found = {}
    for key, verdict in Library(ROOT).tree_alone.verdicts.items():
        if verdict.start not in found.values():
            found[key] = verdict.start
    return found


STARTS = starts()


def environment():
    """This environment's programs first, and no settings from outside."""
    here = str(Path(sys.executable).parent)
    return {
        **os.environ,
        "PATH": os.pathsep.join([here, os.environ["PATH"]]),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def free_port():
    """A port that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def command(text, port=None):
    """A step as an argument list; what serves is told the port, as its own help says."""
    words = text.split()
    words[0] = shutil.which(words[0], path=environment()["PATH"])
    if port:
        words += [f"127.0.0.1:{port}"] if "runserver" in words else ["--port", str(port)]
    return words


def serves(step, folder):
    """Start what serves, wait until it accepts a connection, stop it."""
    port = free_port()
    process = subprocess.Popen(
        command(step.run, port),
        cwd=folder,
        env=environment(),
        start_new_session=True,
        stdout=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 30
        while process.poll() is None and time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return True
            time.sleep(0.05)
        return False
    finally:
        os.killpg(process.pid, 15)
        process.wait(10)


@pytest.mark.parametrize("key", STARTS)
def test_the_first_steps_of_a_verdict_work_in_an_empty_folder(key, tmp_path):
    for step in STARTS[key]:
        install = INSTALL.match(step.run)
        if install:
            assert importlib.metadata.version(install[1])
        elif step.file:
            (tmp_path / step.file).write_text(step.run)
        elif step.serves:
            assert serves(step, tmp_path), step.run
        else:
            subprocess.run(
                command(step.run),
                cwd=tmp_path,
                env=environment(),
                check=True,
                capture_output=True,
                timeout=120,
            )
