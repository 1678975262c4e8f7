"""Real servers for the contracts that want one: PostgreSQL and Redis on loopback, or None."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
import uuid
from pathlib import Path

import pytest

START_SECONDS = 30
NOT_HERE = "needs PostgreSQL: make services"


def free_port():
    """A port of loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as bound:
        return bound.getsockname()[1]


def postgres_programs():
    """The folder of PostgreSQL's programs; Debian keeps them off the PATH."""
    found = [Path(initdb) for initdb in [shutil.which("initdb")] if initdb]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].resolve().parent if found else None


def unprivileged():
    """Arguments that run a program as somebody else than root, None if there is nobody."""
    if os.geteuid():
        return {}
    try:
        user = pwd.getpwnam("postgres")
    except KeyError:
        return None
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@pytest.fixture(scope="session")
def postgres_url():
    """The address of a PostgreSQL of our own, None where its programs are not installed."""
    programs, who = postgres_programs(), unprivileged()
    if programs is None or who is None:
        yield None
        return
    folder, port = tempfile.mkdtemp(prefix="postgres-"), free_port()
    if who:
        os.chown(folder, who["user"], who["group"])

    def run(program, *words):
        words = [programs / program, "-D", f"{folder}/data", *words]
        subprocess.run(words, check=True, cwd=folder, stdout=subprocess.DEVNULL, **who)

    run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync", "--no-locale")
    options = f"-F -h 127.0.0.1 -p {port} -k {folder}"
    run("pg_ctl", "-w", "-t", str(START_SECONDS), "-l", f"{folder}/log", "-o", options, "start")
    yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    run("pg_ctl", "-w", "-m", "immediate", "stop")
    shutil.rmtree(folder)


def fresh_database(url):
    """The address of a new, empty database on the server of `postgres_url`.

    Without a server the test is skipped, as evidence may be only here.
    """
    import psycopg

    if url is None:
        pytest.skip(NOT_HERE)

    name = f"test_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return url.rpartition("/")[0] + f"/{name}"


def answers(port):
    """Whether somebody listens on a port of loopback."""
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory):
    """The address of a Redis of our own, None where its program is not installed."""
    program = shutil.which("redis-server")
    if program is None:
        yield None
        return
    port, folder = free_port(), tmp_path_factory.mktemp("redis")
    words = [program, "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--dir", folder]
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + START_SECONDS
    while not answers(port):
        assert server.poll() is None and time.monotonic() < deadline, "redis-server did not start"
        time.sleep(0.02)
    yield f"redis://127.0.0.1:{port}/0"
    server.terminate()
    server.wait(10)
