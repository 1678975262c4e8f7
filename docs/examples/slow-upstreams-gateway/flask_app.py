"""One address for the departures of several slow operators, on Flask."""

import asyncio
import datetime as dt
import json
import os
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
from flask import Flask

# The address of each operator, and the seconds that it may take.
OPERATORS = json.loads(os.environ.get("OPERATORS", '{"rail": ["http://127.0.0.1:9000/rail", 2.5]}'))
app = Flask(__name__)


# --8<-- [start:gateway]
def read(answer):
    """What an operator sent, as the app shows it; an error if it is anything else."""
    return [
        {"line": one["line"], "at": f"{dt.time.fromisoformat(one['at']):%H:%M}"}
        for one in answer.raise_for_status().json()
    ]


async def ask(http, name, stop):
    url, seconds = OPERATORS[name]
    try:
        async with asyncio.timeout(seconds):
            answer = await http.get(url, params={"stop": stop})
        return read(answer)
    except (TimeoutError, httpx.HTTPError, ValueError, LookupError, TypeError):
        return None


@app.get("/departures/<int:stop>")
async def departures(stop):
    async with httpx.AsyncClient(timeout=None) as http:  # each request has its own event loop
        answers = await asyncio.gather(*(ask(http, name, stop) for name in OPERATORS))
    return merge(answers)


def merge(answers):
    found = [one for answer in answers if answer is not None for one in answer]
    missing = [name for name, answer in zip(OPERATORS, answers, strict=True) if answer is None]
    body = {"departures": sorted(found, key=lambda one: one["at"]), "missing": missing}
    return body, 504 if len(missing) == len(OPERATORS) else 200


# --8<-- [end:gateway]
# --8<-- [start:threads]
http = httpx.Client(limits=httpx.Limits(max_connections=None))
pool = ThreadPoolExecutor(64)


def ask_in_thread(name, stop):
    url, seconds = OPERATORS[name]
    answer = http.get(url, params={"stop": stop}, timeout=seconds)  # of silence, not in all
    return read(answer)


def result_by(end, call):
    try:
        return call.result(timeout=max(0, end - time.monotonic()))
    except (TimeoutError, httpx.HTTPError, ValueError, LookupError, TypeError):
        call.cancel()  # if it still waits for a thread: nobody would read its answer
        return None


@app.get("/threads/departures/<int:stop>")
def departures_by_threads(stop):
    start = time.monotonic()
    calls = [pool.submit(ask_in_thread, name, stop) for name in OPERATORS]
    ends = [start + seconds for _, seconds in OPERATORS.values()]
    return merge([result_by(end, call) for end, call in zip(ends, calls, strict=True)])


# --8<-- [end:threads]
