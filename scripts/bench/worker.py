"""One process with one app in it: `python -m bench.worker count|import|memory|bytes SIDE …`."""

import importlib
import json
import os
import sys
from pathlib import Path

from bench.counting import by_owner, counted
from bench.places import MODULES
from bench.visits import call, comparable, environ, over_wsgi, requests

WARM_UP = 5


def load(side):
    """The app."""
    return importlib.import_module(MODULES[side]).app


def count(side, samples):
    """Instructions of each endpoint after the warm-up: every sample, and whose they are."""
    app, found = load(side), {}
    for name, parts in requests(over_wsgi(app), side, os.environ["STEP"]).items():
        for _ in range(WARM_UP):
            status, headers, body = call(app, environ(*parts))
        numbers, answer = [], [status, comparable(headers), body.decode()]
        for _ in range(int(samples)):
            given = environ(*parts)
            with counted() as counter:
                call(app, given)
            numbers.append(counter.total())
        found[name] = {"samples": numbers, "by": by_owner(counter), "answer": answer}
    return found


def imported(side):
    """What starting the app takes: instructions and modules, the same each time."""
    before = set(sys.modules)
    with counted() as counter:
        load(side)
    return {
        "instructions": counter.total(),
        "by": by_owner(counter),
        "modules": len(set(sys.modules) - before),
    }


def proportional():
    """The memory of this process in KiB, what it shares counted by its share."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def memory(side, number):
    """Memory after the first request of each kind, and after many."""
    app = load(side)
    asked = list(requests(over_wsgi(app), side, os.environ["STEP"]).values())
    for parts in asked:
        call(app, environ(*parts))
    at_rest = proportional()
    for turn in range(int(number)):
        call(app, environ(*asked[turn % len(asked)]))
    return {"at_rest": at_rest, "after": proportional()}


def answered(side):
    """What each endpoint answers: status, the headers to compare, the body."""
    app = load(side)
    found = {}
    for name, parts in requests(over_wsgi(app), side, os.environ["STEP"]).items():
        status, headers, body = call(app, environ(*parts))
        found[name] = [status, comparable(headers), body.decode()]
    return found


JOBS: dict = {"count": count, "import": imported, "memory": memory, "bytes": answered}

if __name__ == "__main__":
    job, *words = sys.argv[1:]
    print(json.dumps(JOBS[job](*words)))
