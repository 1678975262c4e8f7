"""Speed and latency of both apps on a real server, in turns: throughput.json."""

import contextlib
import os
import statistics
import tempfile
import time
from pathlib import Path

from bench import load, record, servers
from bench.figures import hull, percentile, rounded
from bench.places import SIDES
from bench.visits import comparable, on_the_wire, over_http, requests

CONNECTIONS = 4
POINTS = {"p50": 0.5, "p90": 0.9, "p99": 0.99}
SETTINGS: dict = {
    True: {"starts": 2, "pairs": 2, "seconds": 0.4, "warm_up_seconds": 0.2},
    False: {"starts": 6, "pairs": 2, "seconds": 0.8, "warm_up_seconds": 0.5},
}
EVERY = ("plain", "json", "missing", "row", "rows", "page", "form", "login")
QUICK = {
    ("bare", "sqlite"): ("plain", "row", "page"),
    ("user-read", "sqlite"): ("plain", "row", "page", "login"),
    ("user-read", "postgres"): ("row", "page"),
    ("user-read", "uvicorn"): ("plain", "row"),
}
LONG = {
    ("bare", "sqlite"): EVERY[:-1],
    ("bare", "postgres"): ("row", "rows", "page"),
    ("user-read", "sqlite"): EVERY,
    ("user-read", "postgres"): EVERY,
    ("user-read", "uvicorn"): ("plain", "row", "page"),
}


def processor_seconds(server):
    """The processor time that a server and its workers have used, in seconds."""
    spent = 0.0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            if int(stat.parent.name) == server or int(fields[1]) == server:
                spent += time.clock_gettime(processor_clock(int(stat.parent.name)))
    return spent


def processor_clock(process):
    """The clock of a process's processor time, threads that have ended included (Linux)."""
    return (~process << 3) | 2


def sample(server, request, seconds):
    """One turn of one app: requests a second, processor time a request, latencies."""
    before = processor_seconds(server.pid)
    speed, times = load.run(server.port, request, seconds, CONNECTIONS)
    used = processor_seconds(server.pid) - before
    points = {name: percentile(times, share) * 1000 for name, share in POINTS.items()}
    return {"speed": speed, "processor": used / len(times) * 1000, **points}


def turns(running, asked, name, settings):
    """Pairs of turns, A B then B A: the samples of each side in order."""
    found = {side: [] for side in SIDES}
    for side in SIDES:
        request = on_the_wire(*asked[side][name])
        load.run(running[side].port, request, settings["warm_up_seconds"], CONNECTIONS)
    for pair in range(settings["pairs"]):
        for side in SIDES if pair % 2 == 0 else reversed(SIDES):
            request = on_the_wire(*asked[side][name])
            found[side].append(sample(running[side], request, settings["seconds"]))
    return found


def must_agree(send, asked):
    """Stop if the servers do not answer alike."""
    for name in asked["flask"]:
        answers = [send[side](*asked[side][name]) for side in SIDES]
        first, second = ((status, comparable(headers), body) for status, headers, body in answers)
        if first != second:
            raise SystemExit(f"bench: {name} is not the same on both sides")


def start(step, databases, names, settings, program):
    """Start both servers once and take the turns of each endpoint."""
    with contextlib.ExitStack() as stack:
        up = {
            side: stack.enter_context(servers.served(side, step, databases[side], program))
            for side in SIDES
        }
        asked = {s: requests(over_http(up[s].port), s, step) for s in SIDES}
        must_agree({s: over_http(up[s].port) for s in SIDES}, asked)
        return {name: turns(up, asked, name, settings) for name in names}


def summary(starts):
    """The ratios of one endpoint, Django's cost over Flask's, and milliseconds of each."""
    found = {}
    for what in ("speed", "processor", *POINTS):
        first, second = ("flask", "django") if what == "speed" else ("django", "flask")
        found[what] = hull(
            [
                [a[what] / b[what] for a, b in zip(one[first], one[second], strict=True)]
                for one in starts
            ]
        )
    cost = {
        side: statistics.median(s["processor"] for one in starts for s in one[side])
        for side in SIDES
    }
    cost = {side: round(value, 3) for side, value in cost.items()}
    return {**found, "milliseconds": cost, **meaning(cost)}


def meaning(cost):
    """What a difference of processor time comes to."""
    more = abs(cost["django"] - cost["flask"]) or 0.001
    return {
        "with_5_ms_of_database": rounded((cost["django"] + 5) / (cost["flask"] + 5)),
        "dearer": max(cost, key=cost.__getitem__),
        "more_microseconds": round(more * 1000),
        "a_processor_more_at_requests_a_second": round(1000 / more, -1 if more > 0.1 else -2),
        "million_requests_a_day": round(1000 / more * 86400 / 1e6),
    }


def run(quick):
    """Measure and write."""
    settings = SETTINGS[quick]
    samples, figures = {}, {}
    with tempfile.TemporaryDirectory() as folder, servers.databases(folder) as databases:
        for (step, kind), names in (QUICK if quick else LONG).items():
            program = kind if kind in servers.SERVERS else "gunicorn"
            database = databases.get("sqlite" if kind == program else kind)
            if database is None:
                continue
            rounds = []
            for number in range(settings["starts"]):
                print(f"  {step}, {kind}, start {number + 1} of {settings['starts']}", flush=True)
                rounds.append(start(step, database, names, settings, program))
            by_name = {name: [one[name] for one in rounds] for name in names}
            samples.setdefault(step, {})[kind] = by_name
            figures.setdefault(step, {})[kind] = {n: summary(s) for n, s in by_name.items()}
    about = record.about(
        quick,
        **settings,
        server=" ".join(["gunicorn", *servers.THREADED]),
        asgi_server=" ".join(["uvicorn", *servers.ASYNC]),
        connections=CONNECTIONS,
        load="scripts/bench/load.py",
        processors_left_for_load=(os.cpu_count() or 2) - servers.WORKERS,
    )
    record.keep("throughput", {"about": about, "figures": figures, "samples": samples})
