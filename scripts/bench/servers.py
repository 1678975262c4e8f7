"""Both apps behind the same server programs, and databases of our own."""

import contextlib
import os
import subprocess
import sys
import time

from bench.places import ASGI_MODULES, HOME, MODULES, ROOT, SIDES, environment, prepare, prepared

sys.path.append(str(ROOT / "tests"))
import services

WORKERS = max(1, (os.cpu_count() or 2) - 1)  # one processor is left for the load
THREADED = [f"--workers={WORKERS}", "--worker-class=gthread", "--threads=1", "--keep-alive=60"]
ASYNC = [f"--workers={WORKERS}", "--timeout-keep-alive=60"]
SERVERS: dict = {
    "gunicorn": [*THREADED, "--log-level=warning", "--no-control-socket"],
    "uvicorn": [*ASYNC, "--no-access-log", "--log-level=warning"],
}
START_SECONDS = 30


@contextlib.contextmanager
def served(side, step, database, program="gunicorn"):
    """Serve an app: the process, which knows its port."""
    port = services.free_port()
    words = [sys.executable, "-m", program, *SERVERS[program]]
    if program == "gunicorn":
        words += [f"--bind=127.0.0.1:{port}", f"{MODULES[side]}:app"]
    else:
        words += ["--host=127.0.0.1", f"--port={port}", f"{ASGI_MODULES[side]}:app"]
    server = subprocess.Popen(words, cwd=HOME, env=environment(side, step, database))
    try:
        deadline = time.monotonic() + START_SECONDS
        while not services.answers(port):
            if server.poll() is not None or time.monotonic() > deadline:
                raise SystemExit(f"bench: {program} did not serve {side}")
            time.sleep(0.05)
        server.port = port
        yield server
    finally:
        server.terminate()
        server.wait(30)


@contextlib.contextmanager
def databases(folder):
    """The databases to measure on, prepared: `sqlite` always, `postgres` where it is installed."""
    found = {"sqlite": prepared(folder)}
    with contextlib.contextmanager(services.postgres_url.__wrapped__)() as url:
        if url is None:
            print("bench: PostgreSQL is not installed, so it is not measured (make services)")
        else:
            found["postgres"] = {side: services.fresh_database(url) for side in SIDES}
            for side, database in found["postgres"].items():
                prepare(side, database)
        yield found
