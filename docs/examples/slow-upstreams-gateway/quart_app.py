"""One address for the departures of several slow operators, on Quart."""

import asyncio
import datetime as dt
import json
import os

import httpx
from quart import Quart

# The address of each operator, and the seconds that it may take.
OPERATORS = json.loads(os.environ.get("OPERATORS", '{"rail": ["http://127.0.0.1:9000/rail", 2.5]}'))
app = Quart(__name__)


# --8<-- [start:client]
@app.while_serving
async def keep_connections():
    no_limit = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(timeout=None, limits=no_limit) as app.http:
        yield


# --8<-- [end:client]
# --8<-- [start:gateway]
def read(answer):
    """What an operator sent, as the app shows it; an error if it is anything else."""
    return [
        {"line": one["line"], "at": f"{dt.time.fromisoformat(one['at']):%H:%M}"}
        for one in answer.raise_for_status().json()
    ]


async def ask(name, stop):
    url, seconds = OPERATORS[name]
    try:
        async with asyncio.timeout(seconds):
            answer = await app.http.get(url, params={"stop": stop})
        return read(answer)
    except (TimeoutError, httpx.HTTPError, ValueError, LookupError, TypeError):
        return None


@app.get("/departures/<int:stop>")
async def departures(stop):
    answers = await asyncio.gather(*(ask(name, stop) for name in OPERATORS))
    found = [one for answer in answers if answer is not None for one in answer]
    missing = [name for name, answer in zip(OPERATORS, answers, strict=True) if answer is None]
    body = {"departures": sorted(found, key=lambda one: one["at"]), "missing": missing}
    return body, 504 if len(missing) == len(OPERATORS) else 200


# --8<-- [end:gateway]
