"""Instructions per request, from the barest app to a real one: instructions.json."""

import json
import os
import statistics
import tempfile
from concurrent.futures import ThreadPoolExecutor

from bench import record
from bench.places import SIDES, environment, prepared, python, steps

SAMPLES = {True: 3, False: 9}


def job(side, step, databases, samples, **more):
    """The counts of one app at one step, from a process of its own."""
    env = environment(side, step, databases[side], **more)
    found = json.loads(python(["-m", "bench.worker", "count", side, str(samples)], env))
    for counted in found.values():
        counted["median"] = int(statistics.median(counted["samples"]))
    return found


def measure(quick):
    """Count every step of both apps, twice where the second run has to show that it repeats."""
    samples = SAMPLES[quick]
    names = steps()
    jobs = [(side, step, {}) for step in names for side in SIDES]
    jobs += [("django", step, {"ENGINE": "jinja"}) for step in ("bare", names[-1])]
    again = [
        (side, step, {}) for step in (names[-1], "bare")[: 1 if quick else 2] for side in SIDES
    ]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        databases = prepared(folder)
        results = list(
            pool.map(lambda j: job(j[0], j[1], databases, samples, **j[2]), jobs + again)
        )
    found = {side: {} for side in (*SIDES, "django_with_jinja")}
    for (side, step, more), result in zip(jobs, results, strict=False):
        found["django_with_jinja" if more else side][step] = result
    must_agree(found)
    repeats = [
        abs(second[name]["median"] / found[side][step][name]["median"] - 1)
        for (side, step, _), second in zip(again, results[len(jobs) :], strict=True)
        for name in second
    ]
    return {
        "about": record.about(quick, samples=samples, hash_seed=0, database="sqlite"),
        "steps": names,
        "counts": found,
        "ratios": ratios(found, names),
        "page": shares(found),
        "repeats_within_percent": round(max(repeats) * 100, 2),
    }


def must_agree(found):
    """Stop if the apps do not answer alike at each step; the answers are not kept."""
    for step, counted in found["flask"].items():
        for name, one in counted.items():
            others = [found[side][step] for side in found if step in found[side]]
            if any(other[name]["answer"] != one["answer"] for other in others):
                raise SystemExit(f"bench: {name} at step {step} is not the same on both sides")
    for counted in (
        endpoint for side in found.values() for step in side.values() for endpoint in step.values()
    ):
        del counted["answer"]


def ratios(found, names):
    """Django's count over Flask's, by step and endpoint."""
    return {
        step: {
            name: round(found["django"][step][name]["median"] / one["median"], 2)
            for name, one in found["flask"][step].items()
        }
        for step in names
    }


def shares(found):
    """The page with 100 rows on the bare apps, and on Django with the other template engine."""
    engines = {"flask": found["flask"], "django": found["django"]}
    engines["django_with_jinja"] = found["django_with_jinja"]
    return {side: counted["bare"]["page"]["median"] for side, counted in engines.items()}


def run(quick):
    """Measure and write."""
    record.keep("instructions", measure(quick))
