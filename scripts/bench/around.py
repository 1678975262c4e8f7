"""Start, memory, size, cold start, a test run, a password hash: around.json."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from bench import hashes, record, sizes
from bench.figures import in_blocks, rounded
from bench.places import HOME, MODULES, SIDES, environment, prepared, python

RUNS = {True: 2, False: 15}
REQUESTS = {True: 1000, False: 10000}
STEPS = ("bare", "user-read")
EVENT = {
    "version": "2.0",
    "requestContext": {
        "http": {"method": "GET", "path": "/plain", "protocol": "HTTP/1.1", "sourceIp": "127.0.0.1"}
    },
    "rawPath": "/plain",
    "rawQueryString": "",
    "headers": {"host": "127.0.0.1"},
    "isBase64Encoded": False,
}
START = "from MODULE import app"
COLD = f"""{START}
from apig_wsgi import make_lambda_handler
assert make_lambda_handler(app)({EVENT!r}, None)['statusCode'] == 200"""
PLUGINS = {"flask": [], "django": ["-p", "pytest_django.plugin"]}
PYTEST = ["-m", "pytest", "-c", "/dev/null", "-q", "-p", "no:cacheprovider", "--rootdir"]


def timed(words, env):
    """Run this Python once: milliseconds on the clock and of the processor."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *map(str, words)], env=env, cwd=HOME, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"bench: {words} failed")
    clock = (time.perf_counter() - start) * 1000
    return {"clock": clock, "processor": (used.ru_utime + used.ru_stime) * 1000}


def in_turns(commands, runs, warm=True):
    """Time two commands A B, B A …: the samples of each side and the ratio of the second."""
    samples = {side: [] for side in SIDES}
    for side in SIDES if warm else ():
        timed(*commands[side])  # compiles what has to be compiled
    for turn in range(runs):
        for side in SIDES if turn % 2 == 0 else reversed(SIDES):
            samples[side].append(timed(*commands[side]))
    found = {}
    for what in ("clock", "processor"):
        pairs = zip(samples["django"], samples["flask"], strict=True)
        medians = {s: statistics.median(n[what] for n in samples[s]) for s in SIDES}
        ratio = in_blocks([a[what] / b[what] for a, b in pairs])
        found[what] = ratio | {side: round(value) for side, value in medians.items()}
    return found, samples


def starts(databases, runs):
    """From nothing to an app that can answer, and to a function service's first answer."""
    figures, samples = {}, {}
    for step in STEPS:
        env = {s: environment(s, step, databases[s]) for s in SIDES}
        jobs = {"start": START, "cold": COLD}
        for job, code in jobs.items():
            commands = {s: (["-c", code.replace("MODULE", MODULES[s])], env[s]) for s in SIDES}
            found = in_turns(commands, runs)
            figures.setdefault(job, {})[step], samples[f"{job}, {step}"] = found
        for side in SIDES:
            counted = json.loads(python(["-m", "bench.worker", "import", side], env[side]))
            figures.setdefault("import", {}).setdefault(step, {})[side] = counted
    return figures, samples


def memory(databases, number):
    """Memory of one process at rest and after many requests, in megabytes."""
    found = {}
    for step in STEPS:
        for side in SIDES:
            env = environment(side, step, databases[side])
            words = ["-m", "bench.worker", "memory", side, str(number)]
            kib = json.loads(python(words, env))
            megabytes = {when: round(value * 1024 / 1e6, 1) for when, value in kib.items()}
            found.setdefault(step, {})[side] = megabytes
    return found


def grown():
    """Megabytes of a process that imports Flask, then SQLAlchemy, then the other packages."""
    sets = {"flask": "flask", "with_sqlalchemy": "flask, flask_sqlalchemy"}
    sets["with_all"] = f"{sets['with_sqlalchemy']}, flask_session, flask_wtf, flask_login"
    tell = "from bench.worker import proportional; print(proportional())"
    env = environment("flask", "bare", "")
    kib = {key: int(python(["-c", f"import {names}; {tell}"], env)) for key, names in sets.items()}
    return {key: round(value * 1024 / 1e6, 1) for key, value in kib.items()}


def test_run(folder, runs):
    """The same hundred tests, each with its row, in a run of its own."""
    commands = {}
    for side in SIDES:
        env = environment(side, "user-read", f"{folder}/tests-{side}.sqlite3")
        env |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        words = [*PYTEST, HOME, *PLUGINS[side], "-p", f"{side}_fixtures", "same_tests.py"]
        commands[side] = (words, env)
    return in_turns(commands, runs, warm=runs > 2)


def run(quick):
    """Measure and write."""
    runs, number = RUNS[quick], REQUESTS[quick]
    with tempfile.TemporaryDirectory() as folder:
        databases = prepared(folder)
        figures, samples = starts(databases, runs)
        figures["memory"] = memory(databases, number)
        figures["grown"] = grown()
        figures["tests"], samples["tests"] = test_run(folder, runs)
    figures["hash"], samples["hash"] = hashes.measured(runs)
    figures["installed"] = sizes.measured()
    figures["translations_of_django"] = sizes.translations("django")
    figures["first_answer_later_by_ms"] = {
        step: rounded(f["clock"]["django"] - f["clock"]["flask"])
        for step, f in figures["cold"].items()
    }
    about = record.about(quick, runs=runs, requests_for_memory=number, database="sqlite")
    record.keep("around", {"about": about, "figures": figures, "samples": samples})
